//! Sentences with figures and names in them.

use super::super::act::{Act, Fault as ActFault};
use super::super::column::Fate;
use super::super::column::{Fault, Reading, Refused};
use super::super::decided::Hindered;
use crate::ledger::known::Balance;
use crate::ledger::words as names;
use crate::plan::{Basis, Day, MemberKind, Quantity, Year};
use crate::standing::alike::Likeness;
use crate::text::{Language, isolated};

/// How many lists, and how many names are on them.
pub fn heading(language: Language, lists: usize, members: usize) -> String {
    language.pick(
        format!("{lists} 份名单，在册 {members} 个"),
        format!("Lists: {lists}; names on them: {members}"),
    )
}

/// What a list may hold.
pub fn holds(language: Language, kind: MemberKind, persons: bool) -> String {
    let kind = kind.words(language);
    match (language, persons) {
        (Language::Zh, true) => format!("本名单写{kind}，可以写人名；只写工作需要的，删除后不能恢复。"),
        (Language::Zh, false) => format!("本名单写{kind}，不写人名。"),
        (Language::En, true) => {
            format!("This list holds {kind} and may name persons; write no more than the work needs.")
        }
        (Language::En, false) => format!("This list holds {kind} and no names of persons."),
    }
}

/// old + came − left = new.
pub fn balance(language: Language, balance: Balance, until: Day) -> String {
    let Balance { old, came, left, new } = balance;
    let year = until.year();
    match language {
        Language::Zh => format!("{year} 年：年初 {old} + 新增 {came} − 退出 {left} = {until} 在册 {new}"),
        Language::En => format!("{year}: {old} at the start + {came} in − {left} out = {new} on {until}"),
    }
}

/// By which rule a list makes a figure.
pub fn rule(language: Language, basis: Basis, states: &[String], first: Year) -> String {
    let states = states.join(language.pick("、", ", "));
    match (language, basis) {
        (Language::Zh, Basis::Stock) => format!("时点存量：月末最后一天处于“{states}”的。"),
        (Language::Zh, Basis::YearlyFlow) => {
            format!("年度数：当年 1 月 1 日以来新进入“{states}”的，后来退出的仍计。")
        }
        (Language::Zh, Basis::RunningTotal) => {
            format!("累计数：{first} 年 1 月 1 日以来新进入“{states}”的，每个只计一次。")
        }
        (Language::Zh, Basis::Level | Basis::Unstated) => {
            format!("口径未载明：先认定口径，才能由“{states}”计数。")
        }
        (Language::En, Basis::Stock) => {
            format!("A stock: who is in “{states}” on the last day of the month.")
        }
        (Language::En, Basis::YearlyFlow) => {
            format!(
                "A figure of the year: who came into “{states}” since 1 January, whether or not they left again."
            )
        }
        (Language::En, Basis::RunningTotal) => {
            format!("A running total: who came into “{states}” since 1 January {first}, each once.")
        }
        (Language::En, Basis::Level | Basis::Unstated) => {
            format!("The basis is not stated: it has to be decided before “{states}” can be counted.")
        }
    }
}

/// By how much the reported figure is above that of the list.
pub fn difference(language: Language, difference: Option<Quantity>) -> String {
    let Some(difference) = difference else { return String::new() };
    if difference == Quantity::ZERO {
        return language.pick("一致", "the same").into();
    }
    let bare = difference.to_string();
    match (language, bare.strip_prefix('-')) {
        (Language::Zh, None) => format!("填报数多 {bare}"),
        (Language::Zh, Some(less)) => format!("填报数少 {less}"),
        (Language::En, None) => format!("{bare} more reported"),
        (Language::En, Some(less)) => format!("{less} fewer reported"),
    }
}

/// What the page of an indicator says beside the link to a list.
pub fn counted(language: Language, count: usize, is_empty: bool) -> String {
    if is_empty {
        return language.pick("还没有成员", "nobody on it yet").into();
    }
    language.pick(format!("名单上现有 {count} 个"), format!("{count} on it now"))
}

/// Which of the members that fit stand on the page.
pub fn shown(language: Language, from: usize, to: usize, of: usize) -> String {
    match (language, of) {
        (Language::Zh, 0) => "共 0 个".into(),
        (Language::En, 0) => "none".into(),
        (Language::Zh, _) => format!("第 {from}–{to} 个，共 {of} 个"),
        (Language::En, _) => format!("{from} to {to} of {of}"),
    }
}

