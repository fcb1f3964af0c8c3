//! The officer's side of a month: problems until they are closed, a lock that asks, a page that follows the day.

use crate::month::{PERIOD, fill, paste, press_in, report, sign};
use planboard_browser_tests::{Look, Page, Site, rules};
use serde_json::json;

/// The clock of the page; `self.later(ms)` moves it on.
const CLOCK: &str = "{
    const True = Date;
    let ahead = 0;
    self.later = ms => { ahead += ms };
    self.Date = class extends True {
        constructor(...all) { all.length ? super(...all) : super(True.now() + ahead) }
        static now() { return True.now() + ahead }
    };
}";

/// An officer who has taken in a report of 海城市 with a problem.
fn with_a_problem(site: &Site) -> Page {
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address(PERIOD));
    let clerk = Page::new(Look::PHONE);
    clerk.open(&site.address("#/form/haicheng?month=2024-08"));
    clerk.wait_for("the form", "document.querySelectorAll('form.form input').length > 3");
    clerk.evaluate("{ const fold = [...document.querySelectorAll('form.form details.fold')].find(one => one.querySelector('.problems')); fold.open = true; fold.querySelector('p > button').click(); }");
    clerk.wait_for(
        "the fields of a problem",
        "document.querySelectorAll('.problems input, .problems textarea').length > 1",
    );
    clerk.evaluate("document.querySelector('.problems textarea, .problems input').id ||= 'problem'");
    let field =
        clerk.text("'#' + CSS.escape(document.querySelector('.problems textarea, .problems input').id)");
    fill(&clerk, &field, "用地指标未落实");
    let receipt = report(&clerk, "李工", &[("入库省级典型联盟", "2")]);
    paste(&officer, &receipt);
    press_in(&officer, "article.receipt", "海城市", "接收");
    sign(&officer, "李科");
    officer.wait_for("the act to be told", "!!document.querySelector('.done[data-shown]')");
    officer
}

/// walk a3: a reported problem stands on dispatch, overview and the organisation's page, and leads to its own.
#[test]
fn a_problem_stays_in_sight_and_leads_to_the_page_where_it_is_acted_on() {
    let site = Site::release();
    let officer = with_a_problem(&site);
    let listed = "[...document.querySelectorAll('.problem-list tbody')].some(row => row.innerText.includes('用地指标未落实') && row.innerText.includes('海城市'))";
    officer.wait_for("the problem on the list", listed);
    officer.open(&site.address(""));
    officer.wait_for("the problem on the overview", "[...document.querySelectorAll('aside .todo')].some(one => one.innerText.includes('问题清单') && one.innerText.includes('用地指标未落实'))");
    officer.open(&site.address("#/organisation/haicheng"));
    officer.wait_for(
        "the problem on the organisation's page",
        "document.querySelector('main').innerText.includes('用地指标未落实')",
    );
    officer.open(&site.address(PERIOD));
    officer.wait_for("the list", listed);
    // By the table of steps nothing is closed that nobody asked to close: the list leads to the page of the problem, which
    // offers what can be done now.
    officer.evaluate("[...document.querySelectorAll('.problem-list tbody a')].find(one => one.innerText.includes('用地指标未落实')).click()");
    officer
        .wait_for("its page", "document.querySelector('.problem h1')?.innerText.includes('用地指标未落实')");
    let offered = officer.text("[...document.querySelectorAll('.problem .acts .buttons button')].map(one => one.innerText.trim()).join()");
    assert_eq!(offered, "交办,上提、发函,中止");
    press_in(&officer, ".problem .acts .buttons", "交办", "交办");
    officer.wait_for("the fields", "!!document.querySelector('#problem-organisation')");
    fill(&officer, "#problem-day", "2024-02-30");
    press_in(&officer, ".problem form.reason", "完成时限", "交办");
    officer.wait_for(
        "that there is no such day",
        "document.querySelector('.problem [role=alert]')?.innerText.includes('没有这一天')",
    );
    fill(&officer, "#problem-day", "2099-12-31");
    assert_eq!(rules::axe(&officer), [""; 0]);
    press_in(&officer, ".problem form.reason", "完成时限", "交办");
    let told = "document.querySelector('.problem .history')?.innerText.includes('限 2099-12-31 前办结')";
    officer.wait_for("the step with its day", told);
    officer.reload();
    officer.wait_for("the step after a reload", told);
}

/// walk a28: a lock asks first, and nobody signs for nobody in silence.
#[test]
fn a_lock_asks_and_is_signed() {
    let site = Site::release();
    let officer = with_a_problem(&site);
    let sheet = ".locking";
    press_in(&officer, sheet, "锁定本期", "锁定本期");
    officer.wait_for(
        "the question",
        "document.querySelector('.locking .question')?.innerText.includes('家未报')",
    );
    press_in(&officer, ".locking .question", "仍要锁定", "取消");
    officer.wait_for("the button again", "!document.querySelector('.locking .question')");
    press_in(&officer, sheet, "锁定本期", "锁定本期");
    press_in(&officer, ".locking .question", "仍要锁定", "仍要锁定");
    officer.wait_for(
        "the lock with its name",
        "/李科.*锁定了/.test(document.querySelector('.locking').innerText)",
    );
}

