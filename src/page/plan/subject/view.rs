//! A page about one thing of the plan, in markup. Decides nothing.

use super::words;
use super::{Body, Fact, Listed, Section, Subject};
use crate::page::shared::lights::view::light;
use crate::text::{Language, Text};
use crate::ui::{crumbs, facts, link, links, page_title, said, sheet, table};
use leptos::prelude::*;

/// The page.
pub fn view(subject: Subject, language: Language) -> AnyView {
    let words = words::of(language);
    let sections = subject.sections.into_iter().map(section(language)).collect::<Vec<_>>();
    view! {
        <article class="subject">
            {crumbs(subject.crumbs, words.path)}
            <p class="muted kind">{said(subject.kind)}</p>
            {page_title(subject.heading, subject.lede, ())}
            <div class="beside">
                <div class="stack">{sections}</div>
                <aside>{sheet(Text::plain(words.facts), (), fact_list(subject.facts, language))}</aside>
            </div>
        </article>
    }
    .into_any()
}

/// Facts in two columns.
pub fn fact_list(list: Vec<Fact>, language: Language) -> AnyView {
    let fact = |fact: Fact| {
        let content = view! { {links(fact.links, language)}{said(fact.text)} };
        (fact.name, content.into_any())
    };
    facts(list.into_iter().map(fact).collect())
}

fn section(language: Language) -> impl Fn(Section) -> AnyView {
    move |section: Section| sheet(Text::plain(section.title), section.note, body(section.body, language))
}

/// The content of a section, also for pages that are not about one thing.
pub fn body(body: Body, language: Language) -> AnyView {
    match body {
        Body::Table(one) => table(one),
        Body::List(list) => listed(list),
        Body::Quotes(quotes) => {
            let quotes = quotes.into_iter().map(|words| view! { <blockquote>{said(words)}</blockquote> });
            view! { <div class="quotes">{quotes.collect::<Vec<_>>()}</div> }.into_any()
        }
        Body::Questions(list) => {
            let reading = words::of(language).reading;
            let question = |(question, answer): (Text, Text)| {
                view! { <div><dt>{said(question)}</dt><dd><span>{reading}</span>{said(answer)}</dd></div> }
            };
            view! { <dl class="questions">{list.into_iter().map(question).collect::<Vec<_>>()}</dl> }
                .into_any()
        }
    }
}

/// A list of things of the plan.
pub fn listed(list: Vec<Listed>) -> AnyView {
    let one = |one: Listed| {
        let remarks = one.remarks.into_iter().map(|words| view! { <small>{said(words)}</small> });
        let text = (!one.text.words.is_empty()).then(|| view! { <p>{said(one.text)}</p> });
        let lit = one.lit.map(light);
        view! { <li><div>{link(one.link)}{lit}{remarks.collect::<Vec<_>>()}</div>{text}</li> }
    };
    view! { <ul class="listed">{list.into_iter().map(one).collect::<Vec<_>>()}</ul> }.into_any()
}
