//! 核对码: a short code of a state, so that people can tell by eye or by telephone whether they see the same.
//!
//! Forty bits of SHA-256 in Crockford's letters (no I, L, O, U), in two groups: `7KQ2-M0XD`. Two different states
//! share a code once in a million million; it tells slips apart, it proves nothing against intent. SHA-256 so that
//! anybody can recompute it with what every computer has.

use crate::ledger::Batch;
use crate::ledger::codec::encode_one;
use sha2::{Digest, Sha256};
use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS: usize = 8;
const GROUP: usize = 4;

/// A code. Shown as two groups of four letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u64);

/// The code of a state with one code per area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// Of all areas together.
    pub whole: Code,
    /// Each area's index in the plan with its code, in the plan's order.
    pub areas: Vec<(usize, Code)>,
}

impl Code {
    /// The code of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::taken(Sha256::digest(bytes).into())
    }

    /// 核对码 of a receipt: of what its batch says, however its link or text was carried.
    pub fn of_batch(batch: &Batch) -> Self {
        Self::of(&encode_one(batch))
    }

    /// Its five bytes, most significant first.
    pub fn bytes(self) -> [u8; 5] {
        let [_, _, _, a, b, c, d, e] = self.0.to_be_bytes();
        [a, b, c, d, e]
    }

    /// The inverse of [`Code::bytes`].
    pub fn from_bytes([a, b, c, d, e]: [u8; 5]) -> Self {
        Self(u64::from_be_bytes([0, 0, 0, a, b, c, d, e]))
    }

    fn taken(digest: [u8; 32]) -> Self {
        let [a, b, c, d, e, ..] = digest;
        Self::from_bytes([a, b, c, d, e])
    }

    /// Reads what a person typed: in any case, with any grouping, I and L for 1, O for 0.
    pub fn parse(typed: &str) -> Option<Self> {
        let letters = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '–' | '—'));
        let mut code = 0;
        let mut count = 0;
        for letter in letters {
            code = code << 5 | value(letter)?;
            count += 1;
            if count > LETTERS {
                return None;
            }
        }
        (count == LETTERS).then_some(Self(code))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in 0..LETTERS {
            if place == GROUP {
                f.write_str("-")?;
            }
            #[expect(clippy::indexing_slicing, reason = "five bits choose from 32 letters")]
            let letter = ALPHABET[(self.0 >> (5 * (LETTERS - 1 - place)) & 31) as usize];
            write!(f, "{}", char::from(letter))?;
        }
        Ok(())
    }
}

/// The digest of one area, from which its code is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaDigest([u8; 32]);

impl AreaDigest {
    /// Of the canonical bytes of all that the area shows, in their order.
    pub fn of<B: AsRef<[u8]>>(pieces: impl IntoIterator<Item = B>) -> Self {
        let mut digest = Sha256::new();
        for piece in pieces {
            let bytes = piece.as_ref();
            // The length first, so that ("ab", "c") is not ("a", "bc").
            digest.update((bytes.len() as u64).to_be_bytes());
            digest.update(bytes);
        }
        Self(digest.finalize().into())
    }
}

impl Fingerprint {
    /// The fingerprint of areas, in the plan's order.
    pub fn of(digests: impl IntoIterator<Item = AreaDigest>) -> Self {
        let mut whole = Sha256::new();
        let mut areas = Vec::new();
        for (index, AreaDigest(digest)) in digests.into_iter().enumerate() {
            whole.update((index as u64).to_be_bytes());
            whole.update(digest);
            areas.push((index, Code::taken(digest)));
        }
        Self { whole: Code::taken(whole.finalize().into()), areas }
    }

    /// The areas, by index, whose codes differ or that only one of the two has; none if the two are the same.
    pub fn differing(&self, other: &Self) -> Vec<usize> {
        let lacks = |these: &[(usize, Code)], area: &(usize, Code)| !these.contains(area);
        let mine = self.areas.iter().filter(|area| lacks(&other.areas, area));
        let theirs = other.areas.iter().filter(|area| lacks(&self.areas, area));
        let mut indices: Vec<usize> = mine.chain(theirs).map(|(index, _)| *index).collect();
        indices.sort_unstable();
        indices.dedup();
        indices
    }
}

fn value(letter: char) -> Option<u64> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    let place = ALPHABET.iter().position(|&known| char::from(known) == letter)?;
    Some(place as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_head_of_sha256() {
        // printf abc | sha256sum: ba7816bf8f… ; its forty bits in Crockford's letters, by hand.
        assert_eq!(Code::of(b"abc").to_string(), "Q9W1-DFWF");
    }

    #[test]
    fn what_a_person_types_reads_as_the_code() {
        let code = Code::of(b"abc");
        for typed in ["Q9W1-DFWF", "q9w1dfwf", " q9wl – dfwf ", "Q9WI DFWF", "Q9W1－DFWF"] {
            assert_eq!(Code::parse(typed), Some(code), "{typed}");
        }
        for typed in ["", "Q9W1-DFW", "Q9W1-DFWFF", "Q9W1-DFWU", "字9W1-DFWF"] {
            assert_eq!(Code::parse(typed), None, "{typed}");
        }
        assert_eq!(Code::parse(&Code(0).to_string()), Some(Code(0)));
        assert_eq!(Code(0).to_string(), "0000-0000");
    }

    #[test]
    fn the_areas_that_differ_are_named() {
        let mine = Fingerprint::of(["a", "b", "c"].map(|piece| AreaDigest::of([piece])));
        assert!(mine.differing(&mine).is_empty());
        let theirs = Fingerprint::of(["a", "B", "c", "d"].map(|piece| AreaDigest::of([piece])));
        assert_eq!(mine.differing(&theirs), [1, 3]);
        assert_eq!(theirs.differing(&mine), [1, 3]);
        assert_ne!(mine.whole, theirs.whole);
    }

    #[test]
    fn borders_matter_between_pieces_and_between_areas() {
        assert_ne!(AreaDigest::of(["ab", "c"]), AreaDigest::of(["a", "bc"]));
        let of = |areas: [&str; 2]| Fingerprint::of(areas.map(|piece| AreaDigest::of([piece])));
        assert_ne!(of(["a", "b"]).whole, of(["b", "a"]).whole);
        assert!(Fingerprint::of([]).areas.is_empty());
    }

    /// Codes are read out and printed: one that was given out has to stay what it is.
    #[test]
    fn a_state_has_the_code_that_it_always_had() {
        let state = Fingerprint::of([AreaDigest::of(["", "a"]), AreaDigest::of([""])]);
        // With Python's hashlib: the digest of each area over lengths and pieces, then of indices and digests.
        assert_eq!(state.whole.to_string(), "YD0Q-TMBB");
        assert_eq!(state.areas[0].1.to_string(), "XT97-7PJM");
    }
}
