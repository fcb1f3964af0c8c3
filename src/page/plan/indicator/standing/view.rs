//! What records add to the page of an indicator, in markup. Decides nothing.

use super::words::Words;
use super::{ByPerson, Reported, Standing};
use crate::browser::clipboard;
use crate::standing::Lit;
use crate::text::{Table, Text};
use crate::ui::{facts, said, sheet, table};
use leptos::prelude::*;

/// Why the light is what it is, with the sentence of its arithmetic.
pub fn why(standing: &Standing, words: &'static Words) -> AnyView {
    let sentence = standing.sentence.iter().cloned().map(said).collect::<Vec<_>>();
    let numbers = standing
        .numbers
        .iter()
        .map(|(name, value)| (*name, view! { <b class="figure">{value.clone()}</b> }.into_any()));
    let numbers: Vec<_> = numbers.collect();
    let numbers = (!numbers.is_empty()).then(|| facts(numbers));
    let asks = standing.asks_for.iter().map(|ask| view! { <p class="said">{*ask}</p> }).collect::<Vec<_>>();
    let by_person = standing.by_person.clone().map(|one| by_person(one, words));
    let computed = by_person.is_some().then(|| view! { <p class="muted">{words.computed}</p> });
    let content = view! {
        {by_person}
        {computed}
        <p class="said"><b>{standing.reason.clone()}</b></p>
        {numbers}
        {asks}
        <p class="said arithmetic">{sentence}</p>
        {copy(standing.copied.clone(), words)}
    };
    sheet(Text::plain(words.why), light(standing.head.lit), content)
}

fn light(lit: Lit) -> AnyView {
    view! { <span class="light" data-light=lit.light>{lit.word}</span> }.into_any()
}

fn by_person(one: ByPerson, words: &'static Words) -> AnyView {
    let who = one.who.into_iter().map(said).collect::<Vec<_>>();
    view! {
        <div class="by-person">
            <p>{words.by_person}" "{light(one.lit)}</p>
            <p>{said(one.reason)}</p>
            <p class="muted">{who}</p>
            <p class="muted">{words.by_person_note}</p>
        </div>
    }
    .into_any()
}

fn copy(text: String, words: &'static Words) -> AnyView {
    let told = RwSignal::new("");
    let act = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            told.set(if clipboard::copy(&text).await { words.copied } else { words.not_copied });
        });
    };
    view! {
        <p class="copy">
            <button type="button" on:click=act>{words.copy}</button>
            <span class="muted" role="status">{told}</span>
        </p>
    }
    .into_any()
}

/// What is left to do, and where it leads.
pub fn outlook(sentences: Vec<String>, words: &'static Words) -> Option<AnyView> {
    if sentences.is_empty() {
        return None;
    }
    let each = sentences.into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
    Some(sheet(Text::plain(words.outlook), (), view! { <ul class="outlook">{each}</ul> }))
}

/// Everything that was reported and decided.
pub fn reported(reported: Reported, words: &'static Words) -> AnyView {
    if reported.latest.rows.is_empty() {
        let none = view! { <p class="said">{words.none_reported}</p> };
        let decisions = reported.decisions.map(|one| framed(words.decisions, one));
        return view! { {sheet(Text::plain(words.reported), (), none)}{decisions} }.into_any();
    }
    let older = reported.older.map(|(label, rows)| {
        view! { <details class="older"><summary>{label}</summary>{table(rows)}</details> }
    });
    let content = view! { {table(reported.latest)}{older} };
    view! {
        {sheet(Text::plain(words.reported), (), content)}
        {reported.shares.map(|one| framed(words.shares, one))}
        {reported.decisions.map(|one| framed(words.decisions, one))}
    }
    .into_any()
}

fn framed(title: &'static str, rows: Table) -> AnyView {
    sheet(Text::plain(title), (), table(rows))
}
