//! Opening the desk a step at a time, so that a page can be drawn while the ledger of years is read.

use super::Desk;
use super::recorder::{Recorder, Setup};
use crate::ledger::{Batch, Folding};
use crate::storage::{self, BatchCodec, Port};
use std::rc::Rc;
use std::sync::Arc;
use std::vec;

/// A [`Desk`] on its way.
pub struct Opening(Then);

enum Then {
    Reading(Setup, storage::Opening<Rc<dyn Port>, BatchCodec>),
    Folding(Recorder, Folding<vec::IntoIter<Arc<Batch>>>),
    Opened,
}

impl Opening {
    pub fn new(setup: Setup) -> Self {
        let reading = setup.opening();
        Self(Then::Reading(setup, reading))
    }

    /// Goes on by a step; the desk once everything is there. It is made under the owner of that moment.
    pub fn step(&mut self) -> Option<Desk> {
        self.0 = match std::mem::replace(&mut self.0, Then::Opened) {
            Then::Reading(setup, mut reading) => match reading.step() {
                None => Then::Reading(setup, reading),
                Some(store) => {
                    let batches: Vec<_> = store.batches().cloned().collect();
                    Then::Folding(Recorder::new(setup, store), Folding::new(batches))
                }
            },
            Then::Folding(recorder, mut folding) => match folding.step() {
                None => Then::Folding(recorder, folding),
                Some(ledger) => return Some(Desk::over(recorder, ledger)),
            },
            Then::Opened => Then::Opened,
        };
        None
    }
}
