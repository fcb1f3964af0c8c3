//! Keys that work on every page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;

/// Calls back on Ctrl+Z or ⌘Z outside of fields and dialogs, for as long as the page lives; what answers `true` has the
/// key for itself.
pub fn on_undo_key(act: impl Fn() -> bool + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&super::window(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let is_undo = (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.shift_key();
        if !is_undo || !matches!(key.key().as_str(), "z" | "Z") {
            return;
        }
        let within = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_own =
            |one: web_sys::Element| one.closest("input, textarea, select, dialog, [contenteditable]");
        let is_field = within.is_some_and(|one| !matches!(is_own(one), Ok(None)));
        if !is_field && act() {
            key.prevent_default();
        }
    })
    .forget();
}

/// Calls back on Escape, wherever the focus is, until the listener is dropped.
pub fn on_escape(act: impl Fn() + 'static) -> EventListener {
    EventListener::new(&super::window(), "keydown", move |event| {
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
            act();
        }
    })
}

/// Calls back on Ctrl+K or ⌘K, for as long as the page lives.
pub fn on_palette_key(act: impl Fn() + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&super::window(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.shift_key() && key.key() == "k" {
            key.prevent_default();
            act();
        }
    })
    .forget();
}
