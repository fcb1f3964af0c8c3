//! What links and codes say to people: what is wrong, and what to do about it. Here are the fixed words; the sentences
//! stand by subject.

mod editions;
mod faults;
mod parts;
mod passphrase;

pub use editions::{edition, editions_of_file};
pub use faults::not_made;
pub use parts::too_long_for_one_code;

use crate::text::Language;

/// Fixed words about links, codes and passphrases.
pub struct Words {
    /// Warning beside the choice to send without a passphrase.
    pub unprotected: &'static str,
    /// Advice beside a field for a passphrase.
    pub passphrase: &'static str,
}

const ZH: Words = Words {
    unprotected: "没有口令的链接，拿到的人都能查看；发出后无法收回。",
    passphrase: "口令前后的空格不算，全角字母、数字和符号按半角算；大小写和中间的空格要一致。口令请另行告知，不要与链接一起发。",
};

const EN: Words = Words {
    unprotected: "Whoever has a link without a passphrase can read it; once sent, it cannot be recalled.",
    passphrase: "Spaces around the passphrase do not count, and full-width letters, digits and signs count as plain ones; capitals and inner spaces must match. Do not send the passphrase together with the link.",
};

/// Returns the words in a language.
pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::codec::{MOST_BATCHES, MOST_ENTRIES, MOST_ENTRIES_IN_ALL, MOST_LETTERS};
    use crate::link::Fault;
    use crate::link::protected::ProtectedFault;
    use crate::link::sequence::SplitFault;
    use crate::plan::Year;

    fn sentences(language: Language) -> Vec<String> {
        let faults = [
            Fault::NotOurs,
            Fault::Cut { arrived: 31, whole: Some(97) },
            Fault::Cut { arrived: 5, whole: None },
            Fault::Damaged,
            Fault::Recased,
            Fault::NewerVersion { version: '2' },
            Fault::UnknownKind { kind: 'w' },
            Fault::OtherPlan { plan: 1 },
            Fault::TooLong { length: 12, limit: 11 },
            Fault::InflatesTooFar { limit: 11 },
            Fault::TooMany,
            Fault::OutOfTime { first: Year(2013), last: Year(2035) },
        ];
        let protected = [
            ProtectedFault::NoPassphrase,
            ProtectedFault::PassphraseTooShort { least: 8 },
            ProtectedFault::PassphraseTooLong { most: 256 },
            ProtectedFault::WrongOrChanged,
            ProtectedFault::TooCostly { mebibytes: 255, passes: 9 },
            ProtectedFault::TooCheap { mebibytes: 1, passes: 1 },
            ProtectedFault::NoMemory { mebibytes: 32 },
            ProtectedFault::KeyNotMade,
            ProtectedFault::WrongKind,
        ];
        let split = [SplitFault::NotWhole, SplitFault::TooMany { parts: 99 }, SplitFault::NoRoom];
        let faults = faults.iter().map(|fault| fault.sentence(language));
        let protected = protected.iter().map(|fault| fault.sentence(language));
        let split = split.iter().map(|fault| fault.sentence(language));
        let unmade = not_made(&Fault::TooLong { length: 12, limit: 11 }, language);
        let others = [too_long_for_one_code(1200, language), unmade];
        faults.chain(protected).chain(split).chain(others).collect()
    }

    #[test]
    fn every_fault_has_a_sentence_of_its_own_in_its_language() {
        for language in Language::ALL {
            let sentences = sentences(language);
            for (index, sentence) in sentences.iter().enumerate() {
                let has_han = sentence.chars().any(|c| ('\u{3000}'..='\u{9fff}').contains(&c));
                assert_eq!(has_han, language == Language::Zh, "{sentence}");
                assert!(!sentences[..index].contains(sentence), "{sentence}");
            }
        }
        let cut = &sentences(Language::En)[1];
        assert!(cut.contains("31 of 97"), "{cut}");
        for language in Language::ALL {
            let many = Fault::TooMany.sentence(language);
            for most in [MOST_BATCHES, MOST_ENTRIES, MOST_ENTRIES_IN_ALL, MOST_LETTERS] {
                assert!(many.contains(&most.to_string()), "{many}");
            }
        }
    }
}
