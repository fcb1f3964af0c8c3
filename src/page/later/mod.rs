//! The pages that are not the first view, and the dialogs: parts of the program
//! that load on demand.

mod ledger_pages;
pub use ledger_pages::form_page;
mod plan_pages;

use crate::browser::{address, document};
use crate::page::keep::share;
use crate::page::plan::{about, indicator, indicators};
use crate::page::shared::palette;
use crate::route::Route;
use crate::state::State;
use leptos::prelude::*;

/// The page that the state's route names. It is called anew for each page; what changes on a page is
/// up to the page.
pub fn page() -> AnyView {
    let state = State::here();
    match state.route.get_untracked() {
        Route::Indicators(_) => indicators::page(state),
        Route::Indicator(id) => indicator::page(state, &id),
        Route::About | Route::AboutPart(_) => about::view(state),
        route => plan_pages::page(state, &route),
    }
}

/// The page that stands on the ledger and that the state's route names.
pub fn records() -> AnyView {
    let state = State::here();
    ledger_pages::page(state, &state.route.get_untracked()).unwrap_or_else(|| ().into_any())
}

/// The dialog that shares the view, over the page.
pub fn share() -> AnyView {
    let state = State::here();
    let address = address::whole(&state.route.get_untracked());
    share::view(state, share::model(document::title(), address))
}

/// The palette, over the page.
pub fn palette() -> AnyView {
    palette::view(State::here())
}
