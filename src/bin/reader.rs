//! Reads files of tables and fills those of others, in a thread of its own and in a program of its own: whoever makes a file does not pay for what
//! reads one, and a file that ends this program takes no page along. `worker.js` beside this file hears what the page asks,
//! by the name of the function here; `browser::worker` is the page's side.

use planboard::rows::file;
use planboard::rows::fill::{self, NoFill};
use wasm_bindgen::prelude::*;

fn main() {}

/// The tables of a file, or why it has none: a `Result` of [`planboard::rows::Book`] as serde writes it.
#[wasm_bindgen]
pub fn book(bytes: &[u8]) -> String {
    // Texts, lists and names of variants: there is nothing that could be refused.
    serde_json::to_string(&file::read(bytes)).unwrap_or_default()
}

/// The same of a workbook that is to be filled: a `Result` of [`planboard::rows::fill::Template`].
#[wasm_bindgen]
pub fn template(bytes: &[u8]) -> String {
    serde_json::to_string(&file::fill::template(bytes)).unwrap_or_default()
}

/// The workbook with the cells written that the text lists, as [`fill::told`] writes them. In place of it the fault, a
/// [`NoFill`]: a workbook begins with PK, and that does not.
#[wasm_bindgen]
pub fn filled(bytes: &[u8], writes: &str) -> Vec<u8> {
    // The page takes nothing for a program that broke off; the same file unchanged would pass for a filled one.
    let Some(writes) = fill::heard(writes) else { return vec![] };
    let made: Result<Vec<u8>, NoFill> = file::fill::filled(bytes, &writes);
    made.unwrap_or_else(|fault| serde_json::to_vec(&fault).unwrap_or_default())
}
