use super::*;
use crate::ledger::samples::{entry, value};
use crate::ledger::{Batch, BatchId, Moment, Report};
use crate::text::Language::{self, En, Zh};

fn shipped() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
}

fn binjiang() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../tests/plans/binjiang.json")).expect("binjiang")
}

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

fn figure(id: &str, district: Option<&str>, text: &str) -> Entry {
    entry(Said::Actual {
        indicator: id.into(),
        district: district.map(Into::into),
        report: Report::Value(value(text)),
        evidence: String::new(),
        note: String::new(),
    })
}

/// A ledger of figures of the city: month, indicator, figure.
fn ledger(figures: &[(&str, &str, &str)]) -> Ledger {
    let batch = |(at, (of, id, text)): (usize, &(&str, &str, &str))| Batch {
        id: BatchId { writer: 1, sequence: at as u32 },
        written: Moment(1_700_000_000 + at as u64),
        organisation: "lead".into(),
        person: String::new(),
        month: month(of),
        entries: vec![figure(id, None, text)],
    };
    Ledger::new(figures.iter().enumerate().map(batch))
}

/// The first letters of the Chinese sentences about one figure.
fn said(plan: &PlanIndex, ledger: &Ledger, of: &str, entry: Entry) -> Vec<String> {
    let found = warnings(plan, ledger, month(of), &[entry]);
    found.iter().map(|warning| words::of(Zh, plan, warning)).collect()
}

fn assert_said(plan: &PlanIndex, ledger: &Ledger, of: &str, entry: Entry, begin: &[&str]) {
    let said = said(plan, ledger, of, entry.clone());
    let is_so =
        said.len() == begin.len() && said.iter().zip(begin).all(|(one, begin)| one.starts_with(begin));
    assert!(is_so, "{:?} in {of}: {said:?} instead of {begin:?}", entry.said);
}

/// field 4: what is far from last month's, each at its own item; none of them is silent.
#[test]
fn figures_far_from_last_months_are_told_item_by_item() {
    let plan = binjiang();
    let june = ledger(&[
        ("2024-06", "revenue", "5.8"),
        ("2024-06", "net-firms", "120"),
        ("2024-06", "energy", "0.53"),
    ]);
    let july =
        [figure("revenue", None, "66"), figure("net-firms", None, "98"), figure("energy", None, "0.053")];
    let found = warnings(&plan, &june, month("2024-07"), &july);
    let told: Vec<(&str, String)> = found.iter().map(|one| (&*one.item, words::of(Zh, &plan, one))).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    for ((item, said), (of, begin)) in told.iter().zip([
        ("revenue", "是上月（5.8 亿元）的十倍以上"),
        ("net-firms", "比上月的 120 户少 22 户"),
        ("energy", "不到上月（0.53"),
    ]) {
        assert!(*item == of && said.starts_with(begin), "{item}: {said}");
    }
}

/// field 9: results above 100 and below zero are accepted, with a warning at most and only the first time.
#[test]
fn above_a_hundred_and_below_zero_only_warn_and_only_where_it_is_new() {
    let plan = binjiang();
    let none = Ledger::default();
    assert_said(&plan, &none, "2024-06", figure("bond-progress", None, "104.5"), &[]);
    assert_said(&plan, &none, "2024-06", figure("net-firms", None, "-12"), &["是负数"]);
    let before = ledger(&[("2024-02", "net-firms", "-12"), ("2024-06", "net-firms", "-9")]);
    assert_said(&plan, &before, "2024-07", figure("net-firms", None, "-8"), &[]);
    assert_said(&shipped(), &none, "2023-12", figure("conversion-rate", None, "100.1"), &["超过 100%"]);
    let seen = ledger(&[("2023-12", "conversion-rate", "101")]);
    assert_said(&shipped(), &seen, "2024-12", figure("conversion-rate", None, "100.1"), &[]);
    assert_said(&shipped(), &none, "2023-12", figure("conversion-rate", None, "100"), &[]);
}

/// field 10: a rate that was written as a fraction, against the target and against last month's.
#[test]
fn a_hundredth_of_a_rate_asks_which_of_the_two_it_is() {
    let plan = shipped();
    let none = Ledger::default();
    let sentence = "约为2023 年目标（60%）的百分之一：单位是%，应填的是否为 61.2？";
    assert_said(&plan, &none, "2023-12", figure("conversion-rate", None, "0.612"), &[sentence]);
    assert_said(&plan, &none, "2023-12", figure("conversion-rate", None, "61.2"), &[]);
    let before = ledger(&[("2024-05", "invest-growth", "8.1")]);
    assert_said(
        &binjiang(),
        &before,
        "2024-06",
        figure("invest-growth", None, "0.083"),
        &["约为上月（8.1%）的百分之一"],
    );
    assert_said(&binjiang(), &before, "2024-06", figure("invest-growth", None, "0.8"), &[]);
    assert_said(&binjiang(), &none, "2024-06", figure("energy", None, "0.0052"), &["约为2024 年目标"]);
}

