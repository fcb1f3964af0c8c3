//! Receipts out of what was received: by organisation and period, each once, in an order of their own.

use super::Received;
use crate::ledger::codec::encode_one;
use crate::ledger::{Batch, Id};
use crate::link::stamp::Stamp;
use crate::plan::Month;
use std::collections::BTreeMap;

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
    /// How often the same was pasted.
    pub copies: usize,
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
            });
            gathered.copies += 1;
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
