//! What an entry speaks about. Entries of one slot compete: the latest that counts is shown.

use super::kinds::{Decision, ItemChange, Listing};
use super::{Batch, EntryId, Id, Said};
use crate::plan::{Month, Year};

/// A place that holds one statement at a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The actual of an indicator at the end of a period.
    Actual {
        /// Identifier of the indicator.
        indicator: Id,
        /// Identifier of the district; `None` for the city's own figure.
        district: Option<Id>,
        /// The reporting period.
        month: Month,
    },
    /// The baseline of an indicator.
    Baseline {
        /// Identifier of the indicator.
        indicator: Id,
    },
    /// How far something had come by the end of a period.
    Progress {
        /// Identifier of a measure, project or milestone.
        subject: Id,
        /// The reporting period.
        month: Month,
    },
    /// Every problem has a place of its own.
    Problem {
        /// The period in which it was reported.
        month: Month,
        /// The entry that says it.
        entry: EntryId,
    },
    /// That an organisation has reported all that it owes for a period.
    Submission {
        /// Identifier of the organisation.
        organisation: Id,
        /// The reporting period.
        month: Month,
    },
    /// That a period is closed.
    Lock {
        /// The reporting period.
        month: Month,
    },
    /// A target set after the plan was issued (年度分解).
    YearTarget {
        /// Identifier of the indicator.
        indicator: Id,
        /// The year at whose end it is to be reached.
        year: Year,
    },
    /// The light that a person set for a period.
    Judgement {
        /// Identifier of that whose light it is.
        subject: Id,
        /// The period for which it holds.
        month: Month,
    },
    /// The bureau's decision on a basis that the plan does not state.
    Basis {
        /// Identifier of the indicator.
        indicator: Id,
    },
    /// The rule for lights: one for the whole ledger.
    Rule,
    /// Every step in the life of a problem has a place of its own: what it comes to is more than the latest of them.
    ProblemStep {
        /// The entry that reported the problem.
        problem: EntryId,
        /// The entry that takes the step.
        entry: EntryId,
    },
    /// The window of a period as the bureau moved it.
    Window {
        /// The period whose reports come in then.
        month: Month,
    },
    /// The first period of use: one for the whole ledger.
    StartOfUse,
    /// Every line of an item on a year's list has a place of its own: what it said in a month is asked of that month,
    /// whatever it says now.
    ItemLine {
        /// Identifier of the item.
        item: Id,
        /// The year of the list, the first of several.
        year: Year,
        /// The entry that words it.
        entry: EntryId,
    },
    /// That an item goes on in a year, or is ended in it, each by an entry in a place of its own: what was ended in May
    /// went on until then. Its line has another place, so that what is ended is still known by its words.
    ItemCourse {
        /// Identifier of the item.
        item: Id,
        /// The year.
        year: Year,
        /// The entry that says so.
        entry: EntryId,
    },
    /// Every movement of a due day has a place of its own, so that it shows how often and from when it was moved.
    DueDay {
        /// Identifier of the item.
        item: Id,
        /// The entry that moves it.
        entry: EntryId,
    },
    /// Every state of a member has a place of its own: each holds from a day on.
    Member {
        /// Identifier of the list.
        list: Id,
        /// The entry that named the member.
        member: EntryId,
        /// The entry that says the state.
        entry: EntryId,
    },
    /// Every adjustment has a place of its own: each holds from a day on.
    Adjustment {
        /// Identifier of what is adjusted.
        subject: Id,
        /// The year of which the promise is.
        year: Year,
        /// The entry that says it.
        entry: EntryId,
    },
    /// A district's share of an indicator in a year.
    Allotment {
        /// Identifier of the indicator.
        indicator: Id,
        /// The year.
        year: Year,
        /// Identifier of the district.
        district: Id,
    },
    /// A rule by which districts are assessed.
    AssessmentRule {
        /// The year that is assessed.
        year: Year,
        /// Its name.
        rule: Id,
    },
    /// The verdict on a promise of a year.
    Verdict {
        /// The year.
        year: Year,
        /// Identifier of what was promised.
        subject: Id,
    },
    /// A case, and every step that it takes.
    Case {
        /// The entry that told the case.
        case: EntryId,
        /// The entry itself.
        entry: EntryId,
    },
    /// Every issued document has a place of its own: what was issued stays issued.
    Issue {
        /// Which document.
        document: Id,
        /// The entry that says so.
        entry: EntryId,
    },
    /// A decision of a meeting, and that it is settled.
    Decision {
        /// The entry that took it.
        decision: EntryId,
        /// The entry itself.
        entry: EntryId,
    },
}

