//! Changed bytes at the doors through which ledgers come in: a body in a link, a value in storage, a backup file.
//! Bounded, so that it runs with the other tests; with `cargo bolero` the same targets run without end.

use crate::frozen::{folder, place, plan};
use planboard::ledger::codec::{self, Vocabulary};
use planboard::ledger::{Batch, Ledger};
use planboard::link::envelope::plan_digest;
use planboard::link::message::{self, Message};
use planboard::link::{Envelope, Kind};
use planboard::storage::{BatchCodec, Memory, Port, SegmentName, Shelf, Store, open_backup};

const ROUNDS: usize = 2_000;

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

/// The sample with some of its bytes changed: of each three, two say where and one says to what.
fn changed(sample: &[u8], changes: &[u8]) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    let (changes, _) = changes.as_chunks::<3>();
    for [high, low, to] in changes {
        let at = usize::from(u16::from_be_bytes([*high, *low])) % bytes.len();
        bytes[at] = *to;
    }
    bytes
}

/// What was read is a ledger like others: it folds, and encodes to what reads back the same.
fn is_sound(batches: &[Batch]) {
    let ledger = Ledger::new(batches.iter().cloned());
    asked(&ledger);
    assert!(ledger.batches().count() <= batches.len());
    for (_, shown) in ledger.slots() {
        assert!(ledger.change(shown).is_some());
    }
    let again = codec::decode(&codec::encode(batches, None), &Vocabulary::default());
    assert_eq!(again.as_deref(), Ok(batches));
}

/// Everything that can be asked of the kinds of the whole loop has an answer.
fn asked(ledger: &Ledger) {
    for year in [2031, 2032, 9999].map(planboard::plan::Year) {
        for listed in ledger.list_of(year).into_iter().chain(ledger.to_take_over(year)) {
            let last = listed.movements.last().map_or(listed.first_due, |one| one.due);
            assert_eq!(listed.due, last);
        }
        assert!(ledger.verdicts_of(year).len() + ledger.assessment_rules(year).len() <= ledger.len());
        assert!(ledger.allotments("trees", year).len() <= ledger.len());
    }
    for member in ledger.members("nurseries") {
        assert!(!member.states.is_empty());
    }
    let steps = ledger.problem_steps();
    for (found, _) in ledger.noted_problems(planboard::plan::Month::parse("9999-12").expect("a month")) {
        let life = steps.life(found.id);
        assert!(life.is_open() || life.was_closed);
    }
    for one in ledger.all_adjustments() {
        let (subject, year) = (&one.adjustment.subject, one.adjustment.year);
        let force = ledger.in_force(subject, year, one.adjustment.kind(), one.adjustment.effective);
        assert!(force.judged.is_some() || force.conflicts.is_empty());
    }
    assert!(
        ledger.cases().len() + ledger.decisions().len() + ledger.issues("quarterly").len() <= ledger.len()
    );
}

#[test]
fn a_body_with_changed_bytes_is_a_ledger_or_told() {
    let (versions, plan) = ([sample("v1.batches"), sample("v2.batches")], plan());
    bolero::check!().with_iterations(ROUNDS).for_each(|changes: &[u8]| {
        // Which version the rounds take turns with.
        let whole = &versions[changes.len() % 2];
        let body = changed(whole, changes);
        if let Ok(batches) = codec::decode(&body, &Vocabulary::default()) {
            is_sound(&batches);
        }
        for kind in [Kind::FillIn, Kind::Receipt, Kind::Returned] {
            let envelope = Envelope { kind, plan: plan_digest(&plan.id), body: body.clone() };
            match message::unfold(envelope, &plan) {
                Ok(
                    Message::FillIn(batches, _)
                    | Message::Receipt(batches, _)
                    | Message::Returned(batches, _),
                ) => {
                    is_sound(&batches);
                }
                Ok(other) => panic!("{other:?}"),
                Err(fault) => assert!(!fault.sentence(planboard::text::Language::Zh).is_empty()),
            }
        }
    });
}

#[test]
fn a_stored_value_or_a_file_with_changed_bytes_is_never_taken_for_another_ledger() {
    let (text, file) = (String::from_utf8(sample("v1.segment.txt")).unwrap(), sample("v1.backup"));
    let whole = Ledger::new(
        open_backup(&BatchCodec, "river-plan", &file).unwrap().batches.iter().map(|one| (**one).clone()),
    );
    let letters: Vec<char> = text.chars().collect();
    bolero::check!().with_iterations(ROUNDS / 4).for_each(|changes: &[u8]| {
        let bytes = changed(&file, changes);
        assert!(bytes == file || open_backup(&BatchCodec, "river-plan", &bytes).is_err());
        let mut letters = letters.clone();
        let (changes, _) = changes.as_chunks::<3>();
        for [high, low, to] in changes {
            let at = usize::from(u16::from_be_bytes([*high, *low])) % letters.len();
            letters[at] = char::from_u32(u32::from(letters[at]) ^ u32::from(*to)).unwrap_or('\0');
        }
        let value: String = letters.into_iter().collect();
        let memory = Memory::default();
        let key = place().segment(planboard::storage::Kind::Ledger, SegmentName { writer: 7, number: 0 });
        memory.set(&key, &value).unwrap();
        let store = Store::open(memory, BatchCodec, place(), Shelf::Own, 1);
        match store.faults() {
            [] => assert_eq!(Ledger::new(store.batches().map(|one| (**one).clone())), whole),
            [fault] => assert_eq!(store.raw(fault).as_deref(), Some(value.as_str())),
            more => panic!("{more:?}"),
        }
    });
}
