//! How the indicators stand, and what else records add to the pages about the plan. What reads a ledger for them is in
//! parts of its own: a device without records never asks for them.

#[cfg(feature = "csr")]
use crate::app::{desk::AGAIN_AFTER, parts};
#[cfg(feature = "csr")]
use crate::browser::{LoadFailure, ignored};
use crate::page::plan::indicator::with_records::WithRecords;
use crate::page::plan::indicators::way::WayChart;
use crate::page::plan::judging::Judging;
use crate::page::shared::lights::Lights;
use crate::page::shared::records::records;
use crate::state::State;
#[cfg(feature = "csr")]
use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;

/// How the indicators stand, judged once for all of a page by what judges; empty without records.
pub fn lights(state: State, judging: RwSignal<Option<Judging>>) -> Memo<Lights> {
    let (plan, language) = (state.plan(), state.language());
    Memo::new(move |_| {
        let lights = records(state)
            .zip(judging.get())
            .map(|(known, judging)| (judging.lights)(&plan, &known.ledger, known.today, language));
        lights.unwrap_or_default()
    })
}

/// What judges, as soon as there are records to be judged and it is here.
#[cfg(feature = "csr")]
pub fn judging(state: State) -> RwSignal<Option<Judging>> {
    fetched(move || records(state).is_some(), parts::judging)
}

/// What records add to the page of an indicator, as soon as there are records and it is here.
#[cfg(feature = "csr")]
pub fn with_records(state: State) -> RwSignal<Option<WithRecords>> {
    fetched(move || records(state).is_some(), parts::with_records)
}

/// What draws the chart of all targets, as soon as it is here.
#[cfg(feature = "csr")]
pub fn way(_state: State) -> RwSignal<Option<WayChart>> {
    fetched(|| true, parts::way)
}

/// Something of another part, asked for as soon as it is wanted. Until it is here the page stands without; what does not
/// come is asked for again.
#[cfg(feature = "csr")]
fn fetched<T, C>(
    is_wanted: impl Fn() -> bool + 'static,
    part: impl Fn() -> C + Copy + 'static,
) -> RwSignal<Option<T>>
where
    T: Send + Sync + 'static,
    C: Future<Output = Result<T, LoadFailure>> + 'static,
{
    let (fetched, is_asked) = (RwSignal::new(None), StoredValue::new(false));
    Effect::new(move |_| {
        if !is_wanted() || is_asked.get_value() {
            return;
        }
        is_asked.set_value(true);
        leptos::task::spawn_local(async move {
            // None of a page that is gone.
            while fetched.try_with_untracked(Option::is_none) == Some(true) {
                match part().await {
                    Ok(here) => ignored(fetched.try_set(Some(here))),
                    Err(LoadFailure) => TimeoutFuture::new(AGAIN_AFTER).await,
                }
            }
        });
    });
    fetched
}

/// On the host nothing has to be fetched, and no effect runs.
#[cfg(not(feature = "csr"))]
pub fn judging(_state: State) -> RwSignal<Option<Judging>> {
    RwSignal::new(Some(crate::page::plan::judging::JUDGING))
}

/// As [`judging`].
#[cfg(not(feature = "csr"))]
pub fn with_records(_state: State) -> RwSignal<Option<WithRecords>> {
    RwSignal::new(Some(crate::page::plan::indicator::with_records::WITH_RECORDS))
}

/// As [`judging`].
#[cfg(not(feature = "csr"))]
pub fn way(_state: State) -> RwSignal<Option<WayChart>> {
    RwSignal::new(Some(crate::chart::way::chart))
}
