//! From the smallest telephone to the wall, in both languages, with records on every page: nothing lies over anything
//! else, and nothing is cut.

use crate::every_page::none;
use crate::plans;
use planboard::route::Route;
use planboard_browser_tests::{Look, Page, Site, rules};

/// Widths and heights of windows: telephones, tablets, old and new desks, the meeting room.
const WINDOWS: [(u32, u32); 8] =
    [(360, 740), (390, 844), (768, 1024), (1100, 800), (1280, 800), (1440, 900), (1920, 1080), (2560, 1440)];

#[test]
fn in_chinese() {
    visit(Look::DESKTOP);
}

#[test]
fn in_english() {
    visit(Look::DESKTOP.english());
}

/// The pages with records are other pages than those without: for every sense, in the pairs of theme and language that
/// `full_ledger` does not look at.
#[test]
fn pages_with_records_are_for_everyone() {
    let mut faults = Vec::new();
    for look in [Look::PHONE.dark(), Look::PHONE.english()] {
        let (_site, page) = with_sample(look);
        for route in Route::examples(&plans::shipped()) {
            page.evaluate(&format!("void (location.hash = {:?})", route.href()));
            page.settle();
            let rules = [rules::axe, rules::small_targets, rules::unmarked_chinese];
            let found = rules.iter().flat_map(|rule| rule(&page));
            faults.extend(found.map(|what| format!("{} in {look}: {what}", route.href())));
        }
    }
    none(faults);
}

fn with_sample(look: Look) -> (Site, Page) {
    let (site, page) = (Site::release(), Page::new(look));
    page.open(&site.address("#/device"));
    page.press("button", look.pick("显示示例台账", "Show the sample ledger"));
    page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
    (site, page)
}

fn visit(look: Look) {
    let (_site, page) = with_sample(look);
    let mut faults = Vec::new();
    for route in Route::examples(&plans::shipped()) {
        page.evaluate(&format!("void (location.hash = {:?})", route.href()));
        page.settle();
        for (width, height) in WINDOWS {
            page.resize(width, height).paint();
            let found = [rules::sideways(&page), rules::overlaps(&page), rules::cut(&page)].concat();
            faults.extend(found.into_iter().map(|what| format!("{} at {width}: {what}", route.href())));
        }
    }
    none(faults);
}
