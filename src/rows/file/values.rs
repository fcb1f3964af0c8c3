//! Separated values: whatever they are separated by, and in whichever of the encodings that offices use.

use crate::rows::{BookSheet, Grid, MOST_SHEET_ROWS, NoBook};
use encoding_rs::{Encoding, GB18030, UTF_8};
use std::borrow::Cow;

/// What may part the cells of a line, first what is least likely to stand within one.
const SEPARATORS: [u8; 4] = *b"\t;,|";
/// How many letters are looked at to tell what a text is.
const LOOKED_AT: usize = 20_000;

/// The one sheet of a text.
pub(super) fn sheet(bytes: &[u8]) -> Result<BookSheet, NoBook> {
    if bytes.starts_with(b"%PDF") {
        return Err(NoBook::Paper);
    }
    // Lines are counted below: each has one break behind it, the last one too.
    let text = decoded(bytes).ok_or(NoBook::Unknown)?.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let head: String = text.trim_start().chars().take(LOOKED_AT).collect::<String>().to_lowercase();
    if head.starts_with('<') {
        let is_old = head.contains("urn:schemas-microsoft-com:office:spreadsheet");
        return Err(if is_old || head.contains("<table") || head.contains("<html") {
            NoBook::Markup
        } else {
            NoBook::Unknown
        });
    }
    if text.contains('\0') {
        return Err(NoBook::Unknown);
    }
    let mut grid = Grid::default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .terminator(csv::Terminator::Any(b'\n'))
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    // An empty line is no record, and a record may have several lines: what was read so far says which rows are empty.
    let (mut skipped, mut lines) = (0, 0);
    for at in 0.. {
        if !reader.read_record(&mut record).map_err(|_| NoBook::Damaged)? {
            break;
        }
        let own = 1 + record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        let end = reader.position().line() as usize - 1;
        skipped += end.saturating_sub(lines + own);
        lines = end;
        let row = at + skipped;
        if row > MOST_SHEET_ROWS {
            break;
        }
        for (column, cell) in record.iter().enumerate() {
            grid.put_in_sheet(row, column, cell);
        }
    }
    Ok(BookSheet { grid, ..BookSheet::default() })
}

/// The text: by its mark, else UTF-8 where it is that, else GB18030, which holds GBK and GB2312; `None` where it is none.
fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..)?);
    }
    let plain = UTF_8.decode_without_bom_handling_and_without_replacement(bytes);
    plain.or_else(|| GB18030.decode_without_bom_handling_and_without_replacement(bytes))
}

/// What stands as often in every one of the first lines, outside quotes; a comma where nothing does.
fn separator(text: &str) -> u8 {
    let mut counts: Vec<[usize; SEPARATORS.len()]> = vec![];
    let mut line = [0; SEPARATORS.len()];
    let (mut is_quoted, mut is_blank) = (false, true);
    for letter in text.bytes().take(LOOKED_AT) {
        match letter {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => {
                if !is_blank {
                    counts.push(line);
                }
                (line, is_blank) = ([0; SEPARATORS.len()], true);
            }
            letter if !is_quoted => {
                is_blank &= letter.is_ascii_whitespace() && letter != b'\t';
                for (count, one) in line.iter_mut().zip(SEPARATORS) {
                    *count += usize::from(letter == one);
                }
            }
            _ => {}
        }
    }
    if !is_blank {
        counts.push(line);
    }
    let of = |at: usize| counts.iter().filter_map(move |line| line.get(at).copied());
    // The title above a table and the note below it have fewer.
    let score = |at: usize| {
        let most = of(at).max().unwrap_or_default();
        if most == 0 { 0 } else { of(at).filter(|count| *count == most).count() }
    };
    let best = (0..SEPARATORS.len()).rev().max_by_key(|at| score(*at)).filter(|at| score(*at) > 0);
    best.and_then(|at| SEPARATORS.get(at).copied()).unwrap_or(b',')
}
