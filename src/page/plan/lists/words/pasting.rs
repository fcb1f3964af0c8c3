//! Sentences about a pasted column.

use super::super::column::{Fault, Reading, Refused};
use super::super::decided::{Hindered, Outcome, Settled};
use crate::ledger::codec::MOST_ENTRIES;
use crate::rows::MOST_ROWS;
use crate::standing::alike::Likeness;
use crate::text::{Language, isolated};

/// What a block would come to, in a sentence.
pub fn dry_run(language: Language, reading: &Reading, settled: &[Settled]) -> String {
    if let Some(refused) = reading.refused {
        return self::refused(language, refused);
    }
    let count = |is: fn(&Outcome) -> bool| settled.iter().filter(|one| is(&one.outcome)).count();
    let fresh = count(|outcome| matches!(outcome, Outcome::New));
    let known = count(|outcome| matches!(outcome, Outcome::Known));
    let changes = count(|outcome| matches!(outcome, Outcome::Change(_)));
    let open = count(|outcome| matches!(outcome, Outcome::Open));
    let out = count(|outcome| matches!(outcome, Outcome::Left));
    let faulty = count(|outcome| matches!(outcome, Outcome::Faulty(_)));
    let rows = reading.lines.len();
    let mut said = match language {
        Language::Zh => format!(
            "{rows} 行：新增 {fresh}，状态变更 {changes}，已登记过 {known}，不登记 {out}，疑似重复待确认 {open}，有错误 {faulty}。"
        ),
        Language::En => format!(
            "Rows: {rows}. New: {fresh}; other state: {changes}; known already: {known}; left out: {out}; perhaps recorded twice: {open}; faulty: {faulty}."
        ),
    };
    let gone = reading.gone.len();
    if gone > 0 {
        said.push_str(&language.pick(
            format!("名单上有而粘贴内容中没有的 {gone}。"),
            format!(" On the list and not in the paste: {gone}."),
        ));
    }
    if reading.left > 0 {
        said.push_str(&language.pick(
            format!("合计行 {} 行未读。", reading.left),
            format!(" Rows of totals that were not read: {}.", reading.left),
        ));
    }
    if !reading.unread.is_empty() {
        let unread = reading.unread.iter().map(|one| isolated(one)).collect::<Vec<_>>();
        said.push_str(&language.pick(
            format!("这些列没有读：{}。", unread.join("、")),
            format!(" Columns that were not read: {}.", unread.join(", ")),
        ));
    }
    if reading.is_cut {
        said.push_str(&language.pick(
            format!("太长，只读了前 {MOST_ROWS} 行，其余请再粘贴一次；没有读完，不提退出。"),
            format!(
                " Too long: only the first {MOST_ROWS} rows were read; paste the rest again. As it was not read to the end, nobody is proposed to leave."
            ),
        ));
    }
    said
}

fn refused(language: Language, refused: Refused) -> String {
    match refused {
        Refused::TooLong => language.pick("太长，没有读。请分几次粘贴。", "Too long to be read. Paste it in parts."),
        Refused::NoNames => language.pick(
            "看不出哪一列是名称。请只粘贴名称一列，或带上表头（如“名称”）。",
            "Which column has the names is not clear. Paste that column alone, or with its head, such as “Name”.",
        ),
        Refused::Persons => language.pick(
            "表头写的是姓名。本名单不写人名，没有读。",
            "The head says that these are names of persons. This list holds none, so nothing was read.",
        ),
    }
    .into()
}

/// Where a row stands.
pub fn row(language: Language, row: usize) -> String {
    language.pick(format!("第 {row} 行"), format!("row {row}"))
}

