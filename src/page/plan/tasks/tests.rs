//! The lights on the page of tasks, with the sample and without anything.

use super::*;
use crate::ledger::Ledger;
use crate::page::plan::subject::{Body, Subject};
use crate::page::plan::task;
use crate::page::shared::lights::Lights;
use crate::plan::{Day, PlanIndex};
use crate::route::TasksView;
use crate::standing::Bases;
use crate::text::{Cell, Language, Piece, Table};

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
}

fn lights(plan: &PlanIndex) -> Lights {
    let today = Day::parse("2024-09-20").expect("a day");
    Lights::new(plan, &Ledger::new(crate::sample::until(plan, today)), today, Language::Zh)
}

/// The lights of a cell, in their order.
fn lit(cell: &Cell) -> Vec<&str> {
    let light = |piece: &Piece| match piece {
        Piece::Light { word, .. } => Some(*word),
        _ => None,
    };
    cell.pieces.iter().filter_map(light).collect()
}

#[test]
fn the_tree_has_the_lights_of_each_area_and_task_and_how_each_indicator_stands() {
    let (plan, lights) = (plan(), lights(&plan()));
    let Listing::Tree(areas) = model_with(&plan, &lights, TasksView::Tree, Language::Zh).listing else {
        panic!("no tree")
    };
    for (branch, area) in areas.iter().zip(&plan.areas) {
        assert_eq!(branch.lights, lights.counts(&area.tasks));
        for (branch, task) in branch.tasks.iter().zip(&area.tasks) {
            assert_eq!(branch.lights, lights.counts([task]));
            assert_eq!(branch.lights.iter().map(|one| one.count).sum::<usize>(), task.indicators.len());
            for ((_, stands), indicator) in branch.indicators.iter().zip(&task.indicators) {
                assert_eq!(stands.as_ref(), lights.of(&indicator.id));
                assert!(stands.is_some());
            }
            assert!(branch.milestones.iter().all(|(_, lit)| lit.is_some()));
        }
    }
}

#[test]
fn the_list_of_tasks_has_a_light_and_a_line_behind_each_indicator() {
    let (plan, lights) = (plan(), lights(&plan()));
    let Listing::Tasks(table) = model_with(&plan, &lights, TasksView::Tasks, Language::Zh).listing else {
        panic!("no list")
    };
    let at = table.columns.iter().position(|column| column.name.words == "指标").expect("indicators");
    for (row, (_, task)) in table.rows.iter().zip(plan.tasks()) {
        let expected = task.indicators.iter().filter_map(|one| lights.of(&one.id));
        assert_eq!(lit(&row[at]), expected.clone().map(|one| one.lit.word).collect::<Vec<_>>());
        for stands in expected {
            let line = stands.words(Language::Zh);
            assert!(
                row[at].pieces.iter().any(|piece| matches!(piece, Piece::Note(text) if text.words == line))
            );
        }
    }
}

fn indicators(page: &Subject) -> &Table {
    let found = page.sections.iter().find_map(|section| match &section.body {
        Body::Table(table) => Some(table),
        _ => None,
    });
    found.expect("indicators")
}

#[test]
fn the_page_of_a_task_has_latest_actual_light_and_gap_of_each_indicator() {
    let (plan, lights) = (plan(), lights(&plan()));
    for (_, task) in plan.tasks().filter(|(_, task)| !task.indicators.is_empty()) {
        let page = task::model_with(&plan, &Bases::default(), &lights, &task.id, Language::Zh);
        let page = page.expect("the page");
        let table = indicators(&page);
        let at = table.columns.iter().position(|column| column.name.words == "状态").expect("lights");
        for (row, indicator) in table.rows.iter().zip(&task.indicators) {
            assert_eq!(row.len(), table.columns.len());
            let stands = lights.of(&indicator.id).expect("a light");
            assert_eq!(lit(&row[at]), [stands.lit.word]);
            let said = format!("{:?}", row[at]);
            assert!(said.contains(&stands.gap) && said.contains(&stands.reason), "{said}");
            assert_eq!(row[at - 1].pieces.is_empty(), stands.actual.is_none());
        }
        // A list of something has the light of each, where it was reported.
        let milestones = page.sections.iter().flat_map(|section| match &section.body {
            Body::List(list) => list.as_slice(),
            _ => &[],
        });
        let milestones = milestones.filter(|one| one.link.href.starts_with("#/milestone/"));
        assert!(milestones.clone().all(|one| one.lit.is_some()));
        assert_eq!(milestones.count(), task.milestones.len());
    }
}

#[test]
fn without_records_nothing_of_it_stands_on_these_pages() {
    let plan = plan();
    let Listing::Tree(areas) = model(&plan, TasksView::Tree, Language::Zh).listing else { panic!("no tree") };
    for task in areas.iter().inspect(|area| assert!(area.lights.is_empty())).flat_map(|area| &area.tasks) {
        assert!(task.lights.is_empty());
        assert!(task.indicators.iter().all(|(_, stands)| stands.is_none()));
        assert!(task.milestones.iter().all(|(_, lit)| lit.is_none()));
        assert!(task.measures.iter().all(|measure| measure.lit.is_none()));
    }
    let Listing::Tasks(table) = model(&plan, TasksView::Tasks, Language::Zh).listing else {
        panic!("no list")
    };
    assert!(table.rows.iter().flatten().all(|cell| lit(cell).is_empty()));
    for (_, one) in plan.tasks().filter(|(_, one)| !one.indicators.is_empty()) {
        let page = task::model(&plan, &one.id, Language::Zh).expect("the page");
        assert!(indicators(&page).columns.iter().all(|column| column.name.words != "状态"));
    }
}
