//! Adjustments in force, proposals, and what contradicts each other.

use super::Found;
use crate::ledger::kinds::{Adjustment, AdjustmentKind, Status};
use crate::ledger::{EntryId, Id, Ledger, Said, Slot};
use crate::plan::{Day, Year};

/// An adjustment with the entry that says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adjusted<'a> {
    /// The entry: by whom and when.
    pub found: Found<'a>,
    /// What it says.
    pub adjustment: &'a Adjustment,
}

/// What adjusts a promise as of a day.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct InForce<'a> {
    /// The adjustment by which it is judged; `None` where nothing adjusts it.
    pub judged: Option<Adjusted<'a>>,
    /// Others that hold from the same day and say otherwise: to be resolved by withdrawing one of them.
    pub conflicts: Vec<Adjusted<'a>>,
}

impl Ledger {
    /// Every adjustment of a promise, proposals too, in the order in which they were written.
    pub fn adjustments(&self, subject: &str, year: Year) -> Vec<Adjusted<'_>> {
        let first = Slot::Adjustment { subject: subject.into(), year, entry: EntryId::FIRST };
        self.life(&first).into_iter().filter_map(adjusted).collect()
    }

    /// Every adjustment there is, by subject and year.
    pub fn all_adjustments(&self) -> Vec<Adjusted<'_>> {
        let nobody: Id = "".into();
        let first = Slot::Adjustment { subject: nobody, year: Year(0), entry: EntryId::FIRST };
        let all = self.shown_from(&first).map_while(|(slot, id)| match slot {
            Slot::Adjustment { .. } => self.find(id),
            _ => None,
        });
        all.filter_map(adjusted).collect()
    }

    /// How many adjustments are decided and hold by a day, also where the records are read as issued.
    pub fn count_in_force(&self, day: Day) -> usize {
        let holds =
            |one: &Adjusted| one.adjustment.status == Status::Decided && one.adjustment.effective <= day;
        self.all_adjustments().into_iter().filter(holds).count()
    }

    /// What adjusts a promise in one respect as of a day: of what was decided and holds by then, the latest by the day
    /// from which it holds. Where several hold from that day, the one that was written first is judged by. Nothing, where
    /// the records are read as issued.
    pub fn in_force(&self, subject: &str, year: Year, kind: AdjustmentKind, day: Day) -> InForce<'_> {
        if self.is_as_issued() { InForce::default() } else { self.deciding(subject, year, kind, day) }
    }

    /// As [`Ledger::in_force`], also where the records are read as issued: how the list of adjustments stands.
    pub fn deciding(&self, subject: &str, year: Year, kind: AdjustmentKind, day: Day) -> InForce<'_> {
        let mut holding = self.adjustments(subject, year);
        holding.retain(|Adjusted { adjustment: one, .. }| {
            one.status == Status::Decided && one.kind() == kind && one.effective <= day
        });
        let Some(latest) = holding.iter().map(|one| one.adjustment.effective).max() else {
            return InForce::default();
        };
        holding.retain(|one| one.adjustment.effective == latest);
        let mut holding = holding.into_iter();
        let judged = holding.next();
        let is_other =
            |one: &Adjusted| judged.is_some_and(|judged| judged.adjustment.change != one.adjustment.change);
        InForce { judged, conflicts: holding.filter(is_other).collect() }
    }
}

fn adjusted(found: Found<'_>) -> Option<Adjusted<'_>> {
    match &found.entry.said {
        Said::Adjustment(adjustment) => Some(Adjusted { found, adjustment }),
        _ => None,
    }
}
