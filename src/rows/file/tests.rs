//! Files made by other programs than the one that reads them: every cell is told as it is seen, whatever the format.

use super::*;
use crate::rows::{MOST_TEXT, cell_name};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, XlsxError};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The sheets as lines: name, then each cell with its place.
fn told(book: &Book) -> Vec<String> {
    let mut lines = vec![];
    for sheet in &book.sheets {
        lines.push(format!("[{}]{}", sheet.name, if sheet.is_hidden { " hidden" } else { "" }));
        for (row, cells) in sheet.grid.rows.iter().enumerate() {
            for (column, words) in cells.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
                lines.push(format!("{} {words}", cell_name(row, column)));
            }
        }
        for merge in &sheet.grid.merges {
            let last = cell_name(merge.row + merge.rows - 1, merge.column + merge.columns - 1);
            lines.push(format!("merged {}:{last}", cell_name(merge.row, merge.column)));
        }
        lines.extend(
            sheet.unvalued.iter().map(|(row, column)| format!("unvalued {}", cell_name(*row, *column))),
        );
    }
    lines
}

/// A table as bureaus make them: a title over all columns, a head of two storeys, per cents, a day, a formula.
fn bureau() -> Vec<u8> {
    made().expect("the format takes it")
}

fn made() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let share = Format::new().set_num_format("0.0%");
    let money = Format::new().set_num_format("#,##0.00\"万元\"");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let month = Format::new().set_num_format("yyyy\"年\"m\"月\"");
    let plain = Format::new();
    let sheet = book.add_worksheet().set_name("8月")?;
    sheet.merge_range(1, 1, 1, 4, "指标完成情况", &plain)?;
    sheet.merge_range(2, 1, 3, 1, "指标", &plain)?;
    sheet.merge_range(2, 2, 2, 3, "本期", &plain)?;
    sheet.write(3, 2, "完成")?;
    sheet.write_with_format(3, 3, &ExcelDateTime::from_ymd(2024, 8, 1)?, &month)?;
    sheet.write(4, 1, "研发投入强度")?;
    sheet.write_with_format(4, 2, 0.176, &share)?;
    sheet.write(5, 1, "技术合同成交额")?;
    sheet.write_with_format(5, 2, 1_085_000.5, &money)?;
    sheet.write_with_format(5, 3, &ExcelDateTime::from_ymd(2024, 8, 31)?, &day)?;
    sheet.write(6, 1, "  高企 ")?;
    sheet.write(6, 2, 0.1 + 0.2)?;
    sheet.write(6, 3, true)?;
    sheet.write(7, 1, "甲\r\n乙 & <丙>")?;
    sheet.write_formula(7, 2, Formula::new("SUM(1,2)").set_result("3"))?;
    sheet.write_formula(8, 2, Formula::new("NA()").set_result("#N/A"))?;
    let hidden = book.add_worksheet().set_name("底稿")?;
    hidden.set_hidden(true);
    hidden.write(0, 0, "不看")?;
    book.save_to_buffer()
}

const BUREAU: [&str; 18] = [
    "[8月]",
    "B2 指标完成情况",
    "B3 指标",
    "C3 本期",
    "C4 完成",
    "D4 2024年8月",
    "B5 研发投入强度",
    "C5 17.6%",
    "B6 技术合同成交额",
    "C6 1085000.50万元",
    "D6 2024-08-31",
    "B7 高企",
    "C7 0.3",
    "D7 TRUE",
    "B8 甲\n乙 & <丙>",
    "C8 3",
    "merged B2:E2",
    "merged B3:B4",
];

fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.sort();
    lines
}

#[test]
fn a_workbook_is_told_as_it_is_seen() {
    let book = read(&bureau()).expect("a workbook");
    assert_eq!((book.format, book.digest.len()), (BookFormat::Xlsx, 12));
    let mut wanted: Vec<String> = BUREAU.iter().map(|line| (*line).to_owned()).collect();
    wanted.extend(["merged C3:D3", "unvalued C9", "[底稿] hidden", "A1 不看"].map(str::to_owned));
    assert_eq!(sorted(told(&book)), sorted(wanted));
    assert_ne!(book.digest, read(b"a,b").expect("values").digest);
}

/// A file as LibreOffice saves it in another format; `None` where it is not installed.
fn saved_as(ending: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let folder = std::env::temp_dir().join(format!("planboard-book-{ending}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let saved = resaved(&folder, ending, bytes);
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    saved
}

fn resaved(folder: &Path, ending: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let (from, to): (PathBuf, PathBuf) = (folder.join("in.xlsx"), folder.join("out"));
    std::fs::write(&from, bytes).expect("written");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.to_str().expect("a path"));
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", ending, "--outdir"])
        .args([&to, &from])
        .output();
    match output {
        // Without Calc it ends well and writes nothing: what it says tells why.
        Ok(output) => Some(std::fs::read(to.join(format!("in.{ending}"))).unwrap_or_else(|error| {
            panic!("{ending}: {error}: {}", String::from_utf8_lossy(&output.stderr));
        })),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            eprintln!("soffice is not here: not tried");
            None
        }
        Err(error) => panic!("soffice: {error}"),
    }
}

