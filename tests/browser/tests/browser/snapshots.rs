//! What is handed around of one page, what a reload keeps of it, what paper bears, and looking back by two days.

use crate::made;
use crate::records::shared_link;
use planboard_browser_tests::{Look, Page, Site};

const BANNER: &str = "document.querySelector('.banner[data-kind=aside]')";

/// A page whose own ledger is one of three years.
fn officer(site: &Site) -> Page {
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(&made::three_years_link()));
    crate::records::merge_all(&page);
    page.wait_for("the ledger", &format!("!{BANNER}"));
    page
}

/// What an indicator's page says over figures that were handed in.
const FIGURES: &str = "条，最近的在前";

fn name(indicator: &str) -> String {
    let plan = crate::plans::shipped();
    plan.say(&plan.indicator(indicator).expect("an indicator").item.name, plan.language).words.to_string()
}

#[test]
fn the_data_of_one_page_open_on_that_page_and_a_reload_keeps_them() {
    let site = Site::release();
    let sender = officer(&site);
    sender.open(&site.address("#/indicator/alliances"));
    sender.wait_for("the figures", "document.body.innerText.includes('条，最近的在前')");
    sender.press("button", "分享");
    let link = shared_link(&sender, "加上本页的数据（只供查看、比较）", 'S');

    let leader = Page::new(Look::PHONE);
    leader.open(&link);
    leader.wait_for(
        "the page it was made on",
        &format!("{:?} == document.querySelector('h1')?.innerText.trim()", name("alliances")),
    );
    leader.wait_for("the figures", "document.body.innerText.includes('条，最近的在前')");
    let banner = leader.text(&format!("{BANNER}.innerText"));
    assert!(banner.contains("只含一个页面的数据") && !banner.contains("并入本机台账"), "{banner}");
    const OUTSIDE: &str = "这份快照不含本页的数据";
    assert!(!banner.contains(OUTSIDE), "{banner}");
    assert!(leader.fragment().starts_with("#pLan"), "the address is still the link: {}", leader.fragment());
    leader.reload();
    leader.wait_for("the banner after a reload", &format!("!!{BANNER}"));
    leader.wait_for("the page after a reload", "document.body.innerText.includes('条，最近的在前')");

    // Another page of the snapshot has nothing; the banner says that this says nothing.
    leader.follow("#/indicator/gazelles", &name("gazelles"));
    let main = leader.text("document.querySelector('main').innerText");
    assert!(!main.contains("逾期") && main.contains("尚无本指标的完成值"), "{main}");
    assert!(leader.text(&format!("{BANNER}.innerText")).contains(OUTSIDE));
    leader.reload();
    leader.wait_for("the snapshot after a reload on another page", &format!("!!{BANNER}"));
    leader.wait_for(
        "that other page",
        &format!("{:?} == document.querySelector('h1')?.innerText.trim()", name("gazelles")),
    );
    assert_eq!(leader.fragment(), "#/indicator/gazelles");
    // A part is not handed on as if it were a whole.
    leader.press("button", "分享");
    leader.wait_for("the dialog", "!!document.querySelector('dialog.share[open]')");
    assert_eq!(leader.evaluate("document.querySelectorAll('dialog.share input[type=radio]').length"), 0);
    leader.press("button", "关闭");

    leader.press("button", "返回本机台账");
    leader.wait_for("no banner", &format!("!{BANNER}"));
    leader.reload();
    leader.follow("#/indicator/alliances", &name("alliances"));
    assert!(leader.evaluate(BANNER).is_null() && !leader.words().contains(FIGURES));
    assert_eq!(
        leader.evaluate("Object.keys(localStorage).filter(key => key.startsWith('planboard:ledger')).length"),
        0
    );
}

