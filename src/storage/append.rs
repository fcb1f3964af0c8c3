//! Adding to the ledger. One act is one `setItem`, so that it is kept whole or not at all.

use super::access::{Failure, Freeable};
use super::envelope::MAX_UNITS;
use super::identity::{BatchId, Millis};
use super::keys::Kind;
use super::port::{Port, SetFailure, units};
use super::segment::{SegmentCodec, Shelf, written};
use super::store::{Open, Store};
use std::collections::BTreeSet;

/// A segment of this many bytes is sealed once it is written.
const SEALED_FROM: usize = 8 * 1024;
/// An act that would make a segment larger than this begins the next one.
const SEALED_BEFORE: usize = 16 * 1024;
/// A segment that has rested this long, in milliseconds, is not added to again. Half of the age at which merging
/// takes a segment for one of a page that is gone: so no segment is ever merged while its page may write it.
pub(super) const RESTED: u64 = 12 * 60 * 60 * 1000;

impl<P: Port, C: SegmentCodec> Store<P, C> {
    /// Adds batches as one act and writes it; says how many were new. Known batches are nothing new.
    ///
    /// # Errors
    /// When it was not written, see [`Failure`]: storage is as it was, and the batches stay in memory to be
    /// written with the next act or by [`Store::retry`].
    pub fn append(
        &mut self,
        batches: impl IntoIterator<Item = C::Batch>,
        now: Millis,
    ) -> Result<usize, Failure> {
        let mut added = 0;
        for batch in batches {
            let id = self.codec.id(&batch);
            if self.absorb(batch) {
                self.unsaved.insert(id);
                added += 1;
            }
        }
        self.retry(now)?;
        Ok(added)
    }

    /// Writes what could not be written before, and rewrites what could not be rewritten.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn retry(&mut self, now: Millis) -> Result<(), Failure> {
        if !self.unsaved.is_empty() {
            let outcome = self.miss().and_then(|()| self.flush(now));
            self.failure = outcome.err();
            outcome?;
        }
        self.strike_out(now);
        Ok(())
    }

    /// How many batches are only in memory.
    pub fn unsaved(&self) -> usize {
        self.unsaved.len()
    }

    fn flush(&mut self, now: Millis) -> Result<(), Failure> {
        self.access.pen()?;
        let rested =
            |open: &Open| open.written.is_some_and(|at| now.since(at).is_none_or(|age| age >= RESTED));
        if rested(&self.open) {
            self.open = Open::default();
        }
        let mut ids: BTreeSet<BatchId> = self.open.ids.union(&self.unsaved).copied().collect();
        let (mut text, mut size) = self.text_of(&ids, now);
        if size > SEALED_BEFORE && !self.open.ids.is_empty() {
            self.open = Open::default();
            ids.clone_from(&self.unsaved);
            (text, size) = self.text_of(&ids, now);
        }
        let number = match self.open.number {
            Some(number) => number,
            None => self.fresh_number(),
        };
        let key = self.segment_key(number);
        self.set_making_room(&key, &text)?;
        self.held.insert(key, ids.clone());
        for id in &ids {
            self.vanished.remove(id);
        }
        self.unsaved.clear();
        self.saved_at = Some(now);
        self.open = if size >= SEALED_FROM {
            Open::default()
        } else {
            Open { number: Some(number), ids, written: Some(now) }
        };
        Ok(())
    }

    pub(super) fn text_of(&self, ids: &BTreeSet<BatchId>, now: Millis) -> (String, usize) {
        written(&self.codec, &self.place, self.shelf, now, &self.of(ids))
    }

    /// Sets a value; generations make room, the oldest first, since records matter more than copies of them.
    pub(super) fn set_making_room(&self, key: &str, text: &str) -> Result<(), Failure> {
        let pen = self.access.pen()?;
        if text.encode_utf16().count() > MAX_UNITS {
            return Err(Failure::TooLarge);
        }
        loop {
            match pen.set(key, text) {
                Ok(()) => return Ok(()),
                Err(SetFailure::Blocked) => return Err(Failure::Blocked),
                Err(SetFailure::Framed) => return Err(Failure::Framed),
                Err(SetFailure::Full) => {
                    let oldest = self.generation_keys()?.into_iter().next();
                    match oldest.filter(|_| self.shelf == Shelf::Own) {
                        Some(oldest) => pen.remove(&oldest)?,
                        None => return Err(Failure::Full(self.freeable())),
                    }
                }
            }
        }
    }

    /// What takes room besides the records of this page load; nothing where that cannot be read.
    pub fn freeable(&self) -> Freeable {
        let mut freeable = Freeable::default();
        for key in self.access.keys().unwrap_or_default() {
            let kind = self.place.kind_of(&key);
            let own = self.held.contains_key(&key) && key.starts_with(&self.own_prefix());
            let sum = match kind {
                Some(Kind::Generation) => &mut freeable.generations,
                Some(Kind::Sample) => &mut freeable.sample,
                Some(Kind::Damaged) => &mut freeable.damaged,
                Some(Kind::Ledger) if !own => &mut freeable.segments,
                Some(
                    Kind::Ledger
                    | Kind::Draft
                    | Kind::Backup
                    | Kind::Desk
                    | Kind::Edition
                    | Kind::Noted
                    | Kind::Removal,
                )
                | None => {
                    continue;
                }
            };
            let value = self.access.get(&key).ok().flatten();
            *sum += value.map_or(0, |value| units(&key, &value));
        }
        freeable
    }

    fn own_prefix(&self) -> String {
        format!("{}{:016x}:", self.place.prefix(self.shelf.kind()), self.writer)
    }
}
