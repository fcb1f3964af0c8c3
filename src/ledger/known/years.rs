//! A year's own list: what stands on it, where each line comes from, what was ended, and what waits to be taken over.

use super::Found;
use crate::ledger::Change;
use crate::ledger::kinds::{ItemChange, ItemLine};
use crate::ledger::{EntryId, Id, Ledger, Said, Slot};
use crate::plan::{Day, Month, Year};
use std::collections::{BTreeMap, BTreeSet};

/// An item on the list of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    /// Identifier of the item.
    pub id: &'a Id,
    /// How it came on the list, or left it.
    pub how: ListedHow,
    /// The entry that says so.
    pub said: Found<'a>,
    /// The first period that knows it on this list: of every entry that says so for the year, the earliest period. What
    /// was put on a list in August was not owed in May.
    pub from: Month,
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
        let items = self.said_of_items().into_iter();
        items.filter_map(|(id, said)| said.on_list(self, id, year)).collect()
    }

    /// What stood on the list of the year before and is neither taken over nor ended: proposed to be taken over, never
    /// silently so.
    pub fn to_take_over(&self, year: Year) -> Vec<Listed<'_>> {
        let before = Year(year.0.saturating_sub(1));
        let open = |one: &Listed| !matches!(one.how, ListedHow::Ended { .. });
        let items = self.said_of_items().into_iter();
        let untaken = items.filter(|(id, said)| said.on_list(self, id, year).is_none());
        untaken.filter_map(|(id, said)| said.on_list(self, id, before)).filter(open).collect()
    }

    /// Every item that nobody owes on a day any more: ended by then, and not put on a later list again.
    pub fn ended_by(&self, day: Day) -> BTreeSet<&str> {
        self.list_and_ended(day).1
    }

    /// [`Ledger::list_of`] the year of a day, and [`Ledger::ended_by`] that day, read at once.
    pub fn list_and_ended(&self, day: Day) -> (Vec<Listed<'_>>, BTreeSet<&str>) {
        let all = self.said_of_items();
        let ended = all.iter().filter(|(_, said)| said.is_ended_by(day)).map(|(id, _)| &***id).collect();
        let listed = all.into_iter().filter_map(|(id, said)| said.on_list(self, id, day.year()));
        (listed.collect(), ended)
    }

    /// The latest line of an item, of whatever year; `None` of what nobody put on a list in words.
    pub fn item_line(&self, item: &str) -> Option<&ItemLine> {
        let first = Slot::ItemLine { item: item.into(), year: Year(0) };
        let lines = self.shown_from(&first).map_while(|(slot, id)| match slot {
            Slot::ItemLine { item: of, .. } if **of == *item => Some(id),
            _ => None,
        });
        match &self.find(lines.last()?)?.entry.said {
            Said::Item(said) => match &said.change {
                ItemChange::Listed(line) => Some(line),
                _ => None,
            },
            _ => None,
        }
    }

    /// The earliest period of what was said of a place and not withdrawn.
    fn first_period(&self, slot: &Slot) -> Option<Month> {
        let counted = self.history(slot).into_iter();
        let counted = counted.filter(|id| !matches!(self.change(*id), Some(Change::Withdrawn)));
        counted.filter_map(|id| Some(self.batch(id.batch)?.month)).min()
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
    fn is_ended_by(&self, day: Day) -> bool {
        let end = self.courses.range(..=day.year()).next_back();
        let Some((of, (_, ItemChange::Ended { on }))) = end else { return false };
        let line = self.lines.range(..=day.year()).next_back();
        *on <= day && line.is_none_or(|(since, _)| since <= of)
    }

    fn on_list(&self, ledger: &'a Ledger, id: &'a Id, year: Year) -> Option<Listed<'a>> {
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
        let of_year = line.filter(|(.., line)| line.years.contains(year));
        let of_line = of_year.map(|(year, ..)| Slot::ItemLine { item: id.clone(), year });
        let places = of_line.into_iter().chain([Slot::ItemCourse { item: id.clone(), year }]);
        let from = places.filter_map(|place| ledger.first_period(&place)).min();
        let from = from.unwrap_or(said.batch.month);
        let line = line.map(|(_, _, line)| line);
        let due = moved.or(line.and_then(|line| line.due));
        Some(Listed { id, how, said, from, line, movements: self.movements.clone(), first_due, due })
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
