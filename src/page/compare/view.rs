//! The comparison in markup.

use super::codes::{Codes, codes, verdict};
use super::words;
use crate::ledger::Moment;
use crate::page::changes;
use crate::plan::Day;
use crate::state::{Desk, State, Viewing};
use crate::text::Text;
use crate::ui::{page_title, said};
use leptos::prelude::*;

/// The page: of a link that is looked at, or of two days of one's own ledger.
pub fn page(state: State, desk: Desk) -> AnyView {
    let today = state.today.get_untracked().unwrap_or(Day::EPOCH);
    let earlier = RwSignal::new(today.plus(-30));
    let later = RwSignal::new(today);
    (move || match desk.viewing() {
        Viewing::Aside(aside) if !aside.is_own_past => link(state, desk, &aside.ledger),
        Viewing::Own | Viewing::Sample | Viewing::Aside(_) => days(state, desk, earlier, later),
    })
    .into_any()
}

fn link(state: State, desk: Desk, theirs: &crate::ledger::Ledger) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let changes = changes::model(&state.plan(), &desk.own(), theirs, language);
    let headline = words::headline(language, changes.rows.len() + changes.more);
    view! {
        {page_title(Text::plain(headline), Text::plain(words.lede_link), ())}
        <section class="sheet">{changes::view(changes, words.mine, words.theirs, language)}</section>
    }
    .into_any()
}

fn days(state: State, desk: Desk, earlier: RwSignal<Day>, later: RwSignal<Day>) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let known = move |day: Day| desk.own().known_on(Moment::end_of(day, desk.offset()));
    let compared = move || {
        let (before, after) = (earlier.get(), later.get());
        let changes = changes::model(&state.plan(), &known(before), &known(after), language);
        let (old, new) = (words::known_on(language, before), words::known_on(language, after));
        changes::view(changes, &old, &new, language)
    };
    let look_back = move |_| {
        let day = later.get_untracked();
        state.today.set(Some(day));
        desk.look_back(day, day);
    };
    view! {
        {page_title(Text::plain(words.title), Text::plain(words.lede_days), ())}
        <section class="sheet days">
            <label>{words.earlier}{day_field(earlier)}</label>
            <label>{words.later}{day_field(later)}</label>
            <button on:click=look_back>{words.look_back}</button>
            <p class="muted">{words.note}</p>
        </section>
        <section class="sheet">{compared}</section>
        {fingerprint(state, desk)}
    }
    .into_any()
}

/// One's own codes, and a field for the code that somebody reads out.
fn fingerprint(state: State, desk: Desk) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let typed = RwSignal::new(String::new());
    let plan = state.plan();
    let Codes { whole, areas } = codes(&plan, &desk.ledger(), language);
    let rows = areas.into_iter().map(|(name, code)| (said(name), code));
    let rows = std::iter::once((words.whole.into_any(), whole)).chain(rows);
    let rows = rows.map(|(name, code)| view! { <div><dt>{name}</dt><dd class="figure">{code}</dd></div> });
    let verdict = move || verdict(&plan, &desk.ledger(), &typed.get(), desk.offset(), language);
    view! {
        <section class="sheet codes">
            <header><h2>{words.codes}</h2></header>
            <p class="muted">{words.codes_note}</p>
            <dl class="facts">{rows.collect::<Vec<_>>()}</dl>
            <label>
                {words.typed}
                <input type="text" autocomplete="off" on:input=move |event| typed.set(event_target_value(&event))/>
            </label>
            <p role="status">{verdict}</p>
        </section>
    }
    .into_any()
}

fn day_field(day: RwSignal<Day>) -> impl IntoView {
    let typed = move |event| {
        if let Some(typed) = Day::parse(&event_target_value(&event)) {
            day.set(typed);
        }
    };
    view! { <input type="date" prop:value=move || day.get().to_string() on:change=typed/> }
}
