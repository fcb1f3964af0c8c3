//! Walks `plan_audit.tsv`. Columns: section, kind, words, place, note.
//!
//! A place is `id/pointer`: the part of the plan with that id and a JSON pointer inside it; `plan` is
//! the plan itself. Several places stand apart by a space. Where a number was counted or a name found
//! that the plan leaves out, the place is empty and the note says why. A row of kind `count` says how
//! many rows of a kind the text of that section gave.

use crate::{identified, json};
use planboard::plan::Quantity;
use serde_json::Value;
use std::collections::BTreeMap;

pub struct Row {
    pub section: &'static str,
    pub kind: &'static str,
    pub words: &'static str,
    place: &'static str,
    note: &'static str,
}

/// The kinds that can be found mechanically, and the names that a reader found.
pub const KINDS: [&str; 6] = ["number", "numeral", "quotation", "title", "list", "name"];

fn lines() -> Vec<Row> {
    let table = include_str!("../plan_audit.tsv");
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("section\tkind\twords\tplace\tnote"));
    let row = |line: &'static str| {
        let cells: Vec<_> = line.split('\t').collect();
        let [section, kind, words, place, note] = cells[..] else { panic!("five cells: {line}") };
        Row { section, kind, words, place, note }
    };
    lines.map(row).collect()
}

/// Every row but the counts.
pub fn rows() -> Vec<Row> {
    lines().into_iter().filter(|row| row.kind != "count").collect()
}

#[test]
fn every_row_stands_in_the_plan_or_says_why_not() {
    let json = json();
    let parts: BTreeMap<_, _> = identified(&json).into_iter().collect();
    let mut wrong = Vec::new();
    for row in rows() {
        if row.place.is_empty() && row.note.chars().count() < 8 {
            wrong.push(format!("{} {}: neither place nor reason", row.section, row.words));
        }
        for (at, place) in row.place.split_whitespace().enumerate() {
            let (id, pointer) = place.split_once('/').expect("a place is id/pointer");
            let part = if id == "plan" { Some(&json) } else { parts.get(id).copied() };
            let leaf = part.and_then(|part| part.pointer(&format!("/{pointer}"))).map(words);
            if !leaf.as_deref().is_some_and(|leaf| carries(leaf, &row, at)) {
                wrong.push(format!("{} {} is not at {place}: {leaf:?}", row.section, row.words));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_row_is_missing() {
    let mut promised = BTreeMap::new();
    let mut found = BTreeMap::new();
    for line in lines() {
        if line.kind == "count" {
            let count: usize = line.place.parse().expect("a count is a number");
            assert!(KINDS.contains(&line.words), "{}", line.words);
            assert_eq!(promised.insert((line.section, line.words), count), None, "counted twice");
        } else {
            *found.entry((line.section, line.kind)).or_insert(0) += 1;
        }
    }
    // Every section of the text, those without a single finding too.
    assert_eq!(promised.len(), 22 * KINDS.len());
    promised.retain(|_, count| *count > 0);
    assert_eq!(promised, found);
    let total = |kind| promised.iter().filter(|((_, of), _)| *of == kind).map(|(_, n)| n).sum::<usize>();
    // Counted over the whole text with another tool (grep), without regard to sections.
    let mechanical = ["number", "numeral", "quotation", "title", "list"];
    assert_eq!(mechanical.map(total), TOTALS);
}

const TOTALS: [usize; 5] = [66, 65, 43, 5, 9];

/// A list that the text orders is reached from a row that names it, also one without quotation marks (形成需求清单); any
/// other carries the words of a target that it proves, so that no list is invented.
#[test]
fn every_list_is_ordered_by_the_text_or_proves_a_figure_of_it() {
    let plan = crate::plan();
    let rows = rows();
    let ordered: Vec<&str> = rows
        .iter()
        .filter(|row| row.kind == "list")
        .flat_map(|row| row.place.split_whitespace())
        .filter_map(|place| place.strip_suffix("/as_written"))
        .collect();
    assert_eq!(ordered.len(), 5, "the text orders five");
    for list in &plan.lists {
        let proves = list.figures.iter().any(|figure| {
            let indicator =
                crate::indicators(&plan).find(|one| one.id == figure.indicator).expect("it is there");
            let says = |words: &str| words.contains(&list.as_written);
            indicator.targets.iter().any(|target| target.section == list.section && says(&target.as_written))
        });
        let is_ordered = ordered.contains(&list.id.as_str());
        assert_eq!((is_ordered, proves), (list.stated, !list.stated), "{}", list.id);
    }
}

/// Two definitions are never joined: each figure rests on one list, and no list on the sum of two.
#[test]
fn a_figure_rests_on_one_list_alone() {
    let plan = crate::plan();
    let mut proved: Vec<&str> =
        plan.lists.iter().flat_map(|list| &list.figures).map(|one| one.indicator.as_str()).collect();
    let count = proved.len();
    proved.sort_unstable();
    proved.dedup();
    assert_eq!((count, proved.len()), (12, 12));
    // Of city level and above: a definition of its own, which the two lists by level do not add up to.
    assert!(!proved.contains(&"new-platforms"));
}

/// Each of the 26 figures is found from the text, so that none in the plan is invented.
#[test]
fn every_target_is_reached_from_the_text() {
    let rows = rows();
    let reached = |place: &str| rows.iter().any(|row| row.place.split_whitespace().any(|p| p == place));
    let plan = crate::plan();
    for indicator in crate::indicators(&plan) {
        for (at, target) in indicator.targets.iter().enumerate() {
            let place = |field| format!("{}/targets/{at}/{field}", indicator.id);
            // 2023-2025 spans 2024 without naming it.
            assert!(target.year.0 == 2024 || reached(&place("year")), "{}", place("year"));
            // 一家 is the one figure that the text writes as a numeral.
            assert!(reached(&place("value")) || reached(&place("as_written")), "{}", place("value"));
        }
    }
}

fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Whether the leaf has the row's number, or its words. The first place of a name holds it whole; a
/// further one may be of an organisation that the name contains.
fn carries(leaf: &str, row: &Row, at: usize) -> bool {
    let words = row.words.trim_matches(['“', '”', '《', '》']);
    match row.kind {
        "number" => numbers(leaf).any(|number| Some(number) == Quantity::parse(words)),
        "name" if at > 0 => leaf.chars().count() > 1 && words.contains(leaf),
        _ => leaf.contains(words) || leaf.contains(row.words),
    }
}

/// The decimal numbers in a text.
fn numbers(text: &str) -> impl Iterator<Item = Quantity> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter_map(|digits| Quantity::parse(digits.trim_matches('.')))
}
