//! The share of the way from the baseline (自基期起的增量完成率) against expected progress (序时进度), in points; and
//! attainment (完成率), which is what officials mean by it: the figure over the target.

use super::goal::Aim;
use super::{Baseline, Course, Goal, Judgement, Ratio, Rule};
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
    /// How much of the same step is done, in per cent; it is the attainment where zero is zero. More than 100 when over-fulfilled, negative when it went back.
    pub attainment: Ratio,
    /// Points ahead; negative when behind. Within an allowance it is ahead who used less than expected.
    pub lead: Ratio,
}

/// Where the path of expected values starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The month at whose end the path starts.
    pub month: Month,
    /// In the indicator's unit.
    pub value: Ratio,
    /// The year of an earlier target; `None` when the path starts at the baseline.
    pub target: Option<Year>,
}

/// The figures of a progress as they are shown together: the third is the difference of the other two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Expected progress in per cent.
    pub expected: Ratio,
    /// How much of the step is done, in per cent.
    pub attainment: Ratio,
    /// The distance between the two in points, never negative; the light or the words tell the side.
    pub points: Ratio,
}

/// Most digits behind the point that figures shown together have.
const FINEST: u32 = 12;

impl Progress {
    /// With one digit behind the point, or as many as it takes to stand on the same side of 0, 100, each other and
    /// the rule's points as the exact figures do.
    pub fn shown(&self, rule: &Rule) -> Shown {
        let points = self.lead.size();
        let thresholds = [Ratio::ZERO, rule.amber_points.into(), rule.red_points.into()];
        let stays = |shown: Ratio, exact: Ratio, bounds: &[Ratio]| {
            bounds.iter().all(|bound| shown.cmp(bound) == exact.cmp(bound))
        };
        let at = |decimals: u32| {
            let (expected, attainment) =
                (self.expected.rounded(decimals)?, self.attainment.rounded(decimals)?);
            Some(Shown { expected, attainment, points: attainment.minus(expected)?.size() })
        };
        let sound = |shown: &Shown| {
            stays(shown.expected, self.expected, &[Ratio::ZERO, Ratio::HUNDRED])
                && stays(shown.attainment, self.attainment, &[Ratio::ZERO, Ratio::HUNDRED])
                && stays(shown.points, points, &thresholds)
        };
        let exact = Shown { expected: self.expected, attainment: self.attainment, points };
        (1..=FINEST).filter_map(at).find(sound).unwrap_or(exact)
    }

    /// Whether the share of the way is another number than the attainment.
    pub fn is_from_baseline(&self) -> bool {
        self.zero != Ratio::ZERO
    }
}

impl Judgement {
    /// Attainment (完成率) in per cent: the figure over what it is compared with. None for a limit, of which less is
    /// better, and where nothing is wanted.
    pub fn attainment(&self) -> Option<Ratio> {
        let goal = self.goal.as_ref().filter(|goal| !goal.is_limit() && goal.measure() > Ratio::ZERO)?;
        Ratio::from(self.latest?.value).by(goal.measure())?.times(Ratio::HUNDRED)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(expected: Ratio, attainment: Ratio) -> Progress {
        let start = Start { month: Month::parse("2022-12").unwrap(), value: Ratio::ZERO, target: None };
        Progress {
            method: Method::Toward,
            zero: Ratio::ZERO,
            start,
            passed: Ratio::ZERO,
            whole: Ratio::HUNDRED,
            expected,
            attainment,
            lead: attainment.minus(expected).unwrap(),
        }
    }

    /// field 20: 9.96 points behind stand beside 15.04 % and 25 %.
    #[test]
    fn the_figures_shown_together_have_as_many_digits_as_the_points_need() {
        let shown = of(Ratio::whole(25), Ratio::new(1504, 100).unwrap()).shown(&Rule::default());
        let said = [shown.attainment, shown.expected, shown.points].map(|one| one.decimal().unwrap());
        assert_eq!(said, ["15.04", "25", "9.96"]);
        let thirds = of(Ratio::new(200, 3).unwrap(), Ratio::new(100, 3).unwrap()).shown(&Rule::default());
        let said = [thirds.attainment, thirds.expected, thirds.points].map(|one| one.decimal().unwrap());
        assert_eq!(said, ["33.3", "66.7", "33.4"]);
    }

    proptest::proptest! {
        /// field 20: any two of three shown figures give the third, on the right side of every threshold.
        #[test]
        fn shown_figures_agree(
            (expected, one) in (0_i128..2_000_000, 1_i128..9_000),
            (done, other) in (-500_000_i128..2_000_000, 1_i128..9_000),
        ) {
            let (expected, done) = (Ratio::new(expected, one).unwrap(), Ratio::new(done, other).unwrap());
            let (progress, rule) = (of(expected, done), Rule::default());
            let shown = progress.shown(&rule);
            proptest::prop_assert_eq!(shown.attainment.minus(shown.expected).unwrap().size(), shown.points);
            for bound in [Ratio::ZERO, rule.amber_points.into(), rule.red_points.into()] {
                proptest::prop_assert_eq!(shown.points.cmp(&bound), progress.lead.size().cmp(&bound));
            }
            let apart = shown.attainment.minus(progress.attainment).unwrap().size();
            proptest::prop_assert!(apart <= Ratio::new(1, 20).unwrap());
        }
    }
}
