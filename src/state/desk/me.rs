//! Who the user says he is.

use super::Desk;
use crate::ledger::{Entry, Id, codec};
use crate::plan::{Month, PlanIndex};
use crate::storage::Failure;
use crate::text::is_unseen_control;
use leptos::prelude::*;

/// Who the user says he is. Nobody checks it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Me {
    pub organisation: Option<Id>,
    pub person: String,
}

impl Me {
    /// Organisation and person on two lines.
    pub(super) fn written(&self) -> String {
        [self.organisation.as_deref().unwrap_or_default(), "\n", &self.person].concat()
    }

    pub(super) fn read(text: &str) -> Self {
        let (organisation, person) = text.split_once('\n').unwrap_or((text, ""));
        Self {
            organisation: Some(organisation).filter(|id| !id.is_empty()).map(Id::from),
            person: Self::named(person),
        }
    }

    /// A person's name as it is kept: as many letters as the ledger takes.
    pub fn named(typed: &str) -> String {
        let seen = typed.trim().chars().filter(|letter| !is_unseen_control(*letter));
        seen.take(codec::MOST_ID_LETTERS).collect()
    }
}

/// The organisation that the user says he is, if the plan has it.
pub fn my_organisation(desk: Desk, plan: &PlanIndex) -> Option<Id> {
    desk.me.with(|me| me.organisation.clone()).filter(|id| plan.organisation(id).is_some())
}

impl Desk {
    /// For which organisation an officer writes: the one that they say they are, else the plan's issuer. Tracked: a view that
    /// reads it is drawn again when it changes.
    pub fn officer(&self, plan: &PlanIndex) -> Id {
        my_organisation(*self, plan).unwrap_or_else(|| plan.issuer.as_str().into())
    }

    /// Writes down what an officer says, as one act with a copy from before, so that one undo takes all of it back.
    ///
    /// # Errors
    /// As [`Desk::write`].
    pub fn record(&self, plan: &PlanIndex, month: Month, entries: Vec<Entry>) -> Result<(), Failure> {
        self.take_in_judged(vec![], &untrack(|| self.officer(plan)), vec![(month, entries)]).1
    }
}
