//! Sentences with counts, days and names in them.

use super::super::line::Source;
use super::super::pasted::Pasted;
use super::super::typed::Column;
use super::faults::shortened;
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
    part(waiting, "以前年度待确认", "of earlier years to be confirmed");
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

/// From which period on what is written now is asked for, and that the reports of it may be in where its window is over.
pub fn from(language: Language, month: Month, is_over: bool) -> String {
    let month = month.words(language);
    match (language, is_over) {
        (Language::Zh, false) => format!("现在写入的，自{month}调度起要求填报。"),
        (Language::Zh, true) => {
            format!("现在写入的，自{month}调度起要求填报；该期填报时限已过，已报的须补报。")
        }
        (Language::En, false) => format!("What is written now is asked for from the reports for {month} on."),
        (Language::En, true) => format!(
            "What is written now is asked for from the reports for {month} on. Their time is over: a report that came in already lacks it."
        ),
    }
}

/// What it means that something waits.
pub fn waits(language: Language, year: Year, has_begun: bool) -> String {
    match has_begun {
        true => language.pick(
            format!("{year} 年清单已经开始：待确认的事项在确认之前不要求填报。"),
            format!("The list of {year} has begun: nobody is asked for what waits until it is confirmed."),
        ),
        false => language.pick(
            format!("{year} 年清单还没有开始：方案中未完成的举措照旧要求填报。列入第一项之后，只要求填报清单上的事项。"),
            format!("The list of {year} is still to begin: measures of the plan that are not finished are asked for as before. Once the first item is on the list, only what is on it is asked for."),
        ),
    }
}

/// Nothing is on the list.
pub fn no_lines(language: Language, year: Year) -> String {
    language.pick(format!("{year} 年清单上还没有事项。"), format!("Nothing is on the list of {year} yet."))
}

/// What the text itself names, folded below the lines.
pub fn of_text(language: Language, count: usize) -> String {
    language.pick(format!("方案原文所列 {count} 项"), format!("{count} that the text names"))
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

/// One movement: when and by whom, to which day, why and by what paper, as typed.
pub fn movement(language: Language, who: &str, due: Option<Day>, why: [&str; 2]) -> String {
    let ends = ['。', '.', '，', ',', '；', ';'];
    let why = why.map(|text| text.trim().trim_end_matches(ends));
    let why: Vec<String> = why.into_iter().filter(|text| !text.is_empty()).map(isolated).collect();
    let to = match (language, due) {
        (Language::Zh, Some(due)) => format!("{who} 改至 {due}"),
        (Language::Zh, None) => format!("{who} 改为不定时限"),
        (Language::En, Some(due)) => format!("{who}, to {due}"),
        (Language::En, None) => format!("{who}, to no day"),
    };
    let between = if why.is_empty() { "" } else { language.pick("：", ": ") };
    [&to, between, &why.join(language.pick("，", ", "))].concat()
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

/// What came of a paste, and what of it went nowhere.
pub fn pasted(language: Language, pasted: &Pasted) -> String {
    let Pasted { rows, left, dropped, beyond, is_cut } = pasted;
    let mut told = vec![match (language, rows) {
        (Language::Zh, _) => format!("已填入 {rows} 行，尚未写入。"),
        (Language::En, 1) => "1 line filled in, not written yet.".into(),
        (Language::En, _) => format!("{rows} lines filled in, not written yet."),
    }];
    if *left > 0 {
        told.push(language.pick(
            format!("另有 {left} 行放不下，请分次写入。"),
            format!("{left} found no room: write these first."),
        ));
    }
    if *is_cut {
        let cut = language.pick("粘贴的表太长，后面的没有读。", "The block is longer than what is read.");
        told.push(cut.into());
    }
    if !dropped.is_empty() {
        let heads: Vec<String> = dropped.iter().map(|head| isolated(&shortened(head))).collect();
        told.push(match language {
            Language::Zh => format!("“{}”这几列没有对应的栏，没有填入。", heads.join("”“")),
            Language::En => format!("No column here for “{}”: left out.", heads.join("”, “")),
        });
    }
    if *beyond > 0 {
        told.push(language.pick(
            format!("另有 {beyond} 列没有表头或超出右边，没有填入。"),
            format!("{beyond} more without a head here, or beyond the last column, left out."),
        ));
    }
    told.join(language.pick("", " "))
}

/// What was done with items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Listed,
    CarriedOn,
    Reworded,
    Moved,
    Ended,
}

/// What came of an act on so many items.
pub fn done(language: Language, done: Done, count: usize) -> String {
    let what = match (language, done) {
        (Language::Zh, Done::Listed) => "列入",
        (_, Done::CarriedOn) => CARRIED_ON.words(language),
        (Language::Zh, Done::Reworded) => "改述",
        (Language::Zh, Done::Moved) => "改期",
        (Language::Zh, Done::Ended) => "终止",
        (Language::En, Done::Listed) => "put on the list",
        (Language::En, Done::Reworded) => "reworded",
        (Language::En, Done::Moved) => "moved",
        (Language::En, Done::Ended) => "ended",
    };
    match (language, count) {
        (Language::Zh, _) => format!("已{what} {count} 项，可一次撤销。"),
        (Language::En, 1) => format!("1 item {what}. One undo takes it back."),
        (Language::En, _) => format!("{count} items {what}. One undo takes them back."),
    }
}
