//! The list on the dispatch page in markup: closing a problem, and opening it again. Decides nothing.

use super::closing;
use crate::browser::{document, ignored};
use crate::ledger::EntryId;
use crate::page::month::dispatch::view::Page;
use crate::page::shared::problems::words::{self, Words};
use crate::page::shared::problems::{Problems, Row};
use crate::storage;
use crate::ui::{link, said};
use leptos::html;
use leptos::prelude::*;

/// So many problems stand on the page unfolded.
const MOST_SHOWN: usize = 6;

/// What is being written about one of the problems: kept apart from the list, so that a new drawing loses nothing.
#[derive(Clone, Copy)]
pub struct Writing {
    of: RwSignal<Option<Vec<EntryId>>>,
    text: RwSignal<String>,
    document: RwSignal<String>,
}

impl Writing {
    pub fn new() -> Self {
        Self { of: RwSignal::new(None), text: RwSignal::default(), document: RwSignal::default() }
    }

    fn begin(self, ids: &[EntryId]) {
        self.text.set(String::new());
        self.document.set(String::new());
        self.of.set(Some(ids.to_vec()));
    }
}

impl Default for Writing {
    fn default() -> Self {
        Self::new()
    }
}

/// The sheet; nothing where no problem was ever reported.
pub fn sheet(page: Page, writing: Writing, problems: Problems) -> AnyView {
    let words = words::of(page.state.language());
    let Problems { title, summary, mut open, closed } = problems;
    if summary.is_empty() {
        return ().into_any();
    }
    // What presses most stands open; a list of dozens would push the rest of the page out of sight.
    let less_urgent = open.split_off(open.len().min(MOST_SHOWN));
    let rest = (!less_urgent.is_empty()).then(|| {
        let count = less_urgent.len();
        view! {
            <details class="rest">
                <summary>{words.rest}" ("{count}")"</summary>
                {table(page, writing, less_urgent, words)}
            </details>
        }
    });
    let folded = (!closed.is_empty()).then(|| {
        let count = closed.len();
        view! {
            <details class="settled">
                <summary>{words.closed}" ("{count}")"</summary>
                {table(page, writing, closed, words)}
            </details>
        }
    });
    view! {
        <section class="sheet problem-list">
            <header><h2>{title}</h2><span class="muted">{summary}</span></header>
            {(!open.is_empty()).then(|| table(page, writing, open, words))}
            {rest}
            {folded}
        </section>
    }
    .into_any()
}

fn table(page: Page, writing: Writing, rows: Vec<Row>, words: &'static Words) -> AnyView {
    let is_looking = page.is_only_looking();
    let mut heads = vec![words.problem, words.organisation, words.subject, words.until, words.state];
    if !is_looking {
        heads.push(words.act);
    }
    let columns = heads.len();
    let heads = heads.into_iter().map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let heads = heads.collect::<Vec<_>>();
    let rows = rows.into_iter().map(|row| drawn(page, writing, row, columns, is_looking, words));
    let rows = rows.collect::<Vec<_>>();
    view! {
        <table class="table" role="table" aria-label=words.title>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            {rows}
        </table>
    }
    .into_any()
}

