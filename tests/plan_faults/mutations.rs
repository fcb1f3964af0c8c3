//! Every plan is damaged in every place. What the page refuses must be named at its place, and nothing
//! else; what must be refused is decided here, by the field's name, or by a full schema validator.

use crate::plans::{self, field, places, remove};
use planboard::plan::faults::{Fault, Problem, find};
use planboard::plan::read::from_json;
use planboard::plan::rules::Rule;
use serde_json::{Value, json};

/// Fields that may be missing, and of them those that may be null.
const OPTIONAL_LISTS: &[&str] = &[
    "aliases",
    "members",
    "as_written",
    "concerns",
    "organisations",
    "projects",
    "related",
    "rests_on",
    "days_off",
    "working_days",
    "figures",
];
const OPTIONAL: &[&str] = &[
    "number",
    "notice_date",
    "published_at",
    "as_written",
    "note",
    "short_name",
    "collective",
    "year",
    "reading",
    "calendar",
    "lists",
    "project",
];
const REFERENCES: &[&str] = &[
    "issuer",
    "districts",
    "lead",
    "responsible",
    "organisations",
    "projects",
    "members",
    "concerns",
    "indicator",
    "rests_on",
    "project",
    "counts",
];

/// A damaged plan and what is known about the damage beforehand.
struct Damaged<'a> {
    document: Value,
    /// Where it was damaged.
    path: &'a str,
    what: String,
    /// Whether it must be refused; `None` when the rules leave it open, for example which texts there are.
    refused: Option<bool>,
}

#[test]
fn every_plan_of_the_project_is_sound() {
    let plans = plans::all();
    assert!(!plans.is_empty());
    for (file, text) in plans {
        let faults: Vec<String> =
            find(&text).iter().map(|fault| fault.line(planboard::text::Language::En)).collect();
        assert!(faults.is_empty(), "{}:\n{}", file.display(), faults.join("\n"));
        assert!(from_json(&text).is_some(), "{}", file.display());
        assert!(from_json(&format!("\u{feff}{text}")).is_some(), "with a byte order mark");
    }
}

#[test]
fn a_missing_field_is_named() {
    each_place(|document, pointer, path| {
        let (object, name) = pointer.rsplit_once('/')?;
        if document.pointer(object)?.is_array() {
            return None;
        }
        let mut damaged = document.clone();
        remove(&mut damaged, pointer);
        let is_target = object.contains("/targets/");
        let is_top = object.is_empty();
        let optional = OPTIONAL.contains(&name) && !required_elsewhere(object, name)
            || OPTIONAL_LISTS.contains(&name) && !is_top && !is_target && !required_elsewhere(object, name)
            || matches!(name, "zh" | "en") && document.pointer(object)?.as_object()?.len() > 1;
        // Without one side of a relation the other side hangs in the air.
        let refused = if name == "related" || name == "members" { None } else { Some(!optional) };
        Some(vec![Damaged { document: damaged, path, what: "removed".into(), refused }])
    });
}

/// `as_written` and `year` of a target, `reading` of a question, and all of a milestone's own are required.
fn required_elsewhere(object: &str, name: &str) -> bool {
    let within = |part: &str| object.rsplit('/').nth(1) == Some(part);
    match name {
        "as_written" => within("targets") || within("milestones") || within("lists"),
        "year" => within("targets"),
        "reading" => within("questions"),
        _ => false,
    }
}

#[test]
fn a_value_of_another_shape_is_named() {
    each_place(|document, pointer, path| {
        let old = document.pointer(pointer)?;
        let others = [json!(null), json!(true), json!(7), json!(2.5), json!("‽"), json!([]), json!({})];
        let others = others.into_iter().filter(|new| shape(new) != shape(old));
        let damaged = others.map(|new| {
            let object = pointer.rsplit_once('/').map_or("", |(object, _)| object);
            let name = field(pointer);
            let is_member = pointer.ends_with(&format!("/{name}"));
            let may_be_null =
                is_member && OPTIONAL.contains(&name) && !required_elsewhere(object, name) && !old.is_array();
            // An object {zh, en} may be a plain text and the other way round.
            let is_name = old.get("zh").or(old.get("en")).is_some();
            let refused = !(new.is_null() && may_be_null || new.is_string() && is_name);
            Damaged {
                document: with(document, pointer, new.clone()),
                path,
                what: format!("→ {new}"),
                refused: Some(refused),
            }
        });
        Some(damaged.collect())
    });
}

fn shape(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(number) if number.is_f64() => 2,
        Value::Number(_) => 3,
        Value::String(_) => 4,
        Value::Array(_) => 5,
        Value::Object(_) => 6,
    }
}

#[test]
fn a_text_that_says_nothing_or_breaks_things_is_named() {
    each_place(|document, pointer, path| {
        document.pointer(pointer)?.as_str()?;
        let texts = ["", " \u{3000}\n", "a\u{7}b", "a\u{fffd}b", &"长".repeat(4001)];
        let damaged = texts.map(|text| Damaged {
            document: with(document, pointer, json!(text)),
            path,
            what: format!("→ {text:.9?}"),
            refused: Some(true),
        });
        Some(damaged.into())
    });
}

