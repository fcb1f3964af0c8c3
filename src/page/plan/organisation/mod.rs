//! All that one organisation answers for: as lead, as responsible, through a group, and where else
//! the plan names it. Made to fit one printed sheet.

mod model;
pub mod reporting;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{Duty, DutyGroup, IndicatorLine, OrganisationPage, model, model_with};
pub use reporting::{Reporting, reporting};
#[cfg(feature = "ui")]
pub use view::view;
