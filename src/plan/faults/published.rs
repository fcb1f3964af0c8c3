//! The schema that was generated from the types and is published, and how to look things up in it.

use super::Shape;
use serde_json::Value;
use std::sync::LazyLock;

/// The published form of a `plan.json`.
pub(super) static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    // It is compiled in and a test reads it, so that the fallback is never taken.
    serde_json::from_str(include_str!("../../../public/plan.schema.json")).unwrap_or_default()
});

/// Names of the fields of a whole plan.
pub(super) fn plan_fields() -> impl Iterator<Item = &'static str> {
    SCHEMA.get("properties").and_then(Value::as_object).into_iter().flatten().map(|(name, _)| name.as_str())
}

/// One of the forms that a value may have, with the name of its definition.
#[derive(Clone, Copy)]
pub(super) struct Choice<'a> {
    pub(super) name: &'a str,
    pub(super) schema: &'a Value,
}

/// Every form that a schema lets pass, with references followed.
pub(super) fn choices(schema: &Value) -> Vec<Choice<'_>> {
    let mut found = Vec::new();
    gather_choices("", schema, &mut found);
    found
}

fn gather_choices<'a>(name: &'a str, schema: &'a Value, found: &mut Vec<Choice<'a>>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        let definition = SCHEMA.get("$defs").and_then(|all| all.get(name));
        return gather_choices(name, definition.unwrap_or(&Value::Null), found);
    }
    let alternatives = [&schema["anyOf"], &schema["oneOf"]];
    match alternatives.into_iter().find_map(Value::as_array) {
        Some(list) => list.iter().for_each(|each| gather_choices(name, each, found)),
        None => found.push(Choice { name, schema }),
    }
}

/// The words among which a text must be.
pub(super) fn words(schema: &Value) -> impl Iterator<Item = &str> {
    let listed = schema["enum"].as_array().into_iter().flatten();
    listed.chain(schema.get("const")).filter_map(Value::as_str)
}

/// The shapes that a schema lets pass.
pub(super) fn shapes(schema: &Value) -> impl Iterator<Item = Shape> {
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

#[cfg(test)]
mod tests {
    use super::super::Written;
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
