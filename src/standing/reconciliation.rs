//! Year-end reconciliation (年底对账销账): what each promise of a year came to, as the figures propose it and as somebody
//! signed it.
//!
//! A promise is a target of an indicator for the year, of the plan or set or adjusted later, or a milestone whose years end
//! with it. Every promise is in exactly one class, so that the classes add up. Start with [`reconciliation`].

use super::adjusted::{YearAim, year_aim};
use super::goal::{aims, goal};
use super::{Actual, AsOf, Course, Goal, reading};
use crate::ledger::kinds::{Aim, Outcome, Status, Verdict};
use crate::ledger::{Found, Id, Report, Said, Stage};
use crate::plan::{Basis, Day, Indicator, Milestone, MilestoneKind, Month, Place, Quantity, Year};

/// What a year promised and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliation<'a> {
    /// The year.
    pub year: Year,
    /// Its promises: indicators in the order of the plan, then milestones.
    pub promises: Vec<Promise<'a>>,
    /// Verdicts on something that is no promise of the year: the plan or an adjustment has changed since. They count nowhere.
    pub strays: Vec<(&'a Verdict, Found<'a>)>,
}

/// One promise of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise<'a> {
    /// The year in which it was to be reached.
    pub year: Year,
    /// What was promised.
    pub what: Promised<'a>,
    /// What the figures propose today.
    pub proposal: Proposal,
    /// What somebody said of it.
    pub verdict: Option<(&'a Verdict, Found<'a>)>,
    /// Signed, and what the figures say today is another outcome than what they said with the figure that was checked.
    pub would_differ: bool,
}

/// What was promised.
#[derive(Clone, Debug, PartialEq)]
pub enum Promised<'a> {
    /// A target of an indicator.
    Target {
        /// The indicator and where it stands.
        place: Place<'a, Indicator>,
        /// The target in both forms.
        aim: Box<YearAim<'a>>,
        /// The figure that counts: that of the year's December, or an earlier one that reached the target for good.
        figure: Option<Actual>,
        /// The first month whose figure complies with the target; none where none does, or a later one did not and no
        /// figure has since.
        first_met: Option<Month>,
    },
    /// A milestone.
    Milestone {
        /// The milestone and where it stands.
        place: Place<'a, Milestone>,
        /// What was reported of it last by the end of the year, and when; without any, what was reported since.
        reported: Option<(Month, Stage)>,
        /// The first month since which it is reported as done.
        first_met: Option<Month>,
    },
}

/// What the figures propose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The outcome; none where the year is not over and nothing has decided it for good, or nothing is on record.
    pub outcome: Option<Outcome>,
    /// What decided it.
    pub because: Because,
}

/// What decided a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The year is not over.
    NotDue,
    /// The figure complies with the target.
    Complies,
    /// So does a figure of an earlier month, and what accumulates cannot be lost again.
    CompliedEarly,
    /// The figure does not comply with the target.
    FallsShort,
    /// There is no figure of the year's December.
    NoFigure,
    /// The organisation says of the year's December that the figure is not out yet.
    NotYetPublished,
    /// The plan does not say how the figure is counted, and the bureau has not decided it.
    NoBasis,
    /// A paper took the target away.
    TakenAway,
    /// It complies with the adjusted target and not with that of the plan.
    OnlyAsAdjusted,
    /// The organisation says that it is done; nobody has judged it.
    SaidDone,
    /// The organisation says how far it was by the end of the year, and that is not done.
    SaidNotDone,
    /// Nothing was said of it by the end of the year; that it is done was said later.
    SaidDoneLater,
    /// A direction is never done: somebody has to judge it.
    Direction,
    /// Nobody has reported anything of it.
    NotReported,
}

/// In what a promise is counted: every promise is in exactly one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// What was signed or, before that, what the figures propose.
    Outcome(Outcome),
    /// The year is over and nothing on record says how it ended.
    NoRecord,
    /// The year is not over.
    NotDue,
}

