//! Going from page to page: links, history, focus, a second tab, an address that no page has.

use planboard_browser_tests::{Look, Page, Site};

#[test]
fn a_link_opens_its_page_at_the_top_with_the_focus_on_its_heading() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(""));
    page.evaluate("scrollTo(0, 600)");
    page.press("link", "任务");
    arrived(&page, "#/tasks");
    page.wait_for("the heading to have the focus", "document.activeElement?.matches('main h1')");
    page.wait_for("the page to be at its top", "scrollY === 0");
    assert!(page.title().starts_with("任务 · "), "{}", page.title());
    let tabs = page.all("link", Some("任务"));
    let current = tabs.iter().map(|tab| {
        page.call_on(
            tab,
            "function () { return this.ariaCurrent ?? this.getAttribute('aria-current') }",
            serde_json::json!([]),
        )
    });
    assert!(current.flatten().any(|current| current == "page"), "no tab says that it is the current page");
}

#[test]
fn at_the_start_nothing_takes_the_focus() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    for fragment in ["", "#/tasks"] {
        page.open(&site.address(fragment));
        assert_eq!(page.text("document.activeElement.tagName"), "BODY", "after opening {fragment:?}");
    }
}

#[test]
fn back_and_forward_lead_to_the_pages_as_they_were_left() {
    let site = Site::release();
    let page = Page::new(Look::PHONE);
    page.open(&site.address(""));
    let overview = page.heading();
    page.evaluate("scrollTo(0, 500)");
    page.wait_for("the page to be scrolled", "scrollY === 500");
    page.press("link", "指标");
    arrived(&page, "#/indicators");
    // The address is there before the page is drawn, and the overview stands until then.
    page.wait_for(
        "its heading",
        &format!("![undefined, {overview:?}].includes(document.querySelector('main h1')?.innerText)"),
    );
    let indicators = page.heading();
    page.press("link", "时间");
    arrived(&page, "#/timeline");

    page.travel(-1);
    assert_eq!((page.fragment().as_str(), page.heading()), ("#/indicators", indicators));
    page.travel(-1);
    page.wait_for("the overview", "location.hash === '' || location.hash === '#/'");
    page.wait_for("the place at which the reader left", "scrollY === 500");
    assert_eq!(page.heading(), overview);
    page.travel(2);
    assert_eq!(page.fragment(), "#/timeline");
}

#[test]
fn a_second_tab_has_a_page_of_its_own_and_the_settings_of_the_first() {
    let site = Site::release();
    let first = Page::new(Look::DESKTOP.dark().english());
    first.open(&site.address("#/tasks"));
    let second = first.second_tab();
    second.open(&site.address("#/about"));
    assert!(second.title().starts_with("About · "), "{}", second.title());
    assert_eq!(second.text("document.documentElement.dataset.theme"), "dark");
    assert_eq!(first.fragment(), "#/tasks");
    assert!(first.title().starts_with("Tasks · "), "{}", first.title());
}

#[test]
fn an_address_that_no_page_has_leads_to_a_page_that_helps() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    for fragment in
        ["#/no-such-page", "#/indicator/no-such-indicator", "#/indicators?basis=heap", "#/task/%3Cb%3E"]
    {
        page.open(&site.address(fragment));
        let heading = page.heading();
        assert!(heading.to_lowercase().contains("no such"), "{fragment}: {heading}");
        let ways = page.evaluate("document.querySelectorAll('main a[href], main button').length");
        assert!(ways.as_u64() > Some(0), "{fragment} offers no way on");
        assert_eq!(page.fragment(), fragment, "the address is kept, so that it can be looked at");
    }
}

/// Waits until a page was reached and stands.
pub fn arrived(page: &Page, fragment: &str) {
    page.wait_for(&format!("the page {fragment}"), &format!("location.hash === '{fragment}'")).settle();
}
