//! Workbooks read back by another library than the one that wrote them: every cell of every sheet, whoever made it.

use crate::document::{Block, Document};
use crate::ledger::Ledger;
use crate::ledger::samples::august::{day, month, plan};
use crate::office::field::{Field, Takes};
use crate::office::sheet::{Cell, Head, Sheet, hundredth};
use crate::office::{Workbook, of_document, xlsx};
use crate::page::documents::{account, bulletin, monthly, reconciliation};
use crate::plan::{PlanIndex, Quantity, Year};
use crate::route::DocumentKind;
use crate::standing::AsOf;
use crate::text::{self, Column, Language, Piece, Table, Text};
use calamine::{Data, DataType, Reader, Xlsx};
use std::io::Cursor;

/// What a workbook holds according to `calamine`: each sheet's name and its cells from A1 on.
fn read(bytes: &[u8]) -> Vec<(String, calamine::Range<Data>)> {
    assert!(bytes.starts_with(b"PK"), "a zip");
    let mut book = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let formulas = book.worksheet_formula(&name).expect("a sheet");
            assert!(formulas.cells().all(|(.., formula)| formula.is_empty()), "{name}: no formula at all");
            let range = book.worksheet_range(&name).expect("a sheet");
            (name, range)
        })
        .collect()
}

fn assert_cell(wanted: &Cell, found: Option<&Data>, place: &str) {
    let found = found.unwrap_or(&Data::Empty);
    match wanted {
        Cell::Empty | Cell::Gap => assert!(matches!(found, Data::Empty), "{place}: {found:?}"),
        Cell::Text(words) | Cell::Head(words) | Cell::Line(words) => {
            assert_eq!(found, &Data::String(words.clone()), "{place}")
        }
        Cell::Number(figure) => {
            assert_eq!(found, &Data::Float(figure.to_string().parse().expect("a number")), "{place}");
        }
        Cell::Percent(figure) => assert_eq!(found, &Data::Float(hundredth(*figure)), "{place}"),
        Cell::Day(day) => {
            assert!(matches!(found, Data::DateTime(_)), "{place}: {found:?}");
            let date = found.as_date().expect("a date");
            assert_eq!(date.to_string(), day.to_string(), "{place}");
        }
    }
}

/// Writes a workbook twice and reads it back, cell by cell.
pub fn round_trip(book: &Workbook) -> Vec<u8> {
    // As the page hands it over.
    let carried = Workbook::from_json(&book.json()).expect("a workbook");
    assert_eq!(&carried, book);
    let bytes = xlsx::bytes(&carried).expect("the format takes it");
    assert_eq!(bytes, xlsx::bytes(book).expect("again"), "the same workbook, the same bytes");
    let found = read(&bytes);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>());
    for (sheet, (name, range)) in book.sheets.iter().zip(&found) {
        let mut row = 0;
        let mut said = |words: &str| {
            if !words.is_empty() {
                let wanted = Data::String(words.to_owned());
                assert_eq!(range.get_value((row, 0)), Some(&wanted), "{name}, row {row}");
                row += 1;
            }
        };
        said(&sheet.title);
        sheet.lead.iter().for_each(|words| said(words));
        for (column, head) in (0..).zip(&sheet.heads) {
            let wanted = Cell::Text(head.words.clone());
            assert_cell(&wanted, range.get_value((row, column)), &format!("{name}, head {column}"));
        }
        for cells in &sheet.rows {
            row += 1;
            assert_eq!(cells.len(), sheet.heads.len(), "{name}, row {row}");
            for (column, cell) in (0..).zip(cells) {
                assert_cell(
                    cell,
                    range.get_value((row, column)),
                    &format!("{name}, row {row}, column {column}"),
                );
            }
        }
        for note in sheet.notes.iter().filter(|note| !note.is_empty()) {
            row += 1;
            assert_eq!(range.get_value((row, 0)), Some(&Data::String(note.clone())), "{name}, row {row}");
        }
        assert!(range.end().is_none_or(|(last, _)| last == row), "{name}: nothing below");
    }
    bytes
}

/// A part of the file, unpacked: from the list at the end of a zip, which says where each begins.
pub fn part(bytes: &[u8], path: &str) -> String {
    let number = |at: usize, length: usize| {
        bytes[at..at + length].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
    };
    let mut at = number(bytes.len() - 22 + 16, 4);
    while bytes[at..].starts_with(b"PK\x01\x02") {
        let (packed, name, extra, comment) =
            (number(at + 20, 4), number(at + 28, 2), number(at + 30, 2), number(at + 32, 2));
        if &bytes[at + 46..at + 46 + name] == path.as_bytes() {
            let local = number(at + 42, 4);
            let start = local + 30 + number(local + 26, 2) + number(local + 28, 2);
            let content = miniz_oxide::inflate::decompress_to_vec(&bytes[start..start + packed]);
            return String::from_utf8(content.expect("deflated")).expect("UTF-8");
        }
        at += 46 + name + extra + comment;
    }
    panic!("no {path}");
}

