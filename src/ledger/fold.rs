//! The ledger: the union of batches, and which of their entries count.
//!
//! What is shown is a function of the *set* of batches alone. Nothing here looks at the order of
//! arrival: entries compete by when they were written (then by their names), a correction holds
//! whether it came before or after what it corrects, and a lock names the batches that it closed over.
//!
//! Adding a batch looks again only at the slots that it can touch, so that it costs no more in a
//! ledger of years than in one of a week.

mod counting;
mod folding;
mod noted;
mod settling;
mod taking;

pub use counting::DEEPEST;
pub use folding::Folding;

use super::{Batch, BatchId, Entry, EntryId, Moment, Said, Slot};
use crate::plan::Month;
use settling::Touched;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;
use std::sync::Arc;

/// How many seconds the clock of whoever reports may be before that of whoever accepts.
const CLOCKS_APART: u64 = 60 * 60;

/// The union of batches with the fold over them.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    batches: BTreeMap<BatchId, Arc<Batch>>,
    months: BTreeMap<Month, Vec<BatchId>>,
    /// Who corrects or withdraws an entry.
    replies: BTreeMap<EntryId, Vec<EntryId>>,
    /// Acceptances and returns of a batch, by when they were written.
    verdicts: BTreeMap<BatchId, BTreeSet<(Moment, EntryId)>>,
    redactions: BTreeSet<EntryId>,
    slots: BTreeMap<Slot, Candidates>,
    /// What the lock in force closed over.
    locks: BTreeMap<Month, BTreeSet<BatchId>>,
    entries: usize,
    /// Whether targets are read as issued, and no adjustment counts.
    is_as_issued: bool,
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
    /// No batch of this name was here.
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
    /// A correction stands in its place (更正).
    Corrected,
    /// A withdrawal that counts says that it does not hold (撤回).
    Withdrawn,
    /// Its batch was returned to the reporter.
    Returned,
    /// It came after its period was locked.
    AfterLock,
}

impl Ledger {
    /// The union of the batches, folded in one go; [`Folding`] does the same in steps.
    pub fn new<B: Into<Arc<Batch>>>(batches: impl IntoIterator<Item = B>) -> Self {
        let mut folding = Folding::new(batches);
        loop {
            if let Some(ledger) = folding.step() {
                return ledger;
            }
        }
    }

    /// Adds a batch. Adding what is there already changes nothing.
    pub fn add(&mut self, batch: impl Into<Arc<Batch>>) -> Met {
        let mut touched = Touched::default();
        let met = self.take(batch.into(), &mut touched);
        self.settle(touched);
        met
    }

    /// Adds a batch; gives back the slots that were looked at again. What every other slot shows is as it was.
    pub fn add_and_tell(&mut self, batch: impl Into<Arc<Batch>>) -> BTreeSet<Slot> {
        let mut touched = Touched::default();
        match self.take(batch.into(), &mut touched) {
            Met::Known => BTreeSet::new(),
            Met::New => self.settle(touched),
            // All was folded anew.
            Met::Differs => self.slots.keys().cloned().collect(),
        }
    }

    /// The same records, of which no adjustment counts: whoever asks what is in force hears of the plan as issued.
    pub fn as_issued(&self) -> Self {
        Self { is_as_issued: true, ..self.clone() }
    }

    /// Whether no adjustment counts, see [`Ledger::as_issued`].
    pub fn is_as_issued(&self) -> bool {
        self.is_as_issued
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

    /// The batch of a name; `None` where it is not here.
    pub fn batch(&self, id: BatchId) -> Option<&Batch> {
        self.shared(id).map(|batch| &**batch)
    }

    /// The same, to be put into another ledger too.
    pub fn shared(&self, id: BatchId) -> Option<&Arc<Batch>> {
        self.batches.get(&id)
    }

    /// The batches that speak of a period.
    pub fn of_month(&self, month: Month) -> impl Iterator<Item = &Batch> {
        self.months.get(&month).into_iter().flatten().filter_map(|id| self.batch(*id))
    }

    /// The entry of a name; `None` where its batch is not here or has no such place.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.batch(id.batch)?.entries.get(id.index as usize)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries
    }

    /// Whether there is no batch at all.
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

    /// The places of the same life, whether they show anything or not; of a slot of which the latest counts, itself.
    pub(super) fn places_of_life(&self, slot: Slot) -> Vec<Slot> {
        let Some(first) = slot.first_of_life() else { return vec![slot] };
        let is_of = |slot: &&Slot| slot.first_of_life().as_ref() == Some(&first);
        self.slots.range(&first..).map(|(slot, _)| slot).take_while(is_of).cloned().collect()
    }

