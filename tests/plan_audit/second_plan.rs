//! The plan of a fictional city that differs from the first in everything a page might take for granted.

use crate::{indicators, milestones, tasks};
use planboard::plan::{Comparator, Plan};
use planboard::text::Language;

fn harbour_city() -> Plan {
    serde_json::from_str(include_str!("../plans/harbour-city.json")).expect("reads as a plan")
}

#[test]
fn the_second_plan_is_sound_and_another_in_every_way() {
    let plan = harbour_city();
    assert!(plan.clone().indexed().is_some());
    assert_eq!((plan.language, plan.areas.len(), plan.districts.len()), (Language::En, 3, 0));
    assert_eq!((tasks(&plan).count(), indicators(&plan).count(), milestones(&plan).count()), (5, 8, 3));
    let years: Vec<_> = plan.period.iter().collect();
    assert_eq!(years.len(), 4);
    for indicator in indicators(&plan) {
        let targets: Vec<_> = indicator.targets.iter().map(|target| target.year).collect();
        assert_eq!(targets, years, "{} has a target in every year", indicator.id);
    }
    let compares = |with| indicators(&plan).any(|i| i.targets.iter().any(|t| t.comparator == with));
    assert!(compares(Comparator::AtMost) && compares(Comparator::LessThan));
    let rounds: Vec<_> = plan.cycle.rounds.iter().map(|round| (round.months, round.window.stated)).collect();
    assert_eq!(rounds, [(1, true), (12, true)]);
}

#[test]
fn the_second_plan_is_in_english_alone_and_knows_nothing_of_the_first() {
    let text = include_str!("../plans/harbour-city.json");
    assert!(!text.chars().any(|c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')));
    assert!(!text.to_lowercase().contains("anshan") && !text.contains("\"en\":"));
}

/// The plan of the field's cases: what it states is what those cases were written against.
#[test]
fn the_third_plan_is_sound_and_says_what_the_fields_cases_need() {
    let plan: Plan = serde_json::from_str(include_str!("../plans/binjiang.json")).expect("reads as a plan");
    assert!(plan.clone().indexed().is_some());
    assert_eq!((plan.language, plan.districts.len(), milestones(&plan).count()), (Language::Zh, 3, 0));
    let window = &plan.cycle.rounds[0].window;
    assert_eq!((window.opens, window.closes, window.stated), (1, 5, true));
    let said: Vec<String> = indicators(&plan)
        .map(|one| {
            let targets = one.targets.iter().map(|target| format!("{}:{}", target.year, target.value));
            format!(
                "{} {:?} {:?} {}",
                one.id,
                one.basis,
                one.districts,
                targets.collect::<Vec<_>>().join(" ")
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "revenue YearlyFlow None 2024:12.5 2025:13 2026:13.6",
            "invest-growth Level None 2024:8 2025:8 2026:8",
            "bond-progress Level None 2024:100 2025:100 2026:100",
            "net-firms YearlyFlow None 2024:200 2025:200 2026:200",
            "smes YearlyFlow Sum 2024:24 2025:24 2026:24",
            "accidents YearlyFlow None 2024:0 2025:0 2026:0",
            "energy Stock None 2024:0.52 2025:0.50 2026:0.48",
            "garden RunningTotal None 2024:10 2026:30",
        ]
    );
}
