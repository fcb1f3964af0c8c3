//! What is left to do: gap, pace needed, last month to begin, forecast.

use super::forecast::{Forecast, forecast};
use super::{Actual, Judgement, Method, Ratio};
use crate::plan::{Basis, Month, PlanIndex};

/// What the figures say of the months that are left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook {
    /// What is missing to the target (for a limit: above it); zero or negative when the target is reached.
    pub gap: Option<Ratio>,
    /// What each month after the figure's has to bring until the target's end; within an allowance, what each may use.
    /// None once the target is reached, or without months left.
    pub pace: Option<Ratio>,
    /// The best pace seen per month.
    pub best_pace: Option<Ratio>,
    /// Only on the way to a target; `None` where it is reached or no pace towards it was seen.
    pub last_chance: Option<LastChance>,
    /// Of the figure's year.
    pub year_end: Option<Forecast>,
    /// Of the plan's last year; none for a yearly flow in an earlier year, whose months say nothing of another year.
    pub plan_end: Option<Forecast>,
}

/// Until when the target can still be met, at the best pace seen so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastChance {
    /// The last month in which the best pace has to begin, if nothing happens before.
    Month(Month),
    /// Not even the best pace from now on is enough.
    Past,
}

/// The outlook of a judgement whose progress is known, from the figures that counted.
pub(super) fn outlook(judgement: &Judgement, actuals: &[Actual], plan: &PlanIndex) -> Outlook {
    let (Some(actual), Some(goal)) = (judgement.latest, &judgement.goal) else { return Outlook::default() };
    let is_flow = judgement.basis == Basis::YearlyFlow;
    let sign = if goal.is_limit() { Ratio::whole(-1) } else { Ratio::whole(1) };
    let gap = goal.measure().minus(Ratio::from(actual.value)).and_then(|gap| gap.times(sign));
    let end = Month::new(if is_flow { actual.month.year() } else { goal.year }, 12);
    let left = end.map_or(0, |end| end.since(actual.month));
    let rows: Vec<Actual> =
        actuals.iter().filter(|one| !is_flow || one.month.year() == actual.month.year()).copied().collect();
    let mut outlook = Outlook { gap, ..Outlook::default() };
    if !matches!(judgement.basis, Basis::Level | Basis::Unstated) {
        let at = |year| Month::new(year, 12).map(|end| forecast(&rows, end));
        let same_year = actual.month.year() == plan.period.to;
        outlook.year_end = at(actual.month.year());
        outlook.plan_end = if is_flow && !same_year { None } else { at(plan.period.to) };
    }
    let (Some(progress), Some(gap)) = (judgement.progress, gap) else { return outlook };
    // Once the time is over nothing is left to be done in it.
    if end.is_none_or(|end| end <= actual.month || end < judgement.as_of.month()) {
        return outlook;
    }
    let per_month = (left > 0).then(|| Ratio::whole(left));
    match progress.method {
        Method::Within => {
            outlook.pace =
                per_month.and_then(|left| gap.negative().by(left)).filter(|pace| *pace >= Ratio::ZERO);
        }
        Method::Toward if judgement.holds == Some(false) => {
            outlook.pace = per_month.and_then(|left| gap.by(left));
            outlook.best_pace = best_pace(judgement, &rows, sign, plan);
            outlook.last_chance = outlook
                .best_pace
                .filter(|pace| *pace > Ratio::ZERO)
                .and_then(|pace| last_chance(gap, pace, goal.is_strict(), end?, left));
        }
        Method::Toward | Method::Hold => {}
    }
    outlook
}

/// The largest rise per month from one figure to the next, the starting point counted as one.
fn best_pace(judgement: &Judgement, rows: &[Actual], sign: Ratio, plan: &PlanIndex) -> Option<Ratio> {
    let zero = judgement.progress?.zero;
    let start = match judgement.basis {
        Basis::Stock => judgement.baseline.map(|one| one.month),
        Basis::YearlyFlow => Month::new(judgement.latest?.month.year(), 1).map(|month| month.plus(-1)),
        _ => Month::new(plan.period.from, 1).map(|month| month.plus(-1)),
    };
    let mut points: Vec<(Month, Ratio)> = start.map(|month| (month, zero)).into_iter().collect();
    points.extend(rows.iter().map(|one| (one.month, Ratio::from(one.value))));
    points.sort_by_key(|(month, _)| *month);
    let pace = |pair: &[(Month, Ratio)]| match pair {
        [(from, low), (to, high)] if to > from => {
            high.minus(*low)?.times(sign)?.by(Ratio::whole(to.since(*from)))
        }
        _ => None,
    };
    points.windows(2).filter_map(pace).max()
}

fn last_chance(gap: Ratio, pace: Ratio, is_strict: bool, end: Month, left: i32) -> Option<LastChance> {
    let exact = gap.by(pace)?;
    // More than the target takes a month more where the pace hits it exactly.
    let months = if is_strict { exact.floor() + 1 } else { exact.ceiling() };
    let months = i32::try_from(months).unwrap_or(i32::MAX).max(1);
    Some(if months > left { LastChance::Past } else { LastChance::Month(end.plus(1 - months)) })
}
