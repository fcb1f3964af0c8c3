//! Several pages over one storage.

use super::*;
use crate::storage::{Failure, Heard, Kind, Port, Reason, Saved, clear};

#[test]
fn two_tabs_of_five_hundred_acts_each_end_with_a_thousand() {
    let memory = Memory::default();
    let mut tabs = [tab(&memory, 1), tab(&memory, 2)];
    for sequence in 0..500 {
        for at in [0, 1] {
            let before = memory.content();
            let made = long(at as u64 + 1, sequence, 40);
            assert_eq!(tabs[at].append([made.clone()], hours(0)), Ok(1));
            assert_eq!(tell(&mut tabs[1 - at], &memory, &before), [Heard::New(vec![made])]);
        }
    }
    assert_eq!(stored(&memory).len(), 1000);
    assert!(tabs.iter().all(|tab| tab.count() == 1000));
    assert!(segments(&memory).len() > 2, "segments were sealed");
}

#[test]
fn two_tabs_that_do_not_hear_each_other_end_with_a_thousand_all_the_same() {
    let memory = Memory::default();
    let mut tabs = [tab(&memory, 1), tab(&memory, 2)];
    for sequence in 0..500 {
        for at in [0, 1] {
            assert_eq!(tabs[at].append([batch(at as u64 + 1, sequence)], hours(0)), Ok(1));
        }
    }
    assert_eq!(stored(&memory).len(), 1000);
}

#[test]
fn a_segment_stays_between_eight_and_sixteen_kilobytes() {
    let memory = Memory::default();
    let mut tab = tab(&memory, 1);
    for sequence in 0..400 {
        assert_eq!(tab.append([long(1, sequence, 300)], hours(0)), Ok(1));
    }
    let content = memory.content();
    let sizes: Vec<usize> = content.values().map(|value| value.encode_utf16().count() * 15 / 8).collect();
    assert!(sizes.iter().all(|size| *size <= 16 * 1024 + 40), "{sizes:?}");
    let small = sizes.iter().filter(|size| **size < 8 * 1024).count();
    assert!(small <= 1 && sizes.len() > 5, "{sizes:?}");
}

#[test]
fn a_page_that_rested_half_a_day_begins_a_new_segment_and_so_does_one_whose_clock_went_back() {
    for (then, segments_then) in [(11, 1), (12, 2)] {
        let memory = Memory::default();
        let mut tab = tab(&memory, 1);
        assert_eq!(tab.append([batch(1, 0)], hours(0)), Ok(1));
        assert_eq!(tab.append([batch(1, 1)], hours(then)), Ok(1));
        assert_eq!(segments(&memory).len(), segments_then);
    }
    let memory = Memory::default();
    let mut tab = tab(&memory, 1);
    assert_eq!(tab.append([batch(1, 0)], hours(5)), Ok(1));
    assert_eq!(tab.append([batch(1, 1)], hours(4)), Ok(1));
    assert_eq!(segments(&memory).len(), 2);
}

#[test]
fn only_segments_that_rested_a_day_are_merged() {
    let memory = many_loads();
    let merged = tab(&memory, 99).compact(hours(24 + 5)).unwrap();
    assert_eq!((merged.removed, merged.written), (6, 1));
    assert_eq!(segments(&memory).len(), 7);
    assert_eq!(stored(&memory).len(), 36);
    assert_eq!(tab(&memory, 98).compact(hours(3)).unwrap().written, 0, "a clock that went back");
}

#[test]
fn a_page_that_lives_on_after_its_segments_were_merged_loses_nothing() {
    let memory = Memory::default();
    let mut old = tab(&memory, 1);
    assert_eq!(old.append([batch(1, 0)], hours(0)), Ok(1));
    assert_eq!(tab(&memory, 2).append([batch(2, 0)], hours(0)), Ok(1));
    let before = memory.content();
    let mut other = tab(&memory, 3);
    assert_eq!(other.compact(hours(30)).unwrap().removed, 2);
    let heard = tell(&mut old, &memory, &before);
    assert_eq!(heard[0], Heard::New(vec![batch(2, 0)]));
    assert!(heard[1..].iter().all(|one| *one == Heard::Nothing), "{heard:?}");
    assert_eq!(old.append([batch(1, 1)], hours(30)), Ok(1));
    assert_eq!(stored(&memory), [batch(1, 0), batch(1, 1), batch(2, 0)]);
}

#[test]
fn two_tabs_that_merge_at_one_time_leave_each_batch_and_later_no_double() {
    let memory = many_loads();
    let (one, other) = (memory.copy(), memory.copy());
    tab(&one, 98).compact(hours(100)).unwrap();
    tab(&other, 99).compact(hours(100)).unwrap();
    for (key, value) in other.content() {
        assert_eq!(one.set(&key, &value), Ok(()));
    }
    assert_eq!(stored(&one).len(), 36);
    tab(&one, 97).compact(hours(200)).unwrap();
    assert_eq!(segments(&one).len(), 1);
    assert_eq!(stored(&one).len(), 36);
}

