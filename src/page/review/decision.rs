//! What accepting or returning a receipt does to the ledger.
//!
//! A batch is never changed, so it is taken whole or not at all. Taking only part of one under its own name would
//! make two forms of it, and of these nobody could tell which was written. So a batch in which anything does not
//! belong is refused, unless the officer takes it whole all the same, knowing what comes with it.

use super::model::Receipt;
use super::rights::Why;
use crate::ledger::{Batch, BatchId, Entry, Said};

/// How much of a receipt is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Extent {
    /// The batches that hold nothing but what belongs into a receipt.
    #[default]
    Allowed,
    /// Every batch, with what does not belong there.
    Whole,
}

/// The batches that accepting takes into the ledger, in the order in which they were written.
pub fn accepted(receipt: &Receipt, extent: Extent) -> Vec<Batch> {
    let is_taken = |batch: &&Batch| match extent {
        Extent::Whole => !is_of_other_ledger(receipt, batch.id),
        Extent::Allowed => !is_refused(receipt, batch.id),
    };
    receipt.batches.iter().filter(is_taken).cloned().collect()
}

/// What the officer writes down of the batches that were accepted.
pub fn acceptance_entries(taken: &[Batch]) -> Vec<Entry> {
    taken.iter().map(|batch| entry(Said::Acceptance { of: batch.id })).collect()
}

/// The batches that returning takes into the ledger, so that it shows what came and went back. What does not
/// belong into a receipt stays out: a return would not undo a lock that came with it.
pub fn returned(receipt: &Receipt) -> Vec<Batch> {
    accepted(receipt, Extent::Allowed)
}

/// What the officer writes down of a receipt that goes back: every batch of it, whether taken in or not.
/// None without a reason.
pub fn return_entries(receipt: &Receipt, reason: &str) -> Option<Vec<Entry>> {
    let reason: String = reason.trim().chars().take(crate::ledger::codec::MOST_LETTERS).collect();
    if reason.is_empty() {
        return None;
    }
    let back = |batch: &Batch| entry(Said::Return { of: batch.id, reason: reason.clone() });
    Some(receipt.batches.iter().map(back).collect())
}

/// The batches that accepting leaves out.
pub fn refused(receipt: &Receipt) -> Vec<BatchId> {
    receipt.batches.iter().map(|batch| batch.id).filter(|id| is_refused(receipt, *id)).collect()
}

fn is_refused(receipt: &Receipt, batch: BatchId) -> bool {
    receipt.apart.iter().any(|apart| apart.entry.batch == batch)
}

/// What is invented never meets what is not, whoever asks for it.
fn is_of_other_ledger(receipt: &Receipt, batch: BatchId) -> bool {
    let mut apart = receipt.apart.iter().filter(|apart| apart.entry.batch == batch);
    apart.any(|apart| matches!(apart.why, Why::Sample | Why::NotSample))
}

fn entry(said: Said) -> Entry {
    Entry { replaces: None, said }
}
