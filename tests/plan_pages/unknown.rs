use crate::{anshan, binjiang, harbour_city};
use planboard::page::plan::unknown::model;
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

/// walk a36: a slip in an identifier, a name or the page's own word leads to what was meant, of the kind that was asked for
/// first; a wrong condition leads to the page without it.
#[test]
fn a_mistyped_address_offers_what_was_meant_first() {
    let cases = [
        ("#/indicator/high-tech-enterprise", "#/indicator/high-tech-enterprises"),
        ("#/indicator/hihg-tech-enterprises", "#/indicator/high-tech-enterprises"),
        ("#/indicator/gazeles", "#/indicator/gazelles"),
        ("#/indicator/高薪技术企业总数", "#/indicator/high-tech-enterprises"),
        ("#/task/allinces", "#/task/alliances"),
        ("#/dispach", "#/dispatch"),
        ("#/dispatch?month=2024-13", "#/dispatch"),
        ("#/indicators?basis=heap", "#/indicators"),
        ("#/indicatros", "#/indicators"),
        ("#/devcie", "#/device"),
        ("#/form/science-burea", "#/organisation/science-bureau"),
    ];
    for plan in [anshan()] {
        for (asked, meant) in cases.iter().filter(|(_, meant)| {
            let id = meant.rsplit('/').next().unwrap_or_default();
            !meant.starts_with("#/task/") || plan.task(id).is_some()
        }) {
            let page = model(&plan, &Route::parse(asked), Zh);
            let offered: Vec<&str> = page.nearest.iter().map(|one| one.link.href.as_str()).collect();
            assert_eq!(offered.first(), Some(meant), "{asked} offers {offered:?}");
        }
    }
}

/// walk a36: every identifier of every plan is found again with any one letter missing, doubled or changed.
#[test]
fn any_slip_of_one_letter_is_forgiven_in_every_plan() {
    for plan in [anshan(), harbour_city(), binjiang()] {
        for place in plan.indicators() {
            let id = &place.item.id;
            let meant = Route::Indicator(id.clone()).href();
            for at in (0..id.len()).step_by(4) {
                let (before, after) = (&id[..at], &id[at + 1..]);
                for slip in [
                    [before, after].concat(),
                    [before, "q", after].concat(),
                    [before, "q", &id[at..]].concat(),
                ] {
                    if plan.indicator(&slip).is_some() || slip.len() < 5 {
                        continue;
                    }
                    let page = model(&plan, &Route::Indicator(slip.clone()), En);
                    let offered: Vec<&str> = page.nearest.iter().map(|one| one.link.href.as_str()).collect();
                    assert!(offered.iter().take(2).any(|href| *href == meant), "{slip} offers {offered:?}");
                }
            }
        }
    }
}

#[test]
fn an_address_that_is_like_nothing_offers_the_pages_alone() {
    for asked in ["#/zzzz", "#/%", "#/%zz%4", "#//", "#/?"] {
        let page = model(&harbour_city(), &Route::parse(asked), En);
        assert!(page.nearest.is_empty(), "{asked} offers {:?}", page.nearest);
        assert_eq!(page.pages.len(), 8);
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
