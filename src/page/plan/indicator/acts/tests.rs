//! What can be done, and what comes of what was typed.

use super::*;
use crate::ledger::samples::{actual, batch, entry, value};
use crate::ledger::{Batch, BatchId, Change, Claim, Entry, EntryId, Ledger, Report, Said};
use crate::page::plan::indicator::standing;
use crate::plan::{Basis, Day, Month, PlanIndex, Year};
use crate::standing::AsOf;
use crate::text::Language;

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../../public/plan.json")).expect("the shipped plan")
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn ledger(batches: Vec<(&str, Vec<Entry>)>) -> Ledger {
    Ledger::new((0..).zip(batches).map(|(sequence, (at, entries))| -> Batch {
        let one = batch(BatchId { writer: 0xab, sequence }, u64::from(sequence), 1, entries);
        Batch { month: month(at), ..one }
    }))
}

fn reported() -> Ledger {
    ledger(vec![("2024-06", vec![actual("alliances", "13")]), ("2024-07", vec![actual("alliances", "14")])])
}

fn acts(ledger: &Ledger, id: &str) -> Vec<(Act, bool)> {
    offers(&plan(), ledger, id, Language::Zh).iter().map(|offer| (offer.act, offer.is_wanted)).collect()
}

fn write(ledger: &Ledger, id: &str, act: Act, typed: Typed) -> Result<(Month, Entry), Vec<Fault>> {
    let plan = plan();
    written(&plan, ledger, plan.indicator(id).unwrap().item, Some(month("2024-08")), act, &typed)
}

fn because(choice: &str, value: &str) -> Typed {
    Typed { choice: choice.into(), value: value.into(), reason: "理由".into(), ..Typed::default() }
}

#[test]
fn only_what_makes_sense_is_offered() {
    let empty = Ledger::default();
    assert_eq!(
        acts(&empty, "carriers"),
        [(Act::Baseline, true), (Act::YearTarget, false), (Act::Light, false)]
    );
    // Until its basis is decided nobody knows whether it has a baseline.
    assert_eq!(acts(&empty, "technologies-mastered")[0], (Act::Basis, true));
    // A target for every year: none is open.
    assert_eq!(acts(&empty, "conversion-rate"), [(Act::Light, false)]);
    let all: Vec<Act> = acts(&reported(), "alliances").into_iter().map(|(act, _)| act).collect();
    assert_eq!(all, [Act::YearTarget, Act::Light, Act::Correction, Act::Withdrawal, Act::Redaction]);
    assert!(offers(&plan(), &empty, "nothing", Language::Zh).is_empty());
}

#[test]
fn a_baseline_once_recorded_is_not_asked_for() {
    let said = Said::Baseline {
        indicator: "carriers".into(),
        at: month("2022-12"),
        value: value("12"),
        source: "年报".into(),
    };
    let recorded = ledger(vec![("2024-06", vec![entry(said.clone())])]);
    assert_eq!(acts(&recorded, "carriers")[0], (Act::Baseline, false));
    let typed = Typed { month: "２０２２-12".into(), value: "12".into(), ..because("", "") };
    let typed = Typed { reason: "年报".into(), value: "12".into(), ..typed };
    let (at, written) = write(&Ledger::default(), "carriers", Act::Baseline, typed).unwrap();
    assert_eq!((at, written), (month("2024-08"), entry(said)));
}

#[test]
fn a_correction_names_what_it_replaces_and_speaks_of_its_period() {
    let mut all = reported();
    let offers = offers(&plan(), &all, "alliances", Language::Zh);
    let correction = offers.iter().find(|offer| offer.act == Act::Correction).unwrap();
    let june = correction.choices.iter().find(|choice| choice.words.words.starts_with("2024-06")).unwrap();
    assert_eq!(june.words.words, "2024-06 · 13 · 市科技局 · 王工");
    let (at, entry) = write(&all, "alliances", Act::Correction, because(&june.value, "１１")).unwrap();
    let wrong = EntryId { batch: BatchId { writer: 0xab, sequence: 0 }, index: 0 };
    assert_eq!((at, entry.replaces), (month("2024-06"), Some(wrong)));
    // Written down, it is what the month shows, and the month after stays.
    let id = BatchId { writer: 0xcd, sequence: 0 };
    all.add(Batch { month: at, ..batch(id, 99, 1, [entry]) });
    assert_eq!(all.change(wrong), Some(Change::Corrected));
    let figures =
        crate::standing::meaning::figures(crate::plan::Basis::Stock, &all.actuals("alliances")[&None]);
    assert_eq!(
        figures.into_iter().collect::<Vec<_>>(),
        [(month("2024-06"), value("11")), (month("2024-07"), value("14"))]
    );
}

