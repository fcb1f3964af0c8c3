//! Whatever a release wrote opens for ever: batches, a stored segment, a backup file and links of every version.
//!
//! The samples in `tests/ledgers/` are never written anew. For a new version of the codec
//! `cargo test --test ledger -- --ignored` writes those that are missing; review and commit them.

use crate::every_kind::{every_first_kind, every_kind, hostile, hostile_first};
use crate::{common, json};
use planboard::ledger::codec::{self, Vocabulary};
use planboard::ledger::{Batch, Ledger};
use planboard::link::stamp::Stamp;
use planboard::link::{Kind, message};
use planboard::plan::{Day, PlanIndex};
use planboard::storage::{BatchCodec, Memory, Millis, Place, Port, Shelf, Store, open_backup, write_backup};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// In milliseconds.
pub const WRITTEN: Millis = Millis(1_932_100_000_000);
const KINDS: [(Kind, &str); 3] =
    [(Kind::FillIn, "fill-in"), (Kind::Receipt, "receipt"), (Kind::Returned, "returned")];

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledgers")
}

/// The plan of which the samples speak.
pub fn plan() -> PlanIndex {
    common::plan("tests/plans/small.json")
}

pub fn place() -> Place {
    Place::new("river-plan", "/board/")
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("no sample {name}: {error}"))
}

fn text(name: &str) -> String {
    String::from_utf8(bytes(name)).expect("a text")
}

/// As the sample's text has them.
fn told(batches: &[Batch]) -> String {
    serde_json::to_string_pretty(&json::json(batches)).expect("JSON") + "\n"
}

#[test]
fn every_version_that_was_ever_written_has_its_samples() {
    for version in 1..=codec::FROZEN {
        assert_eq!(bytes(&format!("v{version}.batches"))[0], version);
        for name in
            ["json", "segment.txt", "backup", "fill-in.txt", "receipt.txt", "returned.txt", "snapshot.txt"]
        {
            assert!(!bytes(&format!("v{version}.{name}")).is_empty());
        }
    }
}

#[test]
fn batches_of_every_version_open() {
    for version in 1..=codec::FROZEN {
        let read = codec::decode(&bytes(&format!("v{version}.batches")), &Vocabulary::default()).unwrap();
        assert_eq!(told(&read), text(&format!("v{version}.json")), "version {version}");
    }
}

/// The text is of these batches, or the samples would prove less than they seem to.
#[test]
fn the_samples_hold_every_kind() {
    assert_eq!(told(&every_first_kind()), text("v1.json"));
    assert_eq!(told(&every_kind()), text("v2.json"));
}

/// Released or not, the form of this version does not move.
#[test]
fn this_version_still_writes_the_same_bytes() {
    let sample = bytes(&format!("v{}.batches", codec::FROZEN));
    let read = codec::decode(&sample, &Vocabulary::default()).unwrap();
    assert_eq!(codec::encode(&read, None), sample);
}

#[test]
fn a_stored_segment_of_every_version_opens() {
    for version in 1..=codec::FROZEN {
        let sample = text(&format!("v{version}.segment.txt"));
        let (key, value) = sample.split_once('\n').unwrap();
        let memory = Memory::default();
        memory.set(key, value.trim_end()).unwrap();
        let store = Store::open(memory, BatchCodec, place(), Shelf::Own, 1);
        assert_eq!(store.faults(), []);
        let read: Vec<Batch> = store.batches().map(|batch| (**batch).clone()).collect();
        // What the samples strike out, a store does not show.
        let batches = codec::decode(&bytes(&format!("v{version}.batches")), &Vocabulary::default()).unwrap();
        let shown: Vec<Batch> = Ledger::new(batches.clone()).batches().cloned().collect();
        assert_ne!(shown, batches);
        assert_eq!(told(&read), told(&shown), "version {version}");
    }
}

