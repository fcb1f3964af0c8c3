//! The tables of `tests/pasted`, in the manners of bureaus and with invented figures: each row goes where its file
//! with what is expected says. Beside NAME.txt or NAME.html stands NAME.expected: plan, organisation and month, and a
//! line for each row: `item=figure`, `?` for what is asked, `!` with the reason for what is left over.

use super::*;
use crate::ledger::Ledger;
use crate::page::month::form::sheet;
use crate::plan::Month;
use crate::text::Language::Zh;
use std::path::Path;

fn fate(line: &Line) -> String {
    match &line.fate {
        Fate::Taken(taken) => [&taken.item, "=", &rows::words::told(Zh, &taken.told)].concat(),
        Fate::Asked(_) => "?".into(),
        Fate::Left(why) => {
            let name = format!("!{why:?}");
            name.split(' ').next().unwrap_or_default().to_owned()
        }
    }
}

fn read(expected: &str, table: &str, is_markup: bool) -> Vec<String> {
    let header = |name: &str| {
        expected
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .map(str::trim)
            .unwrap_or_else(|| panic!("{name}"))
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let plan = match header("plan") {
        "shipped" => folder.join("public/plan.json"),
        other => folder.join("tests/plans").join(other).with_extension("json"),
    };
    let plan = crate::plan::read::from_json(&std::fs::read_to_string(plan).unwrap()).expect("a plan");
    let month = Month::parse(header("month")).unwrap();
    let sheet = sheet(&plan, &Ledger::default(), header("organisation"), month, None, Zh).expect("a form");
    let block = Block {
        text: if is_markup { "x".into() } else { table.into() },
        markup: is_markup.then(|| table.to_owned()),
        from: None,
        file: None,
    };
    let pasted = paste(&sheet, &block, &Answers::default(), 0);
    let fates: Vec<String> = pasted.reading.lines.iter().map(fate).collect();
    let grid = rows::pasted(&block.text, block.markup.as_deref()).expect("short enough");
    // Drawn in from a file it means the same.
    let book = rows::file::read(&workbook(&grid)).expect("a workbook");
    let block = Block { file: Some(File::new("报表.xlsx".into(), book)), ..Block::default() };
    let from_file = paste(&sheet, &block, &Answers::default(), 0);
    assert_eq!(from_file.reading.lines.iter().map(fate).collect::<Vec<_>>(), fates, "{table}");
    fates
}

/// The table as a workbook: what is a number is one, and what is a per cent is one with its format.
fn workbook(grid: &rows::Grid) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0.0####%");
    let plain = rust_xlsxwriter::Format::new();
    let sheet = book.add_worksheet();
    for merge in &grid.merges {
        let at = |row: usize, column: usize| (row as u32, column as u16);
        let (row, column) = at(merge.row, merge.column);
        let (last_row, last_column) = at(merge.row + merge.rows - 1, merge.column + merge.columns - 1);
        if (row, column) != (last_row, last_column) {
            sheet.merge_range(row, column, last_row, last_column, "", &plain).expect("merged");
        }
    }
    for (row, cells) in (0..).zip(&grid.rows) {
        for (column, words) in (0..).zip(cells) {
            let number =
                words.parse::<f64>().ok().filter(|_| !words.starts_with(['0', '+']) || words.len() == 1);
            let share = words.strip_suffix('%').and_then(|digits| digits.parse::<f64>().ok());
            match (number, share) {
                (Some(number), _) => sheet.write(row, column, number).expect("written"),
                (None, Some(share)) => {
                    sheet.write_with_format(row, column, share / 100.0, &percent).expect("written")
                }
                (None, None) => sheet.write(row, column, words.as_str()).expect("written"),
            };
        }
    }
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn every_cell_of_the_corpus_goes_where_it_belongs() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pasted");
    let mut wrong = vec![];
    let mut count = 0;
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|one| one != "expected")) {
        count += 1;
        let expected = std::fs::read_to_string(file.with_extension("expected")).expect("what is expected");
        let table = std::fs::read_to_string(file).unwrap();
        let found = read(&expected, &table, file.extension().is_some_and(|one| one == "html"));
        let (_, rows) = expected.split_once("\n\n").expect("rows");
        let rows: Vec<&str> = rows.lines().collect();
        if found != rows {
            wrong.push(format!("{}:\n  {found:?}\n  {rows:?}", file.display()));
        }
    }
    assert!(count >= 40, "{count} tables");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
