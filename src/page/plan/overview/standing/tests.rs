//! The board of a small ledger.

use super::*;
use crate::ledger::samples::{actual, batch, entry};
use crate::ledger::{BatchId, Ledger, Said, Stage};
use crate::plan::{Day, MilestoneKind};

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../../public/plan.json")).expect("the shipped plan")
}

/// The board for nobody in particular.
fn at(plan: &PlanIndex, ledger: &Ledger, today: &str, language: Language) -> Board {
    board(AsOf { plan, ledger, today: Day::parse(today).unwrap(), offset: 480, language }, None)
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
    let board = at(&plan, &ledger(), "2024-09-03", Language::Zh);
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
    let zh = at(&plan, &ledger, "2024-09-03", Language::Zh);
    assert!(zh.headline.starts_with("入库省级典型联盟"), "{}", zh.headline);
    assert!(zh.lede.contains("第 2 版"), "{}", zh.lede);
    let en = at(&plan, &ledger, "2024-09-03", Language::En);
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
    let board = at(&plan, &ledger, "2026-11-25", Language::Zh);
    for (place, lit) in plan.milestones().zip(board.milestones) {
        let expected = if place.item.kind == MilestoneKind::Direction { "推进中" } else { "未达成" };
        assert_eq!(lit.word, expected, "{}", place.item.id);
    }
}

/// walk a9: the headline counts what could be judged; over overdue or unjudged rows nobody reads that all is well.
#[test]
fn the_headline_counts_what_could_be_judged() {
    let plan = plan();
    for language in [Language::Zh, Language::En] {
        let board = at(&plan, &ledger(), "2024-09-03", language);
        let judged: usize = board
            .lights
            .iter()
            .filter(|one| ["green", "amber", "red", "met", "missed"].contains(&one.lit.light))
            .map(|one| one.count)
            .sum();
        assert!(judged < board.rows.len());
        let starts = match language {
            Language::Zh => format!("17 项中仅 {judged} 项可评判，都正常；"),
            Language::En => format!("Only {judged} of 17 could be judged, all on track; "),
        };
        let overdue = language.pick("项逾期未报", "overdue");
        assert!(
            board.headline.starts_with(&starts)
                && board.headline.contains(overdue)
                && board.headline.contains(language.pick("（时限为假定）", "(assumed date)")),
            "{}",
            board.headline
        );
        let lede = language.pick("数据由各单位自报。", "Figures as reported by the organisations.");
        assert!(board.lede.ends_with(lede), "{}", board.lede);
    }
}

/// walk a9: whatever the counts are, they are all said, and nothing is fine that was not judged.
#[test]
fn every_count_is_said_and_nothing_unjudged_is_fine() {
    let said = |judged, met, overdue, lacking, not_yet| {
        let all = judged + overdue + lacking + not_yet;
        words::nothing_behind(
            Language::Zh,
            words::Judged { all, judged, met, overdue, is_assumed: false, lacking, not_yet },
        )
    };
    assert_eq!(said(5, 0, 5, 7, 0), "17 项中仅 5 项可评判，都正常；5 项逾期未报，7 项缺基期或口径");
    assert_eq!(said(0, 0, 3, 0, 1), "4 项指标均暂不能评判；3 项逾期未报，1 项暂不评判");
    assert_eq!(said(4, 2, 0, 0, 0), "4 项指标都正常或已达成");
    assert_eq!(said(4, 4, 0, 0, 1), "5 项中仅 4 项可评判，都已达成；1 项暂不评判");
}

/// walk (e): only classes that occur are named; one or two by name, more by count.
#[test]
fn the_headline_names_only_classes_that_occur() {
    let count = words::Judged { all: 8, judged: 8, ..words::Judged::default() };
    let some = |lights: &[Light]| {
        lights
            .iter()
            .zip(["甲", "乙", "丙"])
            .map(|(light, name)| (name.to_owned(), *light))
            .collect::<Vec<_>>()
    };
    let worst = |lights: &[Light], language| words::worst(language, "丁", Light::Red, &some(lights), count);
    assert_eq!(worst(&[], Language::Zh), "丁滞后");
    assert_eq!(worst(&[Light::Missed, Light::Red], Language::Zh), "丁滞后，另有甲未达成、乙滞后");
    assert_eq!(
        worst(&[Light::Missed, Light::Red, Light::Red], Language::Zh),
        "丁滞后，另有1 项未达成、2 项滞后".replace("有1", "有 1")
    );
    assert_eq!(
        worst(&[Light::Missed, Light::Red, Light::Red], Language::En),
        "丁 is behind; 1 more missed its target, 2 more are behind"
    );
    assert_eq!(worst(&[Light::Red, Light::Red], Language::Zh), "丁、甲、乙滞后");
    assert_eq!(worst(&[Light::Red, Light::Red], Language::En), "丁, 甲 and 乙 are behind");
    assert_eq!(worst(&[Light::Red], Language::En), "丁 and 甲 are behind");
    let half = words::Judged { judged: 5, ..count };
    assert_eq!(words::worst(Language::Zh, "丁", Light::Amber, &[], half), "丁偏慢（8 项中 5 项可评判）");
}

