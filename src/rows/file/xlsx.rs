//! Sheets of an .xlsx, by calamine. Its reader of single cells is used, never its ranges: those are as large as the sheet
//! says that it is, and a sheet of two cells may say a million rows.

use super::{is_within, shown};
use crate::rows::{BookSheet, Grid, Merge, NoBook};
use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;

pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<BookSheet>, NoBook> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|fault| match fault {
        XlsxError::Password => NoBook::Encrypted,
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
            cells(&mut book, &mut read).map_err(|_| NoBook::Damaged)?;
            let merged = book.merge_cells_by_sheet_name(&read.name).unwrap_or_default();
            read.grid.merges = merges(&merged);
            Ok(read)
        })
        .collect()
}

/// The cells with their words, then those whose formula has no value.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &mut BookSheet) -> Result<(), XlsxError> {
    let mut reader = book.worksheet_cells_reader(&sheet.name)?;
    let codes: Vec<String> = reader
        .styles()
        .iter()
        .map(|style| {
            style.number_format.as_ref().map(|one| code(one.format_id, &one.format_code)).unwrap_or_default()
        })
        .collect();
    let mut mark = Marks::default();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let (row, column) = place(cell.get_position());
        let code = codes.get(style).map_or("", String::as_str);
        match words(cell.get_value(), code) {
            Some(words) => put(&mut sheet.grid, row, column, &words),
            None => mark.add(sheet, row, column),
        }
    }
    drop(reader);
    let mut reader = book.worksheet_cells_reader(&sheet.name)?;
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let (row, column) = place(record.pos);
        let is_empty = match &record.value {
            DataRef::Empty => true,
            DataRef::String(words) => words.is_empty(),
            _ => false,
        };
        if record.formula.is_some() && is_empty && is_within(row, column) {
            mark.add(sheet, row, column);
        }
    }
    Ok(())
}

/// The code of a format. Those that differ by language stand in no file, and a Chinese one offers them first: ECMA-376 part 1,
/// section 18.8.30, the list for zh-CN.
fn code(id: Option<u32>, stated: &str) -> String {
    let built_in = match id {
        Some(27 | 36 | 50 | 52 | 57) => "yyyy\"年\"m\"月\"",
        Some(28 | 29 | 51 | 53 | 54 | 58) => "m\"月\"d\"日\"",
        Some(30) => "m-d-yy",
        Some(31) => "yyyy\"年\"m\"月\"d\"日\"",
        Some(32..=35 | 55 | 56) => "h\"时\"mm\"分\"",
        _ => stated,
    };
    built_in.to_owned()
}

/// Keeps the list of cells without a value short: a damaged sheet may have nothing else.
#[derive(Default)]
struct Marks(usize);

impl Marks {
    const MOST: usize = 1_000;

    fn add(&mut self, sheet: &mut BookSheet, row: usize, column: usize) {
        if self.0 < Self::MOST && is_within(row, column) {
            self.0 += 1;
            sheet.unvalued.push((row, column));
        }
    }
}

/// The words of a cell; empty where it has nothing, `None` where its value is an error.
fn words(value: &DataRef, code: &str) -> Option<String> {
    Some(match value {
        DataRef::Int(whole) => shown::number(*whole as f64, code),
        DataRef::Float(value) => shown::number(*value, code),
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Bool(is_so) => if *is_so { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(at) => date(*at, code),
        DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => words.clone(),
        DataRef::Error(_) => return None,
        DataRef::Empty => String::new(),
    })
}

/// A day, a month where nothing more is shown, else hours and minutes.
pub(super) fn date(at: calamine::ExcelDateTime, code: &str) -> String {
    let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
    match shown::is_day(code) {
        Some(true) => format!("{year:04}-{month:02}-{day:02}"),
        Some(false) => format!("{year}年{month}月"),
        None => format!("{hour:02}:{minute:02}"),
    }
}

/// Words of a cell. A picture within a cell is a formula of WPS that says nothing to anybody else.
pub(super) fn text(words: &str) -> String {
    if words.starts_with("=DISPIMG(") { String::new() } else { words.replace("\r\n", "\n") }
}

pub(super) fn put(grid: &mut Grid, row: usize, column: usize, words: &str) {
    if !words.is_empty() {
        grid.put_in_sheet(row, column, words);
    }
}

pub(super) fn merges(all: &[Dimensions]) -> Vec<Merge> {
    let merge = |one: &Dimensions| {
        let ((row, column), (last_row, last_column)) = (place(one.start), place(one.end));
        is_within(row, column).then(|| Merge {
            row,
            column,
            rows: last_row.saturating_sub(row) + 1,
            columns: last_column.saturating_sub(column) + 1,
        })
    };
    all.iter().filter_map(merge).take(super::MOST_FILLED).collect()
}

fn place((row, column): (u32, u32)) -> (usize, usize) {
    (row as usize, column as usize)
}
