//! What a file would report, cell by cell, and what of it goes nowhere.

use super::{Memory, Upload, guess, words};
use crate::ledger::{self, Batch, BatchId, Entry, Moment};
use crate::page::month::form::{self, Draft, Line, NoForm, Sheet};
use crate::page::month::workbook::{self, Refusal};
use crate::plan::{Month, PlanIndex};
use crate::rows::{
    self, Answers, Book, BookSheet, Fate, Nameless, NoBook, Reading, Taken, Told, Total, cell_name,
};
use crate::standing::completeness::Completeness;
use crate::standing::{AsOf, duty};
use crate::text::{self, Column, Language, Text};

/// How often what was answered before may answer what only then is asked.
const MOST_ROUNDS: usize = 4;

/// A file, looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// Identifier of the organisation whose table it is, as far as that is known.
    pub organisation: Option<String>,
    /// The month that it reports on.
    pub month: Month,
    /// The sheets that can be chosen, by their places; hidden ones are named as such.
    pub sheets: Vec<(usize, String)>,
    /// The place of the sheet that is read.
    pub sheet: usize,
    /// What it says.
    pub said: Said,
}

/// What a file says.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// It is not read.
    NoBook(NoBook),
    /// No sheet has anything.
    Empty,
    /// Nobody knows whose it is.
    WhoseUnknown,
    /// The organisation has no form for the month.
    NoForm(NoForm),
    /// A fill-in workbook that is not taken.
    Refused(Refusal),
    /// A fill-in workbook.
    FillIn {
        /// What it reports.
        lines: Vec<Line>,
        /// What was seen in it and not taken, each in a sentence with its cell.
        remarks: Vec<Cell>,
        /// Who filled it in, as they call themselves. Untrusted.
        person: String,
        /// What a receipt of it says.
        entries: Vec<Entry>,
    },
    /// Any other table.
    Table(Box<Table>),
}

/// A table, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Row by row, with what is asked.
    pub reading: Reading,
    /// The answers, those that were given before among them.
    pub answers: Answers,
    /// The figures that are taken.
    pub taken: Vec<Cell>,
    /// Of each of them the words of its row and the head of its column.
    pub sources: Vec<String>,
    /// What goes nowhere.
    pub left: Vec<Cell>,
    /// What somebody should look at before the figures are believed.
    pub checks: Vec<Check>,
    /// Rows whose name no item has, by their number: each may be assigned.
    pub unknown: Vec<(usize, Cell)>,
    /// Rows that somebody assigned, or that are to be left, now or a month before: each may be assigned otherwise.
    pub assigned: Vec<(usize, Cell)>,
    /// What they may be assigned to: identifiers with names.
    pub items: Vec<(String, Text)>,
    /// What a receipt of it says.
    pub entries: Vec<Entry>,
}

/// Something in a table that speaks against its figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// A total that its figures do not come to.
    Total(Total),
    /// A figure that is taken from a row or column that is not shown, by the name of its cell.
    Hidden {
        /// The name of the cell.
        place: String,
        /// What stands there. Untrusted.
        seen: String,
        /// The item that it goes to.
        name: Text,
    },
    /// The rows and columns of the sheet that are not shown, counted from 0.
    Parts {
        /// Those with words.
        rows: Vec<usize>,
        /// Those with words.
        columns: Vec<usize>,
    },
}

/// A cell, and what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The name of the cell as a spreadsheet writes it; empty where it is a whole row's.
    pub place: String,
    /// What stands there. Untrusted.
    pub seen: String,
    /// What it is about: the item, or the first words of the row. The latter untrusted.
    pub name: Text,
    /// What is taken, or why nothing is.
    pub says: String,
}

