//! What is said of a table that is filled, in both languages.

use super::{Asks, NoFill, Why};
use crate::rows::words as rows;
use crate::text::{Language, isolated};

/// What a column asks.
pub fn asks(language: Language, asks: Asks) -> String {
    match (asks, language) {
        (Asks::Actual, _) => language.pick("本期数", "figure of the month").to_owned(),
        (Asks::LastMonth, _) => language.pick("上月数", "figure of the month before").to_owned(),
        (Asks::LastYear, _) => {
            language.pick("上年同期数", "figure of the same month a year before").to_owned()
        }
        (Asks::Target(year), Language::Zh) => format!("{} 年目标", year.0),
        (Asks::Target(year), Language::En) => format!("target of {}", year.0),
        (Asks::FinalTarget, _) => language.pick("规划期末目标", "last target of the plan").to_owned(),
        (Asks::Share, _) => language.pick("年度目标完成率（%）", "share of the year's target (%)").to_owned(),
        (Asks::Remark, _) => language.pick("备注", "note").to_owned(),
        (Asks::Status, _) => language.pick("状态（灯）", "state (light)").to_owned(),
    }
}

/// Why nothing is written into a cell, or into a row.
pub fn why(language: Language, why: &Why) -> String {
    let plain = match why {
        Why::Computed => language.pick("这一格有公式，由表格自己计算，不填", "the table computes this cell itself"),
        Why::Locked => language.pick(
            "工作表有保护，这一格被锁定。请向下发单位要可填的表，或取消保护后再选",
            "the sheet is protected and this cell locked: ask whoever sent it, or take the protection off and choose it again",
        ),
        Why::Covered => language.pick("这一格并入别的合并单元格，不填", "it lies under a merged cell"),
        Why::Holds => language.pick("这一格已有文字，不改", "it has words already, which stay"),
        Why::NoFigure(None) => language.pick("没有数，原样留着", "there is no figure; it stays as it is"),
        Why::NoFigure(Some((month, value))) => {
            return match language {
                Language::Zh => format!("本期没有数，原样留着（最近一期 {}：{value}）", month.words(language)),
                Language::En => format!("no figure for this month; it stays as it is (last: {value} of {})", month.words(language)),
            };
        }
        Why::NoTarget => language.pick("这一年没有目标，原样留着", "there is no target of that year; it stays as it is"),
        Why::NothingSaid => language.pick("没有可填的文字，原样留着", "there is nothing to say; it stays as it is"),
        Why::NoUnit(own) => {
            return match language {
                Language::Zh => format!("表里没有写单位，这里是{}：请在上面选择按什么单位填", isolated(own)),
                Language::En => format!("the table says no unit, here it is {}: choose above in which to write", isolated(own)),
            };
        }
        Why::OtherUnit { found, own } => {
            return match language {
                Language::Zh => format!("表里的单位是{}，这里是{}，无法换算", isolated(found), isolated(own)),
                Language::En => format!("the table has {}, this item is in {}: it cannot be converted", isolated(found), isolated(own)),
            };
        }
        Why::NoRate => language.pick("这一列是比率，这一项不是比率", "the column is of rates, the item is none"),
        Why::PercentCell => language.pick(
            "这一格是百分比格式，这一项不是比率",
            "the cell shows per cents, the item is no rate",
        ),
        Why::OtherSpan => language.pick(
            "这一列的累计起点与本项口径不同（年初以来、开始以来）",
            "the column counts from another day than the item: since January, or since the start",
        ),
        Why::OneMonth => language.pick(
            "这一列要单月数，本项只有累计数",
            "the column is of one month alone, the item is known as a running figure",
        ),
        Why::Sum => language.pick("合计行由表格自己计算，不填", "a row of sums, which the table computes itself"),
        Why::District => language.pick("是县（市）区的行，这里只填全市的数", "a district's row; the city's figures are written here"),
    };
    plain.to_owned()
}

/// Why a workbook is not filled, and what to do about it.
pub fn no_fill(language: Language, fault: &NoFill) -> String {
    match (fault, language) {
        (NoFill::NotXlsx, _) => language
            .pick(
                "只能填 .xlsx：别的格式一改就会丢掉原来的样式。请在 Excel 或 WPS 中另存为 .xlsx 后再选。",
                "Only .xlsx can be filled: other formats lose their looks when one cell changes. Save it as .xlsx in Excel or WPS, and choose it again.",
            )
            .to_owned(),
        (NoFill::NoBook(fault), _) => rows::no_book(language, *fault).to_owned(),
        (NoFill::NoSheet(name), Language::Zh) => {
            format!("没有生成文件：找不到可填的工作表“{}”。请重新选择文件。", isolated(name))
        }
        (NoFill::NoSheet(name), Language::En) => {
            format!("No file was made: there is no sheet “{}” that can be filled. Choose the file again.", isolated(name))
        }
        (NoFill::Computed(cell), Language::Zh) => {
            format!("没有生成文件：{cell} 有公式，不能改写。请把这一列改为不填。")
        }
        (NoFill::Computed(cell), Language::En) => {
            format!("No file was made: {cell} has a formula, which is never written over. Leave that column alone.")
        }
        (NoFill::NoNumber(cell), Language::Zh) => format!("没有生成文件：{cell} 要填的不是数。请把这一列改为不填。"),
        (NoFill::NoNumber(cell), Language::En) => {
            format!("No file was made: what was to be written into {cell} is no number. Leave that column alone.")
        }
    }
}