/// walk a24, a30: the link of a return can be had again after a reload, and stands in the reminder.
#[test]
fn the_return_link_survives_a_reload() {
    let site = Site::release();
    let officer = with_a_problem(&site);
    let clerk = Page::new(Look::PHONE);
    clerk.open(&site.address("#/form/science-bureau?month=2024-08"));
    let receipt = report(&clerk, "王工", &[("入库省级典型联盟", "14")]);
    fill(&officer, ".review textarea", "");
    paste(&officer, &receipt);
    press_in(&officer, "article.receipt", "市科技局", "退回");
    officer.wait_for("the reason's field", "!!document.querySelector('.review .reason textarea')");
    fill(&officer, ".review .reason textarea", "缺佐证材料");
    press_in(&officer, ".receipt .reason", "退回理由", "退回");
    officer.wait_for(
        "the return",
        "[...document.querySelectorAll('.who tr')].some(row => row.innerText.includes('已退回'))",
    );
    officer.reload();
    for button in ["退回链接", "催办"] {
        press_in(&officer, ".who tr", "已退回", button);
        officer.wait_for(
            "the link that goes back",
            "[...document.querySelectorAll('.who .outgoing textarea')].some(one => one.value.includes('pLanB') && one.value.includes('缺佐证材料'))",
        );
    }
    press_in(&officer, ".who tr", "海城市", "填报链接");
    officer
        .wait_for("one text at a time", "document.querySelectorAll('.who .outgoing textarea').length === 1");
}

/// field 8: a page that stays open follows the day when somebody comes back to it, without a reload. Within the window of
/// the period: later, which day it is changes nothing.
#[test]
fn a_page_left_open_follows_the_day() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.before_load(CLOCK);
    page.before_load("self.later(Date.UTC(2024, 8, 1, 4) - Date.now())");
    page.open(&site.address(PERIOD));
    let today = "document.querySelector('main').innerText.match(/今天 (\\d{4}-\\d\\d-\\d\\d)/)?.[1]";
    page.wait_for("the day", &format!("!!{today}"));
    page.wait_for("the plan's clock", "'today' in document.documentElement.dataset");
    let before = page.text(today);
    page.evaluate("self.later(4 * 86_400_000), self.dispatchEvent(new Event('focus'))");
    page.wait_for("another day", &format!("{today} !== {}", json!(before)));
    let after = page.text(today);
    let days =
        page.evaluate(&format!("(new Date({}) - new Date({})) / 86_400_000", json!(after), json!(before)));
    assert_eq!(days.as_f64(), Some(4.0), "{before} {after}");
}

/// walk b1, b8: from the page to all links is one press; the rows stand on the first screen.
#[test]
fn all_fill_in_links_are_one_press_away_and_every_row_is_on_the_first_screen() {
    let site = Site::release();
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address(PERIOD));
    officer.wait_for("the rows", "document.querySelectorAll('.who tbody th').length > 10");
    officer.wait_for("the field for receipts", "!!document.querySelector('.review textarea')");
    let below = "[...document.querySelectorAll('.who tbody tr')].filter(row => row.getBoundingClientRect().bottom > 900).length";
    assert_eq!(officer.evaluate(below), 0, "of a screen of 900 px");
    officer.press("button", "复制全部填报链接");
    let text = "(document.querySelector('.who .outgoing textarea')?.value ?? '')";
    officer.wait_for("the text", &format!("{text}.includes('pLanF')"));
    let lines = format!("{text}.trim().split('\\n').filter(line => line.includes('#pLan')).length");
    let rows = "document.querySelectorAll('.who tbody th').length";
    assert_eq!(officer.evaluate(&lines), officer.evaluate(rows));
}

/// walk b2, d9: who was reminded is remembered through a reload, and cleared with everything else.
#[test]
fn who_was_reminded_is_remembered() {
    let site = Site::release();
    let officer = with_a_problem(&site);
    let row =
        "[...document.querySelectorAll('.who tbody tr')].find(row => row.innerText.includes('市国税局'))";
    officer.wait_for("the row", &format!("!!{row}"));
    press_in(&officer, ".who tr", "市国税局", "催办");
    let noted = format!("!!{row}?.innerText.includes('已催办 1 次')");
    officer.wait_for("the note", &noted);
    officer.reload();
    officer.wait_for("the note after a reload", &noted);
}

/// walk b11: baselines of all indicators are saved by one press, and one key takes them back.
#[test]
fn baselines_are_saved_by_one_press_and_undone_from_another_page() {
    let site = Site::release();
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address("#/baselines"));
    let fields = ".baselines tbody input[id^=value-]";
    officer.wait_for("the fields", &format!("document.querySelectorAll('{fields}').length > 4"));
    fill(&officer, ".baselines .of-all label:last-child input", "2022 年统计公报");
    // Of two stocks, whose basis the plan states.
    officer.evaluate(&format!(
        "[...document.querySelectorAll('{fields}')].find(one => one.closest('td').innerText.includes('待补')).focus()"
    ));
    officer.type_keys("12").key("Enter").type_keys("13");
    officer.press("button", "全部保存");
    sign(&officer, "李科");
    let recorded = "[...document.querySelectorAll('.baselines tbody small')].filter(one => one.innerText.startsWith('已记 1')).length";
    officer.wait_for("both", &format!("{recorded} === 2"));
    officer.evaluate("location.hash = '#/timeline'");
    officer.wait_for(
        "another page",
        "!!document.querySelector('main .timeline, main h1') && location.hash === '#/timeline'",
    );
    officer.settle().evaluate("document.activeElement?.blur()");
    officer.key("Control+z");
    officer.wait_for("word of it", "!!document.querySelector('.banner[data-kind=undone]')");
    officer.evaluate("location.hash = '#/baselines'");
    officer.wait_for(
        "the table without them",
        &format!("!!document.querySelector('.baselines') && {recorded} === 0"),
    );
}
