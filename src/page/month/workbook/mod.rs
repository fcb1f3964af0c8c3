//! 填报表: the monthly form as a workbook, for whoever lives in Excel or WPS, and back from the file to a draft.
//!
//! [`model`] makes the workbook, [`back`] reads it; both know it by what stands here. The first sheet is the form on paper:
//! its open cells are what the form asks, and a hidden column names the row of each, so that rows may be sorted and columns
//! widened. A hidden sheet says of which plan, organisation and month it is. Nothing goes by position: without the hidden
//! column, names and heads are read.

pub mod back;
mod model;
mod remark;
#[cfg(feature = "ui")]
pub mod saving;
#[cfg(test)]
mod tests;
pub mod words;

pub use back::{Filled, Refusal, Stamp, read, recognise};
pub use model::workbook;
pub use remark::{Remark, Why};

use crate::link::envelope;
use crate::plan::PlanIndex;

/// In the first cell of the hidden sheet: it is a fill-in workbook.
const MARK: &str = "planboard fill-in";
/// The form of the workbook; a page reads its own and earlier ones.
const VERSION: u32 = 1;
/// The keys of what the hidden sheet says of the whole.
const VERSION_KEY: &str = "form";
const PLAN_KEY: &str = "plan";
const ORGANISATION_KEY: &str = "organisation";
const MONTH_KEY: &str = "month";

/// The digest by which a workbook knows its plan, as links do.
pub fn plan_digest(plan: &PlanIndex) -> u32 {
    envelope::plan_digest(&plan.id)
}

/// What a row asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// The figure of an indicator.
    Figure,
    /// The stage of a measure, milestone or item of the year's list.
    Stage,
    /// A new problem.
    Problem,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Figure, Self::Stage, Self::Problem];

    /// The word before the identifier; kept for ever.
    fn slug(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Stage => "stage",
            Self::Problem => "problem",
        }
    }

    /// What names a row: its kind, and the identifier of what it asks.
    fn row(self, id: &str) -> String {
        [self.slug(), "/", id].concat()
    }

    /// The kind and the identifier of such a name.
    fn of_row(name: &str) -> Option<(Self, &str)> {
        let (slug, id) = name.split_once('/')?;
        Some((Self::ALL.into_iter().find(|kind| kind.slug() == slug)?, id))
    }
}

/// A column of the form; each kind of row has a head of its own in those that it uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Name,
    /// The unit; what sort of thing it is; who sees to it.
    Unit,
    /// What is meant and aimed at; what a problem is about.
    About,
    /// What was reported last; until when a problem is to be settled.
    Last,
    /// What is reported now.
    Now,
    /// What is reported in place of a figure.
    Instead,
    Evidence,
    Note,
    /// What names the row; nobody sees it.
    Row,
}

impl Column {
    const ALL: [Self; 10] = [
        Self::Number,
        Self::Name,
        Self::Unit,
        Self::About,
        Self::Last,
        Self::Now,
        Self::Instead,
        Self::Evidence,
        Self::Note,
        Self::Row,
    ];

    /// In digits of the default face.
    fn width(self) -> u16 {
        match self {
            Self::Number => 6,
            Self::Name => 36,
            Self::Unit | Self::Instead => 12,
            Self::About => 40,
            Self::Last => 18,
            Self::Now => 16,
            Self::Evidence | Self::Note => 28,
            Self::Row => 10,
        }
    }

    /// Whether a row of a kind is written in it.
    fn is_open(self, kind: Kind) -> bool {
        match kind {
            Kind::Figure => matches!(self, Self::Now | Self::Instead | Self::Evidence | Self::Note),
            Kind::Stage => matches!(self, Self::Now | Self::Note),
            Kind::Problem => matches!(self, Self::Name | Self::Unit | Self::About | Self::Last),
        }
    }
}
