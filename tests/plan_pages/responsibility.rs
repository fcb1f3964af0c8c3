use crate::{PLANS, anshan, both, harbour_city, has, list, tasks_of, text};
use planboard::page::plan::responsibility::{Mark, model};
use planboard::plan::Role;
use planboard::route::Route;
use planboard::text::Language::{En, Zh};

#[test]
fn the_page_begins_with_who_leads_most() {
    let cases = [
        (model(&anshan(), Zh), "11 项任务，市科技局牵头 10 项"),
        (model(&harbour_city(), En), "Environment Department leads 2 of 5 tasks"),
    ];
    for (page, headline) in cases {
        assert_eq!(page.headline.words, headline);
    }
}

#[test]
fn every_cell_of_the_matrix_says_what_the_text_says() {
    for path in PLANS {
        let (plan, json) = both(path);
        let page = model(&plan, Zh);
        let tasks = tasks_of(&json);
        assert_eq!(page.tasks.len(), tasks.len());
        for organisation in list(&json, "organisations") {
            let id = text(&organisation["id"]);
            let href = Route::Organisation(id.into()).href();
            let row = page.rows.iter().find(|row| row.organisation.href == href);
            for (index, task) in tasks.iter().enumerate() {
                let wanted = match (has(task, "lead", id), has(task, "responsible", id)) {
                    (true, _) => Some(Mark::Named(Role::Lead)),
                    (false, true) => Some(Mark::Named(Role::Responsible)),
                    (false, false) => None,
                };
                assert_eq!(row.and_then(|row| row.marks[index]), wanted, "{id} in {}", task["id"]);
            }
            assert!(row.is_none_or(|row| row.leads + row.responsible > 0), "{id} has an empty row");
        }
    }
}

#[test]
fn members_of_a_group_answer_through_it_unless_the_text_names_them() {
    let page = model(&anshan(), Zh);
    let row = |id: &str| {
        let href = Route::Organisation(id.into()).href();
        page.rows.iter().find(|row| row.organisation.href == href).unwrap_or_else(|| panic!("{id}"))
    };
    let districts = row("all-districts");
    assert_eq!(districts.members.len(), 9);
    let zone = districts
        .members
        .iter()
        .find(|member| member.organisation.href.ends_with("/high-tech-zone"))
        .expect("the zone is a member");
    let marks: Vec<(usize, Mark)> =
        zone.marks.iter().enumerate().filter_map(|(index, mark)| Some((index, (*mark)?))).collect();
    let expected = [
        (2, Mark::ThroughGroup),
        (3, Mark::ThroughGroup),
        (7, Mark::ThroughGroup),
        (8, Mark::Named(Role::Lead)),
    ];
    assert_eq!(marks, expected);
    assert_eq!(row("high-tech-zone").leads, 1);
}

#[test]
fn the_matrix_stands_in_the_order_of_leads_then_of_duties() {
    for path in PLANS {
        let page = model(&both(path).0, En);
        let counts: Vec<_> = page.rows.iter().map(|row| (row.leads, row.responsible)).collect();
        assert!(counts.is_sorted_by(|a, b| a >= b), "{path}: {counts:?}");
    }
}
