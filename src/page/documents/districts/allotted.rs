//! The table of what districts are allotted: typed cell by cell, or pasted from a spreadsheet.

use super::names;
use crate::ledger::{Entry, Ledger, Said};
use crate::plan::{PlanIndex, Quantity, Year};
use crate::rows::{Grid, figure};
use crate::text::one_line;

/// Most letters of a reason or the number of a paper.
pub const MOST_LETTERS: usize = 500;

/// What is typed: a row for each indicator, a cell for each district.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// As typed; in the order of [`names::indicators`] and of the plan's districts.
    pub cells: Vec<Vec<String>>,
    /// The paper that allots it.
    pub document: String,
    /// Why it is changed.
    pub reason: String,
    /// The last block that was pasted had something that found no place, and nobody has said that it is not wanted.
    pub has_left_out: bool,
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No figure that can be recorded.
    NotAFigure {
        /// Row, counted from 0.
        row: usize,
        /// Column, counted from 0.
        column: usize,
        /// What stands there.
        seen: String,
    },
    /// A share below 0.
    Negative {
        /// Row, counted from 0.
        row: usize,
        /// Column, counted from 0.
        column: usize,
    },
    /// Something that was pasted found no place in the table.
    LeftOut,
    /// What was allotted is taken away without a reason.
    NoReason,
    /// More letters than a record takes.
    TooLong(usize),
}

/// What came of a paste.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// How many cells were filled.
    pub filled: usize,
    /// Names that the plan does not have, each with its row in the block, counted from 0.
    pub unknown: Vec<(usize, String)>,
    /// What found no place: cells beyond the table, or rows beyond what is read.
    pub is_cut: bool,
}

impl Sheet {
    /// The table as it is on record.
    pub fn of(plan: &PlanIndex, ledger: &Ledger, year: Year) -> Self {
        let row = |indicator: &str| {
            let allotted = ledger.allotments(indicator, year);
            let cell = |district: &String| {
                let value = allotted.iter().find(|(id, _)| ****id == **district);
                value.map(|(_, (value, _))| value.to_string()).unwrap_or_default()
            };
            plan.districts.iter().map(cell).collect()
        };
        Self { cells: names::indicators(plan).iter().map(|one| row(&one.id)).collect(), ..Self::default() }
    }

    /// A cell to be written; none outside the table.
    pub fn cell(&mut self, row: usize, column: usize) -> Option<&mut String> {
        self.cells.get_mut(row)?.get_mut(column)
    }

    /// Puts a block into the table: by the names in its first row and column where both have some, whichever way round,
    /// else from the cell in which it was pasted.
    pub fn paste(&mut self, plan: &PlanIndex, at: (usize, usize), grid: &Grid) -> Pasted {
        let pasted = self.put(plan, at, grid);
        self.has_left_out = pasted.is_cut || !pasted.unknown.is_empty();
        pasted
    }

    fn put(&mut self, plan: &PlanIndex, at: (usize, usize), grid: &Grid) -> Pasted {
        let block = grid.spread();
        let block = if is_named(plan, &block) { block } else { turned(&block) };
        let mut pasted = Pasted { is_cut: grid.is_cut, ..Pasted::default() };
        if !is_named(plan, &block) {
            for (row, cells) in grid.spread().iter().enumerate() {
                for (column, words) in cells.iter().enumerate() {
                    self.fill(at.0 + row, at.1 + column, words, &mut pasted);
                }
            }
            return pasted;
        }
        let heads = block.first().map(Vec::as_slice).unwrap_or_default();
        let columns: Vec<Option<usize>> = heads.iter().map(|head| column(plan, head)).collect();
        for head in heads.iter().skip(1).filter(|head| !head.is_empty() && !is_sum(head)) {
            if column(plan, head).is_none() {
                pasted.unknown.push((0, head.clone()));
            }
        }
        for (at, row) in block.iter().enumerate().skip(1) {
            let Some(name) = row.first().filter(|name| !name.is_empty()) else { continue };
            let Some(line) = names::find_indicator(plan, name) else {
                pasted.unknown.extend((!is_sum(name)).then(|| (at, name.clone())));
                continue;
            };
            for (words, column) in row.iter().zip(&columns) {
                if let Some(column) = column {
                    self.fill(line, *column, words, &mut pasted);
                }
            }
        }
        pasted
    }

