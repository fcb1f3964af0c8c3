//! From the cells of a line to the line, or everything that is wrong with it and where.

use super::{names, worded};
use crate::ledger::kinds::{ItemKind, ItemLine};
use crate::ledger::known::Listed;
use crate::ledger::{Id, Ledger};
use crate::plan::{Day, Measure, PlanIndex, Year, Years};
use crate::rows;
use crate::standing::year_list::year_list;
use crate::text::Language;
use std::collections::BTreeSet;

/// Most lines that are typed or pasted at once.
pub const MOST_ROWS: usize = 100;
/// Most letters of a title.
pub const MOST_TITLE: usize = 150;
/// Most letters of a document or a reason.
pub const MOST_NOTE: usize = 500;

/// A cell of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Kind,
    Title,
    Parent,
    Lead,
    Responsible,
    Begins,
    Due,
    Document,
    Reason,
}

impl Column {
    /// Those of the table of new lines, from left to right.
    pub const TABLE: [Self; 8] = [
        Self::Kind,
        Self::Title,
        Self::Parent,
        Self::Lead,
        Self::Responsible,
        Self::Begins,
        Self::Due,
        Self::Document,
    ];

    /// The word in markup.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Title => "title",
            Self::Parent => "parent",
            Self::Lead => "lead",
            Self::Responsible => "responsible",
            Self::Begins => "begins",
            Self::Due => "due",
            Self::Document => "document",
            Self::Reason => "reason",
        }
    }
}

/// What was typed into a line, cell by cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells([String; 9]);

impl Cells {
    /// An empty line of a kind.
    pub fn of(kind: ItemKind, language: Language) -> Self {
        Self::default().with(Column::Kind, kind.words(language))
    }

    /// The same with something in a cell.
    pub fn with(mut self, column: Column, words: &str) -> Self {
        words.clone_into(self.cell(column));
        self
    }

    pub fn get(&self, column: Column) -> &str {
        self.0.get(column as usize).map_or("", |words| words.trim())
    }

    pub fn cell(&mut self, column: Column) -> &mut String {
        &mut self.0[column as usize]
    }

    /// Whether nothing was typed; a kind alone is nothing.
    pub fn is_blank(&self) -> bool {
        Column::TABLE.iter().all(|column| *column == Column::Kind || self.get(*column).is_empty())
    }
}

/// A line to be put on the list, and the paper that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    pub line: ItemLine,
    pub document: String,
}

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Row, counted from 0 as the lines stand; of an act on one line, 0.
    pub row: usize,
    pub column: Column,
    pub fault: Fault,
    /// What stands there.
    pub seen: String,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    UnknownKind,
    NoTitle,
    TooLong {
        most: usize,
    },
    /// The same title stands in an earlier row.
    Twice {
        row: usize,
    },
    /// The list of the year has it.
    OnTheList,
    /// It waits to be taken over from an earlier list.
    Waits,
    UnknownParent,
    /// It would belong to itself, directly or through others.
    OwnParent,
    NoLead,
    UnknownOrganisation,
    /// The plan knows it, and it hands in no reports: nobody would be asked.
    NeverAsked,
    NoSuchDay,
    NodeWithoutDay,
    BeforeTheYear,
    EndBeforeBegin,
    /// The plan has no such year.
    YearOutside,
    TooManyRows {
        most: usize,
    },
    NoReason,
    NoDay,
    /// It is due on that day already.
    SameDay,
    /// What ends in another year is ended on that year's list.
    OtherYear,
    /// Nothing is chosen, or somebody else has settled it meanwhile.
    NothingChosen,
}

/// The lines of all rows in which something stands.
///
/// # Errors
/// Everything that is wrong, by rows; then nothing is to be written.
pub fn read(plan: &PlanIndex, ledger: &Ledger, year: Year, rows: &[Cells]) -> Result<Vec<New>, Vec<Wrong>> {
    let mut reader = Reader::new(plan, ledger, year, None);
    if rows.iter().filter(|cells| !cells.is_blank()).count() > MOST_ROWS {
        reader.wrong(0, Column::Title, Fault::TooManyRows { most: MOST_ROWS }, "");
        return Err(reader.wrong);
    }
    let filled = rows.iter().enumerate().filter(|(_, cells)| !cells.is_blank());
    let lines: Vec<New> = filled.map(|(row, cells)| reader.line(row, cells)).collect();
    reader.finish(lines)
}

