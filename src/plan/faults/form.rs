//! Holds a document against the schema that was generated from the types.
//!
//! Not a validator for any schema, only for the part of the language that our types produce; a test
//! fails on a keyword that this file does not know, another compares its verdicts with a full validator.

use super::json::{Json, Shape};
use super::{Collector, Problem, Written};
use crate::plan::rules::{Step, nearest};
use serde_json::Value;
use std::sync::LazyLock;

/// The published form of a `plan.json`.
pub(super) static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    // It is compiled in and a test reads it, so that the fallback is never taken.
    serde_json::from_str(include_str!("../../../public/plan.schema.json")).unwrap_or_default()
});

/// Names of the fields of a whole plan.
pub(super) fn plan_fields() -> impl Iterator<Item = &'static str> {
    SCHEMA["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str())
}

/// Notes every fault of form in the document.
pub(super) fn check<'a>(document: &'a Json, faults: &mut Collector<'a>) {
    Form { definitions: &SCHEMA["$defs"], faults }.value(document, &SCHEMA);
}

struct Form<'f, 'a> {
    definitions: &'a Value,
    faults: &'f mut Collector<'a>,
}

/// One of the forms that a value may have, with the name of its definition.
#[derive(Clone, Copy)]
struct Choice<'a> {
    name: &'a str,
    schema: &'a Value,
}

impl<'a> Form<'_, 'a> {
    fn value(&mut self, json: &'a Json, schema: &'a Value) {
        let mut choices = Vec::new();
        self.choices("", schema, &mut choices);
        let fitting: Vec<Choice> =
            choices.iter().copied().filter(|choice| shapes(choice.schema).any(|s| fits(json, s))).collect();
        let Some(form) = fitting.first() else {
            return self.faults.add(Problem::WrongShape {
                found: json.shape(),
                written: json.as_written(),
                allowed: distinct(choices.iter().flat_map(|choice| shapes(choice.schema))),
            });
        };
        match json {
            Json::Text(text) => self.text(text, &fitting),
            Json::Number(_) => self.number(json, form.schema),
            Json::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.at(Step::Item(at), |check| check.value(item, &form.schema["items"]));
                }
            }
            Json::Object(fields) => self.object(fields, form.schema),
            Json::Null | Json::Truth(_) => {}
        }
    }

    /// Every form that a schema lets pass, with references followed.
    fn choices(&self, name: &'a str, schema: &'a Value, choices: &mut Vec<Choice<'a>>) {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.choices(name, &self.definitions[name], choices);
        }
        let alternatives = [&schema["anyOf"], &schema["oneOf"]];
        match alternatives.into_iter().find_map(Value::as_array) {
            Some(list) => list.iter().for_each(|each| self.choices(name, each, choices)),
            None => choices.push(Choice { name, schema }),
        }
    }

    fn text(&mut self, text: &'a str, forms: &[Choice<'a>]) {
        let words: Vec<&str> = forms.iter().flat_map(|form| words(form.schema)).collect();
        if !words.is_empty() {
            if !words.contains(&text) {
                let nearest = nearest(text, words.iter().copied());
                let allowed = words.into_iter().map(String::from).collect();
                self.faults.add(Problem::NotAllowed { found: text.into(), allowed, nearest });
            }
            return;
        }
        for form in forms {
            let written = Written::named(form.name);
            if let Some(written) = written.filter(|written| !written.reads(text)) {
                self.faults.add(Problem::NotWritten { found: text.into(), form: written });
            }
            if text.is_empty() && form.schema["minLength"] == 1 {
                self.faults.add(Problem::Empty);
            }
        }
    }

    fn number(&mut self, json: &Json, form: &Value) {
        let Json::Number(number) = json else { return };
        let least = form["minimum"].as_i64().unwrap_or(0);
        let most = form["maximum"].as_i64().unwrap_or(i64::from(u32::MAX));
        if !number.as_i64().is_some_and(|number| (least..=most).contains(&number)) {
            self.faults.add(Problem::OutOfRange { found: number.to_string(), least, most });
        }
    }

    fn object(&mut self, fields: &'a [(String, Json)], form: &'a Value) {
        let properties = &form["properties"];
        let known = || properties.as_object().into_iter().flatten().map(|(name, _)| name.as_str());
        let stands = |name: &str| fields.iter().any(|(field, _)| field == name);
        let mut meant = Vec::new();
        if fields.is_empty() && form["minProperties"] == 1 {
            self.faults.add(Problem::Empty);
        }
        for (at, (field, value)) in fields.iter().enumerate() {
            self.at(Step::Field(field), |check| {
                if fields[..at].iter().any(|(earlier, _)| earlier == field) {
                    check.faults.add(Problem::Repeated);
                }
                if let Some(schema) = properties.get(field) {
                    return check.value(value, schema);
                }
                let nearest = nearest(field, known().filter(|name| !stands(name)));
                meant.extend(nearest.clone());
                check.faults.add(Problem::Unknown { nearest, allowed: known().map(String::from).collect() });
            });
        }
        let required = form["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        for name in required.filter(|name| !stands(name)) {
            // A misspelt field is one fault: it was named above with the field that was meant.
            if !meant.iter().any(|meant| meant == name) {
                let mut choices = Vec::new();
                self.choices("", &properties[name], &mut choices);
                let allowed = distinct(choices.iter().flat_map(|choice| shapes(choice.schema)));
                self.at(Step::Field(name), |check| check.faults.add(Problem::Missing { allowed }));
            }
        }
    }

    fn at(&mut self, step: Step<'a>, check: impl FnOnce(&mut Self)) {
        self.faults.path.push(step);
        check(self);
        self.faults.path.pop();
    }
}

