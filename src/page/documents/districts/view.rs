//! The pages of the districts in markup. Decides nothing.

mod allotting;
mod ruling;
mod trying;

use super::words::{self, Words};
use super::{Cell, Matrix, MatrixRow, One, Page, model, names as district_names, one, paper, spanning};
use crate::browser::{document, ignored};
use crate::ledger::{BatchId, Entry};
use crate::page::documents::view::{known, lost, paper as document_page};
use crate::page::documents::words as documents;
use crate::page::shared::names;
use crate::page::shared::records::{with_as_of, writable};
use crate::page::shared::workbook;
use crate::plan::{Month, Year};
use crate::route::{DistrictsView, Route, Tab};
use crate::standing::districts::{Spanning, Spans, words as sentence};
use crate::standing::duty;
use crate::state::{Desk, State};
use crate::storage;
use crate::text::{Language, Link, Text};
use crate::ui::{crumbs, link, page_title, reckoned, said, sheet, table};
use leptos::html;
use leptos::prelude::*;

/// What the forms of the page share.
#[derive(Clone, Copy)]
struct Here {
    state: State,
    desk: Desk,
    language: Language,
    words: &'static Words,
    view: Memo<Option<DistrictsView>>,
    year: Year,
    told: RwSignal<String>,
    told_at: NodeRef<html::P>,
}

/// The paper of a year, with the way back to the page on which it can be tried.
pub fn paper_page(state: State, desk: Desk, month: Option<Month>, fetch: workbook::Fetch) -> AnyView {
    let year = Memo::new(move |_| {
        with_as_of(state, desk, |as_of| {
            documents::year(as_of, month).filter(|year| as_of.plan.period.contains(*year))
        })
    });
    let made = Memo::new(move |_| {
        let year = year.get()?;
        with_as_of(state, desk, |as_of| Some(paper(as_of, known(desk, as_of.today), year)))
    });
    let way = move || {
        let view = year.get().map(DistrictsView::of).unwrap_or_default();
        view! { <a class="button" href=view.route().href()>{names::districts(state.language())}</a> }
    };
    document_page(state, made, fetch, way)
}

/// The page of the route; of an address that means nothing, that it does not.
pub fn page(state: State, desk: Desk) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let view = Memo::new(move |_| match state.route.get() {
        Route::Districts(rest) => DistrictsView::read(&rest),
        _ => None,
    });
    let district = view.with_untracked(|view| view.as_ref().and_then(|view| view.district.clone()));
    let drawn = match district {
        Some(district) => of_one(state, desk, view, district),
        None => of_all(state, desk, view),
    };
    let path =
        vec![Link { text: Text::plain(Tab::Dispatch.words(language)), href: Route::Dispatch(None).href() }];
    let no_page = move || view.with(Option::is_none).then(|| no_year(state, words));
    view! { <article class="districts">{crumbs(path, names::districts(language))} {no_page} {drawn}</article> }
        .into_any()
}

fn of_one(state: State, desk: Desk, view: Memo<Option<DistrictsView>>, district: String) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let (spans, id) = (drawn_spans(state, desk, view), district.clone());
    let page = Memo::new(move |_| {
        let view = view.get()?;
        with_as_of(state, desk, |as_of| one(as_of, &view, &district))
    });
    let spanned = move || {
        let span = spans.with(|spans| spans.as_ref()?.iter().find(|(one, _)| **one == *id)?.1)?;
        Some(view! { <p class="spanned">{words::spanned(language, span)}</p> })
    };
    let drawn = move || match page.get() {
        None if view.with(Option::is_none) => ().into_any(),
        None => no_district(state, words, &view.get().unwrap_or_default()),
        Some(page) => district_page(page, words),
    };
    view! { {drawn} {spanned} }.into_any()
}

/// The page of an address that means nothing or names a year that the plan does not have: it leads to those that it has.
fn no_year(state: State, words: &'static Words) -> AnyView {
    let language = state.language();
    let years = state.plan().period.iter();
    let years = years.map(|year| (words::all_of(language, year), DistrictsView::of(year).route()));
    lost(words.no_page, words.no_year, years.collect())
}

/// The same for a district, or its year.
fn no_district(state: State, words: &'static Words, view: &DistrictsView) -> AnyView {
    let (plan, language) = (state.plan(), state.language());
    let Some(year) = view.year.filter(|year| plan.period.contains(*year)) else {
        return no_year(state, words);
    };
    let all = (words::all_of(language, year), DistrictsView::of(year).route());
    let one = |id: &String| {
        let of = DistrictsView { district: Some(id.clone()), ..DistrictsView::of(year) };
        (district_names::district(&plan, id, language).words, of.route())
    };
    lost(
        words.no_page,
        words.no_district,
        std::iter::once(all).chain(plan.districts.iter().map(one)).collect(),
    )
}

