//! The plans that are damaged here, and where things stand in them.

use serde_json::Value;
use std::path::{Path, PathBuf};

/// A plan that has every field of the form and nothing twice.
pub const SMALL: &str = include_str!("../plans/small.json");

/// Every plan of the project, with its file name.
pub fn all() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::fs::read_dir(root.join("tests/plans")).expect("tests/plans");
    let mut files: Vec<PathBuf> = folder.map(|file| file.expect("a file").path()).collect();
    files.push(root.join("public/plan.json"));
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json") && file.exists());
    files.sort();
    files.into_iter().map(|file| (file.clone(), std::fs::read_to_string(&file).expect("text"))).collect()
}

pub fn small() -> Value {
    serde_json::from_str(SMALL).expect("JSON")
}

/// The JSON Pointer and the path in people's words of every value below the whole.
pub fn places(document: &Value) -> Vec<(String, String)> {
    let mut places = Vec::new();
    gather(document, String::new(), String::new(), &mut places);
    places
}

fn gather(value: &Value, pointer: String, path: String, places: &mut Vec<(String, String)>) {
    if !pointer.is_empty() {
        places.push((pointer.clone(), path.clone()));
    }
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            gather(value, format!("{pointer}/{name}"), path, places);
        }),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| {
            gather(value, format!("{pointer}/{at}"), format!("{path}[{at}]"), places);
        }),
        _ => {}
    }
}

/// Every how many places a plan of so many is damaged. The small plan has everything and is damaged
/// everywhere; of others some thirty places are enough. Odd, so that it does not fall into step with the
/// plan's own regularity.
pub fn sample(places: usize) -> usize {
    if places < 400 { 1 } else { (places / 30) | 1 }
}

/// The last field on a pointer: `lead` of `/areas/0/tasks/0/lead/1`.
pub fn field(pointer: &str) -> &str {
    pointer.rsplit('/').find(|step| step.parse::<usize>().is_err()).unwrap_or_default()
}

/// Takes a value out of the object it stands in.
pub fn remove(document: &mut Value, pointer: &str) -> Value {
    let (object, name) = pointer.rsplit_once('/').expect("a pointer");
    let fields = document.pointer_mut(object).and_then(Value::as_object_mut).expect("an object");
    fields.remove(name).expect("the field")
}
