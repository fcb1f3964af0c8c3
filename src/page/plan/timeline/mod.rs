//! 时间: targets and milestones by year, and the calendar of dispatch.

mod model;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{
    CalendarMonth, CalendarRound, CalendarYear, Phase, RoundRule, Timeline, YearBlock, YearTarget, model,
};
#[cfg(feature = "ui")]
pub use view::view;
