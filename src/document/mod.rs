//! An official document as one value: what stands on the screen, on paper and, copied, in a chat cannot disagree.
//!
//! Knows only words and tables. What a document says is made by its page's model (`page::documents`); `ui::document` draws
//! it, and `office` makes a workbook and a Word file of the same value. Start with [`Document`].

#![warn(missing_docs)]

mod plain;

use crate::text::{Link, Piece, Table, Text};

/// A document, from its title to its last block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The title, centred over the text.
    pub title: Text,
    /// The line below the title: who issues it, and data up to which day.
    pub masthead: Text,
    /// Somebody said that it was issued. Until then a file of it bears the word draft.
    pub is_issued: bool,
    /// What follows, in reading order.
    pub blocks: Vec<Block>,
    /// How the sheets lie.
    pub sheet: Sheet,
}

/// How the sheets of a document lie in the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A4, upright: text, and tables of few columns.
    Upright,
    /// A4 on its long side: tables of many columns.
    Wide,
    /// A3 on its long side: tables of which each row tells a story.
    Large,
}

/// A piece of a document that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A numbered heading of the first level; the number is part of the words (一、).
    Heading(Text),
    /// A paragraph: pieces one after another, without anything between them.
    Paragraph(Vec<Piece>),
    /// A table. Its heads are repeated on every sheet that it reaches.
    Table(Table),
    /// A row of small fields, one for each thing that is counted: how many there are of each kind is seen at a glance.
    Fields(Fields),
    /// What is said in smaller letters: source, rule, whose word it is.
    Note(Text),
}

impl Block {
    /// A paragraph in the language of the page that leads nowhere.
    pub fn said(words: impl Into<String>) -> Self {
        Self::Paragraph(vec![Piece::Plain(Text::plain(words))])
    }
}

/// Fields in rows, each with the light of its kind and a page of its own; the fields of a kind stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// What is shown, in a sentence.
    pub caption: Text,
    /// Each row with its name.
    pub rows: Vec<(Text, Vec<Field>)>,
}

impl Fields {
    /// The kinds of a row in their order, each with its light, its word and how many there are.
    pub fn kinds(all: &[Field]) -> Vec<(&'static str, &'static str, usize)> {
        let mut kinds: Vec<(&str, &str, usize)> = Vec::new();
        for field in all {
            match kinds.iter_mut().find(|(_, word, _)| *word == field.word) {
                Some((.., count)) => *count += 1,
                None => kinds.push((field.light, field.word, 1)),
            }
        }
        kinds
    }
}

/// One of the things that are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it is, and where it is told of.
    pub link: Link,
    /// The value of `data-light` in the markup.
    pub light: &'static str,
    /// Its kind, in words.
    pub word: &'static str,
}
