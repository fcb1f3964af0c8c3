use crate::{PLANS, anshan, both, harbour_city, list, tasks_of, text};
use planboard::page::plan::subject::{Body, Subject};
use planboard::page::plan::{measure, milestone, organisation, project, task};
use planboard::plan::Role;
use planboard::text::Language::{En, Zh};
use planboard::text::{Piece, Table};

fn fact(page: &Subject, name: &str) -> Option<String> {
    let fact = page.facts.iter().find(|fact| fact.name == name)?;
    let links: Vec<&str> = fact.links.iter().map(|link| link.text.words.as_str()).collect();
    Some(links.join("、") + &fact.text.words)
}

fn body<'a>(page: &'a Subject, title: &str) -> Option<&'a Body> {
    page.sections.iter().find(|section| section.title == title).map(|section| &section.body)
}

fn listed(page: &Subject, title: &str) -> Vec<String> {
    match body(page, title) {
        Some(Body::List(list)) => list.iter().map(|one| one.link.href.clone()).collect(),
        _ => Vec::new(),
    }
}

/// Plain words of a row, cell by cell.
fn words(table: &Table, row: usize) -> Vec<String> {
    let piece = |piece: &Piece| match piece {
        Piece::Plain(text) | Piece::Note(text) | Piece::Count { text, .. } => text.words.clone(),
        Piece::Link(link) => link.text.words.clone(),
        Piece::Light { word, .. } => (*word).to_owned(),
    };
    table.rows[row].iter().map(|cell| cell.pieces.iter().map(piece).collect()).collect()
}

#[test]
fn a_task_shows_everything_that_stands_in_it() {
    for path in PLANS {
        let (plan, json) = both(path);
        for written in tasks_of(&json) {
            let page = task::model(&plan, text(&written["id"]), En).expect("the task has a page");
            let indicators = match body(&page, "Indicators and targets") {
                Some(Body::Table(table)) => table.rows.len(),
                _ => 0,
            };
            assert_eq!(indicators, list(written, "indicators").len());
            assert_eq!(listed(&page, "Milestones").len(), list(written, "milestones").len());
            assert_eq!(listed(&page, "Measures").len(), list(written, "measures").len());
            let projects = listed(&page, "Projects named");
            let measures = list(written, "measures").iter().flat_map(|measure| list(measure, "projects"));
            for id in list(written, "projects").iter().chain(measures) {
                let href = format!("#/project/{}", text(id));
                assert_eq!(projects.iter().filter(|one| **one == href).count(), 1, "{href}");
            }
        }
    }
}

#[test]
fn targets_stand_as_the_text_has_them_and_a_year_without_one_says_so() {
    let plan = anshan();
    let first = plan.tasks().next().expect("a task").1;
    let page = task::model(&plan, &first.id, Zh).expect("the task has a page");
    let Some(Body::Table(table)) = body(&page, "指标与目标值") else { panic!("no table") };
    assert_eq!(words(table, 0)[2..], ["力争 > 60", "力争 > 60", "力争 > 60", "%"]);
    // The contract value has no target for 2024.
    assert_eq!(words(table, 1)[3], "未设");
}

#[test]
fn a_list_that_the_text_leaves_open_is_shown_open() {
    let plan = anshan();
    let first = &plan.tasks().next().expect("a task").1.id;
    let page = task::model(&plan, first, Zh).expect("the task has a page");
    assert_eq!(fact(&page, "责任单位").as_deref(), Some("市技术创新与研发服务中心等"));
    let plan = harbour_city();
    let open = |id: &str| {
        let page = task::model(&plan, id, En).expect("the task has a page");
        fact(&page, "Responsible").expect("somebody answers").ends_with(" and others")
    };
    assert!(open("shore-power"));
    assert!(!open("quiet-nights"));
}

#[test]
fn a_measure_of_one_year_says_which() {
    let (plan, json) = both(PLANS[0]);
    for written in tasks_of(&json).into_iter().flat_map(|task| list(task, "measures")) {
        let page = measure::model(&plan, text(&written["id"]), Zh).expect("the measure has a page");
        assert_eq!(fact(&page, "年度").as_deref(), Some("2023 年的举措"), "{}", written["id"]);
    }
}

