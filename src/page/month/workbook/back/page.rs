//! A sheet of a workbook with the heads of the form: which row is what, and where its cells are.

use super::super::{Column, Kind, words};
use crate::page::month::form::words as form_words;
use crate::rows::{BookSheet, Grid, figure};
use crate::text::Language;

/// A sheet with heads of the form.
pub(super) struct Page<'a> {
    pub sheet: &'a BookSheet,
    heads: Vec<Heads>,
}

/// The heads over rows of a kind.
struct Heads {
    row: usize,
    kind: Kind,
    /// Where each column is, in the order of [`Column::ALL`].
    columns: [Option<usize>; Column::ALL.len()],
}

/// A row that may say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Below heads of this kind.
    Below(Kind),
    /// Who fills in.
    Person,
    /// Heads, what stands above the first and below the last.
    Other,
}

impl<'a> Page<'a> {
    /// `None` where no row has the heads of the form.
    pub(super) fn of(sheet: &'a BookSheet) -> Option<Self> {
        let rows = 0..sheet.grid.rows.len();
        let heads: Vec<Heads> = rows.filter_map(|row| Heads::of(&sheet.grid, row)).collect();
        (!heads.is_empty()).then_some(Self { sheet, heads })
    }

    /// Every row with what it is, from top to bottom.
    pub(super) fn lines(&self) -> Vec<(usize, Line)> {
        let mut below = None;
        let line = |row: usize| {
            if let Some(heads) = self.heads.iter().find(|heads| heads.row == row) {
                below = Some(heads.kind);
                return (row, Line::Other);
            }
            if self.label(row).is_some() {
                // What somebody writes below the form is no row of it.
                below = None;
                return (row, Line::Person);
            }
            (row, below.map_or(Line::Other, Line::Below))
        };
        (0..self.sheet.grid.rows.len()).map(line).collect()
    }

    /// Where the cell is that names the field for the person.
    fn label(&self, row: usize) -> Option<usize> {
        let is_label =
            |cell: &str| Language::ALL.into_iter().any(|language| cell == form_words::of(language).person);
        let cells = self.sheet.grid.rows.get(row)?;
        cells.iter().position(|cell| is_label(cell.trim_end_matches([':', '：'])))
    }

    /// The person of such a row, right of the label.
    pub(super) fn person(&self, row: usize) -> Option<usize> {
        let label = self.label(row)?;
        let cells = self.sheet.grid.rows.get(row)?;
        (label + 1..cells.len()).find(|column| !self.sheet.grid.cell(row, *column).is_empty())
    }

    /// Where a column is for rows of a kind: by the nearest heads above, for rows may have been moved, else by any.
    pub(super) fn column(&self, kind: Kind, column: Column, row: usize) -> Option<usize> {
        let of_kind = || self.heads.iter().filter(|heads| heads.kind == kind);
        let heads = of_kind().rfind(|heads| heads.row < row).or_else(|| of_kind().next())?;
        heads.columns.get(column as usize).copied().flatten()
    }

    /// The mark of a row; empty where it has none.
    pub(super) fn mark(&self, row: usize) -> &str {
        let column =
            self.heads.iter().find_map(|heads| heads.columns.get(Column::Row as usize).copied().flatten());
        column.map_or("", |column| self.sheet.grid.cell(row, column))
    }

    /// The rows below heads of figures alone, at their places, for the ordinary reader.
    pub(super) fn figures(&self) -> Grid {
        let mut rows = vec![vec![]; self.sheet.grid.rows.len()];
        let heads = self.heads.iter().filter(|heads| heads.kind == Kind::Figure).map(|heads| heads.row);
        let lines = self.lines().into_iter().filter(|(_, line)| *line == Line::Below(Kind::Figure));
        for row in heads.chain(lines.map(|(row, _)| row)) {
            if let (Some(to), Some(from)) = (rows.get_mut(row), self.sheet.grid.rows.get(row)) {
                to.clone_from(from);
            }
        }
        Grid { rows, ..Grid::default() }
    }
}

impl Heads {
    fn of(grid: &Grid, row: usize) -> Option<Self> {
        let cells: Vec<String> = grid.rows.get(row)?.iter().map(|cell| bare(cell)).collect();
        Kind::ALL.into_iter().find_map(|kind| {
            let columns = Column::ALL.map(|column| {
                Language::ALL.into_iter().find_map(|language| {
                    let head = bare(words::head(language, kind, column));
                    cells.iter().position(|cell| !head.is_empty() && *cell == head)
                })
            });
            let has = |column: Column| columns.get(column as usize).copied().flatten().is_some();
            let told = if kind == Kind::Problem { Column::Last } else { Column::Now };
            (has(Column::Name) && has(told)).then_some(Self { row, kind, columns })
        })
    }
}

/// Words without what people leave out or add: space, and the width of letters.
pub(super) fn bare(words: &str) -> String {
    words.chars().filter(|letter| !figure::is_space(*letter)).map(figure::narrow).collect()
}
