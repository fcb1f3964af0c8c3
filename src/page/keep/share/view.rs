//! The share dialog in markup.

use super::data;
use super::model::{Share, prints_searchably};
use super::words::{self, Words};
use crate::browser::tables::{marks, on_page};
use crate::browser::{clipboard, device, dialog, document, download, fullscreen, share};
use crate::link;
use crate::link::qr::Code;
use crate::office::Format;
use crate::page::shared::workbook::{self, Standing};
use crate::state::{Overlay, State};
use crate::text::Language;
use crate::ui::{self, dialog_head};
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

/// The dialog over the page.
pub fn view(state: State, page: Share, fetch: workbook::Fetch) -> AnyView {
    let language = state.settings.with_untracked(|settings| settings.language);
    let words = words::of(language);
    let node = NodeRef::<html::Dialog>::new();
    let field = NodeRef::<html::Input>::new();
    node.on_load(move |dialog| {
        dialog::open(&dialog);
        select(field);
    });
    let told = RwSignal::new("");
    let page_of_tables = page.clone();
    let made = RwSignal::new(page.clone().offered(language));
    let close = move |_| {
        if state.overlay.get_untracked() == Some(Overlay::Share) {
            state.overlay.set(None);
        }
    };
    let unreachable = (!page.is_reachable).then(|| view! { <p class="warning">{words.unreachable}</p> });
    let content = move || match made.get() {
        Ok(share) => handed(state, share, words, told, field),
        Err(sentence) => view! { <p class="warning" role="alert">{sentence}</p> }.into_any(),
    };
    view! {
        <dialog
            node_ref=node
            class="share"
            aria-label=words.title
            on:close=close
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
        >
            <div>
                {dialog_head(words.title, words.close)}
                <p class="name">{page.title.clone()}</p>
                {unreachable}
                {data::choice(state, page, made)}
                {content}
                {tables(&page_of_tables, language, told, fetch)}
                <p class="told" role="status">{told}</p>
                <p class="muted">{words.private}</p>
            </div>
        </dialog>
    }
    .into_any()
}

/// Link, actions and codes of what was made.
fn handed(
    state: State,
    share: Share,
    words: &'static Words,
    told: RwSignal<&'static str>,
    field: NodeRef<html::Input>,
) -> AnyView {
    let language = state.settings.with_untracked(|settings| settings.language);
    let length = words::length(language, share.address.chars().count());
    let snapshot = share.snapshot;
    view! {
        <label>
            <span>{words.link}</span>
            <input
                type="text"
                readonly
                node_ref=field
                prop:value=share.address.clone()
                on:focus=move |_| select(field)
                on:copy=move |_| data::hand_on(state, snapshot)
            />
        </label>
        <p class="muted">{length}</p>
        {actions(state, &share, words, told, field)}
        {codes(state, share, words, language)}
    }
    .into_any()
}

/// The tables that stand on the page, as files; nothing of a page without one.
fn tables(
    page: &Share,
    language: Language,
    told: RwSignal<&'static str>,
    fetch: workbook::Fetch,
) -> Option<AnyView> {
    let words = words::of(language);
    let (title, address) = (page.title.clone(), page.address.clone());
    let save = move |format: Format| {
        let (title, address) = (title.clone(), address.clone());
        let page = Standing { title, marks: marks(), address, tables: on_page() };
        told.set(workbook::words::of(language).making);
        leptos::task::spawn_local(async move {
            let outcome = workbook::save_tables(fetch, &page, format).await;
            crate::browser::ignored(told.try_set(workbook::words::outcome(language, outcome)));
        });
    };
    let buttons = [Format::Xlsx, Format::Csv].map(|format| {
        let save = save.clone();
        view! {
            <button type="button" on:click=move |_| save(format)>{workbook::words::button(language, format)}</button>
        }
    });
    (!on_page().is_empty()).then(|| {
        view! { <section class="tables"><h3>{words.tables}</h3><div class="actions">{buttons}</div></section> }.into_any()
    })
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
    let (text, snapshot) = (view.text.clone(), view.snapshot);
    let copy = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            if clipboard::copy(&text).await {
                data::hand_on(state, snapshot);
                told.set(words.copied);
            } else {
                told.set(words.not_copied);
                if let Some(field) = field.get_untracked() {
                    crate::browser::ignored(field.focus());
                    field.select();
                }
            }
        });
    };
    let (title, address) = (view.title.clone(), view.address.clone());
    let send = move |_| {
        data::hand_on(state, snapshot);
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
    let unsearchable =
        (!prints_searchably(&device::agent())).then(|| view! { <p class="muted">{words.unsearchable}</p> });
    view! {
        <div class="actions">
            <button type="button" data-main="" on:click=copy>{words.copy}</button>
            {sheet}
            <button type="button" on:click=print>{words.print}</button>
        </div>
        {unsearchable}
    }
}

