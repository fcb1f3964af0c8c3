//! What an entry speaks about. Entries of one slot compete: the latest that counts is shown.

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
    /// How a problem stands: the latest step of its life.
    ProblemState {
        /// The entry that reported the problem.
        problem: EntryId,
    },
    /// The window of a period as the bureau moved it.
    Window {
        /// The period whose reports come in then.
        month: Month,
    },
    /// The first period of use: one for the whole ledger.
    StartOfUse,
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
            Said::ProblemStep { of, .. } => Self::ProblemState { problem: *of },
            Said::Window { .. } => Self::Window { month },
            Said::StartOfUse { .. } => Self::StartOfUse,
            Said::Acceptance { .. }
            | Said::Return { .. }
            | Said::Withdrawal { .. }
            | Said::Redaction { .. } => {
                return None;
            }
        })
    }
}
