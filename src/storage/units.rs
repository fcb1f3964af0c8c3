//! Bytes as a text that a browser stores without loss: fifteen bits in each UTF-16 code unit.
//!
//! The 32,768 characters are U+3400–9FFF (CJK ideographs) and U+E000–F3FF (private use): all in the basic plane,
//! so one unit each; no surrogates, no NUL, no white space, and no character that any Unicode normalisation
//! changes. The first unit says how many bits of the last one are filling.

const BITS: u32 = 15;
const FIRST: u32 = 0x3400;
/// How many characters the first range has: U+3400 to U+9FFF.
const IN_FIRST: u32 = 0x6c00;
const SECOND: u32 = 0xe000;

/// Writes bytes as text.
pub fn pack(bytes: &[u8]) -> String {
    let bits = bytes.len() * 8;
    let count = bits.div_ceil(BITS as usize);
    let filling = (count * BITS as usize - bits) as u32;
    let mut text = String::with_capacity((count + 1) * 3);
    text.extend(character(filling));
    let (mut held, mut width) = (0u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        width += 8;
        if width >= BITS {
            width -= BITS;
            text.extend(character(held >> width));
            held &= (1 << width) - 1;
        }
    }
    if width > 0 {
        text.extend(character(held << (BITS - width)));
    }
    text
}

/// Reads what [`pack`] wrote; none for any other text.
pub fn unpack(text: &str) -> Option<Vec<u8>> {
    let mut characters = text.chars();
    let filling = number(characters.next()?)?;
    let mut bytes = Vec::with_capacity(characters.as_str().len() / 3 * BITS as usize / 8 + 2);
    let (mut held, mut width) = (0u32, 0);
    for character in characters {
        held = (held << BITS) | number(character)?;
        width += BITS;
        while width >= 8 {
            width -= 8;
            bytes.push((held >> width) as u8);
            held &= (1 << width) - 1;
        }
    }
    // Fourteen bits of filling may hold one whole byte that was never written.
    if filling >= 8 && width + 8 == filling {
        (bytes.pop()? == 0 && held == 0).then_some(bytes)
    } else {
        (filling == width && held == 0).then_some(bytes)
    }
}

fn character(number: u32) -> Option<char> {
    char::from_u32(if number < IN_FIRST { FIRST + number } else { SECOND + number - IN_FIRST })
}

fn number(character: char) -> Option<u32> {
    match u32::from(character) {
        code @ 0x3400..=0x9fff => Some(code - FIRST),
        code @ 0xe000..=0xf3ff => Some(code - SECOND + IN_FIRST),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_number_has_a_character_of_its_own_in_one_unit() {
        let all: std::collections::BTreeSet<char> = (0..1 << BITS).filter_map(character).collect();
        assert_eq!(all.len(), 1 << BITS);
        assert!(all.iter().all(|one| one.len_utf16() == 1 && *one != '\u{fffd}' && !one.is_whitespace()));
        assert!((0..1 << BITS).all(|given| character(given).and_then(number) == Some(given)));
    }

    #[test]
    fn a_byte_costs_eight_fifteenths_of_a_unit() {
        assert_eq!(pack(&[7; 15_000]).encode_utf16().count(), 8_001);
    }

    #[test]
    fn other_texts_are_not_read() {
        for text in ["", "abc", "\u{0}", "㐀", "㐀 ", "㐀a"] {
            assert!(unpack(text).is_none_or(|bytes| pack(&bytes) == text), "{text:?}");
        }
        assert_eq!(unpack("abc"), None);
        assert_eq!(unpack(""), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_was_packed_comes_back(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(unpack(&pack(&bytes)), Some(bytes));
        }

        #[test]
        fn a_text_is_the_only_one_for_its_bytes(text in "[㐀-㑀鿿\u{e000}\u{f3ff}]{0,12}") {
            if let Some(bytes) = unpack(&text) {
                prop_assert_eq!(pack(&bytes), text);
            }
        }
    }
}
