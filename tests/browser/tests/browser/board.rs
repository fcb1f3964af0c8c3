//! The board of the overview: what opens in place, what a count filters, and how it fills a wall.

use planboard_browser_tests::{Look, Page, Site};
use serde_json::json;

fn with_sample(look: Look) -> (Site, Page) {
    let (site, page) = (Site::release(), Page::new(look));
    page.open(&site.address("#/device"));
    page.press("button", look.pick("显示示例台账", "Show the sample ledger"));
    page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
    page.evaluate("void (location.hash = '#/')");
    page.wait_for("the lights", "!!document.querySelector('.tally button')").paint();
    (site, page)
}

/// The middle of what the selector finds.
fn middle(page: &Page, selector: &str) -> (f64, f64) {
    page.evaluate(&format!("document.querySelector({selector:?}).scrollIntoView({{ block: 'center' }})"));
    page.paint();
    let place = page.evaluate(&format!(
        "(box => [box.left + box.width / 2, box.top + box.height / 2])(document.querySelector({selector:?}).getBoundingClientRect())"
    ));
    (place[0].as_f64().expect("a place"), place[1].as_f64().expect("a place"))
}

/// walk a22: the light, the value and the bar open the sentence and who leads; by mouse and by keyboard.
#[test]
fn a_light_opens_its_sentence_and_owner_in_place() {
    for look in [Look::DESKTOP, Look::PHONE] {
        let (_site, page) = with_sample(look);
        for selector in [".board .row .light", ".board .row .gauge", ".board .row .target"] {
            let (x, y) = middle(&page, selector);
            page.press_at(x, y);
            page.wait_for("the sentence", "document.querySelectorAll('.board .more').length === 1");
            let words = page.text("document.querySelector('.board .more').innerText");
            assert!(words.contains("牵头单位：") && words.contains('。'), "{selector} in {look}: {words}");
            assert_eq!(
                page.evaluate("document.querySelector('.board .row [aria-expanded]').ariaExpanded"),
                "true"
            );
            assert_eq!(page.fragment(), "#/");
            let (x, y) = middle(&page, selector);
            page.press_at(x, y);
            page.wait_for("it is closed", "!document.querySelector('.board .more')");
        }
        page.evaluate("document.querySelector('.board .row [aria-expanded]').focus()");
        page.key("Enter");
        page.wait_for("the sentence", "!!document.querySelector('.board .more')");
    }
}

/// walk a22: without records a row still says who leads.
#[test]
fn without_records_a_row_opens_to_who_leads() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(""));
    let (x, y) = middle(&page, ".board .row .light");
    page.press_at(x, y);
    page.wait_for("who leads", "document.querySelector('.board .more')?.innerText.includes('牵头单位：')");
}

/// walk a22: a count leaves only its rows, and pressed again brings all back.
#[test]
fn a_count_filters_the_board() {
    let (_site, page) = with_sample(Look::DESKTOP);
    let shown = "[...document.querySelectorAll('.board .row')].filter(row => row.checkVisibility()).length";
    let all = page.evaluate(shown).as_u64().expect("rows");
    let counts = page.evaluate("[...document.querySelectorAll('.tally button')].map(one => Number(one.querySelector('b').textContent))");
    for (at, count) in counts.as_array().expect("counts").iter().enumerate() {
        let press = format!("document.querySelectorAll('.tally button')[{at}].click()");
        page.evaluate(&press);
        page.paint();
        assert_eq!(page.evaluate(shown), *count);
        let empty = "[...document.querySelectorAll('.board tbody')].filter(one => one.checkVisibility() && ![...one.querySelectorAll('.row')].some(row => row.checkVisibility())).length";
        assert_eq!(page.evaluate(empty), json!(0), "an area without rows is gone");
        page.evaluate(&press);
        page.paint();
        assert_eq!(page.evaluate(shown).as_u64(), Some(all));
    }
}

/// The filter stands in the address: a reload and a link keep it, the tab's own link brings all rows back.
#[test]
fn the_filter_of_the_board_is_in_its_address() {
    let (_site, page) = with_sample(Look::DESKTOP);
    let shown = "[...document.querySelectorAll('.board .row')].filter(row => row.checkVisibility()).length";
    let all = page.evaluate(shown).as_u64().expect("rows");
    page.evaluate("document.querySelector('.tally button').click()");
    page.paint();
    let light = page.text("document.querySelector('.tally button .light').dataset.light");
    let few = page.evaluate(shown);
    assert_eq!(page.fragment(), format!("#/?light={light}"));
    page.reload();
    page.wait_for("the lights", "!!document.querySelector('.tally button[aria-pressed=true]')").paint();
    assert_eq!(page.evaluate(shown), few);
    page.evaluate("void (location.hash = '#/')");
    page.wait_for("all rows", &format!("{shown} === {all}"));
    page.evaluate(&format!("void (location.hash = '#/?light={light}')"));
    page.wait_for("the rows of the light", &format!("{shown} === {few}"));
    let absent = page.text("['met', 'missed', 'red', 'outdated', 'amber'].find(one => !document.querySelector(`.tally [data-light=${one}]`)) ?? ''");
    if !absent.is_empty() {
        page.evaluate(&format!("void (location.hash = '#/?light={absent}')"));
        page.wait_for(
            "no row, and a sentence",
            &format!("{shown} === 0 && document.querySelector('.board').innerText.includes('目前没有')"),
        );
        page.evaluate("[...document.querySelectorAll('.board .button')].find(one => one.innerText === '显示全部指标').click()");
        page.wait_for("all rows again", &format!("{shown} === {all}"));
    }
}

/// walk a32: on a wall the areas stand in two columns, every row is in sight, and a milestone's line holds more than a
/// few letters.
#[test]
fn a_wall_has_two_columns_of_areas_and_a_wide_side() {
    let (_site, page) = with_sample(Look::DESKTOP.sized(2560, 1440));
    let columns = page.evaluate("new Set([...document.querySelectorAll('.board tbody')].map(one => Math.round(one.getBoundingClientRect().left))).size");
    assert_eq!(columns, json!(2));
    let hidden = page.evaluate("[...document.querySelectorAll('.board .row')].filter(row => row.getBoundingClientRect().bottom > innerHeight).length");
    assert!(hidden.as_u64() < Some(4), "{hidden} rows are below the screen");
    let letters = page.evaluate("Math.min(...[...document.querySelectorAll('.milestones a')].map(one => one.parentElement.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize)))");
    assert!(letters.as_f64() > Some(7.0), "{letters} letters a line");
}

/// field 22: a plan without milestones has no empty box for them.
#[test]
fn a_plan_without_milestones_has_no_box_for_them() {
    let mut plan: serde_json::Value = serde_json::from_str(&crate::plans::other_text()).expect("JSON");
    for area in plan["areas"].as_array_mut().expect("areas") {
        for task in area["tasks"].as_array_mut().expect("tasks") {
            task["milestones"] = json!([]);
        }
    }
    let site = Site::release().with("plan.json", plan.to_string());
    let page = Page::new(Look::DESKTOP.english());
    page.open(&site.address(""));
    page.wait_for("its board", "document.querySelectorAll('.board .row').length > 3");
    assert_eq!(page.evaluate("document.querySelectorAll('.milestones').length"), json!(0));
}
