//! Which cell of a table belongs to which item, row by row, with what is asked and what is left over.

use super::head::{Head, Kind};
use super::name::{Fit, Named};
use super::place::{Item, Scope, Whose};
use super::{Grid, MOST_ROWS, figure};
use crate::plan::{Basis, Quantity, unit};
use figure::Unreadable;
use std::collections::BTreeMap;

/// Most letters of a row that are told.
const LONGEST_WORDS: usize = 60;

/// What a table says of the items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// In the order of the table.
    pub lines: Vec<Line>,
    /// What has to be chosen, answered or not.
    pub questions: Vec<Question>,
    /// The items stand in the columns of the table, and what is called a row is one of them.
    pub is_turned: bool,
}

/// A row with a name or figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub row: usize,
    /// Its first words.
    pub words: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its figure goes to an item.
    Taken(Taken),
    /// The question by place: nothing is taken before it is answered.
    Asked(usize),
    /// It goes nowhere, for this reason.
    Left(Why),
}

/// A figure that goes to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Identifier of the item.
    pub item: String,
    /// What the cell reports of it.
    pub told: Told,
    /// The cell as it stands there.
    pub cell: String,
    /// Counted from 1.
    pub column: usize,
    /// The head of the column; may be empty.
    pub head: String,
    /// The unit of the table, where the figure was converted from it.
    pub from_unit: Option<String>,
}

/// What a cell reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A figure, in the item's own unit.
    Value(Quantity),
    /// As in the period before (无变化).
    NoChange,
    /// Nothing happened that could be reported (零报告).
    NothingToReport,
    /// The figure exists but is not out yet (尚未公布).
    NotYetPublished,
}

/// Why a row goes nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// No item has the name.
    UnknownName,
    /// The name stands in another row too, which is taken.
    Twice,
    /// The cell has words, or a number that cannot be recorded.
    NotAFigure,
    /// The cell has nothing to say.
    Empty,
    /// The table has it in another unit, which measures something else.
    OtherUnit {
        /// The unit in the table.
        found: String,
        /// The first wording of the item's unit; empty where it has none.
        wanted: String,
    },
    /// It is the figure of another district, or of a district where the city's is asked.
    OtherDistrict,
    /// It is the figure of the whole, where a district's is asked.
    Whole,
    /// Its figures stand only in columns of targets, shares, changes or other periods.
    NoColumn,
    /// There are more rows than fields.
    NoField,
    /// It was chosen to take none.
    NotChosen,
    /// The table is longer than what is read.
    TooLong,
}

/// Something ambiguous.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Which item a row is.
    Item {
        /// The row, counted from 1.
        row: usize,
        /// Its first words.
        words: String,
        /// Identifiers of the items that it may be.
        options: Vec<String>,
    },
    /// Which column is taken.
    Column {
        /// The columns, counted from 1, with their heads.
        options: Vec<(usize, String)>,
        /// The rows, counted from 1, that have these columns to choose from.
        rows: Vec<usize>,
    },
    /// Which row of an item is taken.
    Row {
        /// Identifier of the item.
        item: String,
        /// The rows, counted from 1, with their cells.
        options: Vec<(usize, String)>,
    },
}

impl Reading {
    fn placed(&self) -> usize {
        self.lines.iter().filter(|line| !matches!(line.fate, Fate::Left(_))).count()
    }
}

impl Answers {
    /// Answers a question by the place of one of its options; with none, nothing is taken.
    pub fn answer(&mut self, question: &Question, option: Option<usize>) {
        match question {
            Question::Item { row, options, .. } => {
                self.items.insert(*row, option.and_then(|at| options.get(at)).cloned());
            }
            Question::Column { options, .. } => {
                let key = options.iter().map(|(column, _)| *column).collect();
                self.columns.insert(key, option.and_then(|at| options.get(at)).map(|(column, _)| *column));
            }
            Question::Row { item, options } => {
                self.rows.insert(item.clone(), option.and_then(|at| options.get(at)).map(|(row, _)| *row));
            }
        }
    }
}

