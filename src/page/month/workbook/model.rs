//! The workbook of a form: what it asks, with what was typed so far.

use super::words::{self, Words};
use super::{Column, Kind, MARK, MONTH_KEY, ORGANISATION_KEY, PLAN_KEY, VERSION, VERSION_KEY};
use crate::office::sheet::{Cell, Head};
use crate::office::{Field, Sheet as Page, Takes, Workbook};
use crate::page::month::form::words as form_words;
use crate::page::month::form::{AskedFigure, Choice, Draft, Problem, Sheet, Staged};
use crate::plan::{Day, Quantity};
use crate::text::Language;

/// Rows for new problems beside those that the draft has.
const PROBLEM_ROWS: usize = 5;

/// The workbook of a sheet, in which what the draft says is filled in already. `plan` is the digest by which the file is
/// known as one of this plan: [`super::plan_digest`].
///
/// Problems that an earlier receipt told are not in it: a file that comes back could not say which of them it means.
pub fn workbook(sheet: &Sheet, draft: &Draft, plan: u32, language: Language) -> Workbook {
    let mut making = Making::new(language);
    making.figures(sheet, draft);
    making.stages(sheet, draft);
    making.problems(sheet, draft);
    making.person(draft);
    making.book(sheet, plan)
}

/// The rows below the heads, as they grow.
struct Making {
    language: Language,
    words: &'static Words,
    /// How many blocks have begun.
    blocks: usize,
    /// How many rows of the block have a number.
    numbered: usize,
    /// Title and heads of the first block, which are those of the sheet.
    first: (String, Vec<String>),
    rows: Vec<Vec<Cell>>,
    fields: Vec<Field>,
}

impl Making {
    fn new(language: Language) -> Self {
        let words = words::of(language);
        let first = (String::new(), vec![]);
        Self { language, words, blocks: 0, numbered: 0, first, rows: vec![], fields: vec![] }
    }

    fn figures(&mut self, sheet: &Sheet, draft: &Draft) {
        if sheet.figures.is_empty() {
            return;
        }
        self.begin(Kind::Figure, form_words::of(self.language).indicators);
        let (due, may): (Vec<_>, Vec<_>) = sheet.figures.iter().partition(|asked| asked.is_due);
        self.each(&due, &may, |making, asked| making.figure(asked, draft));
    }

