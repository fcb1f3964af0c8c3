//! From the batches of a snapshot to its ledger and the code of its state, a step at a time.

use crate::ledger::{Batch, Folding, Ledger};
use crate::link::fingerprint::Fingerprint;
use crate::plan::PlanIndex;
use crate::snapshot::code::Coding;
use std::sync::Arc;
use std::vec;

/// A snapshot's ledger on its way.
pub struct Unfolding {
    plan: Arc<PlanIndex>,
    folding: Folding<vec::IntoIter<Batch>>,
    folded: Option<(Arc<Ledger>, Coding)>,
}

impl Unfolding {
    pub fn new(plan: Arc<PlanIndex>, batches: Vec<Batch>) -> Self {
        Self { plan, folding: Folding::new(batches), folded: None }
    }

    /// Goes on by a step; ledger and code once both are there.
    pub fn step(&mut self) -> Option<(Arc<Ledger>, Fingerprint)> {
        if let Some((ledger, coding)) = &mut self.folded {
            return coding.step().map(|code| (ledger.clone(), code));
        }
        if let Some(ledger) = self.folding.step() {
            let ledger = Arc::new(ledger);
            self.folded = Some((ledger.clone(), Coding::new(self.plan.clone(), ledger)));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::snapshot::code::snapshot_code;

    #[test]
    fn step_by_step_it_comes_to_the_same_ledger_and_code() {
        let plan = crate::plan::read::from_json(include_str!("../../../../public/plan.json"));
        let plan = Arc::new(plan.expect("the shipped plan"));
        let batches = sample::batches(&plan);
        let (count, whole) = (batches.len(), Ledger::new(batches.clone()));
        let mut unfolding = Unfolding::new(plan.clone(), batches);
        let mut steps = 0;
        let (ledger, code) = loop {
            steps += 1;
            if let Some(found) = unfolding.step() {
                break found;
            }
        };
        assert!(ledger.slots().eq(whole.slots()));
        assert_eq!(code, snapshot_code(&plan, &whole));
        assert!(steps > count, "{steps} for {count} batches");
    }
}
