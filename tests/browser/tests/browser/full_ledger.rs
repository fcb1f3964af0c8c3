//! What must hold on every page, with everything on it that a full ledger brings, and with every dialog, fold and form
//! open: in Chinese and light, in English and dark, on a wide and on a narrow screen.

use crate::every_page::none;
use crate::made;
use crate::plans;
use planboard::plan::Month;
use planboard::route::Route;
use planboard_browser_tests::{Look, Page, Site, rules};
use serde_json::json;
use std::cell::{Cell, RefCell};

const ENGLISH: Look = Look::DESKTOP.dark().english();
/// How wide and high: a desk and a telephone.
const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];

/// A walk through the release that looks at what it comes by.
struct Walk {
    site: Site,
    page: Page,
    faults: RefCell<Vec<String>>,
    looks: Cell<usize>,
}

impl Walk {
    fn new(look: Look) -> Self {
        let (site, page) = (Site::release(), Page::new(look));
        page.open(&site.address("#/device"));
        Self { site, page, faults: RefCell::default(), looks: Cell::default() }
    }

    /// The same with the sample ledger, by one press.
    fn with_sample(look: Look) -> Self {
        let walk = Self::new(look);
        walk.page.press("button", look.pick("显示示例台账", "Show the sample ledger"));
        walk.page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
        walk
    }

    /// Goes to an address within the page.
    fn go(&self, fragment: &str) -> &Self {
        self.page.evaluate(&format!("void (location.hash = {fragment:?})"));
        self.page.wait_for(fragment, &format!("location.hash === {fragment:?}")).settle();
        self
    }

    /// Presses whatever the selector finds first.
    fn press(&self, selector: &str) -> &Self {
        self.page.wait_for(
            &format!("{selector} to be pressed"),
            &format!("(one => {{ one?.click(); return !!one }})(document.querySelector({selector:?}))"),
        );
        self
    }

    fn type_into(&self, selector: &str, words: &str) -> &Self {
        self.page.wait_for(
            &format!("a field {selector}"),
            &format!(
                "(field => {{ if (!field) return false; field.value = {}; \
                 field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); return true }})(document.querySelector({selector:?}))",
                json!(words)
            ),
        );
        self
    }

    fn wait(&self, is_true: &str) -> &Self {
        self.page.wait_for(is_true, is_true);
        self
    }

    /// Opens every fold of what is on the screen, and looks at it in both sizes.
    fn look(&self, what: &str) {
        // The menu of the bar is no part of the page: it has a look of its own.
        self.page.evaluate(
            "document.querySelectorAll('details:not([open], .settings)').forEach(fold => fold.open = true)",
        );
        for (width, height) in SIZES {
            self.page.resize(width, height).paint();
            // As high as what is on it: else whatever the bars cover at the moment would count as too small to press.
            let whole = self.page.evaluate("document.documentElement.scrollHeight").as_u64();
            let whole = whole.and_then(|whole| u32::try_from(whole).ok()).unwrap_or_default();
            self.page.resize(width, height.max(whole)).paint();
            let found = rules::broken(&self.page).into_iter().chain(self.page.complaints());
            self.faults.borrow_mut().extend(found.map(|fault| format!("{what} at {width}: {fault}")));
        }
        self.page.resize(SIZES[0].0, SIZES[0].1);
        self.looks.set(self.looks.get() + 1);
    }

    /// How many of what the selector finds are on the screen.
    fn count(&self, selector: &str) -> u64 {
        self.page
            .evaluate(&format!("document.querySelectorAll({selector:?}).length"))
            .as_u64()
            .unwrap_or_default()
    }

    /// Fails with all that was found.
    fn end(self, looks: usize) {
        assert_eq!(self.looks.get(), looks, "places that were looked at");
        none(self.faults.into_inner());
    }
}

/// Every page of the plan, those of one thing by a thing of which the ledger says much.
fn pages() -> Vec<Route> {
    let month = Month::parse("2024-09");
    let mut pages = Route::examples(&plans::shipped());
    pages.extend([
        Route::Indicator("alliances".into()),
        Route::Organisation("science-bureau".into()),
        Route::Dispatch(month),
        Route::Form { organisation: "science-bureau".into(), month },
    ]);
    pages
}

fn every_page(look: Look) {
    let walk = Walk::with_sample(look);
    let pages = pages();
    let mut lights = 0;
    for route in &pages {
        walk.go(&route.href());
        walk.look(&route.href());
        assert_eq!(walk.count(".banner[data-kind=sample]"), 1, "the sample is marked on {}", route.href());
        lights += walk.count("main [data-light], main [data-report]");
    }
    assert!(lights > 200, "a full ledger shows more than {lights} lights");
    walk.end(pages.len());
}