/// Most modules along an edge of a code that can be read when it is small: three pixels each.
const DENSE: usize = 66;

/// The codes one after another, as large as the window for a projector; there too one goes on to the next.
fn codes(state: State, share: Share, words: &'static Words, language: Language) -> AnyView {
    let codes = share.codes();
    if codes.is_empty() {
        return view! { <p class="warning">{words.too_long}</p> }.into_any();
    }
    let (count, at) = (codes.len(), RwSignal::new(0));
    let characters = share.address.chars().count();
    let several = (count > 1)
        .then(|| view! { <p class="muted">{link::words::too_long_for_one_code(characters, language)}</p> });
    let is_dense = codes.iter().any(|code| code.side() > DENSE).then_some("");
    let codes = StoredValue::new(codes);
    let steps = (count > 1).then(|| steps(at, count, words, language));
    let is_large = RwSignal::new(false);
    let figure = NodeRef::<html::Figure>::new();
    let (entry, exit) = (NodeRef::<html::Button>::new(), NodeRef::<html::Button>::new());
    let back = move || {
        is_large.set(false);
        focus(entry);
    };
    let snapshot = share.snapshot;
    let enlarge = move |_| {
        data::hand_on(state, snapshot);
        is_large.set(true);
        // The button that was pressed is behind the code now.
        document::after_paint(move || focus(exit));
        if let Some(figure) = figure.get_untracked() {
            fullscreen::enter(&figure, back);
        }
    };
    let shrink = move |_| {
        back();
        fullscreen::leave();
    };
    let shown = move || codes.with_value(|codes| codes.get(at.get()).map(|code| ui::code(code, words.code)));
    let name = [share.file_name.as_str(), ".svg"].concat();
    let save = move |_| {
        data::hand_on(state, snapshot);
        if let Some(svg) = codes.with_value(|codes| codes.get(at.get_untracked()).map(Code::svg)) {
            download::text(&name, "image/svg+xml", &svg);
        }
    };
    view! {
        {several}
        <figure class="code" node_ref=figure data-dense=is_dense data-large=move || is_large.get().then_some("")>
            {shown}
            <figcaption>
                <b>{share.title.clone()}</b>
                <span class="address">{share.short_address()}</span>
                <span class="muted">{if count > 1 { words.codes_note } else { words.code_note }}</span>
                {steps}
                <button type="button" class="leave" node_ref=exit on:click=shrink>{words.small}</button>
            </figcaption>
        </figure>
        <div class="actions">
            <button type="button" node_ref=entry on:click=enlarge>{words.large}</button>
            <button type="button" on:click=save>{words.download}</button>
        </div>
    }
    .into_any()
}

fn focus(button: NodeRef<html::Button>) {
    if let Some(button) = button.get_untracked() {
        crate::browser::ignored(button.focus());
    }
}

/// From one of several codes to the next, and round again.
fn steps(at: RwSignal<usize>, count: usize, words: &'static Words, language: Language) -> AnyView {
    let turn = move |by: usize| at.update(|at| *at = (*at + by) % count);
    view! {
        <div class="actions steps">
            <button type="button" on:click=move |_| turn(count - 1)>{words.before}</button>
            <span role="status">{move || words::step(language, at.get() + 1, count)}</span>
            <button type="button" on:click=move |_| turn(1)>{words.next}</button>
        </div>
    }
    .into_any()
}
