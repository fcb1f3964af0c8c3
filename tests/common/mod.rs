//! What the tests from outside share.

use planboard::plan::{Plan, PlanIndex};
use std::path::Path;

/// The plan that the repository carries, and the one of a second city: English, four years, no districts.
pub const ANSHAN: &str = "public/plan.json";
pub const HARBOUR_CITY: &str = "tests/plans/harbour-city.json";
/// A plan of the repository.
pub fn plan(path: &str) -> PlanIndex {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&path).expect("the plan can be read");
    serde_json::from_str::<Plan>(&text).expect("the plan is one").indexed().expect("the plan is sound")
}
