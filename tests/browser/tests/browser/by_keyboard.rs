//! The clerk's form and the officer's review by keys alone: opened, filled in, copied, pasted, accepted, returned and
//! undone without a mouse, and with a focus that can be seen after every act.

use crate::hands::Hands;
use crate::month::{PERIOD, own_records, report};
use planboard_browser_tests::{Browser, Chromium, Look, Page, Site};

const FORM: &str = "#/form/science-bureau?month=2024-08";
/// The place of the focus in the column of figures.
const AT: &str = "[...document.querySelectorAll('form.form input[inputmode=decimal]')].indexOf(e)";

#[test]
fn a_clerk_fills_in_the_form_and_copies_the_receipt() {
    for look in [Look::DESKTOP, Look::PHONE] {
        // A browser of its own: its clipboard is shared by all of its profiles.
        let browser = Browser::start(Chromium::Installed, &[]);
        let site = Site::release();
        let officer = Page::in_browser(&browser, Look::DESKTOP);
        report_july(&officer, &site);
        officer.open(&site.address(PERIOD));
        let asks = Hands(&officer);
        asks.tab_to("button", "填报链接 市科技局").key("Enter");
        asks.then(
            "the fill-in link",
            "document.querySelector('.outgoing textarea')?.value.includes('pLanF') ?? false",
        );
        let link = crate::month::link(&officer.text("document.querySelector('.outgoing textarea').value"));

        let clerk = Page::in_browser(&browser, look);
        clerk.open(&link);
        let hands = Hands(&clerk);
        paste_a_column(&hands);
        type_down_the_column(&hands);
        leave_the_rest_as_last_month(&hands);
        say_more(&hands);
        put_right_and_look(&hands);
        hands.tab_to("button", "生成回执").key("Enter");
        hands.then("receipt or question", "!!document.querySelector('.receipt, .asking')");
        if clerk.evaluate("!!document.querySelector('.asking')") == true {
            hands.tab_to("button", "仍要生成").key("Enter");
        }
        hands.then(
            "the receipt",
            "document.querySelector('.receipt textarea')?.value.includes('pLanR') ?? false",
        );
        hands.tab_to("button", "复制文字").key("Enter");
        hands.then("word that it was copied", "document.querySelector('.told').innerText === '已复制。'");

        // What was copied is pasted with the keys for it, and says what was typed.
        officer.open(&site.address(PERIOD));
        let takes = Hands(&officer);
        takes.tab_to("textbox", "粘贴回执").key("Control+v");
        takes.then("the receipt in the review", "!!document.querySelector('article.receipt')");
        let words = officer.text("document.querySelector('article.receipt').innerText");
        for typed in ["王工", "14", "2.5", "6", "无变化", "省厅文件", "缺少设备", "李处"] {
            assert!(words.contains(typed), "{typed} is not in the receipt in {look}: {words}");
        }
        assert!(!words.contains("不要了"), "what was taken out again is in the receipt: {words}");
    }
}

/// The bureau's figures of the month before, so that there is a last month.
fn report_july(officer: &Page, site: &Site) {
    officer.open(&site.address("#/form/science-bureau?month=2024-07"));
    officer.wait_for("the form", "document.querySelectorAll('form.form input').length > 3");
    let names = officer.text(
        "[...document.querySelectorAll('form.form li:has(input[inputmode=decimal]) label > span')].map(name => name.innerText).join('\\n')",
    );
    let figures: Vec<(&str, &str)> = names.lines().map(|name| (name, "12")).collect();
    report(officer, "王工", &figures);
}

fn paste_a_column(hands: &Hands) {
    hands.tab_to("button", "从表格粘贴").key("Enter");
    hands.then_on("the field to paste into", "e.matches('dialog.paste textarea')");
    hands.keys("5").key("Enter").keys("6");
    hands.then("what it would fill", "document.querySelectorAll('dialog.paste .fills li').length === 2");
    hands.tab_to("button", "填入").key("Enter");
    hands.then_on(
        "the button again",
        "e.innerText === '从表格粘贴' && document.querySelectorAll('form.form input[inputmode=decimal]')[1].value === '6'",
    );
}

