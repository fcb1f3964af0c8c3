//! A table of the province, filled from the ledger of the plan that ships.

use super::*;
use crate::ledger::samples::august::{batch, day, figure, month, plan};
use crate::ledger::{Batch, Ledger};
use crate::page::month::tables::Memory;
use crate::plan::PlanIndex;
use crate::rows::file::fill::{filled, template};
use crate::rows::file::read;
use crate::rows::fill::{Asks, Content};
use crate::standing::AsOf;
use crate::text::Language;

const OPENPYXL: &[u8] = include_bytes!("../../../../tests/templates/openpyxl.xlsx");

fn ledger() -> Ledger {
    let july = Batch {
        month: month("2024-07"),
        ..batch(1, "2024-08-02", "science-bureau", [figure("contract-value", None, "14")])
    };
    let august = [figure("contract-value", None, "15.23"), figure("technology-smes", None, "1210")];
    Ledger::new([july, batch(2, "2024-09-02", "science-bureau", august)])
}

fn as_of<'a>(plan: &'a PlanIndex, ledger: &'a Ledger, language: Language) -> AsOf<'a> {
    AsOf { plan, ledger, today: day("2024-09-20"), offset: 480, language }
}

fn upload(bytes: &[u8]) -> Upload {
    Upload {
        name: "省厅.xlsx".into(),
        template: template(bytes),
        sheet: None,
        chosen: fill::Chosen::default(),
    }
}

fn table(looked: Looked) -> Table {
    match looked.said {
        Said::Table(table) => *table,
        other => panic!("{other:?}"),
    }
}

/// A line for each cell that is written.
fn lines(table: &Table) -> Vec<String> {
    let line = |cell: &Cell| format!("{} {} {}: {}", cell.place, cell.name.words, cell.asks, cell.says);
    table.put.iter().map(line).collect()
}

#[test]
fn their_table_is_filled_with_what_the_ledger_knows() {
    let (plan, ledger) = (plan(), ledger());
    let as_of = as_of(&plan, &ledger, Language::Zh);
    let mut upload = upload(OPENPYXL);
    let looked = look(as_of, month("2024-08"), &upload, &Memory::default());
    assert_eq!(looked.sheet, 1, "not the sheet of instructions");
    let first = table(looked);
    assert_eq!(
        lines(&first),
        ["E6 技术合同成交额 本期数: 152300 万元", "G6 技术合同成交额 上月数: 140000 万元"]
    );
    let left = |table: &Table, place: &str| {
        table.left.iter().find(|cell| cell.place == place).map(|cell| cell.says.clone())
    };
    assert_eq!(left(&first, "D6").as_deref(), Some("这一年没有目标，原样留着"));
    assert_eq!(left(&first, "H6").as_deref(), Some("这一格已有文字，不改"));
    assert_eq!(left(&first, "E5").as_deref(), Some("没有数，原样留着"));
    assert_eq!(left(&first, "第 10 行").as_deref(), Some("合计行由表格自己计算，不填"));
    // The row that calls it otherwise is assigned, and another column asks something else.
    upload.chosen.rows.insert(8, Some("technology-smes".into()));
    upload.chosen.columns.insert(4, Some(Asks::FinalTarget));
    upload.chosen.columns.insert(7, None);
    let second = table(look(as_of, month("2024-08"), &upload, &Memory::default()));
    assert_eq!(
        lines(&second),
        [
            "D5 高新技术企业总数 规划期末目标: 600 户",
            "D6 技术合同成交额 规划期末目标: 203000 万元",
            "E6 技术合同成交额 本期数: 152300 万元",
            "D8 科技型中小企业注册数 规划期末目标: 1300 家",
            "E8 科技型中小企业注册数 本期数: 1210 家",
        ]
    );
    // The next month knows the row by its words.
    let mut memory = Memory::default();
    second.learn(&mut memory);
    let memory = Memory::read(&memory.written());
    let again = table(look(as_of, month("2024-08"), &self::upload(OPENPYXL), &memory));
    assert!(
        lines(&again).contains(&"E8 科技型中小企业注册数 本期数: 1210 家".to_owned()),
        "{:?}",
        lines(&again)
    );
    assert_eq!(again.chosen.rows, [(8, Some("technology-smes".to_owned()))].into());
    let mut other = self::upload(OPENPYXL);
    other.chosen.rows.insert(8, None);
    let none = table(look(as_of, month("2024-08"), &other, &memory));
    assert!(!lines(&none).iter().any(|line| line.starts_with("E8")), "what is chosen stands before it");
    let book = read(&filled(OPENPYXL, &second.writes).expect("filled")).expect("a workbook");
    assert_eq!(book.sheets[1].grid.cell(5, 4), "152300.00");
    assert_eq!(book.sheets[1].grid.cell(7, 4), "1210.00");
}