fn table(cells: &[(bool, &str)]) -> Table {
    let columns =
        cells.iter().map(|(is_numeric, _)| Column { name: Text::plain("列"), is_numeric: *is_numeric });
    let row = cells.iter().map(|(_, words)| text::Cell::plain(*words)).collect();
    Table { caption: Text::plain("表"), columns: columns.collect(), rows: vec![row] }
}

fn book(sheets: impl IntoIterator<Item = Sheet>) -> Workbook {
    let mut book = Workbook { title: "表 & <册>".into(), sheets: vec![] };
    sheets.into_iter().for_each(|sheet| book.add(sheet));
    book
}

#[test]
fn words_come_back_as_words_whatever_they_begin_with() {
    let hostile = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "=HYPERLINK(\"http://x\")",
        "{=1}",
        "'=1",
        "https://example.org/a",
        "mailto:a@b.c",
        "00123",
        "1e3",
        "TRUE",
        "#N/A",
        "NaN",
        "<b>&amp;</b>\"'",
        " spaces  kept ",
        "甲\n乙",
        "_x0041_ and _x000D_",
        "\u{2068}مريم\u{2069} 𠮷",
        "2024-02-30",
    ];
    let cells: Vec<(bool, &str)> = hostile.iter().map(|words| (false, *words)).collect();
    round_trip(&book([Sheet::of(&table(&cells))]));
}

#[test]
fn figures_per_cents_and_days_are_what_they_are_and_show_all_their_digits() {
    let cells = [
        (true, "17.60"),
        (true, "-0.000001"),
        (true, "999999999.999999"),
        (true, "0"),
        (true, "62.5%"),
        (true, "7.1 %"),
        (true, "100%"),
        (false, "2024-02-29"),
        (false, "1900-03-01"),
        (true, "≥20"),
        (false, ""),
    ];
    let bytes = round_trip(&book([Sheet::of(&table(&cells))]));
    let styles = part(&bytes, "xl/styles.xml");
    for format in ["0.00", "0.000000", "0.0%", "yyyy-mm-dd"] {
        assert!(styles.contains(&format!("formatCode=\"{format}\"")), "{format} in {styles}");
    }
    assert_eq!(hundredth(Quantity::parse("7.1").expect("a figure")), 0.071);
    // The format counts no day before: it stays words.
    for early in ["1900-02-28", "1899-12-31"] {
        let sheet = Sheet::of(&table(&[(false, early)]));
        assert!(matches!(sheet.rows[0][0], Cell::Day(_)));
        let read = read(&xlsx::bytes(&book([sheet])).expect("written"));
        assert_eq!(read[0].1.get_value((2, 0)), Some(&Data::String(early.into())));
    }
}

#[test]
fn a_sheet_is_ready_for_the_printer_and_its_heads_stay_in_sight() {
    let sheet =
        Sheet { lead: vec!["截至 2024-09-05".into()], ..Sheet::of(&table(&[(true, "1"), (false, "2")])) };
    let bytes = round_trip(&book([sheet]));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    for said in [
        "<pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
        "<pageSetUpPr fitToPage=\"1\"/>",
        "<mergeCell ref=\"A1:B1\"/>",
    ] {
        assert!(xml.contains(said), "{said} in {xml}");
    }
    let workbook = part(&bytes, "xl/workbook.xml");
    assert!(workbook.contains("_xlnm.Print_Titles") && workbook.contains("$3:$3"), "{workbook}");
}

#[test]
fn what_the_format_refuses_is_told_and_a_text_that_is_no_workbook_is_none() {
    let twice = Sheet { name: "甲".into(), ..Sheet::default() };
    let refused = Workbook { title: String::new(), sheets: vec![twice.clone(), twice] };
    assert!(xlsx::bytes(&refused).is_err_and(|why| !why.0.is_empty()));
    for text in ["", "{}", "[]", "{\"title\":\"\",\"sheets\":[{}]}"] {
        assert_eq!(Workbook::from_json(text), None, "{text}");
    }
}

