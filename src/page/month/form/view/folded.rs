//! What may stay empty: each part one line, until it is pressed or something stands in it.

use super::super::fold::Fold;
use super::super::sheet::Staged;
use super::super::spot::Spot;
use super::super::words;
use super::{Here, figures, problems as problem_list, said, steps};
use crate::page::month::workbook::words as workbook_words;
use crate::text::Text;
use leptos::prelude::*;

/// New situations and problems.
pub fn problems(here: Here) -> AnyView {
    folded(
        here,
        Fold::Problems,
        here.words.problems.into(),
        move || Text::plain(here.words.problems_note),
        problem_list::list(here),
    )
}

/// Figures that are not due, and milestones that were reached before; nothing where there are none.
pub fn optional(here: Here) -> Option<AnyView> {
    let (asked, steps): (Vec<_>, Vec<Staged>) = here.sheet.with_value(|sheet| {
        (sheet.optional_figures().cloned().collect(), sheet.optional_steps().cloned().collect())
    });
    let count = asked.len() + steps.len();
    if count == 0 {
        return None;
    }
    let note = here.sheet.with_value(|sheet| words::why_optional(here.language, sheet));
    let within = view! {
        <ul class="fields">{figures::fields(here, asked)}</ul>
        <ul class="fields steps">{steps::rows(here, steps)}</ul>
    };
    Some(folded(
        here,
        Fold::Optional,
        words::optional(here.language, count),
        move || Text::plain(note.clone()),
        within.into_any(),
    ))
}

/// Who fills in.
pub fn person(here: Here) -> AnyView {
    let words = here.words;
    let spot = Spot::Person;
    let typed = move |event| {
        let person = event_target_value(&event);
        here.typed(Spot::Person, move |draft| draft.person = person);
    };
    let value = here.value(|draft| draft.person.clone());
    let name = move || {
        let signed = words::signed(here.language, &here.draft.with(|draft| draft.person.clone()));
        Text::guessed(signed, here.language)
    };
    let field = view! {
        <div class="reporter">
            <label for=spot.element()>{words.person}" "<small class="muted">{words.person_note}</small></label>
            <input
                type="text"
                id=spot.element()
                autocomplete="name"
                value=untrack(&value)
                prop:value=value
                aria-describedby=spot.message()
                on:input=typed
                on:blur=move |_| here.left()
            />
            {said::said(here, spot)}
        </div>
    };
    folded(here, Fold::Person, words.person.into(), name, field.into_any())
}

/// The form as a workbook, for whoever would rather fill in that.
pub fn workbook(here: Here) -> AnyView {
    let words = here.words;
    let hands = here.hands;
    let save = move |_| hands.workbook.run(here.draft.get_untracked());
    let within = view! {
        <p>
            {words.workbook_how}" "
            <button type="button" on:click=save>{workbook_words::button(here.language)}</button>
            " "<span role="status">{move || hands.saved.get()}</span>
        </p>
    };
    let note = move || Text::plain(words.workbook_note);
    folded(here, Fold::Workbook, words.workbook.into(), note, within.into_any())
}

fn folded(
    here: Here,
    fold: Fold,
    title: String,
    note: impl Fn() -> Text + Send + Sync + 'static,
    within: AnyView,
) -> AnyView {
    // What was opened stays so: it would close under the hands of whoever empties the last field in it.
    let is_open = Memo::new(move |was: Option<&bool>| {
        let draws = || {
            here.sheet.with_value(|sheet| {
                here.draft.with(|draft| here.messages.with(|messages| fold.is_open(sheet, draft, messages)))
            })
        };
        was == Some(&true) || draws()
    });
    view! {
        <details class="sheet fold" open=move || is_open.get()>
            <summary><h2>{title}</h2><span class="muted">{move || crate::ui::said(note())}</span></summary>
            {within}
        </details>
    }
    .into_any()
}
