//! Moving the window of a period, and saying since when the page is used.

use super::{Page, words};
use crate::browser::document;
use crate::ledger::Entry;
use crate::page::month::dispatch::timing::{Timing, move_window, start};
use crate::plan::Month;
use crate::storage;
use crate::ui::said;
use leptos::prelude::*;

/// What holds now, and the two forms.
pub fn timing(page: Page, timing: Timing) -> AnyView {
    let words = page.words();
    let Timing { month, window, reason, opens, closes, start, periods, first } = timing;
    let can_write = !page.is_only_looking();
    let moving = window.is_some() && can_write;
    let moving = moving.then(|| window_form(page, month, opens, closes));
    let starting = can_write.then(|| start_form(page, periods, first));
    let reason = reason.map(|reason| view! { <span class="muted">{said(reason)}</span> });
    view! {
        <section class="sheet timing">
            <header><h2>{words.timing}</h2></header>
            {window.map(|window| view! { <p>{window}{reason}</p> })}
            {moving}
            <p>{start}</p>
            {starting}
        </section>
    }
    .into_any()
}

fn window_form(page: Page, month: Month, opens: String, closes: String) -> AnyView {
    let words = page.words();
    let (opens, closes, reason) = (RwSignal::new(opens), RwSignal::new(closes), RwSignal::new(String::new()));
    let act = move |_| {
        let entry = (opens.read_untracked(), closes.read_untracked(), reason.read_untracked());
        match move_window(month, &entry.0, &entry.1, &entry.2) {
            Ok(entry) => record(page, month, entry, words.moved),
            Err(wrong) => {
                let language = page.state.settings.with_untracked(|settings| settings.language);
                page.told.set(words::wrong_window(language, wrong).to_owned());
            }
        }
    };
    view! {
        <details>
            <summary>{words.move_window}</summary>
            <div class="fields">
                {field(words.opens, "date", opens)}
                {field(words.closes, "date", closes)}
                {field(words.move_reason, "text", reason)}
                <button type="button" on:click=act>{words.record}</button>
            </div>
        </details>
    }
    .into_any()
}

fn field(name: &'static str, kind: &'static str, value: RwSignal<String>) -> AnyView {
    view! {
        <label>
            <span>{name}</span>
            <input type=kind maxlength="200" prop:value=value on:input:target=move |event| value.set(event.target().value())/>
        </label>
    }
    .into_any()
}

fn start_form(page: Page, periods: Vec<(Month, String)>, first: Option<Month>) -> AnyView {
    let words = page.words();
    let begins = first.or(page.month.get_untracked()).or(periods.first().map(|(month, _)| *month));
    let chosen = RwSignal::new(begins.map(|month| month.to_string()).unwrap_or_default());
    let options = periods.into_iter().map(|(month, name)| {
        let value = month.to_string();
        let is_chosen = begins == Some(month);
        view! { <option value=value selected=is_chosen>{name}</option> }
    });
    let options = options.collect::<Vec<_>>();
    let act = move |_| {
        if let Some(month) = Month::parse(&chosen.read_untracked()) {
            record(page, month, start(""), words.started);
        }
    };
    view! {
        <details>
            <summary>{words.start}</summary>
            <div class="fields">
                <label>
                    <span>{words.start_from}</span>
                    <select on:change=move |event| chosen.set(event_target_value(&event))>{options}</select>
                </label>
                <button type="button" on:click=act>{words.record}</button>
            </div>
        </details>
    }
    .into_any()
}

/// Written as one act with a copy from before, so that it can be undone.
fn record(page: Page, month: Month, entry: Entry, done: &'static str) {
    page.desk.sign(move || {
        let language = page.state.settings.with_untracked(|settings| settings.language);
        let kept = page.record(month, vec![entry]);
        page.told.set(match kept {
            Ok(()) => done.to_owned(),
            Err(failure) => {
                [page.words_untracked().not_kept, &storage::words::failure(language, failure)].concat()
            }
        });
        // The form is drawn anew with what holds from now on.
        document::after_paint(move || {
            if let Some(told) = page.told_at.get_untracked() {
                crate::browser::ignored(told.focus());
            }
        });
    });
}
