//! Copies of the whole ledger from before acts that change much: bounded, and the first to go when room is short.

use super::access::Failure;
use super::envelope::{Content, MAX_UNITS, Opened, Refusal, unwrap, wrap};
use super::identity::{BatchId, Millis};
use super::keys::Kind;
use super::port::{Port, SetFailure, units};
use super::reading::look;
use super::segment::{SegmentCodec, Shelf};
use super::store::{Open, Store};
use std::collections::BTreeSet;

/// How many copies are kept at most.
pub const MAX_GENERATIONS: usize = 8;
/// How much all of them may take, in UTF-16 code units of the quota: a fifth of what a browser gives.
pub const MAX_GENERATION_UNITS: usize = 1_048_576;

/// What the copy was made before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Accepting receipts or merging a snapshot.
    Merge = 1,
    /// Opening a backup file or another file into the ledger.
    Import = 2,
    /// Going back to an earlier copy.
    Restore = 3,
    /// Clearing the device.
    Clear = 4,
}

/// A copy, as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    /// Names the copy.
    pub key: String,
    /// When it was made; none if it cannot be read.
    pub made: Result<(Millis, Reason), Refusal>,
    /// How many batches it holds.
    pub batches: usize,
    /// What it takes of the quota.
    pub units: usize,
}

impl<P: Port, C: SegmentCodec> Store<P, C> {
    /// Keeps a copy of the ledger as it is now; of the sample ledger there are none. The oldest copies go, once the new one is written or when it
    /// finds no room.
    ///
    /// # Errors
    /// When there is no room even so; records are untouched.
    pub fn keep_generation(&mut self, reason: Reason, now: Millis) -> Result<(), Failure> {
        if self.shelf == Shelf::Sample {
            return Ok(());
        }
        let pen = self.access.pen()?;
        let batches: Vec<C::Batch> = self.batches.values().cloned().collect();
        let mut body = vec![reason as u8];
        body.extend(u32::try_from(batches.len()).map_err(|_| Failure::TooLarge)?.to_le_bytes());
        body.extend(self.codec.encode(&batches));
        let text = wrap(Content::Generation, self.place.plan(), now, &body);
        let mut keys = self.generation_keys()?;
        // Behind every other: two copies in one millisecond are two copies, and after a clock was set back the copy
        // made last is still the newest, which undoing goes back to and making room spares.
        let newest = keys.iter().filter_map(|key| self.place.generation_at(key)).max();
        let at = newest.map_or(now.0, |newest| now.0.max(newest.saturating_add(1)));
        let key = self.place.generation(at, self.writer);
        if units(&key, &text) > MAX_GENERATION_UNITS.min(MAX_UNITS) {
            return Err(Failure::TooLarge);
        }
        loop {
            match pen.set(&key, &text) {
                Ok(()) => break,
                Err(SetFailure::Blocked) => return Err(Failure::Blocked),
                Err(SetFailure::Framed) => return Err(Failure::Framed),
                Err(SetFailure::Full) if keys.is_empty() => return Err(Failure::Full(self.freeable())),
                Err(SetFailure::Full) => pen.remove(&keys.remove(0))?,
            }
        }
        self.strikes.clean_copies.insert(key.clone());
        let mut room = MAX_GENERATION_UNITS - units(&key, &text);
        for (newer, old) in keys.iter().rev().enumerate() {
            let size = self.access.get(old)?.map_or(0, |value| units(old, &value));
            match room.checked_sub(size).filter(|_| newer + 1 < MAX_GENERATIONS) {
                Some(left) => room = left,
                None => {
                    room = 0;
                    pen.remove(old)?;
                }
            }
        }
        Ok(())
    }

    /// The copies, the newest first.
    ///
    /// # Errors
    /// When storage is blocked.
    pub fn generations(&self) -> Result<Vec<Generation>, Failure> {
        let mut found = Vec::new();
        for key in self.generation_keys()?.into_iter().rev() {
            let Some(text) = self.access.get(&key)? else { continue };
            let units = units(&key, &text);
            let parts = unwrap(Content::Generation, self.place.plan(), &text).and_then(|opened| {
                let (reason, count, _) = parts(&opened)?;
                Ok((opened.written, reason, count))
            });
            found.push(Generation {
                key,
                made: parts.map(|(written, reason, _)| (written, reason)),
                batches: parts.map_or(0, |(_, _, count)| count),
                units,
            });
        }
        Ok(found)
    }

    /// What a copy holds, to look at; what was struck out later is not in it.
    ///
    /// # Errors
    /// When it is gone or cannot be read.
    pub fn generation(&self, key: &str) -> Result<Vec<C::Batch>, Failure> {
        let text = self.access.get(key)?.ok_or(Failure::Vanished)?;
        let opened = unwrap(Content::Generation, self.place.plan(), &text).map_err(Failure::Unreadable)?;
        let (_, count, body) = parts(&opened).map_err(Failure::Unreadable)?;
        let batches = self.codec.decode(body).map_err(Failure::Unreadable)?;
        if batches.len() != count {
            return Err(Failure::Unreadable(Refusal::Damaged));
        }
        Ok(self.strikes.with(&self.codec, &batches).cleaned(&self.codec, &batches).unwrap_or(batches))
    }

