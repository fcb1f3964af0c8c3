//! What would be written into their table, cell by cell, and why the others stay as they are.

use super::{Upload, words};
use crate::ledger::Said as Entry;
use crate::page::month::form::scope;
use crate::page::month::tables::{Memory, words as tables};
use crate::plan::{Comparator, Indicator, Month, Quantity};
use crate::rows::fill::{self, Known, Mapping, Write};
use crate::rows::{BookFormat, Item, NoBook, cell_name};
use crate::standing::adjusted::year_aim;
use crate::standing::window::window;
use crate::standing::{AsOf, Ratio, Rule, reading};
use crate::text::{Language, Text};

/// Their file, looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// The sheets that can be chosen, by their places; hidden ones are named as such.
    pub sheets: Vec<(usize, String)>,
    /// The place of the sheet that is filled.
    pub sheet: usize,
    /// What becomes of it.
    pub said: Said,
}

/// What becomes of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// It is not read.
    NoBook(NoBook),
    /// It is a table, and no .xlsx: it can be read, and not filled.
    NotXlsx,
    /// No sheet has anything.
    Empty,
    /// A table.
    Table(Box<Table>),
}

/// A table with what is written into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its columns and rows, with what is asked of them.
    pub mapping: Mapping,
    /// The cells that are written.
    pub put: Vec<Cell>,
    /// The cells and rows that stay as they are.
    pub left: Vec<Cell>,
    /// What a row may be: identifiers with names.
    pub items: Vec<(String, Text)>,
    /// What was chosen of it, and what was assigned before in the same words.
    pub chosen: fill::Chosen,
    /// The same for the program that writes them.
    pub writes: Vec<Write>,
}

/// A cell, and what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The name of the cell as a spreadsheet writes it; of a whole row, its number.
    pub place: String,
    /// The item, or the words of the row. The latter untrusted.
    pub name: Text,
    /// What its column asks; empty for a row.
    pub asks: String,
    /// What is written, with its unit, or why nothing is.
    pub says: String,
}

/// Looks at their file for a month. What was assigned in another month is known by its words, unless something else is chosen.
pub fn look(as_of: AsOf, month: Month, upload: &Upload, memory: &Memory) -> Looked {
    let language = as_of.language;
    let nothing = |said| Looked { sheets: vec![], sheet: 0, said };
    let template = match &upload.template {
        Ok(template) => template,
        Err(fault) => return nothing(Said::NoBook(*fault)),
    };
    if template.book.format != BookFormat::Xlsx {
        return nothing(Said::NotXlsx);
    }
    let all = template.book.sheets.iter().enumerate();
    let filled = all.filter(|(_, sheet)| sheet.grid.rows.iter().flatten().any(|cell| !cell.is_empty()));
    let sheets: Vec<(usize, String)> =
        filled.map(|(at, sheet)| (at, tables::sheet(language, sheet))).collect();
    let known = known(as_of, month);
    let scope = scope(as_of.plan, "", month);
    let mapped = |at: usize| {
        let (sheet, facts) = (template.book.sheets.get(at)?, template.facts.get(at)?);
        let map = |chosen: &fill::Chosen| fill::map(&sheet.grid, facts, &known, &scope, chosen);
        let mapping = map(&upload.chosen);
        let mut chosen = upload.chosen.clone();
        for (row, id) in assigned_before(&mapping, &known, memory) {
            chosen.rows.entry(row).or_insert(Some(id));
        }
        Some(if chosen == upload.chosen { (mapping, chosen) } else { (map(&chosen), chosen) })
    };
    // Many begin with a sheet of instructions: the first one in which something finds its place.
    let is_shown = |at: &usize| template.book.sheets.get(*at).is_some_and(|sheet| !sheet.is_hidden);
    let listed = || sheets.iter().map(|(at, _)| *at);
    let fits = |at: &usize| mapped(*at).is_some_and(|(mapping, _)| !mapping.spots.is_empty());
    let first = || {
        listed()
            .find(|at| is_shown(at) && fits(at))
            .or_else(|| listed().find(is_shown))
            .or_else(|| listed().next())
    };
    let at = upload.sheet.filter(|at| listed().any(|one| one == *at)).or_else(first);
    let Some((at, (mapping, chosen))) = at.and_then(|at| Some((at, mapped(at)?))) else {
        return nothing(Said::Empty);
    };
    let sheet = template.book.sheets.get(at).map(|sheet| sheet.name.clone()).unwrap_or_default();
    Looked { sheets, sheet: at, said: Said::Table(Box::new(table(as_of, mapping, chosen, &known, &sheet))) }
}

/// Rows whose name no item has and that were assigned in another month; two rows of one name are asked again.
fn assigned_before(mapping: &Mapping, known: &[Known], memory: &Memory) -> Vec<(usize, String)> {
    let is_alone = |words: &str| mapping.unknown.iter().filter(|row| row.words == words).count() == 1;
    let rows = mapping.unknown.iter().filter(|row| is_alone(&row.words));
    let before = rows.filter_map(|row| Some((row.at, memory.named(&row.words)?.to_owned())));
    before.filter(|(_, id)| known.iter().any(|one| one.item.id == *id)).collect()
}

