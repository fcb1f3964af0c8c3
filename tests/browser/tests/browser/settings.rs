//! Theme, language and density, by pressing.

use planboard_browser_tests::{Look, Page, Site};

#[test]
fn what_is_chosen_shows_at_once_and_lasts() {
    for look in [Look::DESKTOP, Look::PHONE] {
        let site = Site::release();
        let page = Page::new(look);
        page.open(&site.address("#/tasks"));
        open_settings(&page, "设置");
        page.press("radio", "English");
        page.wait_for("the page to be English", "document.documentElement.lang === 'en'");
        assert!(page.title().starts_with("Tasks · "), "{}", page.title());
        open_settings(&page, "Settings");
        page.press("radio", "Dark");
        page.wait_for("the page to be dark", "document.documentElement.dataset.theme === 'dark'");
        let paper = page.text("getComputedStyle(document.body).backgroundColor");
        open_settings(&page, "Settings");
        page.press("radio", "Compact");
        page.wait_for("the page to be compact", "document.documentElement.dataset.density === 'compact'");
        page.reload();
        assert_eq!(page.text("document.documentElement.lang"), "en");
        assert_eq!(page.text("document.documentElement.dataset.density"), "compact");
        assert_eq!(page.text("getComputedStyle(document.body).backgroundColor"), paper);
        assert_eq!(page.fragment(), "#/tasks");
    }
}

#[test]
fn at_the_first_visit_the_theme_is_that_of_the_system() {
    let site = Site::release();
    let page = Page::without_settings(Look::DESKTOP);
    page.open(&site.address(""));
    let paper = |scheme: &str| {
        let features =
            serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        page.call("Emulation.setEmulatedMedia", features);
        page.paint();
        page.text("getComputedStyle(document.body).backgroundColor")
    };
    assert_ne!(paper("light"), paper("dark"));
}

#[test]
fn under_reduced_motion_nothing_moves() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    let features =
        serde_json::json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.call("Emulation.setEmulatedMedia", features);
    page.open(&site.address("#/tasks"));
    let moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => {
            const style = getComputedStyle(e);
            const long = times => times.split(',').some(time => parseFloat(time) > 0.02);
            return long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration));
        }).map(e => e.outerHTML.slice(0, 80))",
    );
    assert_eq!(moving, serde_json::json!([]));
}

#[test]
fn a_device_that_keeps_nothing_still_shows_the_page() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.before_load("Object.defineProperty(self, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })");
    page.open(&site.address("#/tasks"));
    open_settings(&page, "设置");
    page.press("radio", "English");
    page.wait_for("the page to be English", "document.documentElement.lang === 'en'");
}

fn open_settings(page: &Page, name: &str) {
    if page.evaluate("!!document.querySelector('details.settings[open]')") == true {
        return;
    }
    let summary = page.text("document.querySelector('details.settings summary').innerText");
    assert!(summary.contains(name), "{summary}");
    let found = ["DisclosureTriangle", "button", "generic"]
        .iter()
        .flat_map(|role| page.all(role, None))
        .find(|one| one.name.contains(name));
    page.press_found(&found.unwrap_or_else(|| panic!("nothing is named {name}")));
    page.wait_for("the settings to open", "!!document.querySelector('details.settings[open]')");
}
