//! A page in a frame of another one only shows: whoever holds the frame may have laid something else over a button.

use super::Desk;
use crate::storage::{Failure, Port};
use leptos::prelude::*;

impl Desk {
    /// Whether the page only shows.
    pub fn only_shows(&self) -> bool {
        self.recorder.with_value(|recorder| recorder.port.only_shows())
    }

    /// Whether something was refused for that reason since the page was loaded.
    pub fn was_refused(&self) -> bool {
        self.was_refused.get()
    }

    /// What every act asks first: one that changes the ledger, what is kept here, or who acts.
    ///
    /// # Errors
    /// In a frame; the banner then says that nothing was done.
    pub(super) fn may_act(&self) -> Result<(), Failure> {
        if !self.only_shows() {
            return Ok(());
        }
        if !self.was_refused.get_untracked() {
            self.was_refused.set(true);
        }
        Err(Failure::Framed)
    }
}
