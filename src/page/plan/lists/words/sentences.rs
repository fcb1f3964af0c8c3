//! Sentences with figures and names in them.

use super::super::act::{Act, Fault as ActFault};
use crate::ledger::known::Balance;
use crate::ledger::words as names;
use crate::plan::{Basis, Day, MemberKind, Quantity, Year};
use crate::standing::alike::Likeness;
use crate::standing::lists::Beside;
use crate::text::Language;

/// How many lists, and how many of them have members.
pub fn heading(language: Language, lists: usize, begun: usize) -> String {
    language.pick(
        format!("{lists} 份名单，{begun} 份已有登记"),
        format!("Lists: {lists}; with members recorded: {begun}"),
    )
}

/// Whether the text orders a list, or it is only proposed.
pub fn origin(language: Language, is_stated: bool) -> &'static str {
    match is_stated {
        true => language.pick("方案原文要求建立。", "The plan orders it."),
        false => language.pick(
            "方案原文只有指标数，没有这份名单；名单由本页拟定，尚未经任何单位认定。",
            "The plan has only the figure. The list is this page's proposal; nobody has accepted it yet.",
        ),
    }
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
        Language::Zh => format!("{year} 年：年初 {old} + 新增 {came} − 退出 {left} = {until} 现有 {new}"),
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
        (Language::Zh, Basis::Level) => "水平值，不由名单计数得出。".into(),
        (Language::Zh, Basis::Unstated) => {
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
        (Language::En, Basis::Level) => "A level: no list is counted for it.".into(),
        (Language::En, Basis::Unstated) => {
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

/// What the page of an indicator says beside the link to a list: both figures of the last month that is over.
pub fn counted(language: Language, beside: Option<&Beside>) -> String {
    let Some(beside) = beside else {
        return language
            .pick("最近应报的月份名单还没有成员", "nobody was on it in the last month that is due")
            .into();
    };
    let Beside { month, listed, typed } = beside;
    let difference = difference(language, beside.difference());
    match (language, typed) {
        (Language::Zh, None) => format!("{month} 名单数 {listed}，未填报"),
        (Language::En, None) => format!("{month}: {listed} by the list, not reported"),
        (Language::Zh, Some(typed)) => format!("{month} 名单数 {listed}，填报数 {typed}（{difference}）"),
        (Language::En, Some(typed)) => {
            format!("{month}: {listed} by the list, {typed} reported ({difference})")
        }
    }
}

/// Title of what a district has on the lists.
pub fn of_district(language: Language) -> &'static str {
    language.pick("名单上的成员", "On the lists")
}

/// How many of a district are on a list.
pub fn so_many(language: Language, count: usize) -> String {
    language.pick(format!("现有 {count} 个"), format!("{count} now"))
}

/// How many pairs of members that may be one do not stand on the page.
pub fn more_doubles(language: Language, more: usize) -> String {
    language.pick(format!("另有 {more} 对。"), format!("And {more} more."))
}

/// Why two members may be one.
pub fn alike(language: Language, likeness: Option<Likeness>) -> &'static str {
    match likeness {
        None => language.pick("名称完全相同", "the same name"),
        Some(likeness) => super::likeness(language, likeness),
    }
}

/// Which of the members that fit stand on the page.
pub fn shown(language: Language, from: usize, to: usize, of: usize) -> String {
    match (language, of) {
        (Language::En, 0) => "none".into(),
        (Language::Zh, _) if to - (from - 1) == of => format!("共 {of} 个"),
        (Language::En, _) if to - (from - 1) == of => format!("{of} in all"),
        (Language::Zh, _) => format!("第 {from}–{to} 个，共 {of} 个"),
        (Language::En, _) => format!("{from} to {to} of {of}"),
    }
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

/// Why nothing is offered of a member that another organisation wrote down.
pub fn not_yours(language: Language) -> &'static str {
    language.pick(
        "这个成员由其他单位登记，只有该单位或印发方案的单位能变更。",
        "Another organisation recorded this member: it or whoever issued the plan can change it.",
    )
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
        (Language::Zh, ActFault::Before(day)) => format!("早于列入名单的 {day}。"),
        (Language::En, ActFault::Before(day)) => format!("Before it came on the list, on {day}."),
        (Language::Zh, ActFault::SameState) => "那一天已经是这个状态。".into(),
        (Language::En, ActFault::SameState) => "It is in that state on that day already.".into(),
        (Language::Zh, ActFault::NoName) => "请填名称。".into(),
        (Language::En, ActFault::NoName) => "Enter a name.".into(),
        (Language::Zh, ActFault::Unchanged) => "没有改动。".into(),
        (Language::En, ActFault::Unchanged) => "Nothing is different.".into(),
        (Language::Zh, ActFault::TooLong) => "文字过长。".into(),
        (Language::En, ActFault::TooLong) => "The text is too long.".into(),
        (Language::Zh, ActFault::NoChoice) => "请选要撤回的。".into(),
        (Language::En, ActFault::NoChoice) => "Choose what to take back.".into(),
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
