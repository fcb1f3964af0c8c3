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
    let mut duty = answerable(plan, organisation, month);
    for owed in &mut duty.indicators {
        owed.is_past = !has_target_from(ledger, owed.indicator, month.year());
        owed.is_due &= !owed.is_past;
    }
    let year = YearDuty::new(ledger, month);
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
    if let Some(why) = not_owed(plan, ledger, organisation, month) {
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
    if window::is_before_use(ledger, month) {
        return Some(NotOwed::BeforeUse);
    }
    is_nothing_due(&duty(plan, ledger, organisation, month)).then_some(NotOwed::NothingDue)
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
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::ledger::{BatchId, Moment};

    fn plan() -> PlanIndex {
        let text = include_str!("../../public/plan.json");
        crate::plan::read::from_json(text).expect("the shipped plan")
    }

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_lead_owes_the_citys_figures_and_a_district_its_share() {
        let plan = plan();
        let lead = duty(&plan, &Ledger::default(), "science-bureau", month("2024-08"));
        assert_eq!(lead.indicators.len(), 17);
        assert!(lead.indicators.iter().all(|owed| !owed.is_share));
        assert!(lead.measures.len() > 15 && lead.milestones.len() > 4);
        let district = duty(&plan, &Ledger::default(), "haicheng", month("2024-08"));
        let names: Vec<&str> = district.indicators.iter().map(|owed| owed.indicator.id.as_str()).collect();
        assert_eq!(names, ["new-provincial-carriers", "carriers", "alliances"]);
        assert!(district.indicators.iter().all(|owed| owed.is_share) && district.measures.is_empty());
        assert!(duty(&plan, &Ledger::default(), "tax-bureau", month("2024-08")).indicators.is_empty());
    }

    #[test]
    fn a_quarterly_figure_is_due_at_the_quarters_end() {
        let plan = plan();
        let due = |text| {
            let duty = duty(&plan, &Ledger::default(), "haicheng", month(text));
            duty.indicators.iter().filter(|owed| owed.is_due).count()
        };
        // One of the three has a target of 2023 alone.
        assert_eq!((due("2023-08"), due("2023-09"), due("2024-08"), due("2024-09")), (0, 3, 0, 2));
    }

    #[test]
    fn leads_come_first_and_groups_never() {
        let plan = plan();
        let all = reporters(&plan);
        assert_eq!(all[0], "science-bureau");
        assert!(all.contains(&"haicheng") && all.contains(&"tax-bureau"));
        assert!(!all.contains(&"all-districts") && !all.contains(&"cas-shenyang"));
    }

    #[test]
    fn a_report_is_coming_awaited_late_submitted_accepted_or_returned() {
        let plan = plan();
        let about = month("2024-08");
        let at = |ledger: &Ledger, text| report(&plan, ledger, "science-bureau", about, day(text), 480);
        let empty = Ledger::default();
        assert_eq!(at(&empty, "2024-08-31"), ReportStatus::Coming);
        assert_eq!(at(&empty, "2024-09-05"), ReportStatus::Awaited);
        assert_eq!(at(&empty, "2024-09-06"), ReportStatus::Late);
        let id = BatchId { writer: 1, sequence: 0 };
        let written = duty_moment("2024-09-06");
        let sent = batch(id, written, 8, [actual("alliances", "12"), entry(Said::Submission)]);
        let mut ledger = Ledger::new([sent]);
        assert_eq!(at(&ledger, "2024-09-07"), ReportStatus::Submitted { batch: id, is_late: true });
        let officer = |sequence, said| {
            batch(BatchId { writer: 2, sequence }, written + 1 + u64::from(sequence), 8, [entry(said)])
        };
        ledger.add(officer(0, Said::Return { of: id, reason: "缺附件".into() }));
        let by = BatchId { writer: 2, sequence: 0 };
        assert_eq!(at(&ledger, "2024-09-07"), ReportStatus::Returned { batch: id, by });
        ledger.add(officer(1, Said::Acceptance { of: id }));
        assert_eq!(at(&ledger, "2024-09-07"), ReportStatus::Accepted { batch: id, is_late: true });
    }

    /// The first second of a day in a time zone eight hours ahead of UTC.
    fn duty_moment(text: &str) -> u64 {
        Moment::end_of(day(text).plus(-1), 480).0 + 1
    }

    #[test]
    fn the_current_period_stays_within_the_plan() {
        let plan = plan();
        let current = |text| current(&plan, day(text)).unwrap().to_string();
        assert_eq!(current("2023-07-30"), "2023-08");
        assert_eq!(current("2024-09-03"), "2024-08");
        assert_eq!(current("2026-11-25"), "2025-12");
    }

    /// walk a11: what no target judges any more, and what is done, is owed no longer.
    #[test]
    fn past_targets_and_what_is_done_leave_the_list() {
        let plan = plan();
        let none = Ledger::default();
        let ids = |ledger: &Ledger, about: &str| -> Vec<String> {
            let duty = duty(&plan, ledger, "science-bureau", month(about));
            let due = duty.indicators.iter().filter(|owed| !owed.is_past);
            due.map(|owed| owed.indicator.id.clone()).collect()
        };
        let only_2023: Vec<&Indicator> = plan
            .indicators()
            .map(|place| place.item)
            .filter(|one| one.targets.iter().all(|target| target.year.0 == 2023))
            .collect();
        assert!(!only_2023.is_empty());
        let (then, now) = (ids(&none, "2023-09"), ids(&none, "2024-09"));
        for one in &only_2023 {
            assert!(then.contains(&one.id) && !now.contains(&one.id), "{}", one.id);
        }
        assert_eq!(now.len() + only_2023.len(), then.len());
        // A target that the bureau sets for 2024 brings it back.
        let id = BatchId { writer: 3, sequence: 0 };
        let set = Said::YearTarget {
            indicator: only_2023[0].id.as_str().into(),
            year: Year(2024),
            value: crate::ledger::samples::value("30"),
            reason: "分解".into(),
            document: String::new(),
        };
        assert!(ids(&Ledger::new([batch(id, 5, 2, [entry(set)])]), "2024-09").contains(&only_2023[0].id));
    }

    /// walk a11: a measure of a past year stays until it is called done, and goes the month after.
    #[test]
    fn a_measure_that_is_done_leaves_the_list_the_month_after() {
        let plan = plan();
        let measure = plan.measures().next().expect("a measure").item.id.clone();
        let said = |stage| Said::Progress { subject: measure.as_str().into(), stage, note: String::new() };
        let ledger =
            |stage| Ledger::new([batch(BatchId { writer: 3, sequence: 0 }, 5, 8, [entry(said(stage))])]);
        let lead = "science-bureau";
        let owes = |ledger: &Ledger, about: &str| {
            duty(&plan, ledger, lead, month(about)).measures.iter().any(|(_, one)| one.id == measure)
        };
        assert!(owes(&Ledger::default(), "2025-12"));
        assert!(owes(&ledger(Stage::Done), "2024-08") && !owes(&ledger(Stage::Done), "2024-09"));
        assert!(owes(&ledger(Stage::Underway), "2024-09"));
    }
}
