//! The share dialog in markup.

use super::model::Share;
use super::words::{self, Words};
use crate::browser::{clipboard, dialog, document, download, fullscreen, share};
use crate::link::qr::Code;
use crate::state::{Overlay, State};
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

/// The dialog over the page.
pub fn view(state: State, view: Share) -> AnyView {
    let words = words::of(state.settings.with_untracked(|settings| settings.language));
    let node = NodeRef::<html::Dialog>::new();
    let field = NodeRef::<html::Input>::new();
    node.on_load(move |dialog| {
        dialog::open(&dialog);
        select(field);
    });
    let told = RwSignal::new("");
    let close = move |_| {
        if state.overlay.get_untracked() == Some(Overlay::Share) {
            state.overlay.set(None);
        }
    };
    let unreachable = (!view.is_reachable).then(|| view! { <p class="warning">{words.unreachable}</p> });
    view! {
        <dialog
            node_ref=node
            class="share"
            aria-label=words.title
            on:close=close
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
        >
            <div>
                <header>
                    <h2>{words.title}</h2>
                    <button type="button" on:click=|event: MouseEvent| dialog::close_around(&event)>
                        {words.close}
                    </button>
                </header>
                <p class="name">{view.title.clone()}</p>
                <label>
                    <span>{words.link}</span>
                    <input type="text" readonly node_ref=field prop:value=view.address.clone() on:focus=move |_| select(field)/>
                </label>
                {unreachable}
                {actions(state, &view, words, told, field)}
                <p class="told" role="status">{told}</p>
                {code(view, words)}
                <p class="muted">{words.private}</p>
            </div>
        </dialog>
    }
    .into_any()
}

fn select(field: NodeRef<html::Input>) {
    if let Some(field) = field.get_untracked() {
        field.select();
    }
}

fn actions(
    state: State,
    view: &Share,
    words: &'static Words,
    told: RwSignal<&'static str>,
    field: NodeRef<html::Input>,
) -> impl IntoView + use<> {
    let text = view.text.clone();
    let copy = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            if clipboard::copy(&text).await {
                told.set(words.copied);
            } else {
                told.set(words.not_copied);
                if let Some(field) = field.get_untracked() {
                    let _ = field.focus();
                    field.select();
                }
            }
        });
    };
    let (title, address) = (view.title.clone(), view.address.clone());
    let send = move |_| {
        let (title, address) = (title.clone(), address.clone());
        leptos::task::spawn_local(async move {
            share::share(&title, &address).await;
        });
    };
    let sheet =
        share::is_available().then(|| view! { <button type="button" on:click=send>{words.sheet}</button> });
    let print = move |event: MouseEvent| {
        dialog::close_around(&event);
        state.overlay.set(None);
        // The dialog has to be gone from the paper.
        document::after_paint(|| document::after_paint(share::print));
    };
    view! {
        <div class="actions">
            <button type="button" data-main="" on:click=copy>{words.copy}</button>
            {sheet}
            <button type="button" on:click=print>{words.print}</button>
        </div>
    }
}

/// The code, and the same as large as the window for a projector.
fn code(view: Share, words: &'static Words) -> AnyView {
    let Ok(code) = view.code else {
        return view! { <p class="warning">{words.too_long}</p> }.into_any();
    };
    let is_large = RwSignal::new(false);
    let figure = NodeRef::<html::Figure>::new();
    let enlarge = move |_| {
        is_large.set(true);
        if let Some(figure) = figure.get_untracked() {
            fullscreen::enter(&figure, move || is_large.set(false));
        }
    };
    let shrink = move |_| {
        is_large.set(false);
        fullscreen::leave();
    };
    let svg = code.svg();
    let name = [view.file_name.as_str(), ".svg"].concat();
    let save = move |_| download::text(&name, "image/svg+xml", &svg);
    view! {
        <figure class="code" node_ref=figure data-large=move || is_large.get().then_some("")>
            {drawing(&code, words.code)}
            <figcaption>
                <b>{view.title}</b>
                <span class="address">{view.address}</span>
                <span class="muted">{words.code_note}</span>
                <button type="button" class="leave" on:click=shrink>{words.small}</button>
            </figcaption>
        </figure>
        <div class="actions">
            <button type="button" on:click=enlarge>{words.large}</button>
            <button type="button" on:click=save>{words.download}</button>
        </div>
    }
    .into_any()
}

/// Dark on white in either theme: many readers fail on a light code on dark.
fn drawing(code: &Code, label: &'static str) -> impl IntoView + use<> {
    let side = code.side().to_string();
    let area = ["0 0 ", &side, " ", &side].concat();
    view! {
        <svg role="img" aria-label=label viewBox=area shape-rendering="crispEdges">
            <rect width=side.clone() height=side fill="#fff"></rect>
            <path fill="#000" d=code.path()></path>
        </svg>
    }
}
