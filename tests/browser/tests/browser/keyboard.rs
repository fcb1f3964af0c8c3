//! Everything by keyboard alone, with a focus that can be seen, at 400 % zoom: 1280 px become 320.

use crate::every_page::none;
use crate::plans;
use planboard::route::Route;
use planboard_browser_tests::{Look, Page, Site};

#[test]
fn tab_reaches_everything_with_a_visible_focus_at_400_per_cent() {
    let look = Look { scale: 4, ..Look::DESKTOP.sized(320, 256) };
    for look in [look, look.dark().english()] {
        let site = Site::release();
        let page = Page::new(look);
        let mut faults = Vec::new();
        // An address of a part of a page puts the focus in its middle; the page itself is walked from its beginning.
        let routes = Route::examples(&plans::shipped());
        for route in routes.into_iter().filter(|route| !matches!(route, Route::AboutPart(_))) {
            page.open(&site.address(&route.href()));
            faults.extend(walk(&page).into_iter().map(|what| format!("{} in {look}: {what}", route.href())));
        }
        none(faults);
    }
}

/// Presses Tab through the page and looks at where the focus is.
pub fn walk(page: &Page) -> Vec<String> {
    page.evaluate(HELPERS);
    let reachable = page.evaluate("reachable().length").as_u64().unwrap_or_default() as usize;
    let mut faults = Vec::new();
    let mut visited = 0;
    for _ in 0..reachable * 2 + 10 {
        page.key("Tab");
        let seen = page.text("look()");
        match seen.as_str() {
            // The end: the browser's own bars have the focus now.
            "" => break,
            "fine" => visited += 1,
            // Year, month and day of a date, and its calendar, are stops of their own inside one field.
            "known" if page.evaluate("document.activeElement.type") == "date" => {}
            "known" => break,
            fault => {
                visited += 1;
                faults.push(fault.to_owned());
            }
        }
    }
    let missed = page.evaluate("reachable().filter(e => !seen.has(e)).map(e => e.outerHTML.slice(0, 100))");
    let missed = missed.as_array().cloned().unwrap_or_default();
    if !missed.is_empty() {
        faults.push(format!(
            "{} of {reachable} not reached by Tab ({visited} were), such as {}",
            missed.len(),
            missed[0]
        ));
    }
    faults.truncate(6);
    faults
}

/// `reachable()`: what has to be reached; `look()`: what is wrong with where the focus is.
pub const HELPERS: &str = "
    self.seen = new Set();
    self.reachable = () => {
        const all = [...document.querySelectorAll('a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex=\"0\"]')]
            .filter(e => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]'));
        // Of a group of radio buttons Tab reaches one.
        return all.filter(e => e.type !== 'radio' || e.checked);
    };
    self.look = () => {
        const e = document.activeElement;
        if (!e || e === document.body) return '';
        if (seen.has(e)) return 'known';
        seen.add(e);
        const what = e.outerHTML.slice(0, 100);
        const box = e.getBoundingClientRect();
        const style = getComputedStyle(e);
        const own = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        const held = [e.closest('label'), e.parentElement, ...(e.labels ?? [])].some(h => h && h.matches(':focus-within')
            && getComputedStyle(h).outlineStyle !== 'none');
        if (!own && !held && style.boxShadow === 'none') return 'no focus to be seen on ' + what;
        if (box.bottom <= 0 || box.top >= innerHeight) return 'the focus is outside of the window on ' + what;
        // WCAG 2.2, 2.4.11: not hidden entirely by what stays in place. Nine points of it are looked at.
        const points = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y => [box.left + box.width * x, box.top + box.height * y]));
        const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
        const free = inside.filter(([x, y]) => {
            const over = document.elementFromPoint(x, y);
            return over && (e === over || e.contains(over) || over.contains(e) || over.closest('label')?.control === e);
        });
        if (inside.length && !free.length) {
            const over = document.elementFromPoint(...inside[inside.length >> 1]);
            return 'hidden behind ' + over?.outerHTML.slice(0, 60) + ' is ' + what;
        }
        return 'fine';
    };
    undefined
";

#[test]
fn the_first_tab_offers_to_skip_to_the_content() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    page.open(&site.address("#/tasks"));
    page.key("Tab");
    assert_eq!(page.text("document.activeElement.innerText"), "Skip to content");
    page.key("Enter");
    page.wait_for("the heading to have the focus", "document.activeElement?.matches('main h1')");
}

#[test]
fn dialogs_keep_the_focus_inside_and_give_it_back() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    page.open(&site.address("#/tasks"));
    crate::every_page::open_overlay(&page, planboard::route::Overlay::Share);
    for _ in 0..12 {
        page.key("Tab");
        // The browser's own bars may come in between; then the body has it.
        let inside = page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog, [role=dialog]')");
        assert_eq!(inside, true, "{}", page.text("document.activeElement.outerHTML.slice(0, 200)"));
    }
    page.key("Escape");
    page.wait_for("the dialog to close", "!document.querySelector('dialog[open], [role=dialog]')");
    page.wait_for(
        "the focus to be back on the button",
        "document.activeElement?.innerText?.trim() === 'Share'",
    );
}
