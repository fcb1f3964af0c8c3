//! Adjustments (调整) of what the plan promises, by a paper. The plan as issued stays beside them.
//!
//! Tasks and measures that are added, carried on or ended are [`super::Item`]s; what the plan promises as a figure, a
//! text or a basis is adjusted here.

use super::Status;
use crate::ledger::Id;
use crate::plan::{Basis, Comparator, Day, Modality, Quantity, Year};

/// That what the plan promises for a year is changed, or that somebody proposes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// Identifier of what is adjusted: an indicator, milestone or measure.
    pub subject: Id,
    /// The year of which the promise is.
    pub year: Year,
    /// Old and new.
    pub change: AdjustmentChange,
    /// Why, by class.
    pub class: ReasonClass,
    /// Why, as typed.
    pub reason: String,
    /// Number of the paper, as typed; empty while there is none.
    pub document: String,
    /// The day that the paper bears.
    pub dated: Option<Day>,
    /// Who decided, as typed; empty while nobody has. Who proposed it is the batch's.
    pub decided_by: String,
    /// The day from which it holds: months that ended before it are judged as before.
    pub effective: Day,
    /// Decided only with paper and decider, see [`Status::of`].
    pub status: Status,
}

/// Old and new of what is adjusted. A target is more than a figure: 突破 500 and 不少于 500 are two promises, so both
/// sides carry all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdjustmentChange {
    /// Another target. `None` as old: the year had none; as new: it has none any more.
    Target {
        /// The target until then.
        old: Option<Aim>,
        /// The target from then on.
        new: Option<Aim>,
    },
    /// Other words.
    Wording {
        /// The words until then.
        old: String,
        /// The words from then on, as typed.
        new: String,
    },
    /// It is counted in another way. The decision on a basis is an entry of its own.
    Basis {
        /// The basis until then.
        old: Basis,
        /// The basis from then on.
        new: Basis,
    },
    /// It goes on as part of another one.
    Merged {
        /// Identifier of the one that goes on.
        into: Id,
    },
    /// It is not promised any more.
    Ended,
}

/// What is to be reached: the figure, how it has to compare, and how firmly it is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The figure, in the indicator's unit, which no adjustment changes.
    pub value: Quantity,
    /// How a reported figure has to compare with it.
    pub comparator: Comparator,
    /// How firmly it is promised.
    pub modality: Modality,
}

/// Why something is adjusted, by class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReasonClass {
    /// 不可抗力.
    ForceMajeure,
    /// 政策变化.
    Policy,
    /// 口径变化.
    Basis,
    /// 上级要求.
    Superior,
    /// 其他.
    Other,
}

/// What sort of change it is. Adjustments of different sorts do not compete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AdjustmentKind {
    /// Of the target.
    Target,
    /// Of the words.
    Wording,
    /// Of the basis.
    Basis,
    /// Whether it is promised at all: merged or ended.
    Existence,
}

impl Adjustment {
    /// What sort of change it is.
    pub fn kind(&self) -> AdjustmentKind {
        match &self.change {
            AdjustmentChange::Target { .. } => AdjustmentKind::Target,
            AdjustmentChange::Wording { .. } => AdjustmentKind::Wording,
            AdjustmentChange::Basis { .. } => AdjustmentKind::Basis,
            AdjustmentChange::Merged { .. } | AdjustmentChange::Ended => AdjustmentKind::Existence,
        }
    }
}

/// The target of the plan, without the place where it stands.
impl From<&crate::plan::Target> for Aim {
    fn from(target: &crate::plan::Target) -> Self {
        Self { value: target.value, comparator: target.comparator, modality: target.modality }
    }
}
