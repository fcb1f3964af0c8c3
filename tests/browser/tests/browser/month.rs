//! One month from end to end, by nothing but links: an officer, two clerks and a leader, each in a profile of their
//! own, and a chat that does to links what chats do.

use crate::records::shared_link;
use planboard_browser_tests::{Browser, Look, Page, Site, rules};
use serde_json::json;

/// What is between the people: texts, as a messenger shows and folds them.
struct Chat(Vec<String>);

impl Chat {
    fn say(&mut self, who: &str, text: &str) {
        self.0.push(format!("{who} 09:4{}\n{text}\n", self.0.len()));
    }

    /// Everything copied at once, the way people copy a stretch of chat: names, times, quotes, and links folded.
    fn copied(&self) -> String {
        let quoted =
            |text: &String| text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n");
        let mut lines: Vec<String> = self.0.iter().map(quoted).collect();
        lines.push("收到。谢谢各位！".into());
        lines.join("\n\n")
    }
}

/// The link in a text.
pub fn link(text: &str) -> String {
    let start = text.find("http").unwrap_or_else(|| panic!("no link in {text}"));
    text[start..].split_whitespace().next().expect("a link").to_owned()
}

/// Puts text into a field as a paste does.
pub fn fill(page: &Page, field: &str, text: &str) {
    page.evaluate(&format!(
        "(() => {{ const field = document.querySelector({field:?}); field.focus(); field.value = {}; \
         field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); \
         field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()",
        json!(text)
    ));
}

/// Chooses an option of the field with this label, in the part of the page that holds it.
pub fn choose(page: &Page, part: &str, label: &str, option: &str) {
    page.wait_for(
        &format!("{option} in {label}"),
        &format!(
            "(() => {{ const field = [...document.querySelectorAll('{part} label')].find(one => one.querySelector('span').innerText === {label:?})?.querySelector('select'); \
             const option = [...field?.options ?? []].find(one => one.text === {option:?}); if (!option) return false; \
             field.value = option.value; field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true; }})()",
        ),
    );
}

/// Presses the button of that name that stands in the row, or part, with those words.
pub fn press_in(page: &Page, part: &str, words: &str, button: &str) {
    page.wait_for(
        &format!("{button} beside {words}"),
        &format!(
            "(() => {{ const part = [...document.querySelectorAll({part:?})].find(part => part.innerText.includes({words:?})); \
             const button = [...part?.querySelectorAll('button') ?? []].find(one => one.innerText.trim() === {button:?} && !one.disabled); \
             button?.scrollIntoView({{ block: 'center' }}); button?.click(); return !!button; }})()"
        ),
    );
}

/// Gives the name for which the first act that signs asks.
pub fn sign(page: &Page, name: &str) {
    page.wait_for("the question who acts", "!!document.querySelector('dialog.signature[open] input')");
    fill(page, "dialog.signature input", name);
    press_in(page, "dialog.signature", "署名", "确定");
}

pub const PERIOD: &str = "#/dispatch?month=2024-08";

/// The fill-in link of an organisation, from the officer's page.
pub fn fill_in_link(officer: &Page, organisation: &str) -> String {
    press_in(officer, "tr", organisation, "填报链接");
    officer.wait_for(
        "the link",
        "[...document.querySelectorAll('.outgoing textarea')].some(one => one.value.includes('pLanF'))",
    );
    let text = officer.text(
        "[...document.querySelectorAll('.outgoing textarea')].find(one => one.value.includes('pLanF')).value",
    );
    link(&text)
}

/// Fills figures in by the words beside their fields.
pub fn figures(clerk: &Page, figures: &[(&str, &str)]) {
    clerk.wait_for("the form", "document.querySelectorAll('form.form input').length > 3");
    unfold(clerk);
    for (indicator, figure) in figures {
        let place = clerk.evaluate(&format!(
            "[...document.querySelectorAll('form.form li:has(input[inputmode=decimal])')].findIndex(item => item.innerText.includes({indicator:?}))"
        ));
        clerk.evaluate(&format!(
            "[...document.querySelectorAll('form.form li:has(input[inputmode=decimal])')][{place}].querySelector('input[inputmode=decimal]').id = 'asked'"
        ));
        fill(clerk, "#asked", figure);
        clerk.evaluate("document.querySelector('#asked').removeAttribute('id')");
    }
}

/// Opens what is folded away of the form.
pub fn unfold(clerk: &Page) {
    clerk.evaluate("document.querySelectorAll('form.form details.fold').forEach(fold => fold.open = true)");
}

/// Fills figures in, and makes the receipt.
pub fn report(clerk: &Page, name: &str, asked: &[(&str, &str)]) -> String {
    figures(clerk, asked);
    let person = clerk.find("textbox", "填报人 写在回执上，可不填");
    clerk.press_found(&person);
    clerk.commit_words(name);
    crate::made::make_receipt(clerk);
    clerk.wait_for(
        "the receipt",
        "[...document.querySelectorAll('textarea, input')].some(one => one.value.includes('pLanR'))",
    );
    clerk.text("[...document.querySelectorAll('textarea')].find(one => one.value.includes('pLanR')).value")
}

