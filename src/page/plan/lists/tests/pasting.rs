//! A pasted column, row by row.

use super::super::column::{Candidate, Fate, Fault, Refused};
use super::super::decided::{Decision, Hindered, Outcome};
use super::super::words;
use super::{LIST, TODAY, id, one_as_of, pasted, says, three};
use crate::ledger::Ledger;
use crate::ledger::samples::august::{day, plan};
use crate::standing::alike::Likeness;
use crate::text::Language::{self, Zh};

/// M40 4: a column is told row by row: new, there already, nearly the same, gone, faulty with the place.
#[test]
fn a_pasted_column_is_told_row_by_row_before_anything_is_written() {
    let ledger = three();
    let text = "序号\t企业名称\t状态\t认定日期\t县（市）区\t联系电话\n\
                1\t海城三鱼泵业有限公司\t认定\t2024-09-01\t海城市\t0412\n\
                2\t海城三鱼泵业\t认定\t2024-09-01\t海城市\t0412\n\
                3\t鞍山新材料研究所有限公司\t\t2024年8月15日\t铁东区\t\n\
                4\t鞍山国杨通信科技有限公司\t认定\t2024/9/1\t\t\n\
                5\t鞍山另一家有限公司\t评审中\t2024-13-01\t沈河区\t\n\
                6\t鞍山新材料研究所有限公司\t认定\t2024-09-01\t\t\n\
                7\t\t认定\t2024-09-01\t铁东区\t\n\
                8\t早来的有限公司\t认定\t2025-01-01\t\t\n\
                \t合计\t8\t\t\t\n";
    let found = pasted(&ledger, LIST, text);
    let lines = &found.reading.lines;
    let outcomes = found.outcomes(&[]);
    let faulty = |faults: Vec<Fault>| Outcome::Faulty(faults);
    let three = vec![
        Fault::State("评审中".into()),
        Fault::Day("2024-13-01".into()),
        Fault::District("沈河区".into()),
    ];
    assert_eq!(
        outcomes,
        [
            Outcome::Known,
            Outcome::Open,
            Outcome::New,
            Outcome::Open,
            // All that is wrong with a row at once.
            faulty(three),
            faulty(vec![Fault::Twice(4)]),
            faulty(vec![Fault::NoName]),
            faulty(vec![Fault::Future(day("2025-01-01"))]),
        ]
    );
    assert_eq!(lines.iter().map(|line| line.row).collect::<Vec<_>>(), [2, 3, 4, 5, 6, 7, 8, 9]);
    let near = |at: usize| match &lines[at].fate {
        Fate::Near(candidates, _) => candidates.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(near(1)[0], (Candidate::Member(id(1, 0)), Likeness::Form));
    assert_eq!(near(3), [(Candidate::Member(id(1, 1)), Likeness::Letter)]);
    let new = lines[2].fate.row().expect("a row");
    assert_eq!((new.day, new.district.as_deref()), (day("2024-08-15"), Some("tiedong")));
    assert_eq!((found.reading.left, found.reading.unread.clone()), (1, vec!["联系电话".to_owned()]));
    assert_eq!(found.reading.gone, [], "whoever may be meant is not gone");
    // Nothing is written while a row is faulty or undecided.
    let hindered = found.entries(&[], None).unwrap_err();
    assert_eq!(hindered, Hindered { faulty: 4, undecided: 2, ..Hindered::default() });
    for language in Language::ALL {
        let said = words::dry_run(language, &found.reading, &found.settled(&[]));
        assert!(said.contains('8'), "{said}");
        assert!(words::hindered(language, &hindered).contains('4'));
    }
}

/// M40 4: what was decided counts in the sentence as what it comes to.
#[test]
fn the_sentence_counts_what_was_decided() {
    let found = pasted(&three(), LIST, "海城三鱼泵业\n鞍山国杨通信科技有限公司\n");
    let said = |decisions: &[(&str, Decision)]| words::dry_run(Zh, &found.reading, &found.settled(decisions));
    assert!(said(&[]).contains("疑似重复待确认 2"), "{}", said(&[]));
    let decided = [("海城三鱼泵业", Decision::New), ("鞍山国杨通信科技有限公司", Decision::Left)];
    assert!(said(&decided).contains("新增 1，") && said(&decided).contains("不登记 1"), "{}", said(&decided));
}

/// M40 4: nothing is joined but by a person, row by row; it is one batch, and whoever is gone leaves only when asked.
#[test]
fn near_names_are_joined_only_by_a_decision_and_the_gone_leave_only_when_asked() {
    let ledger = three();
    let found = pasted(&ledger, LIST, "海城三鱼泵业\n鞍山甲新材料厂\n");
    assert_eq!(found.reading.gone, [id(1, 1)]);
    let undecided = found.entries(&[], None);
    assert_eq!(undecided, Err(Hindered { undecided: 1, ..Hindered::default() }));
    let after = |decision: Decision, leaves| {
        let entries = found.entries(&[("海城三鱼泵业", decision)], leaves).expect("all is decided");
        let mut after = ledger.clone();
        after.add(says(9, entries));
        let names: Vec<String> = after
            .members(LIST)
            .iter()
            .filter(|one| one.state(day(TODAY)).is_some())
            .map(|one| one.name.to_owned())
            .collect();
        names
    };
    let (sanyu, guoyang, jia) = ("海城三鱼泵业有限公司", "鞍山国扬通信科技有限公司", "鞍山甲新材料厂");
    assert_eq!(after(Decision::Member(id(1, 0)), None), [sanyu, guoyang, jia]);
    assert_eq!(after(Decision::New, None), [sanyu, guoyang, "海城三鱼泵业", jia]);
    assert_eq!(after(Decision::Left, None), [sanyu, guoyang, jia]);
    assert_eq!(after(Decision::Left, Some("2024-09-01")), [sanyu, jia]);
    // Whoever asks that they leave and gives no day is told, and nothing is written.
    for (typed, fault) in [
        ("", Fault::NoDay),
        ("2024-09-31", Fault::Day("2024-09-31".into())),
        ("2024-09-13", Fault::Future(day("2024-09-13"))),
    ] {
        let hindered = found.entries(&[("海城三鱼泵业", Decision::Left)], Some(typed)).unwrap_err();
        assert_eq!(hindered, Hindered { leaving: Some(fault), ..Hindered::default() });
        assert!(words::hindered(Zh, &hindered).contains("退出的起始日"));
    }
}

/// M40 6: a list holds no names of persons unless it says so, and where that can be known they are refused.
#[test]
fn names_of_persons_are_refused_where_the_list_may_not_hold_them() {
    let (plan, ledger) = (plan(), three());
    let text = "姓名\t县区\n约翰·史密斯\t高新区\n";
    let refused = pasted(&ledger, "foreign-expert-demand-list", text).reading;
    assert_eq!((refused.refused, refused.lines.len()), (Some(Refused::Persons), 0));
    assert!(words::dry_run(Zh, &refused, &[]).contains("不写人名"));
    let taken = pasted(&ledger, "foreign-professional-list", text).reading;
    assert!(matches!(&taken.lines[..], [line] if matches!(line.fate, Fate::New(_))), "{taken:?}");
    let holding: Vec<&str> =
        plan.lists.iter().filter(|list| list.persons).map(|list| list.id.as_str()).collect();
    assert_eq!(holding, ["foreign-professional-list"]);
    let holds = one_as_of(&ledger, TODAY, Zh).holds;
    assert_eq!(holds, "本名单写企业，不写人名。");
}

/// A name that ends with a figure is a name, a column with its numbers beside it is one, and a table without heads is
/// not guessed at.
#[test]
fn a_column_is_read_as_it_stands_and_a_table_without_heads_is_not_guessed_at() {
    let pasted = |text: &str| pasted(&Ledger::default(), LIST, text).reading;
    let names =
        |text: &str| -> Vec<String> { pasted(text).lines.into_iter().map(|line| line.name).collect() };
    assert_eq!(names("Pier 9\nQuay, North\n"), ["Pier 9", "Quay, North"]);
    // A comma before a legal form is part of a name, in a column of such names and beside other columns.
    assert_eq!(names("Bay Tools Co., Ltd.\nQuay Works, Inc.\n"), ["Bay Tools Co., Ltd.", "Quay Works, Inc."]);
    assert_eq!(names("name,note\nBay Tools Co., Ltd.,new\nPier,old\n"), ["Bay Tools Co., Ltd.", "Pier"]);
    assert_eq!(names("name\tnote\nBay Tools Co., Ltd.\tnew\n"), ["Bay Tools Co., Ltd."]);
    assert_eq!(names("名称,备注\n甲材料厂家,新\n"), ["甲材料厂家"]);
    assert_eq!(names("1\t甲材料厂家\n2\t乙材料厂家\n"), ["甲材料厂家", "乙材料厂家"]);
    assert_eq!(names("高企名单\t\n名称\t备注\n甲材料厂家\t新\n"), ["甲材料厂家"]);
    let unclear = pasted("甲材料厂家\t海城市\n乙材料厂家\t台安县\n");
    assert_eq!(unclear.refused, Some(Refused::NoNames));
    assert_eq!(pasted(" \n").refused, None);
    let long = pasted(&"字".repeat(crate::rows::MOST_BYTES));
    assert_eq!(long.refused, Some(Refused::TooLong));
    let deep = pasted(&["甲\t乙\n".repeat(5), "名称\t备注\n甲材料厂家\t新\n".into()].concat());
    assert_eq!(deep.refused, Some(Refused::NoNames), "a head stands near the top");
    let number = pasted("名称\n12\n");
    assert_eq!(number.lines[0].fate, Fate::Faulty(vec![Fault::Number]));
    let cut = pasted(&format!("名称\n{}\n", "长".repeat(300)));
    assert_eq!(cut.lines[0].fate, Fate::Faulty(vec![Fault::LongName]));
}
