//! The sentences for a fault, in each language.

mod en;
mod zh;

use super::{Fault, Problem, Rule};
use crate::text::Language;

/// What to tell about a fault. All but the quotation is in the language that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// What was found.
    pub found: String,
    /// The characters of the file itself, shortened and made harmless, in whatever language they are.
    pub quotation: Option<String>,
    /// What is allowed there.
    pub allowed: String,
    /// What to do.
    pub advice: String,
}

impl Fault {
    /// The fault in sentences.
    pub fn say(&self, language: Language) -> Sentences {
        let [found, allowed, advice] = match language {
            Language::Zh => zh::say(&self.problem),
            Language::En => en::say(&self.problem),
        };
        Sentences { found, quotation: quotation(&self.problem).map(clean), allowed, advice }
    }

    /// The fault on one line, for a terminal or a message.
    pub fn line(&self, language: Language) -> String {
        let Sentences { found, quotation, allowed, advice } = self.say(language);
        let quotation = quotation.map(|words| language.pick(format!("“{words}”"), format!(" “{words}”")));
        let item = self.item.as_ref().map(|id| language.pick(format!("（{id}）"), format!(" ({id})")));
        let place = match self.path.as_str() {
            "" => language.pick("整个文件", "whole file"),
            path => path,
        };
        let (item, quotation) = (item.unwrap_or_default(), quotation.unwrap_or_default());
        match language {
            Language::Zh => format!("{place}{item}：{found}{quotation}；应为：{allowed}。{advice}"),
            Language::En => format!("{place}{item}: {found}{quotation}; allowed: {allowed}. {advice}"),
        }
    }
}

/// The file's own characters that the fault is about.
fn quotation(problem: &Problem) -> Option<&str> {
    match problem {
        Problem::NotJson { written, .. } => Some(written).filter(|written| !written.trim().is_empty()),
        Problem::WrongShape { written, .. } => written.as_ref(),
        Problem::NotAllowed { found, .. }
        | Problem::NotWritten { found, .. }
        | Problem::OutOfRange { found, .. } => Some(found),
        Problem::Rule(rule) => match rule {
            Rule::IdShape { found } | Rule::TimeZone { found } | Rule::Unreadable { found } => Some(found),
            Rule::IdTaken { id, .. }
            | Rule::NoSuch { id, .. }
            | Rule::OtherKind { id, .. }
            | Rule::ListedTwice { id }
            | Rule::RelatedToItself { id }
            | Rule::NotMutual { id }
            | Rule::CountsLevel { id } => Some(id),
            Rule::NoState { key, .. } => Some(key),
            Rule::Form { .. }
            | Rule::MembersOutsideGroup
            | Rule::Count { .. }
            | Rule::Total { .. }
            | Rule::Blank
            | Rule::TextTooLong { .. }
            | Rule::Period { .. }
            | Rule::YearOutside { .. }
            | Rule::MonthOutside { .. }
            | Rule::SpanReversed { .. }
            | Rule::YearOrder { .. }
            | Rule::RoundMonths { .. }
            | Rule::RoundOrder { .. }
            | Rule::Window { .. }
            | Rule::DayOffAndWorked { .. }
            | Rule::Collective { .. } => None,
        },
        Problem::TooLarge { .. }
        | Problem::NotUtf8 { .. }
        | Problem::Foreign { .. }
        | Problem::Missing { .. }
        | Problem::Unknown { .. }
        | Problem::Repeated
        | Problem::Empty
        | Problem::More { .. } => None,
    }
    .map(String::as_str)
}

/// The text as it can be shown anywhere: short, on one line, with nothing in it that steers a terminal
/// or turns the direction of writing.
pub fn clean(text: &str) -> String {
    const LONGEST: usize = 60;
    let steers = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut letters = text.chars();
    let mut clean: String = letters
        .by_ref()
        .take(LONGEST)
        .map(|letter| if steers(letter) { char::REPLACEMENT_CHARACTER } else { letter })
        .collect();
    if letters.next().is_some() {
        clean.push('…');
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_file_says_cannot_steer_a_terminal() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\n"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}");
        assert_eq!(clean(&"指".repeat(61)), "指".repeat(60) + "…");
    }
}
