//! What the tests from outside share: plans, and pages rendered on the host.

use leptos::prelude::*;
use planboard::app::shell;
use planboard::page::later;
use planboard::plan::{Plan, PlanIndex};
use planboard::route::Route;
use planboard::state::{Density, Pages, Settings, State, Theme};
use planboard::text::Language;
use std::path::Path;
use std::sync::Arc;

/// A plan of the repository.
pub fn plan(path: &str) -> PlanIndex {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&path).expect("the plan can be read");
    serde_json::from_str::<Plan>(&text).expect("the plan is one").indexed().expect("the plan is sound")
}

/// The whole page at an address, as markup without the marks that hydration would need.
pub fn render(plan: &PlanIndex, address: &str, language: Language) -> String {
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    let plan = Arc::new(plan.clone());
    let html = Owner::new().with(|| {
        let state = State::new(plan, Route::parse(address), settings, None);
        state.pages.set(Some(Ok(Pages { page: later::page, overlay: later::overlay })));
        shell(state).to_html()
    });
    html.replace("<!>", "")
}
