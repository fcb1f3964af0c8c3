//! Why there is no plan to show, in both languages: nobody can have chosen one yet.

use super::words;
use crate::plan::faults::{Fault, Problem, Sentences, find};
use crate::plan::read::MOST_BYTES;
use crate::text::Language;

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file could not be fetched; holds the server's status where it gave one.
    Missing(Option<u16>),
    /// It has more bytes than the page is willing to read.
    TooLarge,
    /// It was read and is not a sound plan.
    Unsound(String),
}

/// What stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// One per language.
    pub said: Vec<Said>,
    pub faults: Vec<FaultRow>,
}

/// The page's own words in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub language: Language,
    pub heading: String,
    pub sentence: String,
    /// What to do, step by step.
    pub steps: Vec<&'static str>,
    pub reload: &'static str,
}

/// One fault.
#[derive(Clone, Debug, PartialEq)]
pub struct FaultRow {
    /// Where, as a path into the file; none for the file as a whole.
    pub path: Option<String>,
    /// Identifier of the closest part around it.
    pub item: Option<String>,
    /// Characters of the file itself.
    pub quotation: Option<String>,
    /// The sentences, one per language.
    pub said: Vec<(Language, Sentences)>,
}

/// The page for a refusal.
pub fn model(refusal: &Refusal) -> Refused {
    let faults = match refusal {
        Refusal::Missing(_) | Refusal::TooLarge => Vec::new(),
        Refusal::Unsound(text) => find(text),
    };
    let said = |language| Said {
        language,
        heading: match refusal {
            Refusal::Missing(_) => words::missing(language).into(),
            Refusal::TooLarge => words::too_large(language).into(),
            Refusal::Unsound(_) => words::unsound(language, count(&faults)),
        },
        sentence: match refusal {
            Refusal::Missing(status) => words::missing_because(language, *status),
            Refusal::TooLarge => words::at_most(language, MOST_BYTES),
            Refusal::Unsound(_) if faults.is_empty() => words::unnamed(language).into(),
            Refusal::Unsound(_) => words::every_fault(language).into(),
        },
        steps: match refusal {
            Refusal::Missing(_) => words::steps_for_missing(language),
            Refusal::TooLarge | Refusal::Unsound(_) => words::steps_for_unsound(language),
        },
        reload: words::reload(language),
    };
    Refused { said: Language::ALL.map(said).into(), faults: faults.iter().map(row).collect() }
}

/// How many faults there are, those that are not listed included.
fn count(faults: &[Fault]) -> usize {
    let each = |fault: &Fault| match &fault.problem {
        Problem::More { count } => *count,
        _ => 1,
    };
    faults.iter().map(each).sum()
}

fn row(fault: &Fault) -> FaultRow {
    let said: Vec<_> = Language::ALL.map(|language| (language, fault.say(language))).into();
    FaultRow {
        path: (!fault.path.is_empty()).then(|| fault.path.clone()),
        item: fault.item.clone(),
        quotation: said.first().and_then(|(_, sentences)| sentences.quotation.clone()),
        said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = include_str!("../../../../tests/plans/small.json");

    fn unsound(text: &str) -> Refused {
        model(&Refusal::Unsound(text.into()))
    }

    #[test]
    fn three_faults_in_one_file_are_all_named_with_their_places() {
        let text = SMALL
            .replace(r#""issuer": "council""#, r#""issuer": "nobody""#)
            .replace(r#""months": 6"#, r#""months": 7"#)
            .replace(r#""date": "2031-02-28""#, r#""date": "2031-02-30""#);
        let page = unsound(&text.replace("2031-02-30", "2031-02-28"));
        let paths: Vec<_> = page.faults.iter().filter_map(|fault| fault.path.as_deref()).collect();
        assert!(paths.contains(&"issuer"), "{paths:?}");
        assert!(paths.contains(&"cycle.rounds[1].months"), "{paths:?}");
        let form = unsound(&text);
        assert!(form.faults.iter().any(|fault| fault.path.as_deref() == Some("document.date")));
    }

    #[test]
    fn each_fault_is_said_in_both_languages_and_each_says_all_three_things() {
        let page = unsound(&SMALL.replace(r#""schema": 1"#, r#""schema": "one""#));
        assert!(!page.faults.is_empty());
        for fault in &page.faults {
            let languages: Vec<_> = fault.said.iter().map(|(language, _)| *language).collect();
            assert_eq!(languages, Language::ALL);
            for (language, sentences) in &fault.said {
                for words in [&sentences.found, &sentences.allowed, &sentences.advice] {
                    assert!(!words.is_empty(), "{language:?} {fault:?}");
                }
            }
        }
    }

    #[test]
    fn the_three_refusals_have_different_headings() {
        let pages = [Refusal::Missing(Some(404)), Refusal::TooLarge, Refusal::Unsound("{".into())]
            .map(|refusal| model(&refusal));
        for language in 0..2 {
            let mut headings: Vec<_> = pages.iter().map(|page| page.said[language].heading.clone()).collect();
            headings.dedup();
            assert_eq!(headings.len(), 3);
        }
        assert!(pages[0].said[1].sentence.contains("404"));
        assert!(pages[1].said[1].sentence.contains("2 MB"));
    }

    #[test]
    fn what_nobody_can_name_is_still_told() {
        // A sound plan that was refused all the same: an older program, or a fault of ours.
        let page = unsound(SMALL);
        assert_eq!(page.faults, []);
        assert_eq!(page.said[1].sentence, words::unnamed(Language::En));
    }
}
