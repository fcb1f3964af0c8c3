//! The sample ledger: shown and removed.

use super::Page;
use leptos::prelude::*;

/// One button, for whichever of the two can be done now.
pub fn sample(page: Page, is_sample: bool) -> AnyView {
    let words = page.words;
    let (name, act): (_, fn(Page)) =
        if is_sample { (words.remove_sample, remove) } else { (words.show_sample, show) };
    view! {
        <section class="sheet sample">
            <header><h2>{words.sample}</h2></header>
            <p>{words.sample_note}</p>
            <div class="acts"><button type="button" on:click=move |_| act(page)>{name}</button></div>
        </section>
    }
    .into_any()
}

fn show(page: Page) {
    page.file.set(None);
    let plan = page.state.plan();
    let sample = match page.state.today.get_untracked() {
        Some(today) => crate::sample::until(&plan, today),
        None => crate::sample::batches(&plan),
    };
    let shown = page.desk.show_sample(sample);
    page.outcome(shown.map(|()| String::new()));
}

fn remove(page: Page) {
    page.desk.remove_sample();
    page.done(page.words.sample_removed);
}
