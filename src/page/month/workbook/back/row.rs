//! A row of the form: which item it is, and what it says.

use super::super::remark::{Remark, Why};
use super::super::{Column, Kind};
use super::page::{Line, Page, bare};
use super::{Found, Reading};
use crate::ledger::Stage;
use crate::page::month::form::words as form_words;
use crate::page::month::form::{AskedFigure, Choice, Figure, Problem, Staged, Step};
use crate::plan::{Quantity, unit};
use crate::rows::figure::{self, Unreadable};
use crate::rows::{self, Answers, Fate, MOST_LETTERS, Nameless, Told, cell_name};
use crate::text::Language;

/// Which item a row is.
enum Which {
    Is(Kind, String),
    /// None of the form, or none that can be told.
    Not(Why),
}

impl Reading<'_> {
    pub(super) fn page(&mut self, page: &Page) {
        let mut unnamed = vec![];
        for (row, line) in page.lines() {
            let marked = Kind::of_row(page.mark(row)).filter(|_| self.is_known);
            let kind = match (line, marked) {
                (Line::Person, _) => {
                    self.person(page, row);
                    continue;
                }
                // Whoever sorts a sheet with its heads brings rows above them.
                (Line::Other, Some((kind, _))) | (Line::Below(kind), _) => kind,
                (Line::Other, None) => continue,
            };
            match self.which(page, row, kind) {
                Which::Is(kind, id) => self.row(page, row, kind, &id),
                Which::Not(Why::UnknownRow) if kind == Kind::Figure => unnamed.push(row),
                Which::Not(why) => self.not_taken(page, row, kind, why),
            }
        }
        self.by_other_names(page, &unnamed);
        if page.sheet.grid.is_cut {
            self.remark(page, page.sheet.grid.rows.len(), 0, Why::TooManyRows);
        }
    }

    fn which(&self, page: &Page, row: usize, below: Kind) -> Which {
        let mark = page.mark(row);
        if let Some((kind, id)) = Kind::of_row(mark).filter(|_| self.is_known) {
            return self.by_mark(page, row, kind, id);
        }
        if self.is_known && !mark.is_empty() {
            return Which::Not(Why::UnknownRow);
        }
        if below == Kind::Problem {
            return Which::Is(Kind::Problem, String::new());
        }
        let mut named = self.named(below, &name(page, row, below));
        if named.len() > 1 {
            // Of items with one name, the one that stood here.
            let stood = |id: &String| self.places.contains(&(below, id.clone(), row + 1));
            named.retain(stood);
            return named.pop().map_or(Which::Not(Why::Ambiguous), |id| Which::Is(below, id));
        }
        named.pop().map_or(Which::Not(Why::UnknownRow), |id| Which::Is(below, id))
    }

    fn by_mark(&self, page: &Page, row: usize, kind: Kind, id: &str) -> Which {
        let is_known = match kind {
            Kind::Figure => self.sheet.figure(id).is_some(),
            Kind::Stage => self.staged(id).is_some(),
            Kind::Problem => return Which::Is(kind, id.to_owned()),
        };
        if !is_known {
            return Which::Not(Why::UnknownRow);
        }
        let name = name(page, row, kind);
        let named = [Kind::Figure, Kind::Stage]
            .into_iter()
            .flat_map(|kind| self.named(kind, &name).into_iter().map(move |id| (kind, id)));
        let named: Vec<(Kind, String)> = named.collect();
        // A name that nobody has may be that of another language of the page.
        match named.is_empty() || named.iter().any(|(of, named)| *of == kind && named == id) {
            true => Which::Is(kind, id.to_owned()),
            false => Which::Not(Why::NameOfAnother),
        }
    }

    /// Every item that has the name.
    fn named(&self, kind: Kind, name: &str) -> Vec<String> {
        let name = bare(name);
        let is_it = |other: &str| !name.is_empty() && bare(other) == name;
        match kind {
            Kind::Figure => {
                let figures = self.sheet.figures.iter();
                let has = |asked: &&AskedFigure| {
                    is_it(&asked.name.words) || asked.names.iter().any(|name| is_it(name))
                };
                figures.filter(has).map(|asked| asked.id.clone()).collect()
            }
            Kind::Stage => {
                let all = self.sheet.staged().chain(&self.sheet.let_go);
                all.filter(|staged| is_it(&staged.name.words)).map(|staged| staged.id.clone()).collect()
            }
            Kind::Problem => vec![],
        }
    }

    fn staged(&self, id: &str) -> Option<&Staged> {
        self.sheet.staged().chain(&self.sheet.let_go).find(|staged| staged.id == id)
    }

    /// Figures whose names are not those of the form to the letter, as the ordinary reader finds them.
    fn by_other_names(&mut self, page: &Page, rows: &[usize]) {
        let is_by_name = |row: &usize| !self.is_known || page.mark(*row).is_empty();
        let by_name: Vec<usize> = rows.iter().copied().filter(is_by_name).collect();
        let reading = match by_name.is_empty() {
            true => rows::Reading::default(),
            false => rows::read(
                &page.figures(),
                &self.sheet.items_of_figures(),
                &self.sheet.scope,
                &Answers::default(),
                Nameless::Left,
            ),
        };
        for row in rows {
            let line = reading.lines.iter().find(|line| line.row == row + 1 && !reading.is_turned);
            let item = line.filter(|_| by_name.contains(row)).and_then(|line| match &line.fate {
                Fate::Taken(taken) => Some(taken.item.clone()),
                Fate::Asked(_) | Fate::Left(_) => None,
            });
            match item {
                Some(id) => self.row(page, *row, Kind::Figure, &id),
                None => self.not_taken(page, *row, Kind::Figure, Why::UnknownRow),
            }
        }
    }

    /// Says so where the row says anything.
    fn not_taken(&mut self, page: &Page, row: usize, kind: Kind, why: Why) {
        let says = |column: &Column| {
            let at = page.column(kind, *column, row).filter(|_| column.is_open(kind));
            at.is_some_and(|at| !page.sheet.grid.cell(row, at).is_empty())
        };
        if Column::ALL.iter().any(says) {
            let at = page.column(kind, Column::Name, row).unwrap_or_default();
            self.remark(page, row, at, why);
        }
    }

    fn row(&mut self, page: &Page, row: usize, kind: Kind, id: &str) {
        match kind {
            Kind::Figure => self.figure(page, row, id),
            Kind::Stage => self.stage(page, row, id),
            Kind::Problem => self.problem(page, row),
        }
    }

    fn figure(&mut self, page: &Page, row: usize, id: &str) {
        let sheet = self.sheet;
        let Some(asked) = sheet.figure(id) else { return };
        let (choice, text) = self.report(page, row, asked);
        let evidence = self.words(page, row, Kind::Figure, Column::Evidence);
        let note = self.words(page, row, Kind::Figure, Column::Note);
        let figure = Figure { choice, text, evidence, note };
        if figure != Figure::default() {
            let found = self.found(page, row, Kind::Figure, figure);
            self.figures.entry(id.to_owned()).or_default().push(found);
        }
    }

    /// What a row reports: a figure, or what is chosen in its place.
    fn report(&mut self, page: &Page, row: usize, asked: &AskedFigure) -> (Choice, String) {
        let now = self.words(page, row, Kind::Figure, Column::Now);
        let instead = self.words(page, row, Kind::Figure, Column::Instead);
        let nothing = (Choice::Value, String::new());
        let chosen = choice(&instead);
        if chosen.is_none() && !instead.is_empty() {
            self.remark_at(page, row, Column::Instead, Why::NotAKind);
            return nothing;
        }
        let typed = choice(&now).filter(|choice| *choice != Choice::Value);
        let why = match (chosen, typed) {
            (None | Some(Choice::Value), None) if !now.is_empty() => match figure::read(&now, &asked.units) {
                Ok(Some(value)) if may_be_share(page, asked, &now, value) => Why::MayBeShare,
                Ok(Some(_)) => return (Choice::Value, now),
                Ok(None) => return nothing,
                Err(Unreadable::NotANumber) => Why::NotAFigure,
                Err(Unreadable::TooManyDigits) => Why::TooManyDigits,
                Err(Unreadable::OtherUnit(found)) => {
                    Why::OtherUnit { found, wanted: asked.unit.words.clone() }
                }
            },
            (None, None) => return nothing,
            (Some(Choice::Value), None) => Why::NoFigure,
            (None, Some(typed)) => return (typed, String::new()),
            (Some(chosen), None) if now.is_empty() => return (chosen, String::new()),
            (Some(chosen), Some(typed)) if chosen == typed => return (chosen, String::new()),
            (Some(_), _) => Why::Contradicts,
        };
        self.remark_at(page, row, Column::Now, why);
        nothing
    }

    fn stage(&mut self, page: &Page, row: usize, id: &str) {
        let said = self.words(page, row, Kind::Stage, Column::Now);
        let note = self.words(page, row, Kind::Stage, Column::Note);
        let allowed = self.staged(id).map(|staged| staged.stages.clone()).unwrap_or_default();
        let stage = stage(&said);
        let why = match stage {
            None if said.is_empty() => None,
            None => Some(Why::NotAStage),
            Some(stage) => (!allowed.contains(&stage)).then_some(Why::StageNotAllowed),
        };
        let stage = stage.filter(|_| why.is_none());
        if let Some(why) = why {
            self.remark_of(page, row, Kind::Stage, Column::Now, why);
        }
        let step = Step { stage, note };
        if step != Step::default() {
            let found = self.found(page, row, Kind::Stage, step);
            self.steps.entry(id.to_owned()).or_default().push(found);
        }
    }

    fn problem(&mut self, page: &Page, row: usize) {
        let mut words = |column| self.words(page, row, Kind::Problem, column);
        let (text, who) = (words(Column::Name), words(Column::Unit));
        let (about, until) = (words(Column::About), words(Column::Last));
        if [&text, &who, &about, &until].iter().all(|words| words.is_empty()) {
            return;
        }
        let is_it = |name: &str| bare(name) == bare(&about);
        let subjects = self.sheet.subjects.iter().filter(|(_, name)| is_it(&name.words));
        let mut subjects: Vec<String> = subjects.map(|(id, _)| id.clone()).collect();
        let subject = subjects.pop().filter(|_| subjects.is_empty());
        if subject.is_none() && !about.is_empty() {
            self.remark_of(page, row, Kind::Problem, Column::About, Why::UnknownSubject);
        }
        let until = match rows::day(&until) {
            Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
            Err(rows::NoSuchDate) => {
                self.remark_of(page, row, Kind::Problem, Column::Last, Why::NoSuchDay);
                String::new()
            }
        };
        let number = self.draft.add_problem();
        if let Some(problem) = self.draft.problem_mut(number) {
            *problem = Problem { number, text, who, until, subject, ..Problem::default() };
        }
    }

    fn person(&mut self, page: &Page, row: usize) {
        if let Some(column) = page.person(row) {
            self.draft.person = page.sheet.grid.cell(row, column).to_owned();
        }
    }

    /// The words of a cell, with a remark where they may not be all of it.
    fn words(&mut self, page: &Page, row: usize, kind: Kind, column: Column) -> String {
        let Some(at) = page.column(kind, column, row) else { return String::new() };
        if page.sheet.unvalued.contains(&(row, at)) {
            self.remark(page, row, at, Why::NoValue);
            return String::new();
        }
        let words = page.sheet.grid.cell(row, at);
        if words.chars().count() >= MOST_LETTERS {
            self.remark(page, row, at, Why::MayBeCut);
        }
        words.to_owned()
    }

    fn found<T>(&self, page: &Page, row: usize, kind: Kind, said: T) -> Found<T> {
        let at = page.column(kind, Column::Now, row).unwrap_or_default();
        (said, seen(page, row, at, Why::Twice))
    }

    fn remark_at(&mut self, page: &Page, row: usize, column: Column, why: Why) {
        self.remark_of(page, row, Kind::Figure, column, why);
    }

    fn remark_of(&mut self, page: &Page, row: usize, kind: Kind, column: Column, why: Why) {
        let at = page.column(kind, column, row).unwrap_or_default();
        self.remark(page, row, at, why);
    }

    fn remark(&mut self, page: &Page, row: usize, column: usize, why: Why) {
        self.remarks.push(seen(page, row, column, why));
    }
}

