//! What was not kept beside the records: the banner says it once. Of the records themselves [`Desk::saved`] tells.

use super::Desk;
use crate::storage::{Failure, Kind};
use leptos::prelude::*;

/// Something beside the records that the device did not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// It was not stored, and lasts until the page is closed.
    Note(Kind),
    /// A part of a link that comes in several was not stored, so the next one will not find it.
    Part,
    /// It was not removed, and is there again with the next load.
    Left(Kind),
    /// What was taken in could not be undone.
    Undo,
}

impl Desk {
    /// Notes how the storing of something ended, for the banner to say. A success takes back what was told of the same.
    pub fn tell_unkept(&self, what: Unkept, outcome: Result<(), Failure>) {
        let told = self.unkept.get_untracked();
        match outcome {
            // The banner of the frame says it already.
            Err(Failure::Framed) => {}
            Err(failure) => self.unkept.set(Some((what, failure))),
            Ok(()) if told.is_some_and(|(told, _)| told == what) => self.unkept.set(None),
            Ok(()) => {}
        }
    }

    /// What was not kept, and why, until the user has read it.
    pub fn unkept(&self) -> Option<(Unkept, Failure)> {
        self.unkept.get()
    }

    /// The user has read it.
    pub fn put_unkept_away(&self) {
        self.unkept.set(None);
    }
}