/// What was chosen; nothing of a question means that none is to be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// By the row, counted from 1: the identifier of the item that it is.
    pub items: BTreeMap<usize, Option<String>>,
    /// By the columns that there are to choose from.
    pub columns: BTreeMap<Vec<usize>, Option<usize>>,
    /// By the identifier of the item: the row that is taken, counted from 1.
    pub rows: BTreeMap<String, Option<usize>>,
}

/// Reads a table. Without any column of words, figures go down the items from the given one on, else from the first.
pub fn read(grid: &Grid, items: &[Item], scope: &Scope, answers: &Answers, from: Option<&str>) -> Reading {
    let straight = Table::new(grid, items, scope, answers);
    let turned_grid = grid.transposed();
    let turned = Table::new(&turned_grid, items, scope, answers);
    let mut reading = if straight.names.is_empty() && !straight.has_words() {
        straight.by_place(from)
    } else {
        let upright = straight.by_name();
        // As many names across as down: the way in which more has a place.
        let is_turned = turned.most_names > straight.most_names
            || turned.most_names == straight.most_names
                && turned.most_names > 0
                && turned.by_name().placed() > upright.placed();
        if is_turned { Reading { is_turned: true, ..turned.by_name() } } else { upright }
    };
    if grid.is_cut {
        let words = String::new();
        reading.lines.push(Line { row: MOST_ROWS + 1, words, fate: Fate::Left(Why::TooLong) });
    }
    reading
}

struct Table<'a> {
    rows: Vec<Vec<String>>,
    items: &'a [Item],
    scope: &'a Scope,
    answers: &'a Answers,
    /// Columns with names of items, from the left.
    names: Vec<usize>,
    most_names: usize,
}

/// A column of a block with its head.
struct Column {
    at: usize,
    head: Head,
}

/// A row that names an item and has something to take or to ask.
struct Found {
    line: usize,
    row: usize,
    item: usize,
    fit: Fit,
    taken: Taken,
}

