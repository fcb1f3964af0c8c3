//! The pasted text as letters, cut into lines, sentences and clauses. Places are counted in letters, so that nothing
//! that is cut out ever splits one.

use crate::text::is_unseen_control;

/// A stretch of letters of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first letter, counted from 0.
    pub from: usize,
    /// Behind the last letter.
    pub to: usize,
}

impl Span {
    /// From one letter to before another; empty where the second comes first.
    pub fn new(from: usize, to: usize) -> Self {
        Self { from, to: to.max(from) }
    }

    /// Whether no letter is in it.
    pub fn is_empty(self) -> bool {
        self.from >= self.to
    }

    /// Whether all of the other lies in it.
    pub fn holds(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// The part between two letters of the text that lies in it.
    pub fn within(self, from: usize, to: usize) -> Self {
        Self::new(from.max(self.from), to.min(self.to))
    }
}

/// The text with what a reader has to know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    letters: Vec<char>,
    /// The same letters with digits and signs in half width, one for one.
    narrow: Vec<char>,
}

impl Source {
    /// Of a text; line ends become one letter, and what nobody sees is left out.
    pub fn new(text: &str) -> Self {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let seen = |letter: &char| matches!(letter, '\n' | '\t') || !is_unseen_control(*letter);
        let letters: Vec<char> = text.chars().filter(seen).collect();
        let narrow = letters.iter().copied().map(narrow).collect();
        Self { letters, narrow }
    }

    /// The whole text.
    pub fn all(&self) -> Span {
        Span::new(0, self.letters.len())
    }

    /// The letters as they stand there.
    pub fn raw(&self, span: Span) -> String {
        self.letters.get(span.from..span.to).unwrap_or_default().iter().collect()
    }

    /// The letters to read numbers and signs from.
    pub fn narrow(&self, span: Span) -> &[char] {
        self.narrow.get(span.from..span.to).unwrap_or_default()
    }

    /// The same as a string.
    pub fn words(&self, span: Span) -> String {
        self.narrow(span).iter().collect()
    }

    /// One letter to read, if there is one.
    pub fn at(&self, place: usize) -> Option<char> {
        self.narrow.get(place).copied()
    }

    /// Without the blanks around it.
    pub fn trimmed(&self, span: Span) -> Span {
        let letters = self.letters.get(span.from..span.to).unwrap_or_default();
        let Some(first) = letters.iter().position(|one| !is_blank(*one)) else {
            return Span::new(span.to, span.to);
        };
        let last = letters.iter().rposition(|one| !is_blank(*one)).unwrap_or(first);
        Span::new(span.from + first, span.from + last + 1)
    }

    /// Every line with something on it, with its number counted from 1.
    pub fn lines(&self) -> Vec<(usize, Span)> {
        let mut lines = Vec::new();
        let mut from = 0;
        for (at, line) in self.letters.split(|one| *one == '\n').enumerate() {
            let span = self.trimmed(Span::new(from, from + line.len()));
            if !span.is_empty() {
                lines.push((at + 1, span));
            }
            from += line.len() + 1;
        }
        lines
    }

    /// The number of the line in which a letter stands, counted from 1.
    pub fn line_of(&self, place: usize) -> usize {
        let before = self.letters.get(..place.min(self.letters.len())).unwrap_or_default();
        before.iter().filter(|one| **one == '\n').count() + 1
    }

    /// The sentences of a paragraph, each with what ends it. A dot between quotation marks ends none.
    pub fn sentences(&self, paragraph: Span) -> Vec<Span> {
        self.cut(paragraph, |source, at| source.ends_sentence(at))
    }

    /// The clauses of a sentence, without what ends them.
    pub fn clauses(&self, sentence: Span) -> Vec<Span> {
        let cut = self.cut(sentence, |source, at| source.ends_clause(at) || source.ends_sentence(at));
        let bare = cut.into_iter().map(|one| {
            let end = one.to.saturating_sub(1);
            let is_mark = self.ends_clause(end) || self.ends_sentence(end);
            self.trimmed(if is_mark { Span::new(one.from, end) } else { one })
        });
        bare.filter(|one| !one.is_empty()).collect()
    }

