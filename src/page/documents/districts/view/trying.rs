//! The form of a what-if: what is typed goes into the address, and nowhere else.

use super::Here;
use crate::browser::address;
use crate::page::documents::districts::names;
use crate::page::documents::districts::shown;
use crate::page::documents::view::with_as_of;
use crate::plan::Quantity;
use crate::route::DistrictsView;
use crate::rows::figure;
use crate::text::Choice;
use crate::ui::field::{self, Bound, Line};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// What is typed.
#[derive(Clone, Default)]
struct Typed {
    /// By the items of the rule.
    weights: Vec<String>,
    district: String,
    /// Place of the item.
    item: String,
    figure: String,
    seed: String,
}

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
    let weight = |at: usize| {
        let tried = view.weights.iter().find(|(one, _)| *one == at);
        tried.map(|(_, weight)| weight.to_string()).unwrap_or_default()
    };
    let (district, item, figure) =
        view.figures.first().map_or_else(Default::default, |(district, at, value)| {
            (district.clone(), at.to_string(), value.to_string())
        });
    let typed = RwSignal::new(Typed {
        weights: (0..items.len()).map(weight).collect(),
        district,
        item,
        figure,
        seed: view.seed.map(|seed| seed.to_string()).unwrap_or_default(),
    });
    let decimal = Line { mode: "decimal", ..Line::default() };
    let weights = items.iter().enumerate().map(|(at, item)| {
        let name =
            [words.weight, language.pick("：", ": "), &names::item(&plan, item, language).words].concat();
        let bound = Bound::at(typed, at, |typed, at| {
            if typed.weights.len() <= at {
                typed.weights.resize(at + 1, String::new());
            }
            &mut typed.weights[at]
        });
        field::line(name, decimal, bound)
    });
    let weights = weights.collect::<Vec<_>>();
    let choice = |value: String, words| Choice { value, words };
    let districts = plan.districts.iter().map(|id| choice(id.clone(), names::district(&plan, id, language)));
    let items = items.iter().enumerate();
    let items = items.map(|(at, item)| choice(at.to_string(), names::item(&plan, item, language))).collect();
    let seed = Line { id: "district-seed", mode: "numeric", example: "1" };
    let figure = Line { id: "district-figure", ..decimal };
    view! {
        <details class="sheet act-form try-form">
            <summary><h2>{words.try_form}</h2></summary>
            <form on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                go(here, &typed.get_untracked());
            }>
                <p class="muted">{words.try_note}</p>
                <div class="fields">{weights}</div>
                <div class="fields">
                    {field::select(words.district, words.none, districts.collect(), Bound::new(typed, |typed| &mut typed.district))}
                    {field::select(words.item, words.none, items, Bound::new(typed, |typed| &mut typed.item))}
                    {field::line(words.new_figure, figure, Bound::new(typed, |typed| &mut typed.figure))}
                    {field::line(words.seed, seed, Bound::new(typed, |typed| &mut typed.seed))}
                </div>
                <div class="acts"><button type="submit" data-main="">{words.try_button}</button></div>
            </form>
        </details>
    }
    .into_any()
}

fn go(here: Here, typed: &Typed) {
    let read = |text: &str| -> Option<Quantity> { figure::read(text, &[]).ok().flatten() };
    let view = here.view.get_untracked().unwrap_or_default().untried();
    let weights = typed.weights.iter().enumerate().filter_map(|(at, text)| Some((at, read(text)?)));
    let figure = (!typed.district.is_empty())
        .then(|| Some((typed.district.clone(), typed.item.parse().ok()?, read(&typed.figure)?)))
        .flatten();
    let tried = DistrictsView {
        year: Some(here.year),
        weights: weights.collect(),
        figures: figure.into_iter().collect(),
        seed: typed.seed.trim().parse().ok(),
        ..view
    };
    address::go(&tried.route());
}
