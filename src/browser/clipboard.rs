//! Copying. Plain http has no clipboard: there the text is selected and the old command tried.

use super::{ignored, window};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// Copies a text; `false` where the browser does not let us.
///
/// Call it from a click: browsers allow copying for a short time after one.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // On plain http the property is not there, whatever its type says.
    if Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object()) {
        let written = JsFuture::from(navigator.clipboard().write_text(text)).await;
        return written.is_ok() || copy_selected(text);
    }
    copy_selected(text)
}

/// The text that a paste event brings.
pub fn pasted(event: &web_sys::Event) -> Option<String> {
    brought(event, "text")
}

/// The markup that a paste event brings beside the text, where it holds a table. It is read, never shown.
pub fn pasted_markup(event: &web_sys::Event) -> Option<String> {
    brought(event, "text/html").filter(|markup| markup.contains("<table") || markup.contains("<TABLE"))
}

fn brought(event: &web_sys::Event, kind: &str) -> Option<String> {
    let data = Reflect::get(event, &"clipboardData".into()).ok().filter(|data| data.is_object())?;
    let get = Reflect::get(&data, &"getData".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    get.call1(&data, &kind.into()).ok()?.as_string()
}

/// The way before there was a clipboard: a field with the text, selected, and the command to copy it.
fn copy_selected(text: &str) -> bool {
    let Some(document) = window().document() else { return false };
    let Some(before) = document.active_element() else { return false };
    let field =
        document.create_element("textarea").ok().and_then(|one| one.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(field) = field else { return false };
    field.set_value(text);
    field.set_read_only(true);
    ignored(field.set_attribute("data-copied", ""));
    // Beside the focused element: outside an open dialog nothing can be selected.
    let place = before.closest("dialog").ok().flatten().or_else(|| document.body().map(Into::into));
    let Some(place) = place else { return false };
    ignored(place.append_child(&field));
    field.select();
    let command = Reflect::get(&document, &"execCommand".into())
        .ok()
        .and_then(|command| command.dyn_into::<js_sys::Function>().ok());
    let copied = command
        .and_then(|command| command.call1(&document, &"copy".into()).ok())
        .is_some_and(|done| done.is_truthy());
    field.remove();
    if let Some(before) = before.dyn_ref::<HtmlElement>() {
        ignored(before.focus());
    }
    copied
}