fn table(as_of: AsOf, mapping: Mapping, chosen: fill::Chosen, known: &[Known], sheet: &str) -> Table {
    let AsOf { plan, language, .. } = as_of;
    let named = |id: &str| match plan.indicator(id) {
        Some(place) => plan.say(&place.item.name, language),
        None => Text::plain(id),
    };
    let (mut put, mut left, mut writes) = (vec![], vec![], vec![]);
    for spot in &mapping.spots {
        let id = known.get(spot.item).map(|one| one.item.id.as_str()).unwrap_or_default();
        let cell = |says: String| Cell {
            place: cell_name(spot.row, spot.column),
            name: named(id),
            asks: fill::words::asks(language, spot.asks),
            says,
        };
        match &spot.fate {
            Ok(one) => {
                put.push(cell(one.shown.clone()));
                let content = one.content.clone();
                writes.push(Write { sheet: sheet.to_owned(), row: spot.row, column: spot.column, content });
            }
            Err(why) => left.push(cell(fill::words::why(language, why))),
        }
    }
    left.extend(mapping.left.iter().map(|(row, why)| Cell {
        place: words::row(language, row.at, mapping.is_turned),
        name: Text::typed(&row.words, language),
        asks: String::new(),
        says: fill::words::why(language, why),
    }));
    let items = known.iter().map(|one| (one.item.id.clone(), named(&one.item.id))).collect();
    Table { mapping, put, left, items, chosen, writes }
}

/// Every indicator with all that there is of it for a month, for the whole city.
pub fn known(as_of: AsOf, month: Month) -> Vec<Known> {
    let until = as_of.ledger.up_to(month);
    let rule = reading::rule(&until);
    as_of.plan.indicators().map(|place| one(as_of, &until, &rule, place.item, month)).collect()
}

fn one(
    as_of: AsOf,
    until: &crate::ledger::Ledger,
    rule: &Rule,
    indicator: &Indicator,
    month: Month,
) -> Known {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let figures = reading::figures(plan, ledger, indicator);
    let of = |month: Month| figures.iter().find(|one| one.month == month).map(|one| one.value);
    let actual = of(month);
    let aim = |year| year_aim(ledger, indicator, year, today).adjusted;
    let share = actual.zip(aim(month.year())).and_then(|(value, aim)| match aim.comparator {
        // What stays below a limit is no share of it.
        Comparator::AtMost | Comparator::LessThan => None,
        Comparator::GreaterThan | Comparator::AtLeast | Comparator::Reach | Comparator::Unstated => {
            share(value, aim.value)
        }
    });
    let day = window(plan, ledger, month).map_or(today, |window| window.closes.min(today));
    let noted = ledger.actuals(&indicator.id).remove(&None).and_then(|mut months| months.remove(&month));
    let remark = noted.and_then(|found| match &found.entry.said {
        Entry::Actual { note, .. } => Some(note.clone()),
        _ => None,
    });
    Known {
        item: Item {
            id: indicator.id.clone(),
            names: indicator.name.wordings().map(str::to_owned).collect(),
            aliases: indicator.aliases.clone(),
            units: indicator.unit.wordings().map(str::to_owned).collect(),
            basis: reading::basis(ledger, indicator),
        },
        actual,
        latest: figures.iter().rev().find(|one| one.month < month).map(|one| (one.month, one.value)),
        last_month: of(month.plus(-1)),
        last_year: of(month.plus(-12)),
        targets: plan.period.iter().filter_map(|year| Some((year, aim(year)?.value))).collect(),
        share,
        remark: remark.unwrap_or_default(),
        status: actual
            .map(|_| reading::judged(plan, until, indicator, day, rule).light.words(language).to_owned())
            .unwrap_or_default(),
    }
}

/// How much of a target is done, in per cent, as it is said everywhere else.
fn share(value: Quantity, target: Quantity) -> Option<Quantity> {
    let ratio = Ratio::new(value.millionths().checked_mul(100)?, target.millionths())?;
    Quantity::parse(&ratio.say(&[Ratio::ZERO, Ratio::HUNDRED]))
}

impl Table {
    /// Notes which rows were assigned to what, by their words.
    pub fn learn(&self, memory: &mut Memory) {
        for row in &self.mapping.unknown {
            if let Some(Some(id)) = self.chosen.rows.get(&row.at) {
                memory.assign(&row.words, id);
            }
        }
    }
}

impl Looked {
    /// How many cells are written.
    pub fn count(&self) -> usize {
        match &self.said {
            Said::Table(table) => table.writes.len(),
            Said::NoBook(_) | Said::NotXlsx | Said::Empty => 0,
        }
    }

    /// What becomes of it, in a sentence.
    pub fn summary(&self, language: Language) -> String {
        match &self.said {
            Said::NoBook(fault) => crate::rows::words::no_book(language, *fault).to_owned(),
            Said::NotXlsx => fill::words::no_fill(language, &fill::NoFill::NotXlsx),
            Said::Empty => words::of(language).empty.to_owned(),
            Said::Table(table)
                if table.put.is_empty() && table.left.is_empty() && table.mapping.unknown.is_empty() =>
            {
                words::of(language).nothing_found.to_owned()
            }
            Said::Table(table) => {
                words::summary(language, table.put.len(), table.left.len(), table.mapping.unknown.len())
            }
        }
    }
}
