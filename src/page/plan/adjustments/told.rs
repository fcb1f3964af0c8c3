//! What an adjustment would change, in sentences: read before it is saved.

use super::words;
use crate::ledger::kinds::Aim;
use crate::ledger::{Batch, BatchId, Entry, Id, Ledger, Moment};
use crate::plan::{Day, Month, PlanIndex};
use crate::standing::effect::{Effect, effect};
use crate::text::Language;

/// What would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Old and new target of the year.
    pub aim: (String, String),
    /// Each a fact; what stays is said too.
    pub facts: Vec<String>,
    /// A light becomes another one: to be told by whoever decides.
    pub turns: bool,
}

/// What an entry would change as of a day, were it decided; nothing where it adjusts no indicator.
pub fn told(plan: &PlanIndex, ledger: &Ledger, entry: Entry, today: Day, language: Language) -> Option<Told> {
    // A name that no page has: it is looked at and never kept.
    let batch = Batch {
        id: BatchId { writer: u64::MAX, sequence: u32::MAX },
        written: Moment::end_of(today, 0),
        organisation: Id::from(plan.issuer.as_str()),
        person: String::new(),
        month: Month::new(today.year(), 1)?,
        entries: vec![entry],
    };
    let effect = effect(plan, ledger, &batch, today)?;
    let Effect { aim, .. } = &effect;
    Some(Told {
        aim: (Aim::words(aim.0, language), Aim::words(aim.1, language)),
        turns: effect.turns(),
        facts: words::facts(language, &effect),
    })
}