/// The line of one row in place of an item, whose own words it may repeat.
///
/// # Errors
/// As [`read`].
pub fn read_one(
    plan: &PlanIndex,
    ledger: &Ledger,
    year: Year,
    id: &Id,
    cells: &Cells,
) -> Result<New, Vec<Wrong>> {
    let mut reader = Reader::new(plan, ledger, year, Some(id));
    reader.kept = worded::kept(plan, ledger, year, id);
    let New { mut line, document } = reader.line(0, cells);
    if line.parent.as_deref().is_some_and(|parent| is_below(ledger, parent, id)) {
        reader.wrong(0, Column::Parent, Fault::OwnParent, cells.get(Column::Parent));
    }
    line.origin = Some(id.clone());
    reader.finish(New { line, document })
}

/// Whether an item is another one, or belongs to it through others.
fn is_below(ledger: &Ledger, item: &str, other: &Id) -> bool {
    let (mut at, mut seen) = (Some(Id::from(item)), BTreeSet::new());
    while let Some(id) = at.filter(|id| seen.insert(id.clone())) {
        if id == *other {
            return true;
        }
        at = ledger.item_line(&id).and_then(|line| line.parent.clone());
    }
    false
}

/// The titles that are on the list of a year, and those that wait for it, but for one item's own.
fn known(plan: &PlanIndex, ledger: &Ledger, year: Year, but: Option<&Id>) -> Vec<(String, Fault)> {
    let list = year_list(plan, ledger, year);
    let bare = |one: &Measure| one.title.wordings().map(names::bare).collect::<Vec<_>>();
    let of_plan = |one: &&Measure| (one.id.clone(), bare(one));
    // What nobody worded anew has the words of the text.
    let of_list = |one: &Listed| {
        let titles = match one.line {
            Some(line) => vec![names::bare(&line.title)],
            None => plan.measure(one.id).map(|place| bare(place.item)).unwrap_or_default(),
        };
        (one.id.to_string(), titles)
    };
    let on_it = list.of_plan.iter().map(of_plan).chain(list.listed.iter().map(of_list));
    let on_it = on_it.map(|(id, titles)| (id, titles, Fault::OnTheList));
    let waits = list.waiting_of_plan.iter().map(of_plan).chain(list.waiting.iter().map(of_list));
    let all = on_it.chain(waits.map(|(id, titles)| (id, titles, Fault::Waits)));
    let others = all.filter(|(id, ..)| but.is_none_or(|but| **but != **id));
    others.flat_map(|(_, titles, fault)| titles.into_iter().map(move |title| (title, fault))).collect()
}

struct Reader<'a> {
    plan: &'a PlanIndex,
    ledger: &'a Ledger,
    year: Year,
    /// What the line belongs to already, and how its cell names it: it may stay, though others have that name.
    kept: Option<(Vec<String>, Id)>,
    /// Titles on the list and of what waits for it, bare, with what is wrong with saying them again.
    known: Vec<(String, Fault)>,
    /// Titles of earlier rows, bare.
    typed: Vec<(String, usize)>,
    wrong: Vec<Wrong>,
}

impl<'a> Reader<'a> {
    fn new(plan: &'a PlanIndex, ledger: &'a Ledger, year: Year, but: Option<&Id>) -> Self {
        let known = known(plan, ledger, year, but);
        let mut reader = Self { plan, ledger, year, kept: None, known, typed: vec![], wrong: vec![] };
        if !plan.period.contains(year) {
            reader.wrong(0, Column::Title, Fault::YearOutside, &year.to_string());
        }
        reader
    }

    fn finish<T>(self, read: T) -> Result<T, Vec<Wrong>> {
        if self.wrong.is_empty() { Ok(read) } else { Err(self.wrong) }
    }

