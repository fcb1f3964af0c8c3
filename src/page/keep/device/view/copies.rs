//! Copies from before earlier acts: looked at, restored, removed.

use super::Page;
use crate::ledger::Ledger;
use crate::page::keep::changes as table;
use crate::page::keep::device::{CopyRow, words};
use crate::snapshot::{Changes, changes};
use leptos::prelude::*;
use std::sync::Arc;

/// The list, and below it what the copy that is looked at shows otherwise than the ledger now.
pub fn copies(page: Page, is_sample: bool, rows: Vec<CopyRow>, why: Option<String>) -> AnyView {
    let words = page.words;
    let looked: RwSignal<Option<(String, Changes)>> = RwSignal::new(None);
    let content = match (why, rows.is_empty()) {
        (Some(why), _) => view! { <p>{why}</p> }.into_any(),
        (None, true) => view! { <p class="muted">{words.no_copies}</p> }.into_any(),
        (None, false) => {
            let rows = rows.into_iter().map(|one| row(page, is_sample, one, looked)).collect::<Vec<_>>();
            view! {
                <table class="table" role="table">
                    <caption>{words.copies}</caption>
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{words.made}</th>
                        <th scope="col" role="columnheader">{words.before}</th>
                        <th scope="col" role="columnheader" class="number">{words.batches}</th>
                        <th scope="col" role="columnheader">{words.acts}</th>
                    </tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
                {move || looked.get().map(|(made, changes)| looked_at(page, made, changes, looked))}
                <div class="acts">
                    <button type="button" on:click=move |_| remove(page)>{words.remove_copies}</button>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <section class="sheet copies">
            <header><h2>{words.copies}</h2></header>
            <p class="muted">{words.copies_note}</p>
            {content}
        </section>
    }
    .into_any()
}

fn row(
    page: Page,
    is_sample: bool,
    row: CopyRow,
    looked: RwSignal<Option<(String, Changes)>>,
) -> impl IntoView {
    let words = page.words;
    let CopyRow { key, made, before, batches, can_open } = row;
    let acts = (can_open && !is_sample).then(|| {
        let (key, other, name) = (key.clone(), key.clone(), made.clone());
        let named = |act: &str| [act, " ", &made].concat();
        let (look_name, restore_name) = (named(words.look), named(words.restore));
        let look = move |_| look(page, &key, &name, looked);
        let restore = move |_| {
            page.outcome(page.desk.restore(&other).map(|()| words.restored.to_owned()));
        };
        view! {
            <div class="acts">
                <button type="button" aria-label=look_name on:click=look>{words.look}</button>
                <button type="button" aria-label=restore_name on:click=restore>{words.restore}</button>
            </div>
        }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{made}</th>
            <td role="cell" data-column=words.before>{before}</td>
            <td role="cell" class="number" data-column=words.batches>{batches}</td>
            <td role="cell" data-column=words.acts>{acts}</td>
        </tr>
    }
}

fn look(page: Page, key: &str, made: &str, looked: RwSignal<Option<(String, Changes)>>) {
    match page.desk.with_store(|store| store.generation(key)) {
        Ok(batches) => {
            let copy = Ledger::new(batches.into_iter().map(Arc::unwrap_or_clone));
            let own = untrack(|| page.desk.own());
            let changes = changes(&page.state.plan(), &own, &copy, None, page.language);
            page.told.set([page.words.look, " · ", made].concat());
            looked.set(Some((made.to_owned(), changes)));
        }
        Err(failure) => page.outcome(Err(failure)),
    }
}

fn looked_at(
    page: Page,
    made: String,
    changes: Changes,
    looked: RwSignal<Option<(String, Changes)>>,
) -> AnyView {
    let words = page.words;
    let head = [words.copy, " ", &made].concat();
    view! {
        <div class="opened">
            <p>{head.clone()}</p>
            {table::view(changes, words.here, &head, page.language)}
            <div class="acts">
                <button type="button" on:click=move |_| looked.set(None)>{words.look_no_more}</button>
            </div>
        </div>
    }
    .into_any()
}

fn remove(page: Page) {
    page.outcome(page.desk.remove_copies().map(|count| words::removed(page.language, count)));
}
