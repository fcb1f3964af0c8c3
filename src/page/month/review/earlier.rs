//! What an earlier receipt of the same unit and period held, and a later one leaves out.
//!
//! A correction that mentions one field does not mean that the others are to go: so they are told, and kept unless the
//! officer says otherwise. [`super::decision`] says how.

use super::compare::slot;
use super::describe::{self, Statement, Subject};
use super::gather::Gathered;
use crate::gate::{Pool, Rights};
use crate::ledger::{Batch, BatchId, Change, Entry, EntryId, Ledger, Said, Slot};
use crate::standing::AsOf;
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// An item that an earlier receipt held.
#[derive(Clone, Debug, PartialEq)]
pub struct Dropped {
    pub entry: EntryId,
    pub sort: &'static str,
    pub subject: Subject,
    pub district: Option<Text>,
    pub says: Statement,
    /// It counts at the moment; else its receipt was returned, or is not taken yet.
    pub is_standing: bool,
}

/// What came before a receipt.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Earlier {
    pub dropped: Vec<Dropped>,
    /// The batches with what was dropped, as far as nobody's acceptance holds for them.
    pub batches: Vec<Batch>,
    /// Batches that count again because a batch of the receipt was accepted.
    pub revived: Vec<BatchId>,
}

/// What came before a receipt of the same unit and period, here or among what was received.
pub fn earlier(as_of: AsOf, pool: &Pool, rights: &Rights, receipt: &Gathered) -> Earlier {
    let ledger = as_of.ledger;
    let revived = revived(ledger, receipt);
    let own: BTreeSet<BatchId> = receipt.batches.iter().map(|batch| batch.id).collect();
    // What is here as it was pasted drops nothing: it has been dealt with.
    let Some(last) = receipt.batches.iter().map(|batch| (batch.written, batch.id)).max() else {
        return Earlier::default();
    };
    if receipt.batches.iter().all(|batch| pool.is_here(batch)) {
        return Earlier { revived, ..Earlier::default() };
    }
    let mentioned = Mentioned::of(ledger, receipt);
    let mut before: Vec<&Batch> = pool
        .batches()
        .filter(|batch| batch.organisation == receipt.organisation && batch.month == receipt.month)
        .filter(|batch| !own.contains(&batch.id) && (batch.written, batch.id) < last)
        // What was only pasted is kept with this one as if it were accepted: all of it has to belong there.
        .filter(|batch| {
            let belongs = || batch.entries.iter().all(|entry| rights.why_not(batch, entry).is_none());
            pool.is_here(batch) || (!pool.replaces_unseen(batch) && belongs())
        })
        .collect();
    before.sort_by_key(|batch| (batch.written, batch.id));
    let mut places: BTreeMap<Place, (EntryId, &Batch, &Entry)> = BTreeMap::new();
    for batch in before {
        for (id, entry) in batch.named().filter(|(_, entry)| rights.why_not(batch, entry).is_none()) {
            if let Some(place) = Place::of(ledger, batch, id, &entry.said)
                && !mentioned.holds(&place, id, entry)
                && !is_gone(ledger, id, entry)
            {
                places.insert(place, (id, batch, entry));
            }
        }
    }
    let batches: BTreeMap<BatchId, &Batch> = places
        .values()
        .filter(|(id, ..)| !is_accepted(ledger, id.batch))
        .map(|(id, batch, _)| (id.batch, *batch))
        .collect();
    let dropped = places.into_values().map(|(id, _, entry)| dropped(as_of, id, entry)).collect();
    Earlier { dropped, batches: batches.into_values().cloned().collect(), revived }
}

/// What an entry is about, across receipts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Slot(Slot),
    /// Every problem has a place of its own.
    Problem(EntryId),
    /// And so has what is said of one, by the entry with which it began.
    Answer(EntryId),
}

impl Place {
    fn of(ledger: &Ledger, batch: &Batch, id: EntryId, said: &Said) -> Option<Self> {
        match said {
            Said::ProblemStep { of, .. } => Some(Self::Answer(ledger.origin(*of))),
            Said::Problem { .. } => Some(Self::Problem(id)),
            said => slot(batch, said).map(Self::Slot),
        }
    }
}

