//! Sentences with counts, days and names in them.

use super::super::line::Source;
use super::super::pasted::Pasted;
use super::super::typed::Column;
use crate::ledger::Stage;
use crate::ledger::words::CARRIED_ON;
use crate::plan::{Day, Month, Year, Years};
use crate::text::{Language, isolated};

/// What is on a list, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub listed: usize,
    pub ended: usize,
    pub overdue: usize,
    pub waiting: usize,
}

/// The page in a sentence.
pub fn heading(language: Language, year: Year, counts: Counts) -> String {
    let Counts { listed, ended, overdue, waiting } = counts;
    let mut parts = vec![language.pick(format!("{listed} 项"), format!("{listed} on it"))];
    let mut part = |count: usize, zh: &str, en: &str| {
        if count > 0 {
            parts.push(language.pick(format!("{zh} {count} 项"), format!("{count} {en}")));
        }
    };
    part(overdue, "逾期", "overdue");
    part(ended, "已终止", "ended");
    part(waiting, "上年待确认", "of last year to be confirmed");
    match language {
        Language::Zh => format!("{year} 年清单：{}", parts.join("，")),
        Language::En => format!("List of {year}: {}", parts.join(", ")),
    }
}

/// The plan has no such year.
pub fn no_year(language: Language, year: Year) -> String {
    language.pick(format!("方案没有 {year} 年"), format!("The plan has no year {year}"))
}

/// What the text itself has for a year.
pub fn lede(language: Language, period: Years, year: Year, in_text: usize) -> String {
    match (language, in_text) {
        _ if !period.contains(year) => language.pick(
            format!("方案期为 {period} 年，清单只能列在方案期内的年份。"),
            format!("The plan runs {period}; lists are kept for its years only."),
        ),
        (Language::Zh, 0) => {
            format!("方案原文没有 {year} 年自己的任务。以下是结转、改述、新增的事项；原文本身不改动。")
        }
        (Language::En, 0) => format!(
            "The text itself has no tasks of its own for {year}. What stands here was carried on, reworded or added; the text is not changed."
        ),
        (Language::Zh, count) => {
            format!("方案原文为 {year} 年列有 {count} 条举措。列入、改述、终止的都记在旁边；原文本身不改动。")
        }
        (Language::En, count) => format!(
            "The text has {count} measures for {year}. What was added, reworded or ended stands beside them; the text is not changed."
        ),
    }
}

/// From which period on what is written now is asked for.
pub fn from(language: Language, month: Month) -> String {
    match language {
        Language::Zh => format!("现在写入的，自{}调度起要求填报。", month.words(language)),
        Language::En => {
            format!("What is written now is asked for from the reports for {} on.", month.words(language))
        }
    }
}

/// What it means that something waits.
pub fn waits(language: Language, has_begun: bool) -> &'static str {
    match has_begun {
        true => language.pick(
            "本年清单已经开始：待确认的事项在确认之前不要求填报。",
            "The list of this year has begun: nobody is asked for what waits until it is confirmed.",
        ),
        false => language.pick(
            "本年清单还没有开始：方案中未完成的举措照旧要求填报。列入第一项之后，只要求填报清单上的事项。",
            "The list of this year is still to begin: measures of the plan that are not finished are asked for as before. Once the first item is on the list, only what is on it is asked for.",
        ),
    }
}

/// Where a line comes from; `from` is the year that it is carried on from.
pub fn source(language: Language, source: Source, from: Year) -> String {
    match source {
        Source::Text => language.pick("原文", "the text").into(),
        Source::CarriedOn => {
            let carried = CARRIED_ON.words(language);
            language.pick(format!("{carried}自 {from} 年"), format!("{carried} from {from}"))
        }
        Source::Added => language.pick("新增", "added").into(),
        Source::Reworded => language.pick("改述", "reworded").into(),
        Source::Ended => language.pick("终止", "ended").into(),
    }
}

/// That a line is ended, and from which day on.
pub fn ended(language: Language, on: Day) -> String {
    language.pick(format!("终止，自 {on} 起"), format!("ended from {on} on"))
}

/// Who said so, and on which day.
pub fn who(language: Language, on: Day, person: &str) -> String {
    let person = isolated(person);
    match (language, person.is_empty()) {
        (_, true) => on.to_string(),
        (Language::Zh, false) => format!("{person} {on}"),
        (Language::En, false) => format!("{person}, {on}"),
    }
}