    /// The entry with which a chain of corrections began: what it tells goes on under that name, however often it was
    /// corrected, and though the first of them is not here.
    pub fn origin(&self, id: EntryId) -> EntryId {
        let mut at = id;
        for _ in 0..DEEPEST {
            let Some(entry) = self.entry(at) else { break };
            let is_alike = |target: &EntryId| {
                self.entry(*target)
                    .is_none_or(|target| discriminant(&target.said) == discriminant(&entry.said))
            };
            let Some(target) = entry.replaces.filter(is_alike) else { break };
            at = target;
        }
        at
    }

    /// All that was ever said about a slot, in the order in which it was written.
    pub fn history(&self, slot: &Slot) -> Vec<EntryId> {
        let mut all = self.slots.get(slot).map(|candidates| candidates.all.clone()).unwrap_or_default();
        all.sort_by_key(|id| self.rank(*id));
        all
    }

    /// The acceptance or return that holds for a batch: of the latest [`DEEPEST`] the last that nobody has withdrawn.
    pub fn verdict(&self, batch: BatchId) -> Option<EntryId> {
        let latest = self.verdicts.get(&batch)?.iter().rev().take(DEEPEST);
        latest.map(|(_, id)| *id).find(|id| !self.is_withdrawn(*id))
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
        self.read_alike(self.written_by(moment))
    }

    /// What had been written down by a moment.
    pub fn written_by(&self, moment: Moment) -> Vec<Arc<Batch>> {
        self.batches.values().filter(|batch| batch.written <= moment).cloned().collect()
    }

    /// Without one batch.
    pub fn without(&self, batch: BatchId) -> Self {
        self.read_alike(self.batches.values().filter(|one| one.id != batch).cloned())
    }

    /// Without the reports on later periods. What the bureau decided stays, and so does a baseline: they speak of no
    /// figures of a period.
    pub fn up_to(&self, month: Month) -> Self {
        // A receipt may take back what an earlier one said, in one batch with its figures.
        let is_report = |batch: &Batch| {
            (0..).zip(&batch.entries).all(|(index, _)| self.is_reported(EntryId { batch: batch.id, index }))
        };
        let is_later = |batch: &Batch| batch.month > month && is_report(batch);
        self.read_alike(self.batches.values().filter(|batch| !is_later(batch)).cloned())
    }

    /// Some of the batches, read as issued where these are.
    fn read_alike(&self, batches: impl IntoIterator<Item = Arc<Batch>>) -> Self {
        Self { is_as_issued: self.is_as_issued, ..Self::new(batches) }
    }

    /// Where an entry stands among those with which it competes: by when its batch was surely written, then by what
    /// the batch says of that itself, then by its name.
    pub fn rank(&self, id: EntryId) -> (Moment, Option<Moment>, EntryId) {
        let batch = self.batch(id.batch);
        let at = batch.map_or(Moment::UNKNOWN, |batch| self.surely_written(batch));
        (at, batch.map(|batch| batch.written), id)
    }

    /// When a batch was surely written: by its own clock, but no later than it was first accepted or returned, for then it
    /// was there. A clock that says much more than that, or a moment beyond the calendar, says nothing at all, so that
    /// whoever sets his clock ahead outdoes nobody.
    pub fn surely_written(&self, batch: &Batch) -> Moment {
        if batch.written.is_beyond() {
            return Moment::UNKNOWN;
        }
        let verdicts = self.verdicts.get(&batch.id).into_iter().flatten().take(DEEPEST);
        let mut judged = verdicts.filter(|(_, id)| {
            let said = self.entry(*id).map(|entry| &entry.said);
            matches!(said, Some(Said::Acceptance { .. } | Said::Return { .. }))
        });
        match judged.next() {
            Some((judged, _)) if *judged == Moment::UNKNOWN => batch.written,
            Some((judged, _)) if batch.written.0 > judged.0.saturating_add(CLOCKS_APART) => Moment::UNKNOWN,
            Some((judged, _)) => batch.written.min(*judged),
            None => batch.written,
        }
    }
}

/// Two ledgers are the same if they hold the same batches.
impl PartialEq for Ledger {
    fn eq(&self, other: &Self) -> bool {
        self.batches == other.batches
    }
}

#[cfg(test)]
mod tests;
