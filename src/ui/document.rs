//! A document value in markup: a sheet of paper on the screen, and the same on paper.

use super::{link, said, table};
use crate::browser::document as page;
use crate::document::{Block, Document, Field, Fields, Sheet};
use crate::text::{Link, ListedAt, Piece};
use leptos::prelude::*;

/// The document. Its title is the heading of the page.
pub fn document(document: Document) -> AnyView {
    let blocks = document.blocks.into_iter().map(|block| match block {
        Block::Heading(text) => view! { <h2>{said(text)}</h2> }.into_any(),
        Block::Paragraph(pieces) => view! { <p>{paragraph(pieces)}</p> }.into_any(),
        Block::Table(one) => table(one),
        Block::Fields(one) => fields(one),
        Block::Note(text) => view! { <p class="muted">{said(text)}</p> }.into_any(),
    });
    let sheet = match document.sheet {
        Sheet::Upright => "upright",
        Sheet::Wide => "wide",
        Sheet::Large => "large",
    };
    view! {
        <article class="sheet document" data-sheet=sheet data-issued=document.is_issued.then_some("")>
            <header><h1 tabindex="-1">{said(document.title)}</h1><p>{said(document.masthead)}</p></header>
            {blocks.collect::<Vec<_>>()}
        </article>
    }
    .into_any()
}

/// The pieces of a paragraph; a count leads to what it counts.
fn paragraph(pieces: Vec<Piece>) -> Vec<AnyView> {
    let piece = |piece| match piece {
        Piece::Count { text, to: ListedAt::Page(href) } => vec![link(Link { text, href })],
        Piece::Count { text, to: ListedAt::Below(heading) } => {
            let go = move |_| page::arrive_at_heading(heading);
            vec![view! { <button type="button" class="jump" on:click=go>{said(text)}</button> }.into_any()]
        }
        other => table::pieces(vec![other]),
    };
    pieces.into_iter().flat_map(piece).collect()
}

/// A mark each, which says what it is to whoever cannot see it or points at it; beside them how many there are of a kind.
fn fields(fields: Fields) -> AnyView {
    let rows = fields.rows.into_iter().map(|(name, all)| {
        let kinds = Fields::kinds(&all).into_iter().map(|(light, word, count)| {
            view! { <li><span class="light" data-light=light>{word}</span>" "<b class="figure">{count}</b></li> }
        });
        let kinds = kinds.collect::<Vec<_>>();
        let all = all.into_iter().map(|Field { link, light, word }| {
            let title = [link.text.words.as_str(), " · ", word].concat();
            view! {
                <li>
                    <a class="light" href=link.href data-light=light title=title>
                        <span class="spoken">{said(link.text)}" · "{word}</span>
                    </a>
                </li>
            }
        });
        view! {
            <tr>
                <th scope="row">{said(name)}</th>
                <td><ul>{all.collect::<Vec<_>>()}</ul><ul class="kinds">{kinds}</ul></td>
            </tr>
        }
    });
    view! {
        <table class="fields-of">
            <caption>{said(fields.caption)}</caption>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
    }
    .into_any()
}
