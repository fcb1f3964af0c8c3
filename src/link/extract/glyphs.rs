//! Pasted text as characters, with what programs did to single characters undone: percent escapes, full-width
//! letters, invisible marks. Each character remembers where it stood.

use crate::link::letters::is_letter;

/// A character and the bytes of the pasted text that it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub character: char,
    pub start: usize,
    pub end: usize,
}

/// The characters of a text.
pub(super) fn glyphs(text: &str) -> Vec<Glyph> {
    let mut glyphs = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let start = text.len() - rest.len();
        let (meant, taken) = escaped(rest).unwrap_or((plain(character), character.len_utf8()));
        rest = rest.get(taken..).unwrap_or_default();
        if !is_invisible(character) {
            glyphs.push(Glyph { character: meant, start, end: start + taken });
        }
    }
    glyphs
}

/// A percent escape of a letter, `#` or white space, escaped once or several times, and the bytes it takes. Other
/// escapes stay as they are: they are no part of a link of ours.
fn escaped(text: &str) -> Option<(char, usize)> {
    let mut digits = text.strip_prefix('%')?;
    while let Some(again) = digits.strip_prefix("25") {
        digits = again;
    }
    let byte = u8::from_str_radix(digits.get(..2).filter(|two| two.is_ascii() && !two.starts_with('+'))?, 16)
        .ok()?;
    let character = char::from(byte);
    let is_ours = is_letter(character) || matches!(character, '#' | ' ' | '\n' | '\r' | '\t');
    is_ours.then(|| (character, text.len() - digits.len() + 2))
}

/// Full-width letters, digits, `－`, `＿`, `＃`, `＞` as plain ones; each stands for exactly one.
fn plain(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => {
            let half = char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character);
            if is_letter(half) || matches!(half, '#' | '>') { half } else { character }
        }
        _ => character,
    }
}

/// What programs put between letters to let lines break, or before a text.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        glyphs(text).iter().map(|glyph| glyph.character).collect()
    }

    #[test]
    fn what_programs_did_to_single_characters_is_undone() {
        for (text, meant) in [
            ("%23pLan%5F%2dx", "#pLan_-x"),
            ("%2523p%25255F", "#p_"),
            ("ｐＬａｎ９＿－＃", "pLan9_-#"),
            ("a\u{200b}b\u{feff}c\u{ad}d", "abcd"),
            ("a%0Ab%20c", "a\nb c"),
            ("100% %E3%80%82 %zz %2 %+1 %", "100% %E3%80%82 %zz %2 %+1 %"),
            ("%字", "%字"),
            ("完，。", "完，。"),
        ] {
            assert_eq!(read(text), meant);
        }
    }

    #[test]
    fn each_remembers_where_it_stood() {
        let text = "字%5Fa\u{200b}ｂ";
        let places: Vec<&str> = glyphs(text).iter().map(|glyph| &text[glyph.start..glyph.end]).collect();
        assert_eq!(places, ["字", "%5F", "a", "ｂ"]);
    }
}
