//! Where the page, and what lies over it, is drawn.

use super::parts;
use super::words;
use crate::page::overview;
use crate::route::Route;
use crate::state::{LoadFailure, Pages, State};
use leptos::prelude::*;

/// The page of the route. It is drawn anew when another page is opened, and not when only the
/// selection on it changes.
pub fn outlet(state: State) -> AnyView {
    let page = Memo::new(move |_| state.route.with(Route::page));
    (move || match page.get() {
        Route::Overview => {
            let language = state.language();
            overview::view(overview::model(&state.plan(), state.today, language), language)
        }
        _ => later(state, |pages| (pages.page)()),
    })
    .into_any()
}

/// Palette or share, over the page.
pub fn overlay(state: State) -> AnyView {
    (move || state.overlay.get().map(|over| later(state, move |pages| (pages.overlay)(over)))).into_any()
}

/// Draws something from the part with the later pages: at once when it is here, else a sentence until it is.
fn later(state: State, draw: impl Fn(Pages) -> AnyView + Send + Sync + 'static) -> AnyView {
    (move || match state.pages.get() {
        Some(Ok(pages)) => draw(pages),
        Some(Err(LoadFailure)) => failed(state),
        None => {
            parts::load_pages(state);
            view! { <p class="loading" role="status">{words::of(state.language()).loading}</p> }.into_any()
        }
    })
    .into_any()
}

fn failed(state: State) -> AnyView {
    let words = words::of(state.language());
    view! {
        <div class="sheet sentence" role="alert">
            <h1 tabindex="-1">{words.part_failed_title}</h1>
            <p>{words.part_failed}</p>
            <button on:click=move |_| state.pages.set(None)>{words.again}</button>
        </div>
    }
    .into_any()
}
