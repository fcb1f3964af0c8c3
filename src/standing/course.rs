//! What a judgement looks at: the figures of one indicator as somebody reported them.

use super::freshness::Periods;
use crate::plan::{Basis, Comparator, Day, Indicator, Month, Quantity, Year};

/// Figures of one indicator up to the day and as known on the day that the view asks for.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The indicator as the plan has it.
    pub indicator: &'a Indicator,
    /// The bureau's decision where the plan does not state the basis; a stated one is never overridden.
    pub decided_basis: Option<Basis>,
    /// Where a stock, or the year before a yearly flow, started.
    pub baseline: Option<Baseline>,
    /// One a month at most, in order of time, districts already combined.
    pub actuals: &'a [Actual],
    /// Targets set later (年度分解) for years that the plan leaves open; they never replace one of the plan's.
    pub set_targets: &'a [SetTarget],
    /// What adjusts the targets, by the day from which it holds; empty where they are judged as issued.
    pub adjusted: &'a [AdjustedTarget],
    /// Windows that the bureau moved, and since when it uses the page.
    pub periods: Periods<'a>,
}

/// A figure as reported. A stock, a level and a running total are as of the month's end, a running total counted
/// since January of the plan's first year; a yearly flow is the amount since January of the month's year
/// (年初以来累计), as bureaus report it, so that the latest figure of a year is its sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actual {
    /// The month that the figure speaks of.
    pub month: Month,
    /// In the indicator's unit.
    pub value: Quantity,
}

/// The figure from which progress counts. A yearly figure is that of its December.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The month at whose end it stood.
    pub month: Month,
    /// In the indicator's unit.
    pub value: Quantity,
}

/// A target for a year that the plan leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetTarget {
    /// The year at whose end it has to be reached.
    pub year: Year,
    /// In the indicator's unit.
    pub value: Quantity,
    /// As that of the plan's next target, or its last; see [`super::reading::set_comparator`].
    pub comparator: Comparator,
}

/// Another target for a year, by a paper, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdjustedTarget {
    /// The year whose target it is.
    pub year: Year,
    /// The first day on which it is judged by; what ended before is judged as before.
    pub from: Day,
    /// Figure, in the indicator's unit, and how a reported figure has to compare with it; `None`: no target any more.
    pub aim: Option<(Quantity, Comparator)>,
}

impl Baseline {
    /// The figure of a year.
    pub fn of_year(year: Year, value: Quantity) -> Option<Self> {
        Some(Self { month: Month::new(year, 12)?, value })
    }
}

impl Course<'_> {
    /// The basis that the figures are read by.
    pub fn basis(&self) -> Basis {
        match self.indicator.basis {
            Basis::Unstated => self.decided_basis.unwrap_or(Basis::Unstated),
            stated => stated,
        }
    }

    /// Whether the basis is a decision of the bureau.
    pub fn is_decided(&self) -> bool {
        self.indicator.basis != self.basis()
    }
}
