//! The page is killed between any two calls: afterwards there is an older good state or the new one.

use super::*;
use crate::storage::{Kind, Port, Reason, Trouble, clear};
use proptest::prelude::*;

/// Runs an act once for each place where it may be cut off, and looks at what is left each time.
pub fn cut_everywhere(before: &Memory, act: impl Fn(&Memory), look: impl Fn(&Memory, &str)) -> usize {
    let whole = before.copy();
    act(&whole);
    let calls = whole.calls();
    for call in 0..calls {
        for trouble in [
            Trouble::CrashBefore(call),
            Trouble::CrashAfter(call),
            Trouble::Blocked(call),
            Trouble::Full(call),
        ] {
            let memory = before.copy();
            memory.set_trouble(Some(trouble));
            act(&memory);
            memory.set_trouble(None);
            look(&memory, &format!("{trouble:?} of {calls}"));
        }
    }
    look(&whole, "no trouble");
    calls
}

fn either_or(before: &Memory, act: impl Fn(&Memory)) {
    let old = stored(before);
    let whole = before.copy();
    act(&whole);
    let new = stored(&whole);
    let seen = std::cell::RefCell::new([0, 0]);
    cut_everywhere(before, act, |memory, what| {
        let found = stored(memory);
        assert!(found == old || found == new, "{what}: a mixture of {} batches", found.len());
        seen.borrow_mut()[usize::from(found == new)] += 1;
        // The next load finds the same after the one that cleaned up.
        tab(memory, 77);
        assert_eq!(stored(memory), found, "{what}: the load after");
        assert!(!memory.content().keys().any(|key| place().kind_of(key) == Some(Kind::Removal)), "{what}");
    });
    assert!(seen.borrow()[1] > 0);
}

#[test]
fn an_act_of_many_batches_is_kept_whole_or_not_at_all() {
    let memory = many_loads();
    either_or(&memory, |memory| {
        let mut tab = tab(memory, 50);
        let _ = tab.append((0..40).map(|sequence| long(50, sequence, 900)), hours(20));
    });
}

#[test]
fn sealing_and_beginning_the_next_segment_loses_nothing() {
    let memory = Memory::default();
    cut_everywhere(
        &memory,
        |memory| {
            let mut tab = tab(memory, 1);
            for sequence in 0..12 {
                let _ = tab.append([long(1, sequence, 3000)], hours(0));
            }
        },
        |memory, what| {
            // After one failed call the batch goes with the next act; after a crash there is a beginning.
            let found = stored(memory);
            let expected: Vec<Batch> =
                (0..found.len()).map(|sequence| long(1, sequence as u32, 3000)).collect();
            assert_eq!(found, expected, "{what}");
            assert!(what.contains("Crash") || found.len() >= 11, "{what}");
        },
    );
}

#[test]
fn merging_segments_never_loses_a_batch() {
    let memory = many_loads();
    let old = stored(&memory);
    assert_eq!(old.len(), 36);
    let calls = cut_everywhere(
        &memory,
        |memory| {
            let _ = tab(memory, 99).compact(hours(100));
        },
        |memory, what| assert_eq!(stored(memory), old, "{what}"),
    );
    assert!(calls > 36, "the merge did something");
}

#[test]
fn moving_a_damaged_value_aside_never_loses_it() {
    let memory = many_loads();
    let key = segments(&memory)[3].clone();
    assert_eq!(memory.set(&key, "damaged"), Ok(()));
    let rest = stored(&memory);
    assert_eq!(rest.len(), 33);
    cut_everywhere(
        &memory,
        |memory| {
            tab(memory, 99);
        },
        |memory, what| {
            assert!(memory.content().values().any(|value| value == "damaged"), "{what}");
            assert_eq!(stored(memory), rest, "{what}");
        },
    );
}

#[test]
fn keeping_a_generation_leaves_the_ledger_as_it_is() {
    let memory = many_loads();
    let old = stored(&memory);
    cut_everywhere(
        &memory,
        |memory| {
            let _ = tab(memory, 99).keep_generation(Reason::Merge, hours(20));
        },
        |memory, what| assert_eq!(stored(memory), old, "{what}"),
    );
}

#[test]
fn going_back_to_a_generation_is_all_or_nothing() {
    let memory = many_loads();
    let mut first = tab(&memory, 60);
    assert_eq!(first.keep_generation(Reason::Merge, hours(20)), Ok(()));
    assert_eq!(first.append((0..5).map(|sequence| batch(60, sequence)), hours(21)), Ok(5));
    let key = first.generations().unwrap()[0].key.clone();
    either_or(&memory, |memory| {
        let _ = tab(memory, 61).restore(&key, hours(22));
    });
}

#[test]
fn clearing_is_all_or_nothing_for_the_ledger() {
    let memory = many_loads();
    // Without room for the record segments go one by one: that way is left out here, see `quota`.
    let act = |memory: &Memory| {
        let _ = clear(memory, &place(), 9, hours(30));
    };
    let old = stored(&memory);
    let whole = memory.copy();
    act(&whole);
    for call in 0..whole.calls() {
        for trouble in [Trouble::CrashBefore(call), Trouble::CrashAfter(call)] {
            let memory = memory.copy();
            memory.set_trouble(Some(trouble));
            act(&memory);
            memory.set_trouble(None);
            let found = stored(&memory);
            assert!(found == old || found.is_empty(), "{trouble:?}: {}", found.len());
        }
    }
    assert!(whole.content().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any acts by any pages, cut off anywhere: what is found is what some number of whole acts leave, and at
    /// least all that were reported as saved.
    #[test]
    fn what_was_reported_as_saved_is_found(
        acts in proptest::collection::vec((0u64..3, 1u32..6, 1usize..5000), 1..25),
        at in 0usize..60,
    ) {
        let memory = Memory::default();
        let mut tabs: Vec<Tab> = (0..3).map(|writer| tab(&memory, writer)).collect();
        memory.set_trouble(Some(Trouble::CrashAfter(at)));
        let mut states = vec![Vec::new()];
        let mut saved = 0;
        let mut sum: std::collections::BTreeMap<BatchId, Batch> = std::collections::BTreeMap::new();
        for (step, (writer, count, length)) in acts.iter().enumerate() {
            let made: Vec<Batch> =
                (0..*count).map(|each| long(*writer, step as u32 * 10 + each, *length)).collect();
            sum.extend(made.iter().map(|batch| (batch.0, batch.clone())));
            states.push(sum.values().cloned().collect::<Vec<Batch>>());
            match tabs[*writer as usize].append(made, hours(step as u64)) {
                Ok(_) => saved = step + 1,
                Err(_) => break,
            }
        }
        memory.set_trouble(None);
        let found = stored(&memory);
        prop_assert!(states[saved..].contains(&found), "{} saved, {} found", saved, found.len());
    }
}
