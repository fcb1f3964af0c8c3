//! The officer's forms in markup. Decides nothing: what was typed goes to [`written`], what comes of it to the desk.

use super::words::{self, Words};
use super::{Act, Choice, Field, Offer, Typed, offers, written};
use crate::page::plan::indicator::standing::period;
use crate::page::shared::records::writable;
use crate::state::{Desk, State};
use crate::text::{self, Language, Text};
use crate::ui::field::{self, Bound, Line};
use crate::ui::{said, sheet};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// What the forms share.
#[derive(Clone)]
struct Counter {
    state: State,
    desk: Desk,
    id: Arc<str>,
    language: Language,
    /// What became of the last act.
    told: RwSignal<&'static str>,
}

/// The forms of an indicator; nothing where nothing may be written.
pub fn acts(state: State, id: &str, language: Language) -> impl IntoView + use<> {
    let told = RwSignal::new("");
    let id: Arc<str> = id.into();
    let offered = {
        let (plan, id) = (state.plan(), id.clone());
        Memo::new(move |_| {
            let ledger = writable(state)?.ledger();
            Some(offers(&plan, &ledger, &id, language)).filter(|offers| !offers.is_empty())
        })
    };
    let forms = move || {
        let (desk, offers) = (writable(state)?, offered.get()?);
        Some(forms(Counter { state, desk, id: id.clone(), language, told }, offers))
    };
    // Apart from the forms, which are drawn anew when what they offer changes: it would not be read out.
    let status = move || writable(state).map(|_| view! { <p class="told" role="status">{told}</p> });
    view! { {forms}{status} }
}

fn forms(counter: Counter, offers: Vec<Offer>) -> AnyView {
    let words = words::of(counter.language);
    let (state, desk, language) = (counter.state, counter.desk, counter.language);
    let signed = move || {
        let plan = state.plan();
        let organisation = plan.organisation_name(&desk.officer(&plan), language);
        let person = desk.me.with(|me| me.person.clone());
        let signed = words::signed(language, &organisation.words, &person);
        said(Text { words: signed, language: organisation.language })
    };
    let forms = offers.into_iter().map(|offer| form(counter.clone(), offer, words)).collect::<Vec<_>>();
    let content = view! {
        <p class="said muted">{words.note}</p>
        <p class="said muted">{signed}</p>
        {forms}
    };
    view! { <div class="acts">{sheet(Text::plain(words.title), (), content)}</div> }.into_any()
}

fn form(counter: Counter, offer: Offer, words: &'static Words) -> AnyView {
    let Offer { act, is_wanted, choices, note } = offer;
    let language = counter.language;
    let typed = RwSignal::new(Typed::default());
    let faults = RwSignal::new(Vec::<String>::new());
    let fields = act.fields().iter().map(|one| drawn(*one, act, &choices, typed, language, words));
    let fields = fields.collect::<Vec<_>>();
    let wanted =
        is_wanted.then(|| view! { <span class="light" data-light="no-baseline">{words.wanted}</span> });
    let listed = move || field::faults(faults.get());
    view! {
        <details class="act">
            <summary>{words::act(language, act)}" "{wanted}</summary>
            <form on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                let _ = faults.try_set(record(&counter, act, typed, words));
            }>
                {note.map(|note| view! { <p class="muted">{note}</p> })}
                {fields}
                {listed}
                <button type="submit" data-main="">{words.record}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Writes what was typed; what is wrong with it otherwise.
fn record(counter: &Counter, act: Act, typed: RwSignal<Typed>, words: &'static Words) -> Vec<String> {
    let Counter { state, desk, id, language, told } = counter;
    let plan = state.plan();
    let Some(place) = plan.indicator(id) else { return vec![] };
    let ledger = untrack(|| desk.ledger());
    let current = state.today.get_untracked().and_then(|today| period(&plan, today));
    match typed.with_untracked(|typed| written(&plan, &ledger, place.item, current, act, typed)) {
        Err(faults) => faults.into_iter().map(|fault| words::fault(*language, act, fault)).collect(),
        Ok((month, entry)) => {
            let (state, desk, told) = (*state, *desk, *told);
            desk.sign(move || {
                let (_, kept) = desk.write(untrack(|| desk.officer(&state.plan())), month, vec![entry]);
                told.set(if kept.is_ok() { words.recorded } else { words.only_in_memory });
                // The form may be gone by now: what it offered was drawn anew.
                let _ = typed.try_set(Typed::default());
            });
            vec![]
        }
    }
}

fn drawn(
    field: Field,
    act: Act,
    choices: &[Choice],
    typed: RwSignal<Typed>,
    language: Language,
    words: &'static Words,
) -> AnyView {
    let name = words::field(language, act, field);
    match field {
        Field::Choice => {
            let bound = Bound::new(typed, |typed| &mut typed.choice);
            let plain = |one: &Choice| text::Choice { value: one.value.clone(), words: one.words.clone() };
            field::select(name, words.choose, choices.iter().map(plain).collect(), bound)
        }
        Field::Value => {
            let choices = choices.to_vec();
            let name = move || typed.with(|typed| words::value(language, act, &choices, &typed.choice));
            let look = Line { mode: "decimal", ..Line::default() };
            field::line(name, look, Bound::new(typed, |typed| &mut typed.value))
        }
        Field::Month => {
            let look = Line { mode: "numeric", ..Line::default() };
            field::line(name, look, Bound::new(typed, |typed| &mut typed.month))
        }
        Field::Document => field::line(name, Line::default(), Bound::new(typed, |typed| &mut typed.document)),
        Field::Reason => field::area(name, Bound::new(typed, |typed| &mut typed.reason)),
        Field::Sure => {
            let is_sure = move || typed.with(|typed| typed.is_sure);
            view! {
                <label class="sure">
                    <input
                        type="checkbox"
                        prop:checked=is_sure
                        on:change:target=move |event| {
                            let checked = event.target().checked();
                            typed.update(|typed| typed.is_sure = checked);
                        }
                    />
                    <span>{name}</span>
                </label>
            }
            .into_any()
        }
    }
}
