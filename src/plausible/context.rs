//! What a reported figure is held against, from the plan's indicator and the ledger.

use super::{Against, Of};
use crate::ledger::{Id, Ledger};
use crate::plan::{Basis, DistrictRule, Indicator, Month, Quantity, Year, unit};
use crate::standing::meaning::figures;
use crate::standing::reading;

/// What is known of a figure before it is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The month that the figure is reported for.
    pub month: Month,
    /// How it is counted, by the plan or as the bureau decided.
    pub basis: Basis,
    /// It is a district's share of the city's figure.
    pub is_share: bool,
    /// Its unit counts whole things (家, 人) and every target is a whole number, so that a fraction is a slip.
    pub is_counted: bool,
    /// It is measured in per cent or percentage points.
    pub is_rate: bool,
    /// Its unit is one of those that are mistaken for one another: 万, 亿.
    pub is_large: bool,
    /// The figure of the nearest month before that can be held against it.
    pub before: Option<(Month, Quantity)>,
    /// The figure of the nearest month after.
    pub after: Option<(Month, Quantity)>,
    /// The target of this year, else of the next that has one, else the last.
    pub target: Option<Against>,
    /// Some other month, or a target, is above 100.
    pub was_above_hundred: bool,
    /// Some other month, or a target, is below zero.
    pub was_negative: bool,
}

impl Context {
    /// What is known of an indicator's figure for a month, of the city or of a district.
    pub fn of(ledger: &Ledger, indicator: &Indicator, district: Option<&str>, month: Month) -> Self {
        let basis = reading::basis(ledger, indicator);
        let district: Option<Id> = district.map(Into::into);
        let is_share = district.is_some() && indicator.districts == DistrictRule::Sum;
        let mut reported = ledger.actuals(&indicator.id).remove(&district).unwrap_or_default();
        // What is known of the month itself is what the figure takes the place of.
        reported.remove(&month);
        let figures = figures(basis, &reported);
        // A count of the year begins anew in January, and a count of which nobody knows may do so.
        let is_of_year = matches!(basis, Basis::YearlyFlow | Basis::Unstated);
        let is_comparable = |of: &Month| !is_of_year || of.year() == month.year();
        let at = |found: Option<(&Month, &Quantity)>| {
            found.map(|(of, value)| (*of, *value)).filter(|(of, _)| is_comparable(of))
        };
        let targets = targets(ledger, indicator);
        let hundred = Quantity::of_digits(100, 0).unwrap_or(Quantity::ZERO);
        let any = |is: &dyn Fn(Quantity) -> bool| {
            figures.values().any(|one| is(*one)) || targets.iter().any(|(_, one)| is(*one))
        };
        let units = || indicator.unit.wordings();
        let target = targets.iter().find(|(year, _)| *year >= month.year()).or(targets.last());
        let whole = |year| if is_share { Of::CityTarget(year) } else { Of::Target(year) };
        // A plan that sets half a thing does not count by ones.
        let is_whole = |value: &Quantity| value.millionths() % 1_000_000 == 0;
        Self {
            month,
            basis,
            is_share,
            is_counted: units().any(unit::is_counted) && targets.iter().all(|(_, value)| is_whole(value)),
            is_rate: units().any(unit::is_rate),
            is_large: units().any(unit::is_large),
            before: at(figures.range(..month).next_back()),
            after: at(figures.range(month..).next()),
            target: target.map(|(year, value)| Against { value: *value, of: whole(*year) }),
            was_above_hundred: any(&|one| one >= hundred),
            was_negative: any(&|one| one < Quantity::ZERO),
        }
    }
}

/// The targets by year; what was set later for a year stands for that year.
fn targets(ledger: &Ledger, indicator: &Indicator) -> Vec<(Year, Quantity)> {
    let set = ledger.year_targets(&indicator.id);
    let issued = indicator.targets.iter().map(|target| (target.year, target.value));
    let mut all: Vec<(Year, Quantity)> =
        issued.filter(|(year, _)| set.iter().all(|(of, _)| of != year)).collect();
    all.extend(set);
    all.sort_unstable_by_key(|(year, _)| *year);
    all
}
