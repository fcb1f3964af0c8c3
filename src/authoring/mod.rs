//! From the pasted text of a plan to a `plan.json`: sections, organisations, numbers and names are found by general
//! rules and proposed; a person assigns or dismisses each, and only then there is a plan. Pure.
//!
//! Start with [`Authoring::of`]; [`made()`] makes the [`crate::plan::Plan`]. `findings` says what stands in the text, `items`
//! what is proposed for it, `made` what comes of the decisions. No rule knows a particular plan: whatever is said in here
//! of words (牵头单位, 不少于, 一是) is how such texts are written.

// What comes from outside may be shorter than it says.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]
#![warn(missing_docs)]

mod choice;
mod duties;
mod figures;
mod findings;
mod han;
mod head;
mod ids;
mod items;
mod made;
mod marks;
mod outline;
mod quotes;
mod roles;
mod source;
#[cfg(test)]
mod tests;
mod wording;
mod work;
pub mod workbook;

pub use choice::{Choice, Doubt, MilestoneChoice, Reason, TargetChoice};
pub use duties::Duty;
pub use figures::What;
pub use findings::{
    Figure, Findings, MOST_ITEMS, MOST_SECTIONS, Organisation, Phrase, Place, Quote, canonical,
};
pub use head::Head;
pub use items::{Item, Of};
pub use made::{Fault, Problem, made, written};
pub use marks::Style;
pub use outline::{Outline, Section};
pub use roles::{Paragraph, Part, Roles};
pub use source::{Source, Span};
pub use wording::Compared;
pub use work::{Authoring, Decisions, Field, MOST_LETTERS, MOST_TYPED, Refused, Typed, short};
