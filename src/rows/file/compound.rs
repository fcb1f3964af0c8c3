//! What is looked at in an .xls before calamine reads it ([MS-CFB], [MS-XLS]): it follows a chain of sectors without end where one
//! leads back, and sets aside room for every cell between the first and the last, also where they are far apart.
//! What is odd otherwise is left to it.

use crate::rows::NoBook;

/// Most cells between the first and the last of the sheets, all together: room is set aside for each.
pub(super) const MOST_ROOM: u64 = 2_000_000;
/// How often a stream is gone through by the sheets that are said to be in it; each has a part of its own.
const MOST_PASSES: usize = 3;

/// The first number that stands for no sector.
const RESERVED: u32 = 0xffff_fffa;
/// Sectors of the short streams, in bytes.
const SHORT: usize = 64;
/// Streams shorter than this are short.
const LONG: usize = 4_096;

/// Whether the file can be read in bounded room.
///
/// # Errors
/// [`NoBook::Damaged`] where a chain leads back or sheets lie over one another, [`NoBook::TooMuch`] where cells lie too far apart.
pub(super) fn check(bytes: &[u8]) -> Result<(), NoBook> {
    let Some(file) = File::of(bytes)? else { return Ok(()) };
    let directory = file.long(number(bytes, 48).unwrap_or(RESERVED), usize::MAX);
    let entries: Vec<&[u8]> = directory.chunks_exact(128).collect();
    let place = |entry: &[u8]| Some((number(entry, 116)?, number(entry, 120)? as usize));
    let named = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        let has_name =
            |entry: &&&[u8]| entry.get(..wide.len()).is_some_and(|start| start.eq_ignore_ascii_case(&wide));
        entries.iter().find(has_name).and_then(|entry| place(entry))
    };
    let Some((start, length)) = named("Workbook").or_else(|| named("Book")) else { return Ok(()) };
    let stream = if length < LONG {
        let short = entries.first().and_then(|root| place(root)).map(|(at, length)| file.long(at, length));
        file.short(&short.unwrap_or_default(), start, length)?
    } else {
        file.long(start, length)
    };
    sheets(&stream)
}

/// The sectors of a file, and which follows which.
struct File<'a> {
    bytes: &'a [u8],
    size: usize,
    next: Vec<u32>,
}

impl<'a> File<'a> {
    /// `None` where it is none.
    fn of(bytes: &'a [u8]) -> Result<Option<Self>, NoBook> {
        let size = match bytes.get(30..32) {
            Some([9, 0]) => 512,
            Some([12, 0]) => 4_096,
            _ => return Ok(None),
        };
        let mut file = Self { bytes, size, next: vec![] };
        let count = bytes.len() / size;
        let mut lists: Vec<u32> = numbers(bytes.get(76..512).unwrap_or_default());
        let mut more = number(bytes, 68).unwrap_or(RESERVED);
        for _ in 0..=count {
            if more >= RESERVED {
                break;
            }
            lists.extend(numbers(file.sector(more)));
            more = lists.pop().unwrap_or(RESERVED);
        }
        for list in lists.into_iter().filter(|list| *list < RESERVED) {
            let all = numbers(file.sector(list));
            file.next.extend(all);
            // A sector is told once where it leads.
            if file.next.len() > 2 * count + size {
                return Err(NoBook::Damaged);
            }
        }
        if leads_back(&file.next) { Err(NoBook::Damaged) } else { Ok(Some(file)) }
    }

    fn sector(&self, at: u32) -> &'a [u8] {
        let start = (at as usize).saturating_add(1).saturating_mul(self.size).min(self.bytes.len());
        let end = start.saturating_add(self.size).min(self.bytes.len());
        self.bytes.get(start..end).unwrap_or_default()
    }

    fn long(&self, start: u32, length: usize) -> Vec<u8> {
        let mut found = vec![];
        let mut at = start;
        while at < RESERVED && found.len() < length {
            found.extend_from_slice(self.sector(at));
            at = self.next.get(at as usize).copied().unwrap_or(RESERVED);
        }
        found.truncate(length);
        found
    }

    fn short(&self, sectors: &[u8], start: u32, length: usize) -> Result<Vec<u8>, NoBook> {
        let next = numbers(&self.long(number(self.bytes, 60).unwrap_or(RESERVED), usize::MAX));
        if leads_back(&next) {
            return Err(NoBook::Damaged);
        }
        let mut found = vec![];
        let mut at = start;
        while at < RESERVED && found.len() < length {
            let from = (at as usize).saturating_mul(SHORT).min(sectors.len());
            found.extend_from_slice(sectors.get(from..(from + SHORT).min(sectors.len())).unwrap_or_default());
            at = next.get(at as usize).copied().unwrap_or(RESERVED);
        }
        found.truncate(length);
        Ok(found)
    }
}

/// Whether following the numbers from any place ever comes back to it; each place is left once.
fn leads_back(next: &[u32]) -> bool {
    let mut seen = vec![0_usize; next.len()];
    for start in 0..next.len() {
        let mut at = start;
        while let Some(mark) = seen.get_mut(at) {
            if *mark == start + 1 {
                return true;
            }
            if *mark > 0 {
                break;
            }
            *mark = start + 1;
            at = next.get(at).map_or(usize::MAX, |next| *next as usize);
        }
    }
    false
}

