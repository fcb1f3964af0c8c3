//! What must hold on every page and in every dialog, in those looks that pair width, theme and language.

use crate::plans;
use planboard::plan::PlanIndex;
use planboard::route::{Overlay, Route};
use planboard_browser_tests::{Look, Page, Site, rules};

#[test]
fn on_a_desktop() {
    visit(&Site::release(), &plans::shipped(), Look::DESKTOP, Again::Reloaded);
}

#[test]
fn on_a_desktop_dark_and_english() {
    visit(&Site::release(), &plans::shipped(), Look::DESKTOP.dark().english(), Again::Not);
}

#[test]
fn on_a_phone_and_dark() {
    visit(&Site::release(), &plans::shipped(), Look::PHONE.dark(), Again::Not);
}

#[test]
fn on_a_phone_and_english() {
    visit(&Site::release(), &plans::shipped(), Look::PHONE.english(), Again::Reloaded);
}

#[test]
fn the_plan_of_another_city_on_a_desktop() {
    let text = plans::other_text();
    visit(
        &Site::release().with("plan.json", text.clone()),
        &plans::read(&text),
        Look::DESKTOP.english(),
        Again::Reloaded,
    );
}

#[test]
fn the_plan_of_another_city_on_a_phone_in_chinese() {
    let text = plans::other_text();
    visit(
        &Site::release().with("plan.json", text.clone()),
        &plans::read(&text),
        Look::PHONE.dark(),
        Again::Not,
    );
}

#[test]
fn the_plan_of_towns_on_a_phone() {
    let text = plans::of_towns();
    visit(&Site::release().with("plan.json", text.clone()), &plans::read(&text), Look::PHONE, Again::Not);
}

#[test]
fn nothing_scrolls_sideways_on_the_smallest_phone_and_on_the_largest_screen() {
    let site = Site::release();
    let mut faults = Vec::new();
    for look in
        [Look::PHONE.sized(360, 740), Look::PHONE.sized(360, 740).english(), Look::DESKTOP.sized(3840, 2160)]
    {
        let page = Page::new(look);
        page.open(&site.address(""));
        for route in Route::examples(&plans::shipped()) {
            page.evaluate(&format!("void (location.hash = {:?})", route.href()));
            page.settle();
            faults.extend(
                rules::sideways(&page).into_iter().map(|what| format!("{} in {look}: {what}", route.href())),
            );
        }
    }
    none(faults);
}

#[test]
fn every_dialog_in_every_look() {
    let site = Site::release();
    let mut faults = Vec::new();
    for look in Look::PAIRWISE {
        let page = Page::new(look);
        for overlay in Overlay::examples() {
            page.open(&site.address(""));
            open_overlay(&page, overlay);
            let rules = [rules::axe, rules::sideways, rules::small_targets, rules::unmarked_chinese];
            let found = rules.iter().flat_map(|rule| rule(&page));
            faults.extend(found.map(|what| format!("{overlay:?} in {look}: {what}")));
        }
    }
    none(faults);
}

/// What the page says once it knows the plan's day, which a device in another time zone puts right half a second after the
/// start, and once what an indicator's page fetches last is here: what may be written down about it.
fn said(page: &Page) -> (String, String) {
    page.wait_for("the plan's day", "'today' in document.documentElement.dataset");
    page.wait_for(
        "all of it",
        "!location.hash.startsWith('#/indicator/') || !!document.querySelector('.acts')",
    )
    .settle();
    (page.title(), page.written())
}

/// Whether every page is opened again. A reload asks nothing of theme and width: one in each language is enough.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Again {
    Reloaded,
    Not,
}

/// Opens every page.
fn visit(site: &Site, plan: &PlanIndex, look: Look, again: Again) {
    let mut faults = Vec::new();
    let is_put_in = plan.id != plans::shipped().id;
    let page = Page::new(look);
    for route in Route::examples(plan) {
        page.open(&site.address(&route.href()));
        let mut found = rules::broken(&page);
        if again == Again::Reloaded {
            let before = said(&page);
            page.reload();
            let after = said(&page);
            if after != before {
                found.push(format!("reloading changed it from {before:?} to {after:?}"));
            }
        }
        if page.fragment() != if route == Route::Overview { "#/".into() } else { route.href() } {
            found.push(format!("the address became {}", page.fragment()));
        }
        found.extend(page.complaints().into_iter().filter(|what| !(is_put_in && asks_for_plain_page(what))));
        faults.extend(found.into_iter().map(|what| format!("{}: {what}", route.href())));
    }
    none(faults);
}

/// A plan that was put in by hand has no plain pages: the page asks for one in vain before it knows of the plan.
fn asks_for_plain_page(complaint: &str) -> bool {
    complaint.contains("404 (Not Found)") && complaint.contains("/read/")
}

/// Opens a dialog as a person does.
pub fn open_overlay(page: &Page, overlay: Overlay) {
    let look = page.look;
    let button = match overlay {
        Overlay::Palette => look.pick("搜索", "Search"),
        Overlay::Share => look.pick("分享", "Share"),
    };
    let buttons = page.all("button", None);
    // The search button also says its key.
    let named = buttons.iter().find(|found| found.name.starts_with(button));
    page.press_found(named.unwrap_or_else(|| panic!("no button {button} among {buttons:?}")));
    page.wait_for("a dialog", "!!document.querySelector('dialog[open], [role=dialog]')").settle();
}

/// Fails with all that was found, not with the first.
pub fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
}
