//! Values and files that are whole and hold more than the ledger's codec reads.

use super::{Memory, Millis, Shelf, Store, hours, place};
use crate::ledger::codec::{self, MOST_ENTRIES};
use crate::ledger::samples::{batch, entry};
use crate::ledger::{Batch, BatchId, Said};
use crate::storage::envelope::{Content, wrap};
use crate::storage::words::{failure, fault, file};
use crate::storage::{
    BatchCodec, Failure, FileRefusal, Kind, Port, Reason, Refusal, SegmentName, open_backup, write_backup,
};
use crate::text::Language;
use std::sync::Arc;

fn of(writer: u64, entries: usize) -> Batch {
    batch(BatchId { writer, sequence: 0 }, 1, 8, vec![entry(Said::Submission); entries])
}

fn segment(writer: u64) -> String {
    place().segment(Kind::Ledger, SegmentName { writer, number: 0 })
}

fn stored(entries: usize) -> (Memory, String) {
    let memory = Memory::default();
    let value = wrap(Content::Segment, "plan", hours(0), &codec::encode([&of(7, entries)], None));
    memory.set(&segment(7), &value).unwrap();
    (memory, value)
}

fn open(memory: &Memory) -> Store<Memory, BatchCodec> {
    Store::open(memory.clone(), BatchCodec, place(), Shelf::Own, 1)
}

fn says_how_many(sentence: &str) -> bool {
    let most = [codec::MOST_BATCHES, MOST_ENTRIES, codec::MOST_ENTRIES_IN_ALL, codec::MOST_LETTERS];
    most.iter().all(|most| sentence.contains(&most.to_string()))
}

#[test]
fn a_segment_that_holds_too_much_is_told_as_that_and_kept_as_a_damaged_one_is() {
    let (memory, _) = stored(MOST_ENTRIES);
    assert_eq!((open(&memory).count(), open(&memory).faults().len()), (1, 0));
    let (memory, value) = stored(MOST_ENTRIES + 1);
    let mut store = open(&memory);
    let [found] = store.faults() else { panic!("{:?}", store.faults()) };
    assert_eq!((&found.key, found.refusal), (&segment(7), Refusal::TooMany));
    assert!(found.moved.is_some() && !store.is_newer());
    assert_eq!(store.raw(found).as_deref(), Some(value.as_str()), "as it was found, to download");
    for language in Language::ALL {
        assert!(says_how_many(&fault(language, found)), "{}", fault(language, found));
    }
    // The page goes on beside it, and nothing of it is ever written over.
    assert_eq!(store.append([Arc::new(of(1, 1))], Millis(hours(1).0)), Ok(1));
    store.compact(hours(100)).unwrap();
    assert!(memory.content().values().any(|kept| *kept == value));
    assert_eq!(open(&memory).quarantined().unwrap().len(), 1);
}

#[test]
fn without_room_to_move_it_a_segment_that_holds_too_much_stays_where_it_is() {
    let (memory, value) = stored(MOST_ENTRIES + 1);
    memory.set_quota(Some(memory.used()));
    let store = open(&memory);
    assert_eq!(store.faults()[0].moved, None);
    assert_eq!(memory.get(&segment(7)), Ok(Some(value)));
}

#[test]
fn a_backup_or_a_copy_that_holds_too_much_is_told_as_that() {
    let file_of =
        |entries| write_backup(&BatchCodec, "plan", &[Arc::new(of(7, entries))], hours(0), "").unwrap();
    assert!(open_backup(&BatchCodec, "plan", &file_of(MOST_ENTRIES)).is_ok());
    let refused = open_backup(&BatchCodec, "plan", &file_of(MOST_ENTRIES + 1)).unwrap_err();
    assert_eq!(refused, FileRefusal::TooMany);
    let memory = Memory::default();
    let mut store = open(&memory);
    store.append([Arc::new(of(1, MOST_ENTRIES + 1))], hours(0)).unwrap();
    store.keep_generation(Reason::Merge, hours(1)).unwrap();
    let key = store.generations().unwrap()[0].key.clone();
    let copy = store.restore(&key, hours(2)).unwrap_err();
    assert_eq!(copy, Failure::Unreadable(Refusal::TooMany));
    for language in Language::ALL {
        assert!(says_how_many(&file(language, &refused)) && says_how_many(&failure(language, copy)));
    }
}
