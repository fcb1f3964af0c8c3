//! 收电子表格: files of tables that units send, looked at before they lie beside the receipts. A fill-in workbook says itself
//! whose it is; of any other table the officer says whose and of which month it is, where neither file nor heading does.
//!
//! [`look`] says what a file would report, cell by cell, and what of it goes nowhere; [`Looked::batch`] makes the receipt of
//! it, which then goes through the one review. Nothing here changes the ledger. [`memory`] keeps which words were assigned
//! to what, so that the next month asks less.

#[cfg(test)]
mod corpus;
mod guess;
mod look;
pub mod memory;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use look::{Cell, Check, Looked, Said, Table, look, refused, senders};
pub use memory::Memory;

use crate::plan::Month;
use crate::rows::{Answers, Book, NoBook};

/// A file as it was read, and what was chosen of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Upload {
    /// What it is called. Untrusted.
    pub name: String,
    /// Its tables, or why it has none.
    pub book: Result<Book, NoBook>,
    /// What was chosen.
    pub chosen: Chosen,
}

/// What somebody chose of a file, in place of what it seems to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Identifier of the organisation whose table it is.
    pub organisation: Option<String>,
    /// The month that it reports on.
    pub month: Option<Month>,
    /// The place of the sheet that is read.
    pub sheet: Option<usize>,
    /// The answers to what is ambiguous.
    pub answers: Answers,
}
