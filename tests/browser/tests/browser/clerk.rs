//! The clerk with a phone: what he must fill in and in how much room, where he goes on, and what his head reads.

use crate::{made, month};
use planboard_browser_tests::{Look, Page, Site};
use serde_json::json;

/// How far down the last thing is that has to be filled in.
const LAST: &str = "Math.ceil(Math.max(...[...document.querySelectorAll('form.form section li')].map(one => one.getBoundingClientRect().bottom)) + scrollY)";

/// A phone before the form of the biggest organisation, by its fill-in link; it had said of every measure that it is
/// under way the month before.
fn clerk(site: &Site, look: Look) -> (Page, String) {
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address("#/form/science-bureau?month=2024-07"));
    officer.wait_for("the form", "document.querySelectorAll('form.form .seg').length > 20");
    officer.evaluate(
        "document.querySelectorAll('form.form .seg').forEach(seg => seg.querySelectorAll('input')[1].click())",
    );
    month::report(&officer, "李强", &[("技术合同成交额", "12.5"), ("攻克产业技术", "12")]);
    officer.open(&site.address(month::PERIOD));
    let link = month::fill_in_link(&officer, "市科技局");
    let clerk = Page::new(look);
    clerk.open(&link);
    clerk.wait_for("the form", "document.querySelectorAll('form.form .seg').length > 20");
    (clerk, link)
}

/// walk b3, b4: three screens before the first receipt can be made, in a bar of 56 px, without the pages of an app that an
/// outsider does not know.
#[test]
fn the_biggest_form_takes_three_screens_of_a_phone() {
    let site = Site::release();
    for look in [Look::PHONE, Look::PHONE.english().dark()] {
        let (page, _) = clerk(&site, look);
        let last = page.evaluate(LAST);
        println!("{look}: {last} px");
        assert!(
            !look.is_chinese() || last.as_f64().is_some_and(|last| last <= f64::from(3 * look.height - 56)),
            "{look}: {last} px"
        );
        let bar = page.evaluate("document.querySelector('.send').getBoundingClientRect().height");
        assert!(bar.as_f64().is_some_and(|height| height <= 56.5), "{look}: {bar} px");
        let at_foot =
            "Math.abs(document.querySelector('.send').getBoundingClientRect().bottom - innerHeight) < 1";
        assert_eq!(page.evaluate(at_foot), true);
        let beyond = "[...document.querySelectorAll('.tabs, .bar nav, .bar .search')].some(one => one.checkVisibility())";
        assert_eq!(page.evaluate(beyond), false, "{look}");
        let folded = "JSON.stringify([...document.querySelectorAll('.fold')].map(one => [one.open, Math.round(one.querySelector('summary').getBoundingClientRect().height)]))";
        assert_eq!(page.text(folded), "[[false,48],[false,48],[false,48],[false,48]]", "{look}");
        let outside = "document.documentElement.scrollWidth - innerWidth";
        assert!(page.evaluate(outside).as_i64().is_some_and(|over| over <= 0), "{look}");
    }
}

/// What nobody touches is reported as it was; the next empty field is one press away; the same link shows what
/// was made, and a head can read it.
#[test]
fn a_clerk_fills_in_what_is_empty_and_comes_back_to_the_receipt() {
    let site = Site::release();
    let (page, link) = clerk(&site, Look::PHONE);
    let words = page.text("document.querySelector('.form-title').innerText");
    assert!(words.contains("26 项同上次"), "{words}");
    let empty =
        page.evaluate("document.querySelectorAll('form.form section input[inputmode=decimal]').length");
    for _ in 0..empty.as_u64().expect("a number") {
        page.evaluate("document.querySelector('.send .next').click()");
        let is_empty = "document.activeElement.matches('form.form section input[inputmode=decimal]') && !document.activeElement.value";
        page.wait_for("the next empty field", is_empty);
        page.evaluate("void document.execCommand('insertText', false, '14')");
    }
    page.wait_for("nothing left", "!document.querySelector('.send .next')?.innerText.includes('还差')");
    made::make_receipt(&page);
    page.wait_for("the receipt", "!!document.querySelector('.receipt textarea')");
    let text = page.text("document.querySelector('.receipt textarea').value");
    for said in ["攻克产业技术：14 项（上月 12）", "同上次 26 项：推进中 26", "核对码 ", "pLanR"]
    {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    page.open(&link);
    page.wait_for("the receipt again", "!!document.querySelector('.receipt textarea')");
    assert_eq!(page.text("document.querySelector('.receipt textarea').value"), text);
    assert_eq!(page.evaluate("document.documentElement.hasAttribute('data-guest')"), json!(true));
}
