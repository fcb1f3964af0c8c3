//! An arrival in markup.

use super::words;
use super::{Line, lines};
use crate::gate::{self, Held, Passage};
use crate::plan::PlanIndex;
use crate::text::{Language, Text};
use crate::ui::said;
use leptos::prelude::*;

/// How many lines are drawn before somebody asks for more.
const DRAWN_AT_ONCE: usize = 100;

/// What is told of an arrival, with the choice to take what is apart as well.
pub fn view(plan: &PlanIndex, passage: &Passage, insists: RwSignal<bool>, language: Language) -> AnyView {
    let words = words::of(language);
    let choice = (!passage.apart.is_empty()).then(|| {
        view! {
            <label>
                <input
                    type="checkbox"
                    prop:checked=move || insists.get()
                    on:change:target=move |event| insists.set(event.target().checked())
                />
                {words.insist}
            </label>
        }
    });
    view! {
        <p role="status">{gate::words::passage(language, passage)}</p>
        {list(plan, words.refused, &passage.refused, language)}
        {list(plan, words.apart, &passage.apart, language)}
        {choice}
    }
    .into_any()
}

fn list(plan: &PlanIndex, title: &'static str, held: &[Held], language: Language) -> Option<AnyView> {
    if held.is_empty() {
        return None;
    }
    let all = StoredValue::new(lines(plan, held, language));
    let total = held.len();
    let shown = RwSignal::new(DRAWN_AT_ONCE);
    let drawn = move || {
        all.with_value(|all| all.iter().take(shown.get()).map(|one| line(one, language)).collect::<Vec<_>>())
    };
    let more = move || {
        let left = total.saturating_sub(shown.get());
        (left > 0).then(|| {
            view! {
                <button type="button" on:click=move |_| shown.update(|shown| *shown += DRAWN_AT_ONCE)>
                    {words::of(language).more}" ("{left}")"
                </button>
            }
        })
    };
    Some(
        view! {
            <section class="apart">
                <h3>{title}" ("{total}")"</h3>
                <ul class="items">{drawn}</ul>
                {more}
            </section>
        }
        .into_any(),
    )
}

fn line(line: &Line, language: Language) -> AnyView {
    let between = language.pick("、", ", ");
    view! {
        <li>
            <span class="kind">{line.why.join(language.pick("；", "; "))}</span>
            <span class="what">
                {said(line.name.clone())}" · "{line.month.words(language)}
                <small>{said(Text::typed(&line.person, language))}</small>
            </span>
            <span class="value">{line.sorts.join(between)}</span>
        </li>
    }
    .into_any()
}
