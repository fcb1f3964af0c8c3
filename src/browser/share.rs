//! The system's share sheet and the printer.

use super::{ignored, window};
use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

/// How a share sheet was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    Done,
    /// Closed without sharing, or refused by the system.
    Not,
}

/// Whether there is a share sheet: not on plain http, and not in every browser.
pub fn is_available() -> bool {
    Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

/// Opens the share sheet. Call it from a click, and only where [`is_available`].
pub async fn share(title: &str, address: &str) -> Shared {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let shared = JsFuture::from(window().navigator().share_with_data(&data)).await;
    if shared.is_ok() { Shared::Done } else { Shared::Not }
}

/// Opens the printer's dialog for the page.
pub fn print() {
    ignored(window().print());
}
