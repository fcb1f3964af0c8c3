//! Phrases in each language. This room knows nobody: what a page says of its own stands in that
//! page's words, written with the types from here.
//!
//! Phrases are structs of plain strings, one value per language, so that a missing translation is a
//! compile error and a part that loads later carries its own words.

#![warn(missing_docs)]

pub mod order;
mod table;

pub use table::{Cell, Column, Link, ListedAt, Piece, Table};

use serde::{Deserialize, Serialize};

/// The one name of a thing, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The name in Simplified Chinese.
    pub zh: &'static str,
    /// The name in English.
    pub en: &'static str,
}

impl Term {
    /// The name in the given language.
    pub fn words(self, language: Language) -> &'static str {
        language.pick(self.zh, self.en)
    }
}

/// Typed words on one line, without control characters, which no record takes.
pub fn one_line(typed: &str) -> String {
    let line: String = typed.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    line.trim().to_owned()
}

/// Something that can be chosen from a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What stands for it in the form.
    pub value: String,
    /// What it is called.
    pub words: Text,
}

/// A language of plan and page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Simplified Chinese, the first language of the interface.
    Zh,
    /// English.
    En,
}

impl Language {
    /// Every language, first the first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The language that this one is not.
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// The word in storage.
    pub fn slug(self) -> &'static str {
        self.pick("zh", "en")
    }

    /// Tag for `lang` attributes (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// Picks the value that belongs to this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// Whether a letter is none that people see: a control, a break of lines, one that turns the direction in which letters
/// are read (bidi controls), or one without width. In a name it can only make the sentence around it read otherwise,
/// or two names look alike that are not.
pub fn is_unseen_control(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a letter is read from right to left (Hebrew, Arabic and their kin): words that have one stand apart from the
/// sentence around them, which would turn with them.
pub fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        || matches!(letter, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// First strong isolate and its end: between them words are read by themselves.
pub const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

/// Words that somebody typed, as they stand within a sentence of the page, an attribute, or a text that is handed out:
/// without what nobody sees, and apart from what stands around them where they are read from right to left. Else the
/// sentence would turn with them, and its figures with it.
pub fn isolated(words: &str) -> String {
    let turns = words.chars().any(is_right_to_left);
    let mut out = String::new();
    out.extend(turns.then_some(ISOLATE));
    for letter in words.chars() {
        match letter {
            // An isolate ends with its line.
            '\n' if turns => out.extend([END_OF_ISOLATE, '\n', ISOLATE]),
            '\n' | '\t' => out.push(letter),
            _ if is_unseen_control(letter) => {}
            _ => out.push(letter),
        }
    }
    out.extend(turns.then_some(END_OF_ISOLATE));
    out
}

/// Words to show. `language` is set where they are not in the language of the page, so that the
/// markup can mark them for screen readers, hyphenation and fonts.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text {
    /// The words, ready to show: plain text, no markup.
    pub words: String,
    /// The language of the words where it is another than the page's; `None` where it is the page's.
    pub language: Option<Language>,
}

impl Text {
    /// Words in the language of the page.
    pub fn plain(words: impl Into<String>) -> Self {
        Self { words: words.into(), language: None }
    }

    /// Words in `language` on a page in `page`.
    pub fn marked(words: impl Into<String>, language: Language, page: Language) -> Self {
        Self { words: words.into(), language: (language != page).then_some(language) }
    }

    /// Words that a person typed. Records of every age and from everybody: see [`isolated`].
    pub fn typed(words: &str, page: Language) -> Self {
        Self::guessed(isolated(words), page)
    }

    /// Words in Chinese if there is any in them, else taken for words of the page: a sentence of the page with words in
    /// it that a person typed and that are [`isolated`] already.
    pub fn guessed(words: String, page: Language) -> Self {
        let is_han = |letter: char| matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
        let language = if words.chars().any(is_han) { Language::Zh } else { page };
        Self::marked(words, language, page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// hostile 8b: whatever was typed, the words of the page around it stay as they are, in each line of it.
    #[test]
    fn words_from_right_to_left_stand_apart_and_others_are_left_as_they_are() {
        for (typed, shown) in [
            ("张三 (3)", "张三 (3)"),
            ("", ""),
            ("مريم 3", "\u{2068}مريم 3\u{2069}"),
            ("a\tשלום\n3", "\u{2068}a\tשלום\u{2069}\n\u{2068}3\u{2069}"),
            ("\u{202e}م\u{2069}\u{200f}3", "\u{2068}م3\u{2069}"),
            ("\u{2067}3\u{feff}", "3"),
        ] {
            assert_eq!(isolated(typed), shown);
            assert_eq!(isolated(shown), shown, "once is as good as twice");
            assert_eq!(Text::typed(typed, Language::Zh).words, shown);
        }
    }
}
