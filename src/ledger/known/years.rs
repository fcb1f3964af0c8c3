//! A year's own list: what stands on it, where each line comes from, what was ended, and what waits to be taken over.
//!
//! It can be asked as it is now, or as it was of a month: then by what was said of that month's period or of an earlier
//! one. What somebody words anew, ends or moves later changes no month before.

use super::Found;
use crate::ledger::kinds::{ItemChange, ItemLine};
use crate::ledger::{EntryId, Id, Ledger, Said, Slot};
use crate::plan::{Day, Month, Year};
use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;

/// An item on the list of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    /// Identifier of the item.
    pub id: &'a Id,
    /// How it came on the list, or left it.
    pub how: ListedHow,
    /// The entry that says so.
    pub said: Found<'a>,
    /// Whether it was put on this list or taken over to it, by whatever entry; so it is also of what was ended since.
    pub was_put: bool,
    /// The latest earlier year on whose list it stood; `None` where none had it by an entry.
    pub before: Option<Year>,
    /// Its latest line up to this year; `None` for an item of the plan that nobody worded anew.
    pub line: Option<&'a ItemLine>,
    /// Every line that it ever had, as they were written.
    pub wordings: Vec<&'a ItemLine>,
    /// Every movement of its due day, in the order in which they were written.
    pub movements: Vec<Movement<'a>>,
    /// The due day that it had when it was first put on a list.
    pub first_due: Option<Day>,
    /// The due day that holds: the last that somebody gave it, by a line or by moving it.
    pub due: Option<Day>,
}

/// A movement of a due day: by an entry of its own, or by a line that has another day than held until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement<'a> {
    /// The entry that says it.
    pub said: Found<'a>,
    /// The day from then on; `None` where a line has no day any more.
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

/// What is said of one item: by year the latest, and all that gives it a due day as it was written.
#[derive(Default)]
struct Sayings<'a> {
    lines: BTreeMap<Year, (Found<'a>, &'a ItemLine)>,
    courses: BTreeMap<Year, (Found<'a>, &'a ItemChange)>,
    wordings: Vec<&'a ItemLine>,
    /// The years for which it was put on a list or taken over, whatever became of it.
    put: BTreeSet<Year>,
    first_due: Option<Day>,
    due: Option<Day>,
    movements: Vec<Movement<'a>>,
    /// Whether any entry said until when it is due, or that it has no day.
    has_day_said: bool,
}

impl Ledger {
    /// What stands on the list of a year, and what was ended in it. Items of the plan are here only where somebody said
    /// something of them.
    pub fn list_of(&self, year: Year) -> Vec<Listed<'_>> {
        let items = self.said_of_items(None).into_iter();
        items.filter_map(|(id, said)| said.on_list(id, year)).collect()
    }

    /// What stood on the list of an earlier year, the latest that had it, and is neither taken over nor ended: proposed
    /// to be taken over, never silently so. A year in which nobody settled it does not make it go away.
    pub fn to_take_over(&self, year: Year) -> Vec<Listed<'_>> {
        let open = |one: &Listed| !matches!(one.how, ListedHow::Ended { .. });
        let items = self.said_of_items(None).into_iter();
        let untaken = items.filter(|(id, said)| said.on_list(id, year).is_none());
        let last = untaken.filter_map(|(id, said)| said.on_list(id, said.year_before(year)?));
        last.filter(open).collect()
    }

    /// Every item that nobody owes on a day any more: ended by then, and not put on a later list again.
    pub fn ended_by(&self, day: Day) -> BTreeSet<&str> {
        let all = self.said_of_items(None);
        all.iter().filter(|(_, said)| said.is_ended_by(day)).map(|(id, _)| &***id).collect()
    }

    /// The list of a month's year as it was of that month, with what was ended by its last day.
    pub fn list_as_of(&self, month: Month) -> (Vec<Listed<'_>>, BTreeSet<&str>) {
        let all = self.said_of_items(Some(month));
        let last = month.day(1).map_or(Day::EPOCH, Day::month_end);
        let ended = all.iter().filter(|(_, said)| said.is_ended_by(last)).map(|(id, _)| &***id).collect();
        let listed = all.into_iter().filter_map(|(id, said)| said.on_list(id, month.year()));
        (listed.collect(), ended)
    }

    /// The latest line of an item, of whatever year; `None` of what nobody put on a list in words.
    pub fn item_line(&self, item: &str) -> Option<&ItemLine> {
        let first = Slot::ItemLine { item: item.into(), year: Year(0), entry: EntryId::FIRST };
        let lines = self.shown_from(&first).map_while(|(slot, id)| match slot {
            Slot::ItemLine { item: of, year, .. } if **of == *item => Some((*year, self.rank(id), id)),
            _ => None,
        });
        let (.., id) = lines.max()?;
        match &self.entry(id)?.said {
            Said::Item(said) => match &said.change {
                ItemChange::Listed(line) => Some(line),
                _ => None,
            },
            _ => None,
        }
    }

    /// All that is said of items, of periods up to a month where one is asked; each item's in the order in which it was
    /// written.
    fn said_of_items(&self, until: Option<Month>) -> BTreeMap<&Id, Sayings<'_>> {
        let entry = EntryId::FIRST;
        let firsts = [
            Slot::ItemLine { item: "".into(), year: Year(0), entry },
            Slot::ItemCourse { item: "".into(), year: Year(0), entry },
            Slot::DueDay { item: "".into(), entry },
        ];
        let mut all: BTreeMap<&Id, Vec<Found>> = BTreeMap::new();
        for first in &firsts {
            for (slot, id) in self.shown_from(first) {
                let is_of_sort = discriminant(slot) == discriminant(first);
                let Some(item) = slot.subject().filter(|_| is_of_sort) else { break };
                let is_asked = |found: &Found| until.is_none_or(|until| found.batch.month <= until);
                all.entry(item).or_default().extend(self.find(id).filter(is_asked));
            }
        }
        let mut told = BTreeMap::new();
        for (id, mut found) in all {
            found.sort_by_key(|found| self.rank(found.id));
            told.insert(id, found.into_iter().fold(Sayings::default(), Sayings::go_on));
        }
        told
    }
}

