//! Several rows about one member, cells that cover several rows, and what a row says besides.

use super::super::column::{Candidate, Fate, Fault};
use super::super::decided::{Decision, Detail, Outcome};
use super::{LIST, entry, id, named, pasted, pasted_by, pasted_with, says, three};
use crate::ledger::kinds::Listing;
use crate::ledger::samples::august::day;
use crate::ledger::{Batch, Ledger};
use crate::standing::alike::Likeness;

/// M40 4: two rows of one column that are nearly the same are offered too, and what is decided of them counts.
#[test]
fn rows_that_are_near_to_each_other_are_offered() {
    let found = pasted(&three(), LIST, "鞍山乙重工有限公司\n鞍山乙重工\n");
    assert!(
        matches!(&found.reading.lines[1].fate, Fate::Near(all, _) if all[0] == (Candidate::Line(0), Likeness::Form)),
        "{:?}",
        found.reading
    );
    let same = Decision::Row("鞍山乙重工有限公司".into());
    for (decision, outcome) in [
        (same.clone(), Outcome::Known),
        (Decision::New, Outcome::New),
        (Decision::Left, Outcome::Left),
        // What was decided of somebody else is no decision.
        (Decision::Row("另一个企业".into()), Outcome::Open),
        (Decision::Member(id(1, 0)), Outcome::Open),
    ] {
        let outcomes = found.outcomes(&[("鞍山乙重工", decision.clone())]);
        assert_eq!(outcomes, [Outcome::New, outcome], "{decision:?}");
    }
    // A second state of somebody who is new is told, and not lost.
    let later = "名称\t状态\t日期\n鞍山乙重工有限公司\t认定\t2024-03-01\n鞍山乙重工\t认定\t2024-05-01\n";
    let found = pasted(&three(), LIST, later);
    let outcomes = found.outcomes(&[("鞍山乙重工", same.clone())]);
    assert_eq!(outcomes, [Outcome::New, Outcome::Faulty(vec![Fault::Twice(2)])]);
    assert!(found.entries(&[("鞍山乙重工", same)], None).is_err());
}

/// What was decided holds on when a row above is put in, for it goes by names and not by the numbers of rows.
#[test]
fn decisions_outlive_a_correction_of_another_row() {
    let decisions = [
        ("海城三鱼泵业", Decision::Member(id(1, 0))),
        ("鞍山乙重工", Decision::Row("鞍山乙重工有限公司".into())),
    ];
    let before = pasted(&three(), LIST, "海城三鱼泵业\n鞍山乙重工有限公司\n鞍山乙重工\n");
    let after = pasted(&three(), LIST, "鞍山甲新材料厂\n\n海城三鱼泵业\n鞍山乙重工有限公司\n鞍山乙重工\n");
    let expected = [Outcome::Known, Outcome::New, Outcome::Known];
    assert_eq!(before.outcomes(&decisions), expected);
    assert_eq!(after.outcomes(&decisions)[1..], expected);
}

/// Rows about one member are held against each other by their days, in whatever order they stand.
#[test]
fn rows_about_one_member_are_held_against_what_the_others_make_of_it() {
    let (out, back) =
        ("鞍山国扬通信科技有限公司\t退出\t2024-06-30\n", "鞍山国扬通信科技有限公司\t认定\t2024-08-01\n");
    let same = "鞍山国扬通信科技有限公司\t认定\t2024-05-01\n";
    let early = "鞍山国扬通信科技有限公司\t认定\t2024-01-01\n";
    let other = "鞍山国扬通信科技有限公司\t认定\t2024-06-30\n";
    let change = || Outcome::Change(id(1, 1));
    let before = || Outcome::Faulty(vec![Fault::Before(day("2024-02-01"))]);
    for (rows, outcomes) in [
        (vec![out], vec![change()]),
        (vec![back], vec![Outcome::Known]),
        // Off the list in June, it comes back in August.
        (vec![out, back], vec![change(), change()]),
        (vec![back, out], vec![change(), change()]),
        (vec![same, out], vec![Outcome::Known, change()]),
        (vec![out, out], vec![change(), Outcome::Known]),
        (vec![out, other], vec![change(), Outcome::Faulty(vec![Fault::Contradicts(2)])]),
        (vec![early, out], vec![before(), change()]),
    ] {
        let text = ["名称\t状态\t日期\n", &rows.concat()].concat();
        let found = pasted(&three(), LIST, &text);
        assert_eq!(found.outcomes(&[]), outcomes, "{text}");
        let is_faulty = outcomes.iter().any(|one| matches!(one, Outcome::Faulty(_)));
        let changes = outcomes.iter().filter(|one| **one == change()).count();
        let written = found.entries(&[], None).map(|all| all.len());
        assert_eq!(written.ok(), (!is_faulty).then_some(changes), "{text}");
    }
}

/// A row that leaves is told wherever it leads: of a member, of somebody unknown, and of somebody who is nearly a member.
#[test]
fn a_row_that_leaves_is_never_dropped() {
    let text = "名称\t状态\n鞍山国扬通信科技有限公司\t退出\n从未见过的厂家\t退出\n海城三鱼泵业\t退出\n";
    let found = pasted(&three(), LIST, text);
    let not_there = || Outcome::Faulty(vec![Fault::NotThere]);
    for (decision, outcome) in [
        (None, Outcome::Open),
        (Some(Decision::New), not_there()),
        (Some(Decision::Member(id(1, 0))), Outcome::Change(id(1, 0))),
        (Some(Decision::Left), Outcome::Left),
    ] {
        let decisions: Vec<_> = decision.map(|decision| ("海城三鱼泵业", decision)).into_iter().collect();
        assert_eq!(found.outcomes(&decisions), [Outcome::Change(id(1, 1)), not_there(), outcome]);
    }
    // Before it came on the list nobody leaves it, also when a person says who it is.
    let early = pasted(&three(), LIST, "名称\t状态\t日期\n海城三鱼泵业\t退出\t2023-10-31\n");
    let outcomes = early.outcomes(&[("海城三鱼泵业", Decision::Member(id(1, 0)))]);
    assert_eq!(outcomes, [Outcome::Faulty(vec![Fault::Before(day("2023-11-01"))])]);
}

