//! What stands around every page: the bar, the navigation, the foot.

use super::outlet::{outlet, overlay};
use super::settings_menu::settings_menu;
use super::words::{self, Words};
use crate::route::{Route, Tab};
use crate::state::{Overlay, State};
use crate::text::Language;
use crate::ui::{IntoFresh, said};
use leptos::prelude::*;

/// The whole app. Drawn again when the language changes; everything inside follows finer signals.
pub fn shell(state: State) -> AnyView {
    provide_context(state);
    (move || {
        let language = state.language();
        let words = words::of(language);
        view! {
            <button class="skip" on:click=move |_| skip()>{words.skip}</button>
            {bar(state, language, words)}
            {move || state.notice.get().map(|draw| draw())}
            <main tabindex="-1">{outlet(state)}</main>
            {foot(state, language, words)}
            <nav class="tabs" aria-label=words.pages>{tabs(state, language)}</nav>
            {overlay(state)}
        }
    })
    .into_any()
}

fn skip() {
    #[cfg(feature = "csr")]
    crate::browser::document::focus_heading();
}

fn bar(state: State, language: Language, words: &'static Words) -> AnyView {
    let plan = state.plan();
    view! {
        <header class="bar">
            <div>
                <a class="name" href=Route::Overview.href()>
                    {said(plan.say(&plan.short_title, language))}<small class="figure">{plan.period.to_string()}</small>
                </a>
                <nav aria-label=words.pages>{tabs(state, language)}</nav>
                <button class="search" aria-keyshortcuts="Control+K Meta+K" on:click=move |_| state.overlay.set(Some(Overlay::Palette))>
                    <span>{words.search}</span><kbd>"Ctrl K"</kbd>
                </button>
                <button on:click=move |_| state.overlay.set(Some(Overlay::Share))>{words.share}</button>
                {settings_menu(state, words)}
            </div>
        </header>
    }
    .into_any()
}

fn tabs(state: State, language: Language) -> Vec<impl IntoView> {
    let current = move |tab: Tab| state.route.with(|route| route.tab() == Some(tab)).then_some("page");
    let link = move |tab: Tab| {
        view! { <a href=tab.route().href() aria-current=move || current(tab)>{tab.words(language)}</a> }
    };
    Tab::ALL.into_iter().map(link).collect()
}

fn foot(state: State, language: Language, words: &'static Words) -> AnyView {
    let plan = state.plan();
    let number =
        plan.document.number.clone().map(|number| view! { " · "{said(plan.quote(&number, language))} });
    view! {
        <footer class="foot">
            <p>{said(plan.say(&plan.title, language))}</p>
            <p>{plan.document.date.to_string()}{number}" · "<a href=Route::About.href()>{words.about}</a></p>
        </footer>
    }
    .fresh()
}
