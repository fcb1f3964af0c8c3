//! Renders the first view of a plan on the host: `prerender PLAN.json` prints one JSON object with
//! `language`, `title`, `description` and the markup `block`.

use leptos::prelude::*;
use planboard::app::{shell, title};
use planboard::plan::Plan;
use planboard::route::Route;
use planboard::state::{Density, Settings, State, Theme};
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
    let language = plan.language;
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    let plan = Arc::new(plan);
    let block =
        Owner::new().with(|| shell(State::new(plan.clone(), Route::Overview, settings, None)).to_html());
    let page = serde_json::json!({
        "language": language.tag(),
        "title": title(&plan, &Route::Overview, language),
        "description": plan.say(&plan.purpose, language).words,
        "block": block.replace("<!>", ""),
    });
    println!("{page}");
    ExitCode::SUCCESS
}
