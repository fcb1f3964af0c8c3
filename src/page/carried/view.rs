//! An opened link in markup.

use super::words;
use super::{parts, protected, returned};
use crate::browser::{address, document, storage};
use crate::ledger::{Batch, Ledger};
use crate::link::carry::{self, Carried, Slip};
use crate::page::later::form_page;
use crate::page::recorded::typed;
use crate::page::share::part;
use crate::page::share::state_code::state_code;
use crate::page::{dispatch, overview};
use crate::route::Route;
use crate::sample;
use crate::state::{Aside, Desk, State};
use crate::text::Text;
use crate::ui::{page_title, said};
use leptos::prelude::*;
use std::sync::Arc;

/// What the link in the address carries.
pub fn page(state: State, desk: Desk, link: &str) -> AnyView {
    let language = state.language();
    match carry::open(link, &state.plan()) {
        Some(Ok(carried)) => show_link(state, desk, carried, link),
        Some(Err(fault)) => sentence(state, fault.sentence(language)),
        None => sentence(state, words::of(language).empty.into()),
    }
}

/// Draws what a link carries, and notes it if a reload is to come back to it: a snapshot. What a passphrase keeps
/// closed is written down nowhere, and whatever else is opened ends the looking.
pub(super) fn show_link(state: State, desk: Desk, carried: Carried, link: &str) -> AnyView {
    let looked_at = matches!(carried, Carried::Snapshot(..)).then_some(link);
    storage::note_looked_at(&state.plan().id, &storage::folder(), looked_at);
    show(state, desk, carried)
}

/// Draws what was carried.
pub(super) fn show(state: State, desk: Desk, carried: Carried) -> AnyView {
    match (desk.is_sample(), asks_of_sample(&carried)) {
        (true, Some(false)) => return sample_first(state, desk, carried),
        (false, Some(true)) => return sentence(state, words::of(state.language()).from_sample.into()),
        _ => {}
    }
    match carried {
        Carried::FillIn(batches) => match dispatch::fill_in::read_fill_in(&batches) {
            Some(asked) => {
                desk.lend(asked.last);
                form_page(state, desk, &asked.organisation, asked.month)
            }
            None => sentence(state, words::of(state.language()).empty.into()),
        },
        Carried::Receipt(batches) => {
            desk.put_in_inbox(batches);
            dispatch::view::page(state, desk)
        }
        Carried::Returned(batches) => came_back(state, desk, batches),
        Carried::Snapshot(slip, batches) => snapshot(state, desk, slip, batches),
        Carried::Protected(envelope) => protected::page(state, desk, envelope),
        Carried::Part(part) => parts::page(state, desk, part),
    }
}

/// Whether a link that leads to writing something down came from a sample ledger; none for what is looked at
/// only, and for receipts, of which the review says it one by one.
fn asks_of_sample(carried: &Carried) -> Option<bool> {
    match carried {
        Carried::FillIn(batches) | Carried::Returned(batches) => {
            Some(batches.iter().any(|batch| sample::is_sample(batch.id)))
        }
        Carried::Receipt(_) | Carried::Snapshot(..) | Carried::Protected(_) | Carried::Part(_) => None,
    }
}

/// Asks to remove the sample first: what is reported into it would go with it.
fn sample_first(state: State, desk: Desk, carried: Carried) -> AnyView {
    let words = words::of(state.language());
    let is_removed = RwSignal::new(false);
    let remove = move |_| {
        desk.remove_sample();
        is_removed.set(true);
    };
    (move || match is_removed.get() {
        true => show(state, desk, carried.clone()),
        false => view! {
            <div class="sheet sentence">
                <h1 tabindex="-1">{words.sample_title}</h1>
                <p>{words.sample_first}</p>
                <p><button data-main="" on:click=remove>{words.remove_sample}</button></p>
            </div>
        }
        .into_any(),
    })
    .into_any()
}

/// A sentence in place of what could not be opened.
pub(super) fn sentence(state: State, text: String) -> AnyView {
    let words = words::of(state.language());
    view! {
        <div class="sheet sentence" role="alert">
            <h1 tabindex="-1">{words.fault_title}</h1>
            <p>{text}</p>
            <p><a class="button" href=Route::Overview.href()>{words.overview}</a></p>
        </div>
    }
    .into_any()
}

/// A snapshot opens as the page on which it was made; by itself as the overview: whoever has a minute sees the
/// lights at once.
fn snapshot(state: State, desk: Desk, slip: Slip, batches: Vec<Batch>) -> AnyView {
    let (plan, up_to) = (state.plan(), slip.up_to);
    let ledger = Ledger::new(batches);
    let made_on = Route::parse(&slip.page);
    let made_on = Some(made_on).filter(|page| !matches!(page, Route::Carried(_) | Route::Unknown(_)));
    let part = made_on.as_ref().filter(|_| slip.only_part);
    let part = part.and_then(|page| part::part(&plan, &ledger, page, up_to));
    if slip.only_part && part.is_none() {
        // Of which part it is cannot be told: taken for a whole, it would say that the rest was not reported.
        return sentence(state, words::of(state.language()).empty.into());
    }
    // After a reload on another page of the snapshot the address is that page's.
    let page = match address::here() {
        Route::Carried(_) => made_on.filter(|page| *page != Route::Overview),
        here => Some(here),
    };
    desk.look_at(Aside {
        code: state_code(&plan, &ledger).whole.to_string(),
        ledger: Arc::new(ledger),
        part,
        only_to_look: slip.is_only_to_look(),
        from: slip.from,
        up_to,
        known_on: slip.known_on,
        is_sample: slip.is_sample,
        is_own_past: false,
    });
    // The figures are judged as of the day of which they speak, not of the day on which somebody looks.
    state.today.set(Some(up_to));
    if let Some(page) = page {
        // The address stays: it is the link, and a reload opens it again. Not while this page is being drawn.
        document::after_paint(move || state.route.set(page));
        return ().into_any();
    }
    (move || {
        let language = state.language();
        let page = overview::model(&state.plan(), state.today.get(), language);
        state.board.with(|board| overview::view(page, board.as_deref(), language))
    })
    .into_any()
}

fn came_back(state: State, desk: Desk, batches: Vec<Batch>) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let plan = state.plan();
    let Some(returned) = returned(&batches) else { return sentence(state, words.empty.into()) };
    let name = plan.organisation(&returned.organisation).map(|one| plan.say(&one.name, language).words);
    let lede =
        [name.as_deref().unwrap_or(&returned.organisation), " · ", &returned.month.to_string()].concat();
    let report = returned.report.clone();
    let correct = move |_| {
        // What could not be kept is said by the banner.
        let _ = desk.take_in(batches.clone());
        address::go(&Route::Form {
            organisation: report.organisation.to_string(),
            month: Some(report.month),
        });
    };
    view! {
        {page_title(Text::plain(words.returned), Text::plain(lede), ())}
        <section class="sheet sentence">
            <dl class="facts">
                <div><dt>{words.reason}</dt><dd>{said(typed(&returned.reason, language))}</dd></div>
                <div><dt>{words.from}</dt><dd>{said(typed(&returned.from, language))}</dd></div>
            </dl>
            <p class="muted">{words.claim}</p>
            <p><button data-main="" on:click=correct>{words.correct}</button></p>
        </section>
    }
    .into_any()
}
