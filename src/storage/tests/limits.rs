//! Each bound of this room: what is within is done, what is beyond is not.

use super::meddled::Meddled;
use super::*;
use crate::storage::envelope::{Content, MAX_UNITS, wrap};
use crate::storage::{Failure, Kind, Port, Saved, SegmentName};
use std::cell::Cell;

#[test]
fn an_act_that_could_not_be_read_again_is_not_written() {
    let memory = Memory::default();
    let mut tab = tab(&memory, 1);
    let most = MAX_UNITS * 15 / 8 - 100;
    assert_eq!(tab.append([long(1, 0, most)], hours(0)), Ok(1));
    assert_eq!(stored(&memory).len(), 1);
    assert_eq!(tab.append([long(1, 1, most + 100)], hours(0)), Err(Failure::TooLarge));
    assert_eq!(stored(&memory).len(), 1);
    assert_eq!(tab.saved(), Saved::No { batches: 1, why: Failure::TooLarge });
}

/// So many page loads with one batch of this many bytes each.
fn loads(count: u64, length: usize) -> Memory {
    let memory = Memory::default();
    for writer in 0..count {
        assert_eq!(tab(&memory, writer).append([long(writer, 0, length)], hours(0)), Ok(1));
    }
    memory
}

#[test]
fn one_merge_takes_sixty_four_segments_and_the_next_the_rest() {
    let memory = loads(100, 10);
    let merged = tab(&memory, 1000).compact(hours(30)).unwrap();
    assert_eq!((merged.removed, merged.written), (64, 1));
    assert!(merged.freed > 0);
    assert_eq!(tab(&memory, 1001).compact(hours(30)).unwrap().removed, 36);
    assert_eq!(stored(&memory).len(), 100);
}

#[test]
fn a_merged_segment_has_at_most_sixty_four_kilobytes() {
    let memory = loads(30, 5000);
    let merged = tab(&memory, 1000).compact(hours(30)).unwrap();
    assert_eq!((merged.removed, merged.written), (30, 3));
    for value in memory.content().values() {
        assert!(value.encode_utf16().count() * 15 / 8 <= 64 * 1024 + 40);
    }
    assert_eq!(stored(&memory).len(), 30);
}

#[test]
fn segments_of_thirty_two_kilobytes_are_not_merged_again() {
    for (length, removed) in [(32 * 1024 - 100, 2), (32 * 1024, 0)] {
        // Beside a small one: the two together are within what a merged segment takes.
        let memory = loads(1, length);
        assert_eq!(tab(&memory, 1).append([long(1, 0, 10)], hours(0)), Ok(1));
        assert_eq!(tab(&memory, 1000).compact(hours(30)).unwrap().removed, removed);
        assert_eq!(stored(&memory).len(), 2);
    }
}

#[test]
fn one_damaged_key_leaves_eight_copies_and_then_stays_where_it_is() {
    let memory = loads(1, 10);
    let key = segments(&memory)[0].clone();
    for copy in 0..9 {
        assert_eq!(memory.set(&key, &format!("damaged {copy}")), Ok(()));
        assert_eq!(tab(&memory, 99).faults()[0].moved.is_some(), copy < 8, "{copy}");
    }
    assert_eq!(memory.get(&key), Ok(Some("damaged 8".into())));
    assert_eq!(tab(&memory, 99).quarantined().unwrap().len(), 8);
}

#[test]
fn a_merge_by_another_tab_while_a_page_loads_hides_nothing_from_it() {
    // All segments are merged right after the first list.
    let is_merged = Cell::new(false);
    let keys = |memory: &Memory, keys| {
        if !is_merged.replace(true) {
            assert_eq!(tab(memory, 500).compact(hours(100)).unwrap().removed, 12);
        }
        keys
    };
    let port = Meddled { memory: many_loads(), keys, get: |_: &Memory, _: &str| () };
    let loaded = Store::open(port, Lines, place(), Shelf::Own, 600);
    assert_eq!(loaded.count(), 36);
}

#[test]
fn a_segment_that_changed_during_a_merge_is_left() {
    let memory = many_loads();
    let key = segments(&memory)[0].clone();
    // A living page writes its segment once more right before it would be removed.
    let is_written = Cell::new(false);
    let get = |memory: &Memory, asked: &str| {
        if asked != key && asked.contains("01f4:") && !is_written.replace(true) {
            let text = wrap(Content::Segment, "plan", hours(100), b"1\n0 77 late");
            memory.set(&key, &text).unwrap();
        }
    };
    let port = Meddled { memory: memory.clone(), keys: |_: &Memory, keys| keys, get };
    let mut merging = Store::open(port, Lines, place(), Shelf::Own, 500);
    assert_eq!(merging.compact(hours(100)).unwrap().removed, 11);
    assert!(memory.content().contains_key(&key));
    assert_eq!(stored(&memory).len(), 37);
}

#[test]
fn a_list_that_never_holds_still_is_taken_as_it_is_after_a_few_tries() {
    // It always names a segment that another tab has just removed.
    let lists = Cell::new(0);
    let keys = |_: &Memory, keys: Vec<String>| {
        lists.set(lists.get() + 1);
        assert!(lists.get() < 20, "it lists again without end");
        [keys, vec![place().segment(Kind::Ledger, SegmentName { writer: 8, number: 8 })]].concat()
    };
    let port = Meddled { memory: many_loads(), keys, get: |_: &Memory, _: &str| () };
    let loaded = Store::open(port, Lines, place(), Shelf::Own, 600);
    assert_eq!(loaded.count(), 36);
}

#[test]
fn an_act_that_would_make_a_segment_larger_than_sixteen_kilobytes_begins_the_next() {
    for (length, count) in [(9 * 1024 - 100, 1), (9 * 1024, 2)] {
        let memory = Memory::default();
        let mut tab = tab(&memory, 1);
        assert_eq!(tab.append([long(1, 0, 7 * 1024)], hours(0)), Ok(1));
        assert_eq!(tab.append([long(1, 1, length)], hours(0)), Ok(1));
        assert_eq!(segments(&memory).len(), count, "{length}");
        assert_eq!(stored(&memory).len(), 2);
    }
}

#[test]
fn a_segment_of_eight_kilobytes_is_not_added_to() {
    for (length, count) in [(8 * 1024 - 100, 1), (8 * 1024, 2)] {
        let memory = Memory::default();
        let mut tab = tab(&memory, 1);
        assert_eq!(tab.append([long(1, 0, length)], hours(0)), Ok(1));
        assert_eq!(tab.append([batch(1, 1)], hours(0)), Ok(1));
        assert_eq!(segments(&memory).len(), count, "{length}");
    }
}
