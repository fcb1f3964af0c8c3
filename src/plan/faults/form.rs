//! Holds a document against the schema that was generated from the types.
//!
//! Not a validator for any schema, only for the part of the language that our types produce; a test of
//! [`super::published`] fails on a keyword that is not known here, another compares the verdicts with a
//! full validator.

use super::json::{Json, Shape};
use super::published::{Choice, SCHEMA, choices, shapes, words};
use super::stand_in::StandIns;
use super::unsure::Unsure;
use super::{Collector, Problem, Written};
use crate::plan::rules::{Step, nearest};
use serde_json::{Map, Value};

/// Notes every fault of form in the document. The copy that comes back has none: where the document has
/// one, something stands in that says nothing, so that the rules can look at all the rest.
pub(super) fn check<'a>(document: &'a Json, faults: &mut Collector<'a>) -> (Value, Unsure<'a>) {
    let (stand_ins, unsure) = (StandIns::default(), Unsure::default());
    let mut form = Form { faults, stand_ins, unsure };
    let copy = form.value(document, &SCHEMA);
    (copy, form.unsure)
}

struct Form<'f, 'a> {
    faults: &'f mut Collector<'a>,
    stand_ins: StandIns,
    unsure: Unsure<'a>,
}

impl<'a> Form<'_, 'a> {
    fn value(&mut self, json: &'a Json, schema: &'a Value) -> Value {
        let choices = choices(schema);
        let fitting: Vec<Choice> =
            choices.iter().copied().filter(|choice| shapes(choice.schema).any(|s| fits(json, s))).collect();
        let Some(form) = fitting.first() else {
            self.fault(Problem::WrongShape {
                found: json.shape(),
                written: json.as_written(),
                allowed: distinct(choices.iter().flat_map(|choice| shapes(choice.schema))),
            });
            return self.stand_ins.of(schema);
        };
        let is_sound = match json {
            Json::Text(text) => self.text(text, &fitting),
            Json::Number(_) => self.number(json, form.schema),
            Json::List(items) => return self.list(items, &form.schema["items"]),
            Json::Object(fields) => return self.object(fields, form.schema),
            Json::Null | Json::Truth(_) => true,
        };
        if is_sound { json.plain() } else { self.stand_ins.of(schema) }
    }

    fn list(&mut self, items: &'a [Json], form: &'a Value) -> Value {
        let items = items.iter().enumerate();
        items.map(|(at, item)| self.at(Step::Item(at), |check| check.value(item, form))).collect()
    }

    fn text(&mut self, text: &'a str, forms: &[Choice<'a>]) -> bool {
        let words: Vec<&str> = forms.iter().flat_map(|form| words(form.schema)).collect();
        if !words.is_empty() {
            let is_known = words.contains(&text);
            if !is_known {
                let nearest = nearest(text, words.iter().copied());
                let allowed = words.into_iter().map(String::from).collect();
                self.fault(Problem::NotAllowed { found: text.into(), allowed, nearest });
            }
            return is_known;
        }
        let mut is_sound = true;
        for form in forms {
            let written = Written::named(form.name);
            if let Some(written) = written.filter(|written| !written.reads(text)) {
                self.fault(Problem::NotWritten { found: text.into(), form: written });
                is_sound = false;
            }
            if text.is_empty() && form.schema["minLength"] == 1 {
                self.fault(Problem::Empty);
                is_sound = false;
            }
        }
        is_sound
    }

    fn number(&mut self, json: &Json, form: &Value) -> bool {
        let Json::Number(number) = json else { return true };
        let least = form["minimum"].as_i64().unwrap_or(0);
        let most = form["maximum"].as_i64().unwrap_or(i64::from(u32::MAX));
        let is_within = number.as_i64().is_some_and(|number| (least..=most).contains(&number));
        if !is_within {
            self.fault(Problem::OutOfRange { found: number.to_string(), least, most });
        }
        is_within
    }

    fn object(&mut self, fields: &'a [(String, Json)], form: &'a Value) -> Value {
        let properties = &form["properties"];
        let known = || properties.as_object().into_iter().flatten().map(|(name, _)| name.as_str());
        let stands = |name: &str| fields.iter().any(|(field, _)| field == name);
        let mut meant = Vec::new();
        let mut copy = Map::new();
        if fields.is_empty() && form["minProperties"] == 1 {
            self.fault(Problem::Empty);
        }
        for (at, (field, value)) in fields.iter().enumerate() {
            self.at(Step::Field(field), |check| {
                if fields.iter().take(at).any(|(earlier, _)| earlier == field) {
                    check.fault(Problem::Repeated);
                }
                if let Some(schema) = properties.get(field) {
                    let value = check.value(value, schema);
                    copy.entry(field).or_insert(value);
                    return;
                }
                let nearest = nearest(field, known().filter(|name| !stands(name)));
                meant.extend(known().find(|name| nearest.as_deref() == Some(name)));
                check.fault(Problem::Unknown { nearest, allowed: known().map(String::from).collect() });
            });
        }
        let required = || form["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        // A misspelt field is one fault: it was named above with the field that was meant.
        for name in required().filter(|name| !stands(name) && !meant.contains(name)) {
            let choices = choices(&properties[name]);
            let allowed = distinct(choices.iter().flat_map(|choice| shapes(choice.schema)));
            self.at(Step::Field(name), |check| check.fault(Problem::Missing { allowed }));
        }
        meant.into_iter().for_each(|name| self.at(Step::Field(name), Self::doubt));
        for name in required().filter(|name| !stands(name)) {
            copy.insert(name.into(), self.stand_ins.of(&properties[name]));
        }
        if copy.is_empty() && form["minProperties"] == 1 {
            self.doubt();
            return self.stand_ins.text();
        }
        Value::Object(copy)
    }

    fn fault(&mut self, problem: Problem) {
        self.faults.add(problem);
        self.doubt();
    }

    /// What the copy has where we stand is not what the document says.
    fn doubt(&mut self) {
        self.unsure.note(&self.faults.path, || self.faults.item());
    }

    fn at<T>(&mut self, step: Step<'a>, check: impl FnOnce(&mut Self) -> T) -> T {
        self.faults.path.push(step);
        let checked = check(self);
        self.faults.path.pop();
        checked
    }
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
