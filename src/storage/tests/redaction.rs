//! What was struck out leaves the device: no value of this plan holds the words, and no batch is lost on the way.

use super::crash::cut_everywhere;
use super::meddled::Meddled;
use super::{HOUR, START, hours, place};
use crate::ledger::samples::{actual, batch, entry};
use crate::ledger::{Batch, BatchId, Entry, EntryId, Said};
use crate::storage::envelope::{Content, unwrap};
use crate::storage::generations::parts;
use crate::storage::{
    BatchCodec, Failure, Kind, Memory, Millis, Port, Reason, Saved, SegmentCodec, Shelf, Store, Trouble,
    open_backup,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub type Desk = Store<Memory, BatchCodec>;

pub const WORDS: &str = "电话 13800000000";
const PERSON: &str = "赵不具名";

pub fn desk(memory: &Memory, writer: u64) -> Desk {
    Store::open(memory.clone(), BatchCodec, place(), Shelf::Own, writer)
}

pub fn id(writer: u64, sequence: u32) -> BatchId {
    BatchId { writer, sequence }
}

fn noted(mut said: Entry, words: String) -> Entry {
    if let Said::Actual { note, .. } = &mut said.said {
        *note = words;
    }
    said
}

/// A report with words that are to go, and beside it one with words that are to stay.
pub fn told(of: BatchId) -> Arc<Batch> {
    let entries =
        [noted(actual("alliances", "12"), WORDS.into()), noted(actual("cores", "3"), "留下".into())];
    let person = PERSON.into();
    Arc::new(Batch { person, ..batch(of, 100 + u64::from(of.sequence), 8, entries) })
}

/// A report of other words, so many letters in all.
fn other(of: BatchId, letters: usize) -> Arc<Batch> {
    let entries = (0..letters.div_ceil(1000)).map(|at| {
        let indicator = format!("gazelles-{at}");
        noted(actual(&indicator, "5"), "长".repeat((letters - at * 1000).min(1000)))
    });
    Arc::new(batch(of, 100, 8, entries))
}

pub fn redaction(name: BatchId, of: BatchId) -> Arc<Batch> {
    let of = EntryId { batch: of, index: 0 };
    Arc::new(batch(name, 900 + u64::from(name.sequence), 9, [entry(Said::Redaction { of })]))
}

/// The batches in a value, also in a copy of the ledger; none for what holds none.
fn held(value: &str) -> Option<Vec<Arc<Batch>>> {
    if let Ok(opened) = unwrap(Content::Segment, "plan", value) {
        return Some(BatchCodec.decode(&opened.body).unwrap());
    }
    let opened = unwrap(Content::Generation, "plan", value).ok()?;
    let (_, count, body) = parts(&opened).unwrap();
    let batches = BatchCodec.decode(body).unwrap();
    assert_eq!(batches.len(), count);
    Some(batches)
}

/// The keys of all values in which the words of a batch, or who wrote it, can still be read.
pub fn worded(memory: &Memory, of: BatchId) -> BTreeSet<String> {
    worded_of(memory, &[of])
}

fn worded_of(memory: &Memory, of: &[BatchId]) -> BTreeSet<String> {
    let has_words = |value: &str| match held(value) {
        Some(batches) => batches.iter().any(|batch| {
            let is_worded = |said: &Said| said.words().contains(&WORDS);
            let words = batch.entries.iter().any(|entry| is_worded(&entry.said));
            of.contains(&batch.id) && (words || batch.person == PERSON)
        }),
        None => panic!("a value that nobody can look into"),
    };
    memory.content().into_iter().filter(|(_, value)| has_words(value)).map(|(key, _)| key).collect()
}

fn of_kind(keys: &BTreeSet<String>, kind: Kind) -> usize {
    keys.iter().filter(|key| place().kind_of(key) == Some(kind)).count()
}

/// What a page loaded now would show.
pub fn stored(memory: &Memory) -> Vec<Arc<Batch>> {
    desk(&memory.copy(), u64::MAX).batches().cloned().collect()
}

fn ids(memory: &Memory) -> Vec<BatchId> {
    stored(memory).iter().map(|batch| batch.id).collect()
}

/// What every batch says but for the words of the first entry of one, and who wrote that.
fn rest(batches: &[Arc<Batch>], of: BatchId) -> Vec<Batch> {
    let strike = BTreeSet::from([EntryId { batch: of, index: 0 }]);
    batches.iter().map(|batch| batch.struck(&strike).unwrap_or_else(|| (**batch).clone())).collect()
}

/// Gives one tab what changed since, as the browser does, and what a desk does then.
pub fn tell(tab: &mut Desk, memory: &Memory, before: &BTreeMap<String, String>, now: Millis) {
    let after = memory.content();
    let set = after.iter().filter(|(key, value)| before.get(*key) != Some(value));
    let events: Vec<_> = set.map(|(key, value)| (key.clone(), Some(value.clone()))).collect();
    let gone = before.keys().filter(|key| !after.contains_key(*key)).map(|key| (key.clone(), None));
    for (key, value) in events.into_iter().chain(gone) {
        tab.heard(Some(&key), value.as_deref());
        tab.strike_out(now);
    }
}

const TOLD: BatchId = BatchId { writer: 1, sequence: 0 };

/// The words lie in segments of two pages that are gone, one of so many letters four times, and in two copies.
fn everywhere(letters: usize) -> Memory {
    let memory = Memory::default();
    let mut first = desk(&memory, 1);
    first.append([told(TOLD), other(id(1, 1), 6_000)], hours(0)).unwrap();
    first.append([other(id(1, 2), 300)], hours(0)).unwrap();
    // Another page brought the same report, in a large segment that is not merged any more.
    let large = (10..14).map(|sequence| other(id(2, sequence), letters));
    desk(&memory.copy(), 2).append(large.clone(), hours(0)).unwrap();
    let elsewhere = Memory::default();
    desk(&elsewhere, 2).append(large.chain([told(TOLD)]), hours(1)).unwrap();
    for (key, value) in elsewhere.content() {
        memory.set(&key, &value).unwrap();
    }
    let mut last = desk(&memory, 3);
    last.keep_generation(Reason::Merge, hours(2)).unwrap();
    last.append([other(id(3, 0), 10)], hours(2)).unwrap();
    last.keep_generation(Reason::Import, hours(2)).unwrap();
    let keys = worded(&memory, TOLD);
    assert_eq!((of_kind(&keys, Kind::Ledger), of_kind(&keys, Kind::Generation)), (2, 2));
    memory
}

#[test]
fn after_a_redaction_no_value_on_the_device_holds_the_words_and_all_else_is_there() {
    // Small ones, and one so large that it is not merged any more.
    for letters in [10, 2_900] {
        no_value_holds_the_words(&everywhere(letters));
    }
}

fn no_value_holds_the_words(memory: &Memory) {
    let before = stored(memory);
    let mut tab = desk(memory, 9);
    assert_eq!(tab.append([redaction(id(9, 0), TOLD)], hours(50)), Ok(1));
    assert_eq!(worded(memory, TOLD), BTreeSet::new());
    assert_eq!(tab.saved(), Saved::Yes { at: Some(hours(50)) });
    let mut after = stored(memory);
    assert_eq!(after.pop().map(|batch| batch.id), Some(id(9, 0)));
    assert_eq!(after.iter().map(|batch| (**batch).clone()).collect::<Vec<_>>(), rest(&before, TOLD));
    // The other entry of the batch keeps its words.
    assert!(after[0].entries[1].said.words().contains(&"留下"));
    for copy in tab.generations().unwrap() {
        assert!(copy.made.is_ok());
        let held = tab.generation(&copy.key).unwrap();
        assert_eq!(held.len(), copy.batches);
    }
}

#[test]
fn what_a_page_wrote_itself_loses_the_words_at_once() {
    let memory = Memory::default();
    let mut tab = desk(&memory, 1);
    // In a sealed segment, in the open one, and one that rested half a day.
    for (at, hour) in [(0, 0), (1, 20), (2, 20), (3, 21)] {
        tab.append([told(id(1, at)), other(id(1, 10 + at), if at == 1 { 9_000 } else { 10 })], hours(hour))
            .unwrap();
    }
    assert_eq!(memory.content().len(), 3);
    for at in 0..4 {
        assert_eq!(worded(&memory, id(1, at)).len(), 1, "{at}");
        assert_eq!(tab.append([redaction(id(1, 50 + at), id(1, at))], hours(21)), Ok(1));
        assert_eq!(worded(&memory, id(1, at)).len(), 0, "{at}");
    }
    assert_eq!(stored(&memory).len(), 12);
    assert_eq!(tab.append([other(id(1, 60), 10)], hours(21)), Ok(1));
    assert_eq!(stored(&memory).len(), 13);
}

#[test]
fn another_page_that_lives_rewrites_its_own_once_it_hears() {
    let memory = Memory::default();
    let (mut one, mut two) = (desk(&memory, 1), desk(&memory, 2));
    one.append([told(TOLD)], hours(0)).unwrap();
    one.append([other(id(1, 1), 9_000)], hours(0)).unwrap();
    let before = BTreeMap::new();
    tell(&mut two, &memory, &before, hours(0));
    let before = memory.content();
    two.append([redaction(id(2, 0), TOLD)], hours(1)).unwrap();
    let theirs: Vec<_> = before.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect();
    for (key, value) in theirs {
        assert_eq!(memory.get(&key), Ok(value), "what a living page wrote is its own");
    }
    assert_eq!(worded(&memory, TOLD).len(), 1);
    tell(&mut one, &memory, &before, hours(1));
    assert_eq!(worded(&memory, TOLD).len(), 0);
    assert_eq!(one.append([other(id(1, 2), 10)], hours(2)), Ok(1));
    assert_eq!(worded(&memory, TOLD).len(), 0);
    assert_eq!(ids(&memory), [TOLD, id(1, 1), id(1, 2), id(2, 0)]);
}

#[test]
fn a_page_that_was_closed_before_it_heard_is_rewritten_after_a_day_by_whoever_is_there() {
    let act = |tab: &mut Desk, hour| tab.append([other(id(2, hour as u32), 10)], hours(hour)).unwrap();
    let merge = |tab: &mut Desk, hour| usize::from(tab.compact(hours(hour)).is_ok());
    for look in [act as fn(&mut Desk, u64) -> usize, merge] {
        let memory = Memory::default();
        desk(&memory, 1).append([told(TOLD)], hours(5)).unwrap();
        let mut two = desk(&memory, 2);
        two.append([redaction(id(2, 0), TOLD)], hours(6)).unwrap();
        for hour in [6, 12, 28] {
            look(&mut two, hour);
            assert_eq!(worded(&memory, TOLD).len(), 1, "it may live still: {hour}");
        }
        look(&mut two, 29);
        assert_eq!(worded(&memory, TOLD).len(), 0);
        assert_eq!(ids(&memory)[..2], [TOLD, id(2, 0)]);
    }
}

#[test]
fn words_from_a_page_that_did_not_hear_and_was_closed_go_after_a_day_too() {
    let memory = Memory::default();
    let mut one = desk(&memory, 1);
    let mut two = desk(&memory, 2);
    one.append([redaction(id(1, 0), TOLD)], hours(0)).unwrap();
    let before = memory.content();
    two.append([told(TOLD)], hours(1)).unwrap();
    tell(&mut one, &memory, &before, hours(1));
    assert_eq!(worded(&memory, TOLD).len(), 1);
    assert_eq!(one.append([other(id(1, 1), 1)], hours(25)), Ok(1));
    assert_eq!(worded(&memory, TOLD).len(), 0);
}

#[test]
fn a_load_without_words_left_looks_at_no_copy_before_it_is_asked_to() {
    let memory = everywhere(10);
    desk(&memory, 9).append([redaction(id(9, 0), TOLD)], hours(50)).unwrap();
    let calls = |memory: &Memory| {
        let mut tab = desk(memory, 10);
        memory.set_trouble(None);
        tab.append([other(id(10, 0), 1)], hours(51)).unwrap();
        memory.calls()
    };
    let never = everywhere(10);
    assert_eq!(calls(&memory.copy()), calls(&never));
}

#[test]
fn a_redaction_that_is_not_stored_takes_no_words_out_yet() {
    let memory = Memory::default();
    let mut tab = desk(&memory, 1);
    tab.append([told(TOLD), other(id(1, 1), 6_000)], hours(0)).unwrap();
    memory.set_quota(Some(memory.used()));
    assert!(tab.append([redaction(id(1, 2), TOLD)], hours(1)).is_err());
    let before = memory.content();
    tab.strike_out(hours(1));
    assert_eq!(memory.content(), before);
    memory.set_quota(None);
    assert_eq!(tab.retry(hours(1)), Ok(()));
    assert_eq!(worded(&memory, TOLD).len(), 0);
}

#[test]
fn what_was_written_anew_and_could_not_be_removed_is_not_written_twice() {
    let base = everywhere(10);
    let segments = |memory: &Memory| of_kind(&memory.content().into_keys().collect(), Kind::Ledger);
    let act = |memory: &Memory| {
        let mut tab = desk(memory, 9);
        let _ = tab.append([redaction(id(9, 0), TOLD)], hours(50));
        tab
    };
    let whole = base.copy();
    act(&whole);
    for call in 0..whole.calls() {
        let memory = base.copy();
        memory.set_trouble(Some(Trouble::Blocked(call)));
        let mut tab = act(&memory);
        memory.set_trouble(None);
        tab.append([redaction(id(9, 0), TOLD)], hours(50)).unwrap();
        tab.retry(hours(50)).unwrap();
        // A load that was blocked knows nothing of what there is.
        if tab.count() == stored(&memory).len() {
            assert_eq!((segments(&memory), worded(&memory, TOLD).len()), (segments(&whole), 0), "{call}");
        }
    }
}

#[test]
fn a_segment_that_changed_meanwhile_is_left_and_nothing_of_it_is_lost() {
    let memory = Memory::default();
    let mut late = desk(&memory, 1);
    late.append([told(TOLD)], hours(0)).unwrap();
    let key = memory.content().into_keys().next().unwrap();
    late.append([other(id(1, 1), 10)], hours(1)).unwrap();
    let revived = memory.get(&key).unwrap().unwrap();
    let memory = Memory::default();
    desk(&memory, 1).append([told(TOLD)], hours(0)).unwrap();
    // A page writes its segment once more right before it would be removed.
    let get = |memory: &Memory, asked: &str| {
        if asked.ends_with("0000000000000009:1") {
            memory.set(&key, &revived).unwrap();
        }
    };
    let port = Meddled { memory: memory.clone(), keys: |_: &Memory, keys| keys, get };
    let mut tab = Store::open(port, BatchCodec, place(), Shelf::Own, 9);
    tab.append([redaction(id(9, 0), TOLD)], hours(50)).unwrap();
    assert_eq!(ids(&memory), [TOLD, id(1, 1), id(9, 0)]);
    assert_eq!(worded(&memory, TOLD), BTreeSet::from([key.clone()]));
}

#[test]
fn a_redaction_that_comes_first_keeps_the_words_from_ever_being_stored() {
    let memory = Memory::default();
    let mut tab = desk(&memory, 2);
    tab.append([redaction(id(2, 0), TOLD)], hours(0)).unwrap();
    assert_eq!(tab.append([told(TOLD)], hours(1)), Ok(1));
    assert_eq!(worded(&memory, TOLD).len(), 0);
    assert_eq!(tab.append([told(TOLD)], hours(1)), Ok(0), "nothing new");
    tab.keep_generation(Reason::Merge, hours(2)).unwrap();
    assert_eq!(desk(&memory, 3).append([told(TOLD)], hours(2)), Ok(0));
    // Both at once, in one act.
    let (first, second) = (told(id(2, 1)), redaction(id(2, 2), id(2, 1)));
    assert_eq!(tab.append([first, second], hours(3)), Ok(2));
    for of in [TOLD, id(2, 1)] {
        assert_eq!(worded(&memory, of).len(), 0);
    }
}

#[test]
fn a_copy_that_a_page_made_before_it_heard_loses_the_words_too() {
    let memory = Memory::default();
    let mut one = desk(&memory, 1);
    one.append([told(TOLD)], hours(0)).unwrap();
    let mut two = desk(&memory, 2);
    one.append([redaction(id(1, 1), TOLD)], hours(0)).unwrap();
    assert_eq!(worded(&memory, TOLD).len(), 0);
    let before = memory.content();
    two.keep_generation(Reason::Merge, hours(0)).unwrap();
    assert_eq!(worded(&memory, TOLD).len(), 1);
    tell(&mut one, &memory, &before, hours(0));
    assert_eq!(worded(&memory, TOLD).len(), 0);
}

#[test]
fn going_back_to_before_the_redaction_brings_no_words_back_and_keeps_the_redaction() {
    let memory = Memory::default();
    let mut tab = desk(&memory, 1);
    tab.append([told(TOLD)], hours(0)).unwrap();
    tab.keep_generation(Reason::Merge, hours(1)).unwrap();
    let copy = tab.generations().unwrap()[0].key.clone();
    tab.append([redaction(id(1, 1), TOLD), other(id(1, 2), 5)], hours(2)).unwrap();
    assert_eq!(tab.restore(&copy, hours(3)), Ok(()));
    assert_eq!(ids(&memory), [TOLD, id(1, 1)]);
    assert_eq!(tab.append([told(TOLD)], hours(4)), Ok(0));
    assert_eq!(worded(&memory, TOLD).len(), 0);
    assert_eq!(stored(&memory), tab.batches().cloned().collect::<Vec<_>>());
}

#[test]
fn no_backup_file_holds_the_words_and_an_older_one_does_not_bring_them_back() {
    let memory = Memory::default();
    let mut tab = desk(&memory, 1);
    tab.append([told(TOLD)], hours(0)).unwrap();
    let older = tab.backup(hours(0), "").unwrap().bytes;
    tab.append([redaction(id(1, 1), TOLD)], hours(1)).unwrap();
    let newer = tab.backup(hours(1), "").unwrap().bytes;
    let words = |bytes: &[u8]| {
        let batches = open_backup(&BatchCodec, "plan", bytes).unwrap().batches;
        format!("{batches:?}").contains(WORDS) || batches.iter().any(|batch| batch.person == PERSON)
    };
    assert_eq!((words(&older), words(&newer)), (true, false));
    let batches = open_backup(&BatchCodec, "plan", &older).unwrap().batches;
    assert_eq!(tab.append(batches, hours(2)), Ok(0));
    assert_eq!(worded(&memory, TOLD).len(), 0);
}

#[test]
fn the_form_without_words_wins_though_nobody_knows_of_the_redaction() {
    let bare = Arc::new(rest(&[told(TOLD)], TOLD).remove(0));
    for order in [[told(TOLD), bare.clone()], [bare.clone(), told(TOLD)]] {
        let memory = Memory::default();
        for (at, form) in order.into_iter().enumerate() {
            desk(&memory, at as u64 + 5).append([form], hours(0)).unwrap();
        }
        assert_eq!(stored(&memory), std::slice::from_ref(&bare));
        desk(&memory, 9).compact(hours(50)).unwrap();
        assert_eq!(worded(&memory, TOLD).len(), 0);
    }
}

/// A page that redacts while its own words lie in a sealed, an open and a rested segment, those of others everywhere.
fn redact(memory: &Memory) -> Desk {
    let mut tab = desk(memory, 9);
    let _ = tab.append([told(id(9, 0)), other(id(9, 1), 6_000)], hours(30));
    let _ = tab.append([told(id(9, 2))], hours(50));
    let _ = tab.append(
        [redaction(id(9, 3), TOLD), redaction(id(9, 4), id(9, 0)), redaction(id(9, 5), id(9, 2))],
        hours(50),
    );
    tab
}

#[test]
fn a_page_that_is_killed_at_any_moment_leaves_every_batch_and_the_next_load_ends_it() {
    let memory = everywhere(10);
    let old = ids(&memory);
    let struck = [TOLD, id(9, 0), id(9, 2)];
    let seen = std::cell::RefCell::new([0, 0]);
    cut_everywhere(
        &memory,
        |memory| {
            redact(memory);
        },
        |memory, what| {
            let found = ids(memory);
            assert!(old.iter().all(|id| found.contains(id)), "{what}");
            if found.contains(&id(9, 3)) {
                let left = !worded_of(memory, &struck).is_empty();
                seen.borrow_mut()[usize::from(left)] += 1;
                // The first act finds what is left in segments, the first look at leisure the copies too.
                let acting = memory.copy();
                desk(&acting, 10).append([other(id(10, 0), 1)], hours(100)).unwrap();
                assert_eq!(of_kind(&worded_of(&acting, &struck), Kind::Ledger), 0, "{what}");
                desk(memory, 10).compact(hours(100)).unwrap();
                assert_eq!(worded_of(memory, &struck).len(), 0, "{what}");
                assert_eq!(ids(memory), found, "{what}");
            } else {
                assert!(worded(memory, TOLD).len() >= 2, "words went and nothing says why: {what}");
            }
        },
    );
    let [whole, cut] = *seen.borrow();
    assert!(whole > 4 && cut > 10, "{whole} {cut}");
}

#[test]
fn in_any_room_the_last_good_state_stays_and_it_is_said_and_ends_once_there_is_room() {
    let base = everywhere(10);
    // Copies would make room for the redaction: without them there is only what is given.
    desk(&base, 8).remove_generations().unwrap();
    let old = ids(&base);
    let (mut refused, mut told_so, mut done) = (0, 0, 0);
    let most = base.used() * 2;
    let nearly = (0..300).step_by(5).chain((300..most - base.used()).step_by(29));
    for free in nearly {
        let memory = base.copy();
        memory.set_quota(Some(base.used() + free));
        let mut tab = desk(&memory, 9);
        let kept = tab.append([redaction(id(9, 0), TOLD)], hours(50));
        match (kept, tab.saved()) {
            (Err(Failure::Full(_)), Saved::No { batches: 1, .. }) => {
                refused += 1;
                assert_eq!(memory.content(), base.content(), "{free} units free");
            }
            (Ok(1), Saved::Unredacted { why: Failure::Full(_) }) => {
                told_so += 1;
                assert!(!worded(&memory, TOLD).is_empty(), "{free} units free");
            }
            (Ok(1), Saved::Yes { .. }) => {
                done += 1;
                assert!(worded(&memory, TOLD).is_empty(), "{free} units free");
            }
            other => panic!("{free} units free: {other:?}"),
        }
        assert!(old.iter().all(|id| ids(&memory).contains(id)), "{free} units free");
        memory.set_quota(None);
        assert_eq!(tab.retry(hours(51)), Ok(()));
        assert_eq!(tab.saved(), Saved::Yes { at: tab.saved_at });
        assert_eq!(
            (worded(&memory, TOLD).len(), ids(&memory).len()),
            (0, old.len() + 1),
            "{free} units free"
        );
    }
    assert!(refused > 10 && told_so > 20 && done > 5, "{refused} {told_so} {done}");
}

#[test]
fn a_full_device_lets_a_page_take_words_out_of_what_it_wrote_itself() {
    let memory = Memory::default();
    let mut tab = desk(&memory, 1);
    tab.append([other(id(1, 0), 9_000), told(TOLD)], hours(0)).unwrap();
    tab.append([redaction(id(1, 1), id(7, 7))], hours(0)).unwrap();
    let sample = tab.backup(hours(0), "").unwrap();
    memory.set("foreign", &"x".repeat(100)).unwrap();
    memory.set_quota(Some(memory.used()));
    // The room of the redaction itself; for nothing else is there any.
    memory.set("foreign", "").unwrap();
    assert!(!sample.bytes.is_empty());
    assert_eq!(tab.append([redaction(id(1, 2), TOLD)], hours(1)), Ok(1));
    memory.remove("foreign").unwrap();
    assert_eq!(worded(&memory, TOLD).len(), 0);
}

#[test]
fn a_failure_is_said_until_a_later_act_mends_it() {
    let memory = everywhere(10);
    let mut tab = desk(&memory, 9);
    let full = memory.used();
    memory.set_quota(Some(full + 200));
    assert_eq!(tab.append([redaction(id(9, 0), TOLD)], hours(50)), Ok(1));
    assert!(matches!(tab.saved(), Saved::Unredacted { why: Failure::Full(free) } if free.generations > 0));
    assert_eq!(tab.generations().unwrap().len(), 2, "no copy goes for it");
    memory.set_quota(None);
    assert_eq!(tab.append([other(id(9, 1), 10)], hours(50)), Ok(1));
    assert_eq!(tab.saved(), Saved::Yes { at: Some(hours(50)) });
    assert_eq!(worded(&memory, TOLD).len(), 0);
}

#[test]
fn a_sample_strikes_out_its_own_and_touches_nothing_of_the_ledger() {
    let memory = everywhere(10);
    let own = memory.content();
    let mut sample = Store::open(memory.clone(), BatchCodec, place(), Shelf::Sample, 70);
    sample.append([told(TOLD)], Millis(START)).unwrap();
    sample.append([redaction(id(70, 0), TOLD)], Millis(START + HOUR)).unwrap();
    let content = memory.content();
    assert!(own.iter().all(|(key, value)| content.get(key) == Some(value)));
    let (_, value) = content.iter().find(|(key, _)| !own.contains_key(*key)).unwrap();
    let opened = unwrap(Content::Sample, "plan", value).unwrap();
    let batches = BatchCodec.decode(&opened.body).unwrap();
    assert_eq!((batches.len(), batches[0].person.as_str()), (2, ""));
}
