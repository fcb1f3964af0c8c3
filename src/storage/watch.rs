//! What other tabs do to the storage, heard through `storage` events; and writing memory back when somebody
//! emptied it underneath.

use super::access::Failure;
use super::envelope::Refusal;
use super::identity::{BatchId, Millis};
use super::keys::Kind;
use super::port::Port;
use super::reading::look;
use super::segment::{SegmentCodec, Shelf, read};
use super::store::{Fault, Open, Store};
use std::collections::BTreeSet;

/// What an event of another tab meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard<B> {
    /// Nothing for this ledger.
    Nothing,
    /// These batches are new, or have another form.
    New(Vec<B>),
    /// So many batches are no longer stored; memory has them, see [`Store::rescue`].
    Vanished(usize),
    /// Another tab went back to an earlier copy: the ledger was read anew.
    Replaced,
    /// A later release writes here now: this one only looks from here on.
    Newer,
    /// A value that cannot be read. It stays where it is until the next load.
    Damaged(Fault),
    /// Something else of this plan changed: a draft, the desk, the mark of a backup, a generation.
    Other(Kind),
}

impl<P: Port, C: SegmentCodec> Store<P, C> {
    /// Takes in an event: the key, or none if everything was cleared; and its value, or none if it was removed. Writes
    /// nothing: words that were struck out leave what is stored with [`Store::strike_out`].
    pub fn heard(&mut self, key: Option<&str>, value: Option<&str>) -> Heard<C::Batch> {
        let Some(key) = key else {
            self.held.clear();
            self.mark = None;
            return self.note_vanished(self.batches.keys().copied().collect());
        };
        match (self.place.kind_of(key), value) {
            (Some(kind), Some(value)) if kind == self.shelf.kind() => self.heard_segment(key, value),
            (Some(kind), None) if kind == self.shelf.kind() => match self.held.remove(key) {
                Some(ids) => self.note_vanished(ids),
                None => Heard::Nothing,
            },
            (Some(Kind::Removal), Some(_)) if self.shelf == Shelf::Own => self.reread(),
            (Some(kind), _) => {
                if kind == Kind::Backup {
                    self.mark = self.stored_mark();
                }
                // Written, perhaps, by a page that has not heard of a redaction yet.
                if kind == Kind::Generation {
                    self.strikes.clean_copies.remove(key);
                    self.strikes.are_copies_due |= value.is_some();
                }
                Heard::Other(kind)
            }
            (None, _) => Heard::Nothing,
        }
    }

    /// Writes back, into a segment of this page, what memory has and storage no longer; says how many batches.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn rescue(&mut self, now: Millis) -> Result<usize, Failure> {
        self.access.pen()?;
        let reading = look(&self.access, &self.codec, &self.place, self.shelf)?;
        self.held.clear();
        self.strikes.is_due |= self.take_in(reading);
        let stored: BTreeSet<BatchId> = self.held.values().flatten().copied().collect();
        let missing: BTreeSet<BatchId> =
            self.batches.keys().filter(|id| !stored.contains(id)).copied().collect();
        let count = missing.len();
        self.unsaved.extend(missing);
        self.open = Open::default();
        self.retry(now)?;
        self.vanished.clear();
        self.failure = None;
        Ok(count)
    }

    /// Looks whether every segment that is known of is still there. No event tells of what was removed in the page's
    /// own document (by an extension, a tool of the browser) or while the page was asleep.
    pub(super) fn miss(&mut self) -> Result<(), Failure> {
        if self.held.is_empty() {
            return Ok(());
        }
        let keys: BTreeSet<String> = self.access.keys()?.into_iter().collect();
        if self.held.keys().all(|key| keys.contains(key)) {
            return Ok(());
        }
        let mut gone = BTreeSet::new();
        self.held.retain(|key, ids| {
            let is_there = keys.contains(key);
            if !is_there {
                gone.extend(ids.iter().copied());
            }
            is_there
        });
        // A merge in another tab, of which the events are still to come, has only moved them.
        for (key, (_, segment)) in look(&self.access, &self.codec, &self.place, self.shelf)?.segments {
            let ids = self.ids(&segment.batches);
            self.held.insert(key, ids);
        }
        self.note_vanished(gone);
        Ok(())
    }

    fn heard_segment(&mut self, key: &str, value: &str) -> Heard<C::Batch> {
        let segment = match read(&self.codec, &self.place, self.shelf, value) {
            Ok(segment) => segment,
            Err(Refusal::Newer) => {
                self.access.forbid();
                return Heard::Newer;
            }
            Err(refusal) => {
                let fault = Fault { key: key.to_owned(), refusal, moved: None };
                self.faults.push(fault.clone());
                return Heard::Damaged(fault);
            }
        };
        let ids = self.ids(&segment.batches);
        for id in &ids {
            self.vanished.remove(id);
        }
        self.held.insert(key.to_owned(), ids);
        let mut news = Vec::new();
        let batches = segment.batches.clone();
        for batch in segment.batches {
            if self.absorb(batch.clone()) {
                news.push(batch);
            }
        }
        self.strikes.is_due |= self.strikes.touches(&self.codec, &batches);
        if news.is_empty() { Heard::Nothing } else { Heard::New(news) }
    }

    /// After a merge in another tab the batches are stored elsewhere, and nothing has vanished.
    fn note_vanished(&mut self, ids: BTreeSet<BatchId>) -> Heard<C::Batch> {
        let stored: BTreeSet<BatchId> = self.held.values().flatten().copied().collect();
        let gone: Vec<BatchId> =
            ids.into_iter().filter(|id| !stored.contains(id) && !self.unsaved.contains(id)).collect();
        if gone.iter().any(|id| self.open.ids.contains(id)) {
            // The next act must not bring back what somebody cleared on purpose.
            self.open = Open::default();
        }
        self.vanished.extend(&gone);
        if gone.is_empty() { Heard::Nothing } else { Heard::Vanished(gone.len()) }
    }

    fn reread(&mut self) -> Heard<C::Batch> {
        let Ok(reading) = look(&self.access, &self.codec, &self.place, self.shelf) else {
            return Heard::Nothing;
        };
        if reading.segments.is_empty() {
            // Cleared, not restored: memory may hold the last copy there is.
            self.held.clear();
            return self.note_vanished(self.batches.keys().copied().collect());
        }
        let unsaved = self.of(&self.unsaved);
        self.batches.clear();
        self.held.clear();
        self.vanished.clear();
        self.open = Open::default();
        self.strikes.is_due |= self.take_in(reading);
        for batch in unsaved {
            self.absorb(batch);
        }
        Heard::Replaced
    }
}
