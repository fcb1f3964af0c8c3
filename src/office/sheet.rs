//! A sheet of a workbook, made of a table: which cell is a number, which a day, and how wide a column is.
//!
//! A cell is a number only where it says nothing but a figure: `≥20`, `未设` and `525 · 2024-06` stay words. Nobody who
//! sums a column counts a promise as if it had been reached, and what a comparator says is never lost.

use super::field::Field;
use super::{LONGEST_CELL, LONGEST_SHEET_NAME};
use crate::plan::{Day, Quantity};
use crate::text::{self, Piece, Table};
use serde::{Deserialize, Serialize};

/// Narrowest and widest column, in digits of the default face. A Chinese letter is as wide as two.
const WIDTHS: (u16, u16) = (6, 48);

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// On its tab: at most [`LONGEST_SHEET_NAME`] letters, none that a workbook refuses.
    pub name: String,
    /// What the sheet shows, in the line over the heads.
    pub title: String,
    /// Lines between title and heads: who issued it, data up to which day.
    pub lead: Vec<String>,
    /// The heads, from left to right.
    pub heads: Vec<Head>,
    /// Each row has a cell for each head.
    pub rows: Vec<Vec<Cell>>,
    /// Lines below the table: source, rule, whose word it is.
    pub notes: Vec<String>,
    /// What somebody fills in.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// Nothing but the fields can be written. There is no password.
    #[serde(default)]
    pub is_protected: bool,
    /// Nobody sees it, and no menu of Excel shows it: it is for whoever reads the file back.
    #[serde(default)]
    pub is_hidden: bool,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The words.
    pub words: String,
    /// Figures stand to the right.
    pub is_numeric: bool,
    /// In digits of the default face, so that the widest cell fits.
    pub width: u16,
    /// Nobody sees the column.
    #[serde(default)]
    pub is_hidden: bool,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words. They are never a formula, whatever they begin with.
    Text(String),
    /// A figure, with all its digits.
    Number(Quantity),
    /// A figure in per cent: 62.5 for 62.5 %.
    Percent(Quantity),
    /// A day.
    Day(Day),
    /// Words that look like the head of a column: another block of the sheet has heads of its own.
    Head(String),
    /// Words over a block, which run on over what is right of them.
    Line(String),
    /// Nothing, and no box around it.
    Gap,
}

impl Sheet {
    /// The sheet of a table.
    pub fn of(table: &Table) -> Self {
        let rows: Vec<Vec<Cell>> = table
            .rows
            .iter()
            .map(|row| {
                table
                    .columns
                    .iter()
                    .enumerate()
                    .map(|(at, column)| {
                        row.get(at).map_or(Cell::Empty, |cell| Cell::of(cell, column.is_numeric))
                    })
                    .collect()
            })
            .collect();
        let heads = table.columns.iter().enumerate().map(|(at, column)| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(Cell::width);
            let widest = cells.chain([width(&column.name.words)]).max().unwrap_or_default();
            let words = column.name.words.clone();
            Head {
                words,
                is_numeric: column.is_numeric,
                width: widest.saturating_add(2).clamp(WIDTHS.0, WIDTHS.1),
                is_hidden: false,
            }
        });
        let title = table.caption.words.clone();
        Self { name: name_with(&title, ""), title, heads: heads.collect(), rows, ..Self::default() }
    }

    /// The same under another name on its tab; what a workbook refuses in a name is left out of it.
    pub fn named(self, name: &str) -> Self {
        Self { name: name_with(name, ""), ..self }
    }

    /// Whether blocks with heads of their own stand below the first: its heads are not those of the whole sheet.
    pub fn has_blocks(&self) -> bool {
        self.rows.iter().flatten().any(|cell| matches!(cell, Cell::Head(_)))
    }

    /// What is filled in in a cell, counted from the row below the heads.
    pub fn field(&self, row: u32, column: u16) -> Option<&Field> {
        self.fields.iter().find(|field| field.holds(row, column))
    }

    /// Puts the rows of a sheet with the same heads behind these.
    pub fn append(&mut self, more: Self) {
        self.rows.extend(more.rows);
        for (head, of_more) in self.heads.iter_mut().zip(more.heads) {
            head.width = head.width.max(of_more.width);
        }
    }
}

impl Cell {
    fn of(cell: &text::Cell, is_numeric: bool) -> Self {
        let words = cell
            .pieces
            .iter()
            .map(Piece::words)
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let number = || match words.strip_suffix('%') {
            Some(figure) => Quantity::parse(figure.trim_end()).map(Self::Percent),
            None => Quantity::parse(&words).map(Self::Number),
        };
        match is_numeric.then(number).flatten().or_else(|| Day::parse(&words).map(Self::Day)) {
            Some(typed) => typed,
            None if words.is_empty() => Self::Empty,
            None => Self::Text(fitted(words)),
        }
    }

    fn width(&self) -> u16 {
        match self {
            Self::Empty | Self::Line(_) | Self::Gap => 0,
            Self::Text(words) | Self::Head(words) => width(words),
            Self::Number(figure) => width(&figure.to_string()),
            Self::Percent(figure) => width(&figure.to_string()) + 1,
            Self::Day(_) => 10,
        }
    }
}

/// Words as a cell takes them: of too many letters the first, with an ellipsis.
fn fitted(words: String) -> String {
    if units(&words) <= LONGEST_CELL {
        return words;
    }
    within(words.chars(), LONGEST_CELL - 1) + "…"
}

/// Words as wide as a row of digits would be.
pub(super) fn width(words: &str) -> u16 {
    words.chars().fold(0, |sum: u16, letter| sum.saturating_add(if letter.is_ascii() { 1 } else { 2 }))
}

