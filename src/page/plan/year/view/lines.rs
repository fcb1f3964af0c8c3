//! The lists: each line with where it comes from, who, until when, how far, and what may be done with it.

use super::Here;
use super::writing::{self, Writing};
use crate::page::plan::year::dated::dated;
use crate::page::plan::year::{self, Group, Line, MayBe, Source};
use crate::page::shared::lights::view::light;
use crate::text::{Link, Text};
use crate::ui::{link, links, said, sheet};
use leptos::html;
use leptos::prelude::*;

/// A sheet for each kind; one sentence where nothing is on the list.
pub fn groups(here: Here, writing: Writing, groups: Vec<Group>, is_writable: bool) -> AnyView {
    if groups.is_empty() {
        let nothing = year::words::no_lines(here.language, here.year);
        return view! { <p class="sheet looking">{nothing}</p> }.into_any();
    }
    let all = groups.into_iter().map(|group| {
        let Group { title, note, lines, of_text, fold } = group;
        let lines = (!lines.is_empty()).then(|| table(here, writing, Text::plain(title), lines, is_writable));
        // What the text names may be long, and nothing is done with it here.
        let of_text = (!of_text.is_empty()).then(|| {
            let label = Text::plain([title, " ", &fold].concat());
            let table = table(here, writing, label, of_text, false);
            view! { <details><summary>{fold}</summary>{table}</details> }
        });
        sheet(Text::plain(title), note, view! { {lines} {of_text} })
    });
    all.collect::<Vec<_>>().into_any()
}

fn table(here: Here, writing: Writing, label: Text, lines: Vec<Line>, is_writable: bool) -> AnyView {
    let words = here.words;
    let column = |one| super::words::column(here.language, one);
    let lead = column(crate::page::plan::year::Column::Lead);
    let mut heads = vec![words.item, words.comes, lead, words.due, words.state];
    if is_writable {
        heads.push(words.act);
    }
    let columns = heads.len();
    let heads = heads.into_iter().map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let heads = heads.collect::<Vec<_>>();
    let rows = lines.into_iter().map(|line| row(here, writing, line, columns, is_writable));
    let rows = rows.collect::<Vec<_>>();
    view! {
        <table class="table" role="table" aria-label=label.words>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            {rows}
        </table>
    }
    .into_any()
}

fn row(here: Here, writing: Writing, line: Line, columns: usize, is_writable: bool) -> AnyView {
    let words = here.words;
    let lead = super::words::column(here.language, crate::page::plan::year::Column::Lead);
    let begun = NodeRef::<html::Button>::new();
    let acts = is_writable.then(|| {
        let acts = line.acts.iter().map(|act| button(here, writing, &line, *act, begun)).collect::<Vec<_>>();
        let acts = (!acts.is_empty()).then(|| view! { <div>{acts}</div> });
        view! { <td role="cell" class="line-acts" data-column=words.act>{acts}</td> }
    });
    let form = writing::row(here, writing, &line, columns, begun);
    let source = match line.source {
        Source::Ended => Some("ended"),
        _ => None,
    };
    view! {
        <tbody role="rowgroup">
            <tr role="row" data-source=source>
                <th scope="row" role="rowheader">{name(&line)}</th>
                <td role="cell" data-column=words.comes>{comes(&line)}</td>
                <td role="cell" data-column=lead><div>{links(line.lead, here.language)}{small_links(here, line.responsible)}</div></td>
                <td role="cell" data-column=words.due class="figure">{due(line.due, line.moved)}</td>
                <td role="cell" data-column=words.state>{state(line.lit, line.overdue)}</td>
                {acts}
            </tr>
            {form}
        </tbody>
    }
    .into_any()
}

/// The title, as a link where the plan has a page for it, and to what it belongs.
pub fn name(line: &Line) -> AnyView {
    let title = match &line.href {
        Some(href) => link(Link { text: line.title.clone(), href: href.clone() }),
        None => view! { <span class="typed">{said(line.title.clone())}</span> }.into_any(),
    };
    let parent = line.parent.clone().map(|parent| view! { <small>{link(parent)}</small> });
    view! { {title}{parent} }.into_any()
}

/// Where it comes from, and by what.
pub fn comes(line: &Line) -> AnyView {
    let by =
        line.by.iter().cloned().map(|text| view! { <small>{with_days(text)}</small> }).collect::<Vec<_>>();
    view! { <div><b>{with_days(Text::plain(line.comes.clone()))}</b>{by}</div> }.into_any()
}

fn small_links(here: Here, responsible: Vec<Link>) -> Option<AnyView> {
    (!responsible.is_empty()).then(|| view! { <small>{links(responsible, here.language)}</small> }.into_any())
}

fn due(due: String, moved: Vec<Text>) -> Option<AnyView> {
    let moved = moved.into_iter().map(|text| view! { <small>{with_days(text)}</small> }).collect::<Vec<_>>();
    let due = with_days(Text::plain(due));
    (!moved.is_empty() || due.is_some()).then(|| view! { <div>{due}{moved}</div> }.into_any())
}

/// Words whose days stay whole at the end of a line; nothing for none.
fn with_days(text: Text) -> Option<AnyView> {
    if text.language.is_some() {
        return Some(said(text).into_any());
    }
    let pieces = dated(&text.words).into_iter().map(|(piece, is_day)| {
        let piece = piece.to_owned();
        if is_day { view! { <span class="day">{piece}</span> }.into_any() } else { piece.into_any() }
    });
    (!text.words.is_empty()).then(|| pieces.collect::<Vec<_>>().into_any())
}

fn state(lit: Option<crate::standing::Lit>, overdue: String) -> Option<AnyView> {
    let note = (!overdue.is_empty()).then(|| view! { <small>{overdue}</small> });
    lit.map(|lit| view! { <div>{light(lit)}{note}</div> }.into_any())
}

fn button(here: Here, writing: Writing, line: &Line, act: MayBe, begun: NodeRef<html::Button>) -> AnyView {
    let words = here.words;
    let what = match act {
        MayBe::Reworded => words.reword,
        MayBe::Moved => words.move_due,
        MayBe::Ended => words.end,
    };
    // What somebody typed in another language has no place in a label; the row says which line it is.
    let name = if line.title.language.is_none() { line.title.words.as_str() } else { "" };
    let label = [what, " ", name].concat().trim_end().to_owned();
    let line = line.clone();
    let begin = move |_| writing.begin(here, &line, act);
    match act {
        MayBe::Reworded => {
            view! { <button type="button" aria-label=label node_ref=begun on:click=begin>{what}</button> }
                .into_any()
        }
        _ => view! { <button type="button" aria-label=label on:click=begin>{what}</button> }.into_any(),
    }
}
