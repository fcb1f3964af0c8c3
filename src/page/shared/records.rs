//! What the pages of the plan ask of the desk.

use crate::ledger::Ledger;
use crate::plan::Day;
use crate::standing::AsOf;
use crate::state::{Desk, State, Viewing};
use leptos::prelude::Get;
use std::sync::Arc;

/// The records on the screen, and what it takes to read them.
#[derive(Clone)]
pub struct Records {
    pub ledger: Arc<Ledger>,
    /// Data up to this day.
    pub today: Day,
    /// Distance of the plan's time zone from UTC, in minutes.
    pub offset: i32,
}

/// The records on the screen; none without any, and while prerendering. Whoever asks is told when they change.
pub fn records(state: State) -> Option<Records> {
    let (desk, today) = (state.desk.get()?, state.today.get()?);
    let ledger = desk.ledger();
    (!ledger.is_empty()).then(|| Records { ledger, today, offset: desk.offset() })
}

/// Hands plan, records and day to what is made of them; whoever asks is told when one of them changes. Until the day is known to
/// the page, it is that of the clock.
pub fn with_as_of<T>(state: State, desk: Desk, ask: impl FnOnce(AsOf) -> T) -> T {
    let (plan, ledger, offset) = (state.plan(), desk.ledger(), desk.offset());
    let today = state.today.get().unwrap_or_else(|| desk.now().day(offset));
    ask(AsOf { plan: &plan, ledger: &ledger, today, offset, language: state.language() })
}

/// The desk, where something may be written: not while something is only looked at.
pub fn writable(state: State) -> Option<Desk> {
    state.desk.get().filter(|desk| !matches!(desk.viewing(), Viewing::Opened(_)))
}
