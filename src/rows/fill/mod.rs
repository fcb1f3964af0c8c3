//! A table of somebody else with places for figures: which of its cells gets which figure, and why the others get none.
//! Here is what the page and the program that writes the file (`src/bin/reader.rs`) say to one another; [`map`] finds
//! the cells.

mod map;
#[cfg(test)]
mod tests;
pub mod words;

pub use map::{Chosen, Column, Mapping, Put, Row, Spot, UnitAsked, Why, map};

use super::{Book, Item, NoBook};
use crate::plan::{Month, Quantity, Year};
use serde::{Deserialize, Serialize};

/// Their workbook: its words, and what its cells are besides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its tables.
    pub book: Book,
    /// Of each of its sheets, in the same order; of a sheet that cannot be filled, nothing.
    pub facts: Vec<Facts>,
}

/// What cells are besides their words; rows and columns are counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// They are computed, or part of a range that is.
    pub formulas: Vec<(usize, usize)>,
    /// They show a number as per cent: 0.6 is 60%.
    pub percents: Vec<(usize, usize)>,
    /// Whoever made the sheet has locked them and protects it.
    pub locked: Vec<(usize, usize)>,
}

/// An item with all that there is of it for a month, in its own unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The item.
    pub item: Item,
    /// The figure of the month: cumulative, or as of its end.
    pub actual: Option<Quantity>,
    /// The last figure before the month, with its month; told where the month has none.
    pub latest: Option<(Month, Quantity)>,
    /// The figure of the month before.
    pub last_month: Option<Quantity>,
    /// The figure of the same month a year before.
    pub last_year: Option<Quantity>,
    /// The targets by year.
    pub targets: Vec<(Year, Quantity)>,
    /// The figure of the month over the target of its year, in per cent.
    pub share: Option<Quantity>,
    /// What was noted beside the figure; may be empty. Untrusted.
    pub remark: String,
    /// The word of its light; may be empty.
    pub status: String,
}

/// What a column asks of each item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// The figure of the month.
    Actual,
    /// That of the month before.
    LastMonth,
    /// That of the same month a year before.
    LastYear,
    /// The target of a year.
    Target(Year),
    /// The target of the last year that has one.
    FinalTarget,
    /// How much of the year's target is done, in per cent.
    Share,
    /// What was noted beside the figure.
    Remark,
    /// The word of its light.
    Status,
}

impl Asks {
    /// All that a column may ask, with the targets of these years.
    pub fn all(years: impl Iterator<Item = Year>) -> Vec<Self> {
        let first = [Self::Actual, Self::LastMonth, Self::LastYear, Self::Share];
        let last = [Self::FinalTarget, Self::Remark, Self::Status];
        first.into_iter().chain(years.map(Self::Target)).chain(last).collect()
    }
}

/// What is written into a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The name of the sheet.
    pub sheet: String,
    /// Counted from 0.
    pub row: usize,
    /// Counted from 0.
    pub column: usize,
    /// What it then holds; its style stays.
    pub content: Content,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A decimal as it is written: digits with at most one point, a minus before them.
    Number(String),
    /// Words.
    Words(String),
}

/// Between what is written into two cells, and between the pieces of one: no text of a workbook can hold either.
const BETWEEN: char = '\u{1e}';
const WITHIN: char = '\u{1f}';

/// What is written, as a text for the program that does it. What reads JSON would make that program a twentieth larger.
pub fn told(writes: &[Write]) -> String {
    let one = |write: &Write| {
        let (kind, content) = match &write.content {
            Content::Number(number) => ("n", number),
            Content::Words(words) => ("w", words),
        };
        let content = content.replace([BETWEEN, WITHIN], "");
        let (row, column) = (write.row.to_string(), write.column.to_string());
        [&write.sheet, row.as_str(), &column, kind, &content].join(&WITHIN.to_string())
    };
    writes.iter().map(one).collect::<Vec<_>>().join(&BETWEEN.to_string())
}

/// What such a text says; nothing where it is none.
pub fn heard(text: &str) -> Option<Vec<Write>> {
    let one = |text: &str| {
        let mut pieces = text.split(WITHIN);
        let (sheet, row, column) = (pieces.next()?, pieces.next()?, pieces.next()?);
        let (kind, content) = (pieces.next()?, pieces.next()?.to_owned());
        let content = match kind {
            "n" => Content::Number(content),
            "w" => Content::Words(content),
            _ => return None,
        };
        Some(Write { sheet: sheet.to_owned(), row: row.parse().ok()?, column: column.parse().ok()?, content })
    };
    text.split(BETWEEN).filter(|text| !text.is_empty()).map(one).collect()
}

/// A workbook is not filled; it is left as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoFill {
    /// It is no .xlsx: the other formats cannot be changed in one cell alone.
    NotXlsx,
    /// It is not read.
    NoBook(NoBook),
    /// It has no sheet of this name that can be filled.
    NoSheet(String),
    /// A cell that was to be written is computed.
    Computed(String),
    /// What was to be written is no number.
    NoNumber(String),
}