/// Looks at a file. What was chosen of it stands before what it seems to say; `now` is the month that is being reported on.
pub fn look(as_of: AsOf, now: Month, upload: &Upload, memory: &Memory) -> Looked {
    let AsOf { plan, language, .. } = as_of;
    let chosen = &upload.chosen;
    let nothing = |said| Looked {
        organisation: chosen.organisation.clone(),
        month: chosen.month.unwrap_or(now),
        sheets: vec![],
        sheet: 0,
        said,
    };
    let book = match &upload.book {
        Ok(book) => book,
        Err(fault) => return nothing(Said::NoBook(*fault)),
    };
    if let Some(stamp) = workbook::recognise(book) {
        let organisation = Some(stamp.organisation.clone()).filter(|id| plan.organisation(id).is_some());
        let said = fill_in(as_of, book, &stamp.organisation, stamp.month, upload);
        let said = contradicted(said, plan, upload, &stamp.organisation, language);
        return Looked { organisation, month: stamp.month, ..nothing(said) };
    }
    let sheets: Vec<(usize, String)> = book
        .sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| sheet.grid.rows.iter().flatten().any(|cell| !cell.is_empty()))
        .map(|(at, sheet)| (at, words::sheet(language, sheet)))
        .collect();
    let is_shown = |at: &usize| book.sheets.get(*at).is_some_and(|sheet| !sheet.is_hidden);
    let mut listed = sheets.iter().map(|(at, _)| *at);
    let first = listed.clone().find(is_shown).or_else(|| listed.next());
    let at = chosen.sheet.filter(|at| sheets.iter().any(|(one, _)| one == at)).or(first);
    let Some((at, sheet)) = at.and_then(|at| Some((at, book.sheets.get(at)?))) else {
        return nothing(Said::Empty);
    };
    let periods = duty::periods(plan);
    let guessed = || guess::month(now, &upload.name, sheet).filter(|month| periods.contains(month));
    let month = chosen.month.or_else(guessed).unwrap_or(now);
    let reporters = duty::reporters(plan);
    let organisation =
        chosen.organisation.clone().or_else(|| guess::organisation(plan, &reporters, &upload.name, sheet));
    let said = match &organisation {
        None => Said::WhoseUnknown,
        Some(id) => match form::sheet(plan, as_of.ledger, id, month, Some(as_of.today), language) {
            Err(no_form) => Said::NoForm(no_form),
            Ok(form) => Said::Table(Box::new(table(as_of, &form, sheet, upload, memory))),
        },
    };
    Looked { organisation, month, sheets, sheet: at, said }
}

/// The mark in the workbook alone says whose it is, and whoever fills it in can change that: where the name of the file says
/// something else, a person looks.
fn contradicted(said: Said, plan: &PlanIndex, upload: &Upload, own: &str, language: Language) -> Said {
    let reporters = duty::reporters(plan);
    let named = guess::organisation(plan, &reporters, &upload.name, &BookSheet::default());
    match (said, named) {
        (Said::FillIn { lines, mut remarks, person, entries }, Some(other)) if other != own => {
            remarks.insert(0, words::other_name(language, plan, &other));
            Said::FillIn { lines, remarks, person, entries }
        }
        (said, _) => said,
    }
}

fn fill_in(as_of: AsOf, book: &Book, organisation: &str, month: Month, upload: &Upload) -> Said {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let form = match form::sheet(plan, ledger, organisation, month, Some(today), language) {
        Ok(form) => form,
        Err(no_form) => return Said::NoForm(no_form),
    };
    let filled = match workbook::read(book, &form, workbook::plan_digest(plan)) {
        Ok(filled) => filled,
        Err(refusal) => return Said::Refused(refusal),
    };
    let mut remarks: Vec<Cell> = filled.remarks.iter().map(|one| words::remark(language, one)).collect();
    let mut draft = filled.draft;
    let source = words::source(&upload.name, &book.digest);
    for figure in draft.figures.values_mut().filter(|figure| figure.evidence.trim().is_empty()) {
        figure.evidence.clone_from(&source);
    }
    let entries = match form::entries(&form, &draft) {
        Ok(entries) if !draft.is_blank() => entries,
        Ok(_) => vec![],
        Err(findings) => {
            remarks.extend(findings.iter().map(|finding| words::finding(&form, finding, language)));
            vec![]
        }
    };
    Said::FillIn { lines: form::preview(&form, &entries, language), remarks, person: draft.person, entries }
}