/// The spans of places, drawn between the frames; none until they are there.
fn drawn_spans(state: State, desk: Desk, view: Memo<Option<DistrictsView>>) -> ReadSignal<Option<Spans>> {
    let begin = move || {
        let view = view.get()?;
        with_as_of(state, desk, |as_of| spanning(as_of, &view))
    };
    reckoned(begin, Spanning::step)
}

fn district_page(page: One, words: &'static Words) -> AnyView {
    let One { heading, lede, back, trial, rule, items, total, places } = page;
    let banner = trial.map(|off| banner(vec![], off, words));
    let rule = (!rule.is_empty()).then(|| sheet(Text::plain(words.rule), (), sentences(rule)));
    let total = (!total.is_empty()).then(|| view! { <p class="total figure">{words.score}" "{total}</p> });
    view! {
        {banner}
        {page_title(heading, Text::plain(lede), button(back, false))}
        <div class="stack">
            {items.map(|items| view! { <section class="sheet">{table(items)} {total}</section> })}
            {places.map(|places| view! { <section class="sheet places">{table(places)}</section> })}
            {rule}
        </div>
    }
    .into_any()
}

fn of_all(state: State, desk: Desk, view: Memo<Option<DistrictsView>>) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let page = Memo::new(move |_| {
        let view = view.get()?;
        with_as_of(state, desk, |as_of| model(as_of, &view))
    });
    let (told, told_at) = (RwSignal::new(String::new()), NodeRef::new());
    let spans = drawn_spans(state, desk, view);
    let drawn = move || match page.get() {
        None if view.with(Option::is_none) => ().into_any(),
        None => no_year(state, words),
        Some(page) => all(page, spans, words, language),
    };
    // The forms outlive a new drawing of the page; another year has its own.
    let year = Memo::new(move |_| {
        page.with(|page| page.as_ref().filter(|page| page.has_districts).map(|page| page.year))
    });
    let is_writable = Memo::new(move |_| writable(state).is_some());
    let forms = move || {
        let here = Here { state, desk, language, words, view, year: year.get()?, told, told_at };
        Some(match is_writable.get() {
            true => view! { {trying::form(here)} {allotting::form(here)} {ruling::form(here)} }.into_any(),
            false => view! { {trying::form(here)} <p class="sheet looking">{words.looking}</p> }.into_any(),
        })
    };
    view! {
        {drawn}
        <div class="paper-form">
            <p class="told" role="status" tabindex="-1" node_ref=told_at>{told}</p>
            {forms}
        </div>
    }
    .into_any()
}

fn all(page: Page, spans: ReadSignal<Option<Spans>>, words: &'static Words, language: Language) -> AnyView {
    let Page {
        year,
        years,
        rules,
        lede,
        paper,
        trial,
        rule,
        refused,
        matrix,
        by_rules,
        allotted,
        has_districts,
    } = page;
    // The places under every rule are those of the recorded figures, not of what is tried.
    let is_real = trial.is_none();
    let allotted =
        has_districts.then(|| view! { <section class="sheet allotted">{table(allotted)}</section> });
    let years = years.into_iter().map(|(one, is_current)| button(one, is_current)).collect::<Vec<_>>();
    let paper = paper.map(|one| button(one, false));
    let rules = (rules.len() > 1).then(|| {
        let each = rules.into_iter().map(|(one, is_current)| button(one, is_current)).collect::<Vec<_>>();
        view! { <nav class="rules actions" aria-label=words.rule>{each}</nav> }
    });
    let refused = (!refused.is_empty()).then(|| {
        let each = refused.into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
        view! { <section class="sheet refused"><ul class="faults">{each}</ul></section> }
    });
    let rule = (!rule.is_empty()).then(|| sheet(Text::plain(words.rule), (), sentences(rule)));
    view! {
        {trial.map(|(changes, off)| banner(changes, off, words))}
        {page_title(Text::plain(words::all_of(language, year)), lede, view! { {years} {paper} })}
        <div class="stack">
            {rules}
            {refused}
            {matrix.map(|one| matrix_of(one, spans, words))}
            {by_rules.filter(|_| is_real).map(|one| view! { <section class="sheet by-rules">{table(one)}</section> })}
            {rule}
            {allotted}
        </div>
    }
    .into_any()
}

/// What is on the page is no result: it says so first.
fn banner(changes: Vec<String>, off: String, words: &'static Words) -> AnyView {
    let changes = changes.into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
    view! {
        <div class="what-if" role="note">
            <div><b>{words.trial}</b>" "{words.trial_note}<ul>{changes}</ul></div>
            <a class="button" href=off>{words.untry}</a>
        </div>
    }
    .into_any()
}

