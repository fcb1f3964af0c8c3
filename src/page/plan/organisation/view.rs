//! The page of an organisation in markup. Decides nothing.

use super::model::{Duty, DutyGroup, IndicatorLine, OrganisationPage};
use super::reporting::Reporting;
use super::words::{self, Words};
use crate::page::plan::subject::view::{body, fact_list, listed};
use crate::page::plan::subject::{Section, words as shared};
use crate::page::shared::lights::view::{light, named_counts, stands};
use crate::text::{Language, Link, Text};
use crate::ui::{crumbs, link, links, page_title, role, said, sheet};
use leptos::prelude::*;

/// The page.
pub fn view(
    page: OrganisationPage,
    reporting: Option<Reporting>,
    recorded: Vec<Section>,
    language: Language,
) -> AnyView {
    let words = words::of(language);
    let duties = page.duties.into_iter().map(|group| duty_group(group, words, language)).collect::<Vec<_>>();
    let sections = page
        .sections
        .into_iter()
        .map(|one| sheet(Text::plain(one.title), one.note, body(one.body, language)));
    let sections = sections.collect::<Vec<_>>();
    let facts = fact_list(page.facts, language);
    let recorded = recorded.into_iter();
    let recorded = recorded.map(|one| sheet(Text::plain(one.title), one.note, body(one.body, language)));
    let recorded = recorded.collect::<Vec<_>>();
    view! {
        <article class="subject organisation">
            {crumbs(page.crumbs, shared::of(language).path)}
            <p class="muted kind">{page.kind}</p>
            {page_title(page.heading, Text::plain(page.lede), ())}
            <div class="beside">
                <div class="stack">{recorded} {duties}</div>
                <aside class="stack">{reporting.map(report)} {sheet(Text::plain(shared::of(language).facts), (), facts)} {sections}</aside>
            </div>
        </article>
    }
    .into_any()
}

/// How it stands with the current period.
fn report(one: Reporting) -> AnyView {
    let light = light(one.lit);
    let reason = one.reason.map(|reason| view! { <p>{said(reason)}</p> });
    let counts = (!one.counts.is_empty()).then(|| view! { <p>{one.counts}</p> });
    let content =
        view! { <div class="reporting"><p>{one.sentence}</p>{reason}{counts}<p>{link(one.form)}</p></div> };
    sheet(Text::plain(one.title), light, content)
}

fn duty_group(group: DutyGroup, words: &'static Words, language: Language) -> AnyView {
    let tasks = group.tasks.into_iter().map(|one| duty(one, words, language)).collect::<Vec<_>>();
    let mark = role(group.role, language);
    view! {
        <section class="sheet duties">
            <header><h2>{said(group.title)}</h2>{named_counts(group.lights)}<div class="muted">{mark}</div></header>
            {tasks}
        </section>
    }
    .into_any()
}

fn duty(duty: Duty, words: &'static Words, language: Language) -> AnyView {
    let led_by = (!duty.led_by.is_empty())
        .then(|| view! { <small>{words.led_by}{links(duty.led_by, language)}</small> });
    view! {
        <article class="duty">
            <h3><small class="figure">{said(duty.section)}</small>{link(duty.task)}{led_by}</h3>
            <dl>
                {row(words.indicators, indicators(duty.indicators))}
                {row(words.milestones, (!duty.milestones.is_empty()).then(|| listed(duty.milestones)))}
                {row(words.measures, several(duty.measures, language))}
                {row(words.projects, several(duty.projects, language))}
            </dl>
        </article>
    }
    .into_any()
}

fn row(name: &'static str, content: Option<AnyView>) -> Option<impl IntoView> {
    content.map(|content| view! { <div><dt>{name}</dt><dd>{content}</dd></div> })
}

fn several(list: Vec<Link>, language: Language) -> Option<AnyView> {
    (!list.is_empty()).then(|| links(list, language))
}

fn indicators(lines: Vec<IndicatorLine>) -> Option<AnyView> {
    let line = |line: IndicatorLine| {
        let targets = line.targets.into_iter().map(|(year, target)| {
            view! { <span class="figure"><small>{year}</small>" "<b>{target}</b></span> }
        });
        view! {
            <li>
                {link(line.link)} {line.stands.map(stands)}
                <span class="targets">{targets.collect::<Vec<_>>()}<small>{said(line.unit)}</small></span>
            </li>
        }
    };
    let has_lines = !lines.is_empty();
    let lines = lines.into_iter().map(line).collect::<Vec<_>>();
    has_lines.then(|| view! { <ul class="lines">{lines}</ul> }.into_any())
}
