//! One JSON text with every batch in it, read and written whole.

use super::{Way, json};
use planboard::ledger::Batch;
use planboard::plan::PlanIndex;
use serde_json::Value;
use std::collections::HashMap;

pub struct Plain {
    batches: Vec<Value>,
    shown: HashMap<String, (u64, String)>,
}

impl Plain {
    /// The latest figure or stage of each subject, place and month.
    fn show(&mut self, at: usize) {
        let batch = &self.batches[at];
        let written = batch["written"].as_u64().unwrap_or_default();
        for entry in batch["entries"].as_array().into_iter().flatten() {
            let Some(subject) = entry["indicator"].as_str().or(entry["subject"].as_str()) else { continue };
            let district = entry["district"].as_str().unwrap_or_default();
            let slot = format!("{subject}/{district}/{}", batch["month"]);
            let value = entry["report"].as_str().or(entry["stage"].as_str()).unwrap_or_default();
            let here = self.shown.entry(slot).or_default();
            if written >= here.0 {
                *here = (written, value.to_owned());
            }
        }
    }
}

impl Way for Plain {
    const NAME: &str = "plain JSON";

    fn kept(batches: &[Batch], known: usize) -> [Vec<u8>; 2] {
        [&batches[..known], batches].map(|batches| json::json(batches).to_string().into_bytes())
    }

    type Read = Vec<Value>;

    fn read(kept: &[u8]) -> Vec<Value> {
        serde_json::from_slice(kept).expect("it was just written")
    }

    fn folded(read: Vec<Value>) -> Self {
        let mut folded = Self { batches: read, shown: HashMap::new() };
        (0..folded.batches.len()).for_each(|at| folded.show(at));
        folded
    }

    fn shown(&self) -> usize {
        self.shown.len()
    }

    /// What is kept is one text, so that all of it is written again.
    fn add(&mut self, batch: &Batch, _: &PlanIndex) -> usize {
        self.batches.extend(json::json([batch]).as_array().cloned().unwrap_or_default());
        self.show(self.batches.len() - 1);
        serde_json::to_string(&self.batches).expect("it is JSON").len()
    }

    fn merge(&mut self, other: &mut Self) {
        let mine: std::collections::HashSet<String> =
            self.batches.iter().map(|batch| batch["id"].to_string()).collect();
        for batch in other.batches.iter().filter(|batch| !mine.contains(&batch["id"].to_string())) {
            self.batches.push(batch.clone());
            self.show(self.batches.len() - 1);
        }
    }
}
