//! Copies as they come back from people: sorted, cut, pasted over, and without what nobody sees.

use super::super::words;
use super::*;

const NOW: &str = "本期完成值";
const STAGE: &str = "本期阶段";
const VALUE: &str = "figure/contract-value";

fn empty(sheet: &Sheet) -> Book {
    filled(sheet, &Draft::default(), Zh)
}

/// A figure's row with a figure and something in its place.
fn reported(sheet: &Sheet, now: &str, instead: &str) -> Filled {
    let mut book = empty(sheet);
    let (row, at) = place(&book, VALUE, NOW);
    type_into(&mut book, (row, at), now);
    type_into(&mut book, (row, at + 1), instead);
    taken(&book, sheet)
}

#[test]
fn a_figure_is_taken_as_the_form_would_and_what_is_none_is_told() {
    let sheet = august(Zh);
    let other = |found: &str| Why::OtherUnit { found: found.into(), wanted: "亿元".into() };
    for (now, instead, becomes) in [
        ("17.6", "", Ok((Choice::Value, "17.6"))),
        ("１７．６亿元", "填数", Ok((Choice::Value, "１７．６亿元"))),
        ("176000万元", "", Ok((Choice::Value, "176000万元"))),
        ("", "零报告", Ok((Choice::NothingToReport, ""))),
        ("", "尚未公布", Ok((Choice::NotYetPublished, ""))),
        ("无变化", "", Ok((Choice::NoChange, ""))),
        ("持平", "", Ok((Choice::NoChange, ""))),
        ("零报告", "零报告", Ok((Choice::NothingToReport, ""))),
        ("", "no change", Ok((Choice::NoChange, ""))),
        ("约14", "", Err(("约14", Why::NotAFigure))),
        ("/", "", Err(("/", Why::NotAFigure))),
        ("1234567890", "", Err(("1234567890", Why::TooManyDigits))),
        ("14家", "", Err(("14家", other("家")))),
        ("60%", "", Err(("60%", other("%")))),
        ("17.6", "零报告", Err(("17.6", Why::Contradicts))),
        ("17.6", "无变化", Err(("17.6", Why::Contradicts))),
        ("零报告", "填数", Err(("零报告", Why::Contradicts))),
        ("零报告", "无变化", Err(("零报告", Why::Contradicts))),
        ("待定", "零报告", Err(("待定", Why::Contradicts))),
        ("17.6", "暂估", Err(("暂估", Why::NotAKind))),
        ("", "填数", Err(("", Why::NoFigure))),
    ] {
        let filled = reported(&sheet, now, instead);
        let of = filled.draft.figures.get("contract-value");
        match becomes {
            Ok((choice, text)) => {
                let of = of.expect("a figure");
                assert_eq!((of.choice, of.text.as_str()), (choice, text), "{now} {instead}");
                assert_eq!(filled.remarks, [], "{now} {instead}");
            }
            Err((seen, why)) => {
                assert_eq!(filled.draft, Draft::default(), "{now} {instead}");
                assert_eq!(remarks(&filled), [(seen.to_owned(), why)], "{now} {instead}");
            }
        }
    }
}

/// Whoever types 17.6% into a cell of an .xls has 0.176 in it, and nothing says that it was shown as a per cent.
#[test]
fn what_may_be_a_share_is_not_taken_from_a_file_that_tells_no_formats() {
    let sheet = august(Zh);
    for (row, now, has_no_formats, is_taken) in [
        ("figure/conversion-rate", "0.176", true, false),
        ("figure/conversion-rate", "1", true, false),
        ("figure/conversion-rate", "0.176", false, true),
        ("figure/conversion-rate", "0.176%", true, true),
        ("figure/conversion-rate", "17.6", true, true),
        ("figure/conversion-rate", "0", true, true),
        (VALUE, "0.176", true, true),
    ] {
        let mut book = empty(&sheet);
        let at = place(&book, row, NOW);
        type_into(&mut book, at, now);
        book.sheets[0].grid.has_no_formats = has_no_formats;
        let filled = taken(&book, &sheet);
        assert_eq!(filled.draft != Draft::default(), is_taken, "{row} {now}");
        let told = if is_taken { vec![] } else { vec![(now.to_owned(), Why::MayBeShare)] };
        assert_eq!(remarks(&filled), told, "{row} {now}");
    }
    assert!(
        Language::ALL.into_iter().all(|language| words::why(language, &Why::MayBeShare).contains(".xlsx"))
    );
}

