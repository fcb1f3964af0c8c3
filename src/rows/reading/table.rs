//! A table: which of its columns have the names, and what becomes of its rows, by name or by place.

use super::block::Block;
use super::cell::{is_figure, is_nothing, said, value};
use super::{Answers, Fate, Line, Nameless, Question, Reading, Taken, Why};
use crate::rows::head::{Head, Kind};
use crate::rows::name::{Fit, Known, Named};
use crate::rows::{Grid, Item, Scope};

/// Most letters of a row that are told.
const LONGEST_WORDS: usize = 60;

pub(super) struct Table<'a> {
    pub(super) rows: Vec<Vec<String>>,
    pub(super) items: &'a [Item],
    /// Their names, in the shapes in which those of the table are held against them.
    pub(super) known: Known,
    pub(super) scope: &'a Scope,
    pub(super) answers: &'a Answers,
    /// It comes from a file that does not tell a per cent from a number.
    pub(super) has_no_formats: bool,
    /// Columns with names of items, from the left.
    pub(super) names: Vec<usize>,
    pub(super) most_names: usize,
}

/// A row that names an item and has something to take or to ask.
pub(super) struct Found {
    pub(super) line: usize,
    pub(super) row: usize,
    pub(super) item: usize,
    pub(super) fit: Fit,
    pub(super) taken: Taken,
}

impl<'a> Table<'a> {
    pub(super) fn new(grid: &Grid, items: &'a [Item], scope: &'a Scope, answers: &'a Answers) -> Self {
        let rows = grid.spread();
        let known = Known::of(items);
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let is_name = |cell: &String| Named::of(cell).matches(&known).is_some_and(|(fit, _)| fit < Fit::Near);
        let counts: Vec<usize> = (0..width)
            .map(|column| rows.iter().filter_map(|row| row.get(column)).filter(|cell| is_name(cell)).count())
            .collect();
        let most_names = counts.iter().copied().max().unwrap_or_default();
        let first = counts.iter().position(|count| *count == most_names).filter(|_| most_names > 0);
        let mut table = Self {
            rows,
            items,
            known,
            scope,
            answers,
            has_no_formats: grid.has_no_formats,
            names: vec![],
            most_names,
        };
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

    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    pub(super) fn width(&self) -> usize {
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

    pub(super) fn has_words(&self) -> bool {
        (0..self.width()).any(|column| self.is_words(column))
    }

    pub(super) fn words(&self, row: usize) -> String {
        let filled = self.rows.get(row).into_iter().flatten().filter(|cell| !cell.is_empty());
        let words = filled.take(3).map(String::as_str).collect::<Vec<_>>().join(" ");
        words.chars().take(LONGEST_WORDS).collect()
    }

    pub(super) fn line(&self, row: usize, fate: Fate) -> Line {
        Line { row: row + 1, words: self.words(row), fate }
    }

    pub(super) fn by_name(&self) -> Reading {
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
            Block::new(self, *name, span).read(&mut reading, &mut found);
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

    pub(super) fn by_place(&self, nameless: Nameless) -> Reading {
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
                let is_asked =
                    |row: &usize| nameless != Nameless::Left || self.answers.items.contains_key(row);
                let rows: Vec<usize> = (1..=self.rows.len()).filter(is_asked).collect();
                if !rows.is_empty() {
                    reading.questions.push(Question::Column { options, rows });
                }
                match self.answers.columns.get(&key) {
                    Some(Some(column)) => column.checked_sub(1),
                    Some(None) => return reading,
                    None => None,
                }
            }
        };
        let item = |id: &str| self.items.iter().position(|item| item.id == id);
        let first = match nameless {
            Nameless::Down(from) => from.and_then(item).unwrap_or_default(),
            Nameless::Left => 0,
        };
        let mut items = self.items.iter().skip(first);
        for row in 0..self.rows.len() {
            // Which item it is, nothing on the sheet says.
            let assigned = self.answers.items.get(&(row + 1)).and_then(Option::as_ref);
            let assigned = assigned.and_then(|id| item(id)).and_then(|at| self.items.get(at));
            if nameless == Nameless::Left && assigned.is_none() {
                if columns.iter().any(|column| is_figure(self.cell(row, *column))) {
                    reading.lines.push(self.line(row, Fate::Left(Why::UnknownName)));
                }
                continue;
            }
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
            let item = if nameless == Nameless::Left { assigned } else { items.next() };
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
