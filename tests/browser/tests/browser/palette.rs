//! Search and commands, by keyboard alone.

use crate::moving::arrived;
use planboard_browser_tests::{Look, Page, Site};

/// Opens the palette by its key and waits for its field.
fn open(page: &Page) {
    page.key("Control+k");
    page.wait_for(
        "a field to have the focus",
        "document.activeElement?.matches('input') && !!document.activeElement.closest('dialog, [role=dialog]')",
    );
}

#[test]
fn the_initials_of_pinyin_find_an_indicator_and_enter_opens_it() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(""));
    open(&page);
    page.type_keys("gxjs");
    page.wait_for("高新技术企业 to be the chosen answer", &chosen("高新技术企业"));
    page.key("Enter");
    page.wait_for("the page of an indicator", "location.hash.startsWith('#/indicator/')").settle();
    assert!(page.title().contains("高新技术企业"), "{}", page.title());
    assert!(page.all("dialog", None).is_empty(), "the palette is still open");
}

#[test]
fn chinese_english_and_aliases_find_the_same() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    let mut found = Vec::new();
    for words in ["高新技术企业", "高企", "high-tech enterprises"] {
        page.open(&site.address(""));
        open(&page);
        page.commit_words(words);
        page.wait_for(
            &format!("an answer to {words}"),
            "!!document.querySelector('[role=option][aria-selected=true]')",
        );
        page.key("Enter");
        page.wait_for("a page", "location.hash.length > 2").settle();
        found.push(page.fragment());
    }
    assert!(found.iter().all(|page| page == &found[0]), "{found:?}");
}

#[test]
fn arrows_choose_among_answers_and_escape_gives_the_focus_back() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address("#/about"));
    page.find("button", "分享");
    page.evaluate(
        "[...document.querySelectorAll('header button')].find(b => b.innerText.includes('分享')).focus()",
    );
    open(&page);
    page.commit_words("创新");
    page.wait_for("several answers", "document.querySelectorAll('[role=option]').length > 2");
    let first = page.text(CHOSEN);
    page.key("ArrowDown");
    page.wait_for("another answer to be chosen", &format!("({CHOSEN}) !== {first:?}"));
    page.key("ArrowUp");
    page.wait_for("the first to be chosen again", &format!("({CHOSEN}) === {first:?}"));
    page.key("Escape");
    page.wait_for("the palette to close", "!document.querySelector('dialog[open], [role=dialog]')");
    assert_eq!(page.fragment(), "#/about");
    page.wait_for("the focus to be back", "document.activeElement?.innerText?.includes('分享')");
}

#[test]
fn words_that_nothing_has_get_a_sentence() {
    let site = Site::release();
    let page = Page::new(Look::PHONE.english());
    page.open(&site.address(""));
    let buttons = page.all("button", None);
    page.press_found(
        buttons.iter().find(|button| button.name.starts_with("Search")).expect("a search button"),
    );
    page.wait_for("the field", "document.activeElement?.matches('input')");
    page.type_keys("zzqqxx");
    page.wait_for(
        "a sentence instead of answers",
        "!document.querySelector('[role=option]') && /[a-z]{3}/i.test(document.querySelector('dialog, [role=dialog]').querySelector('[role=status], [aria-live], p')?.innerText ?? '')",
    );
}

#[test]
fn a_page_is_reached_from_the_palette_by_its_name() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    page.open(&site.address(""));
    open(&page);
    page.type_keys("timeline");
    page.wait_for("the timeline to be the chosen answer", &chosen("Timeline"));
    page.key("Enter");
    arrived(&page, "#/timeline");
}

/// Words of the answer that Enter would open.
const CHOSEN: &str = "document.querySelector('[role=option][aria-selected=true]')?.innerText ?? ''";

fn chosen(words: &str) -> String {
    format!("({CHOSEN}).includes('{words}')")
}

/// walk b13: the key that opens it is heard right after the one that closes it.
#[test]
fn it_opens_at_once_after_it_was_closed() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(""));
    open(&page);
    for _ in 0..3 {
        page.key("Escape").key("Control+k");
        page.wait_for("the palette again", "document.querySelectorAll('dialog.palette[open]').length === 1");
    }
    for (words, page_of) in [("备份", "#/device"), ("示例", "#/device"), ("比较", "#/compare")] {
        page.open(&site.address(""));
        open(&page);
        page.commit_words(words);
        page.wait_for("an answer", "!!document.querySelector('[role=option][aria-selected=true]')");
        page.key("Enter");
        page.wait_for(words, &format!("location.hash === '{page_of}'"));
    }
}
