//! Shares against figures worked by hand, the table against the drawing, and labels at every width.

use super::*;
use crate::chart::words::tests::plan;
use crate::chart::{Look, Paper};
use crate::ledger::samples::{actual, batch, entry, value};
use crate::ledger::{Batch, BatchId, Ledger, Said};
use crate::page::plan::indicators::way::records;
use crate::plan::{Day, Month, Year, read};
use crate::text::{Cell, Piece};

fn binjiang() -> PlanIndex {
    read::from_json(include_str!("../../../tests/plans/binjiang.json")).expect("a plan")
}

fn harbour() -> PlanIndex {
    read::from_json(include_str!("../../../tests/plans/harbour-city.json")).expect("a plan")
}

fn ids(plan: &PlanIndex) -> Vec<String> {
    plan.indicators().map(|place| place.item.id.clone()).collect()
}

fn said(sequence: u32, month: &str, said: Said) -> Batch {
    let one = batch(BatchId { writer: 1, sequence }, u64::from(sequence) + 1, 1, [entry(said)]);
    Batch { month: Month::parse(month).expect("a month"), ..one }
}

fn figure(sequence: u32, month: &str, id: &str, figure: &str) -> Batch {
    said(sequence, month, actual(id, figure).said)
}

/// Where the stock of high-tech enterprises stood before the plan.
fn baseline() -> Batch {
    let baseline = Said::Baseline {
        indicator: "high-tech-enterprises".into(),
        at: Month::parse("2022-12").expect("a month"),
        value: value("400"),
        source: String::new(),
    };
    said(0, "2023-08", baseline)
}

/// A stock with a baseline and three figures, a ratio that has to exceed 60, a total without any figure.
fn ledger() -> Ledger {
    Ledger::new([
        baseline(),
        figure(1, "2023-12", "high-tech-enterprises", "501"),
        figure(2, "2024-03", "high-tech-enterprises", "510"),
        figure(3, "2024-06", "high-tech-enterprises", "525"),
        figure(4, "2023-12", "conversion-rate", "58.6"),
        figure(5, "2023-12", "new-platforms", "50"),
    ])
}

fn drawn(plan: &PlanIndex, ledger: Option<&Ledger>, language: Language) -> (Chart, Drawing) {
    let known = ledger.map(|ledger| records(plan, ledger, Day::parse("2024-07-08").expect("a day")));
    shown(plan, known.as_ref(), language)
}

fn drawn_at(plan: &PlanIndex, ledger: &Ledger, day: &str, language: Language) -> (Chart, Drawing) {
    let known = records(plan, ledger, Day::parse(day).expect("a day"));
    shown(plan, Some(&known), language)
}

fn shown(plan: &PlanIndex, known: Option<&Records>, language: Language) -> (Chart, Drawing) {
    let chart = chart(plan, &ids(plan), true, known, language);
    match chart.drawing.clone() {
        crate::chart::Drawing::Way(drawing) => (chart, drawing),
        other => panic!("{other:?}"),
    }
}

fn way<'a>(drawing: &'a Drawing, name: &str) -> &'a Way {
    drawing.rows.iter().filter_map(Row::way).find(|way| way.name.starts_with(name)).expect("a row")
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[test]
fn shares_are_those_worked_by_hand() {
    let (plan, ledger) = (plan(), ledger());
    let (_, drawing) = drawn(&plan, Some(&ledger), Language::Zh);
    // 500 and 600; 400 at the end of 2022; 525 in June 2024.
    let stock = way(&drawing, "高新技术企业总数");
    let labels: Vec<&str> = stock.targets.iter().map(|point| point.label.as_str()).collect();
    assert_eq!(labels, ["2023 达500", "2025 达600"]);
    assert!(near(stock.targets[0].share, 500.0 / 6.0) && near(stock.targets[1].share, 100.0));
    assert!(stock.start.as_ref().is_some_and(|one| near(one.share, 400.0 / 6.0)));
    let actual = stock.actual.as_ref().expect("an actual");
    assert!(near(actual.share, 87.5) && actual.label == "525 · 2024-06" && stock.is_bar);
    // From 500 at the end of 2023 to 600 at that of 2025: a quarter of the way is 525.
    assert!(stock.expected.is_some_and(|share| near(share, 87.5)), "{stock:?}");
    // Slopes of 3, 4 and 5 a month: 18 months from 525 are 597, 579 to 615.
    let lead = stock.forecast.as_ref().expect("a forecast");
    assert_eq!(lead.middle.label, "2025 年底约 597");
    assert!(near(lead.low, 96.5) && near(lead.middle.share, 99.5) && near(lead.high, 102.5), "{lead:?}");
    assert_eq!((stock.note.as_str(), stock.light.as_str()), ("2024 未设", "● 正常"));
    // 58.6 of more than 60: no way, so no bar, and no forecast.
    let ratio = way(&drawing, "科技成果转化率");
    assert_eq!(ratio.targets, [Point { share: 100.0, label: "2023–2025 力争 >60".into() }]);
    assert!(ratio.actual.as_ref().is_some_and(|one| near(one.share, 58.6 / 0.6)) && !ratio.is_bar);
    assert!(ratio.note.is_empty() && ratio.forecast.is_none() && ratio.start.is_none());
    // Nobody has reported: nothing is drawn but what the plan asks, and that two years have no target.
    let none = way(&drawing, "创新载体");
    assert_eq!((none.actual.as_ref(), none.expected, none.forecast.as_ref()), (None, None, None));
    assert_eq!((none.note.as_str(), none.light.as_str()), ("2023–2024 未设", "◌ 未报"));
    assert_eq!(none.targets, [Point { share: 100.0, label: "2025 达30".into() }]);
    // 50 of at least 25: beyond the end of the axis, and its figure says so.
    let flow = way(&drawing, "新增市级以上科技创新平台");
    let actual = flow.actual.as_ref().expect("an actual");
    assert!(near(actual.share, 200.0) && actual.label == "50 · 2023 年 1–12 月" && near(drawing.top, 150.0));
}

