//! 填上级表格: the table that a superior bureau sent, filled with the city's figures of a month and handed back as their file.
//! [`look`] says cell by cell what would be written, in the unit of their table, and why the others stay as they are; what
//! writes it changes those cells and nothing else (`rows::file::fill`, in a thread of its own).

mod look;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use look::{Cell, Looked, Said, Table, known, look};

use crate::rows::NoBook;
use crate::rows::fill::{self, Template};

/// Their file as it was read, and what was chosen of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Upload {
    /// What it is called. Untrusted.
    pub name: String,
    /// Its tables, or why it has none.
    pub template: Result<Template, NoBook>,
    /// The place of the sheet that is filled.
    pub sheet: Option<usize>,
    /// What its columns, rows and units are, as somebody said.
    pub chosen: fill::Chosen,
}
