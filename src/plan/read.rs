//! From JSON to a sound plan, in few bytes: the first wasm carries this. It only says *whether* the
//! plan is sound; [`super::faults`], which loads later, says what is wrong with it.

use super::*;

/// The most bytes that a `plan.json` may have.
pub const MOST_BYTES: usize = 2_000_000;

impl Plan {
    /// The plan with its places, unless it breaks a rule that every page relies on.
    pub fn indexed(self) -> Option<PlanIndex> {
        Some(PlanIndex::new(self))
    }
}
