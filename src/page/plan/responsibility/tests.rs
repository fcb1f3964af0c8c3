//! The lights on the matrix, with the sample and without anything.

use super::*;
use crate::ledger::Ledger;
use crate::page::plan::overview::board;
use crate::page::shared::lights::Lights;
use crate::plan::{Day, PlanIndex};
use crate::route::MatrixOrder;
use crate::standing::board::LightCount;
use crate::standing::{AsOf, Light};
use crate::text::Language;

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
}

fn day() -> Day {
    Day::parse("2024-09-20").expect("a day")
}

fn page(plan: &PlanIndex, order: MatrixOrder, language: Language) -> (Responsibility, Ledger) {
    let ledger = Ledger::new(crate::sample::until(plan, day()));
    (model_with(plan, &Lights::new(plan, &ledger, day(), language), order, language), ledger)
}

fn count(lights: &[LightCount], light: Light) -> usize {
    lights.iter().find(|one| one.lit.light == light.slug()).map_or(0, |one| one.count)
}

#[test]
fn the_lights_of_the_matrix_are_those_of_the_board() {
    let plan = plan();
    let (page, ledger) = page(&plan, MatrixOrder::Leads, Language::Zh);
    let as_of = AsOf { plan: &plan, ledger: &ledger, today: day(), offset: 480, language: Language::Zh };
    let board = board(as_of, None);
    assert_eq!(page.lights, board.lights);
    let rows: Vec<&str> = board.rows.iter().map(|row| row.lit.light).collect();
    for light in Light::ALL {
        let of_tasks: usize = page.tasks.iter().map(|task| count(&task.lights, light)).sum();
        assert_eq!(of_tasks, count(&board.lights, light), "{light:?}");
        for row in &page.rows {
            let id = row.organisation.href.rsplit('/').next().expect("an identifier");
            let led = plan.indicators().zip(&rows).filter(|(place, shown)| {
                place.task.lead.iter().any(|lead| lead == id) && **shown == light.slug()
            });
            assert_eq!(count(&row.lights, light), led.count(), "{light:?} of {id}");
        }
    }
    assert!(page.rows.iter().any(|row| row.leads == 0 && row.lights.is_empty()));
}

#[test]
fn by_lights_whose_are_worst_stands_first_and_the_orders_can_be_chosen() {
    let plan = plan();
    for order in [MatrixOrder::Leads, MatrixOrder::Lights] {
        let (page, _) = page(&plan, order, Language::En);
        let keys: Vec<_> =
            page.rows.iter().map(|row| Light::ALL.map(|one| count(&row.lights, one))).collect();
        let leads: Vec<_> = page.rows.iter().map(|row| (row.leads, row.responsible)).collect();
        match order {
            MatrixOrder::Lights => assert!(keys.is_sorted_by(|a, b| a >= b), "{keys:?}"),
            MatrixOrder::Leads => assert!(leads.is_sorted_by(|a, b| a >= b), "{leads:?}"),
        }
        let orders: Vec<_> = page.orders.iter().map(|(link, shown)| (link.href.as_str(), *shown)).collect();
        let by_lights = order == MatrixOrder::Lights;
        assert_eq!(orders, [("#/responsibility", !by_lights), ("#/responsibility?sort=lights", by_lights)]);
    }
}

#[test]
fn the_sentence_says_whose_lights_press_with_as_many_as_there_are() {
    let plan = plan();
    for language in Language::ALL {
        let (page, _) = page(&plan, MatrixOrder::Leads, language);
        for light in Light::ALL {
            let (word, shown) = (light.words(language), count(&page.lights, light));
            let said = page.whose.words.contains(&format!("{word} {shown}"));
            assert_eq!(said, light.is_pressing() && shown > 0, "{word}: {}", page.whose.words);
        }
        let first = page.rows.iter().find(|row| row.lights.iter().any(|one| one.lit.light == "amber"));
        let name = &first.expect("somebody leads what is slow").organisation.text.words;
        assert!(page.whose.words.contains(name), "{}", page.whose.words);
    }
}

#[test]
fn without_records_the_matrix_is_the_plans() {
    let plan = plan();
    let bare = model(&plan, Language::Zh);
    assert_eq!(bare, model_with(&plan, &Lights::default(), MatrixOrder::Leads, Language::Zh));
    assert!(bare.lights.is_empty() && bare.orders.is_empty() && bare.whose.words.is_empty());
    assert!(bare.tasks.iter().all(|task| task.lights.is_empty()));
    assert!(bare.rows.iter().all(|row| row.lights.is_empty()));
}
