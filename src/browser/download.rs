//! Files that the page makes and the reader keeps.

use super::{ignored, window};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands a text to the reader as a file. `kind` is its media type.
pub fn text(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    if let Ok(content) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        blob(name, &content);
    }
}

/// Hands bytes to the reader as a file. `kind` is their media type.
pub fn bytes(name: &str, kind: &str, bytes: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
    if let Ok(content) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        blob(name, &content);
    }
}

/// Hands a blob to the reader as a file.
pub fn blob(name: &str, content: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(content) else { return };
    let link = window()
        .document()
        .and_then(|document| document.create_element("a").ok())
        .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser reads the blob after the click; a minute is more than it takes to begin.
    gloo::timers::callback::Timeout::new(60_000, move || {
        ignored(Url::revoke_object_url(&address));
    })
    .forget();
}
