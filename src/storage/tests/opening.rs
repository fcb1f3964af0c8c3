//! Opening step by step, with other tabs at work in between.

use super::*;
use crate::storage::{Opening, Saved};

fn opening(memory: &Memory) -> Opening<Memory, Lines> {
    Opening::new(memory.clone(), Lines, place(), Shelf::Own, 99)
}

/// The steps before the one that gives the store.
fn steps(memory: &Memory) -> usize {
    let mut opening = opening(memory);
    std::iter::from_fn(|| opening.step().is_none().then_some(())).count()
}

#[test]
fn a_step_reads_one_value_or_takes_one_in() {
    let memory = many_loads();
    assert_eq!(segments(&memory).len(), 12);
    // The list; each value; their end; each into memory; the rest.
    assert_eq!(steps(&memory), 1 + 12 + 1 + 12 + 1);
    assert_eq!(stored(&memory).len(), 36);
}

/// Whatever happens between any two steps, page and storage are of one mind once the events have arrived.
fn opened_while(act: impl Fn(&mut Tab)) {
    for before in 0..=steps(&many_loads()) {
        let memory = many_loads();
        let mut other = tab(&memory, 50);
        let mut opening = opening(&memory);
        assert_eq!((0..before).filter_map(|_| opening.step()).count(), 0);
        let content = memory.content();
        act(&mut other);
        let mut tab = std::iter::from_fn(|| Some(opening.step())).flatten().next().expect("the store");
        tell(&mut tab, &memory, &content);
        assert_eq!(all(&tab), all(&other), "after {before} steps");
        assert_eq!(all(&tab), stored(&memory), "after {before} steps");
        assert!(matches!(tab.saved(), Saved::Yes { .. }), "after {before} steps: {:?}", tab.saved());
    }
}

#[test]
fn what_another_tab_writes_meanwhile_is_there_in_the_end() {
    opened_while(|other| assert_eq!(other.append([batch(50, 0)], hours(20)), Ok(1)));
}

#[test]
fn what_another_tab_merges_meanwhile_is_still_there_in_the_end() {
    opened_while(|other| {
        let merged = other.compact(hours(80)).expect("room in memory");
        assert!(merged.removed > 0);
    });
}