impl Class {
    /// Every class, in the order in which they are counted.
    pub fn all() -> impl Iterator<Item = Self> {
        Outcome::ALL.into_iter().map(Self::Outcome).chain([Self::NoRecord, Self::NotDue])
    }
}

impl Proposal {
    /// In what the promise is counted as long as nobody has signed.
    pub fn class(&self) -> Class {
        match (self.outcome, self.because) {
            (Some(outcome), _) => Class::Outcome(outcome),
            (None, Because::NotDue) => Class::NotDue,
            (None, _) => Class::NoRecord,
        }
    }
}

impl Promise<'_> {
    /// Identifier of what was promised.
    pub fn id(&self) -> &str {
        match &self.what {
            Promised::Target { place, .. } => &place.item.id,
            Promised::Milestone { place, .. } => &place.item.id,
        }
    }

    /// The class in which it is counted: the signed verdict, else what the figures propose.
    pub fn class(&self) -> Class {
        self.signed().map_or_else(|| self.proposal.class(), |verdict| Class::Outcome(verdict.outcome))
    }

    /// The verdict, once doer and verifier have signed it.
    pub fn signed(&self) -> Option<&Verdict> {
        self.verdict.map(|(verdict, _)| verdict).filter(|verdict| verdict.status == Status::Decided)
    }

    /// Whether the signed outcome is another one than the figures propose. What was not met may be carried on.
    pub fn is_against_figures(&self) -> bool {
        let carried = |outcome| if outcome == Outcome::Carried { Outcome::NotMet } else { outcome };
        self.signed().is_some_and(|verdict| {
            self.proposal.outcome.is_some_and(|proposed| proposed != carried(verdict.outcome))
        })
    }
}

impl Reconciliation<'_> {
    /// Every class with how many promises are in it; together they are all of them.
    pub fn counts(&self) -> Vec<(Class, usize)> {
        Class::all()
            .map(|class| (class, self.promises.iter().filter(|one| one.class() == class).count()))
            .collect()
    }

    /// How many verdicts are signed.
    pub fn signed(&self) -> usize {
        self.promises.iter().filter(|one| one.signed().is_some()).count()
    }

    /// How many signed verdicts would differ by what the figures say today.
    pub fn would_differ(&self) -> usize {
        self.promises.iter().filter(|one| one.would_differ).count()
    }
}

/// Everything that a year promised, as of a day.
pub fn reconciliation(as_of: AsOf<'_>, year: Year) -> Reconciliation<'_> {
    let mut verdicts = as_of.ledger.verdicts_of(year);
    // Of an earlier day nobody had said it yet.
    verdicts.retain(|_, (verdict, _)| verdict.on <= as_of.today);
    let targets = as_of.plan.indicators().filter_map(|place| target(as_of, place, year));
    let milestones = as_of
        .plan
        .milestones()
        .filter(|place| place.item.years.to == year)
        .map(|place| milestone(as_of, place));
    let promises = targets.chain(milestones).map(|(what, proposal)| {
        let mut promise = Promise { year, what, proposal, verdict: None, would_differ: false };
        let id: Id = promise.id().into();
        promise.verdict = verdicts.remove(&id);
        promise.would_differ = promise.signed().is_some_and(|signed| would_differ(as_of, &promise, signed));
        promise
    });
    let promises = promises.collect();
    Reconciliation { year, promises, strays: verdicts.into_values().collect() }
}

/// The last day of a year, or the day of asking where that is earlier.
fn until(as_of: AsOf, year: Year) -> Day {
    Day::new(year, 12, 31).map_or(as_of.today, |end| end.min(as_of.today))
}

/// What an indicator was to reach in a year; none where nothing was ever promised of it.
fn target<'a>(as_of: AsOf<'a>, place: Place<'a, Indicator>, year: Year) -> Option<(Promised<'a>, Proposal)> {
    let AsOf { plan, ledger, .. } = as_of;
    let aim = year_aim(ledger, place.item, year, until(as_of, year));
    aim.issued.or(aim.adjusted)?;
    let (proposal, figure, first_met) = reading::with_course(plan, ledger, place.item, |course| {
        let figure = figure(course, as_of, year);
        let proposal = proposal(course, as_of, year, &aim, figure);
        let goal = goal_of(course, as_of, year);
        (proposal, figure, goal.and_then(|goal| first_met(course, &goal, as_of)))
    });
    Some((Promised::Target { place, aim: Box::new(aim), figure, first_met }, proposal))
}

