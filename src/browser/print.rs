//! What has to stand on the page before it goes to paper.

use super::{ignored, window};
use gloo::events::EventListener;
use leptos::prelude::{StoredValue, UpdateValue, on_cleanup};
use wasm_bindgen::JsCast;

/// What stands in the margin of each printed sheet, beside the date and the number of the sheet; `style/print.css`
/// draws it. Letters, digits and spaces only.
pub fn in_margin(words: &str) {
    let Some(root) = window().document().and_then(|document| document.document_element()) else { return };
    if let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() {
        ignored(root.style().set_property("--printed-code", &["\"", words, "\""].concat()));
    }
}

/// Calls back before the browser prints, for as long as what asked for it is on the page.
pub fn before(act: impl Fn() + 'static) {
    let listener = EventListener::new(&window(), "beforeprint", move |_| act());
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || {
        listener.try_update_value(Option::take);
    });
}
