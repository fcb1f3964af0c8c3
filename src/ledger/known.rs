//! What the ledger shows, asked by what people ask: figures of an indicator, progress, problems.

mod adjustments;
mod lives;
mod members;
mod papers;
mod years;

pub use adjustments::{Adjusted, InForce};
pub use lives::{Extension, ProblemLife, ProblemSteps};
pub use members::{Balance, ListMember, balance, count};
pub use papers::{CaseLife, CaseState, DecisionLife, VerdictFound, VerdictLife};
pub use years::{Listed, ListedHow, Movement};

use super::{Batch, Entry, EntryId, Id, Ledger, RuleChange, Said, Slot, Stage};
use crate::plan::{Basis, Day, Month, Quantity, Year};
use std::collections::BTreeMap;

/// An entry with its name and its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The entry's name.
    pub id: EntryId,
    /// The batch in which it stands: who wrote it, when, and about which period.
    pub batch: &'a Batch,
    /// What it says.
    pub entry: &'a Entry,
}

/// The earliest month there is, to begin a range with.
pub(super) fn earliest() -> Month {
    Month::new(Year(1000), 1).expect("a month")
}

impl Ledger {
    /// An entry by its name.
    pub fn find(&self, id: EntryId) -> Option<Found<'_>> {
        let (batch, entry) = (self.batch(id.batch)?, self.entry(id)?);
        Some(Found { id, batch, entry })
    }

    /// What a slot shows.
    pub fn at(&self, slot: &Slot) -> Option<Found<'_>> {
        self.shown(slot).and_then(|id| self.find(id))
    }

    /// What was reported of an indicator, for the city and for each district, month by month.
    pub fn actuals(&self, indicator: &str) -> BTreeMap<Option<Id>, BTreeMap<Month, Found<'_>>> {
        let indicator: Id = indicator.into();
        let first = Slot::Actual { indicator: indicator.clone(), district: None, month: earliest() };
        let mut found: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for (slot, id) in self.shown_from(&first) {
            match slot {
                Slot::Actual { indicator: of, district, month } if *of == indicator => {
                    if let Some(entry) = self.find(id) {
                        found.entry(district.clone()).or_default().insert(*month, entry);
                    }
                }
                _ => break,
            }
        }
        found
    }

    /// The baseline of an indicator: the month at whose end it stood, and its figure.
    pub fn baseline(&self, indicator: &str) -> Option<(Month, Quantity)> {
        match &self.at(&Slot::Baseline { indicator: indicator.into() })?.entry.said {
            Said::Baseline { at, value, .. } => Some((*at, *value)),
            _ => None,
        }
    }

    /// The basis that the bureau decided for an indicator.
    pub fn decided_basis(&self, indicator: &str) -> Option<Basis> {
        match &self.at(&Slot::Basis { indicator: indicator.into() })?.entry.said {
            Said::BasisDecision { basis, .. } => Some(*basis),
            _ => None,
        }
    }

    /// The targets of single years that were set after the plan was issued.
    pub fn year_targets(&self, indicator: &str) -> Vec<(Year, Quantity)> {
        let indicator: Id = indicator.into();
        let first = Slot::YearTarget { indicator: indicator.clone(), year: Year(0) };
        self.shown_from(&first)
            .map_while(|(slot, id)| match slot {
                Slot::YearTarget { indicator: of, year } if *of == indicator => Some((*year, id)),
                _ => None,
            })
            .filter_map(|(year, id)| match &self.entry(id)?.said {
                Said::YearTarget { value, .. } => Some((year, *value)),
                _ => None,
            })
            .collect()
    }

    /// How far a measure, project or milestone had come by a month: the stage with the month it was said of.
    pub fn stage(&self, subject: &str, until: Month) -> Option<(Month, Stage, Found<'_>)> {
        let subject: Id = subject.into();
        let first = Slot::Progress { subject: subject.clone(), month: earliest() };
        self.shown_from(&first)
            .map_while(|(slot, id)| match slot {
                Slot::Progress { subject: of, month } if *of == subject && *month <= until => {
                    Some((*month, id))
                }
                _ => None,
            })
            .filter_map(|(month, id)| {
                let found = self.find(id)?;
                match &found.entry.said {
                    Said::Progress { stage, .. } => Some((month, *stage, found)),
                    _ => None,
                }
            })
            .last()
    }

    /// The problems that were noted up to a month, oldest first.
    pub fn problems(&self, until: Month) -> Vec<Found<'_>> {
        let first = Slot::Problem { month: earliest(), entry: EntryId::FIRST };
        self.shown_from(&first)
            .map_while(|(slot, id)| match slot {
                Slot::Problem { month, .. } if *month <= until => Some(id),
                _ => None,
            })
            .filter_map(|id| self.find(id))
            .collect()
    }

    /// The entries of one life, where each has a place of its own: those that count, in the order in which they were
    /// written.
    pub(super) fn life(&self, first: &Slot) -> Vec<Found<'_>> {
        let is_of = |slot: &Slot| slot.first_of_life().as_ref() == Some(first);
        let of_life = self.shown_from(first).take_while(|(slot, _)| is_of(slot));
        let mut life: Vec<Found> = of_life.filter_map(|(_, id)| self.find(id)).collect();
        life.sort_by_key(|found| self.rank(found.id));
        life
    }

    /// What was written last of the life to which a place belongs; of a place of which the latest counts, what it shows.
    pub fn latest_of_life(&self, slot: &Slot) -> Option<Found<'_>> {
        match slot.first_of_life() {
            Some(first) => self.life(&first).pop(),
            None => self.at(slot),
        }
    }

    /// The lives of all things of one sort, by the entry with which each began.
    fn lives(
        &self,
        first: &Slot,
        of: impl Fn(&Slot) -> Option<EntryId>,
    ) -> BTreeMap<EntryId, Vec<Found<'_>>> {
        let mut lives: BTreeMap<EntryId, Vec<Found>> = BTreeMap::new();
        for (slot, id) in self.shown_from(first) {
            let Some(begun) = of(slot) else { break };
            if let Some(found) = self.find(id) {
                lives.entry(self.origin(begun)).or_default().push(found);
            }
        }
        for life in lives.values_mut() {
            life.sort_by_key(|found| self.rank(found.id));
        }
        lives
    }

    /// The window of a period as the bureau moved it: first and last day; none where nobody moved it.
    pub fn window(&self, month: Month) -> Option<(Day, Day)> {
        match &self.at(&Slot::Window { month })?.entry.said {
            Said::Window { opens, closes, .. } => Some((*opens, *closes)),
            _ => None,
        }
    }

    /// Every window that the bureau moved, by its period.
    pub fn moved_windows(&self) -> Vec<(Month, Day, Day)> {
        self.shown_from(&Slot::Window { month: earliest() })
            .map_while(|(slot, id)| match slot {
                Slot::Window { .. } => Some(id),
                _ => None,
            })
            .filter_map(|id| {
                let found = self.find(id)?;
                match &found.entry.said {
                    Said::Window { opens, closes, .. } => Some((found.batch.month, *opens, *closes)),
                    _ => None,
                }
            })
            .collect()
    }

    /// The first period from which the bureau uses the page, if it said so.
    pub fn start_of_use(&self) -> Option<Month> {
        Some(self.at(&Slot::StartOfUse)?.batch.month)
    }

    /// The light that a person set for a subject in a month.
    pub fn judgement(&self, subject: &str, month: Month) -> Option<Found<'_>> {
        self.at(&Slot::Judgement { subject: subject.into(), month })
    }

    /// The rule that the bureau set, with the number of times that it did.
    pub fn rule(&self) -> Option<(usize, &RuleChange)> {
        let count = self.history(&Slot::Rule).len();
        match &self.at(&Slot::Rule)?.entry.said {
            Said::Rule(change) => Some((count, change)),
            _ => None,
        }
    }

    /// What an organisation submitted for a period, if it did.
    pub fn submission(&self, organisation: &str, month: Month) -> Option<Found<'_>> {
        self.at(&Slot::Submission { organisation: organisation.into(), month })
    }
}

#[cfg(test)]
mod orders;
#[cfg(test)]
mod tests;
