//! What a slot and a statement are called.

use crate::ledger::{Said, Slot};
use crate::page::shared::recorded;
use crate::plan::PlanIndex;
use crate::text::{Language, isolated};

pub fn nothing(language: Language) -> &'static str {
    language.pick("—", "-")
}

pub fn ledger(language: Language) -> &'static str {
    language.pick("台账", "Ledger")
}

/// What is said: the actual of a month, a district's share, progress.
pub fn what(plan: &PlanIndex, slot: &Slot, language: Language) -> String {
    let say =
        |zh: &str, en: &str, rest: &str| format!("{} {rest}", language.pick(zh, en)).trim_end().to_owned();
    match slot {
        Slot::Actual { district: None, month, .. } => say("完成值", "actual", &month.to_string()),
        Slot::Actual { district: Some(district), month, .. } => {
            let rest = format!("{month} {}", recorded::organisation(plan, district, language).words);
            say("完成值", "actual", &rest)
        }
        Slot::Baseline { .. } => say("基期值", "baseline", ""),
        Slot::Progress { month, .. } => say("进展", "progress", &month.to_string()),
        Slot::Problem { month, .. } => say("问题", "problem", &month.to_string()),
        Slot::Submission { month, .. } => say("填报", "report", &month.to_string()),
        Slot::Lock { month } => say("锁定", "lock", &month.to_string()),
        Slot::YearTarget { year, .. } => say("年度目标", "target of the year", &year.to_string()),
        Slot::Judgement { month, .. } => say("人工判灯", "light set by judgement", &month.to_string()),
        Slot::Basis { .. } => say("口径", "basis", ""),
        Slot::Rule => say("判灯规则", "rule for lights", ""),
        Slot::ProblemState { .. } => say("问题办理", "state of a problem", ""),
        Slot::Window { month } => say("填报时限", "window", &month.to_string()),
        Slot::StartOfUse => say("起用", "start of use", ""),
    }
}

/// A statement in a cell.
pub fn value(said: &Said, language: Language) -> String {
    match said {
        Said::Actual { report, .. } => recorded::report(report, language),
        Said::Baseline { value, .. } | Said::YearTarget { value, .. } => value.to_string(),
        Said::Progress { stage, .. } => recorded::stage(*stage, language).word.into(),
        Said::Problem { text, .. } => isolated(text),
        Said::Submission => language.pick("已报", "reported").into(),
        Said::Acceptance { .. } => language.pick("已接收", "accepted").into(),
        Said::Return { .. } => language.pick("已退回", "returned").into(),
        Said::Lock { accepted } => match language {
            Language::Zh => format!("{} 次填报", accepted.len()),
            Language::En => format!("{} reports", accepted.len()),
        },
        Said::Judgement { claim, .. } => recorded::claimed(*claim).words(language).into(),
        Said::BasisDecision { basis, .. } => basis.words(language).into(),
        Said::Rule(change) => match language {
            Language::Zh => format!("落后 {} 点偏慢，超过 {} 点滞后", change.amber, change.red),
            Language::En => format!("slow from {} points, behind above {}", change.amber, change.red),
        },
        Said::Withdrawal { .. } => language.pick("撤回", "withdrawn").into(),
        Said::Redaction { .. } => language.pick("已删去文字", "words struck out").into(),
        Said::ProblemStep { step, .. } => recorded::problem_step(*step, language).into(),
        Said::Window { opens, closes, .. } => match language {
            Language::Zh => format!("{opens} 至 {closes}"),
            Language::En => format!("{opens} to {closes}"),
        },
        Said::StartOfUse { .. } => language.pick("起用", "in use").into(),
    }
}

pub struct Words {
    pub caption: &'static str,
    pub subject: &'static str,
    pub what: &'static str,
    pub same: &'static str,
}

const ZH: Words =
    Words { caption: "不同之处", subject: "对象", what: "内容", same: "两边完全一样。" };
const EN: Words =
    Words { caption: "What differs", subject: "Subject", what: "What", same: "The two show the same." };

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// That not all are listed.
pub fn more(language: Language, more: usize) -> String {
    match language {
        Language::Zh => format!("另有 {more} 处没有列出。"),
        Language::En => format!("{more} more are not listed."),
    }
}
