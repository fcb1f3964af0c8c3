//! Which ledger is on the screen.

use crate::ledger::Ledger;
use crate::page::share::part::Part;
use crate::plan::Day;
use std::sync::Arc;

/// Which ledger is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Viewing {
    /// One's own.
    Own,
    /// The invented one; it is kept apart and never merges.
    Sample,
    /// Something that was opened to be looked at.
    Aside(Arc<Aside>),
}

/// A ledger from a link or file, to look at and to compare.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    pub ledger: Arc<Ledger>,
    /// From whom, as they call themselves.
    pub from: String,
    /// What it is about, at the latest, and when it was made.
    pub up_to: Day,
    pub known_on: Day,
    /// Notes or names were taken out, or it is a sample: it cannot be merged.
    pub only_to_look: bool,
    pub is_sample: bool,
    /// It is one's own ledger as it was known on a day.
    pub is_own_past: bool,
    /// Only this part of a ledger was put in.
    pub part: Option<Part>,
    /// 期次指纹 of what was put in.
    pub code: String,
}
