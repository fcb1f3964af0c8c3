//! The timeline in markup. Decides nothing.

use super::model::{CalendarMonth, CalendarRound, CalendarYear, Phase, RoundRule, Timeline, YearBlock};
use super::words::{self, Words};
use crate::page::plan::subject::view::listed;
use crate::page::shared::lights::view::stands;
use crate::page::shared::names;
use crate::route::Route;
use crate::text::{Language, Text};
use crate::ui::{link, page_title, said, sheet};
use leptos::prelude::*;

/// The page; the chart of the milestones stands above their list.
pub fn view(page: Timeline, chart: AnyView, language: Language) -> AnyView {
    let words = words::of(language);
    let years = page.years.into_iter().map(year).collect::<Vec<_>>();
    let rounds = page.rounds.into_iter().map(|one| rule(one, words)).collect::<Vec<_>>();
    let calendar = page.calendar.into_iter().map(|one| calendar_year(one, words)).collect::<Vec<_>>();
    let nodes = (!page.nodes.is_empty())
        .then(|| sheet(Text::plain(words.nodes), words.nodes_note, listed(page.nodes)));
    let districts = view! {
        <a class="button" href=Route::Districts(String::new()).href()>{names::districts(language)}</a>
    };
    view! {
        {page_title(page.headline, Text::plain(page.lede), districts)}
        <div class="stack timeline">
            {sheet(Text::plain(words.years), (), view! { <div class="years">{years}</div> })}
            {chart}
            {sheet(Text::plain(words.milestones), (), listed(page.milestones))}
            {nodes}
            {sheet(Text::plain(words.rounds), (), view! { <ul class="rounds">{rounds}</ul> })}
            {sheet(Text::plain(words.calendar), page.calendar_note, calendar)}
        </div>
    }
    .into_any()
}

fn year(block: YearBlock) -> impl IntoView {
    let targets = block.targets.into_iter().map(|one| {
        view! {
            <li>
                {link(one.indicator)}
                <span class="aim"><b class="figure">{one.target}</b><small>{said(one.unit)}</small></span>
                {one.stands.map(stands)}
            </li>
        }
    });
    view! {
        <section>
            <h3><span class="figure">{block.year}</span><small>{block.note}</small></h3>
            <ul>{targets.collect::<Vec<_>>()}</ul>
        </section>
    }
}

fn rule(rule: RoundRule, words: &'static Words) -> impl IntoView {
    let written = rule.as_written.map(|text| view! { <small>{words.as_written}{said(text)}</small> });
    view! {
        <li>
            <b>{said(rule.name)}</b>
            <span>{rule.rule}<small>{rule.source}</small></span>
            <p>{said(rule.purpose)}{written}</p>
        </li>
    }
}

fn calendar_year(year: CalendarYear, words: &'static Words) -> impl IntoView {
    let months = year.months.into_iter().map(|one| month(one, words)).collect::<Vec<_>>();
    view! { <section class="calendar"><h3 class="figure">{year.year}</h3><ul>{months}</ul></section> }
}

fn month(month: CalendarMonth, words: &'static Words) -> impl IntoView {
    let (slug, said) = phase(month.phase, words);
    let rounds = month.rounds.into_iter().map(round).collect::<Vec<_>>();
    view! {
        <li data-phase=slug>
            <h4 class="figure">{month.month}<small>{said}</small></h4>
            <ul>{rounds}</ul>
        </li>
    }
}

fn round(round: CalendarRound) -> impl IntoView {
    view! {
        <li><b>{link(round.name)}</b><small><span>{round.window}" ·"</span>" "<span>{round.reports_on}</span></small></li>
    }
}

/// The phase for the style sheet and for people.
fn phase(phase: Option<Phase>, words: &'static Words) -> (&'static str, &'static str) {
    match phase {
        None => ("unknown", ""),
        Some(Phase::Past) => ("past", words.past),
        Some(Phase::Open) => ("open", words.open),
        Some(Phase::Coming) => ("coming", words.coming),
    }
}
