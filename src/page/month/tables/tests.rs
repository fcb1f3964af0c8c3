//! A table from file to receipt: what a bureau sends is what the review is handed, cell by cell.

use super::*;
use crate::ledger::samples::august::{day, month, plan};
use crate::ledger::{BatchId, Ledger, Moment, Report, Said as Spoken};
use crate::plan::PlanIndex;
use crate::rows::{BookFormat, BookSheet, Fate, Grid, Merge};
use crate::standing::AsOf;
use crate::text::Language::{self, En, Zh};

fn sheet(name: &str, rows: &[&[&str]]) -> BookSheet {
    let mut grid = Grid::default();
    for (row, cells) in rows.iter().enumerate() {
        cells.iter().enumerate().for_each(|(column, words)| grid.put(row, column, words));
    }
    BookSheet { name: name.into(), grid, ..BookSheet::default() }
}

fn upload(name: &str, sheets: Vec<BookSheet>) -> Upload {
    let book = Book { format: BookFormat::Xlsx, digest: "3f2a9c01d4e5".into(), sheets };
    Upload { name: name.into(), book: Ok(book), chosen: Chosen::default() }
}

fn looked(plan: &PlanIndex, upload: &Upload, memory: &Memory, language: Language) -> Looked {
    let ledger = Ledger::default();
    let as_of = AsOf { plan, ledger: &ledger, today: day("2024-09-03"), offset: 480, language };
    look(as_of, month("2024-08"), upload, memory)
}

fn table(looked: &Looked) -> &Table {
    match &looked.said {
        Said::Table(table) => table,
        other => panic!("{other:?}"),
    }
}

/// The district's own figures, among those of others, with a title and a unit above them.
fn haicheng() -> Upload {
    let mut one = sheet(
        "8月",
        &[
            &["海城市2024年8月指标完成情况"],
            &["序号", "指标", "单位", "本期完成"],
            &["1", "入库省级典型联盟", "个", "3"],
            &["2", "不认识的指标", "个", "5"],
            &["3", "创新载体", "个", "—"],
        ],
    );
    one.grid.merges.push(Merge { row: 0, column: 0, rows: 1, columns: 4 });
    one.unvalued.push((4, 4));
    let hidden = BookSheet { is_hidden: true, ..sheet("底稿", &[&["不看", "1"]]) };
    upload("报表.xlsx", vec![hidden, one, sheet("空", &[])])
}

