//! The palette in markup: a modal dialog with a combobox and its list (ARIA practices, "editable
//! combobox with list autocomplete"). Which option is active and what was typed is state of the view.

use super::index::{Act, Command};
use super::model::{Answer, Group, Hit, Piece, Search};
use super::words;
use crate::browser::{address, dialog, document, share};
use crate::plan::Year;
use crate::settings::{Density, Settings, Theme};
use crate::state::{Overlay, State};
use crate::text::{Language, Text};
use crate::ui::said;
use leptos::ev::{CompositionEvent, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

const LIST: &str = "palette-list";

/// The palette over the page; `lines` are those of the lists of the years, as soon as what reads them is here.
pub fn view(state: State, lines: impl Fn() -> Vec<(Text, Year)> + Send + Sync + 'static) -> AnyView {
    let language = state.settings.with_untracked(|settings| settings.language);
    let words = words::of(language);
    let search = Search::new(&state.plan(), language);
    let undo = state.desk.get_untracked().and_then(|desk| untrack(|| desk.last_act(language)));
    let search = Arc::new(match undo {
        Some(what) => search.with_undo(&what, language),
        None => search,
    });
    let search = Memo::new(move |_| {
        let lines = lines();
        if lines.is_empty() { search.clone() } else { Arc::new(Search::clone(&search).with_lines(lines)) }
    });
    let query = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    let composing = RwSignal::new(false);
    let answer = Memo::new(move |_| query.with(|query| search.with(|search| search.find(query))));
    let acts = move || answer.with_untracked(acts);
    let node = NodeRef::<html::Dialog>::new();
    node.on_load(|dialog| dialog::open(&dialog));
    let is_left = RwSignal::new(false);
    let leave = move || leave(state, is_left);
    let choose = move |index: usize| {
        if let Some(act) = acts().into_iter().nth(index) {
            if let Some(dialog) = node.get_untracked() {
                dialog.close();
            }
            run(state, act);
        }
    };
    let typed = move |event| {
        query.set(event_target_value(&event));
        active.set(0);
    };
    let key = move |event: KeyboardEvent| {
        // An input method uses these keys for itself; 229 is what older browsers say then.
        if composing.get_untracked() || event.is_composing() || event.key_code() == 229 {
            return;
        }
        let count = acts().len();
        match moved(&event.key(), active.get_untracked(), count) {
            Some(Move::To(index)) => {
                event.prevent_default();
                active.set(index);
                document::after_paint(move || dialog::reveal(&option_id(index)));
            }
            Some(Move::Choose) => {
                event.prevent_default();
                choose(active.get_untracked());
            }
            None => {}
        }
    };
    let is_empty = move || answer.with(|answer| answer.count == 0);
    let status = move || answer.with(|answer| query.with(|query| words::status(answer, query, language)));
    view! {
        <dialog
            node_ref=node
            class="palette"
            aria-label=words.label
            on:close=move |_| leave()
            // At once, and not when the browser gets to tell of it: the key that opens it may come next.
            on:cancel=move |_: leptos::ev::Event| {
                if let Some(dialog) = node.get_untracked() {
                    dialog.close();
                }
                leave();
            }
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
        >
            <div>
                <header>
                    <input
                        type="text"
                        role="combobox"
                        autofocus
                        autocomplete="off"
                        spellcheck="false"
                        enterkeyhint="go"
                        aria-label=words.label
                        aria-autocomplete="list"
                        aria-expanded=move || if is_empty() { "false" } else { "true" }
                        aria-controls=LIST
                        aria-activedescendant=move || (!is_empty()).then(|| option_id(active.get()))
                        placeholder=words.placeholder
                        on:input=typed
                        on:keydown=key
                        on:compositionstart=move |_: CompositionEvent| composing.set(true)
                        on:compositionend=move |_: CompositionEvent| composing.set(false)
                    />
                    <button type="button" on:click=|event: MouseEvent| dialog::close_around(&event)>
                        {words.close}
                    </button>
                </header>
                <div class="results" role="listbox" id=LIST aria-label=words.results tabindex="-1">
                    {move || answer.with(|answer| groups(answer, active, choose, language))}
                </div>
                <p class="nothing" hidden=move || !is_empty()>{words::nothing(language)}</p>
                <footer><span role="status">{status}</span><span class="muted">{words.hint}</span></footer>
            </div>
        </dialog>
    }
    .into_any()
}

/// The palette is closed; unless its choice put something else in its place, or it was left before.
fn leave(state: State, is_left: RwSignal<bool>) {
    if is_left.try_get_untracked() == Some(false) && state.overlay.get_untracked() == Some(Overlay::Palette) {
        is_left.set(true);
        state.overlay.set(None);
    }
}

fn option_id(index: usize) -> String {
    ["palette-", &index.to_string()].concat()
}

fn acts(answer: &Answer) -> Vec<Act> {
    answer.groups.iter().flat_map(|group| &group.hits).map(|hit| hit.act.clone()).collect()
}

enum Move {
    To(usize),
    Choose,
}

/// What a key does in a list; the list is a ring.
fn moved(key: &str, active: usize, count: usize) -> Option<Move> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" => Some(Move::To(if active >= last { 0 } else { active + 1 })),
        "ArrowUp" => Some(Move::To(if active == 0 { last } else { active - 1 })),
        "PageDown" => Some(Move::To((active + 8).min(last))),
        "PageUp" => Some(Move::To(active.saturating_sub(8))),
        "Enter" => Some(Move::Choose),
        _ => None,
    }
}

