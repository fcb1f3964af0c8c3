//! The worked example: four districts, three items, invented figures.

use crate::ledger::Said;
use crate::ledger::kinds::{
    AssessmentItem, AssessmentRule, DistrictClass, ItemRole, MissingFigure, Scoring, TieBreak, WeightSum,
};
use crate::ledger::samples::august::{figure, officer};
use crate::ledger::samples::value;
use crate::ledger::{Batch, Ledger};
use crate::plan::{Month, Year};

/// 甲, 乙, 丙, 丁.
pub const FOUR: [&str; 4] = ["haicheng", "taian", "xiuyan", "tiedong"];
/// 高企, 技术合同, 带土移植.
pub const ITEMS: [&str; 3] = ["high-tech-enterprises", "contract-value", "relocation-teams"];
/// Actual and target.
pub const FIGURES: [[(&str, &str); 3]; 4] = [
    [("108", "100"), ("4.5", "5.0"), ("5", "5")],
    [("24", "20"), ("0.9", "0.5"), ("1", "1")],
    [("57", "60"), ("3.3", "3.0"), ("3", "4")],
    [("31", "30"), ("0.8", "1.0"), ("", "0")],
];

/// Shares and figures of 2024 on record: actual and target of each district and item.
pub fn ledger(figures: &[[(&str, &str); 3]; 4]) -> Ledger {
    let (mut reported, mut allotted) = (vec![], vec![]);
    for (district, row) in FOUR.iter().zip(figures) {
        for (item, (actual, target)) in ITEMS.iter().zip(row) {
            if !actual.is_empty() {
                reported.push(figure(item, Some(district), actual));
            }
            if !target.is_empty() {
                allotted.push(Said::Allotment {
                    indicator: (*item).into(),
                    district: (*district).into(),
                    year: Year(2024),
                    value: value(target),
                    reason: String::new(),
                    document: String::new(),
                });
            }
        }
    }
    let december = |batch: Batch| Batch { month: Month::parse("2024-12").expect("a month"), ..batch };
    Ledger::new([officer(1, "2024-02-01", allotted), december(officer(2, "2025-01-02", reported))])
}

/// An item of the example by its place.
pub fn item(at: usize, weight: &str, cap: Option<&str>) -> AssessmentItem {
    AssessmentItem {
        item: ITEMS[at].into(),
        role: ItemRole::Weighted,
        weight: value(weight),
        cap: cap.map(value),
        source: "市统计局".into(),
    }
}

/// A rule over the three items, all with one cap.
pub fn rule(scoring: Scoring, cap: Option<&str>) -> AssessmentRule {
    AssessmentRule {
        id: "r".into(),
        year: Year(2024),
        title: "办法".into(),
        items: vec![item(0, "40", cap), item(1, "35", cap), item(2, "25", cap)],
        scoring,
        classes: vec![],
        grades: vec![],
        missing: MissingFigure::CountsZero,
        ties: TieBreak::Shared,
        sum: WeightSum::AsItIs,
        reason: String::new(),
        document: String::new(),
    }
}

/// In proportion, at most 4 points more.
pub fn wujin_2010() -> AssessmentRule {
    rule(Scoring::Proportion, Some("4"))
}

/// A class of districts.
pub fn class(name: &str, districts: &[&str]) -> DistrictClass {
    DistrictClass { name: name.into(), districts: districts.iter().map(|id| (*id).into()).collect() }
}

/// The least has 1, the most 100.
pub fn min_max() -> Scoring {
    Scoring::MinMax { low: value("1"), high: value("100") }
}

/// Each 5 % beside the average is half a point.
pub fn wujin_2011() -> Scoring {
    Scoring::AroundAverage { step: value("5"), points: value("0.5") }
}

/// The four rules of the example, each of the four districts alone, by names in the order of its columns.
pub fn rules() -> Vec<AssessmentRule> {
    let of = |id: &str, title: &str, scoring, cap| AssessmentRule {
        id: id.into(),
        title: title.into(),
        classes: vec![class("四县区", &FOUR)],
        ..rule(scoring, cap)
    };
    vec![
        of("r1", "武进2010", Scoring::Proportion, Some("4")),
        of("r2", "不封顶", Scoring::Proportion, None),
        of("r3", "极差", min_max(), None),
        of("r4", "武进2011", wujin_2011(), None),
    ]
}

/// Shares, figures and rules of the example on record.
pub fn with_rules(rules: Vec<AssessmentRule>) -> Ledger {
    let mut batches: Vec<Batch> = ledger(&FIGURES).batches().cloned().collect();
    batches.push(officer(
        9,
        "2024-03-01",
        rules.into_iter().map(|rule| Said::AssessmentRule(Box::new(rule))),
    ));
    Ledger::new(batches)
}
