//! Where the page, and what lies over it, is drawn.

use crate::page::plan::overview;
use crate::route::Route;
use crate::state::State;
use crate::ui::part;
use leptos::prelude::*;

/// The page of the route. It is drawn anew when another page is opened, and not when only the
/// selection on it changes.
pub fn outlet(state: State) -> AnyView {
    let page = Memo::new(move |_| state.route.with(Route::page));
    (move || match page.read().part() {
        Some(its) => part(state, its),
        None => {
            let language = state.language();
            let page = overview::model(&state.plan(), state.today.get(), language);
            state.board.with(|board| overview::view(page, board.clone(), state, language))
        }
    })
    .into_any()
}

/// Palette or share, over the page.
pub fn overlay(state: State) -> AnyView {
    (move || state.overlay.get().map(|over| part(state, over.part()))).into_any()
}
