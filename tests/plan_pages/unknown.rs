use crate::{anshan, harbour_city};
use planboard::page::unknown::model;
use planboard::route::Route;
use planboard::text::Language::{En, Zh};

#[test]
fn the_nearest_things_to_an_address_are_offered() {
    let cases = [
        ("#/organisation/science-burea", "#/organisation/science-bureau"),
        ("#/organisation/Science_Bureau", "#/organisation/science-bureau"),
        ("#/project/%E4%B8%83%E5%BD%A9%E5%8C%96%E5%AD%A6", "#/organisation/qicai-chemical"),
        ("#/高企", "#/indicator/high-tech-enterprises"),
        ("#/milestone/qicai-constructio?x=1", "#/milestone/qicai-construction"),
    ];
    let plan = anshan();
    for (asked, nearest) in cases {
        let page = model(&plan, &Route::parse(asked), Zh);
        let offered: Vec<&str> = page.nearest.iter().map(|one| one.link.href.as_str()).collect();
        assert!(offered.iter().take(2).any(|href| *href == nearest), "{asked} offers {offered:?}");
        assert!(offered.len() <= 6);
    }
}

#[test]
fn an_address_that_is_like_nothing_offers_the_pages_alone() {
    for asked in ["#/zzzz", "#/%", "#/%zz%4", "#//", "#/?"] {
        let page = model(&harbour_city(), &Route::parse(asked), En);
        assert!(page.nearest.is_empty(), "{asked} offers {:?}", page.nearest);
        assert_eq!(page.pages.len(), 7);
    }
}

#[test]
fn an_address_is_shown_as_people_read_it() {
    let cases = [
        ("#/%E5%85%B3%E4%BA%8E", "/关于"),
        ("#/%E5%85", "/%E5%85"),
        ("#/a%2", "/a%2"),
        ("#/%3Cb%3E", "/<b>"),
    ];
    for (asked, shown) in cases {
        assert_eq!(model(&anshan(), &Route::parse(asked), Zh).asked, shown);
    }
}
