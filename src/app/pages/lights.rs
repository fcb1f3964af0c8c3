//! How the indicators stand, for the pages about the plan. What judges them is a part of its own: a device without
//! records never asks for it.

#[cfg(not(feature = "csr"))]
use crate::page::shared::lights::JUDGING;
use crate::page::shared::lights::{Judging, Lights};
use crate::page::shared::records::records;
use crate::state::State;
use leptos::prelude::*;

/// How the indicators stand, judged once for all of a page; empty without records.
pub fn lights(state: State) -> Memo<Lights> {
    let (plan, language, judging) = (state.plan(), state.language(), judging(state));
    Memo::new(move |_| {
        let lights = records(state)
            .zip(judging.get())
            .map(|(known, judging)| (judging.lights)(&plan, &known.ledger, known.today, language));
        lights.unwrap_or_default()
    })
}

/// What judges, fetched where there are records to be judged. Until it is here the page stands as without records; what
/// does not come is asked for again.
#[cfg(feature = "csr")]
pub fn judging(state: State) -> RwSignal<Option<Judging>> {
    use crate::app::{desk::AGAIN_AFTER, parts};
    use crate::browser::{LoadFailure, ignored};
    use gloo::timers::future::TimeoutFuture;

    let (judging, is_asked) = (RwSignal::new(None), StoredValue::new(false));
    Effect::new(move |_| {
        if records(state).is_none() || is_asked.get_value() {
            return;
        }
        is_asked.set_value(true);
        leptos::task::spawn_local(async move {
            // None of a page that is gone.
            while judging.try_get_untracked().is_some_and(|known| known.is_none()) {
                match parts::judging().await {
                    Ok(here) => ignored(judging.try_set(Some(here))),
                    Err(LoadFailure) => TimeoutFuture::new(AGAIN_AFTER).await,
                }
            }
        });
    });
    judging
}

/// On the host nothing has to be fetched, and no effect runs.
#[cfg(not(feature = "csr"))]
pub fn judging(_state: State) -> RwSignal<Option<Judging>> {
    RwSignal::new(Some(JUDGING))
}
