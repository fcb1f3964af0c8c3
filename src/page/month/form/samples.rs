//! A form of the shipped plan for the tests of this room.

use super::draft::Draft;
use super::sheet::{Sheet, sheet};
use crate::ledger::samples::{actual, batch};
use crate::ledger::{Batch, BatchId, Entry, Ledger, Moment};
use crate::plan::{Day, Month, PlanIndex};
use crate::text::Language;

pub const LEAD: &str = "science-bureau";

pub fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
}

pub fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

pub fn day(text: &str) -> Option<Day> {
    Some(Day::parse(text).expect("a day"))
}

/// A batch of the lead about a month, written on the month's last day.
pub fn told(sequence: u32, about: &str, entries: impl IntoIterator<Item = Entry>) -> Batch {
    let about = month(about);
    let written = Moment::end_of(about.day(1).expect("a day").month_end(), 480).0;
    Batch { month: about, ..batch(BatchId { writer: 1, sequence }, written, 1, entries) }
}

/// What the lead had told of July 2024, and at the end of 2023 of a count by year.
pub fn ledger() -> Ledger {
    let july = [
        actual("contract-value", "12.5"),
        actual("technologies-mastered", "12"),
        actual("provincial-platforms", "16"),
        actual("technology-smes", "1000"),
    ];
    Ledger::new([told(0, "2023-12", [actual("new-platforms", "26")]), told(1, "2024-07", july)])
}

/// The form of the lead for a month, on the third day after it.
pub fn lead(ledger: &Ledger, about: &str, language: Language) -> Sheet {
    let today = month(about).plus(1).day(3);
    sheet(&plan(), ledger, LEAD, month(about), today, language).expect("a form")
}

/// A draft with figures typed.
pub fn typed(figures: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (indicator, text) in figures {
        draft.figure_mut(indicator).text = (*text).to_owned();
    }
    draft
}
