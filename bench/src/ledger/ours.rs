//! The ledger as the page has it.

use super::Way;
use planboard::ledger::codec::{self, Vocabulary};
use planboard::ledger::{Batch, Ledger};
use planboard::plan::PlanIndex;
use planboard::standing::{Rule, reading};

pub struct Ours(Ledger);

impl Way for Ours {
    const NAME: &str = "this page";

    fn kept(batches: &[Batch], known: usize) -> [Vec<u8>; 2] {
        [&batches[..known], batches].map(|batches| codec::encode(batches, None))
    }

    type Read = Vec<Batch>;

    fn read(kept: &[u8]) -> Vec<Batch> {
        codec::decode(kept, &Vocabulary::default()).expect("they were just written")
    }

    fn folded(read: Vec<Batch>) -> Self {
        Self(Ledger::new(read))
    }

    fn shown(&self) -> usize {
        self.0.slots().count()
    }

    fn add(&mut self, batch: &Batch, plan: &PlanIndex) -> usize {
        let bytes = codec::encode_one(batch);
        self.0.add(batch.clone());
        let indicator = plan.indicators().next().expect("the plan has indicators").item;
        let as_of = batch.month.plus(1).day(10).expect("a day");
        let judgement = reading::judged(plan, &self.0, indicator, as_of, &Rule::default());
        assert!(judgement.latest.is_some());
        bytes.len()
    }

    fn merge(&mut self, other: &mut Self) {
        for batch in other.0.batches() {
            self.0.add(batch.clone());
        }
    }
}
