//! Stored values and backup files as crashes, other programs and ill will leave them, and what has to come of each.
//!
//! `tests/ledgers/mangled/expected.tsv` names the outcome of every file beside it. All but the hostile ones were
//! made by a script in another language from the description of the forms.

use crate::every_kind::{hostile, hostile_first};
use crate::frozen::{folder, place, plan};
use planboard::ledger::codec::{self, Vocabulary};
use planboard::ledger::{Batch, Ledger};
use planboard::link::message::{self, Message};
use planboard::link::stamp::Stamp;
use planboard::storage::{
    BatchCodec, FileRefusal, Kind, Memory, Port, Refusal, SegmentName, Shelf, Store, open_backup,
};
use std::collections::BTreeSet;

fn expected() -> Vec<(String, String)> {
    let table = std::fs::read_to_string(folder().join("mangled/expected.tsv")).unwrap();
    let rows = table.lines().skip(1).map(|row| row.split_once('\t').unwrap());
    rows.map(|(file, outcome)| (file.into(), outcome.into())).collect()
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder().join("mangled").join(name)).unwrap()
}

/// A page that is loaded with the value stored under a segment's key.
fn stored(value: &str) -> (Memory, Store<Memory, BatchCodec>) {
    let memory = Memory::default();
    let key = place().segment(Kind::Ledger, SegmentName { writer: 7, number: 0 });
    memory.set(&key, value).unwrap();
    let store = Store::open(memory.clone(), BatchCodec, place(), Shelf::Own, 1);
    (memory, store)
}

fn told_segment(value: &str) -> String {
    let (memory, store) = stored(value);
    let [fault] = store.faults() else { return format!("read:{}", store.count()) };
    // What was refused is not lost: it can be downloaded as it was found, and what is newer was not touched.
    assert_eq!(store.raw(fault).as_deref(), Some(value));
    assert_eq!((store.count(), memory.content().len()), (0, 1));
    let name = match fault.refusal {
        Refusal::Damaged => "damaged",
        Refusal::Newer => "newer",
        Refusal::OtherPlan => "other-plan",
        Refusal::TooLarge => "too-large",
        Refusal::TooMany => "too-many",
    };
    assert_eq!(store.is_newer(), name == "newer");
    name.into()
}

fn told_backup(bytes: &[u8]) -> String {
    match open_backup(&BatchCodec, "river-plan", bytes) {
        Ok(restored) => format!("read:{}", restored.batches.len()),
        Err(FileRefusal::NotOurs) => "not-ours".into(),
        Err(FileRefusal::Cut) => "cut".into(),
        Err(FileRefusal::Damaged) => "damaged".into(),
        Err(FileRefusal::Newer) => "newer".into(),
        Err(FileRefusal::OtherPlan(plan)) => format!("other-plan:{plan}"),
        Err(FileRefusal::TooLarge(_)) => "too-large".into(),
        Err(FileRefusal::TooMany) => "too-many".into(),
    }
}

/// Bytes of the codec as they are, without what wraps them in storage, files and links.
fn told_batches(bytes: &[u8]) -> String {
    match codec::decode(bytes, &Vocabulary::default()) {
        Ok(batches) => format!("read:{}", batches.len()),
        Err(codec::Refusal::Damaged) => "damaged".into(),
        Err(codec::Refusal::Newer) => "newer".into(),
        Err(codec::Refusal::TooMany) => "too-many".into(),
    }
}

#[test]
fn every_mangled_file_has_its_outcome() {
    let mut wrong = Vec::new();
    for (name, outcome) in expected() {
        let told = match name.rsplit_once('.') {
            Some((_, "segment")) => told_segment(&String::from_utf8(file(&name)).unwrap()),
            Some((_, "backup")) => told_backup(&file(&name)),
            Some((_, "batches")) => told_batches(&file(&name)),
            _ => continue,
        };
        if told != outcome {
            wrong.push(format!("{name}: {told}, not {outcome}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_is_in_the_table_and_every_refusal_in_a_file() {
    let files: BTreeSet<String> = std::fs::read_dir(folder().join("mangled"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "expected.tsv" && !name.starts_with('.'))
        .collect();
    let named: BTreeSet<String> = expected().into_iter().map(|(file, _)| file).collect();
    assert_eq!(files, named);
    let outcomes: String = expected().into_iter().map(|(_, outcome)| outcome + " ").collect();
    for outcome in ["read:", "damaged", "newer", "other-plan ", "other-plan:", "cut", "not-ours"] {
        assert!(outcomes.contains(outcome), "{outcome}");
    }
}

/// Markup, formulas and direction marks in every text field and identifier are letters like others.
#[test]
fn what_other_programs_would_run_reads_back_as_text() {
    let own =
        |batches: Vec<std::sync::Arc<Batch>>| batches.iter().map(|one| (**one).clone()).collect::<Vec<_>>();
    for (name, hostile) in [("hostile", hostile_first()), ("hostile-2", hostile())] {
        let file = |form: &str| file(&format!("{name}.{form}"));
        let (_, store) = stored(&String::from_utf8(file("segment")).unwrap());
        // What the samples strike out, a store does not show.
        let shown: Vec<Batch> = Ledger::new(hostile.clone()).batches().cloned().collect();
        assert_eq!(own(store.batches().cloned().collect()), shown);
        let restored = open_backup(&BatchCodec, "river-plan", &file("backup")).unwrap();
        assert_eq!(own(restored.batches), hostile);
        let link = String::from_utf8(file("link")).unwrap();
        assert_eq!(message::open(&link, &plan()).unwrap(), Ok(Message::Receipt(hostile, Stamp::default())));
    }
    let words = hostile()
        .into_iter()
        .flat_map(|batch| batch.entries)
        .flat_map(|entry| entry.said.words().into_iter().map(str::to_owned).collect::<Vec<_>>());
    for words in words {
        assert!(words.contains("=1+1") && words.contains("<img") && words.contains('\u{202e}'), "{words}");
    }
}
