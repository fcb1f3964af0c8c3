//! Workbooks of other programs, filled: what was to be written is there, and nothing else has moved by a byte.

use super::*;
use crate::rows::file::read;
use std::io::Read;
use std::path::Path;
use std::process::Command;

const OPENPYXL: &[u8] = include_bytes!("../../../../tests/templates/openpyxl.xlsx");
const XLSXWRITER: &[u8] = include_bytes!("../../../../tests/templates/xlsxwriter.xlsx");
const PREFIXED: &[u8] = include_bytes!("../../../../tests/templates/prefixed.xlsx");

fn number(sheet: &str, row: usize, column: usize, number: &str) -> Write {
    Write { sheet: sheet.to_owned(), row, column, content: Content::Number(number.to_owned()) }
}

fn words(sheet: &str, row: usize, column: usize, words: &str) -> Write {
    Write { sheet: sheet.to_owned(), row, column, content: Content::Words(words.to_owned()) }
}

/// What is written into each of them.
fn cases() -> [(&'static str, &'static [u8], Vec<Write>, &'static str); 3] {
    let sheet = "进展情况表";
    [
        (
            "openpyxl",
            OPENPYXL,
            vec![
                number(sheet, 4, 4, "1735"),
                number(sheet, 5, 4, "152300.5"),
                number(sheet, 5, 6, "140000"),
                number(sheet, 4, 5, "0.9639"),
                words(sheet, 4, 7, "较上月<增> & \"快\"\u{1}"),
            ],
            "xl/worksheets/sheet2.xml",
        ),
        (
            "xlsxwriter",
            XLSXWRITER,
            vec![
                // None of these cells is in the file.
                number("表一", 3, 4, "1735"),
                number("表一", 3, 3, "1800"),
                number("表一", 4, 5, "0.5"),
                number("表一", 12, 2, "-3.25"),
                number("表一", 30, 1, "7"),
            ],
            "xl/worksheets/sheet1.xml",
        ),
        (
            "prefixed",
            PREFIXED,
            vec![
                number("上报 & 表", 1, 2, "1735"),
                words("上报 & 表", 2, 2, "无"),
                number("上报 & 表", 2, 3, "6"),
                number("上报 & 表", 2, 6, "8"),
                number("上报 & 表", 3, 0, "9"),
                number("上报 & 表", 3, 1, "10"),
                number("上报 & 表", 9, 1, "11"),
            ],
            "xl/data/eins.xml",
        ),
    ]
}

fn entries(bytes: &[u8]) -> Vec<(String, Vec<u8>, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..archive.len())
        .map(|at| {
            let mut entry = archive.by_index(at).expect("an entry");
            let mut content = vec![];
            entry.read_to_end(&mut content).expect("whole");
            (
                entry.name().expect("a name").into_owned(),
                content,
                format!("{:?} {:?}", entry.last_modified(), entry.unix_mode()),
            )
        })
        .collect()
}

fn text(bytes: &[u8], name: &str) -> String {
    let found = entries(bytes).into_iter().find(|(one, ..)| one == name).expect("a part");
    String::from_utf8(found.1).expect("text")
}

/// The text without the cells of these names, and without rows that are then empty.
fn without(text: &str, cells: &[String]) -> String {
    let mut text = text.to_owned();
    for cell in cells {
        let Some(at) = text.find(&format!("c r=\"{cell}\"")) else { continue };
        let from = text[..at].rfind('<').expect("an element");
        let tag = from + text[from..].find('>').expect("closed");
        let end = if text[..tag].ends_with('/') {
            tag + 1
        } else {
            let prefix = &text[from + 1..at];
            let close = format!("</{prefix}c>");
            tag + text[tag..].find(&close).expect("an end") + close.len()
        };
        text.replace_range(from..end, "");
    }
    text
}

