//! A ledger on the device: in memory whole, in storage as the union of segments.

use super::access::{Access, Failure};
use super::backup::Mark;
use super::envelope::Refusal;
use super::identity::{BatchId, Millis};
use super::keys::{Kind, Place, SegmentName};
use super::opening::Opening;
use super::port::Port;
use super::reading::Reading;
use super::segment::{Segment, SegmentCodec, Shelf};
use super::strikes::Strikes;
use std::collections::{BTreeMap, BTreeSet};

/// How many copies with different content one damaged key may leave.
const DAMAGED_COPIES: u32 = 8;

/// One ledger of one plan and folder, as this load of the page knows it.
///
/// Only [`Store::append`] and its kin write, and only to segments of this load's writer; so two tabs never
/// write one key. What could not be written stays in memory and is written with the next success.
pub struct Store<P, C: SegmentCodec> {
    pub(super) access: Access<P>,
    pub(super) codec: C,
    pub(super) place: Place,
    pub(super) shelf: Shelf,
    pub(super) writer: u64,
    pub(super) batches: BTreeMap<BatchId, C::Batch>,
    /// Which batches each stored segment holds, as last known.
    pub(super) held: BTreeMap<String, BTreeSet<BatchId>>,
    pub(super) open: Open,
    /// Number of the next segment of this writer.
    pub(super) next: u32,
    pub(super) unsaved: BTreeSet<BatchId>,
    /// Were stored and are no longer, by somebody else's doing.
    pub(super) vanished: BTreeSet<BatchId>,
    pub(super) faults: Vec<Fault>,
    pub(super) saved_at: Option<Millis>,
    pub(super) failure: Option<Failure>,
    pub(super) mark: Option<Mark>,
    pub(super) strikes: Strikes,
}

/// The segment that this load of the page is still adding to.
#[derive(Default)]
pub(super) struct Open {
    pub number: Option<u32>,
    pub ids: BTreeSet<BatchId>,
    pub written: Option<Millis>,
}

/// A stored value that could not be read. The rest of the ledger is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The key that it was found under.
    pub key: String,
    /// Why it was not read.
    pub refusal: Refusal,
    /// The key that it was moved to; none if it had to stay where it is.
    pub moved: Option<String>,
}

impl<P: Port, C: SegmentCodec> Store<P, C> {
    /// Reads everything and moves what is damaged aside; where storage is blocked, opens empty and says so by
    /// [`Store::saved`].
    ///
    /// `writer` is eight random bytes, fresh for each load of the page.
    pub fn open(port: P, codec: C, place: Place, shelf: Shelf, writer: u64) -> Self {
        let mut opening = Opening::new(port, codec, place, shelf, writer);
        loop {
            if let Some(store) = opening.step() {
                return store;
            }
        }
    }

    /// One of which nothing has been read yet.
    pub(super) fn unread(port: P, codec: C, place: Place, shelf: Shelf, writer: u64) -> Self {
        Self {
            access: Access::new(port),
            codec,
            place,
            shelf,
            writer,
            batches: BTreeMap::new(),
            held: BTreeMap::new(),
            open: Open::default(),
            next: 0,
            unsaved: BTreeSet::new(),
            vanished: BTreeSet::new(),
            faults: Vec::new(),
            saved_at: None,
            failure: None,
            mark: None,
            strikes: Strikes::default(),
        }
    }

    /// Every batch, in the order of ids.
    pub fn batches(&self) -> impl Iterator<Item = &C::Batch> {
        self.batches.values()
    }

    /// Which ledger it is.
    pub fn shelf(&self) -> Shelf {
        self.shelf
    }

    /// How many batches there are.
    pub fn count(&self) -> usize {
        self.batches.len()
    }

    /// What could not be read when the page was loaded, or heard since.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// How many values could not be read and are missing from what is shown: those moved aside, now or earlier, and
    /// those that stay where they are.
    pub fn unreadable(&self) -> usize {
        let staying = self.faults.iter().filter(|fault| fault.moved.is_none()).count();
        staying + self.quarantined().map_or(0, |keys| keys.len())
    }

    /// Whether a later release wrote here, so that this one only looks.
    pub fn is_newer(&self) -> bool {
        self.access.is_newer()
    }

    /// The value of a fault as it was found, to download.
    pub fn raw(&self, fault: &Fault) -> Option<String> {
        let key = fault.moved.as_ref().unwrap_or(&fault.key);
        self.access.get(key).ok().flatten()
    }

    /// Every value of this plan and folder as it is stored, to download when nothing else helps.
    ///
    /// # Errors
    /// When storage is blocked.
    pub fn raw_all(&self) -> Result<Vec<(String, String)>, Failure> {
        let mut found = Vec::new();
        for key in self.access.keys()?.into_iter().filter(|key| self.place.kind_of(key).is_some()) {
            if let Some(value) = self.access.get(&key)? {
                found.push((key, value));
            }
        }
        Ok(found)
    }

