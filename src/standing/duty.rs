//! What an organisation owes for a reporting period, and how it stands with it.
//!
//! The plan prescribes that leads report monthly (月调度); it does not say who writes down which figure.
//! The reading taken here, told on the page: the lead organisations of a task report its indicators,
//! measures and milestones; a district reports its own share of the indicators of tasks for which the
//! districts are responsible; whoever else is responsible by name reports problems, or that there are none.

use super::due;
use super::window::{self, Window};
use super::year_duty::{OwedItem, YearDuty};
use crate::ledger::{Batch, BatchId, Ledger, Said, Slot, Stage};
use crate::plan::{
    Day, DistrictRule, Frequency, Indicator, Measure, Milestone, Month, OrganisationKind, PlanIndex, Role,
    Task, Year,
};

/// The items that an organisation answers for in a period, in the order of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty<'a> {
    /// Identifier of the organisation.
    pub organisation: &'a str,
    /// The reporting period.
    pub month: Month,
    /// Figures to report, due or not; see [`OwedFigure::is_due`].
    pub indicators: Vec<OwedFigure<'a>>,
    /// Measures on whose progress a lead reports.
    pub measures: Vec<(&'a Task, &'a Measure)>,
    /// Milestones on whose progress a lead reports.
    pub milestones: Vec<(&'a Task, &'a Milestone)>,
    /// Items of the year's list on whose progress a lead reports.
    pub items: Vec<OwedItem>,
    /// It answers for something by name, though perhaps not in this period.
    pub answers: bool,
}

/// A figure that is owed: the city's, or a district's share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwedFigure<'a> {
    /// The task to which the indicator belongs.
    pub task: &'a Task,
    /// The indicator as the plan has it.
    pub indicator: &'a Indicator,
    /// The organisation reports its own share as a district.
    pub is_share: bool,
    /// The indicator's frequency makes a figure due for this period, and a target may judge it; else it may be given, and
    /// is not missed.
    pub is_due: bool,
    /// Its last target's year is past: no figure is owed any more.
    pub is_past: bool,
}

/// How an organisation stands with a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportStatus {
    /// Nothing has come, and nothing is asked for.
    NotOwed(NotOwed),
    /// The period is not over, or reports are not asked for yet.
    Coming,
    /// The window is open and nothing has come.
    Awaited,
    /// The window is past and nothing has come.
    Late,
    /// It has come; whether after the window is said beside.
    Submitted {
        /// The batch with the organisation's submission.
        batch: BatchId,
        /// It was written after the window had closed.
        is_late: bool,
    },
    /// It has come, and the officer took it over.
    Accepted {
        /// The batch with the organisation's submission.
        batch: BatchId,
        /// It was written after the window had closed.
        is_late: bool,
    },
    /// It has come, and the officer gave it back.
    Returned {
        /// The batch with the organisation's submission.
        batch: BatchId,
        /// The batch that returns it; its reason is [`return_reason`]'s.
        by: BatchId,
    },
}

/// Why nothing is asked of an organisation for a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOwed {
    /// The bureau did not use the page yet.
    BeforeUse,
    /// Of the items that it answers for, none falls due (本期无须报).
    NothingDue,
}

/// Every organisation that owes reports: leads, others responsible by name, districts through their group.
/// Leads come first, then in the order of the plan's list.
pub fn reporters(plan: &PlanIndex) -> Vec<&str> {
    let is_group = |id: &str| plan.organisation(id).is_some_and(|one| one.kind == OrganisationKind::Group);
    let has = |id: &str, role: Role| {
        plan.tasks().any(|(_, task)| plan.role(task, id).is_some_and(|(has, _)| has == role))
    };
    let of = |role: Role| {
        plan.organisations.iter().map(|one| one.id.as_str()).filter(move |id| !is_group(id) && has(id, role))
    };
    let leads: Vec<&str> = of(Role::Lead).collect();
    let others = of(Role::Responsible).filter(|id| !leads.contains(id));
    leads.iter().copied().chain(others).collect()
}

