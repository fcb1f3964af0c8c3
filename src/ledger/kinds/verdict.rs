//! The verdict on a promise of a year (对账销账).

use super::Status;
use crate::ledger::Id;
use crate::plan::{Day, Quantity, Year};

/// What the reconciliation says of one promise of a year. What the figures propose is computed; a verdict that differs
/// needs a reason, and both stay visible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Identifier of what was promised: an indicator, milestone, measure or item.
    pub subject: Id,
    /// The year.
    pub year: Year,
    /// What the organisation says of itself (自报); none where there is no figure.
    pub reported: Option<Quantity>,
    /// What was found when it was checked (核定); none where there is no figure.
    pub checked: Option<Quantity>,
    /// What it comes to.
    pub outcome: Outcome,
    /// Why, as typed; may be empty where it is what the figures say.
    pub reason: String,
    /// Where the figure comes from, as typed; may be empty.
    pub source: String,
    /// What proves it: a document, a list, a page.
    pub evidence: String,
    /// To whom and where it goes on; only of what is carried.
    pub carried: Option<CarriedTo>,
    /// The day of the verdict.
    pub on: Day,
    /// Who did it, as they call themselves.
    pub doer: String,
    /// Who verified it: somebody else.
    pub verifier: String,
    /// Signed by both, or not yet. See [`Verdict::signed`].
    pub status: Status,
}

/// Where something that was not reached goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedTo {
    /// The year that takes it over.
    pub year: Year,
    /// Identifier of the organisation that owes it there; none where it stays whose it was.
    pub organisation: Option<Id>,
    /// Identifier of the item that carries it out there; none where it is the same.
    pub item: Option<Id>,
}

/// What a promise comes to. Every promise of a year has exactly one, so that they add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Met (销账).
    Met,
    /// More than that (超额完成).
    Exceeded,
    /// Not met (未完成).
    NotMet,
    /// Goes on in a later year (结转).
    Carried,
    /// Adjusted by a paper (调整).
    Adjusted,
    /// The figure is not out yet (未公布).
    Unpublished,
    /// The basis is undecided (口径不清).
    Undecided,
}

impl Verdict {
    /// Decided once two different people have put their names to it.
    pub fn signed(doer: &str, verifier: &str) -> Status {
        if doer.trim() == verifier.trim() { Status::Proposed } else { Status::of(doer, verifier) }
    }
}