impl<'a> Sayings<'a> {
    fn go_on(mut self, found: Found<'a>) -> Self {
        let Said::Item(item) = &found.entry.said else { return self };
        match &item.change {
            ItemChange::Listed(line) => {
                self.lines.insert(line.years.from, (found, line));
                self.wordings.push(line);
                self.put.insert(line.years.from);
                self.give(found, line.due, true);
            }
            ItemChange::CarriedOn { year } => {
                self.courses.insert(*year, (found, &item.change));
                self.put.insert(*year);
            }
            ItemChange::Ended { on } => {
                self.courses.insert(on.year(), (found, &item.change));
            }
            ItemChange::Moved { due } => self.give(found, Some(*due), false),
        }
        self
    }

    /// Gives it a due day. The day of its first line moves nothing; whoever moves an item of the plan moves it from no
    /// day.
    fn give(&mut self, said: Found<'a>, due: Option<Day>, is_line: bool) {
        if is_line && !self.has_day_said {
            self.first_due = due;
        } else if due != self.due {
            self.movements.push(Movement { said, due });
        }
        self.has_day_said = true;
        self.due = due;
    }

    fn is_ended_by(&self, day: Day) -> bool {
        let end = self.courses.range(..=day.year()).next_back();
        let Some((of, (_, ItemChange::Ended { on }))) = end else { return false };
        let line = self.lines.range(..=day.year()).next_back();
        *on <= day && line.is_none_or(|(since, _)| since <= of)
    }

    /// The latest year before another in which it stood on a list, or was ended.
    fn year_before(&self, year: Year) -> Option<Year> {
        let last = Year(year.0.saturating_sub(1));
        let of_lines = self.lines.values().map(|(_, line)| line.years);
        let of_lines = of_lines.filter(|years| years.from < year).map(|years| years.to.min(last));
        let of_courses = self.courses.range(..year).map(|(of, _)| *of);
        let mut years: Vec<Year> = of_lines.chain(of_courses).collect();
        years.sort_unstable();
        years.into_iter().rev().find(|of| self.how(*of).is_some())
    }

    fn line(&self, year: Year) -> Option<(Year, Found<'a>, &'a ItemLine)> {
        self.lines.range(..=year).next_back().map(|(since, (found, line))| (*since, *found, *line))
    }

    fn on_list(&self, id: &'a Id, year: Year) -> Option<Listed<'a>> {
        let (how, said) = self.how(year)?;
        Some(Listed {
            id,
            how,
            said,
            was_put: self.put.contains(&year),
            before: self.year_before(year),
            line: self.line(year).map(|(_, _, line)| line),
            wordings: self.wordings.clone(),
            movements: self.movements.clone(),
            first_due: self.first_due,
            due: self.due,
        })
    }

    fn how(&self, year: Year) -> Option<(ListedHow, Found<'a>)> {
        let line = self.line(year);
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
