//! What is otherwise in another version of a plan: thing by thing and field by field, as the workbook shows them.
//!
//! A thing is known by its identifier, which records and addresses keep. One that has another identifier and the name, or the
//! place, of one that is gone is told as that: whatever was recorded of it does not follow.

use super::sheets::{Column, FORMS, Form, Kind, SheetOf};
use super::words::{headed, within_head};
use super::write::{Thing, Writer, shown, things};
use crate::plan::Plan;
use crate::text::Language;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Something that is otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Of which sheet it is.
    pub sheet: SheetOf,
    /// The identifier in the old version, where it has one.
    pub id: Option<String>,
    /// Its name: of what is gone the old one, of all else the new one.
    pub name: String,
    /// What is otherwise.
    pub what: What,
}

/// What is otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another identifier.
    Identifier {
        /// The old one.
        old: String,
        /// The new one.
        new: String,
    },
    /// A field has other words.
    Field {
        /// The head of the column.
        field: String,
        /// Whether figures recorded of it mean something else now: unit, definition, basis, how districts are added.
        is_meaning: bool,
        /// As it was; empty for nothing.
        old: String,
        /// As it is now.
        new: String,
    },
}

/// Everything that is otherwise, in the order of the sheets; words in a language.
pub fn differences(old: &Plan, new: &Plan, language: Language) -> Vec<Difference> {
    let [old, new] = [old, new].map(|plan| Side::of(plan, language));
    let mut found = vec![];
    let mut again = BTreeMap::new();
    for form in &FORMS {
        match form.sheet {
            SheetOf::Plan => {
                found.extend(fields(form, form.name(language), (&old, &old.value), (&new, &new.value)));
            }
            _ => of_sheet(form, &old, &new, &mut again, &mut found),
        }
    }
    found
}

/// One of the two plans.
struct Side {
    value: Value,
    writer: Writer,
}

impl Side {
    fn of(plan: &Plan, language: Language) -> Self {
        // As the writer has it: there is nothing in a plan that could not be written.
        let value = serde_json::to_value(plan).unwrap_or_default();
        Self { writer: Writer::of(&value, plan.language, language), value }
    }
}

/// The new identifiers of what has another one, by the old.
type Again = BTreeMap<String, String>;

/// What knows a thing again: its identifier, or what it stands in and the field that tells it from its neighbours.
fn key(form: &Form, thing: &Thing, again: &Again) -> String {
    let known = |id: &str| again.get(id).map_or(id, String::as_str).to_owned();
    if let Some(id) = thing.value.get("id").and_then(Value::as_str) {
        return id.to_owned();
    }
    let own = match form.sheet {
        SheetOf::Targets => "year",
        SheetOf::States => "key",
        _ => "indicator",
    };
    let own = match thing.value.get(own) {
        Some(Value::String(words)) => known(words),
        other => other.map(Value::to_string).unwrap_or_default(),
    };
    [&known(thing.within.unwrap_or_default()), "\n", &own].concat()
}

/// The things of a sheet, each with what knows it again.
fn keyed<'a>(form: &Form, side: &'a Side, again: &Again) -> Vec<(String, Thing<'a>)> {
    things(form, &side.value).into_iter().map(|thing| (key(form, &thing, again), thing)).collect()
}

