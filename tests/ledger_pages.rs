//! Every page over a ledger in which each text field and identifier holds what other programs would run.
#![cfg(feature = "ssr")]

mod common;
#[path = "ledger/every_kind.rs"]
mod every_kind;
#[path = "ledger_pages/names.rs"]
mod names;

use leptos::prelude::*;
use planboard::app::{pages, shell};
use planboard::ledger::{Batch, BatchId, Entry, Moment, Said};
use planboard::page::plan::overview;
use planboard::plan::{Basis, Day, Month, PlanIndex};
use planboard::route::{BoardView, Route};
use planboard::settings::{Density, Settings, Theme};
use planboard::standing::AsOf;
use planboard::standing::Light;
use planboard::state::{Desk, Setup, State};
use planboard::storage::{Memory, Place};
use planboard::text::Language;
use std::rc::Rc;
use std::sync::Arc;

const SMALL: &str = "tests/plans/small.json";
const MARKUP: &str = "<img src=x onerror=alert(1)>";

/// A page as markup, over a ledger.
fn drawn(plan: &PlanIndex, batches: &[Batch], route: Route, language: Language) -> String {
    drawn_after(plan, batches, route, language, |_| {})
}

/// The same after something was done on this device.
fn drawn_after(
    plan: &PlanIndex,
    batches: &[Batch],
    route: Route,
    language: Language,
    act: impl FnOnce(Desk),
) -> String {
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    Owner::new().with(|| {
        let desk = Desk::new(Setup {
            port: Rc::new(Memory::default()),
            place: Place::new(&plan.id, "/"),
            clock: || 1_933_000_000_000,
            writer: 7,
            offset: 480,
        });
        assert_eq!(desk.take_in(batches.to_vec()), Ok(()));
        act(desk);
        let today = Day::parse("2031-04-03").expect("a day");
        let state = State::new(Arc::new(plan.clone()), route, settings, Some(today));
        let as_of = AsOf { plan, ledger: &desk.ledger(), today, offset: 480, language };
        state.board.set(Some(Arc::new(overview::board(as_of, None))));
        state.desk.set(Some(desk));
        pages::bring(state);
        shell(state).to_html()
    })
}

/// The small plan's own things, so that its pages show what is said of them, in hostile words.
fn batches() -> Vec<Batch> {
    let (own, hostile) = (every_kind::every_kind(), every_kind::hostile());
    let with_words = own.into_iter().zip(hostile).map(|(own, hostile)| {
        let entries = own.entries.into_iter().zip(hostile.entries).map(|(mut own, hostile)| {
            own.said = worded(own.said, &hostile.said);
            own
        });
        Batch { entries: entries.collect(), person: hostile.person, ..own }
    });
    with_words.collect()
}

fn worded(own: Said, hostile: &Said) -> Said {
    match (own, hostile.clone()) {
        (Said::Actual { indicator, district, report, .. }, Said::Actual { evidence, note, .. }) => {
            Said::Actual { indicator, district, report, evidence, note }
        }
        (Said::Baseline { indicator, at, value, .. }, Said::Baseline { source, .. }) => {
            Said::Baseline { indicator, at, value, source }
        }
        (Said::Progress { subject, stage, .. }, Said::Progress { note, .. }) => {
            Said::Progress { subject, stage, note }
        }
        (Said::Problem { subject, until, .. }, Said::Problem { text, who, .. }) => {
            Said::Problem { subject, until, text, who }
        }
        (Said::Judgement { subject, claim, .. }, Said::Judgement { reason, .. }) => {
            Said::Judgement { subject, claim, reason }
        }
        (Said::YearTarget { indicator, year, value, .. }, Said::YearTarget { reason, document, .. }) => {
            Said::YearTarget { indicator, year, value, reason, document }
        }
        (Said::BasisDecision { indicator, basis, .. }, Said::BasisDecision { reason, .. }) => {
            Said::BasisDecision { indicator, basis, reason }
        }
        (_, hostile) => hostile,
    }
}

/// What only a browser draws: it asks for what is there alone.
fn needs_a_browser(route: &Route) -> bool {
    matches!(route, Route::Device | Route::Carried(_))
}

#[test]
fn whatever_stands_in_a_ledger_is_text_on_every_page() {
    let mut shown = 0;
    let small = || common::plan(SMALL);
    for (plan, batches) in [
        (small(), batches()),
        (small(), every_kind::hostile()),
        (common::plan(common::ANSHAN), every_kind::hostile()),
        (common::plan(common::HARBOUR_CITY), every_kind::hostile()),
    ] {
        for route in Route::examples(&plan).into_iter().filter(|route| !needs_a_browser(route)) {
            for language in Language::ALL {
                let html = drawn(&plan, &batches, route.clone(), language);
                for markup in [MARKUP, "<script>", "onerror=alert(1)>"] {
                    assert!(!html.contains(markup), "{route:?}: {html}");
                }
                shown += usize::from(html.contains("&lt;img src=x"));
            }
        }
    }
    assert!(shown >= 8, "on {shown} pages only");
}

