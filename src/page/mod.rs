//! The pages: a pure model beside a view that decides nothing. One folder or file per [`crate::route::Route`].
pub mod about;
pub mod asked;
pub mod indicator;
pub mod indicators;
#[cfg(feature = "ui")]
pub mod later;
pub mod names;
pub mod overview;
pub mod palette;
pub mod refused;
pub mod share;
