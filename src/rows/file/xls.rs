//! Sheets of an .xls, by calamine. It tells no formats of numbers but those of dates: a figure comes without its sign of per
//! cent, and who reads it asks. Nor does it tell which rows and columns are hidden.

use super::xlsx::{date, merges, put, text};
use super::{compound, is_within, shown};
use crate::rows::{BookSheet, NoBook};
use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};
use std::io::Cursor;

/// What stands in the directory of a workbook of 2007 and later that was closed with a password; UTF-16.
const ENCRYPTED: &str = "EncryptedPackage";

pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<BookSheet>, NoBook> {
    compound::check(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|fault| match fault {
        XlsError::Password => NoBook::Encrypted,
        _ if holds(bytes, ENCRYPTED) => NoBook::Encrypted,
        _ if holds(bytes, "WordDocument") => NoBook::Document,
        _ => NoBook::Damaged,
    })?;
    let listed: Vec<_> = book.sheets_metadata().to_vec();
    let tables = listed.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    // Whatever there is beyond these is not even looked at.
    let tables = tables.take(super::MOST_SHEETS);
    tables
        .map(|sheet| {
            let mut read = BookSheet {
                is_hidden: sheet.visible != SheetVisible::Visible,
                name: sheet.name,
                ..BookSheet::default()
            };
            read.grid.has_no_formats = true;
            let range = book.worksheet_range(&read.name).map_err(|_| NoBook::Damaged)?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let (row, column) = (row + top as usize, column + left as usize);
                match words(value) {
                    Some(words) => put(&mut read.grid, row, column, &words),
                    None => unvalued(&mut read, row, column),
                }
            }
            let formulas = book.worksheet_formula(&read.name).unwrap_or_default();
            let (top, left) = formulas.start().unwrap_or_default();
            for (row, column, _) in formulas.used_cells().filter(|(.., formula)| !formula.is_empty()) {
                let (row, column) = (row + top as usize, column + left as usize);
                if read.grid.cell(row, column).is_empty() {
                    unvalued(&mut read, row, column);
                }
            }
            let merged = book.merge_cells_by_sheet_name(&read.name).unwrap_or_default();
            read.grid.merges = merges(&merged);
            Ok(read)
        })
        .collect()
}

fn unvalued(sheet: &mut BookSheet, row: usize, column: usize) {
    if is_within(row, column) && !sheet.unvalued.contains(&(row, column)) && sheet.unvalued.len() < 1_000 {
        sheet.unvalued.push((row, column));
    }
}

fn words(value: &Data) -> Option<String> {
    Some(match value {
        Data::Int(whole) => shown::exact(*whole as f64),
        Data::Float(value) => shown::exact(*value),
        Data::String(words) => text(words),
        Data::Bool(is_so) => if *is_so { "TRUE" } else { "FALSE" }.to_owned(),
        // Which of its parts the cell shows is not told: a time of day has no day before it.
        Data::DateTime(at) => date(*at, if at.as_f64() < 1.0 { "h:mm" } else { "yyyy-mm-dd" }),
        Data::DateTimeIso(words) | Data::DurationIso(words) => words.clone(),
        Data::Error(_) => return None,
        Data::Empty => String::new(),
    })
}

fn holds(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}
