//! The list on the dispatch page in markup: what presses most, each with the way to its page, where it is acted on.
//! Decides nothing.

use crate::page::shared::problems::words::{self, Words};
use crate::page::shared::problems::{Problems, Row};
use crate::route::{ProblemsView, Route};
use crate::text::Language;
use crate::ui::{link, said};
use leptos::prelude::*;

/// So many problems stand on the page unfolded.
const MOST_SHOWN: usize = 6;

/// The sheet; nothing where no problem was ever reported.
pub fn sheet(language: Language, problems: Problems) -> AnyView {
    let words = words::of(language);
    let Problems { title, summary, mut open, closed } = problems;
    if summary.is_empty() {
        return ().into_any();
    }
    // What presses most stands open; a list of dozens would push the rest of the page out of sight.
    let less_urgent = open.split_off(open.len().min(MOST_SHOWN));
    let rest = (!less_urgent.is_empty()).then(|| {
        let count = less_urgent.len();
        view! {
            <details class="rest">
                <summary>{words.rest}" ("{count}")"</summary>
                {table(language, less_urgent, words)}
            </details>
        }
    });
    let folded = (!closed.is_empty()).then(|| {
        let count = closed.len();
        view! {
            <details class="settled">
                <summary>{words.closed}" ("{count}")"</summary>
                {table(language, closed, words)}
            </details>
        }
    });
    view! {
        <section class="sheet problem-list">
            <header><h2>{title}</h2><span class="muted">{summary}</span></header>
            {(!open.is_empty()).then(|| table(language, open, words))}
            {rest}
            {folded}
            <p class="all"><a class="button" href=Route::Problems(ProblemsView::default()).href()>{words.all}</a></p>
        </section>
    }
    .into_any()
}

fn table(language: Language, rows: Vec<Row>, words: &'static Words) -> AnyView {
    let heads = [words.problem, words.organisation, words.subject, words.until, words.state];
    let heads = heads.map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let rows = rows.into_iter().map(|row| drawn(language, row, words)).collect::<Vec<_>>();
    view! {
        <table class="table" role="table" aria-label=words.title>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            {rows}
        </table>
    }
    .into_any()
}

fn drawn(language: Language, row: Row, words: &'static Words) -> AnyView {
    let light = row.lit.light;
    let note = |text: &str| (!text.is_empty()).then(|| view! { <small>{text.to_owned()}</small> });
    let since = words::since_line(language, &row.since);
    view! {
        <tbody role="rowgroup">
            <tr role="row">
                <th scope="row" role="rowheader">
                    <span class="typed">{link(row.text)}</span>
                    <small>{since}</small>
                    {row.closing.map(|closing| view! { <small class="how">{said(closing)}</small> })}
                </th>
                <td role="cell" data-column=words.organisation><div>{link(row.organisation)}<small>{said(row.who)}</small></div></td>
                <td role="cell" data-column=words.subject>{row.subject.map(link)}</td>
                <td role="cell" data-column=words.until class="figure">{row.until}</td>
                <td role="cell" data-column=words.state>
                    <div><span class="light" data-light=light>{row.lit.word}</span>{note(row.stage)}{note(&row.state)}{note(row.receipt)}</div>
                </td>
            </tr>
        </tbody>
    }
    .into_any()
}
