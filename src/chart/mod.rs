//! Charts as values: what a chart says, what can be pointed at in it, and what is to be drawn.
//!
//! Each file has one chart: a pure function from the plan and a selection to a [`Chart`]. It decides
//! everything that is true about the chart; [`options`] only turns the [`Drawing`] into what ECharts draws,
//! by `charming`, and is the one file of this room that is loaded with the charts and not with the pages.

#![warn(missing_docs)]

pub mod comparison;
pub mod flow;
mod look;
mod measure;
pub mod milestones;
pub mod options;
pub mod picture;
mod place;
pub mod profile;
mod sentence;
pub mod structure;
pub mod trajectory;
pub mod way;
pub(crate) mod words;

pub use look::{Look, Paper, Width};
pub use sentence::Sentence;

use crate::text::{Language, Table};

/// A chart: everything about it but the strokes.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What the chart has to say.
    pub title: Sentence,
    /// Where the figures come from.
    pub source: Sentence,
    /// What somebody who cannot see the chart is told about its shape; every figure is in the marks.
    pub description: Sentence,
    /// Everything that can be pointed at, in the order of reading.
    pub marks: Vec<Mark>,
    /// The same figures as a table.
    pub table: Table,
    /// What is to be drawn.
    pub drawing: Drawing,
}

/// Something in a chart that can be pointed at, read and opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What is read out.
    pub says: Sentence,
    /// Its page; begins with `#/`.
    pub href: String,
    /// What ECharts is told to emphasise for it.
    pub item: Item,
}

/// A data item in the drawing, counted as ECharts counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// The series of the drawing, counted from 0.
    pub series: usize,
    /// The item in the series, counted from 0; of a band, its place among the bands.
    pub index: usize,
    /// A band between two nodes rather than an item of its own.
    pub is_edge: bool,
}

/// What is to be drawn, per kind of chart. Plain figures and short labels; no sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// The targets of one indicator over the years, with figures, expected progress and forecast once there are any.
    Trajectory(trajectory::Drawing),
    /// The targets of several indicators, as shares of each one's last target.
    Comparison(comparison::Drawing),
    /// The targets of the whole plan, and where each indicator is on its way to them.
    Way(way::Drawing),
    /// How many tasks, measures, indicators, milestones and projects each area holds.
    Profile(profile::Drawing),
    /// Which organisations lead and which are responsible for each task.
    Flow(flow::Drawing),
    /// The plan as rings: areas, tasks, and what each task holds.
    Structure(structure::Drawing),
    /// The years that each milestone spans.
    Milestones(milestones::Drawing),
}

impl Chart {
    /// The language of what is drawn, where it is not the page's: names that the plan has in one language only.
    pub fn foreign(&self) -> Option<Language> {
        self.marks.iter().find_map(|mark| mark.says.foreign())
    }

    /// The mark of a data item.
    pub fn mark_of(&self, item: Item) -> Option<usize> {
        self.marks.iter().position(|mark| mark.item == item)
    }
}

impl Drawing {
    /// How high the drawing is, in pixels at a text of 16 px: known before anything is drawn, so that
    /// nothing moves when it is.
    pub fn height(&self, width: Width) -> u32 {
        match self {
            Self::Trajectory(_) => width.pick(260, 280, 320),
            Self::Comparison(drawing) => drawing.height(width),
            Self::Way(drawing) => drawing.height(width),
            Self::Profile(drawing) => drawing.height(width),
            Self::Flow(drawing) => drawing.height(width),
            Self::Structure(_) => width.pick(340, 520, 620),
            Self::Milestones(drawing) => drawing.height(width),
        }
    }
}

impl Item {
    pub(crate) fn new(series: usize, index: usize) -> Self {
        Self { series, index, is_edge: false }
    }

    pub(crate) fn edge(series: usize, index: usize) -> Self {
        Self { series, index, is_edge: true }
    }
}
