//! A table as one value, so that what stands on the screen, in a download and on paper cannot disagree.

use super::Text;

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words that people press.
    pub text: Text,
    /// Value of the `href`; inside the app it begins with `#/`.
    pub href: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Table {
    /// What the table shows, in a sentence.
    pub caption: Text,
    /// The heads, from left to right; the first is that of the names of the rows.
    pub columns: Vec<Column>,
    /// Each row has one cell per column; the first cell names the row.
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The words over the column.
    pub name: Text,
    /// Figures stand to the right.
    pub is_numeric: bool,
}

/// What stands in a cell: pieces one after another, each plain or a link. No piece: an empty cell.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cell {
    /// From left to right; empty for an empty cell.
    pub pieces: Vec<Piece>,
}

/// A piece of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that lead nowhere.
    Plain(Text),
    /// Words that lead to a page.
    Link(Link),
    /// Something said beside the rest, smaller: a unit, a word of promise.
    Note(Text),
    /// A light: its name in the markup and its word.
    Light {
        /// The value of `data-light` in the markup, for example `red`.
        light: &'static str,
        /// The light's word in the language of the page.
        word: &'static str,
    },
    /// How many there are of something, and where they are listed. It leads there on the screen; in a file it is words alone.
    Count {
        /// The count with what it counts.
        text: Text,
        /// Where they are listed.
        to: ListedAt,
    },
}

/// Where something that was counted is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListedAt {
    /// On a page, by the value of its `href`.
    Page(String),
    /// Further down in the same document, below the heading that ends with these words.
    Below(&'static str),
}

impl Piece {
    /// What it says, wherever it leads.
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Note(text) | Self::Count { text, .. } => &text.words,
            Self::Link(link) => &link.text.words,
            Self::Light { word, .. } => word,
        }
    }
}

impl Table {
    /// The table without columns in which no row has anything: they would only narrow the others. The first stays.
    pub fn without_empty_columns(self) -> Self {
        let has_anything =
            |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.pieces.is_empty()));
        let kept: Vec<bool> = (0..self.columns.len()).map(|at| at == 0 || has_anything(at)).collect();
        fn keep<T>(all: Vec<T>, kept: &[bool]) -> Vec<T> {
            all.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(one, _)| one).collect()
        }
        Self {
            caption: self.caption,
            columns: keep(self.columns, &kept),
            rows: self.rows.into_iter().map(|row| keep(row, &kept)).collect(),
        }
    }
}

impl Column {
    /// The head of a column of words, named in the language of the page.
    pub fn text(name: impl Into<String>) -> Self {
        Self { name: Text::plain(name), is_numeric: false }
    }

    /// The head of a column of figures, named in the language of the page.
    pub fn figure(name: impl Into<String>) -> Self {
        Self { name: Text::plain(name), is_numeric: true }
    }
}

impl Cell {
    /// A cell with nothing but words in the language of the page.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_without_anything_goes_and_a_row_keeps_its_other_cells() {
        let columns = ["month", "empty", "figure"].map(Column::text).into();
        let row = |figure: &str| vec![Cell::plain("2024-08"), Cell::default(), Cell::plain(figure)];
        let table =
            Table { columns, rows: vec![row("1"), row("2")], ..Table::default() }.without_empty_columns();
        let names: Vec<_> = table.columns.iter().map(|column| column.name.words.as_str()).collect();
        assert_eq!(names, ["month", "figure"]);
        assert_eq!(table.rows[1], [Cell::plain("2024-08"), Cell::plain("2")]);
        let bare = Table { columns: vec![Column::text("a"), Column::text("b")], ..Table::default() };
        assert_eq!(bare.without_empty_columns().columns.len(), 1);
    }
}