#[test]
fn a_withdrawal_takes_the_figure_away_and_needs_a_reason() {
    let mut all = reported();
    let none = Typed { reason: " \n ".into(), ..because("ab-1-0", "") };
    assert_eq!(write(&all, "alliances", Act::Withdrawal, none), Err(vec![Fault::NoReason]));
    let (at, entry) = write(&all, "alliances", Act::Withdrawal, because("ab-1-0", "")).unwrap();
    all.add(Batch { month: at, ..batch(BatchId { writer: 0xcd, sequence: 0 }, 99, 1, [entry]) });
    assert_eq!(
        crate::standing::meaning::figures(crate::plan::Basis::Stock, &all.actuals("alliances")[&None]).len(),
        1
    );
    // What was withdrawn is not there to be withdrawn again.
    let again = write(&all, "alliances", Act::Withdrawal, because("ab-1-0", ""));
    assert_eq!(again, Err(vec![Fault::NotChosen]));
}

#[test]
fn figures_of_a_locked_period_are_not_offered_and_that_is_said() {
    let id = BatchId { writer: 0xab, sequence: 0 };
    let all = ledger(vec![
        ("2024-06", vec![actual("alliances", "13")]),
        ("2024-06", vec![entry(Said::Lock { accepted: vec![id] })]),
        ("2024-07", vec![actual("alliances", "14")]),
    ]);
    let offers = offers(&plan(), &all, "alliances", Language::Zh);
    let correction = offers.iter().find(|offer| offer.act == Act::Correction).unwrap();
    assert_eq!(correction.choices.len(), 1);
    assert!(correction.choices[0].words.words.starts_with("2024-07"));
    assert_eq!(correction.note, Some(words::of(Language::Zh).locked));
    assert_eq!(
        write(&all, "alliances", Act::Correction, because("ab-0-0", "11")),
        Err(vec![Fault::NotChosen])
    );
}

#[test]
fn a_redaction_has_to_be_confirmed_and_takes_words_and_person_out() {
    let mut all = reported();
    let typed = Typed { choice: "ab-0-0".into(), ..Typed::default() };
    assert_eq!(write(&all, "alliances", Act::Redaction, typed.clone()), Err(vec![Fault::NotSure]));
    let (at, entry) = write(&all, "alliances", Act::Redaction, Typed { is_sure: true, ..typed }).unwrap();
    all.add(Batch { month: at, ..batch(BatchId { writer: 0xcd, sequence: 0 }, 99, 1, [entry]) });
    let id = BatchId { writer: 0xab, sequence: 0 };
    assert_eq!(all.batch(id).map(|batch| batch.person.as_str()), Some(""));
    let left = offers(&plan(), &all, "alliances", Language::Zh);
    let left = left.iter().find(|offer| offer.act == Act::Redaction).unwrap();
    assert_eq!(left.choices.len(), 1, "{:?}", left.choices);
}

#[test]
fn a_target_is_set_only_for_a_year_that_the_plan_leaves_open_and_with_its_document() {
    let all = Ledger::default();
    let typed = Typed { document: "纪要 3 号".into(), ..because("2024", "20") };
    let (_, entry) = write(&all, "technologies-mastered", Act::YearTarget, typed.clone()).unwrap();
    assert!(
        matches!(&entry.said, Said::YearTarget { year: Year(2024), document, .. } if document == "纪要 3 号")
    );
    let of_the_plan = Typed { choice: "2025".into(), ..typed.clone() };
    let written = write(&all, "technologies-mastered", Act::YearTarget, of_the_plan);
    assert_eq!(written, Err(vec![Fault::NotChosen]));
    let without = Typed { document: String::new(), ..typed };
    let written = write(&all, "technologies-mastered", Act::YearTarget, without);
    assert_eq!(written, Err(vec![Fault::NoDocument]));
}

