//! Every list in markup.

use super::super::all::{Line, model};
use super::super::words::{self, Words};
use crate::standing::AsOf;
use crate::state::{Desk, State};
use crate::text::{Cell, Column, Piece, Table, Text};
use crate::ui::{page_title, sheet, table};
use leptos::prelude::*;

/// The page.
pub fn page(state: State, desk: Desk) -> AnyView {
    let drawn = move || {
        let (plan, language) = (state.plan(), state.language());
        let words = words::of(language);
        let today = state.today.get().unwrap_or_else(|| desk.now().day(desk.offset()));
        let ledger = desk.ledger();
        let page = model(AsOf { plan: &plan, ledger: &ledger, today, offset: desk.offset(), language });
        let groups = page.groups.into_iter().map(|(title, lines)| {
            let rows = lines.into_iter().map(|line| row(line, words)).collect();
            let columns = vec![
                Column::text(words.list),
                Column::figure(words.count),
                Column::text(words.kind),
                Column::text(words.source),
                Column::text(words.proves),
                Column::text(words.changed),
            ];
            let lines = Table { caption: Text::plain(title), columns, rows }.without_empty_columns();
            sheet(Text::plain(title), (), table(lines))
        });
        view! {
            {page_title(Text::plain(page.heading), Text::plain(words.lede), ())}
            <div class="stack lists">{groups.collect::<Vec<_>>()}</div>
        }
    };
    drawn.into_any()
}

fn row(line: Line, words: &Words) -> Vec<Cell> {
    let [section, quoted] = line.source;
    let source = Cell { pieces: vec![Piece::Plain(quoted), Piece::Note(section)] };
    let changed = if line.changed.is_empty() { Cell::default() } else { Cell::plain(line.changed) };
    vec![
        line.name.into(),
        Cell::plain(line.count.map_or_else(|| words.nobody.to_owned(), |count| count.to_string())),
        Cell::plain(line.kind),
        source,
        Cell::links(line.proves),
        changed,
    ]
}
