//! A link that carries data, opened: a form to fill in, a receipt to review, a return, a snapshot to look at, one
//! of several codes, or something behind a passphrase. Opening changes nothing of what is kept on the device.

mod guest;
mod opens;
#[cfg(feature = "ui")]
pub mod parts;
#[cfg(feature = "ui")]
mod protected;
mod returned;
#[cfg(feature = "ui")]
mod snapshot;
mod unfolding;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use guest::is_guest;
pub use opens::opens;
pub use returned::{Returned, returned};
pub use unfolding::Unfolding;
#[cfg(feature = "ui")]
pub use view::page;