#[test]
fn a_share_of_the_target_is_written_as_the_cell_shows_it() {
    let plan = plan();
    let at = "2023-11";
    let batch = Batch {
        month: month(at),
        ..batch(1, "2023-12-02", "science-bureau", [figure("contract-value", None, "8.8")])
    };
    let ledger = Ledger::new([batch]);
    let known = known(as_of(&plan, &ledger, Language::Zh), month(at));
    let one = known.iter().find(|one| one.item.id == "contract-value").expect("known");
    assert_eq!(one.share.map(|share| share.to_string()).as_deref(), Some("50"));
    let upload = upload(OPENPYXL);
    let table = table(look(as_of(&plan, &ledger, Language::Zh), month(at), &upload, &Memory::default()));
    let share = table.writes.iter().find(|write| (write.row, write.column) == (5, 5)).expect("written");
    assert_eq!(share.content, Content::Number("0.5".into()));
}

#[test]
fn what_cannot_be_filled_is_told() {
    let (plan, ledger) = (plan(), ledger());
    let said = |bytes: &[u8], language| {
        let looked =
            look(as_of(&plan, &ledger, language), month("2024-08"), &upload(bytes), &Memory::default());
        assert_eq!(looked.count(), 0);
        looked.summary(language)
    };
    assert!(said("指标,完成\n技术合同成交额,\n".as_bytes(), Language::Zh).contains("另存为 .xlsx"));
    assert!(said(b"%PDF-1.7", Language::En).contains("PDF"));
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "别的").expect("written").write(0, 1, 5).expect("written");
    let other = book.save_to_buffer().expect("a workbook");
    assert!(said(&other, Language::Zh).contains("没有找到可填的行"));
    let empty = rust_xlsxwriter::Workbook::new().save_to_buffer().expect("a workbook");
    assert_eq!(said(&empty, Language::Zh), words::of(Language::Zh).empty);
}

#[test]
fn the_file_keeps_its_name_with_a_word_behind_it() {
    for (name, filled) in [
        ("省厅.xlsx", "省厅（已填）.xlsx"),
        ("8月.进展情况表.XLSX", "8月.进展情况表（已填）.xlsx"),
        ("2024.8月重点指标表", "2024.8月重点指标表（已填）.xlsx"),
        ("表", "表（已填）.xlsx"),
    ] {
        assert_eq!(words::file_name(Language::Zh, name), filled);
    }
}

#[test]
fn english_output_has_no_chinese_of_its_own() {
    let text = include_str!("../../../../tests/plans/harbour-city.json");
    let plan = crate::plan::read::from_json(text).expect("the second plan");
    let ledger = Ledger::default();
    let grid =
        [["Item", "Target", "To date", "Note"].map(str::to_owned).to_vec(), vec!["No such item".to_owned()]];
    let mut upload = upload(OPENPYXL);
    if let Ok(template) = &mut upload.template {
        template.book.sheets.truncate(1);
        template.book.sheets[0].grid.rows = grid.to_vec();
        template.book.sheets[0].name = "Report".to_owned();
    }
    let looked = look(as_of(&plan, &ledger, Language::En), month("2024-08"), &upload, &Memory::default());
    let said = format!("{looked:?} {}", looked.summary(Language::En));
    let han = said.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c) || *c > '\u{f900}');
    assert_eq!(han, None, "{said}");
}
