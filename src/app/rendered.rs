//! A page as markup, made without a browser.

use super::{pages, shell};
use crate::plan::PlanIndex;
use crate::route::Route;
use crate::settings::{Density, Settings, Theme};
use crate::state::{Desk, Setup, State};
use crate::storage::{Memory, Place};
use crate::text::Language;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

/// The whole page of a plan at a route, of no day and without records; without the marks that hydration would need.
///
/// Dispatch asks for the day and for the records: it gets today's, and none.
pub fn rendered(plan: &Arc<PlanIndex>, route: Route, language: Language) -> String {
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    let html = Owner::new().with(|| {
        let needs_records = matches!(route, Route::Dispatch(_));
        let state = State::new(plan.clone(), route, settings, None);
        if needs_records {
            let place = Place::new(&plan.id, "/");
            let port = Rc::new(Memory::default());
            state.desk.set(Some(Desk::new(Setup { port, place, clock: now, writer: 0, offset: 0 })));
        }
        pages::bring(state);
        shell(state).to_html()
    });
    html.replace("<!>", "")
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Day;
    use crate::route::{IndicatorsView, MatrixOrder, Shape, TasksView};
    use crate::sample;

    fn plan() -> Arc<PlanIndex> {
        let plan = crate::plan::read::from_json(include_str!("../../public/plan.json"));
        Arc::new(plan.expect("the shipped plan"))
    }

    /// The page of a day with the sample as it is known then, or without any records.
    fn on(plan: &Arc<PlanIndex>, route: Route, day: &str, with_sample: bool, language: Language) -> String {
        let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
        let day = Day::parse(day).expect("a day");
        let html = Owner::new().with(|| {
            let state = State::new(plan.clone(), route, settings, Some(day));
            let port = Rc::new(Memory::default());
            let place = Place::new(&plan.id, "/");
            let desk = Desk::new(Setup { port, place, clock: now, writer: 0, offset: 480 });
            if with_sample {
                desk.show_sample(sample::until(plan, day)).expect("room for the sample");
            }
            state.desk.set(Some(desk));
            pages::bring(state);
            shell(state).to_html()
        });
        html.replace("<!>", "")
    }

    /// M40: a list shows who is on it and takes a pasted column; its indicator leads to it.
    #[test]
    fn a_list_shows_its_members_and_its_indicator_leads_to_it() {
        let plan = plan();
        let list = || Route::List { id: "carrier-list".into(), until: Day::parse("2024-06-30") };
        for language in Language::ALL {
            let html = on(&plan, list(), "2024-09-20", true, language);
            for part in ["（示例）", "<textarea", "class=\"balance\"", "2024-06-30", "id=\"member-"] {
                assert!(html.contains(part), "{part} is not on the page");
            }
            let empty = on(&plan, list(), "2024-09-20", false, language);
            assert!(empty.contains("<textarea") && !empty.contains("id=\"member-"));
            let all = on(&plan, Route::Lists, "2024-09-20", true, language);
            assert_eq!(all.matches("href=\"#/list/").count(), plan.lists.len());
        }
        let indicator = on(&plan, Route::Indicator("carriers".into()), "2024-09-20", true, Language::Zh);
        assert!(indicator.contains("href=\"#/list/carrier-list\""));
        let unknown =
            on(&plan, Route::List { id: "no-list".into(), until: None }, "2024-09-20", true, Language::Zh);
        assert!(!unknown.contains("<textarea"));
    }

    /// M18: points open to their arithmetic, a what-if says that it is one, and a district's page has no form.
    #[test]
    fn the_districts_of_the_sample_have_points_and_places() {
        let plan = plan();
        for language in Language::ALL {
            let page = |address: &str, with_sample| {
                on(&plan, Route::parse(address), "2026-12-01", with_sample, language)
            };
            let html = page("#/districts/2025", true);
            assert!(html.matches("<summary>").count() >= 4 * plan.districts.len(), "every cell opens");
            assert!(
                html.contains("class=\"sheet by-rules\"")
                    && html.contains("#/document/districts?month=2025-12")
            );
            for id in &plan.districts {
                assert!(html.contains(&["href=\"#/districts/2025/", id, "\""].concat()), "{id}");
            }
            assert!(html.contains("allot-form") && html.contains("rule-form") && !html.contains("what-if"));
            let tried = page("#/districts/2025?weights=0,80", true);
            assert!(tried.contains("class=\"what-if\"") && !tried.contains("#/document/districts"));
            let one = page("#/districts/2025/haicheng", true);
            let one = one.split("<main").nth(1).expect("a page");
            assert!(one.contains("×") && !one.contains("allot-form") && !one.contains("<summary>"));
            let bare = page("#/districts/2025", false);
            assert!(bare.contains("rule-form") && !bare.contains("class=\"sheet scores\""));
            for lost in ["#/districts/2031", "#/districts/2025/no-district", "#/districts/2025?other=1"] {
                let html = page(lost, true);
                assert!(!html.contains("allot-form") && html.contains("<h1"), "{lost}");
            }
            let paper = page("#/document/districts?month=2025-12", true);
            assert!(paper.contains("data-sheet=\"wide\"") && paper.contains(" = "));
        }
    }

    /// An address that names what is not there gives a heading, the reason, and ways to what is.
    #[test]
    fn a_page_with_nothing_to_show_says_why_and_leads_on() {
        let plan = plan();
        for (lost, ways) in [
            ("#/document/bulletin?month=2031-05", "#/document/bulletin"),
            ("#/document/assessment?month=2024-05", "#/document/assessment"),
            ("#/document/monthly?month=2031-05", "#/document/monthly"),
            ("#/document/districts?month=2031-12", "#/document/districts"),
            ("#/issued/7.0.0", "#/device"),
            ("#/districts/2031", "#/districts/2024"),
            ("#/districts/2031/haicheng", "#/districts/2024"),
            ("#/districts/2025/no-district", "#/districts/2025/haicheng"),
            ("#/districts/2025?other=1", "#/districts/2025"),
        ] {
            for language in Language::ALL {
                let html = on(&plan, Route::parse(lost), "2026-12-01", false, language);
                let main = html.split("<main").nth(1).expect("a page");
                let title =
                    main.split("class=\"page-title\"").nth(1).unwrap_or_else(|| panic!("{lost}: {main}"));
                assert!(title.contains("<h1") && title.contains("<p>"), "{lost}: {title}");
                assert!(title.contains(&["href=\"", ways, "\""].concat()), "{lost}: {title}");
            }
        }
    }

    /// M14.3: counts lead somewhere on the screen.
    #[test]
    fn counts_of_a_bulletin_lead_to_what_they_count() {
        let route = || Route::parse("#/document/bulletin?month=2024-06");
        for language in Language::ALL {
            let html = on(&plan(), route(), "2024-09-20", true, language);
            assert!(html.contains("class=\"jump\"") && html.contains("href=\"#/problems?overdue=1\""));
        }
    }

    /// Every page that shows indicators or tasks has their lights, and none of them has any without records.
    #[test]
    fn what_shows_indicators_or_tasks_shows_their_lights() {
        let plan = plan();
        let shaped = |shape| Route::Indicators(IndicatorsView { shape, ..IndicatorsView::default() });
        let mut pages = vec![
            Route::Responsibility(MatrixOrder::Leads),
            Route::Responsibility(MatrixOrder::Lights),
            Route::Timeline,
            Route::Task(plan.tasks().next().map(|(_, task)| task.id.clone()).expect("a task")),
            Route::Organisation("science-bureau".into()),
            shaped(Shape::List),
            shaped(Shape::Compare),
            shaped(Shape::Multiples),
        ];
        pages.extend([TasksView::Tree, TasksView::Tasks].map(Route::Tasks));
        for route in pages {
            for language in Language::ALL {
                let main = |with_sample| {
                    let html = on(&plan, route.clone(), "2024-09-20", with_sample, language);
                    html.split("<main").nth(1).map(str::to_owned).expect("a page")
                };
                let (with, without) = (main(true), main(false));
                let lights = with.matches("class=\"light\"").count();
                // The matrix counts them, and a task has its own.
                let least = match route {
                    Route::Responsibility(_) | Route::Task(_) => 2,
                    _ => plan.indicators().count(),
                };
                assert!(lights >= least, "{} has {lights} lights", route.address());
                let of_report = usize::from(matches!(route, Route::Organisation(_)));
                let none = without.matches("class=\"light\"").count();
                assert!(none <= of_report, "{} has {none} lights without records", route.address());
            }
        }
    }
}
