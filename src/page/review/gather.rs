//! Receipts out of what was received: by organisation and period, each once, in an order of their own.

use super::Received;
use crate::ledger::codec::encode_one;
use crate::ledger::{Batch, BatchId, Entry, EntryId, Id, Ledger, Met};
use crate::plan::Month;
use crate::sample;
use std::collections::BTreeMap;

/// What one link says for one organisation about one period.
#[derive(Clone, Debug)]
pub struct Gathered {
    pub organisation: Id,
    pub month: Month,
    /// In the order in which they were written.
    pub batches: Vec<Batch>,
    pub source: String,
    /// How often the same was pasted.
    pub copies: usize,
}

/// All batches that were received, beside the ledger.
pub struct Pool<'a> {
    ledger: &'a Ledger,
    /// None where two different batches have one name.
    received: BTreeMap<BatchId, Option<&'a Batch>>,
    /// Batches of which the ledger has another form under the same name.
    differing: Vec<BatchId>,
    /// Which organisation's batches correct or withdraw an entry, here or among what was received.
    replies: BTreeMap<EntryId, Vec<Id>>,
}

/// One link may speak for several organisations or periods: each is a receipt of its own.
pub fn gather(received: &[Received]) -> Vec<Gathered> {
    let mut all: BTreeMap<(Id, Month, Vec<Vec<u8>>), Gathered> = BTreeMap::new();
    for one in received {
        let mut by_subject: BTreeMap<(Id, Month), Vec<&Batch>> = BTreeMap::new();
        for batch in &one.batches {
            by_subject.entry((batch.organisation.clone(), batch.month)).or_default().push(batch);
        }
        for ((organisation, month), mut batches) in by_subject {
            batches.sort_by_key(|batch| (batch.written, batch.id));
            batches.dedup();
            let content = batches.iter().map(|batch| encode_one(batch)).collect();
            let gathered = all.entry((organisation.clone(), month, content)).or_insert_with(|| Gathered {
                organisation,
                month,
                batches: batches.into_iter().cloned().collect(),
                source: one.source.clone(),
                copies: 0,
            });
            gathered.copies += 1;
            // Of several places the same one is named, in whatever order they were pasted.
            if one.source < gathered.source {
                gathered.source.clone_from(&one.source);
            }
        }
    }
    all.into_values().collect()
}

impl<'a> Pool<'a> {
    pub fn new(ledger: &'a Ledger, gathered: &'a [Gathered]) -> Self {
        let mut pool =
            Self { ledger, received: BTreeMap::new(), differing: Vec::new(), replies: BTreeMap::new() };
        for batch in ledger.batches().chain(gathered.iter().flat_map(|one| &one.batches)) {
            for target in batch.entries.iter().filter_map(|entry| entry.replaces) {
                pool.replies.entry(target).or_default().push(batch.organisation.clone());
            }
        }
        for batch in gathered.iter().flat_map(|one| &one.batches) {
            let here = pool.received.entry(batch.id).or_insert(Some(batch));
            if *here != Some(batch) {
                *here = None;
            }
            // A struck-out batch meets its older self as the same: only the ledger knows.
            if ledger.meet(batch) == Met::Differs {
                pool.differing.push(batch.id);
            }
        }
        pool
    }

    /// Whether the ledger is the invented one.
    pub fn is_sample(&self) -> bool {
        self.ledger.batches().any(|batch| sample::is_sample(batch.id))
    }

    /// An entry that the ledger has or that was received, with its batch.
    pub fn find(&self, id: EntryId) -> Option<(&'a Batch, &'a Entry)> {
        let received = || *self.received.get(&id.batch)?;
        let batch = self.ledger.batch(id.batch).or_else(received)?;
        Some((batch, batch.entries.get(id.index as usize)?))
    }

    /// Whether an entry of the batch corrects or withdraws something that is nowhere to be seen and was not written
    /// in the same load of the page.
    pub fn replaces_unseen(&self, batch: &Batch) -> bool {
        let targets = batch.entries.iter().filter_map(|entry| entry.replaces);
        targets.filter(|id| id.batch.writer != batch.id.writer).any(|id| self.find(id).is_none())
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
}
