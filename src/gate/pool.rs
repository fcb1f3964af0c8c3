//! What came in beside what is here: whose an entry is, and which names are taken.

use super::Here;
use crate::ledger::{Batch, BatchId, Entry, EntryId, Id, Ledger, Met, Span};
use crate::plan::PlanIndex;
use crate::sample;
use std::collections::{BTreeMap, BTreeSet};

/// All batches that were received, beside the ledger.
pub struct Pool<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) here: Here,
    pub(super) span: Span,
    is_sample: bool,
    /// None where two different batches have one name.
    received: BTreeMap<BatchId, Option<&'a Batch>>,
    /// Batches of which the ledger has another form under the same name.
    differing: BTreeSet<BatchId>,
    /// Which organisation's batches correct or withdraw an entry, here or among what was received.
    replies: BTreeMap<EntryId, Vec<Id>>,
}

impl<'a> Pool<'a> {
    /// Puts all that was received beside the ledger that is here, and notes which names are taken twice and which
    /// entries are corrected or withdrawn by whom.
    pub fn new(
        plan: &PlanIndex,
        ledger: &'a Ledger,
        here: Here,
        received: impl Iterator<Item = &'a Batch> + Clone,
    ) -> Self {
        let mut pool = Self {
            ledger,
            here,
            span: Span::of(plan),
            is_sample: ledger.batches().any(|batch| sample::is_sample(batch.id)),
            received: BTreeMap::new(),
            differing: BTreeSet::new(),
            replies: BTreeMap::new(),
        };
        for batch in ledger.batches().chain(received.clone()) {
            for target in batch.entries.iter().filter_map(|entry| entry.replaces) {
                pool.replies.entry(target).or_default().push(batch.organisation.clone());
            }
        }
        for batch in received {
            let here = pool.received.entry(batch.id).or_insert(Some(batch));
            if *here != Some(batch) {
                *here = None;
            }
            // A struck-out batch meets its older self as the same: only the ledger knows.
            if ledger.meet(batch) == Met::Differs {
                pool.differing.insert(batch.id);
            }
        }
        pool
    }

    /// Whether the ledger is the invented one.
    pub fn is_sample(&self) -> bool {
        self.is_sample
    }

    /// An entry that the ledger has or that was received, with its batch.
    pub fn find(&self, id: EntryId) -> Option<(&'a Batch, &'a Entry)> {
        let batch = self.batch(id.batch)?;
        Some((batch, batch.entries.get(id.index as usize)?))
    }

    /// The batch of this name, of the ledger if it has one, else as it was received. `None` where nothing has the
    /// name, and where two different batches that were received have it.
    pub fn batch(&self, id: BatchId) -> Option<&'a Batch> {
        self.ledger.batch(id).or_else(|| *self.received.get(&id)?)
    }

    /// Batches that are here or were received, each once.
    pub fn batches(&self) -> impl Iterator<Item = &'a Batch> {
        let received = self.received.values().copied().flatten();
        self.ledger.batches().chain(received.filter(|batch| self.ledger.batch(batch.id).is_none()))
    }

    /// Whether an entry of the batch corrects or withdraws something that is nowhere to be seen. Also what its own
    /// writer is to write later: it would be outdone before it comes.
    pub fn replaces_unseen(&self, batch: &Batch) -> bool {
        batch.entries.iter().filter_map(|entry| entry.replaces).any(|id| self.find(id).is_none())
    }

    /// Whether another organisation corrects or withdraws an entry of the batch.
    pub fn is_overruled(&self, batch: &Batch) -> bool {
        let replies = batch.named().filter_map(|(id, _)| self.replies.get(&id)).flatten();
        replies.into_iter().any(|organisation| *organisation != batch.organisation)
    }

    /// Whether there is another batch of the same name, here or among what was received: one of them was
    /// tampered with, and taking it would change what is there.
    pub fn has_double(&self, batch: &Batch) -> bool {
        self.differing.contains(&batch.id) || self.received.get(&batch.id) == Some(&None)
    }

    /// Whether the ledger has the batch as it is.
    pub fn is_here(&self, batch: &Batch) -> bool {
        self.ledger.batch(batch.id).is_some() && !self.has_double(batch)
    }

    /// Whether the batch claims the name of this page without being from it, or the last name that a writer has, after
    /// which its next batch would have none.
    pub fn claims_own_name(&self, batch: &Batch) -> bool {
        !self.is_here(batch) && (batch.id.writer == self.here.writer || batch.id.sequence == u32::MAX)
    }
}
