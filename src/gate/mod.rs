//! The one gate through which everything comes in that others wrote: receipts, returns, fill-in links, snapshots and
//! backup files, whether as link, code, pasted text or file. It knows who may say what; pages ask it and decide nothing.
//!
//! [`admit`] looks first at how much there is. [`pass`] sorts the batches of one arrival: what is taken by default, what
//! is told apart and off until somebody insists, and what never enters. A batch is never split: it is one of these as a
//! whole. [`Rights`] decides over one entry of a report; the review asks it line by line. Start with [`Why`].

// What comes from outside may be shorter than it says.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]
#![warn(missing_docs)]

mod limits;
mod passing;
mod pool;
mod rights;
#[cfg(test)]
mod tests;
pub mod words;

pub use limits::{MOST_BATCHES, MOST_ENTRIES, TooMuch, admit};
pub use passing::{Door, Held, Passage, lent, pass};
pub use pool::Pool;
pub use rights::Rights;

use crate::ledger::Moment;

/// The page that takes in: what names its own batches, and its clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here {
    /// The writer of this load of the page. Every link that it makes carries it, so anybody can claim it.
    pub writer: u64,
    /// The clock of this device. What is written later than this is [`Why::Ahead`].
    pub now: Moment,
}

/// Why an entry, or the batch that holds it, is not taken by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The plan has no such organisation.
    UnknownOrganisation,
    /// The month is not a period of the plan.
    OutsidePeriods,
    /// The plan has no such indicator, measure, project, milestone or organisation.
    Unknown,
    /// Only the officer says such a thing: acceptance, lock, baseline, rule, …
    OfficersWord,
    /// The item is another organisation's.
    OthersItem,
    /// It is the figure of a district that it is not, or of the whole city from a district.
    OthersDistrict,
    /// It corrects or withdraws what another organisation said.
    OthersEntry,
    /// It takes the place of something of another kind or about something else.
    OtherKind,
    /// It corrects or withdraws something that is not here, so that nobody can see whose it is.
    Unseen,
    /// It is written later than now, by the clock of this device.
    Ahead,
    /// It is written in a year in which nobody speaks of this plan.
    OutOfTime,
    /// Nothing of what came along names it.
    NotNamed,
    /// It returns what was accepted here.
    AcceptedHere,
    /// It bears the name of this page, which did not write it.
    OwnName,
    /// It is invented, and the ledger here is not.
    Sample,
    /// The ledger here is the sample, and what was reported is not.
    NotSample,
    /// Another batch of the same name is here or came too: one of them was tampered with.
    Double,
}

impl Why {
    /// Whether it never enters, whoever insists.
    pub fn is_final(self) -> bool {
        match self {
            Self::OtherKind
            | Self::OutOfTime
            | Self::OwnName
            | Self::Sample
            | Self::NotSample
            | Self::Double => true,
            Self::UnknownOrganisation
            | Self::OutsidePeriods
            | Self::Unknown
            | Self::OfficersWord
            | Self::OthersItem
            | Self::OthersDistrict
            | Self::OthersEntry
            | Self::Unseen
            | Self::Ahead
            | Self::NotNamed
            | Self::AcceptedHere => false,
        }
    }
}