/// How long words are for Excel, which counts UTF-16 units: letters beyond the basic plane are two.
pub(super) fn units(words: &str) -> usize {
    words.chars().map(char::len_utf16).sum()
}

/// The first letters, as many as have room.
pub(super) fn within(letters: impl Iterator<Item = char>, room: usize) -> String {
    let mut left = room;
    let fits = |letter: &char| left.checked_sub(letter.len_utf16()).map(|rest| left = rest).is_some();
    letters.take_while(fits).collect()
}

/// Per cent as a share: 0.625 for 62.5, as near as a binary number can be.
#[cfg(any(test, feature = "office"))]
pub(super) fn hundredth(figure: Quantity) -> f64 {
    // Both are whole numbers that a binary number holds exactly, and one division rounds once.
    figure.digits() as f64 / 10_f64.powi(i32::from(figure.decimals()) + 2)
}

/// A name for a tab with something behind it: without what Excel and WPS refuse in one (`[ ] : * ? / \`, control
/// characters, an apostrophe at an end), cut to what they take, and never empty.
pub(super) fn name_with(words: &str, behind: &str) -> String {
    let is_refused =
        |letter: char| matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || letter.is_control();
    let kept = words.chars().map(|letter| if is_refused(letter) { ' ' } else { letter });
    let room = LONGEST_SHEET_NAME.saturating_sub(units(behind));
    let name = within(kept, room);
    let name = name.trim().trim_matches('\'').trim();
    [if name.is_empty() { "1" } else { name }, behind].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Column, Link, Text};

    fn table(cells: &[(bool, text::Cell)]) -> Table {
        let columns =
            cells.iter().map(|(is_numeric, _)| Column { name: Text::plain("列"), is_numeric: *is_numeric });
        let columns = columns.collect();
        let rows = vec![cells.iter().map(|(_, cell)| cell.clone()).collect()];
        Table { caption: Text::plain("表"), columns, rows }
    }

    fn of(is_numeric: bool, words: &str) -> Cell {
        Sheet::of(&table(&[(is_numeric, text::Cell::plain(words))])).rows[0][0].clone()
    }

    fn figure(text: &str) -> Quantity {
        Quantity::parse(text).expect("a figure")
    }

    #[test]
    fn a_cell_is_a_number_only_where_it_says_nothing_else() {
        assert_eq!(of(true, "17.60"), Cell::Number(figure("17.60")));
        assert_eq!(of(true, "-3"), Cell::Number(figure("-3")));
        assert_eq!(of(true, "62.5%"), Cell::Percent(figure("62.5")));
        assert_eq!(of(true, "62.5 %"), Cell::Percent(figure("62.5")));
        for words in ["≥20", ">60", "未设", "525 · 2024-06", "1 335", "1e3", "=1+1", "约 30"] {
            assert_eq!(of(true, words), Cell::Text(words.into()), "{words}");
        }
        // The number of a document in a column of words stays as it is written.
        assert_eq!(of(false, "20"), Cell::Text("20".into()));
        assert_eq!(of(false, "2024-09-03"), Cell::Day(Day::parse("2024-09-03").expect("a day")));
        assert_eq!(of(false, "2024-09"), Cell::Text("2024-09".into()));
        assert_eq!(of(false, ""), Cell::Empty);
    }

    #[test]
    fn pieces_stand_one_after_another_and_a_figure_with_a_note_is_words() {
        let link = Piece::Link(Link { text: Text::plain("高企"), href: "#/indicator/x".into() });
        let light = Piece::Light { light: "red", word: "滞后" };
        let cell = text::Cell { pieces: vec![link, light, Piece::Note(Text::plain(""))] };
        let dated = text::Cell {
            pieces: vec![Piece::Plain(Text::plain("525")), Piece::Note(Text::plain("2024-06"))],
        };
        let sheet = Sheet::of(&table(&[(false, cell), (true, dated)]));
        assert_eq!(sheet.rows[0], [Cell::Text("高企 滞后".into()), Cell::Text("525 2024-06".into())]);
        assert_eq!((sheet.heads[0].width, sheet.heads[1].width), (11, 13));
    }

    #[test]
    fn a_name_holds_nothing_that_a_workbook_refuses() {
        for (words, name) in [("责任/矩阵[2024]", "责任 矩阵 2024"), ("'年'", "年"), ("", "1"), (":*?", "1")]
        {
            assert_eq!(name_with(words, ""), name);
        }
        assert_eq!(name_with(&"指".repeat(40), " 12").chars().count(), LONGEST_SHEET_NAME);
        // Excel counts a letter beyond the basic plane as two.
        assert_eq!(name_with(&"𠮷".repeat(40), "").chars().count(), LONGEST_SHEET_NAME / 2);
    }

    #[test]
    fn words_that_no_cell_takes_are_cut() {
        let Cell::Text(cut) = of(false, &"字".repeat(LONGEST_CELL + 1)) else { panic!("words") };
        assert_eq!(cut.chars().count(), LONGEST_CELL);
        assert!(cut.ends_with("字…"));
        let whole = "字".repeat(LONGEST_CELL);
        assert_eq!(of(false, &whole), Cell::Text(whole));
    }

    #[test]
    fn a_row_has_a_cell_for_each_head() {
        let short = Table {
            rows: vec![vec![]],
            ..table(&[(false, text::Cell::plain("x")), (true, text::Cell::default())])
        };
        assert_eq!(Sheet::of(&short).rows, [[Cell::Empty, Cell::Empty]]);
    }
}
