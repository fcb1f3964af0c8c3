//! Lights in markup. Decides nothing.

use super::Stands;
use crate::standing::Lit;
use crate::standing::board::LightCount;
use leptos::prelude::*;

/// A light with its word.
pub fn light(lit: Lit) -> AnyView {
    view! { <span class="light" data-light=lit.light>{lit.word}</span> }.into_any()
}

/// How many show which light, where there is little room: the words are for ears and for the pointer.
pub fn counts(counts: Vec<LightCount>) -> Option<AnyView> {
    let one = |LightCount { lit, count }: LightCount| {
        view! {
            <span class="light" data-light=lit.light title=lit.word>
                <span class="spoken">{lit.word}" "</span>
                {count}
            </span>
        }
    };
    row(counts, one)
}

/// How many show which light, with its word.
pub fn named_counts(counts: Vec<LightCount>) -> Option<AnyView> {
    let one = |LightCount { lit, count }: LightCount| {
        view! { <span class="light" data-light=lit.light>{lit.word}<b class="figure">{count}</b></span> }
    };
    row(counts, one)
}

fn row<V: IntoView + 'static>(counts: Vec<LightCount>, one: impl Fn(LightCount) -> V) -> Option<AnyView> {
    let has_any = !counts.is_empty();
    let each = counts.into_iter().map(one).collect::<Vec<_>>();
    has_any.then(|| view! { <span class="lights">{each}</span> }.into_any())
}

/// How an indicator stands, in a line.
pub fn stands(one: Stands) -> AnyView {
    let actual = one.actual.map(|(value, month)| {
        view! { <span class="actual"><b class="figure">{value}</b>" "<small>{month}</small></span> }
    });
    view! { <span class="stands">{light(one.lit)} {actual} <span class="gap">{one.gap}</span></span> }
        .into_any()
}
