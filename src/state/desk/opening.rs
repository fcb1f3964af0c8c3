//! Opening the desk a step at a time, so that a page can be drawn while the ledger of years is read.

use super::Desk;
use super::keeper::{Furniture, Keeper};
use crate::ledger::{Batch, Folding};
use crate::storage::{self, Books, Port};
use std::rc::Rc;
use std::sync::Arc;
use std::vec;

/// A [`Desk`] on its way.
pub struct Opening(Then);

enum Then {
    Reading(Furniture, storage::Opening<Rc<dyn Port>, Books>),
    Folding(Keeper, Folding<vec::IntoIter<Arc<Batch>>>),
    Opened,
}

impl Opening {
    pub fn new(furniture: Furniture) -> Self {
        let reading = furniture.opening();
        Self(Then::Reading(furniture, reading))
    }

    /// Goes on by a step; the desk once everything is there. It is made under the owner of that moment.
    pub fn step(&mut self) -> Option<Desk> {
        self.0 = match std::mem::replace(&mut self.0, Then::Opened) {
            Then::Reading(furniture, mut reading) => match reading.step() {
                None => Then::Reading(furniture, reading),
                Some(store) => {
                    let batches: Vec<_> = store.batches().cloned().collect();
                    Then::Folding(Keeper::new(furniture, store), Folding::new(batches))
                }
            },
            Then::Folding(keeper, mut folding) => match folding.step() {
                None => Then::Folding(keeper, folding),
                Some(ledger) => return Some(Desk::over(keeper, ledger)),
            },
            Then::Opened => Then::Opened,
        };
        None
    }
}
