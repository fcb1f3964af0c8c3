//! Three years of full use fit in a fifth of what the smallest browser gives, before and after small segments are merged;
//! with all that the whole loop adds, in less than half.

use crate::common;
use crate::full_use::{full_use, full_use_of_the_loop};
use planboard::ledger::{Batch, Said};
use planboard::storage::{BatchCodec, Memory, Millis, Place, Shelf, Store};
use std::sync::Arc;

/// UTF-16 units that the browser gives that gives least, keys included.
const QUOTA: usize = planboard::storage::LEAST_ROOM;

/// engine B2: WebKit gives half of what the others do.
#[test]
fn three_years_of_full_use_fit_in_a_fifth_of_the_smallest_quota() {
    let plan = common::plan(common::ANSHAN);
    let batches = full_use(&plan);
    let entries: usize = batches.iter().map(|batch| batch.entries.len()).sum();
    let problems = batches.iter().flat_map(|batch| &batch.entries);
    let problems = problems.filter(|entry| matches!(entry.said, Said::Problem { .. })).count();
    assert!(entries > 7_000 && (270..330).contains(&problems), "{entries} entries, {problems} problems");

    let memory = Memory::default();
    let place = Place::new(&plan.id, "/departments/science/innovation-2023-2025/");
    let open = |writer| Store::open(memory.clone(), BatchCodec, place.clone(), Shelf::Own, writer);
    write_each(&batches, &memory, &place);
    let before = memory.used();
    let mut store = open(1);
    assert_eq!((store.count(), store.faults()), (batches.len(), &[][..]));
    let later = Millis((batches.last().unwrap().written.0 + 30 * 86_400) * 1000);
    while store.compact(later).unwrap().removed > 0 {}
    let after = memory.used();
    println!(
        "{entries} entries in {} batches: {before} UTF-16 units, {after} after merging, of {QUOTA}",
        batches.len()
    );
    assert!(before < QUOTA / 5 && after < before, "{before}, {after}");
    let read: Vec<_> = open(2).batches().map(|batch| (**batch).clone()).collect();
    let mut written = batches;
    written.sort_by_key(|batch| batch.id);
    assert!(read == written, "nothing is lost on the way");
}

/// A page of its own for each report, as people would do it; opening reads nothing that matters here, so the pages stand
/// on an empty storage and their segments are put together.
fn write_each(batches: &[Batch], memory: &Memory, place: &Place) {
    for batch in batches {
        let page = Memory::default();
        let mut store = Store::open(page.clone(), BatchCodec, place.clone(), Shelf::Own, batch.id.writer);
        store.append([Arc::new(batch.clone())], Millis(batch.written.0 * 1000)).unwrap();
        for (key, value) in page.content() {
            planboard::storage::Port::set(memory, &key, &value).unwrap();
        }
    }
}

/// Lists, members, five steps of each problem and adjustments, each written from a page of its own.
#[test]
fn three_years_of_the_whole_loop_fit_in_less_than_half_of_the_smallest_quota() {
    let plan = common::plan(common::ANSHAN);
    let batches = full_use_of_the_loop(&plan);
    let count = |is: fn(&Said) -> bool| {
        batches.iter().flat_map(|batch| &batch.entries).filter(|entry| is(&entry.said)).count()
    };
    let steps = count(|said| matches!(said, Said::ProblemStep { .. }));
    let (items, members) =
        (count(|said| matches!(said, Said::Item(_))), count(|said| matches!(said, Said::Member(_))));
    assert!(steps > 1_300 && items == 120 && members == 1_800, "{steps}, {items}, {members}");
    let memory = Memory::default();
    let place = Place::new(&plan.id, "/departments/science/innovation-2023-2025/");
    write_each(&batches, &memory, &place);
    let before = memory.used();
    let mut store = Store::open(memory.clone(), BatchCodec, place.clone(), Shelf::Own, 1);
    let later = Millis((batches.last().unwrap().written.0 + 30 * 86_400) * 1000);
    while store.compact(later).unwrap().removed > 0 {}
    let after = memory.used();
    println!("{} batches: {before} UTF-16 units, {after} after merging, of {QUOTA}", batches.len());
    assert!(before < QUOTA / 2 && after < before, "{before}, {after}");
    let read: Vec<_> =
        Store::open(memory, BatchCodec, place, Shelf::Own, 2).batches().map(|one| (**one).clone()).collect();
    let mut written = batches;
    written.sort_by_key(|batch| batch.id);
    assert!(read == written, "nothing is lost on the way");
}
