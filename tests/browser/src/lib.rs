//! One driver for the tests of the release page in real browsers.
//!
//! It speaks the Chrome DevTools Protocol (CDP) to a Chromium over its debugging *pipe*: JSON, ended by a zero byte,
//! over two file descriptors. That takes no library. `chromiumoxide` 0.9 was tried: 138 crates and two
//! minutes of processor time to compile the whole protocol of one moment as types, while these tests send some thirty
//! commands to two browsers 47 versions apart. And when the test process ends, in whatever way, the pipe closes and
//! the browser with it: none is ever left behind.
//!
//! - [`Browser`] a running Chromium; [`Chromium`] which one
//! - [`Site`] the folder of the release, served; it can break, change and go away
//! - [`Page`] a tab in a profile of its own; [`Look`] how it is looked at
//! - `find`, `keys` finding by role and name, mouse, touch and keyboard
//! - `crash` stopping a tab in the middle of its work, and ending it there
//! - [`rules`] what must hold on every page
//! - [`code`] reading a QR code off a picture; [`paper`] what stands on printed sheets
//!
//! What a page says on its console, or asks of another host, fails its test when the [`Page`] is dropped.
//! Nothing sleeps and nothing asserts a time: everything waits for a condition (see [`wait`]).

mod browser;
mod chromium;
pub mod code;
mod crash;
mod find;
mod keys;
mod look;
mod page;
pub mod paper;
pub mod rules;
pub mod site;
pub mod wait;
mod wire;

pub use browser::Browser;
pub use chromium::Chromium;
pub use find::Found;
pub use look::Look;
pub use page::Page;
pub use site::Site;
