//! What is struck out, as far as this load of the page knows: for good, whatever is merged or restored later.

use super::identity::Millis;
use super::segment::SegmentCodec;
use crate::ledger::EntryId;
use std::collections::BTreeSet;

/// Every entry that is struck out, and what is known of the words that are still stored.
#[derive(Default)]
pub(super) struct Strikes {
    entries: BTreeSet<EntryId>,
    /// Copies that were looked through since the last entry was struck out.
    pub clean_copies: BTreeSet<String>,
    /// A segment or a copy may hold words, and nobody has looked yet or it could not be rewritten.
    pub is_due: bool,
    /// A copy may hold words.
    pub are_copies_due: bool,
    /// When the first of the segments that were left to other pages can be rewritten here.
    pub again: Option<Millis>,
    /// Why something was not rewritten.
    pub failure: Option<super::Failure>,
}

impl Strikes {
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Only the entries, without what is known of storage: for a copy, which may strike out more.
    pub fn with<C: SegmentCodec>(&self, codec: &C, batches: &[C::Batch]) -> Self {
        let mut strikes = Self { entries: self.entries.clone(), ..Self::default() };
        for batch in batches {
            strikes.learn(codec, batch);
        }
        strikes
    }

    /// Notes what a batch strikes out; gives back what was not known before.
    pub fn learn<C: SegmentCodec>(&mut self, codec: &C, batch: &C::Batch) -> Vec<EntryId> {
        let mut new = codec.strikes(batch);
        new.retain(|entry| self.entries.insert(*entry));
        if !new.is_empty() {
            self.is_due = true;
            self.clean_copies.clear();
        }
        new
    }

    /// The batch without what is struck out.
    pub fn clean<C: SegmentCodec>(&self, codec: &C, batch: C::Batch) -> C::Batch {
        codec.struck(&batch, &self.entries).unwrap_or(batch)
    }

    /// The batches without what is struck out; none if they hold nothing of it.
    pub fn cleaned<C: SegmentCodec>(&self, codec: &C, batches: &[C::Batch]) -> Option<Vec<C::Batch>> {
        if !self.touches(codec, batches) {
            return None;
        }
        Some(batches.iter().map(|batch| self.clean(codec, batch.clone())).collect())
    }

    /// Whether any of the batches holds something that is struck out.
    pub fn touches<C: SegmentCodec>(&self, codec: &C, batches: &[C::Batch]) -> bool {
        !self.is_empty() && batches.iter().any(|batch| codec.struck(batch, &self.entries).is_some())
    }
}
