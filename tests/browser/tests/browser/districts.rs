//! A ranking under three rules, and a what-if that another device opens by its link.

use planboard_browser_tests::{Look, Page, Site, rules};

/// The page of a year's districts over the sample.
fn with_sample(page: &Page, site: &Site) {
    page.open(&site.address("#/device"));
    page.press("button", "显示示例台账");
    page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
    page.evaluate("void (location.hash = '#/districts/2025')");
    page.wait_for(
        "points of nine districts",
        "document.querySelectorAll('.districts .scores tbody tr').length === 9",
    );
}

/// District and place, row by row.
const PLACES: &str = "JSON.stringify([...document.querySelectorAll('.districts .scores tbody tr')].map(row => \
                      [row.querySelector('th').innerText.trim(), row.querySelector('[data-column=位次] b').innerText]))";

#[test]
fn three_rules_make_three_orders_and_a_what_if_is_the_same_on_another_device() {
    for look in [Look::DESKTOP, Look::PHONE] {
        let site = Site::release();
        let page = Page::new(look);
        with_sample(&page, &site);
        assert_eq!(rules::axe(&page), [""; 0], "{look}");
        let mut orders = vec![page.text(PLACES)];
        for rule in ["r2", "r3"] {
            page.evaluate(&format!("void (location.hash = '#/districts/2025?rule={rule}')"));
            page.wait_for(
                "the rule",
                &format!("!!document.querySelector('.rules [aria-current=page][href$=\"rule={rule}\"]')"),
            )
            .paint();
            orders.push(page.text(PLACES));
        }
        assert!(orders.iter().any(|order| *order != orders[0]), "{look}: {orders:?}");
        page.wait_for(
            "places under every rule, side by side",
            "[...document.querySelectorAll('.by-rules td')].some(cell => cell.innerText.includes('不一致'))",
        );
        // A cell opens to its arithmetic.
        page.evaluate("document.querySelector('.scores td details summary').click()");
        page.wait_for(
            "the arithmetic",
            "/\\d = \\d/.test(document.querySelector('.scores details[open]')?.innerText ?? '')",
        );
        // The spans of places come between the frames.
        page.wait_for(
            "spans of places",
            "[...document.querySelectorAll('.scores [data-column=位次区间]')].every(cell => /\\d/.test(cell.innerText))",
        );
        page.evaluate("void (location.hash = '#/districts/2025?weights=0,10_1,80')");
        page.wait_for("the banner", "!!document.querySelector('.districts .what-if')").paint();
        let (tried, address) = (page.text(PLACES), page.address());
        assert!(page.all("link", Some("县区考核表")).is_empty(), "{look}: what is tried is no paper");
        // Another device, with storage of its own.
        let other = Page::new(look);
        with_sample(&other, &site);
        other.open(&address);
        other
            .wait_for("the banner", "!!document.querySelector('.districts .what-if')")
            .wait_for("the points", "!!document.querySelector('.districts .scores tbody tr')")
            .paint();
        assert_eq!(other.text(PLACES), tried, "{look}");
        // Nothing of it is kept.
        other.evaluate("void (location.hash = '#/districts/2025')");
        other.wait_for("the page without it", "!document.querySelector('.districts .what-if')").paint();
        assert_eq!(other.text(PLACES), orders[0], "{look}");
        // A district's page: its own figures, and places alone of the others.
        other.evaluate("document.querySelector('.districts .scores tbody th a').click()");
        other.wait_for("the page of the first", "document.querySelectorAll('.districts table').length === 2");
        assert_eq!(rules::axe(&other), [""; 0], "{look}");
    }
}
