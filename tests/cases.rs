//! What failed for users and under attack, case by case, and the tests that keep it mended.
//!
//! `tests/cases.tsv` has a row for each case: its name, what went wrong, the tests; `open` where it is not mended yet. A
//! case without a row, a row without a test, and a test that is no longer there fail here.

use std::collections::BTreeMap;
use std::path::Path;

/// The lists and the cases of each that have to be there.
const LISTS: [(&str, &[&str]); 4] = [
    ("walk a", &["1-39"]),
    ("field ", &["1", "1b", "1c", "2", "2b", "3", "3b", "3c", "4", "5", "5b", "5c", "5d", "6", "6b", "7-22"]),
    ("hostile ", &["1", "1b", "2-7", "7b", "8", "8b", "9", "hosts", "passphrase"]),
    ("engine ", &["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "B2", "B9", "B12", "C1"]),
];

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Case → its tests, each `file::name`.
fn rows() -> BTreeMap<String, Vec<String>> {
    let text = file("tests/cases.tsv");
    let mut rows = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [case, what, tests] = fields[..] else { panic!("three fields expected: {line}") };
        assert!(!what.trim().is_empty(), "{case} does not say what went wrong");
        let tests = tests.split_whitespace().map(str::to_owned).collect();
        assert!(rows.insert(case.to_owned(), tests).is_none(), "{case} stands twice");
    }
    rows
}

fn expected() -> Vec<String> {
    let mut cases = Vec::new();
    for (list, names) in LISTS {
        for name in names {
            match name.split_once('-').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?))) {
                Some((from, to)) => cases.extend((from..=to).map(|number: u32| format!("{list}{number}"))),
                None => cases.push(format!("{list}{name}")),
            }
        }
    }
    cases
}

#[test]
fn every_case_has_a_row_and_every_row_a_case() {
    let (rows, mut expected) = (rows(), expected());
    expected.sort();
    let named: Vec<&String> = rows.keys().collect();
    assert_eq!(named, expected.iter().collect::<Vec<_>>());
}

#[test]
fn every_case_has_tests_that_are_there() {
    let mut missing = Vec::new();
    for (case, tests) in rows() {
        if tests.is_empty() {
            missing.push(format!("{case} has no test"));
        }
        for test in tests.iter().filter(|test| *test != "open") {
            let Some((path, name)) = test.split_once("::") else {
                panic!("{case}: {test} is not file::name")
            };
            let is_there = match path.rsplit('.').next() {
                Some("rs") => is_test(&file(path), name),
                // A test of the tools names itself in words.
                _ => file(path).contains(&name.replace('_', " ")),
            };
            if !is_there {
                missing.push(format!("{case}: {path} has no test {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Whether the source has a function of the name with an attribute of a test before it.
fn is_test(source: &str, name: &str) -> bool {
    let head = format!("fn {name}(");
    let mut last_attributes = false;
    for line in source.lines().map(str::trim) {
        if line.contains(&head) {
            // Within `proptest!` and in the browser's package a line may stand between.
            return last_attributes;
        }
        if line.starts_with("#[") {
            last_attributes = line.contains("test") || last_attributes;
        } else if !line.is_empty() && !line.starts_with("//") {
            last_attributes = false;
        }
    }
    false
}