    fn wrong(&mut self, row: usize, column: Column, fault: Fault, seen: &str) {
        self.wrong.push(Wrong { row, column, fault, seen: seen.to_owned() });
    }

    fn line(&mut self, row: usize, cells: &Cells) -> New {
        let year = Years { from: self.year, to: self.year };
        let kind = names::kind(cells.get(Column::Kind));
        if kind.is_none() {
            self.wrong(row, Column::Kind, Fault::UnknownKind, cells.get(Column::Kind));
        }
        self.title(row, cells.get(Column::Title));
        let parent = self.parent(row, cells.get(Column::Parent));
        let lead = self.organisations(row, Column::Lead, cells.get(Column::Lead));
        let responsible = self.organisations(row, Column::Responsible, cells.get(Column::Responsible));
        let begins = self.day(row, Column::Begins, cells.get(Column::Begins));
        let due = self.day(row, Column::Due, cells.get(Column::Due));
        let seen = cells.get(Column::Due);
        if kind == Some(ItemKind::Node) && seen.is_empty() {
            self.wrong(row, Column::Due, Fault::NodeWithoutDay, "");
        }
        if due.is_some_and(|due| due.year() < self.year) {
            self.wrong(row, Column::Due, Fault::BeforeTheYear, seen);
        }
        if begins.zip(due).is_some_and(|(begins, due)| due < begins) {
            self.wrong(row, Column::Due, Fault::EndBeforeBegin, seen);
        }
        self.length(row, Column::Document, cells.get(Column::Document), MOST_NOTE);
        let line = ItemLine {
            kind: kind.unwrap_or(ItemKind::Measure),
            parent,
            title: cells.get(Column::Title).to_owned(),
            years: year,
            lead,
            responsible,
            begins,
            due,
            origin: None,
        };
        New { line, document: cells.get(Column::Document).to_owned() }
    }

    fn title(&mut self, row: usize, title: &str) {
        if title.is_empty() {
            return self.wrong(row, Column::Title, Fault::NoTitle, "");
        }
        self.length(row, Column::Title, title, MOST_TITLE);
        let bare = names::bare(title);
        if let Some((_, first)) = self.typed.iter().find(|(known, _)| *known == bare) {
            let fault = Fault::Twice { row: *first };
            self.wrong(row, Column::Title, fault, title);
        } else if let Some((_, fault)) = self.known.iter().find(|(known, _)| *known == bare) {
            let fault = *fault;
            self.wrong(row, Column::Title, fault, title);
        }
        self.typed.push((bare, row));
    }

    fn parent(&mut self, row: usize, name: &str) -> Option<Id> {
        if name.is_empty() {
            return None;
        }
        if let Some((_, kept)) = self.kept.as_ref().filter(|(called, _)| called.iter().any(|one| one == name))
        {
            return Some(kept.clone());
        }
        let found = names::parent(self.plan, &self.ledger.list_of(self.year), name);
        if found.is_none() {
            self.wrong(row, Column::Parent, Fault::UnknownParent, name);
        }
        found
    }

    fn organisations(&mut self, row: usize, column: Column, cell: &str) -> Vec<Id> {
        let mut all: Vec<Id> = vec![];
        let called = names::several(self.plan, cell);
        for name in called.iter().copied() {
            match names::organisation(self.plan, name) {
                None => self.wrong(row, column, Fault::UnknownOrganisation, name),
                Some(id) if column == Column::Lead && !names::reports(self.plan, &id) => {
                    self.wrong(row, column, Fault::NeverAsked, name);
                }
                Some(id) if !all.contains(&id) => all.push(id),
                Some(_) => {}
            }
        }
        if column == Column::Lead && called.is_empty() {
            self.wrong(row, column, Fault::NoLead, "");
        }
        all
    }

    fn day(&mut self, row: usize, column: Column, cell: &str) -> Option<Day> {
        rows::day(cell).unwrap_or_else(|_| {
            self.wrong(row, column, Fault::NoSuchDay, cell);
            None
        })
    }

    fn length(&mut self, row: usize, column: Column, text: &str, most: usize) {
        if text.chars().count() > most {
            self.wrong(row, column, Fault::TooLong { most }, text);
        }
    }
}
