//! The workbooks of `tests/workbooks`, looked at: each row goes where the file with what is expected says, from the cell that
//! it says. `item=figure @CELL`, `?` for what is asked, `!` with the reason for what is left, then with `~` what is to be checked.

use super::*;
use crate::ledger::Ledger;
use crate::ledger::samples::august::day;
use crate::plan::PlanIndex;
use crate::rows::file::{self, corpus, mutated};
use crate::rows::{Book, Fate, Told, cell_name};
use crate::standing::AsOf;
use crate::text::Language::{self, En, Zh};
use std::path::Path;

/// The plan that a case names.
fn plan(name: &str) -> PlanIndex {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = match name {
        "shipped" => folder.join("public/plan.json"),
        other => folder.join("tests/plans").join(other).with_extension("json"),
    };
    crate::plan::read::from_json(&std::fs::read_to_string(file).expect("the plan")).expect("a plan")
}

fn looked(
    plan: &PlanIndex,
    case: &corpus::Case,
    book: &Book,
    sheet: Option<usize>,
    language: Language,
) -> Looked {
    let month = Month::parse(&case.month).expect("a month");
    let chosen = Chosen {
        organisation: Some(case.organisation.clone()),
        month: Some(month),
        sheet,
        ..Chosen::default()
    };
    let upload = Upload { name: case.name.clone(), book: Ok(book.clone()), chosen };
    let ledger = Ledger::default();
    look(
        AsOf { plan, ledger: &ledger, today: day("2024-09-03"), offset: 480, language },
        month,
        &upload,
        &Memory::default(),
    )
}

fn table<'a>(looked: &'a Looked, case: &corpus::Case) -> &'a Table {
    match &looked.said {
        Said::Table(table) => table,
        other => panic!("{}: {other:?}", case.name),
    }
}

/// What becomes of a table, in short.
fn told(table: &Table) -> Vec<String> {
    let mut cells = table.taken.iter();
    let mut lines: Vec<String> = vec![];
    for line in &table.reading.lines {
        lines.push(match &line.fate {
            Fate::Taken(one) => {
                let value = match one.told {
                    Told::Value(value) => value.to_string(),
                    Told::NoChange => "no-change".into(),
                    Told::NothingToReport => "nothing-to-report".into(),
                    Told::NotYetPublished => "not-yet-published".into(),
                };
                let place = cells.next().map(|cell| cell.place.as_str()).unwrap_or_default();
                [&one.item, "=", &value, " @", place].concat()
            }
            Fate::Asked(_) => "?".into(),
            Fate::Left(why) => format!("!{why:?}").split(' ').next().unwrap_or_default().to_owned(),
        });
    }
    lines.extend(table.checks.iter().map(|check| match check {
        Check::Total(one) => format!("~total {} {} {}", cell_name(one.row, one.column), one.says, one.sum),
        Check::Hidden { place, .. } => ["~hidden ", place].concat(),
        Check::Parts { rows, columns } => {
            let rows: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
            let letters = |column: &usize| cell_name(0, *column).trim_end_matches('1').to_owned();
            let columns: Vec<String> = columns.iter().map(letters).collect();
            let part = |name: &str, all: Vec<String>| {
                if all.is_empty() { String::new() } else { [" ", name, " ", &all.join(",")].concat() }
            };
            ["~hidden", &part("rows", rows), &part("columns", columns)].concat()
        }
    }));
    lines
}

#[test]
fn every_row_of_every_workbook_goes_where_it_belongs() {
    let mut wrong = vec![];
    for case in &corpus::cases() {
        let plan = plan(&case.plan);
        let book = file::read(&case.bytes).unwrap_or_else(|fault| panic!("{}: {fault:?}", case.name));
        assert!(!case.rows.is_empty(), "{}", case.name);
        for (name, expected) in &case.rows {
            let at = book.sheets.iter().position(|sheet| sheet.name == *name);
            let looked = looked(&plan, case, &book, at, Zh);
            let found = told(table(&looked, case));
            if found != *expected {
                wrong.push(format!("{} {name}:\n  found    {found:?}\n  expected {expected:?}", case.name));
            }
        }
        // The first sheet that is shown is the one that is looked at.
        let first = looked(&plan, case, &book, None, En);
        let shown = book.sheets.get(first.sheet).map(|sheet| sheet.name.as_str());
        assert_eq!(shown, case.rows.first().map(|(name, _)| name.as_str()), "{}", case.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_to_be_checked_is_said_in_both_languages_with_its_cell() {
    let mut count = 0;
    for case in &corpus::cases() {
        let plan = plan(&case.plan);
        let book = file::read(&case.bytes).expect("a workbook");
        for language in [Zh, En] {
            let looked = looked(&plan, case, &book, None, language);
            for check in &table(&looked, case).checks {
                count += 1;
                let cell = words::check(language, check);
                let is_of_sheet = matches!(check, Check::Parts { .. });
                assert_eq!(cell.place.is_empty(), is_of_sheet, "{}: {cell:?}", case.name);
                assert_eq!(cell.says.is_ascii(), language == En, "{}: {cell:?}", case.name);
            }
        }
    }
    assert!(count >= 20, "{count}");
    let many = Check::Parts { rows: (3..40).collect(), columns: vec![27] };
    let said = |language| words::check(language, &many).says;
    assert_eq!(
        said(Zh),
        "工作表里有隐藏的内容：第 4、5、6、7、8、9、10、11、12、13、14、15 等 37 行，第 AB 列。"
    );
    assert!(said(En).contains("37 rows, 4, 5") && said(En).contains("column AB"), "{}", said(En));
}

/// Whatever is changed in a file: what is taken is what its cell says, and where nothing was said otherwise, the same as before.
#[test]
fn of_a_changed_file_nothing_is_taken_that_its_cell_does_not_say() {
    let cases = corpus::cases();
    let plan = plan("shipped");
    let mut figures = 0;
    for seed in 0..mutated::RUNS {
        let mutated::Mutation { case, sort, bytes } = mutated::mutation(&cases, seed);
        let Ok(book) = file::read(&bytes) else { continue };
        assert_eq!(case.plan, "shipped");
        let seen = looked(&plan, case, &book, None, Zh);
        let Said::Table(table) = &seen.said else { continue };
        let sheet = &book.sheets[seen.sheet];
        let places: Vec<(usize, usize)> = (0..sheet.grid.rows.len())
            .flat_map(|row| (0..sheet.grid.width()).map(move |column| (row, column)))
            .collect();
        for cell in &table.taken {
            figures += 1;
            let at = places.iter().find(|(row, column)| cell_name(*row, *column) == cell.place);
            let words = at.map(|(row, column)| sheet.grid.cell(*row, *column));
            assert_eq!(words, Some(cell.seen.as_str()), "{}, seed {seed}: {cell:?}", case.name);
        }
        let before = file::read(&case.bytes).expect("the file as it was");
        let before = looked(&plan, case, &before, None, Zh);
        let Said::Table(before) = &before.said else { panic!("{}", case.name) };
        if sort == mutated::Sort::Same {
            assert_eq!(told(table), told(before), "{}, seed {seed}", case.name);
        }
        if sort == mutated::Sort::Bytes && case.bytes.starts_with(b"PK") {
            let is_new = |cell: &&Cell| !before.taken.contains(cell);
            let more: Vec<&Cell> = table.taken.iter().filter(is_new).collect();
            assert!(more.is_empty(), "{}, seed {seed}: {more:?}", case.name);
        }
    }
    assert!(figures > 100, "{figures}");
}
