//! Papers read back: by `quick_xml`, which knows nothing of how they were written, and with the schema's order beside it.

mod others;

use super::*;
use crate::ledger::Ledger;
use crate::ledger::samples::august::{day, month, plan};
use crate::office::manuscript::of_document;
use crate::page::documents::{account, monthly, reconciliation};
use crate::standing::AsOf;
use crate::text::{Cell, Column as TableColumn, Language, Link, Piece, Table, Text};
use crate::{document, document::Block};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::Read;

/// An element with what is in it, as a tree.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Element>,
    text: String,
}

impl Element {
    fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Element>) {
        if self.name == name {
            found.push(self);
        }
        self.children.iter().for_each(|child| child.all(name, found));
    }

    fn each(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }

    fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    fn said(&self) -> String {
        match self.name.as_str() {
            "w:t" => self.text.clone(),
            "w:br" => "\n".into(),
            "w:tab" => "\t".into(),
            _ => self.children.iter().map(Element::said).collect(),
        }
    }

    fn number(&self, name: &str) -> u32 {
        self.attributes[name].parse().expect("a number")
    }
}

fn parsed(bytes: &[u8]) -> Element {
    let mut reader = Reader::from_reader(bytes);
    let mut open = vec![Element::default()];
    let begun = |start: &quick_xml::events::BytesStart| Element {
        name: start.name().as_ref().to_owned(),
        attributes: start
            .attributes()
            .map(|one| one.expect("an attribute"))
            .map(|one| {
                let name = one.key.as_ref().to_owned();
                (name, quick_xml::escape::unescape(&one.value).expect("a value").into_owned())
            })
            .collect(),
        ..Element::default()
    };
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).expect("markup") {
            Event::Start(start) => open.push(begun(&start)),
            Event::Empty(start) => open.last_mut().expect("one").children.push(begun(&start)),
            Event::End(_) => {
                let done = open.pop().expect("one");
                open.last_mut().expect("one").children.push(done);
            }
            Event::Text(text) => open.last_mut().expect("one").text += &text,
            Event::GeneralRef(name) => {
                let entity = format!("&{};", &*name);
                open.last_mut().expect("one").text +=
                    &quick_xml::escape::unescape(&entity).expect("an entity");
            }
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    assert_eq!(open.len(), 1, "every element is closed");
    open.pop().and_then(|mut root| root.children.pop()).expect("a root")
}

/// The parts of a package by name.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Element> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            (file.name().expect("its name").into_owned(), parsed(&bytes))
        })
        .collect()
}

/// The order in which ECMA-376 (part 1, annex A) has the children of an element, of what is written here.
const ORDER: [(&str, &str); 13] = [
    (
        "w:pPr",
        "w:pStyle w:keepNext w:widowControl w:snapToGrid w:spacing w:ind w:jc w:outlineLvl w:rPr w:sectPr",
    ),
    ("w:rPr", "w:rFonts w:spacing w:sz w:szCs w:lang"),
    ("w:sectPr", "w:headerReference w:footerReference w:type w:pgSz w:pgMar"),
    ("w:tblPr", "w:tblW w:jc w:tblBorders w:tblLayout w:tblCellMar"),
    ("w:tblBorders", "w:top w:left w:bottom w:right w:insideH w:insideV"),
    ("w:tblCellMar", "w:top w:left w:bottom w:right"),
    ("w:tbl", "w:tblPr w:tblGrid w:tr"),
    ("w:tr", "w:trPr w:tc"),
    ("w:tc", "w:tcPr w:p"),
    ("w:tcPr", "w:tcW w:vAlign"),
    ("w:style", "w:name w:basedOn w:qFormat w:pPr w:rPr"),
    ("w:styles", "w:docDefaults w:style"),
    ("w:settings", "w:evenAndOddHeaders w:characterSpacingControl w:compat"),
];

fn assert_in_order(element: &Element) {
    if let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == element.name) {
        let order: Vec<&str> = order.split(' ').collect();
        let at = |child: &Element| {
            let found = order.iter().position(|name| *name == child.name);
            // Head and foot may stand in any order, before the rest.
            let found = found.unwrap_or_else(|| panic!("{} in {}", child.name, element.name));
            if element.name == "w:sectPr" && found == 1 { 0 } else { found }
        };
        let places: Vec<usize> = element.children.iter().map(at).collect();
        assert!(places.is_sorted(), "{}: {places:?}", element.name);
    }
    element.children.iter().for_each(assert_in_order);
}

