//! The matrix in markup. Decides nothing.

use super::model::{AreaHead, Mark, Member, Responsibility, Row, TaskHead};
use super::words::{self, Words};
use crate::page::shared::lights::view::{counts, named_counts};
use crate::standing::board::LightCount;
use crate::text::{Language, Link, Text};
use crate::ui::{link, page_title, role, said, switch};
use leptos::prelude::*;

/// The page; the chart of the flow stands below the matrix and stays while the order changes.
pub fn view(
    page: impl Fn() -> Responsibility + Copy + Send + 'static,
    chart: AnyView,
    language: Language,
) -> AnyView {
    view! { {move || title(page(), language)} <div class="stack">{move || matrix(page(), language)} {chart}</div> }
        .into_any()
}

fn title(page: Responsibility, language: Language) -> AnyView {
    let orders = (!page.orders.is_empty()).then(|| switch(page.orders, words::of(language).orders));
    page_title(page.headline, Text::plain(page.lede), orders).into_any()
}

fn matrix(page: Responsibility, language: Language) -> AnyView {
    let words = words::of(language);
    let is_lit = !page.lights.is_empty();
    let whose = (!page.whose.words.is_empty()).then(|| view! { <p>{said(page.whose)}</p> });
    let summary = is_lit.then(|| {
        view! { <div class="lights-summary">{named_counts(page.lights.clone())}{whose}</div> }
    });
    let foot = is_lit.then(|| foot(&page.tasks, page.lights, words));
    view! {
        <section class="sheet">
            <header><h2>{words.matrix}</h2><p class="muted">{words.matrix_note}</p></header>
            {summary}
            <div
                class="matrix"
                data-wide=page.is_wide.then_some("")
                data-lit=is_lit.then_some("")
                tabindex=page.is_wide.then_some("0")
            >
                // The roles stand here because the narrow layout takes the table's own display away.
                <table role="table">
                    {heads(page.areas, &page.tasks, is_lit, words)}
                    {bodies(page.rows, &page.tasks, is_lit, words, language)} {foot}
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// The lights of each task; at the end those of the plan.
fn foot(tasks: &[TaskHead], all: Vec<LightCount>, words: &'static Words) -> AnyView {
    let each = tasks.iter().cloned().map(|task| match counts(task.lights) {
        None => view! { <td role="cell"></td> }.into_any(),
        Some(lights) => {
            view! { <td role="cell" class="mark">{lights}<span class="narrow">{link(task.link)}</span></td> }
                .into_any()
        }
    });
    view! {
        <tfoot role="rowgroup">
            <tr role="row">
                <th scope="row" role="rowheader">{words.task_lights}</th>
                {each.collect::<Vec<_>>()}
                <td role="cell" colspan="2"></td>
                <td role="cell" class="led">{counts(all)}</td>
            </tr>
        </tfoot>
    }
    .into_any()
}

fn heads(
    areas: Vec<AreaHead>,
    tasks: &[TaskHead],
    is_lit: bool,
    words: &'static Words,
) -> impl IntoView + use<> {
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
    let above = is_lit.then(|| view! { <td role="cell" class="led"></td> });
    let led =
        is_lit.then(|| view! { <th scope="col" role="columnheader" class="led">{words.led_lights}</th> });
    view! {
        <thead role="rowgroup">
            <tr role="row" class="areas">
                <td role="cell"></td>
                {areas}
                <td role="cell" colspan="2"></td>
                {above}
            </tr>
            <tr role="row">
                <th scope="col" role="columnheader">{words.organisation}</th>
                {tasks}
                <th scope="col" role="columnheader" class="number">{words.leads}</th>
                <th scope="col" role="columnheader" class="number">{words.responsible}</th>
                {led}
            </tr>
        </thead>
    }
}

fn bodies(
    rows: Vec<Row>,
    tasks: &[TaskHead],
    is_lit: bool,
    words: &'static Words,
    language: Language,
) -> Vec<impl IntoView + use<>> {
    rows.into_iter().map(|row| body(row, tasks, is_lit, words, language)).collect()
}

/// A row, and below it, when asked for, the members of the group.
fn body(
    row: Row,
    tasks: &[TaskHead],
    is_lit: bool,
    words: &'static Words,
    language: Language,
) -> impl IntoView + use<> {
    let open = RwSignal::new(false);
    let toggle = (!row.members.is_empty()).then(|| {
        view! {
            <button class="toggle" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                {words::members(language, row.members.len())}
            </button>
        }
    });
    let members = row.members.into_iter().map(|one| member(one, open, tasks, is_lit, words, language));
    let members = members.collect::<Vec<_>>();
    let led = is_lit.then(|| {
        view! { <td role="cell" class="led" data-column=words.led_lights>{counts(row.lights)}</td> }
    });
    view! {
        <tbody role="rowgroup">
            <tr role="row">
                <th scope="row" role="rowheader">{link(row.organisation)}{toggle}</th>
                {marks(row.marks, tasks, words, language)}
                <td role="cell" class="number figure" data-column=words.leads>{row.leads}</td>
                <td role="cell" class="number figure" data-column=words.responsible>{row.responsible}</td>
                {led}
            </tr>
            {members}
        </tbody>
    }
}

fn member(
    member: Member,
    open: RwSignal<bool>,
    tasks: &[TaskHead],
    is_lit: bool,
    words: &'static Words,
    language: Language,
) -> impl IntoView + use<> {
    view! {
        <tr role="row" class="member" hidden=move || !open.get()>
            <th scope="row" role="rowheader">{link(member.organisation)}<small>{words.member}</small></th>
            {marks(member.marks, tasks, words, language)}
            <td role="cell" colspan=if is_lit { "3" } else { "2" }></td>
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
