//! What is written down on a year's list, as entries. What is wrong is told with its place; then nothing is written.

use super::typed::{Cells, Column, Fault, MOST_NOTE, New, Wrong, read_one};
use crate::ledger::kinds::{Item, ItemChange};
use crate::ledger::known::Listed;
use crate::ledger::{BatchId, Entry, EntryId, Id, Ledger, Said};
use crate::plan::{Day, Month, PlanIndex, Year};
use crate::rows;
use crate::standing::duty;
use crate::standing::year_list::year_list;

/// The period from which on what is written now holds on a year's list: the one whose reports are due or were due last,
/// within the year. What was owed in any period before stays as it was. A report of this one that came in already lacks
/// what is listed now: the page says so where its window is over.
pub fn period(plan: &PlanIndex, year: Year, today: Day) -> Month {
    let now = duty::current(plan, today).unwrap_or_else(|| today.month());
    let (first, last) = (Month::new(year, 1), Month::new(year, 12));
    let now = first.map_or(now, |first| now.max(first));
    last.map_or(now, |last| now.min(last))
}

/// New lines, each under the name of the entry that adds it.
pub fn added(lines: Vec<New>, batch: BatchId) -> Vec<Entry> {
    let entry = |(index, New { line, document }): (u32, New)| {
        let id = Item::own_id(EntryId { batch, index });
        entry(id, ItemChange::Listed(line), String::new(), document)
    };
    (0..).zip(lines).map(entry).collect()
}

/// What goes on in a year as it was.
///
/// # Errors
/// What is wrong with the document, or that nothing is chosen that still waits.
pub fn carried_on(
    plan: &PlanIndex,
    ledger: &Ledger,
    year: Year,
    chosen: &[Id],
    cells: &Cells,
) -> Result<Vec<Entry>, Vec<Wrong>> {
    let mut faults = Faults::default();
    let (reason, document) = faults.notes(cells);
    let chosen = faults.waiting(plan, ledger, year, chosen);
    let change = ItemChange::CarriedOn { year };
    let all = chosen.into_iter().map(|id| entry(id, change.clone(), reason.clone(), document.clone()));
    faults.or(all.collect())
}

/// What a year does not take over: ended on its first day.
///
/// # Errors
/// As [`carried_on`], and without a reason.
pub fn ended_before(
    plan: &PlanIndex,
    ledger: &Ledger,
    year: Year,
    chosen: &[Id],
    cells: &Cells,
) -> Result<Vec<Entry>, Vec<Wrong>> {
    let mut faults = Faults::default();
    let (reason, document) = faults.notes(cells);
    faults.reason(&reason);
    let chosen = faults.waiting(plan, ledger, year, chosen);
    let on = Day::new(year, 1, 1).unwrap_or(Day::EPOCH);
    let change = ItemChange::Ended { on };
    let all = chosen.into_iter().map(|id| entry(id, change.clone(), reason.clone(), document.clone()));
    faults.or(all.collect())
}

/// An item in other words, or with another lead: the same item, so that its stages go on.
///
/// # Errors
/// Everything that is wrong with the line.
pub fn reworded(
    plan: &PlanIndex,
    ledger: &Ledger,
    year: Year,
    id: &Id,
    cells: &Cells,
) -> Result<Vec<Entry>, Vec<Wrong>> {
    let mut faults = Faults::default();
    let (reason, _) = faults.notes(cells);
    let New { line, document } = match read_one(plan, ledger, year, id, cells) {
        Ok(new) => new,
        Err(wrong) => return Err(faults.0.into_iter().chain(wrong).collect()),
    };
    faults.or(vec![entry(id.clone(), ItemChange::Listed(line), reason, document)])
}

