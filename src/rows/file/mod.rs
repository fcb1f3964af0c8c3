//! Files of tables as [`Book`]s: what the program in a thread of its own (`src/bin/reader.rs`) runs, and no page. A file is
//! known by its content; what it is called plays no part. Start with [`read`].
//!
//! A cell becomes the words that somebody sees who opens the file (`17.6%`, `512家`, `2024-08-31`): so a table means the
//! same whether it is pasted or read, and the reader of rows is one. A formula without a value in the file has no words;
//! [`super::BookSheet::unvalued`] says where it stands.

mod compound;
pub mod fill;
mod ods;
mod parts;
mod shown;
mod values;
mod xls;
mod xlsx;

use super::{Book, BookFormat, BookSheet, MOST_FILE, MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, NoBook};
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
        (BookFormat::Xls, survived(|| xls::sheets(bytes))?)
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
        return xlsx(&mut archive, bytes);
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
        return xlsx(&mut archive, bytes);
    }
    Err(NoBook::Unknown)
}

fn xlsx(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    bytes: &[u8],
) -> Result<(BookFormat, Vec<BookSheet>), NoBook> {
    parts::check(archive)?;
    let mut sheets = survived(|| xlsx::sheets(bytes))?;
    parts::hide(archive, &mut sheets);
    Ok((BookFormat::Xlsx, sheets))
}

/// What somebody else's reader makes of a file. Where it comes to an end in itself, the file is damaged; in the page's program, which cannot
/// go on after that, whoever asked for it is told the same (`browser::worker`).
fn survived(read: impl FnOnce() -> Result<Vec<BookSheet>, NoBook>) -> Result<Vec<BookSheet>, NoBook> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).unwrap_or(Err(NoBook::Damaged))
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

/// The sheets as far as there is room for them, for those that are shown first. What is cut says so.
fn within(mut sheets: Vec<BookSheet>) -> Vec<BookSheet> {
    let mut room = MOST_FILLED;
    let mut merges = MOST_FILLED;
    sheets.truncate(MOST_SHEETS);
    let mut all: Vec<&mut BookSheet> = sheets.iter_mut().collect();
    all.sort_by_key(|sheet| sheet.is_hidden);
    for sheet in all {
        sheet.grid.merges.truncate(merges);
        merges -= sheet.grid.merges.len();
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
    row < MOST_SHEET_ROWS && column < MOST_SHEET_COLUMNS
}

#[cfg(test)]
pub(crate) mod corpus;
#[cfg(test)]
pub(crate) mod mutated;
#[cfg(test)]
mod tests;