#[test]
fn a_direction_cannot_be_done_and_a_state_can() {
    for path in PLANS {
        let (plan, json) = both(path);
        for written in tasks_of(&json).into_iter().flat_map(|task| list(task, "milestones")) {
            let page = milestone::model(&plan, text(&written["id"]), En).expect("the milestone has a page");
            let is_direction = page.lede.words.contains("it is never done");
            assert_eq!(is_direction, written["kind"] == "direction", "{}", written["id"]);
            let Some(Body::Quotes(quotes)) = body(&page, "The plan's own words") else { panic!("no quote") };
            assert_eq!(quotes[0].words, text(&written["as_written"]));
            let own = json["language"] == "zh";
            assert_eq!(quotes[0].language, own.then_some(Zh), "the quote bears its language");
        }
    }
}

#[test]
fn a_collective_says_how_many_of_it_are_named() {
    let anshan = project::model(&anshan(), "new-pilot-bases", Zh).expect("the project has a page");
    assert_eq!(fact(&anshan, "数量").as_deref(), Some("6 个，具名 1 个"));
    let second = project::model(&harbour_city(), "air-network", En).expect("the project has a page");
    assert_eq!(fact(&second, "Number").as_deref(), Some("12, none named"));
}

#[test]
fn every_project_says_where_the_plan_names_it() {
    for path in PLANS {
        let (plan, json) = both(path);
        for written in list(&json, "projects") {
            let id = text(&written["id"]);
            let page = project::model(&plan, id, En).expect("the project has a page");
            let mut places = 0;
            for task in tasks_of(&json) {
                let inside = list(task, "measures").iter().chain(list(task, "milestones"));
                let every = std::iter::once(task).chain(inside);
                places += every.filter(|one| crate::has(one, "projects", id)).count();
            }
            places +=
                list(&json, "requirements").iter().filter(|one| crate::has(one, "projects", id)).count();
            places += usize::from(crate::has(&json["document"], "rests_on", id));
            assert_eq!(listed(&page, "Where the plan names it").len(), places, "{id}");
        }
    }
}

#[test]
fn an_organisation_answers_for_every_task_that_names_it_or_its_group() {
    for path in PLANS {
        let (plan, json) = both(path);
        for written in list(&json, "organisations") {
            let id = text(&written["id"]);
            let page = organisation::model(&plan, id, En).expect("the organisation has a page");
            let shown: Vec<&str> = page
                .duties
                .iter()
                .flat_map(|group| &group.tasks)
                .map(|duty| duty.task.href.as_str())
                .collect();
            let groups = list(&json, "organisations").iter().filter(|group| crate::has(group, "members", id));
            let names: Vec<&str> =
                std::iter::once(id).chain(groups.map(|group| text(&group["id"]))).collect();
            let answers = |task: &serde_json::Value| {
                names
                    .iter()
                    .any(|name| crate::has(task, "lead", name) || crate::has(task, "responsible", name))
            };
            let tasks = tasks_of(&json);
            let expected: Vec<String> = tasks
                .iter()
                .filter(|task| answers(task))
                .map(|task| format!("#/task/{}", text(&task["id"])))
                .collect();
            assert_eq!(shown.len(), expected.len(), "{id}: {shown:?}");
            assert!(expected.iter().all(|href| shown.contains(&href.as_str())), "{id}: {shown:?}");
        }
    }
}

#[test]
fn the_lead_of_most_tasks_carries_their_targets_and_measures() {
    let page = organisation::model(&anshan(), "science-bureau", Zh).expect("the bureau has a page");
    let groups: Vec<(Role, usize)> =
        page.duties.iter().map(|group| (group.role, group.tasks.len())).collect();
    assert_eq!(groups, [(Role::Lead, 10), (Role::Responsible, 1)]);
    let duties = || page.duties.iter().flat_map(|group| &group.tasks);
    let targets: usize = duties().flat_map(|duty| &duty.indicators).map(|line| line.targets.len()).sum();
    assert_eq!(targets, 26);
    assert_eq!(duties().map(|duty| duty.measures.len()).sum::<usize>(), 23);
    assert_eq!(page.lede, "牵头 10 项任务，负责 1 项任务；涉及 17 项指标的 26 个目标值、8 个节点目标。");
}

#[test]
fn what_the_plan_does_not_have_has_no_page() {
    let plan = anshan();
    for id in ["", "nothing", "science-bureau2"] {
        assert!(task::model(&plan, id, Zh).is_none());
        assert!(measure::model(&plan, id, Zh).is_none());
        assert!(project::model(&plan, id, Zh).is_none());
        assert!(milestone::model(&plan, id, Zh).is_none());
        assert!(organisation::model(&plan, id, Zh).is_none());
    }
}
