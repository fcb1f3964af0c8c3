use crate::{PLANS, both, list, tasks_of, text};
use planboard::route::{BoardView, Route};
use planboard::standing::Light;
use planboard::text::Language;

#[path = "../common/page.rs"]
mod page;

/// Every address of these pages.
fn addresses(json: &serde_json::Value) -> Vec<String> {
    let mut all: Vec<String> =
        ["/tasks", "/tasks?view=tasks", "/tasks?view=projects", "/responsibility", "/timeline"]
            .map(str::to_owned)
            .into();
    let mut push = |page: &str, things: &[serde_json::Value]| {
        all.extend(things.iter().map(|thing| format!("/{page}/{}", text(&thing["id"]))));
    };
    for task in tasks_of(json) {
        push("measure", list(task, "measures"));
        push("milestone", list(task, "milestones"));
        push("task", std::slice::from_ref(task));
    }
    push("project", list(json, "projects"));
    push("organisation", list(json, "organisations"));
    all
}

#[test]
fn every_link_of_every_page_leads_to_something() {
    for path in PLANS {
        let (plan, json) = both(path);
        for address in addresses(&json) {
            let html = page::render(&plan, &address, Language::En);
            assert!(html.contains("<h1"), "{address} has no heading");
            assert!(!html.contains("No such page"), "{address} has no page");
            for href in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let exists = match Route::parse(href) {
                    Route::Task(id) => plan.task(&id).is_some(),
                    Route::Measure(id) => plan.measure(&id).is_some(),
                    Route::Milestone(id) => plan.milestone(&id).is_some(),
                    Route::Indicator(id) => plan.indicator(&id).is_some(),
                    Route::Project(id) => plan.project(&id).is_some(),
                    Route::Organisation(id) => plan.organisation(&id).is_some(),
                    Route::Unknown(_) => false,
                    _ => true,
                };
                assert!(exists, "{address} links to {href}");
            }
        }
    }
}

#[test]
fn an_unknown_thing_leads_to_the_page_that_says_so() {
    let (plan, _) = both(PLANS[0]);
    for page in ["task", "measure", "project", "milestone", "organisation"] {
        let html = page::render(&plan, &format!("/{page}/nothing-of-the-sort"), Language::En);
        assert!(html.contains("No such page"), "{page}");
    }
}

#[test]
fn in_english_every_chinese_word_is_marked() {
    for path in PLANS {
        let (plan, json) = both(path);
        for address in addresses(&json) {
            let html = page::render(&plan, &address, Language::En);
            let unmarked: String =
                page::outside_chinese(&html).chars().filter(|c| page::is_han(*c)).collect();
            assert!(unmarked.is_empty(), "{address} says {unmarked} unmarked");
        }
    }
}

/// Before anything was reported every row is without data: asked for another light the board has none, says so, and leads
/// back to all.
#[test]
fn without_records_the_board_of_a_light_is_empty_and_says_so() {
    for path in PLANS {
        let (plan, _) = both(path);
        let all = plan.indicators().count();
        for light in Light::ALL {
            let html = page::render(
                &plan,
                &Route::Board(BoardView { light: Some(light), ..BoardView::default() }).href(),
                Language::En,
            );
            let rows = html.split("<tr ").filter_map(|row| row.split('>').next());
            let rows: Vec<&str> = rows.filter(|tag| tag.contains("class=\"row\"")).collect();
            let hidden = rows.iter().filter(|tag| tag.contains("hidden")).count();
            let is_there = light == Light::NoData;
            assert_eq!((rows.len(), hidden), (all, if is_there { 0 } else { all }), "{light:?}");
            let sentence = ["No indicator is “", light.words(Language::En), "” at present."].concat();
            assert_eq!(html.contains(&sentence), !is_there, "{html}");
            let back =
                html.split(">Show all indicators</a>").next().and_then(|before| before.rsplit('<').next());
            assert_eq!(back.is_some_and(|tag| tag.contains("href=\"#/\"")), !is_there, "{back:?}");
        }
    }
}