    fn fill(&mut self, row: usize, column: usize, words: &str, pasted: &mut Pasted) {
        match self.cell(row, column) {
            Some(cell) => {
                words.clone_into(cell);
                pasted.filled += 1;
            }
            None => pasted.is_cut |= !words.is_empty(),
        }
    }

    /// The entries of what differs from the record; empty where nothing does.
    ///
    /// # Errors
    /// Every fault, by rows; then nothing is to be written.
    pub fn written(&self, plan: &PlanIndex, ledger: &Ledger, year: Year) -> Result<Vec<Entry>, Vec<Fault>> {
        let [document, reason] = [&self.document, &self.reason].map(|text| one_line(text));
        let mut faults: Vec<Fault> = [&document, &reason]
            .map(|text| text.chars().count())
            .into_iter()
            .filter(|letters| *letters > MOST_LETTERS)
            .map(Fault::TooLong)
            .collect();
        faults.extend(self.has_left_out.then_some(Fault::LeftOut));
        let mut entries = Vec::new();
        let rows = names::indicators(plan).into_iter().zip(&self.cells).enumerate();
        for (row, (indicator, cells)) in rows {
            let units: Vec<String> = indicator.unit.wordings().map(str::to_owned).collect();
            let allotted = ledger.allotments(&indicator.id, year);
            for (column, (district, text)) in plan.districts.iter().zip(cells).enumerate() {
                let old = allotted.iter().find(|(id, _)| ****id == **district).map(|(_, old)| old);
                let value: Option<Quantity> = match figure::read(text, &units) {
                    Ok(Some(value)) if value < Quantity::ZERO => {
                        faults.push(Fault::Negative { row, column });
                        continue;
                    }
                    Ok(value) => value,
                    Err(_) => {
                        faults.push(Fault::NotAFigure { row, column, seen: text.clone() });
                        continue;
                    }
                };
                match (value, old) {
                    (Some(value), Some((old, _))) if value == *old => {}
                    (Some(value), _) => entries.push(Entry {
                        replaces: None,
                        said: Said::Allotment {
                            indicator: indicator.id.as_str().into(),
                            district: district.as_str().into(),
                            year,
                            value,
                            reason: reason.clone(),
                            document: document.clone(),
                        },
                    }),
                    (None, None) => {}
                    (None, Some((_, found))) => {
                        if reason.is_empty() && !faults.contains(&Fault::NoReason) {
                            faults.push(Fault::NoReason);
                        }
                        let said = Said::Withdrawal { reason: reason.clone() };
                        entries.push(Entry { replaces: Some(found.id), said });
                    }
                }
            }
        }
        if faults.is_empty() { Ok(entries) } else { Err(faults) }
    }
}

/// Whether districts head the columns and indicators the rows.
fn is_named(plan: &PlanIndex, block: &[Vec<String>]) -> bool {
    let heads = block.first().is_some_and(|row| row.iter().any(|cell| column(plan, cell).is_some()));
    let names = block.iter().filter_map(|row| row.first());
    heads && names.skip(1).any(|name| names::find_indicator(plan, name).is_some())
}

fn column(plan: &PlanIndex, name: &str) -> Option<usize> {
    let id = names::find_district(plan, name)?;
    plan.districts.iter().position(|one| **one == *id)
}

/// Heads that such tables have beside the names.
fn is_sum(name: &str) -> bool {
    let sums = ["合计", "总计", "小计", "全市", "未分解", "单位", "计量单位", "sum", "total", "unit", "city"];
    sums.iter().any(|sum| name.trim().eq_ignore_ascii_case(sum))
}

/// Rows as columns.
fn turned(block: &[Vec<String>]) -> Vec<Vec<String>> {
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    let column = |at: usize| block.iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect();
    (0..width).map(column).collect()
}
