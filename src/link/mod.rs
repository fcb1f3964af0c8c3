//! What is handed from one person to another: addresses that carry data, and codes of addresses. Pure; knows
//! no browser.
//!
//! Start with [`Envelope`]: a kind, the plan's digest and a body of bytes, as the fragment of an address. It
//! stands in a [`frame`] that tells where it ends and whether it arrived whole. Opened addresses go to
//! [`extract::opened`], pasted texts to [`extract::find`]; [`sequence`] splits what is too long for one code, and
//! [`protected`] closes with a passphrase. What the bytes mean, [`message`] says.

// What comes from outside may be shorter than it says.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]
#![warn(missing_docs)]

pub mod capacity;
pub mod check;
pub mod edition;
pub mod editions;
pub mod envelope;
pub mod extract;
pub mod fault;
pub mod fingerprint;
pub mod frame;
pub mod letters;
pub mod message;
pub mod protected;
pub mod qr;
pub mod sequence;
pub mod stamp;
pub mod text_form;
pub mod words;

pub use envelope::{Envelope, Kind};
pub use fault::Fault;
