//! Out and in again: what was filled in comes back as it was, and of a mangled copy nothing comes back wrong.

mod mangled;
mod others;

use super::{Filled, Refusal, Remark, Why, plan_digest, read, recognise, workbook};
use crate::ledger::samples::{actual, entry};
use crate::ledger::{Ledger, Report, Said, Stage};
use crate::office::{Workbook, xlsx};
use crate::page::month::form::samples::{LEAD, lead, ledger, month, plan, told};
use crate::page::month::form::{Choice, Draft, Problem, Sheet};
use crate::rows::{Book, BookFormat, BookSheet, Grid};
use crate::text::Language::{self, En, Zh};
use calamine::{Data, DataType, Reader, SheetVisible, Xlsx};
use std::io::Cursor;

const DIGEST: u32 = 0x00c0_ffee;

/// The book of a file, as the program that reads files hands it on.
fn book_of(bytes: &[u8]) -> Book {
    let mut file = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let sheets = file.sheets_metadata().to_vec();
    let sheets = sheets.into_iter().map(|sheet| {
        let range = file.worksheet_range(&sheet.name).expect("a sheet");
        let mut grid = Grid::default();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            grid.put(row + top as usize, column + left as usize, &words(cell));
        }
        BookSheet {
            name: sheet.name,
            is_hidden: sheet.visible != SheetVisible::Visible,
            grid,
            ..BookSheet::default()
        }
    });
    Book { format: BookFormat::Xlsx, digest: String::new(), sheets: sheets.collect() }
}

fn words(cell: &Data) -> String {
    match cell {
        Data::DateTime(_) => cell.as_date().map(|day| day.to_string()).unwrap_or_default(),
        other => other.to_string(),
    }
}

fn bytes(book: &Workbook) -> Vec<u8> {
    let carried = Workbook::from_json(&book.json()).expect("a workbook");
    let bytes = xlsx::bytes(&carried).expect("written");
    assert_eq!(bytes, xlsx::bytes(book).expect("again"), "the same value, the same bytes");
    bytes
}

/// The book of the form with a draft.
fn filled(sheet: &Sheet, draft: &Draft, language: Language) -> Book {
    book_of(&bytes(&workbook(sheet, draft, DIGEST, language)))
}

fn taken(book: &Book, sheet: &Sheet) -> Filled {
    read(book, sheet, DIGEST).expect("the form's own workbook")
}

/// What the lead owes of August 2024, with a stage that was told before.
fn august(language: Language) -> Sheet {
    let stage =
        |subject: &str, stage| entry(Said::Progress { subject: subject.into(), stage, note: String::new() });
    let before = lead(&ledger(), "2024-08", language);
    let measure = before.measures[0].id.clone();
    let july = [
        actual("contract-value", "12.5"),
        actual("technologies-mastered", "12"),
        stage(&measure, Stage::Underway),
    ];
    let ledger = Ledger::new([told(0, "2023-12", [actual("new-platforms", "26")]), told(1, "2024-07", july)]);
    lead(&ledger, "2024-08", language)
}

/// Something of every sort: each choice, each stage, evidence, notes, two problems and a name.
fn draft(sheet: &Sheet) -> Draft {
    let mut draft = Draft { person: "王工".into(), ..Draft::default() };
    let texts = ["17.6", "0", "-3", "12.5亿", "1,234"];
    for (at, asked) in sheet.figures.iter().enumerate() {
        let figure = draft.figure_mut(&asked.id);
        figure.choice = Choice::ALL[at % 4];
        if figure.choice == Choice::Value {
            let fits = |text: &&&str| crate::rows::figure::read(text, &asked.units).is_ok();
            figure.text = texts[at / 4..].iter().find(fits).unwrap_or(&"7").to_string();
        }
        figure.evidence = if at % 3 == 0 { format!("统计公报（{at}）") } else { String::new() };
        figure.note = if at % 5 == 1 { "=1+1\n第二行".into() } else { String::new() };
    }
    let staged: Vec<_> = sheet.staged().cloned().collect();
    for (at, staged) in staged.iter().enumerate().filter(|(at, _)| at % 4 != 3) {
        let step = draft.step_mut(&staged.id);
        step.stage = staged.stages.get(at % 3).copied();
        step.note = if at % 2 == 0 { format!("已开工 {at}") } else { String::new() };
    }
    draft.steps.retain(|_, step| step.stage.is_some() || !step.note.is_empty());
    for (text, until, subject) in
        [("缺场地", "2024-09-30", Some(sheet.figures[0].id.clone())), ("缺资金", "", None)]
    {
        let number = draft.add_problem();
        *draft.problem_mut(number).expect("it was added") = Problem {
            number,
            text: text.into(),
            who: "张三".into(),
            until: until.into(),
            subject,
            ..Problem::default()
        };
    }
    draft
}

fn remarks(filled: &Filled) -> Vec<(String, Why)> {
    filled.remarks.iter().map(|one| (one.seen.clone(), one.why.clone())).collect()
}

