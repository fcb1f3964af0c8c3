//! Holds `public/plan.json` against the text it was made from.
//!
//! - [`table`] walks `plan_audit.tsv`: every number, numeral, “quotation”, 《title》 and name of the
//!   text, in order, with where it stands in the plan or why it does not.
//! - [`text`] says how the table was made, and makes it again from the published text.
//! - [`figures`] repeats every target and milestone, written by hand from the text.
//! - [`references`] holds what ties the plan together, and its two languages.
//! - [`second_plan`] holds the plan of another city.

mod figures;
mod references;
mod second_plan;
mod table;
mod text;

use planboard::plan::{Indicator, Milestone, Plan, Task};
use serde_json::Value;

const ANSHAN: &str = include_str!("../../public/plan.json");

fn plan() -> Plan {
    serde_json::from_str(ANSHAN).expect("public/plan.json reads as a plan")
}

fn json() -> Value {
    serde_json::from_str(ANSHAN).expect("public/plan.json is JSON")
}

fn tasks(plan: &Plan) -> impl Iterator<Item = &Task> {
    plan.areas.iter().flat_map(|area| &area.tasks)
}

fn indicators(plan: &Plan) -> impl Iterator<Item = &Indicator> {
    tasks(plan).flat_map(|task| &task.indicators)
}

fn milestones(plan: &Plan) -> impl Iterator<Item = &Milestone> {
    tasks(plan).flat_map(|task| &task.milestones)
}

/// Every object with an `id`, by a walk over the JSON.
fn identified(value: &Value) -> Vec<(&str, &Value)> {
    let mut found = Vec::new();
    if let Some(id) = value.get("id").and_then(Value::as_str) {
        found.push((id, value));
    }
    match value {
        Value::Object(fields) => found.extend(fields.values().flat_map(identified)),
        Value::Array(items) => found.extend(items.iter().flat_map(identified)),
        _ => {}
    }
    found
}
