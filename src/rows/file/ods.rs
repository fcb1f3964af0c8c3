//! Sheets of an .ods, from its content.xml (OpenDocument 1.3, part 3, section 9). calamine reads .ods too, but tells neither
//! merged cells nor per cents, nor an error from a word; here each cell is the words that it shows.

use super::{is_within, part};
use crate::rows::{BookSheet, MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, Merge, NoBook};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::collections::HashSet;
use std::io::Cursor;
use zip::ZipArchive;

pub(super) fn sheets(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<BookSheet>, NoBook> {
    if part(archive, "META-INF/manifest.xml").is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(NoBook::Encrypted);
    }
    let content = part(archive, "content.xml").ok_or(NoBook::Damaged)?;
    if !content.contains("<office:spreadsheet") {
        return Err(NoBook::Document);
    }
    let mut reader = Reader::from_str(&content);
    let mut tables = Tables::default();
    loop {
        match reader.read_event().map_err(|_| NoBook::Damaged)? {
            Event::Start(element) => tables.open(&element),
            Event::Empty(element) => {
                tables.open(&element);
                tables.close(element.name().as_ref());
            }
            Event::End(element) => tables.close(element.name().as_ref()),
            Event::Text(words) => tables.say(&words.xml10_content()),
            Event::CData(words) => tables.say(&words.xml10_content()),
            Event::GeneralRef(reference) => tables.refer(&reference),
            Event::Eof => return Ok(tables.sheets),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// What was read so far, and where the reader stands.
#[derive(Default)]
struct Tables {
    sheets: Vec<BookSheet>,
    /// Styles of tables that are not shown, and the one that is being read.
    hidden: HashSet<String>,
    style: String,
    /// How many tables stand around the reader: one within a cell is no sheet.
    depth: usize,
    row: usize,
    column: usize,
    rows_alike: usize,
    /// How many columns were described so far.
    columns: usize,
    cell: Option<Cell>,
    /// Within a remark or a drawing that hangs on a cell: its words are not the cell's.
    aside: usize,
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    words: String,
    paragraphs: usize,
    alike: usize,
    columns: usize,
    rows: usize,
    has_formula: bool,
    has_value: bool,
    /// Its value is below nought.
    is_negative: bool,
}

impl Tables {
    fn open(&mut self, element: &BytesStart) {
        let name = element.name();
        match name.as_ref() {
            "office:annotation" | "draw:frame" | "draw:custom-shape" | "table:shapes" => self.aside += 1,
            _ if self.aside > 0 => {}
            "style:style" => self.style = attribute(element, "style:name").unwrap_or_default(),
            "style:table-properties" if attribute(element, "table:display").as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table:table" => self.open_table(element),
            "table:table-row" if self.depth == 1 => {
                self.column = 0;
                self.rows_alike = number(element, "table:number-rows-repeated");
                if let (true, Some(sheet)) = (is_hidden(element), self.sheets.last_mut()) {
                    let rows = self.row..self.row.saturating_add(self.rows_alike);
                    sheet.hidden_rows.extend(rows.take_while(|row| is_within(*row, 0)));
                }
            }
            "table:table-column" if self.depth == 1 => {
                let alike = number(element, "table:number-columns-repeated");
                if let (true, Some(sheet)) = (is_hidden(element), self.sheets.last_mut()) {
                    let columns = self.columns..self.columns.saturating_add(alike);
                    sheet.hidden_columns.extend(columns.take_while(|column| is_within(0, *column)));
                }
                self.columns = self.columns.saturating_add(alike);
            }
            "table:table-cell" | "table:covered-table-cell" if self.depth == 1 => {
                self.cell = Some(Cell {
                    alike: number(element, "table:number-columns-repeated"),
                    columns: number(element, "table:number-columns-spanned"),
                    rows: number(element, "table:number-rows-spanned"),
                    has_formula: attribute(element, "table:formula").is_some(),
                    has_value: attribute(element, "office:value-type").is_some(),
                    is_negative: attribute(element, "office:value")
                        .is_some_and(|value| value.starts_with('-')),
                    ..Cell::default()
                });
            }
            "text:p" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.words.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "text:s" => {
                let spaces = number(element, "text:c").min(100);
                self.say(&" ".repeat(spaces));
            }
            "text:tab" | "text:line-break" => self.say(" "),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "office:annotation" | "draw:frame" | "draw:custom-shape" | "table:shapes" => {
                self.aside = self.aside.saturating_sub(1);
            }
            _ if self.aside > 0 => {}
            "table:table" => self.depth = self.depth.saturating_sub(1),
            "table:table-row" if self.depth == 1 => self.close_row(),
            "table:table-cell" | "table:covered-table-cell" if self.depth == 1 => self.close_cell(),
            _ => {}
        }
    }

    fn open_table(&mut self, element: &BytesStart) {
        self.depth += 1;
        if self.depth == 1 {
            (self.row, self.column, self.columns) = (0, 0, 0);
            let style = attribute(element, "table:style-name").unwrap_or_default();
            self.sheets.push(BookSheet {
                name: attribute(element, "table:name").unwrap_or_default(),
                is_hidden: self.hidden.contains(&style),
                ..BookSheet::default()
            });
        }
    }

    fn close_cell(&mut self) {
        let (Some(mut cell), Some(sheet)) = (self.cell.take(), self.sheets.last_mut()) else { return };
        // Some formats show by colour alone that a figure is negative.
        if cell.is_negative
            && cell.words.starts_with(|letter: char| letter.is_ascii_digit())
            && cell.words.contains(|letter| matches!(letter, '1'..='9'))
        {
            cell.words.insert(0, '-');
        }
        let is_error = cell.words.starts_with('#') && cell.has_formula || cell.words.starts_with("Err:");
        let is_unvalued = is_error || cell.has_formula && !cell.has_value && cell.words.is_empty();
        // A spreadsheet says of its empty end that it is repeated a million times.
        let is_said = !cell.words.is_empty() || is_unvalued || cell.columns > 1 || cell.rows > 1;
        for column in (self.column..self.column.saturating_add(cell.alike))
            .take_while(|at| is_said && *at < MOST_SHEET_COLUMNS)
        {
            if is_unvalued {
                if is_within(self.row, column) {
                    sheet.unvalued.push((self.row, column));
                }
            } else if !cell.words.is_empty() {
                sheet.grid.put_in_sheet(self.row, column, &cell.words);
            }
            if (cell.columns > 1 || cell.rows > 1) && is_within(self.row, column) {
                let (rows, columns) = (cell.rows, cell.columns);
                sheet.grid.merges.push(Merge { row: self.row, column, rows, columns });
            }
        }
        self.column = self.column.saturating_add(cell.alike);
    }

    /// A row that stands for several is written as often, unless there is nothing in it.
    fn close_row(&mut self) {
        let Some(sheet) = self.sheets.last_mut() else { return };
        let cells = sheet.grid.rows.get(self.row).cloned().unwrap_or_default();
        if cells.iter().any(|cell| !cell.is_empty()) {
            let alike = (self.row + 1..self.row.saturating_add(self.rows_alike))
                .take_while(|row| *row <= MOST_SHEET_ROWS);
            for row in alike {
                cells
                    .iter()
                    .enumerate()
                    .for_each(|(column, words)| sheet.grid.put_in_sheet(row, column, words));
            }
        }
        self.row = self.row.saturating_add(self.rows_alike);
    }

    fn say(&mut self, words: &str) {
        if let (Some(cell), 0) = (&mut self.cell, self.aside)
            && cell.paragraphs > 0
        {
            cell.words.push_str(words);
        }
    }

    /// A letter that is written by its number or name, as `&amp;`.
    fn refer(&mut self, reference: &BytesRef) {
        let letter = match &*reference.xml10_content() {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => reference.resolve_char_ref().ok().flatten(),
        };
        if let Some(letter) = letter {
            self.say(letter.encode_utf8(&mut [0; 4]));
        }
    }
}

/// Folded up, or filtered out.
fn is_hidden(element: &BytesStart) -> bool {
    matches!(attribute(element, "table:visibility").as_deref(), Some("collapse" | "filter"))
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|one| one.key.as_ref() == name)?;
    Some(quick_xml::escape::unescape(&found.value).ok()?.into_owned())
}

/// A count that an element says, else one.
fn number(element: &BytesStart, name: &str) -> usize {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}
