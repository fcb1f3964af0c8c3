//! A table as one value, so that what stands on the screen, in a download and on paper cannot disagree.

use super::Text;

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub text: Text,
    /// Value of the `href`; inside the app it begins with `#/`.
    pub href: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Table {
    /// What the table shows, in a sentence.
    pub caption: Text,
    pub columns: Vec<Column>,
    /// Each row has one cell per column; the first cell names the row.
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: Text,
    /// Figures stand to the right.
    pub is_numeric: bool,
}

/// What stands in a cell: pieces one after another, each plain or a link. No piece: an empty cell.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cell {
    pub pieces: Vec<Piece>,
}

/// A piece of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Plain(Text),
    Link(Link),
    /// Something said beside the rest, smaller: a unit, a word of promise.
    Note(Text),
    /// A light: its name in the markup and its word.
    Light {
        light: &'static str,
        word: &'static str,
    },
}

impl Column {
    pub fn text(name: impl Into<String>) -> Self {
        Self { name: Text::plain(name), is_numeric: false }
    }

    pub fn figure(name: impl Into<String>) -> Self {
        Self { name: Text::plain(name), is_numeric: true }
    }
}

impl Cell {
    pub fn plain(words: impl Into<String>) -> Self {
        Text::plain(words).into()
    }

    /// Several links, one after another.
    pub fn links(links: impl IntoIterator<Item = Link>) -> Self {
        Self { pieces: links.into_iter().map(Piece::Link).collect() }
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Self {
        Self { pieces: vec![Piece::Plain(text)] }
    }
}

impl From<Link> for Cell {
    fn from(link: Link) -> Self {
        Self { pieces: vec![Piece::Link(link)] }
    }
}
