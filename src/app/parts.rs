//! Parts of the program that load on demand, so that they cost the first view nothing.
//!
//! Without the feature `split` these are ordinary functions: development and native tests never see
//! the splitter. The same NAME means the same file. Few parts, because every combination of parts
//! that share code becomes a file of its own.

use crate::page::later;
#[cfg(feature = "csr")]
use crate::page::refused::{self, Refusal};
use crate::state::{LoadFailure, Pages, State};
use leptos::prelude::*;

/// A function that hands out a page of the part `pages`. The splitter wants a plain function and makes it
/// asynchronous; without the splitter an asynchronous one stands there, so that callers need not know.
macro_rules! part {
    ($name:ident, $page:path, $kind:ty) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)]
        fn $name() -> Result<$kind, LoadFailure> {
            Ok($page)
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$kind, LoadFailure> {
            Ok($page)
        }
    };
}

part!(page, later::page, fn() -> AnyView);
part!(overlay, later::overlay, fn(crate::state::Overlay) -> AnyView);

/// Asks for the part with the later pages; the state hears when it has come or failed to.
pub fn load_pages(state: State) {
    leptos::task::spawn_local(async move {
        let loaded = async { Ok(Pages { page: page().await?, overlay: overlay().await? }) }.await;
        state.pages.set(Some(loaded));
    });
}

/// The page that names every fault of a `plan.json`.
#[cfg(feature = "csr")]
#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(refused, wasm_split_path = leptos::wasm_split, fallible)
)]
pub async fn refused() -> Result<fn(Refusal) -> AnyView, LoadFailure> {
    Ok(|refusal| refused::view(refused::model(&refusal)))
}
