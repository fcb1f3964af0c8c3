//! The workbook of a document: a sheet for each of its tables, and one for what it says in words.

use super::{Sheet, Workbook};
use crate::document::{Block, Document, Fields};
use crate::text::{Cell, Column, Language, Piece, Table, Text};

/// Every table of a document on a sheet of its own, under the document's title and masthead and over its notes; then a
/// sheet with what the document says in words, so that nothing of it is missing and no workbook is without a sheet.
///
/// `language` is that of the page: of the heads that a document leaves to the eye.
pub fn of_document(document: &Document, language: Language) -> Workbook {
    let words = |text: &Text| text.words.clone();
    let notes = document.blocks.iter().filter_map(|block| match block {
        Block::Note(text) => Some(words(text)),
        Block::Heading(_) | Block::Paragraph(_) | Block::Table(_) | Block::Fields(_) => None,
    });
    let notes: Vec<String> = notes.collect();
    let mut book = Workbook { title: words(&document.title), sheets: vec![] };
    let mut heading = None;
    for block in &document.blocks {
        let table = match block {
            Block::Heading(text) => {
                heading = Some(text.words.as_str());
                continue;
            }
            Block::Table(table) => table,
            Block::Fields(fields) => &of_fields(fields, language),
            Block::Paragraph(_) | Block::Note(_) => continue,
        };
        let lead = vec![words(&document.masthead), words(&table.caption)];
        let sheet = Sheet { title: words(&document.title), lead, notes: notes.clone(), ..Sheet::of(table) };
        // A heading is shorter than a caption, which is a sentence; it stands over one table or over several.
        book.add(match heading {
            Some(heading) => sheet.named(heading),
            None => sheet,
        });
    }
    book.add(in_words(document, language));
    book
}

/// Fields as a table: each with the row in which it stands.
fn of_fields(fields: &Fields, language: Language) -> Table {
    let columns =
        [language.pick("分组", "Group"), language.pick("事项", "Item"), language.pick("状态", "State")];
    let rows = fields.rows.iter().flat_map(|(name, row)| {
        row.iter().map(move |field| {
            let light = Piece::Light { light: field.light, word: field.word };
            vec![name.clone().into(), field.link.clone().into(), Cell { pieces: vec![light] }]
        })
    });
    Table { caption: fields.caption.clone(), columns: columns.map(Column::text).into(), rows: rows.collect() }
}

/// Headings, paragraphs and notes, a row each.
fn in_words(document: &Document, language: Language) -> Sheet {
    let name = language.pick("正文", "Text");
    let said = document.blocks.iter().filter_map(|block| match block {
        Block::Heading(text) | Block::Note(text) => Some(text.words.clone()),
        Block::Paragraph(pieces) => Some(pieces.iter().map(Piece::words).collect()),
        Block::Table(_) | Block::Fields(_) => None,
    });
    let rows = said.map(|words| vec![Cell::plain(words)]).collect();
    let table = Table { caption: document.title.clone(), columns: vec![Column::text(name)], rows };
    Sheet { lead: vec![document.masthead.words.clone()], ..Sheet::of(&table) }.named(name)
}
