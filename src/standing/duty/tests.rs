//! What is owed, by whom, and how a report of it stands.

use super::*;
use crate::ledger::samples::{actual, batch, entry};
use crate::ledger::{BatchId, Moment};

fn plan() -> PlanIndex {
    let text = include_str!("../../../public/plan.json");
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
    let ledger = |stage| Ledger::new([batch(BatchId { writer: 3, sequence: 0 }, 5, 8, [entry(said(stage))])]);
    let lead = "science-bureau";
    let owes = |ledger: &Ledger, about: &str| {
        duty(&plan, ledger, lead, month(about)).measures.iter().any(|(_, one)| one.id == measure)
    };
    assert!(owes(&Ledger::default(), "2025-12"));
    assert!(owes(&ledger(Stage::Done), "2024-08") && !owes(&ledger(Stage::Done), "2024-09"));
    assert!(owes(&ledger(Stage::Underway), "2024-09"));
}
