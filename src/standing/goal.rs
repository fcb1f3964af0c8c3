//! The target that a figure is judged by.

use super::{Course, Ratio, SetTarget};
use crate::plan::{Basis, Comparator, Day, Month, Quantity, Target, Year};

/// The target that the figures of a year are judged by: the year's own or, where it has none, the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The year at whose end the target has to be reached.
    pub year: Year,
    /// The target in the indicator's unit.
    pub value: Quantity,
    /// How a figure has to compare with it.
    pub comparator: Comparator,
    /// Where the target comes from.
    pub origin: Origin,
    /// The year of the figure.
    pub judged_year: Year,
    /// For a yearly flow in a year without a target: what the year is measured by.
    pub yardstick: Option<Yardstick>,
}

/// Where a target comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From a section of the plan, by its mark.
    Plan(String),
    /// The bureau set it for a year that the plan leaves open.
    Set,
    /// A paper adjusted it.
    Adjusted,
}

/// A point on the straight line between the amounts of two years. It is no target: it can be neither met nor missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yardstick {
    /// The earlier of the two years: that of an earlier target, or of the baseline.
    pub from: Year,
    /// The amount of that year, in the indicator's unit.
    pub from_value: Quantity,
    /// The point of the line for the judged year, in the indicator's unit.
    pub value: Ratio,
}

/// A target of the plan or one set later.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aim<'a> {
    pub year: Year,
    pub value: Quantity,
    pub comparator: Comparator,
    from: Source<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Source<'a> {
    Plan(&'a str),
    Set,
    Adjusted,
}

impl Goal {
    /// Whether the judged year has no target of its own.
    pub fn is_on_the_way(&self) -> bool {
        self.year != self.judged_year
    }

    /// The last month that counts for the target.
    pub fn end(&self) -> Option<Month> {
        Month::new(self.year, 12)
    }

    /// Whether a value complies with the target (with the yardstick, where there is one).
    pub fn holds(&self, value: Quantity) -> bool {
        self.comparator.holds(Ratio::from(value), self.measure())
    }

    /// Whether complying now means that the target is reached, before its year is over: not by the amount of another
    /// year, nor by what a year without a target is measured by.
    pub fn is_reached_for_good(&self, basis: Basis) -> bool {
        self.yardstick.is_none() && !(basis == Basis::YearlyFlow && self.is_on_the_way())
    }

    /// Whether less is better.
    pub fn is_limit(&self) -> bool {
        match self.comparator {
            Comparator::AtMost | Comparator::LessThan => true,
            Comparator::GreaterThan | Comparator::AtLeast | Comparator::Reach | Comparator::Unstated => false,
        }
    }

    /// Whether the target itself is not enough.
    pub fn is_strict(&self) -> bool {
        matches!(self.comparator, Comparator::GreaterThan | Comparator::LessThan)
    }

    /// The figure to compare with: the target, or the yardstick.
    pub fn measure(&self) -> Ratio {
        self.yardstick.map_or(Ratio::from(self.value), |yardstick| yardstick.value)
    }
}

/// Every target by year as of a day: those of the plan stand before those set later, and what a paper adjusts holds from
/// its day on.
pub(super) fn aims<'a>(course: &Course<'a>, as_of: Day) -> Vec<Aim<'a>> {
    let mut aims: Vec<Aim<'a>> = course.indicator.targets.iter().map(Aim::issued).collect();
    for set in course.set_targets {
        if aims.iter().all(|aim| aim.year != set.year) {
            aims.push(Aim::set(set));
        }
    }
    let mut adjusted: Vec<_> = course.adjusted.iter().filter(|one| one.from <= as_of).collect();
    adjusted.sort_by_key(|one| one.from);
    for one in adjusted {
        let before = aims.iter().position(|aim| aim.year == one.year).map(|at| aims.remove(at));
        let is_same = |aim: &Aim| one.aim == Some((aim.value, aim.comparator));
        // What a paper says once more is still the plan's.
        aims.extend(before.filter(is_same).or(one.aim.map(|aim| Aim::adjusted(one.year, aim))));
    }
    aims.sort_by_key(|aim| aim.year);
    aims
}

/// What the figures of a year are judged by; `None` after the last target's year.
pub(super) fn goal(aims: &[Aim], course: &Course, year: Year) -> Option<Goal> {
    let aim = aims.iter().find(|aim| aim.year >= year)?;
    let is_flow = course.basis() == Basis::YearlyFlow;
    Some(Goal {
        year: aim.year,
        value: aim.value,
        comparator: aim.comparator,
        origin: match aim.from {
            Source::Plan(section) => Origin::Plan(section.to_owned()),
            Source::Set => Origin::Set,
            Source::Adjusted => Origin::Adjusted,
        },
        judged_year: year,
        yardstick: if is_flow && aim.year != year { yardstick(aims, aim, course, year) } else { None },
    })
}

fn yardstick(aims: &[Aim], next: &Aim, course: &Course, year: Year) -> Option<Yardstick> {
    let baseline = course.baseline.filter(|one| one.month.number() == 12 && one.month.year() < year);
    let (from, from_value) = aims
        .iter()
        .rfind(|aim| aim.year < year)
        .map(|aim| (aim.year, aim.value))
        .or(baseline.map(|one| (one.month.year(), one.value)))?;
    let years = |to: Year| i128::from(to.0) - i128::from(from.0);
    let start = Ratio::from(from_value);
    let step = Ratio::from(next.value).minus(start)?.times(Ratio::new(years(year), years(next.year))?)?;
    Some(Yardstick { from, from_value, value: start.plus(step)? })
}

impl<'a> Aim<'a> {
    fn issued(target: &'a Target) -> Self {
        Self {
            year: target.year,
            value: target.value,
            comparator: target.comparator,
            from: Source::Plan(&target.section),
        }
    }

    fn set(target: &SetTarget) -> Self {
        Self { year: target.year, value: target.value, comparator: target.comparator, from: Source::Set }
    }

    fn adjusted(year: Year, (value, comparator): (Quantity, Comparator)) -> Self {
        Self { year, value, comparator, from: Source::Adjusted }
    }
}
