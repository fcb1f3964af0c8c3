//! What a batch can change, and looking again at just that.

use super::Ledger;
use crate::ledger::{Batch, BatchId, EntryId, Id, Report, Said, Slot};
use crate::plan::Month;
use std::collections::{BTreeMap, BTreeSet};

/// What has to be looked at again.
#[derive(Default)]
pub(super) struct Touched {
    entries: BTreeSet<EntryId>,
    /// Of which every entry was touched because of a verdict.
    batches: BTreeSet<BatchId>,
    pub slots: BTreeSet<Slot>,
}

impl Touched {
    /// The periods whose locks were touched.
    pub fn locked(&self) -> Vec<Month> {
        let months = self.slots.iter().filter_map(|slot| match slot {
            Slot::Lock { month } => Some(*month),
            _ => None,
        });
        months.collect()
    }
}

impl Ledger {
    /// Notes every slot whose answer the entry can change: its own, those of what it replaces and of what
    /// replaces it, those of the batch it judges.
    pub(super) fn touch(&self, id: EntryId, touched: &mut Touched) {
        // A list and no recursion: a link can hold a chain of replies as long as it likes.
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            let (Some(batch), Some(entry)) = (self.batch(id.batch), self.entry(id)) else { continue };
            if !touched.entries.insert(id) {
                continue;
            }
            if let Some(slot) = Slot::of(batch, id, &entry.said) {
                touched.slots.insert(slot);
            }
            if let Said::Acceptance { of } | Said::Return { of, .. } = entry.said
                && let Some(judged) = self.batch(of)
                && touched.batches.insert(of)
            {
                waiting.extend(judged.named().map(|(id, _)| id));
            }
            // Upwards what it replaces, and downwards what replaces it: whether a reply holds depends on what
            // it replies to.
            waiting.extend(entry.replaces);
            waiting.extend(self.replies.get(&id).into_iter().flatten());
        }
    }

    fn touch_batch(&self, id: BatchId, touched: &mut Touched) {
        for (id, _) in self.batch(id).into_iter().flat_map(Batch::named) {
            self.touch(id, touched);
        }
    }

    /// Looks again at what was touched, and gives the slots back; locks first, for they decide over the rest.
    pub(super) fn settle(&mut self, mut touched: Touched) -> BTreeSet<Slot> {
        for month in touched.locked() {
            self.settle_lock(month, &mut touched);
        }
        for slot in &touched.slots {
            self.look(slot);
        }
        touched.slots
    }

    /// Looks again at the lock of a period; notes everything that it closes over or shuts out.
    pub(super) fn settle_lock(&mut self, month: Month, touched: &mut Touched) {
        self.look(&Slot::Lock { month });
        self.relock(month);
        for id in self.months.get(&month).cloned().unwrap_or_default() {
            self.touch_batch(id, touched);
        }
    }

    fn relock(&mut self, month: Month) {
        let lock = self.shown(&Slot::Lock { month }).and_then(|id| self.entry(id));
        let accepted = match lock.map(|entry| &entry.said) {
            Some(Said::Lock { accepted }) => Some(accepted.iter().copied().collect()),
            _ => None,
        };
        match accepted {
            Some(accepted) => self.locks.insert(month, accepted),
            None => self.locks.remove(&month),
        };
    }

    /// Chooses anew what a slot shows.
    pub(super) fn look(&mut self, slot: &Slot) {
        let Some(candidates) = self.slots.get(slot) else { return };
        let counting = candidates.all.iter().copied().filter(|id| self.counts(*id));
        let shown = match slot {
            Slot::Actual { .. } => self.figure_of(counting.collect()),
            // What two people have signed no single one displaces, however late they write.
            Slot::Verdict { .. } => counting.max_by_key(|id| (self.is_signed(*id), self.rank(*id))),
            _ => counting.max_by_key(|id| self.rank(*id)),
        };
        if let Some(candidates) = self.slots.get_mut(slot) {
            candidates.shown = shown;
        }
    }

    /// The latest of what counts, where a figure goes before what another organisation said in the place of one: of two
    /// that lead a task, one that has nothing to report does not take the other's figure away.
    fn figure_of(&self, counting: Vec<EntryId>) -> Option<EntryId> {
        let organisation = |id: &EntryId| self.batch(id.batch).map(|batch| batch.organisation.clone());
        let is_figure = |id: &EntryId| {
            let said = self.entry(*id).map(|entry| &entry.said);
            matches!(said, Some(Said::Actual { report: Report::Value(_), .. }))
        };
        let mut latest: BTreeMap<Option<Id>, EntryId> = BTreeMap::new();
        for id in counting {
            let of = latest.entry(organisation(&id)).or_insert(id);
            if self.rank(*of) < self.rank(id) {
                *of = id;
            }
        }
        latest.into_values().max_by_key(|id| (is_figure(id), self.rank(*id)))
    }
}
