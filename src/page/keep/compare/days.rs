//! What changed between two days, a step at a time: both states are folded anew.

use crate::ledger::{Batch, Folding, Ledger, Moment};
use crate::plan::PlanIndex;
use crate::snapshot::{Changes, changes};
use crate::text::Language;
use std::sync::Arc;
use std::vec;

/// A comparison on its way.
pub struct Days {
    plan: Arc<PlanIndex>,
    language: Language,
    /// The earlier day, then the later.
    folding: [Folding<vec::IntoIter<Arc<Batch>>>; 2],
    folded: Vec<Ledger>,
}

impl Days {
    /// Of a ledger as it was known at two moments.
    pub fn new(plan: Arc<PlanIndex>, ledger: &Ledger, moments: [Moment; 2], language: Language) -> Self {
        let folding = moments.map(|moment| Folding::new(ledger.written_by(moment)));
        Self { plan, language, folding, folded: Vec::new() }
    }

    /// Goes on by a step; the changes once both states are there.
    pub fn step(&mut self) -> Option<Changes> {
        if let [before, after] = &self.folded[..] {
            return Some(changes(&self.plan, before, after, None, self.language));
        }
        let done = self.folding.get_mut(self.folded.len()).and_then(Folding::step);
        self.folded.extend(done);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn step_by_step_it_comes_to_what_differs_between_the_ledgers_of_two_days() {
        let plan = crate::plan::read::from_json(include_str!("../../../../public/plan.json"));
        let plan = Arc::new(plan.expect("the shipped plan"));
        let ledger = Ledger::new(sample::batches(&plan));
        let mut written: Vec<Moment> = ledger.batches().map(|batch| batch.written).collect();
        written.sort();
        let moments = [written[written.len() / 3], written[written.len() / 2]];
        let mut days = Days::new(plan.clone(), &ledger, moments, Language::Zh);
        let mut steps = 0;
        let found = loop {
            steps += 1;
            if let Some(found) = days.step() {
                break found;
            }
        };
        let [before, after] = moments.map(|moment| ledger.known_on(moment));
        assert_eq!(found, changes(&plan, &before, &after, None, Language::Zh));
        assert!(!found.rows.is_empty());
        assert!(steps > written.len() / 2, "{steps}");
    }
}