impl<'a> Table<'a> {
    fn new(grid: &Grid, items: &'a [Item], scope: &'a Scope, answers: &'a Answers) -> Self {
        let rows = grid.spread();
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let is_name = |cell: &String| Named::of(cell).matches(items).is_some_and(|(fit, _)| fit < Fit::Near);
        let counts: Vec<usize> = (0..width)
            .map(|column| rows.iter().filter_map(|row| row.get(column)).filter(|cell| is_name(cell)).count())
            .collect();
        let most_names = counts.iter().copied().max().unwrap_or_default();
        let first = counts.iter().position(|count| *count == most_names).filter(|_| most_names > 0);
        let mut table = Self { rows, items, scope, answers, names: vec![], most_names };
        if let Some(first) = first {
            table.names.push(first);
            // Two tables side by side: another column with names has figures between.
            for (column, count) in counts.iter().enumerate().skip(first + 1) {
                let last = table.names.last().copied().unwrap_or(first);
                let between = last + 1..column;
                if 2 * count >= most_names && between.clone().any(|at| table.has_figures(at)) {
                    table.names.push(column);
                }
            }
        }
        table
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    fn has_figures(&self, column: usize) -> bool {
        (0..self.rows.len()).any(|row| is_figure(self.cell(row, column)))
    }

    /// Whether a column holds words rather than figures.
    fn is_words(&self, column: usize) -> bool {
        let cells = || (0..self.rows.len()).map(|row| self.cell(row, column));
        let is_word = |cell: &&str| !is_nothing(cell) && !is_figure(cell) && said(cell).is_none();
        cells().filter(is_word).count() > cells().filter(|cell| is_figure(cell)).count()
    }

    /// Whether a column numbers the rows.
    fn is_serial(&self, column: usize) -> bool {
        let cells = (0..self.rows.len()).map(|row| self.cell(row, column)).filter(|cell| is_figure(cell));
        cells.zip(1_usize..).all(|(cell, number)| cell.trim_end_matches('.') == number.to_string())
    }

    fn has_words(&self) -> bool {
        (0..self.width()).any(|column| self.is_words(column))
    }

    fn words(&self, row: usize) -> String {
        let filled = self.rows.get(row).into_iter().flatten().filter(|cell| !cell.is_empty());
        let words = filled.take(3).map(String::as_str).collect::<Vec<_>>().join(" ");
        words.chars().take(LONGEST_WORDS).collect()
    }

    fn line(&self, row: usize, fate: Fate) -> Line {
        Line { row: row + 1, words: self.words(row), fate }
    }

    fn by_name(&self) -> Reading {
        let mut reading = Reading::default();
        let first = (0..self.width()).find(|column| self.is_words(*column)).unwrap_or_default();
        let names = if self.names.is_empty() { vec![first] } else { self.names.clone() };
        let mut found = vec![];
        for (at, name) in names.iter().enumerate() {
            let end = names.get(at + 1).copied().unwrap_or(self.width());
            let right: Vec<usize> = (name + 1..end).collect();
            // Names may stand behind their figures.
            let left: Vec<usize> = (0..*name).filter(|column| !self.is_serial(*column)).collect();
            let has_figures = |columns: &[usize]| columns.iter().any(|column| self.has_figures(*column));
            let is_left = at == 0 && has_figures(&left) && !has_figures(&right);
            let span = if is_left { left } else { right };
            Block { table: self, name: *name, span }.read(&mut reading, &mut found);
        }
        self.settle(&mut reading, found);
        reading
    }

    /// Of the rows of one item the one that fits best; of equal ones with different figures, the one that is chosen.
    fn settle(&self, reading: &mut Reading, found: Vec<Found>) {
        for (at, item) in self.items.iter().enumerate() {
            let rows: Vec<&Found> = found.iter().filter(|one| one.item == at).collect();
            let Some(best) = rows.iter().map(|one| one.fit).min() else { continue };
            let best: Vec<&&Found> = rows.iter().filter(|one| one.fit == best).collect();
            let Some(first) = best.first() else { continue };
            let chosen = if best.iter().all(|one| one.taken.told == first.taken.told) {
                Some(Some(first.row))
            } else {
                let options = best.iter().map(|one| (one.row + 1, one.taken.cell.clone())).collect();
                reading.questions.push(Question::Row { item: item.id.clone(), options });
                self.answers.rows.get(&item.id).map(|row| row.and_then(|row| row.checked_sub(1)))
            };
            for one in &rows {
                let is_best = best.iter().any(|best| best.row == one.row && best.line == one.line);
                let fate = match chosen {
                    Some(Some(row)) if row == one.row && is_best => Fate::Taken(one.taken.clone()),
                    Some(None) if is_best => Fate::Left(Why::NotChosen),
                    None if is_best => Fate::Asked(reading.questions.len().saturating_sub(1)),
                    _ => Fate::Left(Why::Twice),
                };
                if let Some(line) = reading.lines.get_mut(one.line) {
                    line.fate = fate;
                }
            }
        }
    }

    fn by_place(&self, from: Option<&str>) -> Reading {
        let mut reading = Reading::default();
        let columns: Vec<usize> = (0..self.width()).filter(|column| self.has_figures(*column)).collect();
        let head = |column: usize| {
            let words = (0..self.rows.len()).map(|row| self.cell(row, column)).find(|cell| !cell.is_empty());
            words.filter(|words| !is_figure(words)).unwrap_or("").to_owned()
        };
        let likely: Vec<usize> = columns
            .iter()
            .copied()
            .filter(|column| {
                !matches!(Head::of(&[&head(*column)], self.scope).kind, Kind::Other | Kind::Derived)
            })
            .collect();
        let column = match likely.as_slice() {
            [] => return reading,
            [one] => Some(*one),
            _ => {
                let key: Vec<usize> = likely.iter().map(|column| column + 1).collect();
                let options = likely.iter().map(|column| (column + 1, head(*column))).collect();
                let rows = (1..=self.rows.len()).collect();
                reading.questions.push(Question::Column { options, rows });
                match self.answers.columns.get(&key) {
                    Some(Some(column)) => column.checked_sub(1),
                    Some(None) => return reading,
                    None => None,
                }
            }
        };
        let first = from.and_then(|id| self.items.iter().position(|item| item.id == id)).unwrap_or_default();
        let mut items = self.items.iter().skip(first);
        for row in 0..self.rows.len() {
            let Some(column) = column else {
                reading.lines.push(self.line(row, Fate::Asked(0)));
                continue;
            };
            let cell = self.cell(row, column);
            // A first row of words above figures is their head.
            if row == 0
                && self.rows.len() > 1
                && !is_nothing(cell)
                && !is_figure(cell)
                && said(cell).is_none()
            {
                continue;
            }
            let item = items.next();
            if is_nothing(cell) {
                continue;
            }
            let fate = match item {
                None => Fate::Left(Why::NoField),
                Some(item) => match value(cell, item, &[]) {
                    Ok((told, from_unit)) => Fate::Taken(Taken {
                        item: item.id.clone(),
                        told,
                        cell: cell.to_owned(),
                        column: column + 1,
                        head: head(column),
                        from_unit,
                    }),
                    Err(why) => Fate::Left(why),
                },
            };
            reading.lines.push(self.line(row, fate));
        }
        reading
    }
}

/// A column of names and the columns of figures that belong to it.
struct Block<'a> {
    table: &'a Table<'a>,
    name: usize,
    /// The columns of figures, and what stands between them.
    span: Vec<usize>,
}

