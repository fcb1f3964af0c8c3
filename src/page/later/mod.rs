//! The pages that are not the first view, and the dialogs: one part of the program, loaded on demand.

mod plan_pages;

use crate::page::{indicator, indicators};
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
        route @ (Route::Overview | Route::About) => route.address().into_any(),
        route => plan_pages::page(state, &route),
    }
}

/// What lies over the page.
pub fn overlay(overlay: Overlay) -> AnyView {
    match overlay {
        Overlay::Palette => "palette".into_any(),
        Overlay::Share => "share".into_any(),
    }
}
