//! The comparison in markup.

use super::codes::{Codes, between, codes, verdict};
use super::days::Days;
use super::since::{Since, since};
use super::words;
use crate::gate::{self, Door};
use crate::ledger::{Batch, Ledger, Moment};
use crate::link::fingerprint::Code;
use crate::page::keep::banner;
use crate::page::keep::changes as table;
use crate::page::keep::share;
use crate::page::month::passage;
use crate::plan::{Day, PlanIndex};
use crate::snapshot::changes;
use crate::snapshot::code::{Coding, Search, WAITING};
use crate::state::{Desk, OpenedLedger, State, Viewing};
use crate::text::Text;
use crate::ui::{page_title, reckoned, said};
use leptos::prelude::*;
use std::sync::Arc;

/// The page: of a link that is looked at, or of two days of one's own ledger.
pub fn page(state: State, desk: Desk) -> AnyView {
    let today = state.today.get_untracked().unwrap_or(Day::EPOCH);
    let earlier = RwSignal::new(today.plus(-30));
    let later = RwSignal::new(today);
    (move || match desk.viewing() {
        Viewing::Opened(opened) if !opened.is_own_past => link(state, desk, &opened),
        Viewing::Own | Viewing::Sample | Viewing::Opened(_) => days(state, desk, earlier, later),
    })
    .into_any()
}

fn link(state: State, desk: Desk, theirs: &OpenedLedger) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let (plan, own, part) = (state.plan(), desk.own(), theirs.part.as_ref());
    let changes = changes(&plan, &own, &theirs.ledger, part, language);
    // The code of a part says nothing of the rest.
    let code = part.is_none().then(|| {
        let coded = |plan: Arc<PlanIndex>, ledger: Arc<Ledger>| {
            reckoned(move || Some(Coding::new(plan.clone(), ledger.clone())), Coding::step)
        };
        let (mine, theirs) = (coded(plan.clone(), own.clone()), coded(plan.clone(), theirs.ledger.clone()));
        let (asked, own) = (plan.clone(), own.clone());
        let search = move || {
            let whole = theirs.with(|theirs| theirs.as_ref().map(|theirs| theirs.whole))?;
            Some(Search::new(asked.clone(), own.clone(), whole))
        };
        let (answer, offset) = (reckoned(search, Search::step), desk.offset());
        let sentence = move || match (mine.get(), theirs.get()) {
            (Some(mine), Some(theirs)) => {
                answer.with(|answer| between(&plan, &mine, &theirs, answer.as_ref(), offset, language))
            }
            _ => words.searching.into(),
        };
        view! { <p class="sheet compared" role="status">{sentence}</p> }
    });
    let merging = (!theirs.only_to_look).then(|| merging(state, desk, theirs));
    let lede = if part.is_some() { words.lede_part } else { words.lede_link };
    let headline = words::headline(language, changes.rows.len() + changes.more);
    view! {
        {page_title(Text::plain(headline), Text::plain(lede), ())}
        {merging}
        {code}
        <section class="sheet">{table::view(changes, words.mine, words.theirs, language)}</section>
    }
    .into_any()
}

/// What merging would bring, and the act. What of it only an officer says is off until somebody asks for it.
fn merging(state: State, desk: Desk, theirs: &OpenedLedger) -> AnyView {
    let language = state.language();
    let (plan, words) = (state.plan(), passage::words::of(language));
    let all: Vec<Batch> = theirs.ledger.batches().cloned().collect();
    let arrived = gate::pass(&plan, &desk.own(), untrack(|| desk.here()), Door::Ledger, &all);
    let insists = RwSignal::new(false);
    let told = passage::view::view(&plan, &arrived, insists, language);
    let arrived = StoredValue::new(arrived);
    let taken = move || arrived.with_value(|arrived| arrived.batches(insists.get()));
    let (of, own) = (plan.clone(), desk.own());
    let changed = move || {
        let mut merged = Ledger::clone(&own);
        taken().into_iter().for_each(|batch| {
            merged.add(batch);
        });
        let changes = changes(&of, &own, &merged, None, language);
        table::view(changes, words::of(language).mine, words::of(language).merged, language)
    };
    let act = move |_| {
        let batches = untrack(taken);
        banner::leave(state, desk);
        #[expect(clippy::let_underscore_must_use, reason = "the banner says what could not be kept")]
        let _ = desk.take_in(batches);
    };
    let button = move || match taken().is_empty() {
        true => view! { <p class="muted">{words.nothing}</p> }.into_any(),
        false => {
            view! { <button type="button" data-main="" on:click=act>{words.confirm}</button> }.into_any()
        }
    };
    view! {
        <section class="sheet passage" id="merge">
            <header><h2>{words.title}</h2></header>
            {told}
            {changed}
            <div class="acts">{button}</div>
        </section>
    }
    .into_any()
}