    fn stages(&mut self, sheet: &Sheet, draft: &Draft) {
        let sorts = words::sorts(self.language);
        let of = |list: &[Staged], sort: &'static str| -> Vec<(Staged, &'static str)> {
            list.iter().map(|one| (one.clone(), sort)).collect()
        };
        let still = sheet.let_go.iter().filter(|one| one.is_still_shown(draft));
        let mut all = of(&sheet.measures, sorts[0]);
        all.extend(still.map(|one| (one.clone(), sorts[0])));
        all.extend(of(&sheet.items, sorts[1]));
        all.extend(of(&sheet.milestones, sorts[2]));
        if all.is_empty() {
            return;
        }
        self.begin(Kind::Stage, self.words.stages);
        let (due, may): (Vec<_>, Vec<_>) = all.iter().partition(|(staged, _)| staged.is_needed());
        self.each(&due, &may, |making, (staged, sort)| making.stage(staged, sort, draft));
    }

    fn problems(&mut self, sheet: &Sheet, draft: &Draft) {
        self.begin(Kind::Problem, form_words::of(self.language).problems);
        let told = draft.problems.iter().filter(|one| one.replaces.is_none() && !one.is_withdrawn);
        let told: Vec<&Problem> = told.filter(|one| !one.is_blank()).collect();
        let empty = Problem::default();
        let rows = told.into_iter().chain(std::iter::repeat_n(&empty, PROBLEM_ROWS));
        for (number, problem) in rows.enumerate() {
            self.problem(&number.to_string(), problem, sheet);
        }
    }

    /// What must be filled in, then what may be, under a word that says so.
    fn each<T>(&mut self, due: &[&T], may: &[&T], mut row: impl FnMut(&mut Self, &T)) {
        due.iter().for_each(|one| row(self, one));
        if !may.is_empty() {
            self.line(&words::optional(self.language, may.len()));
            may.iter().for_each(|one| row(self, one));
        }
    }

    fn figure(&mut self, asked: &AskedFigure, draft: &Draft) {
        let typed = draft.figures.get(&asked.id).cloned().unwrap_or_default();
        let help = words::help(self.language, asked);
        let choices = Choice::ALL.map(|choice| form_words::choice(self.language, choice).to_owned());
        let instead = match typed.choice {
            Choice::Value => Cell::Empty,
            other => text(form_words::choice(self.language, other)),
        };
        let last = asked.last.map(|(of, value)| words::last(self.language, of, &value.to_string()));
        self.row(
            Kind::Figure,
            &asked.id,
            vec![
                (Column::Name, text(&asked.name.words)),
                (Column::Unit, text(&asked.unit.words)),
                (Column::About, text(&words::about(self.language, asked))),
                (Column::Last, text(&last.unwrap_or_default())),
                (Column::Now, figure(&typed.text)),
                (Column::Instead, instead),
                (Column::Evidence, text(&typed.evidence)),
                (Column::Note, text(&typed.note)),
            ],
        );
        let long = words::longest(self.language);
        self.open(Column::Now, Takes::Figure, &help);
        self.open(Column::Instead, Takes::OneOf(choices.into()), self.words.instead_help);
        self.open(Column::Evidence, Takes::Words, &long);
        self.open(Column::Note, Takes::Words, &long);
    }

    fn stage(&mut self, staged: &Staged, sort: &str, draft: &Draft) {
        let step = draft.steps.get(&staged.id).cloned().unwrap_or_default();
        let last = staged.last.map(|(of, stage)| words::last(self.language, of, stage.words(self.language)));
        let stage = step.stage.map(|stage| stage.words(self.language)).unwrap_or_default();
        self.row(
            Kind::Stage,
            &staged.id,
            vec![
                (Column::Name, text(&staged.name.words)),
                (Column::Unit, text(sort)),
                (Column::About, text(&words::joined(&staged.about))),
                (Column::Last, text(&last.unwrap_or_default())),
                (Column::Now, text(stage)),
                (Column::Note, text(&step.note)),
            ],
        );
        let stages = staged.stages.iter().map(|stage| stage.words(self.language).to_owned()).collect();
        let help = if staged.unchanged().is_some() { self.words.stage_help } else { "" };
        self.open(Column::Now, Takes::OneOf(stages), help);
        self.open(Column::Note, Takes::Words, &words::longest(self.language));
    }

    fn problem(&mut self, number: &str, problem: &Problem, sheet: &Sheet) {
        let subject = sheet.subjects.iter().find(|(id, _)| Some(id) == problem.subject.as_ref());
        let subject = subject.map(|(_, name)| name.words.as_str()).unwrap_or_default();
        let until = Day::parse(&problem.until).map_or_else(|| text(&problem.until), Cell::Day);
        self.row(
            Kind::Problem,
            number,
            vec![
                (Column::Name, text(&problem.text)),
                (Column::Unit, text(&problem.who)),
                (Column::About, text(subject)),
                (Column::Last, until),
            ],
        );
        let subjects = sheet.subjects.iter().map(|(_, name)| name.words.clone()).collect();
        self.open(Column::Name, Takes::Words, &words::longest(self.language));
        self.open(Column::Unit, Takes::Words, "");
        self.open(Column::About, Takes::OneOf(subjects), "");
        self.open(Column::Last, Takes::Day, words::day_help(self.language));
    }

    /// Who fills in: at the foot, where it stands on paper.
    fn person(&mut self, draft: &Draft) {
        self.rows.push(gaps());
        let mut cells = gaps();
        put(&mut cells, Column::Name, Cell::Head(form_words::of(self.language).person.into()));
        put(&mut cells, Column::Unit, text(&draft.person));
        self.rows.push(cells);
        self.open(Column::Unit, Takes::Words, "");
    }

    /// Begins a block: a line that names it, and its heads.
    fn begin(&mut self, kind: Kind, title: &str) {
        let title = words::numbered(self.language, self.blocks, title);
        let heads = Column::ALL.map(|column| words::head(self.language, kind, column));
        self.numbered = 0;
        self.blocks += 1;
        if self.blocks == 1 {
            self.first = (title, heads.map(str::to_owned).into());
            return;
        }
        self.rows.push(gaps());
        self.line(&title);
        let head = |words: &str| if words.is_empty() { Cell::Gap } else { Cell::Head(words.to_owned()) };
        self.rows.push(heads.map(head).into());
    }

    fn line(&mut self, words: &str) {
        let mut cells = gaps();
        put(&mut cells, Column::Number, Cell::Line(words.to_owned()));
        self.rows.push(cells);
    }

    fn row(&mut self, kind: Kind, id: &str, filled: Vec<(Column, Cell)>) {
        self.numbered += 1;
        let mut cells = gaps();
        let number = self.numbered.to_string();
        put(&mut cells, Column::Number, Quantity::parse(&number).map_or(Cell::Gap, Cell::Number));
        filled.into_iter().for_each(|(column, cell)| put(&mut cells, column, cell));
        put(&mut cells, Column::Row, Cell::Text(kind.row(id)));
        self.rows.push(cells);
    }

    /// Opens a cell of the last row; cells below each other that take the same are one field.
    fn open(&mut self, column: Column, takes: Takes, help: &str) {
        let row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_sub(1);
        let column = column as u16;
        let above = self.fields.iter_mut().rev().find(|field| field.column == column);
        match above.filter(|field| field.rows.1 + 1 == row && field.takes == takes && field.help == help) {
            Some(field) => field.rows.1 = row,
            None => self.fields.push(Field { column, rows: (row, row), takes, help: help.to_owned() }),
        }
    }

    fn book(self, sheet: &Sheet, plan: u32) -> Workbook {
        let (words, title) = (self.words, words::title(self.language, &sheet.title));
        let earlier = sheet.earlier.as_ref().map(|earlier| earlier.words.clone()).unwrap_or_default();
        let secret = form_words::of(self.language).nothing_secret.to_owned();
        let (block, heads) = self.first;
        let lead = vec![sheet.deadline.clone(), earlier, words.how.to_owned(), secret, block];
        // A line without words takes no row.
        let above = 2 + lead.iter().filter(|line| !line.is_empty()).count();
        let heads = Column::ALL.into_iter().zip(heads).map(|(column, words)| Head {
            words,
            is_numeric: false,
            width: column.width(),
            is_hidden: column == Column::Row,
        });
        let stamp = stamp(sheet, plan, &self.rows, above);
        let page = Page {
            title: title.clone(),
            lead,
            heads: heads.collect(),
            rows: self.rows,
            fields: self.fields,
            is_protected: true,
            ..Page::default()
        };
        let mut book = Workbook { title, sheets: vec![] };
        book.add(page.named(words.tab));
        book.add(stamp);
        book
    }
}

