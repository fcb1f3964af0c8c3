//! How a value is wrapped: version, what it is, for which plan, when it was written, and a checksum.
//!
//! Bytes: version (1), kind (1), CRC-32 of the plan's id (4), moment (8), body, CRC-32 of all before (4); numbers
//! little-endian; the whole packed by [`super::units`]. Two things hold in every version that will ever be: the
//! first byte is the version, the last four are the checksum of all before. So a newer value is told from a
//! damaged one.

use super::identity::Millis;
use super::units::{pack, unpack};

/// The version that this release writes, and the newest that it reads.
pub const VERSION: u8 = 1;

/// The longest value that is looked at, in UTF-16 code units: half of what a browser gives.
pub const MAX_UNITS: usize = 2_621_440;

const HEAD: usize = 14;
const TAIL: usize = 4;

/// What is in a value; one put under the key of another kind is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Batches of a ledger.
    Segment = 1,
    /// A copy of a whole ledger.
    Generation = 2,
    /// Which batches a backup file held.
    Mark = 3,
    /// Keys that are out of force.
    Removal = 4,
    /// Batches of the sample ledger.
    Sample = 5,
}

/// Why a value or a body is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not what was written: changed, cut, or never ours.
    Damaged,
    /// Written by a later release.
    Newer,
    /// Whole, but of another plan.
    OtherPlan,
    /// Longer than [`MAX_UNITS`].
    TooLarge,
    /// Whole, but with more in it than the ledger's codec reads.
    TooMany,
}

/// A value out of its wrapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// When the value was written.
    pub written: Millis,
    /// What was wrapped.
    pub body: Vec<u8>,
}

/// Wraps a body as a text for storage.
pub fn wrap(content: Content, plan: &str, written: Millis, body: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(HEAD + body.len() + TAIL);
    bytes.extend([VERSION, content as u8]);
    bytes.extend(crc32(plan.as_bytes()).to_le_bytes());
    bytes.extend(written.0.to_le_bytes());
    bytes.extend(body);
    bytes.extend(crc32(&bytes).to_le_bytes());
    pack(&bytes)
}

/// Reads what [`wrap`] wrote.
///
/// # Errors
/// When the text is something else, see [`Refusal`].
pub fn unwrap(content: Content, plan: &str, text: &str) -> Result<Opened, Refusal> {
    // A unit takes one to three bytes here, so that this bounds the units without counting them.
    if text.len() > MAX_UNITS * 3 || text.encode_utf16().take(MAX_UNITS + 1).count() > MAX_UNITS {
        return Err(Refusal::TooLarge);
    }
    let bytes = unpack(text).ok_or(Refusal::Damaged)?;
    let (rest, sum) = bytes.split_last_chunk::<TAIL>().ok_or(Refusal::Damaged)?;
    if crc32(rest) != u32::from_le_bytes(*sum) {
        return Err(Refusal::Damaged);
    }
    let (version, rest) = rest.split_first().ok_or(Refusal::Damaged)?;
    match *version {
        VERSION => {}
        newer if newer > VERSION => return Err(Refusal::Newer),
        _ => return Err(Refusal::Damaged),
    }
    let (kind, rest) = rest.split_first().ok_or(Refusal::Damaged)?;
    let (owner, rest) = rest.split_first_chunk::<4>().ok_or(Refusal::Damaged)?;
    let (written, body) = rest.split_first_chunk::<8>().ok_or(Refusal::Damaged)?;
    if *kind != content as u8 {
        return Err(Refusal::Damaged);
    }
    if u32::from_le_bytes(*owner) != crc32(plan.as_bytes()) {
        return Err(Refusal::OtherPlan);
    }
    Ok(Opened { written: Millis(u64::from_le_bytes(*written)), body: body.to_vec() })
}

/// CRC-32 as in PNG and gzip (ISO-HDLC, reflected 0xEDB88320): finds every change within 32 neighbouring bits.
#[expect(clippy::indexing_slicing, reason = "a byte chooses from 256 values")]
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        let at = (sum ^ u32::from(*byte)) & 0xff;
        (sum >> 8) ^ TABLE[at as usize]
    })
}

/// What each byte does to the sum; eight steps at once.
#[expect(clippy::indexing_slicing, reason = "made by the compiler, which says so if it fails")]
const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < table.len() {
        let mut sum = byte as u32;
        let mut step = 0;
        while step < 8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
            step += 1;
        }
        table[byte] = sum;
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wrapped() -> String {
        wrap(Content::Segment, "plan", Millis(1_700_000_000_000), b"body")
    }

    fn opened(text: &str) -> Result<Opened, Refusal> {
        unwrap(Content::Segment, "plan", text)
    }

    #[test]
    fn the_checksum_is_the_standard_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    /// The stored form of version 1, kept for ever: this text must always open.
    #[test]
    fn a_value_of_version_1_opens() {
        assert_eq!(wrapped().escape_unicode().to_string(), FROZEN);
        assert_eq!(
            opened(&wrapped()),
            Ok(Opened { written: Millis(1_700_000_000_000), body: b"body".to_vec() })
        );
    }
    const FROZEN: &str = "\\u{3404}\\u{3480}\\u{9356}\\u{9f5b}\\u{8406}\\u{7b2e}\\u{722c}\\u{3600}\\u{3462}\\u{6bb2}\\u{524e}\\u{7f26}\\u{9dc0}";

    #[test]
    fn a_later_version_is_newer_and_not_damaged_whatever_else_it_changes() {
        let mut bytes = vec![VERSION + 1, 200, 3, 4];
        bytes.extend(crc32(&bytes).to_le_bytes());
        assert_eq!(opened(&pack(&bytes)), Err(Refusal::Newer));
        bytes[0] = VERSION + 2;
        assert_eq!(opened(&pack(&bytes)), Err(Refusal::Damaged), "the checksum no longer fits");
    }

    #[test]
    fn another_plan_and_another_kind_are_refused() {
        assert_eq!(unwrap(Content::Segment, "plan2", &wrapped()), Err(Refusal::OtherPlan));
        assert_eq!(unwrap(Content::Generation, "plan", &wrapped()), Err(Refusal::Damaged));
    }

    #[test]
    fn the_longest_value_is_read_and_one_unit_more_is_not() {
        let body = vec![0; MAX_UNITS * 15 / 8 - 40];
        let longest = wrap(Content::Segment, "plan", Millis(0), &body);
        assert!(longest.encode_utf16().count() <= MAX_UNITS);
        assert!(opened(&longest).is_ok());
        let longer = wrap(Content::Segment, "plan", Millis(0), &vec![0; MAX_UNITS * 15 / 8]);
        assert_eq!(opened(&longer), Err(Refusal::TooLarge));
        assert_eq!(opened(&"a".repeat(MAX_UNITS + 1)), Err(Refusal::TooLarge));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn one_changed_character_is_noticed(at in 0usize..12, with in proptest::char::any()) {
            let mut characters: Vec<char> = wrapped().chars().collect();
            prop_assume!(characters[at] != with);
            characters[at] = with;
            prop_assert_eq!(opened(&characters.into_iter().collect::<String>()), Err(Refusal::Damaged));
        }

        #[test]
        fn a_cut_value_is_noticed(left in 0usize..12) {
            let text: String = wrapped().chars().take(left).collect();
            prop_assert_eq!(opened(&text), Err(Refusal::Damaged));
        }
    }
}
