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
    };
    paste(&sheet, &block, &Answers::default()).reading.lines.iter().map(fate).collect()
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
