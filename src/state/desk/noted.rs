//! What was done on this device and is no entry: reminders that went out, the last snapshot. The sample's is not kept.

use super::{Desk, Unkept};
use crate::storage::{Kind, Notes};
use leptos::prelude::*;

impl Desk {
    /// What was noted under a name.
    pub fn noted(&self, name: &str) -> Option<String> {
        if self.is_sample() {
            return None;
        }
        self.recorder.with_value(|recorder| Notes::new(&recorder.port, &recorder.place).noted(name))
    }

    /// Notes it, for the next load of the page. Where there is no room, it is forgotten with this one, and
    /// that is told.
    pub fn note(&self, name: &str, text: &str) {
        if self.is_sample() || self.only_shows() {
            return;
        }
        let kept = self
            .recorder
            .with_value(|recorder| Notes::new(&recorder.port, &recorder.place).keep_noted(name, text));
        self.tell_unkept(Unkept::Note(Kind::Noted), kept);
    }
}
