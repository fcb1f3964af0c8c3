//! The dialog in markup. Decides nothing; what keeps it going is the [`Scanner`].

mod scanner;

use super::model::{Lens, Purpose, Told};
use super::words::{self, Words};
use crate::browser::file;
use crate::browser::{dialog, document};
use crate::route::Route;
use crate::state::{Desk, State};
use crate::text::{Language, isolated};
use crate::ui::dialog_head;
use leptos::ev::{DragEvent, MouseEvent};
use leptos::prelude::*;
use scanner::Scanner;

/// A button that opens one link by its code.
pub fn to_open(state: State, desk: Desk) -> AnyView {
    let words = words::of(state.settings.with_untracked(|settings| settings.language));
    entry(state, desk, Purpose::Open, words.open, Callback::new(|_| ()))
}

/// A button that takes in one code after another; each text goes to `paste` as if it had been pasted.
pub fn to_collect(state: State, desk: Desk, paste: Callback<String>) -> AnyView {
    let words = words::of(state.settings.with_untracked(|settings| settings.language));
    entry(state, desk, Purpose::Collect, words.collect, paste)
}

fn entry(
    state: State,
    desk: Desk,
    purpose: Purpose,
    label: &'static str,
    paste: Callback<String>,
) -> AnyView {
    let is_open = RwSignal::new(false);
    let shown = move || is_open.get().then(|| opened(state, desk, purpose, paste, is_open));
    view! {
        <button type="button" aria-haspopup="dialog" on:click=move |_| is_open.set(true)>{label}</button>
        {shown}
    }
    .into_any()
}

fn opened(
    state: State,
    desk: Desk,
    purpose: Purpose,
    paste: Callback<String>,
    is_open: RwSignal<bool>,
) -> AnyView {
    let scanner = Scanner::new(state, desk, purpose, paste);
    scanner.node.on_load(move |node| {
        dialog::open(&node);
        scanner.open_camera();
    });
    // Out of sight nobody holds a code before it, and another program may want the camera.
    let hidden = document::on_hidden(move || scanner.rest());
    StoredValue::new_local(hidden);
    Effect::new(move |before: Option<Route>| {
        let route = state.route.get();
        if before.is_some_and(|before| before != route) {
            scanner.close();
        }
        route
    });
    drawn(scanner, is_open)
}

fn drawn(scanner: Scanner, is_open: RwSignal<bool>) -> AnyView {
    let language = scanner.state.settings.with_untracked(|settings| settings.language);
    let words = words::of(language);
    let left = move |_| {
        scanner.rest();
        is_open.set(false);
    };
    let dropped = move |event: DragEvent| {
        // The page behind takes files of its own.
        event.stop_propagation();
        scanner.look_at(file::dropped_all(&event));
    };
    view! {
        <dialog
            node_ref=scanner.node
            class="scan"
            aria-label=words.title
            on:close=left
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
            on:paste=move |event| scanner.look_at(file::pasted(event.as_ref()))
            on:dragover=move |event: DragEvent| event.prevent_default()
            on:drop=dropped
        >
            <div>
                {dialog_head(words.title, words.close)}
                {finder(scanner, words, language)}
                {outcome(scanner, language)}
                {pictures(scanner, words)}
                <p class="muted">{words.private}</p>
            </div>
        </dialog>
    }
    .into_any()
}

/// What the camera sees, or why it sees nothing.
fn finder(scanner: Scanner, words: &'static Words, language: Language) -> AnyView {
    let lens = Memo::new(move |_| scanner.scan.with(|scan| scan.lens));
    let is_dark = move || lens.get() != Lens::Live;
    let again = move || {
        let is_off = matches!(lens.get(), Lens::Off | Lens::None(_));
        is_off.then(|| {
            view! { <button type="button" on:click=move |_| scanner.open_camera()>{words.again}</button> }
        })
    };
    view! {
        <div class="finder">
            <video node_ref=scanner.video aria-label=words.view playsinline="" hidden=is_dark></video>
            <p class="muted" hidden=is_dark>{words.hint}</p>
            <p role="status">{move || words::lens(language, lens.get())}</p>
            {again}
        </div>
    }
    .into_any()
}

/// What was read, to be heard as well.
fn outcome(scanner: Scanner, language: Language) -> AnyView {
    let told = Memo::new(move |_| scanner.scan.with(|scan| scan.told.clone()));
    let elsewhere = move || match told.get() {
        Told::Elsewhere(text) => Some(view! { <code>{isolated(&text)}</code> }),
        _ => None,
    };
    let collects = scanner.scan.with_untracked(|scan| scan.purpose == Purpose::Collect);
    let count = move || scanner.scan.with(|scan| words::taken(language, scan));
    view! {
        <div class="outcome">
            <p class="told" role="status">{move || words::told(language, &told.get())}{elsewhere}</p>
            {collects.then(|| view! { <p class="count">{count}</p> })}
        </div>
    }
    .into_any()
}

/// The way that works everywhere.
fn pictures(scanner: Scanner, words: &'static Words) -> AnyView {
    let chosen = move |event: leptos::ev::Event| scanner.look_at(file::chosen_all(&event));
    // Elsewhere it would be the same as choosing.
    let photograph = scanner.is_touch.then(|| {
        view! {
            <label class="button">
                <span>{words.photograph}</span>
                <input type="file" accept="image/*" capture="environment" on:change=chosen/>
            </label>
        }
    });
    view! {
        <fieldset class="pictures">
            <legend>{words.picture}</legend>
            <div class="acts">
                {photograph}
                <label class="button">
                    <span>{words.choose}</span>
                    <input type="file" accept="image/*" multiple=true on:change=chosen/>
                </label>
            </div>
            <p class="muted">{words.drop_here}</p>
        </fieldset>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
