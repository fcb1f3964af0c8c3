//! Who owes a report for the period, how he stands, and what can be done about it.

use super::outgoing::{hand_out, link_address, link_text, outgoing};
use super::{Page, codes, part, words};
use crate::browser::{clock, ignored, random};
use crate::ledger::{Batch, BatchId, Id};
use crate::link::Kind;
use crate::page::month::dispatch::fill_in::{Asking, fill_in_batches};
use crate::page::month::dispatch::handout::one_link_title;
use crate::page::month::dispatch::{Dispatch, Row, RowStatus, give_back, reminder};
use crate::page::month::form::Draft;
use crate::page::month::workbook;
use crate::page::shared::workbook::words as shared_words;
use crate::plan::Month;
use crate::text::Text;
use crate::ui::{link, said};
use leptos::prelude::*;

/// The place of the text to all.
pub const ALL: &str = "";

/// The organisations of the period. A row is drawn anew when what it says has changed, and no other with it.
pub fn table(page: Page, shown: Memo<Option<Dispatch>>, month: Month, ids: Vec<Id>) -> AnyView {
    if ids.is_empty() {
        return ().into_any();
    }
    let words = page.words();
    let heads = [words.organisation, words.owes, words.standing, words.came, words.actions];
    let heads = heads
        .into_iter()
        .map(|name| view! { <th scope="col" role="columnheader">{name}</th> })
        .collect::<Vec<_>>();
    let remind_all = move |text: Option<String>| {
        // Whoever only looks can make no link, and reminds nobody.
        let button = text.filter(|_| !untrack(|| page.is_only_looking())).map(|text| {
            let act =
                move |_| match reminder::with_links(&text, &rows(shown), |row| address(page, month, &row.id))
                {
                    Ok(text) => {
                        hand_out(page.state, page.outbox, ALL.to_owned(), text);
                        let rows = rows(shown);
                        let late = rows.iter().filter(|row| row.reminder.is_some());
                        page.note_reminded(month, late.map(|row| &*row.id));
                    }
                    Err(fault) => page.told.set(fault),
                };
            view! { <button type="button" on:click=act>{words.remind_all}</button> }
        });
        button.into_any()
    };
    let all = part(shown, |all| all.remind_all, remind_all);
    let at_once = part(shown, |_| (), move |()| codes::at_once(page, month, shown));
    let rows = ids.into_iter().map(|id: Id| {
        let place = id.to_string();
        let found = move |all: &Dispatch| all.rows.iter().find(|row| row.id == id).cloned();
        let one = Memo::new(move |_| shown.with(|all| all.as_ref().and_then(&found)));
        // A text under a row speaks of how it stood: it goes when that changes.
        Effect::new(move |before: Option<Option<(RowStatus, usize)>>| {
            let now = one.with(|row| row.as_ref().map(|row| (row.standing, row.missing)));
            let is_here =
                page.outbox.with_untracked(|out| out.as_ref().is_some_and(|out| out.place == place));
            if is_here && before.is_some_and(|before| before != now) {
                page.outbox.set(None);
            }
            now
        });
        move || one.get().map(|one| row(page, month, one))
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <section class="sheet who">
            <header><h2>{words.who}</h2><span class="acts">{at_once}{all}</span></header>
            {outgoing(page.state, page.outbox, ALL.to_owned())}
            {codes::sheet(page, month)}
            <table class="table" role="table" aria-label=words.who>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(page: Page, month: Month, row: Row) -> AnyView {
    let words = page.words();
    let language = page.state.language();
    let standing = words::standing_of(language, row.standing, row.missing);
    let slug = if row.missing > 0 { "partial" } else { row.standing.slug() };
    let me = row.is_me.then(|| view! { <small>{words.me}</small> });
    let reason =
        row.reason.clone().map(|reason| view! { <small>{said(Text::typed(&reason, language))}</small> });
    let shut_out = row.is_shut_out.then(|| view! { <small>{words.shut_out}</small> });
    let acts = acts(page, month, &row);
    let (id, is_open) = (row.id.clone(), row.reminder.is_some());
    let reminded = move || {
        // Of whoever has reported nobody asks any more.
        let times = page.reminded.with(|all| all.of(month, &id)).filter(|_| is_open)?;
        Some(view! { <small class="reminded">{words::reminded(language, times.count, times.last)}</small> })
    };
    view! {
        <tr role="row" data-me=row.is_me.then_some("")>
            <th scope="row" role="rowheader">{link(row.organisation)}{me}</th>
            <td role="cell" data-column=words.owes><div>{row.owes}</div></td>
            <td role="cell" data-column=words.standing>
                <div><span class="light" data-report=slug>{standing}</span>{reason}{shut_out}{reminded}</div>
            </td>
            <td role="cell" data-column=words.came>{row.came.map(|came| view! { <div>{said(Text::guessed(came, language))}</div> })}</td>
            <td role="cell" data-column=words.actions>{acts}</td>
        </tr>
    }
    .into_any()
}

/// Every button names its organisation for those who do not see the row.
fn acts(page: Page, month: Month, row: &Row) -> AnyView {
    let (words, language) = (page.words(), page.state.language());
    let name = row.organisation.text.words.clone();
    let label = |what: &str| [what, " ", &name].concat();
    let place = row.id.to_string();
    let is_looking = page.is_only_looking();
    // Whoever only looks can make no link, and reminds nobody.
    let remind = row.reminder.clone().filter(|_| !is_looking).map(|text| {
        let (place, id) = (place.clone(), row.id.clone());
        // With the link that it speaks of, so that one text is enough.
        let act = move |_| match address(page, month, &id) {
            Ok(address) => {
                hand_out(page.state, page.outbox, place.clone(), [&text, "\n", &address].concat());
                page.note_reminded(month, std::iter::once(&*id));
            }
            Err(fault) => page.told.set(fault),
        };
        view! { <button type="button" aria-label=label(words.remind) on:click=act>{words.remind}</button> }
    });
    let fill_in = {
        let (id, name) = (row.id.clone(), name.clone());
        move |_| match fill_in(page, month, &id, &name) {
            Ok(text) => hand_out(page.state, page.outbox, id.to_string(), text),
            Err(fault) => page.told.set(fault),
        }
    };
    let workbook = (!is_looking).then(|| {
        let id = row.id.clone();
        let (name, short) = (workbook::words::button(language), workbook::words::short_button(language));
        let act = move |_| save(page, month, id.clone());
        view! { <button type="button" aria-label=label(name) on:click=act>{short}</button> }
    });
    let back = (!is_looking && row.standing == RowStatus::Returned).then(|| {
        let (place, id, name) = (place.clone(), row.id.clone(), name.clone());
        let act = move |_| match return_link(page, month, &id, &name) {
            Ok(text) => hand_out(page.state, page.outbox, place.clone(), text),
            Err(fault) => page.told.set(fault),
        };
        view! { <button type="button" aria-label=label(words.back_link) on:click=act>{words.back_link}</button> }
    });
    let fill_in = (!is_looking).then(|| {
        view! { <button type="button" aria-label=label(words.fill_in) on:click=fill_in>{words.fill_in}</button> }
    });
    view! {
        <div>
            <span class="acts">
                <a class="button" href=row.form.clone() aria-label=label(words.form)>{words.form}</a>
                {fill_in}
                {workbook}
                {back}
                {remind}
            </span>
            {outgoing(page.state, page.outbox, place.clone())}
        </div>
    }
    .into_any()
}

/// Hands out the workbook that an organisation fills in, and tells what came of it.
fn save(page: Page, month: Month, id: Id) {
    let language = page.state.settings.with_untracked(|settings| settings.language);
    page.told.set(shared_words::of(language).making.to_owned());
    leptos::task::spawn_local(async move {
        let ask = |save: workbook::saving::Save| {
            untrack(|| page.with_as_of(|as_of| save(as_of, &id, month, &Draft::default())))
        };
        let told = workbook::saving::told(page.fill_in, language, ask).await;
        // The page may have been left meanwhile.
        ignored(page.told.try_set(told));
    });
}

/// The rows as they stand now.
pub fn rows(shown: Memo<Option<Dispatch>>) -> Vec<Row> {
    shown.with_untracked(|all| all.as_ref().map(|all| all.rows.clone())).unwrap_or_default()
}

/// A fill-in link for one organisation, with a line that says what it is.
fn fill_in(page: Page, month: Month, id: &str, name: &str) -> Result<String, String> {
    let batches = asked(page, month, id);
    let title = untrack(|| page.with_as_of(|as_of| one_link_title(as_of, month, id, name)));
    link_text(page.state, Kind::FillIn, &title, &batches)
}

/// The link of a returned report, as it was handed out when it was returned.
fn return_link(page: Page, month: Month, id: &str, name: &str) -> Result<String, String> {
    let (batches, reason) = returned(page, month, id).unwrap_or_default();
    let language = page.state.settings.with_untracked(|settings| settings.language);
    let title = words::returned_title(language, month, name, &reason);
    link_text(page.state, Kind::Returned, &title, &batches)
}

/// The link with which an organisation goes on: of what was returned the return, else a fill-in link.
pub fn address(page: Page, month: Month, id: &str) -> Result<String, String> {
    match returned(page, month, id) {
        Some((batches, _)) => link_address(page.state, Kind::Returned, &batches),
        None => link_address(page.state, Kind::FillIn, &asked(page, month, id)),
    }
}

fn returned(page: Page, month: Month, id: &str) -> Option<(Vec<Batch>, String)> {
    untrack(|| page.with_as_of(|as_of| give_back::returned(as_of, id, month)))
}

pub fn asked(page: Page, month: Month, id: &str) -> Vec<Batch> {
    let desk = page.desk;
    let asking = Asking {
        person: desk.me.with_untracked(|me| me.person.clone()),
        // Of these batches nothing is kept: their names only must not meet those of others.
        id: BatchId { writer: desk.marked(random::writer().unwrap_or_else(clock::now)), sequence: 0 },
        now: desk.now(),
        offset: desk.offset(),
    };
    let (plan, ledger) = (page.state.plan(), untrack(|| desk.ledger()));
    fill_in_batches(&plan, &ledger, id, month, &asking)
}
