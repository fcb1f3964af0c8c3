//! Sentences with names in them, which may be in another language than the page.

use crate::text::{Language, Text};

/// A sentence: pieces one after another, without anything between them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Sentence(pub Vec<Text>);

impl Sentence {
    /// Words of the page's own.
    pub fn plain(words: impl Into<String>) -> Self {
        Self(vec![Text::plain(words)])
    }

    /// Goes on with words of the page's own.
    #[must_use]
    pub fn then(mut self, words: impl Into<String>) -> Self {
        self.0.push(Text::plain(words));
        self
    }

    /// Goes on with a name.
    #[must_use]
    pub fn name(mut self, name: Text) -> Self {
        self.0.push(name);
        self
    }

    /// Goes on with names, separated as the language does it.
    #[must_use]
    pub fn names(mut self, names: Vec<Text>, language: Language) -> Self {
        for (index, name) in names.into_iter().enumerate() {
            if index > 0 {
                self = self.then(language.pick("、", ", "));
            }
            self = self.name(name);
        }
        self
    }

    /// All of it as one string.
    pub fn words(&self) -> String {
        self.0.iter().map(|piece| piece.words.as_str()).collect()
    }

    /// The same for an attribute, which cannot say that a part is in another language; none where one is.
    pub fn in_one_language(&self) -> Option<String> {
        self.0.iter().all(|piece| piece.language.is_none()).then(|| self.words())
    }

    /// The first language in it that is not the page's.
    pub fn foreign(&self) -> Option<Language> {
        self.0.iter().find_map(|piece| piece.language)
    }
}
