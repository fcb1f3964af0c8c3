//! Looks for the state of a code between the frames: the page goes on meanwhile.

use crate::browser::slices;
use crate::ledger::Ledger;
use crate::link::fingerprint::Code;
use crate::page::share::state_code::{Comparison, Search};
use crate::plan::PlanIndex;
use leptos::prelude::*;
use std::sync::Arc;

/// The last code that was asked about, and the answer once it is there.
#[derive(Clone, Copy)]
pub struct Searched {
    answer: RwSignal<Option<Comparison>>,
    /// Counts questions, so that the answer to an earlier one is not taken for that to the last.
    turn: StoredValue<u32>,
}

impl Searched {
    pub fn new() -> Self {
        Self { answer: RwSignal::new(None), turn: StoredValue::new(0) }
    }

    pub fn answer(&self) -> Option<Comparison> {
        self.answer.get()
    }

    /// Asks anew; without a code nothing is asked.
    pub fn ask(self, plan: Arc<PlanIndex>, ledger: Arc<Ledger>, code: Option<Code>) {
        self.answer.set(None);
        let Some(turn) = self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        }) else {
            return;
        };
        let Some(code) = code else { return };
        leptos::task::spawn_local(async move {
            let mut search = Search::new(plan, ledger, code);
            let found = slices::until(|| {
                // Until the page is left, or another code was typed.
                let is_asked = self.turn.try_get_value() == Some(turn);
                if is_asked { search.step().map(Some) } else { Some(None) }
            });
            if let Some(found) = found.await {
                let _ = self.answer.try_set(Some(found));
            }
        });
    }
}