/// Whether a figure in per cent may have been a share: a spreadsheet keeps 17.6 % as 0.176, and an .xls does not tell which of
/// the two its cell shows.
fn may_be_share(page: &Page, asked: &AskedFigure, cell: &str, value: Quantity) -> bool {
    let one = Quantity::parse("1").unwrap_or(Quantity::ZERO).millionths();
    page.sheet.grid.has_no_formats
        && asked.units.iter().any(|unit| unit::is_rate(unit))
        && !cell.contains(['%', '％'])
        && value.digits() != 0
        && value.millionths().abs() <= one
}

fn seen(page: &Page, row: usize, column: usize, why: Why) -> Remark {
    Remark {
        sheet: page.sheet.name.clone(),
        cell: cell_name(row, column),
        seen: page.sheet.grid.cell(row, column).to_owned(),
        why,
    }
}

fn name(page: &Page, row: usize, kind: Kind) -> String {
    let at = page.column(kind, Column::Name, row);
    at.map_or_else(String::new, |at| page.sheet.grid.cell(row, at).to_owned())
}

/// The choice of a cell, in the words of the form or in others that mean it.
fn choice(cell: &str) -> Option<Choice> {
    let is_it = |choice: &Choice| {
        Language::ALL.into_iter().any(|language| bare(form_words::choice(language, *choice)) == bare(cell))
    };
    Choice::ALL.into_iter().find(is_it).or_else(|| match rows::said(cell)? {
        Told::Value(_) => None,
        Told::NoChange => Some(Choice::NoChange),
        Told::NothingToReport => Some(Choice::NothingToReport),
        Told::NotYetPublished => Some(Choice::NotYetPublished),
    })
}

fn stage(cell: &str) -> Option<Stage> {
    let is_it =
        |stage: &Stage| Language::ALL.into_iter().any(|language| bare(stage.words(language)) == bare(cell));
    [Stage::NotStarted, Stage::Underway, Stage::Done].into_iter().find(is_it)
}
