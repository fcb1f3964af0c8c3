//! One list in markup.

use super::super::against::{Against, Writer};
use super::super::doubles::{Doubles, Pair, Search};
use super::super::members::{self as model_of_members, Choice};
use super::super::one::{Figure, One, model};
use super::super::words::{self, Words};
use super::members::members_sheet;
use super::{Here, member, paste};
use crate::browser::address;
use crate::ledger::EntryId;
use crate::page::plan::unknown;
use crate::page::shared::records::writable;
use crate::plan::Day;
use crate::route::Route;
use crate::standing::AsOf;
use crate::state::{Desk, State};
use crate::text::{Cell, Column, Language, Link, Table, Text};
use crate::ui::{crumbs, facts, link, page_title, reckoned, said, sheet, table};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a list; what may have been meant where the plan has none of that name.
pub fn page(state: State, desk: Desk, id: &str) -> AnyView {
    let (plan, language) = (state.plan(), state.language());
    let words = words::of(language);
    if plan.list(id).is_none() {
        let asked = unknown::model(&plan, &Route::List { id: id.to_owned(), until: None }, language);
        return unknown::view(asked, language);
    }
    let here = Here { state, desk, id: id.into(), language, words, told: RwSignal::new(String::new()) };
    let choice = RwSignal::new(Choice::default());
    let opened = RwSignal::new(None::<EntryId>);
    let until = Memo::new(move |_| match &*state.route.read() {
        Route::List { until: Some(until), .. } => *until,
        _ => state.today.get().unwrap_or_else(|| desk.now().day(desk.offset())),
    });
    let of = here.id.clone();
    let one = Memo::new(move |_| {
        let (plan, ledger) = (state.plan(), desk.ledger());
        let as_of =
            AsOf { plan: &plan, ledger: &ledger, today: until.get(), offset: desk.offset(), language };
        model(as_of, &of)
    });
    // Whoever types a search has the members chosen anew, and nothing else.
    let of = here.id.clone();
    let members = Memo::new(move |_| {
        let (plan, ledger) = (state.plan(), desk.ledger());
        let as_of =
            AsOf { plan: &plan, ledger: &ledger, today: until.get(), offset: desk.offset(), language };
        choice.with(|choice| model_of_members::members(as_of, &of, choice))
    });
    let of = here.id.clone();
    let writer = Memo::new({
        let here = here.clone();
        move |_| Writer::new(&state.plan(), &here.desk.officer(&state.plan()))
    });
    let against = Memo::new(move |_| Arc::new(Against::new(&desk.ledger(), &of, writer.get())));
    let search = move || Some(Search::new(&against.get(), until.get()));
    let found = reckoned(search, Search::step);
    let doubles = move || found.with(|found| found.clone().and_then(|found| doubles(found, language, words)));
    let (of, to_all) = (here.clone(), Link { text: Text::plain(words.to_all), href: Route::Lists.href() });
    let is_writable = Memo::new(move |_| writable(state).is_some());
    let acts = {
        let here = here.clone();
        move || match is_writable.get() {
            true => paste::section(here.clone(), against),
            false => view! { <p class="sheet looking">{words.only_looking}</p> }.into_any(),
        }
    };
    let dialog = {
        let here = here.clone();
        move || opened.get().and_then(|id| member::dialog(here.clone(), id, opened))
    };
    let head = Memo::new(move |_| one.with(|one| one.as_ref().map(head_of)));
    let drawn_head = move || head.get().map(|one| view! { {head_view(one, words)} });
    let drawn = move || one.get().map(|one| standing(one, words));
    view! {
        <div class="one-list">
            {crumbs(vec![to_all], words.all)}
            {drawn_head}
            {until_field(of.clone(), until)}
            <p class="told" role="status">{of.told}</p>
            <div class="stack">
                {doubles}
                {drawn}
                {members_sheet(of, choice, members, is_writable, opened)}
                {acts}
            </div>
            {dialog}
        </div>
    }
    .into_any()
}

/// What stands over the page whatever is chosen on it.
#[derive(Clone, PartialEq)]
struct Head {
    name: Text,
    source: [Text; 2],
    origin: &'static str,
    holds: String,
    note: Option<Text>,
    project: Option<Link>,
}

fn head_of(one: &One) -> Head {
    Head {
        name: one.name.clone(),
        source: one.source.clone(),
        origin: one.origin,
        holds: one.holds.clone(),
        note: one.note.clone(),
        project: one.project.clone(),
    }
}

