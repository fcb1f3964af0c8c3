//! 审核回执: what came in, what it would change, and what a receipt may not contain, before any of it is taken.
//!
//! [`paste`] finds receipts in a text; [`review`] sorts them; [`decision`] says what accepting or returning one
//! does to the ledger, [`act`] what a button comes to. Nothing here changes the ledger. The review does not depend on the order in which
//! receipts were pasted: who wrote what when decides, and which entry names which.

pub mod act;
mod compare;
pub mod decision;
pub mod describe;
mod earlier;
mod flags;
mod gather;
mod kept;
mod model;
pub mod paste;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use crate::gate::Why;
pub use compare::Kind;
pub use decision::{Accepting, Choice, Extent, accept, accepted, return_entries, returned};
pub use earlier::Dropped;
pub use flags::Flag;
pub use kept::Kept;
pub use model::{Apart, Item, Receipt, Review, review};

use crate::ledger::Batch;
use crate::link::stamp::Stamp;

/// What one link or text held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    pub batches: Vec<Batch>,
    /// What it says of the page that made it.
    pub stamp: Stamp,
    /// How the link begins in the text, to show which one is meant. Untrusted.
    pub source: String,
}

impl Received {
    /// How many entries it holds.
    pub fn entries(&self) -> usize {
        self.batches.iter().map(|batch| batch.entries.len()).sum()
    }
}
