//! The two lights, the ways out, and what could not be read.

use super::{Page, files};
use crate::browser::{device, download};
use crate::page::keep::device::{Damaged, Light, Way, words};
use crate::storage::{self, Failure, Fault, Refusal, Saved};
use leptos::prelude::*;

/// *Saved here* and *backed up*, with what can be done where one of them is not as it should be.
pub fn lights(page: Page, lights: [Light; 2], ways: Vec<Way>) -> AnyView {
    let each = lights.map(|light| {
        let at = light.at.map(|at| view! { <small class="figure">{at}</small> });
        view! {
            <li>
                <span class="light" data-light=light.color>{light.name}</span>
                <p>{light.sentence}" "{at}</p>
            </li>
        }
    });
    let buttons = ways.into_iter().map(|way| {
        view! { <button type="button" on:click=move |_| act(page, way)>{words::way(page.language, way)}</button> }
    });
    view! {
        <section class="sheet lights">
            <header><h2>{page.words.lights}</h2></header>
            <ul>{each.into_iter().collect::<Vec<_>>()}</ul>
            <div class="acts">{buttons.collect::<Vec<_>>()}</div>
        </section>
    }
    .into_any()
}

fn act(page: Page, way: Way) {
    let removed = |count: Result<usize, Failure>| count.map(|count| words::removed(page.language, count));
    let outcome = match way {
        Way::Backup => return files::save_backup(page),
        Way::Reload => return device::reload(),
        Way::Retry | Way::WriteBack => Ok(String::new()),
        Way::RemoveCopies => removed(page.desk.remove_copies()),
        Way::RemoveDamaged => removed(page.desk.remove_damaged()),
        Way::Merge => page.desk.compact().map(|()| String::new()),
        Way::RemoveSample => page.desk.free_sample().map(|()| page.words.sample_removed.to_owned()),
    };
    // What became free is used at once.
    page.desk.retry();
    page.outcome(outcome.and_then(|told| match untrack(|| page.desk.saved()) {
        Saved::Yes { .. } => Ok([&told, page.words.now_saved].concat()),
        unredacted @ Saved::Unredacted { .. } => {
            Ok([&told, &*storage::words::saved(page.language, unredacted)].concat())
        }
        Saved::No { why, .. } => Err(why),
    }));
}

/// Values that could not be read, each to be downloaded as it was found; nothing where there are none.
pub fn damaged(page: Page, list: Vec<Damaged>) -> AnyView {
    if list.is_empty() {
        return ().into_any();
    }
    let words = page.words;
    let rows = list.into_iter().map(|one| {
        let (key, name) = (one.key.clone(), [words.download, " ", &one.key].concat());
        let download = move |_| download_value(page, &key);
        view! {
            <li>
                <p>{one.sentence}</p>
                <button type="button" aria-label=name on:click=download>{words.download}</button>
            </li>
        }
    });
    view! {
        <section class="sheet damaged">
            <header><h2>{words.damaged}</h2></header>
            <ul>{rows.collect::<Vec<_>>()}</ul>
            <div class="acts">
                <button type="button" on:click=move |_| act_removing(page)>{words.remove_damaged}</button>
            </div>
        </section>
    }
    .into_any()
}

fn act_removing(page: Page) {
    page.outcome(page.desk.remove_damaged().map(|count| words::removed(page.language, count)));
}

fn download_value(page: Page, key: &str) {
    let found = Fault { key: key.to_owned(), refusal: Refusal::Damaged, moved: None };
    match page.desk.with_store(|store| store.raw(&found)) {
        Some(value) => download::text(&page.file_name("damaged.txt"), "text/plain", &value),
        None => page.outcome(Err(Failure::Vanished)),
    }
}
