//! All fill-in links at once: copied as one text, and as a sheet of codes to print.

use super::outgoing::{hand_out, link_address};
use super::table::{ALL, address, asked, rows};
use super::{Page, words};
use crate::browser::{document, share};
use crate::link::Kind;
use crate::page::month::dispatch::Dispatch;
use crate::page::month::dispatch::handout::{Card, all_links, cards};
use crate::plan::Month;
use crate::ui::{self, said};
use leptos::prelude::*;

/// The two buttons; whoever only looks can make no link.
pub fn at_once(page: Page, month: Month, shown: Memo<Option<Dispatch>>) -> AnyView {
    let words = page.words();
    if page.is_only_looking() {
        return ().into_any();
    }
    let copy = move |_| {
        let mark = if page.desk.is_sample() { words.sample_mark } else { "" };
        let link = |row: &crate::page::month::dispatch::Row| address(page, month, &row.id);
        match untrack(|| page.with_as_of(|as_of| all_links(as_of, month, &rows(shown), link))) {
            Ok(text) => hand_out(page.state, page.outbox, ALL.to_owned(), [mark, &text].concat()),
            Err(fault) => page.told.set(fault),
        }
    };
    let print = move |_| {
        let addresses = |row: &crate::page::month::dispatch::Row| {
            let bare = asked(page, month, &row.id).into_iter().take(1).collect::<Vec<_>>();
            let bare = link_address(page.state, Kind::FillIn, &bare);
            [address(page, month, &row.id), bare].into_iter().flatten().collect()
        };
        page.codes.set(cards(&rows(shown), addresses));
        // The codes have to stand on the page before it goes to the printer.
        document::after_paint(|| document::after_paint(share::print));
    };
    view! {
        <button type="button" data-main="" on:click=copy>{words.all_links}</button>
        <button type="button" on:click=print>{words.print_codes}</button>
    }
    .into_any()
}

/// The sheet, while it is laid out: on paper it stands alone.
pub fn sheet(page: Page, month: Month) -> AnyView {
    page.codes.set(vec![]);
    let sheet = move || {
        let all = page.codes.get();
        if all.is_empty() {
            return None;
        }
        let (words, language) = (page.words(), page.state.language());
        let period = month.words(language);
        let all = all.into_iter().map(|one| card(page, one, period.clone())).collect::<Vec<_>>();
        Some(view! {
            <section class="codes-sheet" aria-label=words::codes_title(language, month)>
                <header>
                    <h3>{words::codes_title(language, month)}</h3>
                    <span class="acts">
                        <button type="button" on:click=|_| share::print()>{words.print}</button>
                        <button type="button" on:click=move |_| page.codes.set(vec![])>{words.close}</button>
                    </span>
                </header>
                <ul>{all}</ul>
            </section>
        })
    };
    sheet.into_any()
}

fn card(page: Page, card: Card, period: String) -> AnyView {
    let words = page.words();
    let code = match card.code {
        Some(code) => ui::code(&code, words.code),
        None => view! { <p>{words.no_code}</p> }.into_any(),
    };
    let note = words.code_note;
    // A card that is cut out says by itself that it is of the sample.
    let mark = page.desk.is_sample().then_some(words.sample_mark);
    view! { <li><b>{said(card.name)}</b><span>{period}{mark}</span>{code}<small>{note}</small></li> }
        .into_any()
}