impl Block<'_> {
    fn read(&self, reading: &mut Reading, found: &mut Vec<Found>) {
        let table = self.table;
        let mut storeys: Vec<usize> = vec![];
        let mut table_unit: Vec<String> = vec![];
        let mut columns: Vec<Column> = self.columns(&storeys);
        let mut is_in_body = false;
        let mut last_name = String::new();
        for row in 0..table.rows.len() {
            let cells = table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
            if let Some(units) = cells.iter().find_map(|cell| units_said(cell)) {
                table_unit = units;
            }
            let name = table.cell(row, self.name);
            let fit = Named::of(name).matches(table.items);
            let is_named = matches!(&fit, Some((fit, _)) if *fit < Fit::Near);
            let has_figure = self.span.iter().any(|at| is_figure(table.cell(row, *at)));
            if !has_figure || (!is_named && self.is_years(row)) {
                // A row that names an item and says something else than a figure, or nothing, is no head.
                let says = self
                    .span
                    .iter()
                    .any(|at| !table.cell(row, *at).is_empty() && table.cell(row, *at) != name);
                if !(is_named && (says || is_in_body)) {
                    self.take_head(row, &mut storeys, &mut is_in_body);
                    columns = self.columns(&storeys);
                    continue;
                }
            }
            is_in_body = true;
            let whose = self.whose(row);
            let is_below = name.is_empty() || table.scope.whose(name) != Whose::Unsaid;
            let name = match is_below && whose != Whose::Unsaid && !last_name.is_empty() {
                true => last_name.clone(),
                false => name.to_owned(),
            };
            if !is_below {
                last_name.clone_from(&name);
            }
            self.row(row, &name, whose, &columns, &table_unit, reading, found);
        }
    }

    /// A row without figures: a storey of the head, or a heading between the rows.
    fn take_head(&self, row: usize, storeys: &mut Vec<usize>, is_in_body: &mut bool) {
        let table = self.table;
        let cells = table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let mut words: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        words.dedup();
        if words.len() < 2 && !(words.len() == 1 && !storeys.is_empty() && !*is_in_body) {
            return;
        }
        if *is_in_body {
            let is_head = self.span.iter().any(|at| {
                let words = table.cell(row, *at);
                !words.is_empty() && Head::of(&[words], table.scope).is_telling()
            });
            if !is_head {
                return;
            }
            storeys.clear();
            *is_in_body = false;
        }
        storeys.push(row);
    }

    /// The columns of figures by the storeys of their head.
    fn columns(&self, storeys: &[usize]) -> Vec<Column> {
        let table = self.table;
        let last = storeys.last();
        let head = |at: usize| {
            let words: Vec<&str> = storeys
                .iter()
                .map(|row| match table.cell(*row, at) {
                    // Of a merged head only the first cell has words where no ranges came along.
                    "" if Some(row) != last && last.is_some_and(|last| !table.cell(*last, at).is_empty()) => {
                        let left = self.span.iter().rev().filter(|left| **left < at);
                        left.map(|left| table.cell(*row, *left)).find(|words| !words.is_empty()).unwrap_or("")
                    }
                    words => words,
                })
                .collect();
            Head::of(&words, table.scope)
        };
        let is_units = |at: usize| {
            let cells =
                || (0..table.rows.len()).map(|row| table.cell(row, at)).filter(|cell| !cell.is_empty());
            let units = cells().filter(|cell| unit::is_unit(cell)).count();
            units > 0 && 2 * units > cells().count()
        };
        self.span
            .iter()
            .map(|at| {
                let at = *at;
                let mut head = head(at);
                if head.kind == Kind::Plain && is_units(at) {
                    head.kind = Kind::Unit;
                }
                Column { at, head }
            })
            .collect()
    }

    /// Whether the figures of a row are years, as in a head.
    fn is_years(&self, row: usize) -> bool {
        let table = self.table;
        let cells = self.span.iter().map(|at| table.cell(row, *at)).filter(|cell| is_figure(cell));
        let mut years = cells.map(|cell| cell.parse::<u32>().is_ok_and(|year| (1990..2100).contains(&year)));
        let is_head = ["", "指标", "项目", "名称", "内容", "事项"].iter().any(|word| {
            let name = table.cell(row, self.name);
            if word.is_empty() { name.is_empty() } else { name.contains(word) }
        });
        is_head && years.all(|is_year| is_year)
    }

    /// Whose figures a row has, by any of its words.
    fn whose(&self, row: usize) -> Whose {
        let end = self.span.iter().copied().chain([self.name]).max().unwrap_or_default();
        let cells =
            (0..=end).map(|at| self.table.cell(row, at)).filter(|cell| !cell.is_empty() && !is_figure(cell));
        cells
            .map(|cell| self.table.scope.whose(cell))
            .find(|whose| *whose != Whose::Unsaid)
            .unwrap_or_default()
    }

    #[allow(clippy::too_many_arguments)] // What is known of a row comes from all sides; a struct would be used here alone.
    fn row(
        &self,
        row: usize,
        name: &str,
        whose: Whose,
        columns: &[Column],
        table_unit: &[String],
        reading: &mut Reading,
        found: &mut Vec<Found>,
    ) {
        let table = self.table;
        let named = Named::of(name);
        let fate = |fate: Fate| table.line(row, fate);
        let is_district = !table.scope.own.is_empty();
        let matched = match named.matches(table.items) {
            None => {
                let why = if whose == Whose::Unsaid { Why::UnknownName } else { left_to(whose, is_district) };
                return reading.lines.push(fate(Fate::Left(why)));
            }
            Some((fit, all)) => (fit, all),
        };
        match (whose, is_district) {
            (Whose::Other, _) | (Whose::Own, false) | (Whose::Whole, true) => {
                return reading.lines.push(fate(Fate::Left(left_to(whose, is_district))));
            }
            (Whose::Unsaid, true) if self.has_own_rows() => {
                return reading.lines.push(fate(Fate::Left(Why::Whole)));
            }
            _ => {}
        }
        let (fit, item) = match matched {
            (fit, all) if all.len() == 1 && fit < Fit::Near => {
                (fit, all.first().copied().unwrap_or_default())
            }
            (fit, all) => {
                let ids: Vec<String> =
                    all.iter().filter_map(|at| table.items.get(*at)).map(|item| item.id.clone()).collect();
                let words = table.words(row);
                reading.questions.push(Question::Item { row: row + 1, words, options: ids.clone() });
                let question = reading.questions.len() - 1;
                match table.answers.items.get(&(row + 1)) {
                    None => return reading.lines.push(fate(Fate::Asked(question))),
                    Some(None) => return reading.lines.push(fate(Fate::Left(Why::NotChosen))),
                    Some(Some(id)) => {
                        match table.items.iter().position(|item| item.id == *id && ids.contains(id)) {
                            Some(item) => (fit, item),
                            None => return reading.lines.push(fate(Fate::Asked(question))),
                        }
                    }
                }
            }
        };
        let Some(of) = table.items.get(item) else { return };
        let column = match self.choose(row, of, columns) {
            Chosen::Column(column) => column,
            Chosen::None(why) => return reading.lines.push(fate(Fate::Left(why))),
            Chosen::Among(all) => {
                let key: Vec<usize> = all.iter().map(|column| column.at + 1).collect();
                let question = ask_column(reading, row, &all);
                match table.answers.columns.get(&key) {
                    None => return reading.lines.push(fate(Fate::Asked(question))),
                    Some(None) => return reading.lines.push(fate(Fate::Left(Why::NotChosen))),
                    Some(Some(at)) => match all.into_iter().find(|column| column.at + 1 == *at) {
                        Some(column) => column,
                        None => return reading.lines.push(fate(Fate::Asked(question))),
                    },
                }
            }
        };
        let cell = table.cell(row, column.at);
        let of_row = columns
            .iter()
            .find(|column| column.head.kind == Kind::Unit)
            .map(|column| table.cell(row, column.at));
        let of_row = of_row.filter(|unit| unit::is_unit(unit)).map(str::to_owned);
        let near = of_row.or(named.unit).or(column.head.unit.clone());
        let units = match &near {
            Some(unit) => std::slice::from_ref(unit),
            None => of_table(of, table_unit),
        };
        let line = reading.lines.len();
        match value(cell, of, units) {
            Err(why) => reading.lines.push(fate(Fate::Left(why))),
            Ok((told, from_unit)) => {
                let taken = Taken {
                    item: of.id.clone(),
                    told,
                    cell: cell.to_owned(),
                    column: column.at + 1,
                    head: column.head.words.clone(),
                    from_unit,
                };
                found.push(Found { line, row, item, fit, taken: taken.clone() });
                reading.lines.push(fate(Fate::Taken(taken)));
            }
        }
    }

    fn has_own_rows(&self) -> bool {
        let has_figure = |row: usize| self.span.iter().any(|at| is_figure(self.table.cell(row, *at)));
        (0..self.table.rows.len()).any(|row| has_figure(row) && self.whose(row) == Whose::Own)
    }

    fn choose<'c>(&self, row: usize, item: &Item, columns: &'c [Column]) -> Chosen<'c> {
        let table = self.table;
        let is_district = !table.scope.own.is_empty();
        let has = |whose| columns.iter().any(|column| column.head.whose == whose);
        let is_ours = |column: &&Column| match column.head.whose {
            Whose::Other => false,
            Whose::Own => is_district,
            Whose::Whole => !is_district,
            Whose::Unsaid => !is_district && !has(Whose::Whole) || is_district && !has(Whose::Own),
        };
        let says = |column: &&Column| {
            let cell = table.cell(row, column.at);
            is_figure(cell) || said(cell).is_some()
        };
        let filled = || columns.iter().filter(|column| column.head.kind != Kind::Unit).filter(says);
        let ranked: Vec<(u8, &Column)> = filled()
            .filter(is_ours)
            .filter_map(|column| Some((rank(column, item, table.scope)?, column)))
            .collect();
        let Some(best) = ranked.iter().map(|(rank, _)| *rank).max() else {
            let has_words = columns.iter().any(|column| {
                let cell = table.cell(row, column.at);
                column.head.kind != Kind::Unit && column.head.kind != Kind::Other && !is_nothing(cell)
            });
            return Chosen::None(match (filled().next(), has_words) {
                (Some(_), _) => Why::NoColumn,
                (None, true) => Why::NotAFigure,
                (None, false) => Why::Empty,
            });
        };
        let all: Vec<&Column> =
            ranked.iter().filter(|(rank, _)| *rank == best).map(|(_, column)| *column).collect();
        let same = |one: &&Column, other: &&Column| table.cell(row, one.at) == table.cell(row, other.at);
        match all.as_slice() {
            // A month alone is not what a total is asked for.
            [one] if best == ONLY_A_MONTH => Chosen::Among(vec![*one]),
            [one] => Chosen::Column(one),
            [first, rest @ ..] if best != ONLY_A_MONTH && rest.iter().all(|one| same(first, one)) => {
                Chosen::Column(first)
            }
            _ => Chosen::Among(all),
        }
    }
}

