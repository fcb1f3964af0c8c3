//! From what was decided to a plan, or everything that stands in the way. The same decisions give the same bytes.

mod indicators;
mod milestones;
mod named;
mod questions;
mod rounds;
mod tree;

use super::choice::Choice;
use super::ids::{Ids, Kind};
use super::items::{Item, Of};
use super::roles::Part;
use super::source::Span;
use super::work::{Authoring, Field, MOST_TYPED};
use crate::plan::{Day, Document, Month, Name, Plan, SCHEMA, Year, Years};
use named::Named;
use std::collections::BTreeMap;

/// Something that stands in the way of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The thing, by its key; none where it is about the whole.
    pub key: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Things that nobody has decided.
    Left(usize),
    /// A field of the head is empty.
    Empty(Field),
    /// A field of the head is not written as it has to be.
    NotWritten(Field),
    /// More letters than [`MOST_TYPED`].
    TooLong,
    /// No heading is a task.
    NoTasks,
    /// It belongs to a task, and there is none around it.
    NoTask,
    /// The figure is none.
    NotAFigure,
    /// The indicator has no name, or no unit.
    Unnamed,
    /// The indicator has another figure for the same year.
    YearTwice {
        /// Name of the indicator.
        indicator: String,
        /// The year.
        year: u16,
    },
    /// The figures of the indicator have different units.
    Units {
        /// Name of the indicator.
        indicator: String,
    },
    /// No milestone stands before it that it could go on with.
    GoesOnWithNothing,
    /// No organisation has the name that is said to be the same.
    SameAsNobody {
        /// The name.
        name: String,
    },
}

/// The plan, as an edition of an earlier one where there is one.
///
/// # Errors
/// Everything that stands in the way, in the order of the text.
pub fn made(work: &Authoring, earlier: Option<&Plan>) -> Result<Plan, Vec<Fault>> {
    let mut making = Making::new(work, earlier);
    let plan = making.plan(earlier);
    let left = work.left();
    if left > 0 {
        making.faults.insert(0, Fault { key: None, problem: Problem::Left(left) });
    }
    match plan {
        Some(plan) if making.faults.is_empty() => Ok(plan),
        _ => Err(making.faults),
    }
}

/// The text of a `plan.json`.
pub fn written(plan: &Plan) -> String {
    // A plan has no map with keys of another sort, which is all that can fail.
    serde_json::to_string_pretty(plan).map(|text| text + "\n").unwrap_or_default()
}

struct Making<'a> {
    work: &'a Authoring,
    ids: Ids,
    faults: Vec<Fault>,
    items: BTreeMap<Of, &'a Item>,
    /// What each heading was decided to be.
    parts: Vec<Part>,
}

impl<'a> Making<'a> {
    fn new(work: &'a Authoring, earlier: Option<&Plan>) -> Self {
        let items: BTreeMap<Of, &Item> = work.items.iter().map(|one| (one.of, one)).collect();
        let part = |at: usize| match items.get(&Of::Section(at)).map(|item| work.choice(item)) {
            Some(Choice::Part(part)) => *part,
            _ => Part::Text,
        };
        let parts = (0..work.found.outline.sections.len()).map(part).collect();
        Self { work, ids: Ids::new(earlier), faults: Vec::new(), items, parts }
    }

    fn plan(&mut self, earlier: Option<&Plan>) -> Option<Plan> {
        let head = self.work.head();
        self.head_faults();
        let period = Years { from: Year(head.from.parse().ok()?), to: Year(head.to.parse().ok()?) };
        let date = Day::parse(&head.date);
        let name = [head.short_title.as_str(), &head.from, &head.to].join(" ");
        let id = earlier.map_or_else(|| self.ids.give(Kind::Plan, &name), |plan| plan.id.clone());
        let named = self.named(&head);
        let mut cycle = self.cycle(first_month(date, period));
        let areas = self.areas(&named, &cycle);
        let requirements = self.requirements(&named);
        let questions = self.questions(&areas, &cycle);
        if areas.is_empty() {
            self.fault(None, Problem::NoTasks);
        }
        if cycle.section.is_empty() {
            cycle.section = self.whole().to_owned();
        }
        let Named { organisations, projects, districts, issuer, rests_on, .. } = named;
        Some(Plan {
            schema: SCHEMA,
            id,
            version: version(earlier),
            language: self.work.language(),
            title: Name::own(head.title),
            short_title: Name::own(head.short_title),
            issuer,
            document: Document {
                number: Some(head.number.trim().to_owned()).filter(|number| !number.is_empty()),
                date: date?,
                notice_date: None,
                published_at: None,
                rests_on,
            },
            time_zone: head.time_zone,
            period,
            purpose: Name::own(head.purpose),
            cycle,
            districts,
            requirements,
            questions,
            organisations,
            projects,
            areas,
            lists: Vec::new(),
        })
    }

    fn head_faults(&mut self) {
        let head = self.work.head();
        for field in Field::ALL {
            let typed = head.field(field).trim();
            let is_written = match field {
                Field::Date => Day::parse(typed).is_some(),
                Field::From | Field::To => typed.parse::<u16>().is_ok(),
                _ => true,
            };
            if typed.is_empty() && !field.may_be_empty() {
                self.fault(None, Problem::Empty(field));
            } else if !is_written {
                self.fault(None, Problem::NotWritten(field));
            } else if typed.chars().count() > MOST_TYPED {
                self.fault(None, Problem::TooLong);
            }
        }
    }

    fn fault(&mut self, key: Option<&str>, problem: Problem) {
        self.faults.push(Fault { key: key.map(str::to_owned), problem });
    }

    /// What a finding was decided to be.
    fn choice(&self, of: Of) -> Option<(&'a Item, &'a Choice)> {
        self.items.get(&of).map(|item| (*item, self.work.choice(item)))
    }

    fn part(&self, section: usize) -> Part {
        self.parts.get(section).copied().unwrap_or(Part::Text)
    }

    /// The section around a place that was decided to be a part.
    fn around(&self, section: Option<usize>, part: Part) -> Option<usize> {
        self.work.found.outline.up(section?).find(|at| self.part(*at) == part)
    }

    fn path(&self, section: Option<usize>) -> String {
        let section = section.and_then(|at| self.work.found.outline.sections.get(at));
        section.map_or_else(|| self.whole().to_owned(), |one| one.path.clone())
    }

    /// How the part before the first heading is named.
    fn whole(&self) -> &'static str {
        self.work.language().pick("题首", "Preamble")
    }

    fn raw(&self, span: Span) -> String {
        self.work.found.source.raw(span)
    }
}

/// Another edition has the next number.
fn version(earlier: Option<&Plan>) -> String {
    let number = earlier.and_then(|plan| plan.version.parse::<u32>().ok()).unwrap_or_default();
    number.saturating_add(1).to_string()
}

/// The month after the text's day: what was before, nobody could have reported on.
fn first_month(date: Option<Day>, period: Years) -> Month {
    let next = date.map(|day| day.month().plus(1)).filter(|month| period.contains(month.year()));
    next.or_else(|| Month::new(period.from, 1)).unwrap_or_else(|| Day::EPOCH.month())
}
