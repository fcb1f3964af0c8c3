//! The ledger's batches as this room keeps them: the column codec, with identifiers spelled out.

use super::envelope::Refusal;
use super::identity::BatchId;
use super::segment::SegmentCodec;
use crate::ledger::codec::{self, Vocabulary};
use crate::ledger::{Batch, Ledger};
use std::sync::Arc;

/// Keeps batches of the ledger.
#[derive(Clone, Copy, Debug, Default)]
pub struct Books;

impl SegmentCodec for Books {
    type Batch = Arc<Batch>;

    fn encode(&self, batches: &[Self::Batch]) -> Vec<u8> {
        codec::encode(batches.iter().map(|batch| &**batch), None)
    }

    fn decode(&self, bytes: &[u8]) -> Result<Vec<Self::Batch>, Refusal> {
        match codec::decode(bytes, &Vocabulary::default()) {
            Ok(batches) => Ok(batches.into_iter().map(Arc::new).collect()),
            Err(codec::Refusal::Newer) => Err(Refusal::Newer),
            Err(codec::Refusal::Damaged | codec::Refusal::TooMany) => Err(Refusal::Damaged),
        }
    }

    fn id(&self, batch: &Self::Batch) -> BatchId {
        batch.id
    }

    /// As the fold settles it: whatever came first, and a form without words does not come back to life.
    fn settle(&self, known: &Self::Batch, other: &Self::Batch) -> Self::Batch {
        let ledger = Ledger::new([(**known).clone(), (**other).clone()]);
        ledger.batch(known.id).map_or_else(|| known.clone(), |batch| Arc::new(batch.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch};
    use crate::storage::{Memory, Moment, Place, Shelf, Store};

    fn open(memory: &Memory, writer: u64) -> Store<Memory, Books> {
        Store::open(memory.clone(), Books, Place::new("plan", "/"), Shelf::Own, writer)
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
            first.append([batch.clone()], Moment(1)).unwrap();
        }
        let second = open(&memory, 2);
        assert_eq!(second.batches().cloned().collect::<Vec<_>>(), written);
    }
}
