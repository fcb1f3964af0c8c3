//! The page with a desk over storage in memory.

use super::super::with_records::WITH_RECORDS;
use super::*;
use crate::ledger::samples::actual;
use crate::ledger::{Entry, Said};
use crate::plan::{Basis, Day, Month};
use crate::settings::{Density, Settings, Theme};
use crate::state::{Desk, OpenedLedger, Setup};
use crate::storage::{Memory, Place};
use std::rc::Rc;
use std::sync::Arc;

const ID: &str = "technologies-mastered";

fn desk() -> Desk {
    Desk::new(Setup {
        port: Rc::new(Memory::default()),
        place: Place::new("plan", "/"),
        clock: || 1_725_300_000_000,
        writer: 7,
        offset: 480,
    })
}

fn drawn(language: Language, months: &[(&str, &str)], act: impl Fn(Desk)) -> String {
    Owner::new().with(|| {
        let plan =
            crate::plan::read::from_json(include_str!("../../../../../public/plan.json")).expect("the plan");
        let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
        let route = Route::Indicator(ID.into());
        let state = State::new(Arc::new(plan), route, settings, Day::parse("2024-09-03"));
        let desk = desk();
        for (month, figure) in months {
            let month = Month::parse(month).expect("a month");
            let _ = desk.write("science-bureau".into(), month, vec![actual(ID, figure)]);
        }
        act(desk);
        state.desk.set(Some(desk));
        provide_context(state);
        crate::app::pages::bring(state);
        page(state, ID, RwSignal::new(Some(WITH_RECORDS))).to_html().replace("<!>", "")
    })
}

fn decide(desk: Desk) {
    let (basis, reason) = (Basis::RunningTotal, "会议纪要".to_owned());
    let said = Said::BasisDecision { indicator: ID.into(), basis, reason };
    let month = Month::parse("2024-01").expect("a month");
    let _ = desk.write("science-bureau".into(), month, vec![Entry { replaces: None, said }]);
}

const FIGURES: [(&str, &str); 3] = [("2024-02", "10"), ("2024-05", "11"), ("2024-08", "12")];

#[test]
fn with_records_the_page_says_how_it_stands() {
    let html = drawn(Language::Zh, &FIGURES, decide);
    for part in [
        "按目前速度，2025 年底约 17 项，达不到目标（≥30 项）",
        "比序时进度应达到的 16.7 项少 4.7 项",
        "data-light=\"amber\" class=\"light\">偏慢",
        "落后 15.6 点",
        "复制整句",
        "台账，数据至 2024-09-03",
        "共 3 条，最近的在前",
        "口径认定：累计数",
        "补记与更正",
        "更正完成值",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("台账中尚无本指标的完成值"));
    assert_eq!(html.matches("<h1").count(), 1);
}

#[test]
fn with_an_empty_ledger_the_page_is_the_plans_and_the_forms_are_there() {
    let html = drawn(Language::Zh, &[], |_| {});
    assert!(html.contains("台账中尚无本指标的完成值") && html.contains("未报"));
    assert!(!html.contains("判灯依据") && !html.contains("历次完成值"));
    assert!(html.contains("认定口径") && html.contains("待补"), "{html}");
}

#[test]
fn what_is_only_looked_at_cannot_be_written() {
    let html = drawn(Language::Zh, &FIGURES, |desk| {
        decide(desk);
        let day = Day::parse("2024-09-03").expect("a day");
        desk.look_at(OpenedLedger {
            ledger: desk.own(),
            from: "市科技局".into(),
            up_to: day,
            known_on: day,
            only_to_look: false,
            is_sample: false,
            is_own_past: false,
            part: None,
            code: String::new(),
            edition: None,
        });
    });
    assert!(html.contains("判灯依据"));
    assert!(!html.contains("补记与更正") && !html.contains("<form"), "{html}");
}

#[test]
fn what_people_typed_is_text_and_never_markup() {
    let html = drawn(Language::En, &FIGURES, |desk| {
        let mut one = actual(ID, "13");
        if let Said::Actual { note, evidence, .. } = &mut one.said {
            (*note, *evidence) = ("<img src=x onerror=alert(1)>".into(), "=HYPERLINK(\"x\")".into());
        }
        let _ = desk.write("<b>x</b>".into(), Month::parse("2024-08").expect("a month"), vec![one]);
    });
    assert!(!html.contains("<img") && !html.contains("<b>x"), "{html}");
    assert!(html.contains("&lt;img src=x"));
}
