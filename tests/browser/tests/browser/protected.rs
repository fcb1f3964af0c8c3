//! Links behind a passphrase: the key is made in a thread of its own, and the page says so where that does not run.

use crate::made;
use planboard_browser_tests::{Look, Page, Site};
use serde_json::json;

fn type_in(page: &Page, passphrase: &str) {
    let field = page.all("textbox", Some("口令")).into_iter().next().expect("the field for the passphrase");
    let write =
        "function (text) { this.value = text; this.dispatchEvent(new Event('input', { bubbles: true })) }";
    page.call_on(&field, write, json!([{ "value": passphrase }])).expect("a field");
    page.press("button", "打开");
}

fn told(page: &Page, words: &str) {
    page.wait_for(
        words,
        &format!("document.querySelector('form [role=status]')?.innerText.includes('{words}')"),
    );
}

#[test]
fn a_wrong_passphrase_is_told_and_the_right_one_opens() {
    let site = Site::release();
    let page = Page::new(Look::PHONE);
    page.open(&site.address(&made::protected_link()));
    let is_worker = |asked: &String| asked.contains("worker");
    assert!(!site.asked().iter().any(is_worker), "nobody pays for it before it is needed");
    type_in(&page, "1234");
    told(&page, "口令不对");
    type_in(&page, "  ");
    told(&page, "请输入口令");
    type_in(&page, made::PASSPHRASE);
    page.wait_for("what was behind it", "!!document.querySelector('.banner[data-kind=aside]')");
    for part in ["/worker.js ", "/worker_bg.wasm "] {
        assert!(site.asked().iter().any(|asked| asked.contains(part)), "{part} was not asked for");
    }
    let own = "Object.keys(localStorage).filter(key => key.startsWith('planboard:ledger')).length";
    assert_eq!(page.evaluate(own), 0);
}

#[test]
fn while_the_key_is_made_the_page_goes_on() {
    let site = Site::release();
    let page = Page::new(Look::PHONE);
    page.open(&site.address(&made::protected_link()));
    // Were the key made by the page itself, no frame would come between the press and what it led to.
    page.evaluate(
        "{ self.frames = 0; const count = () => { if (!document.querySelector('.banner[data-kind=aside]') && \
         document.querySelector('form [role=status]')?.innerText) self.frames++; requestAnimationFrame(count) }; count() }",
    );
    type_in(&page, made::PASSPHRASE);
    page.wait_for("what was behind it", "!!document.querySelector('.banner[data-kind=aside]')");
    let frames = page.evaluate("self.frames").as_f64().expect("a number");
    assert!(frames >= 5.0, "{frames} frames were drawn while the key was made");
}

#[test]
fn without_its_program_there_is_a_sentence_and_a_later_try_works() {
    let site = Site::release();
    let page = Page::new(Look::PHONE);
    for part in ["worker.js", "worker_bg.wasm"] {
        page.open(&site.address(&made::protected_link()));
        site.remove(|path| path.ends_with(part));
        type_in(&page, made::PASSPHRASE);
        told(&page, "没有算出密钥");
        if part == "worker_bg.wasm" {
            page.expect_complaints(&["failed to fetch Wasm"]);
        }
        site.restore();
        type_in(&page, made::PASSPHRASE);
        page.wait_for("what was behind it", "!!document.querySelector('.banner[data-kind=aside]')");
        page.press("button", "返回本机台账");
    }
}

/// web F4: the field for the passphrase is a field of the page: high enough to touch, its letters so large that a
/// telephone does not zoom, its name above it.
#[test]
fn the_field_of_the_passphrase_is_made_for_a_finger() {
    let site = Site::release();
    for look in [Look::PHONE, Look::DESKTOP] {
        let page = Page::new(look);
        page.open(&site.address(&made::protected_link()));
        page.wait_for("the field", "!!document.querySelector('[type=password]')");
        let [size, height, gap] = [
            "parseFloat(getComputedStyle(field).fontSize)",
            "field.offsetHeight",
            "field.offsetTop - field.parentElement.offsetTop",
        ]
        .map(|asked| {
            page.evaluate(&format!("(field => {asked})(document.querySelector('[type=password]'))")).as_f64()
        });
        assert!(size >= Some(16.0) && height >= Some(44.0), "{size:?} {height:?} in {look}");
        assert!(gap >= Some(16.0), "its name stands above it: {gap:?}");
    }
}