fn type_down_the_column(hands: &Hands) {
    hands.tab_until("the first figure", &format!("{AT} === 0"));
    hands.keys("14").key("Enter").then_on("the second figure", &format!("{AT} === 1 && e.value === '6'"));
    hands.key("ArrowDown").then_on("the third figure", &format!("{AT} === 2"));
    hands.keys("2.5").key("ArrowUp").then_on("the second figure", &format!("{AT} === 1"));
    // What may stay empty is folded away, and not on the way down.
    let last = hands
        .0
        .evaluate("document.querySelectorAll('form.form section input[inputmode=decimal]').length - 1");
    let last = last.as_u64().expect("a number");
    assert!(last > 5, "the biggest organisation has a long column, not {last}");
    for at in 2..=last {
        hands.key("Enter").then_on("the next figure", &format!("{AT} === {at}"));
    }
    hands.key("Enter").then_on("the last figure still", &format!("{AT} === {last}"));
    let values = hands.0.text(
        "[...document.querySelectorAll('form.form input[inputmode=decimal]')].slice(0, 4).map(e => e.value).join()",
    );
    assert_eq!(values, "14,6,2.5,");
}

fn leave_the_rest_as_last_month(hands: &Hands) {
    let unchanged = "[...document.querySelectorAll('form.form input[inputmode=decimal]')].filter(e => e.placeholder === '无变化')";
    assert_eq!(hands.0.evaluate(&format!("{unchanged}.length")), 0);
    hands.back_to("button", "上月照旧").key("Enter");
    hands.then_on(
        "the figures of last month",
        &format!("e.innerText === '上月照旧' && {unchanged}.length > 2"),
    );
    // What was typed stays.
    assert_eq!(hands.0.evaluate(&format!("{unchanged}.some(e => {AT} < 3)")), false);
}

/// Evidence, a stage, and problems, one of which is taken out again.
fn say_more(hands: &Hands) {
    hands
        .tab_until("the fold of the first figure", "e.matches('summary') && e.closest('.fields')")
        .key("Enter");
    hands.then_on("the fold to open", "e.parentElement.open");
    hands.tab_until("the field for evidence", "e.closest('details.more') && e.matches('input')");
    hands.words("省厅文件");
    hands.tab_until("a stage", "e.type === 'radio'").key("Space");
    hands.then_on("a stage to be chosen", "e.type === 'radio' && e.checked");
    hands.key("ArrowRight");
    hands.then_on(
        "the stage beside it",
        "e.type === 'radio' && e.checked && e.closest('.seg').querySelector('input') !== e",
    );
    unfold(hands, ".problems");
    hands.tab_to("button", "＋加一条").key("Enter");
    hands.then_on("the field for a problem", "!!e.closest('.problems') && e.matches('input')");
    hands.words("缺少设备").key("Tab").words("李处").key("Tab").words("2024-13-41");
    hands.tab_to("button", "＋加一条").key("Enter");
    hands.then_on(
        "a second problem",
        "[...document.querySelectorAll('.problems > li')].indexOf(e.closest('li')) === 1",
    );
    hands.words("不要了");
    hands.tab_to_last("button", "删除本条").key("Enter");
    hands.then("one problem", "document.querySelectorAll('.problems > li').length === 1");
    unfold(hands, ".reporter");
    hands.tab_to("textbox", "填报人 写在回执上，可不填").words("王工");
}

/// Opens what is folded away.
fn unfold(hands: &Hands, what: &str) {
    hands.tab_until(
        "a folded line",
        &format!("e.matches('.fold > summary') && e.parentElement.querySelector({what:?})"),
    );
    hands.key("Enter").then_on("it to open", "e.parentElement.open");
}

/// A receipt that would not do leads to what is wrong; the preview gives the focus back.
fn put_right_and_look(hands: &Hands) {
    hands.tab_to("button", "生成回执").key("Enter");
    hands.then_on("the day that there is not", "e.value === '2024-13-41' && e.ariaInvalid === 'true'");
    assert_eq!(hands.0.evaluate("!!document.querySelector('.receipt')"), false);
    hands.key("Control+a").words("2024-09-30");
    // On a phone the receipt itself is the preview.
    if hands.0.evaluate("!document.querySelector('.send .look').offsetParent") == true {
        return;
    }
    hands.tab_to("button", "预览回执").key("Enter");
    hands.then(
        "the preview",
        "document.querySelector('dialog.preview[open]')?.innerText.includes('缺少设备') ?? false",
    );
    hands.then_on("the focus in the preview", "!!e.closest('dialog')");
    hands
        .key("Escape")
        .then_on("the button again", "e.innerText === '预览回执' && !document.querySelector('dialog[open]')");
}

