//! Faults of form and broken rules are named together, and what stands in for the former breaks nothing.

use crate::plans::{self, SMALL, field, places, small};
use planboard::plan::faults::{Fault, MOST_FAULTS, Problem, find};
use serde_json::{Value, json};

const TASK: &str = "/areas/0/tasks/0";

/// Places in the small plan with their new values.
type Changes = Vec<(&'static str, Value)>;

/// Changes to the small plan, and the path of every fault there is then, those of form first.
fn cases() -> Vec<(Changes, Vec<&'static str>)> {
    let lead = || ("/areas/0/tasks/0/lead/0", json!("nobody-knows-them"));
    let lead_path = "areas[0].tasks[0].lead[0]";
    let trees = "areas[0].tasks[0].indicators[0]";
    let target = |rest: &str| leak(format!("{TASK}/indicators/0/targets/{rest}"));
    vec![
        // One of each, far apart.
        (vec![lead(), ("/areas/1/title", json!(3))], vec!["areas[1].title", lead_path]),
        (vec![lead(), ("/document/date", json!("2031-02-30"))], vec!["document.date", lead_path]),
        (vec![lead(), ("/period/to", json!(70_000))], vec!["period.to", lead_path]),
        (vec![lead(), ("/colour", json!("red"))], vec!["colour", lead_path]),
        (vec![lead(), ("/title", json!({"cn": "河流"}))], vec!["title.cn", lead_path]),
        (vec![lead(), ("/title", json!({"zh": "", "en": "River"}))], vec!["title.zh", lead_path]),
        (vec![lead(), ("/cycle", json!([]))], vec!["cycle", lead_path]),
        (vec![lead(), ("/language", json!("de"))], vec!["language", lead_path]),
        // A part without a readable identifier may be the one that is meant, but only if it is of such a kind.
        (vec![lead(), ("/organisations/1/id", json!(7))], vec!["organisations[1].id"]),
        (vec![lead(), ("/organisations/1", json!("east"))], vec!["organisations[1]"]),
        (vec![lead(), ("/organisations", json!({}))], vec!["organisations"]),
        (vec![lead(), ("/projects/0/id", json!(null))], vec!["projects[0].id", lead_path]),
        (vec![lead(), ("/questions", json!(0))], vec!["questions", lead_path]),
        // The identifier of another kind is wrong whatever stands at the other place.
        (
            vec![("/issuer", json!("banks")), ("/organisations/1/id", json!(7))],
            vec!["organisations[1].id", "issuer"],
        ),
        // In the same part, at both ends of an order or a pair.
        (
            vec![(target("0/year"), json!("2031")), (target("1/year"), json!(2034))],
            vec![leak(format!("{trees}.targets[0].year")), leak(format!("{trees}.targets[1].year"))],
        ),
        (
            vec![(target("0/value"), json!(17.6)), (target("0/year"), json!(1999))],
            vec![leak(format!("{trees}.targets[0].value")), leak(format!("{trees}.targets[0].year"))],
        ),
        (
            vec![("/cycle/rounds/0/months", json!("one")), ("/cycle/rounds/1/months", json!(5))],
            vec!["cycle.rounds[0].months", "cycle.rounds[1].months"],
        ),
        (
            vec![("/cycle/rounds/0/window/opens", json!("9")), ("/cycle/rounds/1/window/closes", json!(40))],
            vec!["cycle.rounds[0].window.opens", "cycle.rounds[1].window"],
        ),
        // Neither period nor kind is known: nothing that rests on them is named.
        (vec![("/period/to", json!(null)), (target("0/year"), json!(1999))], vec!["period.to"]),
        (vec![("/organisations/2/kind", json!("grup"))], vec!["organisations[2].kind"]),
        (vec![("/organisations/1/kind", json!("town"))], vec!["organisations[1].kind"]),
        (
            vec![("/organisations/1/kind", json!("town")), ("/districts/0", json!("council"))],
            vec!["organisations[1].kind", "districts[0]"],
        ),
        // One side of a relation cannot be read.
        (
            vec![("/areas/0/tasks/0/indicators/1/related/0", json!("trees"))],
            vec!["areas[0].tasks[0].indicators[1].related[0]"],
        ),
        // More in a list than a page can bear is too many, whatever is wrong with one of them.
        (
            vec![
                (
                    "/organisations/0/aliases",
                    (0..501).map(|at| json!(format!("{at}"))).chain([json!(1)]).collect(),
                ),
                lead(),
            ],
            vec!["organisations[0].aliases[501]", "organisations[0].aliases", lead_path],
        ),
        // What is no plan at all, or of another form, is one fault.
        (vec![lead(), ("/schema", json!(2)), ("/title", json!(3))], vec!["schema"]),
    ]
}

#[test]
fn faults_of_form_and_broken_rules_are_named_at_once() {
    for (changes, paths) in cases() {
        let mut plan = small();
        for (place, value) in &changes {
            let (object, name) = place.rsplit_once('/').expect("a place");
            match plan.pointer_mut(place) {
                Some(old) => *old = value.clone(),
                None => plan.pointer_mut(object).expect("an object")[name] = value.clone(),
            }
        }
        let faults = find(&plan.to_string());
        assert_eq!(faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), paths, "{changes:?}");
    }
}

