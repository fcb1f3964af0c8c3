//! Records that outlive the page: pure, over a [`Port`] of the browser's storage, proved with its twin in memory.
//!
//! Start with [`Store`]. A load of the page takes a fresh writer and writes only its own segments; the ledger is
//! the union of all. What may be promised: an older good state or the new one, never a mixture. So one act is one
//! `setItem`; what replaces something is written and found again before the old is removed; what a later release
//! wrote is never written over. `keys` alone spells keys, `access` alone writes. What a batch is, and how batches
//! become bytes, is the ledger's business ([`SegmentCodec`]).

// What comes from outside may be shorter than it says.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]
#![warn(missing_docs)]

mod access;
mod append;
mod backup;
mod batch_codec;
mod clear;
mod compact;
mod envelope;
mod generations;
mod identity;
mod keys;
mod lights;
mod memory;
mod notes;
mod opening;
mod port;
mod reading;
mod room;
mod segment;
mod store;
mod strike_out;
mod strikes;
#[cfg(test)]
mod tests;
mod units;
mod watch;
pub mod words;

pub use access::{Failure, Freeable};
pub use backup::{
    BackedUp, Backup, FileRefusal, MAX_FILE, Mark, Restored, admit, open as open_backup,
    write as write_backup,
};
pub use batch_codec::BatchCodec;
pub use clear::{Cleared, clear, has_sample, remove_sample};
pub use compact::Compacted;
pub use envelope::Refusal;
pub use generations::{Generation, MAX_GENERATION_UNITS, MAX_GENERATIONS, Reason};
pub use identity::{BatchId, Millis, digest, fingerprint};
pub use keys::{Kind, Place, SegmentName};
pub use lights::Saved;
pub use memory::{Memory, Trouble};
pub use notes::{MAX_NOTE_UNITS, Notes};
pub use opening::Opening;
pub use port::{Blocked, OnlyShown, Port, SetFailure};
pub use room::{LEAST_ROOM, MOST_ROOM, Room};
pub use segment::{SegmentCodec, Shelf};
pub use store::{Fault, Store};
pub use watch::Heard;
