//! Storage that is emptied while the page is open. The page says so, goes on showing what it has, and writes it back
//! or hands it out when asked to: not by itself, for whoever cleared the device may have meant it.

use super::{
    backup, content, content_untouched, device, earlier, keep, keep_files, ledger, of_kind, said,
    sees_all_kept, site,
};
use crate::month;
use planboard::ledger::Ledger;
use planboard::storage::Kind;
use planboard_browser_tests::{Look, Page, Site};
use serde_json::json;

const BANNER: &str = "!!document.querySelector('.banner[data-kind=unsaved]')";

/// A page with what others wrote before and a report of its own.
fn officer(site: &Site) -> Page {
    let page = Page::new(Look::DESKTOP);
    keep(&page, &device(&earlier()));
    keep_files(&page);
    report(&page, site, "2024-08", "14");
    page
}

fn report(page: &Page, site: &Site, month: &str, figure: &str) {
    let form = format!("#/form/science-bureau?month={month}");
    if page.fragment().is_empty() {
        page.open(&site.address(&form))
    } else {
        page.follow(&form, "填报")
    };
    month::figures(page, &[("入库省级典型联盟", figure)]);
    crate::made::make_receipt(page);
    page.wait_for("the receipt", "!!document.querySelector('.receipt textarea')?.value.includes('pLanR')");
}

/// What the page shows of the only indicator that was reported, on the overview.
fn shows(page: &Page, figure: &str) {
    page.follow("#/", "总览").wait_for(
        "the figure on the board",
        &format!("[...document.querySelectorAll('.board tr')].some(row => row.innerText.includes('入库省级典型联盟') && row.innerText.includes('{figure}'))"),
    );
}

/// The page has said what happened; it is asked for the file, goes on, and writes back at a press.
fn is_rescued(page: &Page, site: &Site, before: &Ledger, already: usize) {
    let count = before.batches().count();
    // A cleaner takes one key after the other, and the page counts as it hears of each: the last count is the one meant.
    for words in [&format!("本机未存（{count} 次填报）"), "在页面打开期间被清除", "再存一次", "导出备份"]
    {
        page.wait_for(
            &format!("{words} in the banner"),
            &format!("document.querySelector('.banner[data-kind=unsaved]')?.innerText.includes('{words}')"),
        );
    }
    shows(page, "14");
    assert_eq!(said(&backup(page)).difference(&said(before)).count(), already);
    assert!(said(before).is_subset(&said(&backup(page))), "the file has what was cleared");

    // Going on brings nothing back by itself, and does not hide what is missing.
    report(page, site, "2024-09", "15");
    assert_eq!(ledger(&content(page)).batches().count(), already + 1);
    assert_eq!(page.evaluate(BANNER), true);

    page.press("button", "再存一次");
    page.wait_for("the banner to go", &format!("!{BANNER}"));
    let kept = ledger(&content(page));
    assert!(said(before).is_subset(&said(&kept)));
    assert_eq!(kept.batches().count(), count + already + 1);
    let reopened = page.second_tab();
    reopened.open(&site.address("#/device"));
    sees_all_kept(&reopened, count + already + 1);
    shows(&reopened, "15");
}

/// Clears as another tab sees it.
type Clear = fn(&Page, &Site);

#[test]
fn what_was_cleared_underneath_is_in_the_page_and_goes_back_at_a_press() {
    let site = site();
    let ways: [(&str, Clear); 3] = [
        ("another page of the host", |other, _| drop(other.evaluate("localStorage.clear()"))),
        ("the browser, as asked by its user", |other, site| {
            let origin = site.address("").trim_end_matches('/').to_owned();
            other.call(
                "Storage.clearDataForOrigin",
                json!({ "origin": origin, "storageTypes": "local_storage" }),
            );
        }),
        ("a cleaner, one key after the other", |other, _| {
            drop(other.evaluate("Object.keys(localStorage).forEach(key => localStorage.removeItem(key))"))
        }),
    ];
    for (who, clear) in ways {
        let page = officer(&site);
        let before = ledger(&content(&page));
        let other = page.second_tab();
        content_untouched(&other, &site);
        clear(&other, &site);
        assert_eq!(of_kind(&content(&other), Kind::Ledger).len(), 0, "{who} cleared it");
        is_rescued(&page, &site, &before, 0);
    }
}

/// No event tells a page of what happens in its own document: an extension, a tool of the browser.
#[test]
fn what_was_cleared_without_a_word_is_noticed_with_the_next_act() {
    let site = site();
    let page = officer(&site);
    let before = ledger(&content(&page));
    page.evaluate("localStorage.clear()");
    report(&page, &site, "2024-07", "12");
    is_rescued(&page, &site, &before, 1);
}