fn groups(
    answer: &Answer,
    active: RwSignal<usize>,
    choose: impl Fn(usize) + Copy + Send + Sync + 'static,
    language: Language,
) -> Vec<AnyView> {
    let mut index = 0;
    let group = |group: &Group| {
        let name = words::kind(group.kind, language);
        let count = words::shown_of(group, language).map(|words| view! { <small>{words}</small> });
        let options = group.hits.iter().map(|hit| {
            index += 1;
            option(hit, index - 1, active, choose)
        });
        let options = options.collect::<Vec<_>>();
        view! {
            <div role="group" aria-label=name>
                <div class="kind" aria-hidden="true">{name}{count}</div>
                {options}
            </div>
        }
        .into_any()
    };
    answer.groups.iter().map(group).collect()
}

fn option(
    hit: &Hit,
    index: usize,
    active: RwSignal<usize>,
    choose: impl Fn(usize) + Copy + Send + Sync + 'static,
) -> AnyView {
    let also = hit.also.as_ref().map(|also| view! { <small class="also">{marked(also)}</small> });
    let place = (!hit.place.words.is_empty())
        .then(|| view! { <small class="place">{said(hit.place.clone())}</small> });
    view! {
        <div
            role="option"
            id=option_id(index)
            aria-selected=move || if active.get() == index { "true" } else { "false" }
            on:click=move |_| choose(index)
        >
            <span>{marked(&hit.name)}{also}</span>
            {place}
        </div>
    }
    .into_any()
}

fn marked(pieces: &[Piece]) -> Vec<AnyView> {
    let piece = |piece: &Piece| match piece.is_match {
        true => view! { <mark>{said(piece.text.clone())}</mark> }.into_any(),
        false => said(piece.text.clone()),
    };
    pieces.iter().map(piece).collect()
}

fn run(state: State, act: Act) {
    let set = |change: fn(&mut Settings)| state.settings.update(change);
    match act {
        Act::Open(route) => {
            state.overlay.set(None);
            address::go(&route);
        }
        Act::Run(command) => {
            state.overlay.set((command == Command::Share).then_some(Overlay::Share));
            match command {
                Command::Share => {}
                Command::Undo => {
                    if let Some(desk) = state.desk.get_untracked() {
                        desk.undo_last();
                        document::after_paint(document::focus_heading);
                    }
                }
                // The palette has to be gone from the paper.
                Command::Print => document::after_paint(|| document::after_paint(share::print)),
                Command::SpeakChinese => speak(state, Language::Zh),
                Command::SpeakEnglish => speak(state, Language::En),
                Command::ThemeAuto => set(|settings| settings.theme = Theme::Auto),
                Command::ThemeLight => set(|settings| settings.theme = Theme::Light),
                Command::ThemeDark => set(|settings| settings.theme = Theme::Dark),
                Command::Comfortable => set(|settings| settings.density = Density::Comfortable),
                Command::Compact => set(|settings| settings.density = Density::Compact),
            }
        }
    }
}

/// The whole page is drawn again in another language, and what had the focus is gone.
fn speak(state: State, language: Language) {
    state.settings.update(|settings| settings.language = language);
    document::after_paint(document::focus_heading);
}
