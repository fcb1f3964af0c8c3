//! What a part of the program draws, wherever it is to stand.

use crate::browser::LoadFailure;
use crate::route::ViewPart;
use crate::state::State;
use crate::ui::IntoFresh;
use leptos::prelude::*;

/// After how many milliseconds a page counts as read at first glance.
const READING: u32 = 1_500;

struct Words {
    loading: &'static str,
    title: &'static str,
    failed: &'static str,
    again: &'static str,
}

const ZH: Words = Words {
    loading: "正在载入……",
    title: "这一页没有载入",
    failed: "网络不通，或网站刚刚更新。可以再试一次，或重新载入整个页面；已保存的内容不受影响。",
    again: "再试一次",
};

const EN: Words = Words {
    loading: "Loading…",
    title: "This page could not be loaded",
    failed: "No network, or the site has just been updated. Try again, or reload the whole page; nothing that was saved is lost.",
    again: "Try again",
};

fn words(state: State) -> &'static Words {
    state.language().pick(&ZH, &EN)
}

/// What a part draws: at once when it is here, else a sentence until it is.
pub fn part(state: State, part: ViewPart) -> AnyView {
    let loaded = state.part(part);
    (move || match loaded.get() {
        Some(Ok(draw)) => draw(),
        Some(Err(LoadFailure)) => failed(state, part),
        None => {
            state.ask_for(part);
            view! { <p class="loading" role="status">{words(state).loading}</p> }.fresh()
        }
    })
    .into_any()
}

fn failed(state: State, part: ViewPart) -> AnyView {
    let words = words(state);
    view! {
        <div class="sheet sentence" role="alert">
            <h1 tabindex="-1">{words.title}</h1>
            <p>{words.failed}</p>
            <button on:click=move |_| state.part(part).set(None)>{words.again}</button>
        </div>
    }
    .fresh()
}

/// The same for what stands below everything else on its page: it is asked for once the page can be read, and nothing
/// stands in its place before.
pub fn late_part(state: State, part: ViewPart) -> AnyView {
    let loaded = state.part(part);
    if cfg!(feature = "csr") && loaded.with_untracked(Option::is_none) {
        // With records the ledger is on its way already.
        let is_soon = state.is_judging.get_untracked() || state.desk.with_untracked(Option::is_some);
        let wait = if is_soon { 0 } else { READING };
        gloo::timers::callback::Timeout::new(wait, move || state.ask_for(part)).forget();
    }
    (move || loaded.get().and_then(Result::ok).map(|draw| draw())).into_any()
}
