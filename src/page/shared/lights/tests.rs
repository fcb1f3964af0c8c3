//! The lights of the sample, and of a ledger without anything.

use super::*;
use crate::plan::Day;
use std::collections::BTreeSet;

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
}

/// The sample's lights, before the plan's first reports and to the end of its years.
fn lights(plan: &PlanIndex, day: &str, language: Language) -> Lights {
    let today = Day::parse(day).expect("a day");
    Lights::new(plan, &Ledger::new(crate::sample::until(plan, today)), today, language)
}

#[test]
fn every_indicator_is_counted_once_by_its_light_and_the_worst_stands_first() {
    let plan = plan();
    for day in ["2024-09-20", "2025-06-20", "2026-03-01"] {
        let lights = lights(&plan, day, Language::Zh);
        let all = lights.all();
        assert_eq!(all.iter().map(|one| one.count).sum::<usize>(), plan.indicators().count());
        assert!(all.iter().all(|one| one.count > 0));
        let places = all.iter().map(|one| Light::ALL.iter().position(|light| light.slug() == one.lit.light));
        assert!(places.clone().all(|place| place.is_some()) && places.is_sorted(), "{all:?}");
        for one in &all {
            let shown = plan.indicators().filter_map(|place| lights.of(&place.item.id));
            assert_eq!(shown.filter(|stands| stands.lit == one.lit).count(), one.count);
        }
        assert_eq!(lights.counts(plan.tasks().map(|(_, task)| task)), all);
        let of_one = plan.tasks().map(|(_, task)| lights.counts([task]));
        let words: BTreeSet<_> = of_one.flatten().map(|one| one.lit.word).collect();
        assert_eq!(words, all.iter().map(|one| one.lit.word).collect());
    }
}

#[test]
fn a_line_has_the_actual_with_its_month_and_the_gap() {
    let plan = plan();
    let zh = lights(&plan, "2024-09-20", Language::Zh);
    let en = lights(&plan, "2024-09-20", Language::En);
    let mut with_actual = 0;
    for place in plan.indicators() {
        let (zh, en) = (zh.of(&place.item.id).expect("a light"), en.of(&place.item.id).expect("a light"));
        assert_eq!((zh.light, &zh.actual), (en.light, &en.actual));
        let line = zh.words(Language::Zh);
        assert!(!line.is_empty() && line.ends_with(&zh.gap), "{line}");
        assert!(en.words(Language::En).is_ascii(), "{}", en.words(Language::En));
        if let Some((value, month)) = &zh.actual {
            with_actual += 1;
            assert!(line.starts_with(&format!("{value}（{month}）")), "{line}");
        }
    }
    assert!(with_actual > 8, "{with_actual}");
}

#[test]
fn without_records_nothing_stands() {
    let (plan, none) = (plan(), Lights::default());
    assert!(none.is_empty() && none.all().is_empty());
    assert!(plan.indicators().all(|place| none.of(&place.item.id).is_none()));
    assert!(plan.tasks().all(|(_, task)| none.counts([task]).is_empty()));
}