/// Writes a document as the page does, and reads it back.
fn round_trip(document: &document::Document, language: Language) -> BTreeMap<String, Element> {
    let manuscript = of_document(document, language, "https://plan.example/");
    let carried = Manuscript::from_json(&manuscript.json()).expect("a manuscript");
    let made = bytes(&carried).expect("a file");
    assert_eq!(made, bytes(&manuscript).expect("a file"), "the same paper, the same bytes");
    let parts = unpacked(&made);
    parts.values().for_each(assert_in_order);
    let types = &parts["[Content_Types].xml"];
    for name in parts.keys().filter(|name| name.ends_with(".xml") && *name != "[Content_Types].xml") {
        let named = format!("/{name}");
        assert!(types.children.iter().any(|one| one.attributes.get("PartName") == Some(&named)), "{name}");
    }
    let relations = &parts["word/_rels/document.xml.rels"];
    let targets: BTreeMap<&String, &String> =
        relations.children.iter().map(|one| (&one.attributes["Id"], &one.attributes["Target"])).collect();
    assert_eq!(targets.len(), relations.children.len(), "no two relations have one name");
    for name in ["w:hyperlink", "w:headerReference", "w:footerReference"] {
        for one in parts["word/document.xml"].each(name) {
            assert!(targets.contains_key(&one.attributes["r:id"]), "{name}");
        }
    }
    let styles: Vec<&String> =
        parts["word/styles.xml"].each("w:style").iter().map(|one| &one.attributes["w:styleId"]).collect();
    for (name, part) in &parts {
        for style in part.each("w:pStyle") {
            assert!(styles.contains(&&style.attributes["w:val"]), "{name}: {style:?}");
        }
    }
    for table in parts["word/document.xml"].each("w:tbl") {
        let grid: Vec<u32> = table.each("w:gridCol").iter().map(|one| one.number("w:w")).collect();
        let room = table.child("w:tblPr").and_then(|one| one.child("w:tblW")).expect("a width").number("w:w");
        assert_eq!(grid.iter().sum::<u32>(), room, "WPS goes by the grid, Word by the cells");
        for row in table.children.iter().filter(|one| one.name == "w:tr") {
            let cells: Vec<u32> = row.each("w:tcW").iter().map(|one| one.number("w:w")).collect();
            assert_eq!(cells, grid);
        }
        let heads = table.each("w:tblHeader").len();
        assert_eq!(heads, 1, "the head is repeated on each sheet");
        assert_eq!(table.each("w:cantSplit").len(), table.each("w:tr").len(), "no row is torn");
    }
    parts
}

/// What a document says, block by block, as the page has it.
fn said_by(document: &document::Document) -> Vec<String> {
    let mut lines = vec![document.title.words.clone(), document.masthead.words.clone()];
    for block in &document.blocks {
        match block {
            Block::Heading(text) | Block::Note(text) => lines.push(text.words.clone()),
            Block::Paragraph(pieces) => lines.push(pieces.iter().map(Piece::words).collect()),
            Block::Table(table) => {
                lines.push(table.caption.words.clone());
                lines.extend(table.columns.iter().map(|column| column.name.words.clone()));
                lines.extend(table.rows.iter().flatten().map(|cell| {
                    let pieces = cell.pieces.iter().map(Piece::words).filter(|words| !words.is_empty());
                    pieces.collect()
                }));
            }
            Block::Fields(fields) => {
                lines.push(fields.caption.words.clone());
            }
        }
    }
    lines
}

fn paragraphs(part: &Element) -> Vec<String> {
    part.each("w:p").iter().map(|one| one.said()).filter(|line| !line.is_empty()).collect()
}

