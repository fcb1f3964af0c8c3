//! Renders on the host what a plan shows before the program stands: `prerender PLAN.json` prints one JSON object with
//! `language`, `description`, the `overview` and all other plain `pages`, each with `name`, `title` and the markup `block`.

use planboard::app::{now, rendered, title};
use planboard::ledger::Moment;
use planboard::plan::{Plan, PlanIndex};
use planboard::route::Route;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: prerender PLAN.json");
        return ExitCode::FAILURE;
    };
    let plan = std::fs::read_to_string(&path).ok().and_then(|text| serde_json::from_str::<Plan>(&text).ok());
    let Some(plan) = plan.and_then(Plan::indexed) else {
        eprintln!("{path} is not a sound plan; check_plan says why");
        return ExitCode::FAILURE;
    };
    let plan = Arc::new(plan);
    // The day where it is furthest behind: a window that has closed there has closed everywhere.
    let day = Moment(now() / 1000).day(-12 * 60);
    let pages: Vec<_> = Route::plain_pages(&plan, day)
        .into_iter()
        .filter_map(|route| Some(page(&plan, route.plain_name()?, route)))
        .collect();
    let made = serde_json::json!({
        "language": plan.language.tag(),
        "description": plan.say(&plan.purpose, plan.language).words,
        "overview": page(&plan, String::new(), Route::Overview),
        "pages": pages,
    });
    println!("{made}");
    ExitCode::SUCCESS
}

fn page(plan: &Arc<PlanIndex>, name: String, route: Route) -> serde_json::Value {
    let title = title(plan, &route, plan.language);
    serde_json::json!({ "name": name, "title": title, "block": rendered(plan, route, plan.language) })
}
