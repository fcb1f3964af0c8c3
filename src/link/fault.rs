//! What can be wrong with a link that carries data.

use crate::plan::Year;

/// What is wrong. Each is told apart because each asks for something else from whoever opened the link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not begin as our links do: an address of a page, or something else altogether.
    NotOurs,
    /// Characters are missing, as after a cut at the end. `arrived` counts those that surely belong to the link: of
    /// a folded one, a last short piece may as well be a word of the chat and is left out. `whole` is unknown when
    /// not even the head arrived.
    Cut {
        /// Characters that surely belong to the link.
        arrived: usize,
        /// Characters that the whole link has; `None` where its head is missing.
        whole: Option<usize>,
    },
    /// As many characters as there should be, but they are not the ones that were sent.
    Damaged,
    /// Capitals and small letters were changed into one another; what was sent cannot be told any more.
    Recased,
    /// Whole, but made by a newer release of the page.
    NewerVersion {
        /// Its version, or the first one that this release does not know.
        version: char,
    },
    /// Whole, but of a kind that this release does not know.
    UnknownKind {
        /// The letter of its kind.
        kind: char,
    },
    /// Whole, but about another plan, whose digest it bears.
    OtherPlan {
        /// The digest that it bears; see [`super::envelope::plan_digest`].
        plan: u32,
    },
    /// Longer than any link is read, in characters.
    TooLong {
        /// Its length.
        length: usize,
        /// The greatest length that is read.
        limit: usize,
    },
    /// Whole, but what it carries would grow beyond the limit, in bytes.
    InflatesTooFar {
        /// Most bytes that are unpacked.
        limit: usize,
    },
    /// Whole, but with more batches, entries or identifiers than any ledger holds, or a text longer than any form
    /// takes; the limits are those of [`crate::ledger::codec`].
    TooMany,
    /// Whole, but something in it claims to be written in a year in which nobody speaks of this plan: a clock is
    /// wrong, or somebody made it up. The years are those that can be.
    OutOfTime {
        /// The first year in which somebody can have written it.
        first: Year,
        /// The last year in which somebody can have written it.
        last: Year,
    },
}
