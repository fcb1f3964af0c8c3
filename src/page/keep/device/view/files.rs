//! Backup files: saved, opened, looked into, taken in; and everything as it is stored, when nothing else helps.

use super::Page;
use crate::browser::{download, file, ignored};
use crate::link;
use crate::page::keep::changes as table;
use crate::page::keep::device::{Opened, opened, raw_file, words};
use crate::page::month::passage;
use crate::page::shared::workbook;
use crate::storage;
use leptos::prelude::*;

/// Saves and opens backup files; not of the sample, which never mixes with what is real.
pub fn files(page: Page, is_sample: bool) -> AnyView {
    let words = page.words;
    let content = match is_sample {
        true => view! { <p class="muted">{words.not_in_sample}</p> }.into_any(),
        false => own(page),
    };
    view! {
        <section class="sheet files">
            <header><h2>{words.backup}</h2></header>
            {content}
            <div class="acts last">
                <p class="muted">{words.workbook_note}</p>
                <button type="button" on:click=move |_| save_workbook(page)>
                    {workbook::words::of(page.language).button}
                </button>
            </div>
            <div class="acts last">
                <p class="muted">{words.raw_note}</p>
                <button type="button" on:click=move |_| save_raw(page)>{words.raw}</button>
            </div>
        </section>
    }
    .into_any()
}

fn own(page: Page) -> AnyView {
    let words = page.words;
    let look = move || page.file.get().map(|file| content(page, file));
    let undo = move || {
        page.desk.can_undo().then(|| {
            view! { <div class="acts"><button type="button" on:click=move |_| undo(page)>{words.undo}</button></div> }
        })
    };
    view! {
        <p>{words.backup_note}</p>
        <div class="acts">
            <button type="button" on:click=move |_| save_backup(page)>{words.save_backup}</button>
        </div>
        <label class="choose">
            <span>{words.open_backup}</span>
            <input type="file" on:change=move |event| take_up(page, file::chosen(&event))/>
            <small class="muted">{words.drop_here}</small>
        </label>
        {look}
        {undo}
    }
    .into_any()
}

/// Saves the whole ledger as a file.
pub fn save_backup(page: Page) {
    match page.desk.backup() {
        Some(bytes) => {
            download::bytes(&page.file_name("planboard"), "application/octet-stream", &bytes);
            page.done(page.words.backup_done);
        }
        None => page.done(page.words.backup_too_large),
    }
}

/// Saves plan and records as a workbook; of the sample as well, which says on every sheet that it is one.
fn save_workbook(page: Page) {
    page.told.set(workbook::words::of(page.language).making.to_owned());
    leptos::task::spawn_local(async move {
        let outcome = workbook::save_ledger(page.workbooks, page.state, page.desk).await;
        // The page may have been left meanwhile.
        ignored(page.told.try_set(workbook::words::outcome(page.language, outcome).to_owned()));
    });
}

fn save_raw(page: Page) {
    match page.desk.with_store(|store| store.raw_all()) {
        Ok(values) => {
            let text = raw_file(&page.state.plan().id, &values);
            download::text(&page.file_name("json"), "application/json", &text);
        }
        Err(failure) => page.outcome(Err(failure)),
    }
}

/// Looks into a file that was chosen or dropped. Nothing is taken in by that.
pub fn take_up(page: Page, file: Option<file::Chosen>) {
    let Some(file) = file else { return };
    leptos::task::spawn_local(async move {
        let outcome = look_into(page, &file).await;
        page.told.set(outcome.as_ref().map_or_else(Clone::clone, |look| sentence(page, look)));
        page.file.set(outcome.ok());
    });
}

async fn look_into(page: Page, file: &file::Chosen) -> Result<Opened, String> {
    if page.desk.with_store(|store| store.shelf()) == storage::Shelf::Sample {
        return Err(page.words.not_in_sample.to_owned());
    }
    let told = |refusal| storage::words::file(page.language, &refusal);
    storage::admit(file.size()).map_err(told)?;
    let bytes = file.bytes().await.map_err(|file::Unread| page.words.unreadable_file.to_owned())?;
    let restored = page.desk.read_backup(&bytes).map_err(told)?;
    let here = untrack(|| page.desk.here());
    let file = opened(&page.state.plan(), &untrack(|| page.desk.own()), here, restored, page.language);
    if !file.is_news {
        // Nothing will be taken in, but now it is known that what is here is in a file.
        page.desk.note_file(file.at, &file.held);
    }
    Ok(file)
}

fn sentence(page: Page, file: &Opened) -> String {
    words::opened(page.language, &file.at.words(page.desk.offset()), file)
}

/// What is in a file, what it would change, and the choice.
pub fn content(page: Page, file: Opened) -> AnyView {
    let words = page.words;
    let sentence = sentence(page, &file);
    let made_by = page
        .desk
        .edition()
        .and_then(|now| link::words::editions_of_file(page.language, &file.made_by, &now))
        .map(|told| view! { <p data-kind="edition">{told}</p> });
    let leave = view! {
        <button type="button" on:click=move |_| page.file.set(None)>{words.leave}</button>
    };
    let rest = match file.is_news {
        false => view! { <p>{words.nothing_new}</p><div class="acts">{leave}</div> }.into_any(),
        true => {
            let insists = RwSignal::new(false);
            let told = passage::view::view(&page.state.plan(), &file.passage, insists, page.language);
            let (arrived, changes) = (file.passage, [file.changes, file.changes_with_apart]);
            let take = move |_| {
                let kept = page.desk.take_in_backup(arrived.batches(insists.get_untracked()), &file.made_by);
                page.desk.note_file(file.at, &file.held);
                page.file.set(None);
                page.outcome(kept.map(|()| words.taken_in.to_owned()));
            };
            let [plain, whole] = changes;
            let changed = move || {
                let changes = if insists.get() { whole.clone() } else { plain.clone() };
                table::view(changes, words.here, words.then, page.language)
            };
            view! {
                {told}
                {changed}
                <div class="acts"><button type="button" on:click=take>{words.take_in}</button>{leave}</div>
            }
            .into_any()
        }
    };
    view! { <div class="opened"><p>{sentence}</p>{made_by}{rest}</div> }.into_any()
}

fn undo(page: Page) {
    page.outcome(page.desk.undo().map(|()| page.words.undone.to_owned()));
}
