//! Worked examples, computed by hand in the comments.

use super::*;
use crate::plan::{Basis, Comparator, Day, Indicator, Month, PlanIndex, Quantity, Year, read};

const ANSHAN: &str = include_str!("../../public/plan.json");
const HARBOUR: &str = include_str!("../../tests/plans/harbour-city.json");

struct Case {
    plan: PlanIndex,
    indicator: Indicator,
    decided_basis: Option<Basis>,
    baseline: Option<Baseline>,
    set_targets: Vec<SetTarget>,
    adjusted: Vec<AdjustedTarget>,
    rule: Rule,
}

fn of(text: &str) -> Quantity {
    Quantity::parse(text).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn ratio(over: i128, under: i128) -> Ratio {
    Ratio::new(over, under).unwrap()
}

impl Case {
    fn new(plan: &str, id: &str) -> Self {
        let plan = read::from_json(plan).unwrap();
        let indicator = plan.indicator(id).unwrap().item.clone();
        let (decided_basis, baseline, set_targets) = (None, None, Vec::new());
        let adjusted = Vec::new();
        Self { plan, indicator, decided_basis, baseline, set_targets, adjusted, rule: Rule::default() }
    }

    fn from(mut self, at: &str, value: &str) -> Self {
        self.baseline = Some(Baseline { month: month(at), value: of(value) });
        self
    }

    fn decided(mut self, basis: Basis) -> Self {
        self.decided_basis = Some(basis);
        self
    }

    fn set(mut self, year: u16, value: &str) -> Self {
        let comparator = Comparator::AtLeast;
        self.set_targets.push(SetTarget { year: Year(year), value: of(value), comparator });
        self
    }

    /// With a target that a paper adjusted from a day on; an empty figure: none any more.
    fn adjusting(mut self, year: u16, from: &str, value: &str) -> Self {
        let aim = Quantity::parse(value).map(|value| (value, Comparator::AtLeast));
        self.adjusted.push(AdjustedTarget { year: Year(year), from: Day::parse(from).unwrap(), aim });
        self
    }

    /// With other targets than the plan's, all with the same comparator.
    fn aiming(mut self, comparator: Comparator, targets: &[(u16, &str)]) -> Self {
        let model = self.indicator.targets[0].clone();
        self.indicator.targets = targets
            .iter()
            .map(|(year, value)| crate::plan::Target {
                year: Year(*year),
                value: of(value),
                comparator,
                ..model.clone()
            })
            .collect();
        self
    }

    fn on(&self, day: &str, figures: &[(&str, &str)]) -> Judgement {
        let actuals: Vec<Actual> =
            figures.iter().map(|(at, value)| Actual { month: month(at), value: of(value) }).collect();
        let course = Course {
            indicator: &self.indicator,
            decided_basis: self.decided_basis,
            baseline: self.baseline,
            actuals: &actuals,
            set_targets: &self.set_targets,
            adjusted: &self.adjusted,
            periods: Default::default(),
        };
        judge(&course, &self.plan, Day::parse(day).unwrap(), &self.rule)
    }

    /// The light of one figure as soon as its month is over.
    fn light(&self, at: &str, value: &str) -> Light {
        self.judged(at, value).light
    }

    fn judged(&self, at: &str, value: &str) -> Judgement {
        self.on(&month(at).plus(1).day(1).unwrap().to_string(), &[(at, value)])
    }
}

fn enterprises() -> Case {
    Case::new(ANSHAN, "technology-smes").from("2022-12", "820")
}

#[test]
fn the_thresholds_are_exact() {
    // 820 to 1000 in 12 months; in June 50 % are expected, and 1 % is 1.8 enterprises.
    let cases = [
        ("910", Light::Green, ratio(0, 1)),   // (910 - 820) / 180 = 50 %
        ("893", Light::Green, ratio(-85, 9)), // 73 / 180 = 40 5/9 %: 9 4/9 behind
        ("892", Light::Amber, ratio(-10, 1)), // 72 / 180 = 40 %
        ("856", Light::Amber, ratio(-30, 1)), // 36 / 180 = 20 %
        ("855", Light::Red, ratio(-275, 9)),  // 35 / 180 = 19 4/9 %: 30 5/9 behind
        ("800", Light::Red, ratio(-550, 9)),  // it went back: -20 / 180 = -11 1/9 %
    ];
    for (value, light, lead) in cases {
        let judgement = enterprises().judged("2023-06", value);
        assert_eq!((judgement.light, judgement.progress.unwrap().lead), (light, lead), "{value}");
    }
}

#[test]
fn a_year_without_a_target_is_on_the_way_along_the_plans_own_path() {
    // 1000 at the end of 2023, 1300 at the end of 2025: 1075 in June 2024. (1075 - 820) / (1300 - 820) = 53.125 %.
    let judgement = enterprises().judged("2024-06", "1075");
    let progress = judgement.progress.unwrap();
    assert_eq!((progress.expected, progress.lead), (ratio(425, 8), Ratio::ZERO));
    assert_eq!(progress.start.target, Some(Year(2023)));
    let goal = judgement.goal.unwrap();
    assert!(goal.is_on_the_way() && goal.year == Year(2025) && judgement.light == Light::Green);
    // Whoever met 2023 exactly is not behind in January: (1000 + 300 / 24 - 820) / 480 = 40.1 % against 37.5 %.
    assert_eq!(enterprises().light("2024-01", "1000"), Light::Green);
}

#[test]
fn a_target_set_later_fills_an_open_year_and_replaces_none_of_the_plans() {
    let case = enterprises().set(2024, "1150").set(2023, "1");
    let judgement = case.judged("2024-12", "1149");
    assert_eq!((judgement.light, judgement.goal.unwrap().origin), (Light::Missed, Origin::Set));
    assert_eq!(case.light("2023-12", "999"), Light::Missed);
    // Nor does the path of 2024 go through it.
    let progress = enterprises().set(2023, "900").judged("2024-06", "1075").progress.unwrap();
    assert_eq!(progress.lead, Ratio::ZERO);
}

/// M17.3: an adjustment holds from its day on, what ended before stands as before, and the light as issued is beside it.
#[test]
fn an_adjusted_target_is_judged_by_from_its_day_and_the_issued_one_stays_beside_it() {
    // 1000 by the end of 2023 is lowered to 950 from December on; 960 is a miss of the first and enough for the second.
    let case = enterprises().adjusting(2023, "2023-12-01", "950");
    let december = case.judged("2023-12", "960");
    assert_eq!((december.light, december.as_issued), (Light::Met, Some(Light::Missed)));
    assert_eq!(december.goal.unwrap().origin, Origin::Adjusted);
    // November is judged by 1000: (960 - 820) / 180 = 77.8 % against 91.7 %.
    let november = case.on("2023-11-30", &[("2023-11", "960")]);
    assert_eq!((november.light, november.as_issued), (Light::Amber, None));
    assert!(matches!(november.goal.unwrap().origin, Origin::Plan(_)));
    // Of two the later holds, in whatever order they stand; a year without a target is on the way to the next.
    let case = enterprises().adjusting(2023, "2023-12-10", "").adjusting(2023, "2023-12-01", "950");
    let goal = case.on("2023-12-31", &[("2023-12", "960")]).goal.unwrap();
    assert_eq!((goal.year, goal.judged_year), (Year(2025), Year(2023)));
    // A paper that says what the plan says is none that anybody has to be told of.
    let case = enterprises().adjusting(2023, "2023-12-01", "1000");
    let december = case.judged("2023-12", "960");
    assert_eq!((december.light, december.as_issued), (Light::Missed, None));
}

#[test]
fn a_baseline_may_be_zero_missing_or_too_late() {
    // 0 to 30 in 36 months: 15 after 18.
    let carriers = Case::new(ANSHAN, "carriers");
    let judged = carriers.judged("2024-06", "15");
    assert_eq!((judged.light, judged.wants_baseline), (Light::BaselineMissing, true));
    assert_eq!(carriers.from("2022-12", "0").judged("2024-06", "15").progress.unwrap().lead, Ratio::ZERO);
    let late = Case::new(ANSHAN, "high-tech-enterprises").from("2023-12", "495").judged("2023-12", "495");
    // At the end of its year a target is missed, whatever it started from.
    assert_eq!((late.light, late.holds, late.wants_baseline), (Light::Missed, Some(false), false));
}

#[test]
fn exactly_180_does_not_exceed_180() {
    let gazelles = Case::new(ANSHAN, "gazelles").from("2022-12", "150");
    let judged = gazelles.judged("2023-12", "180");
    assert_eq!((judged.light, judged.progress.unwrap().attainment), (Light::Missed, Ratio::HUNDRED));
    assert_eq!(gazelles.light("2023-12", "181"), Light::Met);
    assert_eq!(gazelles.light("2023-11", "180"), Light::Green);
    // 2023 is its last target: what comes later changes nothing.
    assert_eq!(gazelles.on("2025-03-01", &[("2023-12", "181"), ("2024-12", "10")]).light, Light::Met);
}

#[test]
fn more_than_the_target_is_met_before_the_end_and_lost_again_with_it() {
    let judged = Case::new(ANSHAN, "alliances").judged("2023-09", "14");
    assert_eq!((judged.light, judged.progress.unwrap().attainment), (Light::Met, ratio(140, 1)));
    // 1000 is met; 990 in November: 170 / 180 = 94.4 % against 91.7 %.
    assert_eq!(enterprises().on("2023-11-01", &[("2023-10", "1000")]).light, Light::Met);
    assert_eq!(
        enterprises().on("2023-12-01", &[("2023-10", "1000"), ("2023-11", "990")]).light,
        Light::Green
    );
    // A bare number is read as at least.
    let bare = Case::new(ANSHAN, "technologies-mastered").decided(Basis::RunningTotal);
    assert_eq!((bare.light("2023-12", "10"), bare.light("2023-12", "9")), (Light::Met, Light::Missed));
}

#[test]
fn a_level_is_held_or_not() {
    let yearly = Case::new(ANSHAN, "conversion-rate");
    for (at, value, light) in [
        ("2023-12", "60", Light::Missed),
        ("2023-12", "60.1", Light::Met),
        ("2024-06", "80", Light::NotJudged),
    ] {
        assert_eq!(yearly.light(at, value), light, "{at} {value}");
    }
    let monthly = Case::new(HARBOUR, "shore-power-share");
    for (at, value, light) in [
        ("2024-06", "14.9", Light::Red),
        ("2024-06", "15", Light::Green),
        ("2024-12", "15", Light::Met),
        ("2024-12", "14.9", Light::Missed),
    ] {
        assert_eq!(monthly.light(at, value), light, "{at} {value}");
    }
    // 2024 asks for nothing when only 2025 has a level.
    let later = Case::new(HARBOUR, "shore-power-share").aiming(Comparator::AtLeast, &[(2025, "30")]);
    assert_eq!((later.light("2024-12", "29"), later.light("2024-12", "30")), (Light::Amber, Light::Green));
}

#[test]
fn an_allowance_is_judged_by_what_is_used_of_it() {
    // Fewer than 12 spills a year; 6 may have happened by June.
    let spills = Case::new(HARBOUR, "spill-incidents");
    for (at, value, light) in [
        ("2024-06", "6", Light::Green),
        ("2024-06", "8", Light::Amber), // 66.7 % used, 16.7 points too much
        ("2024-06", "10", Light::Red),  // 83.3 % used, 33.3 points too much
        ("2024-06", "12", Light::Missed),
        ("2024-12", "11", Light::Met),
        ("2024-12", "12", Light::Missed),
    ] {
        assert_eq!(spills.light(at, value), light, "{at} {value}");
    }
    // 6 more, for 6 months.
    assert_eq!(spills.judged("2024-06", "6").outlook.pace, Some(Ratio::whole(1)));
    let none = Case::new(HARBOUR, "spill-incidents").aiming(Comparator::AtMost, &[(2024, "0")]);
    assert_eq!((none.light("2024-06", "0"), none.light("2024-06", "1")), (Light::Green, Light::Missed));
    assert_eq!(none.light("2024-12", "0"), Light::Met);
}

#[test]
fn a_stock_may_have_to_fall_or_to_stay_below() {
    let stock = |start| {
        Case::new(HARBOUR, "shore-path-length")
            .aiming(Comparator::AtMost, &[(2024, "80")])
            .from("2023-12", start)
    };
    // From 100 to 80: 92 in June is (100 - 92) / 20 = 40 % of 50 %.
    let judged = stock("100").judged("2024-06", "92");
    assert_eq!((judged.light, judged.progress.unwrap().lead), (Light::Amber, Ratio::whole(-10)));
    assert_eq!(stock("100").light("2024-06", "80"), Light::Met);
    // From 70 it has only to stay.
    for (at, value, light) in [
        ("2024-06", "80", Light::Green),
        ("2024-06", "81", Light::Red),
        ("2024-12", "81", Light::Missed),
        ("2024-12", "80", Light::Met),
    ] {
        assert_eq!(stock("70").light(at, value), light, "{at} {value}");
    }
}

#[test]
fn an_unstated_basis_is_judged_only_as_decided() {
    let value = || Case::new(ANSHAN, "contract-value");
    assert_eq!(value().judged("2023-06", "8.8").reason, Reason::BasisUndecided);
    let flow = value().decided(Basis::YearlyFlow);
    let judged = flow.judged("2023-06", "8.8");
    assert!(judged.is_decided && judged.progress.unwrap().lead == Ratio::ZERO);
    // 2024 lies half-way between 17.6 and 20.3: 18.95, half of it in June.
    let judged = flow.judged("2024-06", "9.475");
    assert_eq!(judged.goal.unwrap().yardstick.unwrap().value, ratio(1895, 100));
    assert_eq!(judged.progress.unwrap().lead, Ratio::ZERO);
    // It is no target: not met by more, not missed by less.
    assert_eq!((flow.light("2024-12", "25"), flow.light("2024-12", "18")), (Light::Green, Light::Green));
    // Without a year before, there is no line.
    let first = value().decided(Basis::YearlyFlow).aiming(Comparator::Reach, &[(2025, "20")]);
    assert_eq!(first.light("2024-06", "9"), Light::BaselineMissing);
    assert_eq!(first.from("2022-12", "14").judged("2024-06", "9").light, Light::Green); // 9 of 18
    // A stated basis is never overridden.
    let stated = Case::new(ANSHAN, "alliances").decided(Basis::Stock).judged("2023-09", "5");
    assert_eq!((stated.basis, stated.is_decided), (Basis::RunningTotal, false));
}

#[test]
fn nothing_is_overdue_before_its_window_has_closed() {
    let case = enterprises();
    for (day, overdue) in [("2023-01-31", false), ("2023-09-05", false), ("2023-09-06", true)] {
        let judged = case.on(day, &[]);
        assert_eq!((judged.light, judged.dues.last.is_some()), (Light::NoData, overdue), "{day}");
    }
    let august: &[(&str, &str)] = &[("2023-08", "960")];
    assert_eq!(case.on("2023-10-05", august).light, Light::Green);
    assert_eq!(case.on("2023-10-06", august).light, Light::Outdated);
    // A figure of a later month than the day does not count yet.
    assert_eq!(case.on("2023-07-31", august).light, Light::NoData);
    let quarter = Case::new(ANSHAN, "alliances");
    assert_eq!(quarter.on("2024-01-05", &[("2023-09", "9")]).light, Light::Green);
    assert_eq!(quarter.on("2024-01-06", &[("2023-09", "9")]).light, Light::Outdated);
    let year = Case::new(ANSHAN, "conversion-rate");
    assert_eq!(year.on("2025-01-05", &[("2023-12", "61")]).light, Light::Met);
    assert_eq!(year.on("2025-01-06", &[("2023-12", "61")]).light, Light::Outdated);
}

#[test]
fn after_the_plans_end_the_verdict_stays() {
    for (at, value, light) in [
        ("2025-12", "1300", Light::Met),
        ("2025-12", "1299", Light::Missed),
        // A figure of 2026 says that nobody will report that of December any more.
        ("2025-11", "1400", Light::NotJudged),
    ] {
        assert_eq!(enterprises().on("2030-01-01", &[(at, value), ("2026-01", "9")]).light, light, "{at}");
    }
}

#[test]
fn a_curve_of_ones_own_moves_what_is_expected() {
    let mut case = enterprises();
    let percents = ["0", "0", "10", "10", "10", "20", "20", "20", "50", "50", "50", "100"].map(of);
    case.rule = Rule::new(RuleDraft { curve: Curve::ByMonth(percents), ..(*case.rule).clone() }).unwrap();
    // 20 % in June are 856.
    assert_eq!(case.judged("2023-06", "856").progress.unwrap().lead, Ratio::ZERO);
}

#[test]
fn what_is_left_is_said_per_month() {
    let projects = Case::new(ANSHAN, "relocation-projects");
    // 45 - 36 = 9 in 6 months. Best: (36 - 20) / 6 = 8/3 a month, so 9 take 3 3/8: four months, from September on.
    let outlook = projects.on("2025-07-01", &[("2024-12", "20"), ("2025-06", "36")]).outlook;
    assert_eq!((outlook.gap, outlook.pace), (Some(Ratio::whole(9)), Some(ratio(3, 2))));
    assert_eq!(outlook.best_pace, Some(ratio(8, 3)));
    assert_eq!(outlook.last_chance, Some(LastChance::Month(month("2025-09"))));
    // Best: 10 / 6 a month, so 15 take nine months, and six are left.
    let outlook = projects.on("2025-07-01", &[("2024-12", "20"), ("2025-06", "30")]).outlook;
    assert_eq!(outlook.last_chance, Some(LastChance::Past));
    // 120 to 170 in ten months is 5 a month: in the two that are left it hits 180 exactly, and that is not more.
    let gazelles = Case::new(ANSHAN, "gazelles").from("2022-12", "120");
    let outlook = gazelles.judged("2023-10", "170").outlook;
    assert_eq!((outlook.best_pace, outlook.last_chance), (Some(Ratio::whole(5)), Some(LastChance::Past)));
}

#[test]
fn a_forecast_needs_three_figures_and_says_its_range() {
    let total = Case::new(ANSHAN, "relocation-projects");
    let two = total.on("2023-03-01", &[("2023-01", "2"), ("2023-02", "4")]).outlook;
    assert_eq!(two.plan_end, Some(Forecast::TooFew { figures: 2 }));
    let line = |low, middle, high, figures| {
        let (low, middle, high) = (of(low), of(middle), of(high));
        Some(Forecast::Line { month: month("2023-12"), low, middle, high, figures })
    };
    // 2 a month.
    let even = [("2023-01", "2"), ("2023-02", "4"), ("2023-03", "6")];
    assert_eq!(total.on("2023-04-01", &even).outlook.year_end, line("24", "24", "24", 3));
    // Slopes 10, 10, 10, 80/3, 35, 60: median 55/3. From the last figure, 90, eight months on: 236.7. With 10:
    // 170. With 60: 570. Four figures take the whole range of slopes.
    let jump = [("2023-01", "10"), ("2023-02", "20"), ("2023-03", "30"), ("2023-04", "90")];
    assert_eq!(total.on("2023-05-01", &jump).outlook.year_end, line("170", "237", "570", 4));
    // Months of one year say nothing of another year's amount; a figure that is there is no forecast.
    let flow = Case::new(HARBOUR, "spill-incidents");
    assert_eq!(flow.on("2024-07-01", &even).outlook.plan_end, None);
    let known = flow.judged("2024-12", "3").outlook.year_end;
    assert_eq!(known, Some(Forecast::Known { month: month("2024-12"), value: of("3") }));
}

#[test]
fn the_largest_figures_that_can_be_written_break_nothing() {
    let extremes = ["999999999.999999", "-999999999.999999", "0.000001", "0"];
    for start in extremes {
        for target in extremes {
            for value in extremes {
                for comparator in Comparator::ALL {
                    let case = Case::new(ANSHAN, "technology-smes")
                        .aiming(comparator, &[(2023, "7.000001"), (2025, target)])
                        .from("2022-12", start);
                    let judged =
                        case.on("2024-08-01", &[("2024-05", "1"), ("2024-06", "-3.1"), ("2024-07", value)]);
                    assert_ne!(judged.reason, Reason::TooLarge);
                }
            }
        }
    }
}
