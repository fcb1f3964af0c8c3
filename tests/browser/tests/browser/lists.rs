//! Lists in the order that was asked for.

use planboard_browser_tests::{Look, Page, Site};

#[test]
fn chinese_names_are_sorted_by_sound() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address("#/indicators?sort=name"));
    let names =
        page.text("[...document.querySelectorAll('main tbody th a')].map(a => a.innerText).join(' ')");
    let place = |name: &str| names.find(name).unwrap_or_else(|| panic!("{name} is not in {names}"));
    // chuang, gao, ke: neither the order of the plan nor that of the characters' numbers.
    assert!(
        place("创新载体") < place("高新技术企业") && place("高新技术企业") < place("科技成果转化率"),
        "{names}"
    );
}

/// What somebody has opened stays open when records come or go.
#[test]
fn an_open_branch_outlives_a_change_of_the_records() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address("#/device"));
    page.press("button", "显示示例台账");
    page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
    page.evaluate("void (location.hash = '#/tasks?view=tree')");
    let lit = "main :is([data-light=red], [data-light=green], [data-light=amber], [data-light=missed], [data-light=met])";
    page.wait_for("the tree with its lights", &format!("!!document.querySelector({lit:?})"));
    let toggle = "main .branch .toggle";
    page.evaluate(&format!("document.querySelectorAll({toggle:?})[1].click()"));
    let open = "JSON.stringify([...document.querySelectorAll('main .branch')].map(one => one.dataset.open))";
    page.wait_for("an open branch", &format!("{open}.includes('true')"));
    let before = page.text(open);
    page.press("button", "移除示例");
    page.wait_for("no light of the sample", &format!("!document.querySelector({lit:?})")).paint();
    assert_eq!(page.text(open), before);
}
