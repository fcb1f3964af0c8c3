//! Where the page, and what lies over it, is drawn.

use super::parts;
use super::words;
use crate::browser::LoadFailure;
use crate::page::plan::overview;
use crate::route::Route;
use crate::state::{Loaded, Overlay, State};
use crate::ui::IntoFresh;
use leptos::prelude::*;

/// The page of the route. It is drawn anew when another page is opened, and not when only the
/// selection on it changes.
pub fn outlet(state: State) -> AnyView {
    let page = Memo::new(move |_| state.route.with(Route::page));
    (move || match page.get() {
        Route::Overview => {
            let language = state.language();
            let page = overview::model(&state.plan(), state.today.get(), language);
            state.board.with(|board| overview::view(page, board.as_deref(), state, language))
        }
        Route::Dispatch(_) | Route::Form { .. } | Route::Compare | Route::Device | Route::Carried(_) => {
            later(state.records, parts::load_records, state, |page| page())
        }
        _ => later(state.pages, parts::load_pages, state, |pages| (pages.page)()),
    })
    .into_any()
}

/// Palette or share, over the page.
pub fn overlay(state: State) -> AnyView {
    (move || {
        state.overlay.get().map(|over| match over {
            Overlay::Palette => later(state.palette, parts::load_palette, state, |palette| palette()),
            Overlay::Share => later(state.pages, parts::load_pages, state, |pages| (pages.share)()),
        })
    })
    .into_any()
}

/// Draws something from a part: at once when it is here, else a sentence until it is.
fn later<T: Copy + Send + Sync + 'static>(
    part: Loaded<T>,
    load: fn(State),
    state: State,
    draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    (move || match part.get() {
        Some(Ok(part)) => draw(part),
        Some(Err(LoadFailure)) => failed(state, move || part.set(None)),
        None => {
            load(state);
            view! { <p class="loading" role="status">{words::of(state.language()).loading}</p> }.fresh()
        }
    })
    .into_any()
}

fn failed(state: State, again: impl Fn() + Send + Sync + 'static) -> AnyView {
    let words = words::of(state.language());
    view! {
        <div class="sheet sentence" role="alert">
            <h1 tabindex="-1">{words.part_failed_title}</h1>
            <p>{words.part_failed}</p>
            <button on:click=move |_| again()>{words.again}</button>
        </div>
    }
    .fresh()
}
