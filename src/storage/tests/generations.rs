//! Copies of the whole ledger: bounded, readable, restorable.

use super::*;
use crate::storage::{
    Failure, Heard, MAX_GENERATION_UNITS, MAX_GENERATIONS, Memory, Port, Reason, Refusal, Shelf, Store,
};

#[test]
fn the_number_of_copies_is_bounded_and_the_oldest_go_first() {
    let memory = many_loads();
    let mut tab = tab(&memory, 50);
    for hour in 0..MAX_GENERATIONS as u64 + 3 {
        assert_eq!(tab.keep_generation(Reason::Merge, hours(20 + hour)), Ok(()));
    }
    let kept = tab.generations().unwrap();
    assert_eq!(kept.len(), MAX_GENERATIONS);
    assert_eq!(kept[0].made, Ok((hours(20 + MAX_GENERATIONS as u64 + 2), Reason::Merge)));
    assert_eq!(kept[MAX_GENERATIONS - 1].made, Ok((hours(23), Reason::Merge)));
    assert!(kept.iter().all(|one| one.batches == 36));
}

#[test]
fn a_copy_made_after_the_clock_was_set_back_is_the_newest_and_the_last_to_go() {
    let memory = Memory::default();
    let mut tab = tab(&memory, 1);
    for sequence in 0..MAX_GENERATIONS as u32 + 3 {
        assert_eq!(tab.append([batch(1, sequence)], hours(0)), Ok(1));
        // Each by a clock that is a day further behind.
        let now = hours(1000 - 24 * u64::from(sequence));
        assert_eq!(tab.keep_generation(Reason::Merge, now), Ok(()));
        let kept = tab.generations().unwrap();
        assert_eq!(kept[0].made, Ok((now, Reason::Merge)), "it says when, by the clock");
        assert_eq!(tab.generation(&kept[0].key), Ok(all(&tab)));
    }
    let batches: Vec<usize> = tab.generations().unwrap().iter().map(|one| one.batches).collect();
    let newest = MAX_GENERATIONS + 3;
    assert_eq!(batches, (newest - MAX_GENERATIONS + 1..=newest).rev().collect::<Vec<_>>());
}

#[test]
fn what_copies_take_is_bounded() {
    let memory = Memory::default();
    let mut tab = tab(&memory, 1);
    // Each copy takes 0.4 of what all may take.
    let length = MAX_GENERATION_UNITS * 15 / 8 * 2 / 5;
    assert_eq!(tab.append([long(1, 0, length)], hours(0)), Ok(1));
    for hour in 0..4 {
        assert_eq!(tab.keep_generation(Reason::Merge, hours(hour)), Ok(()));
    }
    let kept = tab.generations().unwrap();
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().map(|one| one.units).sum::<usize>() <= MAX_GENERATION_UNITS);
    assert_eq!(tab.append([long(1, 1, length * 2)], hours(5)), Ok(1));
    assert_eq!(tab.keep_generation(Reason::Merge, hours(6)), Err(Failure::TooLarge));
    assert_eq!(tab.generations().unwrap().len(), 2, "a copy that is too large pushes no other out");
}

#[test]
fn two_copies_in_one_millisecond_are_two() {
    let memory = many_loads();
    let mut tab = tab(&memory, 50);
    for _ in 0..2 {
        assert_eq!(tab.keep_generation(Reason::Import, hours(20)), Ok(()));
    }
    assert_eq!(tab.generations().unwrap().len(), 2);
}

#[test]
fn a_damaged_copy_is_listed_and_refused_and_the_ledger_stays() {
    let memory = many_loads();
    let mut tab = tab(&memory, 50);
    assert_eq!(tab.keep_generation(Reason::Import, hours(20)), Ok(()));
    let key = tab.generations().unwrap()[0].key.clone();
    memory.set(&key, "damaged").unwrap();
    assert_eq!(tab.generations().unwrap()[0].made, Err(Refusal::Damaged));
    assert_eq!(tab.restore(&key, hours(21)), Err(Failure::Unreadable(Refusal::Damaged)));
    assert_eq!(tab.restore("none", hours(21)), Err(Failure::Vanished));
    assert_eq!(stored(&memory).len(), 36);
}

#[test]
fn going_back_and_forth_gives_each_state_again() {
    let memory = many_loads();
    let mut tab = tab(&memory, 50);
    assert_eq!(tab.keep_generation(Reason::Import, hours(20)), Ok(()));
    let key = tab.generations().unwrap()[0].key.clone();
    assert_eq!(tab.append([batch(50, 0)], hours(21)), Ok(1));
    assert_eq!(tab.restore(&key, hours(22)), Ok(()));
    assert_eq!((tab.count(), stored(&memory).len()), (36, 36));
    let back = tab.generations().unwrap()[0].key.clone();
    assert_eq!(tab.restore(&back, hours(23)), Ok(()));
    assert_eq!((tab.count(), stored(&memory).len()), (37, 37));
    assert_eq!(tab.append([batch(50, 1)], hours(24)), Ok(1));
    assert_eq!(stored(&memory), all(&tab));
}

#[test]
fn the_sample_ledger_is_apart_in_every_way() {
    let memory = many_loads();
    let own = memory.content();
    let mut sample = Store::open(memory.clone(), Lines, place(), Shelf::Sample, 70);
    assert_eq!(sample.count(), 0);
    assert_eq!(sample.append([batch(70, 0)], hours(0)), Ok(1));
    assert_eq!(sample.keep_generation(Reason::Merge, hours(0)), Ok(()));
    let mark = sample.backup(hours(0), "").unwrap().mark;
    assert_eq!(sample.note_backup(mark), Ok(()));
    assert_eq!(stored(&memory).len(), 36);
    let mut mine = tab(&memory, 71);
    for (key, value) in memory.content() {
        assert!(!matches!(mine.heard(Some(&key), Some(&value)), Heard::New(_)));
    }
    assert_eq!(crate::storage::remove_sample(&memory, &place()), Ok(1));
    assert_eq!(memory.content(), own, "byte for byte");
}
