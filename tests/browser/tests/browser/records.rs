//! Records on the device, with the browser's real storage: full, damaged, newer, from two tabs, beside a snapshot.

use planboard_browser_tests::{Look, Page, Site, rules};

const FORM: &str = "#/form/tax-bureau?month=2024-08";

/// Reports for a period; the plan asks this organisation for nothing but problems.
fn report(page: &Page, site: &Site, month: &str) {
    page.open(&site.address(&format!("#/form/tax-bureau?month={month}")));
    page.press("button", "生成回执");
    page.wait_for(
        "the receipt",
        "[...document.querySelectorAll('textarea')].some(one => one.value.includes('pLanR'))",
    );
}

/// Opens the share dialog and makes a link with data; `letter` is that of its kind.
pub fn shared_link(page: &Page, extent: &str, letter: char) -> String {
    page.press("radio", extent);
    made_link(page, letter)
}

fn made_link(page: &Page, letter: char) -> String {
    page.press("button", "生成链接");
    let field = format!(
        "[...document.querySelectorAll('dialog input')].find(one => one.value.includes('pLan{letter}'))"
    );
    page.wait_for("the link", &format!("!!{field}"));
    page.text(&format!("{field}.value"))
}

/// Everything that the device keeps, as text.
fn kept(page: &Page) -> String {
    page.text("JSON.stringify(Object.entries(localStorage).sort())")
}

fn reported(page: &Page, site: &Site, month: &str) -> bool {
    page.open(&site.address(&format!("#/dispatch?month={month}")));
    page.wait_for(
        "the table",
        "[...document.querySelectorAll('tr')].some(row => row.innerText.includes('市国税局'))",
    );
    page.evaluate("[...document.querySelectorAll('tr')].some(row => row.innerText.includes('市国税局') && row.innerText.includes('已报'))")
        == true
        || page.evaluate("[...document.querySelectorAll('tr')].some(row => row.innerText.includes('市国税局') && row.innerText.includes('逾期报'))")
            == true
}

#[test]
fn a_full_device_says_so_and_loses_nothing() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    report(&page, &site, "2024-07");
    let before = kept(&page);
    // Whatever room there is, another program takes it.
    page.evaluate(
        "(() => { let size = 1 << 22, at = 0; while (size >= 1) { try { localStorage.setItem('other:' + at++, 'x'.repeat(size)); } catch { size >>= 1; } } })()",
    );
    page.open(&site.address(FORM));
    page.press("button", "生成回执");
    page.wait_for(
        "the receipt all the same",
        "[...document.querySelectorAll('textarea')].some(one => one.value.includes('pLanR'))",
    );
    page.wait_for("word that it was not kept", "!!document.querySelector('.banner[data-kind=unsaved]')");
    assert_eq!(rules::axe(&page), [""; 0]);
    // The good state from before is there, and once there is room, what was in memory is kept.
    let own = |text: &str| text.matches("planboard:ledger:").count();
    assert_eq!(own(&kept(&page)), own(&before));
    page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('other:')).forEach(key => localStorage.removeItem(key))");
    page.press("button", "再存一次");
    page.wait_for("the banner to go", "!document.querySelector('.banner[data-kind=unsaved]')");
    assert!(reported(&page, &site, "2024-08") && reported(&page, &site, "2024-07"));
}

#[test]
fn a_damaged_value_is_set_aside_and_the_rest_is_there() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    report(&page, &site, "2024-07");
    page.evaluate(
        "(() => { const key = Object.keys(localStorage).find(key => key.startsWith('planboard:ledger:')); \
         const other = key.replace(/[0-9a-f]{16}:\\d+$/, '00000000000000aa:0'); \
         localStorage.setItem(other, localStorage.getItem(key).slice(0, -3) + '坏坏坏'); })()",
    );
    assert!(reported(&page, &site, "2024-07"), "the sound one is read");
    let keys = |kind: &str| {
        page.evaluate(&format!(
            "Object.keys(localStorage).filter(key => key.startsWith('planboard:{kind}:') && key.includes('00000000000000aa')).length"
        ))
    };
    assert_eq!(keys("damaged"), 1, "{}", kept(&page));
    assert_eq!(keys("ledger"), 0, "{}", kept(&page));
}

#[test]
fn another_tab_is_heard_without_a_reload() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address("#/dispatch?month=2024-08"));
    let other = page.second_tab();
    report(&other, &site, "2024-08");
    page.wait_for(
        "the report of the other tab",
        "[...document.querySelectorAll('tr')].some(row => row.innerText.includes('市国税局') && /已报|逾期报/.test(row.innerText))",
    );
}

#[test]
fn a_snapshot_changes_no_byte_of_what_is_kept() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    report(&page, &site, "2024-08");
    page.open(&site.address("#/"));
    page.press("button", "分享");
    let link = shared_link(&page, "加上现在的数据（只供查看、比较）", 'S');
    report(&page, &site, "2024-09");
    let before = kept(&page);
    page.open(&link);
    page.wait_for("the banner", "!!document.querySelector('.banner[data-kind=aside]')");
    page.press("link", "与我的比较");
    page.wait_for("what differs", "document.body.innerText.includes('2024-09')");
    assert_eq!(rules::axe(&page), [""; 0]);
    page.press("button", "回到我的台账");
    page.wait_for("the banner to go", "!document.querySelector('.banner[data-kind=aside]')");
    assert_eq!(kept(&page), before);
}

#[test]
fn a_passphrase_keeps_a_link_closed() {
    let site = Site::release();
    // Plain http on another host: no WebCrypto there.
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address_on_intranet(FORM));
    page.press("button", "生成回执");
    page.wait_for(
        "the receipt",
        "[...document.querySelectorAll('textarea')].some(one => one.value.includes('pLanR'))",
    );
    page.open(&site.address_on_intranet("#/"));
    page.press("button", "分享");
    page.press("radio", "加上整本台账（对方可以并入）");
    let field = page.find("textbox", "口令（可不填；另行告知，不要和链接一起发）");
    page.press_found(&field);
    page.commit_words("鞍山调度2024");
    let link = made_link(&page, 'P');
    let other = Page::new(Look::PHONE);
    other.open(&link);
    let field = other.find("textbox", "口令");
    other.press_found(&field);
    other.commit_words("wrong words");
    other.press("button", "打开");
    other.wait_for(
        "a sentence",
        "document.body.innerText.includes('口令不对') && !document.querySelector('.banner')",
    );
    other.press_found(&field);
    other.evaluate("document.querySelector('input[type=password]').value = ''");
    other.commit_words("鞍山调度2024");
    other.press("button", "打开");
    other.wait_for("the snapshot", "!!document.querySelector('.banner[data-kind=aside]')");
}

#[test]
fn a_mangled_link_gets_a_sentence() {
    let site = Site::release();
    for (fragment, expected) in [
        ("#pLan", "打不开"),
        ("#pLanR1", "打不开"),
        ("#pLanR1AADf8KAAAA", "打不开"),
        ("#planr1aabhh6b9rqeuxh47waaqaeaoeuc9r", "大小写"),
        ("#pLanZ9%3Cimg%20src=x%20onerror=alert(1)%3E", "打不开"),
    ] {
        let page = Page::new(Look::PHONE);
        page.open(&site.address(fragment));
        page.wait_for(
            fragment,
            &format!(
                "document.querySelector('main [role=alert]')?.innerText.includes({expected:?}) ?? false"
            ),
        );
        assert_eq!(page.evaluate("document.querySelectorAll('[onerror]').length"), 0);
        assert_eq!(rules::axe(&page), [""; 0], "{fragment}");
    }
}
