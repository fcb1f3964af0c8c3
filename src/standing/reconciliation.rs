//! Year-end reconciliation (年底对账销账): what each promise of a year came to, as the figures propose it and as somebody
//! signed it.
//!
//! A promise is a target of an indicator for the year, of the plan or set or adjusted later, a milestone whose years end
//! with it, or what an earlier year carried on to it. Every promise is in exactly one class, so that the classes add up.
//! Start with [`reconciliation`].

use super::adjusted::{YearAim, year_aim};
use super::goal::{aims, goal};
use super::{Actual, AsOf, Course, Goal, reading};
use crate::ledger::kinds::{Aim, Outcome, Verdict};
use crate::ledger::known::VerdictLife;
use crate::ledger::{Id, Report, Said, Stage};
use crate::plan::{Basis, Day, Indicator, Milestone, MilestoneKind, Month, Place, Quantity, Year};

/// What a year promised and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliation<'a> {
    /// The year.
    pub year: Year,
    /// Its promises: indicators in the order of the plan, then milestones, then what earlier years carried on to it.
    pub promises: Vec<Promise<'a>>,
    /// What earlier years carried on to it, also where the year has a target of its own for the same.
    pub brought: Vec<Brought<'a>>,
    /// Verdicts on something that is no promise of the year: the plan or an adjustment has changed since. They count nowhere.
    pub strays: Vec<VerdictLife<'a>>,
}

/// What a year carried on to a later one, signed by two people.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought<'a> {
    /// The year that promised it first.
    pub first: Year,
    /// What that year promised: a target or a milestone.
    pub what: Box<Promised<'a>>,
    /// The verdict that carried it on, the last of them.
    pub by: &'a Verdict,
}

impl Brought<'_> {
    /// The year that takes it over.
    pub fn to(&self) -> Option<Year> {
        self.by.carried.as_ref().map(|to| to.year)
    }
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
    /// What people have said of it.
    pub said: Option<VerdictLife<'a>>,
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
        /// The month since which every figure complies with the target; none where the latest does not.
        met_since: Option<Month>,
        /// The same of what accumulates and cannot be lost again: from the end of this month on it can be closed.
        proved_in: Option<Month>,
    },
    /// A milestone.
    Milestone {
        /// The milestone and where it stands.
        place: Place<'a, Milestone>,
        /// What was reported of it last by the end of the year, and when; without any, what was reported since.
        reported: Option<(Month, Stage)>,
        /// The month since which it is reported as done.
        met_since: Option<Month>,
    },
    /// What an earlier year carried on, where this one has no target of its own for the same.
    Brought(Brought<'a>),
}

impl Promised<'_> {
    /// Identifier of what was promised.
    pub fn id(&self) -> &str {
        match self {
            Self::Target { place, .. } => &place.item.id,
            Self::Milestone { place, .. } => &place.item.id,
            Self::Brought(brought) => brought.what.id(),
        }
    }

    /// Whether it is counted in figures.
    pub fn has_figures(&self) -> bool {
        match self {
            Self::Target { .. } => true,
            Self::Milestone { .. } => false,
            Self::Brought(brought) => brought.what.has_figures(),
        }
    }

    /// The month since which figures or reports say that it is met.
    pub fn met_since(&self) -> Option<Month> {
        match self {
            Self::Target { met_since, .. } | Self::Milestone { met_since, .. } => *met_since,
            Self::Brought(_) => None,
        }
    }

    /// The month by which it is reached for good, so that nobody has to wait for the year's end to close it.
    pub fn proved_in(&self) -> Option<Month> {
        match self {
            Self::Target { proved_in: month, .. } | Self::Milestone { met_since: month, .. } => *month,
            Self::Brought(_) => None,
        }
    }
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
    /// So does the latest figure before December, and what accumulates cannot be lost again.
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
    /// A direction is never done, whatever the organisation says: somebody has to judge it.
    Direction,
    /// An earlier year carried it on: somebody closes it, or ends it with a reason.
    Brought,
    /// Nobody has reported anything of it.
    NotReported,
}

/// In what a promise is counted: every promise is in exactly one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// What was signed or, before that, what the figures propose.
    Outcome(Outcome),
    /// The organisation says something of it that no figure proves, and nobody has judged it.
    ToJudge,
    /// The year is over and nothing on record says how it ended.
    NoRecord,
    /// The year is not over.
    NotDue,
}

impl Class {
    /// Every class, in the order in which they are counted.
    pub fn all() -> impl Iterator<Item = Self> {
        Outcome::ALL.into_iter().map(Self::Outcome).chain([Self::ToJudge, Self::NoRecord, Self::NotDue])
    }
}

