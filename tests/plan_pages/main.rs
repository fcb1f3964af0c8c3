//! The pages about tasks, responsibility and time, on the real plan and on a second one. What a page
//! must hold is counted in the JSON itself, not in the types that the pages are made from.

mod details;
#[cfg(feature = "ssr")]
mod rendered;
mod responsibility;
mod tasks;
mod timeline;
mod unknown;

use planboard::plan::{PlanIndex, read};
use serde_json::Value;

const PLANS: [&str; 3] = ["public/plan.json", "tests/plans/harbour-city.json", "tests/plans/binjiang.json"];

/// A plan as the program reads it, and as it is written.
fn both(path: &str) -> (PlanIndex, Value) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).expect("the plan can be read");
    (read::from_json(&text).expect("the plan is sound"), serde_json::from_str(&text).expect("it is JSON"))
}

fn anshan() -> PlanIndex {
    both(PLANS[0]).0
}

fn harbour_city() -> PlanIndex {
    both(PLANS[1]).0
}

fn binjiang() -> PlanIndex {
    both(PLANS[2]).0
}

/// Every task as it is written.
fn tasks_of(json: &Value) -> Vec<&Value> {
    list(json, "areas").iter().flat_map(|area| list(area, "tasks")).collect()
}

/// A list as it is written; absent is empty.
fn list<'a>(json: &'a Value, name: &str) -> &'a [Value] {
    json[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(json: &Value) -> &str {
    json.as_str().expect("a text")
}

/// Whether a list as it is written has the identifier.
fn has(json: &Value, name: &str, id: &str) -> bool {
    list(json, name).iter().any(|one| one == id)
}