enum Chosen<'c> {
    Column(&'c Column),
    Among(Vec<&'c Column>),
    None(Why),
}

const ONLY_A_MONTH: u8 = 1;

/// How well a column suits an item; none where its figures are something else.
fn rank(column: &Column, item: &Item, scope: &Scope) -> Option<u8> {
    let is_rate = item.is_rate();
    let head = &column.head;
    if let Some(unit) = &head.unit {
        // A column of per cent is none of amounts, and the other way round.
        if unit::is_rate(unit) != is_rate {
            return None;
        }
    }
    let is_total = matches!(item.basis, Basis::YearlyFlow | Basis::RunningTotal | Basis::Unstated);
    let is_first_month = scope.month.number() == 1 && item.basis == Basis::YearlyFlow;
    let is_known_total = is_total && item.basis != Basis::Unstated;
    Some(match (head.kind, item.basis) {
        (Kind::Other | Kind::Unit, _) => return None,
        (Kind::Derived, _) if is_rate => 2,
        (Kind::Derived, _) => return None,
        (Kind::Amount, _) if is_rate => return None,
        (Kind::SinceJanuary, Basis::YearlyFlow) | (Kind::SinceStart, Basis::RunningTotal) => 9,
        (Kind::SinceStart, Basis::YearlyFlow) => return None,
        (Kind::SinceJanuary | Kind::SinceStart | Kind::Cumulative, _) if is_total => 8,
        (Kind::AtEnd, Basis::Stock) => 9,
        (Kind::Plain | Kind::Amount | Kind::AtEnd, _) => 7,
        (Kind::NamedMonth | Kind::OneMonth, _) if is_known_total && !is_first_month => ONLY_A_MONTH,
        (Kind::NamedMonth | Kind::OneMonth, _) => 6,
        // A stock or level of which both the month and a sum are given: somebody has to say which it is.
        (Kind::SinceJanuary | Kind::SinceStart | Kind::Cumulative, _) => 6,
    })
}

fn ask_column(reading: &mut Reading, row: usize, all: &[&Column]) -> usize {
    let options: Vec<(usize, String)> =
        all.iter().map(|column| (column.at + 1, column.head.words.clone())).collect();
    let same = |question: &Question| matches!(question, Question::Column { options: those, .. } if *those == options);
    let at = reading.questions.iter().position(same).unwrap_or_else(|| {
        reading.questions.push(Question::Column { options, rows: vec![] });
        reading.questions.len() - 1
    });
    if let Some(Question::Column { rows, .. }) = reading.questions.get_mut(at) {
        rows.push(row + 1);
    }
    at
}

fn left_to(whose: Whose, is_district: bool) -> Why {
    match whose {
        Whose::Whole if is_district => Why::Whole,
        Whose::Whole => Why::UnknownName,
        Whose::Own | Whose::Other | Whose::Unsaid => Why::OtherDistrict,
    }
}

/// The unit of the whole table, where it can be that of the item: 单位：万元 over a table of firms and money.
fn of_table<'a>(item: &Item, units: &'a [String]) -> &'a [String] {
    let is_same =
        |one: &String| item.units.iter().any(|unit| unit::convert(Quantity::ZERO, one, unit).is_some());
    let is_money = |unit: &String| unit.contains('元');
    let is_other_money = |one: &String| is_money(one) && item.units.iter().any(is_money);
    let found = units.iter().position(is_same).or_else(|| units.iter().position(is_other_money));
    found.and_then(|at| units.get(at..=at)).unwrap_or_default()
}

