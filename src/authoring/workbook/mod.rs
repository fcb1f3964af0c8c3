//! A plan as a workbook, and back: for whoever would rather fill in tables than paste a text or write `plan.json`.
//!
//! [`workbook`] writes a plan, a sheet for each sort of thing; of the [`example`] it is the template. [`read()`] makes a plan of
//! such a workbook, or says everything that is wrong with it, each by sheet and cell. `sheets` is the one table of sheets and
//! columns that both follow. Things name each other by their names, and by identifiers where a name is not enough; an empty
//! identifier is made of the name. What a plan has to be is not said again here: the text that is made is held against the
//! rules of `plan.json`, and what they say of a path is told of its cell.

mod cell;
mod choices;
mod columns;
mod differences;
mod names;
mod read;
mod sheets;
#[cfg(test)]
mod tests;
mod words;
mod write;

pub use differences::{Difference, What, differences};
pub use read::{Outcome, Told, read};
pub use sheets::SheetOf;
pub use write::workbook;

use crate::plan::{Plan, read::from_json};
use crate::text::Language;
use serde_json::Value;
use sheets::Column;

/// A small plan with a row on each sheet, to be overwritten; `None` would be a fault of this program.
pub fn example(language: Language) -> Option<Plan> {
    let text = language.pick(include_str!("example.zh.json"), include_str!("example.en.json"));
    from_json(text).map(|index| Plan::clone(&index))
}

/// What a sheet is called.
pub fn sheet_name(sheet: SheetOf, language: Language) -> &'static str {
    sheets::Form::of(sheet).name(language)
}

/// What stands at a path of steps with points between them.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(value, |value, step| value.get(step))
}

/// The head of a column: of a name with its language, and with a star where the plan cannot do without it.
fn head(column: &Column, of: Option<Language>, is_needed: bool, language: Language) -> String {
    let star = if is_needed { " *" } else { "" };
    [&words::headed(column.head(language), of, language), star].concat()
}
