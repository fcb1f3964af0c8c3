//! Rows of cells, with the ranges that are merged.

use super::{MOST_CELLS, MOST_LETTERS, MOST_ROWS, MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, MOST_TEXT, figure};
use serde::{Deserialize, Serialize};

/// Rows of cells. A merged range has its words in its first cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// From top to bottom, each with its cells from left to right; rows may differ in length, and a cell may be
    /// empty.
    pub rows: Vec<Vec<String>>,
    /// The ranges whose words stand in their first cell alone.
    pub merges: Vec<Merge>,
    /// There were more rows or columns than are read.
    pub is_cut: bool,
    /// It comes from a file whose cells do not tell whether a number is shown as a per cent, as an .xls.
    #[serde(default)]
    pub has_no_formats: bool,
}

/// A merged range; rows and columns are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// Its first row.
    pub row: usize,
    /// Its first column.
    pub column: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
}

impl Grid {
    /// Puts a cell into a row of a pasted table, as far as there is room; rows between are made. Of too many letters the first
    /// are kept.
    pub fn put(&mut self, row: usize, column: usize, words: &str) {
        if row >= MOST_ROWS {
            self.is_cut = true;
            return;
        }
        if column >= MOST_CELLS {
            self.is_cut = true;
            return;
        }
        self.set(row, column, words, MOST_LETTERS);
    }

    /// The same for a sheet of a workbook, which has more room.
    pub fn put_in_sheet(&mut self, row: usize, column: usize, words: &str) {
        if row >= MOST_SHEET_ROWS {
            self.is_cut = true;
            return;
        }
        if column >= MOST_SHEET_COLUMNS {
            self.is_cut = true;
            return;
        }
        self.set(row, column, words, MOST_TEXT);
    }

    fn set(&mut self, row: usize, column: usize, words: &str, letters: usize) {
        while self.rows.len() <= row {
            self.rows.push(vec![]);
        }
        let Some(cells) = self.rows.get_mut(row) else { return };
        while cells.len() <= column {
            cells.push(String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            // Nothing that is kept may hold a control character but the end of a line.
            let plain = |letter: char| if letter != '\n' && letter.is_control() { ' ' } else { letter };
            let words = words.trim_matches(figure::is_space).chars();
            *cell = words.take(letters).map(plain).collect();
        }
    }

    /// The words of a cell; of what is merged under another one, nothing.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// How many cells the widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// Rows of one width in which words, and never figures, stand in every cell of their merged range.
    pub fn spread(&self) -> Vec<Vec<String>> {
        let width = self.width();
        let mut rows = self.rows.clone();
        rows.iter_mut().for_each(|row| row.resize(width, String::new()));
        // Merged ranges of a real sheet never lie over one another: together they are as large as the sheet at most.
        let mut room = rows.len() * width;
        for merge in &self.merges {
            let words = self.cell(merge.row, merge.column).to_owned();
            if words.is_empty() || figure::split(&words, &[]).is_ok() {
                continue;
            }
            for row in rows.iter_mut().skip(merge.row).take(merge.rows) {
                for cell in row.iter_mut().skip(merge.column).take(merge.columns) {
                    if room == 0 {
                        return rows;
                    }
                    room -= 1;
                    cell.clone_from(&words);
                }
            }
        }
        rows
    }

    /// The rows as a spreadsheet puts them on the clipboard, words of merged cells in each of them.
    pub fn tabbed(&self) -> String {
        let cell = |words: &String| match words.contains(['\t', '\n', '\r', '"']) {
            true => ["\"", &words.replace('"', "\"\""), "\""].concat(),
            false => words.clone(),
        };
        let rows = self.spread();
        let lines: Vec<String> =
            rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")).collect();
        lines.join("\n")
    }

    /// The same with cells as long as those of a pasted table.
    pub fn shortened(mut self) -> Self {
        for cell in self.rows.iter_mut().flatten() {
            if let Some((end, _)) = cell.char_indices().nth(MOST_LETTERS) {
                cell.truncate(end);
            }
        }
        self
    }

    /// Columns for rows, of as many rows as a sheet may have columns.
    pub(super) fn transposed(&self) -> Self {
        let height = self.rows.len().min(MOST_SHEET_COLUMNS);
        let column = |at: usize| (0..height).map(|row| self.cell(row, at).to_owned()).collect();
        let turned =
            |one: &Merge| Merge { row: one.column, column: one.row, rows: one.columns, columns: one.rows };
        Self {
            rows: (0..self.width()).map(column).collect(),
            merges: self.merges.iter().map(turned).collect(),
            is_cut: self.is_cut || self.rows.len() > height,
            has_no_formats: self.has_no_formats,
        }
    }
}
