//! Bytes as letters that messengers, mail and addresses leave alone: `A–Z a–z 0–9 - _`, six bits each.
//!
//! The alphabet is base64url (RFC 4648, section 5) without padding. Every value has one spelling: a text
//! with bits set beyond its last byte is refused, so that two texts that differ never carry the same bytes.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Why letters are no bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LettersFault {
    /// More letters than the reader takes; nothing was decoded.
    TooLong {
        /// How many letters there are.
        length: usize,
        /// Most letters that are taken.
        limit: usize,
    },
    /// A character that is no letter of the alphabet, counted in bytes from the start.
    Foreign {
        /// Its place in bytes, from 0.
        at: usize,
    },
    /// A number of letters, or bits in the last one, that no bytes give.
    Unspellable,
}

/// Whether a character belongs to the alphabet.
pub fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Letters that so many bytes take.
pub fn letters_for(bytes: usize) -> usize {
    bytes.saturating_mul(4).div_ceil(3)
}

/// Bytes that so many letters give; the inverse of [`letters_for`], rounded down.
pub fn bytes_for(letters: usize) -> usize {
    letters.saturating_mul(3) / 4
}

/// The bytes as letters.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(letters_for(bytes.len()));
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0)) << (16 - 8 * index);
        let bits = at(0) | at(1) | at(2);
        text.extend((0..=chunk.len()).map(|sixth| letter(bits >> (18 - 6 * sixth))));
    }
    text
}

/// The bytes that letters stand for; `limit` is the most letters that are looked at.
pub fn decode(text: &str, limit: usize) -> Result<Vec<u8>, LettersFault> {
    if text.len() > limit {
        return Err(LettersFault::TooLong { length: text.len(), limit });
    }
    let mut bytes = Vec::with_capacity(bytes_for(text.len()));
    for (index, chunk) in text.as_bytes().chunks(4).enumerate() {
        let mut bits = 0u32;
        for (offset, &byte) in chunk.iter().enumerate() {
            let value = value(byte).ok_or(LettersFault::Foreign { at: index * 4 + offset })?;
            bits |= value << (18 - 6 * offset);
        }
        let whole = chunk.len() - 1;
        if whole == 0 || bits.trailing_zeros() < 24 - 8 * whole as u32 {
            return Err(LettersFault::Unspellable);
        }
        bytes.extend(bits.to_be_bytes().iter().skip(1).take(whole));
    }
    Ok(bytes)
}

/// A number as exactly so many letters, the highest first; what does not fit is cut off at the top.
pub fn number(value: u32, letters: usize) -> String {
    (0..letters).rev().map(|place| letter(value >> (6 * place))).collect()
}

/// The number that letters stand for, if they are letters and no more than five.
pub fn read_number(text: &[u8]) -> Option<u32> {
    if text.len() > 5 {
        return None;
    }
    text.iter().try_fold(0, |number, &byte| Some(number << 6 | value(byte)?))
}

#[expect(clippy::indexing_slicing, reason = "six bits choose from 64 letters")]
fn letter(bits: u32) -> char {
    char::from(ALPHABET[(bits & 63) as usize])
}

fn value(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(value.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_values_read_as_in_the_standard() {
        for (bytes, text) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")]
        {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text, 100).unwrap(), bytes.as_bytes());
        }
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn every_value_has_one_spelling() {
        assert_eq!(decode("Zh", 9), Err(LettersFault::Unspellable), "a bit beyond the last byte");
        assert_eq!(decode("Zm9", 9), Err(LettersFault::Unspellable));
        assert_eq!(decode("A", 9), Err(LettersFault::Unspellable), "one letter is no byte");
        assert_eq!(decode("Zg==", 9), Err(LettersFault::Foreign { at: 2 }));
        assert_eq!(decode("Zm9+", 9), Err(LettersFault::Foreign { at: 3 }));
        assert!(matches!(decode("字", 9), Err(LettersFault::Foreign { at: 0 })));
    }

    #[test]
    fn a_text_over_the_limit_is_refused_before_it_is_read() {
        // The foreign characters would be told, were they looked at.
        assert_eq!(decode("++++++", 5), Err(LettersFault::TooLong { length: 6, limit: 5 }));
        assert_eq!(decode("Zm9v", 4).unwrap(), b"foo");
    }

    #[test]
    fn numbers_keep_their_width() {
        assert_eq!(number(0, 4), "AAAA");
        assert_eq!(read_number(number(16_777_215, 4).as_bytes()), Some(16_777_215));
        assert_eq!(read_number(b"AAAAAA"), None);
        assert_eq!(read_number(b"A+"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let text = encode(&bytes);
            prop_assert_eq!(text.len(), letters_for(bytes.len()));
            prop_assert_eq!(bytes_for(text.len()), bytes.len());
            prop_assert!(text.chars().all(is_letter));
            prop_assert_eq!(decode(&text, 400).unwrap(), bytes);
        }

        #[test]
        fn what_decodes_is_spelled_as_encoded(text in "[A-Za-z0-9_-]{0,40}") {
            if let Ok(bytes) = decode(&text, 40) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