/// Where the row of an item is, and the column of a head: counted from 0.
fn place(book: &Book, mark: &str, head: &str) -> (usize, usize) {
    let grid = &book.sheets[0].grid;
    let at = |words: &str| {
        let mut cells =
            grid.rows.iter().enumerate().flat_map(|(row, cells)| {
                cells.iter().enumerate().map(move |(column, cell)| (row, column, cell))
            });
        cells.find(|(.., cell)| *cell == words).map(|(row, column, _)| (row, column)).expect("on the sheet")
    };
    (at(mark).0, at(head).1)
}

/// Types something into a cell.
fn type_into(book: &mut Book, (row, column): (usize, usize), words: &str) {
    book.sheets[0].grid.put(row, column, words);
}

#[test]
fn what_was_filled_in_comes_back_as_it_was() {
    for language in Language::ALL {
        let sheet = august(language);
        let draft = draft(&sheet);
        let filled = taken(&filled(&sheet, &draft, language), &sheet);
        assert_eq!(filled.remarks, [], "{language:?}");
        assert_eq!(filled.draft, draft, "{language:?}");
        let stamp = filled.stamp.expect("a stamp");
        assert_eq!((stamp.plan, stamp.organisation.as_str(), stamp.month), (DIGEST, LEAD, month("2024-08")));
    }
}

#[test]
fn a_form_that_nobody_touched_says_nothing() {
    for language in Language::ALL {
        let sheet = august(language);
        let book = filled(&sheet, &Draft::default(), language);
        // The last values stand there, to be seen.
        assert!(book.sheets[0].grid.rows.iter().flatten().any(|cell| cell.contains("12.5")));
        let filled = taken(&book, &sheet);
        assert_eq!((filled.draft, filled.remarks), (Draft::default(), vec![]));
    }
}

#[test]
fn a_workbook_is_read_on_a_page_in_the_other_language() {
    let (zh, en) = (august(Zh), august(En));
    let draft = draft(&zh);
    let mut expected = draft.clone();
    // What a problem is about goes by its name, which is that of the language.
    expected.problems[0].subject = None;
    let filled = taken(&filled(&zh, &draft, Zh), &en);
    assert_eq!(filled.draft, expected);
    assert!(filled.remarks.iter().all(|one| one.why == Why::UnknownSubject), "{:?}", filled.remarks);
}

#[test]
fn every_organisation_has_a_workbook_in_every_month_of_a_year() {
    let plan = plan();
    let ledger = ledger();
    for id in crate::standing::duty::reporters(&plan) {
        for about in ["2023-02", "2024-08", "2025-12"] {
            let about = month(about);
            let sheet = crate::page::month::form::sheet(&plan, &ledger, id, about, about.plus(1).day(3), Zh);
            let Ok(sheet) = sheet else { continue };
            let draft = if sheet.figures.is_empty() { Draft::default() } else { draft(&sheet) };
            let filled = read(&filled(&sheet, &draft, Zh), &sheet, plan_digest(&plan));
            assert_eq!(filled, Err(Refusal::OtherPlan), "{id}: the digest is another");
            let book = book_of(&bytes(&workbook(&sheet, &draft, plan_digest(&plan), Zh)));
            let filled = read(&book, &sheet, plan_digest(&plan)).expect("its own");
            assert_eq!((filled.draft, filled.remarks), (draft, vec![]), "{id} {about}");
        }
    }
}

#[test]
fn what_the_period_has_already_is_said_beside_the_field() {
    let ledger = Ledger::new([told(2, "2024-08", [actual("contract-value", "13.5")])]);
    let book = filled(&lead(&ledger, "2024-08", Zh), &Draft::default(), Zh);
    let (row, column) = place(&book, "figure/contract-value", "口径、目标");
    assert!(book.sheets[0].grid.cell(row, column).ends_with("；已报：13.5"));
    assert_eq!(Report::NoChange.words(Zh), "无变化");
}

/// M26 1: the table itself is one that the ordinary reader understands.
#[test]
fn the_ordinary_reader_finds_the_same_figures_on_the_sheet() {
    let sheet = august(Zh);
    let mut draft = Draft::default();
    for asked in &sheet.figures {
        draft.figure_mut(&asked.id).text = "7".into();
    }
    let book = filled(&sheet, &draft, Zh);
    let reading = crate::rows::read(
        &book.sheets[0].grid,
        &sheet.items_of_figures(),
        &sheet.scope,
        &crate::rows::Answers::default(),
        crate::rows::Nameless::Left,
    );
    let taken = reading.lines.iter().filter_map(|line| match &line.fate {
        crate::rows::Fate::Taken(taken) => Some(taken.item.as_str()),
        _ => None,
    });
    let ids: Vec<&str> = sheet.figures.iter().map(|asked| asked.id.as_str()).collect();
    assert_eq!(taken.collect::<Vec<_>>(), ids);
    assert_eq!(reading.questions, []);
}
