//! What is true as of a day, by a rule: which round of the cycle is due ([`due`]), who owes what
//! ([`duty`]), and how each indicator stands.
//!
//! Start with [`judge`]: figures of one indicator ([`Course`]), the plan, a day and a [`Rule`] make a [`Judgement`]
//! with its [`Light`]. What is computed, and where each formula comes from, is one table in [`formulas`]; [`words`]
//! makes the sentence from which anybody can compute a light again. Nothing here knows who reported a figure, or
//! when: that is the ledger's.

#![warn(missing_docs)]

pub mod adjusted;
pub mod alike;
mod as_of;
mod bases;
pub mod board;
pub mod bulletin;
pub mod completeness;
mod course;
pub mod districts;
pub mod due;
pub mod duty;
pub mod effect;
pub mod escalation;
#[cfg(test)]
mod examples;
mod forecast;
pub mod formulas;
mod freshness;
mod goal;
mod judge;
mod light;
pub mod lists;
pub mod meaning;
mod outlook;
mod path;
pub mod problems;
mod progress;
mod ratio;
pub mod reading;
pub mod reconciliation;
pub mod red_again;
mod rule;
pub mod shares;
pub mod window;
pub mod words;
pub mod year_duty;
pub mod year_list;

pub use as_of::AsOf;
pub use bases::{Bases, decision};
pub use completeness::Completeness;
pub use course::{Actual, AdjustedTarget, Baseline, Course, SetTarget};
pub use forecast::{FEWEST, Forecast};
pub use freshness::{Dues, Partly, Periods, dues};
pub use goal::{Goal, Origin, Yardstick};
pub use judge::{Judgement, Reason, judge};
pub use light::{Light, Lit};
pub use outlook::{LastChance, Outlook};
pub use path::{Expected, expected_value};
pub use progress::{Method, Progress, Shown, Start};
pub use ratio::Ratio;
pub use rule::{Curve, Rule, RuleDraft, RuleFault};