/// Whether the sheets of a stream have room.
fn sheets(stream: &[u8]) -> Result<(), NoBook> {
    let mut starts = vec![];
    records(stream, |kind, data| {
        if kind == 0x0085 {
            starts.push(number(data, 0).unwrap_or_default() as usize);
        }
    });
    let mut passed = 0;
    let mut room = MOST_ROOM;
    for start in starts {
        let mut extent = Extent::default();
        let sheet = stream.get(start..).unwrap_or_default();
        passed += records(sheet, |kind, data| extent.see(kind, data));
        if passed > MOST_PASSES * stream.len() {
            return Err(NoBook::Damaged);
        }
        room = room.checked_sub(extent.cells().max(extent.said)).ok_or(NoBook::TooMuch)?;
    }
    Ok(())
}

/// Hands out the records up to the end of what they belong to, and says how many bytes they have.
fn records(stream: &[u8], mut see: impl FnMut(u16, &[u8])) -> usize {
    let mut at = 0;
    let mut depth = 0_usize;
    while let (Some(kind), Some(length)) = (short(stream, at), short(stream, at + 2)) {
        let data = stream.get(at + 4..at + 4 + usize::from(length)).unwrap_or_default();
        at += 4 + usize::from(length);
        match kind {
            0x0809 => depth += 1,
            // Within a chart that lies in a sheet it is the end of that.
            0x000a if depth > 1 => depth -= 1,
            0x000a => break,
            _ if depth > 1 => {}
            kind => see(kind, data),
        }
    }
    at
}

/// Between which rows and columns cells lie.
#[derive(Default)]
struct Extent {
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
    /// What the sheet says itself, in cells.
    said: u64,
}

impl Extent {
    fn see(&mut self, kind: u16, data: &[u8]) {
        let (Some(row), Some(column)) = (short(data, 0), short(data, 2)) else { return };
        let last = match kind {
            // One cell, or as many as there are numbers.
            0x0203 | 0x0204 | 0x00d6 | 0x0205 | 0x027e | 0x00fd | 0x0006 => column,
            0x00bd => column.saturating_add((data.len() / 6).min(usize::from(u16::MAX)) as u16),
            0x0200 => {
                self.said = self.said.saturating_add(said(data));
                return;
            }
            _ => return,
        };
        let wider = |range: Option<(u16, u16)>, from: u16, to: u16| {
            range.map_or((from, to), |(first, end)| (first.min(from), end.max(to)))
        };
        self.rows = Some(wider(self.rows, row, row));
        self.columns = Some(wider(self.columns, column, last));
    }

    fn cells(&self) -> u64 {
        let count = |range: Option<(u16, u16)>| range.map_or(0, |(first, end)| u64::from(end - first) + 1);
        count(self.rows) * count(self.columns)
    }
}

/// How many cells a sheet says that it has; in the older form rows have two bytes.
fn said(data: &[u8]) -> u64 {
    let wide = |at: usize| number(data, at).map_or(0, u64::from);
    let narrow = |at: usize| short(data, at).map_or(0, u64::from);
    let (rows, columns) = if data.len() >= 14 {
        (wide(4).saturating_sub(wide(0)), narrow(10).saturating_sub(narrow(8)))
    } else {
        (narrow(2).saturating_sub(narrow(0)), narrow(6).saturating_sub(narrow(4)))
    };
    rows.saturating_mul(columns)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    (0..bytes.len() / 4).filter_map(|at| number(bytes, 4 * at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_back_is_seen_wherever_it_begins() {
        let end = u32::MAX - 1;
        assert!(!leads_back(&[1, 2, end, 2, end]));
        assert!(leads_back(&[1, 2, 1]) && leads_back(&[0]) && leads_back(&[end, 2, 3, 2]));
        assert!(!leads_back(&[9, end]) && !leads_back(&[]));
    }

    fn record(kind: u16, data: &[u16]) -> Vec<u8> {
        [kind, 2 * data.len() as u16].iter().chain(data).flat_map(|one| one.to_le_bytes()).collect()
    }

    /// A sheet of two cells, the first at A1.
    fn stream(row: u16, column: u16) -> Vec<u8> {
        let sheet = [
            record(0x0809, &[]),
            record(0x0203, &[0, 0]),
            record(0x0203, &[row, column]),
            record(0x000a, &[]),
        ];
        let start = 4 + 8 + 4;
        [record(0x0809, &[]), record(0x0085, &[start, 0]), vec![0; 0], record(0x000a, &[]), sheet.concat()]
            .concat()
    }

    #[test]
    fn cells_that_lie_too_far_apart_are_not_read() {
        assert_eq!(sheets(&stream(9_999, 199)), Ok(()));
        assert_eq!(sheets(&stream(10_000, 199)), Err(NoBook::TooMuch));
    }

    #[test]
    fn sheets_that_lie_over_one_another_are_not_read() {
        let sheet = [record(0x0809, &[]), record(0x00e5, &[0; 90]), record(0x000a, &[])].concat();
        let of = |sheets: usize| {
            let start = (4 + 8 * sheets + 4) as u16;
            let listed = record(0x0085, &[start, 0]).repeat(sheets);
            [record(0x0809, &[]), listed, record(0x000a, &[]), sheet.clone()].concat()
        };
        assert_eq!(sheets(&of(1)), Ok(()));
        assert_eq!(sheets(&of(9)), Err(NoBook::Damaged));
    }
}
