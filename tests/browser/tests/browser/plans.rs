//! The plans that the release is tried with.

use planboard::plan::{Plan, PlanIndex};
use planboard_browser_tests::site;
use std::path::Path;

/// The plan that the release carries.
pub fn shipped() -> PlanIndex {
    let text = std::fs::read_to_string(site::dist().join("plan.json")).expect("a release has a plan");
    read(&text)
}

/// Another plan of the tests, as text: another city, in English.
pub fn other_text() -> String {
    of_tests("harbour-city.json")
}

/// And one of a district whose towns add up, whose windows are stated and whose limits are zero.
pub fn of_towns() -> String {
    of_tests("binjiang.json")
}

fn of_tests(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../plans").join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"))
}

pub fn read(text: &str) -> PlanIndex {
    let plan: Plan = serde_json::from_str(text).expect("the plans of the tests are sound");
    plan.indexed().expect("the plans of the tests are sound")
}
