//! A year's own list: what stands on it, where each line comes from, what was ended, and what waits to be taken over.

use super::Found;
use crate::ledger::kinds::{ItemChange, ItemLine};
use crate::ledger::{EntryId, Id, Ledger, Said, Slot};
use crate::plan::{Day, Year};
use std::collections::BTreeMap;

/// An item on the list of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    /// Identifier of the item.
    pub id: &'a Id,
    /// How it came on the list, or left it.
    pub how: ListedHow,
    /// The entry that says so.
    pub said: Found<'a>,
    /// Its latest line up to this year; `None` for an item of the plan that nobody worded anew.
    pub line: Option<&'a ItemLine>,
    /// Every movement of its due day, in the order in which they were written.
    pub movements: Vec<Found<'a>>,
    /// The due day that its first line had.
    pub first_due: Option<Day>,
    /// The due day that holds: the last that somebody moved it to, else its line's.
    pub due: Option<Day>,
}

/// How an item is on a year's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListedHow {
    /// It is on the list by a line of this year, or of several of which this is one.
    InWords {
        /// The first year of the line.
        since: Year,
    },
    /// It goes on from an earlier year.
    CarriedOn,
    /// It is ended in this year.
    Ended {
        /// The first day on which nobody owes it.
        on: Day,
    },
}

/// What is said of one item, by year.
#[derive(Default)]
struct Sayings<'a> {
    lines: BTreeMap<Year, (Found<'a>, &'a ItemLine)>,
    courses: BTreeMap<Year, (Found<'a>, &'a ItemChange)>,
    movements: Vec<Found<'a>>,
}

impl Ledger {
    /// What stands on the list of a year, and what was ended in it. Items of the plan are here only where somebody said
    /// something of them.
    pub fn list_of(&self, year: Year) -> Vec<Listed<'_>> {
        self.said_of_items().into_iter().filter_map(|(id, said)| said.on_list(id, year)).collect()
    }

    /// What stood on the list of the year before and is neither taken over nor ended: proposed to be taken over, never
    /// silently so.
    pub fn to_take_over(&self, year: Year) -> Vec<Listed<'_>> {
        let before = Year(year.0.saturating_sub(1));
        let open = |one: &Listed| !matches!(one.how, ListedHow::Ended { .. });
        let items = self.said_of_items().into_iter();
        let untaken = items.filter(|(id, said)| said.on_list(id, year).is_none());
        untaken.filter_map(|(id, said)| said.on_list(id, before)).filter(open).collect()
    }

    /// Every movement of an item's due day, in the order in which they were written.
    pub fn movements(&self, item: &str) -> Vec<Found<'_>> {
        self.life(&Slot::DueDay { item: item.into(), entry: EntryId::FIRST })
    }

    fn said_of_items(&self) -> BTreeMap<&Id, Sayings<'_>> {
        let mut all: BTreeMap<&Id, Sayings> = BTreeMap::new();
        let first = Slot::ItemLine { item: "".into(), year: Year(0) };
        for (slot, id) in self.shown_from(&first) {
            let Some(found) = self.find(id) else { continue };
            let (Slot::ItemLine { item, year }, Said::Item(said)) = (slot, &found.entry.said) else { break };
            if let ItemChange::Listed(line) = &said.change {
                all.entry(item).or_default().lines.insert(*year, (found, line));
            }
        }
        let first = Slot::ItemCourse { item: "".into(), year: Year(0) };
        for (slot, id) in self.shown_from(&first) {
            let Some(found) = self.find(id) else { continue };
            let (Slot::ItemCourse { item, year }, Said::Item(said)) = (slot, &found.entry.said) else {
                break;
            };
            all.entry(item).or_default().courses.insert(*year, (found, &said.change));
        }
        let first = Slot::DueDay { item: "".into(), entry: EntryId::FIRST };
        for (slot, id) in self.shown_from(&first) {
            let (Slot::DueDay { item, .. }, Some(found)) = (slot, self.find(id)) else { break };
            all.entry(item).or_default().movements.push(found);
        }
        for said in all.values_mut() {
            said.movements.sort_by_key(|found| self.rank(found.id));
        }
        all
    }
}

impl<'a> Sayings<'a> {
    fn on_list(&self, id: &'a Id, year: Year) -> Option<Listed<'a>> {
        let line =
            self.lines.range(..=year).next_back().map(|(since, (found, line))| (*since, *found, *line));
        let (how, said) = self.how(line, year)?;
        let first_due = self.lines.values().next().and_then(|(_, line)| line.due);
        let moved = self.movements.iter().rev().find_map(|found| match &found.entry.said {
            Said::Item(item) => match item.change {
                ItemChange::Moved { due } => Some(due),
                _ => None,
            },
            _ => None,
        });
        let line = line.map(|(_, _, line)| line);
        let due = moved.or(line.and_then(|line| line.due));
        Some(Listed { id, how, said, line, movements: self.movements.clone(), first_due, due })
    }

    fn how(
        &self,
        line: Option<(Year, Found<'a>, &'a ItemLine)>,
        year: Year,
    ) -> Option<(ListedHow, Found<'a>)> {
        match self.courses.range(..=year).next_back() {
            Some((of, (found, ItemChange::Ended { on }))) => {
                // What was ended in an earlier year is on the list again only by a later line.
                let is_later = line.is_some_and(|(since, ..)| since > *of);
                if *of == year && !is_later {
                    return Some((ListedHow::Ended { on: *on }, *found));
                }
                if !is_later {
                    return None;
                }
            }
            Some((of, (found, ItemChange::CarriedOn { .. }))) if *of == year => {
                let has_own_line = line.is_some_and(|(since, ..)| since == year);
                if !has_own_line {
                    return Some((ListedHow::CarriedOn, *found));
                }
            }
            _ => {}
        }
        let (since, found, line) = line?;
        line.years.contains(year).then_some((ListedHow::InWords { since }, found))
    }
}
