//! What comes out of a printer.

use planboard_browser_tests::{Look, Page, Site};

#[test]
fn an_organisation_is_one_printed_sheet() {
    let plan = crate::plans::shipped();
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.dark());
    page.open(&site.address(""));
    for organisation in &plan.organisations {
        let name = plan.say(&organisation.name, plan.language).words;
        page.follow(&format!("#/organisation/{}", organisation.id), &name);
        let sheets = sheets(&page.print());
        assert_eq!(sheets, 1, "{} takes {sheets} sheets", organisation.id);
    }
}

#[test]
fn on_paper_there_is_the_page_and_nothing_to_press() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.dark());
    page.open(&site.address("#/tasks"));
    page.call("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" }));
    page.paint();
    let shown = page.evaluate("[...document.querySelectorAll('header nav, nav.tabs, button, summary, .skip')].filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))");
    assert_eq!(shown, serde_json::json!([]));
    // Ink on white paper, whatever the screen's theme.
    let ink = page.text("getComputedStyle(document.querySelector('h1')).color");
    let brightness: u32 = ink
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|part| part.parse::<u32>().ok())
        .take(3)
        .sum();
    assert!(brightness < 200, "the heading is printed in {ink}");
    assert!(page.words().contains("任务"));
}

/// How many sheets a PDF has: its page objects, which Chromium writes uncompressed.
fn sheets(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    assert!(text.starts_with("%PDF-"), "no PDF");
    text.match_indices("/Type /Page").filter(|(at, found)| !text[at + found.len()..].starts_with('s')).count()
}
