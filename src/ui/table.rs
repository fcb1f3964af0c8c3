//! A table value in markup.

use super::{link, said};
use crate::text::{Piece, Table};
use leptos::prelude::*;

/// The table. On a narrow screen each row becomes a block that names its columns (see `style/parts/table.css`),
/// which takes the table's own display away: the roles keep it a table for a screen reader.
pub fn table(table: Table) -> AnyView {
    let kind = |is_numeric: bool| is_numeric.then_some("number");
    let numeric: Vec<bool> = table.columns.iter().map(|column| column.is_numeric).collect();
    let names: Vec<String> = table.columns.iter().map(|column| column.name.words.clone()).collect();
    let heads = table.columns.into_iter().map(|column| {
        view! { <th scope="col" role="columnheader" class=kind(column.is_numeric)>{said(column.name)}</th> }
    });
    let heads = heads.collect::<Vec<_>>();
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.into_iter().zip(names.iter().zip(&numeric)).enumerate().map(
            |(index, (cell, (name, numeric)))| {
                let content = pieces(cell.pieces);
                match index {
                    0 => view! { <th scope="row" role="rowheader">{content}</th> }.into_any(),
                    _ => {
                        view! { <td role="cell" class=kind(*numeric) data-column=name.clone()>{content}</td> }
                            .into_any()
                    }
                }
            },
        );
        view! { <tr role="row">{cells.collect::<Vec<_>>()}</tr> }
    });
    view! {
        <table class="table" role="table">
            <caption>{said(table.caption)}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{rows.collect::<Vec<_>>()}</tbody>
        </table>
    }
    .into_any()
}

/// Pieces one after another.
pub(super) fn pieces(pieces: Vec<Piece>) -> Vec<AnyView> {
    let piece = |piece| match piece {
        // Only a document has somewhere to go (`ui::document`).
        Piece::Plain(text) | Piece::Count { text, .. } => view! { <span>{said(text)}</span> }.into_any(),
        Piece::Link(one) => link(one),
        Piece::Note(text) => view! { <small>{said(text)}</small> }.into_any(),
        Piece::Light { light, word } => {
            view! { <span class="light" data-light=light>{word}</span> }.into_any()
        }
    };
    pieces.into_iter().map(piece).collect()
}
