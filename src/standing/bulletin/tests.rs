//! What a round comes to, class by class, and what moved.

use super::*;
use crate::ledger::samples::august::{batch, day, figure, month, plan};
use crate::ledger::{Batch, Entry, EntryId, Moment};
use crate::text::Language;
use std::collections::BTreeSet;

fn due(plan: &PlanIndex, months: u32, last: &str) -> Due {
    let round = round(plan, months).expect("the round");
    ending(plan, &Ledger::default(), round, Some(month(last)), day("2026-11-30"))
        .expect("a round that ends then")
}

fn of<T>(ledger: &Ledger, months: u32, last: &str, ask: impl FnOnce(Bulletin) -> T) -> T {
    let plan = plan();
    let due = due(&plan, months, last);
    let ledger = ledger.up_to(due.to);
    ask(bulletin(
        AsOf { plan: &plan, ledger: &ledger, today: due.closes, offset: 480, language: Language::Zh },
        due,
    ))
}

fn class_of(ledger: &Ledger, last: &str, id: &str) -> Class {
    of(ledger, 3, last, |all| all.rows.iter().find(|row| row.place.item.id == id).expect("it").class)
}

fn reported(writer: u64, period: &str, said: Said) -> Batch {
    Batch { month: month(period), ..batch(writer, "2024-01-03", "science-bureau", [said]) }
}

#[test]
fn the_classes_add_up_to_the_indicators_in_every_round() {
    let plan = plan();
    let all = plan.indicators().count();
    let sample = Ledger::new(crate::sample::batches(&plan));
    for ledger in [Ledger::default(), sample] {
        for months in [3, 6] {
            let round = round(&plan, months).expect("the round");
            for due in due::series(&plan, round) {
                let counts = of(&ledger, months, &due.to.to_string(), |all| all.counts());
                let sum: usize = counts.iter().map(|(_, count)| count).sum();
                assert_eq!(sum, all, "{months} {}", due.to);
            }
        }
    }
}

/// M14.2: an indicator that exists once a year leaves the count, but for the round that ends with its year.
#[test]
fn what_exists_once_a_year_is_named_and_not_counted() {
    let yearly: BTreeSet<String> = plan()
        .indicators()
        .filter(|place| place.item.frequency == Frequency::Yearly)
        .map(|place| place.item.id.clone())
        .collect();
    assert!(!yearly.is_empty());
    let left_out = |last: &str| {
        of(&Ledger::default(), 3, last, |all| {
            all.of(Class::OnceAYear).map(|row| row.place.item.id.clone()).collect::<BTreeSet<_>>()
        })
    };
    assert_eq!(left_out("2024-09"), yearly);
    assert_eq!(left_out("2024-12"), BTreeSet::new());
    assert!(Class::ALL.iter().filter(|class| !class.is_counted()).eq([&Class::OnceAYear]));
}

#[test]
fn a_figure_that_is_not_out_yet_is_not_one_that_nobody_reported() {
    let said = |report: Report| Said::Actual {
        indicator: "alliances".into(),
        district: None,
        report,
        evidence: String::new(),
        note: String::new(),
    };
    let earlier = reported(1, "2023-11", figure("alliances", None, "12"));
    let unpublished = reported(2, "2023-12", said(Report::NotYetPublished));
    let with = |batches: &[&Batch]| Ledger::new(batches.iter().map(|batch| (*batch).clone()));
    assert_eq!(class_of(&with(&[&unpublished]), "2023-12", "alliances"), Class::Unpublished);
    assert_eq!(class_of(&with(&[&earlier, &unpublished]), "2023-12", "alliances"), Class::Unpublished);
    assert_eq!(class_of(&Ledger::default(), "2023-12", "alliances"), Class::Unreported);
    // Of another month it says nothing about this one, and a figure after it does.
    assert_eq!(class_of(&with(&[&unpublished]), "2024-03", "alliances"), Class::Unreported);
    let later = Batch {
        written: Moment(unpublished.written.0 + 60),
        ..reported(3, "2023-12", figure("alliances", None, "20"))
    };
    assert_eq!(class_of(&with(&[&unpublished, &later]), "2023-12", "alliances"), Class::Reached);
}

