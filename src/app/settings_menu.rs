//! Theme, language and density.

use super::words::Words;
use crate::settings::{Density, Settings, Theme};
use crate::state::State;
use crate::text::Language;
use leptos::ev;
use leptos::prelude::*;

/// The menu; it opens in place and needs no script to do so.
pub fn settings_menu(state: State, words: &'static Words) -> AnyView {
    let themes = Theme::ALL.map(|theme| {
        choice(state, "theme", words.theme(theme), move |s| s.theme == theme, move |s| s.theme = theme)
    });
    let languages = Language::ALL.map(|language| {
        let name = language.pick("中文", "English");
        let check = move |s: &Settings| s.language == language;
        let choice = choice(state, "language", name, check, move |s| s.language = language);
        view! { <span lang=language.tag()>{choice}</span> }
    });
    let densities = Density::ALL.map(|density| {
        choice(
            state,
            "density",
            words.density(density),
            move |s| s.density == density,
            move |s| s.density = density,
        )
    });
    view! {
        <details class="settings" on:keydown=close_on_escape>
            <summary>{words.settings}</summary>
            <div>
                <fieldset><legend>{words.language_label}</legend>{Vec::from(languages)}</fieldset>
                <fieldset><legend>{words.theme_label}</legend>{Vec::from(themes)}</fieldset>
                <fieldset><legend>{words.density_label}</legend>{Vec::from(densities)}</fieldset>
            </div>
        </details>
    }
    .into_any()
}

fn choice(
    state: State,
    group: &'static str,
    name: &'static str,
    chosen: impl Fn(&Settings) -> bool + Send + Sync + 'static,
    choose: impl Fn(&mut Settings) + 'static,
) -> AnyView {
    view! {
        <label>
            <input
                type="radio"
                name=group
                prop:checked=move || state.settings.with(&chosen)
                on:change=move |_| state.settings.update(&choose)
            />
            {name}
        </label>
    }
    .into_any()
}

fn close_on_escape(event: ev::KeyboardEvent) {
    #[cfg(feature = "csr")]
    if event.key() == "Escape" {
        crate::browser::document::close_menu();
    }
    #[cfg(not(feature = "csr"))]
    drop(event);
}
