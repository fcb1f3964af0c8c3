//! What a slot and a statement are called.

use crate::ledger::kinds::ItemChange;
use crate::ledger::words as names;
use crate::ledger::{Said, Slot};
use crate::plan::PlanIndex;
use crate::standing::Light;
use crate::text::{Language, isolated};

/// Stands in a cell where a ledger shows nothing.
pub fn nothing(language: Language) -> &'static str {
    language.pick("—", "-")
}

/// Names the subject of what belongs to the ledger as a whole.
pub fn ledger(language: Language) -> &'static str {
    language.pick("台账", "Ledger")
}

/// What is said: the actual of a month, a district's share, progress.
pub fn what(plan: &PlanIndex, slot: &Slot, language: Language) -> String {
    let when = match slot {
        Slot::Actual { month, .. }
        | Slot::Progress { month, .. }
        | Slot::Problem { month, .. }
        | Slot::Submission { month, .. }
        | Slot::Lock { month }
        | Slot::Judgement { month, .. }
        | Slot::Window { month } => month.to_string(),
        Slot::YearTarget { year, .. }
        | Slot::ItemLine { year, .. }
        | Slot::ItemCourse { year, .. }
        | Slot::Adjustment { year, .. }
        | Slot::Allotment { year, .. }
        | Slot::AssessmentRule { year, .. }
        | Slot::Verdict { year, .. } => year.to_string(),
        Slot::Baseline { .. }
        | Slot::Basis { .. }
        | Slot::Rule
        | Slot::ProblemStep { .. }
        | Slot::StartOfUse
        | Slot::DueDay { .. }
        | Slot::Member { .. }
        | Slot::Case { .. }
        | Slot::Issue { .. }
        | Slot::Decision { .. } => String::new(),
    };
    let whose = match slot {
        Slot::Actual { district: Some(district), .. } | Slot::Allotment { district, .. } => {
            plan.organisation_name(district, language).words
        }
        _ => String::new(),
    };
    let words = [slot.kind(language), &when, &whose].map(str::trim);
    words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A statement in a cell.
pub fn value(plan: &PlanIndex, said: &Said, language: Language) -> String {
    match said {
        Said::Actual { report, .. } => report.words(language),
        Said::Baseline { value, .. } | Said::YearTarget { value, .. } => value.to_string(),
        Said::Progress { stage, .. } => stage.words(language).into(),
        Said::Problem { text, .. } => isolated(text),
        Said::Submission => names::REPORTED.words(language).into(),
        Said::Acceptance { .. } => names::ACCEPTED.words(language).into(),
        Said::Return { .. } => names::RETURNED.words(language).into(),
        Said::Lock { accepted } => match language {
            Language::Zh => format!("{} 次填报", accepted.len()),
            Language::En => format!("{} reports", accepted.len()),
        },
        Said::Judgement { claim, .. } => Light::from(*claim).words(language).into(),
        Said::BasisDecision { basis, .. } => basis.words(language).into(),
        Said::Rule(change) => match language {
            Language::Zh => format!("落后 {} 点偏慢，超过 {} 点滞后", change.amber, change.red),
            Language::En => format!("slow from {} points, behind above {}", change.amber, change.red),
        },
        Said::Withdrawal { .. } => names::WITHDRAWN.words(language).into(),
        Said::Redaction { .. } => names::REDACTED.words(language).into(),
        Said::ProblemStep { step, .. } => step.words(language).into(),
        Said::Window { opens, closes, .. } => match language {
            Language::Zh => format!("{opens} 至 {closes}"),
            Language::En => format!("{opens} to {closes}"),
        },
        Said::StartOfUse { .. } => said.kind(language).into(),
        Said::Item(item) => match &item.change {
            ItemChange::Listed(line) => isolated(&line.title),
            ItemChange::Moved { due } => due.to_string(),
            change => change.words(language).into(),
        },
        Said::Member(member) => match &member.state {
            None => names::OFF_THE_LIST.words(language).into(),
            Some(key) => plan
                .list(&member.list)
                .and_then(|list| list.state(key))
                .map_or_else(|| isolated(key), |state| plan.say(&state.name, language).words),
        },
        Said::Adjustment(one) => one.words(language),
        Said::Allotment { value, .. } => value.to_string(),
        Said::Verdict(verdict) => verdict.outcome.words(language).into(),
        Said::AssessmentRule(rule) => isolated(&rule.title),
        Said::Issue(issue) => issue.code.to_string(),
        Said::Case(_) | Said::Decision(_) => {
            said.words().first().map_or_else(String::new, |words| isolated(words))
        }
    }
}

/// The words of the table of changes.
pub struct Words {
    /// Caption of the table.
    pub caption: &'static str,
    /// Head of the column of subjects.
    pub subject: &'static str,
    /// Head of the column that tells what is said about the subject.
    pub what: &'static str,
    /// Shown where nothing differs.
    pub same: &'static str,
}

const ZH: Words =
    Words { caption: "不同之处", subject: "对象", what: "内容", same: "两边完全一样。" };
const EN: Words =
    Words { caption: "What differs", subject: "Subject", what: "What", same: "The two are the same." };

/// Returns the words in a language.
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
