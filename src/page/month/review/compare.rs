//! What an entry would change: beside what the ledger shows in its place, and what else came in for it.

use super::gather::Gathered;
use crate::gate::{Pool, Rights};
use crate::ledger::{Batch, Entry, EntryId, Found, Ledger, Said, Slot};
use std::collections::{BTreeMap, BTreeSet};

/// What taking an entry does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Nothing is in its place yet.
    New,
    /// It takes the place of something that the same hand wrote earlier, or that it names.
    Changed,
    /// The same stands there already.
    Same,
    /// The same hand wrote something later, which stays.
    Older,
    /// Another hand says something else about the same.
    Conflicting,
}

/// An entry on its way in.
#[derive(Clone, Copy)]
pub struct Candidate<'a> {
    pub id: EntryId,
    pub batch: &'a Batch,
    pub entry: &'a Entry,
}

/// Everything that came in and may, by the place that it is about.
pub struct Rivals<'a> {
    by_slot: BTreeMap<Slot, Vec<Candidate<'a>>>,
}

/// What an entry does, and what it meets: what is shown in its place, else what came in beside it.
pub struct Comparison<'a> {
    pub kind: Kind,
    pub met: Option<(&'a Batch, &'a Entry)>,
}

/// The place of an entry for which others compete.
pub fn slot(batch: &Batch, said: &Said) -> Option<Slot> {
    let month = batch.month;
    match said {
        Said::Actual { indicator, district, .. } => {
            Some(Slot::Actual { indicator: indicator.clone(), district: district.clone(), month })
        }
        Said::Progress { subject, .. } => Some(Slot::Progress { subject: subject.clone(), month }),
        _ => None,
    }
}

impl<'a> Rivals<'a> {
    /// Each receipt with what decides over its entries: what does not belong there is no rival, for it is not
    /// taken unless somebody insists.
    pub fn new(receipts: &[(&'a Gathered, Rights<'a>)]) -> Self {
        let mut by_slot: BTreeMap<Slot, Vec<Candidate>> = BTreeMap::new();
        for (receipt, rights) in receipts {
            for batch in &receipt.batches {
                for (id, entry) in batch.named().filter(|(_, entry)| rights.why_not(batch, entry).is_none()) {
                    let Some(slot) = slot(batch, &entry.said) else { continue };
                    let rivals = by_slot.entry(slot).or_default();
                    // A batch may stand in several receipts.
                    if rivals.iter().all(|rival| rival.id != id) {
                        rivals.push(Candidate { id, batch, entry });
                    }
                }
            }
        }
        // The same in whatever order they were pasted.
        by_slot.values_mut().for_each(|rivals| rivals.sort_by_key(|one| (one.batch.written, one.id)));
        Self { by_slot }
    }

    /// What the entry does to the ledger. What its own receipt takes back is nothing that it meets.
    pub fn compare(
        &self,
        ledger: &'a Ledger,
        pool: &Pool<'a>,
        taken_back: &BTreeSet<EntryId>,
        one: Candidate<'a>,
    ) -> Comparison<'a> {
        let Some(slot) = slot(one.batch, &one.entry.said) else {
            let is_met = |id: &EntryId| {
                !taken_back.contains(id) || pool.find(*id).is_some_and(|(batch, _)| pool.is_here(batch))
            };
            let mut replaced = one.entry.replaces;
            // A chain of corrections is short; a circle, which only tampering makes, is cut here.
            for _ in 0..100 {
                let Some(id) = replaced.filter(|id| !is_met(id)) else { break };
                replaced = pool.find(id).and_then(|(_, entry)| entry.replaces);
            }
            let met = replaced.filter(is_met).and_then(|id| pool.find(id));
            let kind = match met {
                _ if pool.is_here(one.batch) => Kind::Same,
                Some(_) => Kind::Changed,
                None => Kind::New,
            };
            return Comparison { kind, met };
        };
        let shown = ledger.at(&slot);
        let met = shown.map(|found| (found.batch, found.entry));
        if pool.is_here(one.batch) {
            return Comparison { kind: Kind::Same, met };
        }
        let kind = shown.map_or(Kind::New, |found| beside(pool, one, of(found)));
        let rivals = self.by_slot.get(&slot).into_iter().flatten();
        // What is here already was compared above, or is out of the race.
        let rivals = rivals.filter(|rival| rival.id != one.id && !pool.is_here(rival.batch));
        for rival in rivals {
            match beside(pool, one, *rival) {
                Kind::Conflicting => {
                    let met = if kind == Kind::Conflicting { met } else { Some((rival.batch, rival.entry)) };
                    return Comparison { kind: Kind::Conflicting, met };
                }
                // What changes what stands here is told as that, whatever becomes of the other one.
                Kind::Older if !matches!(kind, Kind::Conflicting | Kind::Changed) => {
                    return Comparison { kind: Kind::Older, met: Some((rival.batch, rival.entry)) };
                }
                _ => {}
            }
        }
        Comparison { kind, met }
    }
}

fn of(found: Found<'_>) -> Candidate<'_> {
    Candidate { id: found.id, batch: found.batch, entry: found.entry }
}

/// One entry beside another about the same.
fn beside(pool: &Pool, one: Candidate, other: Candidate) -> Kind {
    if one.entry.said == other.entry.said {
        return Kind::Same;
    }
    if names(pool, one, other.id) {
        return Kind::Changed;
    }
    if names(pool, other, one.id) {
        return Kind::Older;
    }
    // Other words beside the same figure contradict nothing.
    let is_same_figure = one.entry.said.without_words() == other.entry.said.without_words();
    if !is_same_figure && !is_same_hand(one.batch, other.batch) {
        return Kind::Conflicting;
    }
    let rank = |one: Candidate| (one.batch.written, one.id);
    if rank(one) > rank(other) { Kind::Changed } else { Kind::Older }
}

/// Whether an entry corrects the other, itself or by what it corrects.
fn names(pool: &Pool, one: Candidate, other: EntryId) -> bool {
    let mut next = one.entry.replaces;
    // A chain of corrections is short; a circle, which only tampering makes, is cut here.
    for _ in 0..100 {
        match next {
            Some(id) if id == other => return true,
            Some(id) => next = pool.find(id).and_then(|(_, entry)| entry.replaces),
            None => return false,
        }
    }
    false
}

/// One load of the page, or one person of one organisation by what he says of himself.
fn is_same_hand(one: &Batch, other: &Batch) -> bool {
    one.id.writer == other.id.writer
        || (one.organisation == other.organisation && !one.person.is_empty() && one.person == other.person)
}
