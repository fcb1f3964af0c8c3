//! Which broken rules are to be believed of a copy in which something stands in for faults of form.

use super::Collector;
use super::published::{SCHEMA, choices};
use crate::plan::rules::{Kind, Report, Rule, Step};
use serde_json::Value;
use std::collections::BTreeSet;

/// What the copy does not know.
#[derive(Default)]
pub(super) struct Unsure<'a> {
    /// Where something stands in.
    places: BTreeSet<Vec<Step<'a>>>,
    /// The objects that have such a place in them.
    around: BTreeSet<Vec<Step<'a>>>,
    /// Of these kinds there may be more than the copy has.
    lost: Vec<Kind>,
    /// Identifiers of what may be of another kind, or related to something else, than in the copy.
    changed: BTreeSet<String>,
}

impl<'a> Unsure<'a> {
    /// Notes that something stands in at the path, within the part that has the identifier.
    pub(super) fn note(&mut self, path: &[Step<'a>], item: impl FnOnce() -> Option<String>) {
        if !self.places.insert(path.to_vec()) {
            return;
        }
        let Some((last, around)) = path.split_last() else { return };
        let is_first = self.around.insert(around.to_vec());
        // The items of a list all bear the same kinds: a list of a million faults is looked up once.
        if is_first || matches!(last, Step::Field(_)) {
            bearers(path, |kinds| {
                let new = kinds.iter().filter(|kind| !self.lost.contains(kind)).copied();
                self.lost.extend(new.collect::<Vec<_>>());
            });
        }
        if path.iter().any(|step| matches!(step, Step::Field("kind" | "related"))) {
            self.changed.extend(item());
        }
    }

    /// Whether the rule might hold if the document said what it should where something stands in.
    fn is_in_doubt(&self, path: &[Step], rule: &Rule) -> bool {
        let is_noted = |path: &[Step]| self.places.contains(path);
        let elsewhere = match rule {
            Rule::Window { .. }
            | Rule::DayOffAndWorked { .. }
            | Rule::Collective { .. }
            | Rule::SpanReversed { .. }
            | Rule::Period { .. } => self.around.contains(path),
            Rule::NoSuch { wanted, .. } => wanted.iter().any(|kind| self.lost.contains(kind)),
            Rule::OtherKind { id, .. } => self.changed.contains(id),
            Rule::NotMutual { id } => self.changed.contains(id) || self.lost.contains(&Kind::Indicator),
            Rule::MembersOutsideGroup => path
                .split_last()
                .is_some_and(|(_, around)| is_noted(&[around, &[Step::Field("kind")]].concat())),
            Rule::NoState { .. } => path.get(..2).is_some_and(|list| {
                let states = [list, &[Step::Field("states")]].concat();
                self.places.iter().any(|place| place.starts_with(&states))
            }),
            _ => false,
        };
        elsewhere || (0..=path.len()).filter_map(|length| path.get(..length)).any(is_noted)
    }
}

/// Every kind of which one may have been lost at the path.
fn bearers(path: &[Step], mut found: impl FnMut(&'static [Kind])) {
    let mut schema = &*SCHEMA;
    for step in path {
        let next = choices(schema).into_iter().find_map(|choice| {
            let next = match step {
                Step::Item(_) => choice.schema.get("items"),
                Step::Field(field) => choice.schema["properties"].get(field),
            };
            next.map(|next| (choice.name, next))
        });
        // In a field that nobody knows nothing is lost.
        let Some((definition, next)) = next else { return };
        if *step == Step::Field("id") {
            return found(kinds(definition));
        }
        schema = next;
    }
    below(schema, &mut found);
}

/// Every kind that a value of this schema may have at or below it.
fn below(schema: &Value, found: &mut impl FnMut(&'static [Kind])) {
    for choice in choices(schema) {
        found(kinds(choice.name));
        let properties = choice.schema["properties"].as_object().into_iter().flatten();
        properties
            .map(|(_, each)| each)
            .chain(choice.schema.get("items"))
            .for_each(|each| below(each, found));
    }
}

/// What the objects of a definition count as; nothing if they have no identifier that anything refers to.
fn kinds(definition: &str) -> &'static [Kind] {
    match definition {
        "Organisation" => &[Kind::Organisation, Kind::Group, Kind::District],
        "Project" => &[Kind::Project],
        "Task" => &[Kind::Task],
        "Measure" => &[Kind::Measure],
        "Indicator" => &[Kind::Indicator],
        "Milestone" => &[Kind::Milestone],
        "Round" => &[Kind::Round],
        "Requirement" => &[Kind::Requirement],
        "List" => &[Kind::List],
        _ => &[],
    }
}

/// The reader of the rules that passes on what is to be believed.
pub(super) struct Believed<'f, 'a> {
    pub(super) faults: &'f mut Collector<'a>,
    pub(super) unsure: Unsure<'a>,
}

impl Report for Believed<'_, '_> {
    fn enter(&mut self, step: Step<'static>) {
        self.faults.enter(step);
    }

    fn leave(&mut self) {
        self.faults.leave();
    }

    fn broken(&mut self, rule: impl FnOnce() -> Rule) {
        let rule = rule();
        if !self.unsure.is_in_doubt(&self.faults.path, &rule) {
            self.faults.broken(|| rule);
        }
    }
}
