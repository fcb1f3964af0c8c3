//! Nothing moves by itself while the page starts (cumulative layout shift 0).

use planboard_browser_tests::{Look, Page, Site, rules};

/// A start, with a script that makes the device what it has to be.
fn starts_still(look: Look, device: &str, fragment: &str) {
    let site = Site::release();
    let page = Page::new(look);
    page.before_load(device);
    page.open(&site.address(fragment));
    // What comes after the first view, charts for example, must not push it either.
    page.evaluate("new Promise(done => requestIdleCallback(() => done(true)))");
    page.paint();
    let seen = page.evaluate("PerformanceObserver.supportedEntryTypes.includes('layout-shift')");
    assert_eq!(seen, true, "this browser does not measure");
    assert_eq!(rules::shifts(&page), [""; 0], "in {look}");
}

#[test]
fn the_measure_sees_what_moves() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(""));
    page.evaluate("{ const bar = document.createElement('div'); bar.style.height = '300px'; document.querySelector('main').prepend(bar) }");
    page.wait_for("a shift", "self.shifts.length > 0");
}

/// A row of which half has come is taller than the whole one, and a menu without its words has others.
#[test]
fn on_a_line_that_stops_in_the_midst_of_the_page() {
    for behind in ["<details class=\"settings\">", "<div aria-hidden=\"true\" class=\"gauge\">"] {
        let site = Site::release().pausing("index.html", behind);
        let page = Page::new(Look::DESKTOP);
        page.open(&site.address(""));
        assert_eq!(rules::shifts(&page), [""; 0], "behind {behind}");
    }
}

#[test]
fn with_an_empty_ledger() {
    starts_still(Look::DESKTOP, "", "");
    starts_still(Look::PHONE, "", "");
}

#[test]
fn with_records_of_ones_own() {
    let records = "try { localStorage.setItem('planboard:ledger:test', 'x') } catch {}";
    starts_still(Look::DESKTOP, records, "");
    starts_still(Look::PHONE, records, "");
}

#[test]
fn dark_and_english() {
    starts_still(Look::DESKTOP.dark().english(), "", "");
    starts_still(Look::PHONE.dark().english(), "", "");
}

#[test]
fn at_a_deep_link() {
    starts_still(Look::DESKTOP, "", "#/tasks");
    starts_still(Look::PHONE.english(), "", "#/responsibility");
}

#[test]
fn at_a_long_shared_link() {
    let plan = crate::plans::shipped();
    let all: Vec<&str> = plan.indicators().map(|place| place.item.id.as_str()).collect();
    let fragment = format!("#/indicators?sort=step&view=compare&compare={}", all.join(","));
    starts_still(Look::DESKTOP, "", &fragment);
    starts_still(Look::PHONE, "", &fragment);
}