pub fn paste(officer: &Page, text: &str) {
    officer.wait_for("the field for receipts", "!!document.querySelector('.review textarea')");
    fill(officer, ".review textarea", text);
    let look = officer.all("button", Some("核对回执"));
    officer.press_found(look.first().expect("a button"));
}

#[test]
fn a_month_is_run_by_nothing_but_links() {
    run(Browser::shared(), &Site::release(), Site::address);
}

/// The month, on a host of which `address` names the pages. The officer's page is left with the share dialog open.
pub fn run(browser: &Browser, site: &Site, address: fn(&Site, &str) -> String) -> Page {
    let mut chat = Chat(vec![]);

    // The officer asks two organisations.
    let officer = Page::in_browser(browser, Look::DESKTOP);
    officer.open(&address(site, PERIOD));
    let for_bureau = fill_in_link(&officer, "市科技局");
    let for_district = fill_in_link(&officer, "海城市");
    assert!(for_bureau.contains("#pLanF") && for_bureau != for_district);

    // Two clerks answer from their phones; one of them without a network.
    let clerk = Page::in_browser(browser, Look::PHONE);
    clerk.open(&for_bureau);
    clerk.call("Network.enable", json!({}));
    clerk.call(
        "Network.emulateNetworkConditions",
        json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 }),
    );
    let first = report(&clerk, "王工", &[("入库省级典型联盟", "14"), ("“带土移植”项目", "30")]);
    chat.say("市科技局 王工", &first);
    let other = Page::in_browser(browser, Look::PHONE.dark());
    other.open(&for_district);
    let second = report(&other, "李工", &[("入库省级典型联盟", "2")]);
    chat.say("海城市 李工", &format!("请查收：{second}。"));

    // The officer pastes the chat as it is, and sees what would change before anything does.
    paste(&officer, &chat.copied());
    officer.wait_for(
        "both receipts",
        "document.body.innerText.includes('王工') && document.body.innerText.includes('李工')",
    );
    assert_eq!(own_records(&officer), 0, "looking writes nothing");
    assert_eq!(rules::axe(&officer), [""; 0]);
    press_in(&officer, "article.receipt", "市科技局", "接收");
    assert_eq!(own_records(&officer), 0, "nothing is signed before somebody has given a name");
    sign(&officer, "李科");
    officer.wait_for("the act to be told", "document.body.innerText.includes('撤销')");
    assert!(own_records(&officer) > 0);

    // The other one comes back with a reason, as a link.
    press_in(&officer, "article.receipt", "海城市", "退回");
    officer.wait_for("the field for the reason", "[...document.querySelectorAll('.review textarea, .review input')].some(one => one.closest('label')?.innerText.includes('退回理由') || one.getAttribute('aria-label')?.includes('退回理由'))");
    officer.evaluate("[...document.querySelectorAll('.review textarea, .review input')].find(one => one.closest('label')?.innerText.includes('退回理由') || one.getAttribute('aria-label')?.includes('退回理由')).id = 'reason'");
    fill(&officer, "#reason", "缺佐证材料");
    press_in(&officer, ".receipt .reason", "退回理由", "退回");
    officer.wait_for(
        "the link that goes back",
        "[...document.querySelectorAll('.outgoing textarea')].some(one => one.value.includes('pLanB'))",
    );
    let back = link(&officer.text(
        "[...document.querySelectorAll('.outgoing textarea')].find(one => one.value.includes('pLanB')).value",
    ));

    // The clerk sees why, corrects, and reports again.
    other.open(&back);
    other.wait_for("the reason", "document.body.innerText.includes('缺佐证材料')");
    other.press("button", "去修改");
    other.wait_for(
        "the form with the reason",
        "document.body.innerText.includes('缺佐证材料') && !!document.querySelector('form.form')",
    );

    // The lights of the officer move, and each says why.
    officer.open(&address(site, ""));
    officer.wait_for(
        "the figure on the board",
        "[...document.querySelectorAll('.board tr')].some(row => row.innerText.includes('入库省级典型联盟') && row.innerText.includes('14'))",
    );
    officer.reload();
    officer.wait_for(
        "the figure after a reload",
        "[...document.querySelectorAll('.board tr')].some(row => row.innerText.includes('入库省级典型联盟') && row.innerText.includes('14'))",
    );
    assert_eq!(rules::axe(&officer), [""; 0]);

    // The leader opens one link on a phone of his own and sees the same; nothing is kept there.
    officer.press("button", "分享");
    let snapshot = shared_link(&officer, "加上整本台账（对方可以并入）", 'S');
    let leader = Page::in_browser(browser, Look::PHONE);
    leader.open(&snapshot);
    leader.wait_for(
        "the figure of the snapshot",
        "[...document.querySelectorAll('.board tr')].some(row => row.innerText.includes('入库省级典型联盟') && row.innerText.includes('14'))",
    );
    assert_eq!(own_records(&leader), 0);
    assert!(leader.words().contains("快照"), "a banner says what it is: {}", leader.words());
    assert_eq!(rules::axe(&leader), [""; 0]);
    // The fragment is in no request.
    assert!(site.asked().iter().all(|head| !head.contains("pLan")));
    officer
}

/// How many keys of records there are on the device.
pub fn own_records(page: &Page) -> i64 {
    page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('planboard:ledger:')).length")
        .as_i64()
        .expect("a number")
}
