//! What of a year's list is owed in a month: how the list of a year changes what an organisation reports on.
//!
//! A year of which nobody put anything on a list is as it was before there were lists: what a past year did not finish
//! is reported on. Once a list has begun, it says what is owed; a measure of a past year that waits to be taken over is
//! owed by nobody until somebody takes it over.

use super::duty::is_open;
use crate::ledger::kinds::{ItemKind, ItemLine};
use crate::ledger::known::Listed;
use crate::ledger::{Id, Ledger};
use crate::plan::{Day, Measure, Month, PlanIndex};
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
    /// What the list says in a month, by what was said of that period or of an earlier one: what was put on it, worded
    /// anew or ended for a later period changes nothing here.
    pub fn new(ledger: &'a Ledger, month: Month) -> Self {
        let (listed, ended) = ledger.list_as_of(month);
        let has_begun = listed.iter().any(|one| one.was_put);
        Self { ledger, month, listed, ended, has_begun }
    }

    /// The month of which it was read.
    pub fn month(&self) -> Month {
        self.month
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

    /// Whether anything was put on the list of the year by then, though it was ended since: that all is ended does not
    /// bring back what was never taken over.
    pub fn has_begun(&self) -> bool {
        self.has_begun
    }

    /// Whether somebody said anything of an item for the year, or it was ended by the month's last day.
    pub fn has_said(&self, id: &str) -> bool {
        self.ended.contains(id) || self.listed.iter().any(|one| **one.id == *id)
    }

    /// The first thing by which the list began; `None` before it has.
    pub fn first(&self) -> Option<&'a Id> {
        self.listed.iter().find(|one| one.was_put).map(|one| one.id)
    }

    /// The items for which an organisation is or once was lead, owed or not.
    pub fn ever_led(&self, plan: &PlanIndex, organisation: &str) -> Vec<&'a Id> {
        let names = |line: &ItemLine| plan.is_named(organisation, line.lead.iter().map(|id| &**id));
        let led = self.listed.iter().filter(|one| one.wordings.iter().any(|line| names(line)));
        led.map(|one| one.id).collect()
    }

    /// The items for which an organisation is lead, by name or through a group, as far as nobody called them done before
    /// the month; in the order in which a list shows them.
    pub fn items(&self, plan: &PlanIndex, organisation: &str) -> Vec<OwedItem> {
        let owed = self.listed.iter().filter_map(|one| {
            let line =
                one.line.filter(|line| plan.is_named(organisation, line.lead.iter().map(|id| &**id)))?;
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
