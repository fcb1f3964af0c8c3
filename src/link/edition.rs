//! By which edition of a plan something was made: where another one judges it, lights may differ.

use super::fingerprint::Code;
use crate::plan::{Deciding, Plan};
use crate::text::{Language, is_unseen_control};

/// Most bytes of an edition's name; the rest is cut off.
const LONGEST_VERSION: usize = 60;
/// Bytes of a code.
const CODE: usize = 5;

/// An edition of a plan: the same where figures are judged alike, whatever it calls itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Of what decides figures and lights.
    pub code: Code,
    /// What the plan calls this edition of itself.
    pub version: String,
}

/// What two editions are to each other, where something made by one is judged by the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// Lights are those that its maker saw.
    Alike,
    /// Another edition judges.
    Otherwise,
    /// It does not say by which edition it was made: an older release made it.
    Unknown,
}

impl Edition {
    /// The edition of a plan.
    pub fn of(plan: &Plan) -> Self {
        let Deciding { areas, rest } = Deciding::of(plan);
        let mut text = rest;
        for area in areas {
            text.push_str(&area);
        }
        let mut version: String = plan.version.chars().filter(|letter| !is_unseen_control(*letter)).collect();
        while version.len() > LONGEST_VERSION {
            version.pop();
        }
        Self { code: Code::of(text.as_bytes()), version }
    }

    /// How what was made by an edition, as far as it says so, is judged by this one.
    pub fn judges(&self, made_by: Option<&Self>) -> Judged {
        match made_by {
            None => Judged::Unknown,
            Some(made_by) if made_by.code == self.code => Judged::Alike,
            Some(_) => Judged::Otherwise,
        }
    }

    /// As people tell it from others: its own name, and its code, which differs where the name was forgotten.
    pub fn name(&self, language: Language) -> String {
        let (open, close) = language.pick(("（", "）"), (" (", ")"));
        [&*self.version, open, &self.code.to_string(), close].concat()
    }

    /// Code, length of the name in bytes, and the name.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.code.bytes());
        bytes.push(self.version.len() as u8);
        bytes.extend(self.version.as_bytes());
    }

    /// Reads what [`Edition::write`] wrote, and what comes after it; none where that is cut or no text.
    pub(super) fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (code, rest) = bytes.split_first_chunk::<CODE>()?;
        let (&length, rest) = rest.split_first()?;
        let (version, rest) = rest.split_at_checked(length.into())?;
        let version = std::str::from_utf8(version).ok()?.to_owned();
        let is_sound = version.len() <= LONGEST_VERSION && !version.chars().any(is_unseen_control);
        is_sound.then_some((Self { code: Code::from_bytes(*code), version }, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PlanIndex, read};

    const SHIPPED: &str = include_str!("../../public/plan.json");

    fn plan(before: &str, after: &str) -> PlanIndex {
        assert!(SHIPPED.contains(before), "{before}");
        read::from_json(&SHIPPED.replacen(before, after, 1)).expect("a sound plan")
    }

    /// field 6: a changed target is another edition under the same name; a changed name alone judges alike.
    #[test]
    fn editions_are_told_apart_by_what_they_decide() {
        let shipped = Edition::of(&plan("{", "{"));
        let target = Edition::of(&plan("\"value\": \"60\"", "\"value\": \"61\""));
        let renamed = Edition::of(&plan("\"version\": \"1\"", "\"version\": \"2024年修订\""));
        assert_eq!(shipped.judges(Some(&target)), Judged::Otherwise);
        assert_ne!(shipped.name(Language::Zh), target.name(Language::Zh));
        assert_eq!(shipped.judges(Some(&renamed)), Judged::Alike);
        assert_eq!(shipped.judges(None), Judged::Unknown);
        assert!(renamed.name(Language::Zh).starts_with("2024年修订（"));
    }

    #[test]
    fn it_comes_back_and_nothing_unsound_does() {
        let edition =
            Edition::of(&plan("\"version\": \"1\"", &["\"version\": \"", &"版".repeat(40), "\""].concat()));
        assert_eq!(edition.version, "版".repeat(20), "cut between two letters");
        let mut bytes = vec![];
        edition.write(&mut bytes);
        bytes.push(7);
        assert_eq!(Edition::read(&bytes), Some((edition, &[7][..])));
        for cut in 0..bytes.len() - 1 {
            assert_eq!(Edition::read(&bytes[..cut]), None);
        }
        let of = |version: &[u8]| [&[0; CODE][..], &[version.len() as u8], version].concat();
        assert!(Edition::read(&of(&[b'x'; LONGEST_VERSION])).is_some());
        for version in [&[b'x'; LONGEST_VERSION + 1][..], b"a\nb", "a\u{202e}b".as_bytes(), &[0xff]] {
            assert_eq!(Edition::read(&of(version)), None);
        }
    }
}