#[test]
fn only_the_cells_of_one_sheet_and_the_mark_of_the_workbook_change() {
    for (name, bytes, writes, part) in cases() {
        let made = filled(bytes, &writes).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        let (before, after) = (entries(bytes), entries(&made));
        assert_eq!(before.len(), after.len(), "{name}");
        for (one, other) in before.iter().zip(&after) {
            assert_eq!((&one.0, &one.2), (&other.0, &other.2), "{name}");
            // The others are marked to be computed anew as they come.
            let is_new = one.0 == part || (name == "prefixed" && one.0 == "xl/workbook.xml");
            assert_eq!(one.1 != other.1, is_new, "{name}: {}", one.0);
        }
        let comment = |bytes| ZipArchive::new(Cursor::new(bytes)).expect("a zip").comment().to_vec();
        assert_eq!(comment(bytes), comment(&made), "{name}");
        assert_eq!(filled(bytes, &writes).as_deref(), Ok(made.as_slice()), "{name}: the same bytes twice");
        let anew = text(&made, "xl/workbook.xml");
        assert!(anew.contains("alcPr") && anew.contains("fullCalcOnLoad=\"1\""), "{name}: {anew}");
        // A second time the mark is there already.
        assert_eq!(text(&filled(&made, &writes).expect("filled"), "xl/workbook.xml"), anew, "{name}");
        assert_eq!(text(&filled(&made, &writes).expect("filled"), part), text(&made, part), "{name}");
    }
}

#[test]
fn the_mark_to_compute_anew_stands_where_the_schema_has_it() {
    for (before, after) in [
        (
            "<w><sheets/><calcPr calcId=\"1\"/></w>",
            "<w><sheets/><calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/></w>",
        ),
        (
            "<w><calcPr fullCalcOnLoad='0' a='\"'></calcPr></w>",
            "<w><calcPr a='\"' fullCalcOnLoad=\"1\"></calcPr></w>",
        ),
        ("<w><calcPr fullCalcOnLoad=\"true\"/></w>", "<w><calcPr fullCalcOnLoad=\"true\"/></w>"),
        (
            "<w><sheets><sheet/></sheets><definedNames><d>A</d></definedNames><oleSize/></w>",
            "<w><sheets><sheet/></sheets><definedNames><d>A</d></definedNames><calcPr fullCalcOnLoad=\"1\"/><oleSize/></w>",
        ),
        (
            "<x:w><x:sheets/><x:extLst/></x:w>",
            "<x:w><x:sheets/><x:calcPr fullCalcOnLoad=\"1\"/><x:extLst/></x:w>",
        ),
    ] {
        assert_eq!(computed_anew(before).as_deref(), Some(after));
    }
    assert_eq!(computed_anew("<w/>"), None);
    assert_eq!(computed_anew("<w><sheets></w>"), None);
}

