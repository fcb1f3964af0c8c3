//! Values that take longer than a frame to reckon.

use crate::browser::slices;
use leptos::prelude::*;

/// A value that is reckoned step by step between the frames, and anew whenever what `begin` reads has changed. None
/// until it is there, and while `begin` gives nothing to reckon. Ends with the page that asked.
pub fn reckoned<S: 'static, T: Send + Sync + 'static>(
    begin: impl Fn() -> Option<S> + 'static,
    step: impl Fn(&mut S) -> Option<T> + Copy + 'static,
) -> ReadSignal<Option<T>> {
    let (found, set) = signal(None);
    // Counts beginnings, so that what was begun before is given up, and never taken for the last.
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        set.set(None);
        turn.update_value(|turn| *turn += 1);
        let this = turn.get_value();
        let Some(mut state) = begin() else { return };
        leptos::task::spawn_local(async move {
            let done = slices::until(|| {
                let is_asked = turn.try_get_value() == Some(this);
                if is_asked { step(&mut state).map(Some) } else { Some(None) }
            });
            if let Some(done) = done.await {
                let _ = set.try_set(Some(done));
            }
        });
    });
    found
}
