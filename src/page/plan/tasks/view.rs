//! The page of tasks in markup. Decides nothing.

use super::model::{Group, Listing, Tasks};
use super::tree::{AreaBranch, MeasureBranch, TaskBranch};
use super::words::{self, Words};
use crate::text::{Language, Link, Text};
use crate::ui::{Branches, branch, link, links, page_title, said, sheet, switch, table};
use leptos::prelude::*;

/// The page; `charts` stand below the tree.
pub fn view(page: Tasks, charts: impl FnOnce() -> AnyView, language: Language) -> AnyView {
    let words = words::of(language);
    let listing = match page.listing {
        Listing::Tree(areas) => {
            view! { {tree(areas, words, language)} <div class="tree-charts">{charts()}</div> }.into_any()
        }
        Listing::Tasks(one) => view! { <section class="sheet task-list">{table(one)}</section> }.into_any(),
        Listing::Projects(groups) => {
            let groups = groups.into_iter().map(group).collect::<Vec<_>>();
            view! { <div class="stack project-list">{groups}</div> }.into_any()
        }
    };
    view! {
        {page_title(Text::plain(page.headline), Text::plain(page.lede), switch(page.views, words.views))}
        {listing}
    }
    .into_any()
}

fn group(group: Group) -> AnyView {
    sheet(Text::plain(group.title), group.note, table(group.table))
}

fn tree(areas: Vec<AreaBranch>, words: &'static Words, language: Language) -> AnyView {
    let branches = Branches::default();
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
            <header><h2><b>{said(area.mark)}</b>{said(area.title)}</h2></header>
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
        <small>{links(task.lead, language)}</small>
        <small class="tally-line">{task.tally}</small>
    };
    let measures = task.measures.into_iter().map(|one| measure(one, language)).collect::<Vec<_>>();
    let body = view! {
        <dl>
            {row(words.indicators, task.indicators, language)}
            {row(words.milestones, task.milestones, language)}
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
            <h4><small class="figure">{said(measure.section)}</small>{link(measure.link)}</h4>
            {projects}
        </li>
    }
    .into_any()
}

fn row(name: &'static str, list: Vec<Link>, language: Language) -> Option<impl IntoView> {
    (!list.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{links(list, language)}</dd></div> })
}
