//! The verdict on a promise of a year (对账销账).

use super::Status;
use crate::ledger::Id;
use crate::plan::{Day, Quantity, Year};
use crate::text::is_unseen_control;

/// What the reconciliation says of one promise of a year. What the figures propose is computed; a verdict that differs
/// needs a reason, and both stay visible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Identifier of what was promised: an indicator or a milestone.
    pub subject: Id,
    /// The year.
    pub year: Year,
    /// What the organisation says of itself (自报); none where there is no figure.
    pub reported: Option<Quantity>,
    /// What was found when it was checked (核定); none where there is no figure.
    pub checked: Option<Quantity>,
    /// What it comes to.
    pub outcome: Outcome,
    /// Why, as typed; may be empty where it is what the figures say.
    pub reason: String,
    /// Where the figure comes from, as typed; may be empty.
    pub source: String,
    /// What proves it: a document, a list, a page.
    pub evidence: String,
    /// To whom and where it goes on; only of what is carried.
    pub carried: Option<CarriedTo>,
    /// The day of the verdict.
    pub on: Day,
    /// Who did it, as they call themselves.
    pub doer: String,
    /// Who verified it: somebody else.
    pub verifier: String,
    /// Signed by both, or not yet. See [`Verdict::signed`].
    pub status: Status,
}

/// Where something that was not reached goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedTo {
    /// The year that takes it over.
    pub year: Year,
    /// Identifier of the organisation that owes it there; none where it stays whose it was.
    pub organisation: Option<Id>,
    /// Identifier of the item that carries it out there; none where it is the same.
    pub item: Option<Id>,
}

/// What a promise comes to. Every promise of a year has exactly one, so that they add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Met (销账).
    Met,
    /// More than that (超额完成).
    Exceeded,
    /// Not met (未完成).
    NotMet,
    /// Goes on in a later year (结转).
    Carried,
    /// Adjusted by a paper (调整).
    Adjusted,
    /// The figure is not out yet (未公布).
    Unpublished,
    /// The basis is undecided (口径不清).
    Undecided,
}

impl Verdict {
    /// Decided once two different people have put their names to it.
    pub fn signed(doer: &str, verifier: &str) -> Status {
        let (one, other) = (bare(doer), bare(verifier));
        if one == other { Status::Proposed } else { Status::of(&one, &other) }
    }

    /// Whether two people have signed it. Names can be taken out, and what was signed stays signed; where both are there
    /// they are not one person's, whatever else it says of itself.
    pub fn is_signed(&self) -> bool {
        let (doer, verifier) = (bare(&self.doer), bare(&self.verifier));
        self.status == Status::Decided && (doer.is_empty() || doer != verifier)
    }

    /// Whether two names are one person's: they differ in nothing but spaces, width, case, and letters that nobody sees.
    pub fn is_one_person(one: &str, other: &str) -> bool {
        bare(one) == bare(other)
    }
}

fn bare(name: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    let seen = name.chars().filter(|letter| !letter.is_whitespace() && !is_unseen_control(*letter));
    seen.map(narrow).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::day;

    #[test]
    fn two_names_that_look_alike_are_one_person() {
        for (one, other) in
            [("李科", " 李 科"), ("李科", "李\u{200b}科"), ("Li Ke", "ｌｉ　ｋｅ"), ("", "\u{feff}")]
        {
            assert_eq!(Verdict::signed(one, other), Status::Proposed, "{other:?}");
        }
        assert_eq!(Verdict::signed("李科", "\u{200b}"), Status::Proposed, "nobody has verified it");
        assert_eq!(Verdict::signed("李科", "王处"), Status::Decided);
        let verdict = |doer: &str, verifier: &str| Verdict {
            subject: "alliances".into(),
            year: Year(2025),
            reported: None,
            checked: None,
            outcome: Outcome::Met,
            reason: String::new(),
            source: String::new(),
            evidence: String::new(),
            carried: None,
            on: day("2026-01-20"),
            doer: doer.into(),
            verifier: verifier.into(),
            status: Status::Decided,
        };
        assert!(verdict("李科", "王处").is_signed());
        assert!(verdict("", "").is_signed(), "the names were taken out");
        assert!(!verdict("李科", "李\u{200b}科").is_signed(), "one person, whatever the batch says");
    }
}
