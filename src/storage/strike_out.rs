//! What was struck out leaves the device too: everything stored that still holds such words is written again without.
//!
//! Nothing but words goes: every value holds the same batches before and after, so that a page that is killed between
//! any two steps leaves the same ledger. A page writes its own segments over, one `setItem` each. Segments of pages
//! that are gone are written anew and found again before they are removed, as merging does. Those of pages that may
//! live are left to these, which hear of the redaction, or else to whoever looks once they have rested a day. A copy of
//! the ledger is one value that comes out the same whoever writes it, so any page may.

use super::access::Failure;
use super::append::RESTED;
use super::compact::GONE;
use super::envelope::{Content, MAX_UNITS, unwrap, wrap};
use super::generations::parts;
use super::identity::{BatchId, Millis};
use super::port::{Port, SetFailure};
use super::reading::look;
use super::segment::{Segment, SegmentCodec, Shelf, read, written};
use super::store::{Open, Store};
use std::collections::{BTreeMap, BTreeSet};

/// Segments by key: the text as stored, and what is in it.
type Segments<B> = BTreeMap<String, (String, Segment<B>)>;

impl<P: Port, C: SegmentCodec> Store<P, C> {
    /// Writes again, without the words, what is stored with words that were struck out; does nothing where nothing
    /// new is known. What could not be written is as it was, [`Store::saved`] says so, and the next act tries again.
    pub fn strike_out(&mut self, now: Millis) {
        let is_due = self.strikes.is_due || self.strikes.again.is_some_and(|again| again <= now);
        let is_any = is_due || self.strikes.are_copies_due;
        // The redaction first: words that went while the redaction was lost would be a hole without a reason.
        if self.strikes.is_empty() || !is_any || !self.unsaved.is_empty() {
            return;
        }
        let segments = if is_due { self.strike_segments(now) } else { Ok(()) };
        let failure = segments.and(self.strike_copies()).err();
        self.strikes.is_due = failure.is_some();
        self.strikes.are_copies_due = false;
        self.strikes.failure = failure;
    }

    fn strike_segments(&mut self, now: Millis) -> Result<(), Failure> {
        self.access.pen()?;
        self.strikes.again = None;
        let reading = look(&self.access, &self.codec, &self.place, self.shelf)?;
        if reading.refused.iter().any(|(_, _, refusal)| *refusal == super::Refusal::Newer) {
            self.access.forbid();
            return Err(Failure::Newer);
        }
        let mut outcome = Ok(());
        for (key, (text, segment)) in &reading.segments {
            let Some(batches) = self.strikes.cleaned(&self.codec, &segment.batches) else { continue };
            let Some(name) = self.place.segment_of(self.shelf.kind(), key) else { continue };
            let is_own = name.writer == self.writer;
            let age = now.since(segment.written);
            // A segment that rested may be merged by another page right now, see `compact`.
            let done = if is_own && age.is_some_and(|age| age < RESTED) {
                self.write_over(key, &batches, now).map(|()| {
                    if self.open.number == Some(name.number) {
                        self.open.written = Some(now);
                    }
                })
            } else if is_own || age.is_some_and(|age| age >= GONE) {
                if self.open.number == Some(name.number) && is_own {
                    self.open = Open::default();
                }
                self.write_anew(key, text, &batches, now, &reading.segments)
            } else {
                let again = Millis(segment.written.0.saturating_add(GONE));
                self.strikes.again = Some(self.strikes.again.map_or(again, |first| first.min(again)));
                Ok(())
            };
            // The others all the same: what becomes shorter makes room.
            outcome = outcome.and(done);
        }
        outcome
    }

    /// Without making room: an undo, which needs the copies, is worth more than to be rid of the words at once.
    fn set_struck(&self, key: &str, text: &str) -> Result<(), Failure> {
        if text.encode_utf16().count() > MAX_UNITS {
            return Err(Failure::TooLarge);
        }
        self.access.pen()?.set(key, text).map_err(|failure| match failure {
            SetFailure::Full => Failure::Full(self.freeable()),
            SetFailure::Blocked => Failure::Blocked,
            SetFailure::Framed => Failure::Framed,
        })
    }

    fn write_over(&self, key: &str, batches: &[C::Batch], now: Millis) -> Result<(), Failure> {
        let (text, _) = written(&self.codec, &self.place, self.shelf, now, batches);
        self.set_struck(key, &text)
    }

    fn write_anew(
        &mut self,
        key: &str,
        text: &str,
        batches: &[C::Batch],
        now: Millis,
        all: &Segments<C::Batch>,
    ) -> Result<(), Failure> {
        let ids = self.ids(batches);
        if !self.is_covered(&ids, batches, all)? {
            let (new, _) = written(&self.codec, &self.place, self.shelf, now, batches);
            let number = self.fresh_number();
            let home = self.segment_key(number);
            self.set_struck(&home, &new)?;
            let found = self.access.get(&home)?.ok_or(Failure::Unconfirmed)?;
            let found =
                read(&self.codec, &self.place, self.shelf, &found).map_err(|_| Failure::Unconfirmed)?;
            if found.batches != batches {
                return Err(Failure::Unconfirmed);
            }
            self.held.insert(home, ids);
        }
        if self.access.pen()?.remove_unchanged(key, text)? {
            self.held.remove(key);
        }
        Ok(())
    }

    /// Whether the batches, as they are to be, lie in another segment of this page already: an earlier round wrote
    /// it and could not remove the old one.
    fn is_covered(
        &self,
        ids: &BTreeSet<BatchId>,
        batches: &[C::Batch],
        all: &Segments<C::Batch>,
    ) -> Result<bool, Failure> {
        for (key, (text, segment)) in all {
            let name = self.place.segment_of(self.shelf.kind(), key);
            let is_own = name.is_some_and(|name| name.writer == self.writer);
            let covers = ids.is_subset(&self.ids(&segment.batches))
                && batches.iter().all(|batch| segment.batches.contains(batch));
            if is_own && covers && self.access.get(key)?.as_deref() == Some(text) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The copies from before earlier acts; those of the sample ledger do not exist.
    fn strike_copies(&mut self) -> Result<(), Failure> {
        if self.shelf == Shelf::Sample {
            return Ok(());
        }
        let mut outcome = Ok(());
        for key in self.generation_keys()? {
            if self.strikes.clean_copies.contains(&key) {
                continue;
            }
            match self.strike_copy(&key) {
                Ok(()) => {
                    self.strikes.clean_copies.insert(key);
                }
                failed => outcome = outcome.and(failed),
            }
        }
        outcome
    }

    /// What cannot be read stays as it is: nobody can tell what is in it.
    fn strike_copy(&self, key: &str) -> Result<(), Failure> {
        let Some(text) = self.access.get(key)? else { return Ok(()) };
        let Ok(opened) = unwrap(Content::Generation, self.place.plan(), &text) else { return Ok(()) };
        let Ok((_, _, body)) = parts(&opened) else { return Ok(()) };
        let Ok(batches) = self.codec.decode(body) else { return Ok(()) };
        let strikes = self.strikes.with(&self.codec, &batches);
        let Some(batches) = strikes.cleaned(&self.codec, &batches) else { return Ok(()) };
        let head = opened.body.len() - body.len();
        let mut body: Vec<u8> = opened.body.into_iter().take(head).collect();
        body.extend(self.codec.encode(&batches));
        self.set_struck(key, &wrap(Content::Generation, self.place.plan(), opened.written, &body))
    }
}
