//! From the figures of one indicator to its light.

use super::freshness::{Dues, Partly, dues};
use super::goal::{aims, goal};
use super::outlook::{Outlook, outlook};
use super::progress::{Without, progress};
use super::{Actual, Baseline, Course, Goal, Light, Progress, Ratio, Rule};
use crate::plan::{Basis, Day, Frequency, Month, PlanIndex};

/// Where an indicator stands on a day by a rule, with everything that a sentence needs to be checked by.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// What the figures come to by the rule.
    pub light: Light,
    /// What decided the light.
    pub reason: Reason,
    /// The day up to which data counted.
    pub as_of: Day,
    /// The basis by which the figures were read.
    pub basis: Basis,
    /// Whether the bureau decided the basis, where the plan states none.
    pub is_decided: bool,
    /// The figure that was judged: the latest one up to the day, and not after the last target's year.
    pub latest: Option<Actual>,
    /// The latest figure from after the last target's year: shown, and judged by nothing.
    pub beyond: Option<Actual>,
    /// The latest month for which everybody has answered who has to, with a figure or without.
    pub answered: Option<Month>,
    /// Where the city's figure is a sum of which only a part is known for a later month than the latest.
    pub partly: Option<Partly>,
    /// Which figures had to be there.
    pub dues: Dues,
    /// The target judged by, once there is a figure; before that, the next one.
    pub goal: Option<Goal>,
    /// Whether the figure complies with the target as it stands, whatever the light says.
    pub holds: Option<bool>,
    /// The baseline as handed in.
    pub baseline: Option<Baseline>,
    /// Whether a baseline would change this judgement: the page asks for it.
    pub wants_baseline: bool,
    /// Attainment against expected progress; none where only compliance counts or something is missing.
    pub progress: Option<Progress>,
    /// What is left to do, and where the figures lead.
    pub outlook: Outlook,
    /// The light by the targets as issued, where a paper adjusted them and the light by those is another one.
    pub as_issued: Option<Light>,
}

impl Judgement {
    /// Whether a figure newer than that of a month had to be there, and nobody has answered for it.
    pub fn overdue(&self, month: Month) -> bool {
        self.dues.last.is_some_and(|due| month < due.to && self.answered.is_none_or(|of| of < due.to))
    }

    /// Whether it is a stock of which nobody has said where it stood before the end of the target's year.
    pub fn lacks_baseline(&self) -> bool {
        let end = self.goal.as_ref().and_then(Goal::end);
        self.basis == Basis::Stock && self.baseline.is_none_or(|one| end.is_none_or(|end| end <= one.month))
    }

    /// Whether the figure that was due last was answered, though there is none.
    pub fn is_answered(&self) -> bool {
        self.dues.last.is_some_and(|due| self.answered.is_some_and(|of| due.to <= of))
    }
}

/// What decided a light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The indicator has no target.
    NoTarget,
    /// No figure; whether one is overdue stands in [`Judgement::dues`].
    NoFigure,
    /// The plan does not state the basis and the bureau has not decided it.
    BasisUndecided,
    /// There are figures, but none of the last target's year that it could be judged by.
    BeyondTargets,
    /// A newer figure is overdue.
    Overdue,
    /// The figure exists once a year and this one is not of December.
    YearNotOver,
    /// No baseline from before the end of the target's year.
    BaselineMissing,
    /// The figures are too large or too close to compute with.
    TooLarge,
    /// The target is reached; before the end of its year it may be lost again.
    Reached,
    /// The target's year is over and the target not reached.
    NotReached,
    /// A limit on an amount is broken, which cannot be made good.
    LimitBroken,
    /// The level holds so far.
    Held,
    /// The level does not hold now.
    NotHeld,
    /// The level that a later year asks for is not there yet; this year asks for none.
    NotYetHeld,
    /// Points ahead of or behind expected progress.
    Points,
}

