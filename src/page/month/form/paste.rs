//! What a table would fill, pasted or from a file: the rows of [`crate::rows`] against the figures of the form. A fill-in
//! workbook brings more than figures, and knows itself which row is which.

use super::draft::{Choice, Draft, Problem};
use super::sheet::Sheet;
use super::undo::Undo;
use crate::page::month::workbook::{self, Filled, Refusal};
use crate::rows::{self, Answers, Book, Fate, Line, Nameless, Reading, Taken, Told, Why, cell_name};

/// What was pasted: its text, and the markup beside it, which has the merged cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    pub text: String,
    pub markup: Option<String>,
    /// The field in which it was pasted.
    pub from: Option<String>,
    /// The file that stands in the place of the text.
    pub file: Option<File>,
}

/// A file of tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it is called. Untrusted.
    pub name: String,
    pub book: Book,
    /// The place of the sheet that is read.
    pub sheet: usize,
}

/// What a block would fill.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    pub reading: Reading,
    /// What a fill-in workbook says; the reading is empty then.
    pub filled: Option<Box<Filled>>,
    /// Why such a workbook is not taken.
    pub refusal: Option<Refusal>,
    /// The file, before the cell of a figure, and behind it: together its evidence.
    source: Option<(String, String)>,
}

/// What a block would fill; without names, from the given indicator's field on, else from the first. `plan` is the digest by
/// which a fill-in workbook knows its plan.
pub fn paste(sheet: &Sheet, block: &Block, answers: &Answers, plan: u32) -> Pasted {
    let items = sheet.items_of_figures();
    if let Some(file) = &block.file {
        if workbook::recognise(&file.book).is_some() {
            return match workbook::read(&file.book, sheet, plan) {
                Ok(filled) => Pasted { filled: Some(Box::new(filled)), ..Pasted::default() },
                Err(refusal) => Pasted { refusal: Some(refusal), ..Pasted::default() },
            };
        }
        let Some(table) = file.book.sheets.get(file.sheet) else { return Pasted::default() };
        let reading =
            rows::read(&table.grid, &items, &sheet.scope, answers, Nameless::Down(block.from.as_deref()));
        let before = [file.name.as_str(), " ", &table.name, if table.name.is_empty() { "" } else { "!" }];
        let source = (before.concat(), [" #", &file.book.digest].concat());
        return Pasted { reading, source: Some(source), ..Pasted::default() };
    }
    let reading = match rows::pasted(&block.text, block.markup.as_deref()) {
        Ok(grid) => rows::read(&grid, &items, &sheet.scope, answers, Nameless::Down(block.from.as_deref())),
        Err(rows::TooLong) => {
            let too_long = Line { row: 1, words: String::new(), fate: Fate::Left(Why::TooLong) };
            Reading { lines: vec![too_long], ..Reading::default() }
        }
    };
    Pasted { reading, ..Pasted::default() }
}

/// Whether a pasted text is a block and not a figure for the field that has the focus.
pub fn is_block(text: &str) -> bool {
    text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r'])
}

impl File {
    /// A file, with the first of its sheets that has something and is shown.
    pub fn new(name: String, book: Book) -> Self {
        Self { name, sheet: book.first(), book }
    }
}

impl Pasted {
    /// Every figure that goes to an item, in the order of the table.
    pub fn taken(&self) -> impl Iterator<Item = &Taken> {
        self.reading.lines.iter().filter_map(|line| match &line.fate {
            Fate::Taken(taken) => Some(taken),
            Fate::Asked(_) | Fate::Left(_) => None,
        })
    }

    pub fn rows(&self) -> usize {
        let filled = self.filled.as_ref().map_or(0, |filled| filled.draft.filled() + filled.remarks.len());
        self.reading.lines.len() + filled
    }

    /// How many items it would fill.
    pub fn fills(&self) -> usize {
        self.taken().count() + self.filled.as_ref().map_or(0, |filled| filled.draft.filled())
    }

    /// How many rows wait for a choice.
    pub fn asked(&self) -> usize {
        self.reading.lines.iter().filter(|line| matches!(line.fate, Fate::Asked(_))).count()
    }

    /// How many rows go nowhere.
    pub fn left(&self) -> usize {
        let left = self.reading.lines.iter().filter(|line| matches!(line.fate, Fate::Left(_))).count();
        left + self.filled.as_ref().map_or(0, |filled| filled.remarks.len())
    }

    /// The cell of a figure, as a spreadsheet names it; a turned table has its rows in columns.
    pub fn place(&self, row: usize, taken: &Taken) -> String {
        let (row, column) = if self.reading.is_turned { (taken.column, row) } else { (row, taken.column) };
        cell_name(row.saturating_sub(1), column.saturating_sub(1))
    }

    /// Puts all that was placed into the draft; gives back what the draft had there, to undo it.
    pub fn fill(&self, draft: &mut Draft) -> Undo {
        let before = draft.clone();
        if let Some(filled) = &self.filled {
            let said = filled.draft.clone();
            let person = if said.person.is_empty() { draft.person.clone() } else { said.person.clone() };
            // Problems of a file are numbered from its own first; one that is typed already comes back with the file.
            let problems = draft.problems.clone();
            let is_new = |one: &Problem| problems.iter().all(|other| other.text.trim() != one.text.trim());
            let new: Vec<Problem> = said.problems.iter().filter(|one| is_new(one)).cloned().collect();
            *draft = draft.clone().with(Draft { person, problems: vec![], ..said });
            for one in new {
                let number = draft.add_problem();
                if let Some(problem) = draft.problem_mut(number) {
                    *problem = Problem { number, ..one };
                }
            }
        }
        for line in &self.reading.lines {
            let Fate::Taken(taken) = &line.fate else { continue };
            let field = draft.figure_mut(&taken.item);
            (field.choice, field.text) = match taken.told {
                Told::Value(value) => (Choice::Value, value.to_string()),
                Told::NoChange => (Choice::NoChange, String::new()),
                Told::NothingToReport => (Choice::NothingToReport, String::new()),
                Told::NotYetPublished => (Choice::NotYetPublished, String::new()),
            };
            if let Some((before, behind)) = self.source.as_ref().filter(|_| field.evidence.trim().is_empty())
            {
                field.evidence = [before, self.place(line.row, taken).as_str(), behind].concat();
            }
        }
        Undo::between(&before, draft)
    }
}

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;