/// The filter of the overview stands in its address: whoever opens the link sees the rows of the light alone, and where no
/// row has it any more none, a sentence that says so, and the way back to all.
#[test]
fn a_board_of_one_light_opens_from_its_address() {
    let plan = common::plan(SMALL);
    let rows = |route| {
        let html = drawn(&plan, &batches(), route, Language::Zh);
        let each = html
            .split("<tr ")
            .filter(|row| row.split('>').next().is_some_and(|tag| tag.contains("class=\"row\"")));
        let each: Vec<bool> =
            each.map(|row| row.split('>').next().is_some_and(|tag| tag.contains("hidden"))).collect();
        let pressed = html.matches("aria-pressed=\"true\"").count();
        let says = html.contains("目前没有“");
        (each.len(), each.iter().filter(|is_hidden| **is_hidden).count(), pressed, says)
    };
    let (all, hidden, pressed, says) = rows(Route::Overview);
    assert!(all > 1 && (hidden, pressed, says) == (0, 0, false), "{all} {hidden} {pressed}");
    let mut shown = 0;
    for light in Light::ALL {
        let (count, hidden, pressed, says) = rows(Route::parse(
            &Route::Board(BoardView { light: Some(light), ..BoardView::default() }).href(),
        ));
        assert_eq!(count, all);
        // Some row has it, and its count is pressed; or none has it, and a sentence says so.
        assert_eq!((pressed == 1, says), (hidden < all, hidden == all), "{light:?}");
        shown += all - hidden;
    }
    assert_eq!(shown, all, "each row is shown by its own light");
}

#[test]
fn the_months_of_the_ledger_show_its_words() {
    let plan = common::plan(SMALL);
    let month = Month::parse("2031-03");
    for route in [
        Route::Dispatch(month),
        Route::Indicator("trees".into()),
        Route::Form { organisation: "council".into(), month },
    ] {
        let html = drawn(&plan, &batches(), route.clone(), Language::Zh);
        assert!(html.contains("&lt;img src=x"), "{route:?}: {html}");
    }
}

/// Every page on which something of an indicator may stand, each with all that it is about.
fn every_page(plan: &PlanIndex) -> Vec<Route> {
    let mut routes = Route::examples(plan);
    routes.retain(|route| !needs_a_browser(route) && !matches!(route, Route::About | Route::AboutPart(_)));
    routes.extend(plan.indicators().map(|place| Route::Indicator(place.item.id.clone())));
    routes.extend(plan.tasks().map(|(_, task)| Route::Task(task.id.clone())));
    routes.extend(plan.measures().map(|place| Route::Measure(place.item.id.clone())));
    routes
}

/// walk a14: a basis that the bureau decided is nowhere shown as not stated, and without a decision it is.
#[test]
fn a_decided_basis_is_shown_as_decided_on_every_page() {
    let open = |plan: &PlanIndex| -> Vec<String> {
        let unstated = plan.indicators().map(|place| place.item).filter(|one| one.basis == Basis::Unstated);
        unstated.map(|one| one.id.clone()).collect()
    };
    for path in [common::ANSHAN, common::HARBOUR_CITY, SMALL] {
        let plan = common::plan(path);
        let batch = |said: Vec<Said>| Batch {
            id: BatchId { writer: 1, sequence: 0 },
            written: Moment(1_900_000_000),
            organisation: plan.issuer.as_str().into(),
            person: String::new(),
            month: Month::new(plan.period.from, 8).expect("a month"),
            entries: said.into_iter().map(|said| Entry { replaces: None, said }).collect(),
        };
        let decided = open(&plan).into_iter().map(|id| Said::BasisDecision {
            indicator: id.as_str().into(),
            basis: Basis::YearlyFlow,
            reason: "decided".into(),
        });
        let decided = [batch(decided.collect())];
        let other = [batch(vec![Said::StartOfUse { reason: String::new() }])];
        let (mut before, mut after) = (0, 0);
        for language in Language::ALL {
            let unstated = Basis::Unstated.words(language);
            for route in every_page(&plan) {
                before += usize::from(drawn(&plan, &other, route.clone(), language).contains(unstated));
                let html = drawn(&plan, &decided, route.clone(), language);
                assert!(!html.contains(unstated), "{route:?}: {html}");
                after += usize::from(html.contains(language.pick("认定）", "(decided")));
            }
        }
        // List, small charts, comparison, the indicator; each in two languages.
        assert!(before >= 8 && after >= 8, "{path}: {before} pages before, {after} after");
    }
}