/// The words among which a text must be.
fn words(schema: &Value) -> impl Iterator<Item = &str> {
    let listed = schema["enum"].as_array().into_iter().flatten();
    listed.chain(schema.get("const")).filter_map(Value::as_str)
}

/// The shapes that a schema lets pass.
fn shapes(schema: &Value) -> impl Iterator<Item = Shape> {
    let listed = schema["type"].as_array().into_iter().flatten();
    let single = schema["type"].is_string().then_some(&schema["type"]);
    listed.chain(single).filter_map(Value::as_str).filter_map(|name| match name {
        "null" => Some(Shape::Null),
        "boolean" => Some(Shape::Truth),
        "integer" => Some(Shape::Whole),
        "string" => Some(Shape::Text),
        "array" => Some(Shape::List),
        "object" => Some(Shape::Object),
        _ => None,
    })
}

/// `2023.0` is no whole number here, though JSON Schema takes it for one: serde does not.
fn fits(json: &Json, shape: Shape) -> bool {
    json.shape() == shape
}

fn distinct(shapes: impl Iterator<Item = Shape>) -> Vec<Shape> {
    shapes.fold(Vec::new(), |mut list, shape| {
        if !list.contains(&shape) {
            list.push(shape);
        }
        list
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keywords that only describe, and those that the walk follows.
    const KNOWN: &[&str] = &[
        "$schema",
        "title",
        "description",
        "format",
        "default", // say nothing about validity
        "$defs",
        "$ref",
        "anyOf",
        "oneOf",
        "type",
        "const",
        "enum",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "minimum",
        "maximum",
        "minLength",
        "minProperties",
        "pattern",
    ];

    #[test]
    fn the_schema_uses_no_keyword_that_the_walk_does_not_know() {
        assert!(plan_fields().count() > 15, "the published schema does not read");
        each_schema(&SCHEMA, "", &mut |schema, name| {
            for key in schema.as_object().into_iter().flatten().map(|(key, _)| key) {
                assert!(KNOWN.contains(&key.as_str()), "{name}: {key}");
            }
            if schema.get("pattern").is_some() {
                assert!(Written::named(name).is_some(), "the pattern of {name} is not checked");
            }
            if schema["type"] == "object" {
                assert_eq!(schema["additionalProperties"], false, "{name}");
            }
            if schema["type"] == "integer" {
                assert!(schema["maximum"].is_i64() && schema["minimum"].is_i64(), "{name}");
            }
        });
    }

    fn each_schema(schema: &Value, name: &str, look: &mut impl FnMut(&Value, &str)) {
        look(schema, name);
        for key in ["properties", "$defs"] {
            for (field, each) in schema[key].as_object().into_iter().flatten() {
                each_schema(each, if key == "$defs" { field } else { name }, look);
            }
        }
        for key in ["anyOf", "oneOf"] {
            schema[key].as_array().into_iter().flatten().for_each(|each| each_schema(each, name, look));
        }
        if let Some(items) = schema.get("items") {
            each_schema(items, name, look);
        }
    }
}
