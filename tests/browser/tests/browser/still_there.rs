//! What stays on the screen while something else changes: the row that nothing was said about, the field that is being
//! typed into, and the truth about what is kept.

use crate::{made, month};
use planboard_browser_tests::{Look, Page, Site};

const FORM: &str = "#/form/haicheng?month=2024-08";

fn focused(page: &Page) -> String {
    page.text("document.activeElement.id")
}

/// Types a figure into the form and stays in the field; tells the field.
fn typing(page: &Page, figure: &str) -> String {
    page.evaluate("document.querySelector('input[id^=form-figure-]').focus()");
    page.evaluate(&format!("document.execCommand('insertText', false, {figure:?})"));
    page.wait_for("the draft", "document.querySelector('.send .state').innerText.includes('已存本机')");
    focused(page)
}

#[test]
fn a_report_touches_its_own_row_and_no_other() {
    let site = Site::release();
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address("#/dispatch?month=2024-08"));
    let row = |name: &str| {
        format!(
            "[...document.querySelectorAll('.who tbody tr')].find(row => row.innerText.includes('{name}'))"
        )
    };
    officer.wait_for("the rows", &format!("!!{}", row("海城市")));
    officer.evaluate(&format!("{}.querySelector('a').focus()", row("台安县")));

    let clerk = officer.second_tab();
    clerk.open(&site.address(FORM));
    typing(&clerk, "2");
    // By now the day of the plan's time zone is known, which may be another than this device's.
    officer.evaluate(
        "{ self.touched = new Set(); new MutationObserver(list => list.forEach(({ target }) => \
         touched.add((target.closest ? target : target.parentElement).closest('tr')))) \
         .observe(document.querySelector('.who tbody'), { subtree: true, childList: true, attributes: true, characterData: true }) }",
    );
    crate::made::make_receipt(&clerk);
    clerk.wait_for("the receipt", "!!document.querySelector('.receipt textarea')?.value.includes('pLanR')");

    officer.wait_for("the report", &format!("!!{}.querySelector('[data-report^=submitted]')", row("海城市")));
    assert_eq!(officer.text("[...touched].map(row => row?.querySelector('th')?.innerText).join()"), "海城市");
    assert_eq!(officer.evaluate(&format!("{}.contains(document.activeElement)", row("台安县"))), true);
}

#[test]
fn a_form_that_another_tab_redraws_keeps_what_is_typed_and_the_focus() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(FORM));
    let field = typing(&page, "7");
    let other = page.second_tab();
    other.open(&site.address(FORM));
    crate::made::make_receipt(&other);
    other.wait_for("the receipt", "!!document.querySelector('.receipt textarea')?.value.includes('pLanR')");
    page.wait_for("word of what was sent", "!!document.querySelector('.earlier')");
    page.wait_for("the focus", &format!("document.activeElement.id === {field:?}"));
    assert_eq!(page.text("document.activeElement.value"), "7");
}

#[test]
fn a_draft_that_another_tab_clears_is_not_said_to_be_kept() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(FORM));
    typing(&page, "7");
    let other = page.second_tab();
    other.open(&site.address("#/device"));
    other.evaluate("localStorage.clear()");
    let state = "document.querySelector('.send .state').innerText";
    page.wait_for("word of it", &format!("{state}.includes('已被另一个页面清除')"));
    assert_eq!(page.text("document.querySelector('input[id^=form-figure-]').value"), "7");
    page.evaluate("document.execCommand('insertText', false, '5')");
    page.wait_for("the draft again", &format!("{state}.includes('已存本机')"));
    other.reload();
    assert_eq!(
        other.evaluate("Object.keys(localStorage).filter(key => key.startsWith('planboard:draft')).length"),
        1
    );
}

#[test]
fn a_receipt_that_was_opened_stays_beside_what_is_pasted() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(&made::receipt_link()));
    let listed = "[...document.querySelectorAll('article.receipt')].map(one => one.innerText).join('\\n')";
    page.wait_for("the receipt", &format!("{listed}.includes('海城市')"));
    month::paste(&page, &made::other_receipt_link());
    page.wait_for(
        "the other one beside it",
        &format!("{listed}.includes('台安县') && {listed}.includes('海城市')"),
    );
}