#[test]
fn a_stated_basis_is_never_overridden() {
    let all = Ledger::default();
    let typed = because("running-total", "");
    assert_eq!(write(&all, "carriers", Act::Basis, typed.clone()), Err(vec![Fault::NotChosen]));
    let (_, entry) = write(&all, "technologies-mastered", Act::Basis, typed).unwrap();
    assert!(matches!(entry.said, Said::BasisDecision { basis: Basis::RunningTotal, .. }));
    let unstated = write(&all, "technologies-mastered", Act::Basis, because("unstated", ""));
    assert_eq!(unstated, Err(vec![Fault::NotChosen]));
}

#[test]
fn a_light_by_judgement_speaks_of_the_current_period() {
    let (at, entry) = write(&reported(), "alliances", Act::Light, because("red", "")).unwrap();
    assert_eq!(at, month("2024-08"));
    assert!(matches!(entry.said, Said::Judgement { claim: Claim::Red, .. }));
    let computed_only = write(&reported(), "alliances", Act::Light, because("outdated", ""));
    assert_eq!(computed_only, Err(vec![Fault::NotChosen]));
}

#[test]
fn every_fault_is_found_at_once() {
    let typed = Typed { month: "2022".into(), value: "十".into(), ..Typed::default() };
    let all = write(&Ledger::default(), "carriers", Act::Baseline, typed);
    assert_eq!(all, Err(vec![Fault::Month, Fault::Figure, Fault::NoReason]));
    let late = Typed { month: "2025-12".into(), ..because("", "3") };
    let last = month("2025-11");
    let late = write(&Ledger::default(), "carriers", Act::Baseline, late);
    assert_eq!(late, Err(vec![Fault::TooLate { last }]));
    let long = Typed { reason: "字".repeat(MOST_LETTERS + 1), ..because("red", "") };
    let field = Field::Reason;
    let long = write(&reported(), "alliances", Act::Light, long);
    assert_eq!(long, Err(vec![Fault::TooLong { field, letters: MOST_LETTERS + 1 }]));
    let same = write(&reported(), "alliances", Act::Correction, because("ab-0-0", "13.0"));
    assert_eq!(same, Err(vec![Fault::Unchanged]));
}

#[test]
fn control_characters_never_reach_the_ledger() {
    let typed = Typed { reason: "一\n二\u{7}".into(), ..because("ab-0-0", "") };
    let (_, entry) = write(&reported(), "alliances", Act::Withdrawal, typed).unwrap();
    assert!(matches!(&entry.said, Said::Withdrawal { reason } if reason == "一 二"), "{entry:?}");
}

#[test]
fn each_field_and_fault_has_words_in_both_languages() {
    let last = month("2025-11");
    let faults = [
        Fault::NotChosen,
        Fault::Figure,
        Fault::Month,
        Fault::TooLate { last },
        Fault::NoReason,
        Fault::NoDocument,
        Fault::TooLong { field: Field::Document, letters: 501 },
        Fault::Unchanged,
        Fault::NotSure,
        Fault::NoPeriod,
    ];
    let is_han = |letter: char| ('\u{3400}'..='\u{9fff}').contains(&letter);
    for act in Act::ALL {
        for fault in faults {
            assert!(words::fault(Language::Zh, act, fault).chars().any(is_han));
            assert!(!words::fault(Language::En, act, fault).chars().any(is_han));
        }
        for field in act.fields() {
            assert!(!words::field(Language::En, act, *field).chars().any(is_han));
        }
    }
    let no_change = Report::NoChange;
    assert_eq!(no_change.words(Language::En), "no change");
}

