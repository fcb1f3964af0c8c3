//! Whether, where and how well words match what was typed.

use super::pinyin::Spelling;
use std::ops::Range;

/// Words that something can be found by, made once and searched often.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// In lower case, one for one with the characters as shown.
    characters: Vec<char>,
    /// Long texts are not searched by pronunciation: initials would find everything in them.
    spelling: Option<Spelling>,
}

/// Where a term stands in a key, by characters, and how good that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub range: Range<usize>,
    pub quality: u32,
}

/// More than this many terms, and letters of all, are not looked at.
const MOST_TERMS: usize = 8;
const MOST_LETTERS: usize = 200;

/// What was typed as terms, all of which must match.
pub fn terms(query: &str) -> Vec<String> {
    let typed = query.chars().take(MOST_LETTERS).map(lower).collect::<String>();
    typed.split_whitespace().take(MOST_TERMS).map(str::to_owned).collect()
}

impl Key {
    /// A name, found by its letters and by its pronunciation.
    pub fn name(words: &str) -> Self {
        let characters = lower_case(words);
        Self { spelling: Some(Spelling::new(&characters)), characters }
    }

    /// A text or identifier, found by its letters alone.
    pub fn text(words: &str) -> Self {
        Self { characters: lower_case(words), spelling: None }
    }

    /// The best place of the term.
    pub fn find(&self, term: &str) -> Option<Found> {
        let letters: Vec<char> = term.chars().collect();
        self.letters(&letters).or_else(|| self.spelled(term))
    }

    fn letters(&self, term: &[char]) -> Option<Found> {
        if term.is_empty() || term.len() > self.characters.len() {
            return None;
        }
        let places = (0..=self.characters.len() - term.len())
            .filter(|&start| self.characters[start..].starts_with(term));
        let found = places.map(|start| {
            let range = start..start + term.len();
            Found { quality: self.quality(&range), range }
        });
        // Of equally good places, the first.
        found.reduce(|best, next| if next.quality > best.quality { next } else { best })
    }

    fn quality(&self, range: &Range<usize>) -> u32 {
        if *range == (0..self.characters.len()) {
            return 100;
        }
        if range.start == 0 {
            return 90;
        }
        let before = self.characters[range.start - 1];
        if !before.is_alphanumeric() {
            return 80;
        }
        // The middle of a Latin word is where a term stands by chance; Chinese has no such middle.
        if before.is_ascii() && self.characters[range.start].is_ascii() { 40 } else { 70 }
    }

    fn spelled(&self, term: &str) -> Option<Found> {
        // An input method separates the syllables of unfinished words by apostrophes: gao'xin.
        let range = self.spelling.as_ref()?.find(&term.replace('\'', ""))?;
        let quality = match (range.start, range.end == self.characters.len()) {
            (0, true) => 65,
            (0, false) => 60,
            // One letter is the initial of something in nearly every name.
            _ if term.len() == 1 => return None,
            _ => 30,
        };
        Some(Found { range, quality })
    }
}

fn lower_case(words: &str) -> Vec<char> {
    words.chars().map(lower).collect()
}

/// One character for one, so that places in a key are places in the words as shown. Letters and digits
/// of full width, which Chinese input methods type, are read as plain ones.
fn lower(letter: char) -> char {
    let plain = match letter {
        '’' => '\'',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    let mut lower = plain.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str, term: &str) -> Option<(usize, usize, u32)> {
        let found = Key::name(words).find(&terms(term)[0])?;
        Some((found.range.start, found.range.end, found.quality))
    }

    #[test]
    fn better_places_have_more_quality() {
        for (words, term, expected) in [
            ("高企", "高企", Some((0, 2, 100))),
            ("高新技术企业", "高新", Some((0, 2, 90))),
            ("科技型中小企业", "企业", Some((5, 7, 70))),
            ("High-tech enterprises", "high", Some((0, 4, 90))),
            ("High-tech enterprises", "Enter", Some((10, 15, 80))),
            ("High-tech enterprises", "rise", Some((16, 20, 40))),
            ("Enter the center of enterprise", "enter", Some((0, 5, 90))),
            ("Center of enterprise", "enter", Some((10, 15, 80))),
            ("高新技术企业", "gxjsqy", Some((0, 6, 65))),
            ("高新技术企业", "gxjs", Some((0, 4, 60))),
            ("新增高新技术企业", "gxjs", Some((2, 6, 30))),
            ("高新技术企业", "gao'xin'j", Some((0, 3, 60))),
            ("Tai'an County", "tai’an", Some((0, 6, 90))),
            ("新增高新技术企业", "g", None),
            ("İstanbul ŞEHİR", "istanbul", None),
            ("高新技术企业", "低", None),
            ("企业", "企业家", None),
        ] {
            assert_eq!(found(words, term), expected, "{words} {term}");
        }
    }

    #[test]
    fn what_is_typed_becomes_terms() {
        assert_eq!(terms("  High  TECH "), ["high", "tech"]);
        assert_eq!(terms("Tai’an"), ["tai'an"]);
        assert_eq!(terms("ＡＢ５　高企"), ["ab5", "高企"]);
        assert_eq!(terms(" \t"), Vec::<String>::new());
        assert_eq!(terms(&"a ".repeat(100)).len(), 8);
        assert_eq!(terms(&"a".repeat(5000))[0].len(), 200);
    }

    #[test]
    fn texts_are_not_searched_by_pronunciation() {
        assert_eq!(Key::text("高新技术企业").find("gxjs"), None);
        assert!(Key::text("高新技术企业").find("技术").is_some());
    }

    #[test]
    fn so_many_terms_and_letters_are_looked_at() {
        assert_eq!(terms(&"a ".repeat(MOST_TERMS + 3)).len(), MOST_TERMS);
        assert_eq!(terms(&"企".repeat(MOST_LETTERS + 3)), ["企".repeat(MOST_LETTERS)]);
    }
}
