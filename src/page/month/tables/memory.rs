//! Which words of a table were assigned to what, kept on this device: the same table asks less next month. Columns are known
//! by their heads and rows by their names, never by their places.

use crate::rows::{Answers, Grid, Question, figure};
use std::collections::BTreeMap;

/// The name of the note under which it is kept.
pub const KEPT: &str = "tables";
/// Most assignments that are kept; the latest stay.
const MOST_KEPT: usize = 300;

/// What was assigned, in the order in which it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory(Vec<(Asked, String)>);

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    /// Which item a name is; the answer is its identifier.
    Item(String),
    /// Which of these heads is taken; the answer is one of them.
    Heads(Vec<String>),
}

impl Memory {
    /// As it is kept: a line each, its pieces between tabs.
    pub fn read(text: &str) -> Self {
        let line = |line: &str| {
            let mut pieces = line.split('\t').map(str::to_owned);
            let (kind, answer) = (pieces.next()?, pieces.next()?);
            let asked = match kind.as_str() {
                "item" => Asked::Item(pieces.next()?),
                "heads" => Asked::Heads(pieces.collect()),
                _ => return None,
            };
            Some((asked, answer))
        };
        Self(text.lines().take(MOST_KEPT).filter_map(line).collect())
    }

    /// What is kept.
    pub fn written(&self) -> String {
        let line = |(asked, answer): &(Asked, String)| {
            let (kind, pieces) = match asked {
                Asked::Item(name) => ("item", std::slice::from_ref(name)),
                Asked::Heads(heads) => ("heads", heads.as_slice()),
            };
            let all = [kind, answer].into_iter().chain(pieces.iter().map(String::as_str));
            all.map(|piece| piece.replace(['\t', '\n', '\r'], " ")).collect::<Vec<_>>().join("\t")
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Answers what was answered before in the same words, unless it is answered already; whether anything was.
    pub fn answer(&self, grid: &Grid, questions: &[Question], answers: &mut Answers) -> bool {
        let before = answers.clone();
        for question in questions {
            match question {
                Question::Item { row, options, .. } if !answers.items.contains_key(row) => {
                    let known = self.find(&Asked::Item(name(grid, *row)));
                    let at = options.iter().position(|id| Some(id) == known);
                    if at.is_some() {
                        answers.answer(question, at);
                    }
                }
                Question::Column { options, .. } if !answers.columns.contains_key(&places(options)) => {
                    let known = self.find(&Asked::Heads(heads(options)));
                    let at = options.iter().position(|(_, head)| Some(head) == known);
                    if at.is_some() {
                        answers.answer(question, at);
                    }
                }
                Question::Item { .. }
                | Question::Column { .. }
                | Question::Row { .. }
                | Question::Share { .. } => {}
            }
        }
        *answers != before
    }

    /// The item that a row was assigned to before, of which no item has the name.
    pub fn item(&self, grid: &Grid, row: usize) -> Option<&str> {
        self.find(&Asked::Item(name(grid, row))).map(String::as_str)
    }

    /// The item that a name was assigned to before.
    pub fn named(&self, name: &str) -> Option<&str> {
        self.find(&Asked::Item(name.to_owned())).map(String::as_str)
    }

    /// Notes which item a name is.
    pub fn assign(&mut self, name: &str, item: &str) {
        self.note(Asked::Item(name.to_owned()), item.to_owned());
    }

    /// Notes what was answered. Heads that are alike say nothing and are not kept.
    pub fn learn(&mut self, grid: &Grid, questions: &[Question], answers: &Answers) {
        let items: BTreeMap<usize, &String> =
            answers.items.iter().filter_map(|(row, id)| Some((*row, id.as_ref()?))).collect();
        for (row, id) in items {
            self.note(Asked::Item(name(grid, row)), id.clone());
        }
        for question in questions {
            let Question::Column { options, .. } = question else { continue };
            let Some(Some(column)) = answers.columns.get(&places(options)) else { continue };
            let Some((_, head)) = options.iter().find(|(at, _)| at == column) else { continue };
            if options.iter().filter(|(_, other)| other == head).count() == 1 {
                self.note(Asked::Heads(heads(options)), head.clone());
            }
        }
    }

    fn find(&self, asked: &Asked) -> Option<&String> {
        self.0.iter().rev().find(|(one, _)| one == asked).map(|(_, answer)| answer)
    }

    fn note(&mut self, asked: Asked, answer: String) {
        if matches!(&asked, Asked::Item(name) if name.is_empty()) {
            return;
        }
        self.0.retain(|(one, _)| *one != asked);
        self.0.push((asked, answer));
        let over = self.0.len().saturating_sub(MOST_KEPT);
        self.0.drain(..over);
    }
}

fn places(options: &[(usize, String)]) -> Vec<usize> {
    options.iter().map(|(at, _)| *at).collect()
}

fn heads(options: &[(usize, String)]) -> Vec<String> {
    options.iter().map(|(_, head)| head.clone()).collect()
}

/// The first words of a row, counted from 1, that are no figure.
pub(super) fn name(grid: &Grid, row: usize) -> String {
    let row = row.checked_sub(1).and_then(|row| grid.rows.get(row)).map(Vec::as_slice).unwrap_or_default();
    let is_name = |cell: &&String| cell.chars().any(char::is_alphabetic) && figure::split(cell, &[]).is_err();
    row.iter().find(is_name).cloned().unwrap_or_default()
}
