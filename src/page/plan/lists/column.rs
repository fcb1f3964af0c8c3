//! A pasted column of names, or a table with more columns, against who is on the list: a dry run row by row, and the
//! entries that come of it. All that is wrong is told at once, and then nothing is written.

use super::heads::{self, Column, Layout};
use crate::ledger::words as ledger_words;
use crate::ledger::{EntryId, Id, ListMember};
use crate::plan::{Day, List, PlanIndex};
use crate::rows::{self, Grid, MOST_LETTERS};
use crate::standing::alike::{self, Likeness, Met, bare};
use crate::text::Language;
use std::collections::BTreeSet;

/// What was pasted, and what holds of every row that says nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    pub text: String,
    /// The markup beside it, which has the merged cells.
    pub markup: Option<String>,
    /// Key of the state.
    pub state: String,
    pub day: String,
    pub document: String,
}

/// A dry run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub lines: Vec<Line>,
    /// Why none of it is read.
    pub refused: Option<Refused>,
    /// Rows that are no names: empty ones are not counted, totals are.
    pub left: usize,
    /// Columns that are not read, by their heads.
    pub unread: Vec<String>,
    /// There were more rows than are read.
    pub is_cut: bool,
    /// Whoever is on the list on the day of all rows and does not stand in the column.
    pub gone: Vec<EntryId>,
}

/// Why nothing of a block is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    TooLong,
    /// Which column has the names is not known.
    NoNames,
    /// The head says that persons stand below it, and the list may not hold them.
    Persons,
}

/// A row with what would become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1, as the spreadsheet does.
    pub row: usize,
    pub name: String,
    pub fate: Fate,
}

/// What would become of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A new member.
    New(Row),
    /// It is there already, in this state: nothing is written.
    There(EntryId),
    /// It is there already, in another state on that day: the state changes.
    Changes(EntryId, Row),
    /// Nearly the same as these: a person has to decide.
    Near(Vec<(Candidate, Likeness)>, Row),
    Faulty(Vec<Fault>),
}

/// What a row may be the same as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    /// A member of the list.
    Member(EntryId),
    /// An earlier row of the block, by its number.
    Row(usize),
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    /// None: off the list.
    pub state: Option<Id>,
    pub day: Day,
    pub district: Option<Id>,
    pub host: String,
    pub document: String,
    pub note: String,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is something in the row, but no name.
    NoName,
    /// A number, and no name.
    Number,
    LongName,
    /// As it stands there.
    State(String),
    NoState,
    Day(String),
    NoDay,
    /// It has not come yet.
    Future(Day),
    District(String),
    /// It stands in this row already.
    Twice(usize),
    /// It is not on the list, so that it cannot leave it.
    NotThere,
    /// Before it came on the list.
    Before(Day),
}

/// What a block would come to.
pub fn read(plan: &PlanIndex, list: &List, members: &[ListMember], block: &Block, today: Day) -> Reading {
    let refused = |refused| Reading { refused: Some(refused), ..Reading::default() };
    let Ok(grid) = rows::listed(&block.text, block.markup.as_deref()) else {
        return refused(Refused::TooLong);
    };
    if grid.rows.iter().all(|row| row.iter().all(String::is_empty)) {
        return Reading::default();
    }
    let Some(layout) = heads::layout(&grid) else { return refused(Refused::NoNames) };
    if layout.persons && !list.persons {
        return refused(Refused::Persons);
    }
    let mut reader = Reader { plan, list, members, block, today, known: alike::Names::default() };
    members.iter().enumerate().for_each(|(place, member)| reader.known.add(place, member.name));
    reader.read(&grid, &layout)
}

struct Reader<'a> {
    plan: &'a PlanIndex,
    list: &'a List,
    members: &'a [ListMember<'a>],
    block: &'a Block,
    today: Day,
    /// The members by their places; behind them the rows that were read.
    known: alike::Names,
}

