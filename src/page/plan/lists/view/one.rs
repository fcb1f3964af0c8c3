//! One list in markup.

use super::super::one::{Choice, Figure, Members, One, Row, Whose, model};
use super::super::words::{self, Words};
use super::{Here, member, paste};
use crate::browser::{address, document};
use crate::ledger::EntryId;
use crate::ledger::words as names;
use crate::page::plan::unknown;
use crate::page::shared::records::writable;
use crate::plan::{Day, PlanIndex};
use crate::route::Route;
use crate::standing::AsOf;
use crate::state::{Desk, State};
use crate::text::{Cell, Column, Language, Link, Table, Text};
use crate::ui::{crumbs, facts, link, page_title, said, sheet, table};
use leptos::prelude::*;

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
        choice.with(|choice| model(as_of, &of, choice))
    });
    let (of, to_all) = (here.clone(), Link { text: Text::plain(words.to_all), href: Route::Lists.href() });
    let is_writable = Memo::new(move |_| writable(state).is_some());
    let acts = {
        let here = here.clone();
        move || match is_writable.get() {
            true => paste::section(here.clone()),
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
    let members = Memo::new(move |_| one.with(|one| one.as_ref().map(|one| one.members.clone())));
    view! {
        <div class="list">
            {crumbs(vec![to_all], words.all)}
            {drawn_head}
            {until_field(of.clone(), until)}
            <p class="told" role="status">{of.told}</p>
            <div class="stack">
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
    holds: String,
    note: Option<Text>,
    project: Option<Link>,
}

fn head_of(one: &One) -> Head {
    Head {
        name: one.name.clone(),
        source: one.source.clone(),
        holds: one.holds.clone(),
        note: one.note.clone(),
        project: one.project.clone(),
    }
}

fn head_view(head: Head, words: &'static Words) -> AnyView {
    let [section, quoted] = head.source;
    let lang = quoted.language.map(Language::tag);
    let source = view! { <q lang=lang>{quoted.words}</q>" "<small>{said(section)}</small> }.into_any();
    let mut rows = vec![(words.source, source), (words.kind, head.holds.into_any())];
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
        </p>
    }
    .into_any()
}

/// How it stands: the year's line, states, districts, figures.
fn standing(one: One, words: &'static Words) -> AnyView {
    let has_proposed = one.states.iter().any(|(_, _, is_proposed)| *is_proposed);
    let states = one.states.into_iter().map(|(name, count, is_proposed)| {
        let mark = is_proposed.then(|| view! { <small>{words.proposed}</small> });
        view! { <li>{said(name)}{mark}" "<b class="figure">{count}</b></li> }
    });
    let states = states.collect::<Vec<_>>();
    let note = has_proposed.then(|| view! { <p class="muted">{words.proposed_note}</p> });
    let content = view! {
        <p class="balance"><b class="figure">{one.line}</b></p>
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

fn members_sheet(
    here: Here,
    choice: RwSignal<Choice>,
    members: Memo<Option<Members>>,
    is_writable: Memo<bool>,
    opened: RwSignal<Option<EntryId>>,
) -> AnyView {
    let words = here.words;
    let filters = filters(&here, choice);
    let rows =
        move || members.with(|members| members.as_ref().map(|one| one.rows.clone()).unwrap_or_default());
    let heads = [words.name, words.state, words.since, words.district, words.host, words.document]
        .map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let is_empty =
        Memo::new(move |_| members.with(|members| members.as_ref().is_none_or(|one| one.rows.is_empty())));
    let none = move || {
        is_empty.get().then(|| {
            let is_plain = choice.with(|choice| *choice == Choice::default());
            view! { <p class="muted">{if is_plain { words.empty } else { words.none }}</p> }
        })
    };
    let last = move || {
        is_writable.get().then(
            || view! { <th scope="col" role="columnheader"><span class="spoken">{words.change}</span></th> },
        )
    };
    let content = view! {
        {filters}
        <table class="table" role="table" aria-label=words.members hidden=move || is_empty.get()>
            <thead role="rowgroup"><tr role="row">{heads}{last}</tr></thead>
            <tbody role="rowgroup">
                <For each=rows key=|row| (row.id, row_key(row)) let:row>{drawn_row(row, words, is_writable, opened)}</For>
            </tbody>
        </table>
        {none}
        {pages(&here, choice, members)}
    };
    sheet(Text::plain(words.members), (), content)
}

/// What a row shows, to be drawn anew only where that changes.
fn row_key(row: &Row) -> String {
    [&row.name.words, &row.state.words, &row.since, &row.district.words, &row.host.words, &row.document.words]
        .map(String::as_str)
        .join("\n")
}

/// The button that opens the dialog of a member, by identifier.
pub(super) fn opener(id: EntryId) -> String {
    format!("member-{:x}-{}-{}", id.batch.writer, id.batch.sequence, id.index)
}

fn drawn_row(
    row: Row,
    words: &'static Words,
    is_writable: Memo<bool>,
    opened: RwSignal<Option<EntryId>>,
) -> AnyView {
    let (id, label) = (row.id, [words.change, " ", &row.name.words].concat());
    let act = move || {
        let label = label.clone();
        is_writable.get().then(|| {
            view! {
                <td role="cell" class="act">
                    <button type="button" id=opener(id) aria-label=label on:click=move |_| opened.set(Some(id))>{words.change}</button>
                </td>
            }
        })
    };
    let cell = |name: &'static str, text: Text| {
        let text = (!text.words.is_empty()).then(|| view! { <span>{said(text)}</span> });
        view! { <td role="cell" data-column=name>{text}</td> }
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{said(row.name)}</th>
            {cell(words.state, row.state)}
            <td role="cell" data-column=words.since><span class="figure">{row.since}</span></td>
            {cell(words.district, row.district)}
            {cell(words.host, row.host)}
            {cell(words.document, row.document)}
            {act}
        </tr>
    }
    .into_any()
}

fn filters(here: &Here, choice: RwSignal<Choice>) -> AnyView {
    let Here { state, id, language, words, .. } = here;
    let (plan, words, language) = (state.plan(), *words, *language);
    let states = plan.list(id).map(|list| list.states.clone()).unwrap_or_default();
    let mut options = vec![(String::new(), Text::plain(words.on_the_list))];
    options.extend(states.iter().map(|one| (one.key.clone(), plan.say(&one.name, language))));
    options.push((Whose::Off.slug(), Text::plain(names::OFF_THE_LIST.words(language))));
    options.push((Whose::Ever.slug(), Text::plain(words.ever)));
    let by_state = select(words.state, options, move |value| {
        choice.update(|choice| (choice.state, choice.page) = (Whose::parse(&value), 0));
    });
    let by_district = (!plan.districts.is_empty()).then(|| {
        let options = districts(&plan, words.any_district, Some(words.no_district), language);
        select(words.district, options, move |value| {
            choice.update(|choice| (choice.district, choice.page) = (value, 0));
        })
    });
    view! {
        <div class="filters" role="search">
            {by_state}
            {by_district}
            <label>
                <span>{words.search}</span>
                <input
                    type="search"
                    autocomplete="off"
                    on:input:target=move |event| {
                        let value = event.target().value();
                        choice.update(|choice| (choice.search, choice.page) = (value, 0));
                    }
                />
            </label>
        </div>
    }
    .into_any()
}

/// The districts of the plan as choices, before them one for all or none of them, behind them one for those without.
pub(super) fn districts(
    plan: &PlanIndex,
    first: &'static str,
    without: Option<&'static str>,
    language: Language,
) -> Vec<(String, Text)> {
    let each = plan.districts.iter().map(|id| (id.clone(), plan.organisation_name(id, language)));
    let without = without.map(|words| ("-".to_owned(), Text::plain(words)));
    std::iter::once((String::new(), Text::plain(first))).chain(each).chain(without).collect()
}

pub(super) fn select(
    name: &'static str,
    options: Vec<(String, Text)>,
    chosen: impl Fn(String) + 'static,
) -> AnyView {
    let options = options.into_iter().map(|(value, text)| {
        let lang = text.language.map(Language::tag);
        view! { <option value=value lang=lang>{text.words}</option> }
    });
    let options = options.collect::<Vec<_>>();
    view! {
        <label>
            <span>{name}</span>
            <select on:change:target=move |event| chosen(event.target().value())>{options}</select>
        </label>
    }
    .into_any()
}

/// Which of them stand here, and the way to the others.
fn pages(here: &Here, choice: RwSignal<Choice>, members: Memo<Option<Members>>) -> AnyView {
    let (words, language) = (here.words, here.language);
    let of = move || {
        members.with(|members| members.as_ref().map(|one| (one.page, one.pages, one.found, one.rows.len())))
    };
    let shown = move || {
        let (page, _, found, rows) = of().unwrap_or_default();
        let before = page * super::super::one::MOST_SHOWN;
        words::shown(language, before + 1, before + rows, found)
    };
    let turn = move |by: isize| {
        choice.update(|choice| choice.page = choice.page.saturating_add_signed(by));
        document::after_paint(|| document::focus(".list .pages [role=status]"));
    };
    let is_first = move || of().is_none_or(|(page, ..)| page == 0);
    let is_last = move || of().is_none_or(|(page, pages, ..)| page + 1 >= pages);
    view! {
        <div class="pages">
            <button type="button" disabled=is_first on:click=move |_| turn(-1)>{words.earlier_page}</button>
            <span role="status" tabindex="-1">{shown}</span>
            <button type="button" disabled=is_last on:click=move |_| turn(1)>{words.later_page}</button>
        </div>
    }
    .into_any()
}
