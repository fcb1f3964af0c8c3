//! The ledger's batches as this room keeps them: the column codec, with identifiers spelled out.

use super::envelope::Refusal;
use super::identity::BatchId;
use super::segment::SegmentCodec;
use crate::ledger::codec::{self, Vocabulary};
use crate::ledger::{Batch, Entry, EntryId, Said};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Keeps batches of the ledger.
#[derive(Clone, Copy, Debug, Default)]
pub struct BatchCodec;

impl SegmentCodec for BatchCodec {
    type Batch = Arc<Batch>;

    fn encode(&self, batches: &[Self::Batch]) -> Vec<u8> {
        codec::encode(batches.iter().map(|batch| &**batch), None)
    }

    fn decode(&self, bytes: &[u8]) -> Result<Vec<Self::Batch>, Refusal> {
        match codec::decode(bytes, &Vocabulary::default()) {
            Ok(batches) => Ok(batches.into_iter().map(Arc::new).collect()),
            Err(codec::Refusal::Newer) => Err(Refusal::Newer),
            Err(codec::Refusal::Damaged) => Err(Refusal::Damaged),
            Err(codec::Refusal::TooMany) => Err(Refusal::TooMany),
        }
    }

    fn id(&self, batch: &Self::Batch) -> BatchId {
        batch.id
    }

    /// As the fold settles it: whatever came first, and a form without words does not come back to life.
    fn settle(&self, known: &Self::Batch, other: &Self::Batch) -> Self::Batch {
        if known == other { known.clone() } else { Arc::new(known.join(other)) }
    }

    fn strikes(&self, batch: &Self::Batch) -> Vec<EntryId> {
        let of = |entry: &Entry| match entry.said {
            Said::Redaction { of } => Some(of),
            _ => None,
        };
        batch.entries.iter().filter_map(of).collect()
    }

    fn only_strikes(&self, batch: &Self::Batch, name: BatchId) -> Option<Self::Batch> {
        let is_strike = |entry: &&Entry| matches!(entry.said, Said::Redaction { .. });
        let strikes: Vec<Entry> = batch.entries.iter().filter(is_strike).cloned().collect();
        let rest = Batch { id: name, person: String::new(), entries: strikes, ..(**batch).clone() };
        (rest.entries.len() < batch.entries.len()).then(|| Arc::new(rest))
    }

    fn struck(&self, batch: &Self::Batch, entries: &BTreeSet<EntryId>) -> Option<Self::Batch> {
        batch.struck(entries).map(Arc::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::storage::{Memory, Millis, Place, Shelf, Store};

    fn open(memory: &Memory, writer: u64) -> Store<Memory, BatchCodec> {
        Store::open(memory.clone(), BatchCodec, Place::new("plan", "/"), Shelf::Own, writer)
    }

    #[test]
    fn what_was_struck_out_is_in_no_backup() {
        let first = crate::ledger::BatchId { writer: 1, sequence: 0 };
        let said = Said::Withdrawal { reason: "电话 13800000000".into() };
        let of = crate::ledger::EntryId { batch: first, index: 0 };
        let second = crate::ledger::BatchId { writer: 1, sequence: 1 };
        let batches =
            [batch(first, 1, 8, [entry(said)]), batch(second, 2, 8, [entry(Said::Redaction { of })])];
        let mut store = open(&Memory::default(), 1);
        store.append(batches.map(Arc::new), Millis(1)).unwrap();
        let bytes = store.backup(Millis(2), "").unwrap().bytes;
        let restored = crate::storage::open_backup(&BatchCodec, "plan", &bytes).unwrap().batches;
        assert!(!format!("{restored:?}").contains("13800000000"));
        assert_eq!(restored.len(), 2);
    }

    #[test]
    fn what_one_page_wrote_another_reads() {
        let memory = Memory::default();
        let written: Vec<_> = (0..40)
            .map(|sequence| {
                let id = crate::ledger::BatchId { writer: 1, sequence };
                Arc::new(batch(
                    id,
                    100 + u64::from(sequence),
                    8,
                    [actual("alliances", &sequence.to_string())],
                ))
            })
            .collect();
        let mut first = open(&memory, 1);
        for batch in &written {
            first.append([batch.clone()], Millis(1)).unwrap();
        }
        let second = open(&memory, 2);
        assert_eq!(second.batches().cloned().collect::<Vec<_>>(), written);
    }
}
