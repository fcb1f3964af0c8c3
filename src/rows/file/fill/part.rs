//! The part of a sheet: where its cells stand in the text, and the text with some of them written (ECMA-376 part 1, 18.3.1).
//! The text is never written anew as a whole: what lies between two written cells is copied as it is.

use super::styles::Style;
use super::{attribute, is_true, prefix};
use crate::rows::file::is_within;
use crate::rows::fill::{Content, Facts, Write};
use crate::rows::{MOST_CELLS, MOST_ROWS, cell_name};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Where what is to be written stands; places are bytes of the text.
#[derive(Default)]
pub(super) struct Scan {
    /// Before the element names: `x:`.
    prefix: String,
    /// Where the next row could stand, and whether the element of all rows is an empty one that ends there.
    end: Option<(usize, bool)>,
    /// From top to bottom, those that are read, by their numbers. Maps would be a third of this program.
    rows: Vec<(usize, Row)>,
    /// The first row below those.
    below: Option<usize>,
    /// Row by row, those that are read.
    cells: Vec<((usize, usize), Cell)>,
    /// First and last column with the style of their empty cells.
    columns: Vec<(usize, usize, usize)>,
    /// Ranges that one formula fills: first row and column, last row and column.
    filled: Vec<(usize, usize, usize, usize)>,
    is_protected: bool,
}

/// A row: its element.
struct Row {
    start: usize,
    /// Behind its first tag.
    opened: usize,
    /// Before its last tag; of an empty element, nothing.
    end: Option<usize>,
    /// Its first tag, without the bracket that closes it.
    tag: String,
    /// The style of its empty cells.
    style: Option<usize>,
    /// The first cell beyond those that are read.
    beyond: Option<usize>,
}

/// A cell: its element.
struct Cell {
    start: usize,
    end: usize,
    /// Its first tag without the type of its value, and without the bracket that closes it.
    tag: String,
    style: usize,
    has_formula: bool,
}

/// What is dropped of a written cell: the type of its value, and metadata of a value that is gone.
const OF_VALUE: [&str; 3] = ["t", "cm", "vm"];