#[test]
fn a_remark_names_sheet_and_cell_and_all_come_at_once() {
    let sheet = august(Zh);
    let mut book = empty(&sheet);
    let figure = place(&book, VALUE, NOW);
    let stage = place(&book, &format!("stage/{}", sheet.measures[0].id), STAGE);
    type_into(&mut book, figure, "很多");
    type_into(&mut book, stage, "快了");
    let filled = taken(&book, &sheet);
    let name = |(row, column): (usize, usize)| crate::rows::cell_name(row, column);
    let found: Vec<(&str, &str)> =
        filled.remarks.iter().map(|one| (one.sheet.as_str(), one.cell.as_str())).collect();
    assert_eq!(found, [("填报表", name(figure).as_str()), ("填报表", name(stage).as_str())]);
    assert_eq!(filled.draft, Draft::default());
    for language in Language::ALL {
        for one in &filled.remarks {
            let said = words::remark(language, one);
            assert!(said.contains(&one.cell) && said.contains(&one.seen), "{said}");
        }
    }
}

#[test]
fn a_direction_is_never_done_and_a_stage_is_one_of_the_three() {
    let sheet = august(Zh);
    let direction = sheet.milestones.iter().find(|one| one.stages.len() == 2).expect("a direction");
    let mut book = empty(&sheet);
    let at = place(&book, &format!("stage/{}", direction.id), STAGE);
    type_into(&mut book, at, "已完成");
    let filled = taken(&book, &sheet);
    assert_eq!(remarks(&filled), [("已完成".to_owned(), Why::StageNotAllowed)]);
    assert_eq!(filled.draft, Draft::default());
    type_into(&mut book, at, "under way");
    let filled = taken(&book, &sheet);
    assert_eq!(filled.draft.steps[&direction.id].stage, Some(Stage::Underway));
}

#[test]
fn rows_may_be_sorted_and_deleted_and_columns_put_in_between() {
    let sheet = august(Zh);
    let draft = draft(&sheet);
    let mut book = filled(&sheet, &draft, Zh);
    let rows = &mut book.sheets[0].grid.rows;
    let (first, last) =
        (place_of(rows, "figure/"), rows.iter().rposition(|row| has(row, "figure/")).expect("rows"));
    rows[first..=last].reverse();
    rows.iter_mut().filter(|row| row.len() > 1).for_each(|row| row.insert(1, String::new()));
    let mut expected = draft.clone();
    let gone = rows.remove(first);
    let (_, id) = gone
        .iter()
        .find_map(|cell| cell.split_once('/').filter(|(kind, _)| *kind == "figure"))
        .expect("a mark");
    expected.figures.remove(id);
    // Sorted with its heads, a sheet has rows above them.
    let moved = rows.remove(first + 1);
    rows.insert(0, moved);
    let filled = taken(&book, &sheet);
    assert_eq!((filled.draft, filled.remarks), (expected, vec![]));
}

fn has(row: &[String], mark: &str) -> bool {
    row.iter().any(|cell| cell.starts_with(mark))
}

fn place_of(rows: &[Vec<String>], mark: &str) -> usize {
    rows.iter().position(|row| has(row, mark)).expect("a row")
}

#[test]
fn without_the_hidden_sheet_names_and_heads_are_read() {
    let sheet = august(Zh);
    let draft = draft(&sheet);
    let mut book = filled(&sheet, &draft, Zh);
    book.sheets.truncate(1);
    assert_eq!(recognise(&book), None);
    let filled = taken(&book, &sheet);
    assert_eq!((filled.draft, filled.remarks), (draft.clone(), vec![]));
    assert_eq!(filled.stamp, None);
    // Nor are the marks believed that nobody vouches for.
    let (row, column) = place(&book, VALUE, "行标识");
    type_into(&mut book, (row, column), "figure/technologies-mastered");
    assert_eq!(taken(&book, &sheet).draft, draft);
    // And the column of marks may be gone with it.
    book.sheets[0].grid.rows.iter_mut().for_each(|row| row.truncate(column));
    assert_eq!(taken(&book, &sheet).draft, draft);
    // A name that is shortened is found as in any table.
    let (row, column) = (row, 1);
    assert_eq!(book.sheets[0].grid.cell(row, column), "技术合同成交额");
    type_into(&mut book, (row, column), "1．全市技术合同成交额（亿元）");
    assert_eq!(taken(&book, &sheet).draft, draft);
}

#[test]
fn marks_that_were_changed_move_no_figure_to_another_item() {
    let sheet = august(Zh);
    let mut book = empty(&sheet);
    let at = place(&book, VALUE, NOW);
    let mark = place(&book, VALUE, "行标识");
    type_into(&mut book, at, "17.6");
    for (changed, why) in [
        ("figure/technologies-mastered", Why::NameOfAnother),
        ("figure/no-such", Why::UnknownRow),
        ("stage/contract-value", Why::UnknownRow),
        ("kaputt", Why::UnknownRow),
    ] {
        type_into(&mut book, mark, changed);
        let filled = taken(&book, &sheet);
        assert_eq!(filled.draft, Draft::default(), "{changed}");
        assert_eq!(remarks(&filled), [("技术合同成交额".to_owned(), why)], "{changed}");
    }
    // Without a mark the name is enough.
    type_into(&mut book, mark, "");
    assert_eq!(taken(&book, &sheet).draft.figures["contract-value"].text, "17.6");
}

