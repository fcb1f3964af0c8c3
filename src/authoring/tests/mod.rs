//! Whole texts: the plan that ships, an invented one of another bureau with other habits, and an English one.

mod others;
mod seed;

use super::*;
use crate::plan::{Plan, faults, read::from_json};

/// A text with nothing decided.
fn read(text: &str) -> Authoring {
    Authoring::of(text, Decisions::default()).expect("a text with headings")
}

/// Takes every proposal that nobody has decided, the head's too.
fn confirm_all(work: &mut Authoring) {
    let keys: Vec<String> = work.items.iter().map(|one| one.key.clone()).collect();
    work.confirm(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    work.confirm_head();
}

/// The plan that comes of a text, which the reader of a `plan.json` finds sound.
fn sound(work: &Authoring) -> Plan {
    let plan = made(work, None).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let text = written(&plan);
    assert_eq!(faults::find(&text), [], "{text}");
    assert!(from_json(&text).is_some_and(|read| *read == plan), "what is written is what was made");
    plan
}

/// Areas, tasks, measures, indicators, target figures, milestones.
fn counts(plan: &Plan) -> [usize; 6] {
    let tasks = || plan.areas.iter().flat_map(|area| &area.tasks);
    let indicators = || tasks().flat_map(|task| &task.indicators);
    [
        plan.areas.len(),
        tasks().count(),
        tasks().map(|task| task.measures.len()).sum(),
        indicators().count(),
        indicators().map(|one| one.targets.len()).sum(),
        tasks().map(|task| task.milestones.len()).sum(),
    ]
}

/// The thing whose words begin so, of the kind that the letter of its key says.
fn found<'a>(work: &'a Authoring, letter: char, words: &str) -> &'a Item {
    let mut hits =
        work.items.iter().filter(|one| one.key.starts_with(letter) && one.words.starts_with(words));
    hits.next().unwrap_or_else(|| panic!("{words} is not found"))
}

/// Each target as `name | year | comparator and figure with unit | modality`.
fn targets(plan: &Plan) -> Vec<String> {
    let own = plan.language;
    let tasks = plan.areas.iter().flat_map(|area| &area.tasks);
    let each = tasks.flat_map(|task| &task.indicators).flat_map(|one| {
        one.targets.iter().map(move |target| {
            let (name, unit) = (one.name.say(own, own).words, one.unit.say(own, own).words);
            let (comparator, modality) = (target.comparator.slug(), target.modality.slug());
            format!("{name} | {} | {comparator} {} {unit} | {modality}", target.year, target.value)
        })
    });
    each.collect()
}
