//! One pass in Chromium 109, the last for Windows 7.

use crate::every_page::{none, open_overlay};
use crate::plans;
use planboard::route::{Overlay, Route};
use planboard_browser_tests::{Browser, Chromium, Look, Page, Site, rules};

#[test]
fn chromium_109_shows_every_page_and_dialog() {
    let browser = Browser::start(Chromium::Of2023, &[]);
    assert!(browser.version().contains("/109."), "{}", browser.version());
    let site = Site::release();
    let mut faults = Vec::new();
    for look in [Look::DESKTOP, Look::PHONE.dark().english()] {
        let page = Page::in_browser(&browser, look);
        for route in Route::examples(&plans::shipped()) {
            page.open(&site.address(&route.href()));
            let found = [rules::broken(&page), page.complaints()].concat();
            faults.extend(found.into_iter().map(|what| format!("{} in {look}: {what}", route.href())));
        }
        for overlay in Overlay::examples() {
            page.open(&site.address(""));
            open_overlay(&page, overlay);
        }
    }
    none(faults);
}

#[test]
fn chromium_109_finds_by_initials_and_moves_about() {
    let browser = Browser::start(Chromium::Of2023, &[]);
    let site = Site::release();
    let page = Page::in_browser(&browser, Look::DESKTOP);
    page.open(&site.address(""));
    page.key("Control+k");
    page.wait_for("a field", "document.activeElement?.matches('input')");
    page.type_keys("gxjs");
    page.wait_for("an answer", "!!document.querySelector('[role=option][aria-selected=true]')");
    page.key("Enter");
    page.wait_for("the page of an indicator", "location.hash.startsWith('#/indicator/')").settle();
    page.travel(-1);
    assert_eq!(planboard::route::Route::parse(&page.fragment()), planboard::route::Route::Overview);
    assert_eq!(rules::shifts(&page), [""; 0]);
}

/// It knows no `rel=expect` and paints what has come: half of the rows must not be seen taller than they will be.
#[test]
fn chromium_109_shows_no_half_of_the_board_on_a_line_that_stops() {
    let browser = Browser::start(Chromium::Of2023, &[]);
    let site = Site::release().pausing("index.html", "<div aria-hidden=\"true\" class=\"gauge\">");
    let page = Page::in_browser(&browser, Look::DESKTOP);
    page.open(&site.address(""));
    assert_eq!(rules::shifts(&page), [""; 0]);
}
