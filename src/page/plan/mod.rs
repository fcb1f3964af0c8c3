//! The plan and how it stands: what it asks, what has been reached, who answers for it. Knows neither how a month is
//! run nor what a device keeps.

pub mod about;
pub mod adjustments;
pub mod baselines;
pub mod indicator;
pub mod indicators;
pub mod judging;
pub mod lists;
pub mod measure;
pub mod milestone;
pub mod organisation;
pub mod overview;
pub mod project;
pub mod responsibility;
pub mod subject;
pub mod task;
pub mod tasks;
pub mod timeline;
pub mod unknown;
pub mod year;
