//! What ties the plan together: identifiers, references, and its two languages.

use crate::{identified, indicators, json, milestones, plan, tasks};
use planboard::plan::Plan;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn the_plan_is_sound() {
    assert!(plan().indexed().is_some());
}

#[test]
fn an_identifier_stands_once_and_is_a_lower_case_slug() {
    let json = json();
    let mut seen = BTreeSet::new();
    for (id, _) in identified(&json) {
        assert!(seen.insert(id), "{id} stands twice");
        assert!(id.starts_with(|c: char| c.is_ascii_lowercase()), "{id}");
        assert!(id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{id}");
    }
}

#[test]
fn every_reference_points_at_something_of_the_right_kind() {
    let json = json();
    let ids = |list: &str| ids_of(json.get(list).expect("a list of the plan"));
    let (organisations, projects) = (ids("organisations"), ids("projects"));
    let plan = plan();
    let known: BTreeSet<_> = identified(&json).into_iter().map(|(id, _)| id).collect();
    let mut count = 0;
    every_field(&json, &mut |name, value| {
        let strings = || value.as_array().into_iter().flatten().filter_map(Value::as_str);
        for id in strings() {
            let resolves = match name {
                "projects" | "rests_on" => projects.contains(id),
                "organisations" | "lead" | "responsible" | "members" | "districts" => {
                    organisations.contains(id)
                }
                "concerns" => known.contains(id),
                _ => continue,
            };
            count += 1;
            assert!(resolves, "{name}: {id}");
        }
    });
    assert!(count > 300, "the walk found only {count} references");
    assert!(organisations.contains(plan.issuer.as_str()));
    for indicator in indicators(&plan) {
        for related in &indicator.related {
            let back = indicators(&plan).find(|other| other.id == related.indicator).expect("is there");
            assert!(back.related.iter().any(|r| r.indicator == indicator.id), "{} both ways", back.id);
        }
    }
}

#[test]
fn definitions_that_differ_name_each_other() {
    let plan = plan();
    for (one, other) in [
        ("new-provincial-carriers", "carriers"),
        ("gazelles", "gazelles-unicorns"),
        ("new-platforms", "provincial-platforms"),
        ("new-platforms", "municipal-platforms"),
        ("provincial-platforms", "municipal-platforms"),
        ("relocation-teams", "relocation-projects"),
    ] {
        let from = indicators(&plan).find(|indicator| indicator.id == one).expect("is there");
        assert!(from.related.iter().any(|related| related.indicator == other), "{one} names {other}");
    }
    assert_eq!(indicators(&plan).map(|indicator| indicator.related.len()).sum::<usize>(), 12);
}

#[test]
fn every_organisation_and_project_is_referred_to() {
    let plan = plan();
    let used = referred_to(&plan);
    let all = plan.organisations.iter().map(|o| &o.id).chain(plan.projects.iter().map(|p| &p.id));
    let idle: Vec<_> = all.filter(|id| !used.contains(id.as_str())).collect();
    assert!(idle.is_empty(), "nothing refers to {idle:?}");
}

/// What issuer, documents, requirements, tasks, measures and milestones refer to, with the members of
/// the groups among them.
fn referred_to(plan: &Plan) -> BTreeSet<&str> {
    let of_tasks =
        tasks(plan).flat_map(|task| [&task.lead, &task.responsible, &task.projects, &task.organisations]);
    let of_measures = tasks(plan)
        .flat_map(|task| &task.measures)
        .flat_map(|measure| [&measure.projects, &measure.organisations]);
    let of_milestones =
        milestones(plan).flat_map(|milestone| [&milestone.projects, &milestone.organisations]);
    let of_requirements =
        plan.requirements.iter().flat_map(|requirement| [&requirement.projects, &requirement.organisations]);
    let lists = of_tasks.chain(of_measures).chain(of_milestones).chain(of_requirements);
    let mut used: BTreeSet<&str> = lists.flatten().map(String::as_str).collect();
    used.insert(&plan.issuer);
    used.extend(plan.document.rests_on.iter().map(String::as_str));
    let groups = plan.organisations.iter().filter(|o| used.contains(o.id.as_str()));
    let members: Vec<_> = groups.flat_map(|group| group.members.iter().map(String::as_str)).collect();
    used.extend(members);
    used
}

#[test]
fn a_name_stands_in_both_languages_and_english_has_no_han_character() {
    /// Fields whose type is `Name`.
    const NAMES: [&str; 12] = [
        "title",
        "short_title",
        "purpose",
        "name",
        "text",
        "question",
        "reading",
        "note",
        "summary",
        "definition",
        "unit",
        "reason",
    ];
    let json = json();
    let mut count = 0;
    every_field(&json, &mut |field, value| {
        if NAMES.contains(&field) {
            count += 1;
            let words = |language| value.get(language).and_then(Value::as_str).unwrap_or_default();
            let (zh, en) = (words("zh"), words("en"));
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{field}: {value}");
            assert!(!en.chars().any(is_han), "{en}");
            assert_eq!(value.as_object().map(|fields| fields.len()), Some(2), "{value}");
        }
    });
    assert!(count > 350, "the walk found only {count} names");
}

/// Han characters and the punctuation that only Chinese uses.
fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..)
}

#[test]
fn the_collective_says_six_of_which_one_is_named() {
    let plan = plan();
    let found: Vec<_> = plan
        .projects
        .iter()
        .filter_map(|p| p.collective.map(|c| (p.id.as_str(), c.count, c.named)))
        .collect();
    assert_eq!(found, [("new-pilot-bases", 6, 1)]);
}

#[test]
fn no_window_is_said_to_be_stated() {
    let plan = plan();
    let rounds: Vec<_> = plan.cycle.rounds.iter().map(|round| (round.months, round.window.stated)).collect();
    assert_eq!(rounds, [(1, false), (3, false), (6, false), (12, false)]);
    assert_eq!(plan.cycle.rounds[3].as_written.as_deref(), Some("年底绩效对消账"));
    assert_eq!(plan.districts.len(), 9);
}

fn ids_of(list: &Value) -> BTreeSet<&str> {
    list.as_array().into_iter().flatten().filter_map(|item| item.get("id")?.as_str()).collect()
}

/// Calls with every field of every object, however deep.
fn every_field<'a>(value: &'a Value, call: &mut impl FnMut(&'a str, &'a Value)) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                call(name, field);
                every_field(field, call);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| every_field(item, call)),
        _ => {}
    }
}
