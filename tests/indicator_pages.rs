//! The indicator pages as markup.
#![cfg(feature = "ssr")]

mod common;
#[path = "common/page.rs"]
mod page;

use common::{ANSHAN, HARBOUR_CITY, plan};
use page::{is_han, outside_chinese, render};
use planboard::text::Language::{En, Zh};

const PAGES: [&str; 7] = [
    "/indicators",
    "/indicators?view=way",
    "/indicators?view=compare",
    "/indicators?view=multiples",
    "/indicators?area=innovation-ecology&organisation=all-districts&year=2025",
    "/indicator/new-provincial-carriers",
    "/indicator/contract-value",
];

#[test]
fn in_english_no_han_character_stands_outside_what_is_marked_as_chinese() {
    let anshan = plan(ANSHAN);
    for address in PAGES {
        let outside = outside_chinese(&render(&anshan, address, En));
        let stray: String = outside.chars().filter(|&letter| is_han(letter)).collect();
        assert_eq!(stray, "", "{address}");
    }
    // The check itself sees what is not marked.
    let seen = outside_chinese(r#"<p>a<span lang="zh-CN">甲<b>乙</b></span>丙<i aria-label="丁"></i></p>"#);
    assert_eq!(seen, "a丙丁");
}

#[test]
fn each_page_has_one_heading_of_the_first_rank_and_its_own_content() {
    let harbour = plan(HARBOUR_CITY);
    for (plan, address, expected) in [
        (&plan(ANSHAN), "/indicators", r##"<a href="#/indicator/gazelles">"##),
        (&plan(ANSHAN), "/indicators?year=2024&comparator=reach", "清除全部筛选"),
        (&plan(ANSHAN), "/indicators?area=nowhere", "nowhere"),
        (&plan(ANSHAN), "/indicator/gazelles", "雏鹰、瞪羚企业总数力争突破180家"),
        (&plan(ANSHAN), "/indicator/nothing", "没有这个页面"),
        (&harbour, "/indicators?view=multiples", "spills"),
        (&harbour, "/indicator/fine-dust", "12.5"),
    ] {
        let html = render(plan, address, Zh);
        assert_eq!(html.matches("<h1").count(), 1, "{address}");
        assert!(html.contains(expected), "{address}");
    }
}

#[test]
fn the_filters_show_the_selection_of_the_address() {
    let html = render(&plan(ANSHAN), "/indicators?basis=stock&sort=name", Zh);
    let chosen: Vec<&str> = html
        .split("<option ")
        .skip(1)
        .filter(|option| option.split('>').next().is_some_and(|tag| tag.contains("selected")))
        .filter_map(|option| option.split('"').nth(1))
        .collect();
    assert_eq!(chosen, ["", "", "", "stock", "", "", "name"]);
}
