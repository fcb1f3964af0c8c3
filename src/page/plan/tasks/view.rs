//! The page of tasks in markup. Decides nothing.

use super::model::{Group, Listing, Tasks};
use super::tree::{AreaBranch, MeasureBranch, TaskBranch};
use super::words::{self, Words};
use crate::page::shared::lights::Stands;
use crate::page::shared::lights::view::{counts, light, stands};
use crate::standing::Lit;
use crate::text::{Language, Link, Text};
use crate::ui::{Branches, branch, link, links, page_title, said, sheet, switch, table};
use leptos::prelude::*;

/// The page; `open` keeps which branches of the tree are.
pub fn view(page: Tasks, open: RwSignal<Vec<bool>>, language: Language) -> AnyView {
    let words = words::of(language);
    let listing = match page.listing {
        Listing::Tree(areas) => tree(areas, Branches::new(open), words, language),
        Listing::Tasks(one) => view! { <section class="sheet task-list">{table(one)}</section> }.into_any(),
        Listing::Projects(groups) => {
            let groups = groups.into_iter().map(group).collect::<Vec<_>>();
            view! { <div class="stack project-list">{groups}</div> }.into_any()
        }
    };
    let years = page.years.into_iter().map(link).collect::<Vec<_>>();
    let years = view! {
        <nav class="switch year-lists" aria-label=words.years><span aria-hidden="true">{words.years}</span>{years}</nav>
    };
    let lists = page.lists.map(|one| view! { <a class="button" href=one.href>{said(one.text)}</a> });
    let actions = view! { {switch(page.views, words.views)} {years} {lists} };
    view! {
        {page_title(Text::plain(page.headline), Text::plain(page.lede), actions)}
        {listing}
    }
    .into_any()
}

fn group(group: Group) -> AnyView {
    sheet(Text::plain(group.title), group.note, table(group.table))
}

fn tree(areas: Vec<AreaBranch>, branches: Branches, words: &'static Words, language: Language) -> AnyView {
    let areas = areas.into_iter().map(|one| area(one, &branches, words, language)).collect::<Vec<_>>();
    let (open, close) = (branches.clone(), branches);
    view! {
        <div class="tree-actions">
            <button on:click=move |_| open.set(true)>{words.open_all}</button>
            <button on:click=move |_| close.set(false)>{words.close_all}</button>
        </div>
        <div class="stack tree">{areas}</div>
    }
    .into_any()
}

fn area(area: AreaBranch, branches: &Branches, words: &'static Words, language: Language) -> AnyView {
    let tasks = area.tasks.into_iter().map(|one| task(one, branches, words, language)).collect::<Vec<_>>();
    view! {
        <section class="sheet">
            <header><h2><b>{said(area.mark)}</b>{said(area.title)}</h2>{counts(area.lights)}</header>
            <ul>{tasks}</ul>
        </section>
    }
    .into_any()
}

fn task(task: TaskBranch, branches: &Branches, words: &'static Words, language: Language) -> AnyView {
    // A title in another language stands alone, so that it can be read out in its own.
    let label = match task.link.text.language {
        Some(_) => task.link.text.clone(),
        None => Text::plain([words.show, &task.link.text.words].concat()),
    };
    let head = view! {
        <h3><small class="figure">{said(task.section)}</small>{link(task.link)}</h3>
        {counts(task.lights)}
        <small>{links(task.lead, language)}</small>
        <small class="tally-line">{task.tally}</small>
    };
    let measures = task.measures.into_iter().map(|one| measure(one, language)).collect::<Vec<_>>();
    let body = view! {
        <dl>
            {indicators(words.indicators, task.indicators, language)}
            {milestones(words.milestones, task.milestones, language)}
            {row(words.named_by_task, task.projects, language)}
        </dl>
        <ul class="measures">{measures}</ul>
    };
    branch(branches, label, head, body)
}

fn measure(measure: MeasureBranch, language: Language) -> AnyView {
    let projects = (!measure.projects.is_empty())
        .then(|| view! { <p class="projects">{links(measure.projects, language)}</p> });
    view! {
        <li>
            <h4><small class="figure">{said(measure.section)}</small>{link(measure.link)}{measure.lit.map(light)}</h4>
            {projects}
        </li>
    }
    .into_any()
}

/// Without records a row of links; else a line for each with how it stands.
fn indicators(name: &'static str, list: Vec<(Link, Option<Stands>)>, language: Language) -> Option<AnyView> {
    let lines = list.iter().filter_map(|(link, stands)| Some((link.clone(), stands.clone()?)));
    lined(name, lines.map(|(link, one)| (link, stands(one))).collect(), list, language)
}

fn milestones(name: &'static str, list: Vec<(Link, Option<Lit>)>, language: Language) -> Option<AnyView> {
    let lines = list.iter().filter_map(|(link, lit)| Some((link.clone(), light((*lit)?))));
    lined(name, lines.collect(), list, language)
}

fn lined<T>(
    name: &'static str,
    lines: Vec<(Link, AnyView)>,
    bare: Vec<(Link, Option<T>)>,
    language: Language,
) -> Option<AnyView> {
    if lines.is_empty() {
        let links = bare.into_iter().map(|(link, _)| link).collect();
        return row(name, links, language).map(IntoAny::into_any);
    }
    let lines = lines.into_iter().map(|(one, how)| view! { <li>{link(one)} {how}</li> }).collect::<Vec<_>>();
    Some(view! { <div><dt>{name}</dt><dd><ul class="lines">{lines}</ul></dd></div> }.into_any())
}

fn row(name: &'static str, list: Vec<Link>, language: Language) -> Option<impl IntoView> {
    (!list.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{links(list, language)}</dd></div> })
}
