//! What people said happened: an ever-growing list of batches, and what follows from it.
//!
//! A [`Batch`] is what one person wrote down at once; it is never changed. [`Ledger`] is the union of
//! batches with the fold over them: which entries count, whatever the order in which they arrived.
//! [`codec`] turns batches into bytes for storage, links and files. Nothing here judges: see `standing`.

#![warn(missing_docs)]

mod batch;
pub mod codec;
mod entry;
mod fold;
mod follow;
pub mod kinds;
pub mod known;
mod parts;
#[cfg(test)]
pub(crate) mod samples;
mod slot;
mod span;
pub mod words;

pub use batch::{Batch, BatchId, EntryId, Moment};
pub use entry::{Claim, Entry, Report, RuleChange, Said, Stage};
pub use fold::{Change, DEEPEST, Folding, Ledger, Met};
pub use kinds::ProblemStep;
pub use known::{Found, ListMember, ProblemLife};
pub use slot::Slot;
pub use span::Span;

/// An identifier of the plan: of an indicator, measure, milestone, project or organisation. Cheap to copy.
pub type Id = std::sync::Arc<str>;
