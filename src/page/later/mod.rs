//! The pages that are not the first view, and the dialogs: one part of the program, loaded on demand.

mod plan_pages;

use crate::browser::{address, document};
use crate::page::{about, indicator, indicators, palette, share};
use crate::route::Route;
use crate::state::{Overlay, State};
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

/// What lies over the page.
pub fn overlay(overlay: Overlay) -> AnyView {
    let state = State::here();
    match overlay {
        Overlay::Palette => palette::view(state),
        Overlay::Share => {
            let address = address::whole(&state.route.get_untracked());
            share::view(state, share::model(document::title(), address))
        }
    }
}
