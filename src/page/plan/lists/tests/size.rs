//! Lists of thousands, and columns without an end.

use super::super::decided::{Hindered, Outcome};
use super::super::members::{Choice, MOST_SHOWN};
use super::super::words;
use super::{LIST, TODAY, entry, members_as_of, named, one_as_of, pasted, says};
use crate::ledger::codec::MOST_ENTRIES;
use crate::ledger::samples::august::plan;
use crate::ledger::{Entry, Ledger};
use crate::rows::MOST_ROWS;
use crate::text::Language::Zh;

/// M40 5: a list of 3,000 in steps that nobody waits for, with so many rows on the page and no more.
#[test]
fn three_thousand_members_are_shown_by_pages_and_six_hundred_names_are_read_at_once() {
    let plan = plan();
    let name = |at: usize| format!("鞍山第{at}号新材料科技有限公司");
    let many = |from: usize| -> Vec<Entry> {
        let district = |at: usize| plan.districts.get(at % 9).map(String::as_str);
        (from..from + 1000)
            .map(|at| entry(LIST, named(&name(at), district(at)), Some("recognised"), "2024-01-15"))
            .collect()
    };
    let ledger = Ledger::new([says(1, many(0)), says(2, many(1000)), says(3, many(2000))]);
    let begun = std::time::Instant::now();
    let first = members_as_of(&ledger, TODAY, &Choice::default(), Zh);
    let one = one_as_of(&ledger, TODAY, Zh);
    let shown = begun.elapsed();
    assert_eq!(one.states[0].1, Some(3000));
    assert_eq!((first.found, first.pages, first.rows.len()), (3000, 30, MOST_SHOWN));
    let paper = members_as_of(&ledger, TODAY, &Choice { page: 7, is_whole: true, ..Choice::default() }, Zh);
    assert_eq!((paper.pages, paper.page, paper.rows.len()), (1, 0, 3000), "paper has all of them");
    let beyond = members_as_of(&ledger, TODAY, &Choice { page: 99, ..Choice::default() }, Zh);
    assert_eq!((beyond.page, beyond.rows.len()), (29, MOST_SHOWN));
    let searched =
        members_as_of(&ledger, TODAY, &Choice { search: "第2718号".into(), ..Choice::default() }, Zh);
    assert_eq!(searched.found, 1);
    let column: String = (2700..3300).map(|at| name(at) + "\n").collect();
    let begun = std::time::Instant::now();
    let found = pasted(&ledger, LIST, &column);
    let outcomes = found.outcomes(&[]);
    let read = begun.elapsed();
    let count = |is: Outcome| outcomes.iter().filter(|one| **one == is).count();
    assert_eq!((count(Outcome::Known), count(Outcome::New)), (300, 300));
    assert_eq!(found.reading.gone.len(), 2700);
    let written = found.entries(&[], Some("2024-09-01")).expect("it is all clear");
    assert_eq!(written.len(), 3000, "new ones and those that leave are one act");
    // Generous: what grows with the square takes minutes here, in a build without optimisation.
    assert!(shown.as_millis() < 2000 && read.as_millis() < 4000, "{shown:?} {read:?}");
}

/// M40 4: what was not read is not gone.
#[test]
fn a_column_that_is_cut_takes_nobody_off_the_list() {
    let name = |at: usize| format!("鞍山第{at}号新材料科技有限公司");
    let members = |from: usize, to: usize| -> Vec<Entry> {
        (from..to).map(|at| entry(LIST, named(&name(at), None), Some("recognised"), "2024-01-15")).collect()
    };
    let ledger = Ledger::new([says(1, members(0, MOST_ROWS + 10))]);
    let column = |rows: usize| (0..rows).map(|at| name(at) + "\n").collect::<String>();
    for (rows, is_cut, gone) in [
        (MOST_ROWS - 1, false, 11),
        (MOST_ROWS, false, 10),
        (MOST_ROWS + 1, true, 0),
        (MOST_ROWS + 10, true, 0),
    ] {
        let found = pasted(&ledger, LIST, &column(rows));
        assert_eq!((found.reading.is_cut, found.reading.gone.len()), (is_cut, gone), "{rows}");
        let said = words::dry_run(Zh, &found.reading, &found.settled(&[]));
        assert_eq!(said.contains("不提退出"), is_cut, "{said}");
        assert_eq!(said.contains("粘贴内容中没有的"), gone > 0, "{said}");
        let written = found.entries(&[], Some("2024-09-01")).expect("nothing is wrong");
        assert_eq!(written.len(), gone, "whoever asks for it takes nobody out who was not read");
    }
}

/// What no batch can hold is refused, with both numbers, before it is written.
#[test]
fn more_entries_than_a_batch_holds_are_refused() {
    let name = |at: usize| format!("鞍山第{at}号新材料科技有限公司");
    let members = |from: usize, to: usize| -> Vec<Entry> {
        (from..to).map(|at| entry(LIST, named(&name(at), None), Some("recognised"), "2024-01-15")).collect()
    };
    let all =
        Ledger::new([says(1, members(0, MOST_ENTRIES)), says(2, members(MOST_ENTRIES, MOST_ENTRIES + 2))]);
    let leave = |text: &str| pasted(&all, LIST, text).entries(&[], Some("2024-09-01"));
    let fits = leave(&[name(0), name(1)].join("\n")).expect("as many as a batch holds");
    assert_eq!(fits.len(), MOST_ENTRIES);
    let hindered = leave(&name(0)).unwrap_err();
    assert_eq!(hindered, Hindered { too_many: Some(MOST_ENTRIES + 1), ..Hindered::default() });
    let said = words::hindered(Zh, &hindered);
    assert!(said.contains(&MOST_ENTRIES.to_string()) && said.contains(&(MOST_ENTRIES + 1).to_string()));
}
