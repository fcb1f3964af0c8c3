//! A document as word processors take it: sections of sheets that lie one way, and in each of them parts that stand on
//! lines of their own. `docx.rs` writes it.

use crate::document::{self, Block, Document, Fields};
use crate::text::{self, Language, Piece, Table};
use serde::{Deserialize, Serialize};

/// More columns than these stand on a sheet that lies on its long side: beside each other on an upright one they would be
/// narrower than a word of five letters.
const UPRIGHT_COLUMNS: usize = 6;

/// Of what is wider than this, in digits of its face, half counts: long names take two lines and leave room to figures.
const SHORT: u32 = 12;
/// Widest share of a column; a Chinese letter is as wide as two digits.
const WIDEST: u32 = 48;
/// What a cell keeps free at both sides, and a figure that is not torn.
const BESIDE: u32 = 3;

/// A document for a word processor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manuscript {
    /// What it is, in the properties of the file.
    pub title: String,
    /// The language of its words.
    pub language: Language,
    /// What stands at the head of each sheet: that it is a draft. Empty for a paper that was issued.
    pub head: String,
    /// What lies one way after the other; never empty.
    pub sections: Vec<Section>,
}

/// Sheets that lie one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Which way.
    pub sheet: Sheet,
    /// What stands on them.
    pub parts: Vec<Part>,
}

/// How sheets lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sheet {
    /// A4, upright.
    Upright,
    /// A4 on its long side.
    Wide,
    /// A3 on its long side.
    Large,
}

/// What stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// The title of the paper.
    Title(String),
    /// The line below the title.
    Masthead(String),
    /// A heading of the first level, its number among its words.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A table under its caption.
    Table(Grid),
    /// What is said in smaller letters.
    Note(String),
}

/// Words that look alike.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Run {
    /// The words.
    pub words: String,
    /// The address that they lead to, with its host; empty where they lead nowhere.
    pub href: String,
    /// In smaller letters: what is said beside the rest.
    pub is_small: bool,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// What it shows.
    pub caption: String,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its rows: a cell a column.
    pub rows: Vec<Vec<Vec<Run>>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Figures stand to the right.
    pub is_numeric: bool,
    /// Its share of the width, beside the shares of the others.
    pub share: u32,
}

