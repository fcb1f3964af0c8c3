//! Fields of the pages of lists.

use crate::ledger::codec::MOST_LETTERS;
use crate::plan::PlanIndex;
use crate::text::{Language, Text};
use leptos::prelude::*;

/// A choice, with the one that is taken at first.
pub(super) fn select(
    name: &'static str,
    options: Vec<(String, Text)>,
    first: &str,
    chosen: impl Fn(String) + 'static,
) -> AnyView {
    let options = options.into_iter().map(|(value, text)| {
        let (lang, is_first) = (text.language.map(Language::tag), value == first);
        view! { <option value=value lang=lang selected=is_first>{text.words}</option> }
    });
    let options = options.collect::<Vec<_>>();
    view! {
        <label>
            <span>{name}</span>
            <select on:change:target=move |event| chosen(event.target().value())>{options}</select>
        </label>
    }
    .into_any()
}

/// A field of one line, of text or of a day, for a part of what is typed.
pub(super) fn line<T: Clone + Send + Sync + 'static>(
    name: &'static str,
    kind: &'static str,
    typed: RwSignal<T>,
    of: fn(&mut T) -> &mut String,
) -> AnyView {
    view! {
        <label>
            <span>{name}</span>
            <input
                type=kind
                autocomplete="off"
                maxlength=MOST_LETTERS.to_string()
                prop:value=move || typed.with(|typed| of(&mut typed.clone()).clone())
                on:input:target=move |event| {
                    let value = event.target().value();
                    typed.update(|typed| *of(typed) = value);
                }
            />
        </label>
    }
    .into_any()
}

/// Something that is sure only once it is ticked.
pub(super) fn sure(
    words: &'static str,
    is_sure: impl Fn() -> bool + Send + Sync + 'static,
    ticked: impl Fn(bool) + 'static,
) -> AnyView {
    view! {
        <label class="sure">
            <input
                type="checkbox"
                prop:checked=is_sure
                on:change:target=move |event| ticked(event.target().checked())
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}

/// The districts of the plan as choices, before them one for all or none of them, behind them one for those without.
pub(super) fn districts(
    plan: &PlanIndex,
    first: &'static str,
    without: Option<&'static str>,
    language: Language,
) -> Vec<(String, Text)> {
    let each = plan.districts.iter().map(|id| (id.clone(), plan.organisation_name(id, language)));
    let without = without.map(|words| ("-".to_owned(), Text::plain(words)));
    std::iter::once((String::new(), Text::plain(first))).chain(each).chain(without).collect()
}
