//! Reads files of tables, in a thread of its own and in a program of its own: whoever makes a file does not pay for what
//! reads one, and a file that ends this program takes no page along. `worker.js` beside this file hears what the page asks,
//! by the name of the function here; `browser::worker` is the page's side.

use planboard::rows::file;
use wasm_bindgen::prelude::*;

fn main() {}

/// The tables of a file, or why it has none: a `Result` of [`planboard::rows::Book`] as serde writes it.
#[wasm_bindgen]
pub fn book(bytes: &[u8]) -> String {
    // Texts, lists and names of variants: there is nothing that could be refused.
    serde_json::to_string(&file::read(bytes)).unwrap_or_default()
}
