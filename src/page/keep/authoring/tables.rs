//! A plan from a workbook: what is wrong with it, or the plan, and what is otherwise than in the plan that is shown.

use super::outcome::Ready;
use super::words;
use crate::authoring::workbook::{self, Difference, What};
use crate::ledger::Ledger;
use crate::plan::read::from_json;
use crate::plan::{Plan, PlanIndex};
use crate::rows::{Book, NoBook};
use crate::text::{Cell, Column, Language, Piece, Table, Text};
use std::collections::BTreeMap;

/// Most differences that are listed; of more their number is told.
const MOST_LISTED: usize = 300;

/// What comes of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// It is no workbook that is read.
    NoBook(NoBook),
    /// What is wrong, by sheet and cell.
    Faulty {
        /// How many faults there are.
        count: usize,
        /// Each in a row.
        faults: Table,
        /// What was seen and not used.
        remarks: Vec<String>,
    },
    /// A plan.
    Ready {
        /// The plan with its file.
        ready: Box<Ready>,
        /// What was seen and not used.
        remarks: Vec<String>,
        /// What is otherwise than in the plan that is shown.
        edition: Edition,
    },
}

/// Another version of the plan that is shown, or another plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Edition {
    /// It has another identifier: records of the one are none of the other.
    Other,
    /// Nothing is otherwise.
    Same,
    /// Something is.
    Next {
        /// Each in a row.
        changes: Table,
        /// How many more there are.
        more: usize,
        /// What becomes of the records of this device.
        records: Vec<String>,
    },
}

/// What comes of a file, held against the plan that is shown and the records of this device.
pub fn found(book: &Result<Book, NoBook>, shown: &PlanIndex, ledger: &Ledger, language: Language) -> Found {
    let book = match book {
        Ok(book) => book,
        Err(fault) => return Found::NoBook(*fault),
    };
    let outcome = workbook::read(book, Some(shown), language);
    let remarks = outcome.remarks;
    let made = outcome.file.and_then(|file| from_json(&file).map(|plan| (plan, file)));
    let Some((plan, file)) = made else {
        let rows = outcome.faults.iter().map(|one| {
            let said = &one.said;
            let quotation = said.quotation.as_deref().map(|words| words::quoted(language, words));
            let found = [said.found.as_str(), quotation.as_deref().unwrap_or_default()].concat();
            let place = if one.place.is_empty() { words::whole_workbook(language) } else { &one.place };
            let cells = [place, &found, &said.allowed, &said.advice];
            cells.into_iter().map(|words| typed(words, language)).collect()
        });
        let faults = Table {
            caption: Text::plain(words::faults_caption(language)),
            columns: words::fault_columns(language).map(Column::text).into(),
            rows: rows.collect(),
        };
        return Found::Faulty { count: outcome.faults.len(), faults, remarks };
    };
    let edition = edition(shown, &plan, ledger, language);
    Found::Ready { ready: Box::new(Ready::of(&plan, file, language)), remarks, edition }
}

/// Words of the workbook or about it, in whichever language they are.
fn typed(words: &str, language: Language) -> Cell {
    Cell { pieces: vec![Piece::Plain(Text::typed(words, language))] }
}

fn edition(shown: &Plan, plan: &Plan, ledger: &Ledger, language: Language) -> Edition {
    if shown.id != plan.id {
        return Edition::Other;
    }
    let all = workbook::differences(shown, plan, language);
    if all.is_empty() {
        return Edition::Same;
    }
    let rows = all.iter().take(MOST_LISTED).map(|one| {
        let sheet = workbook::sheet_name(one.sheet, language).to_owned();
        let [what, old, new] = words::change(language, &one.what);
        [sheet, one.name.clone(), what, old, new].map(|words| typed(&words, language)).into()
    });
    let changes = Table {
        caption: Text::plain(words::changes_caption(language)),
        columns: words::change_columns(language).map(Column::text).into(),
        rows: rows.collect(),
    };
    Edition::Next {
        changes,
        more: all.len().saturating_sub(MOST_LISTED),
        records: records(&all, ledger, language),
    }
}

/// What becomes of what was recorded: it stays, it has nothing any more that it is about, or it means something else.
fn records(all: &[Difference], ledger: &Ledger, language: Language) -> Vec<String> {
    let mut of: BTreeMap<&str, usize> = BTreeMap::new();
    let entries = ledger.batches().flat_map(|batch| &batch.entries);
    let mut count = 0;
    for subject in entries.inspect(|_| count += 1).filter_map(|entry| entry.said.subject()) {
        *of.entry(subject).or_default() += 1;
    }
    let mut touched = 0;
    let mut told: Vec<(&str, String)> = vec![];
    for one in all {
        let Some((id, number)) = one.id.as_deref().and_then(|id| Some((id, *of.get(id)?))) else { continue };
        let sentence = match &one.what {
            What::Removed | What::Identifier { .. } => words::records_lost(language, &one.name, number),
            What::Field { is_meaning: true, field, .. } => {
                words::records_changed(language, &one.name, number, field)
            }
            What::Added | What::Field { .. } => continue,
        };
        if !told.iter().any(|(other, _)| *other == id) {
            touched += number;
        }
        told.push((id, sentence));
    }
    let rest = words::records_kept(language, count - touched, count);
    told.into_iter().map(|(_, sentence)| sentence).chain([rest]).collect()
}

#[cfg(test)]
mod tests;
