//! A target lowered by a paper: seen before it is saved, judged against both forms, and withdrawn.

use crate::month::{choose, fill, press_in, sign};
use planboard_browser_tests::{Look, Page, Site, rules};
use serde_json::json;

/// The light of an indicator on the board that an address shows.
fn light(page: &Page, site: &Site, against: &str, indicator: &str) -> String {
    page.open(&site.address(&format!("#/?against={against}&open={indicator}")));
    page.wait_for(
        "the opened row, and the lights",
        "!!document.querySelector('.board .more') && !!document.querySelector('.tally button')",
    )
    .paint();
    page.text("document.querySelector('.board .row:has(+ .more) .light, .board .row:has([aria-expanded=true]) .light').dataset.light")
}

#[test]
fn a_target_is_lowered_by_a_paper_and_both_truths_stay() {
    for look in [Look::DESKTOP, Look::PHONE] {
        let (site, page) = (Site::release(), Page::new(look));
        page.open(&site.address("#/device"));
        page.press("button", "显示示例台账");
        page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
        page.evaluate("void (location.hash = '#/adjustments')");
        page.wait_for(
            "what the sample adjusts",
            "document.querySelectorAll('.adjustments tbody').length === 2",
        );
        assert_eq!(rules::axe(&page), [""; 0], "{look}");
        // One that missed its target; what the sample says of it is a proposal, by which nothing is judged.
        let missed = "contract-value";
        let of_board = [light(&page, &site, "issued", missed), light(&page, &site, "adjusted", missed)];
        assert_eq!(of_board, ["missed", "missed"], "{look}");
        page.evaluate("void (location.hash = '#/adjustments')");
        choose(&page, ".act-form", "指标", "技术合同成交额");
        choose(&page, ".act-form", "年份", "2025");
        choose(&page, ".act-form", "理由类别", "上级要求");
        fill(&page, "#adjustment-value", "10");
        fill(&page, "#adjustment-effective", "2025-07-01");
        fill(&page, "#adjustment-reason", "上级重新下达任务");
        page.wait_for(
            "what would change",
            "!!document.querySelector('.would')?.innerText.includes('因调整变灯')",
        );
        // Without a paper it would be a proposal.
        assert!(!page.all("button", Some("记为建议")).is_empty());
        fill(&page, "#adjustment-document", "鞍科发");
        page.press("button", "记为建议");
        page.wait_for(
            "what is wrong",
            "!!document.querySelector('.act-form [role=alert]')?.innerText.includes('文号')",
        );
        fill(&page, "#adjustment-document", "鞍科发〔2025〕8 号");
        fill(&page, "#adjustment-decider", "市政府常务会议");
        page.press("button", "确认调整");
        page.wait_for(
            "a question or the row",
            "!!document.querySelector('dialog.signature[open]') || document.querySelectorAll('.adjustments tbody').length === 3",
        );
        if page.evaluate("!!document.querySelector('dialog.signature[open]')") == true {
            sign(&page, "李科");
        }
        page.wait_for(
            "the row with what it turned",
            "[...document.querySelectorAll('.adjustments tbody')].some(row => row.innerText.includes('市政府常务会议') && !!row.querySelector('.turned'))",
        );
        let of_board =
            json!([light(&page, &site, "issued", missed), light(&page, &site, "adjusted", missed)]);
        assert_eq!(of_board, json!(["missed", "met"]), "{look}");
        // On another page it is said, and one press judges the other way.
        page.evaluate(&format!("void (location.hash = '#/indicator/{missed}')"));
        page.wait_for("the banner", "!!document.querySelector('.banner[data-kind=against]')");
        page.press("button", "改看原目标");
        page.wait_for("the light as issued", "!!document.querySelector('main [data-light=missed]')");
        page.press("button", "改看调整后");
        page.wait_for("the light as adjusted", "!!document.querySelector('main [data-light=met]')");
        page.evaluate("void (location.hash = '#/adjustments')");
        page.press("button", "撤回 技术合同成交额 2025");
        fill(&page, ".adjustments .reason textarea", "误记");
        press_in(&page, ".adjustments .reason", "撤回理由", "撤回");
        page.wait_for("it is withdrawn", "document.querySelectorAll('.adjustments tbody').length === 2");
    }
}
