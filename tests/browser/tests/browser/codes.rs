//! Codes on the screen of a telephone and on that of a projector, read off a picture of it by a reader of another
//! author: a month as one code, a ledger as several.

use crate::made;
use crate::month::own_records;
use crate::plans;
use crate::records::shared_link;
use planboard::ledger::Ledger;
use planboard::link::message::{self, Message};
use planboard_browser_tests::{Look, Page, Site, code};

/// The biggest organisation of the plan, at the end of a quarter, when most is asked.
const FORM: &str = "#/form/science-bureau?month=2024-09";
const PROJECTOR: Look = Look::DESKTOP.sized(1920, 1080);
/// Most characters of a code that a phone reads off a screen.
const READABLE: usize = 1_000;

/// Fills in everything that the form asks, and makes the receipt.
fn report_everything(page: &Page, site: &Site) -> String {
    page.open(&site.address(FORM));
    page.wait_for("the form", "document.querySelectorAll('form.form input').length > 3");
    page.evaluate(
        "[...document.querySelectorAll('form.form input[inputmode=decimal]')].forEach((field, at) => {
            field.value = 10 + at;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        });
        document.querySelectorAll('form.form .seg').forEach(seg => seg.querySelectorAll('input')[1].click());",
    );
    crate::made::make_receipt(page);
    page.wait_for(
        "the receipt",
        "document.querySelector('.receipt input')?.value.includes('pLanR') ?? false",
    );
    page.text("document.querySelector('.receipt input').value")
}

/// What a link carries, read without the page.
fn carried(link: &str) -> Message {
    let (_, fragment) = link.split_once('#').unwrap_or_else(|| panic!("no fragment in {link}"));
    let opened = message::open(fragment, &plans::shipped());
    opened.and_then(Result::ok).unwrap_or_else(|| panic!("nothing can be read in {link}"))
}

fn snapshot(link: &str) -> Ledger {
    match carried(link) {
        Message::Snapshot(_, batches) => Ledger::new(batches),
        other => panic!("no snapshot: {other:?}"),
    }
}

/// The one code on the screen, large enough for a camera: two and a half pixels a module on a telephone, where each is
/// two or three of the display's, and more on other screens.
fn read_one(page: &Page) -> String {
    page.paint();
    let pitch = page.evaluate(
        "(code => code.getBoundingClientRect().width / code.viewBox.baseVal.width)(document.querySelector('.code svg'))",
    );
    assert!(pitch.as_f64() >= Some(2.5), "{pitch} pixels a module in {}", page.look);
    let mut codes = code::read(&page.picture());
    assert_eq!(codes.len(), 1, "codes that can be read in {} at scale {}", page.look, page.look.scale);
    codes.remove(0)
}

#[test]
fn the_month_of_the_biggest_organisation_is_one_code_on_a_phone() {
    let site = Site::release();
    for look in [Look { scale: 2, ..Look::PHONE }, Look { scale: 3, ..Look::PHONE.dark() }] {
        let clerk = Page::new(look);
        let link = report_everything(&clerk, &site);
        let Message::Receipt(batches, _) = carried(&link) else { panic!("no receipt: {link}") };
        let entries: usize = batches.iter().map(|batch| batch.entries.len()).sum();
        assert!(entries > 40 && link.len() <= READABLE, "{entries} entries in {} letters", link.len());
        clerk.evaluate("document.querySelector('.receipt .code svg').scrollIntoView({ block: 'center' })");
        let code = read_one(&clerk);
        assert_eq!(code, link, "in {look}");

        // The officer's phone opens what it scanned: the whole month is there to be looked at.
        let officer = Page::new(Look::PHONE);
        officer.open(&code);
        officer.wait_for(
            "the month in the review",
            &format!(
                "document.querySelector('article.receipt')?.innerText.includes('市科技局') && document.querySelectorAll('article.receipt .items > li').length === {}",
                entries - 1
            ),
        );
    }
}

#[test]
fn the_month_fills_the_screen_of_a_projector_as_one_code() {
    let site = Site::release();
    let page = Page::new(PROJECTOR);
    report_everything(&page, &site);
    page.open(&site.address("#/"));
    page.press("button", "分享");
    let link = shared_link(&page, "加上整本台账（对方可以并入）", 'S');
    enlarge(&page);
    let code = read_one(&page);
    assert_eq!(code, link);
    let leader = Page::new(Look::PHONE);
    leader.open(&code);
    leader.wait_for("the snapshot", "!!document.querySelector('.banner[data-kind=aside]')");
    assert_eq!(own_records(&leader), 0);
    assert!(snapshot(&code).batches().map(|batch| batch.entries.len()).sum::<usize>() > 40);
}

