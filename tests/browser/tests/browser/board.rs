//! The board of the overview: what opens in place, what a count filters, and that it is one screen.

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
        // On a telephone the rows that need nobody's attention are folded.
        for selector in
            [".board .row[data-hot] .light", ".board .row[data-hot] .gap", ".board .row[data-hot] .latest"]
        {
            let (x, y) = middle(&page, selector);
            page.press_at(x, y);
            page.wait_for("the sentence", "document.querySelectorAll('.board .more').length === 1");
            let words = page.text("document.querySelector('.board .more').innerText");
            assert!(words.contains("牵头") && words.contains('。'), "{selector} in {look}: {words}");
            assert_eq!(
                page.evaluate("document.querySelector('.board .row[data-hot] [aria-expanded]').ariaExpanded"),
                "true"
            );
            // It stands in the address.
            page.wait_for("its address", "location.hash.startsWith('#/?open=')");
            let (x, y) = middle(&page, selector);
            page.press_at(x, y);
            page.wait_for("it is closed", "!document.querySelector('.board .more')");
        }
        page.evaluate("document.querySelector('.board .row[data-hot] [aria-expanded]').focus()");
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

/// An opened row stands in the address: a reload and the way back from the indicator's page keep it.
#[test]
fn an_opened_row_is_in_the_address() {
    let (_site, page) = with_sample(Look::DESKTOP);
    let (x, y) = middle(&page, ".board .row[data-hot] .light");
    page.press_at(x, y);
    page.wait_for("it is open", "!!document.querySelector('.opened .spark')");
    page.wait_for("its address", "location.hash.startsWith('#/?open=')");
    let fragment = page.fragment();
    page.reload();
    page.wait_for("it is open again", "!!document.querySelector('.opened .spark')");
    page.evaluate("document.querySelector('.opened .acts a').click()");
    page.wait_for("the indicator", "location.hash.startsWith('#/indicator/')");
    page.evaluate("history.back()");
    page.wait_for("it is open still", "!!document.querySelector('.opened .spark')");
    assert_eq!(page.fragment(), fragment);
}

/// walk a22: a count leaves only its rows, and pressed again brings all back.
#[test]
fn a_count_filters_the_board() {
    for look in [Look::DESKTOP, Look::PHONE] {
        filters(look);
    }
}

fn filters(look: Look) {
    let (_site, page) = with_sample(look);
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
    page.wait_for("its address", &format!("location.hash === '#/?light={light}'"));
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

/// 截至: a past month stands in the address, a reload keeps it, and whoever goes back to today leaves it.
#[test]
fn the_month_until_which_figures_count_is_in_the_address() {
    let (_site, page) = with_sample(Look::DESKTOP);
    let lights = "document.querySelector('.tally').innerText";
    let today = page.text(lights);
    let until = page.text(
        "(select => { select.selectedIndex = 8; select.dispatchEvent(new Event('change', { bubbles: true })); return select.value })(document.querySelector('.front .actions select'))",
    );
    let address = format!("#/?until={until}");
    page.wait_for("its address", &format!("location.hash === '{address}'"));
    let is_past =
        "!!document.querySelector('.banner[data-kind=aside]') && !!document.querySelector('.tally button')";
    page.wait_for("what was then", &format!("{is_past} && {lights} !== {today:?}"));
    let then = page.text(lights);
    page.reload();
    page.wait_for("it again", &format!("{is_past} && {lights} === {then:?}"));
    assert_eq!(page.text("document.querySelector('.front .actions select').value"), until);
    page.evaluate("[...document.querySelectorAll('.banner[data-kind=aside] button')].at(-1).click()");
    page.wait_for("today", &format!("location.hash === '#/' && {lights} === {today:?}"));
    page.evaluate(&format!("void (location.hash = '{address}')"));
    page.wait_for("what was then, by a link", &format!("{is_past} && {lights} === {then:?}"));
}

/// What lies outside of the screen, over its neighbour, or is cut, on the overview.
const FAULTS: &str = r"(() => {
    const faults = [];
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const name = (one) => `${one.className || one.localName} ${one.innerText.slice(0, 20)}`;
    if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the screen');
    for (const one of shown('.front h1, .tally :is(a, button), .board :is(td, th):not(.lead), .milestones a')) {
        const isBlock = getComputedStyle(one).display !== 'inline' && one.clientWidth > 1;
        if (isBlock && one.scrollWidth > one.clientWidth + 1) faults.push(`cut: ${name(one)}`);
    }
    for (const row of shown('.board .row')) {
        const within = row.getBoundingClientRect();
        const cells = [...row.children].filter((one) => one.checkVisibility()).map((one) => [one, one.getBoundingClientRect()]);
        for (const [one, box] of cells) {
            if (box.bottom > within.bottom + 1 || box.top < within.top - 1 || box.right > within.right + 1) faults.push(`out of its row: ${name(one)}`);
            const over = cells.find(([other, its]) => other !== one && its.left < box.right - 1 && box.left < its.right - 1 && its.top < box.bottom - 1 && box.top < its.bottom - 1);
            if (over) faults.push(`${name(one)} over ${name(over[0])}`);
        }
    }
    const header = shown('.bar > div > *').map((one) => one.getBoundingClientRect());
    header.forEach((box, at) => header.slice(0, at).forEach((other) => {
        if (box.left < other.right - 1 && other.left < box.right - 1 && box.top < other.bottom - 1 && other.top < box.bottom - 1) faults.push('the header overlaps');
    }));
    return [...new Set(faults)];
})()";

