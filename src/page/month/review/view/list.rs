//! The receipts, each with what it would change and what does not belong there.

use super::{Reviewing, acts};
use crate::link::fingerprint::Code;
use crate::page::month::review::describe::{Statement, Subject};
use crate::page::month::review::words::{self, Words};
use crate::page::month::review::{Apart, Dropped, Item, Kind, Receipt, Review};
use crate::text::{Language, Text, isolated};
use crate::ui::{link, said};
use leptos::prelude::*;

/// How many lines are drawn before somebody asks for more.
const DRAWN_AT_ONCE: usize = 100;

/// All that is left to deal with.
pub fn list(reviewing: Reviewing, review: Review) -> AnyView {
    let is_empty = review.receipts.is_empty();
    let all = acts::accept_clear(reviewing, &review.receipts);
    let language = reviewing.page.state.language();
    let receipts = by_hundreds(review.receipts, language, move |one| receipt(reviewing, one, language));
    view! {
        <div class="receipts">
            <div class="summary">
                <p role="status">{(!is_empty).then_some(review.summary)}</p>
                {all}
            </div>
            <ul>{receipts}</ul>
        </div>
    }
    .into_any()
}

fn receipt(reviewing: Reviewing, receipt: Receipt, language: Language) -> AnyView {
    let words = words::of(language);
    let person = match receipt.person.is_empty() {
        true => words.unsigned.to_owned(),
        false => receipt.person.clone(),
    };
    let person = said(Text::typed(&person, language));
    let month = receipt.month.words(language);
    // Of one that was opened the sentence over the list says it.
    let is_pasted_twice = receipt.copies > 1 && !receipt.is_opened;
    let copies = is_pasted_twice.then(|| words::copies(language, receipt.copies));
    let flags = receipt.flags.iter().map(|flag| (words::flag(language, *flag), flag.asks_for_a_look()));
    let flags = flags.chain(copies.map(|said| (said, false)));
    let flags = flags.map(|(said, is_grave)| view! { <li data-look=is_grave.then_some("")>{said}</li> });
    let flags = flags.collect::<Vec<_>>();
    let (same, items): (Vec<Item>, Vec<Item>) =
        receipt.items.iter().cloned().partition(|item| item.kind == Kind::Same);
    let is_empty = items.is_empty() && same.is_empty();
    let acts = acts::acts(reviewing, &receipt);
    // The same that stands on the reporter's screen and in the text of his receipt.
    let code =
        receipt.batches.last().map(|batch| words::check_code(language, &Code::of_batch(batch).to_string()));
    let apart = (!receipt.apart.is_empty()).then(|| apart(reviewing, &receipt, language));
    let dropped = (!receipt.dropped.is_empty()).then(|| dropped(reviewing, &receipt, language));
    view! {
        <li>
            <article class="receipt" data-clear=receipt.is_clear().then_some("")>
                <header>
                    <h3>{said(receipt.name.clone())}" · "{month}</h3>
                    <p class="muted">{person}" · "{receipt.written.to_string()}" · "{words::counts(language, &receipt)}{code}</p>
                </header>
                {receipt.made_otherwise.clone().map(|told| view! { <p data-kind="edition">{told}</p> })}
                {(!flags.is_empty()).then(|| view! { <ul class="flags">{flags}</ul> })}
                {is_empty.then(|| view! { <p class="muted">{words.empty}</p> })}
                {dropped}
                {rows(items, language)}
                {(!same.is_empty()).then(|| view! {
                    <details><summary>{words.same}" ("{same.len()}")"</summary>{rows(same, language)}</details>
                })}
                {apart}
                <p class="source muted">{said(Text::typed(&receipt.source, language))}</p>
                {acts}
            </article>
        </li>
    }
    .into_any()
}

fn rows(items: Vec<Item>, language: Language) -> AnyView {
    if items.is_empty() {
        return ().into_any();
    }
    let items = by_hundreds(items, language, move |one| row(one, language));
    view! { <ul class="items">{items}</ul> }.into_any()
}

/// Draws a hundred lines, and a button for the next hundred: a link can hold many more than anybody reads.
fn by_hundreds<T: Clone + Send + Sync + 'static>(
    all: Vec<T>,
    language: Language,
    draw: impl Fn(T) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    if all.len() <= DRAWN_AT_ONCE {
        return all.into_iter().map(draw).collect::<Vec<_>>().into_any();
    }
    let shown = RwSignal::new(DRAWN_AT_ONCE);
    let total = all.len();
    let hundreds: Vec<Vec<T>> = all.chunks(DRAWN_AT_ONCE).map(<[T]>::to_vec).collect();
    let parts = hundreds.into_iter().enumerate().map(move |(at, part)| {
        let is_drawn = Memo::new(move |_| shown.get() > at * DRAWN_AT_ONCE);
        move || is_drawn.get().then(|| part.iter().cloned().map(draw).collect::<Vec<_>>())
    });
    let parts = parts.collect::<Vec<_>>();
    let more = move || {
        let left = total.saturating_sub(shown.get());
        (left > 0).then(|| {
            view! {
                <li>
                    <button type="button" on:click=move |_| shown.update(|shown| *shown += DRAWN_AT_ONCE)>
                        {words::of(language).more}" ("{left}")"
                    </button>
                </li>
            }
        })
    };
    view! { {parts}{more} }.into_any()
}