#[test]
fn storage_cleared_underneath_is_noticed_and_written_back_on_demand_only() {
    let memory = many_loads();
    let mut tab = tab(&memory, 50);
    assert_eq!(tab.append([batch(50, 0)], hours(12)), Ok(1));
    for key in memory.content().keys() {
        assert_eq!(memory.remove(key), Ok(()));
    }
    assert_eq!(tab.heard(None, None), Heard::Vanished(37));
    assert_eq!(tab.saved(), Saved::No { batches: 37, why: Failure::Vanished });
    assert_eq!(tab.append([batch(50, 1)], hours(12)), Ok(1));
    assert_eq!(stored(&memory), [batch(50, 1)], "an act does not bring back what was cleared");
    assert_eq!(tab.rescue(hours(13)), Ok(37));
    assert_eq!(stored(&memory), all(&tab));
    assert_eq!(tab.saved(), Saved::Yes { at: Some(hours(13)) });
}

#[test]
fn storage_cleared_without_a_word_is_noticed_with_the_next_act() {
    let memory = many_loads();
    let mut tab = tab(&memory, 50);
    assert_eq!(tab.append([batch(50, 0)], hours(12)), Ok(1));
    for key in memory.content().keys() {
        assert_eq!(memory.remove(key), Ok(()));
    }
    assert_eq!(tab.append([batch(50, 1)], hours(12)), Ok(1));
    assert_eq!(stored(&memory), [batch(50, 1)], "an act does not bring back what was cleared");
    assert_eq!(tab.saved(), Saved::No { batches: 37, why: Failure::Vanished });
    assert_eq!(tab.rescue(hours(13)), Ok(37));
    assert_eq!(stored(&memory), all(&tab));
}

#[test]
fn an_act_between_a_merge_in_another_tab_and_the_news_of_it_misses_nothing() {
    let memory = many_loads();
    let mut tab = tab(&memory, 50);
    let before = memory.content();
    assert!(super::tab(&memory, 51).compact(hours(100)).unwrap().removed > 1);
    assert_eq!(tab.append([batch(50, 0)], hours(100)), Ok(1));
    assert_eq!(tab.saved(), Saved::Yes { at: Some(hours(100)) });
    tell(&mut tab, &memory, &before);
    assert_eq!(tab.saved(), Saved::Yes { at: Some(hours(100)) });
    assert_eq!(stored(&memory).len(), 37);
}

#[test]
fn clearing_in_another_tab_leaves_memory_and_says_so() {
    let memory = many_loads();
    let mut tab = tab(&memory, 50);
    let before = memory.content();
    let cleared = clear(&memory, &place(), 51, hours(20)).unwrap();
    assert_eq!(cleared.0, [(Kind::Ledger, 12)]);
    tell(&mut tab, &memory, &before);
    assert_eq!(tab.count(), 36);
    assert_eq!(tab.saved(), Saved::No { batches: 36, why: Failure::Vanished });
}

#[test]
fn going_back_is_heard_by_other_tabs_which_do_not_bring_back_what_went() {
    let memory = Memory::default();
    let (mut one, mut other) = (tab(&memory, 1), tab(&memory, 2));
    assert_eq!(one.append([batch(1, 0)], hours(0)), Ok(1));
    assert_eq!(one.keep_generation(Reason::Import, hours(0)), Ok(()));
    assert_eq!(other.append([batch(2, 0)], hours(0)), Ok(1));
    let key = one.generations().unwrap()[0].key.clone();
    let during = memory.copy();
    assert_eq!(one.restore(&key, hours(1)), Ok(()));
    // The event of the record, as the other tab gets it once all is done.
    let removal = place().removal(1);
    assert!(!during.content().contains_key(&removal));
    assert_eq!(other.heard(Some(&removal), Some("")), Heard::Replaced);
    assert_eq!(other.append([batch(2, 1)], hours(1)), Ok(1));
    assert_eq!(stored(&memory), [batch(1, 0), batch(2, 1)]);
    let kept = one.generations().unwrap();
    assert_eq!(one.generation(&kept[0].key), Ok(vec![batch(1, 0), batch(2, 0)]), "what went is in a copy");
}

#[test]
fn a_writer_that_was_there_before_never_writes_over_itself() {
    let memory = Memory::default();
    assert_eq!(tab(&memory, 1).append([batch(1, 0)], hours(0)), Ok(1));
    assert_eq!(tab(&memory, 1).append([batch(1, 1)], hours(0)), Ok(1));
    assert_eq!(stored(&memory).len(), 2);
}

#[test]
fn the_settled_form_wins_in_whatever_order_and_reaches_storage_when_merged() {
    let full = long(1, 0, 50);
    let redacted = long(1, 0, 5);
    for order in [[full.clone(), redacted.clone()], [redacted.clone(), full.clone()]] {
        let memory = Memory::default();
        for (at, form) in order.into_iter().enumerate() {
            assert!(tab(&memory, at as u64 + 5).append([form], hours(0)).is_ok());
        }
        assert_eq!(stored(&memory), std::slice::from_ref(&redacted));
        tab(&memory, 9).compact(hours(50)).unwrap();
        assert_eq!(segments(&memory).len(), 1);
        assert_eq!(stored(&memory), std::slice::from_ref(&redacted));
    }
}