#[test]
fn a_target_that_the_bureau_set_stands_beside_the_unset_year() {
    let plan = plan();
    let set = Said::YearTarget {
        indicator: "high-tech-enterprises".into(),
        year: Year(2024),
        value: value("540"),
        reason: "分解".into(),
        document: String::new(),
    };
    let (chart, drawing) = drawn(&plan, Some(&Ledger::new([said(0, "2024-01", set)])), Language::Zh);
    let stock = way(&drawing, "高新技术企业总数");
    assert_eq!((stock.targets[1].label.as_str(), stock.note.as_str()), ("2024 分解 540", "2024 未设"));
    assert!(near(stock.targets[1].share, 90.0));
    assert!(format!("{:?}", chart.table).contains("分解 540"));
}

/// A limit of none at all has no share, and its year without a target stays named.
#[test]
fn a_row_that_is_not_drawn_keeps_its_unset_years() {
    let text = include_str!("../../../tests/plans/binjiang.json");
    let ends = [
        "2024年较大安全事故不超过0起\"\n                },",
        "2025年较大安全事故不超过0起\"\n                },",
    ];
    let (before, rest) = text.split_once(ends[0]).expect("a target");
    let (_, after) = rest.split_once(ends[1]).expect("the next one");
    let plan = read::from_json(&[before, ends[0], after].concat()).expect("a plan");
    for (language, note, said) in [
        (Language::Zh, "2025 未设；目标不大于零，不折算", "，2025 年未设目标；目标不大于零，不折算"),
        (
            Language::En,
            "2025 not set; no share of a target ≤ 0",
            ", no target set for 2025; no share of a target ≤ 0",
        ),
    ] {
        let (chart, drawing) = drawn(&plan, None, language);
        let notes: Vec<&str> =
            drawing.rows.iter().filter_map(Row::way).map(|way| way.note.as_str()).collect();
        assert!(notes.contains(&note), "{notes:?}");
        let says: Vec<String> = chart.marks.iter().map(|mark| mark.says.words()).collect();
        assert!(says.iter().any(|says| says.ends_with(said)), "{says:#?}");
    }
}

#[test]
fn the_title_counts_lights_and_without_records_says_what_the_plan_asks() {
    let (plan, ledger) = (plan(), ledger());
    let title = |ledger, language| drawn(&plan, ledger, language).0.title.words();
    assert_eq!(title(None, Language::Zh), "17 项指标共定 26 个目标值，以各自最后一个目标为 100%");
    let judged = title(Some(&ledger), Language::Zh);
    assert!(
        judged.starts_with("17 项指标：正常、达成 2 项，滞后、偏慢、未达成 1 项，14 项未能评判"),
        "{judged}"
    );
    let english = title(Some(&ledger), Language::En);
    assert!(english.contains("on track or met") && english.contains("14 could not be judged"), "{english}");
}

fn words(cell: &Cell) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Plain(text) | Piece::Note(text) | Piece::Count { text, .. } => text.words.clone(),
        Piece::Link(link) => link.text.words.clone(),
        Piece::Light { word, .. } => (*word).to_owned(),
    };
    cell.pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
}

