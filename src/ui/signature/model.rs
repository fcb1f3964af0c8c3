//! What is asked of whoever acts, as data.

use super::words;
use crate::state::Me;
use crate::state::desk::Signature;
use crate::text::Language;

/// The dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRequest {
    pub title: &'static str,
    pub why: &'static str,
    /// The name that stands in the field at first.
    pub name: String,
}

/// What is asked, when so and so is at the device.
pub fn asked(me: &Me, language: Language) -> NameRequest {
    let words = words::of(language);
    NameRequest { title: words.title, why: words.why, name: me.person.clone() }
}

/// What a typed name gives; none while it is blank.
pub fn given(typed: &str) -> Option<Signature> {
    Some(Me::named(typed)).filter(|name| !name.is_empty()).map(Signature::Name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::codec::MOST_ID_LETTERS;

    #[test]
    fn a_blank_name_is_none_and_a_long_one_is_cut_to_what_the_ledger_takes() {
        assert_eq!(given(" \u{3000}"), None);
        assert_eq!(given(" 李科 "), Some(Signature::Name("李科".into())));
        let long = "名".repeat(MOST_ID_LETTERS + 1);
        assert_eq!(given(&long), Some(Signature::Name("名".repeat(MOST_ID_LETTERS))));
    }

    #[test]
    fn the_field_holds_the_name_that_is_known() {
        let me = Me { organisation: None, person: "李科".into() };
        assert_eq!(asked(&me, Language::Zh).name, "李科");
    }
}
