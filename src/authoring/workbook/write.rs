//! From a plan to its workbook. Every field of `plan.json` has a cell, so that nothing is lost on the way and back.

use super::choices::Choices;
use super::names::Names;
use super::sheets::{Among, Column, FORMS, Form, Kind, SheetOf};
use super::words;
use super::{at, head};
use crate::office::{Cell, Field, Head, Sheet, Takes, Workbook};
use crate::plan::{Day, Plan, Quantity};
use crate::text::Language;
use serde_json::Value;

/// Empty rows below what there is, for more of it.
const SPARE: usize = 30;
/// Widest column, in digits of the default face.
const WIDEST: u16 = 44;

/// The workbook of a plan, with heads in a language.
pub fn workbook(plan: &Plan, language: Language) -> Workbook {
    // Structs, lists and strings: there is nothing in a plan that could not be written.
    let value = serde_json::to_value(plan).unwrap_or_default();
    let own = plan.language;
    let writer = Writer::of(&value, own, language);
    let title = plan.title.say(language, own).words.to_owned();
    let sheets = FORMS.iter().map(|form| match form.sheet {
        SheetOf::Plan => writer.plan(form, &value),
        _ => writer.sheet(form, &things(form, &value)),
    });
    let mut book = Workbook { title, sheets: vec![] };
    sheets.for_each(|sheet| book.add(sheet));
    book
}

/// A thing of a sheet, with the identifier of the thing that holds it.
pub(super) struct Thing<'a> {
    pub within: Option<&'a str>,
    pub value: &'a Value,
}

/// The things of a sheet, in the order of the plan.
pub(super) fn things<'a>(form: &Form, plan: &'a Value) -> Vec<Thing<'a>> {
    let list = |holder: &'a Value| at(holder, form.field).and_then(Value::as_array).into_iter().flatten();
    match form.within {
        None => list(plan).map(|value| Thing { within: None, value }).collect(),
        Some(around) => {
            let around = things(Form::of(around), plan);
            let each = around.into_iter().flat_map(|holder| {
                let within = holder.value.get("id").and_then(Value::as_str);
                list(holder.value).map(move |value| Thing { within, value })
            });
            each.collect()
        }
    }
}

/// Every thing of a plan by its names.
fn names(plan: &Value, own: Language) -> Names {
    let mut names = Names::default();
    for form in FORMS.iter().filter(|form| form.sheet != SheetOf::Plan) {
        for thing in things(form, plan) {
            let Some(id) = thing.value.get("id").and_then(Value::as_str) else { continue };
            let field = form.columns.iter().find(|column| column.kind == Kind::Name);
            let named = field.and_then(|column| at(thing.value, column.path));
            let wordings = [own, own.other()].into_iter().filter_map(|one| wording(named?, one, own));
            let wordings: Vec<String> = wordings.map(str::to_owned).collect();
            names.add(form.sheet, id, &wordings, &aliases(thing.value));
        }
    }
    names
}

/// Under what else a thing is known.
fn aliases(thing: &Value) -> Vec<String> {
    let lists = ["aliases", "as_written"].into_iter().filter_map(|field| thing.get(field)?.as_array());
    let mut all: Vec<String> = lists.flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let short = thing.get("short_name").into_iter();
    all.extend(short.flat_map(|name| {
        let each = name.as_object().into_iter().flat_map(|fields| fields.values()).filter_map(Value::as_str);
        name.as_str().into_iter().chain(each).map(str::to_owned).collect::<Vec<_>>()
    }));
    all
}

/// The words of a name in a language; a plain text is in the plan's own.
fn wording(name: &Value, language: Language, own: Language) -> Option<&str> {
    match name {
        Value::String(words) => Some(words.as_str()).filter(|_| language == own),
        _ => name.get(language.slug())?.as_str(),
    }
}

/// What is written for the fields of a plan.
pub(super) struct Writer {
    names: Names,
    /// The plan's own language.
    pub own: Language,
    /// That of heads and choices.
    pub language: Language,
}

impl Writer {
    pub(super) fn of(plan: &Value, own: Language, language: Language) -> Self {
        Self { names: names(plan, own), own, language }
    }

    /// In what a thing stands, by its name.
    pub(super) fn holder(&self, form: &Form, within: Option<&str>) -> Option<String> {
        form.within.map(|around| self.names.written(Among::Sheet(around), within.unwrap_or_default()))
    }

    /// A row for each field of the plan.
    fn plan(&self, form: &Form, plan: &Value) -> Sheet {
        let mut rows = vec![];
        let mut fields = vec![];
        for column in form.columns {
            for (of, is_needed) in self.spread(column) {
                let row = u32::try_from(rows.len()).unwrap_or(u32::MAX);
                fields.push(Field { column: 1, rows: (row, row), ..self.field(column) });
                rows.push(vec![
                    Cell::Text(head(column, of, is_needed, self.language)),
                    self.cell(plan, column, of),
                ]);
            }
        }
        let heads = words::plan_heads(self.language).into_iter().zip([30, 60]).map(|(words, width)| Head {
            words: words.to_owned(),
            is_numeric: false,
            width,
            is_hidden: false,
        });
        Sheet { heads: heads.collect(), rows, fields, ..self.bare(form) }
    }