/// District and host that differ from the list are told, with a change of state and without; an empty cell says nothing.
#[test]
fn a_district_or_host_that_differs_is_told() {
    let ledger = Ledger::new([says(
        1,
        vec![entry(
            LIST,
            Listing::Named {
                name: "甲材料厂家".into(),
                district: Some("haicheng".into()),
                host: "甲大学".into(),
            },
            Some("recognised"),
            "2024-01-01",
        )],
    )]);
    let known = Outcome::Known;
    for (state, district, host, outcome, differs) in [
        ("认定", "海城市", "甲大学", known.clone(), vec![]),
        ("认定", "", "", known.clone(), vec![]),
        ("认定", "铁东区", "甲大学", known.clone(), vec![Detail::District]),
        ("认定", "海城市", "乙大学", known, vec![Detail::Host]),
        ("退出", "铁东区", "乙大学", Outcome::Change(id(1, 0)), vec![Detail::District, Detail::Host]),
    ] {
        let text = format!("名称\t状态\t县区\t依托单位\n甲材料厂家\t{state}\t{district}\t{host}\n");
        let found = pasted(&ledger, LIST, &text).settled(&[]);
        assert_eq!((found[0].outcome.clone(), found[0].differs.clone()), (outcome, differs), "{text}");
    }
}

/// A cell that covers several rows holds of each of them; a name only where the cell is merged downwards.
#[test]
fn merged_cells_hold_of_every_row_that_they_cover() {
    let markup = "<table><tr><th>名称</th><th>状态</th><th>日期</th><th>县区</th></tr>\
        <tr><td>甲材料厂家</td><td>认定</td><td rowspan=2>2024-03-01</td><td rowspan=3>海城市</td></tr>\
        <tr><td>乙材料厂家</td><td>认定</td></tr>\
        <tr><td>丙材料厂家</td><td>认定</td><td>2024-05-01</td></tr>\
        <tr><td rowspan=2>鞍山国扬通信科技有限公司</td><td>退出</td><td>2024-06-30</td><td>铁东区</td></tr>\
        <tr><td>认定</td><td>2024-08-01</td><td>铁东区</td></tr></table>";
    let found = pasted_with(&three(), LIST, "名称", Some(markup));
    let said: Vec<_> = found
        .reading
        .lines
        .iter()
        .filter_map(|line| line.fate.row())
        .map(|row| (row.name.as_str(), row.day, row.district.as_deref()))
        .collect();
    let third = "鞍山国扬通信科技有限公司";
    assert_eq!(
        said,
        [
            ("甲材料厂家", day("2024-03-01"), Some("haicheng")),
            ("乙材料厂家", day("2024-03-01"), Some("haicheng")),
            ("丙材料厂家", day("2024-05-01"), Some("haicheng")),
            (third, day("2024-06-30"), Some("tiedong")),
            (third, day("2024-08-01"), Some("tiedong")),
        ]
    );
    let change = Outcome::Change(id(1, 1));
    assert_eq!(found.outcomes(&[])[3..], [change.clone(), change]);
}

/// A district pastes its own members: without a column of districts they are its own, another district is a fault, and it
/// changes nobody whom others wrote down.
#[test]
fn a_district_pastes_its_own_members_and_changes_no_others() {
    let theirs =
        says(5, vec![entry(LIST, named("台安甲厂", Some("taian")), Some("recognised"), "2024-01-01")]);
    let mut ledger = three();
    ledger.add(Batch { organisation: "taian".into(), ..theirs });
    let text = "名称\t状态\t县区\n台安乙材料厂家\t认定\t\n丙材料厂家\t认定\t铁东区\n鞍山国扬通信科技有限公司\t退出\t\n台安甲厂\t退出\t\n";
    let found = pasted_by("taian", &ledger, LIST, text, None);
    let district = found.reading.lines[0].fate.row().and_then(|row| row.district.clone());
    assert_eq!(district.as_deref(), Some("taian"));
    let faulty = |fault| Outcome::Faulty(vec![fault]);
    assert_eq!(
        found.outcomes(&[]),
        [Outcome::New, faulty(Fault::OthersDistrict), faulty(Fault::Others), Outcome::Change(id(5, 0))]
    );
    let alone = pasted_by("taian", &ledger, LIST, "台安乙材料厂家", None);
    assert_eq!(alone.reading.gone, [id(5, 0)], "nobody but its own leaves");
    let bureau = pasted(&ledger, LIST, text).outcomes(&[]);
    assert_eq!(bureau, [Outcome::New, Outcome::New, Outcome::Change(id(1, 1)), Outcome::Change(id(5, 0))]);
}

/// Whoever stands in a row that is faulty, or twice, is not gone.
#[test]
fn whoever_stands_in_a_faulty_row_is_not_gone() {
    let text = "名称\t状态\n海城三鱼泵业有限公司\t评审中\n鞍山国扬通信科技\t评审中\n";
    let found = pasted(&three(), LIST, text);
    assert_eq!(found.reading.gone, []);
    let ledger =
        Ledger::new([says(1, vec![entry(LIST, named("甲厂", None), Some("recognised"), "2024-01-01")])]);
    assert_eq!(pasted(&ledger, LIST, "乙厂").reading.gone, [id(1, 0)]);
}
