//! How much one receipt, return or fill-in link may hold. A month asks an organisation for fewer than a hundred items,
//! and a list that goes along has some hundred names; the codec's own limits are those of a whole ledger.

use crate::ledger::Batch;

/// Most batches: a report with all its corrections.
pub const MOST_BATCHES: usize = 60;
/// Most entries of all of them: a column of 600 names, as many that are corrected, and the report that they come with.
pub const MOST_ENTRIES: usize = 1_500;

/// It holds more than anybody reports at once: so many batches and entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch {
    /// How many batches came; at most [`MOST_BATCHES`] are let in.
    pub batches: usize,
    /// How many entries they hold together; at most [`MOST_ENTRIES`] are let in.
    pub entries: usize,
}

/// Looks at how much there is before anything is compared or drawn.
///
/// # Errors
/// [`TooMuch`].
pub fn admit(batches: &[Batch]) -> Result<(), TooMuch> {
    let entries = batches.iter().map(|batch| batch.entries.len()).sum();
    match batches.len() <= MOST_BATCHES && entries <= MOST_ENTRIES {
        true => Ok(()),
        false => Err(TooMuch { batches: batches.len(), entries }),
    }
}
