//! The batches that are not taken by default, as lines.

use crate::gate::{self, Held};
use crate::page::month::review::describe;
use crate::plan::{Month, PlanIndex};
use crate::text::{Language, Text};

/// A batch that is not taken by default.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub name: Text,
    pub month: Month,
    /// Who wrote it, as they call themselves. Untrusted.
    pub person: String,
    /// What sorts of entries it holds, each once.
    pub sorts: Vec<&'static str>,
    pub why: Vec<&'static str>,
}

/// What is told of batches that are not taken by default.
pub fn lines(plan: &PlanIndex, held: &[Held], language: Language) -> Vec<Line> {
    let line = |held: &Held| {
        let mut sorts = Vec::new();
        for entry in &held.batch.entries {
            let sort = entry.said.kind(language);
            if !sorts.contains(&sort) {
                sorts.push(sort);
            }
        }
        Line {
            name: describe::name(plan, &held.batch.organisation, language),
            month: held.batch.month,
            person: held.batch.person.clone(),
            sorts,
            why: held.why.iter().map(|why| gate::words::why(language, *why)).collect(),
        }
    };
    held.iter().map(line).collect()
}
