//! A snapshot opens as the page on which it was made; by itself as the overview: whoever has a minute sees the lights
//! at once.

use super::opens::opens;
use super::unfolding::Unfolding;
use super::view::sentence;
use super::words;
use crate::browser::{address, document};
use crate::ledger::{Batch, Ledger};
use crate::link::fingerprint::Fingerprint;
use crate::link::message::SnapshotHeader;
use crate::page::plan::overview;
use crate::route::Route;
use crate::snapshot::excerpt;
use crate::state::{Desk, OpenedLedger, State};
use crate::ui::reckoned;
use leptos::prelude::*;
use std::sync::Arc;

/// What stands in the place of the link.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    /// The ledger is being folded.
    Nothing,
    /// Of which part it is cannot be told.
    Refused,
    Overview,
    /// Another page takes over.
    Elsewhere,
}

pub fn page(state: State, desk: Desk, header: SnapshotHeader, batches: Vec<Batch>) -> AnyView {
    let stands = RwSignal::new(Stands::Nothing);
    let (header, batches) = (StoredValue::new(header), StoredValue::new(Some(batches)));
    let unfolding = move || {
        let batches = batches.try_update_value(Option::take).flatten()?;
        Some(Unfolding::new(state.plan(), batches))
    };
    let unfolded = reckoned(unfolding, Unfolding::step);
    Effect::new(move |_| {
        if let Some((ledger, code)) = unfolded.get() {
            stands.set(look_at(state, desk, header.get_value(), ledger, &code));
        }
    });
    (move || match stands.get() {
        Stands::Nothing => {
            view! { <p class="loading" role="status">{words::of(state.language()).opening}</p> }.into_any()
        }
        // Taken for a whole, it would say that the rest was not reported.
        Stands::Refused => sentence(state, words::of(state.language()).empty.into()),
        Stands::Overview => (move || {
            let language = state.language();
            let page = overview::model(&state.plan(), state.today.get(), language);
            state.board.with(|board| overview::view(page, board.clone(), state, language))
        })
        .into_any(),
        Stands::Elsewhere => ().into_any(),
    })
    .into_any()
}

/// Looks at it from here on, on every page.
fn look_at(
    state: State,
    desk: Desk,
    header: SnapshotHeader,
    ledger: Arc<Ledger>,
    code: &Fingerprint,
) -> Stands {
    let (plan, up_to) = (state.plan(), header.up_to);
    let made_on = Route::parse(&header.page);
    let made_on = Some(made_on).filter(opens);
    let part = made_on.as_ref().filter(|_| header.only_part);
    let part = part.and_then(|page| excerpt(&plan, &ledger, page, up_to));
    if header.only_part && part.is_none() {
        return Stands::Refused;
    }
    // After a reload on another page of the snapshot the address is that page's.
    let page = match address::here() {
        Route::Carried(_) => made_on.filter(|page| *page != Route::Overview),
        here => Some(here),
    };
    desk.look_at(OpenedLedger {
        code: code.whole.to_string(),
        ledger,
        part,
        only_to_look: header.is_only_to_look(),
        from: header.from,
        up_to,
        known_on: header.known_on,
        is_sample: header.is_sample,
        is_own_past: false,
        edition: header.edition,
    });
    // The figures are judged as of the day of which they speak, not of the day on which somebody looks.
    state.choose_day(up_to);
    match page {
        // The address stays: it is the link, and a reload opens it again.
        Some(page) => {
            document::after_paint(move || state.route.set(page));
            Stands::Elsewhere
        }
        None => Stands::Overview,
    }
}
