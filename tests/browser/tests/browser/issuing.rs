//! A quarter from its last lock to the issued bulletin, a late figure, the correction; a half-year that opens its problems.

use crate::month::{choose, fill, paste, press_in, report, sign};
use crate::storage::{content, keep};
use planboard_browser_tests::{Look, Page, Site, paper, rules};

const QUARTER: &str = "#/document/bulletin?month=2023-12";
const HALF: &str = "#/document/assessment?month=2023-12";
const TABLE: &str = "!!document.querySelector('.document .table')";

/// Locks a month; whoever has not said who he is, is asked. A month that is locked takes in what came since.
fn lock(officer: &Page, site: &Site, month: &str) {
    officer.open(&site.address(&["#/dispatch?month=", month].concat()));
    officer.wait_for(
        "the button that locks",
        "(() => { const button = [...document.querySelectorAll('.locking button')].find(one => ['锁定本期', '重新锁定'].includes(one.innerText.trim())); button?.click(); return !!button; })()",
    );
    // What lacks is asked about first; who acts, with the first act.
    officer.wait_for(
        "a question or the lock",
        "!!document.querySelector('.locking .question, dialog.signature[open]') || /锁定了/.test(document.querySelector('.locking').innerText)",
    );
    if officer.evaluate("!!document.querySelector('.locking .question')") == true {
        press_in(officer, ".locking .question", "仍要锁定", "仍要锁定");
    }
    officer.wait_for(
        "a signature or the lock",
        "!!document.querySelector('dialog.signature[open]') || /锁定了/.test(document.querySelector('.locking').innerText)",
    );
    if officer.evaluate("!!document.querySelector('dialog.signature[open]')") == true {
        sign(officer, "李科");
    }
    officer.wait_for("the lock", "/锁定了/.test(document.querySelector('.locking').innerText)");
}

/// A clerk reports a figure of December, and the officer takes it over.
fn reported(officer: &Page, site: &Site, figure: &str) {
    let clerk = Page::new(Look::PHONE);
    clerk.open(&site.address("#/form/science-bureau?month=2023-12"));
    let receipt = report(&clerk, "王工", &[("入库省级典型联盟", figure)]);
    officer.open(&site.address("#/dispatch?month=2023-12"));
    paste(officer, &receipt);
    press_in(officer, "article.receipt", "市科技局", "接收");
    officer.wait_for(
        "a signature or the act",
        "!!document.querySelector('dialog.signature[open]') || document.body.innerText.includes('撤销')",
    );
    if officer.evaluate("!!document.querySelector('dialog.signature[open]')") == true {
        sign(officer, "李科");
    }
    officer.wait_for("the act to be told", "document.body.innerText.includes('撤销')");
}

fn told(page: &Page, words: &str) {
    page.wait_for(
        words,
        &format!("document.querySelector('.paper-form > .told').innerText.includes({words:?})"),
    );
}

/// The field of the form with this name.
fn field(page: &Page, name: &str, text: &str) {
    page.evaluate(&format!(
        "[...document.querySelectorAll('.paper-form label')].find(one => one.querySelector('span').innerText === {name:?}).querySelector('input, textarea').id = 'asked'"
    ));
    fill(page, "#asked", text);
    page.evaluate("document.querySelector('#asked').removeAttribute('id')");
}

