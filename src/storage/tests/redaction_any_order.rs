//! Whatever pages do, in whatever order they hear of it: in the end the words are gone and every batch is there.

use super::hours;
use super::redaction::{Desk, desk, id, redaction, stored, tell, told, worded};
use crate::ledger::BatchId;
use crate::storage::{Memory, Reason};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a page does next.
#[derive(Clone, Copy, Debug)]
enum Act {
    Tell(u32),
    Redact(u32),
    Copy,
    Merge,
    GoBack,
    Reload,
    Hear,
}

const PAGES: usize = 3;
const REPORTS: u32 = 4;

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..REPORTS).prop_map(Act::Tell),
        2 => (0..REPORTS).prop_map(Act::Redact),
        1 => Just(Act::Copy),
        1 => Just(Act::Merge),
        1 => Just(Act::GoBack),
        1 => Just(Act::Reload),
        3 => Just(Act::Hear),
    ]
}

fn report(at: u32) -> BatchId {
    id(1000, at)
}

/// A page with its name, and what it has seen of storage so far.
struct Page {
    desk: Desk,
    writer: u64,
    seen: BTreeMap<String, String>,
}

impl Page {
    fn new(memory: &Memory, writer: u64) -> Self {
        Self { desk: desk(memory, writer), writer, seen: memory.content() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_pages_do_the_words_go_and_the_batches_stay(
        acts in proptest::collection::vec((0..PAGES, any_act(), 0u64..15), 1..40),
    ) {
        let memory = Memory::default();
        let mut pages: Vec<Page> = (0..PAGES as u64).map(|writer| Page::new(&memory, writer)).collect();
        let mut now = 0;
        let mut struck = BTreeSet::new();
        for (step, (at, act, later)) in acts.iter().enumerate() {
            now += later;
            // A page that has rested so long that others may take it for gone is one that was closed.
            let before = memory.content();
            let had: BTreeSet<BatchId> = stored(&memory).iter().map(|batch| batch.id).collect();
            let page = &mut pages[*at];
            match act {
                Act::Tell(at) => {
                    prop_assert!(page.desk.append([told(report(*at))], hours(now)).is_ok());
                }
                Act::Redact(at) => {
                    struck.insert(*at);
                    let name = id(page.writer, step as u32);
                    prop_assert_eq!(page.desk.append([redaction(name, report(*at))], hours(now)), Ok(1));
                }
                Act::Copy => prop_assert!(page.desk.keep_generation(Reason::Merge, hours(now)).is_ok()),
                Act::Merge => prop_assert!(page.desk.compact(hours(now)).is_ok()),
                Act::GoBack => {
                    if let Some(copy) = page.desk.generations().unwrap().last() {
                        prop_assert!(page.desk.restore(&copy.key, hours(now)).is_ok());
                    }
                }
                Act::Reload => *page = Page::new(&memory, 10 + step as u64),
                Act::Hear => {
                    let seen = std::mem::replace(&mut page.seen, memory.content());
                    tell(&mut page.desk, &memory, &seen, hours(now));
                    page.seen = memory.content();
                }
            }
            let writer = page.writer;
            let living: BTreeSet<u64> = pages.iter().map(|page| page.writer).collect();
            let after = memory.content();
            for (key, value) in &after {
                let name = super::place().segment_of(crate::storage::Kind::Ledger, key);
                let is_theirs = name.is_some_and(|name| name.writer != writer && living.contains(&name.writer));
                prop_assert!(!is_theirs || before.get(key) == Some(value), "wrote {} of a living page", key);
            }
            if !matches!(act, Act::GoBack) {
                let has: BTreeSet<BatchId> = stored(&memory).iter().map(|batch| batch.id).collect();
                prop_assert!(had.is_subset(&has), "{:?} lost {:?}", act, had.difference(&has));
            }
        }
        // All have heard, all are closed, and days later somebody looks.
        for page in &mut pages {
            tell(&mut page.desk, &memory, &page.seen, hours(now));
        }
        let before: Vec<BatchId> = stored(&memory).iter().map(|batch| batch.id).collect();
        prop_assert!(desk(&memory, 999).compact(hours(now + 100)).is_ok());
        let after: Vec<BatchId> = stored(&memory).iter().map(|batch| batch.id).collect();
        prop_assert_eq!(before, after);
        for at in struck {
            prop_assert_eq!(worded(&memory, report(at)), BTreeSet::new());
        }
    }
}
