//! What a pasted column is held against: who is on a list, with what it takes to find a name among them. It is made once
//! for a ledger, and not anew with each letter that is typed.

use crate::ledger::{EntryId, Id, Ledger, ListMember};
use crate::plan::{Day, PlanIndex};
use crate::standing::alike::Names;

/// The members of a list, by their places, and who writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Against {
    members: Vec<Listed>,
    names: Names,
    writer: Writer,
}

/// Who writes. What an organisation reports of others, the gate of whoever takes it in refuses; so it is told before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    pub organisation: Id,
    /// It is not the issuer, whose word holds of every member.
    pub reports: bool,
    /// The district that it is.
    pub district: Option<Id>,
}

impl Writer {
    pub fn new(plan: &PlanIndex, organisation: &str) -> Self {
        let organisation: Id = organisation.into();
        let district = plan.districts.iter().any(|id| **id == *organisation).then(|| organisation.clone());
        Self { reports: *plan.issuer != *organisation, district, organisation }
    }

    /// Whether it may say what becomes of a member.
    pub fn may_change(&self, member: &Listed) -> bool {
        !self.reports || member.organisation == self.organisation
    }
}

/// A member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: EntryId,
    /// Which organisation named it first.
    organisation: Id,
    pub name: String,
    pub district: Option<Id>,
    pub host: String,
    /// Its states by the days from which they hold, earliest first; no state: off the list.
    states: Vec<(Day, Option<Id>)>,
}

impl Against {
    pub fn new(ledger: &Ledger, list: &str, writer: Writer) -> Self {
        let members = ledger.members(list);
        let mut names = Names::default();
        members.iter().enumerate().for_each(|(place, member)| names.add(place, member.name));
        let organisation = |member: &ListMember| {
            let batch = ledger.batch(member.id.batch).unwrap_or(member.named.batch);
            batch.organisation.clone()
        };
        let members = members.iter().map(|member| Listed::new(member, organisation(member)));
        Self { members: members.collect(), names, writer }
    }

    pub fn writer(&self) -> &Writer {
        &self.writer
    }

    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The member of a place.
    pub fn at(&self, place: usize) -> Option<&Listed> {
        self.members.get(place)
    }

    pub fn find(&self, id: EntryId) -> Option<&Listed> {
        self.members.iter().find(|member| member.id == id)
    }

    /// Who is in any state on a day.
    pub fn on_the_list(&self, day: Day) -> impl Iterator<Item = &Listed> {
        let is_on = move |member: &&Listed| member.said(day).is_some_and(|(_, state)| state.is_some());
        self.members.iter().filter(is_on)
    }
}

impl Listed {
    fn new(member: &ListMember, organisation: Id) -> Self {
        Self {
            id: member.id,
            organisation,
            name: member.name.to_owned(),
            district: member.district.cloned(),
            host: member.host.to_owned(),
            states: member.states.iter().map(|(one, _)| (one.from, one.state.clone())).collect(),
        }
    }

    /// The day on which it came on the list first.
    pub fn first(&self) -> Option<Day> {
        self.states.first().map(|(from, _)| *from)
    }

    /// What was last said of it until the end of a day: since when, and the state, if it has any.
    pub fn said(&self, day: Day) -> Option<(Day, Option<&Id>)> {
        let last = self.states.iter().rev().find(|(from, _)| *from <= day);
        last.map(|(from, state)| (*from, state.as_ref()))
    }
}
