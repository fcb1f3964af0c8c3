//! Chinese words by the letters of their pronunciation: 高新技术 by `gxjs`, `gaoxin` or `gaoxjs`.
//!
//! A character that is read in several ways matches by each of them.

use super::readings::of;
use std::collections::BTreeSet;
use std::ops::Range;

/// Words with the readings of each character, made once and searched often.
#[derive(Clone, Debug, PartialEq)]
pub struct Spelling {
    characters: Vec<Character>,
    has_chinese: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Character {
    /// The readings of a Chinese character, without tones: 重 is `zhong` and `chong`.
    Chinese(Vec<&'static str>),
    /// A letter or digit stands for itself.
    Plain(char),
    /// Quotation marks and the like, which nobody types.
    Silent,
}

impl Spelling {
    /// The spelling of words that are in lower case.
    pub fn new(characters: &[char]) -> Self {
        let characters: Vec<Character> = characters.iter().map(|&one| character(one)).collect();
        let has_chinese = characters.iter().any(|one| matches!(one, Character::Chinese(_)));
        Self { characters, has_chinese }
    }

    /// The first stretch of characters whose initials, or syllables, spell the letters.
    pub fn find(&self, letters: &str) -> Option<Range<usize>> {
        let is_spelling = letters.chars().all(|letter| letter.is_ascii_alphanumeric());
        if !self.has_chinese || letters.is_empty() || !is_spelling {
            return None;
        }
        let begins = |start: &usize| !matches!(self.characters[*start], Character::Silent);
        (0..self.characters.len()).filter(begins).find_map(|start| {
            let end = self.end(start, letters)?;
            Some(start..end)
        })
    }

    /// The end of the stretch that begins here and spells the letters. A syllable may be given in
    /// full or by its initial; the last one by any beginning of it.
    fn end(&self, start: usize, letters: &str) -> Option<usize> {
        // How many letters may be spelled so far: all ways at once, for one after another would take
        // exponential time where characters have several readings.
        let mut spelled = BTreeSet::from([0]);
        for (at, character) in self.characters.iter().enumerate().skip(start) {
            let mut next = BTreeSet::new();
            for &taken in &spelled {
                let rest = &letters[taken..];
                match character {
                    Character::Silent => _ = next.insert(taken),
                    Character::Plain(letter) if rest.starts_with(*letter) => _ = next.insert(taken + 1),
                    Character::Plain(_) => {}
                    Character::Chinese(readings) => {
                        if readings.iter().any(|reading| reading.starts_with(rest)) {
                            return Some(at + 1);
                        }
                        let shares = readings.iter().flat_map(|one| [*one, initial(one), &one[..1]]);
                        next.extend(
                            shares.filter(|share| rest.starts_with(share)).map(|share| taken + share.len()),
                        );
                    }
                }
            }
            if next.contains(&letters.len()) {
                return Some(at + 1);
            }
            spelled = next;
            if spelled.is_empty() {
                return None;
            }
        }
        None
    }
}

fn character(one: char) -> Character {
    let readings = of(one);
    match readings.is_empty() {
        false => Character::Chinese(readings),
        true if one.is_alphanumeric() && !is_han(one) => Character::Plain(one),
        true => Character::Silent,
    }
}

/// A Chinese character without a reading that people type (嗯) is passed over.
fn is_han(one: char) -> bool {
    matches!(one, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..)
}

/// `zh`, `ch` and `sh` are initials of two letters.
fn initial(reading: &'static str) -> &'static str {
    let is_double = ["zh", "ch", "sh"].iter().any(|double| reading.starts_with(double));
    &reading[..if is_double { 2 } else { 1 }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str, letters: &str) -> Option<String> {
        let characters: Vec<char> = words.to_lowercase().chars().collect();
        let range = Spelling::new(&characters).find(letters)?;
        Some(characters[range].iter().collect())
    }

    #[test]
    fn initials_syllables_and_mixtures_find_the_characters() {
        for (words, letters, expected) in [
            ("高新技术企业", "gxjs", "高新技术"),
            ("高新技术企业", "gxjsqy", "高新技术企业"),
            ("高新技术企业", "jsqy", "技术企业"),
            ("高新技术企业", "gaoxin", "高新"),
            ("高新技术企业", "gaoxinji", "高新技"),
            ("高新技术企业", "gaoxinj", "高新技"),
            ("高新技术企业", "gaoxjsqiye", "高新技术企业"),
            ("高新技术企业", "gxjshu", "高新技术"),
            ("高新技术企业", "gxjsh", "高新技术"),
            ("实施“揭榜挂帅”项目", "jbgs", "揭榜挂帅"),
            ("实施“揭榜挂帅”项目", "ssjb", "实施“揭榜"),
            ("SF6压缩机", "sf6ys", "sf6压缩"),
            ("2023年节点", "2023njd", "2023年节点"),
            ("中试基地", "zhongshi", "中试"),
            ("中试基地", "zhsjd", "中试基地"),
        ] {
            assert_eq!(found(words, letters).as_deref(), Some(expected), "{words} {letters}");
        }
    }

    /// engine C1: the table knows characters, not words, so each reading of a character finds it: as people say the word,
    /// and as the table reads its characters by themselves.
    #[test]
    fn initials_of_words_whose_characters_are_read_otherwise_alone_find_them() {
        for (words, as_said, as_listed) in [
            ("厦门", "xm", "sm"),
            ("银行", "yh", "yx"),
            ("调整", "tz", "dz"),
            ("长春", "cc", "zc"),
            ("重庆", "cq", "zq"),
            ("会计", "kj", "hj"),
            ("长甸", "cd", "zd"),
            ("行长", "hz", "xz"),
            ("成都", "cd", "cd"),
            ("朝阳", "cy", "zy"),
            ("单县", "sx", "dx"),
            ("市银行业协会", "yhyxh", "yxyxh"),
            ("重大项目调度", "zdxmdd", "cdxmtd"),
        ] {
            for letters in [as_said, as_listed] {
                assert!(found(words, letters).is_some(), "{words} {letters}");
            }
        }
        let spelled = [
            ("厦门", "xiamen"),
            ("银行", "yinhang"),
            ("调整", "tiaozheng"),
            ("会计", "kuaiji"),
            ("行长", "hangzhang"),
        ];
        for (words, letters) in spelled {
            assert_eq!(found(words, letters).as_deref(), Some(words), "{letters}");
        }
    }

    #[test]
    fn a_character_with_several_readings_matches_each() {
        for (words, letters) in [
            ("重庆", "cq"),
            ("重庆", "zq"),
            ("重点", "zd"),
            ("重点", "zhongdian"),
            ("银行", "yh"),
            ("银行", "yx"),
            ("都市", "ds"),
            ("长春", "changchun"),
            ("长春", "zc"),
            ("调度", "dd"),
            ("调度", "td"),
        ] {
            assert!(found(words, letters).is_some(), "{words} {letters}");
        }
    }

    #[test]
    fn many_readings_one_after_another_take_no_time() {
        assert_eq!(found(&"行".repeat(300), &["h".repeat(199), "q".into()].concat()), None);
        assert!(found(&"行".repeat(300), &"h".repeat(200)).is_some());
    }

    #[test]
    fn what_does_not_spell_the_words_finds_nothing() {
        for (words, letters) in [
            ("高新技术企业", "gxqy"),
            ("高新技术企业", "gaxin"),
            ("高新技术企业", "gxjsqyx"),
            ("高新技术企业", "高新"),
            ("高新技术企业", ""),
            ("High-tech enterprises", "high"),
            ("“”", "a"),
        ] {
            assert_eq!(found(words, letters), None, "{words} {letters}");
        }
    }
}