impl Slot {
    /// The slot of an entry; none for what speaks about other entries.
    pub(super) fn of(batch: &Batch, id: EntryId, said: &Said) -> Option<Self> {
        let month = batch.month;
        Some(match said {
            Said::Actual { indicator, district, .. } => {
                Self::Actual { indicator: indicator.clone(), district: district.clone(), month }
            }
            Said::Baseline { indicator, .. } => Self::Baseline { indicator: indicator.clone() },
            Said::Progress { subject, .. } => Self::Progress { subject: subject.clone(), month },
            Said::Problem { .. } => Self::Problem { month, entry: id },
            Said::Submission => Self::Submission { organisation: batch.organisation.clone(), month },
            Said::Lock { .. } => Self::Lock { month },
            Said::YearTarget { indicator, year, .. } => {
                Self::YearTarget { indicator: indicator.clone(), year: *year }
            }
            Said::Judgement { subject, .. } => Self::Judgement { subject: subject.clone(), month },
            Said::BasisDecision { indicator, .. } => Self::Basis { indicator: indicator.clone() },
            Said::Rule(_) => Self::Rule,
            Said::ProblemStep { of, .. } => Self::ProblemStep { problem: *of, entry: id },
            Said::Window { .. } => Self::Window { month },
            Said::StartOfUse { .. } => Self::StartOfUse,
            Said::Item(said) => {
                let item = said.id.clone();
                match &said.change {
                    ItemChange::Listed(line) => Self::ItemLine { item, year: line.years.from, entry: id },
                    ItemChange::CarriedOn { year } => Self::ItemCourse { item, year: *year, entry: id },
                    ItemChange::Ended { on } => Self::ItemCourse { item, year: on.year(), entry: id },
                    ItemChange::Moved { .. } => Self::DueDay { item, entry: id },
                }
            }
            Said::Member(member) => {
                let named = match member.who {
                    Listing::Named { .. } => id,
                    Listing::Known { of } => of,
                };
                Self::Member { list: member.list.clone(), member: named, entry: id }
            }
            Said::Adjustment(one) => {
                Self::Adjustment { subject: one.subject.clone(), year: one.year, entry: id }
            }
            Said::Allotment { indicator, district, year, .. } => {
                Self::Allotment { indicator: indicator.clone(), year: *year, district: district.clone() }
            }
            Said::AssessmentRule(rule) => Self::AssessmentRule { year: rule.year, rule: rule.id.clone() },
            Said::Verdict(verdict) => Self::Verdict { year: verdict.year, subject: verdict.subject.clone() },
            Said::Case(case) => Self::Case { case: case.of().unwrap_or(id), entry: id },
            Said::Issue(issue) => Self::Issue { document: issue.document.clone(), entry: id },
            Said::Decision(decision) => match **decision {
                Decision::Taken { .. } => Self::Decision { decision: id, entry: id },
                Decision::Settled { of, .. } => Self::Decision { decision: of, entry: id },
            },
            Said::Acceptance { .. }
            | Said::Return { .. }
            | Said::Withdrawal { .. }
            | Said::Redaction { .. } => {
                return None;
            }
        })
    }

    /// Identifier of the thing of which it speaks; `None` for what belongs to the ledger as a whole, and where only the
    /// entry says it.
    pub fn subject(&self) -> Option<&Id> {
        match self {
            Self::Actual { indicator, .. }
            | Self::Baseline { indicator }
            | Self::YearTarget { indicator, .. }
            | Self::Basis { indicator }
            | Self::Allotment { indicator, .. } => Some(indicator),
            Self::Progress { subject, .. }
            | Self::Judgement { subject, .. }
            | Self::Adjustment { subject, .. }
            | Self::Verdict { subject, .. } => Some(subject),
            Self::ItemLine { item, .. } | Self::ItemCourse { item, .. } | Self::DueDay { item, .. } => {
                Some(item)
            }
            Self::Problem { .. }
            | Self::Submission { .. }
            | Self::Lock { .. }
            | Self::Rule
            | Self::ProblemStep { .. }
            | Self::Window { .. }
            | Self::StartOfUse
            | Self::Member { .. }
            | Self::AssessmentRule { .. }
            | Self::Case { .. }
            | Self::Issue { .. }
            | Self::Decision { .. } => None,
        }
    }

    /// The first of the places that belong to the same thing as this one, where each entry has a place of its own and
    /// what they come to depends on which was written first; none where the latest of one place counts.
    pub fn first_of_life(&self) -> Option<Self> {
        let entry = EntryId::FIRST;
        match self.clone() {
            Self::ProblemStep { problem, .. } => Some(Self::ProblemStep { problem, entry }),
            Self::ItemLine { item, year, .. } => Some(Self::ItemLine { item, year, entry }),
            Self::ItemCourse { item, year, .. } => Some(Self::ItemCourse { item, year, entry }),
            Self::DueDay { item, .. } => Some(Self::DueDay { item, entry }),
            Self::Member { list, member, .. } => Some(Self::Member { list, member, entry }),
            Self::Adjustment { subject, year, .. } => Some(Self::Adjustment { subject, year, entry }),
            Self::Case { case, .. } => Some(Self::Case { case, entry }),
            Self::Decision { decision, .. } => Some(Self::Decision { decision, entry }),
            Self::Issue { document, .. } => Some(Self::Issue { document, entry }),
            Self::Actual { .. }
            | Self::Baseline { .. }
            | Self::Progress { .. }
            | Self::Problem { .. }
            | Self::Submission { .. }
            | Self::Lock { .. }
            | Self::YearTarget { .. }
            | Self::Judgement { .. }
            | Self::Basis { .. }
            | Self::Rule
            | Self::Window { .. }
            | Self::StartOfUse
            | Self::Allotment { .. }
            | Self::AssessmentRule { .. }
            | Self::Verdict { .. } => None,
        }
    }
}
