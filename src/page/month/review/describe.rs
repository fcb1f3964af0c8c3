//! An entry in words: what it is about, what it says.

use super::words;
use crate::ledger::words::OFF_THE_LIST;
use crate::ledger::{ProblemStep, Report, Said};
use crate::page::shared::names;
use crate::plan::PlanIndex;
use crate::standing::AsOf;
use crate::text::{Language, Link, Text};

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Something that the plan has.
    Known(Link),
    /// An identifier that it has not; untrusted.
    Unknown(String),
    /// Nothing in particular: what kind of entry it is says enough.
    None,
}

/// What an entry says, beside its subject.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Statement {
    /// A figure, a stage, or what stands in place of it. Empty where words are all there is.
    pub value: String,
    pub unit: Text,
    /// What a person typed: evidence, notes, a problem. Untrusted.
    pub words: Vec<String>,
}

/// Subject and district of an entry.
pub fn subject(as_of: AsOf, said: &Said) -> (Subject, Option<Text>) {
    let AsOf { plan, ledger, language, .. } = as_of;
    let district = match said {
        Said::Actual { district, .. } => district.as_deref().map(|id| name(plan, id, language)),
        _ => None,
    };
    let subject = said.subject().map_or(Subject::None, |id| match names::told(plan, ledger, id, language) {
        Some(link) => Subject::Known(link),
        None => Subject::Unknown(id.to_string()),
    });
    (subject, district)
}

/// What an entry says.
pub fn statement(plan: &PlanIndex, said: &Said, language: Language) -> Statement {
    let typed = said.words().into_iter().filter(|words| !words.is_empty()).map(str::to_owned).collect();
    let unit =
        |id: &str| plan.indicator(id).map(|place| plan.say(&place.item.unit, language)).unwrap_or_default();
    let (value, unit) = match said {
        Said::Actual { indicator, report: Report::Value(value), .. } => (value.to_string(), unit(indicator)),
        Said::Actual { report, .. } => (report.words(language), Text::default()),
        Said::Baseline { indicator, value, .. } => (value.to_string(), unit(indicator)),
        Said::YearTarget { indicator, year, value, .. } => {
            ([&year.to_string(), " · ", &value.to_string()].concat(), unit(indicator))
        }
        Said::Progress { stage, .. } => (stage.words(language).to_owned(), Text::default()),
        Said::BasisDecision { basis, .. } => (basis.words(language).to_owned(), Text::default()),
        Said::Lock { accepted } => (accepted.len().to_string(), Text::default()),
        Said::Problem { until: Some(day), .. } => (words::until(language, *day), Text::default()),
        Said::ProblemStep { step, .. } => {
            let until = match step {
                ProblemStep::ExtensionAsked { until } => [" · ", &words::until(language, *until)].concat(),
                _ => String::new(),
            };
            ([step.words(language), &until].concat(), Text::default())
        }
        Said::Window { opens, closes, .. } => {
            ([&opens.to_string(), " – ", &closes.to_string()].concat(), Text::default())
        }
        Said::Item(item) => (item.change.words(language).to_owned(), Text::default()),
        Said::Member(member) => {
            let state = member.state.as_deref().map_or_else(
                || OFF_THE_LIST.words(language).to_owned(),
                |key| {
                    let known = plan.list(&member.list).and_then(|list| list.state(key));
                    known.map_or_else(|| key.to_owned(), |state| plan.say(&state.name, language).words)
                },
            );
            ([&state, " · ", &member.from.to_string()].concat(), Text::default())
        }
        Said::Adjustment(one) => (one.words(language), Text::default()),
        Said::Allotment { indicator, year, value, .. } => {
            ([&year.to_string(), " · ", &value.to_string()].concat(), unit(indicator))
        }
        Said::Verdict(verdict) => (verdict.outcome.words(language).to_owned(), Text::default()),
        Said::Issue(issue) => (issue.code.to_string(), Text::default()),
        Said::Problem { until: None, .. }
        | Said::AssessmentRule(_)
        | Said::Case(_)
        | Said::Decision(_)
        | Said::Submission
        | Said::Acceptance { .. }
        | Said::Return { .. }
        | Said::Judgement { .. }
        | Said::Rule(_)
        | Said::Withdrawal { .. }
        | Said::StartOfUse { .. }
        | Said::Redaction { .. } => (String::new(), Text::default()),
    };
    Statement { value, unit, words: typed }
}

/// The name of an organisation; of one that the plan has not, its identifier, called that: else an identifier that
/// reads like a real one's name would head a receipt like the real one.
pub fn name(plan: &PlanIndex, id: &str, language: Language) -> Text {
    let unknown = || Text::plain(words::unknown_organisation(language, id));
    plan.organisation(id).map_or_else(unknown, |one| plan.say(&one.name, language))
}
