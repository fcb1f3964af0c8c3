use super::Making;
use crate::ledger::kinds::Outcome;
use crate::ledger::samples::august::{day, figure, officer, plan};
use crate::ledger::samples::loop_kinds;
use crate::ledger::{Ledger, Report, Said};
use crate::office::xlsx::tests::round_trip;
use crate::office::{Cell, Sheet, Workbook};
use crate::plan::{PlanIndex, Quantity, Year, read};
use crate::standing::problems::problems_on;
use crate::standing::{AsOf, duty};
use crate::text::Language;

fn as_of<'a>(plan: &'a PlanIndex, ledger: &'a Ledger, today: &str, language: Language) -> AsOf<'a> {
    AsOf { plan, ledger, today: day(today), offset: 480, language }
}

fn book(as_of: AsOf) -> Workbook {
    let mut making = Making::new(as_of);
    for _ in 0..10_000 {
        if let Some(book) = making.step(as_of) {
            return book;
        }
    }
    panic!("it never ends");
}

fn sheet<'a>(book: &'a Workbook, name: &str) -> &'a Sheet {
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    book.sheets.iter().find(|sheet| sheet.name == name).unwrap_or_else(|| panic!("{name} in {names:?}"))
}

/// The cells of a column, by its head.
fn column<'a>(sheet: &'a Sheet, head: &str) -> Vec<&'a Cell> {
    let at = sheet.heads.iter().position(|one| one.words == head);
    let at = at.unwrap_or_else(|| panic!("{head} in {:?}", sheet.heads));
    sheet.rows.iter().map(|row| &row[at]).collect()
}

fn text(words: &str) -> Cell {
    Cell::Text(words.into())
}

#[test]
fn the_sample_and_an_empty_ledger_come_back_cell_by_cell() {
    let plans =
        [plan(), read::from_json(include_str!("../../../../tests/plans/harbour-city.json")).expect("sound")];
    for plan in &plans {
        let sample = Ledger::new(crate::sample::until(plan, day("2025-06-20")));
        for (ledger, is_sample) in [(&sample, true), (&Ledger::default(), false)] {
            for language in Language::ALL {
                let book = book(as_of(plan, ledger, "2025-06-20", language));
                round_trip(&book);
                for sheet in &book.sheets {
                    let said = sheet.lead.concat();
                    let mark = language.pick("均为虚构", "all invented");
                    assert_eq!(said.contains(mark), is_sample, "{}: {said}", sheet.name);
                    assert!(
                        said.contains(language.pick("2025年6月20日", "2025-06-20"))
                            && !sheet.notes.concat().is_empty(),
                        "{}",
                        sheet.name
                    );
                }
            }
        }
    }
}

#[test]
fn every_sheet_has_a_row_for_everything_of_its_kind() {
    let plan = plan();
    let ledger = Ledger::new(crate::sample::until(&plan, day("2025-06-20")));
    let of = as_of(&plan, &ledger, "2025-06-20", Language::Zh);
    let book = book(of);
    let rows = |name: &str| sheet(&book, name).rows.len();
    assert_eq!(rows("指标"), plan.indicators().count());
    assert_eq!(rows("举措和项目"), plan.measures().count() + plan.projects.len());
    assert_eq!(rows("节点目标"), plan.milestones().count());
    let entries = ledger.batches().flat_map(|batch| &batch.entries);
    let figures = entries.filter(|entry| matches!(entry.said, Said::Actual { .. })).count();
    assert!(figures > 50, "the sample has figures: {figures}");
    assert_eq!(rows("逐月数据"), figures);
    assert_eq!(rows("问题清单"), problems_on(of).len());
    assert_eq!(rows("报送"), duty::reporters(&plan).len());
    let months = sheet(&book, "报送").heads.len() - 1;
    assert_eq!(months, 23, "from August 2023, the first period of the plan, to June 2025");
    // No identifier of the plan stands anywhere.
    let ids: Vec<&str> = plan.indicators().map(|place| place.item.id.as_str()).collect();
    for cell in book.sheets.iter().flat_map(|sheet| &sheet.rows).flatten() {
        if let Cell::Text(words) = cell {
            assert!(!ids.contains(&words.as_str()), "{words}");
        }
    }
}

