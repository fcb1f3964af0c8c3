//! The same JSON as an Automerge document: a map of batches by their names, a change for each.

use super::{Way, json};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};
use planboard::ledger::Batch;
use planboard::plan::PlanIndex;
use serde_json::Value;
use std::collections::HashMap;

pub struct Document {
    document: AutoCommit,
    shown: HashMap<String, (u64, String)>,
}

fn put(document: &mut AutoCommit, batch: &Batch) -> String {
    let Some(value) = json::json([batch]).as_array().and_then(|all| all.first().cloned()) else {
        return String::new();
    };
    let id = value["id"].as_str().unwrap_or_default().to_owned();
    let object = document.put_object(ROOT, &id, ObjType::Map).expect("a place");
    fill(document, &object, &value);
    document.commit();
    id
}

fn fill(document: &mut AutoCommit, object: &ObjId, value: &Value) {
    for (key, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Array(items) => {
                let list = document.put_object(object, key, ObjType::List).expect("a place");
                for (at, item) in items.iter().enumerate() {
                    if item.is_object() {
                        let entry = document.insert_object(&list, at, ObjType::Map).expect("a place");
                        fill(document, &entry, item);
                    } else {
                        document.insert(&list, at, item.as_str().unwrap_or_default()).expect("a place");
                    }
                }
            }
            Value::Number(number) => {
                document.put(object, key, number.as_u64().unwrap_or_default()).expect("a place");
            }
            Value::String(text) => document.put(object, key, text.as_str()).expect("a place"),
            _ => document.put(object, key, ScalarValue::Null).expect("a place"),
        }
    }
}

impl Document {
    fn show(&mut self, id: &str) {
        let Ok(Some((_, batch))) = self.document.get(ROOT, id) else { return };
        let text = |object: &ObjId, key: &str| match self.document.get(object, key) {
            Ok(Some((value, _))) => value.into_string().ok(),
            _ => None,
        };
        let written = match self.document.get(&batch, "written") {
            Ok(Some((value, _))) => value.as_u64().unwrap_or_default(),
            _ => 0,
        };
        let month = text(&batch, "month").unwrap_or_default();
        let Ok(Some((_, entries))) = self.document.get(&batch, "entries") else { return };
        for at in 0..self.document.length(&entries) {
            let Ok(Some((_, entry))) = self.document.get(&entries, at) else { continue };
            let Some(subject) = text(&entry, "indicator").or(text(&entry, "subject")) else { continue };
            let district = text(&entry, "district").unwrap_or_default();
            let value = text(&entry, "report").or(text(&entry, "stage")).unwrap_or_default();
            let here = self.shown.entry(format!("{subject}/{district}/{month}")).or_default();
            if written >= here.0 {
                *here = (written, value);
            }
        }
    }
}

impl Way for Document {
    const NAME: &str = "Automerge";

    fn kept(batches: &[Batch], known: usize) -> [Vec<u8>; 2] {
        let mut document = AutoCommit::new();
        let mut saved = Vec::new();
        for (at, batch) in batches.iter().enumerate() {
            if at == known {
                saved = document.save();
            }
            put(&mut document, batch);
        }
        [saved, document.save()]
    }

    type Read = AutoCommit;

    fn read(kept: &[u8]) -> AutoCommit {
        AutoCommit::load(kept).expect("it was just written")
    }

    fn folded(read: AutoCommit) -> Self {
        let mut folded = Self { document: read, shown: HashMap::new() };
        let ids: Vec<String> = folded.document.keys(ROOT).collect();
        ids.iter().for_each(|id| folded.show(id));
        folded
    }

    fn shown(&self) -> usize {
        self.shown.len()
    }

    /// Only what is new has to be kept.
    fn add(&mut self, batch: &Batch, _: &PlanIndex) -> usize {
        let id = put(&mut self.document, batch);
        self.show(&id);
        self.document.save_incremental().len()
    }

    fn merge(&mut self, other: &mut Self) {
        let before: std::collections::HashSet<String> = self.document.keys(ROOT).collect();
        self.document.merge(&mut other.document).expect("documents of one history");
        let new: Vec<String> = self.document.keys(ROOT).filter(|id| !before.contains(id)).collect();
        new.iter().for_each(|id| self.show(id));
    }
}