fn head_view(head: Head, words: &'static Words) -> AnyView {
    let [section, quoted] = head.source;
    let lang = quoted.language.map(Language::tag);
    let source = view! { <q lang=lang>{quoted.words}</q>" "<small>{said(section)}</small> }.into_any();
    let origin = head.origin.into_any();
    let mut rows = vec![(words.source, source), (words.origin, origin), (words.kind, head.holds.into_any())];
    rows.extend(head.note.map(|note| (words.note, said(note))));
    rows.extend(head.project.map(|project| (words.project, link(project))));
    view! {
        {page_title(head.name, Text::default(), ())}
        <section class="sheet about">{facts(rows)}</section>
    }
    .into_any()
}

/// The day as of which the list is shown; it stands in the address.
fn until_field(here: Here, until: Memo<Day>) -> AnyView {
    let Here { state, id, words, .. } = here;
    let typed = move |event| {
        let day = Day::parse(&event_target_value(&event));
        let today = state.today.get_untracked();
        let route = Route::List { id: id.to_string(), until: day.filter(|day| Some(*day) != today) };
        address::replace(&route);
        state.route.set(route);
    };
    view! {
        <p class="until">
            <label>
                <span>{words.until}</span>
                <input type="date" prop:value=move || until.get().to_string() on:change=typed/>
            </label>
            <span class="printed figure">{words.until}" "{move || until.get().to_string()}</span>
        </p>
    }
    .into_any()
}

/// How it stands: the year's line, states, districts, figures.
fn standing(one: One, words: &'static Words) -> AnyView {
    let has_proposed = one.states.iter().any(|(_, _, is_proposed)| *is_proposed);
    let states = one.states.into_iter().map(|(name, count, is_proposed)| {
        let mark = is_proposed.then(|| view! { <small>{words.proposed}</small> });
        let count = count.map(|count| view! { {words.colon}<b class="figure">{count}</b> });
        view! { <li>{said(name)}{mark}{count}</li> }
    });
    let states = states.collect::<Vec<_>>();
    let note = has_proposed.then(|| view! { <p class="muted">{words.proposed_note}</p> });
    let line =
        (!one.line.is_empty()).then(|| view! { <p class="balance"><b class="figure">{one.line}</b></p> });
    let nobody = line.is_none().then(|| view! { <p class="muted">{words.nobody_on_it}</p> });
    let content = view! {
        {line}
        {nobody}
        <ul class="counts">{states}</ul>
        {note}
    };
    let districts = (!one.districts.is_empty()).then(|| {
        let rows = one.districts.into_iter();
        let rows = rows.map(|(name, count)| view! { <li>{said(name)}" "<b class="figure">{count}</b></li> });
        sheet(Text::plain(words.districts), (), view! { <ul class="counts">{rows.collect::<Vec<_>>()}</ul> })
    });
    let figures = one.figures.into_iter().map(|one| figure(one, words)).collect::<Vec<_>>();
    view! { {sheet(Text::plain(words.states), (), content)}{figures}{districts} }.into_any()
}

/// Members that may be one, for a person to settle.
fn doubles(found: Doubles, language: Language, words: &'static Words) -> Option<AnyView> {
    if found.pairs.is_empty() {
        return None;
    }
    let pair = |pair: Pair| {
        let [first, second] = [pair.first.1, pair.second.1].map(|name| said(Text::typed(&name, language)));
        let why = words::alike(language, pair.likeness);
        view! { <li>{first}" — "{second}" "<small>{why}</small></li> }
    };
    let pairs = found.pairs.into_iter().map(pair).collect::<Vec<_>>();
    let more = (found.more > 0).then(|| view! { <p>{words::more_doubles(language, found.more)}</p> });
    let content = view! { <p class="muted">{words.doubles_note}</p><ul class="doubles">{pairs}</ul>{more} };
    Some(view! { <div class="alike">{sheet(Text::plain(words.doubles), (), content)}</div> }.into_any())
}

fn figure(one: Figure, words: &'static Words) -> AnyView {
    let columns = [words.listed, words.typed, words.difference].map(Column::figure).into_iter();
    let columns = std::iter::once(Column::text(words.month)).chain(columns).collect();
    let rows: Vec<Vec<Cell>> = one.beside.into_iter().map(|row| row.map(Cell::plain).into()).collect();
    let beside =
        (!rows.is_empty()).then(|| table(Table { caption: Text::plain(words.figures_note), columns, rows }));
    let line =
        (!one.line.is_empty()).then(|| view! { <p class="balance"><b class="figure">{one.line}</b></p> });
    let content =
        view! { <p class="said">{link(one.indicator)}</p><p class="said">{one.rule}</p>{line}{beside} };
    view! { <div class="proves">{sheet(Text::plain(words.figures), (), content)}</div> }.into_any()
}