/// What a receipt speaks of.
struct Mentioned<'a> {
    slots: BTreeSet<Slot>,
    replaced: BTreeSet<EntryId>,
    problems: BTreeSet<&'a str>,
    /// Problems of which it says something, by the entries with which they began.
    answers: BTreeSet<EntryId>,
}

impl<'a> Mentioned<'a> {
    fn of(ledger: &Ledger, receipt: &'a Gathered) -> Self {
        let all =
            || receipt.batches.iter().flat_map(|batch| batch.entries.iter().map(move |one| (batch, one)));
        Self {
            slots: all().filter_map(|(batch, entry)| slot(batch, &entry.said)).collect(),
            replaced: all().filter_map(|(_, entry)| entry.replaces).collect(),
            problems: all()
                .filter_map(|(_, entry)| match &entry.said {
                    Said::Problem { text, .. } => Some(text.trim()),
                    _ => None,
                })
                .collect(),
            answers: all()
                .filter_map(|(_, entry)| match &entry.said {
                    Said::ProblemStep { of, .. } => Some(ledger.origin(*of)),
                    _ => None,
                })
                .collect(),
        }
    }

    fn holds(&self, place: &Place, id: EntryId, entry: &Entry) -> bool {
        self.replaced.contains(&id)
            || match (place, &entry.said) {
                (Place::Slot(slot), _) => self.slots.contains(slot),
                (Place::Problem(_), Said::Problem { text, .. }) => self.problems.contains(text.trim()),
                (Place::Problem(_), _) => false,
                (Place::Answer(of), _) => self.answers.contains(of),
            }
    }
}

fn dropped(as_of: AsOf, id: EntryId, entry: &Entry) -> Dropped {
    let AsOf { plan, ledger, language, .. } = as_of;
    let (subject, district) = describe::subject(as_of, &entry.said);
    Dropped {
        entry: id,
        sort: entry.said.kind(language),
        subject,
        district,
        says: describe::statement(plan, &entry.said, language),
        is_standing: ledger.change(id) == Some(Change::Shown),
    }
}

/// Whether an entry counts no longer for a reason of its own: nothing has to be kept of it.
fn is_gone(ledger: &Ledger, id: EntryId, entry: &Entry) -> bool {
    let is_closed = |problem: EntryId| !ledger.problem_steps().life(problem).is_open();
    let is_dealt_with = match &entry.said {
        Said::Problem { .. } => is_closed(id),
        // An answer that was accepted has been read, and a form does not say it again.
        Said::ProblemStep { of, .. } => is_accepted(ledger, id.batch) || is_closed(*of),
        _ => false,
    };
    is_dealt_with
        || matches!(ledger.change(id), Some(Change::Withdrawn | Change::Corrected | Change::AfterLock))
}

fn is_accepted(ledger: &Ledger, batch: BatchId) -> bool {
    let verdict = ledger.verdict(batch).and_then(|id| ledger.entry(id));
    verdict.is_some_and(|entry| matches!(entry.said, Said::Acceptance { .. }))
}

/// The batches that were returned once and accepted again in one batch with one of the receipt.
fn revived(ledger: &Ledger, receipt: &Gathered) -> Vec<BatchId> {
    let own: BTreeSet<BatchId> = receipt.batches.iter().map(|batch| batch.id).collect();
    let verdicts = own.iter().filter_map(|id| ledger.verdict(*id));
    let by: BTreeSet<BatchId> = verdicts.map(|id| id.batch).collect();
    let mut revived = BTreeSet::new();
    for batch in by.iter().filter_map(|id| ledger.batch(*id)) {
        for entry in &batch.entries {
            if let Said::Acceptance { of } = entry.said
                && !own.contains(&of)
                && was_returned(ledger, of)
                && ledger.batch(of).is_some_and(|one| one.organisation == receipt.organisation)
            {
                revived.insert(of);
            }
        }
    }
    revived.into_iter().collect()
}

fn was_returned(ledger: &Ledger, id: BatchId) -> bool {
    ledger.batches().any(|batch| {
        batch.entries.iter().any(|entry| matches!(&entry.said, Said::Return { of, .. } if *of == id))
    })
}