fn of_sheet(form: &'static Form, old: &Side, new: &Side, again: &mut Again, found: &mut Vec<Difference>) {
    let (before, after) = (keyed(form, old, again), keyed(form, new, &Again::new()));
    let places: BTreeMap<&str, usize> =
        after.iter().enumerate().map(|(at, (key, _))| (key.as_str(), at)).collect();
    let known: BTreeSet<&str> = before.iter().map(|(key, _)| key.as_str()).collect();
    let mut fresh: Vec<usize> = after
        .iter()
        .enumerate()
        .filter(|(_, (key, _))| !known.contains(key.as_str()))
        .map(|(at, _)| at)
        .collect();
    for (at, (key, thing)) in before.iter().enumerate() {
        let same = places.get(key.as_str()).copied();
        // Without an identifier of its own there is none that could be another.
        let other = || id(thing).and_then(|_| renamed(form, (old, at, thing), (new, &after), &mut fresh));
        let Some((_, now)) = same.or_else(other).and_then(|at| after.get(at)) else {
            let name = old.name(form, thing);
            found.push(Difference { sheet: form.sheet, id: id(thing), name, what: What::Removed });
            continue;
        };
        let name = new.name(form, now);
        let mut tell = |what| {
            found.push(Difference { sheet: form.sheet, id: id(thing), name: name.clone(), what });
        };
        if let (Some(old), Some(new)) = (id(thing), id(now))
            && old != new
        {
            again.insert(old.clone(), new.clone());
            tell(What::Identifier { old, new });
        }
        let holder = thing.within.map(|id| again.get(id).map_or(id, String::as_str));
        if holder != now.within {
            let field =
                form.within.map(|around| within_head(new.writer.language, around)).unwrap_or_default();
            let [old, new] = [(old, thing), (new, now)].map(|(side, thing)| side.within(form, thing));
            tell(What::Field { field, is_meaning: false, old, new });
        }
        found.extend(fields(form, &name, (old, thing.value), (new, now.value)));
    }
    found.extend(fresh.into_iter().filter_map(|at| after.get(at)).map(|(_, thing)| Difference {
        sheet: form.sheet,
        id: None,
        name: new.name(form, thing),
        what: What::Added,
    }));
}

fn id(thing: &Thing) -> Option<String> {
    thing.value.get("id").and_then(Value::as_str).map(str::to_owned)
}

/// The place of the new thing that has the name of one that is gone, else its place and section.
fn renamed(
    form: &Form,
    (old, at, thing): (&Side, usize, &Thing),
    (new, after): (&Side, &[(String, Thing)]),
    fresh: &mut Vec<usize>,
) -> Option<usize> {
    let name = old.name(form, thing);
    let is_named = |one: &usize| after.get(*one).is_some_and(|(_, one)| new.name(form, one) == name);
    let section = thing.value.get("section");
    let is_placed = |one: &usize| {
        let (_, now) = match after.get(*one) {
            Some(keyed) if *one == at => keyed,
            _ => return false,
        };
        section.is_some() && now.value.get("section") == section && now.within == thing.within
    };
    let found = fresh.iter().position(is_named).or_else(|| fresh.iter().position(is_placed))?;
    Some(fresh.remove(found))
}

impl Side {
    /// What a thing is called, with what it stands in where it has no name of its own.
    fn name(&self, form: &Form, thing: &Thing) -> String {
        let named = form
            .columns
            .iter()
            .find(|column| column.kind == Kind::Name)
            .filter(|_| thing.value.get("id").is_some());
        match named {
            Some(column) => shown(&self.writer.cell(thing.value, column, Some(self.writer.own))),
            None => {
                let own =
                    form.columns.first().map(|column| shown(&self.writer.cell(thing.value, column, None)));
                [&self.within(form, thing), " ", &own.unwrap_or_default()].concat()
            }
        }
    }

    fn within(&self, form: &Form, thing: &Thing) -> String {
        self.writer.holder(form, thing.within).unwrap_or_default()
    }
}

/// The fields in which a thing differs.
fn fields(
    form: &'static Form,
    name: &str,
    (old, was): (&Side, &Value),
    (new, is): (&Side, &Value),
) -> Vec<Difference> {
    let shown_in = new.writer.language;
    let id = was.get("id").and_then(Value::as_str);
    let is_shown = |column: &&Column| form.sheet == SheetOf::Plan || !matches!(column.kind, Kind::Id(_));
    let mut found = vec![];
    for column in form.columns.iter().filter(is_shown) {
        let languages: &[Option<Language>] = match column.kind {
            Kind::Name => &[Some(Language::Zh), Some(Language::En)],
            _ => &[None],
        };
        for of in languages {
            let [old, new] =
                [(old, was), (new, is)].map(|(side, thing)| shown(&side.writer.cell(thing, column, *of)));
            if old != new {
                let field = headed(column.head(shown_in), *of, shown_in);
                let is_meaning = form.sheet == SheetOf::Indicators
                    && matches!(column.path, "definition" | "basis" | "unit" | "districts");
                found.push(Difference {
                    sheet: form.sheet,
                    id: id.map(str::to_owned),
                    name: name.to_owned(),
                    what: What::Field { field, is_meaning, old, new },
                });
            }
        }
    }
    found
}