/// LibreOffice keeps a formula's value, or makes it; of words it tells none in a cell of the first sheet that it does not
/// show in ours.
#[test]
fn the_same_table_saved_by_libreoffice_says_the_same() {
    for (ending, format, changed) in [
        ("xlsx", BookFormat::Xlsx, &[("C6 1085000.50万元", "C6 1085000.50万元")][..]),
        ("ods", BookFormat::Ods, &[("C6 1085000.50万元", "C6 1,085,000.50万元")][..]),
        (
            "xls",
            BookFormat::Xls,
            &[
                ("C5 17.6%", "C5 0.176"),
                ("C6 1085000.50万元", "C6 1085000.5"),
                ("D4 2024年8月", "D4 2024-08-01"),
            ][..],
        ),
    ] {
        let Some(bytes) = saved_as(ending, &bureau()) else { return };
        let book = read(&bytes).expect(ending);
        assert_eq!(book.format, format);
        let lines = told(&book);
        for line in BUREAU {
            let line = changed.iter().find(|(one, _)| *one == line).map_or(line, |(_, other)| other);
            assert!(lines.iter().any(|found| found == line), "{ending}: {line} is missing in {lines:#?}");
        }
        for line in ["merged C3:D3", "unvalued C9", "[底稿] hidden"] {
            assert!(lines.iter().any(|found| found == line), "{ending}: {line} is missing in {lines:#?}");
        }
    }
}

#[test]
fn values_are_read_whatever_parts_and_encodes_them() {
    let rows = [
        "指标;数\n\"甲;乙\";1,5\n\n丙;2",
        "指标\t数\n甲;乙\t1,5\n\n丙\t2",
        "指标,数\r\n甲;乙,\"1,5\"\r\n\r\n丙,2",
    ];
    let wanted = ["[]", "A1 指标", "B1 数", "A2 甲;乙", "B2 1,5", "A4 丙", "B4 2"];
    let (gbk, ..) = encoding_rs::GB18030.encode(rows[0]);
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(rows[1].encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = ["\u{feff}", rows[2]].concat();
    for bytes in [rows[0].as_bytes(), rows[1].as_bytes(), rows[2].as_bytes(), &gbk, &wide, marked.as_bytes()]
    {
        let book = read(bytes).expect("values");
        assert_eq!(book.format, BookFormat::Csv);
        assert_eq!(told(&book), wanted);
    }
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn what_is_no_workbook_is_named() {
    let whole = bureau();
    let cut = &whole[..whole.len() / 2];
    let many: Vec<String> = (0..=MOST_ENTRIES).map(|at| at.to_string()).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let cases: [(&[u8], NoBook); 12] = [
        (&vec![b'a'; MOST_FILE + 1], NoBook::TooLarge),
        (&zip(&[("xl/workbook.xml", &vec![b' '; MOST_INFLATED as usize + 1])]), NoBook::TooMuch),
        (&zip(&many), NoBook::TooMuch),
        (&zip(&[("xl/workbook.bin", b"")]), NoBook::Binary),
        (&zip(&[("word/document.xml", b"")]), NoBook::Document),
        (&zip(&[("a.txt", b"")]), NoBook::Unknown),
        (cut, NoBook::Damaged),
        (b"%PDF-1.7", NoBook::Paper),
        (b"<html><table><tr><td>1</td></tr></table></html>", NoBook::Markup),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
            NoBook::Markup,
        ),
        (&[0xff, 0xd8, 0xff, 0xe0, 0, 0x10, b'J', b'F', b'I', b'F', 0], NoBook::Unknown),
        (&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], NoBook::Damaged),
    ];
    for (at, (bytes, fault)) in cases.iter().enumerate() {
        assert_eq!(read(bytes).expect_err("no workbook"), *fault, "case {at}");
    }
}

