//! Every quota from nothing up: the last good state stays, memory keeps the rest, and there is a way out.

use super::*;
use crate::storage::{Failure, Kind, Port, Reason, Saved, Trouble, clear};

#[test]
fn with_any_room_left_an_act_is_kept_whole_or_not_at_all_and_can_be_tried_again() {
    let base = Memory::default();
    assert_eq!(tab(&base, 7).append((0..3).map(|sequence| batch(7, sequence)), hours(0)), Ok(3));
    let used = base.used();
    let (mut kept, mut refused) = (0, 0);
    for free in 0..400 {
        let memory = base.copy();
        memory.set_quota(Some(used + free));
        let mut tab = tab(&memory, 8);
        let made: Vec<Batch> = (0..9).map(|sequence| long(8, sequence, 20)).collect();
        match tab.append(made, hours(1)) {
            Ok(9) => {
                kept += 1;
                assert_eq!(stored(&memory).len(), 12);
            }
            Err(why @ Failure::Full(freeable)) => {
                refused += 1;
                assert!(freeable.segments > 0);
                assert_eq!(stored(&memory).len(), 3, "{free} units free");
                assert_eq!(tab.saved(), Saved::No { batches: 9, why });
                assert_eq!(tab.count(), 12);
                memory.set_quota(None);
                assert_eq!(tab.retry(hours(2)), Ok(()));
                assert_eq!(stored(&memory).len(), 12);
                assert_eq!(tab.saved(), Saved::Yes { at: Some(hours(2)) });
            }
            other => panic!("{free} units free: {other:?}"),
        }
    }
    assert!(kept > 50 && refused > 50, "{kept} {refused}");
}

#[test]
fn in_any_room_merging_and_keeping_a_generation_lose_nothing() {
    let base = many_loads();
    let old = stored(&base);
    for free in (0..1500).step_by(7) {
        let memory = base.copy();
        memory.set_quota(Some(base.used() + free));
        let mut tab = tab(&memory, 99);
        let _ = tab.keep_generation(Reason::Merge, hours(50));
        assert_eq!(stored(&memory), old, "{free} units free");
        let _ = tab.compact(hours(60));
        assert_eq!(stored(&memory), old, "{free} units free");
    }
}

#[test]
fn a_generation_never_makes_an_act_fail() {
    let memory = many_loads();
    let mut tab = tab(&memory, 50);
    for hour in 0..3 {
        assert_eq!(tab.keep_generation(Reason::Merge, hours(20 + hour)), Ok(()));
    }
    memory.set_quota(Some(memory.used()));
    assert_eq!(tab.append([long(50, 0, 100)], hours(30)), Ok(1));
    let left = tab.generations().unwrap();
    assert_eq!(left.iter().map(|one| one.made.unwrap().0).collect::<Vec<_>>(), [hours(22), hours(21)]);
}

#[test]
fn one_full_call_in_between_leaves_the_batch_for_the_next_act() {
    let memory = Memory::default();
    let mut tab = tab(&memory, 1);
    memory.set_trouble(Some(Trouble::Full(0)));
    assert!(matches!(tab.append([batch(1, 0)], hours(0)), Err(Failure::Full(_))));
    memory.set_trouble(None);
    assert_eq!(tab.append([batch(1, 1)], hours(0)), Ok(1));
    assert_eq!(stored(&memory).len(), 2);
}

#[test]
fn blocked_storage_opens_empty_keeps_memory_and_says_so() {
    let memory = Memory::default();
    memory.set_trouble(Some(Trouble::CrashBefore(0)));
    let mut tab = tab(&memory, 1);
    assert_eq!(tab.saved(), Saved::No { batches: 0, why: Failure::Blocked });
    assert_eq!(tab.append([batch(1, 0)], hours(0)), Err(Failure::Blocked));
    assert_eq!((tab.count(), tab.unsaved()), (1, 1));
}

#[test]
fn clearing_takes_this_plan_and_folder_only_even_without_room() {
    let memory = many_loads();
    let others = [
        "planboard:settings",
        "foreign",
        "planboard:ledger:plan:/other/:0:0",
        "planboard:ledger:plan2:/folder/:0:0",
    ];
    for key in others {
        assert_eq!(memory.set(key, "x"), Ok(()));
    }
    for kind in
        [Kind::Draft, Kind::Sample, Kind::Damaged, Kind::Generation, Kind::Desk, Kind::Backup, Kind::Noted]
    {
        assert_eq!(memory.set(&place().named(kind, "x"), ""), Ok(()));
    }
    memory.set_quota(Some(memory.used()));
    let cleared = clear(&memory, &place(), 1, hours(0)).unwrap();
    assert_eq!(cleared.0.len(), 8, "{cleared:?}");
    assert!(cleared.0.contains(&(Kind::Ledger, 12)));
    let mut left: Vec<String> = memory.content().into_keys().collect();
    left.sort_unstable();
    let mut expected = others.map(str::to_owned).to_vec();
    expected.sort_unstable();
    assert_eq!(left, expected);
}