#[test]
fn every_page_with_a_full_ledger() {
    every_page(Look::DESKTOP);
}

#[test]
fn every_page_with_a_full_ledger_dark_and_english() {
    every_page(ENGLISH);
}

#[test]
fn every_dialog_and_form_over_a_full_ledger() {
    sample_scenes(Look::DESKTOP);
}

#[test]
fn every_dialog_and_form_over_a_full_ledger_dark_and_english() {
    sample_scenes(ENGLISH);
}

fn sample_scenes(look: Look) {
    let walk = Walk::with_sample(look);
    share_and_menus(&walk, look);
    officers_forms(&walk);
    review(&walk);
    clerks_form(&walk);
    walk.go("#/device").press(".clear button").wait("!!document.querySelector('.clear .sure')");
    walk.look("clearing the device");
    // What comes for the real ledger asks to remove the sample first.
    walk.go(&made::fill_in_link());
    walk.look("a real fill-in link over the sample");
    walk.end(16);
}

fn share_and_menus(walk: &Walk, look: Look) {
    walk.go("#/").press("details.settings summary");
    walk.look("the settings");
    walk.press("details.settings summary").page.key("Control+k");
    walk.wait("!!document.querySelector('dialog.palette[open], .palette [role=combobox]')");
    walk.page.commit_words(look.pick("高新", "high-tech"));
    walk.wait("document.querySelectorAll('.palette [role=option]').length > 1");
    walk.look("the palette with answers");
    walk.page.key("Escape");
    walk.wait("!document.querySelector('dialog[open]')");

    walk.page.press("button", look.pick("分享", "Share"));
    walk.wait("document.querySelectorAll('dialog.share [type=radio]').length === 3");
    walk.look("the share dialog");
    walk.press("dialog .data label:nth-of-type(3) [type=radio]").press("dialog .data button:not([type])");
    walk.wait("document.querySelectorAll('dialog .steps button').length === 2");
    walk.look("a ledger as several codes");
    walk.type_into("dialog .data .wide input", made::PASSPHRASE).press("dialog .data button:not([type])");
    walk.wait("[...document.querySelectorAll('dialog input')].some(one => one.value.includes('pLanP'))");
    walk.look("a link with a passphrase");
    walk.type_into("dialog .data .wide input", "1").press("dialog .data button:not([type])");
    walk.wait("!!document.querySelector('dialog [role=alert]')");
    walk.look("a passphrase that will not do");
    walk.page.key("Escape");
    walk.wait("!document.querySelector('dialog[open]')");
}

/// Forms with something wrong in each.
fn officers_forms(walk: &Walk) {
    walk.go("#/indicator/alliances").press("details.act summary");
    walk.page.evaluate("document.querySelectorAll('details.act').forEach(fold => fold.open = true)");
    walk.page.evaluate("document.querySelectorAll('details.act form').forEach(form => form.requestSubmit())");
    walk.wait("document.querySelectorAll('details.act .faults').length > 3");
    walk.look("the officer's forms with faults");
    walk.go("#/dispatch?month=2024-08").press(".rule summary");
    walk.type_into(".rule label:nth-of-type(1) input", "x").press(".rule .change button");
    walk.wait("document.querySelectorAll('.rule .wrong li').length > 0");
    // The last button of a row hands a text out.
    walk.press(".who tbody tr td .acts button").wait("!!document.querySelector('.who .outgoing textarea')");
    walk.look("the dispatch with the rule, a link that is handed out, and the lock");
}

fn review(walk: &Walk) {
    walk.go("#/dispatch?month=2024-08");
    walk.type_into(".review .paste textarea", &made::chat(|fragment| walk.site.address(fragment)));
    walk.press(".review .paste [data-main]").wait(
        "document.querySelectorAll('article.receipt').length === 4 && !!document.querySelector('.receipt .apart') && document.querySelectorAll('.review .faults li').length > 1",
    );
    walk.press("article.receipt > .acts button:nth-of-type(2)")
        .wait("!!document.querySelector('.reason textarea')");
    walk.look("the review of receipts with a reason for a return");
    // The first of all that are there: each has something to look at, for it leaves out what the sample had reported.
    walk.press("article.receipt > .acts button").wait(
        "!!document.querySelector('.review .done[data-shown]') || !!document.querySelector('dialog.signature[open]')",
    );
    if walk.page.evaluate("!!document.querySelector('dialog.signature[open]')") == true {
        walk.type_into("dialog.signature input", "王工")
            .press("dialog.signature [data-main]:not([disabled])");
    }
    walk.wait(
        "!!document.querySelector('.review .done[data-shown]') && document.querySelectorAll('article.receipt').length === 3",
    );
    walk.look("the review after one was accepted");
}