fn documents(plan: &PlanIndex, ledger: &Ledger, language: Language) -> Vec<Document> {
    let as_of = AsOf { plan, ledger, today: day("2025-06-20"), offset: 480, language };
    let years = plan.period.iter().map(|year: Year| reconciliation::model(as_of, as_of.today, year));
    let rounds = [DocumentKind::Bulletin, DocumentKind::Assessment].into_iter().filter_map(|kind| {
        let (round, due) = bulletin::shown(as_of, kind, None)?;
        Some(bulletin::draft(as_of, round, due, &Default::default()))
    });
    let others = [monthly::model(as_of, month("2025-05")), account::model(as_of, as_of.today)];
    others.into_iter().chain(years).chain(rounds).collect()
}

#[test]
fn every_document_is_a_workbook_with_all_its_tables_and_words() {
    let plan = plan();
    let sample = Ledger::new(crate::sample::until(&plan, day("2025-06-20")));
    for ledger in [&sample, &Ledger::default()] {
        for language in Language::ALL {
            for document in documents(&plan, ledger, language) {
                let book = of_document(&document, language);
                let read = read(&round_trip(&book));
                let tables: Vec<usize> = document
                    .blocks
                    .iter()
                    .filter_map(|block| match block {
                        Block::Table(table) => Some(table.rows.len()),
                        Block::Fields(fields) => Some(fields.rows.iter().map(|(_, row)| row.len()).sum()),
                        Block::Heading(_) | Block::Paragraph(_) | Block::Note(_) => None,
                    })
                    .collect();
                let rows: Vec<usize> = book.sheets.iter().map(|sheet| sheet.rows.len()).collect();
                assert_eq!(rows[..rows.len() - 1], tables, "{}", document.title.words);
                for (name, range) in &read {
                    let at = |row| range.get_value((row, 0)).map(ToString::to_string);
                    assert_eq!(at(0).as_deref(), Some(document.title.words.as_str()), "{name}");
                    assert_eq!(at(1).as_deref(), Some(document.masthead.words.as_str()), "{name}");
                }
                // Nothing that the copied text says in words is missing.
                let (_, text) = read.last().expect("a sheet");
                let said: Vec<String> = text.rows().map(|row| row[0].to_string()).collect();
                for block in &document.blocks {
                    let words = match block {
                        Block::Heading(text) | Block::Note(text) => text.words.clone(),
                        Block::Paragraph(pieces) => pieces.iter().map(Piece::words).collect(),
                        Block::Table(_) | Block::Fields(_) => continue,
                    };
                    assert!(said.contains(&words), "{words}");
                }
            }
        }
    }
}

#[test]
fn a_table_without_a_heading_bears_its_caption_and_keeps_the_notes() {
    let blocks = vec![Block::Table(table(&[(true, "1")])), Block::Note(Text::plain("注：示例"))];
    let sheet = crate::document::Sheet::Wide;
    let document =
        Document { title: Text::plain("题"), masthead: Text::plain("署"), is_issued: false, blocks, sheet };
    let book = of_document(&document, Language::Zh);
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["表", "正文"]);
    assert_eq!(book.sheets[0].notes, ["注：示例"]);
    round_trip(&book);
}

/// A sheet to be filled in, of two blocks, of which the second has heads of its own.
fn form() -> Sheet {
    let head = |words: &str| Head { words: words.into(), is_numeric: false, width: 20, is_hidden: false };
    let words = |words: &str| Cell::Text(words.into());
    let heads = ["指标", "完成值", "期限", "牵头单位"].map(head);
    let hidden = Head { is_hidden: true, ..head("id") };
    let rows = vec![
        vec![words("甲"), Cell::Empty, Cell::Empty, Cell::Empty, words("f:a")],
        vec![
            words("乙"),
            Cell::Number(Quantity::parse("17.60").expect("a figure")),
            Cell::Empty,
            words("市科技局"),
            words("f:b"),
        ],
        vec![Cell::Gap, Cell::Gap, Cell::Gap, Cell::Gap, Cell::Gap],
        vec![Cell::Line("二、举措".into()), Cell::Gap, Cell::Gap, Cell::Gap, Cell::Gap],
        vec![Cell::Head("举措".into()), Cell::Head("阶段".into()), Cell::Gap, Cell::Gap, Cell::Gap],
        vec![words("丙"), Cell::Empty, Cell::Gap, Cell::Gap, words("m:c")],
    ];
    let field = |column, rows, takes, help: &str| Field { column, rows, takes, help: help.into() };
    let many = (0..60).map(|at| format!("第{at}单位")).collect::<Vec<_>>();
    let fields = vec![
        field(1, (0, 1), Takes::Figure, "年初以来"),
        field(2, (0, 1), Takes::Day, ""),
        field(3, (0, 1), Takes::Suggested(many), ""),
        field(1, (5, 5), Takes::OneOf(vec!["未启动".into(), "推进中".into()]), ""),
        // Below the table, and without a list: neither is a rule.
        field(1, (90, 99), Takes::Figure, ""),
        field(4, (0, 0), Takes::OneOf(vec![]), ""),
    ];
    let heads = heads.into_iter().chain([hidden]).collect();
    Sheet {
        name: "填报".into(),
        title: "填报表".into(),
        heads,
        rows,
        fields,
        is_protected: true,
        ..Sheet::default()
    }
}

