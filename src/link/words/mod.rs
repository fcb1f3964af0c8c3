//! What links and codes say to people: what is wrong, and what to do about it. Here are the fixed words; the sentences
//! stand by subject.

mod editions;
mod faults;
mod parts;
mod passphrase;

pub use editions::{edition, editions_of_file};
pub use faults::not_made;
pub use parts::too_long_for_one_code;

use super::envelope::Kind;
use super::sequence::Added;
use crate::text::Language;

/// Fixed words about links, codes and passphrases.
pub struct Words {
    /// Name of the kind 填报链接.
    pub fill_in: &'static str,
    /// Name of the kind 回执.
    pub receipt: &'static str,
    /// Name of the kind 退回.
    pub returned: &'static str,
    /// Name of the kind 快照.
    pub snapshot: &'static str,
    /// Name of a link behind a passphrase, whatever is in it.
    pub protected: &'static str,
    /// Shown when a pasted text holds no link of ours.
    pub nothing_found: &'static str,
    /// Said of a link that stands further up in the same text.
    pub repeated: &'static str,
    /// Shown when a pasted text holds more links than are looked at.
    pub full: &'static str,
    /// Shown when a part arrives that was missing.
    pub part_new: &'static str,
    /// Shown when a part arrives a second time.
    pub part_again: &'static str,
    /// Shown when a part of another set arrives.
    pub part_foreign: &'static str,
    /// Warning beside the choice to send without a passphrase.
    pub unprotected: &'static str,
    /// Advice beside a field for a passphrase.
    pub passphrase: &'static str,
}

const ZH: Words = Words {
    fill_in: "填报链接",
    receipt: "回执",
    returned: "退回",
    snapshot: "快照",
    protected: "加密链接",
    nothing_found: "粘贴的内容里没有本页的链接。请把对方发来的整条消息复制过来。",
    repeated: "与前面的一条相同，只算一次。",
    full: "链接太多，后面的没有再看。请分几次粘贴。",
    part_new: "收到一段。",
    part_again: "这一段已经收到过。",
    part_foreign: "这一段属于另一组，没有读入。",
    unprotected: "没有口令的链接，拿到的人都能查看；发出后无法收回。",
    passphrase: "口令前后的空格不算，全角字母、数字和符号按半角算；大小写和中间的空格要一致。口令请另行告知，不要与链接一起发。",
};

const EN: Words = Words {
    fill_in: "Fill-in link",
    receipt: "Receipt",
    returned: "Return",
    snapshot: "Snapshot",
    protected: "Protected link",
    nothing_found: "No link of this page is in what was pasted. Copy the whole message as it came.",
    repeated: "The same as one further up; counted once.",
    full: "There are too many links; the rest was not looked at. Paste them in several goes.",
    part_new: "One part has arrived.",
    part_again: "This part had arrived before.",
    part_foreign: "This part belongs to another set and was left out.",
    unprotected: "Whoever has a link without a passphrase can read it; once sent, it cannot be called back.",
    passphrase: "Spaces around the passphrase do not count, and full-width letters, digits and signs count as plain ones; capitals and inner spaces must match. Do not send the passphrase together with the link.",
};

/// Returns the words in a language.
pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

impl Words {
    /// The name of a kind.
    pub fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::FillIn => self.fill_in,
            Kind::Receipt => self.receipt,
            Kind::Returned => self.returned,
            Kind::Snapshot => self.snapshot,
            Kind::Protected => self.protected,
        }
    }

    /// What a part was to those before it.
    pub fn added(&self, added: Added) -> &'static str {
        match added {
            Added::New => self.part_new,
            Added::Again => self.part_again,
            Added::Foreign => self.part_foreign,
        }
    }
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