/// What a block would come to, in a sentence.
pub fn dry_run(language: Language, reading: &Reading) -> String {
    if let Some(refused) = reading.refused {
        return self::refused(language, refused);
    }
    let count = |is: fn(&Fate) -> bool| reading.count(is);
    let (fresh, there) =
        (count(|fate| matches!(fate, Fate::New(_))), count(|fate| matches!(fate, Fate::There(_))));
    let changes = count(|fate| matches!(fate, Fate::Changes(..)));
    let (near, faulty) =
        (count(|fate| matches!(fate, Fate::Near(..))), count(|fate| matches!(fate, Fate::Faulty(_))));
    let rows = reading.lines.len();
    let gone = reading.gone.len();
    let mut said = match language {
        Language::Zh => format!(
            "{rows} 行：新增 {fresh}，已在册 {there}，状态变更 {changes}，相近待定 {near}，有错误 {faulty}；名单上有而粘贴中没有的 {gone}。"
        ),
        Language::En => format!(
            "Rows: {rows}. New: {fresh}; there already: {there}; other state: {changes}; nearly the same: {near}; faulty: {faulty}. On the list and not in the paste: {gone}."
        ),
    };
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
        said.push_str(language.pick(
            "太长，只读了前面的行，其余请再粘贴一次。",
            " Too long: only the first rows were read; paste the rest again.",
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
        (Language::Zh, Fault::Twice(row)) => format!("与第 {row} 行是同一个名称"),
        (Language::En, Fault::Twice(row)) => format!("the same name as in row {row}"),
        (Language::Zh, Fault::NotThere) => "不在名单上，无从退出".into(),
        (Language::En, Fault::NotThere) => "not on the list, so it cannot leave it".into(),
        (Language::Zh, Fault::Before(day)) => format!("早于其入册的 {day}"),
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
pub fn hindered(language: Language, hindered: Hindered) -> String {
    let Hindered { faulty, undecided } = hindered;
    match language {
        Language::Zh => format!("没有登记：{faulty} 行有错误，{undecided} 行相近待定。"),
        Language::En => format!("Nothing was recorded. Faulty rows: {faulty}; undecided: {undecided}."),
    }
}

/// How much was recorded.
pub fn recorded(language: Language, entries: usize) -> String {
    language.pick(
        format!("已登记 {entries} 条，可一次撤销。"),
        format!("Recorded: {entries}; one undo takes it all back."),
    )
}

/// What is done with a member.
pub fn act(language: Language, act: Act) -> &'static str {
    match act {
        Act::Change => language.pick("变更状态", "Change the state"),
        Act::Correct => language.pick("更正名称、县区、依托单位", "Correct name, district, host"),
        Act::Withdraw => language.pick("误登，撤回", "Recorded by mistake: withdraw"),
        Act::Redact => language.pick("永久删除名称", "Delete the name for good"),
    }
}

/// What is wrong with what was typed of a member.
pub fn act_fault(language: Language, fault: ActFault) -> String {
    match (language, fault) {
        (Language::Zh, ActFault::NoState) => "请选状态。".into(),
        (Language::En, ActFault::NoState) => "Choose a state.".into(),
        (Language::Zh, ActFault::NoDay) => "请填起始日。".into(),
        (Language::En, ActFault::NoDay) => "Enter the day.".into(),
        (Language::Zh, ActFault::NoSuchDay) => "起始日不是日期，请写成 2024-03-01。".into(),
        (Language::En, ActFault::NoSuchDay) => "That is no day; write 2024-03-01.".into(),
        (Language::Zh, ActFault::Future) => "起始日还没有到。".into(),
        (Language::En, ActFault::Future) => "That day has not come yet.".into(),
        (Language::Zh, ActFault::Before(day)) => format!("早于入册的 {day}。"),
        (Language::En, ActFault::Before(day)) => format!("Before it came on the list, on {day}."),
        (Language::Zh, ActFault::SameState) => "那一天已经是这个状态。".into(),
        (Language::En, ActFault::SameState) => "It is in that state on that day already.".into(),
        (Language::Zh, ActFault::NoName) => "请填名称。".into(),
        (Language::En, ActFault::NoName) => "Enter a name.".into(),
        (Language::Zh, ActFault::Unchanged) => "没有改动。".into(),
        (Language::En, ActFault::Unchanged) => "Nothing is different.".into(),
        (Language::Zh, ActFault::TooLong) => "文字过长。".into(),
        (Language::En, ActFault::TooLong) => "The text is too long.".into(),
        (Language::Zh, ActFault::NoReason) => "请写理由。".into(),
        (Language::En, ActFault::NoReason) => "Give a reason.".into(),
        (Language::Zh, ActFault::Locked(month)) => {
            format!("这条记在 {month}，该期{}，改动不会计入。请先解锁。", names::LOCK.words(language))
        }
        (Language::En, ActFault::Locked(month)) => {
            format!(
                "It was recorded for {month}, which is locked: the change would not count. Unlock it first."
            )
        }
        (Language::Zh, ActFault::NotSure) => "请先勾选确认。".into(),
        (Language::En, ActFault::NotSure) => "Confirm first.".into(),
    }
}