impl Scan {
    /// Reads the text of a sheet; nothing where it is damaged, or its rows or cells are out of order.
    pub fn of(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text);
        let mut scan = Self::default();
        let (mut is_in_rows, mut row, mut column) = (false, None::<usize>, None::<usize>);
        let mut cell: Option<(usize, Cell)> = None;
        // What is not kept of a row or cell beyond the limits is read all the same.
        let mut is_cell = false;
        loop {
            let from = usize::try_from(reader.buffer_position()).ok()?;
            let event = reader.read_event().ok()?;
            let to = usize::try_from(reader.buffer_position()).ok()?;
            match &event {
                Event::Start(element) | Event::Empty(element) => {
                    let is_empty = matches!(event, Event::Empty(_));
                    match element.local_name().as_ref() {
                        "sheetData" => {
                            scan.prefix = prefix(element).to_owned();
                            scan.end = Some((to, is_empty));
                            is_in_rows = !is_empty;
                        }
                        "row" if is_in_rows => {
                            let at = numbered(element, row)?;
                            row = Some(at);
                            column = None;
                            if at < MOST_ROWS {
                                scan.rows.push((at, Row::of(element, from, to)));
                            } else if scan.below.is_none() {
                                scan.below = Some(from);
                            }
                        }
                        "c" if is_in_rows && !is_cell => {
                            let at = placed(element, row?, column)?;
                            column = Some(at);
                            let one = Cell::of(element, from, to);
                            if is_empty {
                                scan.keep(row?, at, one);
                            } else {
                                cell = Some((at, one));
                                is_cell = true;
                            }
                        }
                        "f" => {
                            if let Some((_, cell)) = &mut cell {
                                cell.has_formula = true;
                                let fills =
                                    matches!(attribute(element, "t").as_deref(), Some("array" | "dataTable"));
                                let range = attribute(element, "ref").filter(|_| fills);
                                scan.filled.extend(range.and_then(|range| self::range(&range)));
                            }
                        }
                        "col" if !is_in_rows => {
                            let number = |name| attribute(element, name)?.parse::<usize>().ok();
                            if let (Some(first), Some(last), Some(style)) =
                                (number("min"), number("max"), number("style"))
                            {
                                scan.columns.push((first.saturating_sub(1), last.saturating_sub(1), style));
                            }
                        }
                        "sheetProtection" => scan.is_protected = is_true(element, "sheet") == Some(true),
                        _ => {}
                    }
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "sheetData" if is_in_rows => {
                        scan.end = Some((from, false));
                        is_in_rows = false;
                    }
                    "row" if is_in_rows => {
                        if let Some((_, row)) = scan.rows.last_mut().filter(|(at, _)| Some(*at) == row) {
                            row.end = Some(from);
                        }
                    }
                    "c" if is_in_rows => {
                        if let Some((at, mut one)) = cell.take() {
                            one.end = to;
                            scan.keep(row?, at, one);
                        }
                        is_cell = false;
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        // Rows that do not end were cut off.
        (scan.end.is_some() && !is_in_rows).then_some(scan)
    }

    fn keep(&mut self, row: usize, column: usize, cell: Cell) {
        if is_within(row, column) {
            self.cells.push(((row, column), cell));
        } else if let Some((_, row)) = self.rows.last_mut().filter(|(at, _)| *at == row)
            && row.beyond.is_none()
        {
            row.beyond = Some(cell.start);
        }
    }

    // Both are in order, else the text was refused.
    fn row(&self, row: usize) -> Option<&Row> {
        let at = self.rows.binary_search_by_key(&row, |(at, _)| *at).ok()?;
        self.rows.get(at).map(|(_, row)| row)
    }

    fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&(row, column), |(at, _)| *at).ok()?;
        self.cells.get(at).map(|(_, cell)| cell)
    }

    /// The style of a cell: its own, else that of its row, else that of its column (18.3.1.73, 18.3.1.13).
    fn style(&self, row: usize, column: usize) -> Option<usize> {
        if let Some(cell) = self.cell(row, column) {
            return Some(cell.style);
        }
        let of_row = self.row(row).and_then(|row| row.style);
        let is_of = |one: &&(usize, usize, usize)| (one.0..=one.1).contains(&column);
        of_row.or_else(|| self.columns.iter().find(is_of).map(|one| one.2))
    }

    /// What the cells of so many rows and columns are besides their words.
    pub fn facts(&self, styles: &[Style], rows: usize, columns: usize) -> Facts {
        let mut facts = Facts::default();
        for row in 0..rows.min(MOST_ROWS) {
            for column in 0..columns.min(MOST_CELLS) {
                let style =
                    self.style(row, column).and_then(|at| styles.get(at)).copied().unwrap_or_default();
                if self.is_computed(row, column) {
                    facts.formulas.push((row, column));
                }
                if style.is_percent {
                    facts.percents.push((row, column));
                }
                if self.is_protected && !style.is_unlocked {
                    facts.locked.push((row, column));
                }
            }
        }
        facts
    }

    fn is_computed(&self, row: usize, column: usize) -> bool {
        self.cell(row, column).is_some_and(|cell| cell.has_formula)
            || self.filled.iter().any(|(top, left, bottom, right)| {
                (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
            })
    }

    /// The text with the cells written, which are in order and each once.
    ///
    /// # Errors
    /// The first cell, row and column, that is computed, or lies beyond what is read.
    pub fn written(&self, text: &str, writes: &[&Write]) -> Result<String, (usize, usize)> {
        let mut edits: Vec<(usize, usize, String)> = vec![];
        let mut added: Vec<(usize, String)> = vec![];
        let mut first = None;
        for Write { row, column, content, .. } in writes.iter().copied() {
            let (row, column) = (*row, *column);
            first = first.or(Some((row, column)));
            if self.is_computed(row, column) || !is_within(row, column) {
                return Err((row, column));
            }
            if let Some(cell) = self.cell(row, column) {
                edits.push((cell.start, cell.end, self.made(&cell.tag, content)));
                continue;
            }
            let style = self.style(row, column).filter(|style| *style > 0);
            let style = style.map(|style| format!(" s=\"{style}\"")).unwrap_or_default();
            let tag = format!("<{}c r=\"{}\"{style}", self.prefix, cell_name(row, column));
            let cell = self.made(&tag, content);
            if let Some(Row { end: Some(end), beyond, .. }) = self.row(row) {
                let next = self.cells.partition_point(|(at, _)| *at < (row, column));
                let next = self.cells.get(next).filter(|((of, _), _)| *of == row).map(|(_, cell)| cell.start);
                let at = next.or(*beyond).unwrap_or(*end);
                edits.push((at, at, cell));
                continue;
            }
            // Rows without cells are opened once for all of theirs.
            match added.last_mut().filter(|(of, _)| *of == row) {
                Some((_, cells)) => cells.push_str(&cell),
                None => added.push((row, cell)),
            }
        }
        let name = &self.prefix;
        let (end, is_empty) = self.end.ok_or_else(|| first.unwrap_or_default())?;
        let mut rows = String::new();
        for (row, cells) in added {
            if let Some(one) = self.row(row) {
                edits.push((one.start, one.opened, format!("{}>{cells}</{name}row>", one.tag)));
                continue;
            }
            let made = format!("<{name}row r=\"{}\">{cells}</{name}row>", row + 1);
            let next = self.rows.get(self.rows.partition_point(|(at, _)| *at < row));
            let next = next.map(|(_, row)| row.start).or(self.below);
            match next {
                Some(at) => edits.push((at, at, made)),
                None => rows.push_str(&made),
            }
        }
        if !rows.is_empty() {
            match is_empty {
                false => edits.push((end, end, rows)),
                // The bracket that closes an empty element is two letters long.
                true => edits.push((end.saturating_sub(2), end, format!(">{rows}</{name}sheetData>"))),
            }
        }
        replaced(text, &edits).ok_or_else(|| first.unwrap_or_default())
    }

    /// The element of a cell with its value, a string within the cell itself (18.3.1.53).
    fn made(&self, tag: &str, content: &Content) -> String {
        let name = &self.prefix;
        match content {
            Content::Number(number) => format!("{tag}><{name}v>{number}</{name}v></{name}c>"),
            Content::Words(words) => {
                let words = escaped(words);
                format!(
                    "{tag} t=\"inlineStr\"><{name}is><{name}t xml:space=\"preserve\">{words}</{name}t></{name}is></{name}c>"
                )
            }
        }
    }
}

impl Row {
    fn of(element: &BytesStart, start: usize, opened: usize) -> Self {
        let has_style = is_true(element, "customFormat") == Some(true);
        let style = attribute(element, "s").filter(|_| has_style).and_then(|style| style.parse().ok());
        Self { start, opened, end: None, tag: tag(element, &[]), style, beyond: None }
    }
}

impl Cell {
    fn of(element: &BytesStart, start: usize, end: usize) -> Self {
        let style = attribute(element, "s").and_then(|style| style.parse().ok()).unwrap_or_default();
        Self { start, end, tag: tag(element, &OF_VALUE), style, has_formula: false }
    }
}

/// The first tag of an element without some of its attributes, and without the bracket that closes it.
pub(super) fn tag(element: &BytesStart, without: &[&str]) -> String {
    let mut tag = ["<", element.name().0].concat();
    for one in element.attributes().flatten() {
        let key = one.key.0;
        if !without.contains(&key) {
            let quote = if one.value.contains('"') { "'" } else { "\"" };
            tag = [&tag, " ", key, "=", quote, &one.value, quote].concat();
        }
    }
    tag
}

/// The text with pieces of it replaced, by their bytes; of two in the same place the first comes first. Nothing where they
/// overlap.
pub(super) fn replaced(text: &str, edits: &[(usize, usize, String)]) -> Option<String> {
    let mut ordered: Vec<&(usize, usize, String)> = vec![];
    for edit in edits {
        let behind = ordered.partition_point(|one| (one.0, one.1) <= (edit.0, edit.1));
        ordered.insert(behind, edit);
    }
    let (mut made, mut at) = (String::with_capacity(text.len()), 0);
    for (from, to, piece) in ordered {
        made.push_str(text.get(at..*from)?);
        made.push_str(piece);
        at = *to;
    }
    made.push_str(text.get(at..)?);
    Some(made)
}

/// Words as XML has them; what XML cannot hold is left out.
fn escaped(words: &str) -> String {
    let held = words.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'));
    held.collect::<String>().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The number of a row, counted from 0: as it says, else the one behind the last. Nothing where it goes back.
fn numbered(element: &BytesStart, last: Option<usize>) -> Option<usize> {
    let next = last.map_or(0, |last| last + 1);
    let said = match attribute(element, "r") {
        None => next,
        Some(said) => said.parse::<usize>().ok()?.checked_sub(1)?,
    };
    (said >= next).then_some(said)
}

/// The column of a cell, counted from 0: as it says, else the one behind the last. Nothing where it goes back, or says
/// another row.
fn placed(element: &BytesStart, row: usize, last: Option<usize>) -> Option<usize> {
    let next = last.map_or(0, |last| last + 1);
    let said = match attribute(element, "r") {
        None => next,
        Some(said) => place(&said).filter(|(of, _)| *of == row)?.1,
    };
    (said >= next).then_some(said)
}

/// Row and column of the name of a cell, counted from 0.
fn place(name: &str) -> Option<(usize, usize)> {
    let name = name.replace('$', "");
    let (letters, digits) = name.split_at(name.find(|one: char| one.is_ascii_digit())?);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let number = |sum: usize, letter: u8| match letter.to_ascii_uppercase() {
        letter @ b'A'..=b'Z' => Some(sum * 26 + usize::from(letter - b'A') + 1),
        _ => None,
    };
    let column = letters.bytes().try_fold(0, number)?;
    Some((digits.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// First and last cell of a range.
fn range(text: &str) -> Option<(usize, usize, usize, usize)> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some((top, left, bottom, right))
}