#[test]
fn figures_are_numbers_and_what_a_plan_asks_stays_as_it_is_printed() {
    let plan = plan();
    let said = [figure("conversion-rate", None, "62.50"), figure("contract-value", Some("haicheng"), "17.6")];
    let hostile = Said::Actual {
        indicator: "alliances".into(),
        district: None,
        report: Report::NoChange,
        evidence: "=HYPERLINK(\"x\")".into(),
        note: "@cmd".into(),
    };
    let reported = officer(1, "2024-09-03", said.into_iter().chain([hostile]));
    let returned = officer(2, "2024-09-04", [figure("contract-value", Some("haicheng"), "18")]);
    let verdicts = [
        Said::Acceptance { of: reported.id },
        Said::Return { of: returned.id, reason: "数不对".into() },
        Said::Verdict(Box::new(loop_kinds::verdict(Outcome::NotMet))),
    ];
    let ledger = Ledger::new([reported, returned, officer(3, "2024-09-05", verdicts)]);
    let book = book(as_of(&plan, &ledger, "2025-02-20", Language::Zh));
    round_trip(&book);

    let figures = sheet(&book, "逐月数据");
    let value = |text: &str| Quantity::parse(text).expect("a figure");
    // In the order of the plan; of one district's two the earlier first.
    assert_eq!(
        column(figures, "完成值"),
        [
            &Cell::Percent(value("62.50")),
            &Cell::Number(value("17.6")),
            &Cell::Number(value("18")),
            &text("无变化")
        ]
    );
    assert_eq!(column(figures, "地区"), [&text("全市"), &text("海城市"), &text("海城市"), &text("全市")]);
    assert_eq!(column(figures, "月份"), [&text("2024-08"); 4]);
    assert_eq!(
        column(figures, "填报日期"),
        [
            &Cell::Day(day("2024-09-03")),
            &Cell::Day(day("2024-09-03")),
            &Cell::Day(day("2024-09-04")),
            &Cell::Day(day("2024-09-03"))
        ]
    );
    assert_eq!(
        column(figures, "是否接收"),
        [&text("已接收"), &text("已接收"), &text("已退回"), &text("已接收")]
    );
    assert_eq!(column(figures, "是否有效")[2], &text("已退回"));
    assert_eq!(column(figures, "佐证")[3], &text("=HYPERLINK(\"x\")"), "words, never a formula");
    assert_eq!(column(figures, "填报人")[0], &text("李科"));

    let indicators = sheet(&book, "指标");
    let [asked, unset] = [column(indicators, "2023 年目标"), column(indicators, "2024 年目标")];
    assert_eq!(
        (asked[0], asked[3]),
        (&text("力争突破 60"), &text("10")),
        "a bare number stays bare, and words"
    );
    assert_eq!(unset[1], &text("未设"));
    assert_eq!(column(indicators, "完成值")[0], &Cell::Percent(value("62.5")));

    let verdicts = sheet(&book, "对账结论");
    assert_eq!(column(verdicts, "核定数"), [&Cell::Number(value("16.5"))]);
    assert_eq!(column(verdicts, "结论"), [&text("未完成")]);
    assert_eq!(column(verdicts, "承接单位"), [&text("海城市")]);
    assert_eq!(column(verdicts, "对账日期"), [&Cell::Day(day("2025-01-20"))]);
}

#[test]
fn what_was_adjusted_or_set_later_stands_beside_what_the_plan_asks() {
    let plan = plan();
    let set = Said::YearTarget {
        indicator: "contract-value".into(),
        year: Year(2024),
        value: Quantity::parse("18.9").expect("a figure"),
        reason: "分解".into(),
        document: String::new(),
    };
    let ledger = Ledger::new([officer(1, "2024-01-03", [set])]);
    let book = book(as_of(&plan, &ledger, "2024-09-20", Language::Zh));
    let said = column(sheet(&book, "指标"), "2024 年目标")[1];
    let Cell::Text(words) = said else { panic!("{said:?}") };
    assert!(words.contains("18.9") && words.contains("另行下达"), "{words}");
    assert!(book.sheets.iter().all(|sheet| sheet.name != "对账结论"), "nobody wrote a verdict");
    // Nothing was reported: the sheet stands with its heads and no row.
    assert!(sheet(&book, "逐月数据").rows.is_empty() && sheet(&book, "逐月数据").heads.len() == 12);
}
