//! The pages of lists in markup. They decide nothing: what was typed goes to the models, what comes of it to the desk.

mod all;
mod fields;
mod member;
mod members;
mod offer;
mod one;
mod paste;

pub use all::page as all;
pub use one::page as one;

use super::words::Words;
use crate::browser::ignored;
use crate::ledger::Entry;
use crate::plan::Day;
use crate::state::{Desk, State};
use crate::storage;
use crate::text::Language;
use leptos::prelude::*;
use std::sync::Arc;

/// What the parts of the page of a list share.
#[derive(Clone)]
struct Here {
    state: State,
    desk: Desk,
    id: Arc<str>,
    language: Language,
    words: &'static Words,
    /// What became of the last act.
    told: RwSignal<String>,
}

impl Here {
    /// The day that it is, by the clock or by what was chosen.
    fn today(&self) -> Day {
        let today = self.state.today.get_untracked();
        today.unwrap_or_else(|| self.desk.now().day(self.desk.offset()))
    }

    /// Writes entries as one act with a copy from before, so that one undo takes all of it back.
    fn write(&self, entries: Vec<Entry>, said: String, then: impl FnOnce() + 'static) {
        let Self { state, desk, language, told, .. } = *self;
        let today = self.today();
        desk.sign(move || {
            let plan = state.plan();
            let month = super::act::period(&plan, &untrack(|| desk.ledger()), today);
            let said = match desk.record(&plan, month, entries) {
                Ok(()) => {
                    then();
                    said
                }
                Err(failure) => storage::words::failure(language, failure),
            };
            ignored(told.try_set(said));
        });
    }
}