impl Proposal {
    /// In what the promise is counted as long as nobody has signed.
    pub fn class(&self) -> Class {
        match (self.outcome, self.because) {
            (Some(outcome), _) => Class::Outcome(outcome),
            (None, Because::NotDue) => Class::NotDue,
            (None, Because::SaidDone | Because::SaidDoneLater | Because::Direction) => Class::ToJudge,
            (None, _) => Class::NoRecord,
        }
    }
}

impl<'a> Promise<'a> {
    /// Identifier of what was promised.
    pub fn id(&self) -> &str {
        self.what.id()
    }

    /// The class in which it is counted: the signed verdict, else what the figures propose.
    pub fn class(&self) -> Class {
        self.signed().map_or_else(|| self.proposal.class(), |verdict| Class::Outcome(verdict.outcome))
    }

    /// What stands of what people have said.
    pub fn verdict(&self) -> Option<&'a Verdict> {
        self.said.map(|said| said.stands.0)
    }

    /// The verdict, once doer and verifier have signed it.
    pub fn signed(&self) -> Option<&'a Verdict> {
        self.verdict().filter(|verdict| verdict.is_signed())
    }

    /// Whether the signed outcome is another one than the figures propose today, or the figures with which it was signed
    /// are not there any more. What was not met may be carried on.
    pub fn is_against_figures(&self) -> bool {
        let carried = |outcome| if outcome == Outcome::Carried { Outcome::NotMet } else { outcome };
        self.signed().is_some_and(|verdict| match self.proposal.outcome {
            Some(proposed) => proposed != carried(verdict.outcome),
            None => verdict.reported.is_some() && matches!(self.what, Promised::Target { .. }),
        })
    }

    /// Whether it is due, and neither figure nor report nor anybody says anything of it.
    fn is_silent(&self) -> bool {
        let has_data = match &self.what {
            Promised::Target { figure, .. } => figure.is_some(),
            Promised::Milestone { reported, .. } => reported.is_some(),
            Promised::Brought(_) => false,
        };
        !has_data && self.said.is_none()
    }

    fn carried_on(&self) -> Option<Brought<'a>> {
        let by = self.signed().filter(|by| by.outcome == Outcome::Carried)?;
        by.carried.as_ref().filter(|to| self.year < to.year)?;
        Some(match &self.what {
            Promised::Brought(brought) => Brought { by, ..brought.clone() },
            what => Brought { first: self.year, what: Box::new(what.clone()), by },
        })
    }
}

/// Whether of everything that is due in some years neither figure nor report nor verdict is on record.
pub fn is_silent(years: &[&Reconciliation]) -> bool {
    let is_due = |one: &&Promise| one.signed().is_some() || one.proposal.because != Because::NotDue;
    let mut due = years.iter().flat_map(|year| &year.promises).filter(is_due).peekable();
    due.peek().is_some() && due.all(Promise::is_silent)
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

    /// How many signed verdicts differ from what the figures say today.
    pub fn against_figures(&self) -> usize {
        self.promises.iter().filter(|one| one.is_against_figures()).count()
    }

    /// How many targets are judged as a paper adjusted them.
    pub fn adjusted(&self) -> usize {
        let by = |one: &&Promise| matches!(&one.what, Promised::Target { aim, .. } if aim.by.is_some());
        self.promises.iter().filter(by).count()
    }
}

