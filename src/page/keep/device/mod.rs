//! 本机数据: what is kept on this device and what is not, backup files, earlier copies, who the user says he is.
//!
//! [`model`] is the page as data, over what the store says of itself ([`Seen`]); [`opened`] looks into a backup
//! file before anything of it is taken in; [`forgets`] tells from what a browser says of itself where it is known
//! to lose what it was given to keep.

mod file;
mod forgets;
mod model;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use file::{Opened, file_name, opened, raw_file};
pub use forgets::{Facts, Forgets, InApp, forgets};
pub use model::{CopyRow, Damaged, Device, Light, Seen, Way, model};
#[cfg(feature = "ui")]
pub use view::page;