/// A later or earlier due day, with the reason.
///
/// # Errors
/// What is wrong with the day, or that there is no reason.
pub fn moved(listed: &Listed, year: Year, cells: &Cells) -> Result<Vec<Entry>, Vec<Wrong>> {
    let mut faults = Faults::default();
    let (reason, document) = faults.notes(cells);
    faults.reason(&reason);
    let due = faults.day(cells);
    let seen = cells.get(Column::Due);
    if let Some(due) = due {
        let begins = listed.line.and_then(|line| line.begins);
        if due.year() < year {
            faults.wrong(Column::Due, Fault::BeforeTheYear, seen);
        } else if begins.is_some_and(|begins| due < begins) {
            faults.wrong(Column::Due, Fault::EndBeforeBegin, seen);
        } else if listed.due == Some(due) {
            faults.wrong(Column::Due, Fault::SameDay, seen);
        }
    }
    let change = due.map(|due| ItemChange::Moved { due });
    let all = change.map(|change| entry(listed.id.clone(), change, reason, document));
    faults.or(all.into_iter().collect())
}

/// An item that is not pursued any more from a day of the year on.
///
/// # Errors
/// What is wrong with the day, or that there is no reason.
pub fn ended(id: &Id, year: Year, cells: &Cells) -> Result<Vec<Entry>, Vec<Wrong>> {
    let mut faults = Faults::default();
    let (reason, document) = faults.notes(cells);
    faults.reason(&reason);
    let on = faults.day(cells);
    if on.is_some_and(|on| on.year() != year) {
        faults.wrong(Column::Due, Fault::OtherYear, cells.get(Column::Due));
    }
    let change = on.map(|on| ItemChange::Ended { on });
    let all = change.map(|change| entry(id.clone(), change, reason, document));
    faults.or(all.into_iter().collect())
}

#[derive(Default)]
struct Faults(Vec<Wrong>);

impl Faults {
    fn wrong(&mut self, column: Column, fault: Fault, seen: &str) {
        self.0.push(Wrong { row: 0, column, fault, seen: seen.to_owned() });
    }

    fn or(self, entries: Vec<Entry>) -> Result<Vec<Entry>, Vec<Wrong>> {
        if self.0.is_empty() { Ok(entries) } else { Err(self.0) }
    }

    /// Reason and document as typed.
    fn notes(&mut self, cells: &Cells) -> (String, String) {
        for column in [Column::Reason, Column::Document] {
            let text = cells.get(column);
            if text.chars().count() > MOST_NOTE {
                self.wrong(column, Fault::TooLong { most: MOST_NOTE }, text);
            }
        }
        (cells.get(Column::Reason).to_owned(), cells.get(Column::Document).to_owned())
    }

    fn reason(&mut self, reason: &str) {
        if reason.is_empty() {
            self.wrong(Column::Reason, Fault::NoReason, "");
        }
    }

    fn day(&mut self, cells: &Cells) -> Option<Day> {
        let seen = cells.get(Column::Due);
        match rows::day(seen) {
            Ok(Some(day)) => return Some(day),
            Ok(None) => self.wrong(Column::Due, Fault::NoDay, ""),
            Err(rows::NoSuchDate) => self.wrong(Column::Due, Fault::NoSuchDay, seen),
        }
        None
    }

    /// Of what is chosen, what still waits: another tab may have settled some of it.
    fn waiting(&mut self, plan: &PlanIndex, ledger: &Ledger, year: Year, chosen: &[Id]) -> Vec<Id> {
        let list = year_list(plan, ledger, year);
        let waits = |id: &&Id| {
            list.waiting.iter().any(|one| one.id == *id)
                || list.waiting_of_plan.iter().any(|one| *one.id == ***id)
        };
        let chosen: Vec<Id> = chosen.iter().filter(waits).cloned().collect();
        if chosen.is_empty() {
            self.wrong(Column::Title, Fault::NothingChosen, "");
        }
        if !plan.period.contains(year) {
            self.wrong(Column::Title, Fault::YearOutside, &year.to_string());
        }
        chosen
    }
}

fn entry(id: Id, change: ItemChange, reason: String, document: String) -> Entry {
    Entry { replaces: None, said: Said::Item(Box::new(Item { id, change, reason, document })) }
}