impl Reader<'_> {
    fn read(mut self, grid: &Grid, layout: &Layout) -> Reading {
        let mut reading =
            Reading { unread: layout.unread.clone(), is_cut: grid.is_cut, ..Reading::default() };
        let mut seen: BTreeSet<EntryId> = BTreeSet::new();
        for at in layout.first..grid.rows.len() {
            let cell = |wanted: Column| {
                let column = layout.columns.iter().find(|(_, column)| *column == wanted);
                column.map_or("", |(place, _)| grid.cell(at, *place)).trim()
            };
            let is_empty = layout.columns.iter().all(|(place, _)| grid.cell(at, *place).trim().is_empty());
            if is_empty {
                continue;
            }
            if is_total(cell(Column::Name)) {
                reading.left += 1;
                continue;
            }
            let name = cell(Column::Name).to_owned();
            let fate = self.fate(&cell);
            match &fate {
                Fate::There(id) | Fate::Changes(id, _) => drop(seen.insert(*id)),
                // Whoever may be meant is not gone.
                Fate::Near(candidates, _) => {
                    seen.extend(candidates.iter().filter_map(|(one, _)| match one {
                        Candidate::Member(id) => Some(*id),
                        Candidate::Row(_) => None,
                    }))
                }
                Fate::New(_) | Fate::Faulty(_) => {}
            }
            if !name.is_empty() {
                self.known.add(self.members.len() + at, &name);
            }
            reading.lines.push(Line { row: at + 1, name, fate });
        }
        let day = rows::day(&self.block.day).ok().flatten().unwrap_or(self.today);
        let is_gone = |member: &&ListMember| member.state(day).is_some() && !seen.contains(&member.id);
        reading.gone = self.members.iter().filter(is_gone).map(|member| member.id).collect();
        reading
    }

    fn fate<'c>(&self, cell: &impl Fn(Column) -> &'c str) -> Fate {
        let mut faults = Vec::new();
        let name = cell(Column::Name);
        if name.is_empty() {
            faults.push(Fault::NoName);
        } else if bare(name).chars().all(|letter| letter.is_ascii_digit()) {
            faults.push(Fault::Number);
        } else if name.chars().count() >= MOST_LETTERS {
            faults.push(Fault::LongName);
        }
        let state = self.state(or(cell(Column::State), &self.block.state), &mut faults);
        let day = self.day(or(cell(Column::Day), &self.block.day), &mut faults);
        let district = self.district(cell(Column::District), &mut faults);
        let met = if faults.is_empty() { self.known.meet(name) } else { Met::New };
        let (Some(state), Some(day)) = (state, day) else { return Fate::Faulty(faults) };
        let said = Row {
            name: name.to_owned(),
            state,
            day,
            district,
            host: cell(Column::Host).to_owned(),
            document: or(cell(Column::Document), &self.block.document)
                .trim()
                .chars()
                .take(MOST_LETTERS)
                .collect(),
            note: cell(Column::Note).to_owned(),
        };
        if !faults.is_empty() {
            return Fate::Faulty(faults);
        }
        match met {
            Met::New if said.state.is_none() => Fate::Faulty(vec![Fault::NotThere]),
            Met::New => Fate::New(said),
            Met::Known(place) => match self.members.get(place) {
                None => Fate::Faulty(vec![Fault::Twice(place + 1 - self.members.len())]),
                Some(member) => changes(member, said),
            },
            Met::Near(found) => {
                let candidate = |place: usize| match self.members.get(place) {
                    Some(member) => Candidate::Member(member.id),
                    None => Candidate::Row(place + 1 - self.members.len()),
                };
                let all = found.into_iter().map(|(place, likeness)| (candidate(place), likeness));
                Fate::Near(all.collect(), said)
            }
        }
    }

    /// Some state, some leaving, or a fault.
    fn state(&self, words: &str, faults: &mut Vec<Fault>) -> Option<Option<Id>> {
        let asked = bare(words);
        if asked.is_empty() {
            faults.push(Fault::NoState);
            return None;
        }
        let off = ledger_words::OFF_THE_LIST;
        if [off.zh, off.en, "移出", "off", "left"].iter().any(|word| bare(word) == asked) {
            return Some(None);
        }
        let found = self.list.states.iter().find(|state| {
            bare(&state.key) == asked
                || Language::ALL
                    .iter()
                    .any(|language| bare(&self.plan.say(&state.name, *language).words) == asked)
        });
        if found.is_none() {
            faults.push(Fault::State(words.to_owned()));
        }
        found.map(|state| Some(state.key.as_str().into()))
    }

    fn day(&self, words: &str, faults: &mut Vec<Fault>) -> Option<Day> {
        match rows::day(words) {
            Ok(Some(day)) if day > self.today => faults.push(Fault::Future(day)),
            Ok(Some(day)) => return Some(day),
            Ok(None) => faults.push(Fault::NoDay),
            Err(_) => faults.push(Fault::Day(words.to_owned())),
        }
        None
    }

    fn district(&self, words: &str, faults: &mut Vec<Fault>) -> Option<Id> {
        let asked = bare(words);
        if asked.is_empty() {
            return None;
        }
        let found = self.plan.districts.iter().find(|id| {
            let Some(one) = self.plan.organisation(id) else { return false };
            let said = one.name.wordings().chain(one.short_name.iter().flat_map(|name| name.wordings()));
            said.chain(one.aliases.iter().chain(&one.as_written).map(String::as_str))
                .chain([id.as_str()])
                .any(|known| bare(known) == asked)
        });
        if found.is_none() {
            faults.push(Fault::District(words.to_owned()));
        }
        found.map(|id| id.as_str().into())
    }
}

/// What a row says of somebody who is on the list.
pub(super) fn changes(member: &ListMember, said: Row) -> Fate {
    let first = member.states.first().map(|(one, _)| one.from);
    let is_same = member.state(said.day) == said.state.as_ref();
    match first {
        Some(first) if said.day < first => Fate::Faulty(vec![Fault::Before(first)]),
        _ if is_same => Fate::There(member.id),
        _ => Fate::Changes(member.id, said),
    }
}

fn or<'a>(own: &'a str, all: &'a str) -> &'a str {
    if own.trim().is_empty() { all } else { own }
}

fn is_total(name: &str) -> bool {
    matches!(bare(name).as_str(), "合计" | "总计" | "小计" | "共计" | "total" | "sum")
}
