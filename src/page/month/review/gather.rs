//! Receipts out of what was received: by organisation and period, each once, in an order of their own.

use super::Received;
use crate::gate::Rights;
use crate::ledger::codec::encode_one;
use crate::ledger::{Batch, Change, EntryId, Id, Ledger};
use crate::link::stamp::Stamp;
use crate::plan::Month;
use std::collections::{BTreeMap, BTreeSet};

/// What one link says for one organisation about one period.
#[derive(Clone, Debug)]
pub struct Gathered {
    pub organisation: Id,
    pub month: Month,
    /// In the order in which they were written.
    pub batches: Vec<Batch>,
    /// What those that were pasted say of the page that made them, each once.
    pub stamps: Vec<Stamp>,
    pub source: String,
    /// How often the same came in.
    pub copies: usize,
    /// It was opened as a link, beside whatever was pasted.
    pub is_opened: bool,
}

impl Gathered {
    /// The entries in whose place the receipt says something else in the end: what it corrects or says anew of itself. What
    /// it withdraws stays a line, or its withdrawal would be one of nothing. Only a batch that is taken with the other takes its word back, so one of which something does not belong
    /// there counts for nothing here.
    pub fn taken_back(&self, rights: &Rights) -> BTreeSet<EntryId> {
        let belongs =
            |batch: &&Batch| batch.entries.iter().all(|entry| rights.why_not(batch, entry).is_none());
        let alone = Ledger::new(self.batches.iter().filter(belongs).cloned());
        let is_over =
            |id: &EntryId| matches!(alone.change(*id), Some(Change::Superseded | Change::Corrected));
        self.batches.iter().flat_map(|batch| batch.named().map(|(id, _)| id)).filter(is_over).collect()
    }
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
                stamps: vec![],
                source: one.source.clone(),
                copies: 0,
                is_opened: false,
            });
            gathered.copies += 1;
            // Only what was opened has no place in a text.
            gathered.is_opened |= one.source.is_empty();
            if !gathered.stamps.contains(&one.stamp) {
                gathered.stamps.push(one.stamp.clone());
            }
            // Of several places the same one is named, in whatever order they were pasted.
            if one.source < gathered.source {
                gathered.source.clone_from(&one.source);
            }
        }
    }
    all.into_values().collect()
}