#[test]
fn a_misspelt_field_hides_no_broken_rule() {
    let lead = SMALL.replacen(r#""lead": ["council"]"#, r#""lead": ["nobody-knows-them"]"#, 1);
    let lead_path = "areas[0].tasks[0].lead[0]";
    for (name, misspelt, paths) in [
        (r#""short_title":"#, r#""shortTitle":"#, vec!["shortTitle", lead_path]),
        (r#""related":"#, r#""relatd":"#, vec!["areas[0].tasks[0].indicators[0].relatd", lead_path]),
        (r#""mark": "A""#, r#""mark": "A", "mark": "B""#, vec!["areas[0].mark", lead_path]),
        // The organisations are there, under a name that nothing reads: nobody knows which they are.
        (r#""organisations": ["#, r#""organisation": ["#, vec!["requirements[0].organisation", lead_path]),
        ("\n  \"organisations\":", "\n  \"organisation\":", vec!["organisation"]),
        ("\"period\": {", "\"period\": { \"since\": 1,", vec!["period.since", lead_path]),
    ] {
        assert!(lead.contains(name), "{name}");
        let faults = find(&lead.replacen(name, misspelt, 1));
        assert_eq!(faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), paths);
    }
}

#[test]
fn both_sorts_count_among_the_most_that_are_listed() {
    let mut plan = small();
    plan["organisations"][0]["aliases"] = (0..MOST_FAULTS - 10).map(Value::from).collect();
    plan["districts"] = (0..25).map(|at| json!(format!("nowhere-{at}"))).collect();
    let faults = find(&plan.to_string());
    let of_rules = faults.iter().filter(|fault| matches!(fault.problem, Problem::Rule(_))).count();
    assert_eq!((faults.len(), of_rules), (MOST_FAULTS + 1, 10));
    assert_eq!(faults[MOST_FAULTS].problem, Problem::More { count: 15 });
}

/// The small plan everywhere, others in some thirty places.
#[test]
fn a_single_fault_of_form_brings_no_other() {
    let mut broken = 0;
    for (file, text) in plans::all() {
        let document: Value = serde_json::from_str(&text).expect("JSON");
        let places = places(&document);
        for (pointer, path) in places.iter().step_by(plans::sample(places.len())) {
            for damaged in broken_at(&document, pointer) {
                let faults = find(&damaged);
                assert!(!faults.is_empty(), "{}: {path}", file.display());
                for fault in faults {
                    assert!(is_of_form_at(&fault, path), "{}: {path}: {fault:?}", file.display());
                    broken += 1;
                }
            }
        }
    }
    assert!(broken > 500, "{broken}");
}

/// The plan with a value of no allowed shape at the place, without the field, and with the field misspelt.
fn broken_at(document: &Value, pointer: &str) -> Vec<String> {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut damaged = document.clone();
        change(&mut damaged);
        damaged.to_string()
    };
    let mut all = vec![with(&|plan| *plan.pointer_mut(pointer).expect("a place") = json!(2.5))];
    let name = field(pointer);
    if pointer.ends_with(&format!("/{name}")) && name.len() > 3 {
        all.push(with(&|plan| {
            let value = plans::remove(plan, pointer);
            let object = pointer.strip_suffix(name).and_then(|object| object.strip_suffix('/'));
            plan.pointer_mut(object.expect("a field")).expect("an object")[format!("{name}_")] = value;
        }));
    }
    all
}

fn is_of_form_at(fault: &Fault, path: &str) -> bool {
    let is_there = fault.path == path || fault.path == format!("{path}_");
    is_there && !matches!(fault.problem, Problem::Rule(_))
}

fn leak(text: String) -> &'static str {
    text.leak()
}