/// At a desk and in the meeting room everything is seen without scrolling, and read from the back at 1920.
#[test]
fn the_board_is_one_screen() {
    let (_site, page) = with_sample(Look::DESKTOP);
    for (width, height) in [(1366, 768), (1440, 900), (1920, 1080), (3840, 2160)] {
        page.resize(width, height);
        let below = page.evaluate(
            "[...document.querySelectorAll('.board .row, .board thead, .milestones li, .due header, .todo header')] \
               .filter(one => one.checkVisibility() && one.getBoundingClientRect().bottom > innerHeight).map(one => one.innerText.slice(0, 20))",
        );
        assert_eq!(below, json!([]), "at {width} × {height}");
        let hidden = page.evaluate(
            "(aside => aside.scrollHeight - aside.clientHeight)(document.querySelector('.overview > aside'))",
        );
        assert!(
            hidden.as_i64() <= Some(1),
            "{hidden} px of the side are to be scrolled at {width} × {height}"
        );
        let least = page.evaluate("Math.min(...[...document.querySelectorAll('.board .row > *')].map(one => parseFloat(getComputedStyle(one).fontSize)))");
        assert!(width != 1920 || least.as_f64() >= Some(17.9), "{least} px at {width}");
        assert_eq!(page.evaluate(FAULTS), json!([]), "at {width} × {height}");
    }
}

/// From the smallest telephone to the wall, in both languages, nothing is cut and nothing lies over anything else.
#[test]
fn nothing_on_the_board_is_cut_or_overlaps() {
    for look in [Look::DESKTOP, Look::DESKTOP.english()] {
        let (_site, page) = with_sample(look);
        for (width, height) in [
            (360, 740),
            (390, 844),
            (768, 1024),
            (1000, 700),
            (1100, 800),
            (1280, 800),
            (1440, 900),
            (1920, 1080),
            (2560, 1440),
        ] {
            page.resize(width, height);
            assert_eq!(page.evaluate(FAULTS), json!([]), "at {width} × {height} in {look}");
        }
    }
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

/// A plan of eight indicators and one of fifty: the rows keep their height and their places, nothing is cut, and where the
/// board is longer than the screen its head stays while it scrolls.
#[test]
fn plans_of_eight_and_of_fifty_lay_out_as_well() {
    let few = crate::plans::other_text();
    let mut plan: serde_json::Value = serde_json::from_str(&few).expect("JSON");
    let mut indicators = 0;
    for area in plan["areas"].as_array_mut().expect("areas") {
        for task in area["tasks"].as_array_mut().expect("tasks") {
            let own = task["indicators"].as_array().expect("indicators").clone();
            for copy in 1..7 {
                for one in &own {
                    let mut one = one.clone();
                    one["id"] = json!(format!("{}-{copy}", one["id"].as_str().expect("an id")));
                    one["related"] = json!([]);
                    task["indicators"].as_array_mut().expect("indicators").push(one);
                }
            }
            indicators += own.len() * 7;
        }
    }
    assert!(indicators >= 50);
    for (text, rows) in [(few.clone(), indicators / 7), (plan.to_string(), indicators)] {
        let site = Site::release().with("plan.json", text);
        for look in [Look::DESKTOP, Look::PHONE.english()] {
            let page = Page::new(look);
            page.open(&site.address("#/device"));
            page.press("button", look.pick("显示示例台账", "Show the sample ledger"));
            page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
            page.evaluate("void (location.hash = '#/')");
            page.wait_for("the lights", "!!document.querySelector('.tally button')").paint();
            assert_eq!(page.evaluate("document.querySelectorAll('.board .row').length"), json!(rows));
            let sizes: &[(u32, u32)] = if look.has_touch {
                &[(360, 740), (390, 844)]
            } else {
                &[(1100, 800), (1440, 900), (1920, 1080)]
            };
            for &(width, height) in sizes {
                page.resize(width, height).paint();
                assert_eq!(page.evaluate(FAULTS), json!([]), "{rows} rows at {width} × {height} in {look}");
                if look.has_touch {
                    continue;
                }
                let tallest = page.evaluate("Math.max(...[...document.querySelectorAll('.board .row')].map(row => row.offsetHeight)) / parseFloat(getComputedStyle(document.querySelector('.board td')).fontSize)");
                assert!(
                    tallest.as_f64() < Some(4.0),
                    "rows of {tallest} letters' height at {width} × {height}"
                );
                page.evaluate("scrollTo(0, document.body.scrollHeight)");
                page.paint();
                let head =
                    page.evaluate("document.querySelector('.board thead').getBoundingClientRect().top >= 0");
                assert_eq!(head, json!(true), "the head of {rows} rows stays at {width} × {height}");
                page.evaluate("scrollTo(0, 0)");
            }
        }
    }
}