/// field 3b: without a figure before, the target tells; from ten times on.
/// walk a25: a district's share is held against the city's target.
#[test]
fn ten_times_the_target_is_told_of_city_and_district() {
    let (plan, none) = (shipped(), Ledger::default());
    assert_said(
        &plan,
        &none,
        "2024-08",
        figure("contract-value", None, "2100"),
        &["是2025 年目标（20.3 亿元）的十倍"],
    );
    assert_said(&plan, &none, "2024-08", figure("contract-value", None, "203"), &["是2025 年目标"]);
    assert_said(&plan, &none, "2024-08", figure("contract-value", None, "202"), &[]);
    assert_said(
        &plan,
        &none,
        "2024-08",
        figure("contract-value", None, "125000"),
        &["与2025 年目标（20.3 亿元）相差上千倍"],
    );
    let share = |text| figure("new-provincial-carriers", Some("haicheng"), text);
    assert_said(&plan, &none, "2023-09", share("1200000"), &["是全市 2023 年目标（1 家）的十倍"]);
    // A share is small by nature.
    assert_said(&plan, &none, "2024-08", figure("contract-value", Some("taian"), "0.01"), &[]);
    assert_said(&plan, &none, "2024-08", figure("technology-smes", Some("taian"), "3"), &[]);
    // What was so last month too has been looked at.
    let before = ledger(&[("2024-07", "contract-value", "210")]);
    assert_said(&plan, &before, "2024-08", figure("contract-value", None, "230"), &[]);
}

/// walk a25: half a platform does not exist; half a hundred million yuan does.
#[test]
fn fractions_of_what_is_counted_are_told() {
    let (plan, none) = (shipped(), Ledger::default());
    assert_said(&plan, &none, "2023-09", figure("new-platforms", None, "12.5"), &["本项按“个”计，应为整数"]);
    assert_said(&plan, &none, "2023-09", figure("new-platforms", None, "12.0"), &[]);
    assert_said(&plan, &none, "2023-09", figure("contract-value", None, "12.5"), &[]);
    assert_said(&plan, &none, "2023-09", figure("conversion-rate", None, "61.5"), &[]);
    assert_said(
        &plan,
        &none,
        "2024-06",
        figure("foreign-professionals", Some("taian"), "1.5"),
        &["本项按“人”计"],
    );
    assert_said(&binjiang(), &none, "2024-06", figure("accidents", None, "0.5"), &["本项按“起”计"]);
}

/// field 13: a late month that is above a later one.
#[test]
fn a_late_month_above_a_later_one_is_told() {
    let plan = binjiang();
    let july =
        ledger(&[("2024-07", "revenue", "6.0"), ("2024-07", "garden", "4"), ("2024-07", "energy", "0.51")]);
    let begin = "比7 月已报的 6.0 亿元还多 0.4 亿元。年初以来的数一般不减";
    assert_said(&plan, &july, "2024-06", figure("revenue", None, "6.4"), &[begin]);
    assert_said(&plan, &july, "2024-06", figure("revenue", None, "5.9"), &[]);
    assert_said(&plan, &july, "2024-06", figure("garden", None, "5"), &["比7 月已报的 4 个还多 1 个"]);
    assert_said(&plan, &july, "2023-12", figure("revenue", None, "11"), &[]);
    // A stock may rise and fall.
    assert_said(&plan, &july, "2024-06", figure("energy", None, "0.52"), &[]);
    // The month itself counts for nothing: a correction is held against its neighbours.
    assert_said(&plan, &july, "2024-07", figure("revenue", None, "5.0"), &[]);
}

/// A total falls within its year, and begins anew in January.
#[test]
fn a_total_that_falls_is_told_within_its_year() {
    let plan = binjiang();
    let before = ledger(&[("2024-12", "revenue", "12.9"), ("2024-12", "garden", "12")]);
    assert_said(&plan, &before, "2025-01", figure("revenue", None, "1.1"), &[]);
    assert_said(&plan, &before, "2025-01", figure("garden", None, "1"), &["比上月的 12 个少 11 个"]);
    let before = ledger(&[("2024-03", "revenue", "3.1")]);
    assert_said(&plan, &before, "2024-05", figure("revenue", None, "3.0"), &["比3 月的 3.1 亿元少 0.1 亿元"]);
}

/// Every kind has a sentence in both languages, and the English one has no Chinese in it.
#[test]
fn every_kind_is_said_in_both_languages() {
    let now = month("2024-08");
    let each = [
        Of::Month(month("2024-07")),
        Of::Month(month("2023-12")),
        Of::Target(Year(2025)),
        Of::CityTarget(Year(2025)),
    ];
    let mut kinds = vec![Kind::Fraction, Kind::AboveHundred, Kind::BelowZero, Kind::FellBack];
    for of in each {
        let against = Against { value: value("12.5"), of };
        kinds.extend([
            Kind::Tenfold(against),
            Kind::Tenth(against),
            Kind::Hundredth(against, None),
            Kind::Hundredth(against, Some(value("61.2"))),
            Kind::Thousandfold(against),
            Kind::StockMoved(against),
        ]);
    }
    for basis in [Basis::RunningTotal, Basis::YearlyFlow, Basis::Unstated] {
        let at = (month("2024-07"), value("3"));
        kinds.push(Kind::Falls { basis, last: at, by: value("1") });
        kinds.push(Kind::ExceedsLater { basis, later: at, by: value("1") });
    }
    for kind in kinds {
        for unit in ["", "%"] {
            let of = |language: Language| words::sentence(language, &kind, unit, now);
            let (zh, en) = (of(Zh), of(En));
            assert!(zh.ends_with(['。', '？']) && zh.chars().any(|one| one > '\u{4e00}'), "{zh}");
            assert!(en.ends_with(['.', '?']) && en.chars().count() > 15, "{en}");
            assert!(!en.chars().any(|one| ('\u{3000}'..'\u{ffff}').contains(&one)), "{en}");
        }
    }
}
