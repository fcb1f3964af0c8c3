//! Parts of the program that load on demand, so that they cost the first view nothing.
//!
//! Without the feature `split` these are ordinary functions: development and native tests never see
//! the splitter. The same NAME means the same file. Few parts, because every combination of parts
//! that share code becomes a file of its own.

use crate::page::later;
use crate::state::{LoadFailure, Pages, State};
use leptos::prelude::*;

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)
)]
async fn page() -> Result<fn() -> AnyView, LoadFailure> {
    Ok(later::page)
}

#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)
)]
async fn overlay() -> Result<fn(crate::state::Overlay) -> AnyView, LoadFailure> {
    Ok(later::overlay)
}

/// Asks for the part with the later pages; the state hears when it has come or failed to.
pub fn load_pages(state: State) {
    leptos::task::spawn_local(async move {
        let loaded = async { Ok(Pages { page: page().await?, overlay: overlay().await? }) }.await;
        state.pages.set(Some(loaded));
    });
}
