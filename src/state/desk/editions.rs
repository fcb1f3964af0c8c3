//! By which editions of the plan the records of this device were made: kept beside them.

use super::{Desk, Unkept};
use crate::ledger::Batch;
use crate::link::edition::Edition;
use crate::link::editions::Editions;
use crate::link::stamp::Stamp;
use crate::storage::{Kind, Notes, Shelf};
use leptos::prelude::*;

impl Desk {
    /// Says by which edition of the plan records are made and judged from now on.
    pub fn judge_by(&self, edition: Edition) {
        let noted =
            self.recorder.with_value(|recorder| Notes::new(&recorder.port, &recorder.place).editions());
        self.editions.set(noted.map(|text| Editions::read(&text)).unwrap_or_default());
        self.edition.set_value(Some(edition));
    }

    /// By which editions one's own records were made.
    pub fn editions(&self) -> Editions {
        self.editions.get()
    }

    /// The edition that judges now; none before it is known.
    pub fn edition(&self) -> Option<Edition> {
        self.edition.get_value()
    }

    /// What a link that is made now says of this page.
    pub fn stamp(&self) -> Stamp {
        let unread = self.unreadable.get_untracked();
        Stamp { edition: self.edition(), unread: u16::try_from(unread).unwrap_or(u16::MAX) }
    }

    /// The same for a receipt of a batch that was written down here, which may have been under another edition.
    pub fn stamp_of(&self, batch: &Batch) -> Stamp {
        let is_own = self.recorder.with_value(|recorder| recorder.store.shelf() == Shelf::Own);
        let made_by = || self.editions.with_untracked(|editions| editions.made_at(batch.written).cloned());
        Stamp { edition: if is_own { made_by() } else { self.edition() }, ..self.stamp() }
    }

    /// What a backup file that is made now says of the editions: those by which its records were made, and the one here.
    pub(super) fn note_of_editions(&self) -> String {
        let mut editions = self.editions.get_untracked();
        if let Some(edition) = self.edition.get_value() {
            let had_records = self.own.with_untracked(|own| !own.is_empty());
            editions.note(&edition, self.now(), had_records);
        }
        editions.written()
    }

    /// Records come in that were made by these editions.
    pub(super) fn join_editions(&self, others: &Editions) {
        let mut editions = self.editions.get_untracked();
        if editions.join(others) {
            self.editions.set(editions);
            self.keep_editions();
        }
    }

    /// The user has read that another edition judges what he recorded.
    pub fn read_of_edition(&self) {
        let Some(edition) = self.edition.get_value() else { return };
        self.editions.update(|editions| editions.read_of(&edition));
        self.keep_editions();
    }

    /// Before a record is kept: by which edition it was made.
    pub(super) fn note_edition(&self) {
        let is_own = self.recorder.with_value(|recorder| recorder.store.shelf() == Shelf::Own);
        let Some(edition) = self.edition.get_value().filter(|_| is_own) else { return };
        let had_records = self.own.with_untracked(|own| !own.is_empty());
        let now = self.now();
        // Only where it is news: whoever shows it is not drawn again with each record.
        let mut editions = self.editions.get_untracked();
        if editions.note(&edition, now, had_records) {
            self.editions.set(editions);
            self.keep_editions();
        }
    }

    fn keep_editions(&self) {
        let text = self.editions.with_untracked(Editions::written);
        // Without room it is unknown after the next load, as if an older release had made the records.
        let kept = self
            .recorder
            .with_value(|recorder| Notes::new(&recorder.port, &recorder.place).keep_editions(&text));
        self.tell_unkept(Unkept::Note(Kind::Edition), kept);
    }
}
