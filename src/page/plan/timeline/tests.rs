//! How targets and milestones stand on the timeline, with the sample and without anything.

use super::*;
use crate::ledger::Ledger;
use crate::page::plan::judging::JUDGING;
use crate::page::plan::overview::board;
use crate::page::shared::lights::Lights;
use crate::plan::{Day, PlanIndex, Year};
use crate::standing::reading;
use crate::standing::{AsOf, Light};
use crate::text::Language;

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
}

fn at(plan: &PlanIndex, day: &str) -> (Timeline, Ledger, Day) {
    let today = Day::parse(day).expect("a day");
    let ledger = Ledger::new(crate::sample::until(plan, today));
    (model(plan, Some(&ledger), Some(JUDGING), Some(today), Language::Zh), ledger, today)
}

/// Year, identifier of the indicator, and how its target stands.
fn targets(page: &Timeline) -> Vec<(Year, &str, Option<Light>)> {
    let of_year = |block: &'_ YearBlock| block.year.parse().map(Year).expect("a year");
    let all = page.years.iter().flat_map(|block| block.targets.iter().map(move |one| (of_year(block), one)));
    all.map(|(year, one)| {
        let id = one.indicator.href.rsplit('/').next().expect("an identifier");
        (year, id, one.stands.as_ref().map(|stands| stands.light))
    })
    .collect()
}

#[test]
fn the_target_that_is_judged_by_shows_the_light_of_the_board_and_a_past_one_how_its_year_ended() {
    let plan = plan();
    for day in ["2024-09-20", "2025-02-20", "2025-09-20", "2026-03-01"] {
        let (page, ledger, today) = at(&plan, day);
        let lights = Lights::new(&plan, &ledger, today, Language::Zh);
        let rule = reading::rule(&ledger);
        let mut judged_by = 0;
        for (year, id, light) in targets(&page) {
            let indicator = plan.indicator(id).expect("an indicator").item;
            let now = reading::judged(&plan, &ledger, indicator, today, &rule);
            if now.goal.as_ref().is_some_and(|goal| goal.year == year) {
                judged_by += 1;
                assert_eq!(light, lights.of(id).map(|one| one.light), "{id} {year} on {day}");
            } else if year < today.year() {
                // December's figure decided it, or nobody knows.
                let is_decided = light.is_some_and(|light| {
                    matches!(light, Light::Met | Light::Missed | Light::NoData | Light::NotJudged)
                });
                assert!(is_decided, "{id} {year} on {day}: {light:?}");
            } else {
                assert_eq!(light, None, "{id} {year} on {day}");
            }
        }
        assert!(judged_by > 8, "{judged_by} on {day}");
    }
}

#[test]
fn milestones_stand_as_on_the_board() {
    let plan = plan();
    let (page, ledger, today) = at(&plan, "2025-09-20");
    let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset: 480, language: Language::Zh };
    let board = board(as_of, None);
    for (place, lit) in plan.milestones().zip(board.milestones) {
        let href = format!("#/milestone/{}", place.item.id);
        let shown = page.milestones.iter().find(|one| one.link.href == href).expect("the milestone");
        assert_eq!(shown.lit, Some(lit), "{href}");
    }
}

#[test]
fn without_records_or_without_a_day_no_light_stands_there() {
    let plan = plan();
    let (_, ledger, today) = at(&plan, "2024-09-20");
    let pages = [
        model(&plan, None, Some(JUDGING), Some(today), Language::Zh),
        model(&plan, Some(&Ledger::default()), Some(JUDGING), Some(today), Language::Zh),
        model(&plan, Some(&ledger), Some(JUDGING), None, Language::Zh),
    ];
    for page in pages {
        assert!(targets(&page).iter().all(|(_, _, light)| light.is_none()));
        assert!(page.milestones.iter().all(|one| one.lit.is_none()));
    }
}