fn hidden() -> Sheet {
    let stamp = Sheet { is_hidden: true, is_protected: true, ..Sheet::of(&table(&[(false, "2024-08")])) };
    stamp.named("识别")
}

#[test]
fn of_a_protected_sheet_the_fields_alone_can_be_written() {
    let bytes = xlsx::bytes(&book([form(), hidden()])).expect("written");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(xml.contains("<sheetProtection sheet=\"1\""), "{xml}");
    assert!(!xml.contains("password") && !xml.contains("hashValue"), "no password: {xml}");
    for may in ["formatColumns=\"0\"", "formatRows=\"0\""] {
        assert!(xml.contains(may), "{may} in {xml}");
    }
    let cells =
        styles.split("<cellXfs").nth(1).and_then(|rest| rest.split("</cellXfs").next()).expect("cells");
    let looks: Vec<&str> = cells.split("<xf ").skip(1).collect();
    let is_open = |cell: &str| {
        let found = xml.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).expect("the cell");
        let look: usize = found.split('"').next().and_then(|look| look.parse().ok()).expect("a look");
        looks[look].contains("locked=\"0\"")
    };
    // The table begins in the third row: title, heads.
    for (cell, open) in [
        ("A3", false),
        ("B3", true),
        ("C3", true),
        ("D4", true),
        ("B4", true),
        ("E4", false),
        ("A8", false),
        ("B8", true),
        ("B7", false),
    ] {
        assert_eq!(is_open(cell), open, "{cell}");
    }
    assert!(!part(&bytes, "xl/worksheets/sheet2.xml").contains("locked"));
}

#[test]
fn rules_offer_lists_and_only_warn_of_words_in_place_of_a_figure() {
    let bytes = xlsx::bytes(&book([form(), hidden()])).expect("written");
    assert_eq!(bytes, xlsx::bytes(&book([form(), hidden()])).expect("again"), "the same bytes");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    let rules: Vec<&str> = xml.split("<dataValidation ").skip(1).collect();
    assert_eq!(rules.len(), 3, "{xml}");
    for (place, said) in [
        ("B3:B4", vec!["type=\"decimal\"", "errorStyle=\"warning\"", "prompt=\"年初以来\""]),
        ("B8", vec!["type=\"list\"", "<formula1>\"未启动,推进中\"</formula1>"]),
        ("D3:D4", vec!["errorStyle=\"warning\"", "<formula1>'lists'!$A$1:$A$60</formula1>"]),
    ] {
        let rule = rules.iter().find(|rule| rule.contains(&format!("sqref=\"{place}\""))).expect(place);
        said.iter().for_each(|said| assert!(rule.contains(said), "{place}: {said} in {rule}"));
    }
    assert!(!rules.iter().any(|rule| rule.contains("未启动") && rule.contains("errorStyle")), "it refuses");
    let workbook = part(&bytes, "xl/workbook.xml");
    assert_eq!(workbook.matches("state=\"veryHidden\"").count(), 2, "{workbook}");
    assert!(xml.contains("hidden=\"1\""), "the column of names for the reader");
    // Of heads below others none stay in sight, for they would stand over the wrong rows.
    for part in ["<pane ", "<autoFilter"] {
        assert!(!xml.contains(part), "{part}");
    }
}

#[test]
fn a_form_comes_back_cell_by_cell_and_the_hidden_list_has_a_name_of_its_own() {
    let plain = Sheet { fields: form().fields[..2].to_vec(), ..form() };
    round_trip(&book([plain, hidden()]));
    let taken = hidden().named("Lists");
    let read = read(&xlsx::bytes(&book([form(), taken])).expect("written"));
    let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["填报", "Lists", "lists 2"]);
    assert_eq!(read[2].1.get_value((59, 0)), Some(&Data::String("第59单位".into())));
}

#[test]
fn a_workbook_of_an_earlier_page_is_read_without_what_it_does_not_say() {
    let text = r#"{"title":"题","sheets":[{"name":"表","title":"","lead":[],"heads":[{"words":"列","is_numeric":false,"width":9}],"rows":[["Empty"]],"notes":[]}]}"#;
    let book = Workbook::from_json(text).expect("a workbook");
    assert!(book.sheets[0].fields.is_empty() && !book.sheets[0].is_protected && !book.sheets[0].is_hidden);
}