    /// What stands between marks, cut behind each place for which `ends` holds outside of brackets and quotation marks.
    fn cut(&self, whole: Span, ends: impl Fn(&Self, usize) -> bool) -> Vec<Span> {
        let is_balanced = self.depth(whole, whole.to) == 0;
        let (mut found, mut from, mut depth) = (Vec::new(), whole.from, 0_i32);
        for place in whole.from..whole.to {
            depth += self.at(place).map_or(0, step);
            if (depth <= 0 || !is_balanced) && ends(self, place) {
                found.push(self.trimmed(Span::new(from, place + 1)));
                from = place + 1;
            }
        }
        found.push(self.trimmed(Span::new(from, whole.to)));
        found.retain(|one| !one.is_empty());
        found
    }

    fn depth(&self, whole: Span, to: usize) -> i32 {
        self.narrow(whole.within(whole.from, to)).iter().map(|one| step(*one)).sum()
    }

    fn ends_sentence(&self, at: usize) -> bool {
        match self.at(at) {
            Some('。' | '；' | ';' | '！' | '!' | '？' | '?') => true,
            // An English dot has a space behind it, and no capital of an abbreviation before it.
            Some('.') => {
                let is_end = self.at(at + 1).is_none_or(char::is_whitespace);
                let before = at.checked_sub(2).and_then(|before| self.at(before));
                let is_short = before.is_none_or(|one| matches!(one, ' ' | '.'));
                is_end && !is_short
            }
            _ => false,
        }
    }

    fn ends_clause(&self, at: usize) -> bool {
        match self.at(at) {
            Some('，' | '：') => true,
            Some(',' | ':') => {
                let is_digit = |place: Option<usize>| {
                    place.and_then(|place| self.at(place)).is_some_and(|one| one.is_ascii_digit())
                };
                !(is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)))
            }
            _ => false,
        }
    }
}

/// How a letter opens or closes brackets and quotation marks.
fn step(letter: char) -> i32 {
    match letter {
        '“' | '《' | '（' | '(' | '〔' | '「' | '『' | '【' => 1,
        '”' | '》' | '）' | ')' | '〕' | '」' | '』' | '】' => -1,
        _ => 0,
    }
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
}

/// Digits, Latin letters and signs in half width; punctuation stays, since it tells where a sentence ends.
fn narrow(letter: char) -> char {
    match letter {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '．' | '＞' | '＜' | '＝' | '＋' | '－' | '／' => {
            char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter)
        }
        '—' | '–' | '～' | '~' | '−' => '-',
        '\u{3000}' | '\u{a0}' => ' ',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, cut: fn(&Source, Span) -> Vec<Span>) -> Vec<String> {
        let source = Source::new(text);
        cut(&source, source.all()).into_iter().map(|one| source.raw(one)).collect()
    }

    #[test]
    fn a_mark_between_quotation_marks_or_digits_cuts_nothing() {
        let sentences = parts("推进“一、二。三”建设。达到1,300家；到2025年，完成。", Source::sentences);
        assert_eq!(sentences, ["推进“一、二。三”建设。", "达到1,300家；", "到2025年，完成。"]);
        let clauses = parts("到2025年，新增1,300家，其中省级30家。", Source::clauses);
        assert_eq!(clauses, ["到2025年", "新增1,300家", "其中省级30家"]);
    }

    #[test]
    fn an_english_dot_ends_a_sentence_only_before_a_space() {
        let sentences = parts("Plant 1.5 million trees. Ask the U.S. firms. Done.", Source::sentences);
        assert_eq!(sentences, ["Plant 1.5 million trees.", "Ask the U.S. firms.", "Done."]);
    }

    #[test]
    fn a_bracket_that_nobody_closes_does_not_swallow_the_sentences() {
        let sentences = parts("按（附件办理。另行通知。", Source::sentences);
        assert_eq!(sentences.len(), 2);
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let source = Source::new("\u{feff}一\r\n\r\n  二  \n");
        let lines: Vec<_> = source.lines().into_iter().map(|(at, span)| (at, source.raw(span))).collect();
        assert_eq!(lines, [(1, "一".to_owned()), (3, "二".to_owned())]);
        assert_eq!(source.line_of(source.lines()[1].1.from), 3);
    }
}