/// A plan with limits of 2024 and 2026 and nothing between: energy ≤0.52 and ≤0.48.
fn with_a_limit() -> PlanIndex {
    let text = include_str!("../../../../../tests/plans/binjiang.json");
    let mut plan: serde_json::Value = serde_json::from_str(text).expect("JSON");
    for area in plan["areas"].as_array_mut().expect("areas") {
        for task in area["tasks"].as_array_mut().expect("tasks") {
            for one in task["indicators"].as_array_mut().into_iter().flatten() {
                if one["id"] == "energy" {
                    one["targets"].as_array_mut().expect("targets").retain(|target| target["year"] != 2025);
                }
            }
        }
    }
    crate::plan::read::from_json(&plan.to_string()).expect("the plan")
}

/// field 19: a step on the way to a limit is a limit: in its field, form, history, chart and light, in both languages.
#[test]
fn a_target_set_on_the_way_to_a_limit_is_a_limit() {
    let plan = with_a_limit();
    let label = |plan: &PlanIndex, id, language| {
        let offers = offers(plan, &Ledger::default(), id, language);
        let offer = offers.into_iter().find(|offer| offer.act == Act::YearTarget).expect("an open year");
        words::value(language, offer.act, &offer.choices, "2025")
    };
    assert_eq!(label(&plan, "energy", Language::Zh), "目标值（不超过）");
    assert_eq!(label(&plan, "energy", Language::En), "Target (at most)");
    assert_eq!(label(&plan, "garden", Language::Zh), "目标值（不少于）");
    let set = |written: &str| {
        let target = Said::YearTarget {
            indicator: "energy".into(),
            year: Year(2025),
            value: value("0.49"),
            reason: "年度计划".into(),
            document: "2025 年计划".into(),
        };
        let before = Said::Baseline {
            indicator: "energy".into(),
            at: month("2023-12"),
            value: value("0.55"),
            source: "年报".into(),
        };
        ledger(vec![
            ("2024-12", vec![entry(target), entry(before), actual("energy", "0.52")]),
            ("2025-12", vec![actual("energy", written)]),
        ])
    };
    let standing = |written, language| {
        let (ledger, today) = (set(written), Day::parse("2026-01-08").unwrap());
        let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset: 480, language };
        standing::standing(as_of, "energy").expect("the plan has it")
    };
    let (kept, broken) = (standing("0.485", Language::Zh), standing("0.5", Language::Zh));
    assert_eq!((kept.head.lit.light, broken.head.lit.light), ("met", "missed"));
    assert!(
        broken.trajectory.title.words().contains("没有控制在目标以内（≤0.49"),
        "{:?}",
        broken.trajectory.title
    );
    assert!(
        kept.trajectory.title.words().contains("没有超出 2025 年目标（≤0.49"),
        "{:?}",
        kept.trajectory.title
    );
    let said = format!("{:?}", kept.reported);
    assert!(said.contains("2025 年分解目标：≤0.49"), "{said}");
    let drawn = format!("{:?}", kept.trajectory.drawing);
    assert!(drawn.contains("分解 ≤0.49"), "{drawn}");
    let spoken = |one: &standing::Standing| {
        let chart = format!("{:?} {:?}", one.trajectory.description, one.trajectory.table);
        [one.copied.clone(), one.outlook.concat(), one.reason.clone(), chart].concat()
    };
    let spoken_zh = [spoken(&kept), spoken(&broken)].concat();
    assert!(!spoken_zh.contains("不少于") && !spoken_zh.contains('≥'), "{spoken_zh}");
    let english = standing("0.5", Language::En);
    assert!(english.trajectory.title.words().contains("not kept within the target (≤0.49"));
    let spoken_en = spoken(&english);
    assert!(!spoken_en.contains("at least") && !spoken_en.contains('≥'), "{spoken_en}");
    let day = Day::parse("2025-07-08");
    let lead = plan.indicator("energy").unwrap().task.lead[0].clone();
    let form =
        crate::page::month::form::sheet(&plan, &set("0.5"), &lead, month("2025-06"), day, Language::Zh);
    let about: Vec<String> = form
        .ok()
        .and_then(|form| form.figure("energy").map(|asked| asked.about.clone()))
        .into_iter()
        .flatten()
        .map(|text| text.words)
        .collect();
    assert!(about.iter().any(|words| words.contains("2025 年分解目标 ≤0.49")), "{about:?}");
}
