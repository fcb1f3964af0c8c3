//! What one cell says.

use super::{Told, Why};
use crate::plan::{Quantity, unit};
use crate::rows::Item;
use crate::rows::figure::{self, Unreadable};
use crate::rows::name::{squeezed, unit_in};

/// The unit of the whole table, where it can be that of the item: 单位：万元 over a table of firms and money.
pub(in crate::rows) fn of_table<'a>(item: &Item, units: &'a [String]) -> &'a [String] {
    let is_same =
        |one: &String| item.units.iter().any(|unit| unit::convert(Quantity::ZERO, one, unit).is_some());
    let is_money = |unit: &String| unit.contains('元') || unit.contains("yuan");
    let is_other_money = |one: &String| is_money(one) && item.units.iter().any(is_money);
    let found = units.iter().position(is_same).or_else(|| units.iter().position(is_other_money));
    found.and_then(|at| units.get(at..=at)).unwrap_or_default()
}

/// The units in 单位：万元、个.
pub(in crate::rows) fn units_said(cell: &str) -> Option<Vec<String>> {
    let narrow: String = cell.chars().map(figure::narrow).collect::<String>().to_ascii_lowercase();
    // Whoever centres a caption spaces its letters: 单 位：万元.
    let mut narrow = narrow;
    while narrow.contains("单 ") {
        narrow = narrow.replace("单 ", "单");
    }
    let english = narrow
        .trim_start_matches('(')
        .strip_prefix("unit:")
        .and_then(|rest| unit_in(rest.trim_end_matches(')')));
    if let Some(unit) = english {
        return Some(vec![unit]);
    }
    let behind = narrow.split("单位").skip(1).filter_map(|rest| rest.trim_start().strip_prefix([':', '(']));
    let units: Vec<String> =
        behind.flat_map(|rest| rest.split([',', ' ', ';', '(', ')'])).filter_map(unit_in).collect();
    (!units.is_empty()).then_some(units)
}

/// What a cell reports of an item; `units` are those that the table gives it, of which the first counts.
pub(super) fn value(cell: &str, item: &Item, units: &[String]) -> Result<(Told, Option<String>), Why> {
    if is_nothing(cell) {
        return Err(Why::Empty);
    }
    if let Some(told) = said(cell) {
        return Ok((told, None));
    }
    let other =
        |found: String| Why::OtherUnit { found, wanted: item.units.first().cloned().unwrap_or_default() };
    let bare = cell.trim_matches(figure::is_space).trim_start_matches(['¥', '￥']);
    let (value, found) = match figure::split(bare, &[]) {
        Ok(Some(read)) => read,
        Ok(None) => return Err(Why::Empty),
        // English units have spaces and figures of their own.
        Err(_) => match figure::split(bare, &item.units) {
            Ok(Some((value, None))) => (value, None),
            Ok(_) | Err(Unreadable::NotANumber | Unreadable::TooManyDigits) => return Err(Why::NotAFigure),
            Err(Unreadable::OtherUnit(found)) => return Err(other(found)),
        },
    };
    let Some(found) = found.or_else(|| units.first().cloned()) else { return Ok((Told::Value(value), None)) };
    let plain = squeezed(&found);
    if item.units.iter().any(|unit| squeezed(unit) == plain) {
        return Ok((Told::Value(value), None));
    }
    if item.is_rate() && unit::is_rate(&found) {
        return Ok((Told::Value(value), None));
    }
    let converted = item.units.iter().find_map(|unit| unit::convert(value, &found, unit));
    let from = converted.filter(|converted| *converted != value).map(|_| found.clone());
    converted.map(|value| (Told::Value(value), from)).ok_or_else(|| other(found))
}

/// What is reported in place of a figure.
pub fn said(cell: &str) -> Option<Told> {
    match squeezed(cell).as_str() {
        "无变化" | "无变动" | "不变" | "持平" | "与上月持平" | "同上月" | "较上月无变化" | "nochange"
        | "unchanged" => Some(Told::NoChange),
        "零报告" | "零报" | "无新增" | "本月无" | "本期无" | "nothingtoreport" | "nil" => {
            Some(Told::NothingToReport)
        }
        "尚未公布" | "未公布" | "待公布" | "暂未公布" | "未发布" | "数据未出" | "未出" | "暂无数据"
        | "notyetpublished" => Some(Told::NotYetPublished),
        _ => None,
    }
}

/// What tables write into a cell that has nothing to say.
pub(in crate::rows) fn is_nothing(cell: &str) -> bool {
    matches!(
        cell.trim_matches(figure::is_space),
        "" | "-" | "–" | "—" | "——" | "--" | "/" | "\\" | "无" | "N/A" | "n/a" | "#N/A" | "…" | "……"
    )
}

pub(in crate::rows) fn is_figure(cell: &str) -> bool {
    let bare = cell.trim_matches(figure::is_space).trim_start_matches(['¥', '￥']);
    matches!(figure::split(bare, &[]), Ok(Some(_)))
}
