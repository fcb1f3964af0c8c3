//! The pages: a pure model beside a view that decides nothing. One folder or file per [`crate::route::Route`].
#[cfg(feature = "ui")]
pub mod later;
pub mod overview;
