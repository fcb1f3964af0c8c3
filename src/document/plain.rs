//! A document as plain text, for a chat: a line for each block, tables with tabs, as spreadsheets take them.

use super::{Block, Document, Fields};
use crate::text::{Cell, Piece, Table};

impl Document {
    /// The document without any layout: blocks end with a line break, the cells of a row are parted by tabs.
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.words.clone(), self.masthead.words.clone()];
        for block in &self.blocks {
            match block {
                Block::Heading(text) | Block::Note(text) => lines.push(text.words.clone()),
                Block::Paragraph(pieces) => lines.push(words(&joined(pieces))),
                Block::Table(table) => rows(table, &mut lines),
                Block::Fields(fields) => counted(fields, &mut lines),
            }
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }
}

/// How many there are of each kind, row by row.
fn counted(fields: &Fields, lines: &mut Vec<String>) {
    lines.push(fields.caption.words.clone());
    lines.extend(fields.rows.iter().map(|(name, all)| {
        let kinds = Fields::kinds(all).into_iter().map(|(_, word, count)| format!("\t{word} {count}"));
        [name.words.as_str(), &kinds.collect::<String>()].concat()
    }));
}

fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::words).collect()
}

fn rows(table: &Table, lines: &mut Vec<String>) {
    let heads: Vec<&str> = table.columns.iter().map(|column| column.name.words.as_str()).collect();
    lines.push(table.caption.words.clone());
    lines.push(heads.join("\t"));
    lines.extend(table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")));
}

/// The pieces of a cell with a space between them. What would begin a new cell or line becomes a space, and words that a
/// spreadsheet would take for a formula, as somebody may have typed them, begin with the mark by which it leaves them words.
fn cell(cell: &Cell) -> String {
    let pieces: Vec<&str> = cell.pieces.iter().map(Piece::words).filter(|words| !words.is_empty()).collect();
    let words = pieces.join(" ").replace(['\t', '\n', '\r'], " ");
    if pieces.first().is_some_and(|first| is_figure(first)) { words } else { self::words(&words) }
}

/// A paragraph is pasted into a spreadsheet as well.
fn words(words: &str) -> String {
    let is_formula = words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    [if is_formula { "'" } else { "" }, words].concat()
}

/// Digits with a point perhaps, below zero perhaps.
fn is_figure(words: &str) -> bool {
    let digits = words.strip_prefix('-').unwrap_or(words);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
}

#[cfg(test)]
mod tests {
    use super::super::Sheet;
    use super::*;
    use crate::text::Column;
    use crate::text::Text;

    #[test]
    fn every_block_is_a_line_and_no_cell_breaks_its_row() {
        let light = Cell {
            pieces: vec![Piece::Light { light: "red", word: "滞后" }, Piece::Note(Text::plain("落后 3 点"))],
        };
        let table = Table {
            caption: Text::plain("指标"),
            columns: vec![Column::text("名称"), Column::text("灯")],
            rows: vec![vec![Cell::plain("平台\t数\n量"), light]],
        };
        let document = Document {
            title: Text::plain("月调度表"),
            masthead: Text::default(),
            blocks: vec![
                Block::Heading(Text::plain("一、指标")),
                Block::Paragraph(
                    ["共 1 项，", "滞后 1 项。"].map(|words| Piece::Plain(Text::plain(words))).into(),
                ),
                Block::said("=1+1"),
                Block::Table(table),
                Block::Note(Text::plain("数据由各单位自报。")),
            ],
            is_issued: false,
            sheet: Sheet::Wide,
        };
        let expected = "月调度表\n一、指标\n共 1 项，滞后 1 项。\n'=1+1\n指标\n名称\t灯\n平台 数 量\t滞后 落后 3 点\n数据由各单位自报。";
        assert_eq!(document.text(), expected);
    }

    /// What somebody typed is no formula where a sheet is pasted, and a figure below zero stays one.
    #[test]
    fn a_copied_cell_is_no_formula() {
        for typed in ["=HYPERLINK(\"http://a\",\"见附件\")", "+1+2", "-2+3", "@SUM(A1)", "＝1+1"] {
            assert_eq!(cell(&Cell::plain(typed)), format!("'{typed}"));
        }
        for plain in ["-3", "-3.25", "20", "a=b", ""] {
            assert_eq!(cell(&Cell::plain(plain)), plain);
        }
        let with_unit = [Piece::Plain(Text::plain("-3")), Piece::Note(Text::plain("家"))];
        assert_eq!(cell(&Cell { pieces: with_unit.into() }), "-3 家");
        let behind = [Piece::Plain(Text::default()), Piece::Plain(Text::plain("=1+1"))];
        assert_eq!(cell(&Cell { pieces: behind.into() }), "'=1+1", "nothing stands before it");
    }
}
