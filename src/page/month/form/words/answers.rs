//! What the form says of problems that wait for an answer.

use super::super::answers::Reply;
use super::super::spot::AnswerField;
use crate::ledger::kinds::{ProblemState, ProblemStep};
use crate::ledger::words as names;
use crate::plan::Day;
use crate::text::{Language, isolated};

/// The head of the section.
pub fn title(language: Language, count: usize) -> String {
    language.pick(format!("需答复的问题（{count}）"), format!("Problems to answer ({count})"))
}

/// What is to be done there.
pub fn note(language: Language) -> &'static str {
    language.pick(
        "每个问题可以答复、申请销号或申请延期；暂无情况可不填。状态以填报链接和本机所知为准",
        "Answer each, ask to close it out, or ask for more time; leave it where there is nothing to say. States are as this link and this device know them",
    )
}

/// The choice that is made for a problem.
pub fn choice(language: Language) -> &'static str {
    language.pick("本次办理", "This time")
}

/// Nothing is said.
pub fn nothing(language: Language) -> &'static str {
    language.pick("暂不答复", "nothing to say")
}

/// What can be said.
pub fn reply(language: Language, reply: Reply) -> &'static str {
    match reply {
        Reply::Answer => language.pick("答复进展", "answer"),
        Reply::CloseOut => names::CLOSE_OUT_ASKED.words(language),
        Reply::MoreTime => language.pick("申请延期", "ask for more time"),
    }
}

/// What a field is called.
pub fn field(language: Language, reply: Reply, field: AnswerField) -> &'static str {
    match (field, reply) {
        (AnswerField::Evidence, _) => language.pick("佐证", "Evidence"),
        (AnswerField::Until, _) => language.pick("延期至", "Until"),
        (AnswerField::Text, Reply::Answer) => language.pick("答复", "Answer"),
        (AnswerField::Text, Reply::CloseOut) => language.pick("解决情况", "How it was settled"),
        (AnswerField::Text, Reply::MoreTime) => language.pick("延期理由", "Reason"),
    }
}

/// How far it has come, and until when it is to be settled.
pub fn about(language: Language, state: ProblemState, due: Option<Day>) -> String {
    let state = state.words(language);
    match due {
        None => language.pick(format!("{state}，时限未定"), format!("{state}, no due day")),
        Some(day) => language.pick(format!("{state}，时限 {day}"), format!("{state}, due {day}")),
    }
}

/// What the officer said: what was done, in which words, by which paper.
pub fn said(language: Language, step: &ProblemStep, text: &str, document: &str) -> String {
    let done = match step {
        ProblemStep::ExtensionGranted { until } => {
            language.pick(format!("同意延期至 {until}"), format!("granted more time until {until}"))
        }
        other => other.words(language).to_owned(),
    };
    let text = isolated(text.trim());
    let paper = match document.trim() {
        "" => String::new(),
        paper => language.pick(format!("（{}）", isolated(paper)), format!(" ({})", isolated(paper))),
    };
    let between = if text.is_empty() { "" } else { language.pick("：", ": ") };
    [&done, between, &text, &paper].concat()
}

/// What an answer is about of which the form knows no more than its number.
pub fn not_here(language: Language, number: &str) -> String {
    let number = isolated(number);
    language.pick(format!("编号 {number} 的问题"), format!("Problem {number}"))
}

/// Why it is not asked about.
pub fn why_not_here(language: Language) -> &'static str {
    language.pick(
        "本表没有问到：可能已办结、中止或改由其他单位办理，也可能要从填报链接打开本表",
        "This form does not ask about it: it is settled, put aside or handed on, or the form has to be opened by its link",
    )
}

/// The reason that is written down when a reporter takes back an answer.
pub fn taken_back(language: Language) -> &'static str {
    language.pick("填报单位撤回答复", "answer withdrawn by the reporter")
}

/// That an answer is taken back, as a line of a receipt.
pub fn takes_back(language: Language) -> &'static str {
    language.pick("撤回此前对一个问题的答复", "Withdraws an earlier answer to a problem")
}

/// In the place of words that were deleted.
pub fn deleted(language: Language) -> &'static str {
    language.pick("（文字已删除）", "(words redacted)")
}

/// A step in the lines of a receipt, before what was typed.
pub fn told(language: Language, step: &ProblemStep) -> String {
    match step {
        ProblemStep::ExtensionAsked { until } => {
            language.pick(format!("申请延期至 {until}"), format!("asks for more time until {until}"))
        }
        other => other.words(language).to_owned(),
    }
}

/// A problem that the form does not have any more.
pub fn a_problem(language: Language) -> &'static str {
    names::PROBLEM.words(language)
}
