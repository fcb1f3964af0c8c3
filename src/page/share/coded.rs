//! The code of a ledger, reckoned between the frames.

use super::state_code::Coding;
use crate::browser::slices;
use crate::ledger::Ledger;
use crate::link::fingerprint::Fingerprint;
use crate::plan::PlanIndex;
use leptos::prelude::*;
use std::sync::Arc;

/// What stands in the place of a code until it is there.
pub const WAITING: &str = "…";

/// None until it is there; nothing is reckoned any more once the signal's owner is gone.
pub fn coded(plan: Arc<PlanIndex>, ledger: Arc<Ledger>) -> ReadSignal<Option<Fingerprint>> {
    let (code, set) = signal(None);
    Effect::new(move |_| {
        let mut coding = Coding::new(plan.clone(), ledger.clone());
        leptos::task::spawn_local(async move {
            let found = slices::until(|| {
                let is_asked = code.try_with_untracked(|_| ()).is_some();
                if is_asked { coding.step().map(Some) } else { Some(None) }
            });
            let _ = set.try_set(found.await);
        });
    });
    code
}
