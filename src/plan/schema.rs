//! The published form of `plan.json`, generated from the types of this room.

use super::Plan;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{Schema, generate::SchemaSettings};
use serde_json::json;

/// The JSON Schema of a plan, as it stands in `public/plan.schema.json`.
pub fn written() -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Plan>();
    RecursiveTransform(close).transform(&mut schema);
    // Editors find the schema by this field.
    schema.pointer_mut("/properties").and_then(|fields| fields.as_object_mut()).map(|fields| {
        fields.insert(
            "$schema".into(),
            json!({ "type": "string", "description": "Address of this schema, for editors; nothing reads it." }),
        )
    });
    format!("{:#}\n", schema.as_value())
}

/// Serde passes over fields that it does not know, which keeps the first wasm small; the schema does not,
/// because a field that nobody reads is a slip. And it says of whole numbers how large they may be. A description
/// is one line: where its comment breaks says nothing to its reader.
fn close(schema: &mut Schema) {
    if let Some(description) = schema.get_mut("description") {
        *description = description.as_str().map(|text| text.replace('\n', " ")).into();
    }
    if schema.get("type").is_some_and(|shape| shape == "object") {
        schema.insert("additionalProperties".into(), false.into());
    }
    if schema.get("format").is_some_and(|format| format == "uint32") {
        schema.insert("maximum".into(), u32::MAX.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_schema_is_that_of_the_types() {
        // As values: whether a map keeps the order of its fields is up to what else is compiled in.
        let read = |text| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert!(
            read(include_str!("../../public/plan.schema.json")) == read(&written()),
            "public/plan.schema.json is not that of the types in src/plan; write it again with\n    \
             cargo run --features schema --bin plan_schema"
        );
    }
}
