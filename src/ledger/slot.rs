//! What an entry speaks about. Entries of one slot compete: the latest that counts is shown.

use super::{Batch, EntryId, Id, Said};
use crate::plan::{Month, Year};

/// A place that holds one statement at a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    Actual {
        indicator: Id,
        district: Option<Id>,
        month: Month,
    },
    Baseline {
        indicator: Id,
    },
    Progress {
        subject: Id,
        month: Month,
    },
    /// Every problem has a place of its own.
    Problem {
        month: Month,
        entry: EntryId,
    },
    Submission {
        organisation: Id,
        month: Month,
    },
    Lock {
        month: Month,
    },
    YearTarget {
        indicator: Id,
        year: Year,
    },
    Judgement {
        subject: Id,
        month: Month,
    },
    Basis {
        indicator: Id,
    },
    Rule,
    /// How a problem stands: the latest step of its life.
    ProblemState {
        problem: EntryId,
    },
    Window {
        month: Month,
    },
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