/// The units in 单位：万元、个.
fn units_said(cell: &str) -> Option<Vec<String>> {
    let narrow: String = cell.chars().map(figure::narrow).collect();
    let (_, after) = narrow.split_once("单位:")?;
    let after = after.trim_end_matches(')');
    let units = after.split([',', ' ', ';']).map(str::trim).filter(|unit| unit::is_unit(unit));
    let units: Vec<String> = units.map(str::to_owned).collect();
    (!units.is_empty()).then_some(units)
}

/// What a cell reports of an item; `units` are those that the table gives it, of which the first counts.
fn value(cell: &str, item: &Item, units: &[String]) -> Result<(Told, Option<String>), Why> {
    if is_nothing(cell) {
        return Err(Why::Empty);
    }
    if let Some(told) = said(cell) {
        return Ok((told, None));
    }
    let other =
        |found: String| Why::OtherUnit { found, wanted: item.units.first().cloned().unwrap_or_default() };
    let bare = cell.trim_matches(figure::is_space).trim_start_matches(['¥', '￥']);
    let (value, found) = match figure::split(bare, &[]) {
        Ok(Some(read)) => read,
        Ok(None) => return Err(Why::Empty),
        // English units have spaces and figures of their own.
        Err(_) => match figure::split(bare, &item.units) {
            Ok(Some((value, None))) => (value, None),
            Ok(_) | Err(Unreadable::NotANumber | Unreadable::TooManyDigits) => return Err(Why::NotAFigure),
            Err(Unreadable::OtherUnit(found)) => return Err(other(found)),
        },
    };
    let Some(found) = found.or_else(|| units.first().cloned()) else { return Ok((Told::Value(value), None)) };
    let plain = super::name::squeezed(&found);
    if item.units.iter().any(|unit| super::name::squeezed(unit) == plain) {
        return Ok((Told::Value(value), None));
    }
    if item.is_rate() && unit::is_rate(&found) {
        return Ok((Told::Value(value), None));
    }
    let converted = item.units.iter().find_map(|unit| unit::convert(value, &found, unit));
    let from = converted.filter(|converted| *converted != value).map(|_| found.clone());
    converted.map(|value| (Told::Value(value), from)).ok_or_else(|| other(found))
}

/// What is reported in place of a figure.
fn said(cell: &str) -> Option<Told> {
    match super::name::squeezed(cell).as_str() {
        "无变化" | "无变动" | "不变" | "持平" | "与上月持平" | "同上月" | "较上月无变化" | "nochange"
        | "unchanged" => Some(Told::NoChange),
        "零报告" | "零报" | "无新增" | "本月无" | "本期无" | "nothingtoreport" | "nil" => {
            Some(Told::NothingToReport)
        }
        "尚未公布" | "未公布" | "待公布" | "暂未公布" | "未发布" | "数据未出" | "未出" | "暂无数据"
        | "notyetpublished" => Some(Told::NotYetPublished),
        _ => None,
    }
}

/// What tables write into a cell that has nothing to say.
fn is_nothing(cell: &str) -> bool {
    matches!(
        cell.trim_matches(figure::is_space),
        "" | "-" | "–" | "—" | "——" | "--" | "/" | "\\" | "无" | "N/A" | "n/a" | "#N/A" | "…" | "……"
    )
}

fn is_figure(cell: &str) -> bool {
    let bare = cell.trim_matches(figure::is_space).trim_start_matches(['¥', '￥']);
    matches!(figure::split(bare, &[]), Ok(Some(_)))
}
