//! Texts in bytes. A letter below 0x7F is itself; letters from U+2E80 to U+ADFF (Chinese, and its full-width
//! and other signs up to there) take two bytes, others an escape and their number.

use super::Refusal;
use super::bytes::{Reader, put};

const ESCAPE: u8 = 0x7f;
/// The first letter that takes two bytes; 32,640 follow.
const FIRST: u32 = 0x2e80;
const COUNT: u32 = 0x7f80;

/// Appends a text with the number of its letters before it. A control character, which the reader refuses together with all that
/// stands around it, is written as a space: whatever let it in, no record is lost for it.
pub fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put(bytes, text.chars().count() as u64);
    for letter in text.chars() {
        let number = u32::from(if is_refused(letter) { ' ' } else { letter });
        match number {
            0..0x7f => bytes.push(number as u8),
            FIRST.. if number < FIRST + COUNT => {
                let place = number - FIRST;
                bytes.push(0x80 | (place >> 8) as u8);
                bytes.push(place as u8);
            }
            _ => {
                bytes.push(ESCAPE);
                put(bytes, number.into());
            }
        }
    }
}

/// Reads a text of at most so many letters. Control characters, which no form lets in, are refused.
pub fn text(reader: &mut Reader, limit: usize) -> Result<String, Refusal> {
    let count = reader.count(limit)?;
    let mut text = String::new();
    for _ in 0..count {
        text.push(letter(reader)?);
    }
    Ok(text)
}

fn letter(reader: &mut Reader) -> Result<char, Refusal> {
    let number = match reader.byte()? {
        ESCAPE => u32::try_from(reader.number()?).map_err(|_| Refusal::Damaged)?,
        byte if byte & 0x80 == 0 => byte.into(),
        byte => FIRST + (u32::from(byte & 0x7f) << 8) + u32::from(reader.byte()?),
    };
    char::from_u32(number).filter(|letter| !is_refused(*letter)).ok_or(Refusal::Damaged)
}

fn is_refused(letter: char) -> bool {
    letter != '\n' && letter.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::codec::MOST_LETTERS;

    fn there_and_back(words: &str) -> Result<String, Refusal> {
        let mut bytes = Vec::new();
        put_text(&mut bytes, words);
        text(&mut Reader(&bytes), MOST_LETTERS)
    }

    #[test]
    fn what_the_reader_refuses_is_not_written() {
        assert_eq!(there_and_back("名单\t附后\u{b}\r\na\u{85}b"), Ok("名单 附后  \na b".into()));
    }

    #[test]
    fn texts_read_back() {
        for words in [
            "",
            "plain",
            "鞍科办〔2023〕17号",
            "（力争）“揭榜挂帅”",
            "a\nb",
            "😀é",
            "\u{2e80}\u{adff}\u{ae00}ꀀ",
        ] {
            assert_eq!(there_and_back(words).as_deref(), Ok(words));
        }
    }

    #[test]
    fn a_chinese_letter_takes_two_bytes() {
        let mut bytes = Vec::new();
        put_text(&mut bytes, "揭榜挂帅");
        assert_eq!(bytes.len(), 1 + 4 * 2);
    }

    #[test]
    fn control_characters_and_long_texts_are_refused() {
        // Two letters, the second of which no writer of ours writes; then one by its number.
        assert_eq!(text(&mut Reader(&[2, b'a', 0]), MOST_LETTERS), Err(Refusal::Damaged));
        assert_eq!(text(&mut Reader(&[1, ESCAPE, 0x7f]), MOST_LETTERS), Err(Refusal::Damaged));
        assert_eq!(there_and_back(&"x".repeat(MOST_LETTERS + 1)), Err(Refusal::TooMany));
    }
}
