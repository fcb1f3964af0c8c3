//! The list of adjustments in markup, and taking one back.

use super::super::{Row, State, words};
use super::{Here, form, record};
use crate::browser::ignored;
use crate::ledger::{Entry, EntryId, Said};
use crate::text::Text;
use crate::ui::{link, said, sheet as sheet_of};
use leptos::html;
use leptos::prelude::*;

/// The sheet.
pub(super) fn sheet(here: Here, rows: Vec<Row>, is_writable: bool) -> AnyView {
    let words = here.words;
    if rows.is_empty() {
        let none = view! { <p class="said">{words.none}</p> };
        return sheet_of(Text::plain(words.title), words.note, none);
    }
    let mut heads = vec![
        words.subject,
        words.year,
        words.change,
        words.why,
        words.document,
        words.effective,
        words.state,
    ];
    if is_writable {
        heads.push(words.act);
    }
    let columns = heads.len();
    let heads = heads.into_iter().map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let heads = heads.collect::<Vec<_>>();
    let withdrawn = RwSignal::new(None);
    let rows =
        rows.into_iter().map(|one| row(here, one, withdrawn, columns, is_writable)).collect::<Vec<_>>();
    let table = view! {
        <table class="table" role="table" aria-label=words.title>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            {rows}
        </table>
    };
    sheet_of(Text::plain(words.title), words.note, table)
}

fn row(
    here: Here,
    one: Row,
    withdrawn: RwSignal<Option<EntryId>>,
    columns: usize,
    is_writable: bool,
) -> AnyView {
    let words = here.words;
    let id = one.id;
    let name = [one.subject.text.words.as_str(), " ", &one.year].concat();
    let turned = one.turned.map(|(issued, now)| {
        view! {
            <small class="turned">
                {words.by_it}" "
                <span class="light" data-light=issued.light>{issued.word}</span>" → "
                <span class="light" data-light=now.light>{now.word}</span>
            </small>
        }
    });
    let notes = one.notes.into_iter().map(|note| view! { <small>{note}</small> }).collect::<Vec<_>>();
    let state = words::state(here.language, one.state);
    let begun = NodeRef::<html::Button>::new();
    let acts = is_writable.then(|| {
        let decide = (one.state == State::Proposed).then(|| {
            let label = [words.decide, " ", &name].concat();
            view! { <button type="button" aria-label=label on:click=move |_| form::begin(here, id)>{words.decide}</button> }
        });
        let label = [words.withdraw, " ", &name].concat();
        view! {
            <td role="cell" data-column=words.act>
                <div class="row-acts">
                    {decide}
                    <button type="button" aria-label=label node_ref=begun on:click=move |_| withdrawn.set(Some(id))>
                        {words.withdraw}
                    </button>
                </div>
            </td>
        }
    });
    let is_open = Memo::new(move |_| withdrawn.get() == Some(id));
    let reason = move || {
        is_open.get().then(|| {
            let form = withdrawal(here, id, withdrawn, begun);
            view! { <tr role="row" class="writing"><td role="cell" colspan=columns.to_string()>{form}</td></tr> }
        })
    };
    view! {
        <tbody role="rowgroup">
            <tr role="row">
                <th scope="row" role="rowheader">{link(one.subject)}</th>
                <td role="cell" data-column=words.year class="figure">{one.year}</td>
                <td role="cell" data-column=words.change class="figure">{one.old}" → "{one.new}" "{said(one.unit)}</td>
                <td role="cell" data-column=words.why><div>{one.class}<small>{said(one.reason)}</small></div></td>
                <td role="cell" data-column=words.document><div>{said(one.document)}<small>{said(one.decided_by)}</small></div></td>
                <td role="cell" data-column=words.effective class="figure day">{one.effective}</td>
                <td role="cell" data-column=words.state>
                    <div><span class="light" data-light=one.state.light()>{state}</span>{turned}{notes}</div>
                </td>
                {acts}
            </tr>
            {reason}
        </tbody>
    }
    .into_any()
}

fn withdrawal(
    here: Here,
    id: EntryId,
    withdrawn: RwSignal<Option<EntryId>>,
    begun: NodeRef<html::Button>,
) -> AnyView {
    let words = here.words;
    let text = RwSignal::new(String::new());
    let field = NodeRef::<html::Textarea>::new();
    field.on_load(|field| ignored(field.focus()));
    let cancel = move |_| {
        withdrawn.set(None);
        if let Some(button) = begun.get_untracked() {
            ignored(button.focus());
        }
    };
    let act = move |_| {
        let reason = text.get_untracked().trim().to_owned();
        if reason.is_empty() {
            here.told.set(words::fault(here.language, super::super::Fault::NoReason));
            if let Some(field) = field.get_untracked() {
                ignored(field.focus());
            }
            return;
        }
        withdrawn.set(None);
        record(here, Entry { replaces: Some(id), said: Said::Withdrawal { reason } }, words.withdrawn);
    };
    view! {
        <div class="reason">
            <label>
                <span>{words.withdraw_why}</span>
                <textarea
                    rows="2"
                    maxlength="500"
                    required
                    node_ref=field
                    prop:value=text
                    on:input:target=move |event| text.set(event.target().value())
                ></textarea>
            </label>
            <span class="acts">
                <button type="button" data-main="" on:click=act>{words.withdraw}</button>
                <button type="button" on:click=cancel>{words.cancel}</button>
            </span>
        </div>
    }
    .into_any()
}
