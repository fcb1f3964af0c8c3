//! What a pasted table would fill: the rows of [`crate::rows`] against the figures of the form.

use super::draft::{Choice, Draft};
use super::sheet::Sheet;
use super::undo::Undo;
use crate::rows::{self, Answers, Fate, Line, Reading, Taken, Told, Why};

/// What was pasted: its text, and the markup beside it, which has the merged cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    pub text: String,
    pub markup: Option<String>,
    /// The field in which it was pasted.
    pub from: Option<String>,
}

/// What a block would fill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    pub reading: Reading,
}

/// What a block would fill; without names, from the given indicator's field on, else from the first.
pub fn paste(sheet: &Sheet, block: &Block, answers: &Answers) -> Pasted {
    let items = sheet.items_of_figures();
    let reading = match rows::pasted(&block.text, block.markup.as_deref()) {
        Ok(grid) => rows::read(&grid, &items, &sheet.scope, answers, block.from.as_deref()),
        Err(rows::TooLong) => {
            let too_long = Line { row: 1, words: String::new(), fate: Fate::Left(Why::TooLong) };
            Reading { lines: vec![too_long], ..Reading::default() }
        }
    };
    Pasted { reading }
}

/// Whether a pasted text is a block and not a figure for the field that has the focus.
pub fn is_block(text: &str) -> bool {
    text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r'])
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
        self.reading.lines.len()
    }

    /// How many rows wait for a choice.
    pub fn asked(&self) -> usize {
        self.reading.lines.iter().filter(|line| matches!(line.fate, Fate::Asked(_))).count()
    }

    /// How many rows go nowhere.
    pub fn left(&self) -> usize {
        self.reading.lines.iter().filter(|line| matches!(line.fate, Fate::Left(_))).count()
    }

    /// Puts all that was placed into the draft; gives back what the draft had there, to undo it.
    pub fn fill(&self, draft: &mut Draft) -> Undo {
        let before = draft.clone();
        for taken in self.taken() {
            let field = draft.figure_mut(&taken.item);
            (field.choice, field.text) = match taken.told {
                Told::Value(value) => (Choice::Value, value.to_string()),
                Told::NoChange => (Choice::NoChange, String::new()),
                Told::NothingToReport => (Choice::NothingToReport, String::new()),
                Told::NotYetPublished => (Choice::NotYetPublished, String::new()),
            };
        }
        Undo::between(&before, draft)
    }
}

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;
