//! Every fault of a `plan.json` at once: where, what was found, what is allowed, what to do.
//!
//! [`find`] goes in stages: size, JSON, whether it is a plan at all, its form ([`form`], against the
//! published schema), then the rules ([`super::rules`]). The first three end it, as nothing can be said
//! of what could not be read. Faults of form do not: the rules are held against a copy in which something
//! neutral stands at each of them ([`stand_in`]), and what they say because of it is left out ([`unsure`]).
//! A [`Fault`] is data; [`Fault::say`] puts it into sentences.

// What comes from outside may be shorter than it says.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod form;
mod json;
mod published;
mod stand_in;
mod unsure;
mod words;

pub use json::Shape;
pub use words::{Sentences, clean};

use super::read::{MOST_BYTES, without_mark};
use super::rules::{self, Report, Rule, Step};
use super::*;
use json::Json;
use serde_json::error::Category;
use unsure::Believed;

/// The most faults that are listed; after them only their number is told.
pub const MOST_FAULTS: usize = 200;

/// One thing that is wrong with a `plan.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where, for example `areas[0].tasks[2].title`; empty for the file as a whole.
    pub path: String,
    /// Identifier of the closest part around it that has one, to find it by.
    pub item: Option<String>,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong, with all that a sentence about it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// More than [`MOST_BYTES`].
    TooLarge {
        /// How many bytes the file has.
        bytes: usize,
    },
    /// Not UTF-8 from this line on.
    NotUtf8 {
        /// Counted from 1.
        line: usize,
    },
    /// Not JSON, with the place and what stands around it.
    NotJson {
        /// Line at which reading stopped, counted from 1.
        line: usize,
        /// How many Unicode characters of the line were read.
        column: usize,
        /// The characters around that place, at most 40 of the line; may be empty.
        written: String,
        /// The text ends before everything in it is closed.
        ends_early: bool,
    },
    /// JSON, but not a plan.
    Foreign {
        /// What sort of JSON the whole file is.
        found: Shape,
    },
    /// A required field is not there.
    Missing {
        /// What the field may have.
        allowed: Vec<Shape>,
    },
    /// A field that nobody reads, with the one that was probably meant.
    Unknown {
        /// The name of the field that was probably meant; `None` if no name is similar.
        nearest: Option<String>,
        /// The names of the fields that may stand there.
        allowed: Vec<String>,
    },
    /// The field stands twice in its object.
    Repeated,
    /// A value of another sort of JSON than the field has.
    WrongShape {
        /// What stands there.
        found: Shape,
        /// The value as it stands there, where that fits on a line.
        written: Option<String>,
        /// What the field may have.
        allowed: Vec<Shape>,
    },
    /// None of the words that the field knows.
    NotAllowed {
        /// The word as it stands there.
        found: String,
        /// The words that the field knows.
        allowed: Vec<String>,
        /// The word that was probably meant; `None` if no word is similar.
        nearest: Option<String>,
    },
    /// A day, month or figure that is not written as one.
    NotWritten {
        /// The text as it stands there.
        found: String,
        /// What it should be.
        form: Written,
    },
    /// A whole number that is too small or too large.
    OutOfRange {
        /// The number as it stands there.
        found: String,
        /// Least that it may be.
        least: i64,
        /// Most that it may be.
        most: i64,
    },
    /// Nothing between the quotation marks or braces.
    Empty,
    /// The form is sound, a rule is broken.
    Rule(Rule),
    /// There are more faults than [`MOST_FAULTS`].
    More {
        /// How many are not listed.
        count: usize,
    },
}

/// Texts that are read into something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A day of the calendar, such as `2023-07-25`.
    Day,
    /// A month, such as `2023-08`.
    Month,
    /// An exact decimal, such as `17.6`.
    Quantity,
}

impl Written {
    /// By the name of the type, which is its name in the schema.
    fn named(name: &str) -> Option<Self> {
        match name {
            "Day" => Some(Self::Day),
            "Month" => Some(Self::Month),
            "Quantity" => Some(Self::Quantity),
            _ => None,
        }
    }

    /// By the type itself, since no pattern knows that February has no 30th.
    fn reads(self, text: &str) -> bool {
        match self {
            Self::Day => Day::parse(text).is_some(),
            Self::Month => Month::parse(text).is_some(),
            Self::Quantity => Quantity::parse(text).is_some(),
        }
    }
}

