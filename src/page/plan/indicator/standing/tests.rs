//! What records add to the page of an indicator.

use super::*;
use crate::ledger::kinds::{AdjustmentChange, Aim, Status};
use crate::ledger::samples::loop_kinds::adjustment;
use crate::ledger::samples::{actual, batch, entry, value};
use crate::ledger::{Batch, BatchId, Claim, Entry, EntryId, Report};
use crate::text::{Piece, Table};

const TODAY: &str = "2024-09-03";

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../../public/plan.json")).expect("the shipped plan")
}

fn at<'a>(plan: &'a PlanIndex, ledger: &'a Ledger, today: &str, language: Language) -> AsOf<'a> {
    AsOf { plan, ledger, today: Day::parse(today).unwrap(), offset: 480, language }
}

/// Batches of one writer, one after another.
fn ledger(batches: Vec<(&str, Vec<Entry>)>) -> Ledger {
    Ledger::new((0..).zip(batches).map(|(sequence, (month, entries))| -> Batch {
        let one = batch(BatchId { writer: 1, sequence }, 1_725_000_000 + u64::from(sequence), 1, entries);
        Batch { month: Month::parse(month).unwrap(), ..one }
    }))
}

fn first_of(sequence: u32) -> EntryId {
    EntryId { batch: BatchId { writer: 1, sequence }, index: 0 }
}

fn decided() -> Entry {
    let (basis, reason) = (Basis::RunningTotal, "会议纪要".to_owned());
    entry(Said::BasisDecision { indicator: "technologies-mastered".into(), basis, reason })
}

