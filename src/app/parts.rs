//! Parts of the program that load on demand, so that they cost the first view nothing.
//!
//! Without the feature `split` these are ordinary functions: development and native tests never see
//! the splitter. The same NAME means the same file. Few parts, because every combination of parts
//! that share code becomes a file of its own.

use crate::chart::{self, Drawing, Look};
use crate::page::later;
#[cfg(feature = "csr")]
use crate::page::refused::{self, Refusal};
use crate::state::{Charts, LoadFailure, Pages, Part, State};
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

// `charming` and what it serialises with is in this part alone.
#[cfg_attr(
    feature = "split",
    leptos::wasm_split::wasm_split(charts, wasm_split_path = leptos::wasm_split, fallible)
)]
async fn chart_options() -> Result<fn(&Drawing, Look) -> String, LoadFailure> {
    Ok(chart::options::json)
}

/// Fetches the part with the charts whenever somebody has asked for it.
pub fn follow_charts(state: State) {
    Effect::new(move |_| {
        if state.charts.with(|part| matches!(part, Part::Asked)) {
            leptos::task::spawn_local(async move {
                let part = chart_options().await;
                state.charts.set(part.map_or_else(Part::Failed, |options| Part::Here(Charts { options })));
            });
        }
    });
}

#[cfg(feature = "csr")]
fn faults_page(refusal: Refusal) -> AnyView {
    refused::view(refused::model(&refusal))
}

/// The page that names every fault of a `plan.json`.
#[cfg(all(feature = "csr", feature = "split"))]
#[leptos::wasm_split::wasm_split(refused, wasm_split_path = leptos::wasm_split, fallible)]
pub fn refused() -> Result<fn(Refusal) -> AnyView, LoadFailure> {
    Ok(faults_page)
}

/// The page that names every fault of a `plan.json`.
#[cfg(all(feature = "csr", not(feature = "split")))]
pub async fn refused() -> Result<fn(Refusal) -> AnyView, LoadFailure> {
    Ok(faults_page)
}