/// Every row of the table has the figures of its row in the drawing, and every mark leads to its indicator.
#[test]
fn the_table_equals_the_drawing() {
    let (plan, ledger) = (plan(), ledger());
    for language in Language::ALL {
        for ledger in [None, Some(&ledger)] {
            let (chart, drawing) = drawn(&plan, ledger, language);
            let ways: Vec<&Way> = drawing.rows.iter().filter_map(Row::way).collect();
            assert_eq!(chart.table.rows.len(), ways.len());
            for (row, way) in chart.table.rows.iter().zip(&ways) {
                assert_eq!(row.len(), chart.table.columns.len());
                let words: Vec<String> = row.iter().map(words).collect();
                assert!(way.name.starts_with(&words[0]), "{words:?}");
                for (year, cell) in plan.period.iter().zip(&words[3..6]) {
                    let is_drawn = way.targets.iter().any(|point| point.label.contains(&year.to_string()));
                    let is_unset = cell.contains(crate::chart::words::unset(language));
                    assert!(is_drawn || is_unset || way.targets[0].label.contains('–'), "{words:?} {way:?}");
                    assert!(!is_unset || !way.note.is_empty(), "{words:?}");
                }
                if ledger.is_none() {
                    continue;
                }
                let actual = way.actual.as_ref();
                assert_eq!(words[7].is_empty(), actual.is_none());
                assert!(actual.is_none_or(|one| one.label.starts_with(words[7].split(' ').next().unwrap())));
                let share = words[8].strip_suffix('%').map(|share| share.parse::<f64>().unwrap());
                assert_eq!(share.is_some(), actual.is_some());
                assert!(share.zip(actual).is_none_or(|(share, one)| (share - one.share).abs() < 0.051));
                assert_eq!(words[10].is_empty(), way.forecast.is_none());
                assert!(way.light.ends_with(&words[11]), "{words:?}");
            }
            assert!(chart.marks.iter().all(|mark| mark.href.starts_with("#/indicator/")));
            let drawn: usize = ways.iter().map(|way| way.targets.len()).sum();
            assert_eq!(chart.marks.iter().filter(|mark| mark.item.series == TARGETS).count(), drawn);
        }
    }
}

#[test]
fn marks_say_the_figure_its_share_and_where_it_leads() {
    let (plan, ledger) = (plan(), ledger());
    let (chart, _) = drawn(&plan, Some(&ledger), Language::Zh);
    let says: Vec<String> = chart.marks.iter().map(|mark| mark.says.words()).collect();
    for expected in [
        "高新技术企业总数，2023 年达 500 户，占 2025 年目标 83.3%",
        "高新技术企业总数，2025 年达 600 户，以此为 100%",
        "高新技术企业总数，2024 年未设目标",
        "高新技术企业总数，基期 2022-12 为 400 户，占 2025 年目标 66.7%",
        "高新技术企业总数，2024-06 完成值 525 户，占 2025 年目标 87.5%；目前应达到 525",
        "高新技术企业总数，按目前速度，2025-12 在 579 至 615 之间，约 597 户，占 2025 年目标 99.5%",
        "新增市级以上科技创新平台，2023-12 完成值（当年累计） 50 个，占 2023 年目标 200%",
    ] {
        assert!(says.iter().any(|says| says == expected), "{expected} in {says:#?}");
    }
}

/// Seven twenty-fourths of the way from 500 to 600 are 529.1666…: one digit behind the point would be the actual.
#[test]
fn what_is_expected_is_never_rounded_onto_the_actual() {
    let (plan, id) = (plan(), "high-tech-enterprises");
    let ledger =
        Ledger::new([baseline(), figure(1, "2023-12", id, "500"), figure(2, "2024-07", id, "529.2")]);
    let (chart, _) = drawn_at(&plan, &ledger, "2024-08-08", Language::Zh);
    let says: Vec<String> = chart.marks.iter().map(|mark| mark.says.words()).collect();
    assert!(says.iter().any(|says| says.ends_with("；目前应达到 529.17")), "{says:#?}");
    let expected = |row: &Vec<Cell>| row.get(9).map(words);
    assert!(
        chart.table.rows.iter().any(|row| expected(row).as_deref() == Some("529.17")),
        "{:?}",
        chart.table
    );
}