#[test]
fn every_document_says_in_the_file_what_it_says_on_the_page() {
    let plan = plan();
    let ledger = Ledger::new(crate::sample::until(&plan, day("2024-09-20")));
    for language in Language::ALL {
        let as_of = AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-20"), offset: 480, language };
        let documents = [
            monthly::model(as_of, month("2024-08")),
            reconciliation::model(as_of, as_of.today, crate::plan::Year(2023)),
            account::model(as_of, as_of.today),
        ];
        for document in documents {
            let parts = round_trip(&document, language);
            // What keeps pieces of a cell and of the masthead apart is another matter.
            let bare = |line: &String| line.replace(['、', ',', ' ', '\u{3000}', '·', '\n'], "");
            let found: Vec<String> = paragraphs(&parts["word/document.xml"]).iter().map(bare).collect();
            let mut rest = found.iter();
            for line in said_by(&document).iter().map(bare).filter(|line| !line.is_empty()) {
                assert!(
                    rest.any(|one| *one == line),
                    "{}: {line:?} is missing or out of order",
                    document.title.words
                );
            }
            assert_eq!(paragraphs(&parts["word/head.xml"]), [language.pick("草稿", "Draft")]);
        }
    }
}

fn hostile() -> document::Document {
    let odd = "<w:p/>&amp;\u{1}\u{fffe}\u{202e}乙\n丙\t丁\"'“”……——";
    let columns = (0..30).map(|at| TableColumn::figure(format!("第{at}列"))).collect();
    let row = (0..30).map(|_| Cell::plain(odd)).collect();
    document::Document {
        title: Text::plain("题".repeat(200)),
        masthead: Text::plain(odd),
        is_issued: true,
        blocks: vec![
            Block::Paragraph(vec![Piece::Link(Link { text: Text::plain(odd), href: "#/a?b=\"<&>".into() })]),
            Block::Table(Table { caption: Text::plain("单位".repeat(60)), columns, rows: vec![row] }),
        ],
        sheet: document::Sheet::Wide,
    }
}

#[test]
fn markup_and_control_characters_in_words_are_words_or_nothing() {
    let parts = round_trip(&hostile(), Language::Zh);
    let found = paragraphs(&parts["word/document.xml"]);
    let taken = "<w:p/>&amp;\u{202e}乙\n丙\t丁\"'“”……——";
    assert_eq!(found[0].chars().count(), 200);
    assert_eq!(found[1], taken);
    assert_eq!(found.iter().filter(|line| *line == taken).count(), 2 + 30);
    assert_eq!(paragraphs(&parts["word/head.xml"]), Vec::<String>::new(), "it was issued");
    let targets = parts["word/_rels/document.xml.rels"].each("Relationship");
    assert!(targets.iter().any(|one| one.attributes["Target"] == "https://plan.example/#/a?b=\"<&>"));
    let sections = parts["word/document.xml"].each("w:pgSz");
    let sizes: Vec<u32> = sections.iter().map(|one| one.number("w:w")).collect();
    assert_eq!(sizes, [11_906, 16_838], "thirty columns lie on a sheet of their own");
}

#[test]
fn faces_are_named_four_times_over_and_no_theme_has_a_say() {
    let parts = round_trip(&hostile(), Language::Zh);
    assert!(parts.keys().all(|name| !name.contains("theme")));
    for fonts in parts["word/styles.xml"].each("w:rFonts") {
        let named: Vec<&str> = fonts.attributes.keys().map(String::as_str).collect();
        assert_eq!(named, ["w:ascii", "w:cs", "w:eastAsia", "w:hAnsi"]);
    }
    let runs = parts["word/document.xml"].each("w:r");
    assert!(
        runs.iter().all(|run| run.each("w:rFonts").iter().any(|one| one.attributes["w:hint"] == "eastAsia"))
    );
}

#[test]
fn a_document_of_no_block_is_a_file_too() {
    let empty = document::Document { blocks: vec![], ..hostile() };
    let parts = round_trip(&empty, Language::En);
    assert_eq!(parts["word/document.xml"].each("w:sectPr").len(), 1);
    let ledger = Ledger::default();
    let plan = plan();
    let as_of =
        AsOf { plan: &plan, ledger: &ledger, today: day("2023-02-01"), offset: 480, language: Language::En };
    round_trip(&account::model(as_of, as_of.today), Language::En);
}
