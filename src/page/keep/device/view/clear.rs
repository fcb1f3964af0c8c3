//! Clearing the device: what will go is listed, and it takes a second step.

use super::Page;
use crate::page::keep::device::{Device, words};
use crate::storage::Failure;
use leptos::prelude::*;

/// The section; the second step opens in it.
pub fn clear(page: Page, shown: Memo<Device>) -> AnyView {
    let words = page.words;
    let is_asked = RwSignal::new(false);
    let list = Memo::new(move |_| shown.with(|all| (all.kept.clone(), all.not_backed_up)));
    let step = move || match is_asked.get() {
        false => view! {
            <div class="acts">
                <button type="button" on:click=move |_| is_asked.set(true)>{words.clear_ask}</button>
            </div>
        }
        .into_any(),
        true => {
            let (kept, not_backed_up) = list.get();
            asked(page, kept, not_backed_up, is_asked)
        }
    };
    view! {
        <section class="sheet clear">
            <header><h2>{words.clear}</h2></header>
            <p>{words.clear_note}</p>
            {step}
        </section>
    }
    .into_any()
}

/// What would be removed, and the button that removes it once the box is ticked.
pub fn asked(page: Page, kept: Vec<String>, not_backed_up: usize, is_asked: RwSignal<bool>) -> AnyView {
    let words = page.words;
    let is_sure = RwSignal::new(false);
    let cancel = view! {
        <button type="button" on:click=move |_| is_asked.set(false)>{words.cancel}</button>
    };
    if kept.is_empty() {
        return view! { <p role="status">{words.nothing_kept}</p><div class="acts">{cancel}</div> }
            .into_any();
    }
    let lost = (not_backed_up > 0)
        .then(|| view! { <p class="warning">{words::lost_with_it(page.language, not_backed_up)}</p> });
    let rows = kept.into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
    let tick = move |event| is_sure.set(event_target_checked(&event));
    view! {
        <div class="opened" role="group" aria-label=words.clear>
            <p>{words.clear_list}</p>
            <ul>{rows}</ul>
            {lost}
            <label class="sure"><input type="checkbox" on:change=tick/><span>{words.clear_sure}</span></label>
            <div class="acts">
                <button type="button" disabled=move || !is_sure.get() on:click=move |_| remove(page, is_asked)>
                    {words.clear_now}
                </button>
                {cancel}
            </div>
        </div>
    }
    .into_any()
}

fn remove(page: Page, is_asked: RwSignal<bool>) {
    let cleared: Result<_, Failure> = page.desk.clear();
    is_asked.set(false);
    page.file.set(None);
    page.outcome(cleared.map(|cleared| words::cleared(page.language, &cleared)));
}
