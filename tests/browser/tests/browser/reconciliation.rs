//! A year reconciled by two people on two devices, the paper of it, and the account of all years.

use crate::month::{choose, fill, sign};
use crate::storage::{content, keep};
use planboard_browser_tests::{Look, Page, Site, paper, rules};

const PAPER: &str = "#/document/reconciliation?month=2023-12";

/// Saves the form; whoever has not said who he is, is asked.
fn save(page: &Page, button: &str, who: &str, told: &str) {
    page.press("button", button);
    let is_told = format!("document.querySelector('.paper-form .told').innerText.includes({told:?})");
    page.wait_for(
        "a question or an answer",
        &format!("!!document.querySelector('dialog.signature[open]') || {is_told}"),
    );
    if page.evaluate("!!document.querySelector('dialog.signature[open]')") == true {
        sign(page, who);
    }
    page.wait_for(told, &is_told).paint();
}

/// The row of a promise on the paper.
fn row(page: &Page, promise: &str) -> String {
    page.text(&format!(
        "[...document.querySelectorAll('.document tbody tr')].find(row => row.cells[0].innerText.includes({promise:?}))?.innerText ?? ''"
    ))
}

#[test]
fn a_year_is_signed_by_two_people_on_two_devices() {
    for look in [Look::DESKTOP, Look::PHONE] {
        let (site, doer) = (Site::release(), Page::new(look));
        doer.open(&site.address(PAPER));
        doer.wait_for("the paper", "!!document.querySelector('.document .table')");
        let sum = "document.querySelector('.document > p').innerText";
        assert!(!doer.text(sum).contains("销账"), "{look}: nothing is on record");
        assert!(doer.words().contains("台账中没有本年度12月的指标数据"), "{look}");
        choose(&doer, ".paper-form", "目标事项", "技术合同成交额");
        choose(&doer, ".paper-form", "结论", "未完成");
        fill(&doer, "#verdict-checked", "16.2");
        fill(&doer, "#verdict-on", "2024-01-20");
        fill(&doer, "#verdict-doer", "李科");
        doer.press("button", "保存，待核验");
        doer.wait_for(
            "what is wrong",
            "!!document.querySelector('.paper-form [role=alert]')?.innerText.includes('须写明理由')",
        );
        fill(&doer, "#verdict-reason", "两个大项未签约");
        save(&doer, "保存，待核验", "李科", "待核验人签字");
        assert!(row(&doer, "技术合同成交额").contains("待核验：未完成"), "{}", row(&doer, "技术合同成交额"));
        assert!(!doer.text(sum).contains("未完成"), "{look}: one signature counts nothing");
        assert_eq!(rules::axe(&doer), [""; 0], "{look}");

        let verifier = Page::new(look);
        keep(&verifier, &content(&doer));
        verifier.open(&site.address(PAPER));
        verifier.wait_for("the paper", "!!document.querySelector('.document .table')");
        choose(&verifier, ".paper-form", "目标事项", "技术合同成交额");
        verifier.wait_for("what the first wrote", "document.querySelector('#verdict-doer').value === '李科'");
        fill(&verifier, "#verdict-verifier", "李 科");
        verifier.press("button", "签字确认");
        verifier.wait_for(
            "that it is the same person",
            "!!document.querySelector('.paper-form [role=alert]')?.innerText.includes('不能与经办人相同')",
        );
        fill(&verifier, "#verdict-verifier", "王处");
        save(&verifier, "签字确认", "王处", "已签字确认");
        let signed = row(&verifier, "技术合同成交额");
        for words in ["未完成", "已签字确认", "16.2", "两个大项未签约", "李科", "王处"] {
            assert!(signed.contains(words), "{look}: {words} in {signed}");
        }
        assert!(verifier.text(sum).contains("未完成1"), "{look}: {}", verifier.text(sum));
        // The account of all years has it too, and a field leads to the indicator.
        verifier.press("link", "总账");
        verifier.wait_for("the account", "!!document.querySelector('.fields-of')").paint();
        assert_eq!(verifier.evaluate("document.querySelectorAll('.fields-of a').length"), 34, "{look}");
        assert!(verifier.text(sum).contains("34项") && verifier.text(sum).contains("未完成1"), "{look}");
        assert_eq!(rules::axe(&verifier), [""; 0], "{look}");
        verifier.reload();
        verifier.wait_for("it again", "!!document.querySelector('.fields-of [data-light=missed]')");
        verifier.evaluate("document.querySelector('.fields-of a[data-light=missed]').click()");
        verifier.wait_for("the indicator", "location.hash === '#/indicator/contract-value'");
    }
}

/// M15.12: A3 on its long side, and every sheet of a table has its heads.
#[test]
fn the_paper_repeats_its_heads_on_every_sheet_of_a3() {
    let (site, page) = (Site::release(), Page::new(Look::DESKTOP));
    page.open(&site.address("#/document/account"));
    page.wait_for("the account", "!!document.querySelector('.fields-of')").paint();
    let sheets = paper::sheets(&page.print());
    assert!(sheets.len() > 1, "{} sheets", sheets.len());
    for (at, sheet) in sheets.iter().enumerate() {
        assert!(sheet.width > 1_100.0, "sheet {at} is {} wide", sheet.width);
        assert!(sheet.cut().is_empty(), "sheet {at}: {:?}", sheet.cut());
        if sheet.text().contains("没有12月数据") {
            assert!(sheet.text().contains("目标事项"), "sheet {at} lacks its heads: {}", sheet.text());
        }
    }
}
