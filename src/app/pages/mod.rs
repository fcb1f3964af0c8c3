//! What each part of the program draws; [`super::parts`] makes a file of each.
//!
//! Which page is in which part, [`Route::part`] says. A function here is called anew for each page; what changes on
//! a page is up to the page.

mod lights;
mod month;
mod plan;
mod workbooks;

pub use month::{
    acts, adjustments, author, carried, cases, compare, device, dispatch, districts, documents, form, lists,
    papers, paste, problems, review, tables, year,
};
pub use plan::page as plan;
#[cfg(test)]
pub use workbooks::fill_in;

use crate::browser::{address, document};
use crate::page::keep::share as share_dialog;
use crate::page::plan::{about as about_page, indicator as indicator_page, indicators as indicators_page};
use crate::page::shared::palette as search;
use crate::page::shared::records::records;
use crate::route::Route;
#[cfg(feature = "ssr")]
use crate::route::ViewPart;
#[cfg(feature = "ssr")]
use crate::state::Draw;
use crate::state::State;
use leptos::prelude::*;

/// The list of indicators.
pub fn indicators() -> AnyView {
    indicators_page::page(
        State::here(),
        indicators_page::Fetch { judging: lights::judging, way: lights::way },
    )
}

/// The indicator that the state's route names.
pub fn indicator() -> AnyView {
    let state = State::here();
    match state.route.get_untracked() {
        Route::Indicator(id) => indicator_page::page(state, &id, lights::with_records(state)),
        _ => ().into_any(),
    }
}

/// The page about the page.
pub fn about() -> AnyView {
    about_page::view(State::here())
}

/// The dialog that shares the view, over the page.
pub fn share() -> AnyView {
    let state = State::here();
    let address = address::whole(&state.route.get_untracked());
    share_dialog::view(state, share_dialog::model(document::title(), address), workbooks::makers)
}

/// The palette, over the page.
pub fn palette() -> AnyView {
    let state = State::here();
    let (plan, judging) = (state.plan(), lights::judging(state));
    search::view(state, move || {
        let known = records(state).zip(judging.get());
        let language = state.language();
        known.map(|(known, judging)| (judging.named)(&plan, &known.ledger, language)).unwrap_or_default()
    })
}

/// Puts every part in its place, on the host, where nothing has to be fetched.
#[cfg(feature = "ssr")]
pub fn bring(state: State) {
    for part in ViewPart::ALL {
        let draw: Draw = match part {
            ViewPart::Plan => plan,
            ViewPart::Indicators => indicators,
            ViewPart::Indicator => indicator,
            ViewPart::Acts => acts,
            ViewPart::Adjustments => adjustments,
            ViewPart::Lists => lists,
            ViewPart::About => about,
            ViewPart::Year => year,
            ViewPart::Dispatch => dispatch,
            ViewPart::Problems => problems,
            ViewPart::Review => review,
            ViewPart::Form => form,
            ViewPart::Cases => cases,
            ViewPart::Districts => districts,
            ViewPart::Documents => documents,
            ViewPart::Papers => papers,
            ViewPart::Paste => paste,
            ViewPart::Tables => tables,
            ViewPart::Device => device,
            ViewPart::Author => author,
            ViewPart::Compare => compare,
            ViewPart::Carried => carried,
            ViewPart::Share => share,
            ViewPart::Palette => palette,
        };
        state.part(part).set(Some(Ok(draw)));
    }
}