/// 17.6 × 100 million yuan are ¥1.76 billion, and a rate stands at its sign, wherever a mark says one.
#[test]
fn english_marks_write_money_and_rates_as_english_does() {
    let plan = plan();
    let ledger = Ledger::new(crate::sample::until(&plan, Day::parse("2024-09-03").expect("a day")));
    let (chart, _) = drawn_at(&plan, &ledger, "2024-09-03", Language::En);
    let says: Vec<String> = chart.marks.iter().map(|mark| mark.says.words()).collect();
    assert!(says.iter().filter(|says| says.contains("¥")).count() >= 4, "{says:#?}");
    for says in &says {
        assert!(!says.contains("100 million") && !says.contains(" %"), "{says}");
        let is_money = says.contains("¥");
        let bare = says.split_once("between ").is_some_and(|(_, range)| !range.starts_with('¥'));
        assert!(!is_money || !bare, "{says}");
        assert!(!is_money || !says.contains("by now: ") || says.contains("by now: ¥"), "{says}");
    }
}

fn look(width: u32, language: Language) -> Look {
    Look { paper: Paper::Light, language, width, height: 900, text: 16.0, is_moving: false }
}

/// 8, 17 and 50 indicators, at every class of width: no two words overlap, none is cut, and no target of the plan or
/// actual loses its label on a phone.
#[test]
fn words_neither_overlap_nor_leave_the_drawing() {
    let (binjiang, harbour) = (binjiang(), harbour());
    let anshan = plan();
    for (plan, ledger) in [(&anshan, Some(ledger())), (&anshan, None), (&binjiang, None), (&harbour, None)] {
        for language in Language::ALL {
            let (_, drawing) = drawn(plan, ledger.as_ref(), language);
            for width in [304, 320, 344, 374, 456, 620, 680, 776, 1000, 1280] {
                let look = look(width, language);
                let drawn = layout(&drawing, &look);
                let areas = drawn.areas(&look);
                for (at, (words, area)) in areas.iter().enumerate() {
                    assert!(area.left >= 0.0 && area.right <= f64::from(width), "{width}: {words} {area:?}");
                    for (other, taken) in &areas[..at] {
                        assert!(!taken.overlaps(area), "{width}: {words} over {other}");
                    }
                }
                let needed = drawn.targets.iter().chain(&drawn.actuals);
                // Three labels and more may give way to each other.
                let rows = drawing.rows.iter().zip(&drawn.rows);
                let full = rows.filter(|(row, _)| row.way().is_some_and(|way| way.targets.len() > 2));
                let full: Vec<f64> = full.map(|(_, y)| *y).collect();
                let lost: Vec<_> =
                    needed.filter(|one| one.place.is_none() && !full.contains(&one.y)).collect();
                assert!(lost.is_empty(), "{width} {language:?}: {lost:?}");
                let height = f64::from(drawing_height(&drawing, &look));
                assert!(
                    (drawn.plot.bottom..=drawn.plot.bottom + 40.0).contains(&height),
                    "{width}: {height}"
                );
            }
        }
    }
}

#[test]
fn that_less_is_better_is_never_cut() {
    let (binjiang, harbour) = (binjiang(), harbour());
    for (plan, limits) in [(&binjiang, 2), (&harbour, 3)] {
        for language in Language::ALL {
            // With and without a light beside the name.
            for ledger in [None, Some(Ledger::new([] as [Batch; 0]))] {
                let (_, drawing) = drawn(plan, ledger.as_ref(), language);
                let better = language.pick("越低越好", "lower is better");
                assert_eq!(
                    drawing.rows.iter().filter_map(Row::way).filter(|way| way.name.contains(better)).count(),
                    limits
                );
                for width in [304, 456, 776] {
                    let drawn = layout(&drawing, &look(width, language));
                    // Where a column is narrow the words may be on two lines.
                    let one_line = |words: &str| words.replace('\n', language.pick("", " "));
                    let said = drawn.names.iter().filter(|(_, name)| one_line(name).contains(better));
                    assert_eq!(said.count(), limits, "{width} {:?}", drawn.names);
                }
            }
        }
    }
}

fn drawing_height(drawing: &Drawing, look: &Look) -> u32 {
    drawing.height(look.class())
}

#[test]
fn fifty_indicators_are_fifty_rows_high() {
    let plan = plan();
    let fifty: Vec<String> = ids(&plan).into_iter().cycle().take(50).collect();
    let height = |ids: &[String]| {
        let chart = chart(&plan, ids, false, None, Language::Zh);
        [Width::Narrow, Width::Middle, Width::Wide].map(|width| chart.drawing.height(width))
    };
    for (few, many) in height(&fifty[..8]).into_iter().zip(height(&fifty)) {
        assert!((many - few) / 42 > 55, "{few} {many}");
    }
    assert_eq!(chart(&plan, &[], true, None, Language::Zh).marks, []);
}
