//! Lists with members: who is on a list as of a day, in which state, and how the count came about.

use super::Found;
use crate::ledger::kinds::{Listing, Member};
use crate::ledger::{EntryId, Id, Ledger, Said, Slot};
use crate::plan::Day;
use std::collections::BTreeMap;

/// A member of a list, with everything that was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListMember<'a> {
    /// Its name for ever: the entry that named it first.
    pub id: EntryId,
    /// The entry that names it now.
    pub named: Found<'a>,
    /// Its name as typed; empty where it was redacted.
    pub name: &'a str,
    /// Identifier of its district.
    pub district: Option<&'a Id>,
    /// The organisation that hosts it; may be empty.
    pub host: &'a str,
    /// Its states by the days from which they hold, earliest first; never empty.
    pub states: Vec<(&'a Member, Found<'a>)>,
}

/// How a count came about: old + came − left = new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Balance {
    /// How many there were at the end of the first day.
    pub old: usize,
    /// How many came since.
    pub came: usize,
    /// How many left since.
    pub left: usize,
    /// How many there are at the end of the last day.
    pub new: usize,
}

impl<'a> ListMember<'a> {
    /// The state at the end of a day; `None` where it is not on the list, or not yet.
    pub fn state(&self, day: Day) -> Option<&'a Id> {
        self.said_of(day)?.state.as_ref()
    }

    /// The day from which the state of a day holds: of who is off the list, the day out.
    pub fn since(&self, day: Day) -> Option<Day> {
        self.said_of(day).map(|member| member.from)
    }

    fn said_of(&self, day: Day) -> Option<&'a Member> {
        self.states.iter().rev().map(|(member, _)| *member).find(|member| member.from <= day)
    }
}

impl Ledger {
    /// Everybody who is or was on a list, in the order in which they were first named.
    pub fn members(&self, list: &str) -> Vec<ListMember<'_>> {
        let list: Id = list.into();
        let first = Slot::Member { list: list.clone(), member: EntryId::FIRST, entry: EntryId::FIRST };
        let mut lives: BTreeMap<EntryId, Vec<(&Member, Found)>> = BTreeMap::new();
        for (slot, id) in self.shown_from(&first) {
            let Slot::Member { list: of, member: named, .. } = slot else { break };
            if *of != list {
                break;
            }
            let Some(found) = self.find(id) else { continue };
            if let Said::Member(member) = &found.entry.said {
                lives.entry(self.origin(*named)).or_default().push((member, found));
            }
        }
        lives.into_iter().filter_map(|(id, said)| self.list_member(id, said)).collect()
    }

    /// None where nothing names it any more: whoever withdraws a name takes its states along.
    fn list_member<'a>(
        &'a self,
        id: EntryId,
        mut said: Vec<(&'a Member, Found<'a>)>,
    ) -> Option<ListMember<'a>> {
        said.sort_by_key(|(_, found)| self.rank(found.id));
        let is_naming = |member: &Member| matches!(member.who, Listing::Named { .. });
        let (member, named) = *said.iter().rev().find(|(member, _)| is_naming(member))?;
        let Listing::Named { name, district, host } = &member.who else { return None };
        // Of two corrections of one name the later holds.
        said.retain(|(one, found)| !is_naming(one) || found.id == named.id);
        said.sort_by_key(|(member, _)| member.from);
        Some(ListMember { id, named, name, district: district.as_ref(), host, states: said })
    }
}

/// How many are on a list in a state that counts, at the end of a day.
pub fn count(members: &[ListMember], day: Day, counts: impl Fn(&str) -> bool) -> usize {
    members.iter().filter(|member| member.state(day).is_some_and(|state| counts(state))).count()
}

/// How a count went from the end of one day to the end of another. Who came and left in between is among both.
pub fn balance(members: &[ListMember], from: Day, until: Day, counts: impl Fn(&str) -> bool) -> Balance {
    let mut balance = Balance { old: count(members, from, &counts), came: 0, left: 0, new: 0 };
    for member in members {
        let is_in = |day| member.state(day).is_some_and(|state| counts(state));
        let days = member.states.iter().map(|(one, _)| one.from).filter(|day| from < *day && *day <= until);
        let mut was_in = is_in(from);
        for day in days {
            let is_in = is_in(day);
            balance.came += usize::from(is_in && !was_in);
            balance.left += usize::from(was_in && !is_in);
            was_in = is_in;
        }
        balance.new += usize::from(was_in);
    }
    balance
}