fn days(state: State, desk: Desk, earlier: RwSignal<Day>, later: RwSignal<Day>) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    // Exactly, where a button was pressed: a day has many moments.
    let from = RwSignal::new(None::<Moment>);
    let both = move || {
        let [before, after] = [earlier.get(), later.get()].map(|day| Moment::end_of(day, desk.offset()));
        let moments = [from.get().unwrap_or(before), after];
        Some(Days::new(state.plan(), &desk.own(), moments, language))
    };
    let changes = reckoned(both, Days::step);
    let compared = move || match changes.get() {
        None => view! { <p class="muted" role="status">{words.comparing}</p> }.into_any(),
        Some(changes) => {
            let known = |day: RwSignal<Day>| words::known_on(language, day.get_untracked());
            table::view(changes, &known(earlier), &known(later), language)
        }
    };
    view! {
        {page_title(Text::plain(words.title), Text::plain(words.lede_days), ())}
        <section class="sheet days">
            {buttons(state, desk, from, earlier, later)}
            <label>{words.earlier}<span on:change=move |_| from.set(None)>{day_field(earlier)}</span></label>
            <label>{words.later}<span on:change=move |_| from.set(None)>{day_field(later)}</span></label>
        </section>
        <section class="sheet compared">{compared}</section>
        {past(state, desk)}
        {fingerprint(state, desk)}
    }
    .into_any()
}

/// What people ask most, by a press: both fields follow.
fn buttons(
    state: State,
    desk: Desk,
    from: RwSignal<Option<Moment>>,
    earlier: RwSignal<Day>,
    later: RwSignal<Day>,
) -> AnyView {
    let offset = desk.offset();
    let buttons = move || {
        let today = state.today.get().unwrap_or(Day::EPOCH);
        let snapshot = desk.noted(share::made::KEPT).and_then(|text| share::Made::read(&text));
        let all = since(&state.plan(), &desk.own(), today, offset, snapshot, state.language());
        let button = move |one: Since| {
            let act = move |_| {
                earlier.set(one.from.day(offset));
                later.set(today);
                from.set(Some(one.from));
            };
            let is_chosen = move || if from.get() == Some(one.from) { "true" } else { "false" };
            view! { <button type="button" aria-pressed=is_chosen on:click=act>{one.name}</button> }
        };
        all.into_iter().map(button).collect::<Vec<_>>()
    };
    let name = words::of(state.language()).since;
    view! { <div class="acts" role="group" aria-label=name>{buttons}</div> }.into_any()
}

/// Two days of which every page can be shown: of which day the figures speak, and by which day they were known.
fn past(state: State, desk: Desk) -> AnyView {
    let words = words::of(state.language());
    let today = state.today.get_untracked().unwrap_or(Day::EPOCH);
    let known = match desk.viewing() {
        Viewing::Opened(opened) if opened.is_own_past => opened.known_on,
        _ => today,
    };
    let (up_to, known_on) = (RwSignal::new(today), RwSignal::new(known));
    let look_back = move |_| {
        let (up_to, known_on) = (up_to.get_untracked(), known_on.get_untracked());
        state.choose_day(up_to);
        desk.look_back(up_to, known_on);
    };
    view! {
        <section class="sheet days">
            <header><h2>{words.look_back_title}</h2></header>
            <label>{words.up_to}{day_field(up_to)}</label>
            <label>{words.known_on}{day_field(known_on)}</label>
            <button on:click=look_back>{words.look_back}</button>
            <p class="muted">{words.note}</p>
        </section>
    }
    .into_any()
}

/// One's own codes, and a field for the code that somebody reads out.
fn fingerprint(state: State, desk: Desk) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let typed = RwSignal::new(String::new());
    let plan = state.plan();
    let coded = reckoned(move || Some(Coding::new(state.plan(), desk.ledger())), Coding::step);
    let of = plan.clone();
    let rows = move || {
        let codes = coded.with(|state| state.as_ref().map(|state| codes(&of, state, language)));
        let Codes { whole, areas } = codes.unwrap_or_else(|| Codes { whole: WAITING.into(), areas: vec![] });
        let rows = areas.into_iter().map(|(name, code)| (said(name), code));
        let rows = std::iter::once((words.whole.into_any(), whole)).chain(rows);
        let row = |(name, code)| view! { <div><dt>{name}</dt><dd class="figure">{code}</dd></div> };
        rows.map(row).collect::<Vec<_>>()
    };
    let search = move || Some(Search::new(state.plan(), desk.ledger(), Code::parse(&typed.get())?));
    let (answer, offset) = (reckoned(search, Search::step), desk.offset());
    let verdict =
        move || answer.with(|answer| verdict(&plan, &typed.get(), answer.as_ref(), offset, language));
    view! {
        <section class="sheet codes">
            <header><h2>{words.codes}</h2></header>
            <p class="muted">{words.codes_note}</p>
            <dl class="facts">{rows}</dl>
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
