//! The pages: a pure model beside a view that decides nothing. One folder or file per [`crate::route::Route`].
pub mod asked;
pub mod indicator;
pub mod indicators;
#[cfg(feature = "ui")]
pub mod later;
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
