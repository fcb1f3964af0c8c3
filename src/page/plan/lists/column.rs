//! A pasted column of names, or a table with more columns, against who is on the list: a dry run row by row. What comes
//! of the rows once a person has decided is in [`super::decided`]. All that is wrong is told at once, and then nothing is
//! written.

use super::against::Against;
use super::heads::{self, Column, Layout};
use crate::ledger::words as ledger_words;
use crate::ledger::{EntryId, Id};
use crate::plan::{Day, List, PlanIndex};
use crate::rows::{self, Grid, MOST_LETTERS};
use crate::standing::alike::{self, Likeness, MOST_OFFERED, Met, bare};
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

impl Block {
    /// Whether something was pasted.
    pub fn has_rows(&self) -> bool {
        !self.text.trim().is_empty()
    }
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
    /// Whoever is on the list on the day of all rows and does not stand in the column; nobody where the column is cut,
    /// for the rest of it may have them.
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

/// A row with what was found of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1, as the spreadsheet does.
    pub row: usize,
    pub name: String,
    pub fate: Fate,
}

/// What was found of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nobody has such a name.
    New(Row),
    /// A member has it, letter by letter.
    Of(EntryId, Row),
    /// An earlier row has it, letter by letter: its place among the lines.
    Follows(usize, Row),
    /// Nearly the same as these: a person has to decide.
    Near(Vec<(Candidate, Likeness)>, Row),
    Faulty(Vec<Fault>),
}

/// What a row may be the same as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    /// A member of the list.
    Member(EntryId),
    /// An earlier row of the block, by its place among the lines.
    Line(usize),
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
    /// It stands in this row already with another state or day.
    Twice(usize),
    /// This row says another state of the same member from the same day.
    Contradicts(usize),
    /// It is not on the list, so that it cannot leave it.
    NotThere,
    /// Before it came on the list.
    Before(Day),
    /// Whoever writes is a district, and this is another one.
    OthersDistrict,
    /// Another organisation wrote it down, and whoever writes cannot change it.
    Others,
}

/// What a block would come to.
pub fn read(plan: &PlanIndex, list: &List, against: &Against, block: &Block, today: Day) -> Reading {
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
    let spread = grid.spread();
    Reader { plan, list, against, block, today, rows: alike::Names::default() }.read(&grid, &spread, &layout)
}

struct Reader<'a> {
    plan: &'a PlanIndex,
    list: &'a List,
    against: &'a Against,
    block: &'a Block,
    today: Day,
    /// The names of the lines so far, by their places.
    rows: alike::Names,
}

