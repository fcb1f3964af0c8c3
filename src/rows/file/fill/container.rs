//! A zip with some of its entries in new words (APPNOTE.TXT of PKWARE, 4.3). All others keep their bytes, heads and dates
//! among them; what is new is stored as it is, so that this program needs nothing that packs.

/// The record at the end of a zip (4.3.16), without its comment.
const END: usize = 22;
/// A record of the list of entries (4.3.12), without names.
const LISTED: usize = 46;
/// The head before an entry (4.3.7), without names.
const HEAD: usize = 30;
/// Sizes and places that stand elsewhere: a zip of more than 4 GB.
const ELSEWHERE: usize = 0xffff_ffff;
/// How a head says that names are in UTF-8: all that is kept of its flags, for the rest tell how an entry is packed.
const UTF_8: u16 = 0x0800;

struct Entry<'a> {
    /// Where its head stands.
    start: usize,
    /// Its record in the list.
    record: Vec<u8>,
    /// What takes its place.
    content: Option<&'a [u8]>,
}

/// The zip with the entries of these names in new words; nothing where it is not as the format says, or has none of the
/// name, or several.
pub(super) fn with(bytes: &[u8], changed: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let end = (0..=bytes.len().checked_sub(END)?).rev().find(|at| is_end(bytes, *at).unwrap_or_default())?;
    let (count, list) = (number(bytes, end + 10, 2)?, number(bytes, end + 16, 4)?);
    if list > end {
        return None;
    }
    let mut entries = vec![];
    let mut at = list;
    for _ in 0..count {
        let names = (number(bytes, at + 28, 2)?, number(bytes, at + 30, 2)?, number(bytes, at + 32, 2)?);
        let next = at + LISTED + names.0 + names.1 + names.2;
        let record = bytes.get(at..next).filter(|record| record.starts_with(b"PK\x01\x02"))?.to_vec();
        let start = number(&record, 42, 4)?;
        if [start, number(&record, 20, 4)?, number(&record, 24, 4)?].contains(&ELSEWHERE) {
            return None;
        }
        let name = std::str::from_utf8(record.get(LISTED..LISTED + names.0)?).unwrap_or_default();
        let content = changed.iter().find(|(one, _)| one == name).map(|(_, content)| content.as_slice());
        entries.push(Entry { start, content, record });
        at = next;
    }
    if at > end || entries.iter().filter(|entry| entry.content.is_some()).count() != changed.len() {
        return None;
    }
    // What stands between two heads belongs to the first.
    let mut heads: Vec<(usize, usize)> = vec![];
    for (at, entry) in entries.iter().enumerate() {
        match heads.binary_search_by_key(&entry.start, |(start, _)| *start) {
            // Two entries in one place.
            Ok(_) => return None,
            Err(behind) => heads.insert(behind, (entry.start, at)),
        }
    }
    if heads.first().map(|(start, _)| *start) != Some(0) {
        return None;
    }
    let mut made: Vec<u8> = Vec::with_capacity(bytes.len());
    for (place, (_, at)) in heads.iter().enumerate() {
        let entry = entries.get_mut(*at)?;
        let next = heads.get(place + 1).map_or(list, |(start, _)| *start);
        let (old, start) = (bytes.get(entry.start..next)?, made.len());
        match &entry.content {
            None => made.extend_from_slice(old),
            Some(content) => made.extend(stored(&mut entry.record, old, content)?),
        }
        put(&mut entry.record, 42, &u32::try_from(start).ok()?.to_le_bytes())?;
    }
    let list = made.len();
    entries.iter().for_each(|entry| made.extend_from_slice(&entry.record));
    let length = u32::try_from(made.len() - list).ok()?;
    let mut last = bytes.get(end..)?.to_vec();
    put(&mut last, 12, &length.to_le_bytes())?;
    put(&mut last, 16, &u32::try_from(list).ok()?.to_le_bytes())?;
    made.extend(last);
    Some(made)
}

/// An entry as it is stored: its head, with the name and the date that it has, and its content. Its record says the same.
fn stored(record: &mut [u8], old: &[u8], content: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(content.len()).ok()?.to_le_bytes();
    let sums = [crc32(content).to_le_bytes(), length, length].concat();
    let flags = u16::try_from(number(record, 8, 2)?).ok()? & UTF_8;
    put(record, 8, &flags.to_le_bytes())?;
    put(record, 10, &[0, 0])?;
    put(record, 16, &sums)?;
    let mut head = old.get(..HEAD).filter(|head| head.starts_with(b"PK\x03\x04"))?.to_vec();
    let name = old.get(HEAD..HEAD + number(old, 26, 2)?)?;
    put(&mut head, 6, &flags.to_le_bytes())?;
    put(&mut head, 8, &[0, 0])?;
    put(&mut head, 14, &sums)?;
    put(&mut head, 28, &[0, 0])?;
    Some([&head, name, content].concat())
}

/// Whether the record at the end of the zip stands here: its comment reaches to the end.
fn is_end(bytes: &[u8], at: usize) -> Option<bool> {
    let is_marked = bytes.get(at..)?.starts_with(b"PK\x05\x06");
    Some(is_marked && at + END + number(bytes, at + 20, 2)? == bytes.len())
}

/// A number of so many bytes, the least first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}

fn put(bytes: &mut [u8], at: usize, new: &[u8]) -> Option<()> {
    bytes.get_mut(at..at + new.len())?.copy_from_slice(new);
    Some(())
}

/// The sum that a zip checks an entry by (4.4.7), a bit at a time: a table would be as large as the rest of this file.
fn crc32(bytes: &[u8]) -> u32 {
    let bit = |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_the_format() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
