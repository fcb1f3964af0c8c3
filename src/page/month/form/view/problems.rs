//! New situations and problems: a sentence, who sees to it, until when.

use super::super::draft::Problem;
use super::super::spot::{ProblemField, Spot};
use super::figures::line;
use super::{Here, text};
use crate::browser::document;
use leptos::html;
use leptos::prelude::*;

/// The problems of the draft.
pub fn list(here: Here) -> AnyView {
    let words = here.words;
    // Only which ones there are: what is typed into one does not draw it again.
    let numbers = Memo::new(move |_| {
        here.draft.with(|draft| {
            let shown = draft.problems.iter().filter(|one| !one.is_withdrawn);
            shown.map(|one| one.number).collect::<Vec<u32>>()
        })
    });
    let add_button = NodeRef::<html::Button>::new();
    let remove = Callback::new(move |number| {
        here.filled(|draft| draft.remove_problem(number));
        // The button that was pressed goes with its problem.
        if let Some(button) = add_button.get_untracked() {
            crate::browser::ignored(button.focus());
        }
    });
    let add = move |_| {
        let mut number = 0;
        here.filled(|draft| number = draft.add_problem());
        document::after_paint(move || document::enter(&Spot::Problem(number, ProblemField::Text).element()));
    };
    view! {
        <ul class="problems">
            <For each=move || numbers.get() key=|number| *number children=move |number| problem(here, number, remove)/>
        </ul>
        <p><button type="button" node_ref=add_button on:click=add>{words.add_problem}</button></p>
    }
    .into_any()
}

fn problem(here: Here, number: u32, remove: Callback<u32>) -> AnyView {
    let words = here.words;
    let field = move |part, label, get: fn(&Problem) -> &String, set: fn(&mut Problem) -> &mut String| {
        let value =
            here.value(move |draft| draft.problem(number).map(|one| get(one).clone()).unwrap_or_default());
        let typed = move |typed| {
            here.typed(Spot::Problem(number, part), |draft| {
                if let Some(problem) = draft.problem_mut(number) {
                    *set(problem) = typed;
                }
            });
        };
        line(here, Spot::Problem(number, part), label, value, typed)
    };
    view! {
        <li>
            <fieldset>
                <legend class="spoken">{words.problem}</legend>
                {field(ProblemField::Text, words.problem_text, |one| &one.text, |one| &mut one.text)}
                {field(ProblemField::Who, words.problem_who, |one| &one.who, |one| &mut one.who)}
                {until(here, number)}
                {subject(here, number)}
                <button type="button" on:click=move |_| remove.run(number)>{words.remove_problem}</button>
            </fieldset>
        </li>
    }
    .into_any()
}

/// Typed, not picked: pickers of old browsers cannot be used by keyboard, and a typed day is read in every form.
fn until(here: Here, number: u32) -> AnyView {
    let label = here.words.problem_until;
    let value =
        here.value(move |draft| draft.problem(number).map(|one| one.until.clone()).unwrap_or_default());
    let typed = move |typed| {
        here.typed(Spot::Problem(number, ProblemField::Until), |draft| {
            if let Some(problem) = draft.problem_mut(number) {
                problem.until = typed;
            }
        });
    };
    let field = line(here, Spot::Problem(number, ProblemField::Until), label, value, typed);
    view! { <div>{field}<small class="muted">{here.words.problem_until_example}</small></div> }.into_any()
}

fn subject(here: Here, number: u32) -> AnyView {
    let words = here.words;
    let subjects = here.sheet.with_value(|sheet| sheet.subjects.clone());
    if subjects.is_empty() {
        return ().into_any();
    }
    let chosen = Memo::new(move |_| {
        here.draft.with(|draft| draft.problem(number).and_then(|one| one.subject.clone()))
    });
    let options = subjects.into_iter().map(|(id, name)| {
        let value = id.clone();
        let is_chosen = move || chosen.with(|chosen| chosen.as_ref() == Some(&id));
        let language = name.language.map(|language| language.tag());
        view! {
            <option value=value lang=language selected=is_chosen.clone() prop:selected=is_chosen>{name.words}</option>
        }
    });
    let options = options.collect::<Vec<_>>();
    let choose = move |id: String| {
        here.filled(|draft| {
            if let Some(problem) = draft.problem_mut(number) {
                problem.subject = Some(id).filter(|id| !id.is_empty());
            }
        });
    };
    view! {
        <div class="line">
            <label>
                <span>{words.problem_subject}</span>
                <select on:change:target=move |event| choose(event.target().value())>
                    <option value="">{text(crate::text::Text::plain(words.problem_any))}</option>
                    {options}
                </select>
            </label>
        </div>
    }
    .into_any()
}
