//! The page as markup, rendered on the host over a storage in memory.

use super::page;
use crate::ledger::samples::august::{batch, day, figure, morning, officer, plan, report};
use crate::ledger::samples::entry;
use crate::ledger::{Batch, Said};
use crate::plan::PlanIndex;
use crate::route::Route;
use crate::settings::{Density, Settings, Theme};
use crate::state::{Desk, Setup, State};
use crate::storage::{Memory, Place};
use crate::text::Language::{self, En, Zh};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// 2024-09-10, morning.
fn clock() -> u64 {
    morning("2024-09-10").0 * 1000
}

fn render(plan: PlanIndex, batches: Vec<Batch>, address: &str, language: Language) -> String {
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    let place = Place::new(&plan.id, "/");
    let html = Owner::new().with(|| {
        let state = State::new(Arc::new(plan), Route::parse(address), settings, Some(day("2024-09-10")));
        let port = Rc::new(Memory::default());
        let desk = Desk::new(Setup { port, place, clock, writer: 99, offset: 480 });
        desk.take_in(batches).expect("room in memory");
        provide_context(state);
        state.desk.set(Some(desk));
        crate::app::pages::bring(state);
        page(state, desk, crate::app::pages::fill_in).to_html()
    });
    html.replace("<!>", "")
}

#[test]
fn the_page_shows_the_period_of_its_address_with_every_organisation() {
    let plan = plan();
    let names: Vec<String> = crate::standing::duty::reporters(&plan)
        .into_iter()
        .filter_map(|id| Some(plan.say(&plan.organisation(id)?.name, Zh).words))
        .collect();
    let sent = report(1, "2024-09-04", "haicheng");
    let html = render(plan, vec![sent], "/dispatch?month=2024-08", Zh);
    assert!(html.contains("2024 年 8 月调度"), "{html}");
    assert!(names.iter().all(|name| html.contains(name.as_str())));
    assert_eq!(html.matches("data-report=\"submitted\"").count(), 1);
    assert_eq!(html.matches("role=\"rowheader\"").count(), names.len());
    assert_eq!(html.matches("#/dispatch?month=").count(), 29);
    assert!(html.contains("aria-current=\"true\"") && html.contains("粘贴回执"));
    assert!(html.contains("扫回执码</button>"));
}

/// walk16 A6: the page of an earlier month lists the problems of today, and says so.
#[test]
fn the_list_of_problems_names_its_day() {
    let problem =
        |text: &str| Said::Problem { subject: None, text: text.into(), who: String::new(), until: None };
    let sent = batch(1, "2024-09-04", "haicheng", [problem("缺场地")]);
    for (language, title) in
        [(Zh, "目前的问题清单（2024-09-10）"), (En, "Reported problems as of 2024-09-10")]
    {
        let html = render(plan(), vec![sent.clone()], "/dispatch?month=2024-07", language);
        assert!(html.contains(&[">", title, "</h2>"].concat()), "{html}");
    }
}

/// walk16 A13: for a month that the plan does not ask about nothing is locked and no paper written.
#[test]
fn a_month_outside_the_plan_offers_neither_the_lock_nor_the_paper() {
    let sent = report(1, "2024-09-04", "haicheng");
    let sent = Batch { month: crate::ledger::samples::august::month("2026-11"), ..sent };
    let of = |address| render(plan(), vec![sent.clone()], address, Zh);
    let offers = |html: &str| ["锁定本期", "月调度表"].map(|word| html.contains(word));
    let outside = of("/dispatch?month=2026-11");
    assert!(outside.contains("不在方案的调度期内"), "{outside}");
    assert_eq!(offers(&outside), [false, false]);
    assert_eq!(offers(&of("/dispatch?month=2024-08")), [true, true]);
}

#[test]
fn what_people_typed_is_escaped() {
    let markup = "<img src=x onerror=alert(1)>";
    let sent = Batch { person: markup.into(), ..report(1, "2024-09-04", "haicheng") };
    let back = officer(2, "2024-09-06", [Said::Return { of: sent.id, reason: markup.into() }]);
    let html = render(plan(), vec![sent, back], "/dispatch?month=2024-08", Zh);
    assert!(!html.contains("<img") && html.matches("&lt;img").count() >= 2, "{html}");
}

#[test]
fn a_receipt_is_drawn_with_what_it_meets_and_what_does_not_belong_there() {
    use crate::page::month::review;
    let plan = plan();
    let hostile = batch(
        1,
        "2024-09-04",
        "haicheng",
        [figure("alliances", Some("haicheng"), "3"), Said::Lock { accepted: vec![] }],
    );
    let markup = "=1+1<script>";
    let hostile = Batch { person: markup.into(), ..hostile };
    let received =
        review::Received { batches: vec![hostile], stamp: Default::default(), source: markup.into() };
    let place = Place::new(&plan.id, "/");
    let settings = Settings { theme: Theme::Auto, language: Zh, density: Density::Comfortable };
    let html = Owner::new().with(|| {
        let state = State::new(Arc::new(plan), Route::Dispatch(None), settings, Some(day("2024-09-10")));
        let port = Rc::new(Memory::default());
        let desk = Desk::new(Setup { port, place, clock, writer: 99, offset: 480 });
        review::view::with_pasted(super::Page::new(state, desk, crate::app::pages::fill_in), vec![received])
            .to_html()
    });
    assert!(html.contains("data-kind=\"new\"") && html.contains("class=\"apart\""), "{html}");
    assert!(html.contains("只有主管单位可以记录") && html.contains("type=\"checkbox\""));
    assert!(!html.contains("<script") && html.contains("=1+1&lt;script"), "{html}");
    assert!(!html.contains("接收全部无冲突的"), "nothing is clear here");
}

#[test]
fn a_plan_in_english_is_drawn_without_chinese() {
    let text = include_str!("../../../../../tests/plans/harbour-city.json");
    let plan = crate::plan::read::from_json(text).expect("the second plan");
    let html = render(plan, vec![], "/dispatch", En);
    let han = html.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c));
    assert_eq!(han, None, "{html}");
}

#[test]
fn one_undo_takes_back_the_receipt_and_its_verdict() {
    let plan = plan();
    let place = Place::new(&plan.id, "/");
    Owner::new().with(|| {
        let port = Rc::new(Memory::default());
        let desk = Desk::new(Setup { port, place, clock, writer: 99, offset: 480 });
        let earlier = report(3, "2024-09-03", "taian");
        desk.take_in(vec![earlier]).expect("room in memory");
        let before = desk.own();
        let sent = report(1, "2024-09-04", "haicheng");
        desk.take_in(vec![sent.clone()]).expect("room in memory");
        let verdict = vec![entry(Said::Acceptance { of: sent.id })];
        desk.write("science-bureau".into(), sent.month, verdict).1.expect("room in memory");
        assert!(desk.own().verdict(sent.id).is_some() && desk.can_undo());
        desk.undo().expect("the copy is there");
        assert_eq!(desk.own(), before);
        assert!(!desk.can_undo());
        // Nothing is taken in with a return of what does not belong there: the copy is made all the same.
        desk.take_in(vec![]).expect("nothing to keep");
        let back = Said::Return { of: sent.id, reason: "整份退回".into() };
        let entry = crate::ledger::Entry { replaces: None, said: back };
        desk.write("science-bureau".into(), sent.month, vec![entry]).1.expect("room in memory");
        desk.undo().expect("the copy is there");
        assert_eq!(desk.own(), before);
    });
}