#[test]
fn of_a_sheet_everything_but_the_written_cells_is_the_same_text() {
    for (name, bytes, writes, part) in cases().into_iter().take(2) {
        let made = filled(bytes, &writes).expect("filled");
        let places: Vec<String> = writes.iter().map(|write| cell_name(write.row, write.column)).collect();
        let mut after = without(&text(&made, part), &places);
        for row in ["13", "31"] {
            after = after.replace(&format!("<row r=\"{row}\"></row>"), "");
        }
        assert_eq!(without(&text(bytes, part), &places), after, "{name}");
    }
    let made = text(&filled(PREFIXED, &cases()[2].2).expect("filled"), "xl/data/eins.xml");
    let rows = made.split_once("<x:sheetData>").expect("rows").1;
    let (first, rest) = rows.split_once("<x:c s=\"1\">").expect("the first cell that was written");
    assert!(text(PREFIXED, "xl/data/eins.xml").contains(first));
    assert_eq!(
        rest,
        "<x:v>1735</x:v></x:c><x:c s=\"1\"/></x:row>\n<x:row><x:c t=\"inlineStr\"><x:is><x:t>技术合同成交额</x:t>\
         </x:is></x:c><x:c t=\"inlineStr\"><x:is><x:t>亿元</x:t></x:is></x:c><x:c s=\"1\" t=\"inlineStr\"><x:is>\
         <x:t xml:space=\"preserve\">无</x:t></x:is></x:c><x:c><x:v>6</x:v></x:c><x:c r=\"G3\"><x:v>8</x:v></x:c></x:row>\n\
         <x:row><x:c r=\"A4\"><x:v>9</x:v></x:c><x:c r=\"B4\"><x:v>10</x:v></x:c></x:row>\
         <x:row r=\"10\"><x:c r=\"B10\"><x:v>11</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    );
}

#[test]
fn what_was_written_is_read_back_and_all_else_as_before() {
    for (name, bytes, writes, _) in cases() {
        let (before, after) =
            (read(bytes).expect("read"), read(&filled(bytes, &writes).expect("filled")).expect("read"));
        for (one, other) in before.sheets.iter().zip(&after.sheets) {
            assert_eq!(
                (&one.name, one.is_hidden, &one.grid.merges),
                (&other.name, other.is_hidden, &other.grid.merges)
            );
            for row in 0..40 {
                for column in 0..12 {
                    let written = writes
                        .iter()
                        .find(|write| (&write.sheet, write.row, write.column) == (&one.name, row, column));
                    let shown = other.grid.cell(row, column);
                    match written.map(|write| &write.content) {
                        None => {
                            assert_eq!(shown, one.grid.cell(row, column), "{name} {}", cell_name(row, column))
                        }
                        Some(Content::Words(words)) => {
                            assert_eq!(shown, words.replace('\u{1}', ""), "{name}")
                        }
                        Some(Content::Number(number)) => {
                            let plain: String = shown
                                .chars()
                                .filter(|one| one.is_ascii_digit() || "-.".contains(*one))
                                .collect();
                            let of = |text: &str| text.parse::<f64>().expect("a number");
                            let scale = if shown.ends_with('%') { 100.0 } else { 1.0 };
                            assert!(
                                (of(&plain) / scale - of(number)).abs() < 0.001,
                                "{name}: {shown} for {number}"
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn written_with_nothing_it_is_the_same_file() {
    for (name, bytes, ..) in cases() {
        assert_eq!(filled(bytes, &[]).as_deref(), Ok(bytes), "{name}");
    }
}

#[test]
fn a_cell_that_is_computed_is_refused() {
    let computed = |bytes, sheet: &str, row, column| filled(bytes, &[number(sheet, row, column, "1")]);
    assert_eq!(computed(OPENPYXL, "进展情况表", 9, 4), Err(NoFill::Computed("E10".into())));
    assert_eq!(computed(OPENPYXL, "进展情况表", 8, 4), Err(NoFill::Computed("E9".into())));
    // The second cell of a range that one formula fills has none of its own.
    assert_eq!(computed(XLSXWRITER, "表一", 7, 4), Err(NoFill::Computed("E8".into())));
    assert_eq!(computed(XLSXWRITER, "图", 0, 0), Err(NoFill::NoSheet("图".into())));
    assert_eq!(computed(XLSXWRITER, "没有", 0, 0), Err(NoFill::NoSheet("没有".into())));
    for text in ["", "1e5", "1,5", "NaN", "--1", "1.", ".5", "１", "1</v>"] {
        let refused = filled(OPENPYXL, &[number("进展情况表", 4, 4, text)]);
        assert_eq!(refused, Err(NoFill::NoNumber("E5".into())), "{text}");
    }
}

#[test]
fn what_cells_are_besides_their_words_is_told() {
    let made = template(OPENPYXL).expect("a template");
    let facts = &made.facts[1];
    assert_eq!(facts.formulas, [(8, 4), (9, 3), (9, 4)]);
    assert_eq!(facts.percents, [(4, 5), (5, 5), (6, 5), (7, 5), (8, 5)]);
    assert!(facts.locked.is_empty());
    let made = template(XLSXWRITER).expect("a template");
    assert_eq!(
        made.book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(),
        ["表一", "表二"]
    );
    assert!(made.facts[0].percents.contains(&(4, 5)), "by the style of its column");
    assert!(!made.facts[0].percents.contains(&(4, 4)));
    assert_eq!(made.facts[0].formulas, [(7, 3), (7, 4), (8, 4)]);
    assert!(made.facts[1].locked.contains(&(1, 3)) && !made.facts[1].locked.contains(&(1, 2)));
}

#[test]
fn what_is_no_xlsx_is_named() {
    assert_eq!(filled(b"a,b\n", &[]), Err(NoFill::NotXlsx));
    assert_eq!(filled(b"\xd0\xcf\x11\xe0", &[]), Err(NoFill::NotXlsx));
    let long = [b"PK\x03\x04".as_slice(), &vec![0; MOST_FILE]].concat();
    assert_eq!(filled(&long, &[]), Err(NoFill::NoBook(NoBook::TooLarge)));
    let mut many = zip::ZipWriter::new(Cursor::new(vec![]));
    for at in 0..=super::super::MOST_ENTRIES {
        many.start_file(format!("{at}"), zip::write::SimpleFileOptions::default()).expect("an entry");
    }
    let many = many.finish().expect("a zip").into_inner();
    assert_eq!(filled(&many, &[]), Err(NoFill::NoBook(NoBook::TooMuch)));
    let digits = "1".repeat(LONGEST_NUMBER);
    assert!(is_number(&digits) && !is_number(&(digits + "1")));
}

/// Cut, overwritten and with parts of each other, it ends with a sentence or a whole workbook, never in between.
#[test]
fn whatever_is_mangled_is_refused_or_whole() {
    for (name, bytes, writes, part) in cases() {
        let whole = |mangled: &[u8]| {
            if let Ok(made) = filled(mangled, &writes) {
                assert!(ZipArchive::new(Cursor::new(made.as_slice())).is_ok(), "{name}");
            }
        };
        for length in (0..bytes.len()).step_by(97) {
            whole(&bytes[..length]);
        }
        for at in (0..bytes.len()).step_by(53) {
            for letter in [0, 0xff, bytes[at] ^ 1] {
                let mut mangled = bytes.to_vec();
                mangled[at] = letter;
                whole(&mangled);
            }
        }
        // The list and the end of the zip, byte by byte.
        for at in bytes.len().saturating_sub(700)..bytes.len() {
            let mut mangled = bytes.to_vec();
            mangled[at] = mangled[at].wrapping_add(1);
            whole(&mangled);
        }
        let sheet = text(bytes, part);
        for (from, to) in [
            ("<row ", "<row r=\"9\" "),
            ("<sheetData>", "<sheetData><row r=\"5\"><c r=\"B7\"/></row>"),
            ("</sheetData>", ""),
            ("<c ", "<c r=\"\" "),
            ("r=\"E5\"", "r=\"E99999999999999999999\""),
            ("r=\"5\"", "r=\"0\""),
            ("<x:c", "<x:c r=\"ZZZZ1\""),
        ] {
            let mangled = sheet.replacen(from, to, 1);
            let made = [(part.to_owned(), mangled.into_bytes())];
            whole(&container::with(bytes, &made).expect("a zip"));
        }
    }
}

/// Another program finds the figures, and sums them anew.
#[test]
fn libreoffice_shows_what_was_written_and_computes_the_sums() {
    let folder = std::env::temp_dir().join(format!("planboard-fill-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, bytes, writes, _) in cases() {
        let file = folder.join(format!("{name}.xlsx"));
        std::fs::write(&file, filled(bytes, &writes).expect("filled")).expect("written");
        let Some(book) = resaved(&file, &folder) else {
            eprintln!("without LibreOffice: not run");
            break;
        };
        let sheet =
            |name: &str| book.sheets.iter().find(|sheet| sheet.name == name).expect("a sheet").grid.clone();
        match name {
            "openpyxl" => {
                let grid = sheet("进展情况表");
                let shown: Vec<&str> = [(4, 4), (5, 4), (5, 6), (4, 5), (8, 4), (9, 4)]
                    .iter()
                    .map(|(row, column)| grid.cell(*row, *column))
                    .collect();
                assert_eq!(shown, ["1735.00", "152300.50", "140000", "96.4%", "3470.00", "157505.5"]);
                assert_eq!(grid.cell(4, 7), "较上月<增> & \"快\"");
            }
            "xlsxwriter" => {
                let grid = sheet("表一");
                let shown: Vec<&str> = [(3, 4), (7, 3), (7, 4), (4, 5)]
                    .iter()
                    .map(|(row, column)| grid.cell(*row, *column))
                    .collect();
                assert_eq!(shown, ["1735", "3600", "3470", "50.00%"]);
                // A sum that was saved with a value keeps it: LibreOffice 7.4 heeds no mark to compute anew. Excel does.
                assert_eq!(grid.cell(8, 4), "0");
            }
            _ => assert_eq!(sheet("上报 & 表").cell(1, 2), "1735.00"),
        }
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}

/// The workbook as LibreOffice saves it; nothing where that is not installed.
fn resaved(file: &Path, folder: &Path) -> Option<crate::rows::Book> {
    let made = folder.join("saved");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let ran = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx", "--outdir"])
        .args([made.as_path(), file])
        .output()
        .ok()?;
    assert!(ran.status.success(), "{ran:?}");
    let bytes = std::fs::read(made.join(file.file_name()?)).expect("saved");
    Some(read(&bytes).expect("a workbook"))
}