fn table(as_of: AsOf, form: &Sheet, sheet: &BookSheet, upload: &Upload, memory: &Memory) -> Table {
    let language = as_of.language;
    let items = form.items_of_figures();
    let mut answers = upload.chosen.answers.clone();
    let read = |answers: &Answers| rows::read(&sheet.grid, &items, &form.scope, answers, Nameless::Left);
    let mut reading = read(&answers);
    for _ in 0..MOST_ROUNDS {
        let mut knows_more = memory.answer(&sheet.grid, &reading.questions, &mut answers);
        for line in reading.lines.iter().filter(|line| is_unknown(line) && !reading.is_turned) {
            if let Some(id) = memory.item(&sheet.grid, line.row)
                && !answers.items.contains_key(&line.row)
                && items.iter().any(|item| item.id == id)
            {
                answers.items.insert(line.row, Some(id.to_owned()));
                knows_more = true;
            }
        }
        if !knows_more {
            break;
        }
        reading = read(&answers);
    }
    let named = |id: &str| form.figure(id).map_or_else(|| Text::plain(id), |asked| asked.name.clone());
    let digest = upload.book.as_ref().map(|book| book.digest.as_str()).unwrap_or_default();
    let mut draft = Draft::default();
    let (mut taken, mut sources) = (vec![], vec![]);
    let (mut left, mut unknown, mut assigned) = (vec![], vec![], vec![]);
    let is_asked = |row: usize| {
        let of_row = |question: &rows::Question| matches!(question, rows::Question::Item { row: one, .. } if *one == row);
        reading.questions.iter().any(of_row)
    };
    let mut checks: Vec<Check> =
        rows::totals(&sheet.grid, &form.scope).into_iter().map(Check::Total).collect();
    for line in &reading.lines {
        let row_of = |why: String| Cell {
            place: words::row(language, line.row, reading.is_turned),
            seen: line.words.clone(),
            name: Text::typed(&line.words, language),
            says: why,
        };
        if !reading.is_turned && answers.items.contains_key(&line.row) && !is_asked(line.row) {
            assigned.push((line.row, row_of(String::new())));
        }
        match &line.fate {
            Fate::Taken(one) => {
                let at = place(line.row, one, reading.is_turned);
                let place = cell_name(at.0, at.1);
                if sheet.hides(at.0, at.1) {
                    let (place, seen) = (place.clone(), one.cell.clone());
                    checks.push(Check::Hidden { place, seen, name: named(&one.item) });
                }
                fill(&mut draft, one, words::source_at(&upload.name, sheet, &place, digest));
                let says = words::told(language, form, one);
                taken.push(Cell { place, seen: one.cell.clone(), name: named(&one.item), says });
                sources.push(words::from(language, line, one));
            }
            Fate::Asked(_) => {}
            Fate::Left(why) => {
                let cell = row_of(rows::words::why(language, why));
                match why {
                    rows::Why::UnknownName
                        if !reading.is_turned && !answers.items.contains_key(&line.row) =>
                    {
                        unknown.push((line.row, cell));
                    }
                    _ => left.push(cell),
                }
            }
        }
    }
    checks.extend(hidden(sheet));
    left.extend(sheet.unvalued.iter().map(|(row, column)| words::unvalued(language, *row, *column)));
    let entries = entries(form, &mut draft).unwrap_or_else(|findings| {
        left.extend(findings.iter().map(|finding| words::finding(form, finding, language)));
        vec![]
    });
    // A table says nothing of measures and milestones, and what it does not say is not reported.
    let mut entries: Vec<Entry> =
        entries.into_iter().filter(|entry| matches!(entry.said, ledger::Said::Actual { .. })).collect();
    let said = entries.iter().map(|entry| &entry.said);
    let whole = Completeness::in_statements(as_of.plan, as_of.ledger, &form.organisation, form.month, said);
    if whole.is_whole() && !entries.is_empty() {
        entries.push(Entry { replaces: None, said: ledger::Said::Submission });
    }
    let items = form.figures.iter().map(|asked| (asked.id.clone(), asked.name.clone())).collect();
    Table { reading, answers, taken, sources, left, checks, unknown, assigned, items, entries }
}

/// What the draft says. A figure that stands in the place of another one of the same month says where it comes from: the form
/// asks a reason of whoever corrects.
fn entries(form: &Sheet, draft: &mut Draft) -> Result<Vec<Entry>, Vec<form::Finding>> {
    let findings = match form::entries(form, draft) {
        Ok(entries) => return Ok(entries),
        Err(findings) => findings,
    };
    for finding in &findings {
        if let (form::Spot::Note(id), form::What::Fault(form::Fault::CorrectionWithoutNote { .. })) =
            (&finding.spot, &finding.what)
        {
            let figure = draft.figure_mut(id);
            figure.note.clone_from(&figure.evidence);
        }
    }
    form::entries(form, draft)
}

fn is_unknown(line: &rows::Line) -> bool {
    matches!(line.fate, Fate::Left(rows::Why::UnknownName))
}

/// Row and column of a figure, counted from 0; a turned table has its rows in columns.
fn place(row: usize, taken: &Taken, is_turned: bool) -> (usize, usize) {
    let (row, column) = if is_turned { (taken.column, row) } else { (row, taken.column) };
    (row.saturating_sub(1), column.saturating_sub(1))
}

