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
