//! What takes too long for the page, in a thread of its own: a small program without Leptos. `worker.js` beside this
//! file hears what the page asks, by the names of the functions here; `browser::worker` is the page's side.

use planboard::link::protected::KeyRecipe;
use planboard::scan;
use wasm_bindgen::prelude::*;

fn main() {}

/// The key of a protected link; nothing where the device does not give the memory.
#[wasm_bindgen]
pub fn key(passphrase: String, salt: &[u8], mebibytes: u8, passes: u8) -> Option<Vec<u8>> {
    let recipe = KeyRecipe { passphrase, salt: salt.try_into().ok()?, mebibytes, passes };
    Some(recipe.key().ok()?.0.to_vec())
}

/// The texts of all codes in a picture in grey.
#[wasm_bindgen]
pub fn codes(luma: &[u8], width: u32, height: u32) -> Vec<String> {
    scan::codes(luma, width, height)
}
