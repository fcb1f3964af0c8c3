//! The matrix in markup. Decides nothing.

use super::model::{AreaHead, Mark, Member, Responsibility, Row, TaskHead};
use super::words::{self, Words};
use crate::text::{Language, Link, Text};
use crate::ui::{link, page_title, role, said};
use leptos::prelude::*;

/// The page; the chart of the flow stands below the matrix.
pub fn view(page: Responsibility, chart: AnyView, language: Language) -> AnyView {
    let words = words::of(language);
    view! {
        {page_title(page.headline, Text::plain(page.lede), ())}
        <div class="stack">
            <section class="sheet">
                <header><h2>{words.matrix}</h2><p class="muted">{words.matrix_note}</p></header>
                <div class="matrix" data-wide=page.is_wide.then_some("") tabindex=page.is_wide.then_some("0")>
                    // The roles stand here because the narrow layout takes the table's own display away.
                    <table role="table">
                        {heads(page.areas, &page.tasks, words)}
                        {bodies(page.rows, &page.tasks, words, language)}
                    </table>
                </div>
            </section>
            {chart}
        </div>
    }
    .into_any()
}

fn heads(areas: Vec<AreaHead>, tasks: &[TaskHead], words: &'static Words) -> impl IntoView + use<> {
    let areas = areas.into_iter().map(|area| {
        view! {
            <th scope="colgroup" role="columnheader" colspan=area.span aria-colspan=area.span>
                <b>{said(area.mark)}</b>{said(area.title)}
            </th>
        }
    });
    let areas = areas.collect::<Vec<_>>();
    let tasks = tasks.iter().cloned().map(|task| {
        view! {
            <th scope="col" role="columnheader"><small>{said(task.section)}</small>{link(task.link)}</th>
        }
    });
    let tasks = tasks.collect::<Vec<_>>();
    view! {
        <thead role="rowgroup">
            <tr role="row" class="areas">
                <td role="cell"></td>
                {areas}
                <td role="cell" colspan="2"></td>
            </tr>
            <tr role="row">
                <th scope="col" role="columnheader">{words.organisation}</th>
                {tasks}
                <th scope="col" role="columnheader" class="number">{words.leads}</th>
                <th scope="col" role="columnheader" class="number">{words.responsible}</th>
            </tr>
        </thead>
    }
}

fn bodies(
    rows: Vec<Row>,
    tasks: &[TaskHead],
    words: &'static Words,
    language: Language,
) -> Vec<impl IntoView + use<>> {
    rows.into_iter().map(|row| body(row, tasks, words, language)).collect()
}

/// A row, and below it, when asked for, the members of the group.
fn body(row: Row, tasks: &[TaskHead], words: &'static Words, language: Language) -> impl IntoView + use<> {
    let open = RwSignal::new(false);
    let toggle = (!row.members.is_empty()).then(|| {
        view! {
            <button class="toggle" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                {words::members(language, row.members.len())}
            </button>
        }
    });
    let members = row.members.into_iter().map(|one| member(one, open, tasks, words, language));
    let members = members.collect::<Vec<_>>();
    view! {
        <tbody role="rowgroup">
            <tr role="row">
                <th scope="row" role="rowheader">{link(row.organisation)}{toggle}</th>
                {marks(row.marks, tasks, words, language)}
                <td role="cell" class="number figure" data-column=words.leads>{row.leads}</td>
                <td role="cell" class="number figure" data-column=words.responsible>{row.responsible}</td>
            </tr>
            {members}
        </tbody>
    }
}

fn member(
    member: Member,
    open: RwSignal<bool>,
    tasks: &[TaskHead],
    words: &'static Words,
    language: Language,
) -> impl IntoView + use<> {
    view! {
        <tr role="row" class="member" hidden=move || !open.get()>
            <th scope="row" role="rowheader">{link(member.organisation)}<small>{words.member}</small></th>
            {marks(member.marks, tasks, words, language)}
            <td role="cell" colspan="2"></td>
        </tr>
    }
}

fn marks(
    marks: Vec<Option<Mark>>,
    tasks: &[TaskHead],
    words: &'static Words,
    language: Language,
) -> Vec<AnyView> {
    let cell = |(mark, task): (Option<Mark>, &TaskHead)| match mark {
        None => view! { <td role="cell"></td> }.into_any(),
        Some(mark) => filled(mark, task.link.clone(), words, language),
    };
    marks.into_iter().zip(tasks).map(cell).collect()
}

/// The task stands in the cell again for the narrow layout, which has no heads.
fn filled(mark: Mark, task: Link, words: &'static Words, language: Language) -> AnyView {
    let sign = match mark {
        Mark::Named(named) => role(named, language),
        Mark::ThroughGroup => {
            view! { <span class="role" data-role="group">{words.through_group}</span> }.into_any()
        }
    };
    view! { <td role="cell" class="mark">{sign}<span class="narrow">{link(task)}</span></td> }.into_any()
}