/// Everything that a year promised, as of a day.
pub fn reconciliation(as_of: AsOf<'_>, year: Year) -> Reconciliation<'_> {
    let mut carried = Vec::new();
    for earlier in as_of.plan.period.iter().filter(|earlier| *earlier < year) {
        carried.extend(reconciled(as_of, earlier, &carried).promises.iter().filter_map(Promise::carried_on));
    }
    reconciled(as_of, year, &carried)
}

/// Those of every year of the plan, and of the year after it where something was carried on to it.
pub fn reconciliations(as_of: AsOf<'_>) -> Vec<Reconciliation<'_>> {
    let mut carried = Vec::new();
    let mut years = Vec::new();
    for year in as_of.plan.period.iter() {
        let of = reconciled(as_of, year, &carried);
        carried.extend(of.promises.iter().filter_map(Promise::carried_on));
        years.push(of);
    }
    let after = Year(as_of.plan.period.to.0 + 1);
    if carried.iter().any(|one| one.to() == Some(after)) {
        years.push(reconciled(as_of, after, &carried));
    }
    years
}

/// A year with what earlier years carried on, to whichever year.
fn reconciled<'a>(as_of: AsOf<'a>, year: Year, carried: &[Brought<'a>]) -> Reconciliation<'a> {
    let mut said = as_of.ledger.verdicts_by(year, as_of.today, as_of.offset);
    let targets = as_of.plan.indicators().filter_map(|place| target(as_of, place, year));
    let milestones = as_of
        .plan
        .milestones()
        .filter(|place| place.item.years.to == year)
        .map(|place| milestone(as_of, place));
    let mut promised: Vec<(Promised, Proposal)> = targets.chain(milestones).collect();
    let brought: Vec<Brought> = carried.iter().filter(|one| one.to() == Some(year)).cloned().collect();
    let is_over = Day::new(year, 12, 31).is_some_and(|end| end < as_of.today);
    let because = if is_over { Because::Brought } else { Because::NotDue };
    for one in &brought {
        // Where the year has a target of its own for the same, it is reconciled with that.
        if promised.iter().all(|(what, _)| what.id() != one.what.id()) {
            promised.push((Promised::Brought(one.clone()), Proposal { outcome: None, because }));
        }
    }
    let promises = promised.into_iter().map(|(what, proposal)| {
        let id: Id = what.id().into();
        Promise { year, what, proposal, said: said.remove(&id) }
    });
    let promises = promises.collect();
    Reconciliation { year, promises, brought, strays: said.into_values().collect() }
}

/// What a promise comes to by another figure than the ledger's, as one that was checked; none of what is not counted in
/// figures.
pub fn by_figure(as_of: AsOf, promise: &Promise, value: Quantity) -> Option<Proposal> {
    let (what, year) = match &promise.what {
        Promised::Brought(brought) => (&*brought.what, brought.first),
        what => (what, promise.year),
    };
    let Promised::Target { place, aim, .. } = what else { return None };
    let checked = Actual { month: Month::new(year, 12)?, value };
    Some(reading::with_course(as_of.plan, as_of.ledger, place.item, |course| {
        proposal(course, as_of, year, aim, Some(checked))
    }))
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
    let (proposal, figure, met_since, proved_in) = reading::with_course(plan, ledger, place.item, |course| {
        let figure = figure(course, as_of, year);
        let proposal = proposal(course, as_of, year, &aim, figure);
        let goal = goal_of(course, as_of, year);
        let since = goal.as_ref().and_then(|goal| met_since(course, goal, as_of));
        let for_good = goal.zip(since).filter(|(goal, month)| accumulates(course, goal, *month));
        (proposal, figure, since, for_good.map(|(_, month)| month))
    });
    Some((Promised::Target { place, aim: Box::new(aim), figure, met_since, proved_in }, proposal))
}

/// The goal of the year itself, never that of a later one.
fn goal_of(course: &Course, as_of: AsOf, year: Year) -> Option<Goal> {
    goal(&aims(course, until(as_of, year)), course, year).filter(|goal| goal.year == year)
}

/// The figure of the year's December; as long as it is not there, the latest before it where that has reached the target for
/// good. A total that has fallen since has not.
fn figure(course: &Course, as_of: AsOf, year: Year) -> Option<Actual> {
    let december = Month::new(year, 12)?;
    let known = course.actuals.iter().filter(|one| one.month <= as_of.today.month());
    if let Some(of_december) = known.clone().find(|one| one.month == december) {
        return Some(*of_december);
    }
    let goal = goal_of(course, as_of, year)?;
    known
        .filter(|one| one.month < december && accumulates(course, &goal, one.month))
        .max_by_key(|one| one.month)
        .filter(|one| goal.holds(one.value))
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

/// The first month of the last run of months whose figures comply with the target. What is counted or measured anew each
/// year begins with it.
fn met_since(course: &Course, goal: &Goal, as_of: AsOf) -> Option<Month> {
    let last = Month::new(goal.year, 12)?.min(as_of.today.month());
    let is_of_year = matches!(course.basis(), Basis::YearlyFlow | Basis::Level);
    let counts = |one: &&Actual| one.month <= last && (!is_of_year || one.month.year() == goal.year);
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
    let met_since = months.take_while(|month| first <= *month && is_done(month)).last();
    let open = |because| Proposal { outcome: None, because };
    let proposal = match (by_then, since, milestone.kind) {
        (Some((_, Stage::Done)), _, MilestoneKind::State) => open(Because::SaidDone),
        _ if !is_over => open(Because::NotDue),
        (_, Some(_), MilestoneKind::Direction) => open(Because::Direction),
        (Some(_), ..) => Proposal { outcome: Some(Outcome::NotMet), because: Because::SaidNotDone },
        (None, Some((_, Stage::Done)), MilestoneKind::State) => open(Because::SaidDoneLater),
        (None, ..) => open(Because::NotReported),
    };
    (Promised::Milestone { place, reported: by_then.or(since), met_since }, proposal)
}