    /// A row for each thing, and some more.
    fn sheet(&self, form: &Form, things: &[Thing]) -> Sheet {
        let columns: Vec<(&Column, Option<Language>, bool)> = form
            .columns
            .iter()
            .flat_map(|column| self.spread(column).into_iter().map(move |(of, needed)| (column, of, needed)))
            .collect();
        let mut rows: Vec<Vec<Cell>> = things
            .iter()
            .map(|thing| {
                let holder = self.holder(form, thing.within).map(text);
                let own = columns.iter().map(|(column, of, _)| self.cell(thing.value, column, *of));
                holder.into_iter().chain(own).collect()
            })
            .collect();
        let width = columns.len() + usize::from(form.within.is_some());
        rows.extend(std::iter::repeat_n(vec![Cell::Empty; width], SPARE));
        let last = u32::try_from(rows.len()).unwrap_or(u32::MAX).saturating_sub(1);
        let within = form.within.map(|around| {
            let help = words::within_help(self.language, Form::of(around).name(self.language));
            // A list of the names that there are would be asked about with every new one.
            let takes = Takes::Words;
            (
                words::within_head(self.language, around) + " *",
                Field { column: 0, rows: (0, last), takes, help },
            )
        });
        let own = columns.iter().map(|(column, of, is_needed)| {
            let field = Field { rows: (0, last), ..self.field(column) };
            (head(column, *of, *is_needed, self.language), field)
        });
        let mut heads = vec![];
        let mut fields = vec![];
        for (at, (words, field)) in (0..).zip(within.into_iter().chain(own)) {
            let cells = rows.iter().filter_map(|row| row.get(usize::from(at)));
            let widest = cells.map(width_of).chain([words_width(&words)]).max().unwrap_or_default();
            heads.push(Head {
                is_numeric: field.takes == Takes::Figure,
                width: widest.saturating_add(2).clamp(8, WIDEST),
                words,
                is_hidden: false,
            });
            fields.push(Field { column: at, ..field });
        }
        Sheet { heads, rows, fields, ..self.bare(form) }
    }

    fn bare(&self, form: &Form) -> Sheet {
        let name = form.name(self.language);
        Sheet {
            name: name.to_owned(),
            title: name.to_owned(),
            lead: vec![words::how(self.language).to_owned()],
            ..Sheet::default()
        }
    }

    /// A column, or the two of a name, each with whether it has to be filled in.
    fn spread(&self, column: &Column) -> Vec<(Option<Language>, bool)> {
        match column.kind {
            Kind::Name => vec![(Some(self.own), column.is_needed), (Some(self.own.other()), false)],
            _ => vec![(None, column.is_needed)],
        }
    }

    /// What a cell of a column takes; its place is filled in by whoever asks.
    fn field(&self, column: &Column) -> Field {
        let takes = match column.kind {
            Kind::Whole | Kind::Figure => Takes::Figure,
            Kind::Day => Takes::Day,
            Kind::OneOf(choices) => {
                Takes::OneOf(choices.all().iter().map(|one| one.words(self.language).to_owned()).collect())
            }
            _ => Takes::Words,
        };
        let help = words::help(self.language, column.kind).to_owned();
        Field { column: 0, rows: (0, 0), takes, help }
    }

    pub(super) fn cell(&self, thing: &Value, column: &Column, of: Option<Language>) -> Cell {
        let Some(value) = at(thing, column.path).filter(|value| !value.is_null()) else { return Cell::Empty };
        let words = value.as_str().unwrap_or_default();
        let each = || value.as_array().into_iter().flatten().filter_map(Value::as_str);
        let lines = || each().collect::<Vec<_>>().join("\n");
        match column.kind {
            Kind::Words | Kind::Id(_) | Kind::Month => text(words.to_owned()),
            Kind::Name => {
                let language = of.unwrap_or(self.own);
                text(wording(value, language, self.own).unwrap_or_default().to_owned())
            }
            Kind::Whole => value.as_u64().map_or(Cell::Empty, |whole| number(&whole.to_string())),
            Kind::Figure => number(words),
            Kind::Day => Day::parse(words).map_or_else(|| text(words.to_owned()), Cell::Day),
            Kind::Days | Kind::Lines => text(lines()),
            Kind::Keys => text(each().collect::<Vec<_>>().join(words::between(self.language))),
            Kind::OneOf(Choices::YesNo) => {
                text(Choices::YesNo.words(if value == true { "true" } else { "false" }, self.language))
            }
            Kind::OneOf(choices) => text(choices.words(words, self.language)),
            Kind::Ref(among) => text(self.names.written(among, words)),
            Kind::Refs(among) => {
                let names = each().map(|id| self.names.written(among, id));
                text(names.collect::<Vec<_>>().join(words::between(self.language)))
            }
        }
    }
}

/// The words of a cell, as somebody sees them.
pub(super) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) | Cell::Head(words) | Cell::Line(words) => words.clone(),
        Cell::Number(figure) | Cell::Percent(figure) => figure.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty | Cell::Gap => String::new(),
    }
}

fn text(words: String) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words) }
}

fn number(words: &str) -> Cell {
    Quantity::parse(words).map_or_else(|| text(words.to_owned()), Cell::Number)
}

fn words_width(words: &str) -> u16 {
    let letters = words.lines().map(|line| {
        line.chars().fold(0u16, |sum, letter| sum.saturating_add(if letter.is_ascii() { 1 } else { 2 }))
    });
    letters.max().unwrap_or_default()
}

fn width_of(cell: &Cell) -> u16 {
    match cell {
        Cell::Text(words) => words_width(words),
        Cell::Number(_) | Cell::Day(_) => 10,
        _ => 0,
    }
}
