//! Attainment (完成率) against expected progress (序时进度), in points.

use super::goal::Aim;
use super::{Baseline, Course, Goal, Ratio, Rule};
use crate::plan::{Basis, Month, Year};

/// How a figure is measured by its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The way from the baseline towards the target, which is not reached at the baseline.
    Toward,
    /// How much of an allowance is used up: a flow or total that starts at zero and must stay within a limit.
    Within,
    /// Nothing but whether it complies: a level, or a target with which the baseline complies already.
    Hold,
}

/// Attainment against expected progress. All per cents are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// [`Method::Toward`] or [`Method::Within`].
    pub method: Method,
    /// The value that counts as 0 %.
    pub zero: Ratio,
    /// Where the path of expected values starts: the baseline, or an earlier target on the way.
    pub start: Start,
    /// Of the way from the start to the target, how much is past: in months, or per cent of a year by a curve.
    pub passed: Ratio,
    /// The whole way.
    pub whole: Ratio,
    /// Expected progress in per cent of the step from the baseline to the target.
    pub expected: Ratio,
    /// Attainment in per cent of the same step; more than 100 when over-fulfilled, negative when it went back.
    pub attainment: Ratio,
    /// Points ahead; negative when behind. Within an allowance it is ahead who used less than expected.
    pub lead: Ratio,
}

/// Where the path of expected values starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    pub month: Month,
    pub value: Ratio,
    /// The year of an earlier target; `None` when the path starts at the baseline.
    pub target: Option<Year>,
}

/// Why there is no progress to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Without {
    Held,
    Baseline,
    TooLarge,
}

/// The progress of a figure of the month.
pub(super) fn progress(
    course: &Course,
    aims: &[Aim],
    goal: &Goal,
    actual: super::Actual,
    rule: &Rule,
    first_year: Year,
) -> Result<Progress, Without> {
    let start = match course.basis() {
        Basis::Level | Basis::Unstated => return Err(Without::Held),
        Basis::Stock => stock_start(course.baseline, goal).ok_or(Without::Baseline)?,
        Basis::RunningTotal => at_zero(first_year).ok_or(Without::TooLarge)?,
        Basis::YearlyFlow if goal.is_on_the_way() && goal.yardstick.is_none() => {
            return Err(Without::Baseline);
        }
        Basis::YearlyFlow => at_zero(goal.judged_year).ok_or(Without::TooLarge)?,
    };
    let method = method(course.basis(), goal, start.value);
    if method == Method::Hold {
        return Err(Without::Held);
    }
    let is_flow = course.basis() == Basis::YearlyFlow;
    let start_of_path = if is_flow { start } else { waypoint(aims, goal, start).unwrap_or(start) };
    let end = Month::new(if is_flow { goal.judged_year } else { goal.year }, 12);
    end.and_then(|end| measured(method, goal, start.value, start_of_path, actual, end, rule))
        .ok_or(Without::TooLarge)
}

fn measured(
    method: Method,
    goal: &Goal,
    zero: Ratio,
    start: Start,
    actual: super::Actual,
    end: Month,
    rule: &Rule,
) -> Option<Progress> {
    let target = goal.measure();
    let whole = rule.way(start.month, end)?;
    let passed = rule.way(start.month, actual.month)?.clamp(Ratio::ZERO, whole.max(Ratio::ZERO));
    // A curve that has given all its per cents before the path starts expects everything at once.
    let share = if whole > Ratio::ZERO { passed.by(whole)? } else { Ratio::whole(1) };
    let step = target.minus(zero)?;
    let percent = |value: Ratio| value.minus(zero)?.by(step)?.times(Ratio::HUNDRED);
    let (from, to) = (percent(start.value)?, percent(target)?);
    let expected = from.plus(to.minus(from)?.times(share)?)?;
    let attainment = percent(Ratio::from(actual.value))?;
    let ahead = attainment.minus(expected)?;
    let lead = if method == Method::Within { ahead.negative() } else { ahead };
    Some(Progress { method, zero, start, passed, whole, expected, attainment, lead })
}

/// A baseline from before the end of the target's year; a later one says nothing of the way there.
fn stock_start(baseline: Option<Baseline>, goal: &Goal) -> Option<Start> {
    let baseline = baseline.filter(|one| goal.end().is_some_and(|end| one.month < end))?;
    Some(Start { month: baseline.month, value: Ratio::from(baseline.value), target: None })
}

/// Nothing, at the end of the year before.
fn at_zero(year: Year) -> Option<Start> {
    let month = Month::new(year, 1)?.plus(-1);
    Some(Start { month, value: Ratio::ZERO, target: None })
}

fn method(basis: Basis, goal: &Goal, start: Ratio) -> Method {
    let target = goal.measure();
    let is_reached = if goal.is_limit() { start <= target } else { start >= target };
    match basis {
        _ if start == target => Method::Hold,
        Basis::YearlyFlow | Basis::RunningTotal if goal.is_limit() && is_reached => Method::Within,
        _ if is_reached => Method::Hold,
        _ => Method::Toward,
    }
}

/// The latest earlier target that lies between baseline and target, in time and in value: the plan's own path.
fn waypoint(aims: &[Aim], goal: &Goal, start: Start) -> Option<Start> {
    let target = goal.measure();
    let (low, high) = (start.value.min(target), start.value.max(target));
    aims.iter().rev().filter(|aim| aim.year < goal.judged_year).find_map(|aim| {
        let (month, value) = (Month::new(aim.year, 12)?, Ratio::from(aim.value));
        (month > start.month && low < value && value < high).then_some(Start {
            month,
            value,
            target: Some(aim.year),
        })
    })
}
