//! Batches as bytes: one codec by columns for storage, links and files.
//!
//! ```text
//! version (1 byte) · table of words · table of writers · columns, each with its length
//! ```
//!
//! Every batch and entry writes its fields to the column of their sort ([`Column`]), so that like lies
//! beside like: numbers of one sort are small and compress well, and a month of a big organisation
//! fits a code on a screen. Numbers are unsigned LEB128, signed ones zigzag; identifiers of the plan
//! stand once in the table of words, in links as 16 bits of a digest ([`Vocabulary`]); texts are in
//! [`text`]'s form, two bytes for a Chinese letter.
//!
//! A released version is read for ever: each keeps a frozen sample in `tests/ledgers`. What is newer
//! than this release is refused as such and never written over.

// What comes from outside may be shorter than it says.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod bytes;
mod field;
mod read;
mod text;
mod vocabulary;
mod write;

pub use field::Numbered;
pub use read::{Refusal, decode};
pub use vocabulary::Vocabulary;
pub use write::{encode, encode_one};

/// The latest version that this release reads, and writes where an entry needs it: batches are written in the first
/// version that has all their kinds, so that an older release still opens what it could say itself.
pub const VERSION: u8 = 2;
/// The latest version whose form does not move any more.
pub const FROZEN: u8 = 2;

/// Most bytes that are looked at.
pub const MOST_BYTES: usize = 16 << 20;
/// Most batches at once.
pub const MOST_BATCHES: usize = 200_000;
/// Most entries of one batch.
pub const MOST_ENTRIES: usize = 4_000;
/// Most entries of all batches together: a short link can inflate to many small ones.
pub const MOST_ENTRIES_IN_ALL: usize = 400_000;
/// Most different identifiers, for the same reason.
pub const MOST_WORDS: usize = 100_000;
/// Most letters of one text.
pub const MOST_LETTERS: usize = 2_000;
/// Most parts of one entry: organisations of an item, items of a rule, texts of an issued document.
pub const MOST_PARTS: usize = 500;
/// Most letters of an identifier.
pub const MOST_ID_LETTERS: usize = 100;

/// The columns, in the order in which they lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// Writer of a batch, as its place in the table of writers.
    Writer,
    Sequence,
    /// Seconds since the batch before.
    Written,
    /// Months since the batch before.
    Month,
    /// How many entries a batch has.
    Count,
    /// What an entry says, and whether it replaces another.
    Kind,
    /// An identifier, as its place in the table of words.
    Word,
    /// Stages, reports and other small choices.
    Choice,
    /// Digits of a figure.
    Digits,
    /// How many of them stand after the point.
    Decimals,
    /// Days, months, years and counts within entries.
    Time,
    /// Names of batches and entries.
    Name,
    Text,
}

const COLUMNS: usize = Column::Text as usize + 1;

#[cfg(test)]
mod tests;
