//! Parts of the program that load on demand, so that they cost the first view nothing.
//!
//! Without the feature `split` these are ordinary functions: development and native tests never see
//! the splitter. The same NAME means the same file. Few parts, because every combination of parts
//! that share code becomes a file of its own.

use crate::browser::LoadFailure;
use crate::page::later;
use crate::state::{Pages, State};
#[cfg(feature = "csr")]
use crate::{
    app::desk,
    chart::{self, Drawing, Look},
    page::shared::refused::{self, Refusal},
    state::{Charts, Part},
};
use leptos::prelude::*;

/// A function that hands out something of a part. The splitter wants a plain function and makes it
/// asynchronous; without the splitter an asynchronous one stands there, so that callers need not know.
macro_rules! part {
    ($part:ident: $name:ident, $what:path, $kind:ty) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($part, wasm_split_path = leptos::wasm_split, fallible)]
        pub(super) fn $name() -> Result<$kind, LoadFailure> {
            Ok($what)
        }

        #[cfg(not(feature = "split"))]
        pub(super) async fn $name() -> Result<$kind, LoadFailure> {
            Ok($what)
        }
    };
}

part!(pages: page, later::page, fn() -> AnyView);
part!(pages: share, later::share, fn() -> AnyView);
// Storage, codec, fold and judging: what a page with records needs, the overview too.
#[cfg(feature = "csr")]
part!(ledger: open_desk, desk::open, fn(State) -> desk::Opened);
part!(records: records, later::records, fn() -> AnyView);
// With its table of Chinese sounds, which weighs as much as the pages.
part!(palette: palette, later::palette, fn() -> AnyView);
// `charming` and what it serialises with is in this part alone.
#[cfg(feature = "csr")]
part!(charts: chart_options, chart::options::json, fn(&Drawing, Look) -> String);
// The page that names every fault of a `plan.json`, with the schema of it.
#[cfg(feature = "csr")]
part!(refused: refused, refused::page, fn(Refusal) -> AnyView);

/// Asks for the part with the later pages; the state hears when it has come or failed to.
pub fn load_pages(state: State) {
    leptos::task::spawn_local(async move {
        let loaded = async {
            let pages = Pages { page: page().await?, share: share().await? };
            #[cfg(feature = "csr")]
            open_desk().await?(state).await;
            Ok(pages)
        }
        .await;
        state.pages.set(Some(loaded));
    });
}

/// Asks for the part with the pages that stand on the ledger; the state hears when it has come or failed to.
pub fn load_records(state: State) {
    leptos::task::spawn_local(async move {
        let loaded = async {
            let page = records().await?;
            #[cfg(feature = "csr")]
            open_desk().await?(state).await;
            Ok(page)
        }
        .await;
        state.records.set(Some(loaded));
    });
}

/// Opens the desk, for a first view that shows records. What does not come is asked for again with the next page.
#[cfg(feature = "csr")]
pub fn load_ledger(state: State) {
    state.is_judging.set(true);
    leptos::task::spawn_local(async move {
        match open_desk().await {
            Ok(open) => open(state).await,
            Err(_) => state.is_judging.set(false),
        }
    });
}

/// Asks for the part with the palette; the state hears when it has come or failed to.
pub fn load_palette(state: State) {
    leptos::task::spawn_local(async move { state.palette.set(Some(palette().await)) });
}

/// Fetches the part with the charts whenever somebody has asked for it.
#[cfg(feature = "csr")]
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
