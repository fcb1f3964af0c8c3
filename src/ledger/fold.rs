//! The ledger: the union of batches, and which of their entries count.
//!
//! What is shown is a function of the *set* of batches alone. Nothing here looks at the order of
//! arrival: entries compete by when they were written (then by their names), a correction holds
//! whether it came before or after what it corrects, and a lock names the batches that it closed over.
//!
//! Adding a batch looks again only at the slots that it can touch, so that it costs no more in a
//! ledger of years than in one of a week.

use super::{Batch, BatchId, Entry, EntryId, Moment, Said, Slot};
use crate::plan::Month;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;
use std::sync::Arc;

/// How far replies to replies are followed: corrections of corrections, withdrawals of withdrawals. People come to two
/// or three; a link can hold a hundred thousand, and following each to its end takes time by the square, and one call
/// within the other more memory than a page has.
pub const DEEPEST: usize = 64;

/// The union of batches with the fold over them.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    batches: BTreeMap<BatchId, Arc<Batch>>,
    months: BTreeMap<Month, Vec<BatchId>>,
    /// Who corrects or withdraws an entry.
    replies: BTreeMap<EntryId, Vec<EntryId>>,
    /// Acceptances and returns of a batch.
    verdicts: BTreeMap<BatchId, Vec<EntryId>>,
    redactions: BTreeSet<EntryId>,
    slots: BTreeMap<Slot, Candidates>,
    /// What the lock in force closed over.
    locks: BTreeMap<Month, BTreeSet<BatchId>>,
    entries: usize,
}

/// The entries of a slot, and the one that is shown.
#[derive(Clone, Debug, Default)]
struct Candidates {
    all: Vec<EntryId>,
    shown: Option<EntryId>,
}

/// What adding a batch did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    New,
    /// The same batch was here already.
    Known,
    /// Another batch of the same name was here: one of them was tampered with. The choice between
    /// them does not depend on which came first.
    Differs,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is what is shown, or speaks about other entries.
    Shown,
    /// A later entry of the same slot is shown.
    Superseded,
    Corrected,
    Withdrawn,
    /// Its batch was returned to the reporter.
    Returned,
    /// It came after its period was locked.
    AfterLock,
}

impl Ledger {
    pub fn new(batches: impl IntoIterator<Item = Batch>) -> Self {
        let mut ledger = Self::default();
        let mut touched = Touched::default();
        for batch in batches {
            ledger.take(batch, &mut touched);
        }
        ledger.settle(touched);
        ledger
    }

    /// Adds a batch. Adding what is there already changes nothing.
    pub fn add(&mut self, batch: Batch) -> Met {
        let mut touched = Touched::default();
        let met = self.take(batch, &mut touched);
        self.settle(touched);
        met
    }

    /// Adds a batch; gives back the slots that were looked at again. What every other slot shows is as it was.
    pub fn add_and_tell(&mut self, batch: Batch) -> BTreeSet<Slot> {
        let mut touched = Touched::default();
        match self.take(batch, &mut touched) {
            Met::Known => BTreeSet::new(),
            Met::New => self.settle(touched),
            // All was folded anew.
            Met::Differs => self.slots.keys().cloned().collect(),
        }
    }

    /// What adding a batch would do.
    pub fn meet(&self, batch: &Batch) -> Met {
        let struck = batch.struck(&self.redactions);
        let batch = struck.as_ref().unwrap_or(batch);
        match self.batches.get(&batch.id) {
            None => Met::New,
            Some(here) if **here == *batch => Met::Known,
            Some(_) => Met::Differs,
        }
    }

    /// Batches in the order of their names.
    pub fn batches(&self) -> impl Iterator<Item = &Batch> {
        self.batches.values().map(|batch| &**batch)
    }

    pub fn batch(&self, id: BatchId) -> Option<&Batch> {
        self.batches.get(&id).map(|batch| &**batch)
    }

