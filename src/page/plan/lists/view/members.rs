//! The members of one list in markup: filters, table, and the way to further pages.

use super::super::act::which;
use super::super::members::{Choice, MOST_SHOWN, Members, Row, Whose};
use super::super::words::{self, Words};
use super::Here;
use super::fields::{districts, select};
use crate::browser::{document, media};
use crate::ledger::EntryId;
use crate::ledger::words as names;
use crate::text::Text;
use crate::ui::{said, sheet};
use leptos::prelude::*;

/// The sheet.
pub(super) fn members_sheet(
    here: Here,
    choice: RwSignal<Choice>,
    members: Memo<Option<Members>>,
    is_writable: Memo<bool>,
    opened: RwSignal<Option<EntryId>>,
) -> AnyView {
    let words = here.words;
    // On paper nobody turns pages. In an effect: where the page is only written out there is no window to ask.
    let print = StoredValue::new_local(None);
    Effect::new(move |_| {
        print.set_value(Some(media::on_print(move |is_printing| {
            choice.try_update(|choice| choice.is_whole = is_printing);
        })));
    });
    on_cleanup(move || {
        print.try_update_value(Option::take);
    });
    let filters = filters(&here, choice);
    let rows =
        move || members.with(|members| members.as_ref().map(|one| one.rows.clone()).unwrap_or_default());
    let heads = [words.name, words.state, words.since, words.district, words.host, words.document]
        .map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let is_empty =
        Memo::new(move |_| members.with(|members| members.as_ref().is_none_or(|one| one.rows.is_empty())));
    let none = move || {
        is_empty.get().then(|| {
            let is_plain = choice.with(Choice::is_plain);
            let said = match (is_plain, is_writable.get()) {
                (true, true) => words.empty,
                // Where nothing can be written nobody is asked to.
                (true, false) => words.nobody_on_it,
                (false, _) => words.none,
            };
            view! { <p class="muted">{said}</p> }
        })
    };
    let last = move || {
        is_writable.get().then(
            || view! { <th scope="col" role="columnheader" class="act"><span class="spoken">{words.change}</span></th> },
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
    ["member-", &which(id)].concat()
}

/// What holds the name of a member in its row.
fn name_of(id: EntryId) -> String {
    ["name-of-", &which(id)].concat()
}

fn drawn_row(
    row: Row,
    words: &'static Words,
    is_writable: Memo<bool>,
    opened: RwSignal<Option<EntryId>>,
) -> AnyView {
    let id = row.id;
    let act = move || {
        // By the words of the button and the name in its row: an attribute could not say that the name is Chinese.
        let named_by = [&opener(id), " ", &name_of(id)].concat();
        is_writable.get().then(|| {
            view! {
                <td role="cell" class="act">
                    <button type="button" id=opener(id) aria-labelledby=named_by on:click=move |_| opened.set(Some(id))>{words.change}</button>
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
            <th scope="row" role="rowheader"><span id=name_of(id)>{said(row.name)}</span></th>
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
    let by_state = select(words.state, options, "", move |value| {
        choice.update(|choice| (choice.state, choice.page) = (Whose::parse(&value), 0));
    });
    let by_district = (!plan.districts.is_empty()).then(|| {
        let options = districts(&plan, words.any_district, Some(words.no_district), language);
        select(words.district, options, "", move |value| {
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

/// Which of them stand here, and the way to the others.
fn pages(here: &Here, choice: RwSignal<Choice>, members: Memo<Option<Members>>) -> AnyView {
    let (words, language) = (here.words, here.language);
    let of = move || {
        members.with(|members| members.as_ref().map(|one| (one.page, one.pages, one.found, one.rows.len())))
    };
    let shown = move || {
        let (page, _, found, rows) = of().unwrap_or_default();
        let before = page * MOST_SHOWN;
        words::shown(language, before + 1, before + rows, found)
    };
    let turn = move |by: isize| {
        choice.update(|choice| choice.page = choice.page.saturating_add_signed(by));
        document::after_paint(|| document::focus(".one-list .pages [role=status]"));
    };
    let is_first = move || of().is_none_or(|(page, ..)| page == 0);
    let is_last = move || of().is_none_or(|(page, pages, ..)| page + 1 >= pages);
    let is_one = move || of().is_none_or(|(_, pages, ..)| pages <= 1);
    view! {
        <div class="pages">
            <button type="button" hidden=is_one disabled=is_first on:click=move |_| turn(-1)>{words.earlier_page}</button>
            <span role="status" tabindex="-1">{shown}</span>
            <button type="button" hidden=is_one disabled=is_last on:click=move |_| turn(1)>{words.later_page}</button>
        </div>
    }
    .into_any()
}