fn button(one: Link, is_current: bool) -> AnyView {
    let current = is_current.then_some("page");
    view! { <a class="button" href=one.href aria-current=current>{said(one.text)}</a> }.into_any()
}

fn sentences(all: Vec<Text>) -> AnyView {
    let each = all.into_iter().map(|one| view! { <li>{said(one)}</li> }).collect::<Vec<_>>();
    view! { <ul class="sentences">{each}</ul> }.into_any()
}

fn matrix_of(matrix: Matrix, spans: ReadSignal<Option<Spans>>, words: &'static Words) -> AnyView {
    let Matrix { items, rows, has_classes, has_grades, drawn, moved } = matrix;
    let head = |name: &'static str, class: Option<&'static str>| {
        view! { <th scope="col" role="columnheader" class=class>{name}</th> }
    };
    let names: Vec<String> = items.iter().map(|(name, _)| name.words.clone()).collect();
    let heads = items.into_iter().map(|(name, note)| {
        view! { <th scope="col" role="columnheader" class="number">{said(name)}<small>{note}</small></th> }
    });
    let heads = heads.collect::<Vec<_>>();
    let rows = rows.into_iter().map(|row| matrix_row(row, &names, (has_classes, has_grades), spans, words));
    let rows = rows.collect::<Vec<_>>();
    view! {
        <section class="sheet scores">
            <table class="table" role="table">
                <caption>{words.matrix}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {head(words.district, None)}
                        {has_classes.then(|| head(words.class, None))}
                        {heads}
                        {head(words.score, Some("number"))}
                        {head(words.place, Some("number"))}
                        {head(words.span, Some("number"))}
                        {has_grades.then(|| head(words.grade, None))}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            <p class="muted note">{drawn}" "{moved}</p>
        </section>
    }
    .into_any()
}

fn matrix_row(
    row: MatrixRow,
    items: &[String],
    (has_classes, has_grades): (bool, bool),
    spans: ReadSignal<Option<Spans>>,
    words: &'static Words,
) -> AnyView {
    let id = row.id;
    let span = move || {
        let span = spans.with(|spans| spans.as_ref()?.iter().find(|(one, _)| *one == id)?.1);
        span.map(sentence::span)
    };
    let cells = row.cells.into_iter().zip(items).map(|(cell, item)| opened(cell, item.clone()));
    let cells = cells.collect::<Vec<_>>();
    let class = has_classes.then(|| {
        view! { <td role="cell" data-column=words.class>{said(row.class)}</td> }
    });
    let grade = has_grades.then(|| {
        view! { <td role="cell" data-column=words.grade>{said(row.grade)}</td> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{link(row.district)}</th>
            {class}
            {cells}
            {opened(row.total, words.score.to_owned())}
            <td role="cell" class="number" data-column=words.place><b>{row.place}</b>" "<small>{row.moved}</small></td>
            <td role="cell" class="number" data-column=words.span>{span}</td>
            {grade}
        </tr>
    }
    .into_any()
}

/// A cell that opens to its arithmetic.
fn opened(cell: Cell, column: String) -> AnyView {
    let figure = (!cell.figure.is_empty()).then(|| view! { <small>{cell.figure}</small> });
    view! {
        <td role="cell" class="number" data-column=column>
            <details><summary>{cell.short}</summary><span class="figure">{cell.sentence}</span>{figure}</details>
        </td>
    }
    .into_any()
}

/// Written as one act of the year's last period or, where that is none of the plan's, of the one that is due, with a copy
/// from before, so that one undo takes it back; `entries` are told the name of their batch.
fn record(
    here: Here,
    entries: impl FnOnce(BatchId) -> Vec<Entry> + 'static,
    done: &'static str,
    after: impl FnOnce() + 'static,
) {
    let Here { state, desk, year, language, .. } = here;
    desk.sign(move || {
        let plan = state.plan();
        let today = state.today.get_untracked().unwrap_or_else(|| desk.now().day(desk.offset()));
        let last = Month::new(year, 12).filter(|month| duty::periods(&plan).contains(month));
        let month = last.or_else(|| duty::current(&plan, today)).unwrap_or_else(|| today.month());
        match desk.take_in_named(&untrack(|| desk.officer(&plan)), month, entries) {
            Ok(()) => {
                after();
                tell(here, done.to_owned());
            }
            Err(failure) => tell(here, storage::words::failure(language, failure)),
        }
    });
}

fn tell(here: Here, words: String) {
    ignored(here.told.try_set(words));
    document::after_paint(move || {
        if let Some(told) = here.told_at.try_get_untracked().flatten() {
            ignored(told.focus());
        }
    });
}
