//! What a plan must keep beyond its form, stated once for two readers: [`super::read`] in the first
//! wasm only wants to know *whether* a rule is broken, [`super::faults`] wants to know each one and where.
//!
//! The rules themselves stand in [`check`]; a reader implements [`Report`]. What a reader does not ask
//! for (paths, sentences, suggestions) is not compiled into it.

mod check;
mod ids;
mod nearest;

pub use ids::Kind;

pub(super) use check::check;
pub(super) use nearest::nearest;

use super::{Day, Month, Year, Years};

/// Bounds on what a plan may hold, so that a page stays usable and a check stays quick.
pub mod most {
    pub const AREAS: usize = 20;
    /// Over all areas, as the following three.
    pub const TASKS: usize = 200;
    pub const MEASURES: usize = 2000;
    pub const INDICATORS: usize = 1000;
    pub const MILESTONES: usize = 1000;
    pub const ORGANISATIONS: usize = 5000;
    pub const PROJECTS: usize = 5000;
    pub const REQUIREMENTS: usize = 200;
    pub const QUESTIONS: usize = 1000;
    pub const ROUNDS: usize = 12;
    /// Days off, or working days, by date.
    pub const DAYS: usize = 500;
    /// Identifiers in one list of references, and wordings in one list of aliases.
    pub const LISTED: usize = 500;
    /// Characters of one text.
    pub const TEXT: usize = 4000;
    /// Characters of one identifier.
    pub const ID: usize = 64;
    /// Years of a plan.
    pub const YEARS: u16 = 12;
}

/// One step on the way from the whole plan to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

/// A reader of what [`check`] finds.
pub(super) trait Report {
    /// What follows, up to [`Self::leave`], is about this part of where we stand.
    fn enter(&mut self, step: Step<'static>);
    fn leave(&mut self);
    /// A rule is broken where we stand.
    fn broken(&mut self, rule: impl FnOnce() -> Rule);
}

/// A broken rule, with what was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// A form of the file that this release does not read.
    Form {
        found: u32,
    },
    /// Not lower-case ASCII letters, digits and single hyphens.
    IdShape {
        found: String,
    },
    /// The identifier already belongs to something earlier in the plan.
    IdTaken {
        id: String,
        by: Kind,
    },
    /// Nothing has this identifier.
    NoSuch {
        id: String,
        wanted: &'static [Kind],
        nearest: Option<String>,
    },
    /// The identifier belongs to something that cannot stand here.
    OtherKind {
        id: String,
        is: Kind,
        wanted: &'static [Kind],
    },
    /// The same identifier earlier in the same list.
    ListedTwice {
        id: String,
    },
    /// An indicator that is related to itself.
    RelatedToItself {
        id: String,
    },
    /// The other indicator does not name this one.
    NotMutual {
        id: String,
    },
    /// Members of an organisation that is not a group.
    MembersOutsideGroup,
    /// Too few or too many in a list.
    Count {
        found: usize,
        least: usize,
        most: usize,
    },
    /// Too many in the whole plan.
    Total {
        of: Kind,
        found: usize,
        most: usize,
    },
    /// A text without a visible character.
    Blank,
    TextTooLong {
        found: usize,
    },
    /// Control characters, or the mark that a decoder leaves for bytes it could not read.
    Unreadable {
        found: String,
    },
    /// Not written like the name of a time zone.
    TimeZone {
        found: String,
    },
    /// Not from an earlier to a later year of four digits, or too long.
    Period {
        found: Years,
    },
    YearOutside {
        found: Year,
        period: Years,
    },
    MonthOutside {
        found: Month,
        period: Years,
    },
    SpanReversed {
        found: Years,
    },
    /// A target that is not of a later year than the one before it.
    YearOrder {
        found: Year,
        before: Year,
    },
    RoundMonths {
        found: u32,
    },
    /// A round that is more frequent than the one before it.
    RoundOrder {
        found: u32,
        before: u32,
    },
    Window {
        opens: u32,
        closes: u32,
    },
    /// A day off that is a working day too.
    DayOffAndWorked {
        day: Day,
    },
    /// More named than there are, or none.
    Collective {
        count: u32,
        named: u32,
    },
}

#[cfg(test)]
mod tests;
