//! The workbooks of `tests/workbooks` with something changed in them, made as the test runs and kept nowhere: what reads them
//! never panics and always ends, and no figure is read that the file does not hold.
//!
//! What is held, by where the change is:
//! - In the bytes of a zip (.xlsx, .ods): an error, or the same cells or fewer. Each part has a checksum, which is looked at before
//!   anything is read; what the directory may still lose is a part as a whole, and a part that is lost is an error or has no cells.
//! - In the bytes of an .xls or of separated values: there is no checksum, so another byte may be another figure, in any
//!   program. Held is that each cell and list stays within its limits, and that what is taken is what its cell says
//!   (`page::month::tables::corpus`).
//! - Within a part, where it says the same in other words (comments, spaces in tags, order and packing of the parts): exactly the
//!   same cells.
//! - Within a part, where it says something else (a place, a style, a number of a string, a flag): it is another
//!   workbook, of which the same is held as of an .xls.

use super::corpus::{self, Case, told};
use super::*;
use std::io::Write;

/// Where a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// In the bytes of the file.
    Bytes,
    /// Within a part that says the same as before.
    Same,
    /// Within a part that says something else.
    Other,
}

/// A changed file.
pub(crate) struct Mutation<'a> {
    pub case: &'a Case,
    pub sort: Sort,
    pub bytes: Vec<u8>,
}

/// How many files are changed in a run.
pub(crate) const RUNS: u64 = 200;

