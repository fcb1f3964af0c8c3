//! Tables of other programs as rows of cells, and which cell belongs to which indicator. A pasted block becomes a
//! [`Grid`], and a workbook will: what follows does not know where it came from.
//!
//! Start with [`read`]. Rows are found by their name, columns by their head; nothing goes by position as soon as
//! there is a column of words. What is ambiguous becomes a [`Question`], what has no place a line with its reason.

// What comes from outside may be shorter than it says.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]
#![warn(missing_docs)]

mod book;
mod day;
pub mod figure;
#[cfg(any(test, feature = "reader"))]
pub mod file;
pub mod fill;
mod grid;
mod head;
mod html;
mod name;
mod place;
mod reading;
mod text;
mod totals;
pub mod words;

pub use book::{Book, BookFormat, BookSheet, MOST_FILE, MOST_TEXT, NoBook, cell_name};
pub use day::{NoSuchDate, day};
pub use grid::{Grid, Merge};
pub use place::{Item, Scope};
pub use reading::{Answers, Fate, Line, Nameless, Question, Reading, Taken, Told, Why, read, said};
pub use totals::{Total, totals};

/// Longest pasted text that is read, in bytes.
pub const MOST_BYTES: usize = 200_000;
/// Longest pasted markup that is read, in bytes; where it is longer, the text beside it is read.
pub const MOST_MARKUP: usize = 2_000_000;
/// Most rows that are read of a pasted table; [`Grid::is_cut`] says that it has more.
pub const MOST_ROWS: usize = 1_000;
/// Most cells that are read of a row of a pasted table.
pub const MOST_CELLS: usize = 100;
/// Most rows that are read of a sheet of a workbook; [`Grid::is_cut`] says that it has more.
pub const MOST_SHEET_ROWS: usize = 5_000;
/// Most columns that are read of a sheet, and most rows of a table that has the items in its columns.
pub const MOST_SHEET_COLUMNS: usize = 200;
/// Most letters that are kept of a cell.
pub const MOST_LETTERS: usize = 200;

/// A pasted block does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// The rows of a pasted block: of its markup, where that holds a table, else of its text.
///
/// # Errors
/// [`TooLong`], before anything is made of it.
pub fn pasted(text: &str, markup: Option<&str>) -> Result<Grid, TooLong> {
    if let Some(grid) = markup.and_then(html::grid) {
        return Ok(grid);
    }
    text::grid(text)
}

/// The rows of a pasted column or table of names: as [`pasted`], but a line is never taken apart because it ends with
/// a figure (`Pier 9`), and at commas only where every line has as many of them.
///
/// # Errors
/// [`TooLong`], before anything is made of it.
pub fn listed(text: &str, markup: Option<&str>) -> Result<Grid, TooLong> {
    if let Some(grid) = markup.and_then(html::grid) {
        return Ok(grid);
    }
    text::names(text)
}

#[cfg(test)]
mod tests;