#[test]
fn a_quarter_is_issued_and_corrected_and_anybody_makes_it_again() {
    let (site, officer) = (Site::release(), Page::new(Look::DESKTOP));
    reported(&officer, &site, "8");
    officer.open(&site.address(QUARTER));
    officer.wait_for("the paper", TABLE);
    assert!(officer.words().contains("草稿，未印发"), "{}", officer.words());
    officer.press("button", "印发");
    officer.wait_for(
        "that months are open",
        "!!document.querySelector('.paper-form [role=alert]')?.innerText.includes('2023年12月尚未锁定')",
    );
    assert_eq!(rules::axe(&officer), [""; 0]);
    lock(&officer, &site, "2023-12");

    // What is typed is on the paper, and there after a reload.
    officer.open(&site.address(QUARTER));
    officer.wait_for("the paper", TABLE);
    field(&officer, "总体评价", "总体平稳，联盟建设偏慢。");
    officer.wait_for(
        "the text on the paper",
        "document.querySelector('.document').innerText.includes('联盟建设偏慢')",
    );
    officer.reload();
    officer.wait_for(
        "the text again",
        "!!document.querySelector('.document')?.innerText.includes('联盟建设偏慢')",
    );
    officer.press("button", "印发");
    told(&officer, "已印发");
    officer
        .wait_for("the issued paper", "!!document.querySelector('.issued a[href^=\"#/issued/\"]')")
        .paint();
    assert!(officer.text("document.querySelector('.issued').innerText").contains("第1期"));
    assert_eq!(
        officer.text("String(document.querySelectorAll('.outrun').length)"),
        "0",
        "no figure has changed yet"
    );
    officer.press("button", "印发更正");
    officer.wait_for(
        "that nothing is otherwise",
        "!!document.querySelector('.paper-form [role=alert]')?.innerText.includes('没有不同')",
    );
    let issued =
        officer.text("document.querySelector('.issued a[href^=\"#/issued/\"]').getAttribute('href')");

    // Whoever has the records makes it again, to the letter.
    let leader = Page::new(Look::PHONE.dark());
    keep(&leader, &content(&officer));
    let read = |page: &Page| {
        page.open(&site.address(&issued));
        page.wait_for("the paper", TABLE);
        page.text("document.querySelector('.document').textContent")
    };
    let first = read(&leader);
    assert!(first.contains("第1期") && first.contains("联盟建设偏慢") && !first.contains("草稿"), "{first}");
    assert!(leader.text("document.querySelector('.agreement').innerText").contains("核对码一致"));
    assert_eq!(rules::axe(&leader), [""; 0]);

    // A late figure changes nothing that was issued; the page says what is otherwise, and drafts the correction.
    reported(&officer, &site, "21");
    lock(&officer, &site, "2023-12");
    assert_eq!(read(&officer), first);
    officer.open(&site.address(QUARTER));
    officer
        .wait_for("what is otherwise", "!!document.querySelector('.issued')?.innerText.includes('1项指标')");
    let since = officer.text("document.querySelector('.issued .table tbody').innerText");
    assert!(since.contains('8') && since.contains("21"), "{since}");
    officer.wait_for(
        "that the text has to be read again",
        "!!document.querySelector('.outrun')?.innerText.includes('总体评价')",
    );
    officer.press("button", "印发更正");
    told(&officer, "已印发");
    officer.press("link", "第1期更正");
    officer
        .wait_for("the correction", "!!document.querySelector('.document h1')?.innerText.includes('更正')");
    assert!(officer.words().contains("本期为第1期的更正"), "{}", officer.words());
    assert_eq!(read(&officer), first, "the first stays as it was");
    assert!(officer.text("document.querySelector('.agreement').innerText").contains("第1期更正"));
    // One undo takes the correction back.
    assert!(officer.complaints().is_empty(), "{:?}", officer.complaints());
}

#[test]
fn a_half_year_ends_in_problems_that_are_open_then() {
    let (site, officer) = (Site::release(), Page::new(Look::PHONE));
    reported(&officer, &site, "8");
    lock(&officer, &site, "2023-12");
    officer.open(&site.address(HALF));
    officer.wait_for("the paper", TABLE);
    officer.press("button", "印发");
    officer.wait_for(
        "that it has to find something",
        "!!document.querySelector('.paper-form [role=alert]')?.innerText.includes('须列出找到的困难和问题')",
    );
    find_and_issue(&officer);
    // One undo, while one is on the page, takes back the paper and its problems.
    officer.press("button", "撤销");
    officer.wait_for("that nothing is issued", "!document.querySelector('.issued')");
    officer.open(&site.address("#/problems"));
    officer.wait_for("the page", "!!document.querySelector('main h1')").paint();
    assert!(!officer.words().contains("缺少中试场地"), "{}", officer.words());

    officer.open(&site.address(HALF));
    officer.wait_for("the paper", TABLE);
    officer.wait_for(
        "what was typed is there again",
        "[...document.querySelectorAll('.found input')].some(one => one.value === '缺少中试场地')",
    );
    find_and_issue(&officer);
    officer.press("link", "第1期");
    officer.wait_for(
        "what it found",
        "!!document.querySelector('.document')?.innerText.includes('本次评估查找的问题')",
    );
    officer.open(&site.address("#/problems"));
    officer.wait_for(
        "both problems",
        "['缺少中试场地', '入库省级典型联盟：'].every(one => document.querySelector('main').innerText.includes(one))",
    );
}

/// Takes the indicator that is behind as a problem, names another one, and issues.
fn find_and_issue(officer: &Page) {
    officer.press("button", "列入未达进度或目标的指标");
    officer.wait_for(
        "the indicator that is behind",
        "[...document.querySelectorAll('.found input')].some(one => one.value.startsWith('入库省级典型联盟'))",
    );
    officer.press("button", "再加一个问题");
    field(officer, "问题2", "缺少中试场地");
    choose(officer, ".found .fields:nth-child(2)", "涉及指标", "新增省级创新载体");
    field(officer, "完成时限2", "2027-03-31");
    assert_eq!(rules::axe(officer), [""; 0]);
    officer.press("button", "印发");
    told(officer, "已印发");
}

