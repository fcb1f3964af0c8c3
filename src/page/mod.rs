//! The pages: a pure model beside a view that decides nothing. One folder or file per [`crate::route::Route`].
//!
//! - [`plan`] the plan and how it stands
//! - [`month`] the month, from what is asked for to what is accepted
//! - [`keep`] what a device keeps and hands on
//! - [`documents`] papers that are written from plan and records
//! - [`shared`] what pages of several rooms use

pub mod documents;
pub mod keep;
pub mod month;
pub mod plan;
pub mod shared;
