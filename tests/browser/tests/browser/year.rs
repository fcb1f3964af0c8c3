//! The list of a year: taken over and changed by the officer, then asked for by the clerk's form.

use crate::month::{fill, fill_in_link, press_in, sign};
use planboard_browser_tests::{Look, Page, Site, rules};

const LIST: &str = "#/year/2024";
/// What is written today about a past year is asked for from its last period on.
const DECEMBER: &str = "#/dispatch?month=2024-12";

fn told(page: &Page, words: &str) {
    page.wait_for(
        words,
        &format!("document.querySelector('.year-list .told')?.innerText.includes({words:?})"),
    );
}

/// M39: last year's list is taken over, changed and added to; the form of a month then asks for the new item's stage.
#[test]
fn a_years_list_is_taken_over_and_changed_and_the_form_asks_for_it() {
    let site = Site::release();
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address("#/tasks"));
    officer.wait_for("the way there", "!!document.querySelector('nav.year-lists a[href=\"#/year/2024\"]')");
    officer.open(&site.address(LIST));
    officer.wait_for("what waits", "document.querySelectorAll('.waiting tbody').length > 10");
    assert!(officer.words().contains("方案原文没有 2024 年自己的任务"));
    assert_eq!(rules::axe(&officer), [""; 0]);
    let waiting = "document.querySelectorAll('.waiting tbody').length";
    let before = officer.evaluate(waiting).as_u64().expect("a count");
    // Two go on as they were, in one act.
    officer.evaluate("[...document.querySelectorAll('.waiting tbody input[type=checkbox]')].slice(0, 2).forEach(box => box.click())");
    fill(&officer, "#taking-document", "鞍科发〔2024〕6号");
    press_in(&officer, ".taking", "全选", "结转所选");
    sign(&officer, "李科");
    told(&officer, "已结转 2 项");
    officer.wait_for("two fewer that wait", &format!("{waiting} === {}", before - 2));
    // One is not pursued: without a reason it is refused.
    officer.evaluate("document.querySelector('.waiting tbody input[type=checkbox]').click()");
    press_in(&officer, ".taking", "全选", "终止所选");
    officer.wait_for(
        "that a reason is needed",
        "document.querySelector('.taking [role=alert]')?.innerText.includes('请写明理由')",
    );
    fill(&officer, "#taking-reason", "并入其他任务");
    press_in(&officer, ".taking", "全选", "终止所选");
    told(&officer, "已终止 1 项");
    // New lines: nothing is written while anything is wrong.
    fill(&officer, "#new-title-0", "建成中试基地信息库");
    fill(&officer, "#new-lead-0", "市某局");
    fill(&officer, "#new-due-0", "2024-12-20");
    press_in(&officer, ".adding form", "再加一行", "写入清单");
    officer.wait_for(
        "the place of the fault",
        "document.querySelector('.adding [role=alert]')?.innerText.includes('第 1 行“牵头单位”')",
    );
    fill(&officer, "#new-lead-0", "市科技局");
    press_in(&officer, ".adding form", "再加一行", "写入清单");
    told(&officer, "已列入 1 项");
    // Its day is moved, with the first day kept.
    press_in(&officer, ".year-list tbody", "建成中试基地信息库", "改期");
    officer.wait_for("the field", "!!document.querySelector('#line-due')");
    fill(&officer, "#line-due", "2024-12-31");
    fill(&officer, "#line-reason", "设备到货推迟");
    assert_eq!(rules::axe(&officer), [""; 0]);
    press_in(&officer, ".year-list .writing", "理由", "改期");
    told(&officer, "已改期");
    officer.wait_for(
        "the movement",
        "document.querySelector('.year-list').innerText.includes('改期 1 次，最初 2024-12-20')",
    );
    officer.reload();
    officer.wait_for(
        "the list after a reload",
        "document.querySelector('.year-list')?.innerText.includes('建成中试基地信息库')",
    );
    // The clerk's device knows nothing but the link.
    officer.open(&site.address(DECEMBER));
    let link = fill_in_link(&officer, "市科技局");
    let clerk = Page::new(Look::PHONE);
    clerk.open(&link);
    clerk.wait_for(
        "the new item on the form",
        "[...document.querySelectorAll('form.form .steps li')].some(one => one.innerText.includes('建成中试基地信息库') && one.querySelectorAll('input[type=radio]').length === 3)",
    );
}

/// The page on a phone, with the list and the table as cards.
#[test]
fn the_list_stands_on_a_phone() {
    let site = Site::release();
    for look in [Look::PHONE, Look::PHONE.english().dark()] {
        let page = Page::new(look);
        page.open(&site.address(LIST));
        page.wait_for("what waits", "document.querySelectorAll('.waiting tbody').length > 10");
        assert_eq!(rules::sideways(&page), [""; 0], "{look}");
        assert_eq!(rules::axe(&page), [""; 0], "{look}");
    }
}
