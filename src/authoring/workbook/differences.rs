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
    for form in &FORMS {
        match form.sheet {
            SheetOf::Plan => {
                found.extend(fields(form, form.name(language), (&old, &old.value), (&new, &new.value)));
            }
            _ => of_sheet(form, &old, &new, &mut found),
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

/// What knows a thing again: its identifier, or what it stands in and the field that tells it from its neighbours.
fn key(form: &Form, thing: &Thing) -> String {
    if let Some(id) = thing.value.get("id").and_then(Value::as_str) {
        return id.to_owned();
    }
    let own = match form.sheet {
        SheetOf::Targets => "year",
        SheetOf::States => "key",
        _ => "indicator",
    };
    let own = thing.value.get(own).map(Value::to_string).unwrap_or_default();
    [thing.within.unwrap_or_default(), "\n", &own].concat()
}

fn of_sheet(form: &'static Form, old: &Side, new: &Side, found: &mut Vec<Difference>) {
    let (before, after) = (things(form, &old.value), things(form, &new.value));
    let is_in = |all: &[Thing], key_of: &str| all.iter().any(|thing| key(form, thing) == key_of);
    let gone: Vec<&Thing> = before.iter().filter(|thing| !is_in(&after, &key(form, thing))).collect();
    let mut fresh: Vec<&Thing> = after.iter().filter(|thing| !is_in(&before, &key(form, thing))).collect();
    let id = |thing: &Thing| thing.value.get("id").and_then(Value::as_str).map(str::to_owned);
    for thing in gone {
        let name = old.name(form, thing);
        let place = before.iter().position(|one| std::ptr::eq(one.value, thing.value));
        let is_same_name = |one: &&Thing| new.name(form, one) == name;
        let is_same_place = |one: &&Thing| {
            one.within == thing.within
                && after.iter().position(|other| std::ptr::eq(other.value, one.value)) == place
        };
        // Without an identifier of its own there is none that could be another.
        let at = id(thing).and_then(|_| {
            fresh
                .iter()
                .position(|one| is_same_name(one))
                .or_else(|| fresh.iter().position(|one| is_same_place(one)))
        });
        let Some(again) = at.map(|at| fresh.remove(at)) else {
            found.push(Difference { sheet: form.sheet, id: id(thing), name, what: What::Removed });
            continue;
        };
        let [was, is] = [id(thing), id(again)].map(Option::unwrap_or_default);
        let what = What::Identifier { old: was, new: is };
        let name = new.name(form, again);
        let own = fields(form, &name, (old, thing.value), (new, again.value));
        found.push(Difference { sheet: form.sheet, id: id(thing), name, what });
        found.extend(own);
    }
    for thing in &before {
        if let Some(again) = after.iter().find(|one| key(form, one) == key(form, thing)) {
            if thing.within != again.within && id(thing).is_some() {
                let [was, is] = [(old, thing), (new, again)].map(|(side, thing)| side.within(form, thing));
                let field = form.within.map(|around| within_head(new.writer.language, around));
                let what =
                    What::Field { field: field.unwrap_or_default(), is_meaning: false, old: was, new: is };
                let name = new.name(form, again);
                found.push(Difference { sheet: form.sheet, id: id(thing), name, what });
            }
            found.extend(fields(form, &new.name(form, again), (old, thing.value), (new, again.value)));
        }
    }
    found.extend(fresh.into_iter().map(|thing| Difference {
        sheet: form.sheet,
        id: None,
        name: new.name(form, thing),
        what: What::Added,
    }));
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