/// Numbers that follow from a seed (splitmix64).
pub(crate) struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut one = self.0;
        one = (one ^ (one >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        one = (one ^ (one >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        one ^ (one >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// The changed file of a seed.
pub(crate) fn mutation(cases: &[Case], seed: u64) -> Mutation<'_> {
    let mut chance = Chance(seed);
    let case = &cases[chance.below(cases.len())];
    let is_zip = case.bytes.starts_with(b"PK");
    let sort = match (is_zip, chance.below(4)) {
        (false, _) | (_, 0) => Sort::Bytes,
        (true, 1) => Sort::Same,
        (true, _) => Sort::Other,
    };
    let bytes = match sort {
        Sort::Bytes => changed(&case.bytes, &mut chance),
        Sort::Same => repacked(&case.bytes, &mut chance, same),
        Sort::Other => repacked(&case.bytes, &mut chance, other),
    };
    Mutation { case, sort, bytes }
}

/// One to three changes of bytes, wherever they are.
fn changed(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(3) {
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(40)).min(bytes.len());
        match chance.below(6) {
            0 => bytes[at] ^= 1 << chance.below(8),
            1 => bytes[at] = chance.next() as u8,
            2 => bytes.truncate(at.max(1)),
            3 => {
                let twice = bytes[at..end].to_vec();
                bytes.splice(at..at, twice);
            }
            4 => {
                let other = chance.below(bytes.len());
                bytes.swap(at, other);
            }
            _ => bytes[at..end].fill(0),
        }
    }
    bytes
}

/// The file with one of its parts changed, packed again: in another order, and pressed or not.
fn repacked(bytes: &[u8], chance: &mut Chance, change: fn(&str, &mut Chance) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut parts: Vec<(String, Vec<u8>)> = (0..archive.len())
        .map(|at| {
            let mut entry = archive.by_index(at).expect("a part");
            let mut inner = vec![];
            entry.read_to_end(&mut inner).expect("inflated");
            (entry.name().expect("a name").into_owned(), inner)
        })
        .collect();
    let marked: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].0.ends_with("ml")).collect();
    for _ in 0..=chance.below(3) {
        let at = marked[chance.below(marked.len())];
        let text = String::from_utf8(parts[at].1.clone()).expect("a text");
        parts[at].1 = change(&text, chance).into_bytes();
    }
    let turn = chance.below(parts.len());
    parts.rotate_left(turn);
    let method =
        if chance.below(2) == 0 { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, inner) in parts {
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        zip.start_file(name, options).expect("a part");
        zip.write_all(&inner).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A place of a text where one of these stands.
fn spot(text: &str, words: &str, chance: &mut Chance) -> Option<usize> {
    let count = text.matches(words).count();
    text.match_indices(words).nth(chance.below(count)).map(|(at, _)| at)
}

/// The same in other words: what XML says means nothing.
fn same(text: &str, chance: &mut Chance) -> String {
    let mut text = text.to_owned();
    match chance.below(4) {
        0 | 1 => {
            let aside = ["<!-- A1 9 -->", "<?note 9?>"][chance.below(2)];
            if let Some(at) = spot(&text, "><", chance) {
                text.insert_str(at + 1, aside);
            }
        }
        2 => {
            if let Some(at) = spot(&text, "/>", chance) {
                text.insert(at, ' ');
            }
        }
        _ => {
            if let Some(at) = spot(&text, "\" ", chance) {
                text.insert_str(at + 1, "\n ");
            }
        }
    }
    text
}

/// Something else: other numbers, other places, tags that are gone or stand there twice.
fn other(text: &str, chance: &mut Chance) -> String {
    const NUMBERS: [&str; 9] =
        ["0", "1", "7", "255", "65536", "1048577", "4294967296", "18446744073709551615", "-1"];
    let mut text = text.to_owned();
    match chance.below(6) {
        // A number within quotes or between tags.
        0 | 1 => {
            let begins: Vec<usize> = text
                .match_indices(['"', '>'])
                .map(|(at, _)| at + 1)
                .filter(|at| text.as_bytes().get(*at).is_some_and(u8::is_ascii_digit))
                .collect();
            if let Some(at) = begins.get(chance.below(begins.len())).copied() {
                let end =
                    text[at..].find(|one: char| !one.is_ascii_digit()).map_or(text.len(), |end| at + end);
                text.replace_range(at..end, NUMBERS[chance.below(NUMBERS.len())]);
            }
        }
        // The place of a cell.
        2 => {
            if let Some(at) = spot(&text, " r=\"", chance) {
                let end = text[at + 4..].find('"').map_or(text.len(), |end| at + 4 + end);
                let place = ["A1", "XFD1048576", "ZZZZ9", "B", "3", "", "A0", "B2"][chance.below(8)];
                text.replace_range(at + 4..end, place);
            }
        }
        // A tag.
        3 => {
            let open = spot(&text, "<", chance);
            let close = open.and_then(|at| text[at..].find('>').map(|end| at + end + 1));
            if let (Some(open), Some(close)) = (open, close) {
                let tag = text[open..close].to_owned();
                match chance.below(2) {
                    0 => text.replace_range(open..close, ""),
                    _ => text.insert_str(close, &tag),
                }
            }
        }
        // A letter of a tag or a value.
        4 => {
            let plain: Vec<usize> =
                text.bytes().enumerate().filter(|(_, one)| one.is_ascii()).map(|(at, _)| at).collect();
            if let Some(at) = plain.get(chance.below(plain.len())).copied() {
                let letter = char::from(32 + chance.below(95) as u8).to_string();
                text.replace_range(at..at + 1, &letter);
            }
        }
        // A flag.
        _ => {
            let flag = ["date1904=\"1\"", "hidden=\"1\"", "t=\"s\"", "t=\"e\"", "t=\"d\""][chance.below(5)];
            if let Some(at) = spot(&text, " ", chance) {
                text.insert_str(at + 1, &[flag, " "].concat());
            }
        }
    }
    text
}

/// What is held of every book, whatever is in its file.
fn is_within_limits(book: &Book) -> bool {
    let cells = book.sheets.iter().flat_map(|sheet| &sheet.grid.rows).flatten();
    let filled = cells.filter(|cell| !cell.is_empty()).count();
    filled <= MOST_FILLED
        && book.sheets.len() <= MOST_SHEETS
        && book.sheets.iter().all(|sheet| {
            let is_inside = |(row, column): &(usize, usize)| is_within(*row, *column);
            sheet.grid.rows.len() <= MOST_SHEET_ROWS
                && sheet.grid.width() <= MOST_SHEET_COLUMNS
                && sheet.grid.merges.iter().all(|one| is_within(one.row, one.column))
                && sheet.unvalued.len() <= MOST_SHEET_ROWS * MOST_SHEET_COLUMNS
                && sheet.unvalued.iter().all(is_inside)
                && sheet.hidden_rows.iter().all(|row| is_within(*row, 0))
                && sheet.hidden_columns.iter().all(|column| is_within(0, *column))
        })
}

#[test]
fn a_changed_file_is_refused_or_says_no_more_than_it_did() {
    let cases = corpus::cases();
    // MUTATIONS=12000 tries as many.
    let runs = std::env::var("MUTATIONS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    let mut read_again = 0;
    for seed in 0..runs {
        let Mutation { case, sort, bytes } = mutation(&cases, seed);
        let found = read(&bytes);
        let Ok(book) = found else {
            assert_ne!(sort, Sort::Same, "{}, seed {seed}: {:?}", case.name, read(&bytes));
            continue;
        };
        read_again += 1;
        assert!(is_within_limits(&book), "{}, seed {seed}", case.name);
        let before = told(&read(&case.bytes).expect("the file as it was"));
        match sort {
            Sort::Same => assert_eq!(told(&book), before, "{}, seed {seed}", case.name),
            Sort::Bytes if case.bytes.starts_with(b"PK") => {
                let more: Vec<String> =
                    told(&book).into_iter().filter(|line| !before.contains(line)).collect();
                assert!(more.is_empty(), "{}, seed {seed}: {more:?}", case.name);
            }
            Sort::Bytes | Sort::Other => {}
        }
    }
    // A test whose files are all refused would hold nothing.
    assert!(read_again > runs / 4, "{read_again}");
}
