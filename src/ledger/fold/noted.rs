//! Problems that somebody noted, whatever became of the report in which they stand.

use super::{Change, Ledger};
use crate::ledger::known::earliest;
use crate::ledger::{BatchId, EntryId, Found, Slot};
use crate::plan::Month;

impl Ledger {
    /// The problems noted up to a month that nobody corrected or took back, oldest month first, with what became of
    /// the entry: one in a report that was returned or came after the lock does not count, but is still known.
    pub fn noted_problems(&self, until: Month) -> Vec<(Found<'_>, Change)> {
        let nobody = EntryId { batch: BatchId { writer: 0, sequence: 0 }, index: 0 };
        let first = Slot::Problem { month: earliest(), entry: nobody };
        let noted = self.slots.range(first..).map_while(|(slot, _)| match slot {
            Slot::Problem { month, entry } if *month <= until => Some(*entry),
            _ => None,
        });
        // Asked beside what became of it: of a returned entry that is all there is to know.
        let is_replaced = |id: EntryId| self.is_corrected(id) || self.is_withdrawn(id);
        noted
            .filter(|id| !is_replaced(*id))
            .filter_map(|id| Some((self.find(id)?, self.change(id)?)))
            .collect()
    }
}
