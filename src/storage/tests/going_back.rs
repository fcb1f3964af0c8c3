//! Going back to before a merge takes everything back that came with it; what was struck out stays struck.

use crate::ledger::samples::{actual, batch, entry};
use crate::ledger::{Batch, BatchId, EntryId, Ledger, Said};
use crate::plan::{Month, Year};
use crate::storage::{BatchCodec, Memory, Millis, Place, Reason, Shelf, Store};
use std::sync::Arc;

type Own = Store<Memory, BatchCodec>;

fn open(memory: &Memory, writer: u64) -> Own {
    Store::open(memory.clone(), BatchCodec, Place::new("plan", "/"), Shelf::Own, writer)
}

fn ledger(store: &Own) -> Ledger {
    Ledger::new(store.batches().cloned())
}

fn id(writer: u64) -> BatchId {
    BatchId { writer, sequence: 0 }
}

/// Merges, goes back, and gives what is there then, here and after a reload.
fn undone(own: &[Batch], merged: &[Batch]) -> [Ledger; 2] {
    let memory = Memory::default();
    let mut store = open(&memory, 1);
    store.append(own.iter().cloned().map(Arc::new), Millis(1)).expect("room");
    store.keep_generation(Reason::Merge, Millis(2)).expect("room");
    let key = store.generations().expect("copies")[0].key.clone();
    store.append(merged.iter().cloned().map(Arc::new), Millis(3)).expect("room");
    store.restore(&key, Millis(4)).expect("the copy");
    [ledger(&store), ledger(&open(&memory, 2))]
}

/// hostile 1, 1b: a batch that holds a redaction besides a lock, a rule and a figure leaves nothing behind but that the
/// words are struck out.
#[test]
fn undoing_a_merge_takes_back_everything_but_what_was_struck_out() {
    let august = Month::new(Year(2024), 8).expect("a month");
    let mut first = actual("alliances", "12");
    if let Said::Actual { note, .. } = &mut first.said {
        *note = "电话 13800000000".into();
    }
    let own = batch(id(11), 100, 8, [first]);
    let of = EntryId { batch: own.id, index: 0 };
    let strike = entry(Said::Redaction { of });
    let lock = entry(Said::Lock { accepted: vec![] });
    let mixes = [
        vec![strike.clone(), lock.clone(), actual("alliances", "99")],
        vec![lock, strike.clone()],
        vec![entry(Said::Return { of: own.id, reason: "x".into() }), strike.clone()],
        vec![strike.clone(), entry(Said::StartOfUse { reason: "x".into() })],
        vec![strike],
    ];
    for mix in mixes {
        let merged = batch(id(44), 200, 8, mix.clone());
        let before = Ledger::new([own.clone()]);
        for after in undone(std::slice::from_ref(&own), std::slice::from_ref(&merged)) {
            assert!(after.at(&crate::ledger::Slot::Lock { month: august }).is_none(), "{mix:?}");
            assert!(after.slots().eq(before.slots()), "the standing is as it was: {mix:?}");
            assert!(after.verdict(own.id).is_none() && after.start_of_use().is_none());
            assert!(!format!("{after:?}").contains("13800000000"), "the words stay struck: {mix:?}");
            let rest = after.batches().flat_map(|one| &one.entries);
            let rest: Vec<_> = rest.filter(|one| matches!(one.said, Said::Redaction { .. })).collect();
            assert_eq!(rest.len(), 1);
            // Taken in again it is the same as the first time.
            let mut again = after.clone();
            assert_ne!(again.add(merged.clone()), crate::ledger::Met::Differs);
        }
    }
}
