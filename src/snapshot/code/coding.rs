//! The code of a ledger a stretch at a time, so that a page can draw in between.

use super::pieces::Pieces;
use crate::ledger::{Ledger, Slot};
use crate::link::fingerprint::Fingerprint;
use crate::plan::PlanIndex;
use std::sync::Arc;
use std::vec;

/// What stands in the place of a code until it is there.
pub const WAITING: &str = "…";
/// Slots that are looked at in one step.
const STRETCH: usize = 40;

/// A code on its way.
pub struct Coding {
    plan: Arc<PlanIndex>,
    ledger: Arc<Ledger>,
    slots: vec::IntoIter<Slot>,
    pieces: Pieces,
}

impl Coding {
    /// Starts the code of what a ledger shows; [`Coding::step`] goes on with it.
    pub fn new(plan: Arc<PlanIndex>, ledger: Arc<Ledger>) -> Self {
        let slots: Vec<Slot> = ledger.slots().map(|(slot, _)| slot.clone()).collect();
        let pieces = Pieces::new(&plan);
        Self { plan, ledger, slots: slots.into_iter(), pieces }
    }

    /// Goes on by a stretch; the same code as [`super::snapshot_code`] gives once everything was looked at.
    pub fn step(&mut self) -> Option<Fingerprint> {
        if self.slots.len() == 0 {
            return Some(self.pieces.fingerprint());
        }
        for slot in self.slots.by_ref().take(STRETCH) {
            self.pieces.look(&self.plan, &self.ledger, &slot);
        }
        None
    }

    /// The code of the records alone, as releases gave it that did not know of editions of a plan; of what was looked at
    /// so far.
    pub fn of_records(&mut self) -> Fingerprint {
        self.pieces.of_records()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::snapshot::code::{snapshot_code, tests::plan};

    #[test]
    fn in_stretches_the_code_is_the_same() {
        let plan = Arc::new(plan());
        let ledger = Arc::new(Ledger::new(sample::batches(&plan)));
        let slots = ledger.slots().count();
        let mut coding = Coding::new(plan.clone(), ledger.clone());
        let mut steps = 0;
        let code = loop {
            steps += 1;
            if let Some(code) = coding.step() {
                break code;
            }
        };
        assert_eq!(code, snapshot_code(&plan, &ledger));
        assert_eq!(steps, slots.div_ceil(STRETCH) + 1);
        assert!(steps > 10);
    }
}
