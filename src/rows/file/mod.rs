//! Files of tables as [`Book`]s: what the program in a thread of its own (`src/bin/reader.rs`) runs, and no page. A file is
//! known by its content; what it is called plays no part. Start with [`read`].
//!
//! A cell becomes the words that somebody sees who opens the file (`17.6%`, `512家`, `2024-08-31`): so a table means the
//! same whether it is pasted or read, and the reader of rows is one. A formula without a value in the file has no words;
//! [`super::BookSheet::unvalued`] says where it stands.

pub mod fill;
mod ods;
mod shown;
mod values;
mod xls;
mod xlsx;

use super::{Book, BookFormat, BookSheet, MOST_CELLS, MOST_FILE, MOST_ROWS, NoBook};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most bytes that a file may hold once it is inflated: what stands in a table of 200,000 cells is a fifth of it.
const MOST_INFLATED: u64 = 80_000_000;
/// Most entries of a zip; a workbook of sixty sheets with pictures has a few hundred.
const MOST_ENTRIES: usize = 2_000;
/// Most sheets that are read of a workbook.
pub const MOST_SHEETS: usize = 60;
/// Most cells with words that are read of a workbook; the page takes them in one piece.
pub const MOST_FILLED: usize = 60_000;
/// How much of the digest of a file is told.
const DIGEST_BYTES: usize = 6;

/// The tables of a file.
///
/// # Errors
/// See [`NoBook`]: each says what the file is, or what is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Book, NoBook> {
    if bytes.len() > MOST_FILE {
        return Err(NoBook::TooLarge);
    }
    let (format, sheets) = if bytes.starts_with(b"PK\x03\x04") {
        zipped(bytes)?
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        (BookFormat::Xls, xls::sheets(bytes)?)
    } else {
        (BookFormat::Csv, vec![values::sheet(bytes)?])
    };
    let digest = Sha256::digest(bytes).iter().take(DIGEST_BYTES).map(|byte| format!("{byte:02x}")).collect();
    Ok(Book { format, digest, sheets: within(sheets) })
}

/// A zip by what is in it; nothing of it is inflated before all of it was found to be of a bearable size.
fn zipped(bytes: &[u8]) -> Result<(BookFormat, Vec<BookSheet>), NoBook> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoBook::Damaged)?;
    if archive.len() > MOST_ENTRIES {
        return Err(NoBook::TooMuch);
    }
    inflates_within(&mut archive)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.bin") {
        return Err(NoBook::Binary);
    }
    if has("xl/workbook.xml") {
        return Ok((BookFormat::Xlsx, xlsx::sheets(bytes)?));
    }
    if has("word/document.xml") {
        return Err(NoBook::Document);
    }
    if has("content.xml") {
        return Ok((BookFormat::Ods, ods::sheets(&mut archive)?));
    }
    // Some programs name the parts of a workbook otherwise; its table of contents says that it is one.
    let contents = part(&mut archive, "[Content_Types].xml").unwrap_or_default();
    if contents.contains("spreadsheetml") {
        return Ok((BookFormat::Xlsx, xlsx::sheets(bytes)?));
    }
    Err(NoBook::Unknown)
}

/// What an entry says of its own size proves nothing: each is inflated once, and counted.
fn inflates_within(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), NoBook> {
    let mut room = MOST_INFLATED;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|fault| match fault {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                NoBook::Encrypted
            }
            _ => NoBook::Damaged,
        })?;
        let read = std::io::copy(&mut entry.take(room + 1), &mut std::io::sink());
        let inflated = read.map_err(|_| NoBook::Damaged)?;
        room = room.checked_sub(inflated).ok_or(NoBook::TooMuch)?;
    }
    Ok(())
}

/// A part of a zip as text.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// The sheets as far as there is room for them. What is cut says so.
fn within(mut sheets: Vec<BookSheet>) -> Vec<BookSheet> {
    let mut room = MOST_FILLED;
    sheets.truncate(MOST_SHEETS);
    for sheet in &mut sheets {
        let mut kept = 0;
        for row in &sheet.grid.rows {
            let filled = row.iter().filter(|cell| !cell.is_empty()).count();
            if filled > room {
                break;
            }
            room -= filled;
            kept += 1;
        }
        if kept < sheet.grid.rows.len() {
            sheet.grid.rows.truncate(kept);
            sheet.grid.is_cut = true;
        }
    }
    sheets
}

/// Whether a place of a sheet is among those that are read.
fn is_within(row: usize, column: usize) -> bool {
    row < MOST_ROWS && column < MOST_CELLS
}

#[cfg(test)]
mod tests;