/// The goal of the year itself, never that of a later one.
fn goal_of(course: &Course, as_of: AsOf, year: Year) -> Option<Goal> {
    goal(&aims(course, until(as_of, year)), course, year).filter(|goal| goal.year == year)
}

/// The figure of the year's December; before it is there, the latest of the year where it has reached the target for good.
fn figure(course: &Course, as_of: AsOf, year: Year) -> Option<Actual> {
    let december = Month::new(year, 12)?;
    let known = course.actuals.iter().filter(|one| one.month <= as_of.today.month());
    if let Some(of_december) = known.clone().find(|one| one.month == december) {
        return Some(*of_december);
    }
    let goal = goal_of(course, as_of, year)?;
    known
        .filter(|one| accumulates(course, &goal, one.month) && one.month < december && goal.holds(one.value))
        .max_by_key(|one| one.month)
        .copied()
}

/// Whether what a month has counted for a target cannot be lost again.
fn accumulates(course: &Course, goal: &Goal, month: Month) -> bool {
    let counts = match course.basis() {
        Basis::RunningTotal => true,
        Basis::YearlyFlow => month.year() == goal.year,
        Basis::Stock | Basis::Level | Basis::Unstated => false,
    };
    counts && !goal.is_limit()
}

/// The first month of the last run of months whose figures comply with the target.
fn first_met(course: &Course, goal: &Goal, as_of: AsOf) -> Option<Month> {
    let last = Month::new(goal.year, 12)?.min(as_of.today.month());
    let is_flow = course.basis() == Basis::YearlyFlow;
    let counts = |one: &&Actual| one.month <= last && (!is_flow || one.month.year() == goal.year);
    let mut months: Vec<&Actual> = course.actuals.iter().filter(counts).collect();
    months.sort_by_key(|one| one.month);
    let run = months.iter().rev().take_while(|one| goal.holds(one.value));
    // A limit is complied with until the year is over, or not at all; what nobody knows how to count meets nothing.
    run.last().filter(|_| !goal.is_limit() && course.basis() != Basis::Unstated).map(|one| one.month)
}

fn proposal(course: &Course, as_of: AsOf, year: Year, aim: &YearAim, figure: Option<Actual>) -> Proposal {
    let said = |outcome, because| Proposal { outcome: Some(outcome), because };
    let Some(goal) = goal_of(course, as_of, year) else {
        return said(Outcome::Adjusted, Because::TakenAway);
    };
    let is_over = Day::new(year, 12, 31).is_some_and(|end| end < as_of.today);
    if course.basis() == Basis::Unstated {
        return match is_over {
            true => said(Outcome::Undecided, Because::NoBasis),
            false => Proposal { outcome: None, because: Because::NotDue },
        };
    }
    let december = Month::new(year, 12);
    match figure.filter(|one| is_over || Some(one.month) != december || accumulates(course, &goal, one.month))
    {
        Some(one) if !goal.holds(one.value) && is_over => said(Outcome::NotMet, Because::FallsShort),
        Some(one) if !goal.holds(one.value) => Proposal { outcome: None, because: Because::NotDue },
        Some(one) if aim.by.is_some() && !holds(aim.issued, one.value) => {
            said(Outcome::Adjusted, Because::OnlyAsAdjusted)
        }
        Some(one) => {
            let because =
                if Some(one.month) == december { Because::Complies } else { Because::CompliedEarly };
            said(met(&goal, one.value), because)
        }
        None if is_over && is_unpublished(course, as_of, december) => {
            said(Outcome::Unpublished, Because::NotYetPublished)
        }
        None if is_over => Proposal { outcome: None, because: Because::NoFigure },
        None => Proposal { outcome: None, because: Because::NotDue },
    }
}

