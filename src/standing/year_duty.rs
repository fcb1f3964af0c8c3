//! What of a year's list is owed in a month: how the list of a year changes what an organisation reports on.
//!
//! A year of which nobody put anything on a list is as it was before there were lists: what a past year did not finish
//! is reported on. Once a list has begun, it says what is owed; a measure of a past year that waits to be taken over is
//! owed by nobody until somebody takes it over.

use super::duty::is_open;
use crate::ledger::kinds::{ItemKind, ItemLine};
use crate::ledger::known::{Listed, ListedHow};
use crate::ledger::{Id, Ledger};
use crate::plan::{Day, Measure, Month, PlanIndex, Year};
use std::collections::BTreeSet;

/// An item of the year's list on whose stage its lead reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedItem {
    /// Its identifier: its own, or that of a measure of the plan that was worded anew.
    pub id: Id,
    /// What it is.
    pub kind: ItemKind,
    /// Its title, as typed.
    pub title: String,
    /// The day until which it is to be done, where it has one.
    pub due: Option<Day>,
}

/// The list of a month's year, read once for all that is asked of it.
pub struct YearDuty<'a> {
    ledger: &'a Ledger,
    month: Month,
    listed: Vec<Listed<'a>>,
    ended: BTreeSet<&'a str>,
    has_begun: bool,
}

impl<'a> YearDuty<'a> {
    /// What the list says in a month: what was put on it for a later period is not there yet.
    pub fn new(ledger: &'a Ledger, month: Month) -> Self {
        let last = month.day(1).map_or(Day::EPOCH, Day::month_end);
        let (mut listed, ended) = ledger.list_and_ended(last);
        listed.retain(|one| one.from <= month);
        let has_begun = listed.iter().any(|one| begins(one, month.year()));
        Self { ledger, month, listed, ended, has_begun }
    }

    /// Whether a measure of the plan is owed by whoever leads its task: not where a line of the list has its words and its
    /// lead, and not where the list has begun without it.
    pub fn keeps(&self, measure: &Measure) -> bool {
        if self.ended.contains(measure.id.as_str()) {
            return false;
        }
        match self.listed.iter().find(|one| **one.id == *measure.id) {
            Some(one) => one.line.is_none(),
            None => !self.has_begun || measure.year.is_none_or(|year| year == self.month.year()),
        }
    }

    /// Whether anything was put on the list of the year by then.
    pub fn has_begun(&self) -> bool {
        self.has_begun
    }

    /// Whether an item was ended by the month's last day.
    pub fn has_ended(&self, id: &str) -> bool {
        self.ended.contains(id)
    }

    /// The first thing by which the list began; `None` before it has.
    pub fn first(&self) -> Option<&'a Id> {
        self.listed.iter().find(|one| begins(one, self.month.year())).map(|one| one.id)
    }

    /// The items for which an organisation is lead, by name or through a group, as far as nobody called them done before
    /// the month; in the order in which a list shows them.
    pub fn items(&self, plan: &PlanIndex, organisation: &str) -> Vec<OwedItem> {
        let leads = |line: &ItemLine| {
            line.lead
                .iter()
                .any(|id| **id == *organisation || plan.groups_of(organisation).any(|group| group.id == **id))
        };
        let owed = self.listed.iter().filter_map(|one| {
            let line = one.line.filter(|line| leads(line))?;
            let has_begun = line.begins.is_none_or(|begins| begins.month() <= self.month);
            let is_owed =
                has_begun && !self.ended.contains(&**one.id) && is_open(self.ledger, one.id, self.month);
            is_owed.then(|| OwedItem {
                id: one.id.clone(),
                kind: line.kind,
                title: line.title.clone(),
                due: one.due,
            })
        });
        let mut owed: Vec<OwedItem> = owed.collect();
        owed.sort_by(|one, other| (one.kind, one.due, &one.id).cmp(&(other.kind, other.due, &other.id)));
        owed
    }
}

/// Whether something said of an item begins the list of a year: it was put on it, or taken over. That one thing was ended
/// says nothing of the others.
pub fn begins(one: &Listed, year: Year) -> bool {
    match one.how {
        ListedHow::InWords { since } => since == year,
        ListedHow::CarriedOn => true,
        ListedHow::Ended { .. } => false,
    }
}