#[test]
fn a_reference_to_nothing_or_to_something_else_is_named() {
    each_place(|document, pointer, path| {
        let old = document.pointer(pointer)?.as_str()?;
        if !REFERENCES.contains(&field(pointer)) {
            return None;
        }
        let area = document.pointer("/areas/0/id")?.as_str()?;
        let near = format!("{old}x");
        let damaged = ["no-such-thing", &near, area, "Not An Id"].map(|id| Damaged {
            document: with(document, pointer, json!(id)),
            path,
            what: format!("→ {id}"),
            refused: Some(true),
        });
        Some(damaged.into())
    });
}

#[test]
fn an_identifier_given_twice_or_badly_written_is_named() {
    each_place(|document, pointer, path| {
        if !pointer.ends_with("/id") {
            return None;
        }
        let first = document.pointer("/cycle/rounds/0/id")?;
        let taken = (document.pointer(pointer)? != first && pointer != "/id").then_some(first);
        let bad = ["Upper", "under_score", "-edge", "edge-", "two--hyphens", "空", "a/b", "a b"]
            .map(|id| json!(id));
        let damaged = bad.into_iter().chain(taken.cloned()).map(|id| Damaged {
            document: with(document, pointer, id.clone()),
            path,
            what: format!("→ {id}"),
            refused: Some(true),
        });
        Some(damaged.collect())
    });
}

#[test]
fn a_number_out_of_its_bounds_is_named() {
    each_place(|document, pointer, path| {
        document.pointer(pointer)?.as_u64()?;
        let numbers = [json!(-1), json!(0), json!(3000), json!(70_000), json!(5_000_000_000_u64)];
        let damaged = numbers.into_iter().map(|number| {
            let stays = match field(pointer) {
                "count" => number.as_u64().is_some_and(|count| (1..=u64::from(u32::MAX)).contains(&count)),
                "named" => number == 0,
                _ => false,
            };
            let document = with(document, pointer, number.clone());
            Damaged { document, path, what: format!("→ {number}"), refused: Some(!stays) }
        });
        Some(damaged.collect())
    });
}

#[test]
fn a_list_with_something_twice_is_named() {
    each_place(|document, pointer, path| {
        let list = document.pointer(pointer)?.as_array()?;
        let mut longer = list.clone();
        longer.push(list.first()?.clone());
        let refused = !matches!(field(pointer), "aliases" | "as_written" | "days_off" | "working_days");
        let document = with(document, pointer, Value::Array(longer));
        Some(vec![Damaged { document, path, what: "first item repeated".into(), refused: Some(refused) }])
    });
}

#[test]
fn a_word_that_the_field_does_not_know_is_named() {
    let words = ["kind", "basis", "frequency", "comparator", "modality", "language"];
    each_place(|document, pointer, path| {
        let old = document.pointer(pointer)?.as_str()?;
        let is_choice = words.contains(&field(pointer))
            || pointer.contains("/indicators/") && field(pointer) == "districts";
        if !is_choice {
            return None;
        }
        let damaged = [old.to_uppercase(), format!("{old}s"), "突破".into()].map(|word| Damaged {
            document: with(document, pointer, json!(word)),
            path,
            what: format!("→ {word}"),
            refused: Some(true),
        });
        Some(damaged.into())
    });
}

#[test]
fn a_field_that_nobody_knows_is_named_though_the_page_passes_over_it() {
    for (_, text) in plans::all() {
        let document: Value = serde_json::from_str(&text).expect("JSON");
        let places = places(&document);
        for (pointer, path) in places.iter().step_by(plans::sample(places.len())) {
            let Some(fields) = document.pointer(pointer).and_then(Value::as_object) else { continue };
            let mut fields = fields.clone();
            fields.insert("colour_of_it".into(), json!("red"));
            let damaged = with(&document, pointer, Value::Object(fields.clone())).to_string();
            let faults = find(&damaged);
            let [fault] = &faults[..] else { panic!("{path}: {faults:?}") };
            assert_eq!(fault.path, format!("{path}.colour_of_it"));
            assert!(matches!(fault.problem, Problem::Unknown { .. }), "{fault:?}");
            let is_name = fields.contains_key("en") || fields.contains_key("zh");
            assert_eq!(from_json(&damaged).is_some(), !is_name, "{path}");
        }
    }
}

