//! What accepting or returning a receipt does to the ledger.
//!
//! A batch is never changed, so it is taken whole or not at all. Taking only part of one under its own name would
//! make two forms of it, and of these nobody could tell which was written. So a batch in which anything does not
//! belong is refused, unless the officer takes it whole all the same, knowing what comes with it.

use super::model::Receipt;
use crate::ledger::{Batch, BatchId, Entry, EntryId, Said};
use crate::plan::Month;
use std::collections::{BTreeMap, BTreeSet};

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
        Extent::Whole => !is_never(receipt, batch.id),
        Extent::Allowed => !is_refused(receipt, batch.id),
    };
    receipt.batches.iter().filter(is_taken).cloned().collect()
}

/// What is done with one receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub extent: Extent,
    /// What an earlier receipt held and this one does not goes on counting.
    pub keeps: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self { extent: Extent::Allowed, keeps: true }
    }
}

/// What accepting comes to.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Accepting {
    /// What enters the ledger, each batch once.
    pub batches: Vec<Batch>,
    /// What the officer writes down, by period.
    pub verdicts: Vec<(Month, Vec<Entry>)>,
    /// The receipts that it deals with, by their batches.
    pub receipts: Vec<Vec<BatchId>>,
    /// How many items of them were listed.
    pub items: usize,
    /// How many items of earlier reports go on counting.
    pub kept: usize,
}

/// Accepts receipts. The acceptance of a receipt covers the earlier batches of which it leaves something out, also
/// those that were returned: so what it does not mention goes on counting, through locks and reloads and in whatever
/// order things arrive, and of what both mention its own is later and holds. Where the officer does not want that, what
/// counts of it is withdrawn. `reason` says why, in the record.
pub fn accept(receipts: &[(&Receipt, Choice)], reason: &str) -> Accepting {
    let mut accepting = Accepting::default();
    let mut batches: BTreeMap<BatchId, Batch> = BTreeMap::new();
    let mut accepted_ids: BTreeMap<Month, BTreeSet<BatchId>> = BTreeMap::new();
    let mut withdrawn: BTreeMap<Month, BTreeSet<EntryId>> = BTreeMap::new();
    for (receipt, choice) in receipts {
        let taken = accepted(receipt, choice.extent);
        if taken.is_empty() {
            continue;
        }
        let is_taken = |id: &EntryId| taken.iter().any(|batch| batch.id == id.batch);
        accepting.receipts.push(receipt.batches.iter().map(|batch| batch.id).collect());
        accepting.items += receipt.items.iter().filter(|item| is_taken(&item.entry)).count();
        accepting.items += receipt.apart.iter().filter(|apart| is_taken(&apart.entry)).count();
        let ids = accepted_ids.entry(receipt.month).or_default();
        ids.extend(taken.iter().map(|batch| batch.id));
        match choice.keeps {
            true => {
                accepting.kept += receipt.dropped.len();
                ids.extend(receipt.earlier.iter().map(|batch| batch.id));
                batches.extend(receipt.earlier.iter().map(|batch| (batch.id, batch.clone())));
            }
            false => withdrawn
                .entry(receipt.month)
                .or_default()
                .extend(receipt.dropped.iter().filter(|one| one.is_standing).map(|one| one.entry)),
        }
        // A batch may stand in several receipts.
        batches.extend(taken.into_iter().map(|batch| (batch.id, batch)));
    }
    let acceptance = |id: &BatchId| entry(Said::Acceptance { of: *id });
    for (month, ids) in &accepted_ids {
        let taken_back = withdrawn
            .remove(month)
            .unwrap_or_default()
            .into_iter()
            .map(|id| Entry { replaces: Some(id), said: Said::Withdrawal { reason: reason.to_owned() } });
        accepting.verdicts.push((*month, ids.iter().map(acceptance).chain(taken_back).collect()));
    }
    accepting.batches = batches.into_values().collect();
    accepting
}

/// The batches that returning takes into the ledger, so that it shows what came and went back. What does not
/// belong into a receipt stays out: a return would not undo a lock that came with it.
pub fn returned(receipt: &Receipt) -> Vec<Batch> {
    accepted(receipt, Extent::Allowed)
}

/// What the officer writes down of a receipt that goes back: every batch of it, whether taken in or not, and the
/// earlier ones that were returned before and count again only because it was accepted. None without a reason.
pub fn return_entries(receipt: &Receipt, reason: &str) -> Option<Vec<Entry>> {
    let reason: String = reason.trim().chars().take(crate::ledger::codec::MOST_LETTERS).collect();
    if reason.is_empty() {
        return None;
    }
    let back = |id: BatchId| entry(Said::Return { of: id, reason: reason.clone() });
    let own = receipt.batches.iter().map(|batch| batch.id);
    Some(own.chain(receipt.revived.iter().copied()).map(back).collect())
}

/// The batches that accepting leaves out.
pub fn refused(receipt: &Receipt) -> Vec<BatchId> {
    receipt.batches.iter().map(|batch| batch.id).filter(|id| is_refused(receipt, *id)).collect()
}

fn is_refused(receipt: &Receipt, batch: BatchId) -> bool {
    receipt.apart.iter().any(|apart| apart.entry.batch == batch)
}

/// Some things never enter, whoever asks for it.
fn is_never(receipt: &Receipt, batch: BatchId) -> bool {
    receipt.apart.iter().any(|apart| apart.entry.batch == batch && apart.why.is_final())
}

fn entry(said: Said) -> Entry {
    Entry { replaces: None, said }
}