/// A4 on its long side; every sheet of the annex has its heads, and nothing is cut.
#[test]
fn the_bulletin_is_printed_with_its_heads_on_every_sheet() {
    let (site, page) = (Site::release(), Page::new(Look::DESKTOP));
    page.open(&site.address(QUARTER));
    page.wait_for("the paper", TABLE).paint();
    let sheets = paper::sheets(&page.print());
    assert!(sheets.len() > 1, "{} sheets", sheets.len());
    let text: String = sheets.iter().map(|sheet| sheet.text()).collect();
    let places: Vec<usize> = ["一、总体情况", "三、报送情况", "六、困难和问题", "附件：各项指标进展"]
        .iter()
        .map(|head| text.replace(' ', "").find(head).unwrap_or_else(|| panic!("{head} in {text}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    for (at, sheet) in sheets.iter().enumerate() {
        assert!(sheet.cut().is_empty(), "sheet {at}: {:?}", sheet.cut());
        if sheet.text().contains("逾期未报") {
            assert!(sheet.text().contains("完成值"), "sheet {at} lacks its heads: {}", sheet.text());
        }
    }
}

/// M19: a clerk tells a case on his own device; the officer takes it in as a receipt, adopts it, and the bulletin prints it.
#[test]
fn a_case_goes_from_a_clerk_to_the_bulletin() {
    let (site, officer) = (Site::release(), Page::new(Look::DESKTOP));
    reported(&officer, &site, "12");
    let clerk = Page::new(Look::PHONE);
    clerk.open(&site.address("#/cases?month=2023-12"));
    clerk.wait_for("the form", "!!document.querySelector('.cases form')");
    assert!(clerk.words().contains("本季度还没有典型案例"), "{}", clerk.words());
    clerk.press("button", "报送");
    clerk.wait_for("what is missing", "document.querySelectorAll('.cases [role=alert] li').length === 6");
    choose(&clerk, ".cases", "报送单位", "市科技局");
    for (name, text) in [
        ("标题", "校企共建典型联盟"),
        ("背景与问题", "联盟分散，企业参与少。"),
        ("做法与创新", "建立联盟台账，逐户走访。"),
        ("进展与成效", "联盟数量达到年度目标。"),
        ("经验启示", "要有专人负责。"),
    ] {
        field(&clerk, name, text);
    }
    clerk.reload();
    clerk.wait_for("what was typed", "document.querySelector('#case-title')?.value === '校企共建典型联盟'");
    assert!(clerk.words().contains("全文41字"), "{}", clerk.words());
    assert_eq!(rules::axe(&clerk), [""; 0]);
    clerk.press("button", "报送");
    sign(&clerk, "王工");
    clerk.wait_for(
        "the text to be sent",
        "document.querySelector('.cases .sent textarea')?.value.includes('pLanR')",
    );
    let receipt = clerk.text("document.querySelector('.cases .sent textarea').value");

    officer.open(&site.address("#/dispatch?month=2023-12"));
    paste(&officer, &receipt);
    press_in(&officer, "article.receipt", "市科技局", "接收");
    officer.wait_for("the act to be told", "document.body.innerText.includes('撤销')");
    officer.open(&site.address("#/cases?month=2023-12"));
    officer
        .wait_for("the case", "!!document.querySelector('.case h2')?.innerText.includes('校企共建典型联盟')");
    officer.press("button", "退回");
    officer.wait_for(
        "that a reason is asked",
        "document.querySelector('.cases > .told').innerText.includes('请写明退回理由')",
    );
    officer.press("button", "采用");
    officer.wait_for(
        "that it is adopted",
        "document.querySelector('.case header').innerText.includes('已采用')",
    );
    assert_eq!(rules::axe(&officer), [""; 0]);
    lock(&officer, &site, "2023-12");
    officer.open(&site.address(QUARTER));
    officer.wait_for(
        "the case on the paper",
        "!!document.querySelector('.document')?.innerText.includes('校企共建典型联盟')",
    );
    officer.press("button", "印发");
    told(&officer, "已印发");
    officer.press("link", "典型案例");
    officer.wait_for(
        "where it was printed",
        "!!document.querySelector('.case a[href^=\"#/issued/\"]')?.innerText.includes('载于第1期')",
    );
}
