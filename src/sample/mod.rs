//! An invented ledger for whatever plan is shown, so that a person sees the whole page at work before the first
//! real figure. It knows nothing but the plan, is the same on every device, and says in every text that it is a
//! sample. It is kept apart and never merged: see `storage`'s sample shelf.
//!
//! [`batches`] is the whole play. [`invented`] makes figures up, [`clerks`] reports them, [`officer`] accepts,
//! returns, decides and locks, [`problems`] follows what was reported to its closing, [`districts`] breaks targets down,
//! [`words`] has what they write.

#![warn(missing_docs)]

mod adjusting;
mod chance;
mod clerks;
mod districts;
mod invented;
mod lists;
mod officer;
mod problems;
mod scene;
mod words;
mod years;

use crate::ledger::{Batch, BatchId, Moment, Said};
use crate::plan::{Day, PlanIndex};
use scene::Scene;

/// The first writer of a sample; real writers are random, and the chance that one lies here is one in 2⁴⁷.
const FIRST_WRITER: u64 = 0x5341_4d50_4c45_5300;
/// How many writers are kept for samples.
const WRITERS: u64 = 256;
/// How many names are kept for pages that write while the sample is on.
const PAGES: u64 = 1 << 16;

/// A sample ledger from the plan's first period to its last, in the order in which it was written down.
pub fn batches(plan: &PlanIndex) -> Vec<Batch> {
    let mut scene = Scene::new(plan);
    officer::prepare(&mut scene);
    years::write(&mut scene);
    for at in 0..scene.periods.len() {
        clerks::report(&mut scene, at);
        officer::decide(&mut scene, at);
        lists::note(&mut scene, at);
    }
    problems::follow(&mut scene);
    officer::lock(&mut scene);
    districts::assess(&mut scene);
    scene.finish()
}

/// The sample as it is known on a day: nothing of it was written later. Before the first reports of the plan there
/// is what the officer settles beforehand, as if it were done on the day.
pub fn until(plan: &PlanIndex, today: Day) -> Vec<Batch> {
    // The play's hours are those of the day everywhere; a reader of the sample must not be ahead of it.
    let end = Moment::end_of(today, 0);
    let mut all = batches(plan);
    let known = all.iter().take_while(|batch| batch.written <= end).count();
    if known == 0 {
        let settled = all.into_iter().find(|batch| batch.entries.iter().all(|entry| settles(&entry.said)));
        let written = Moment::end_of(today.plus(-1), 0);
        return settled.map(|batch| Batch { written, ..batch }).into_iter().collect();
    }
    all.truncate(known);
    all
}

/// Whether it can be settled before anything is reported.
fn settles(said: &Said) -> bool {
    matches!(
        said,
        Said::Baseline { .. } | Said::BasisDecision { .. } | Said::Rule(_) | Said::YearTarget { .. }
    )
}

/// The name under which a page writes while the sample is on: behind those of the sample's own writers.
pub fn writer(page: u64) -> u64 {
    FIRST_WRITER + WRITERS + page % PAGES
}

/// Whether a batch bears the name of a sample's: then it is invented, wherever it turns up.
pub fn is_sample(id: BatchId) -> bool {
    (FIRST_WRITER..FIRST_WRITER + WRITERS + PAGES).contains(&id.writer)
}

#[cfg(test)]
mod tests;
