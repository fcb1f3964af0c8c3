//! Values that nobody of ours wrote, or somebody of ours will write.

use super::*;
use crate::storage::envelope::{Content, crc32, wrap};
use crate::storage::units::pack;
use crate::storage::{Failure, Heard, Kind, Port, Reason, Refusal};
use proptest::prelude::*;

fn newer() -> String {
    let mut bytes = vec![9, 9, 9];
    bytes.extend(crc32(&bytes).to_le_bytes());
    pack(&bytes)
}

#[test]
fn a_damaged_segment_is_moved_aside_reported_and_can_be_downloaded_while_the_rest_loads() {
    let segment = |plan: &str, body: &[u8]| wrap(Content::Segment, plan, hours(0), body);
    let cases = [
        ("".to_owned(), Refusal::Damaged),
        ("{\"foreign\":1}".to_owned(), Refusal::Damaged),
        (segment("plan", b"no ledger"), Refusal::Damaged),
        (segment("plan2", b"1\n"), Refusal::OtherPlan),
        (wrap(Content::Generation, "plan", hours(0), b"1\n"), Refusal::Damaged),
        (wrap(Content::Sample, "plan", hours(0), b"1\n5 5 sample"), Refusal::Damaged),
        ("\u{fffd}".repeat(crate::storage::envelope::MAX_UNITS + 1), Refusal::TooLarge),
    ];
    for (value, refusal) in cases {
        let memory = many_loads();
        let key = segments(&memory)[5].clone();
        memory.set(&key, &value).unwrap();
        let tab = tab(&memory, 99);
        assert_eq!(tab.count(), 33);
        let [fault] = tab.faults() else { panic!("{:?}", tab.faults()) };
        assert_eq!((&fault.key, fault.refusal), (&key, refusal));
        assert!(fault.moved.is_some() && !memory.content().contains_key(&key));
        assert_eq!(tab.raw(fault), Some(value));
        assert_eq!(tab.quarantined().unwrap().len(), 1);
        assert!(!tab.is_newer());
    }
}

#[test]
fn without_room_a_damaged_value_stays_where_it_is() {
    let memory = many_loads();
    let key = segments(&memory)[0].clone();
    memory.set(&key, "damaged").unwrap();
    memory.set_quota(Some(memory.used()));
    let tab = tab(&memory, 99);
    assert_eq!(tab.faults()[0].moved, None);
    assert_eq!(tab.raw(&tab.faults()[0]).as_deref(), Some("damaged"));
    assert_eq!(tab.count(), 33);
}

#[test]
fn two_different_damaged_values_of_one_key_are_both_kept() {
    let memory = many_loads();
    let key = segments(&memory)[0].clone();
    for value in ["one", "two", "one"] {
        memory.set(&key, value).unwrap();
        assert!(tab(&memory, 99).faults()[0].moved.is_some());
    }
    assert_eq!(tab(&memory, 99).quarantined().unwrap().len(), 2);
}

#[test]
fn a_later_release_is_only_looked_at_and_nothing_writes() {
    let of_codec = wrap(Content::Segment, "plan", hours(0), b"2\nlater");
    for value in [newer(), of_codec] {
        let memory = many_loads();
        memory.set(&segments(&memory)[0], &value).unwrap();
        memory.set(&segments(&memory)[1], "damaged").unwrap();
        let before = memory.content();
        let mut tab = tab(&memory, 99);
        assert!(tab.is_newer());
        assert_eq!(tab.count(), 30);
        assert_eq!(tab.append([batch(99, 0)], hours(50)), Err(Failure::Newer));
        assert_eq!(tab.retry(hours(50)), Err(Failure::Newer));
        assert_eq!(tab.compact(hours(50)), Err(Failure::Newer));
        assert_eq!(tab.rescue(hours(50)), Err(Failure::Newer));
        assert_eq!(tab.keep_generation(Reason::Merge, hours(50)), Err(Failure::Newer));
        assert_eq!(tab.remove_generations(), Err(Failure::Newer));
        assert!(tab.restore("any", hours(50)).is_err());
        let mark = tab.backup(hours(50), "").unwrap().mark;
        assert_eq!(tab.note_backup(mark), Err(Failure::Newer));
        assert_eq!(memory.content(), before, "byte for byte");
    }
}

#[test]
fn a_later_release_in_another_tab_stops_this_one() {
    let memory = many_loads();
    let mut tab = tab(&memory, 99);
    let key = segments(&memory)[0].clone();
    assert_eq!(tab.heard(Some(&key), Some(&newer())), Heard::Newer);
    assert_eq!(tab.append([batch(99, 0)], hours(20)), Err(Failure::Newer));
    assert!(matches!(tab.heard(Some(&key), Some("x")), Heard::Damaged(fault) if fault.moved.is_none()));
    assert_eq!(tab.count(), 37);
}

#[test]
fn a_key_of_another_form_with_a_good_value_is_read_and_left() {
    let memory = many_loads();
    let key = [place().prefix(Kind::Ledger).as_str(), "later-form"].concat();
    memory.set(&key, &wrap(Content::Segment, "plan", hours(0), b"1\n900 0 here")).unwrap();
    let mut tab = tab(&memory, 99);
    assert_eq!(tab.count(), 37);
    tab.compact(hours(100)).unwrap();
    assert!(memory.content().contains_key(&key));
}

#[test]
fn a_removal_can_only_name_segments_of_its_own_place() {
    let memory = many_loads();
    let other = "planboard:ledger:plan2:/folder/:0:0";
    memory.set(other, "x").unwrap();
    let body = ["planboard:settings", other, "", "../x"].join("\n");
    memory.set(&place().removal(3), &wrap(Content::Removal, "plan", hours(0), body.as_bytes())).unwrap();
    assert_eq!(tab(&memory, 99).count(), 36);
    assert!(memory.content().contains_key(other));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_stands_in_our_keys_the_rest_loads_and_nothing_is_lost(
        at in 0usize..12,
        value in "\\PC{0,40}",
        rest in "[a-f0-9:%]{0,20}",
    ) {
        let memory = many_loads();
        memory.set(&segments(&memory)[at], &value).unwrap();
        for kind in Kind::ALL {
            memory.set(&[place().prefix(kind), rest.clone()].concat(), &value).unwrap();
        }
        let mut tab = tab(&memory, 99);
        prop_assert!(tab.count() >= 33);
        prop_assert!(memory.content().values().any(|kept| *kept == value));
        prop_assert_eq!(tab.append([batch(99, 0)], hours(40)), Ok(1));
        let _ = tab.generations().unwrap();
        tab.compact(hours(90)).unwrap();
        prop_assert_eq!(stored(&memory), all(&tab));
    }
}