/// What an organisation owes for a period, after what the ledger says of earlier ones: an indicator is not due any more
/// after its last target's year, and a measure goes once an earlier period called it done, or by the year's list
/// ([`YearDuty`]). A milestone stays: it may fall back.
pub fn duty<'a>(plan: &'a PlanIndex, ledger: &Ledger, organisation: &'a str, month: Month) -> Duty<'a> {
    duty_of(plan, ledger, organisation, &YearDuty::new(ledger, month))
}

/// The same by a list that was read already: whoever asks of many organisations reads it once.
pub fn duty_of<'a>(plan: &'a PlanIndex, ledger: &Ledger, organisation: &'a str, year: &YearDuty) -> Duty<'a> {
    let month = year.month();
    let mut duty = answerable(plan, organisation, month);
    for owed in &mut duty.indicators {
        owed.is_past = !has_target_from(ledger, owed.indicator, month.year());
        owed.is_due &= !owed.is_past;
    }
    duty.measures.retain(|(_, one)| year.keeps(one) && is_open(ledger, &one.id, month));
    duty.items = year.items(plan, organisation);
    duty.answers |= !duty.items.is_empty();
    duty
}

/// Everything that an organisation may report for a period, owed or not: what it answers for by the plan.
pub fn answerable<'a>(plan: &'a PlanIndex, organisation: &'a str, month: Month) -> Duty<'a> {
    let mut duty = Duty {
        organisation,
        month,
        indicators: vec![],
        measures: vec![],
        milestones: vec![],
        items: vec![],
        answers: false,
    };
    for (_, task) in plan.tasks() {
        let leads = matches!(plan.role(task, organisation), Some((Role::Lead, _)));
        if leads {
            duty.measures.extend(task.measures.iter().filter(|one| is_of(one, month)).map(|one| (task, one)));
            duty.milestones.extend(task.milestones.iter().map(|one| (task, one)));
        }
        let shares = !leads && has_share(plan, task, organisation);
        if leads || shares {
            duty.answers = true;
            let owed = task.indicators.iter().filter(|one| leads || one.districts == DistrictRule::Sum);
            duty.indicators.extend(owed.map(|indicator| OwedFigure {
                task,
                indicator,
                is_share: !leads,
                is_due: is_due(indicator.frequency, month),
                is_past: false,
            }));
        }
    }
    duty
}

/// Whether no period before a month called a measure or milestone done.
pub(super) fn is_open(ledger: &Ledger, id: &str, month: Month) -> bool {
    !matches!(ledger.stage(id, month.plus(-1)), Some((_, Stage::Done, _)))
}

/// Whether a figure of a year can still be judged: a target of that year or of a later one, or none at all yet.
fn has_target_from(ledger: &Ledger, indicator: &Indicator, year: Year) -> bool {
    let issued = indicator.targets.iter().map(|target| target.year);
    let set = ledger.year_targets(&indicator.id).into_iter().map(|(year, _)| year);
    issued.chain(set).max().is_none_or(|last| year <= last)
}

/// Whether a frequency makes a figure due at the end of a month.
pub fn is_due(frequency: Frequency, month: Month) -> bool {
    let every = match frequency {
        Frequency::Monthly => 1,
        Frequency::Quarterly => 3,
        Frequency::Yearly => 12,
    };
    month.number().is_multiple_of(every)
}

/// How an organisation stands with a period on a day; `offset` is the time zone's distance from UTC in minutes.
pub fn report(
    plan: &PlanIndex,
    ledger: &Ledger,
    organisation: &str,
    month: Month,
    today: Day,
    offset: i32,
) -> ReportStatus {
    let owes = || not_owed(plan, ledger, organisation, month);
    status(plan, ledger, (organisation, month), (today, offset), owes)
}

/// The same by a list that was read already, see [`duty_of`].
pub fn report_of(
    plan: &PlanIndex,
    ledger: &Ledger,
    organisation: &str,
    year: &YearDuty,
    today: Day,
    offset: i32,
) -> ReportStatus {
    let month = year.month();
    let owes = || why_not_owed(ledger, &|| duty_of(plan, ledger, organisation, year), month);
    status(plan, ledger, (organisation, month), (today, offset), owes)
}

