//! Which cell of a table belongs to which item, row by row, with what is asked and what is left over. Here is what
//! comes of it; [`table`] finds the rows, [`block`] reads them, [`column`] chooses among columns, [`cell`] reads one cell.

mod block;
pub(super) mod cell;
mod column;
mod table;

pub(super) use cell::is_nothing;
pub use cell::said;

use super::{Grid, Item, Scope};
use crate::plan::Quantity;
use std::collections::BTreeMap;
use table::Table;

/// What a table says of the items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// In the order of the table.
    pub lines: Vec<Line>,
    /// What has to be chosen, answered or not.
    pub questions: Vec<Question>,
    /// The items stand in the columns of the table, and what is called a row is one of them.
    pub is_turned: bool,
}

/// A row with a name or figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub row: usize,
    /// Its first words.
    pub words: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its figure goes to an item.
    Taken(Taken),
    /// The question by place: nothing is taken before it is answered.
    Asked(usize),
    /// It goes nowhere, for this reason.
    Left(Why),
}

/// A figure that goes to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Identifier of the item.
    pub item: String,
    /// What the cell reports of it.
    pub told: Told,
    /// The cell as it stands there.
    pub cell: String,
    /// Counted from 1.
    pub column: usize,
    /// The head of the column; may be empty.
    pub head: String,
    /// The unit of the table, where the figure was converted from it.
    pub from_unit: Option<String>,
}

/// What a cell reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A figure, in the item's own unit.
    Value(Quantity),
    /// As in the period before (无变化).
    NoChange,
    /// Nothing happened that could be reported (零报告).
    NothingToReport,
    /// The figure exists but is not out yet (尚未公布).
    NotYetPublished,
}

/// Why a row goes nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// No item has the name.
    UnknownName,
    /// The name stands in another row too, which is taken.
    Twice,
    /// The cell has words, or a number that cannot be recorded.
    NotAFigure,
    /// The cell has nothing to say.
    Empty,
    /// The table has it in another unit, which measures something else.
    OtherUnit {
        /// The unit in the table.
        found: String,
        /// The first wording of the item's unit; empty where it has none.
        wanted: String,
    },
    /// It is the figure of another district, or of a district where the city's is asked.
    OtherDistrict,
    /// It is the figure of the whole, where a district's is asked.
    Whole,
    /// Its figures stand only in columns of targets, shares, changes or other periods.
    NoColumn,
    /// There are more rows than fields.
    NoField,
    /// It was chosen to take none.
    NotChosen,
    /// The table is longer than what is read.
    TooLong,
}

/// Something ambiguous.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Which item a row is.
    Item {
        /// The row, counted from 1.
        row: usize,
        /// Its first words.
        words: String,
        /// Identifiers of the items that it may be.
        options: Vec<String>,
    },
    /// Which column is taken.
    Column {
        /// The columns, counted from 1, with their heads.
        options: Vec<(usize, String)>,
        /// The rows, counted from 1, that have these columns to choose from.
        rows: Vec<usize>,
    },
    /// Which row of an item is taken.
    Row {
        /// Identifier of the item.
        item: String,
        /// The rows, counted from 1, with their cells.
        options: Vec<(usize, String)>,
    },
    /// Whether a small bare figure is a share: 0.6 for an item in per cent may be 60 % and 0.6 %.
    Share {
        /// The row, counted from 1.
        row: usize,
        /// Identifier of the item.
        item: String,
        /// The cell as it stands there.
        cell: String,
        /// The figure as a share, then as it stands, both in per cent.
        options: [String; 2],
    },
}

impl Reading {
    fn placed(&self) -> usize {
        self.lines.iter().filter(|line| !matches!(line.fate, Fate::Left(_))).count()
    }
}

impl Answers {
    /// The place of the option that was chosen, or that none was; `None` where nothing was chosen yet.
    pub fn answered(&self, question: &Question) -> Option<Option<usize>> {
        match question {
            Question::Item { row, options, .. } => {
                let chosen = self.items.get(row)?;
                Some(chosen.as_ref().and_then(|id| options.iter().position(|one| one == id)))
            }
            Question::Column { options, .. } => {
                let key: Vec<usize> = options.iter().map(|(column, _)| *column).collect();
                let chosen = self.columns.get(&key)?;
                Some(chosen.and_then(|column| options.iter().position(|(one, _)| *one == column)))
            }
            Question::Row { item, options } => {
                let chosen = self.rows.get(item)?;
                Some(chosen.and_then(|row| options.iter().position(|(one, _)| *one == row)))
            }
            Question::Share { row, item, .. } => self.shares.get(&(*row, item.clone())).copied(),
        }
    }

    /// Answers a question by the place of one of its options; with none, nothing is taken.
    pub fn answer(&mut self, question: &Question, option: Option<usize>) {
        match question {
            Question::Item { row, options, .. } => {
                self.items.insert(*row, option.and_then(|at| options.get(at)).cloned());
            }
            Question::Column { options, .. } => {
                let key = options.iter().map(|(column, _)| *column).collect();
                self.columns.insert(key, option.and_then(|at| options.get(at)).map(|(column, _)| *column));
            }
            Question::Row { item, options } => {
                self.rows.insert(item.clone(), option.and_then(|at| options.get(at)).map(|(row, _)| *row));
            }
            Question::Share { row, item, .. } => {
                self.shares.insert((*row, item.clone()), option);
            }
        }
    }
}

/// What was chosen; nothing of a question means that none is to be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// By the row, counted from 1: the identifier of the item that it is. Also of a row whose name no item has.
    pub items: BTreeMap<usize, Option<String>>,
    /// By the columns that there are to choose from.
    pub columns: BTreeMap<Vec<usize>, Option<usize>>,
    /// By the identifier of the item: the row that is taken, counted from 1.
    pub rows: BTreeMap<String, Option<usize>>,
    /// By the row, counted from 1, and the identifier of the item: which of its two figures a bare share is.
    pub shares: BTreeMap<(usize, String), Option<usize>>,
}

/// What becomes of figures without any names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nameless<'a> {
    /// They go down the items from this one on, else from the first: whoever pastes them sees the fields.
    Down(Option<&'a str>),
    /// They go nowhere, until somebody says of a row which item it is.
    Left,
}

/// Reads a table.
pub fn read(grid: &Grid, items: &[Item], scope: &Scope, answers: &Answers, nameless: Nameless) -> Reading {
    let straight = Table::new(grid, items, scope, answers);
    let turned_grid = grid.transposed();
    let turned = Table::new(&turned_grid, items, scope, answers);
    let mut reading = if straight.names.is_empty() && !straight.has_words() {
        straight.by_place(nameless)
    } else {
        let upright = straight.by_name();
        // As many names across as down: the way in which more has a place.
        let is_turned = turned.most_names > straight.most_names
            || turned.most_names == straight.most_names
                && turned.most_names > 0
                && turned.by_name().placed() > upright.placed();
        if is_turned { Reading { is_turned: true, ..turned.by_name() } } else { upright }
    };
    if grid.is_cut || reading.is_turned && turned_grid.is_cut {
        let words = String::new();
        reading.lines.push(Line { row: grid.rows.len() + 1, words, fate: Fate::Left(Why::TooLong) });
    }
    reading
}
