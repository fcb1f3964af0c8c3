//! What every sentence about records is a function of.

use crate::ledger::Ledger;
use crate::plan::{Day, PlanIndex};
use crate::text::Language;

/// Plan, ledger and day, with the language in which to speak of them.
#[derive(Clone, Copy)]
pub struct AsOf<'a> {
    /// The plan that is spoken of.
    pub plan: &'a PlanIndex,
    /// What was reported and decided.
    pub ledger: &'a Ledger,
    /// The day as of which sentences speak: what is due, overdue or open is so on it.
    pub today: Day,
    /// Distance of the plan's time zone from UTC, in minutes.
    pub offset: i32,
    /// The language of the sentences.
    pub language: Language,
}
