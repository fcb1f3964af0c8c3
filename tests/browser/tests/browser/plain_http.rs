//! The month on an intranet's plain http: no clipboard, no WebCrypto, no locks, no share sheet. Everything is done by
//! other means there, and comes to the same.

use crate::month;
use crate::records::made_link;
use planboard_browser_tests::{Browser, Chromium, Look, Page, Site};

/// What browsers leave out where there is no secure context, by the name under which a page would find it.
const LEFT_OUT: [&str; 5] =
    ["navigator.clipboard", "crypto.subtle", "navigator.locks", "navigator.serviceWorker", "navigator.share"];
const PASSPHRASE: &str = "鞍山调度2024";

/// The host is no secure context, so that whatever works there works without what is left out.
fn is_plain(page: &Page) {
    assert_eq!(page.evaluate("isSecureContext"), false);
    assert!(page.address().starts_with("http://planboard.test:"), "{}", page.address());
    for name in LEFT_OUT {
        assert_eq!(page.evaluate(&format!("typeof {name}")), "undefined", "{name}");
    }
}

#[test]
fn the_month_is_run_on_plain_http() {
    // A browser of its own: its clipboard is shared by all of its profiles.
    let browser = Browser::start(Chromium::Installed, &[]);
    let site = Site::release();
    let officer = month::run(&browser, &site, Site::address_on_intranet);
    is_plain(&officer);

    // With a passphrase: sealed and opened without WebCrypto.
    officer.press_found(&officer.find("textbox", "口令（可不填；另行告知，不要和链接一起发）"));
    officer.commit_words(PASSPHRASE);
    let link = made_link(&officer, 'P');
    officer.press("button", "复制标题和链接");
    officer.wait_for(
        "word that it was copied",
        "document.querySelector('dialog .told').innerText === '已复制。'",
    );

    // What was copied is in the clipboard: a colleague pastes it with the keys for it.
    let leader = Page::in_browser(&browser, Look::DESKTOP);
    leader.open(&site.address_on_intranet(month::PERIOD));
    is_plain(&leader);
    leader.press_found(&leader.find("textbox", "粘贴回执"));
    leader.key("Control+v");
    let pasted = "document.querySelector('.review textarea').value";
    leader.wait_for("the link in the field", &format!("{pasted}.includes('pLanP')"));
    let pasted = leader.text(pasted);
    assert_eq!(month::link(&pasted), link);
    leader.wait_for(
        "that it is no receipt",
        "document.querySelector('.review .faults').innerText.includes('口令')",
    );

    leader.open(&link);
    is_plain(&leader);
    let open = |passphrase: &str| {
        leader.press_found(&leader.find("textbox", "口令")).key("Control+a").commit_words(passphrase);
        leader.press("button", "打开");
    };
    open("不是这个口令");
    leader.wait_for("a sentence", "document.body.innerText.includes('口令不对')");
    assert!(!leader.words().contains("入库省级典型联盟"), "nothing is shown before it is opened");
    open(PASSPHRASE);
    leader.wait_for(
        "the figure of the snapshot",
        "[...document.querySelectorAll('.board tr')].some(row => row.innerText.includes('入库省级典型联盟') && row.innerText.includes('14'))",
    );
    assert_eq!(month::own_records(&leader), 0);
    assert!(site.asked().iter().all(|head| !head.contains("pLan")), "a fragment was sent");
}
