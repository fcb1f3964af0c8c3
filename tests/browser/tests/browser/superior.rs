//! A superior's table: looked at cell by cell, filled, and still theirs.

use crate::month::{PERIOD, choose};
use crate::office::with_sample;
use crate::tables::choose_files;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use calamine::{Data, Reader, Xlsx};
use planboard_browser_tests::{Look, Page, Site, rules};
use std::io::Cursor;

const TEMPLATE: &[u8] = include_bytes!("../../../templates/openpyxl.xlsx");

#[test]
fn a_superiors_table_is_filled_and_stays_theirs() {
    for look in [Look::DESKTOP, Look::PHONE.english()] {
        let site = Site::release();
        let officer = with_sample(&site, look, PERIOD);
        officer.press("button", look.pick("填上级表格", "Fill their workbook"));
        officer.wait_for("the dialog", "document.querySelector('dialog.tables')?.open ?? false");
        assert!(!site.asked().iter().any(|asked| asked.contains("reader")), "{look}: nobody pays before");
        choose_files(&officer, "dialog.tables", &[("省厅.csv", "指标,完成\n技术合同成交额,\n".into())]);
        let status = "document.querySelector('dialog.tables article p[role=status]')?.innerText ?? ''";
        officer.wait_for("what to do", &format!("({status}).includes('.xlsx')"));
        choose_files(&officer, "dialog.tables", &[("省厅.xlsx", TEMPLATE.to_vec())]);
        officer.wait_for("the cells", "document.querySelectorAll('dialog.tables .fills li').length > 1");
        let shown = officer.text("document.querySelector('dialog.tables .fills').innerText");
        assert!(shown.contains("E6") && shown.contains("万元"), "{look}: {shown}");
        let left = officer.text("document.querySelector('dialog.tables .unplaced').innerText");
        assert!(left.contains(look.pick("合计行由表格自己计算", "a row of sums")), "{look}: {left}");
        assert_eq!(rules::axe(&officer), [""; 0], "{look}");
        assert_eq!(rules::sideways(&officer), [""; 0], "{look}");
        if look.is_chinese() {
            let row = "第 8 行 “科技型中小企业数量”";
            choose(&officer, "dialog.tables details.choices", row, "科技型中小企业注册数");
            officer.wait_for(
                "its cell",
                "document.querySelector('dialog.tables .fills').innerText.includes('E8')",
            );
        }
        let (name, book) = saved(&officer);
        assert_eq!(name, look.pick("省厅（已填）.xlsx", "省厅 (filled).xlsx"));
        let mut book = Xlsx::new(Cursor::new(book)).expect("a workbook");
        assert_eq!(book.sheet_names(), ["填报说明", "进展情况表"]);
        let cells = book.worksheet_range("进展情况表").expect("a sheet");
        assert!(matches!(cells.get_value((5, 4)), Some(Data::Float(value)) if *value > 0.0), "{look}");
        assert_eq!(cells.get_value((5, 7)), Some(&Data::String("含吸纳".into())), "{look}");
        let formulas = book.worksheet_formula("进展情况表").expect("formulas");
        assert_eq!(formulas.get_value((9, 4)).map(String::as_str), Some("SUM(E5:E9)"), "{look}");
    }
}

/// Presses the button that fills it, and waits for the file: its name, and its bytes.
fn saved(officer: &Page) -> (String, Vec<u8>) {
    officer.evaluate("document.querySelector('dialog.tables .actions button[data-main]').click()");
    officer.wait_for("the file", "caught.length === 1");
    officer.wait_for(
        "that it is said",
        "document.querySelector('dialog.tables .actions [role=status]').innerText !== ''",
    );
    (officer.text("caught[0].name"), STANDARD.decode(officer.text("caught[0].content")).expect("base64"))
}
