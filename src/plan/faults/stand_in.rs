//! What stands in a copy of the document for what is missing there or of the wrong form.

use super::published::{Choice, choices, shapes, words};
use super::{Shape, Written};
use serde_json::{Value, json};

/// Makes values that the form allows and that are like nothing in the plan.
#[derive(Default)]
pub(super) struct StandIns {
    texts: usize,
}

impl StandIns {
    /// A value that the schema allows.
    ///
    /// Numbers are the least there are: a period of the year 0 is none, so that no year is held against
    /// it, and nothing comes before the least in an order.
    pub(super) fn of(&mut self, schema: &Value) -> Value {
        let choices = choices(schema);
        let Some(choice) = choices.first() else { return Value::Null };
        match shapes(choice.schema).next() {
            Some(Shape::Text) => self.written(*choice),
            Some(Shape::Whole) => choice.schema["minimum"].clone(),
            Some(Shape::Truth) => json!(false),
            Some(Shape::List) => json!([]),
            Some(Shape::Object) => self.object(choice.schema),
            Some(Shape::Null | Shape::Fraction) | None => Value::Null,
        }
    }

    /// A text that no other place has, so that it is nobody's identifier and is not listed twice.
    pub(super) fn text(&mut self) -> Value {
        self.texts += 1;
        json!(format!("\u{0}{}", self.texts))
    }

    fn written(&mut self, choice: Choice) -> Value {
        match (words(choice.schema).next(), Written::named(choice.name)) {
            (Some(word), _) => json!(word),
            (None, Some(Written::Day)) => json!("1000-01-01"),
            (None, Some(Written::Month)) => json!("1000-01"),
            (None, Some(Written::Quantity)) => json!("0"),
            (None, None) => self.text(),
        }
    }

    fn object(&mut self, schema: &Value) -> Value {
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let form = |name| schema.get("properties").and_then(|fields| fields.get(name));
        required.filter_map(|name| Some((name.to_string(), self.of(form(name)?)))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::check;
    use super::super::published::SCHEMA;
    use super::super::{Collector, Json};
    use super::*;
    use crate::plan::Plan;

    #[test]
    fn a_plan_of_stand_ins_is_of_the_right_form() {
        let text = StandIns::default().of(&SCHEMA).to_string();
        let document: Json = serde_json::from_str(&text).expect("JSON");
        let mut faults = Collector::new(&document);
        check(&document, &mut faults);
        assert_eq!(faults.all(), []);
        assert!(serde_json::from_str::<Plan>(&text).is_ok(), "{text}");
    }

    #[test]
    fn what_stands_in_for_each_type_is_of_its_form() {
        for name in SCHEMA["$defs"].as_object().expect("definitions").keys() {
            let schema = json!({ "$ref": format!("#/$defs/{name}") });
            let value = StandIns::default().of(&schema);
            let is_allowed = choices(&schema).iter().any(|choice| match &value {
                Value::String(text) => {
                    let written = Written::named(name).is_none_or(|written| written.reads(text));
                    written && words(choice.schema).next().is_none_or(|word| word == text)
                }
                Value::Number(number) => choice.schema["minimum"].as_u64() == number.as_u64(),
                Value::Object(fields) => {
                    choice.schema["required"].as_array().is_some_and(|names| names.len() == fields.len())
                }
                _ => false,
            });
            assert!(is_allowed, "{name}: {value}");
        }
    }

    #[test]
    fn no_two_texts_are_the_same() {
        let mut stand_ins = StandIns::default();
        assert_ne!(stand_ins.of(&json!({"type": "string"})), stand_ins.of(&json!({"type": "string"})));
    }
}