fn drawn(
    page: Page,
    writing: Writing,
    row: Row,
    columns: usize,
    is_looking: bool,
    words: &'static Words,
) -> AnyView {
    // What somebody typed in another language has no place in a label; the row says which problem it is.
    let name = if row.text.language.is_none() { row.text.words.clone() } else { String::new() };
    let ids = row.ids.clone();
    let is_open = row.closing.is_none();
    let (month, light) = (row.month, row.lit.light);
    let begun = NodeRef::<html::Button>::new();
    let act = (!is_looking).then(|| {
        let what = if is_open { words.close } else { words.reopen };
        let label = [what, " ", &name].concat().trim_end().to_owned();
        let ids = ids.clone();
        let begin = move |_| writing.begin(&ids);
        view! {
            <td role="cell" data-column=words.act>
                <button type="button" aria-label=label node_ref=begun on:click=begin>{what}</button>
            </td>
        }
    });
    let is_written = {
        let ids = ids.clone();
        Memo::new(move |_| writing.of.with(|of| of.as_ref() == Some(&ids)))
    };
    let form = move || {
        is_written.get().then(|| {
            let form = form(page, writing, month, ids.clone(), is_open, begun, words);
            view! { <tr role="row" class="writing"><td role="cell" colspan=columns.to_string()>{form}</td></tr> }
        })
    };
    let note = |text: &str| (!text.is_empty()).then(|| view! { <small>{text.to_owned()}</small> });
    let since = words::since_line(page.state.language(), &row.since);
    view! {
        <tbody role="rowgroup">
            <tr role="row">
                <th scope="row" role="rowheader">
                    <span class="typed">{said(row.text)}</span>
                    <small>{since}</small>
                    {row.closing.map(|closing| view! { <small class="how">{said(closing)}</small> })}
                </th>
                <td role="cell" data-column=words.organisation><div>{link(row.organisation)}<small>{said(row.who)}</small></div></td>
                <td role="cell" data-column=words.subject>{row.subject.map(link)}</td>
                <td role="cell" data-column=words.until class="figure">{row.until}</td>
                <td role="cell" data-column=words.state>
                    <div><span class="light" data-light=light>{row.lit.word}</span>{note(&row.state)}{note(row.receipt)}</div>
                </td>
                {act}
            </tr>
            {form}
        </tbody>
    }
    .into_any()
}

/// How it was settled, or why it is open again.
fn form(
    page: Page,
    writing: Writing,
    month: crate::plan::Month,
    ids: Vec<EntryId>,
    is_open: bool,
    begun: NodeRef<html::Button>,
    words: &'static Words,
) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    field.on_load(|field| {
        ignored(field.focus());
    });
    let cancel = move |_| {
        writing.of.set(None);
        if let Some(button) = begun.get_untracked() {
            ignored(button.focus());
        }
    };
    let act = move |_| {
        let (text, document) = (writing.text.get_untracked(), writing.document.get_untracked());
        let entries = match is_open {
            true => closing::close(&ids, &text, &document),
            false => closing::reopen(&ids, &text),
        };
        let Some(entries) = entries else {
            page.told.set(if is_open { words.how_needed } else { words.why_needed }.to_owned());
            if let Some(field) = field.get_untracked() {
                ignored(field.focus());
            }
            return;
        };
        page.desk.sign(move || {
            let done = if is_open { words.did_close } else { words.did_reopen };
            record(page, writing, month, entries, done);
        });
    };
    let document = is_open.then(|| {
        view! {
            <label>
                <span>{words.document}</span>
                <input
                    type="text"
                    maxlength="200"
                    prop:value=writing.document
                    on:input:target=move |event| writing.document.set(event.target().value())
                />
            </label>
        }
    });
    let (label, done) = if is_open { (words.how, words.close_now) } else { (words.why, words.reopen) };
    view! {
        <div class="reason">
            <label>
                <span>{label}</span>
                <textarea
                    rows="2"
                    maxlength="500"
                    required
                    node_ref=field
                    prop:value=writing.text
                    on:input:target=move |event| writing.text.set(event.target().value())
                ></textarea>
            </label>
            {document}
            <span class="acts">
                <button type="button" data-main="" on:click=act>{done}</button>
                <button type="button" on:click=cancel>{words.cancel}</button>
            </span>
        </div>
    }
    .into_any()
}

/// Written as one act with a copy from before, so that it can be undone like the taking in of receipts.
fn record(
    page: Page,
    writing: Writing,
    month: crate::plan::Month,
    entries: Vec<crate::ledger::Entry>,
    done: &'static str,
) {
    let language = page.state.settings.with_untracked(|settings| settings.language);
    let (_, kept) = page.desk.take_in_judged(vec![], &page.officer(), vec![(month, entries)]);
    writing.of.set(None);
    page.told.set(match kept {
        Ok(()) => done.to_owned(),
        Err(failure) => {
            [page.words_untracked().not_kept, &storage::words::failure(language, failure)].concat()
        }
    });
    // The row has moved to the other list, and the button with it.
    document::after_paint(move || {
        if let Some(told) = page.told_at.get_untracked() {
            ignored(told.focus());
        }
    });
}
