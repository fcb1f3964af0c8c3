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
pub(crate) use nearest::nearest;

use super::{Day, Month, Year, Years};

/// Bounds on what a plan may hold, so that a page stays usable and a check stays quick.
pub mod most {
    /// Areas of a plan.
    pub const AREAS: usize = 20;
    /// Tasks of all areas together.
    pub const TASKS: usize = 200;
    /// Measures of all tasks together.
    pub const MEASURES: usize = 2000;
    /// Indicators of all tasks together.
    pub const INDICATORS: usize = 1000;
    /// Milestones of all tasks together.
    pub const MILESTONES: usize = 1000;
    /// Organisations of a plan, groups and districts among them.
    pub const ORGANISATIONS: usize = 5000;
    /// Projects of a plan.
    pub const PROJECTS: usize = 5000;
    /// Requirements of a plan.
    pub const REQUIREMENTS: usize = 200;
    /// Questions of a plan.
    pub const QUESTIONS: usize = 1000;
    /// Rounds of the cycle.
    pub const ROUNDS: usize = 12;
    /// Days off by date; as many working days.
    pub const DAYS: usize = 500;
    /// Identifiers in one list of references, and wordings in one list of aliases.
    pub const LISTED: usize = 500;
    /// Unicode characters of one text.
    pub const TEXT: usize = 4000;
    /// ASCII characters of one identifier.
    pub const ID: usize = 64;
    /// Lists of a plan.
    pub const LISTS: usize = 200;
    /// States of one list.
    pub const STATES: usize = 20;
    /// Figures that one list proves.
    pub const FIGURES: usize = 12;
    /// Years from the first to the last, both included.
    pub const YEARS: u16 = 12;
}

/// One step on the way from the whole plan to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step<'a> {
    /// Into the field with this name.
    Field(&'a str),
    /// Into the item of a list at this place, counted from 0.
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
        /// The form that the file says it has; this release reads [`super::SCHEMA`].
        found: u32,
    },
    /// Not lower-case ASCII letters, digits and single hyphens, or longer than [`most::ID`].
    IdShape {
        /// The identifier as it stands in the file.
        found: String,
    },
    /// The identifier already belongs to something earlier in the plan.
    IdTaken {
        /// The identifier.
        id: String,
        /// What bears it already.
        by: Kind,
    },
    /// Nothing has this identifier.
    NoSuch {
        /// The identifier that is referred to.
        id: String,
        /// What may be referred to here.
        wanted: &'static [Kind],
        /// The most similar identifier of such a kind, if one is similar enough to be meant.
        nearest: Option<String>,
    },
    /// The identifier belongs to something that cannot stand here.
    OtherKind {
        /// The identifier that is referred to.
        id: String,
        /// What bears it.
        is: Kind,
        /// What may be referred to here.
        wanted: &'static [Kind],
    },
    /// The same identifier earlier in the same list.
    ListedTwice {
        /// The identifier.
        id: String,
    },
    /// An indicator that is related to itself.
    RelatedToItself {
        /// The identifier of the indicator.
        id: String,
    },
    /// The other indicator does not name this one.
    NotMutual {
        /// The identifier of the other indicator.
        id: String,
    },
    /// Members of an organisation that is not a group.
    MembersOutsideGroup,
    /// Too few or too many in a list.
    Count {
        /// How many are in the list.
        found: usize,
        /// Fewest that it must have.
        least: usize,
        /// Most that it may have.
        most: usize,
    },
    /// Too many in the whole plan.
    Total {
        /// What was counted.
        of: Kind,
        /// How many there are.
        found: usize,
        /// Most that there may be.
        most: usize,
    },
    /// A text without a visible character.
    Blank,
    /// A text of more than [`most::TEXT`] characters.
    TextTooLong {
        /// How many Unicode characters it has.
        found: usize,
    },
    /// Control characters, or the mark that a decoder leaves for bytes it could not read.
    Unreadable {
        /// The whole text.
        found: String,
    },
    /// Not written like the name of a time zone.
    TimeZone {
        /// The name as it stands in the file.
        found: String,
    },
    /// Not from an earlier to a later year of four digits, or more than [`most::YEARS`].
    Period {
        /// The period as it stands in the file.
        found: Years,
    },
    /// A year that the plan does not cover.
    YearOutside {
        /// The year as it stands in the file.
        found: Year,
        /// The period of the plan.
        period: Years,
    },
    /// A month of a year that the plan does not cover.
    MonthOutside {
        /// The month as it stands in the file.
        found: Month,
        /// The period of the plan.
        period: Years,
    },
    /// A span of years that ends before it begins.
    SpanReversed {
        /// The span as it stands in the file.
        found: Years,
    },
    /// A target that is not of a later year than the one before it.
    YearOrder {
        /// The year of the target.
        found: Year,
        /// The year of the target before it in the list.
        before: Year,
    },
    /// A round that covers neither a month, a quarter, half a year nor a year.
    RoundMonths {
        /// How many months it says it covers.
        found: u32,
    },
    /// A round that is more frequent than the one before it.
    RoundOrder {
        /// How many months the round covers.
        found: u32,
        /// How many months the round before it covers.
        before: u32,
    },
    /// Not from a day of the month to the same or a later one, both 1 to 28.
    Window {
        /// Day of the month on which it opens.
        opens: u32,
        /// Last day of the month on which it is open.
        closes: u32,
    },
    /// A day off that is a working day too.
    DayOffAndWorked {
        /// The day that stands in both lists.
        day: Day,
    },
    /// More named than there are, or none at all.
    Collective {
        /// How many projects there are.
        count: u32,
        /// How many of them are named.
        named: u32,
    },
    /// A state that the list does not have.
    NoState {
        /// The key as it stands in the file.
        key: String,
        /// The most similar key of the list, if one is similar enough to be meant.
        nearest: Option<String>,
    },
    /// A list that is to prove a level or a ratio: members count, they do not measure.
    CountsLevel {
        /// The identifier of the indicator.
        id: String,
    },
}

#[cfg(test)]
mod tests;
