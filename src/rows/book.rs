//! A workbook of another program as sheets of rows: what the program in a thread of its own (`src/bin/reader.rs`) makes of
//! a file, and what the page makes of it. Cells are the words that somebody sees who opens the file, so that a table means
//! the same whether it is pasted or read from its file.

use super::Grid;
use serde::{Deserialize, Serialize};

/// Longest file that is read, in bytes.
pub const MOST_FILE: usize = 5_000_000;

/// Most letters that are kept of a cell of a workbook: one more than a text of a plan may have, so that one that is too long is
/// told as such. Tables of figures are read of shorter cells ([`Book::shortened`]).
pub const MOST_TEXT: usize = 4_001;

/// A workbook, or a file of separated values, which has one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// What sort of file it is, by its content: the name of a file plays no part.
    pub format: BookFormat,
    /// The first letters of the SHA-256 of the file, to know it by.
    pub digest: String,
    /// From left to right, the hidden ones among them.
    pub sheets: Vec<BookSheet>,
}

impl Book {
    /// The place of the first sheet that is shown and has something; of a book without one, of the first.
    pub fn first(&self) -> usize {
        let has_words = |sheet: &BookSheet| sheet.grid.rows.iter().flatten().any(|cell| !cell.is_empty());
        self.sheets.iter().position(|sheet| !sheet.is_hidden && has_words(sheet)).unwrap_or_default()
    }

    /// The same with cells as long as those of a pasted table.
    pub fn shortened(mut self) -> Self {
        for sheet in &mut self.sheets {
            sheet.grid = std::mem::take(&mut sheet.grid).shortened();
        }
        self
    }
}

/// A format in which tables come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BookFormat {
    /// Excel 2007 and later, WPS, LibreOffice: a zip of marked-up sheets.
    #[default]
    Xlsx,
    /// Excel 97 to 2003, and what WPS calls .et where it is one inside.
    Xls,
    /// LibreOffice.
    Ods,
    /// Separated values.
    Csv,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookSheet {
    /// The words on its tab; of separated values, empty.
    pub name: String,
    /// It is not shown by the program that made it.
    pub is_hidden: bool,
    /// Its cells; the first row and column are those of the sheet (A1), so that places can be named as a spreadsheet
    /// names them.
    pub grid: Grid,
    /// Cells whose formula has no value in the file, or whose value is an error: rows and columns, counted from 0.
    pub unvalued: Vec<(usize, usize)>,
    /// Rows that are not shown, filtered ones among them, counted from 0. Of an .xls none are told: what reads those says
    /// nothing of it.
    #[serde(default)]
    pub hidden_rows: Vec<usize>,
    /// Columns that are not shown, counted from 0; of an .xls none are told.
    #[serde(default)]
    pub hidden_columns: Vec<usize>,
}

impl BookSheet {
    /// Whether a cell stands in a row or column that is not shown.
    pub fn hides(&self, row: usize, column: usize) -> bool {
        self.hidden_rows.binary_search(&row).is_ok() || self.hidden_columns.binary_search(&column).is_ok()
    }
}

/// A file is no workbook that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoBook {
    /// It is longer than what is read.
    TooLarge,
    /// It is small, and inflates to more than is read.
    TooMuch,
    /// It is closed with a password.
    Encrypted,
    /// A web page or marked-up text that is named like a workbook, as some systems hand them out.
    Markup,
    /// An .xlsb.
    Binary,
    /// A document for a word processor.
    Document,
    /// A PDF.
    Paper,
    /// It begins like a workbook and cannot be read to its end.
    Damaged,
    /// It is none of what is read.
    Unknown,
}

/// The name of a cell as a spreadsheet writes it: row and column counted from 0; (0, 27) is `AB1`.
pub fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_spreadsheets_do() {
        let named =
            [(0, 0, "A1"), (4, 25, "Z5"), (0, 26, "AA1"), (9, 27, "AB10"), (0, 701, "ZZ1"), (0, 702, "AAA1")];
        for (row, column, name) in named {
            assert_eq!(cell_name(row, column), name);
        }
    }
}