#[test]
fn a_backup_file_of_every_version_opens() {
    for version in 1..=codec::FROZEN {
        let restored = open_backup(&BatchCodec, "river-plan", &bytes(&format!("v{version}.backup"))).unwrap();
        let read: Vec<Batch> = restored.batches.iter().map(|batch| (**batch).clone()).collect();
        assert_eq!(restored.note, "", "it says nothing of the plan's version");
        assert_eq!((restored.at, told(&read)), (WRITTEN, text(&format!("v{version}.json"))));
    }
}

#[test]
fn a_link_of_every_kind_and_version_opens() {
    let plan = plan();
    for version in 1..=codec::FROZEN {
        let open = |name: &str| {
            let sample = text(&format!("v{version}.{name}.txt"));
            message::open(sample.trim_end(), &plan).expect("not a page").expect("it opens")
        };
        let expected = text(&format!("v{version}.json"));
        for (kind, name) in KINDS {
            let batches = match (kind, open(name)) {
                (Kind::FillIn, message::Message::FillIn(batches, stamp)) if stamp == Stamp::default() => {
                    batches
                }
                (Kind::Receipt, message::Message::Receipt(batches, stamp)) if stamp == Stamp::default() => {
                    batches
                }
                (Kind::Returned, message::Message::Returned(batches, stamp)) if stamp == Stamp::default() => {
                    batches
                }
                (_, other) => panic!("{name} is {other:?}"),
            };
            assert_eq!(told(&batches), expected, "{name}");
        }
        let message::Message::Snapshot(read, batches) = open("snapshot") else { panic!("not a snapshot") };
        assert_eq!((read, told(&batches)), (slip(), expected));
    }
}

fn slip() -> message::SnapshotHeader {
    let up_to = Day::parse("2031-03-31").expect("a day");
    message::SnapshotHeader {
        without_notes: true,
        is_sample: true,
        ..message::SnapshotHeader::whole("Müller 王工", up_to, up_to.plus(5))
    }
}

/// A stored segment of batches: its key and its value, a line each.
fn segment(batches: &[Batch]) -> String {
    let memory = Memory::default();
    let mut store = Store::open(memory.clone(), BatchCodec, place(), Shelf::Own, 0x0bad_cafe);
    store.append(batches.iter().cloned().map(Arc::new), WRITTEN).expect("there is room");
    memory.content().into_iter().map(|(key, value)| format!("{key}\n{value}\n")).collect()
}

fn backup(batches: &[Batch]) -> Vec<u8> {
    let batches: Vec<_> = batches.iter().cloned().map(Arc::new).collect();
    write_backup(&BatchCodec, "river-plan", &batches, WRITTEN, "").expect("it is small")
}

/// Writes what is not there yet, and nothing over.
#[test]
#[ignore = "writes the samples of a new version of the codec"]
fn write_missing_samples() {
    let (plan, batches, version) = (plan(), every_kind(), codec::FROZEN);
    let write = |name: &str, content: &[u8]| {
        let path = folder().join(name);
        if !path.exists() {
            std::fs::write(path, content).expect("the folder can be written to");
        }
    };
    let of_version = |name: &str, content: &[u8]| write(&format!("v{version}.{name}"), content);
    of_version("batches", &codec::encode(&batches, None));
    of_version("json", told(&batches).as_bytes());
    of_version("segment.txt", segment(&batches).as_bytes());
    of_version("backup", &backup(&batches));
    for (kind, name) in KINDS {
        let link = message::seal(kind, &plan, &batches).expect("it is short") + "\n";
        of_version(&format!("{name}.txt"), link.as_bytes());
    }
    let link = message::snapshot(&plan, &slip(), &batches).encode().expect("it is short") + "\n";
    of_version("snapshot.txt", link.as_bytes());
    for (name, batches) in [("hostile", hostile_first()), ("hostile-2", hostile())] {
        let value = segment(&batches).lines().nth(1).expect("a value").to_owned();
        write(&format!("mangled/{name}.segment"), value.as_bytes());
        write(&format!("mangled/{name}.backup"), &backup(&batches));
        let link = message::seal(Kind::Receipt, &plan, &batches).expect("it is short");
        write(&format!("mangled/{name}.link"), link.as_bytes());
    }
}