#[test]
fn of_rows_of_one_item_that_differ_none_is_taken() {
    let sheet = august(Zh);
    let mut book = empty(&sheet);
    let at = place(&book, VALUE, NOW);
    type_into(&mut book, at, "17.6");
    let copy = book.sheets[0].grid.rows[at.0].clone();
    book.sheets[0].grid.rows.insert(at.0 + 1, copy);
    let same = taken(&book, &sheet);
    assert_eq!((same.draft.figures["contract-value"].text.as_str(), same.remarks), ("17.6", vec![]));
    type_into(&mut book, (at.0 + 1, at.1), "18");
    let filled = taken(&book, &sheet);
    assert_eq!(filled.draft, Draft::default());
    assert_eq!(remarks(&filled), [("17.6".to_owned(), Why::Twice), ("18".to_owned(), Why::Twice)]);
    // An empty copy says nothing against it.
    type_into(&mut book, (at.0 + 1, at.1), "");
    assert_eq!(taken(&book, &sheet).draft.figures["contract-value"].text, "17.6");
}

#[test]
fn another_plan_organisation_or_month_is_refused_whole() {
    let sheet = august(Zh);
    let book = filled(&sheet, &draft(&sheet), Zh);
    let september = lead(&ledger(), "2024-09", Zh);
    let other = Sheet { organisation: "haicheng".into(), ..sheet.clone() };
    let newer = {
        let mut book = book.clone();
        let hidden = &mut book.sheets[1].grid;
        let row = hidden.rows.iter().position(|row| row[0] == "form").expect("the version");
        hidden.put(row, 1, "2");
        book
    };
    for (book, sheet, plan, refusal) in [
        (&book, &september, DIGEST, Refusal::OtherMonth(month("2024-08"))),
        (&book, &other, DIGEST, Refusal::OtherOrganisation(LEAD.into())),
        (&book, &sheet, DIGEST + 1, Refusal::OtherPlan),
        (&newer, &sheet, DIGEST, Refusal::Newer),
        (&Book::default(), &sheet, DIGEST, Refusal::NoForm),
    ] {
        assert_eq!(read(book, sheet, plan), Err(refusal.clone()));
        assert!(Language::ALL.into_iter().all(|language| !words::refused(language, &refusal).is_empty()));
    }
}

#[test]
fn formulas_without_a_value_and_long_words_are_told() {
    let sheet = august(Zh);
    let mut book = empty(&sheet);
    let at = place(&book, VALUE, NOW);
    book.sheets[0].unvalued.push(at);
    let (row, note) = place(&book, VALUE, "附注");
    type_into(&mut book, (row, note), &"长".repeat(crate::rows::MOST_LETTERS + 1));
    let filled = taken(&book, &sheet);
    let why: Vec<Why> = filled.remarks.iter().map(|one| one.why.clone()).collect();
    assert_eq!(why, [Why::NoValue, Why::MayBeCut]);
    assert_eq!(filled.draft.figures["contract-value"].text, "");
    book.sheets[0].grid.is_cut = true;
    assert!(taken(&book, &sheet).remarks.iter().any(|one| one.why == Why::TooManyRows));
}

#[test]
fn problems_are_taken_row_by_row_and_what_stands_below_the_form_is_none() {
    let sheet = august(Zh);
    let mut book = empty(&sheet);
    let (row, text) = place(&book, "problem/1", "情况");
    for (column, words) in [(text, "缺地"), (text + 2, "没有的事项"), (text + 3, "下月底")] {
        type_into(&mut book, (row, column), words);
    }
    let last = book.sheets[0].grid.rows.len();
    type_into(&mut book, (last + 1, text), "联系电话见通讯录");
    let filled = taken(&book, &sheet);
    let [problem] = &filled.draft.problems[..] else { panic!("one problem: {:?}", filled.draft) };
    assert_eq!((problem.text.as_str(), problem.until.as_str(), &problem.subject), ("缺地", "", &None));
    let why: Vec<&Why> = filled.remarks.iter().map(|one| &one.why).collect();
    assert_eq!(why, [&Why::UnknownSubject, &Why::NoSuchDay]);
}

#[test]
fn a_row_that_the_form_does_not_ask_is_told_only_where_it_says_something() {
    let sheet = august(Zh);
    let mut book = empty(&sheet);
    let at = place(&book, VALUE, NOW);
    let fewer = Sheet {
        figures: sheet.figures.iter().filter(|asked| asked.id != "contract-value").cloned().collect(),
        ..sheet.clone()
    };
    assert_eq!(taken(&book, &fewer).remarks, []);
    type_into(&mut book, at, "17.6");
    let filled = taken(&book, &fewer);
    assert_eq!(remarks(&filled), [("技术合同成交额".to_owned(), Why::UnknownRow)]);
    assert_eq!(filled.draft, Draft::default());
    assert!(filled.remarks.iter().all(|Remark { cell, .. }| cell.starts_with('B')));
}
