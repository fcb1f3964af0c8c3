//! Records on the device, with the browser's real storage: full, damaged, newer, from two tabs, beside a snapshot.

use planboard_browser_tests::{Look, Page, Site, rules};

const FORM: &str = "#/form/tax-bureau?month=2024-08";

/// Reports for a period; the plan asks this organisation for nothing but problems.
fn report(page: &Page, site: &Site, month: &str) {
    page.open(&site.address(&format!("#/form/tax-bureau?month={month}")));
    crate::made::make_receipt(page);
    page.wait_for(
        "the receipt",
        "[...document.querySelectorAll('textarea')].some(one => one.value.includes('pLanR'))",
    );
}

/// Merges all of the snapshot that is looked at, with what only officers say.
pub fn merge_all(page: &Page) {
    page.press("button", "并入本机台账");
    page.wait_for(
        "the button that merges",
        "[...document.querySelectorAll('main button')].some(one => one.innerText.trim() === '确认并入')",
    );
    // Asked only where something in it is of a sort that a merge leaves out by itself.
    if !page.all("checkbox", Some("连同上列内容一起并入")).is_empty() {
        page.press("checkbox", "连同上列内容一起并入");
    }
    page.press("button", "确认并入");
}

/// Opens the share dialog and makes a link with data; `letter` is that of its kind.
pub fn shared_link(page: &Page, extent: &str, letter: char) -> String {
    page.press("radio", extent);
    made_link(page, letter)
}

pub fn made_link(page: &Page, letter: char) -> String {
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
        || page.evaluate("[...document.querySelectorAll('tr')].some(row => row.innerText.includes('市国税局') && row.innerText.includes('迟报'))")
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
    crate::made::make_receipt(&page);
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
        "[...document.querySelectorAll('tr')].some(row => row.innerText.includes('市国税局') && /已报|迟报/.test(row.innerText))",
    );
}

#[test]
fn a_snapshot_changes_no_byte_of_what_is_kept() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    report(&page, &site, "2024-08");
    page.open(&site.address("#/"));
    page.press("button", "分享");
    let link = shared_link(&page, "加上当前全部数据（只供查看、比较）", 'S');
    report(&page, &site, "2024-09");
    let before = kept(&page);
    page.open(&link);
    page.wait_for("the banner", "!!document.querySelector('.banner[data-kind=aside]')");
    page.press("link", "与本机比较");
    page.wait_for("what differs", "document.body.innerText.includes('2024-09')");
    assert_eq!(rules::axe(&page), [""; 0]);
    page.press("button", "返回本机台账");
    page.wait_for("the banner to go", "!document.querySelector('.banner[data-kind=aside]')");
    assert_eq!(kept(&page), before);
}

#[test]
fn a_passphrase_keeps_a_link_closed() {
    let site = Site::release();
    // Plain http on another host: no WebCrypto there.
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address_on_intranet(FORM));
    crate::made::make_receipt(&page);
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

#[test]
fn the_rule_is_changed_with_a_reason_and_every_light_says_so() {
    let site = Site::release();
    let page = Page::new(Look::PHONE);
    report(&page, &site, "2024-08");
    page.open(&site.address("#/dispatch?month=2024-08"));
    page.evaluate("document.querySelector('.rule summary').click()");
    let field = page.find("textbox", "落后超过几点为滞后");
    page.press_found(&field);
    page.key("Control+a");
    page.commit_words("5");
    page.press("button", "启用新规则");
    page.wait_for("both faults", "document.querySelectorAll('.rule .wrong li').length === 2");
    page.press_found(&page.find("textbox", "落后满几点为偏慢"));
    page.key("Control+a");
    page.commit_words("2");
    page.press_found(&page.find("textbox", "修改理由"));
    page.commit_words("年初会议");
    page.press("button", "启用新规则");
    crate::month::sign(&page, "王工");
    page.wait_for("the next version", "document.querySelector('.rule').innerText.includes('第 2 版')");
    assert_eq!(rules::axe(&page), [""; 0]);
    page.open(&site.address("#/"));
    page.wait_for(
        "the version on the overview",
        "document.querySelector('main').innerText.includes('第 2 版')",
    );
}

#[test]
fn a_snapshot_code_that_is_read_out_is_told_apart() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    report(&page, &site, "2024-08");
    page.open(&site.address("#/compare"));
    let code = page.text("document.querySelector('.codes dd').innerText");
    let field = page.find("textbox", "对方的核对码");
    page.press_found(&field);
    page.commit_words(&code.to_lowercase());
    page.wait_for("the same", "document.querySelector('.codes').innerText.includes('完全一致')");
    page.key("Control+a");
    page.commit_words("0000-0000");
    page.wait_for("another", "document.querySelector('.codes').innerText.includes('不一致')");
    assert_eq!(rules::axe(&page), [""; 0]);
}

#[test]
fn real_reports_do_not_go_into_the_sample() {
    let site = Site::release();
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address("#/dispatch?month=2024-08"));
    let pressed = "[...document.querySelectorAll('tr')].find(row => row.innerText.includes('市国税局')).querySelectorAll('button')";
    officer.evaluate(&format!("[...{pressed}].find(one => one.innerText === '填报链接').click()"));
    officer.wait_for("the link", "!!document.querySelector('.outgoing textarea')?.value.includes('pLanF')");
    let text = officer.text("document.querySelector('.outgoing textarea').value");
    let link = text.split_whitespace().find(|word| word.starts_with("http")).expect("a link").to_owned();
    let clerk = Page::new(Look::PHONE);
    clerk.open(&site.address("#/device"));
    clerk.press("button", "显示示例台账");
    clerk.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
    clerk.open(&link);
    clerk.press("button", "移除示例并继续");
    clerk.wait_for("the form", "!!document.querySelector('form.form')");
    assert_eq!(clerk.evaluate("!!document.querySelector('.banner[data-kind=sample]')"), false);
    assert_eq!(
        clerk.evaluate("Object.keys(localStorage).filter(key => key.startsWith('planboard:sample:')).length"),
        0
    );
}
