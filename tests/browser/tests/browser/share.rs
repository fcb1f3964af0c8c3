//! Handing a view around: link, title, code.

use crate::every_page::open_overlay;
use planboard::route::{Overlay, Route};
use planboard_browser_tests::{Look, Page, Site, code};

#[test]
fn the_code_on_a_phone_reads_as_the_address_of_the_view() {
    for look in [Look::PHONE, Look::PHONE.dark().english()] {
        let page = shared(look, "#/indicators?year=2025");
        let codes = code::read(&page.picture());
        assert_eq!(codes, [page.address()], "in {look}");
    }
}

#[test]
fn the_code_fills_the_screen_of_a_projector() {
    for look in [Look::DESKTOP.sized(1920, 1080), Look::DESKTOP.sized(1920, 1080).dark().english()] {
        let page = shared(look, "#/timeline");
        let full = look.pick("全屏", "Full screen");
        let button = page.all("button", None).into_iter().find(|button| button.name.contains(full));
        page.press_found(
            &button.unwrap_or_else(|| panic!("no button {full}: {:?}", page.all("button", None))),
        );
        page.wait_for(
            "the code to fill the height",
            "Math.max(...[...document.querySelectorAll('dialog svg, dialog canvas, dialog img, [role=dialog] svg')].map(e => e.getBoundingClientRect().height)) > innerHeight * 0.6",
        );
        page.paint();
        assert_eq!(code::read(&page.picture()), [page.address()], "in {look}");
    }
}

#[test]
fn the_link_is_copied_with_the_title() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    // What was asked of the clipboard is kept; it is still the real one that is asked.
    page.before_load(
        "self.copied = []; const write = navigator.clipboard.writeText.bind(navigator.clipboard);
         navigator.clipboard.writeText = text => { self.copied.push(text); return write(text); };",
    );
    page.open(&site.address("#/tasks"));
    open_overlay(&page, Overlay::Share);
    let copy = page.all("button", None).into_iter().find(|button| button.name.contains("Copy"));
    page.press_found(&copy.unwrap_or_else(|| panic!("no button Copy: {:?}", page.all("button", None))));
    page.wait_for("something to be copied", "self.copied.length > 0");
    let copied = page.text("self.copied.join('\\n')");
    assert!(copied.contains(&page.address()) && copied.contains("Tasks"), "{copied}");
    page.wait_for("word that it was copied", "/copied/i.test(document.body.innerText)");
}

#[test]
fn every_page_can_be_shared() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.sized(1280, 900));
    for route in Route::examples(&crate::plans::shipped()) {
        page.open(&site.address(&route.href()));
        open_overlay(&page, Overlay::Share);
        let wanted = page.address();
        let shown = page.evaluate("[...document.querySelectorAll('dialog input, dialog textarea, [role=dialog] input')].map(e => e.value).concat(document.querySelector('dialog, [role=dialog]').innerText)");
        assert!(shown.to_string().contains(&wanted), "{}: the dialog shows {shown}", route.href());
        assert_eq!(code::read(&page.picture()), [wanted], "{}", route.href());
    }
}

fn shared(look: Look, fragment: &str) -> Page {
    // The host must outlive the picture, not the test: nothing is asked of it any more.
    let site = Site::release();
    let page = Page::new(look);
    page.open(&site.address(fragment));
    open_overlay(&page, Overlay::Share);
    page.wait_for(
        "a code",
        "!!document.querySelector('dialog svg, dialog canvas, dialog img, [role=dialog] svg')",
    )
    .paint();
    page
}