/// Since when it is overdue, and how far it had come.
pub fn overdue(language: Language, days: i64, stage: Option<Stage>) -> String {
    let stage = stage.map(|stage| stage.words(language));
    let between = language.pick("，", ", ");
    let days = match (language, days) {
        (Language::Zh, days) => format!("逾期 {days} 天"),
        (Language::En, 1) => "1 day overdue".into(),
        (Language::En, days) => format!("{days} days overdue"),
    };
    stage.map_or_else(|| days.clone(), |stage| [&days, between, stage].concat())
}

/// How often a due day was moved, and from which first day.
pub fn moved(language: Language, times: usize, first: Option<Day>) -> String {
    match (language, first, times) {
        (Language::Zh, Some(first), _) => format!("改期 {times} 次，最初 {first}"),
        (Language::Zh, None, _) => format!("改期 {times} 次，最初未定"),
        (Language::En, Some(first), 1) => format!("moved once, first {first}"),
        (Language::En, Some(first), _) => format!("moved {times} times, first {first}"),
        (Language::En, None, _) => format!("moved {times} times, first without a day"),
    }
}

/// One movement: when, by whom, to which day, why.
pub fn movement(language: Language, on: Day, person: &str, due: Day, reason: &str, paper: &str) -> String {
    let who = who(language, on, person);
    let why: Vec<String> =
        [reason, paper].into_iter().filter(|text| !text.is_empty()).map(isolated).collect();
    let why = why.join(language.pick("，", ", "));
    match language {
        Language::Zh => format!("{who} 改至 {due}：{why}"),
        Language::En => format!("{who}, to {due}: {why}"),
    }
}

/// How many lines a group has.
pub fn group_note(language: Language, count: usize) -> String {
    language.pick(format!("{count} 项"), count.to_string())
}

/// The head of a column.
pub fn column(language: Language, column: Column) -> &'static str {
    match column {
        Column::Kind => language.pick("类别", "Kind"),
        Column::Title => language.pick("事项", "Item"),
        Column::Parent => language.pick("所属", "Belongs to"),
        Column::Lead => language.pick("牵头单位", "Lead"),
        Column::Responsible => language.pick("责任单位", "Responsible"),
        Column::Begins => language.pick("开始日期", "Begins"),
        Column::Due => language.pick("完成时限", "Due"),
        Column::Document => language.pick("依据文件", "Document"),
        Column::Reason => language.pick("理由", "Reason"),
    }
}

/// What came of a paste.
pub fn pasted(language: Language, pasted: Pasted) -> String {
    let Pasted { rows, left, is_cut } = pasted;
    let filled = match (language, rows) {
        (Language::Zh, _) => format!("已填入 {rows} 行，尚未写入。"),
        (Language::En, 1) => "1 line filled in, not written yet.".into(),
        (Language::En, _) => format!("{rows} lines filled in, not written yet."),
    };
    let rest = match (left, is_cut) {
        (0, false) => String::new(),
        (0, true) => language
            .pick("粘贴的表太长，后面的没有读。".into(), " The block is longer than what is read.".into()),
        _ => language.pick(
            format!("另有 {left} 行放不下，请分次写入。"),
            format!(" {left} found no room: write these first."),
        ),
    };
    [filled, rest].concat()
}

/// So many lines were put on the list.
pub fn rows_written(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Zh, _) => format!("已列入 {count} 项，可一次撤销。"),
        (Language::En, 1) => "1 item is on the list. One undo takes it back.".into(),
        (Language::En, _) => format!("{count} items are on the list. One undo takes them back."),
    }
}

/// So many were taken over, or ended.
pub fn settled(language: Language, count: usize, is_carried: bool) -> String {
    let carried = CARRIED_ON.words(language);
    match (language, is_carried) {
        (Language::Zh, true) => format!("已{carried} {count} 项，可一次撤销。"),
        (Language::Zh, false) => format!("已终止 {count} 项，可一次撤销。"),
        (Language::En, true) => format!("{count} {carried}. One undo takes it back."),
        (Language::En, false) => format!("{count} ended. One undo takes it back."),
    }
}