#[test]
fn what_is_printed_bears_the_codes_of_its_state() {
    let site = Site::release();
    let page = officer(&site);
    page.open(&site.address("#/compare"));
    page.wait_for("the codes", "document.querySelectorAll('.codes dd').length > 4");
    let codes: Vec<String> = serde_json::from_value(
        page.evaluate("[...document.querySelectorAll('.codes dd')].map(one => one.innerText.trim())"),
    )
    .expect("texts");
    page.open(&site.address("#/organisation/science-bureau"));
    page.wait_for("the page", "!!document.querySelector('.on-paper')");
    assert_eq!(page.evaluate("document.querySelector('.on-paper').checkVisibility()"), false);
    // Heard after the page's own: what stands there now is what goes to paper.
    page.evaluate(
        "addEventListener('beforeprint', () => { window.paper = document.querySelector('.on-paper').textContent; })",
    );
    page.print();
    let paper = page.text("window.paper");
    assert!(codes.iter().all(|code| paper.contains(code.as_str())), "{codes:?} in {paper}");
    page.call("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" }));
    page.paint();
    assert_eq!(page.evaluate("document.querySelector('.on-paper').checkVisibility()"), true);
}

/// Sets a field of a day by its words.
fn choose(page: &Page, label: &str, day: &str) {
    page.evaluate(&format!(
        "(() => {{ const field = [...document.querySelectorAll('.days label')].find(one => one.innerText.includes({label:?})).querySelector('input'); field.value = {day:?}; field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
    ));
}

/// What the page of an indicator says, looked back on by two days.
fn sentence(page: &Page, up_to: &str, known_on: &str) -> String {
    page.follow("#/compare", "变化与核对码");
    choose(page, "数据截至", up_to);
    choose(page, "当时已知", known_on);
    page.press("button", "回看");
    page.wait_for("the banner", &format!("{BANNER}?.innerText.includes('{known_on}')"));
    page.follow("#/indicator/technology-smes", &name("technology-smes"));
    page.text("document.querySelector('main').innerText")
}

#[test]
fn data_up_to_a_day_and_known_on_a_day_are_chosen_apart() {
    let site = Site::release();
    let page = officer(&site);
    page.open(&site.address("#/compare"));
    let late = sentence(&page, "2024-06-30", "2025-12-31");
    let banner = page.text(&format!("{BANNER}.innerText"));
    assert!(banner.contains("2024-06-30") && banner.contains("2025-12-31"), "{banner}");
    let early = sentence(&page, "2024-06-30", "2024-03-31");
    assert!(late.contains("2024-06 完成") && early.contains("2024-02 完成"), "{late}\n{early}");
    // Nothing on the page speaks of a later month, though it was known by then.
    assert!(!late.contains("2024-07 完成值"), "{late}");
    let full = sentence(&page, "2025-12-31", "2025-12-31");
    assert!(full.contains("2024-07 完成值"), "{full}");
}

/// Looking at the dialog hands nothing on: "since the last snapshot" begins where its link or its code leaves the device.
#[test]
fn a_snapshot_counts_from_when_it_is_handed_on() {
    const SINCE: &str = "[...document.querySelectorAll('main button, main option, main a')].some(one => one.innerText.includes('较上次快照'))";
    let site = Site::release();
    let page = officer(&site);
    let share = |hands_on: bool| {
        page.evaluate("void (location.hash = '#/')");
        page.press("button", "分享");
        page.wait_for(
            "the link of the snapshot",
            "document.querySelector('dialog.share input[readonly]')?.value.includes('#pLanS')",
        );
        page.wait_for("it is made", "document.querySelector('dialog.share [role=status]').innerText === ''");
        if hands_on {
            page.press("button", "复制标题和链接");
        }
        page.press("button", "关闭");
        page.follow("#/compare", "变化与核对码");
        page.wait_for("the codes", "document.querySelectorAll('.codes dd').length > 4");
        page.evaluate(SINCE)
    };
    assert_eq!(share(false), false);
    assert_eq!(share(true), true);
}
