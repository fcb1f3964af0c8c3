//! What looks like a slip in what is reported. A warning refuses nothing: it asks to look again.
//!
//! Each is a value with the numbers that its sentence needs, made once: the form shows it at the field, the
//! review at the line of the receipt. Start with [`warnings`]; [`Context`] is what a figure is held against and
//! [`judge`] holds it; [`words`] says it in both languages.

#![warn(missing_docs)]

mod context;
mod judge;
pub mod words;

pub use context::Context;
pub use judge::judge;

use crate::ledger::{Entry, Id, Ledger, Said, Stage};
use crate::plan::{Basis, Month, PlanIndex, Quantity, Year};

/// Something in a report that looks like a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The indicator, measure or milestone.
    pub item: Id,
    /// The district of which the figure is; none for the city's.
    pub district: Option<Id>,
    /// The period that is reported on.
    pub month: Month,
    /// What looks like a slip, with the figures that its sentence needs.
    pub kind: Kind,
}

/// What looks like a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// At least ten times what it is held against.
    Tenfold(Against),
    /// At most a tenth.
    Tenth(Against),
    /// About a hundredth. Of a rate the figure that may have been meant: 61.2 for 0.612.
    Hundredth(Against, Option<Quantity>),
    /// 万 for 亿: a thousand times or more apart, whichever is the greater.
    Thousandfold(Against),
    /// Not a whole number of what is counted.
    Fraction,
    /// A total is less than it was.
    Falls {
        /// How the indicator is counted.
        basis: Basis,
        /// The latest earlier month that has a figure, and the figure.
        last: (Month, Quantity),
        /// How much less it is, in the unit of the indicator; above zero.
        by: Quantity,
    },
    /// A total is more than a later month has.
    ExceedsLater {
        /// How the indicator is counted.
        basis: Basis,
        /// The later month, and its figure.
        later: (Month, Quantity),
        /// How much more it is, in the unit of the indicator; above zero.
        by: Quantity,
    },
    /// More than half of a stock came or went.
    StockMoved(Against),
    /// A rate above 100 per cent, where there was none before.
    AboveHundred,
    /// Below zero, where nothing was before.
    BelowZero,
    /// What was done before is so no more.
    FellBack,
}

/// What a figure is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Against {
    /// A figure in the unit of the indicator.
    pub value: Quantity,
    /// Which figure [`Self::value`] is.
    pub of: Of,
}

/// Whose figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The same figure of another month.
    Month(Month),
    /// The target of a year, as issued or as it was set later.
    Target(Year),
    /// The target of the whole city, where a district reports its share.
    CityTarget(Year),
}

/// Everything in a report on a month that looks like a slip, in the order of its entries. `ledger` is what is
/// known without the report; what it has of the same month counts for nothing.
pub fn warnings(plan: &PlanIndex, ledger: &Ledger, month: Month, entries: &[Entry]) -> Vec<Warning> {
    let mut all = vec![];
    for entry in entries {
        let (item, district, kinds) = match &entry.said {
            Said::Actual { indicator, district, report, .. } => {
                let place = plan.indicator(indicator);
                let Some((place, value)) = place.zip(report.value()) else { continue };
                let known = Context::of(ledger, place.item, district.as_deref(), month);
                (indicator, district.clone(), judge(&known, value))
            }
            Said::Progress { subject, stage, .. } => {
                let before = ledger.stage(subject, month.plus(-1)).map(|(_, stage, _)| stage);
                (subject, None, fell_back(before, *stage).into_iter().collect())
            }
            _ => continue,
        };
        all.extend(kinds.into_iter().map(|kind| Warning {
            item: item.clone(),
            district: district.clone(),
            month,
            kind,
        }));
    }
    all
}

/// Whether something had come further than is said now.
pub fn fell_back(before: Option<Stage>, now: Stage) -> Option<Kind> {
    before.filter(|before| now < *before).map(|_| Kind::FellBack)
}

#[cfg(test)]
mod tests;
