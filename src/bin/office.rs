//! Office formats, in a thread of their own and in a program of their own: whoever reads a code does not pay for what
//! writes them. `worker.js` beside this file hears what the page asks, by the names of the functions here;
//! `browser::worker` is the page's side.

use planboard::office::{self, Manuscript, NotWritten, Workbook};
use wasm_bindgen::prelude::*;

fn main() {}

/// The bytes of an .xlsx, of a workbook as [`Workbook::json`] writes it.
///
/// # Errors
/// Where the text is no workbook, or the format refuses it; the words are for the console.
#[wasm_bindgen]
pub fn xlsx(workbook: &str) -> Result<Vec<u8>, String> {
    let book = Workbook::from_json(workbook).ok_or("not a workbook")?;
    office::xlsx::bytes(&book).map_err(|NotWritten(why)| why)
}

/// The bytes of a .csv, of a workbook as [`Workbook::json`] writes it.
///
/// # Errors
/// Where the text is no workbook, or the crate refuses a row.
#[wasm_bindgen]
pub fn csv(workbook: &str) -> Result<Vec<u8>, String> {
    let book = Workbook::from_json(workbook).ok_or("not a workbook")?;
    office::csv::bytes(&book).map_err(|NotWritten(why)| why)
}

/// The bytes of a .docx, of a manuscript as [`Manuscript::json`] writes it.
///
/// # Errors
/// Where the text is no manuscript, or the format refuses it.
#[wasm_bindgen]
pub fn docx(manuscript: &str) -> Result<Vec<u8>, String> {
    let manuscript = Manuscript::from_json(manuscript).ok_or("not a manuscript")?;
    office::docx::bytes(&manuscript).map_err(|NotWritten(why)| why)
}
