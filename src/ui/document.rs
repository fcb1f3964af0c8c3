//! A document value in markup: a sheet of paper on the screen, and the same on paper.

use super::{said, table};
use crate::document::{Block, Document, Sheet};
use leptos::prelude::*;

/// The document. Its title is the heading of the page.
pub fn document(document: Document) -> AnyView {
    let blocks = document.blocks.into_iter().map(|block| match block {
        Block::Heading(text) => view! { <h2>{said(text)}</h2> }.into_any(),
        Block::Paragraph(pieces) => {
            view! { <p>{pieces.into_iter().map(said).collect::<Vec<_>>()}</p> }.into_any()
        }
        Block::Table(one) => table(one),
        Block::Note(text) => view! { <p class="muted">{said(text)}</p> }.into_any(),
    });
    let sheet = match document.sheet {
        Sheet::Upright => "upright",
        Sheet::Wide => "wide",
    };
    view! {
        <article class="sheet document" data-sheet=sheet>
            <header><h1 tabindex="-1">{said(document.title)}</h1><p>{said(document.masthead)}</p></header>
            {blocks.collect::<Vec<_>>()}
        </article>
    }
    .into_any()
}