impl Manuscript {
    /// The manuscript as the text in which the program that writes formats takes it.
    pub fn json(&self) -> String {
        // Structs of texts and lists, without maps: there is nothing that it could refuse.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The manuscript of such a text; `None` where the text is none.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// A document for a word processor. Text stands on upright sheets, as official papers have it, and so do tables of few
/// columns; a wider table lies with its heading on a sheet of its own, the way the document lies on the screen.
///
/// `page` is the address at which the document is shown, without what follows `#`: what leads to a page leads there from the
/// file too. Empty where the page has no address that others could open.
pub fn of_document(document: &Document, language: Language, page: &str) -> Manuscript {
    let wide = match document.sheet {
        document::Sheet::Upright | document::Sheet::Wide => Sheet::Wide,
        document::Sheet::Large => Sheet::Large,
    };
    let title = document.title.words.clone();
    // On the screen one line, parted by wider spaces; on paper a line each.
    let masthead = document.masthead.words.replace(['\u{3000}'], "\n").replace(" · ", "\n");
    let begun = vec![Part::Title(title.clone()), Part::Masthead(masthead)];
    let mut sections = vec![Section { sheet: Sheet::Upright, parts: begun }];
    for block in &document.blocks {
        let (sheet, part) = match block {
            Block::Heading(text) => (Sheet::Upright, Part::Heading(text.words.clone())),
            Block::Paragraph(pieces) => (Sheet::Upright, Part::Paragraph(runs(pieces, page))),
            Block::Note(text) => (Sheet::Upright, Part::Note(text.words.clone())),
            Block::Table(table) => {
                let sheet = if table.columns.len() > UPRIGHT_COLUMNS { wide } else { Sheet::Upright };
                (sheet, Part::Table(grid(table, language, page)))
            }
            Block::Fields(fields) => (Sheet::Upright, Part::Table(counted(fields, language))),
        };
        put(&mut sections, sheet, part);
    }
    let head = if document.is_issued { "" } else { language.pick("草稿", "Draft") };
    Manuscript { title, language, head: head.to_owned(), sections }
}

/// Puts a part behind the others: on sheets that lie as it needs them, together with the heading over it.
fn put(sections: &mut Vec<Section>, sheet: Sheet, part: Part) {
    let Some(last) = sections.last_mut() else { return };
    // Notes below a wide table belong to it, and so does another such table.
    if last.sheet == sheet
        || (matches!(part, Part::Note(_))
            && matches!(last.parts.last(), Some(Part::Table(_) | Part::Note(_))))
    {
        last.parts.push(part);
        return;
    }
    let heading = match sheet {
        Sheet::Upright => None,
        Sheet::Wide | Sheet::Large => last.parts.pop_if(|last| matches!(last, Part::Heading(_))),
    };
    sections.push(Section { sheet, parts: heading.into_iter().chain([part]).collect() });
    // Nothing but a heading was on the sheets before.
    sections.retain(|section| !section.parts.is_empty());
}

/// The pieces of a paragraph.
fn runs(pieces: &[Piece], page: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for piece in pieces.iter().filter(|piece| !piece.words().is_empty()) {
        join(&mut runs, "", run(piece, page));
    }
    runs
}

/// The pieces of a cell. What is said beside a figure stands below it, elsewhere it stands behind; what stands on its own is a
/// line of its own, but names that lead somewhere follow each other.
fn cell(cell: &text::Cell, is_numeric: bool, language: Language, page: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<&Piece> = None;
    for piece in cell.pieces.iter().filter(|piece| !piece.words().is_empty()) {
        let gap = match (before, piece) {
            (None, _) => "",
            (Some(Piece::Link(_)), Piece::Link(_)) => language.pick("、", ", "),
            (Some(Piece::Plain(_) | Piece::Light { .. } | Piece::Link(_)), Piece::Note(_)) if !is_numeric => {
                " "
            }
            _ => "\n",
        };
        join(&mut runs, gap, run(piece, page));
        before = Some(piece);
    }
    runs
}

fn run(piece: &Piece, page: &str) -> Run {
    let href = match piece {
        Piece::Link(link) if !page.is_empty() && link.href.starts_with('#') => [page, &link.href].concat(),
        Piece::Link(_) | Piece::Plain(_) | Piece::Note(_) | Piece::Light { .. } | Piece::Count { .. } => {
            String::new()
        }
    };
    Run { words: piece.words().to_owned(), href, is_small: matches!(piece, Piece::Note(_)) }
}

/// Puts a run behind the others; neighbours that look alike and lead to the same place are one.
fn join(runs: &mut Vec<Run>, gap: &str, next: Run) {
    match runs.last_mut() {
        Some(last) if last.href == next.href && last.is_small == next.is_small => {
            last.words.extend([gap, &next.words]);
        }
        Some(last) if last.href.is_empty() => {
            last.words.push_str(gap);
            runs.push(next);
        }
        // A gap is no part of what one presses.
        Some(_) => {
            let gap = Run { words: gap.to_owned(), href: String::new(), is_small: next.is_small };
            runs.extend([gap, next].into_iter().filter(|one| !one.words.is_empty()));
        }
        None => runs.push(next),
    }
}

fn grid(table: &Table, language: Language, page: &str) -> Grid {
    let cells = |row: &Vec<text::Cell>| {
        let cells = table.columns.iter().enumerate();
        cells
            .map(|(at, column)| {
                row.get(at).map_or_else(Vec::new, |one| cell(one, column.is_numeric, language, page))
            })
            .collect()
    };
    let rows: Vec<Vec<Vec<Run>>> = table.rows.iter().map(cells).collect();
    let columns = table.columns.iter().enumerate().map(|(at, column)| {
        let in_cell = |row: &Vec<Vec<Run>>| {
            let words: String = row.get(at).into_iter().flatten().map(|run| run.words.as_str()).collect();
            words.lines().map(width).max().unwrap_or_default()
        };
        let widest = rows.iter().map(in_cell).chain([width(&column.name.words)]).max().unwrap_or_default();
        Column { head: column.name.words.clone(), is_numeric: column.is_numeric, share: share(widest) }
    });
    Grid { caption: table.caption.words.clone(), columns: columns.collect(), rows }
}

fn share(widest: u32) -> u32 {
    let widest = widest.min(WIDEST);
    BESIDE + widest.min(SHORT) + widest.saturating_sub(SHORT) / 2
}

/// What is counted, a row a group: how many there are of each kind. The small fields of the screen are marks for the eye.
fn counted(fields: &Fields, language: Language) -> Grid {
    let plain = |words: String| vec![Run { words, ..Run::default() }];
    let rows = fields.rows.iter().map(|(name, all)| {
        let kinds = Fields::kinds(all).into_iter().map(|(_, word, count)| format!("{word} {count}"));
        let kinds = kinds.collect::<Vec<_>>().join(language.pick("，", ", "));
        vec![plain(name.words.clone()), plain(kinds)]
    });
    let heads = [(language.pick("分组", "Group"), 12), (language.pick("状态", "State"), 30)];
    let columns = heads.map(|(head, share)| Column { head: head.to_owned(), is_numeric: false, share });
    Grid { caption: fields.caption.words.clone(), columns: columns.into(), rows: rows.collect() }
}

fn width(words: &str) -> u32 {
    u32::from(super::sheet::width(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Link, Text};

    fn table(columns: usize) -> Block {
        let row = (0..columns).map(|_| text::Cell::plain("525")).collect();
        let heads = (0..columns).map(|at| text::Column::figure(format!("列{at}"))).collect();
        Block::Table(Table { caption: Text::plain("表"), columns: heads, rows: vec![row] })
    }

    fn document(blocks: Vec<Block>) -> Document {
        Document {
            title: Text::plain("季通报"),
            masthead: Text::plain("科技局"),
            is_issued: false,
            blocks,
            sheet: document::Sheet::Wide,
        }
    }

    fn shape(manuscript: &Manuscript) -> Vec<(Sheet, String)> {
        let letter = |part: &Part| match part {
            Part::Title(_) => 'T',
            Part::Masthead(_) => 'M',
            Part::Heading(_) => 'H',
            Part::Paragraph(_) => 'p',
            Part::Table(_) => 't',
            Part::Note(_) => 'n',
        };
        manuscript.sections.iter().map(|one| (one.sheet, one.parts.iter().map(letter).collect())).collect()
    }

    #[test]
    fn a_wide_table_lies_with_its_heading_and_its_notes_on_sheets_of_its_own() {
        let head = || Block::Heading(Text::plain("一、"));
        let note = || Block::Note(Text::plain("注"));
        let blocks = vec![
            Block::said("一"),
            head(),
            table(3),
            head(),
            table(9),
            table(9),
            note(),
            head(),
            Block::said("二"),
        ];
        let made = of_document(&document(blocks), Language::Zh, "");
        let expected = [(Sheet::Upright, "TMpHt"), (Sheet::Wide, "Httn"), (Sheet::Upright, "Hp")];
        assert_eq!(shape(&made), expected.map(|(sheet, parts)| (sheet, parts.to_owned())));
        let issued = Document { is_issued: true, ..document(vec![]) };
        let issued = of_document(&issued, Language::Zh, "");
        assert_eq!(
            [made.head.as_str(), &issued.head],
            ["草稿", ""],
            "a paper is a draft until somebody says that it was issued"
        );
        assert_eq!(Manuscript::from_json(&made.json()), Some(made));
    }

    #[test]
    fn pieces_lead_where_they_lead_on_the_page_and_the_rest_is_one_run() {
        let link = |href: &str| Piece::Link(Link { text: Text::plain("高企"), href: href.into() });
        let pieces =
            vec![Piece::Plain(Text::plain("其中")), Piece::Plain(Text::plain("：")), link("#/indicator/x")];
        let said = |page: &str| runs(&pieces, page);
        let run = |words: &str, href: &str| Run { words: words.into(), href: href.into(), is_small: false };
        assert_eq!(
            said("https://a.example/p/"),
            [run("其中：", ""), run("高企", "https://a.example/p/#/indicator/x")]
        );
        assert_eq!(said(""), [run("其中：高企", "")], "a page that nobody else can open is no link");
        let outside = runs(&[link("javascript:alert(1)")], "https://a.example/");
        assert_eq!(outside, [run("高企", "")], "only to pages of this plan");
    }

    #[test]
    fn a_cell_keeps_apart_what_the_screen_keeps_apart() {
        let plain = |words: &str| Piece::Plain(Text::plain(words));
        let note = |words: &str| Piece::Note(Text::plain(words));
        let link = |words: &str| Piece::Link(Link { text: Text::plain(words), href: "#/x".into() });
        let said = |is_numeric: bool, pieces: Vec<Piece>| {
            let made = cell(&text::Cell { pieces }, is_numeric, Language::Zh, "");
            made.into_iter().map(|run| (run.words, run.is_small)).collect::<Vec<_>>()
        };
        let of = |all: &[(&str, bool)]| {
            all.iter().map(|(words, small)| ((*words).into(), *small)).collect::<Vec<_>>()
        };
        assert_eq!(
            said(true, vec![plain("525"), note("2024年6月")]),
            of(&[("525\n", false), ("2024年6月", true)])
        );
        assert_eq!(said(false, vec![plain("技术"), note("项")]), of(&[("技术 ", false), ("项", true)]));
        assert_eq!(
            said(false, vec![plain("2023年10"), plain(""), plain("2025年30")]),
            of(&[("2023年10\n2025年30", false)])
        );
        assert_eq!(said(false, vec![link("甲局"), link("乙局")]), of(&[("甲局、乙局", false)]));
        let apart = cell(
            &text::Cell { pieces: vec![link("甲局"), link("乙局")] },
            false,
            Language::En,
            "https://a.example/",
        );
        assert_eq!(apart.len(), 1, "to one place");
        let noted = cell(
            &text::Cell { pieces: vec![link("甲局"), note("牵头")] },
            false,
            Language::Zh,
            "https://a.example/",
        );
        let words: Vec<&str> = noted.iter().map(|run| run.words.as_str()).collect();
        assert_eq!((words, noted[1].href.as_str()), (vec!["甲局", " ", "牵头"], ""), "the gap leads nowhere");
    }

    #[test]
    fn a_row_has_a_cell_for_each_column_and_a_column_room_for_its_words() {
        let short = Table {
            caption: Text::plain("表"),
            columns: vec![text::Column::text("名称"), text::Column::figure("数")],
            rows: vec![vec![text::Cell::plain("国家级科技企业孵化器".repeat(4))]],
        };
        let grid = grid(&short, Language::Zh, "");
        assert_eq!(grid.rows[0].len(), 2);
        assert_eq!(grid.columns.iter().map(|column| column.share).collect::<Vec<_>>(), [33, 5]);
    }
}