    /// The batches that speak of a period.
    pub fn of_month(&self, month: Month) -> impl Iterator<Item = &Batch> {
        self.months.get(&month).into_iter().flatten().filter_map(|id| self.batch(*id))
    }

    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.batch(id.batch)?.entries.get(id.index as usize)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries
    }

    pub fn is_empty(&self) -> bool {
        self.batches.is_empty()
    }

    /// The entry that a slot shows.
    pub fn shown(&self, slot: &Slot) -> Option<EntryId> {
        self.slots.get(slot).and_then(|candidates| candidates.shown)
    }

    /// Every slot that shows something, in order.
    pub fn slots(&self) -> impl Iterator<Item = (&Slot, EntryId)> {
        self.slots.iter().filter_map(|(slot, candidates)| Some((slot, candidates.shown?)))
    }

    /// The slots from the given one on, in order, with what they show.
    pub(super) fn shown_from(&self, slot: &Slot) -> impl Iterator<Item = (&Slot, EntryId)> {
        self.slots.range(slot..).filter_map(|(slot, candidates)| Some((slot, candidates.shown?)))
    }

    /// All that was ever said about a slot, in the order in which it was written.
    pub fn history(&self, slot: &Slot) -> Vec<EntryId> {
        let mut all = self.slots.get(slot).map(|candidates| candidates.all.clone()).unwrap_or_default();
        all.sort_by_key(|id| self.rank(*id));
        all
    }

    /// The acceptance or return that holds for a batch.
    pub fn verdict(&self, batch: BatchId) -> Option<EntryId> {
        let verdicts = self.verdicts.get(&batch)?;
        verdicts.iter().copied().filter(|id| !self.is_withdrawn(*id)).max_by_key(|id| self.rank(*id))
    }

    /// Whether the lock in force for a period, if there is one, closed over the batch.
    pub fn is_after_lock(&self, month: Month, batch: BatchId) -> bool {
        self.locks.get(&month).is_some_and(|accepted| !accepted.contains(&batch))
    }

    /// What became of an entry.
    pub fn change(&self, id: EntryId) -> Option<Change> {
        let (batch, entry) = (self.batch(id.batch)?, self.entry(id)?);
        Some(if self.is_returned(id) {
            Change::Returned
        } else if !self.is_before_lock(id) {
            Change::AfterLock
        } else if self.is_withdrawn(id) {
            Change::Withdrawn
        } else if self.is_corrected(id) {
            Change::Corrected
        } else {
            let slot = Slot::of(batch, id, &entry.said);
            let shown = slot.is_none_or(|slot| self.shown(&slot) == Some(id));
            if shown { Change::Shown } else { Change::Superseded }
        })
    }

    /// The ledger as it was known at a moment: only what had been written down by then.
    pub fn known_on(&self, moment: Moment) -> Self {
        Self::new(self.batches().filter(|batch| batch.written <= moment).cloned())
    }

    /// Without the reports on later periods. What the bureau decided stays, and so does a baseline: they speak of no
    /// figures of a period.
    pub fn up_to(&self, month: Month) -> Self {
        let is_later =
            |batch: &Batch| batch.month > month && batch.entries.iter().all(|entry| entry.said.is_reported());
        Self::new(self.batches().filter(|batch| !is_later(batch)).cloned())
    }

    fn rank(&self, id: EntryId) -> (Option<Moment>, EntryId) {
        (self.batch(id.batch).map(|batch| batch.written), id)
    }

    fn take(&mut self, batch: Batch, touched: &mut Touched) -> Met {
        // Also of a batch that turns out to be here already in another form: what was struck out once stays out.
        for (_, entry) in batch.named() {
            if let Said::Redaction { of } = entry.said {
                self.redact(of);
            }
        }
        let batch = batch.struck(&self.redactions).unwrap_or(batch);
        match self.batches.get(&batch.id) {
            Some(here) if **here == batch => return Met::Known,
            Some(here) => {
                let joined = here.join(&batch);
                let joined = joined.struck(&self.redactions).unwrap_or(joined);
                if **here != joined {
                    self.replace(joined);
                    // All was folded anew, perhaps with other entries behind the same names.
                    *touched = Touched::default();
                }
                return Met::Differs;
            }
            None => {}
        }
        self.entries += batch.entries.len();
        self.months.entry(batch.month).or_default().push(batch.id);
        let batch = Arc::new(batch);
        self.batches.insert(batch.id, batch.clone());
        for (id, entry) in batch.named() {
            self.index(&batch, id, entry);
        }
        for (id, _) in batch.named() {
            self.touch(id, touched);
        }
        // Whoever speaks about this batch arrived before it.
        for id in self.verdicts.get(&batch.id).cloned().unwrap_or_default() {
            self.touch(id, touched);
        }
        Met::New
    }

    /// Puts a batch in the place of another of the same name: rare enough to fold anew.
    fn replace(&mut self, batch: Batch) {
        let mut all = std::mem::take(&mut self.batches);
        let redactions = std::mem::take(&mut self.redactions);
        all.insert(batch.id, Arc::new(batch));
        *self = Self { redactions, ..Self::default() };
        let mut touched = Touched::default();
        for batch in all.into_values() {
            self.take(Arc::unwrap_or_clone(batch), &mut touched);
        }
        self.settle(touched);
    }

    fn index(&mut self, batch: &Batch, id: EntryId, entry: &Entry) {
        if let Some(target) = entry.replaces {
            self.replies.entry(target).or_default().push(id);
        }
        match &entry.said {
            Said::Acceptance { of } | Said::Return { of, .. } => {
                self.verdicts.entry(*of).or_default().push(id)
            }
            _ => {}
        }
        if let Some(slot) = Slot::of(batch, id, &entry.said) {
            self.slots.entry(slot).or_default().all.push(id);
        }
    }

    fn redact(&mut self, id: EntryId) {
        self.redactions.insert(id);
        if let Some(batch) = self.batches.get_mut(&id.batch)
            && let Some(struck) = batch.struck(&self.redactions)
        {
            *batch = Arc::new(struck);
        }
    }

    /// Notes every slot whose answer the entry can change: its own, those of what it replaces and of what
    /// replaces it, those of the batch it judges.
    fn touch(&self, id: EntryId, touched: &mut Touched) {
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
    fn settle(&mut self, mut touched: Touched) -> BTreeSet<Slot> {
        let locked: Vec<Month> = touched
            .slots
            .iter()
            .filter_map(|slot| match slot {
                Slot::Lock { month } => Some(*month),
                _ => None,
            })
            .collect();
        for month in locked {
            self.look(&Slot::Lock { month });
            self.relock(month);
            for id in self.months.get(&month).cloned().unwrap_or_default() {
                self.touch_batch(id, &mut touched);
            }
        }
        for slot in &touched.slots {
            self.look(slot);
        }
        touched.slots
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

    fn look(&mut self, slot: &Slot) {
        let Some(candidates) = self.slots.get(slot) else { return };
        let counting = candidates.all.iter().copied().filter(|id| self.counts(*id));
        let shown = counting.max_by_key(|id| self.rank(*id));
        if let Some(candidates) = self.slots.get_mut(slot) {
            candidates.shown = shown;
        }
    }

    fn counts(&self, id: EntryId) -> bool {
        self.holds(id) && !self.is_corrected(id)
    }

    /// Whether an entry stands by itself, corrections aside.
    fn holds(&self, id: EntryId) -> bool {
        !self.is_returned(id) && self.is_before_lock(id) && !self.is_withdrawn(id)
    }

    /// Whether a reporter said it; of a withdrawal, whether a reporter said what it withdraws in the end.
    fn is_reported(&self, mut id: EntryId) -> bool {
        for _ in 0..=DEEPEST {
            let Some(entry) = self.entry(id) else { return false };
            match (&entry.said, entry.replaces) {
                (Said::Withdrawal { .. }, Some(target)) => id = target,
                (said, _) => return said.is_reported(),
            }
        }
        // Round in a circle, or deeper than anybody goes: no officer's word, so that a lock shuts it out.
        true
    }

    /// Asks first who said it: what an officer says about batches is never returned itself.
    fn is_returned(&self, id: EntryId) -> bool {
        self.is_reported(id)
            && self
                .verdict(id.batch)
                .and_then(|verdict| self.entry(verdict))
                .is_some_and(|verdict| matches!(verdict.said, Said::Return { .. }))
    }

    /// Whether no lock shuts the entry out: neither that of its own period nor that of the period of
    /// what it corrects or withdraws.
    fn is_before_lock(&self, id: EntryId) -> bool {
        let (Some(batch), Some(entry)) = (self.batch(id.batch), self.entry(id)) else { return false };
        let target = entry.replaces.filter(|target| self.entry(*target).is_some());
        let target = target.and_then(|target| self.batch(target.batch));
        let shut = |month| self.is_after_lock(month, id.batch);
        !self.is_reported(id) || !(shut(batch.month) || target.is_some_and(|target| shut(target.month)))
    }

    fn is_withdrawn(&self, id: EntryId) -> bool {
        self.is_withdrawn_beyond(id, &mut BTreeSet::new(), DEEPEST)
    }

    /// A circle of withdrawals, which only tampering can make, withdraws nothing; nor does one that lies deeper than
    /// so many.
    fn is_withdrawn_beyond(&self, id: EntryId, seen: &mut BTreeSet<EntryId>, deeper: usize) -> bool {
        if !seen.insert(id) {
            return true;
        }
        let Some(deeper) = deeper.checked_sub(1) else { return false };
        let withdrawals =
            self.replies.get(&id).into_iter().flatten().copied().filter(|reply| {
                matches!(self.entry(*reply), Some(Entry { said: Said::Withdrawal { .. }, .. }))
            });
        let mut effective = withdrawals.filter(|reply| {
            self.is_before_lock(*reply)
                && !self.is_returned(*reply)
                && !self.is_withdrawn_beyond(*reply, seen, deeper)
        });
        effective.next().is_some()
    }

    /// Whether a correction of the entry, or a correction of one, holds.
    fn is_corrected(&self, id: EntryId) -> bool {
        self.is_corrected_within(id, &mut BTreeSet::new(), DEEPEST)
    }

    fn is_corrected_within(&self, id: EntryId, seen: &mut BTreeSet<EntryId>, deeper: usize) -> bool {
        let Some(deeper) = deeper.checked_sub(1).filter(|_| seen.insert(id)) else { return false };
        let Some(target) = self.entry(id) else { return false };
        let replies = self.replies.get(&id).into_iter().flatten().copied();
        // Like corrects like: else a figure could put a lock aside that shuts the figure out.
        let mut corrections = replies.filter(|reply| {
            let kind = self.entry(*reply).map(|reply| discriminant(&reply.said));
            kind == Some(discriminant(&target.said)) && !matches!(target.said, Said::Withdrawal { .. })
        });
        corrections.any(|reply| self.holds(reply) || self.is_corrected_within(reply, seen, deeper))
    }
}

/// Two ledgers are the same if they hold the same batches.
impl PartialEq for Ledger {
    fn eq(&self, other: &Self) -> bool {
        self.batches == other.batches
    }
}

/// What has to be looked at again.
#[derive(Default)]
struct Touched {
    entries: BTreeSet<EntryId>,
    /// Of which every entry was touched because of a verdict.
    batches: BTreeSet<BatchId>,
    slots: BTreeSet<Slot>,
}

#[cfg(test)]
mod tests;
