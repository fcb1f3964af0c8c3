//! The section about reported problems on the page of one thing.

use super::{Body, Section, Subject};
use crate::page::shared::problems::{About, Problems, Row, list, words};
use crate::standing::{AsOf, Lit};
use crate::text::{Cell, Column, Piece, Table, Text};

/// The problems as a section of a page about one thing; it has no content where nothing was reported.
pub fn section(as_of: AsOf, about: About) -> Section {
    let words = words::of(as_of.language);
    let Problems { summary, open, closed, .. } = list(as_of, about);
    let columns = [words.problem, words.organisation, words.subject, words.until, words.state, words.since];
    let table = Table {
        caption: Text::plain(words.caption),
        columns: columns.map(Column::text).into(),
        rows: open.into_iter().chain(closed).map(cells).collect(),
    };
    Section { title: words.title, note: summary, body: Body::Table(table.without_empty_columns()) }
}

/// The page with the problems that were reported about any of so many things, if there are any: below what was
/// reported of its progress.
pub fn with_problems(mut page: Subject, as_of: AsOf, things: &[&str]) -> Subject {
    let section = section(as_of, About::Things(things));
    if section.has_content() {
        let at = page.sections.len().min(1);
        page.sections.insert(at, section);
    }
    page
}

fn cells(row: Row) -> Vec<Cell> {
    let note = |text: Text| (!text.words.is_empty()).then_some(Piece::Note(text));
    let pieces = |all: Vec<Option<Piece>>| Cell { pieces: all.into_iter().flatten().collect() };
    let Lit { light, word } = row.lit;
    vec![
        pieces(vec![Some(Piece::Link(row.text)), row.closing.and_then(note)]),
        pieces(vec![Some(Piece::Link(row.organisation)), note(row.who)]),
        row.subject.map(Cell::from).unwrap_or_default(),
        Cell::plain(row.until),
        pieces(vec![
            Some(Piece::Light { light, word }),
            note(Text::plain(row.stage)),
            note(Text::plain(row.state)),
            note(Text::plain(row.receipt)),
        ]),
        Cell::plain(row.since),
    ]
}