fn row(item: Item, language: Language) -> AnyView {
    let words = words::of(language);
    let slug = match item.kind {
        Kind::New => "new",
        Kind::Changed => "changed",
        Kind::Same => "same",
        Kind::Older => "older",
        Kind::Conflicting => "conflicting",
    };
    let by = item.met_by.map(|person| view! { <small>{said(Text::typed(&person, language))}</small> });
    let whose = item.met_organisation.map(|name| {
        view! { <small>{words::met_organisation(language, &name.words)}</small> }
    });
    let met = item.met.map(|met| {
        view! { <span class="met"><small>{words.met}</small>{statement(met, language)}{whose}{by}</span> }
    });
    let warnings = item
        .warnings
        .into_iter()
        .map(|one| view! { <span class="warning" data-look="">{one}</span> })
        .collect::<Vec<_>>();
    let last = item.last.map(|(month, value)| {
        view! { <span class="met"><small>{words.last}</small>{words::last(language, month, &value)}</span> }
    });
    view! {
        <li data-kind=slug>
            <span class="kind">{words::kind(language, item.kind)}</span>
            <span class="what">{subject(item.sort, item.subject, item.district, words)}</span>
            <span class="value">{statement(item.says, language)}</span>
            {met}
            {last}
            {warnings}
        </li>
    }
    .into_any()
}

fn subject(sort: &'static str, subject: Subject, district: Option<Text>, words: &'static Words) -> AnyView {
    let name = match subject {
        Subject::Known(one) => link(one),
        Subject::Unknown(id) => {
            view! { <span>{isolated(&id)}</span><small>{words.unknown}</small> }.into_any()
        }
        Subject::None => ().into_any(),
    };
    let district = district.map(|district| view! { <small>{said(district)}</small> });
    view! { <small>{sort}</small>{name}{district} }.into_any()
}

/// What people typed is shown as text, whatever it looks like.
fn statement(statement: Statement, language: Language) -> AnyView {
    let Statement { value, unit, words } = statement;
    let has_unit = !unit.words.is_empty();
    let words =
        words.into_iter().map(|one| view! { <q>{said(Text::typed(&one, language))}</q> }).collect::<Vec<_>>();
    view! {
        <b class="figure">{value}</b>
        {has_unit.then(|| view! { <small>{said(unit)}</small> })}
        {words}
    }
    .into_any()
}

/// What an earlier receipt held and this one does not, with the choice to keep it.
fn dropped(reviewing: Reviewing, receipt: &Receipt, language: Language) -> AnyView {
    let words = words::of(language);
    let one = move |dropped: Dropped| {
        view! {
            <li>
                <span class="kind">{words::dropped_state(language, dropped.is_standing)}</span>
                <span class="what">{subject(dropped.sort, dropped.subject, dropped.district, words)}</span>
                <span class="value">{statement(dropped.says, language)}</span>
            </li>
        }
        .into_any()
    };
    let title = words::dropped(language, receipt.dropped.len());
    let all = by_hundreds(receipt.dropped.clone(), language, one);
    let key = receipt.key();
    let keeps = {
        let key = key.clone();
        move || reviewing.let_go.with(|gone| !gone.contains(&key))
    };
    let choose = move |keeps: bool| {
        reviewing.let_go.update(|gone| {
            gone.retain(|one| *one != key);
            if !keeps {
                gone.push(key.clone());
            }
        });
    };
    view! {
        <section class="apart" data-kind="dropped">
            <h4>{title}</h4>
            <ul class="items">{all}</ul>
            <label>
                <input type="checkbox" prop:checked=keeps on:change:target=move |event| choose(event.target().checked())/>
                {words.keep}
            </label>
            <p class="muted">{words.keep_note}</p>
        </section>
    }
    .into_any()
}

fn apart(reviewing: Reviewing, receipt: &Receipt, language: Language) -> AnyView {
    let words = words::of(language);
    let one = move |apart: Apart| {
        view! {
            <li>
                <span class="kind">{words::why(language, apart.why)}</span>
                <span class="what">{subject(apart.sort, apart.subject, apart.district, words)}</span>
                <span class="value">{statement(apart.says, language)}</span>
            </li>
        }
        .into_any()
    };
    let all = by_hundreds(receipt.apart.clone(), language, one);
    let key = receipt.key();
    let is_whole = {
        let key = key.clone();
        move || reviewing.whole.with(|whole| whole.contains(&key))
    };
    let choose = move |is_whole: bool| {
        reviewing.whole.update(|whole| {
            whole.retain(|one| *one != key);
            if is_whole {
                whole.push(key.clone());
            }
        });
    };
    view! {
        <section class="apart">
            <h4>{words.apart}</h4>
            <p class="muted">{words.apart_note}</p>
            <ul class="items">{all}</ul>
            <label>
                <input type="checkbox" prop:checked=is_whole on:change:target=move |event| choose(event.target().checked())/>
                {words.whole}
            </label>
        </section>
    }
    .into_any()
}
