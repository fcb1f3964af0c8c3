use super::*;
use crate::authoring::written;
use crate::ledger::BatchId;
use crate::ledger::samples::{actual, batch};
use crate::rows::BookSheet;
use crate::text::Language::{En, Zh};

const SEED: &str = include_str!("../../../../../public/plan.json");

fn plan(text: &str) -> PlanIndex {
    from_json(text).expect("a plan")
}

/// The workbook of a plan, as it comes back from a file.
fn book(plan: &Plan) -> Book {
    let made = crate::office::xlsx::bytes(&workbook::workbook(plan, Zh)).expect("the format takes it");
    crate::rows::file::read(&made).expect("a workbook")
}

fn look(book: Book, ledger: &Ledger) -> Found {
    found(&Ok(book), &plan(SEED), ledger, Zh)
}

#[test]
fn the_plan_that_is_shown_comes_back_the_same() {
    let Found::Ready { ready, remarks, edition } = look(book(&plan(SEED)), &Ledger::default()) else {
        panic!("a plan")
    };
    assert_eq!((edition, remarks), (Edition::Same, vec![]));
    let counts: Vec<usize> = ready.counts.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts[..6], [4, 11, 23, 17, 26, 8]);
    assert_eq!(ready.file, written(&plan(SEED)));
}

#[test]
fn another_plan_is_told_to_be_one() {
    let example = workbook::example(Zh).expect("the example");
    let Found::Ready { edition, .. } = look(book(&example), &Ledger::default()) else { panic!("a plan") };
    assert_eq!(edition, Edition::Other);
}

#[test]
fn faults_stand_in_a_table_each_with_its_place() {
    let Found::Faulty { count, faults, .. } = look(Book::default(), &Ledger::default()) else {
        panic!("none")
    };
    assert_eq!((count, faults.rows.len()), (5, 5));
    assert!(faults.rows.iter().all(|row| row.len() == faults.columns.len()));
    let wrong = BookSheet { name: "x".into(), ..BookSheet::default() };
    assert!(matches!(
        found(&Ok(Book { sheets: vec![wrong], ..Book::default() }), &plan(SEED), &Ledger::default(), En),
        Found::Faulty { .. }
    ));
    assert_eq!(
        found(&Err(NoBook::Encrypted), &plan(SEED), &Ledger::default(), Zh),
        Found::NoBook(NoBook::Encrypted)
    );
}

/// Of records it is told which stay, which nobody shows any more, and which mean something else.
#[test]
fn a_new_version_says_what_becomes_of_the_records() {
    let seed = plan(SEED);
    let mut next = Plan::clone(&seed);
    let indicator = &mut next.areas[0].tasks[0].indicators[0];
    let id = indicator.id.clone();
    indicator.unit = crate::plan::Name::both("万元", "ten thousand yuan");
    let next = plan(&written(&next));
    let entries = [&*id, &*id, "high-tech-enterprises"].map(|id| actual(id, "3"));
    let ledger = Ledger::new([batch(BatchId { writer: 1, sequence: 0 }, 1, 8, entries)]);
    let Found::Ready { edition: Edition::Next { changes, records, more }, .. } = look(book(&next), &ledger)
    else {
        panic!("another version")
    };
    assert_eq!(more, 0);
    assert!(changes.rows.iter().any(|row| row[2].pieces[0].words().contains("计量单位")), "{changes:?}");
    assert!(records[0].contains("2 条记录"), "{records:?}");
    assert_eq!(records.last().map(String::as_str), Some("本机 3 条记录中，1 条不受影响。"));
}

#[test]
fn of_many_differences_the_first_are_listed() {
    let mut next = Plan::clone(&plan(SEED));
    for organisation in &mut next.organisations {
        organisation.aliases = (0..2).map(|at| format!("{}{at}", organisation.id)).collect();
        organisation.note = Some(crate::plan::Name::both("说明", "A note"));
        organisation.as_written = vec![organisation.id.clone()];
        organisation.short_name =
            Some(crate::plan::Name::both(format!("简{}", organisation.id), organisation.id.clone()));
    }
    let next = plan(&written(&next));
    let edition = super::edition(&plan(SEED), &next, &Ledger::default(), Zh);
    let Edition::Next { changes, more, .. } = edition else { panic!("another version") };
    assert!(more > 0);
    assert_eq!(changes.rows.len(), MOST_LISTED);
}