/// A ledger with a figure of each month of 2024 for one indicator.
fn monthly(indicator: &str, figures: &[(u8, &str)]) -> Ledger {
    let batches = figures.iter().zip(0..).map(|((month, figure), sequence)| {
        let id = BatchId { writer: 1, sequence };
        batch(id, 1_706_000_000 + u64::from(sequence), *month, [actual(indicator, figure)])
    });
    Ledger::new(batches)
}

fn row_of(plan: &PlanIndex, board: &Board, id: &str) -> BoardRow {
    let at = plan.indicators().position(|place| place.item.id == id).expect("an indicator of the plan");
    board.rows[at].clone()
}

/// walk c4, d4: the month of a figure, and what it is more or less than the month before, or the quarter.
#[test]
fn a_row_says_of_which_month_its_figure_is_and_how_it_changed() {
    let plan = plan();
    let of =
        |id, figures, today, language| row_of(&plan, &at(&plan, &monthly(id, figures), today, language), id);
    let professionals: &[_] = &[(5, "14"), (6, "14"), (7, "16")];
    let row = of("foreign-professionals", professionals, "2024-08-02", Language::Zh);
    assert_eq!((row.actual.as_str(), row.month.as_str(), row.change.as_str()), ("16", "7 月", "↑ 2"));
    let row = of("foreign-professionals", &professionals[..2], "2024-07-02", Language::Zh);
    assert_eq!(row.change, "→ 0");
    let row = of("foreign-professionals", &[(5, "14"), (7, "13")], "2024-08-02", Language::Zh);
    assert_eq!(row.change, "", "without the month between there is nothing to compare with");
    let row = of("alliances", &[(3, "12"), (6, "11")], "2025-01-02", Language::En);
    assert_eq!((row.month.as_str(), row.change.as_str()), ("2024-06", "↓ 1"));
}

/// Only a light that was another one a month ago says which.
#[test]
fn a_row_says_what_its_light_was_a_month_before() {
    let plan = plan();
    let of = |today| {
        let ledger = monthly("foreign-professionals", &[(6, "15"), (7, "15"), (8, "15")]);
        row_of(&plan, &at(&plan, &ledger, today, Language::Zh), "foreign-professionals")
    };
    let lights: Vec<_> = ["2024-08-03", "2024-09-03", "2024-10-03"]
        .map(of)
        .into_iter()
        .map(|row| (row.lit.word, row.was))
        .collect();
    assert_eq!(lights[0].1, None, "{lights:?}");
    for pair in lights.windows(2) {
        let changed = (pair[0].0 != pair[1].0).then_some(pair[0].0);
        assert_eq!(pair[1].1, changed, "{lights:?}");
    }
}

/// Whatever the order, each row stands in one group, and worse ones before better ones.
#[test]
fn the_rows_are_ordered_by_area_urgency_and_lead() {
    for plan in [
        plan(),
        crate::plan::read::from_json(include_str!("../../../../../tests/plans/binjiang.json")).unwrap(),
    ] {
        let board = at(&plan, &ledger(), "2024-09-03", Language::Zh);
        for groups in &board.groups {
            let mut rows: Vec<usize> = groups.iter().flat_map(|group| group.rows.clone()).collect();
            rows.sort_unstable();
            assert_eq!(rows, (0..board.rows.len()).collect::<Vec<_>>());
            for group in groups {
                assert_eq!(group.lights.iter().map(|one| one.count).sum::<usize>(), group.rows.len());
                assert!(!group.title.words.is_empty());
            }
        }
        let [areas, urgency, leads] = &board.groups;
        assert_eq!(areas.len(), plan.areas.len());
        let place = |row: &usize| Light::ALL.iter().position(|one| one.slug() == board.rows[*row].lit.light);
        let places: Vec<_> = urgency.iter().flat_map(|group| &group.rows).map(place).collect();
        assert!(places.is_sorted(), "{places:?}");
        for group in leads {
            assert!(group.rows.iter().map(place).is_sorted(), "{}", group.title.words);
        }
    }
}

/// walk c3: worst first.
#[test]
fn the_counts_begin_with_what_is_worst() {
    let plan = plan();
    let board = at(&plan, &ledger(), "2024-09-03", Language::Zh);
    let places =
        board.lights.iter().map(|one| Light::ALL.iter().position(|light| light.slug() == one.lit.light));
    assert!(places.is_sorted());
    assert_eq!(Light::ALL[..3], [Light::Missed, Light::Red, Light::Amber]);
}

/// Names that show one light are said with one word.
#[test]
fn a_headline_of_one_light_says_it_once() {
    let count = words::Judged { all: 8, judged: 8, ..words::Judged::default() };
    let others = [("甲".to_owned(), Light::Missed), ("乙".to_owned(), Light::Missed)];
    assert_eq!(words::worst(Language::Zh, "丁", Light::Missed, &others, count), "丁、甲、乙未达成");
}
