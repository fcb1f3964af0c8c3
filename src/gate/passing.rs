//! Sorting the batches of one arrival, by the door through which they came.

use super::{Here, Pool, Rights, Why};
use crate::ledger::{Batch, BatchId, Ledger, Said};
use crate::plan::PlanIndex;
use std::collections::BTreeSet;

/// How batches come in. A code, a pasted text and a file carry one of these as an address does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A reporter's own words; the review shows them line by line.
    Receipt,
    /// A report that goes back to its reporter, with the reason.
    Return,
    /// A whole ledger that somebody else keeps: a snapshot, later a shared folder.
    Ledger,
    /// A backup file. Into an empty ledger it brings everything back, for then it changes nothing.
    Backup,
}

/// A batch that is not taken by default, and why: each reason once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The batch as it came, whole: a batch is never split.
    pub batch: Batch,
    /// At least one reason, in the order of [`Why`].
    pub why: Vec<Why>,
}

/// One arrival, sorted. What is here already is in none of them: it changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Passage {
    /// What one press takes.
    pub taken: Vec<Batch>,
    /// Told apart, and off until somebody insists.
    pub apart: Vec<Held>,
    /// Told, and never taken.
    pub refused: Vec<Held>,
}

impl Passage {
    /// What is taken: by default, or with what is apart where somebody insists.
    pub fn batches(&self, with_apart: bool) -> Vec<Batch> {
        let apart = self.apart.iter().filter(|_| with_apart).map(|held| &held.batch);
        self.taken.iter().chain(apart).cloned().collect()
    }

    /// Nothing of it is news.
    pub fn is_empty(&self) -> bool {
        self.taken.is_empty() && self.apart.is_empty() && self.refused.is_empty()
    }
}

/// Sorts what came in by a door, beside the ledger that is here.
pub fn pass(plan: &PlanIndex, ledger: &Ledger, here: Here, door: Door, batches: &[Batch]) -> Passage {
    let pool = Pool::new(plan, ledger, here, batches.iter());
    let verdicts = if door == Door::Return { returns(&pool, batches) } else { Returns::default() };
    let is_restored = door == Door::Backup && ledger.is_empty();
    let mut passage = Passage::default();
    let mut seen = BTreeSet::new();
    for batch in batches {
        if pool.is_here(batch) || !seen.insert((batch.id, content(batch))) {
            continue;
        }
        let mut why: Vec<Why> = match pool.why_never(batch) {
            Some(why) => vec![why],
            None => {
                let mut why = told(&pool, batch);
                match door {
                    Door::Return => why.extend(verdicts.why_not(plan, &pool, batch)),
                    Door::Receipt | Door::Ledger => why.extend(of_report(plan, &pool, batch)),
                    Door::Backup if is_restored => {}
                    Door::Backup => why.extend(of_report(plan, &pool, batch)),
                }
                why
            }
        };
        why.sort_unstable();
        why.dedup();
        if why.is_empty() {
            passage.taken.push(batch.clone());
            continue;
        }
        let is_final = why.iter().any(|why| why.is_final());
        let list = if is_final { &mut passage.refused } else { &mut passage.apart };
        list.push(Held { batch: batch.clone(), why });
    }
    // What answers a batch that is not taken would act on nothing, or on what comes later under that name.
    let held: BTreeSet<BatchId> =
        passage.apart.iter().chain(&passage.refused).map(|held| held.batch.id).collect();
    let (taken, dangling): (Vec<Batch>, Vec<Batch>) =
        passage.taken.into_iter().partition(|batch| !answers(batch).any(|id| held.contains(&id)));
    passage.taken = taken;
    passage.apart.extend(dangling.into_iter().map(|batch| Held { batch, why: vec![Why::Unseen] }));
    passage
}

/// The last values of a fill-in link that may stand beside the fields of a form: they are laid over the own ledger to be
/// looked at, so none may bear a name that is here, or the page's own, or come from later than now.
pub fn lent(own: &Ledger, here: Here, last: Vec<Batch>) -> Vec<Batch> {
    let is_foreign = |batch: &Batch| own.batch(batch.id).is_none() && batch.id.writer != here.writer;
    last.into_iter().filter(|batch| is_foreign(batch) && batch.written <= here.now).collect()
}

/// What is told of a batch whatever it says.
fn told(pool: &Pool, batch: &Batch) -> Vec<Why> {
    let ahead = (batch.written > pool.here.now).then_some(Why::Ahead);
    let unseen = pool.replaces_unseen(batch).then_some(Why::Unseen);
    ahead.into_iter().chain(unseen).collect()
}

/// Why a batch is no plain report of an organisation about its own items.
fn of_report(plan: &PlanIndex, pool: &Pool, batch: &Batch) -> Vec<Why> {
    let rights = Rights::new(plan, pool, &batch.organisation, batch.month);
    batch.entries.iter().filter_map(|entry| rights.why_not(batch, entry)).collect()
}

/// The returns of a link: batches of nothing but returns, and the reports that these name.
#[derive(Default)]
struct Returns {
    verdicts: BTreeSet<BatchId>,
    reports: BTreeSet<BatchId>,
}

fn returns(pool: &Pool, batches: &[Batch]) -> Returns {
    let mut found = Returns::default();
    for batch in batches {
        let named: Option<Vec<BatchId>> = batch
            .entries
            .iter()
            .map(|entry| match &entry.said {
                Said::Return { of, .. } if entry.replaces.is_none() && pool.batch(*of).is_some() => Some(*of),
                _ => None,
            })
            .collect();
        // One link returns one report: the first, whoever adds others.
        if let Some(named) = named.filter(|named| !named.is_empty() && found.verdicts.is_empty()) {
            found.verdicts.insert(batch.id);
            found.reports.extend(named);
        }
    }
    found
}

impl Returns {
    fn why_not(&self, plan: &PlanIndex, pool: &Pool, batch: &Batch) -> Vec<Why> {
        if self.verdicts.contains(&batch.id) {
            let is_accepted = |of: &BatchId| {
                let verdict = pool.ledger.verdict(*of).and_then(|id| pool.ledger.entry(id));
                verdict.is_some_and(|entry| matches!(entry.said, Said::Acceptance { .. }))
            };
            return self.reports.iter().any(is_accepted).then_some(Why::AcceptedHere).into_iter().collect();
        }
        let mut why = of_report(plan, pool, batch);
        if !self.reports.contains(&batch.id) && why.is_empty() {
            why.push(Why::NotNamed);
        }
        why
    }
}

/// The batches of which a batch speaks.
fn answers(batch: &Batch) -> impl Iterator<Item = BatchId> {
    batch.entries.iter().filter_map(|entry| match &entry.said {
        Said::Acceptance { of } | Said::Return { of, .. } => Some(*of),
        _ => entry.replaces.map(|id| id.batch),
    })
}

fn content(batch: &Batch) -> Vec<u8> {
    crate::ledger::codec::encode_one(batch)
}