fn clerks_form(walk: &Walk) {
    const FIRST: &str = "form.form input[inputmode=decimal]";
    // Whoever has reported sees his receipt again, and corrects it from there.
    walk.go("#/form/haicheng?month=2024-09").press(".receipt > .actions button");
    walk.wait(&format!("!!document.querySelector({FIRST:?})"));
    crate::month::unfold(&walk.page);
    walk.type_into(FIRST, "x").press("form.form .problems + p button").press(".send [data-main]");
    walk.wait("!!document.querySelector('form.form .faults li')");
    walk.look("the clerk's form with faults");
    walk.type_into(FIRST, "12").type_into(".problems .line input", "示例问题");
    walk.type_into("form.form .fields details.more .line:nth-of-type(3) input", "示例更正原因");
    // On a phone the receipt itself is the preview.
    if walk.page.evaluate("!!document.querySelector('.send .look').offsetParent") == true {
        walk.press(".send .look").wait("!!document.querySelector('dialog.preview[open]')");
        walk.look("the preview of a receipt");
        walk.page.key("Escape");
    }
    walk.wait("!document.querySelector('dialog[open]')").press(".form-title .actions button");
    walk.type_into("dialog.paste textarea", "4\nx\n").wait("!!document.querySelector('.unplaced li')");
    walk.look("a pasted column");
    walk.page.key("Escape");
    walk.wait("!document.querySelector('dialog[open]')").press(".send [data-main]");
    walk.wait("!!document.querySelector('.receipt textarea')");
    walk.look("a receipt");
}

#[test]
fn every_link_that_carries_data_beside_a_full_ledger() {
    carried_scenes(Look::DESKTOP);
}

#[test]
fn every_link_that_carries_data_beside_a_full_ledger_dark_and_english() {
    carried_scenes(ENGLISH);
}

fn carried_scenes(look: Look) {
    let walk = Walk::new(look);
    walk.go(&made::three_years_link()).wait("!!document.querySelector('.banner[data-kind=aside]')");
    walk.look("a snapshot");
    walk.press(".banner a").wait("document.querySelectorAll('main table tbody tr').length > 20");
    walk.look("a snapshot compared");
    walk.go(&made::three_years_link());
    walk.page.press("button", look.pick("并入本机台账", "Merge into this ledger"));
    walk.wait("document.querySelectorAll('main h1').length === 1");
    walk.look("what merging would bring");
    walk.page.press("button", look.pick("确认并入", "Merge now"));
    walk.wait("!!document.querySelector('.banner[data-kind=undo]')");
    walk.look("the overview after merging");
    walk.go("#/device")
        .press(".copies tbody button")
        .wait("!!document.querySelector('.copies .opened table')");
    walk.look("a copy that is looked at");
    walk.go("#/compare").wait("!!document.querySelector('.codes dd')");
    walk.type_into(".codes input", "0000-0000").look("two days and codes that differ");
    walk.press(".days button:not([aria-pressed])")
        .wait("!!document.querySelector('.banner[data-kind=aside]')");
    walk.go("#/dispatch?month=2024-08").look("the dispatch of an earlier day");
    walk.press(".banner[data-kind=aside] button").wait("!document.querySelector('.banner[data-kind=aside]')");
    walk.go(&made::returned_link()).look("a report that came back");
    walk.press("main [data-main]").wait("!!document.querySelector('.earlier blockquote')");
    walk.look("the form of a report that came back");
    walk.go(&made::fill_in_link()).look("a fill-in link");
    walk.go(&made::part_link()).look("one of several codes");
    walk.go(&made::protected_link()).press("main form button");
    // A passphrase that is none.
    walk.wait("!/^$|…$/.test(document.querySelector('main form [role=status]').innerText)");
    walk.look("a link with a passphrase, and a wrong one");
    walk.type_into("main [type=password]", made::PASSPHRASE).press("main form button");
    walk.wait("!!document.querySelector('.banner[data-kind=aside]')");
    walk.look("what was behind a passphrase");
    walk.end(13);
}
