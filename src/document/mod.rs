//! An official document as one value: what stands on the screen, on paper and, copied, in a chat cannot disagree.
//!
//! Knows only words and tables. What a document says is made by its page's model (`page::documents`); `ui::document` draws
//! it, and an office format will be written from the same value. Start with [`Document`].

#![warn(missing_docs)]

mod plain;

use crate::text::{Table, Text};

/// A document, from its title to its last block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The title, centred over the text.
    pub title: Text,
    /// The line below the title: who issues it, and data up to which day.
    pub masthead: Text,
    /// What follows, in reading order.
    pub blocks: Vec<Block>,
    /// How the sheets lie.
    pub sheet: Sheet,
}

/// How the sheets of a document lie in the printer. The size is A4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Upright: text, and tables of few columns.
    Upright,
    /// On its long side: tables of many columns.
    Wide,
}

/// A piece of a document that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A numbered heading of the first level; the number is part of the words (一、).
    Heading(Text),
    /// A paragraph: pieces one after another, without anything between them.
    Paragraph(Vec<Text>),
    /// A table. Its heads are repeated on every sheet that it reaches.
    Table(Table),
    /// What is said in smaller letters: source, rule, whose word it is.
    Note(Text),
}