/// The rows and columns that are not shown and have words; of a sheet without such, nothing.
fn hidden(sheet: &BookSheet) -> Option<Check> {
    let has_words = |row: usize| sheet.grid.rows.get(row).into_iter().flatten().any(|cell| !cell.is_empty());
    let rows: Vec<usize> = sheet.hidden_rows.iter().copied().filter(|row| has_words(*row)).collect();
    let is_filled =
        |column: usize| (0..sheet.grid.rows.len()).any(|row| !sheet.grid.cell(row, column).is_empty());
    let columns: Vec<usize> =
        sheet.hidden_columns.iter().copied().filter(|column| is_filled(*column)).collect();
    (!rows.is_empty() || !columns.is_empty()).then_some(Check::Parts { rows, columns })
}

fn fill(draft: &mut Draft, taken: &Taken, source: String) {
    let figure = draft.figure_mut(&taken.item);
    (figure.choice, figure.text) = match taken.told {
        Told::Value(value) => (form::Choice::Value, value.to_string()),
        Told::NoChange => (form::Choice::NoChange, String::new()),
        Told::NothingToReport => (form::Choice::NothingToReport, String::new()),
        Told::NotYetPublished => (form::Choice::NotYetPublished, String::new()),
    };
    figure.evidence = source;
}

impl Looked {
    /// What a receipt of it would say.
    pub fn entries(&self) -> &[Entry] {
        match &self.said {
            Said::FillIn { entries, .. } => entries,
            Said::Table(table) => &table.entries,
            Said::NoBook(_) | Said::Empty | Said::WhoseUnknown | Said::NoForm(_) | Said::Refused(_) => &[],
        }
    }

    /// How many questions wait for an answer.
    pub fn asked(&self) -> usize {
        match &self.said {
            Said::Table(table) => {
                table.reading.lines.iter().filter(|line| matches!(line.fate, Fate::Asked(_))).count()
            }
            _ => 0,
        }
    }

    /// Whether something can still be chosen that makes it report something: what is no table, and what says nothing, is done.
    pub fn waits(&self) -> bool {
        match &self.said {
            Said::WhoseUnknown | Said::NoForm(_) => true,
            Said::Table(table) => self.asked() > 0 || table.entries.is_empty() && !table.unknown.is_empty(),
            Said::NoBook(_) | Said::Empty | Said::Refused(_) | Said::FillIn { .. } => false,
        }
    }

    /// The receipt that it comes to; `None` where it reports nothing. Its name is fresh: whoever reads the same file again
    /// is told by the review that all of it is here.
    pub fn batch(&self, id: BatchId, written: Moment) -> Option<Batch> {
        let organisation = self.organisation.as_deref()?;
        let person = match &self.said {
            Said::FillIn { person, .. } => person.clone(),
            _ => String::new(),
        };
        (!self.entries().is_empty()).then(|| Batch {
            id,
            written,
            organisation: organisation.into(),
            person,
            month: self.month,
            entries: self.entries().to_vec(),
        })
    }

    /// What goes nowhere, with its reason.
    pub fn left(&self) -> Vec<&Cell> {
        match &self.said {
            Said::FillIn { remarks, .. } => remarks.iter().collect(),
            Said::Table(table) => {
                table.left.iter().chain(table.unknown.iter().map(|(_, cell)| cell)).collect()
            }
            _ => vec![],
        }
    }
}

/// The rows of all files that went nowhere, as a table to send back: file, place, what stands there, why.
pub fn refused(files: &[(&str, &Looked)], language: Language) -> text::Table {
    let column = |words: &str| Column { name: Text::plain(words), is_numeric: false };
    let row = |name: &str, cell: &Cell| {
        let words = [name, &cell.place, &cell.seen, &cell.says];
        words.map(text::Cell::plain).into_iter().collect::<Vec<_>>()
    };
    text::Table {
        caption: Text::plain(words::of(language).refused),
        columns: words::of(language).refused_heads.map(column).into_iter().collect(),
        rows: files
            .iter()
            .flat_map(|(name, looked)| looked.left().into_iter().map(|cell| row(name, cell)))
            .collect(),
    }
}

/// The plan's organisations that may have sent a table, by identifier and name.
pub fn senders(plan: &PlanIndex, language: Language) -> Vec<(String, Text)> {
    let named = |id: &&str| Some(((*id).to_owned(), plan.say(&plan.organisation(id)?.name, language)));
    duty::reporters(plan).iter().filter_map(named).collect()
}