fn mastered(figures: &[(&'static str, &str)]) -> Ledger {
    let mut all = vec![("2024-01", vec![decided()])];
    all.extend(figures.iter().map(|(month, figure)| (*month, vec![actual("technologies-mastered", figure)])));
    ledger(all)
}

fn page(ledger: &Ledger, id: &str, language: Language) -> Standing {
    standing(at(&plan(), ledger, TODAY, language), id).unwrap()
}

fn cells(table: &Table) -> Vec<String> {
    let piece = |piece: &Piece| match piece {
        Piece::Plain(text) | Piece::Note(text) | Piece::Count { text, .. } => text.words.clone(),
        Piece::Link(link) => link.text.words.clone(),
        Piece::Light { word, .. } => (*word).to_owned(),
    };
    let cell = |cell: &crate::text::Cell| cell.pieces.iter().map(piece).collect::<Vec<_>>().join(" ");
    table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn the_heading_says_where_the_figures_lead() {
    let behind = mastered(&[("2024-02", "10"), ("2024-05", "11"), ("2024-08", "12")]);
    let zh = page(&behind, "technologies-mastered", Language::Zh);
    assert_eq!(zh.trajectory.title.words(), "按目前速度，2025 年底约 17 项，达不到目标（≥30 项）");
    assert_eq!(words_of(&zh.head.lede), "2024-08 完成 12 项，比序时进度应达到的 16.7 项少 4.7 项。");
    assert_eq!((zh.head.lit.light, zh.reason.as_str()), ("amber", "落后 15.6 点"));
    assert_eq!(zh.numbers, [("完成率", "40%".to_owned()), ("序时进度", "55.6%".to_owned())]);
    let en = page(&behind, "technologies-mastered", Language::En);
    assert_eq!(
        en.trajectory.title.words(),
        "At this pace about 17 technologies by the end of 2025: short of the target (≥30 technologies)"
    );
    // A pace that is enough is said to be enough, by the comparator of the text.
    let ahead = mastered(&[("2024-06", "20"), ("2024-07", "21"), ("2024-08", "22")]);
    assert!(
        page(&ahead, "technologies-mastered", Language::Zh).trajectory.title.words().contains("能达到目标")
    );
}

/// field 18: beside a figure in per cent, what it is away from the expected one is in points.
#[test]
fn a_difference_of_per_cents_beside_a_figure_is_in_points() {
    for unit in ["%", "％", "percent"] {
        let mut plan: serde_json::Value =
            serde_json::from_str(include_str!("../../../../../public/plan.json")).expect("JSON");
        for area in plan["areas"].as_array_mut().expect("areas") {
            for task in area["tasks"].as_array_mut().expect("tasks") {
                for one in task["indicators"].as_array_mut().into_iter().flatten() {
                    if one["id"] == "technologies-mastered" {
                        one["unit"] = serde_json::json!({ "zh": unit, "en": unit });
                    }
                }
            }
        }
        let plan = crate::plan::read::from_json(&plan.to_string()).expect("the plan");
        let lede = |language| {
            let ledger = mastered(&[("2024-08", "12")]);
            words_of(
                &standing(at(&plan, &ledger, TODAY, language), "technologies-mastered").unwrap().head.lede,
            )
        };
        assert!(lede(Language::Zh).ends_with("少 4.7 个百分点。"), "{}", lede(Language::Zh));
        assert!(lede(Language::En).contains(", 4.7 percentage points below the"), "{}", lede(Language::En));
    }
}

fn words_of(pieces: &[Text]) -> String {
    pieces.iter().map(|piece| piece.words.as_str()).collect()
}

/// field 12, walk (c) 4: the sentence of a light names who told the figure and when, who leads, and on whose word somebody is
/// called late: in every plan, for a figure of one organisation as for one that was added up.
#[test]
fn a_sentence_names_who_told_its_figure_and_on_whose_word_it_is_late() {
    for text in [
        include_str!("../../../../../public/plan.json"),
        include_str!("../../../../../tests/plans/harbour-city.json"),
        include_str!("../../../../../tests/plans/binjiang.json"),
    ] {
        let plan = crate::plan::read::from_json(text).expect("the plan");
        let year = plan.period.from.0 + 1;
        let of_year = |text: &str| text.replace("YYYY", &year.to_string());
        for place in plan.indicators() {
            let (id, lead) = (&place.item.id, &place.task.lead[0]);
            let told = |district: Option<&String>, by: &str, sequence, hour: u64| Batch {
                organisation: by.into(),
                month: Month::parse(&of_year("YYYY-03")).unwrap(),
                ..batch(
                    BatchId { writer: 1, sequence },
                    crate::ledger::Moment::end_of(Day::parse(&of_year("YYYY-04-02")).unwrap(), 480).0
                        - hour * 3600,
                    3,
                    [entry(Said::Actual {
                        indicator: id.as_str().into(),
                        district: district.map(|one| one.as_str().into()),
                        report: Report::Value(value("3")),
                        evidence: String::new(),
                        note: String::new(),
                    })],
                )
            };
            let name =
                |id: &str| plan.say(&plan.organisation(id).expect("it is there").name, Language::Zh).words;
            let said = |ledger: &Ledger, language| {
                standing(at(&plan, ledger, &of_year("YYYY-11-20"), language), id).expect("the plan has it")
            };
            let whole = said(&Ledger::new([told(None, lead, 0, 1)]), Language::Zh);
            let sentence = &whole.copied;
            let day = of_year("YYYY-04-02");
            assert!(
                sentence.contains(&format!("；{} {day} 报；牵头单位：{}", name(lead), name(lead))),
                "{sentence}"
            );
            let is_late = whole.reason.starts_with("新数据逾期未报");
            let is_stated = plan.cycle.rounds.iter().all(|round| round.window.stated);
            if is_late {
                for said in [&whole.reason, sentence] {
                    assert_eq!(said.contains("（时限为假定）"), !is_stated, "{said}");
                }
            }
            let english = said(&Ledger::new([told(None, lead, 0, 1)]), Language::En).copied;
            assert!(
                english.contains(&format!(" on {day}; lead: ")) && english.contains("; reported by "),
                "{english}"
            );
            if place.item.districts == crate::plan::DistrictRule::Sum {
                let each = plan.districts.iter().zip(0..);
                let all = each.map(|(one, at)| told(Some(one), one, at, u64::from(at)));
                let added = said(&Ledger::new(all), Language::Zh).copied;
                let first = &plan.districts[0];
                let expected =
                    format!("{} 家分别报送后相加，最后一家是{}，{day} 报", plan.districts.len(), name(first));
                assert!(added.contains(&expected), "{added}");
            }
        }
    }
}

/// field 12: a window that the bureau moved is said to be moved.
#[test]
fn a_moved_window_is_named_where_somebody_is_late_by_it() {
    let moved = Said::Window {
        opens: Day::parse("2024-08-05").unwrap(),
        closes: Day::parse("2024-08-09").unwrap(),
        reason: "换届".into(),
    };
    let late =
        ledger(vec![("2024-06", vec![actual("technology-smes", "900")]), ("2024-07", vec![entry(moved)])]);
    let late = page(&late, "technology-smes", Language::Zh);
    assert_eq!(late.reason, "新数据逾期未报（时限已调整）");
    assert!(late.copied.contains("2024-07 的数已于 2024-08-09 截止（时限已调整）"), "{}", late.copied);
}

#[test]
fn without_a_forecast_the_heading_gives_the_reason() {
    let two = mastered(&[("2024-07", "11"), ("2024-08", "12")]);
    let two = page(&two, "technologies-mastered", Language::Zh);
    assert_eq!(two.trajectory.title.words(), "2024-08 完成 12 项：落后 15.6 点");
    assert!(two.outlook.iter().any(|one| one.contains("满 3 个方可预测")), "{:?}", two.outlook);
    let none = page(&ledger(vec![]), "technologies-mastered", Language::Zh);
    assert_eq!(none.trajectory.title.words(), "没有完成值：逾期未报（时限为假定）");
    assert!(none.head.lede.is_empty() && none.reported.latest.rows.is_empty());
}

#[test]
fn a_reached_target_is_said_to_be_reached() {
    let reached = mastered(&[("2024-08", "30")]);
    let page = page(&reached, "technologies-mastered", Language::Zh);
    assert_eq!(page.trajectory.title.words(), "2024-08 完成 30 项，达到 2025 年目标（≥30 项）");
}

#[test]
fn the_copied_sentence_is_that_of_the_light() {
    let page = page(&mastered(&[("2024-08", "12")]), "technologies-mastered", Language::Zh);
    assert_eq!(page.copied, words_of(&page.sentence));
    for part in ["2024-08 完成值 12", "序时进度 55.6%", "完成率 40%", "（本单位认定）", "落后 15.6 点"]
    {
        assert!(page.copied.contains(part), "{part} in {}", page.copied);
    }
}

#[test]
fn what_is_missing_is_asked_for() {
    let undecided = ledger(vec![("2024-08", vec![actual("technologies-mastered", "12")])]);
    let words = words::of(Language::Zh);
    let undecided = page(&undecided, "technologies-mastered", Language::Zh);
    assert_eq!((undecided.asks_for, undecided.head.lit.light), (vec![words.asks_basis], "not-judged"));
    let stock = ledger(vec![("2024-06", vec![actual("carriers", "20")])]);
    assert_eq!(page(&stock, "carriers", Language::Zh).asks_for, [words.asks_baseline]);
}

#[test]
fn a_light_set_by_judgement_stands_beside_the_computed_one() {
    let said = Said::Judgement {
        subject: "technologies-mastered".into(),
        claim: Claim::Red,
        reason: "验收推迟".into(),
    };
    let mut all = mastered(&[("2024-08", "12")]);
    let mut one = batch(BatchId { writer: 2, sequence: 0 }, 1_725_300_000, 8, [entry(said)]);
    one.month = Month::parse("2024-08").unwrap();
    all.add(one);
    let page = page(&all, "technologies-mastered", Language::Zh);
    let by_person = page.by_person.unwrap();
    assert_eq!((page.head.lit.light, by_person.lit.light), ("amber", "red"));
    assert_eq!(by_person.reason.words, "验收推迟");
    assert_eq!(words_of(&by_person.who), "市科技局 王工，2024-09-03");
}

#[test]
fn every_report_stays_with_what_became_of_it() {
    let mut wrong = actual("alliances", "13");
    if let Said::Actual { evidence, note, .. } = &mut wrong.said {
        (*evidence, *note) = ("验收意见".into(), "含在建".into());
    }
    let mut right = actual("alliances", "11");
    right.replaces = Some(first_of(0));
    let withdrawal =
        Entry { replaces: Some(first_of(2)), said: Said::Withdrawal { reason: "报错了月份".into() } };
    let mut unchanged = actual("alliances", "0");
    if let Said::Actual { report, .. } = &mut unchanged.said {
        *report = Report::NoChange;
    }
    let returned = Said::Return { of: BatchId { writer: 1, sequence: 5 }, reason: "缺附件".into() };
    let all = ledger(vec![
        ("2024-06", vec![wrong]),
        ("2024-06", vec![right]),
        ("2024-07", vec![actual("alliances", "12")]),
        ("2024-07", vec![withdrawal]),
        ("2024-08", vec![unchanged]),
        ("2024-08", vec![actual("alliances", "15")]),
        ("2024-08", vec![entry(returned)]),
    ]);
    let reported = page(&all, "alliances", Language::Zh).reported;
    assert_eq!(
        cells(&reported.latest),
        [
            "2024-08|15|已退回 缺附件|市科技局 王工|2024-08-30||",
            "2024-08|无变化|有效|市科技局 王工|2024-08-30||",
            "2024-07|12|已撤回 报错了月份|市科技局 王工|2024-08-30||",
            "2024-06|11|有效|市科技局 王工|2024-08-30||",
            "2024-06|13|已更正 → 11|市科技局 王工|2024-08-30|验收意见|含在建",
        ]
    );
    assert!(reported.older.is_none() && reported.shares.is_none() && reported.decisions.is_none());
}

#[test]
fn a_late_report_after_the_lock_is_listed_as_such() {
    let first = BatchId { writer: 1, sequence: 0 };
    let all = ledger(vec![
        ("2024-06", vec![actual("alliances", "11")]),
        ("2024-06", vec![entry(Said::Lock { accepted: vec![first] })]),
        ("2024-06", vec![actual("alliances", "14")]),
    ]);
    let rows = cells(&page(&all, "alliances", Language::Zh).reported.latest);
    assert!(rows[0].starts_with("2024-06|14|锁定后送到"), "{rows:?}");
    assert!(rows[1].starts_with("2024-06|11|有效"), "{rows:?}");
}

#[test]
fn districts_stand_beside_the_city() {
    let share = |district: &str, figure: &str| {
        entry(Said::Actual {
            indicator: "carriers".into(),
            district: Some(district.into()),
            report: Report::Value(value(figure)),
            evidence: String::new(),
            note: String::new(),
        })
    };
    let all = ledger(vec![("2024-06", vec![share("haicheng", "4"), actual("carriers", "20")])]);
    let reported = page(&all, "carriers", Language::Zh).reported;
    let rows = cells(&reported.latest);
    assert!(rows[0].starts_with("2024-06|全市|20|") && rows[1].starts_with("2024-06|海城市|4|"), "{rows:?}");
    let shares = cells(&reported.shares.unwrap());
    assert_eq!(shares.len(), plan().districts.len());
    assert_eq!(shares.iter().filter(|row| row.as_str() == "海城市|4|2024-06").count(), 1, "{shares:?}");
    assert_eq!(shares.iter().filter(|row| row.ends_with("|—|")).count(), shares.len() - 1);
}

#[test]
fn older_reports_stand_behind_an_opener() {
    let months: Vec<String> =
        (0..20).map(|at| Month::parse("2023-08").unwrap().plus(at).to_string()).collect();
    let all = ledger(months.iter().map(|month| (month.as_str(), vec![actual("alliances", "3")])).collect());
    let reported = page(&all, "alliances", Language::En).reported;
    assert_eq!(reported.latest.rows.len(), 12);
    let (label, older) = reported.older.unwrap();
    assert_eq!((label.as_str(), older.rows.len()), ("8 older", 8));
    assert_eq!(reported.latest.caption.words, "20 in all, latest first");
}

#[test]
fn decisions_are_listed_with_their_reasons() {
    let target = Said::YearTarget {
        indicator: "technologies-mastered".into(),
        year: crate::plan::Year(2024),
        value: value("20"),
        reason: "年度分解".into(),
        document: "会议纪要 3 号".into(),
    };
    let all = ledger(vec![("2024-01", vec![decided()]), ("2024-01", vec![entry(target)])]);
    let decisions = page(&all, "technologies-mastered", Language::Zh).reported.decisions.unwrap();
    assert_eq!(
        cells(&decisions),
        [
            "2024 年分解目标：≥20|年度分解 会议纪要 3 号|有效|市科技局 王工|2024-08-30",
            "口径认定：累计数|会议纪要|有效|市科技局 王工|2024-08-30",
        ]
    );
}

/// M17: a target that a paper adjusted stands among the decisions, and the light by the plan's own beside the light by it.
#[test]
fn an_adjusted_target_is_told_with_its_paper_and_the_light_as_issued() {
    let plan = plan();
    let issued = plan.indicator("alliances").unwrap().item.target(crate::plan::Year(2025)).unwrap();
    let issued = Aim::from(issued);
    let change =
        AdjustmentChange::Target { old: Some(issued), new: Some(Aim { value: value("18"), ..issued }) };
    let Said::Adjustment(mut one) = adjustment(change, "2025-11-01", Status::Decided) else { panic!() };
    (one.year, one.reason, one.document) = (crate::plan::Year(2025), "政策变化".into(), "鞍科发 9 号".into());
    let all = ledger(vec![
        ("2025-12", vec![actual("alliances", "19")]),
        ("2025-12", vec![entry(Said::Adjustment(one))]),
    ]);
    let on = |language| standing(at(&plan, &all, "2026-02-01", language), "alliances").unwrap();
    let (shown, in_english) = (on(Language::Zh), on(Language::En));
    let what =
        format!("2025 年目标调整：已定 · {} → ≥18，2025-11-01 起", Aim::words(Some(issued), Language::Zh));
    let rows = cells(&shown.reported.decisions.unwrap());
    assert_eq!(rows, [format!("{what}|政策变化 鞍科发 9 号|有效|市科技局 王工|2024-08-30")]);
    assert!(shown.head.gap.ends_with("（调整后），按原目标为未达成"), "{}", shown.head.gap);
    assert!(in_english.head.gap.ends_with("(adjusted), as issued: missed"), "{}", in_english.head.gap);
}

#[test]
fn in_english_only_typed_words_and_names_are_chinese_and_marked() {
    let all = mastered(&[("2024-06", "10"), ("2024-07", "11"), ("2024-08", "12")]);
    let page = page(&all, "technologies-mastered", Language::En);
    let is_han = |words: &str| words.chars().any(|letter| ('\u{3400}'..='\u{9fff}').contains(&letter));
    let mut texts: Vec<Text> = page.head.lede;
    texts.extend(page.sentence);
    texts.extend(page.trajectory.title.0);
    texts.extend(page.outlook.into_iter().map(Text::plain));
    let tables = [page.reported.latest, page.reported.decisions.unwrap()];
    for piece in tables.into_iter().flat_map(|table| table.rows).flatten().flat_map(|cell| cell.pieces) {
        match piece {
            Piece::Plain(text) | Piece::Note(text) | Piece::Count { text, .. } => texts.push(text),
            Piece::Link(link) => texts.push(link.text),
            Piece::Light { word, .. } => texts.push(Text::plain(word)),
        }
    }
    let stray: Vec<&Text> =
        texts.iter().filter(|text| text.language.is_none() && is_han(&text.words)).collect();
    assert!(stray.is_empty(), "{stray:?}");
}

/// walk a13: 501 of 600 from 400 is a 完成率 of 83.5 %; the share of the way stands beside it under its own name.
#[test]
fn attainment_is_actual_over_target_and_the_way_has_its_own_name() {
    let (plan, indicator) = (plan(), "technology-smes");
    let target = plan.indicator(indicator).unwrap().item.targets.first().unwrap().clone();
    assert_eq!((target.year.0, target.value.to_string().as_str()), (2023, "1000"));
    let baseline = Said::Baseline {
        indicator: indicator.into(),
        at: Month::parse("2022-12").unwrap(),
        value: value("400"),
        source: String::new(),
    };
    let all = ledger(vec![("2023-08", vec![entry(baseline), actual(indicator, "835")])]);
    let page = standing(at(&plan, &all, "2023-09-06", Language::Zh), indicator).unwrap();
    assert_eq!(page.numbers[0], ("完成率", "83.5%".to_owned()));
    assert_eq!(page.numbers[1], ("自基期起的增量完成率", "72.5%".to_owned()));
    assert!(
        page.copied.contains("；完成率 83.5%；") && page.copied.contains("，自基期起的增量完成率 72.5%"),
        "{}",
        page.copied
    );
}
