//! The form of a what-if: what is typed goes into the address, and nowhere else.

use super::Here;
use crate::browser::address;
use crate::page::documents::districts::{Instead, WhatIf, WhatIfFault as Fault, names, shown, words};
use crate::page::shared::records::with_as_of;
use crate::text::Choice;
use crate::ui::field::{self, Bound, Line};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The form for the rule that is shown; nothing without one.
pub fn form(here: Here) -> AnyView {
    // Another rule has other items; what is tried already begins the form.
    let rule = Memo::new(move |_| {
        let view = here.view.get()?;
        let untried = view.untried();
        with_as_of(here.state, here.desk, |as_of| shown(as_of, &untried)?.rule)
    });
    let drawn = move || {
        rule.get().map(|rule| of_rule(here, rule.items.iter().map(|one| one.item.to_string()).collect()))
    };
    drawn.into_any()
}

fn of_rule(here: Here, items: Vec<String>) -> AnyView {
    let (plan, language, words) = (here.state.plan(), here.language, here.words);
    let view = here.view.get_untracked().unwrap_or_default();
    let typed = RwSignal::new(WhatIf::of(&view, items.len()));
    let faults = RwSignal::new(Vec::<Fault>::new());
    let items: Vec<Choice> = items
        .iter()
        .enumerate()
        .map(|(at, item)| Choice { value: at.to_string(), words: names::item(&plan, item, language) })
        .collect();
    let names: Vec<String> = items.iter().map(|item| item.words.words.clone()).collect();
    let weights = names.iter().enumerate().map(|(at, item)| {
        let name = [words.weight, language.pick("：", ": "), item].concat();
        let is_wrong = move || {
            faults.with(|all| all.iter().any(|one| matches!(one, Fault::Weight(row, _) if *row == at)))
        };
        field::line(name, DECIMAL, Bound::at(typed, at, weight).marked(is_wrong))
    });
    let weights = weights.collect::<Vec<_>>();
    let districts = plan.districts.iter();
    let districts =
        districts.map(|id| Choice { value: id.clone(), words: names::district(&plan, id, language) });
    let districts: Vec<Choice> = districts.collect();
    let count = Memo::new(move |_| typed.with(|typed| typed.figures.len()));
    let figures = move || {
        let row = |at: usize| {
            let bound = |of: fn(&mut WhatIf, usize) -> &mut String| {
                Bound::at(typed, at, of)
                    .marked(move || faults.with(|all| all.iter().any(|one| one.row() == Some(at))))
            };
            view! {
                <div class="fields">
                    {field::select(words.district, words.none, districts.clone(), bound(|typed, at| &mut instead(typed, at).district))}
                    {field::select(words.item, words.none, items.clone(), bound(|typed, at| &mut instead(typed, at).item))}
                    {field::line(words.new_figure, DECIMAL, bound(|typed, at| &mut instead(typed, at).figure))}
                </div>
            }
        };
        (0..count.get()).map(row).collect::<Vec<_>>()
    };
    let seed = Line { id: "district-seed", mode: "numeric", example: "1" };
    let seed = field::line(
        words.seed,
        seed,
        Bound::new(typed, |typed| &mut typed.seed)
            .marked(move || faults.with(|all| all.iter().any(|one| matches!(one, Fault::Seed(_))))),
    );
    let told = move || {
        let item = |at: usize| names.get(at).cloned().unwrap_or_default();
        field::faults(faults.get().iter().map(|one| words::what_if_fault(language, one, item)).collect())
    };
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        let view = here.view.get_untracked().unwrap_or_default();
        match typed.with_untracked(|typed| typed.tried(&view, here.year)) {
            Ok(tried) => {
                faults.set(vec![]);
                typed.update(WhatIf::leave_room);
                address::go(&tried.route());
            }
            Err(found) => faults.set(found),
        }
    };
    view! {
        <details class="sheet act-form try-form">
            <summary><h2>{words.try_form}</h2></summary>
            <form on:submit=go>
                <p class="muted">{words.try_note}</p>
                <div class="fields">{weights}</div>
                {figures}
                <div class="fields">{seed}</div>
                {told}
                <div class="acts"><button type="submit" data-main="">{words.try_button}</button></div>
            </form>
        </details>
    }
    .into_any()
}

const DECIMAL: Line = Line { id: "", mode: "decimal", example: "" };

/// A weight by its place; one beyond the fields makes its field.
fn weight(typed: &mut WhatIf, at: usize) -> &mut String {
    if typed.weights.len() <= at {
        typed.weights.resize(at + 1, String::new());
    }
    &mut typed.weights[at]
}

/// A figure by its row; one beyond the rows makes its row.
fn instead(typed: &mut WhatIf, at: usize) -> &mut Instead {
    if typed.figures.len() <= at {
        typed.figures.resize(at + 1, Instead::default());
    }
    &mut typed.figures[at]
}