#[test]
fn what_is_too_long_is_cut_and_says_so() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "first").expect("written");
    // A sheet of two cells may be as large as the format allows.
    sheet.write(1_048_575, 16_383, "last").expect("written");
    let book = read(&book.save_to_buffer().expect("a workbook")).expect("a workbook");
    assert_eq!(told(&book), ["[Sheet1]", "A1 first"]);
    assert!(book.sheets[0].grid.is_cut);
    let rows = "a,b\n".repeat(MOST_SHEET_ROWS + 5);
    let book = read(rows.as_bytes()).expect("values");
    assert_eq!((book.sheets[0].grid.rows.len(), book.sheets[0].grid.is_cut), (MOST_SHEET_ROWS, true));
    let book = read("a,".repeat(MOST_SHEET_COLUMNS + 9).as_bytes()).expect("values");
    assert_eq!(book.sheets[0].grid.width(), MOST_SHEET_COLUMNS);
    let wide = vec![vec!["x"; MOST_SHEET_COLUMNS].join(","); MOST_FILLED / MOST_SHEET_COLUMNS + 3].join("\n");
    let book = read(wide.as_bytes()).expect("values");
    assert_eq!(
        (book.sheets[0].grid.rows.len(), book.sheets[0].grid.is_cut),
        (MOST_FILLED / MOST_SHEET_COLUMNS, true)
    );
}

#[test]
fn of_many_sheets_the_first_are_read() {
    let mut book = Workbook::new();
    for number in 0..=MOST_SHEETS {
        book.add_worksheet().write(0, 0, number as f64).expect("written");
    }
    let book = read(&book.save_to_buffer().expect("a workbook")).expect("a workbook");
    assert_eq!(book.sheets.len(), MOST_SHEETS);
}

#[test]
fn a_cell_is_as_long_as_a_text_of_a_plan_and_shorter_where_tables_are_read() {
    let long = "字".repeat(MOST_TEXT + 5);
    let mut made = Workbook::new();
    made.add_worksheet().write(0, 0, &long).expect("the format takes it");
    let xlsx = made.save_to_buffer().expect("a workbook");
    let sheet = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\"><table:table-row><table:table-cell><text:p>{long}</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let ods = zip(&[("content.xml", sheet.as_bytes())]);
    for bytes in [xlsx, ods, long.clone().into_bytes()] {
        let book = read(&bytes).expect("a workbook");
        assert_eq!(book.sheets[0].grid.cell(0, 0).chars().count(), MOST_TEXT);
        assert_eq!(book.shortened().sheets[0].grid.cell(0, 0).chars().count(), crate::rows::MOST_LETTERS);
    }
}

/// A base table of thousands of cells that nobody sees takes no room from the report.
#[test]
fn what_is_shown_has_room_before_what_is_hidden() {
    let sheet = |name: &str, is_hidden, rows: usize| {
        let mut sheet = BookSheet { name: name.into(), is_hidden, ..BookSheet::default() };
        for row in 0..rows {
            (0..100).for_each(|column| sheet.grid.put_in_sheet(row, column, "x"));
        }
        sheet
    };
    let sheets = within(vec![sheet("底稿", true, 700), sheet("8月", false, 10)]);
    let told: Vec<(&str, usize, bool)> =
        sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.grid.rows.len(), sheet.grid.is_cut)).collect();
    assert_eq!(told, [("底稿", MOST_FILLED / 100 - 10, true), ("8月", 10, false)]);
}

#[test]
fn ranges_that_lie_over_one_another_are_spread_no_further_than_the_sheet_is_large() {
    let mut grid = crate::rows::Grid::default();
    grid.put(0, 0, "指标");
    grid.put(9, 9, "完成");
    let merge = crate::rows::Merge { row: 0, column: 0, rows: usize::MAX, columns: usize::MAX };
    grid.merges = vec![merge; 100_000];
    let rows = grid.spread();
    assert_eq!((rows.len(), rows[9].len(), rows[5][5].as_str()), (10, 10, "指标"));
}

#[test]
fn no_cell_keeps_a_control_character() {
    let mut grid = crate::rows::Grid::default();
    grid.put(0, 0, "名单\t附后\u{b}\n甲");
    assert_eq!(grid.cell(0, 0), "名单 附后 \n甲");
}

/// By their number alone, as Excel writes them.
#[test]
fn days_and_months_in_the_formats_of_a_chinese_menu_are_such() {
    let mut made = Workbook::new();
    let sheet = made.add_worksheet();
    let ids = [27, 28, 31, 36, 50, 57, 58, 14];
    for (row, id) in (0..).zip(ids) {
        let format = Format::new().set_num_format_index(id);
        let day = ExcelDateTime::from_ymd(2023, 7, 1).expect("a day");
        sheet.write_with_format(row, 0, &day, &format).expect("the format takes it");
    }
    let book = read(&made.save_to_buffer().expect("a workbook")).expect("a workbook");
    let seen: Vec<&str> = (0..ids.len()).map(|row| book.sheets[0].grid.cell(row, 0)).collect();
    let (month, day) = ("2023年7月", "2023-07-01");
    assert_eq!(seen, [month, day, day, month, month, month, day, day]);
}
