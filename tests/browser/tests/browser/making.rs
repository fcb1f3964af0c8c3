//! A plan made of its pasted text: found, confirmed task by task, previewed; what was decided is there after a reload.

use planboard_browser_tests::{Look, Page, Site, rules};

const TEXT: &str = include_str!("../../../texts/anshan-2023-2025.txt");

/// How many things are left, as the page says it to programs.
const LEFT: &str = "document.querySelector('.authoring .left')?.dataset.left ?? ''";

/// Puts the text into the field as a paste does, and has it read.
fn paste(page: &Page) {
    let text = serde_json::to_string(TEXT).expect("a text");
    page.evaluate(&format!(
        "(() => {{ const field = document.querySelector('.authoring textarea'); field.value = {text}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
    ));
    page.press("button", "读取文本");
    page.wait_for("what is left", &format!("Number({LEFT}) > 100"));
}

#[test]
fn the_text_of_a_plan_becomes_its_file() {
    for look in [Look::DESKTOP, Look::PHONE] {
        let (site, page) = (Site::release(), Page::new(look));
        page.open(&site.address("#/make-plan"));
        page.wait_for("the field", "!!document.querySelector('.authoring textarea')");
        paste(&page);
        page.evaluate(
            "document.querySelectorAll('.authoring .groups > details').forEach((one) => one.open = true)",
        );
        page.wait_for("the things", "document.querySelectorAll('.authoring .thing').length > 100");
        assert_eq!(rules::axe(&page), [""; 0], "{look}");
        let is_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(page.evaluate(is_wide), false, "{look}");
        page.evaluate("[...document.querySelectorAll('.authoring .groups > details > .acts button')].forEach((one) => one.click())");
        page.wait_for("the head alone", &format!("{LEFT} === '1'"));
        page.press("button", "确认概况");
        page.wait_for("the preview", "!!document.querySelector('.authoring .counts')");
        let counts = page.text("[...document.querySelectorAll('.authoring .counts dd')].slice(0, 6).map((one) => one.textContent).join(' ')");
        assert_eq!(counts, "4 11 23 17 26 10", "{look}");
        page.reload();
        page.wait_for("the same, after a reload", "!!document.querySelector('.authoring .counts')");
    }
}
