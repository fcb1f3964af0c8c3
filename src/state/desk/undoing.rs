//! Undoing the last act of this tab from anywhere: by the palette, and by the key that undoes.

use super::Desk;
use crate::ledger::Batch;
use crate::text::Language;
use leptos::prelude::*;

impl Desk {
    /// What the last act of this tab was, where it alone can be taken back: nothing was written down after it.
    pub fn last_act(&self, language: Language) -> Option<String> {
        if !self.can_undo() || self.acts_since.get() > 0 {
            return None;
        }
        self.own.with(|ledger| {
            let last: Option<&Batch> = ledger.batches().max_by_key(|batch| (batch.written, batch.id));
            last?.entries.first().map(|entry| entry.said.kind(language).to_owned())
        })
    }

    /// Takes it back and says so over the page; does nothing where there is nothing to take back.
    pub fn undo_last(&self) -> bool {
        let can_undo = untrack(|| self.last_act(Language::Zh)).is_some();
        if can_undo && self.undo().is_ok() {
            self.is_undone.set(true);
        }
        can_undo
    }

    /// Whether that stands over the page.
    pub fn is_undone(&self) -> bool {
        self.is_undone.get()
    }

    /// Somebody has read it, or gone to another page.
    pub fn put_undone_away(&self) {
        if self.is_undone.get_untracked() {
            self.is_undone.set(false);
        }
    }
}
