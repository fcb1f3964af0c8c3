//! Undoing the last act of this tab from anywhere: by the palette, and by the key that undoes.

use super::{Desk, Unkept};
use crate::storage::{Failure, Kind};
use crate::text::Language;
use leptos::prelude::*;

impl Desk {
    /// What the last act of this tab was, where it alone can be taken back: nothing was written down after it.
    pub fn last_act(&self, language: Language) -> Option<String> {
        if !self.can_undo() || self.acts_since.get() > 0 {
            return None;
        }
        self.undoable.with_value(|said| said.as_ref().map(|said| said.kind(language).to_owned()))
    }

    /// Takes it back and says so over the page, or why it could not; does nothing where there is nothing to take back.
    pub fn undo_last(&self) -> bool {
        let can_undo = untrack(|| self.last_act(Language::Zh)).is_some();
        if can_undo {
            let undone = self.undo();
            self.is_undone.set(undone.is_ok());
            self.tell_unkept(Unkept::Undo, undone);
        }
        can_undo
    }

    /// What was typed became the act of just now: the form is empty again, and whoever undoes the act has it back.
    ///
    /// # Errors
    /// When the draft could not be removed: the form will have it again.
    pub fn spend_draft(&self, form: &str) -> Result<(), Failure> {
        self.spent.set_value(self.draft(form).map(|typed| (form.to_owned(), typed)));
        self.keep_draft(form, "")
    }

    pub(super) fn give_back_draft(&self) {
        // What was typed since then is newer, and stays.
        let spent = self.spent.try_update_value(Option::take).flatten();
        if let Some((form, typed)) = spent.filter(|(form, _)| self.draft(form).is_none()) {
            self.tell_unkept(Unkept::Note(Kind::Draft), self.keep_draft(&form, &typed));
            self.drafts_back.update(|number| *number = number.wrapping_add(1));
        }
    }

    /// Calls back whenever the undo of an act has brought a draft back, for as long as what asked for it is on the page.
    pub fn on_draft_back(&self, act: impl Fn() + Send + Sync + 'static) {
        let drafts_back = self.drafts_back;
        Effect::new(move |last: Option<u32>| {
            let number = drafts_back.get();
            if last.is_some_and(|last| last != number) {
                untrack(&act);
            }
            number
        });
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