/// What the file is, and where which row stood when it was made: for the reader alone.
fn stamp(sheet: &Sheet, plan: u32, rows: &[Vec<Cell>], above: usize) -> Page {
    let line = |one: &str, two: &str, three: &str| vec![text(one), text(two), text(three)];
    let mut lines = vec![
        line(VERSION_KEY, &VERSION.to_string(), ""),
        line(PLAN_KEY, &format!("{plan:08x}"), ""),
        line(ORGANISATION_KEY, &sheet.organisation, ""),
        line(MONTH_KEY, &sheet.month.to_string(), ""),
    ];
    for (cells, row) in rows.iter().zip(above + 1..) {
        if let Some(Cell::Text(name)) = cells.get(Column::Row as usize)
            && let Some((kind, id)) = Kind::of_row(name)
        {
            lines.push(line(kind.slug(), id, &row.to_string()));
        }
    }
    let head = |words: &str| Head { words: words.into(), is_numeric: false, width: 20, is_hidden: false };
    let stamp = Page {
        title: MARK.into(),
        heads: ["key", "value", "row"].map(head).into(),
        rows: lines,
        is_protected: true,
        is_hidden: true,
        ..Page::default()
    };
    stamp.named(MARK)
}

fn gaps() -> Vec<Cell> {
    vec![Cell::Gap; Column::ALL.len()]
}

fn put(cells: &mut [Cell], column: Column, cell: Cell) {
    if let Some(place) = cells.get_mut(column as usize) {
        *place = cell;
    }
}

fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) }
}

/// A figure that was typed; what is none, or has a unit behind it, as it was typed.
fn figure(typed: &str) -> Cell {
    Quantity::parse(typed.trim()).map_or_else(|| text(typed), Cell::Number)
}
