//! What every sentence about records is a function of.

use crate::ledger::Ledger;
use crate::plan::{Day, PlanIndex};
use crate::text::Language;

/// Plan, ledger and day, with the language in which to speak of them.
#[derive(Clone, Copy)]
pub struct AsOf<'a> {
    pub plan: &'a PlanIndex,
    pub ledger: &'a Ledger,
    pub today: Day,
    /// Distance of the plan's time zone from UTC, in minutes.
    pub offset: i32,
    pub language: Language,
}
