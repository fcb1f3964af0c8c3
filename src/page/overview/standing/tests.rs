//! The board of a small ledger.

use super::*;
use crate::ledger::samples::{actual, batch, entry};
use crate::ledger::{BatchId, Said};

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
}

fn asked(language: Language) -> Asked<'static> {
    let today = Day::parse("2024-09-03").unwrap();
    Asked { today, now: Moment(1_725_300_000), offset: 480, me: None, language }
}

fn ledger() -> Ledger {
    let progress =
        |subject: &str, stage| entry(Said::Progress { subject: subject.into(), stage, note: String::new() });
    let milestones: Vec<String> = plan().milestones().map(|place| place.item.id.clone()).collect();
    let entries = [
        actual("alliances", "11"),
        actual("conversion-rate", "59"),
        progress(&milestones[0], Stage::Done),
        progress(&milestones[1], Stage::Underway),
    ];
    Ledger::new([batch(BatchId { writer: 1, sequence: 0 }, 1_719_800_000, 6, entries)])
}

#[test]
fn every_indicator_and_milestone_of_the_plan_has_its_standing() {
    let plan = plan();
    let board = board(&plan, &ledger(), asked(Language::Zh));
    assert_eq!(board.rows.len(), plan.indicators().count());
    assert_eq!(board.milestones.len(), plan.milestones().count());
    assert_eq!(board.lights.iter().map(|one| one.count).sum::<usize>(), board.rows.len());
    let at = plan.indicators().position(|place| place.item.id == "alliances").unwrap();
    let row = &board.rows[at];
    assert_eq!((row.actual.as_str(), row.lit.light, row.fill), ("11", "green", Some(528)));
    assert!(board.rows.iter().filter(|row| row.actual.is_empty()).all(|row| row.fill.is_none()));
    assert_eq!((board.milestones[0].word, board.milestones[1].word), ("达成", "推进中"));
}

#[test]
fn the_headline_names_what_is_worst() {
    let plan = plan();
    let strict = Said::Rule(crate::ledger::RuleChange {
        amber: crate::plan::Quantity::ZERO,
        red: crate::plan::Quantity::parse("0.5").unwrap(),
        curve: vec![],
        reason: String::new(),
    });
    let mut ledger = ledger();
    ledger.add(batch(BatchId { writer: 2, sequence: 0 }, 1_719_900_000, 6, [entry(strict)]));
    let zh = board(&plan, &ledger, asked(Language::Zh));
    assert!(zh.headline.starts_with("入库省级典型联盟"), "{}", zh.headline);
    assert!(zh.lede.contains("第 2 版"), "{}", zh.lede);
    let en = board(&plan, &ledger, asked(Language::En));
    assert!(
        !en.headline.chars().chain(en.lede.chars()).any(|c| ('\u{4e00}'..'\u{a000}').contains(&c)),
        "{}",
        en.headline
    );
}

#[test]
fn a_direction_is_never_missed_and_a_state_is_after_its_years() {
    let plan = plan();
    let entries = plan.milestones().map(|place| {
        entry(Said::Progress {
            subject: place.item.id.as_str().into(),
            stage: Stage::Underway,
            note: String::new(),
        })
    });
    let ledger = Ledger::new([batch(BatchId { writer: 1, sequence: 0 }, 1_719_800_000, 6, entries)]);
    let today = Day::parse("2026-11-25").unwrap();
    let board = board(&plan, &ledger, Asked { today, ..asked(Language::Zh) });
    for (place, lit) in plan.milestones().zip(board.milestones) {
        let expected = if place.item.kind == MilestoneKind::Direction { "推进中" } else { "未达成" };
        assert_eq!(lit.word, expected, "{}", place.item.id);
    }
}