/// What was reported on later months changes no earlier round.
#[test]
fn a_round_knows_nothing_of_later_months() {
    let earlier = reported(1, "2023-12", figure("alliances", None, "12"));
    let later = Batch {
        written: Moment(earlier.written.0 + 60),
        ..reported(2, "2024-02", figure("alliances", None, "30"))
    };
    let alone = of(&Ledger::new([earlier.clone()]), 3, "2023-12", |all| all.counts());
    assert_eq!(of(&Ledger::new([earlier.clone(), later.clone()]), 3, "2023-12", |all| all.counts()), alone);
    // Nor does a report on a later month that takes something back as well.
    let problem = Said::Problem { subject: None, text: "缺场地".into(), who: String::new(), until: None };
    let told = reported(3, "2023-12", problem);
    let back = Entry {
        replaces: Some(EntryId { batch: told.id, index: 0 }),
        said: Said::Withdrawal { reason: String::new() },
    };
    // The window of December closes in January, when the figure of January is not due, but could have come.
    let mut both = Batch { month: month("2024-01"), ..later };
    both.entries.push(back);
    let with = Ledger::new([earlier.clone(), told.clone(), both]);
    let state = |ledger: &Ledger| {
        of(ledger, 3, "2023-12", |all| {
            all.rows.iter().find(|row| row.place.item.id == "alliances").and_then(|row| row.judgement.latest)
        })
    };
    assert_eq!(state(&with), state(&Ledger::new([earlier, told])));
}

/// What is due of a round and did not come is not judged by what came of the one before, whatever light still waits for it.
#[test]
fn a_figure_of_an_earlier_round_tells_nothing_of_this_one() {
    let plan = plan();
    let quarterly = plan.indicators().find(|place| {
        place.item.frequency == Frequency::Quarterly
            && place.item.targets.iter().any(|target| target.year.0 == 2025)
    });
    let yearly = plan.indicators().find(|place| {
        place.item.frequency == Frequency::Yearly
            && place.item.targets.iter().any(|target| target.year.0 == 2024)
    });
    for (place, earlier) in [(quarterly, "2024-09"), (yearly, "2023-12")] {
        let id = place.expect("such an indicator").item.id.as_str();
        let before = reported(1, earlier, figure(id, None, "70"));
        assert_eq!(class_of(&Ledger::new([before.clone()]), "2024-12", id), Class::Unreported, "{id}");
        let own = reported(2, "2024-12", figure(id, None, "70"));
        assert_ne!(class_of(&Ledger::new([before, own]), "2024-12", id), Class::Unreported, "{id}");
    }
}

#[test]
fn what_moved_is_told_with_both_figures_and_lights() {
    let plan = plan();
    let due = due(&plan, 3, "2023-12");
    let before = Ledger::new([reported(1, "2023-12", figure("alliances", None, "8"))]);
    let after = Ledger::new([
        reported(1, "2023-12", figure("alliances", None, "8")),
        Batch {
            written: Moment::end_of(day("2024-02-01"), 480),
            ..reported(2, "2023-12", figure("alliances", None, "21"))
        },
    ]);
    let on = |ledger| {
        bulletin(
            AsOf { plan: &plan, ledger, today: day("2024-01-05"), offset: 480, language: Language::Zh },
            due,
        )
    };
    let (before, after) = (on(&before), on(&after));
    let moved = after.moved_since(&before);
    let [one] = &moved[..] else { panic!("{moved:?}") };
    assert_eq!(one.place.item.id, "alliances");
    let figure = |state: State| state.latest.expect("a figure").value.to_string();
    assert_eq!((figure(one.was), figure(one.now)), ("8".into(), "21".into()));
    assert_eq!((one.was.light, one.now.light), (Light::Missed, Light::Met));
    assert!(after.moved_since(&after).is_empty());
}

/// M14.12: the first round begins with the plan's first month, and before it there is none.
#[test]
fn no_round_ends_before_the_plan_is_reported_on() {
    let plan = plan();
    let round = round(&plan, 3).expect("quarters");
    let today = day("2026-11-30");
    let ending = |last: &str| ending(&plan, &Ledger::default(), round, Some(month(last)), today);
    let first = ending("2023-09").expect("the first");
    assert_eq!((first.from, first.to), (month("2023-08"), month("2023-09")));
    for none in ["2023-06", "2023-08", "2026-03", "2024-10"] {
        assert_eq!(ending(none), None, "{none}");
    }
    assert!(is_over(&first, day("2023-10-01")) && !is_over(&first, day("2023-09-30")));
}

/// Another bureau has what its plan names: one that meets weekly and never assesses has no assessment.
#[test]
fn a_plan_without_a_round_has_no_paper_of_it() {
    let json = include_str!("../../../public/plan.json");
    let mut value: serde_json::Value = serde_json::from_str(json).expect("the plan");
    let rounds = value["cycle"]["rounds"].as_array_mut().expect("rounds");
    rounds.retain(|round| round["months"] != 6);
    let plan = crate::plan::read::from_json(&value.to_string()).expect("a sound plan");
    assert!(round(&plan, 6).is_none() && round(&plan, 3).is_some());
}
