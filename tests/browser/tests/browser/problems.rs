//! A problem from report to close-out: a unit answers through its fill-in link, the officer closes one and sends one back.

use crate::month::{PERIOD, fill, fill_in_link, paste, press_in, report, sign};
use planboard_browser_tests::{Look, Page, Site, rules};
use serde_json::json;

/// Chooses what is said of a problem, by the problem's words.
fn choose(clerk: &Page, problem: &str, reply: &str) {
    clerk.wait_for(
        problem,
        &format!(
            "(() => {{ const part = [...document.querySelectorAll('.answers li')].find(one => one.innerText.includes({problem:?})); \
             const choice = part?.querySelector('select'); if (!choice) return false; choice.value = {reply:?}; \
             choice.dispatchEvent(new Event('change', {{ bubbles: true }})); return true; }})()"
        ),
    );
}

/// Types into the field of that name beside a problem.
fn answer(clerk: &Page, problem: &str, field: &str, text: &str) {
    let found = format!(
        "(() => {{ const part = [...document.querySelectorAll('.answers li')].find(one => one.innerText.includes({problem:?})); \
         const label = [...part?.querySelectorAll('label') ?? []].find(one => one.innerText.trim() === {field:?}); \
         return label?.htmlFor ?? ''; }})()"
    );
    clerk.wait_for(field, &format!("{found} !== ''"));
    let id = clerk.text(&found);
    fill(clerk, &format!("#{id}"), text);
}

/// Adds a problem to the form.
fn add(clerk: &Page, at: usize, text: &str) {
    clerk.evaluate("{ const fold = [...document.querySelectorAll('form.form details.fold')].find(one => one.querySelector('.problems')); fold.open = true; fold.querySelector('p > button').click(); }");
    let fields = "document.querySelectorAll('.problems > li')";
    clerk.wait_for("the fields of a problem", &format!("{fields}.length === {}", at + 1));
    clerk.evaluate(&format!("{fields}[{at}].querySelector('input').id ||= 'problem-{at}'"));
    let id = clerk.text(&format!("{fields}[{at}].querySelector('input').id"));
    fill(clerk, &format!("#{id}"), text);
}

/// An officer with two problems of 海城市 in the records.
fn with_two_problems(site: &Site) -> Page {
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address(PERIOD));
    let clerk = Page::new(Look::PHONE);
    clerk.open(&site.address("#/form/haicheng?month=2024-08"));
    clerk.wait_for("the form", "document.querySelectorAll('form.form input').length > 3");
    add(&clerk, 0, "用地指标未落实");
    add(&clerk, 1, "技术经纪人不足");
    let receipt = report(&clerk, "王工", &[("入库省级典型联盟", "2")]);
    paste(&officer, &receipt);
    press_in(&officer, "article.receipt", "海城市", "接收");
    sign(&officer, "李科");
    officer.wait_for("the act to be told", "!!document.querySelector('.done[data-shown]')");
    officer
}

/// Opens the page of a problem from the list of all.
fn open(officer: &Page, site: &Site, problem: &str) {
    officer.open(&site.address("#/problems"));
    officer.wait_for(
        problem,
        &format!(
            "(() => {{ const way = [...document.querySelectorAll('.problem-register a')].find(one => one.innerText.includes({problem:?})); way?.click(); return !!way; }})()"
        ),
    );
    officer.wait_for(
        "its page",
        &format!("document.querySelector('.problem h1')?.innerText.includes({problem:?})"),
    );
}

/// Presses an act, types its sentence, and presses it again below.
fn act(officer: &Page, name: &str, sentence: &str) {
    press_in(officer, ".problem .acts .buttons", name, name);
    officer.wait_for("the field", "!!document.querySelector('#problem-text')");
    fill(officer, "#problem-text", sentence);
    press_in(officer, ".problem form.reason", name, name);
}

#[test]
fn a_unit_answers_through_its_link_and_the_officer_closes_one_and_sends_one_back() {
    let site = Site::release();
    let officer = with_two_problems(&site);
    officer.open(&site.address("#/dispatch?month=2024-09"));
    let asked = fill_in_link(&officer, "海城市");
    let clerk = Page::new(Look::PHONE);
    clerk.open(&asked);
    clerk.wait_for("two problems to answer", "document.querySelectorAll('.answers li').length === 2");
    for problem in ["用地指标未落实", "技术经纪人不足"] {
        choose(&clerk, problem, "close-out");
        answer(&clerk, problem, "解决情况", &format!("{problem}已办妥"));
        answer(&clerk, problem, "佐证", "现场照片");
    }
    assert_eq!(rules::axe(&clerk), [""; 0]);
    let receipt = report(&clerk, "王工", &[("入库省级典型联盟", "3")]);
    assert!(receipt.contains("申请销号"), "{receipt}");
    paste(&officer, &receipt);
    officer.wait_for(
        "the answers in words",
        "document.querySelector('article.receipt')?.innerText.includes('申请销号')",
    );
    press_in(&officer, "article.receipt", "海城市", "接收");
    officer.wait_for("the act to be told", "!!document.querySelector('.done[data-shown]')");

    open(&officer, &site, "用地指标未落实");
    act(&officer, "销号", "");
    officer.wait_for(
        "that a sentence is needed",
        "document.querySelector('.problem [role=alert]')?.innerText.includes('请写明解决情况')",
    );
    fill(&officer, "#problem-text", "经核查属实");
    assert_eq!(rules::axe(&officer), [""; 0]);
    press_in(&officer, ".problem form.reason", "解决情况", "销号");
    officer.wait_for(
        "that it is closed",
        "document.querySelector('.problem .stage')?.innerText.includes('已销号') && document.querySelector('.problem .history').innerText.includes('经核查属实')",
    );
    open(&officer, &site, "技术经纪人不足");
    act(&officer, "退回整改", "照片看不清");
    officer.wait_for(
        "that it was sent back",
        "document.querySelector('.problem .history')?.innerText.includes('照片看不清')",
    );
    officer.open(&site.address("#/problems?state=closed"));
    officer.wait_for(
        "the closed one alone",
        &format!(
            "(() => {{ const all = [...document.querySelectorAll('.problem-register tbody tr')].map(one => one.textContent); return all.length === 1 && all[0].includes({}); }})()",
            json!("用地指标未落实")
        ),
    );
    // What was sent back goes with the next link, with the reason.
    officer.open(&site.address("#/dispatch?month=2024-10"));
    let asked = fill_in_link(&officer, "海城市");
    let next = Page::new(Look::PHONE);
    next.open(&asked);
    next.wait_for(
        "the one that was sent back, with the reason",
        "document.querySelectorAll('.answers li').length === 1 && document.querySelector('.answers').innerText.includes('照片看不清')",
    );
}