    /// Says whether something of it holds what is struck out.
    pub(super) fn take_in(&mut self, mut reading: Reading<C::Batch>) -> bool {
        let mut all = Vec::new();
        for (key, (_, segment)) in std::mem::take(&mut reading.segments) {
            all.extend_from_slice(&segment.batches);
            self.take_segment(key, segment);
        }
        self.take_rest(reading);
        self.strikes.touches(&self.codec, &all)
    }

    pub(super) fn take_segment(&mut self, key: String, segment: Segment<C::Batch>) {
        if let Some(name) = self.place.segment_of(self.shelf.kind(), &key)
            && name.writer == self.writer
        {
            self.next = self.next.max(name.number.saturating_add(1));
        }
        self.saved_at = self.saved_at.max(Some(segment.written));
        self.held.insert(key, self.ids(&segment.batches));
        for batch in segment.batches {
            self.absorb(batch);
        }
    }

    /// All but the segments: moves what cannot be read aside, and ends interrupted removals.
    pub(super) fn take_rest(&mut self, reading: Reading<C::Batch>) {
        if reading.refused.iter().any(|(_, _, refusal)| *refusal == Refusal::Newer) {
            self.access.forbid();
        }
        for (key, text, refusal) in reading.refused {
            let moved = self.quarantine(&key, &text);
            self.faults.push(Fault { key, refusal, moved });
        }
        self.finish_removals(&reading.out, &reading.removals);
    }

    /// Adds a batch to memory, and strikes out what it says; says whether that changed anything. So nothing in memory,
    /// and nothing that is written from it, holds what is known to be struck out.
    pub(super) fn absorb(&mut self, batch: C::Batch) -> bool {
        for entry in self.strikes.learn(&self.codec, &batch) {
            if let Some(known) = self.batches.remove(&entry.batch) {
                self.batches.insert(entry.batch, self.strikes.clean(&self.codec, known));
            }
        }
        let batch = self.strikes.clean(&self.codec, batch);
        let id = self.codec.id(&batch);
        let settled = match self.batches.get(&id) {
            None => batch,
            Some(known) => {
                let settled = self.strikes.clean(&self.codec, self.codec.settle(known, &batch));
                if settled == *known {
                    return false;
                }
                settled
            }
        };
        self.batches.insert(id, settled);
        true
    }

    pub(super) fn ids(&self, batches: &[C::Batch]) -> BTreeSet<BatchId> {
        batches.iter().map(|batch| self.codec.id(batch)).collect()
    }

    pub(super) fn of(&self, ids: &BTreeSet<BatchId>) -> Vec<C::Batch> {
        ids.iter().filter_map(|id| self.batches.get(id)).cloned().collect()
    }

    pub(super) fn segment_key(&self, number: u32) -> String {
        self.place.segment(self.shelf.kind(), SegmentName { writer: self.writer, number })
    }

    /// The next number of this writer; one is never used for two segments.
    pub(super) fn fresh_number(&mut self) -> u32 {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        number
    }

    /// Writes the copy first and finds it again; only then removes the original, if it is still the same.
    fn quarantine(&self, key: &str, text: &str) -> Option<String> {
        let pen = self.access.pen().ok()?;
        for copy in 0..DAMAGED_COPIES {
            let aside = self.place.damaged(key, copy);
            match self.access.get(&aside).ok()? {
                Some(other) if other != text => continue,
                Some(_) => {}
                None => pen.set(&aside, text).ok()?,
            }
            if self.access.get(&aside).ok()?.as_deref() != Some(text) {
                return None;
            }
            return pen.remove_unchanged(key, text).ok()?.then_some(aside);
        }
        None
    }

    /// Ends what a crash interrupted: segments out of force first, then the record that says so.
    pub(super) fn finish_removals(&self, out: &BTreeSet<String>, removals: &[String]) {
        let Ok(pen) = self.access.pen() else { return };
        if out.iter().all(|key| pen.remove(key).is_ok()) {
            for removal in removals {
                #[expect(clippy::let_underscore_must_use, reason = "the next load removes what stays")]
                let _ = pen.remove(removal);
            }
        }
    }

    /// Removes the values that were moved aside; says how many.
    ///
    /// # Errors
    /// When the browser does not let us, or a later release wrote here.
    pub fn remove_quarantined(&mut self) -> Result<usize, Failure> {
        let pen = self.access.pen()?;
        let keys = self.quarantined()?;
        for key in &keys {
            pen.remove(key)?;
        }
        self.faults.retain(|fault| fault.moved.is_none());
        Ok(keys.len())
    }

    /// The keys of values that were moved aside, now or earlier.
    ///
    /// # Errors
    /// When storage is blocked.
    pub fn quarantined(&self) -> Result<Vec<String>, Failure> {
        let prefix = self.place.prefix(Kind::Damaged);
        Ok(self.access.keys()?.into_iter().filter(|key| key.starts_with(&prefix)).collect())
    }
}