fn status(
    plan: &PlanIndex,
    ledger: &Ledger,
    (organisation, month): (&str, Month),
    (today, offset): (Day, i32),
    not_owed: impl FnOnce() -> Option<NotOwed>,
) -> ReportStatus {
    let window = window::window(plan, ledger, month).map(Window::days);
    if let Some(batch) = latest(ledger, organisation, month) {
        let is_late = !window::is_before_use(ledger, month)
            && window.is_some_and(|(_, closes)| batch.written.day(offset) > closes);
        let verdict = ledger.verdict(batch.id);
        let said = verdict.and_then(|id| Some((id.batch, &ledger.entry(id)?.said)));
        return match said {
            Some((_, Said::Acceptance { .. })) => ReportStatus::Accepted { batch: batch.id, is_late },
            Some((by, Said::Return { .. })) => ReportStatus::Returned { batch: batch.id, by },
            _ => ReportStatus::Submitted { batch: batch.id, is_late },
        };
    }
    if let Some(why) = not_owed() {
        return ReportStatus::NotOwed(why);
    }
    match window {
        Some((opens, _)) if today < opens => ReportStatus::Coming,
        Some((_, closes)) if today > closes => ReportStatus::Late,
        _ => ReportStatus::Awaited,
    }
}

/// Why an organisation owes no report for a period, whatever it sent; nothing where it owes one.
pub fn not_owed(plan: &PlanIndex, ledger: &Ledger, organisation: &str, month: Month) -> Option<NotOwed> {
    why_not_owed(ledger, &|| duty(plan, ledger, organisation, month), month)
}

fn why_not_owed<'a>(ledger: &Ledger, duty: &dyn Fn() -> Duty<'a>, month: Month) -> Option<NotOwed> {
    if window::is_before_use(ledger, month) {
        return Some(NotOwed::BeforeUse);
    }
    is_nothing_due(&duty()).then_some(NotOwed::NothingDue)
}

/// Whether nothing of what an organisation answers for falls due for the period. Whoever answers for nothing by name
/// still reports problems, or that there are none.
pub fn is_nothing_due(duty: &Duty) -> bool {
    duty.answers
        && duty.indicators.iter().all(|owed| !owed.is_due)
        && duty.measures.is_empty()
        && duty.milestones.is_empty()
        && duty.items.is_empty()
}

/// The periods that can be reported on, first to last.
pub fn periods(plan: &PlanIndex) -> Vec<Month> {
    let monthly = plan.cycle.rounds.iter().min_by_key(|round| round.months);
    monthly.map(|round| due::series(plan, round).map(|due| due.to).collect()).unwrap_or_default()
}

/// The period whose reports are due or were due last on a day: the one before the day's month, within the plan.
pub fn current(plan: &PlanIndex, today: Day) -> Option<Month> {
    let before = today.month().plus(-1);
    let periods = periods(plan);
    periods.iter().rev().find(|month| **month <= before).or(periods.first()).copied()
}

/// The last batch with a submission of the organisation for the period, also if it was returned.
fn latest<'a>(ledger: &'a Ledger, organisation: &str, month: Month) -> Option<&'a Batch> {
    let slot = Slot::Submission { organisation: organisation.into(), month };
    let all = ledger.history(&slot).into_iter().rev();
    let standing = all.filter(|id| !matches!(ledger.change(*id), Some(crate::ledger::Change::Withdrawn)));
    standing.filter_map(|id| ledger.batch(id.batch)).next()
}

/// A measure of a year is reported on from then on: what is not done by the year's end does not go away.
fn is_of(measure: &Measure, month: Month) -> bool {
    measure.year.is_none_or(|year| year <= month.year())
}

fn has_share(plan: &PlanIndex, task: &Task, organisation: &str) -> bool {
    let is_district = plan.districts.iter().any(|id| id == organisation);
    is_district && matches!(plan.role(task, organisation), Some((Role::Responsible, Some(_))))
}

/// Why a batch was returned, if it was.
pub fn return_reason(ledger: &Ledger, batch: BatchId) -> Option<String> {
    match &ledger.entry(ledger.verdict(batch)?)?.said {
        Said::Return { reason, .. } => Some(reason.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