impl Reader<'_> {
    fn read(mut self, grid: &Grid, spread: &[Vec<String>], layout: &Layout) -> Reading {
        let mut reading =
            Reading { unread: layout.unread.clone(), is_cut: grid.is_cut, ..Reading::default() };
        let mut seen: BTreeSet<EntryId> = BTreeSet::new();
        for at in layout.first..grid.rows.len() {
            let cell = |wanted: Column| {
                let column = layout.columns.iter().find(|(_, column)| *column == wanted);
                column.map_or("", |(place, _)| words_of(grid, spread, at, *place, wanted)).trim()
            };
            let is_empty = layout.columns.iter().all(|(place, _)| grid.cell(at, *place).trim().is_empty());
            if is_empty {
                continue;
            }
            let name = cell(Column::Name);
            if is_total(name) {
                reading.left += 1;
                continue;
            }
            let met = self.meet(name);
            // Whoever may be meant is not gone, also where something else is wrong with the row.
            seen.extend(met.members());
            let fate = self.fate(&cell, met);
            if !name.is_empty() {
                self.rows.add(reading.lines.len(), name);
            }
            reading.lines.push(Line { row: at + 1, name: name.to_owned(), fate });
        }
        if !grid.is_cut {
            let day = rows::day(&self.block.day).ok().flatten().unwrap_or(self.today);
            let writer = self.against.writer();
            let on = self.against.on_the_list(day).filter(|member| writer.may_change(member));
            let on = on.map(|member| member.id);
            reading.gone = on.filter(|id| !seen.contains(id)).collect();
        }
        reading
    }

    /// Who a name may be: members before rows, and the likest first.
    fn meet(&self, name: &str) -> Who {
        let (members, rows) = (self.against.names().meet(name), self.rows.meet(name));
        let candidate = |place: usize| self.against.at(place).map(|member| Candidate::Member(member.id));
        match (members, rows) {
            (Met::Known(place), _) => self.against.at(place).map_or(Who::Nobody, |one| Who::Member(one.id)),
            (_, Met::Known(line)) => Who::Line(line),
            (members, rows) => {
                let near = |met| if let Met::Near(found) = met { found } else { vec![] };
                let members = near(members).into_iter();
                let members = members.filter_map(|(place, likeness)| Some((candidate(place)?, likeness)));
                let rows = near(rows).into_iter();
                let rows = rows.map(|(line, likeness)| (Candidate::Line(line), likeness));
                let mut found: Vec<(Candidate, Likeness)> = members.chain(rows).collect();
                found.sort_by_key(|(_, likeness)| *likeness);
                found.truncate(MOST_OFFERED);
                if found.is_empty() { Who::Nobody } else { Who::Near(found) }
            }
        }
    }

    fn fate<'c>(&self, cell: &impl Fn(Column) -> &'c str, who: Who) -> Fate {
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
        let day = day(or(cell(Column::Day), &self.block.day), self.today);
        let day = day.map_err(|fault| faults.push(fault)).ok();
        let district = self.district(cell(Column::District), &mut faults);
        let (Some(state), Some(day)) = (state, day) else { return Fate::Faulty(faults) };
        if !faults.is_empty() {
            return Fate::Faulty(faults);
        }
        let document = or(cell(Column::Document), &self.block.document).trim();
        let said = Row {
            name: name.to_owned(),
            state,
            day,
            district,
            host: cell(Column::Host).to_owned(),
            document: document.chars().take(MOST_LETTERS).collect(),
            note: cell(Column::Note).to_owned(),
        };
        match who {
            Who::Nobody if said.state.is_none() => Fate::Faulty(vec![Fault::NotThere]),
            Who::Nobody => Fate::New(said),
            Who::Member(id) => Fate::Of(id, said),
            Who::Line(line) => Fate::Follows(line, said),
            Who::Near(candidates) => Fate::Near(candidates, said),
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

    fn district(&self, words: &str, faults: &mut Vec<Fault>) -> Option<Id> {
        let asked = bare(words);
        let own = &self.against.writer().district;
        if asked.is_empty() {
            return own.clone();
        }
        let found = self.plan.districts.iter().find(|id| {
            let Some(one) = self.plan.organisation(id) else { return false };
            let said = one.name.wordings().chain(one.short_name.iter().flat_map(|name| name.wordings()));
            said.chain(one.aliases.iter().chain(&one.as_written).map(String::as_str))
                .chain([id.as_str()])
                .any(|known| bare(known) == asked)
        });
        match (found, own) {
            (None, _) => faults.push(Fault::District(words.to_owned())),
            (Some(id), Some(own)) if **id != **own => faults.push(Fault::OthersDistrict),
            _ => {}
        }
        found.map(|id| id.as_str().into())
    }
}

/// Who a name may be.
enum Who {
    Nobody,
    Member(EntryId),
    /// An earlier line, by its place.
    Line(usize),
    Near(Vec<(Candidate, Likeness)>),
}

impl Who {
    fn members(&self) -> Vec<EntryId> {
        match self {
            Self::Member(id) => vec![*id],
            Self::Near(found) => found.iter().filter_map(|(one, _)| one.member()).collect(),
            Self::Nobody | Self::Line(_) => vec![],
        }
    }
}

impl Candidate {
    fn member(&self) -> Option<EntryId> {
        match self {
            Self::Member(id) => Some(*id),
            Self::Line(_) => None,
        }
    }
}

/// The day of a row or of all of them.
///
/// # Errors
/// There is none, it is none, or it has not come yet.
pub fn day(words: &str, today: Day) -> Result<Day, Fault> {
    match rows::day(words) {
        Ok(Some(day)) if day > today => Err(Fault::Future(day)),
        Ok(Some(day)) => Ok(day),
        Ok(None) => Err(Fault::NoDay),
        Err(_) => Err(Fault::Day(words.to_owned())),
    }
}

/// The words of a cell. What stands in a merged cell holds of every row that it covers; of a name only where the cell is
/// merged downwards, for across it is the head of a part of the table.
fn words_of<'g>(
    grid: &'g Grid,
    spread: &'g [Vec<String>],
    row: usize,
    column: usize,
    wanted: Column,
) -> &'g str {
    let covers = |merge: &&rows::Merge| {
        merge.columns == 1 && merge.column == column && (merge.row..merge.row + merge.rows).contains(&row)
    };
    match wanted {
        Column::Name => {
            let merge = grid.merges.iter().find(covers);
            grid.cell(merge.map_or(row, |merge| merge.row), column)
        }
        _ => spread.get(row).and_then(|row| row.get(column)).map_or("", String::as_str),
    }
}

fn or<'a>(own: &'a str, all: &'a str) -> &'a str {
    if own.trim().is_empty() { all } else { own }
}

fn is_total(name: &str) -> bool {
    matches!(bare(name).as_str(), "合计" | "总计" | "小计" | "共计" | "total" | "sum")
}