/// Judges an indicator by its figures up to a day.
///
/// A target's year is judged by the figure of its December; the light of a year stays until a newer figure comes
/// or is overdue. Nothing before the plan's first month is overdue; after the last target's year its verdict stays.
pub fn judge(course: &Course, plan: &PlanIndex, as_of: Day, rule: &Rule) -> Judgement {
    let aims = aims(course, as_of);
    let last_year = aims.last().map(|aim| aim.year);
    let first = Month::new(plan.period.from, 1);
    let counts = |actual: &&Actual| {
        actual.month <= as_of.month()
            && first.is_some_and(|first| first <= actual.month)
            && last_year.is_none_or(|last| actual.month.year() <= last)
    };
    let beyond = course.actuals.iter().filter(|actual| {
        actual.month <= as_of.month() && last_year.is_some_and(|last| last < actual.month.year())
    });
    let actuals: Vec<Actual> = course.actuals.iter().filter(counts).copied().collect();
    let latest = actuals.iter().max_by_key(|actual| actual.month).copied();
    let year = latest.map_or(as_of.year().min(last_year.unwrap_or(plan.period.to)), |one| one.month.year());
    let goal = goal(&aims, course, year);
    let measured = latest
        .zip(goal.as_ref())
        .map(|(actual, goal)| progress(course, &aims, goal, actual, rule, plan.period.from));
    let mut judgement = Judgement {
        light: Light::NotJudged,
        reason: Reason::NoTarget,
        as_of,
        basis: course.basis(),
        is_decided: course.is_decided(),
        latest,
        beyond: beyond.max_by_key(|actual| actual.month).copied(),
        answered: course.periods.answered,
        partly: course
            .periods
            .partly
            .filter(|one| one.month <= as_of.month() && latest.is_none_or(|latest| latest.month < one.month)),
        dues: dues(
            plan,
            course.indicator.frequency,
            last_year.unwrap_or(plan.period.to),
            as_of,
            course.periods,
        ),
        holds: latest.zip(goal.as_ref()).map(|(actual, goal)| goal.holds(actual.value)),
        goal,
        baseline: course.baseline,
        wants_baseline: measured == Some(Err(Without::Baseline)),
        progress: measured.and_then(Result::ok),
        outlook: Outlook::default(),
        as_issued: None,
    };
    let (light, reason) = verdict(&judgement, course.indicator.frequency, measured, rule);
    (judgement.light, judgement.reason) = (light, reason);
    // At the end, and beyond the target, a baseline changes nothing any more.
    judgement.wants_baseline &= !matches!(light, Light::Met | Light::Missed);
    judgement.outlook = outlook(&judgement, &actuals, plan);
    if course.adjusted.iter().any(|one| one.from <= as_of) {
        let issued = judge(&Course { adjusted: &[], ..*course }, plan, as_of, rule).light;
        judgement.as_issued = Some(issued).filter(|issued| *issued != judgement.light);
    }
    judgement
}

fn verdict(
    judgement: &Judgement,
    frequency: Frequency,
    measured: Option<Result<Progress, Without>>,
    rule: &Rule,
) -> (Light, Reason) {
    let Some(goal) = &judgement.goal else { return (Light::NotJudged, Reason::NoTarget) };
    let beyond = (Light::NotJudged, Reason::BeyondTargets);
    let Some(actual) = judgement.latest else {
        return if judgement.beyond.is_some() { beyond } else { (Light::NoData, Reason::NoFigure) };
    };
    if judgement.basis == Basis::Unstated {
        return (Light::NotJudged, Reason::BasisUndecided);
    }
    let is_over = goal.end() == Some(actual.month);
    // What was reported for later years leaves no doubt that the last target's year is past.
    if judgement.beyond.is_some() && !is_over {
        return beyond;
    }
    if judgement.overdue(actual.month) {
        return (Light::Outdated, Reason::Overdue);
    }
    if frequency == Frequency::Yearly && actual.month.number() != 12 {
        return (Light::NotJudged, Reason::YearNotOver);
    }
    let holds = goal.holds(actual.value);
    match measured {
        None | Some(Err(Without::TooLarge)) => (Light::NotJudged, Reason::TooLarge),
        Some(_) if is_over && holds => (Light::Met, Reason::Reached),
        // The baseline matters only on the way: at the end, or beyond the target, there is nothing left to measure.
        Some(Err(Without::Baseline)) if is_over => (Light::Missed, Reason::NotReached),
        Some(Err(Without::Baseline)) if holds && goal.is_reached_for_good(judgement.basis) => {
            (Light::Met, Reason::Reached)
        }
        Some(Err(Without::Baseline)) => (Light::BaselineMissing, Reason::BaselineMissing),
        Some(Err(Without::Held)) => held(judgement.basis, goal, holds, is_over),
        Some(Ok(progress)) => moved(progress, goal, holds, is_over, rule),
    }
}

/// The light where nothing but compliance counts.
fn held(basis: Basis, goal: &Goal, holds: bool, is_over: bool) -> (Light, Reason) {
    let accumulates = matches!(basis, Basis::YearlyFlow | Basis::RunningTotal);
    match (holds, is_over) {
        (true, _) => (Light::Green, Reason::Held),
        (false, true) => (Light::Missed, Reason::NotReached),
        (false, false) if goal.yardstick.is_none() && goal.is_limit() && accumulates => {
            (Light::Missed, Reason::LimitBroken)
        }
        (false, false) if goal.is_on_the_way() => (Light::Amber, Reason::NotYetHeld),
        (false, false) => (Light::Red, Reason::NotHeld),
    }
}

/// The light of a way to the target, or of an allowance.
fn moved(progress: Progress, goal: &Goal, holds: bool, is_over: bool, rule: &Rule) -> (Light, Reason) {
    use super::Method::{Toward, Within};
    let is_target = goal.yardstick.is_none();
    match progress.method {
        _ if is_over && !holds => (Light::Missed, Reason::NotReached),
        Within if is_target && !holds => (Light::Missed, Reason::LimitBroken),
        Toward if is_target && holds => (Light::Met, Reason::Reached),
        _ => (by_points(progress.lead, rule), Reason::Points),
    }
}

/// Green unless it is behind by at least the rule's amber points; red above its red points.
fn by_points(lead: Ratio, rule: &Rule) -> Light {
    let behind = lead.negative();
    if behind <= Ratio::ZERO || behind < Ratio::from(rule.amber_points) {
        Light::Green
    } else if behind <= Ratio::from(rule.red_points) {
        Light::Amber
    } else {
        Light::Red
    }
}
