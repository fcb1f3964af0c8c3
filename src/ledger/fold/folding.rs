//! The fold over many batches a step at a time, so that whoever draws a page can draw in between.

use super::Ledger;
use super::settling::Touched;
use crate::ledger::{Batch, Slot};
use crate::plan::Month;
use std::collections::btree_set;
use std::sync::Arc;

/// Slots that one step looks at: as long as taking one batch in, more or less.
const STRETCH: usize = 40;

/// Batches on their way into a ledger.
pub struct Folding<I> {
    ledger: Ledger,
    waiting: I,
    touched: Touched,
    then: Then,
}

/// What follows when all batches are in.
enum Then {
    /// They are not.
    Unknown,
    Locks(Vec<Month>),
    Slots(btree_set::IntoIter<Slot>),
}

impl<I: Iterator<Item: Into<Arc<Batch>>>> Folding<I> {
    /// Starts the fold over batches; [`Folding::step`] goes on with it.
    pub fn new(batches: impl IntoIterator<IntoIter = I>) -> Self {
        let waiting = batches.into_iter();
        Self { ledger: Ledger::default(), waiting, touched: Touched::default(), then: Then::Unknown }
    }

    /// Goes on by a step; the ledger once everything is settled.
    pub fn step(&mut self) -> Option<Ledger> {
        match &mut self.then {
            Then::Unknown => match self.waiting.next() {
                Some(batch) => drop(self.ledger.take(batch.into(), &mut self.touched)),
                None => self.then = Then::Locks(self.touched.locked()),
            },
            // They decide over the rest.
            Then::Locks(months) => match months.pop() {
                Some(month) => self.ledger.settle_lock(month, &mut self.touched),
                None => self.then = Then::Slots(std::mem::take(&mut self.touched.slots).into_iter()),
            },
            Then::Slots(slots) => {
                for slot in slots.by_ref().take(STRETCH) {
                    self.ledger.look(&slot);
                }
                if slots.len() == 0 {
                    return Some(std::mem::take(&mut self.ledger));
                }
            }
        }
        None
    }
}
