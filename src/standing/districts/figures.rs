//! What is assessed: each district's figure of each item, and what it was allotted.

use crate::ledger::kinds::{AssessmentRule, MissingFigure};
use crate::ledger::{Id, Ledger};
use crate::plan::{Basis, Day, DistrictRule, Month, PlanIndex, Quantity, Year};
use crate::standing::bases::basis;
use crate::standing::duty::is_due;
use crate::standing::meaning;
use crate::standing::window::window;
use std::collections::BTreeMap;

/// The figure of a district that an item counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What was reported for the month that was due, or a later one.
    Reported {
        /// In the indicator's unit.
        value: Quantity,
        /// Of which month.
        month: Month,
    },
    /// None is there, and the rule counts 0.
    Zero,
    /// None is there for the month that was due, and the rule takes the last one.
    Old {
        /// In the indicator's unit.
        value: Quantity,
        /// Of which month.
        month: Month,
        /// How many months before the month of the assessment.
        age: i32,
    },
    /// None is there, and the rule leaves the item out, or there is no last one.
    Missing,
    /// What the address of a what-if says; nobody reported it.
    Tried(Quantity),
}

impl Figure {
    /// What is computed with; none where the item is left out.
    pub fn value(self) -> Option<Quantity> {
        match self {
            Self::Reported { value, .. } | Self::Old { value, .. } | Self::Tried(value) => Some(value),
            Self::Zero => Some(Quantity::ZERO),
            Self::Missing => None,
        }
    }
}

/// The figure of a district and what it was allotted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The figure.
    pub figure: Figure,
    /// What the district is to reach; none where nothing was allotted.
    pub target: Option<Quantity>,
}

/// All that a rule computes with, for every district an input for each item of the rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inputs {
    /// The month up to which figures count; none before the year's first window has closed.
    pub month: Option<Month>,
    /// By the districts in the order of the plan.
    pub rows: Vec<(Id, Vec<Input>)>,
}

/// The last month of a year whose reports had to be in by a day: all districts are compared at one month.
pub fn month(plan: &PlanIndex, ledger: &Ledger, year: Year, day: Day) -> Option<Month> {
    let is_closed = |month: &Month| match window(plan, ledger, *month) {
        Some(window) => window.closes < day,
        None => month.day(1).is_some_and(|first| first.month_end() < day),
    };
    (1..=12).filter_map(|number| Month::new(year, number)).rfind(is_closed)
}

/// What a rule computes with, as of a day.
pub fn inputs(plan: &PlanIndex, ledger: &Ledger, rule: &AssessmentRule, day: Day) -> Inputs {
    let month = month(plan, ledger, rule.year, day);
    let columns: Vec<_> =
        rule.items.iter().map(|item| column(plan, ledger, rule, &item.item, month)).collect();
    let row = |district: &String| {
        let district: Id = district.as_str().into();
        let input = |column: &Column| {
            let figure = column.figures.get(&district).copied().unwrap_or(column.missing);
            Input { figure, target: column.targets.get(&district).copied() }
        };
        let row = columns.iter().map(input).collect();
        (district, row)
    };
    Inputs { month, rows: plan.districts.iter().map(row).collect() }
}

struct Column {
    figures: BTreeMap<Id, Figure>,
    targets: BTreeMap<Id, Quantity>,
    /// Of a district that has nothing.
    missing: Figure,
}

fn column(
    plan: &PlanIndex,
    ledger: &Ledger,
    rule: &AssessmentRule,
    item: &Id,
    month: Option<Month>,
) -> Column {
    let targets = ledger.allotments(item, rule.year);
    let targets = targets.into_iter().map(|(district, (value, _))| (district.clone(), value)).collect();
    let missing = match rule.missing {
        MissingFigure::CountsZero => Figure::Zero,
        MissingFigure::LeftOut | MissingFigure::LastKnown => Figure::Missing,
    };
    let mut column = Column { figures: BTreeMap::new(), targets, missing };
    let place = plan.indicator(item).map(|place| place.item);
    let indicator = place.filter(|one| one.districts != DistrictRule::None);
    let (Some(indicator), Some(month)) = (indicator, month) else { return column };
    let basis = basis(ledger, indicator);
    let first = Month::new(rule.year, 1).unwrap_or(month);
    let due = (0..=month.since(first)).map(|months| month.plus(-months));
    let due = due.into_iter().find(|one| is_due(indicator.frequency, *one)).unwrap_or(first);
    for (district, reported) in ledger.actuals(item) {
        let Some(district) = district else { continue };
        let figures = meaning::figures(basis, &reported);
        let Some((at, value)) = figures.range(..=month).next_back() else { continue };
        // An amount of one year is none of another's.
        let is_of_year = basis != Basis::YearlyFlow || at.year() == rule.year;
        let figure = match rule.missing {
            _ if due <= *at => Figure::Reported { value: *value, month: *at },
            MissingFigure::LastKnown if is_of_year => {
                Figure::Old { value: *value, month: *at, age: month.since(*at) }
            }
            _ => missing,
        };
        column.figures.insert(district.clone(), figure);
    }
    column
}