/// Every fault of a file; none if it is the text of a sound plan.
pub fn find_in_file(bytes: &[u8]) -> Vec<Fault> {
    if bytes.len() > MOST_BYTES {
        return vec![whole(Problem::TooLarge { bytes: bytes.len() })];
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => find(text),
        Err(error) => {
            let before = bytes.iter().take(error.valid_up_to());
            let line = before.filter(|byte| **byte == b'\n').count() + 1;
            vec![whole(Problem::NotUtf8 { line })]
        }
    }
}

/// Every fault of a text, at most [`MOST_FAULTS`] and then how many more; none if it is a sound plan.
pub fn find(text: &str) -> Vec<Fault> {
    if text.len() > MOST_BYTES {
        return vec![whole(Problem::TooLarge { bytes: text.len() })];
    }
    let text = without_mark(text);
    let document: Json = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(error) => return vec![not_json(text, &error)],
    };
    if let Some(problem) = stranger(&document) {
        return vec![whole(problem)];
    }
    let mut collector = Collector::new(&document);
    let (copy, unsure) = form::check(&document, &mut collector);
    let is_well_formed = collector.faults.is_empty();
    // Of the copy, faultless or not: reading the text as well would bring a second reader of every type into the page.
    match serde_json::from_value::<Plan>(copy) {
        Ok(plan) if is_well_formed => rules::check(&plan, &mut collector),
        Ok(plan) => rules::check(&plan, &mut Believed { faults: &mut collector, unsure }),
        // The form says yes and the types say no: a gap between the two, which tests look for.
        // Nobody may be told that such a file is sound.
        Err(error) if is_well_formed => return vec![not_json(text, &error)],
        Err(_) => {}
    }
    collector.all()
}

/// Why it is pointless to go on: something else than a plan, or a plan of another form.
fn stranger(document: &Json) -> Option<Problem> {
    let stands = |name: &str| document.field(name).is_some();
    // A few fields, such as `id` and `version`, are those of many files.
    let shared = published::plan_fields().filter(|name| stands(name)).count();
    if shared < 4 && !stands("areas") && !stands("schema") {
        return Some(Problem::Foreign { found: document.shape() });
    }
    let Json::Number(number) = document.field("schema")? else { return None };
    let found = u32::try_from(number.as_u64()?).ok()?;
    (found != SCHEMA).then_some(Problem::Rule(Rule::Form { found }))
}

fn whole(problem: Problem) -> Fault {
    let path = if matches!(problem, Problem::Rule(Rule::Form { .. })) { "schema" } else { "" };
    Fault { path: path.into(), item: None, problem }
}

fn not_json(text: &str, error: &serde_json::Error) -> Fault {
    let (line, column) = (error.line(), error.column());
    let written = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    // serde counts bytes; people and editors count letters.
    let before = String::from_utf8_lossy(written.as_bytes().get(..column).unwrap_or(written.as_bytes()));
    let letters = before.chars().count();
    let around = written.chars().skip(letters.saturating_sub(30)).take(40).collect();
    let ends_early = error.classify() == Category::Eof;
    whole(Problem::NotJson { line, column: letters, written: around, ends_early })
}

/// Gathers faults while the document is walked.
struct Collector<'a> {
    document: &'a Json,
    path: Vec<Step<'a>>,
    faults: Vec<Fault>,
    more: usize,
}

impl<'a> Collector<'a> {
    fn new(document: &'a Json) -> Self {
        Self { document, path: Vec::new(), faults: Vec::new(), more: 0 }
    }

    fn add(&mut self, problem: Problem) {
        if self.faults.len() == MOST_FAULTS {
            self.more += 1;
        } else {
            self.faults.push(Fault { path: self.written_path(), item: self.item(), problem });
        }
    }

    fn all(mut self) -> Vec<Fault> {
        if self.more > 0 {
            self.faults.push(whole(Problem::More { count: self.more }));
        }
        self.faults
    }

    fn written_path(&self) -> String {
        self.path.iter().fold(String::new(), |path, step| match step {
            Step::Item(at) => format!("{path}[{at}]"),
            Step::Field(name) if path.is_empty() => clean(name),
            Step::Field(name) => format!("{path}.{}", clean(name)),
        })
    }

    fn item(&self) -> Option<String> {
        let mut here = self.document;
        let mut item = None;
        for step in &self.path {
            let next = match step {
                Step::Item(at) => here.item(*at),
                Step::Field(name) => here.field(name),
            };
            let Some(next) = next else { break };
            here = next;
            item = here.field("id").and_then(Json::as_text).or(item);
        }
        item.filter(|id| !id.is_empty()).map(clean)
    }
}

impl Report for Collector<'_> {
    fn enter(&mut self, step: Step<'static>) {
        self.path.push(step);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn broken(&mut self, rule: impl FnOnce() -> Rule) {
        self.add(Problem::Rule(rule()));
    }
}