#[test]
fn a_field_that_stands_twice_is_named() {
    let text = plans::SMALL;
    for (before, path) in [
        (r#""version":"#, "version"),
        (r#""mark": "A""#, "areas[0].mark"),
        (r#""zh": "棵""#, "areas[0].tasks[0].indicators[0].unit.zh"),
        (r#""opens": 1,"#, "cycle.rounds[0].window.opens"),
    ] {
        let field = before.split(':').next().expect("a name");
        let value = if before.contains("opens") { "1" } else { "\"x\"" };
        let damaged = text.replacen(before, &format!("{field}: {value}, {before}"), 1);
        assert_ne!(damaged, text);
        let faults = find(&damaged);
        assert!(
            faults.iter().any(|fault| fault.path == path && fault.problem == Problem::Repeated),
            "{faults:?}"
        );
        assert!(from_json(&damaged).is_none(), "{path}");
    }
}

#[test]
fn a_text_cut_off_anywhere_is_refused_with_its_place() {
    let text = plans::SMALL.trim_end();
    for (at, _) in text.char_indices() {
        let faults = find(&text[..at]);
        assert!(matches!(faults[..], [Fault { problem: Problem::NotJson { .. }, .. }]), "{at}: {faults:?}");
        assert!(from_json(&text[..at]).is_none(), "{at}");
    }
}

/// Damages the small plan in every place, every other one in a sample, and compares
/// what the page accepts, what is found, and what a full schema validator says.
fn each_place(damage: impl for<'a> Fn(&Value, &'a str, &'a str) -> Option<Vec<Damaged<'a>>>) {
    let schema: Value =
        serde_json::from_str(include_str!("../../public/plan.schema.json")).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    let mut refused = 0;
    for (file, text) in plans::all() {
        let document: Value = serde_json::from_str(&text).expect("JSON");
        let mut places = places(&document);
        // For editors only: neither read nor held to anything but its form.
        places.retain(|(pointer, _)| pointer != "/$schema");
        let step = plans::sample(places.len());
        for (pointer, path) in places.iter().step_by(step) {
            for damaged in damage(&document, pointer, path).unwrap_or_default() {
                let label = format!("{}: {path} {}", file.display(), damaged.what);
                let form_is_sound = validator.is_valid(&damaged.document);
                refused += usize::from(verdict(&label, &damaged, &document, form_is_sound));
            }
        }
    }
    assert!(refused > 10, "the damage did nothing: {refused}");
}

/// Whether the damaged plan was refused, after every voice agreed.
fn verdict(label: &str, damaged: &Damaged, sound: &Value, form_is_sound: bool) -> bool {
    let text = damaged.document.to_string();
    let faults = find(&text);
    let accepted = from_json(&text).is_some();
    assert_eq!(accepted, faults.is_empty(), "{label}: {faults:?}");
    if let Some(refused) = damaged.refused {
        assert_eq!(!accepted, refused, "{label}: {faults:?}");
    }
    let of_form = faults.iter().any(|fault| !matches!(fault.problem, Problem::Rule(_)));
    let other_form = faults.iter().any(|fault| matches!(fault.problem, Problem::Rule(Rule::Form { .. })));
    assert!(other_form || form_is_sound != of_form, "{label}: a validator says {form_is_sound}, {faults:?}");
    for fault in &faults {
        let is_its_own = stands_at(fault, damaged.path) || follows(fault, damaged, sound);
        assert!(is_its_own, "{label}: {fault:?} has nothing to do with it");
    }
    !accepted
}

/// At the damaged place, below it, or at the pair of which one was damaged.
fn stands_at(fault: &Fault, path: &str) -> bool {
    let below = |whole: &str, part: &str| {
        part.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let is_of_a_pair = match &fault.problem {
        Problem::Empty => true,
        Problem::Rule(rule) => matches!(
            rule,
            Rule::Window { .. } | Rule::Collective { .. } | Rule::SpanReversed { .. } | Rule::Period { .. }
        ),
        _ => false,
    };
    below(path, &fault.path) || is_of_a_pair && below(&fault.path, path)
}

/// Whether a fault elsewhere is a consequence of the damage: a reference to the identifier that was
/// changed or whose bearer is gone, a year outside the period that was changed, the next in an order.
fn follows(fault: &Fault, damaged: &Damaged, sound: &Value) -> bool {
    let path = damaged.path;
    let Problem::Rule(rule) = &fault.problem else { return false };
    match rule {
        Rule::NoSuch { id, .. }
        | Rule::OtherKind { id, .. }
        | Rule::IdTaken { id, .. }
        | Rule::NotMutual { id } => {
            // The other side still names the old identifier.
            let is_renamed = path.strip_suffix("id").is_some_and(|bearer| fault.path.starts_with(bearer));
            is_renamed || mentions(sound, path, id) || mentions(&damaged.document, path, id)
        }
        Rule::MembersOutsideGroup => path.ends_with(".kind"),
        Rule::YearOutside { .. } | Rule::MonthOutside { .. } => path.starts_with("period"),
        Rule::YearOrder { .. } => path.contains(".targets["),
        Rule::RoundOrder { .. } => path.starts_with("cycle.rounds["),
        _ => false,
    }
}

/// Whether the identifier stands at or below the place, or belongs to something around it.
fn mentions(document: &Value, path: &str, id: &str) -> bool {
    let is_around = |place: &str| place.strip_suffix("id").is_some_and(|around| path.starts_with(around));
    let places = places(document);
    let own = places.iter().filter(|(_, place)| place.starts_with(path) || is_around(place));
    own.into_iter().any(|(pointer, _)| document.pointer(pointer).and_then(Value::as_str) == Some(id))
}

fn with(document: &Value, pointer: &str, value: Value) -> Value {
    let mut damaged = document.clone();
    *damaged.pointer_mut(pointer).expect("a place") = value;
    damaged
}
