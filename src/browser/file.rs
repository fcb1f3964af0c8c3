//! Files that the reader hands to the page.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

/// A file that was chosen or dropped, and not read yet.
#[derive(Clone, Debug)]
pub struct Chosen(File);

/// The browser does not hand out what is in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread;

impl Chosen {
    /// Its size in bytes, to be asked before it is read.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// What is in it.
    ///
    /// # Errors
    /// When it is gone, or may not be read.
    pub async fn bytes(&self) -> Result<Vec<u8>, Unread> {
        let read = JsFuture::from(self.0.array_buffer()).await.map_err(|_: JsValue| Unread)?;
        let buffer = read.dyn_into::<ArrayBuffer>().map_err(|_| Unread)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// The file that was chosen in a field. The field is emptied, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Option<Chosen> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(Chosen(file))
}

/// The file that was dropped; the browser is kept from opening it in place of the page. A text that is dropped into
/// a field is none of this.
pub fn dropped(event: &DragEvent) -> Option<Chosen> {
    let file = event.data_transfer()?.files()?.get(0)?;
    event.prevent_default();
    Some(Chosen(file))
}
