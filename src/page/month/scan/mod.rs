//! 扫码: codes read inside the page, by camera, or from a picture where there is no camera.
//!
//! [`model`] decides what a text that was read means and what becomes of it: only links of ours are followed or taken
//! in, anything else is shown as the text that it is. Where the officer collects receipts the camera stays open for
//! the next one; where one code is to be opened, the first whole one is.

mod model;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use model::{Act, Lens, MOST_BYTES, NoCamera, Purpose, Scan, Told, Way};