    /// Goes back to a copy: afterwards the ledger is what the copy holds, and what was struck out since stays out. Of
    /// the batches that say so nothing else is kept. The present one is kept as a copy first.
    ///
    /// The copy becomes a segment, which changes nothing yet, then one record puts all other segments out of
    /// force at once; only then are they removed. A crash leaves the ledger from before or the restored one.
    ///
    /// # Errors
    /// When one of the steps before that record fails; the ledger is then as it was.
    pub fn restore(&mut self, key: &str, now: Millis) -> Result<(), Failure> {
        if self.shelf == Shelf::Sample {
            return Err(Failure::Unconfirmed);
        }
        let batches = self.generation(key)?;
        // What other tabs have written meanwhile belongs into the copy of the present.
        let reading = look(&self.access, &self.codec, &self.place, self.shelf)?;
        let out: BTreeSet<String> = reading.segments.keys().chain(&reading.out).cloned().collect();
        self.strikes.is_due |= self.take_in(reading);
        self.keep_generation(Reason::Restore, now)?;
        // And what they struck out.
        let mut batches = self.strikes.cleaned(&self.codec, &batches).unwrap_or(batches);
        let ids = self.ids(&batches);
        let redactions = self.batches.iter().filter(|(_, batch)| !self.codec.strikes(batch).is_empty());
        let gone: Vec<C::Batch> =
            redactions.filter(|(id, _)| !ids.contains(id)).map(|(_, batch)| batch.clone()).collect();
        for batch in gone {
            // Whatever else such a batch says, a lock or a figure, goes with what is undone. What is left of it is not
            // that batch any more and has a name of its own.
            let name = self.unused_name(&batches);
            batches.push(self.codec.only_strikes(&batch, name).unwrap_or(batch));
        }
        batches.sort_by_key(|batch| self.codec.id(batch));
        let ids: BTreeSet<BatchId> = self.ids(&batches);
        let (text, _) = super::segment::written(&self.codec, &self.place, self.shelf, now, &batches);
        let number = self.fresh_number();
        let home = self.segment_key(number);
        self.set_making_room(&home, &text)?;
        if self.access.get(&home)?.as_deref() != Some(&text) {
            return Err(Failure::Unconfirmed);
        }
        let record = self.place.removal(self.writer);
        let prefix = self.place.prefix(Kind::Ledger);
        let names: Vec<&str> = out.iter().filter_map(|key| key.strip_prefix(&prefix)).collect();
        let value = wrap(Content::Removal, self.place.plan(), now, names.join("\n").as_bytes());
        if let Err(failure) = self.set_making_room(&record, &value) {
            #[expect(
                clippy::let_underscore_must_use,
                reason = "if it stays, the segment only repeats what others hold"
            )]
            let _ = self.access.pen()?.remove(&home);
            return Err(failure);
        }
        self.batches.clear();
        self.held.clear();
        self.unsaved.clear();
        self.vanished.clear();
        self.open = Open::default();
        self.held.insert(home, ids);
        for batch in batches {
            self.absorb(batch);
        }
        self.saved_at = Some(now);
        self.finish_removals(&out, &[record]);
        Ok(())
    }

    /// A name that no batch has, here or among the given ones: of a writer that no page is, so that it is in
    /// nobody's way.
    fn unused_name(&self, others: &[C::Batch]) -> BatchId {
        let ids = self.ids(others);
        let mut name = BatchId { writer: !self.writer, sequence: 0 };
        while self.batches.contains_key(&name) || ids.contains(&name) {
            name.sequence = name.sequence.wrapping_add(1);
        }
        name
    }

    /// Removes all copies; says how many.
    ///
    /// # Errors
    /// When the browser does not let us, or a later release wrote here.
    pub fn remove_generations(&mut self) -> Result<usize, Failure> {
        let pen = self.access.pen()?;
        let keys = self.generation_keys()?;
        for key in &keys {
            pen.remove(key)?;
        }
        Ok(keys.len())
    }

    /// The keys of the copies, the oldest first.
    pub(super) fn generation_keys(&self) -> Result<Vec<String>, Failure> {
        let prefix = self.place.prefix(Kind::Generation);
        let mut keys: Vec<String> =
            self.access.keys()?.into_iter().filter(|key| key.starts_with(&prefix)).collect();
        keys.sort_unstable();
        Ok(keys)
    }
}

pub(super) fn parts(opened: &Opened) -> Result<(Reason, usize, &[u8]), Refusal> {
    let (reason, rest) = opened.body.split_first().ok_or(Refusal::Damaged)?;
    let (count, body) = rest.split_first_chunk::<4>().ok_or(Refusal::Damaged)?;
    let reason = [Reason::Merge, Reason::Import, Reason::Restore, Reason::Clear]
        .into_iter()
        .find(|known| *known as u8 == *reason)
        .ok_or(Refusal::Damaged)?;
    Ok((reason, u32::from_le_bytes(*count) as usize, body))
}
