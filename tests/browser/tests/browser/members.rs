//! Lists with members: a pasted column, a decision on a name that is nearly the same, a member that leaves.

use crate::month::{fill, press_in, sign};
use planboard_browser_tests::{Look, Page, Site};

const LIST: &str = "#/list/high-tech-enterprise-list?until=2024-08-31";

/// Pastes names that are recognised from a day on.
fn paste_names(page: &Page, names: &str, day: &str) {
    page.wait_for("the field for names", "!!document.querySelector('.paste-list textarea')");
    fill(page, ".paste-list input[type=date]", day);
    fill(page, ".paste-list textarea", names);
}

fn wait_for_line(page: &Page, line: &str) {
    page.wait_for(
        line,
        &format!(
            "[...document.querySelectorAll('.one-list .balance')].some(one => one.innerText.trim() === {line:?})"
        ),
    );
}

/// M40 1, 3, 4: the column is told before it is recorded, nothing is joined but by a decision, and the line of the year
/// says who came and who left.
#[test]
fn a_column_is_pasted_a_near_name_decided_and_a_member_leaves() {
    let site = Site::release();
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address(LIST));
    paste_names(&officer, "海城三鱼泵业有限公司\n鞍山国扬通信科技有限公司\n", "2024-02-01");
    officer
        .wait_for("the dry run", "document.querySelector('.paste-list .found').innerText.includes('新增 2')");
    press_in(&officer, ".paste-list form", "粘贴", "登记");
    sign(&officer, "李科");
    wait_for_line(&officer, "2024 年：年初 0 + 新增 2 − 退出 0 = 2024-08-31 现有 2");

    paste_names(&officer, "海城三鱼泵业\n鞍山钢峰风机有限公司\n", "2024-03-01");
    officer.wait_for("the choice", "!!document.querySelector('.paste-list .choices select')");
    press_in(&officer, ".paste-list form", "粘贴", "登记");
    officer.wait_for(
        "word that one row waits",
        "document.querySelector('.one-list .told').innerText.includes('1 行疑似重复、待确认')",
    );
    officer.evaluate(
        "{ const choice = document.querySelector('.paste-list .choices select'); choice.value = '1'; \
         choice.dispatchEvent(new Event('change', { bubbles: true })); }",
    );
    press_in(&officer, ".paste-list form", "粘贴", "登记");
    wait_for_line(&officer, "2024 年：年初 0 + 新增 3 − 退出 0 = 2024-08-31 现有 3");

    officer.press("button", "变更 海城三鱼泵业有限公司");
    officer.wait_for("the dialog", "!!document.querySelector('dialog.member[open] select')");
    officer.evaluate(
        "{ const state = document.querySelector('dialog.member select'); state.value = '-'; \
         state.dispatchEvent(new Event('change', { bubbles: true })); }",
    );
    fill(&officer, "dialog.member input[type=date]", "2024-06-30");
    press_in(&officer, "dialog.member form", "起始日", "登记");
    wait_for_line(&officer, "2024 年：年初 0 + 新增 3 − 退出 1 = 2024-08-31 现有 2");
    officer.wait_for(
        "two on the list",
        "document.querySelectorAll('.one-list table[aria-label] tbody tr').length === 2",
    );
}