/// Whether a figure complies with a target; what was never promised cannot be missed.
fn holds(aim: Option<Aim>, value: Quantity) -> bool {
    aim.is_none_or(|aim| aim.comparator.holds(value, aim.value))
}

/// More than was asked is an outcome of its own, but not of what asks for more than a figure already (突破), nor of a limit.
fn met(goal: &Goal, value: Quantity) -> Outcome {
    let is_more = !goal.is_strict() && !goal.is_limit() && goal.value < value;
    if is_more { Outcome::Exceeded } else { Outcome::Met }
}

/// Whether the organisation says of a month that the figure exists and is not out yet.
fn is_unpublished(course: &Course, as_of: AsOf, month: Option<Month>) -> bool {
    let of = as_of.ledger.actuals(&course.indicator.id);
    let said = month.and_then(|month| of.get(&None)?.get(&month).map(|found| &found.entry.said));
    matches!(said, Some(Said::Actual { report: Report::NotYetPublished, .. }))
}

fn milestone<'a>(as_of: AsOf<'a>, place: Place<'a, Milestone>) -> (Promised<'a>, Proposal) {
    let AsOf { plan, ledger, today, .. } = as_of;
    let milestone = place.item;
    let is_over = Day::new(milestone.years.to, 12, 31).is_some_and(|end| end < today);
    let stage = |until: Month| ledger.stage(&milestone.id, until).map(|(month, stage, _)| (month, stage));
    let end = until(as_of, milestone.years.to).month();
    let (by_then, since) = (stage(end), stage(today.month()));
    let first = Month::new(plan.period.from, 1).unwrap_or(end);
    let months = std::iter::successors(Some(end), |month| Some(month.plus(-1)));
    let is_done = |month: &Month| stage(*month).is_some_and(|(_, stage)| stage == Stage::Done);
    let first_met = months.take_while(|month| first <= *month && is_done(month)).last();
    let said = |outcome, because| Proposal { outcome: Some(outcome), because };
    let open = |because| Proposal { outcome: None, because };
    let proposal = match (by_then, since, milestone.kind) {
        (Some((_, Stage::Done)), ..) => said(Outcome::Met, Because::SaidDone),
        _ if !is_over => open(Because::NotDue),
        (Some(_), _, MilestoneKind::State) => said(Outcome::NotMet, Because::SaidNotDone),
        (Some(_), _, MilestoneKind::Direction) => said(Outcome::Undecided, Because::Direction),
        (None, Some((_, Stage::Done)), _) => open(Because::SaidDoneLater),
        (None, ..) => open(Because::NotReported),
    };
    (Promised::Milestone { place, reported: by_then.or(since), first_met }, proposal)
}

/// Whether the figures of today come to another outcome than the figure that was checked when it was signed.
fn would_differ(as_of: AsOf, promise: &Promise, signed: &Verdict) -> bool {
    let Promised::Target { place, aim, figure, .. } = &promise.what else {
        let said = [promise.proposal.outcome, Some(signed.outcome)];
        return said == [Some(Outcome::Met), Some(Outcome::NotMet)]
            || said == [Some(Outcome::NotMet), Some(Outcome::Met)];
    };
    if figure.map(|one| one.value) == signed.checked {
        return false;
    }
    let checked =
        signed.checked.and_then(|value| Some(Actual { month: Month::new(signed.year, 12)?, value }));
    let then = reading::with_course(as_of.plan, as_of.ledger, place.item, |course| {
        proposal(course, as_of, signed.year, aim, checked)
    });
    then.outcome != promise.proposal.outcome
}