#[test]
fn an_officer_takes_in_returns_and_undoes() {
    let browser = Browser::start(Chromium::Installed, &[]);
    let site = Site::release();
    let officer = Page::in_browser(&browser, Look::DESKTOP);
    officer.open(&site.address(PERIOD));
    let hands = Hands(&officer);
    hands.tab_to("textbox", "粘贴回执");
    for (form, person, figure) in [
        (FORM, "王工", ("入库省级典型联盟", "14")),
        ("#/form/haicheng?month=2024-08", "李工", ("入库省级典型联盟", "2")),
    ] {
        let clerk = Page::in_browser(&browser, Look::PHONE);
        clerk.open(&site.address(form));
        report(&clerk, person, &[figure]);
        let copies = Hands(&clerk);
        copies.tab_to("button", "复制文字").key("Enter");
        copies.then("word that it was copied", "document.querySelector('.told').innerText === '已复制。'");
        // Behind what is there already.
        hands.key("Control+End").key("Enter").key("Control+v");
        hands.then_on(
            "the receipt in the review",
            &format!("e.matches('.review textarea') && [...document.querySelectorAll('article.receipt')].some(one => one.innerText.includes({person:?}))"),
        );
    }
    assert_eq!(own_records(&officer), 0, "looking writes nothing");

    accept_one(&hands);
    return_the_other(&hands);
    let (accepted, returned) = (standing("市科技局"), standing("海城市"));
    // Of the bureau not everything has come.
    let is_accepted = || officer.text(&accepted).starts_with("已接收（迟报），缺 ");
    assert!(is_accepted(), "{}", officer.text(&accepted));
    assert_eq!(officer.text(&returned), "已退回");

    // Only the last act is taken back, by the one button for it: no bar over the page says the same once more.
    assert_eq!(officer.evaluate("!!document.querySelector('.banner[data-kind=undo]')"), false);
    let is_back =
        "[...document.querySelectorAll('article.receipt')].some(one => one.innerText.includes('李工'))";
    hands.tab_until("the way back", "e.innerText === '撤销' && e.closest('.review')").key("Enter");
    hands.then_on("word that it was undone", "e.innerText.startsWith('已撤销')");
    hands.then("the receipt to be back", is_back);
    assert!(is_accepted(), "{}", officer.text(&accepted));
    assert_ne!(officer.text(&returned), "已退回");
    return_with(&hands, "缺盖章");
    assert_eq!(officer.text(&returned), "已退回");
    hands.tab_to("button", "撤销").key("Enter");
    hands.then(
        "the receipt to be back",
        &format!("{is_back} && document.querySelector('.review .done').innerText.startsWith('已撤销')"),
    );
    assert!(is_accepted(), "{}", officer.text(&accepted));
    assert_ne!(officer.text(&returned), "已退回");
}

fn accept_one(hands: &Hands) {
    hands.tab_to("button", "接收 市科技局 2024-08").key("Enter");
    // The first act that signs asks who acts.
    hands.then_on("the field for the name", "e.closest('dialog.signature') && e.matches('input')");
    hands.words("李科").key("Enter");
    hands.then(
        "what was done, with the way back",
        "document.activeElement.matches('.review .done') && document.activeElement.innerText.includes('撤销') && document.querySelectorAll('article.receipt').length === 1",
    );
    assert!(own_records(hands.0) > 0);
}

fn begin_return(hands: &Hands) {
    hands.tab_to("button", "退回 海城市 2024-08").key("Enter");
    hands.then_on("the field for the reason", "e.matches('.reason textarea')");
}

fn return_with(hands: &Hands, reason: &str) {
    begin_return(hands);
    hands.words(reason).tab_to("button", "退回").key("Enter");
    hands.then_on("what was done, with the way back", "e.matches('.done') && e.innerText.includes('撤销')");
    let link = format!(
        "[...document.querySelectorAll('.outgoing textarea')].some(one => one.value.includes('pLanB') && one.value.includes({reason:?}))"
    );
    hands.then("the link that goes back", &link);
}

fn return_the_other(hands: &Hands) {
    begin_return(hands);
    hands.tab_to("button", "取消").key("Enter");
    hands.then_on(
        "the button with which it began",
        "e.ariaLabel === '退回 海城市 2024-08' && !document.querySelector('.reason')",
    );
    // Without a reason nothing comes of it.
    begin_return(hands);
    hands.tab_to("button", "退回").key("Enter");
    hands.then_on(
        "the field again, with a sentence",
        "e.matches('.reason textarea') && document.body.innerText.includes('请写明退回理由')",
    );
    hands.tab_to("button", "取消").key("Enter");
    return_with(hands, "缺佐证材料");
}

/// How an organisation stands with the period, in the officer's table.
fn standing(organisation: &str) -> String {
    format!(
        "[...document.querySelectorAll('.who tr')].find(row => row.innerText.includes({organisation:?})).querySelector('.light').innerText"
    )
}