#[test]
fn a_table_says_whose_it_is_and_becomes_a_receipt() {
    let plan = plan();
    let looked = looked(&plan, &haicheng(), &Memory::default(), Zh);
    assert_eq!(looked.organisation.as_deref(), Some("haicheng"));
    assert_eq!(looked.month, month("2024-08"));
    let sheets: Vec<(usize, &str)> = looked.sheets.iter().map(|(at, name)| (*at, name.as_str())).collect();
    assert_eq!((sheets, looked.sheet), (vec![(0, "底稿（隐藏）"), (1, "8月")], 1));
    let table = table(&looked);
    let taken: Vec<[&str; 3]> =
        table.taken.iter().map(|cell| [cell.place.as_str(), &cell.seen, &cell.says]).collect();
    assert_eq!(taken, [["D3", "3", "3 个"]]);
    let left: Vec<[&str; 2]> = looked.left().iter().map(|cell| [cell.place.as_str(), &cell.says]).collect();
    assert_eq!(left[0], ["第 5 行", "这一行没有数"]);
    assert!(left[1][0] == "E5" && left[1][1].contains("公式"), "{left:?}");
    assert_eq!(left[2], ["第 4 行", "表上没有这个名称"]);
    let batch = looked.batch(BatchId { writer: 9, sequence: 0 }, Moment(1)).expect("a receipt");
    assert_eq!(
        (&*batch.organisation, batch.person.as_str(), batch.month),
        ("haicheng", "", month("2024-08"))
    );
    // It is all that the district owes of this month, so it counts as its report.
    let [entry, submission] = batch.entries.as_slice() else { panic!("{:?}", batch.entries) };
    match &entry.said {
        Spoken::Actual { indicator, district, report: Report::Value(value), evidence, .. } => {
            assert_eq!(
                (&**indicator, district.as_deref(), value.to_string().as_str()),
                ("alliances", Some("haicheng"), "3")
            );
            assert_eq!(evidence, "报表.xlsx 8月!D3 #3f2a9c01d4e5");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(submission.said, Spoken::Submission);
}

#[test]
fn what_is_chosen_stands_before_what_the_file_seems_to_say() {
    let plan = plan();
    let mut upload = haicheng();
    upload.chosen.organisation = Some("taian".into());
    upload.chosen.month = Some(month("2024-07"));
    let chosen = looked(&plan, &upload, &Memory::default(), Zh);
    assert_eq!((chosen.organisation.as_deref(), chosen.month), (Some("taian"), month("2024-07")));
    upload.chosen.organisation = Some("nobody".into());
    assert!(matches!(looked(&plan, &upload, &Memory::default(), Zh).said, Said::NoForm(_)));
    upload.chosen = Chosen { sheet: Some(0), ..Chosen::default() };
    let other = looked(&plan, &upload, &Memory::default(), Zh);
    assert_eq!((other.sheet, other.said.clone(), other.entries().len()), (0, Said::WhoseUnknown, 0));
}

#[test]
fn whose_and_of_which_month_is_seen_where_people_write_it() {
    let plan = plan();
    let bare = |name: &str, cells: &[&[&str]]| {
        looked(&plan, &upload(name, vec![sheet("Sheet1", cells)]), &Memory::default(), Zh)
    };
    type Case<'a> = (&'a str, &'a [&'a [&'a str]], Option<&'a str>, &'a str);
    let cases: [Case; 10] = [
        // The day on which it was filled in is no month that it is about.
        (
            "报表.csv",
            &[&["海城市指标完成情况（7月）"], &["填报日期：2024年9月3日"], &["创新载体", "1"]],
            Some("haicheng"),
            "2024-07",
        ),
        ("海城市_20240905.xlsx", &[&["创新载体", "1"]], Some("haicheng"), "2024-08"),
        ("海城市2024年1-6月.xlsx", &[&["创新载体", "1"]], Some("haicheng"), "2024-06"),
        ("海城市202407.xls", &[&["创新载体", "1"]], Some("haicheng"), "2024-07"),
        ("2024年6月台安县.xlsx", &[&["创新载体", "1"]], Some("taian"), "2024-06"),
        (
            "报表.csv",
            &[&["填报单位：", "台安县"], &["海城市对比"], &["创新载体", "1"]],
            Some("taian"),
            "2024-08",
        ),
        ("报表.csv", &[&["海城市、台安县"], &["创新载体", "1"]], None, "2024-08"),
        ("1-5月 海城市.xlsx", &[&["创新载体", "1"]], Some("haicheng"), "2024-05"),
        // No period of the plan.
        ("海城市2019年6月.xlsx", &[&["创新载体", "1"]], Some("haicheng"), "2024-08"),
        ("12345678.xlsx", &[&["创新载体", "1"]], None, "2024-08"),
    ];
    for (name, cells, organisation, of) in cases {
        let found = bare(name, cells);
        assert_eq!((found.organisation.as_deref(), found.month), (organisation, month(of)), "{name}");
    }
}

#[test]
fn what_was_assigned_is_known_the_next_time_by_its_words() {
    let plan = plan();
    let mut first = haicheng();
    first.chosen.answers.items.insert(4, Some("carriers".into()));
    let seen = looked(&plan, &first, &Memory::default(), Zh);
    assert_eq!(table(&seen).taken.len(), 2);
    let mut memory = Memory::default();
    let sheet = &first.book.as_ref().expect("a book").sheets[1];
    memory.learn(&sheet.grid, &table(&seen).reading.questions, &table(&seen).answers);
    let memory = Memory::read(&memory.written());
    // The row stands elsewhere, with another figure.
    let mut next = haicheng();
    next.book.as_mut().expect("a book").sheets[1].grid.rows.insert(2, vec!["甲".into(); 2]);
    let again = looked(&plan, &next, &memory, Zh);
    let taken: Vec<&str> = table(&again).taken.iter().map(|cell| cell.place.as_str()).collect();
    assert_eq!(taken, ["D4", "D5"]);
    assert_eq!(Memory::read("item\tcarriers\n\nfoo\tx\ty"), Memory::default());
}

#[test]
fn a_bare_share_is_asked_about_and_nothing_is_taken_before() {
    let plan = plan();
    let id = "conversion-rate";
    let indicator = plan.indicator(id).unwrap_or_else(|| panic!("{id}"));
    let name = indicator.item.name.wordings().next().expect("a name").to_owned();
    let rows: [&[&str]; 2] = [&["指标", "本期"], &[&name, "0.176"]];
    let mut one = upload("市科技局 2024年8月.xls", vec![sheet("1", &rows)]);
    let asked = looked(&plan, &one, &Memory::default(), Zh);
    assert_eq!((asked.asked(), asked.entries().len(), asked.waits()), (1, 0, true));
    let question = table(&asked).reading.questions[0].clone();
    one.chosen.answers.answer(&question, Some(0));
    let answered = looked(&plan, &one, &Memory::default(), Zh);
    assert_eq!((answered.asked(), table(&answered).taken[0].says.as_str()), (0, "17.6%"));
    // Of measures it says nothing, and of most figures: it does not say that all has been reported.
    assert_eq!(answered.entries().len(), 1);
    let is_taken = |line: &crate::rows::Line| matches!(line.fate, Fate::Taken(_));
    assert!(table(&answered).reading.lines.iter().any(is_taken));
}

#[test]
fn what_is_no_table_says_so_and_reports_nothing() {
    let plan = plan();
    let none = Upload { name: "a".into(), book: Err(NoBook::Encrypted), chosen: Chosen::default() };
    for language in [Zh, En] {
        let said = looked(&plan, &none, &Memory::default(), language);
        assert_eq!(
            (said.said.clone(), said.entries().len(), said.left().len()),
            (Said::NoBook(NoBook::Encrypted), 0, 0)
        );
        assert!(!said.waits(), "nothing that is chosen makes it a table");
        assert!(words::nothing(language, NoBook::Encrypted).len() > 20);
    }
    assert_eq!(looked(&plan, &upload("a", vec![sheet("空", &[])]), &Memory::default(), Zh).said, Said::Empty);
}

/// What goes nowhere goes back to its sender, each row with its file, place, words and reason.
#[test]
fn what_is_not_taken_leaves_as_a_table() {
    let plan = plan();
    let seen = looked(&plan, &haicheng(), &Memory::default(), Zh);
    let sent = refused(&[("报表.xlsx", &seen)], Zh);
    assert_eq!(sent.rows.len(), 3);
    let rows: Vec<Vec<&str>> =
        sent.rows.iter().map(|row| row.iter().map(|cell| cell.pieces[0].words()).collect()).collect();
    assert_eq!(rows[2][0], "报表.xlsx");
    assert!(rows[2][2].contains("不认识的指标") && rows[2][3] == "表上没有这个名称", "{rows:?}");
}

#[test]
fn of_many_assignments_the_latest_stay() {
    let mut memory = Memory::default();
    let name = |number: usize| format!("第{number}项");
    for number in 0..400 {
        let mut grid = Grid::default();
        grid.put(0, 0, &name(number));
        let mut answers = crate::rows::Answers::default();
        answers.items.insert(1, Some("carriers".into()));
        memory.learn(&grid, &[], &answers);
    }
    let kept = memory.written();
    assert_eq!(kept.lines().count(), 300);
    assert!(kept.lines().last().is_some_and(|line| line.ends_with(&name(399))), "{kept}");
    let mut longer = kept.clone();
    longer.push_str(&format!("\nitem\tcarriers\t{}", name(400)));
    assert_eq!(Memory::read(&longer), memory);
}

/// Sent once more with another figure, a table is a correction that says where it comes from; it is not dropped in silence.
#[test]
fn a_table_that_is_sent_once_more_corrects_the_figure() {
    let plan = plan();
    let first = looked(&plan, &haicheng(), &Memory::default(), Zh);
    let batch = first.batch(BatchId { writer: 9, sequence: 0 }, Moment(1)).expect("a receipt");
    let ledger = crate::ledger::Ledger::new([batch]);
    let mut again = haicheng();
    let sheet = &mut again.book.as_mut().expect("a book").sheets[1];
    sheet.grid.rows.iter_mut().flatten().filter(|cell| *cell == "3").for_each(|cell| *cell = "4".into());
    let as_of = AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-05"), offset: 480, language: Zh };
    let seen = look(as_of, month("2024-08"), &again, &Memory::default());
    let Some(crate::ledger::Entry {
        said: Spoken::Actual { report: Report::Value(value), note, .. }, ..
    }) = seen.entries().first()
    else {
        panic!("{:?}", seen.said)
    };
    assert_eq!((value.to_string().as_str(), note.as_str()), ("4", "报表.xlsx 8月!D3 #3f2a9c01d4e5"));
}

#[test]
fn a_row_that_was_assigned_stays_in_sight_and_can_be_assigned_otherwise() {
    let plan = plan();
    let mut one = haicheng();
    one.chosen.answers.items.insert(4, Some("carriers".into()));
    let seen = looked(&plan, &one, &Memory::default(), Zh);
    let rows: Vec<usize> = table(&seen).assigned.iter().map(|(row, _)| *row).collect();
    assert_eq!((rows, table(&seen).unknown.len()), (vec![4], 0));
    assert!(table(&seen).sources[0].contains("行“"), "{:?}", table(&seen).sources);
    one.chosen.answers.items.insert(4, None);
    let seen = looked(&plan, &one, &Memory::default(), Zh);
    assert_eq!((table(&seen).assigned.len(), table(&seen).taken.len()), (1, 1));
}

/// A file system takes names of 255 letters, an .ods a name of a sheet of any length: the ledger does not.
#[test]
fn the_names_that_a_figure_keeps_are_short() {
    let long = |letters: usize| "表\t".repeat(letters);
    let sheet = BookSheet { name: long(3_000), ..BookSheet::default() };
    let at = words::source_at(&long(255), &sheet, "D3", "3f2a9c01d4e5");
    let whole = words::source(&long(255), "3f2a9c01d4e5");
    assert!(at.chars().count() <= 120 + 1 + 60 + "!D3 #3f2a9c01d4e5".len(), "{at}");
    assert!(whole.chars().count() <= 120 + " #3f2a9c01d4e5".len(), "{whole}");
    assert!(!at.contains('\t') && at.ends_with("!D3 #3f2a9c01d4e5"), "{at}");
}
