//! The bar over the page at every width.

use planboard_browser_tests::{Look, Page, Site};
use serde_json::json;

/// Pairs of things in the bar that lie over one another, and what leaves the window.
const OVER: &str = "(() => {
    const all = [...document.querySelectorAll('.bar .name, .bar nav a, .bar button, .bar summary')].filter(one => one.checkVisibility());
    const box = one => one.getBoundingClientRect(), name = one => one.textContent.trim().slice(0, 16);
    const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const pairs = all.flatMap((one, at) => all.slice(at + 1).filter(other => over(box(one), box(other))).map(other => name(one) + ' / ' + name(other)));
    return [...pairs, ...all.filter(one => box(one).right > innerWidth + 1 || box(one).width < 20).map(one => name(one) + ' has no room')];
})()";

/// walk a17, web F3: any width from 320 to 2560 px, in both languages, with the shortest and with a long name.
#[test]
fn nothing_in_the_bar_lies_over_anything_else() {
    let site = Site::release();
    let mut faults = Vec::new();
    for look in [Look::DESKTOP, Look::DESKTOP.english()] {
        let page = Page::new(look);
        page.open(&site.address(""));
        let widths = (320..1400)
            .step_by(9)
            .chain([736, 760, 761, 768, 793, 1000, 1001, 1240, 1280, 1281, 1920, 2399, 2400, 2560]);
        for width in widths {
            page.resize(width, 800).paint();
            let found = page.evaluate(OVER);
            if found != json!([]) {
                faults.push(format!("{width} in {look}: {found}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// walk a38: a code on the whole screen leaves no strip for a scroll bar.
#[test]
fn what_has_the_whole_screen_reaches_its_edge() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(""));
    let gutter = "getComputedStyle(document.documentElement).scrollbarGutter";
    assert_eq!(page.text(gutter), "stable");
    page.press("button", "分享");
    page.wait_for("the code", "!!document.querySelector('dialog.share .code svg')");
    page.press("button", "全屏投影");
    page.wait_for("the whole screen", "!!document.fullscreenElement");
    assert_eq!(page.text(gutter), "auto");
    let width = page.evaluate("document.fullscreenElement.getBoundingClientRect().width - innerWidth");
    assert_eq!(width, json!(0));
}
