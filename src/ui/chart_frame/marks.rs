//! The marks of a chart as links: one stop of the Tab key, arrow keys inside, Enter opens the page.
//!
//! The focus itself moves from mark to mark, so that a screen reader speaks each; what has the focus, or is
//! touched, stands below the drawing for everybody; what is under a pointer stands there.

use super::sentence::sentence;
use super::{Frame, words};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The list. One link is seen at a time; the others are for the keyboard and for ears.
pub fn marks(frame: Frame) -> AnyView {
    let words = words::of(frame.language);
    let list = NodeRef::<leptos::html::Ul>::new();
    // Where the Tab key enters: the mark that was read last.
    let entry = RwSignal::new(0);
    let items = move || {
        frame.chart.with(|chart| {
            chart.marks.iter().enumerate().map(|(at, mark)| one(frame, entry, at, mark)).collect::<Vec<_>>()
        })
    };
    let on_key = move |event: KeyboardEvent| {
        let count = frame.chart.with_untracked(|chart| chart.marks.len());
        let Some(next) = step(&event.key(), entry.get_untracked(), count) else { return };
        event.prevent_default();
        entry.set(next);
        focus(list, next);
    };
    let leads_on = move || {
        frame.here.with(|here| frame.chart.with(|chart| chart.marks.iter().any(|mark| mark.href != *here)))
    };
    let hint = move || if leads_on() { words.hint } else { words.hint_here };
    let is_pointed = move || frame.tip.get().is_some();
    let is_idle = move || frame.current.get().is_none() || is_pointed();
    view! {
        <div class="marks" data-pointed=move || is_pointed().then_some("")>
            <p class="muted" aria-hidden="true" hidden=move || !is_idle()>{hint}</p>
            <ul aria-label=words.marks node_ref=list on:keydown=on_key>{items}</ul>
        </div>
    }
    .into_any()
}

fn one(frame: Frame, entry: RwSignal<usize>, at: usize, mark: &crate::chart::Mark) -> impl IntoView + use<> {
    let is_current = move || (frame.current.get() == Some(at)).then_some("");
    view! {
        <li>
            <a
                href=mark.href.clone()
                tabindex=move || if entry.get() == at { "0" } else { "-1" }
                data-current=is_current
                on:focus=move |_| {
                    frame.tip.set(None);
                    entry.set(at);
                    frame.has_focus.set(true);
                    frame.current.set(Some(at));
                }
                on:blur=move |_| {
                    frame.has_focus.set(false);
                    frame.current.set(None);
                }
            >
                {sentence(&mark.says)}
            </a>
        </li>
    }
}

/// The mark that a key leads to; the list does not go round, so that its ends can be felt.
fn step(key: &str, at: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" | "ArrowDown" => Some((at + 1).min(last)),
        "ArrowLeft" | "ArrowUp" => Some(at.saturating_sub(1)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(feature = "csr")]
fn focus(list: NodeRef<leptos::html::Ul>, at: usize) {
    if let Some(list) = list.get_untracked() {
        crate::browser::document::focus_nth_link(&list, at);
    }
}

#[cfg(not(feature = "csr"))]
fn focus(_: NodeRef<leptos::html::Ul>, _: usize) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrow_keys_walk_the_marks_and_stop_at_the_ends() {
        for (key, at, next) in [
            ("ArrowRight", 0, Some(1)),
            ("ArrowDown", 2, Some(2)),
            ("ArrowLeft", 0, Some(0)),
            ("ArrowUp", 2, Some(1)),
            ("Home", 2, Some(0)),
            ("End", 0, Some(2)),
            ("Enter", 1, None),
            ("Tab", 1, None),
        ] {
            assert_eq!(step(key, at, 3), next, "{key}");
        }
        assert_eq!(step("End", 0, 0), None);
    }
}
