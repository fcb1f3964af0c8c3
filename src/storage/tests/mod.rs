//! What this room promises, proved with the twin in memory.

mod codec;
mod crash;
mod damage;
mod file;
mod generations;
mod going_back;
mod limits;
mod many;
mod meddled;
mod opening;
mod quota;
mod redaction;
mod redaction_any_order;
mod tabs;

use super::{BatchId, Heard, Memory, Millis, Place, Shelf, Store};
use codec::{Batch, Lines};
use std::collections::BTreeMap;

type Tab = Store<Memory, Lines>;

const HOUR: u64 = 3_600_000;
const START: u64 = 1_700_000_000_000;

fn hours(count: u64) -> Millis {
    Millis(START + count * HOUR)
}

fn place() -> Place {
    Place::new("plan", "/folder/")
}

fn tab(memory: &Memory, writer: u64) -> Tab {
    Store::open(memory.clone(), Lines, place(), Shelf::Own, writer)
}

fn batch(writer: u64, sequence: u32) -> Batch {
    Batch(BatchId { writer, sequence }, format!("text {sequence}"))
}

fn long(writer: u64, sequence: u32, length: usize) -> Batch {
    Batch(BatchId { writer, sequence }, "x".repeat(length))
}

/// What a page loaded now would show.
fn stored(memory: &Memory) -> Vec<Batch> {
    all(&tab(&memory.copy(), u64::MAX))
}

fn all(tab: &Tab) -> Vec<Batch> {
    tab.batches().cloned().collect()
}

/// Twelve page loads, three batches each, an hour apart.
fn many_loads() -> Memory {
    let memory = Memory::default();
    for writer in 0..12 {
        let mut tab = tab(&memory, writer);
        for sequence in 0..3 {
            assert_eq!(tab.append([batch(writer, sequence)], hours(writer)), Ok(1));
        }
    }
    memory
}

fn segments(memory: &Memory) -> Vec<String> {
    let prefix = place().prefix(super::Kind::Ledger);
    memory.content().into_keys().filter(|key| key.starts_with(&prefix)).collect()
}

/// Gives one tab what the other wrote since.
fn tell(tab: &mut Tab, memory: &Memory, before: &BTreeMap<String, String>) -> Vec<Heard<Batch>> {
    let after = memory.content();
    let set = after.iter().filter(|(key, value)| before.get(*key) != Some(value));
    let mut heard: Vec<_> = set.map(|(key, value)| tab.heard(Some(key), Some(value))).collect();
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    heard.extend(gone.map(|key| tab.heard(Some(key), None)));
    heard
}
