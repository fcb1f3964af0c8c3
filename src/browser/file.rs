//! Files that the reader hands to the page.

use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, Event, File, FileList, HtmlInputElement};

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

    /// What it is called. Untrusted.
    pub fn name(&self) -> String {
        self.0.name()
    }

    pub(super) fn blob(&self) -> &Blob {
        &self.0
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
    chosen_all(event).into_iter().next()
}

/// The same for a field that takes several.
pub fn chosen_all(event: &Event) -> Vec<Chosen> {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let files = all(field.files());
    field.set_value("");
    files
}

/// The file that was dropped; the browser is kept from opening it in place of the page. A text that is dropped into
/// a field is none of this.
pub fn dropped(event: &DragEvent) -> Option<Chosen> {
    dropped_all(event).into_iter().next()
}

/// The same for all that were dropped at once.
pub fn dropped_all(event: &DragEvent) -> Vec<Chosen> {
    let files = all(event.data_transfer().and_then(|data| data.files()));
    if !files.is_empty() {
        event.prevent_default();
    }
    files
}

/// Files that were pasted, such as a part of the screen. A text is none of this.
pub fn pasted(event: &Event) -> Vec<Chosen> {
    // By name: not every event that says it is a paste has a clipboard.
    let data = Reflect::get(event, &"clipboardData".into()).ok();
    let files = data.and_then(|data| Reflect::get(&data, &"files".into()).ok());
    all(files.and_then(|files| files.dyn_into().ok()))
}

fn all(files: Option<FileList>) -> Vec<Chosen> {
    let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.get(at)));
    files.map(Chosen).collect()
}
