//! From the ledger to judgements: what was reported of an indicator, as one course of figures.

use super::adjusted::year_aim;
pub use super::bases::basis;
use super::meaning::{Series, series};
use super::words::Told;
use super::{
    Actual, AdjustedTarget, Baseline, Course, Curve, Expected, Judgement, Light, Partly, Periods, Rule,
    RuleDraft, RuleFault, SetTarget, judge, path,
};
use crate::ledger::kinds::{AdjustmentKind, Status};
use crate::ledger::known::Adjusted;
use crate::ledger::{Found, Id, Ledger, RuleChange};
use crate::plan::{Basis, Comparator, Day, DistrictRule, Indicator, Month, PlanIndex, Quantity, Year};
use crate::text::{Language, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The rule by which lights are judged: the bureau's last, or the default. One that is not sound is passed over.
pub fn rule(ledger: &Ledger) -> Rule {
    ledger.rule().and_then(|(count, change)| Rule::new(draft(count, change)).ok()).unwrap_or_default()
}

/// The rule that a change would bring.
///
/// # Errors
/// Every fault of it.
pub fn checked(ledger: &Ledger, change: &RuleChange) -> Result<Rule, Vec<RuleFault>> {
    let count = ledger.rule().map_or(0, |(count, _)| count);
    Rule::new(draft(count + 1, change))
}

/// A change as the draft of a rule; the default is version 1, so the first change is version 2.
fn draft(count: usize, change: &RuleChange) -> RuleDraft {
    let curve = <[Quantity; 12]>::try_from(change.curve.as_slice()).map_or(Curve::Linear, Curve::ByMonth);
    RuleDraft {
        name: Rule::default().name.clone(),
        version: u32::try_from(count + 1).unwrap_or(u32::MAX),
        amber_points: change.amber,
        red_points: change.red,
        curve,
    }
}

/// How an indicator stands on a day.
pub fn judged(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    as_of: Day,
    rule: &Rule,
) -> Judgement {
    with_course(plan, ledger, indicator, |course| judge(course, plan, as_of, rule))
}

/// How an indicator stands on a day, and what came before it.
pub struct Now {
    /// How it stands.
    pub judgement: Judgement,
    /// The figure of the period before the judged one; of an amount of one year, within the year.
    pub before: Option<Quantity>,
    /// The light a month before, by what is known today.
    pub was: Light,
}

/// How an indicator stands on a day, and what came before it.
pub fn now(plan: &PlanIndex, ledger: &Ledger, indicator: &Indicator, as_of: Day, rule: &Rule) -> Now {
    with_course(plan, ledger, indicator, |course| {
        let judgement = judge(course, plan, as_of, rule);
        let before = judgement.latest.and_then(|latest| {
            let month = latest.month.plus(-(indicator.frequency.months() as i32));
            let is_another_years =
                judgement.basis == Basis::YearlyFlow && month.year() != latest.month.year();
            course.actuals.iter().find(|one| one.month == month && !is_another_years).map(|one| one.value)
        });
        let earlier = as_of.month().plus(-1);
        let earlier = earlier.day(as_of.number()).or(earlier.day(1).map(Day::month_end)).unwrap_or(as_of);
        Now { before, was: judge(course, plan, earlier, rule).light, judgement }
    })
}

/// How a target stands on a day.
#[derive(Clone, Debug, PartialEq)]
pub enum OfTarget {
    /// The indicator is judged by it now, or was by the figure of its year's December.
    Judged(Box<Judgement>),
    /// Its year is over and no figure tells how it ended.
    NoFigure,
    /// Another target is judged by first.
    NotYet,
}

/// How each target of the plan stands on a day, in the order of the plan.
pub fn targets(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    as_of: Day,
    rule: &Rule,
) -> Vec<(Year, OfTarget)> {
    with_course(plan, ledger, indicator, |course| {
        let now = judge(course, plan, as_of, rule);
        let stands = |year: Year| {
            if now.goal.as_ref().is_some_and(|goal| goal.year == year) {
                return OfTarget::Judged(Box::new(now.clone()));
            }
            if as_of.year() <= year {
                return OfTarget::NotYet;
            }
            let december = Month::new(year, 12);
            let end = december.and_then(|month| month.day(1)).map(Day::month_end);
            let then = end.map(|end| judge(course, plan, end, rule));
            let then = then.filter(|then| then.latest.map(|actual| actual.month) == december);
            then.map_or(OfTarget::NoFigure, |then| OfTarget::Judged(Box::new(then)))
        };
        indicator.targets.iter().map(|target| (target.year, stands(target.year))).collect()
    })
}

/// The light that each reported month showed at its end, oldest first; by what is known today.
pub fn lights(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    as_of: Day,
    rule: &Rule,
) -> Vec<(Month, Light)> {
    with_course(plan, ledger, indicator, |course| {
        let months = course.actuals.iter().map(|one| one.month).filter(|month| *month <= as_of.month());
        let light = |month: Month| {
            let end = month.day(1)?.month_end().min(as_of);
            Some((month, judge(course, plan, end, rule).light))
        };
        months.filter_map(light).collect()
    })
}

/// Since which reported month only certain lights have been shown; none where the last month shows another one.
pub fn since(lights: &[(Month, Light)], is_one: impl Fn(Light) -> bool) -> Option<Month> {
    lights.iter().rev().take_while(|(_, one)| is_one(*one)).last().map(|(month, _)| *month)
}

/// Expected progress of an indicator, month by month.
pub fn expected(plan: &PlanIndex, ledger: &Ledger, indicator: &Indicator, rule: &Rule) -> Vec<Expected> {
    with_course(plan, ledger, indicator, |course| path::path(course, plan, rule))
}

pub(super) fn with_course<T>(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    ask: impl FnOnce(&Course) -> T,
) -> T {
    let city = city(plan, ledger, indicator);
    let set_targets = set_targets(ledger, indicator);
    let adjusted = adjusted_targets(ledger, indicator);
    let baseline = ledger.baseline(&indicator.id).map(|(month, value)| Baseline { month, value });
    let moved = ledger.moved_windows();
    ask(&Course {
        indicator,
        decided_basis: ledger.decided_basis(&indicator.id),
        baseline,
        actuals: &city.figures,
        set_targets: &set_targets,
        adjusted: &adjusted,
        periods: Periods {
            moved: &moved,
            first: ledger.start_of_use(),
            answered: city.answered.last().copied(),
            partly: city.partly,
        },
    })
}

/// The city's figures month by month: as reported for the city, else the sum of all districts where the plan says
/// that they add up and every one of them has a figure for the month. A ratio is never summed.
pub fn figures(plan: &PlanIndex, ledger: &Ledger, indicator: &Indicator) -> Vec<Actual> {
    city(plan, ledger, indicator).figures
}

/// What is known of an indicator for the whole city.
struct City {
    figures: Vec<Actual>,
    /// The months for which the city has answered, or every district that adds up.
    answered: BTreeSet<Month>,
    /// The latest month for which some of the districts have a figure, and others do not.
    partly: Option<Partly>,
}

fn city(plan: &PlanIndex, ledger: &Ledger, indicator: &Indicator) -> City {
    let basis = basis(ledger, indicator);
    let of: BTreeMap<Option<Id>, Series> = ledger
        .actuals(&indicator.id)
        .iter()
        .map(|(place, months)| (place.clone(), series(basis, months)))
        .collect();
    let mut figures: BTreeMap<Month, Quantity> = BTreeMap::new();
    let (mut answered, mut partly) = (BTreeSet::new(), None);
    if indicator.districts == DistrictRule::Sum && !plan.districts.is_empty() {
        let of_district = |id: &String| of.get(&Some(Id::from(id.as_str())));
        partly =
            partial(&plan.districts.iter().filter_map(of_district).collect::<Vec<_>>(), plan.districts.len());
        if let Some(districts) = plan.districts.iter().map(of_district).collect::<Option<Vec<_>>>() {
            let is_former = |place: &Option<Id>| {
                place.as_deref().is_some_and(|id| plan.districts.iter().all(|one| one != id))
            };
            let former =
                of.iter().filter(|(place, _)| is_former(place)).map(|(_, series)| series).collect::<Vec<_>>();
            figures = sums(basis, &districts, &former);
            let mut months = districts.iter().map(|district| district.answered.clone());
            let first = months.next().unwrap_or_default();
            answered = months.fold(first, |all, one| all.intersection(&one).copied().collect());
        }
    }
    if let Some(city) = of.get(&None) {
        figures.extend(city.figures.iter().map(|(month, value)| (*month, *value)));
        answered.extend(&city.answered);
    }
    partly = partly.filter(|one| !figures.contains_key(&one.month));
    let figures = figures.into_iter().map(|(month, value)| Actual { month, value }).collect();
    City { figures, answered, partly }
}

/// How many districts have a figure for the latest month for which any has one.
fn partial(districts: &[&Series], all: usize) -> Option<Partly> {
    let month = *districts.iter().filter_map(|one| one.figures.keys().next_back()).max()?;
    let so_far = districts.iter().filter(|one| one.figures.contains_key(&month)).count();
    (so_far < all).then_some(Partly { month, districts: so_far, all })
}

/// The sum of the districts for every month for which each of them has a figure. What a district counted that the
/// plan does not have any more still happened: it stays in the sum, or an amount would fall without a cause.
fn sums(basis: Basis, districts: &[&Series], former: &[&Series]) -> BTreeMap<Month, Quantity> {
    let months = districts.first().into_iter().flat_map(|district| district.figures.keys());
    let sum = |month: &Month| {
        let mut values = districts.iter().map(|district| district.figures.get(month).copied());
        let now = values.try_fold(Quantity::ZERO, |sum, value| sum.plus(value?))?;
        former
            .iter()
            .filter_map(|series| counted_by(basis, series, *month))
            .try_fold(now, |sum, value| sum.plus(value))
    };
    months.filter_map(|month| Some((*month, sum(month)?))).collect()
}

/// What a district that is gone had counted by the end of a month.
fn counted_by(basis: Basis, series: &Series, month: Month) -> Option<Quantity> {
    let (of, value) = series.figures.range(..=month).next_back()?;
    match basis {
        Basis::RunningTotal => Some(*value),
        Basis::YearlyFlow => (of.year() == month.year()).then_some(*value),
        Basis::Stock | Basis::Level | Basis::Unstated => (*of == month).then_some(*value),
    }
}

/// Targets (年度分解) that the bureau set for single years, by year.
pub fn set_targets(ledger: &Ledger, indicator: &Indicator) -> Vec<SetTarget> {
    let set = |(year, value)| SetTarget { year, value, comparator: set_comparator(indicator, year) };
    ledger.year_targets(&indicator.id).into_iter().map(set).collect()
}

/// What adjusts the targets of an indicator, by the day from which it holds.
pub fn adjusted_targets(ledger: &Ledger, indicator: &Indicator) -> Vec<AdjustedTarget> {
    if ledger.is_as_issued() {
        return Vec::new();
    }
    let is_of = |one: &Adjusted| &*one.adjustment.subject == indicator.id.as_str();
    let is_target =
        |one: &Adjusted| matches!(one.adjustment.kind(), AdjustmentKind::Target | AdjustmentKind::Existence);
    let decided = |one: &Adjusted| one.adjustment.status == Status::Decided;
    let all = ledger.all_adjustments().into_iter().filter(|one| is_of(one) && is_target(one) && decided(one));
    let changes: BTreeSet<(Year, Day)> =
        all.map(|one| (one.adjustment.year, one.adjustment.effective)).collect();
    let target = |(year, from): (Year, Day)| {
        let aim = year_aim(ledger, indicator, year, from).adjusted;
        AdjustedTarget { year, from, aim: aim.map(|aim| (aim.value, aim.comparator)) }
    };
    changes.into_iter().map(target).collect()
}

/// Who told the city's figure of a month, by the clock of the plan's time zone; none where there is no such figure.
pub fn told(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    month: Month,
    offset: i32,
    language: Language,
) -> Option<Told> {
    let mut reported = ledger.actuals(&indicator.id);
    let whole = reported.remove(&None).unwrap_or_default();
    let of = |found: &Found, added| {
        let id = &found.batch.organisation;
        let by = plan.organisation(id).map(|one| plan.say(&one.name, language));
        Told {
            by: by.unwrap_or_else(|| Text::typed(id, language)),
            on: found.batch.written.day(offset),
            added,
        }
    };
    if let Some(found) = whole.get(&month) {
        return Some(of(found, None));
    }
    let shares: Vec<_> = reported.values().filter_map(|months| months.range(..=month).next_back()).collect();
    let (_, last) = shares.iter().max_by_key(|(_, found)| (found.batch.written, found.id))?;
    Some(of(last, Some(shares.len())))
}

/// How a target that is set later for a year compares: as the plan's next one does, or its last. A step on the way to
/// a limit is a limit.
pub fn set_comparator(indicator: &Indicator, year: Year) -> Comparator {
    let next = indicator.targets.iter().filter(|target| target.year >= year).min_by_key(|target| target.year);
    let last = indicator.targets.iter().max_by_key(|target| target.year);
    next.or(last).map_or(Comparator::AtLeast, |target| target.comparator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry, value};
    use crate::ledger::{Batch, BatchId, Report, Said};
    use crate::standing::words;

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
    }

    fn ledger(months: &[(u8, Vec<Said>)]) -> Ledger {
        let one = |(sequence, (month, said)): (u32, &(u8, Vec<Said>))| -> Batch {
            batch(BatchId { writer: 1, sequence }, sequence.into(), *month, said.iter().cloned().map(entry))
        };
        Ledger::new((0..).zip(months).map(one))
    }

    fn share(district: &str, report: Report) -> Said {
        Said::Actual {
            indicator: "carriers".into(),
            district: Some(district.into()),
            report,
            evidence: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn districts_add_up_only_when_all_have_reported() {
        let plan = plan();
        let place = plan.indicator("carriers").unwrap();
        let all = |month: u8, count: usize| {
            let shares = plan.districts.iter().take(count).map(|id| share(id, Report::Value(value("3"))));
            (month, shares.collect::<Vec<_>>())
        };
        let figures = |months: &[(u8, Vec<Said>)]| figures(&plan, &ledger(months), place.item);
        assert_eq!(figures(&[all(3, 8)]), []);
        let march = Month::parse("2024-03").unwrap();
        assert_eq!(figures(&[all(3, 9)]), [Actual { month: march, value: value("27") }]);
        // Without change the figure of the month before goes on; the city's own figure goes before the sum.
        let unchanged = (6, plan.districts.iter().map(|id| share(id, Report::NoChange)).collect());
        assert_eq!(figures(&[all(3, 9), unchanged])[1].value, value("27"));
        let own = (3, vec![actual("carriers", "26").said]);
        assert_eq!(figures(&[all(3, 9), own]), [Actual { month: march, value: value("26") }]);
    }

    fn binjiang() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../tests/plans/binjiang.json")).expect("a sound plan")
    }

    fn told(indicator: &str, district: Option<&str>, report: Report) -> Said {
        Said::Actual {
            indicator: indicator.into(),
            district: district.map(Into::into),
            report,
            evidence: String::new(),
            note: String::new(),
        }
    }

    fn light_of(plan: &PlanIndex, ledger: &Ledger, id: &str, day: &str) -> Judgement {
        let indicator = plan.indicator(id).expect("an indicator").item;
        judged(plan, ledger, indicator, Day::parse(day).expect("a day"), &rule(ledger))
    }

    /// field 5: a district that has nothing to report counts as what it had before, and nothing before is nothing.
    #[test]
    fn districts_add_up_where_one_has_nothing_to_report() {
        let plan = plan();
        let sum = |silent: &str, before: Option<&str>| {
            let shares = plan.districts.iter().map(|id| {
                let report = match id == silent {
                    true => Report::NothingToReport,
                    false => Report::Value(value("2")),
                };
                told("alliances", Some(id), report)
            });
            let first =
                before.map(|text| (3, vec![told("alliances", Some(silent), Report::Value(value(text)))]));
            let months: Vec<_> = first.into_iter().chain([(6, shares.collect::<Vec<_>>())]).collect();
            light_of(&plan, &ledger(&months), "alliances", "2024-07-20")
        };
        for silent in &plan.districts {
            let judged = sum(silent, None);
            assert_eq!(judged.latest.map(|one| one.value.to_string()).as_deref(), Some("16"), "{silent}");
            assert_ne!(judged.light, Light::Outdated, "{silent}");
            let judged = sum(silent, Some("3"));
            assert_eq!(judged.latest.map(|one| one.value.to_string()).as_deref(), Some("19"), "{silent}");
        }
    }

    /// Nobody is told that nothing was reported where one of the districts has.
    #[test]
    fn what_some_districts_have_reported_is_told_while_the_city_waits_for_the_rest() {
        let plan = plan();
        let rule = Rule::default();
        let of = |count: usize| {
            let shares = plan.districts.iter().take(count);
            let shares = shares.map(|id| told("alliances", Some(id), Report::Value(value("3")))).collect();
            light_of(&plan, &ledger(&[(6, shares)]), "alliances", "2024-07-20")
        };
        let indicator = plan.indicator("alliances").expect("an indicator").item;
        let says = |judged: &Judgement, language| {
            let gap = words::gap(judged, indicator, &plan, &rule, language);
            (words::reason(judged, &rule, language), gap)
        };
        let one = of(1);
        assert_eq!((one.light, one.latest), (Light::NoData, None));
        let (reason, gap) = says(&one, Language::Zh);
        assert_eq!(gap, "1/9 区已报");
        assert!(reason.starts_with("逾期未报齐，9 个县（市）区中 1 个已报"), "{reason}");
        let (reason, gap) = says(&one, Language::En);
        assert!(reason.starts_with("overdue: 1 of 9 districts have reported"), "{reason}");
        assert_eq!(gap, "1/9 districts");
        assert_eq!(of(plan.districts.len()).partly, None);
        assert!(of(0).partly.is_none() && says(&of(0), Language::Zh).0.starts_with("逾期未报"));
    }

    /// field 5b, 5c: a button turns no light grey, and none makes overdue who has answered.
    #[test]
    fn nothing_to_report_keeps_the_light() {
        let plan = binjiang();
        let zero = |month: u8, id: &str, report| (month, vec![told(id, None, report)]);
        let accidents = ledger(&[
            zero(1, "accidents", Report::Value(value("0"))),
            zero(2, "accidents", Report::NothingToReport),
        ]);
        assert_eq!(light_of(&plan, &accidents, "accidents", "2024-03-08").light, Light::Green);
        for report in [Report::NothingToReport, Report::NoChange, Report::NotYetPublished] {
            let revenue = ledger(&[
                zero(6, "revenue", Report::Value(value("1.5"))),
                zero(7, "revenue", report.clone()),
            ]);
            let before = light_of(&plan, &revenue, "revenue", "2024-07-08");
            let after = light_of(&plan, &revenue, "revenue", "2024-08-08");
            assert_eq!((before.light, after.light), (Light::Red, Light::Red), "{report:?}");
            assert_eq!(after.latest.map(|one| one.value.to_string()).as_deref(), Some("1.5"));
        }
        // Without any answer it is overdue all the same.
        let silent = ledger(&[zero(6, "revenue", Report::Value(value("1.5")))]);
        assert_eq!(light_of(&plan, &silent, "revenue", "2024-08-08").light, Light::Outdated);
    }

    /// field 14: what a district counted that the plan has no longer stays in the sum of its months.
    #[test]
    fn a_district_that_is_gone_stays_in_the_sum() {
        let text = include_str!("../../tests/plans/binjiang.json");
        let whole = binjiang();
        let gone = whole.districts.last().expect("a district").clone();
        let mut plan = serde_json::from_str::<crate::plan::Plan>(text).expect("a plan");
        plan.districts.retain(|id| *id != gone);
        let plan = plan.indexed().expect("a sound plan");
        let share = |id: &str, text: &str| told("smes", Some(id), Report::Value(value(text)));
        let ids = &whole.districts;
        let january = (1, vec![share(&ids[0], "2"), share(&ids[1], "1"), share(&gone, "4")]);
        let february = (2, vec![share(&ids[0], "3"), share(&ids[1], "1")]);
        let held = ledger(&[january, february]);
        let of = |plan: &PlanIndex| figures(plan, &held, plan.indicator("smes").expect("smes").item);
        assert_eq!(of(&whole).iter().map(|one| one.value.to_string()).collect::<Vec<_>>(), ["7"]);
        assert_eq!(of(&plan).iter().map(|one| one.value.to_string()).collect::<Vec<_>>(), ["7", "8"]);
    }

    /// walk a10: a figure beyond the only target year is shown as that, and nothing is overdue.
    #[test]
    fn a_figure_beyond_the_last_target_is_not_overdue() {
        let plan = plan();
        let only_2023 = "municipal-platforms-and-above";
        let id = plan
            .indicators()
            .map(|place| place.item)
            .find(|one| one.id == only_2023 || one.targets.iter().all(|target| target.year.0 == 2023));
        let id = id.expect("an indicator whose only target is of 2023").id.clone();
        let said = |month| ledger(&[(month, vec![told(&id, None, Report::Value(value("18")))])]);
        let judged = light_of(&plan, &said(8), &id, "2024-09-10");
        assert_eq!(judged.reason, crate::standing::Reason::BeyondTargets);
        assert_eq!(
            (judged.latest, judged.beyond.map(|one| one.value.to_string())),
            (None, Some("18".into()))
        );
        assert_eq!(judged.light, Light::NotJudged);
    }

    /// walk a12: reached is reached, with a baseline or without.
    #[test]
    fn a_target_that_is_reached_needs_no_baseline() {
        let plan = plan();
        let in_month = |text: &str, month: &str, day: &str| {
            let one = Batch {
                month: Month::parse(month).expect("a month"),
                ..batch(BatchId { writer: 1, sequence: 0 }, 5, 1, [actual("high-tech-enterprises", text)])
            };
            light_of(&plan, &Ledger::new([one]), "high-tech-enterprises", day).light
        };
        assert_eq!(in_month("600", "2025-12", "2026-03-01"), Light::Met);
        assert_eq!(in_month("599", "2025-12", "2026-03-01"), Light::Missed);
        assert_eq!(in_month("601", "2025-06", "2025-07-08"), Light::Met);
        assert_eq!(in_month("599", "2025-06", "2025-07-08"), Light::BaselineMissing);
    }

    /// walk a21: nothing is overdue for a month before the page was used.
    #[test]
    fn before_the_page_was_used_nothing_is_overdue() {
        let plan = binjiang();
        let start = (7, vec![Said::StartOfUse { reason: String::new() }]);
        let figure = (3, vec![told("revenue", None, Report::Value(value("9")))]);
        let judged = |months: &[_], day| light_of(&plan, &ledger(months), "revenue", day).light;
        assert_eq!(judged(std::slice::from_ref(&figure), "2024-07-20"), Light::Outdated);
        assert_ne!(judged(&[figure.clone(), start.clone()], "2024-07-20"), Light::Outdated);
        assert_eq!(judged(&[figure, start], "2024-08-20"), Light::Outdated);
    }

    #[test]
    fn an_indicator_of_a_ledger_is_judged_by_the_bureaus_rule() {
        let plan = plan();
        let place = plan.indicator("alliances").unwrap();
        let as_of = Day::parse("2024-09-03").unwrap();
        let reported = (6, vec![actual("alliances", "11").said]);
        let light = |ledger: &Ledger| judged(&plan, ledger, place.item, as_of, &rule(ledger)).light;
        // 20 by the end of 2025 from 10 in 2023: 15 by the end of 2024 would be on the way.
        let by_default = light(&ledger(std::slice::from_ref(&reported)));
        let change = RuleChange { amber: value("0"), red: value("1"), curve: vec![], reason: "严".into() };
        let strict = light(&ledger(&[reported, (6, vec![Said::Rule(change)])]));
        assert_eq!((by_default, strict), (Light::Green, Light::Red));
        assert_eq!(light(&Ledger::default()), Light::NoData);
    }

    /// walk: since when it is red, by the reported months alone.
    #[test]
    fn a_light_is_shown_since_the_first_month_without_a_break() {
        let plan = plan();
        let place = plan.indicator("foreign-professionals").unwrap();
        let figure = |month: u8, figure| (month, vec![actual("foreign-professionals", figure).said]);
        // 10 by the end of 2023 and 30 by the end of 2025: 15 in June 2024, 20 in December.
        let ledger = ledger(&[figure(3, "13"), figure(4, "10"), figure(6, "10"), figure(7, "10")]);
        let as_of = Day::parse("2024-08-03").unwrap();
        let lights = lights(&plan, &ledger, place.item, as_of, &rule(&ledger));
        let months: Vec<String> = lights.iter().map(|(month, _)| month.to_string()).collect();
        assert_eq!(months, ["2024-03", "2024-04", "2024-06", "2024-07"]);
        let last = lights.last().unwrap().1;
        assert_ne!(lights[0].1, last);
        assert_eq!(
            since(&lights, |one| one == last).map(|month| month.to_string()).as_deref(),
            Some("2024-04")
        );
        assert_eq!(judged(&plan, &ledger, place.item, as_of, &rule(&ledger)).light, last);
        assert_eq!(since(&lights, |one| one == Light::Missed), None);
        assert_eq!(since(&[], Light::is_red), None);
    }
}
