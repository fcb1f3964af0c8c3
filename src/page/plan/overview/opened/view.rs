//! An opened row in markup. Decides nothing.

use super::model::{Opened, Spark, model};
use super::words::{self, Words};
use crate::page::shared::records::{Records, records};
use crate::standing::AsOf;
use crate::standing::words::copied;
use crate::state::State;
use crate::text::{Language, Link};
use crate::ui::{links, said};
use leptos::prelude::*;

/// What the row of an indicator opens to; it follows the records.
pub fn view(state: State, id: &str) -> AnyView {
    let id = id.to_owned();
    (move || {
        let Records { ledger, today, offset } = records(state)?;
        let (plan, language) = (state.plan(), state.language());
        let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset, language };
        Some(drawn(model(as_of, &id)?, language))
    })
    .into_any()
}

fn drawn(opened: Opened, language: Language) -> AnyView {
    let words = words::of(language);
    let text = RwSignal::new(false);
    let stop = if opened.since.is_empty() { "" } else { language.pick("。", ". ") };
    let whole = [opened.since.as_str(), stop, &copied(&opened.sentence)].concat();
    let copy = move |_| {
        let whole = whole.clone();
        leptos::task::spawn_local(async move { text.set(crate::browser::clipboard::copy(&whole).await) });
    };
    let since = (!opened.since.is_empty()).then(|| view! { <strong>{opened.since}</strong> });
    let next = (!opened.next.is_empty()).then(|| fact(words.next, opened.next.into_any()));
    view! {
        <div class="opened">
            <p>{since}{opened.sentence.into_iter().map(said).collect::<Vec<_>>()}</p>
            <dl>
                {organisations(words.lead, opened.lead, language)}
                {organisations(words.responsible, opened.responsible, language)}
                {lights(words, opened.lights)}
                {next}
            </dl>
            {spark(words, &opened.spark)}
            <div class="acts">
                <a class="button" href=opened.href>{words.page}</a>
                <button on:click=copy>{move || if text.get() { words.copied } else { words.copy }}</button>
            </div>
        </div>
    }
    .into_any()
}

fn fact(name: &'static str, content: AnyView) -> AnyView {
    view! { <dt>{name}</dt><dd>{content}</dd> }.into_any()
}

fn organisations(name: &'static str, all: Vec<Link>, language: Language) -> Option<AnyView> {
    (!all.is_empty()).then(|| fact(name, links(all, language)))
}

fn lights(words: &'static Words, lights: Vec<(String, crate::standing::Lit)>) -> Option<AnyView> {
    let (first, last) = (lights.first()?.0.clone(), lights.last()?.0.clone());
    let each = lights.into_iter().map(|(month, lit)| {
        let title = [&month, " ", lit.word].concat();
        let spoken = title.clone();
        view! { <i class="light" data-light=lit.light title=title><span class="spoken">{spoken}</span></i> }
    });
    let run = view! { <small class="figure">{first}</small>{each.collect::<Vec<_>>()}<small class="figure">{last}</small> };
    Some(fact(words.lights, view! { <span class="run">{run}</span> }.into_any()))
}

/// The figures as a line, the targets as crosses; the page of the indicator has the chart with its table.
fn spark(words: &'static Words, spark: &Spark) -> Option<AnyView> {
    let at = |(x, y): (u16, u16)| (u32::from(x) * 3 / 10 + 10, 90 - u32::from(y) * 8 / 100);
    let points: Vec<String> =
        spark.figures.iter().map(|&place| at(place)).map(|(x, y)| format!("{x},{y}")).collect();
    let (x, y) = spark.figures.last().map(|&place| at(place))?;
    let crosses = spark.targets.iter().map(|&place| {
        let (x, y) = at(place);
        view! { <path d=format!("M{} {}l8 8m0-8l-8 8", x - 4, y - 4) /> }
    });
    Some(
        view! {
            <svg class="spark" viewBox="0 0 320 100" role="img" aria-label=words.chart>
                <polyline points=points.join(" ") />
                <circle cx=x cy=y r="4" />
                {crosses.collect::<Vec<_>>()}
            </svg>
        }
        .into_any(),
    )
}