/// What is wrong with a row.
pub fn fault(language: Language, fault: &Fault) -> String {
    let quoted = |words: &str| isolated(words);
    match (language, fault) {
        (Language::Zh, Fault::NoName) => "没有名称".into(),
        (Language::En, Fault::NoName) => "no name".into(),
        (Language::Zh, Fault::Number) => "名称处是数字".into(),
        (Language::En, Fault::Number) => "a number in the place of a name".into(),
        (Language::Zh, Fault::LongName) => "名称过长".into(),
        (Language::En, Fault::LongName) => "the name is too long".into(),
        (Language::Zh, Fault::State(words)) => format!("本名单没有“{}”这个状态", quoted(words)),
        (Language::En, Fault::State(words)) => format!("the list has no state “{}”", quoted(words)),
        (Language::Zh, Fault::NoState) => "没有状态".into(),
        (Language::En, Fault::NoState) => "no state".into(),
        (Language::Zh, Fault::Day(words)) => format!("“{}”不是日期，请写成 2024-03-01", quoted(words)),
        (Language::En, Fault::Day(words)) => format!("“{}” is no day; write 2024-03-01", quoted(words)),
        (Language::Zh, Fault::NoDay) => "没有起始日".into(),
        (Language::En, Fault::NoDay) => "no day".into(),
        (Language::Zh, Fault::Future(day)) => format!("{day} 还没有到"),
        (Language::En, Fault::Future(day)) => format!("{day} has not come yet"),
        (Language::Zh, Fault::District(words)) => format!("方案没有“{}”这个县（市）区", quoted(words)),
        (Language::En, Fault::District(words)) => format!("the plan has no district “{}”", quoted(words)),
        (Language::Zh, Fault::Twice(row)) => {
            format!("与第 {row} 行是同一个名称，状态或日期不同；请先登记一行，另一行再粘贴一次")
        }
        (Language::En, Fault::Twice(row)) => {
            format!(
                "the same name as in row {row} with another state or day; record one row first, then paste the other"
            )
        }
        (Language::Zh, Fault::Contradicts(row)) => format!("与第 {row} 行同一成员、同一天，状态不同"),
        (Language::En, Fault::Contradicts(row)) => {
            format!("another state of the same member from the same day as in row {row}")
        }
        (Language::Zh, Fault::NotThere) => "不在名单上，无从退出".into(),
        (Language::En, Fault::NotThere) => "not on the list, so it cannot leave it".into(),
        (Language::Zh, Fault::OthersDistrict) => "不是本县（市）区的".into(),
        (Language::En, Fault::OthersDistrict) => "of another district than yours".into(),
        (Language::Zh, Fault::Others) => "由其他单位登记，不能在这里变更".into(),
        (Language::En, Fault::Others) => "another organisation recorded it and has to change it".into(),
        (Language::Zh, Fault::Before(day)) => format!("早于其列入名单的 {day}"),
        (Language::En, Fault::Before(day)) => format!("before it came on the list, on {day}"),
    }
}

/// Why a name is nearly the same.
pub fn likeness(language: Language, likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Signs => {
            language.pick("只差括号、空格或全半角", "differs in brackets, spaces or width only")
        }
        Likeness::Form => language.pick("只差“有限公司”等字样", "differs in the legal form only"),
        Likeness::Letter => language.pick("只差一个字", "differs in one letter"),
    }
}

/// The choice to take a row for somebody who is known.
pub fn same_as(language: Language, name: &str, row: Option<usize>, likeness: Likeness) -> String {
    let (name, why) = (isolated(name), self::likeness(language, likeness));
    match (language, row) {
        (Language::Zh, None) => format!("就是名单上的“{name}”（{why}）"),
        (Language::Zh, Some(row)) => format!("就是第 {row} 行的“{name}”（{why}）"),
        (Language::En, None) => format!("The same as “{name}” on the list ({why})"),
        (Language::En, Some(row)) => format!("The same as “{name}” in row {row} ({why})"),
    }
}

/// What stands in the way of recording.
pub fn hindered(language: Language, hindered: &Hindered) -> String {
    let Hindered { faulty, undecided, leaving, too_many } = hindered;
    let mut said = vec![];
    if faulty + undecided > 0 {
        said.push(language.pick(
            format!("{faulty} 行有错误，{undecided} 行疑似重复、待确认"),
            format!("faulty rows: {faulty}; perhaps recorded twice, undecided: {undecided}"),
        ));
    }
    if let Some(leaving) = leaving {
        let why = fault(language, leaving);
        said.push(language.pick(format!("退出的起始日：{why}"), format!("day of leaving: {why}")));
    }
    if let Some(entries) = too_many {
        said.push(language.pick(
            format!("共 {entries} 条，一次最多 {MOST_ENTRIES} 条，请分几次"),
            format!("{entries} entries, and {MOST_ENTRIES} at most go in at once: do it in parts"),
        ));
    }
    language.pick(
        format!("没有登记：{}。", said.join("；")),
        format!("Nothing was recorded: {}.", said.join("; ")),
    )
}

/// How much was recorded.
pub fn recorded(language: Language, entries: usize) -> String {
    language.pick(
        format!("已登记 {entries} 条，可一次撤销。"),
        format!("Recorded: {entries}; one undo takes it all back."),
    )
}