/// The code as large as the screen.
fn enlarge(page: &Page) {
    page.press("button", "全屏投影");
    page.wait_for(
        "the code to fill the height",
        "document.querySelector('dialog .code svg').getBoundingClientRect().height > innerHeight * 0.6",
    );
}

/// A page with that ledger as its own, and the dialog that shares the whole of it; the link, and how many codes it is.
fn share_three_years(page: &Page, site: &Site) -> (String, usize) {
    page.open(&site.address(&made::three_years_link()));
    crate::records::merge_all(page);
    page.wait_for("the ledger", "!document.querySelector('.banner[data-kind=aside]')");
    assert!(own_records(page) > 0);
    page.open(&site.address("#/"));
    page.press("button", "分享");
    let link = shared_link(page, "加上整本台账（对方可以并入）", 'S');
    let count = page.text("document.querySelector('dialog .steps [role=status]').innerText");
    let count = count.rsplit(' ').nth(1).and_then(|count| count.parse().ok());
    let count = count.unwrap_or_else(|| panic!("no count of codes"));
    assert!(count > 5, "{count} codes are no sequence to speak of");
    (link, count)
}

/// Every code of the sequence, one after another.
fn read_all(page: &Page, count: usize) -> Vec<String> {
    let read = |at: usize| {
        page.wait_for(
            "the next code",
            &format!(
                "document.querySelector('dialog .steps [role=status]').innerText === '第 {at} 个，共 {count} 个'"
            ),
        );
        page.evaluate("document.querySelector('dialog .code svg').scrollIntoView({ block: 'center' })");
        let code = read_one(page);
        page.press("button", "下一个码");
        code
    };
    let codes: Vec<String> = (1..=count).map(read).collect();
    assert!(codes.iter().all(|code| code.contains("#pLanQ") && code.len() <= READABLE));
    codes
}

/// Opens codes on a telephone, the last first and one of them twice, each in a tab of its own as camera programs do;
/// merges what they make together, and shares it again.
fn scanned(codes: &[String], site: &Site) -> Ledger {
    let phone = Page::new(Look::PHONE);
    phone.open(&site.address("#/about"));
    let (first, others) = codes.split_first().expect("codes");
    for code in others.iter().rev().chain(others.last()) {
        let tab = phone.second_tab();
        tab.open(code);
        tab.wait_for(
            "how many are missing",
            "document.querySelector('main h1').innerText === '这是多个码中的一个'",
        );
        assert_eq!(own_records(&tab), 0);
    }
    phone.open(first);
    phone.wait_for("the snapshot", "!!document.querySelector('.banner[data-kind=aside]')");
    assert_eq!(own_records(&phone), 0, "what is looked at is not kept");
    crate::records::merge_all(&phone);
    phone.wait_for("the ledger", "!document.querySelector('.banner[data-kind=aside]')");
    phone.open(&site.address("#/"));
    phone.press("button", "分享");
    snapshot(&shared_link(&phone, "加上整本台账（对方可以并入）", 'S'))
}

#[test]
fn a_ledger_is_handed_over_as_several_codes_on_a_phone() {
    let site = Site::release();
    let page = Page::new(Look { scale: 3, ..Look::PHONE });
    let (link, count) = share_three_years(&page, &site);
    let codes = read_all(&page, count);
    assert!(code_is_gone_over(&codes), "each code is another: {codes:?}");
    assert_eq!(scanned(&codes, &site), Ledger::new(made::three_years()));
    assert_eq!(snapshot(&link), Ledger::new(made::three_years()));
}

#[test]
fn a_ledger_is_projected_as_several_codes_without_leaving_the_full_screen() {
    let site = Site::release();
    let page = Page::new(PROJECTOR);
    let (_, count) = share_three_years(&page, &site);
    enlarge(&page);
    let codes = read_all(&page, count);
    assert!(code_is_gone_over(&codes), "each code is another: {codes:?}");
    assert_eq!(scanned(&codes, &site), Ledger::new(made::three_years()));
    // Still as large as at the beginning, and the way out is there.
    page.press("button", "退出全屏");
    page.wait_for("the dialog", "!document.querySelector('dialog .code[data-large]')");
}

fn code_is_gone_over(codes: &[String]) -> bool {
    codes.iter().enumerate().all(|(at, code)| !codes[..at].contains(code))
}
