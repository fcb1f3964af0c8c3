//! The lights on the page of an organisation, with the sample and without anything.

use super::*;
use crate::ledger::Ledger;
use crate::page::plan::responsibility;
use crate::page::shared::lights::Lights;
use crate::plan::{Day, PlanIndex, Role};
use crate::route::MatrixOrder;
use crate::text::Language;

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
}

fn lights(plan: &PlanIndex) -> Lights {
    let today = Day::parse("2024-09-20").expect("a day");
    Lights::new(plan, &Ledger::new(crate::sample::until(plan, today)), today, Language::Zh)
}

#[test]
fn what_it_leads_shows_the_lights_of_its_row_on_the_matrix() {
    let (plan, lights) = (plan(), lights(&plan()));
    let matrix = responsibility::model_with(&plan, &lights, MatrixOrder::Leads, Language::Zh);
    let mut leading = 0;
    for row in &matrix.rows {
        let id = row.organisation.href.rsplit('/').next().expect("an identifier");
        let page = model_with(&plan, &lights, id, Language::Zh).expect("the page");
        let led = page.duties.iter().find(|group| group.role == Role::Lead);
        assert_eq!(led.map(|group| group.lights.clone()).unwrap_or_default(), row.lights, "{id}");
        leading += usize::from(led.is_some());
    }
    assert!(leading > 1);
}

#[test]
fn every_indicator_it_answers_for_has_its_light_and_gap() {
    let (plan, lights) = (plan(), lights(&plan()));
    for organisation in &plan.organisations {
        let page = model_with(&plan, &lights, &organisation.id, Language::Zh).expect("the page");
        for line in page.duties.iter().flat_map(|group| &group.tasks).flat_map(|duty| &duty.indicators) {
            let id = line.link.href.rsplit('/').next().expect("an identifier");
            assert_eq!(line.stands.as_ref(), lights.of(id));
            assert!(line.stands.as_ref().is_some_and(|stands| !stands.gap.is_empty()), "{id}");
        }
        let milestones = page.duties.iter().flat_map(|group| &group.tasks).flat_map(|duty| &duty.milestones);
        assert!(milestones.into_iter().all(|one| one.lit.is_some()));
    }
}

/// M18: a district leads to its own assessment, and nobody else to one.
#[test]
fn a_district_leads_to_its_assessment() {
    let plan = plan();
    for organisation in &plan.organisations {
        let page = model_with(&plan, &Lights::default(), &organisation.id, Language::Zh).expect("the page");
        let leads =
            format!("{:?}", page.facts).contains(&["#/districts/2025/", &organisation.id, "\""].concat());
        assert_eq!(leads, plan.districts.contains(&organisation.id), "{}", organisation.id);
    }
}

#[test]
fn without_records_no_light_stands_there() {
    let plan = plan();
    for organisation in &plan.organisations {
        let page = model(&plan, &organisation.id, Language::En).expect("the page");
        assert!(page.duties.iter().all(|group| group.lights.is_empty()));
        let duties = page.duties.iter().flat_map(|group| &group.tasks);
        assert!(duties.flat_map(|duty| &duty.indicators).all(|line| line.stands.is_none()));
    }
}
