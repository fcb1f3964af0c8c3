//! The workbooks of `tests/workbooks`, in the manners of bureaus, with invented figures and by several programs. Beside NAME.xlsx
//! stands NAME.expected: plan, organisation and month; under `[cells]` the words of every cell that has some, with what is
//! merged, hidden or without a value; under `[rows SHEET]` what becomes of each row of a sheet (see `page::month::tables`).
//! It was written by what wrote the workbook, and never copied from what reads it.

use super::*;
use crate::rows::cell_name;
use std::path::Path;

/// A workbook with what is expected of it.
pub(crate) struct Case {
    pub name: String,
    pub bytes: Vec<u8>,
    pub plan: String,
    pub organisation: String,
    pub month: String,
    /// Sorted lines, as [`told`] says them.
    cells: Vec<String>,
    /// By the name of a sheet: what becomes of its rows, and what is to be checked.
    pub rows: Vec<(String, Vec<String>)>,
}

/// All of them, by name.
pub(crate) fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.retain(|file| {
        file.extension().is_some_and(|one| one == "xlsx" || one == "xls" || one == "ods" || one == "csv")
    });
    files.sort();
    files.iter().map(|file| case(file)).collect()
}

fn case(file: &Path) -> Case {
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    let expected = std::fs::read_to_string(file.with_extension("expected"))
        .unwrap_or_else(|_| panic!("{name}: expected"));
    let mut parts = expected.split("\n\n");
    let head = parts.next().unwrap_or_default();
    let header = |key: &str| {
        let value = head.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(' '));
        value.unwrap_or_else(|| panic!("{name}: {key}")).to_owned()
    };
    let (plan, organisation, month) = (header("plan"), header("organisation"), header("month"));
    let (mut cells, mut rows) = (vec![], vec![]);
    for part in parts {
        let mut lines = part.lines().map(str::to_owned);
        let title = lines.next().unwrap_or_default();
        match title.strip_prefix("[rows ").and_then(|rest| rest.strip_suffix(']')) {
            Some(sheet) => rows.push((sheet.to_owned(), lines.collect())),
            None => {
                assert_eq!(title, "[cells]", "{name}");
                cells = lines.collect();
            }
        }
    }
    cells.sort();
    Case { bytes: std::fs::read(file).expect("the file"), name, plan, organisation, month, cells, rows }
}

/// Every cell with words, every merged range, and what is hidden or without a value, each in a line.
pub(crate) fn told(book: &Book) -> Vec<String> {
    let mut lines = vec![];
    for sheet in &book.sheets {
        let at = |row: usize, column: usize| [&sheet.name, "!", &cell_name(row, column)].concat();
        if sheet.is_hidden {
            lines.push(["hidden ", &sheet.name].concat());
        }
        for (row, cells) in sheet.grid.rows.iter().enumerate() {
            for (column, words) in cells.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
                lines.push([&at(row, column), " ", &words.replace('\n', "\\n")].concat());
            }
        }
        for one in &sheet.grid.merges {
            let last = cell_name(one.row + one.rows - 1, one.column + one.columns - 1);
            lines.push(["merged ", &at(one.row, one.column), ":", &last].concat());
        }
        lines.extend(sheet.unvalued.iter().map(|(row, column)| ["unvalued ", &at(*row, *column)].concat()));
        lines.extend(sheet.hidden_rows.iter().map(|row| format!("hidden-row {}!{}", sheet.name, row + 1)));
        let letters = |column: usize| cell_name(0, column).trim_end_matches('1').to_owned();
        lines.extend(
            sheet
                .hidden_columns
                .iter()
                .map(|at| ["hidden-column ", &sheet.name, "!", &letters(*at)].concat()),
        );
    }
    lines.sort();
    lines
}

#[test]
fn every_cell_of_every_workbook_is_told_as_it_is_seen() {
    let cases = cases();
    assert!(cases.len() >= 30, "{} workbooks", cases.len());
    let mut wrong = vec![];
    for case in &cases {
        let found = match read(&case.bytes) {
            Ok(book) => told(&book),
            Err(fault) => {
                wrong.push(format!("{}: {fault:?}", case.name));
                continue;
            }
        };
        let missing = case
            .cells
            .iter()
            .filter(|line| !found.contains(line))
            .map(|line| format!("{}: -{line}", case.name));
        let more = found
            .iter()
            .filter(|line| !case.cells.contains(line))
            .map(|line| format!("{}: +{line}", case.name));
        wrong.extend(missing.chain(more));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
