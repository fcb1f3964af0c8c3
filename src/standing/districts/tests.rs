//! The worked example (invented figures), and every choice that a rule names.

use super::samples::{FIGURES, FOUR, ITEMS, class, item, ledger, min_max, rule, wujin_2010, wujin_2011};
use super::*;
use crate::ledger::kinds::{Grade, ItemRole, MissingFigure, Scoring, WeightSum};
use crate::ledger::samples::august::{day, figure, officer, plan};
use crate::ledger::samples::value;
use crate::ledger::{Batch, Ledger};
use crate::plan::{Month, Quantity, Year};

fn assessment(rule: &AssessmentRule, figures: &[[(&str, &str); 3]; 4]) -> Assessment {
    assess(&plan(), &ledger(figures), rule, day("2025-02-01")).expect("a sound rule")
}

fn scores(of: &Assessment) -> Vec<String> {
    of.rows[..4].iter().map(|row| row.score().map_or("–".into(), |one| one.fixed(2, &[]).unwrap())).collect()
}

fn places(of: &Assessment) -> Vec<usize> {
    of.rows[..4].iter().map(|row| row.place.unwrap_or(0)).collect()
}

/// M18, the worked example. 丙 has 11.395 by min-max exactly; halves are rounded away from zero, as everywhere here.
#[test]
fn the_same_figures_make_three_orders() {
    for (rule, expected, order) in [
        (wujin_2010(), ["99.70", "108.00", "95.25", "92.44"], [2, 1, 3, 4]),
        (rule(Scoring::Proportion, None), ["99.70", "136.00", "95.25", "92.44"], [2, 1, 3, 4]),
        (rule(min_max(), None), ["49.81", "100.00", "11.40", "18.60"], [2, 1, 4, 3]),
        (rule(wujin_2011(), None), ["130.81", "82.60", "107.59", "79.00"], [1, 3, 2, 4]),
    ] {
        // The four are compared with each other alone: the others would stand in the average.
        let rule = AssessmentRule { classes: vec![class("四县区", &FOUR)], ..rule };
        let found = assessment(&rule, &FIGURES);
        assert_eq!((scores(&found), places(&found)), (expected.map(String::from).into(), order.into()));
    }
    let exact = assessment(&rule(min_max(), None), &FIGURES).rows[2].score();
    assert_eq!(exact, Ratio::new(11_395, 1000));
}

#[test]
fn what_is_printed_is_the_arithmetic() {
    let found = assessment(&wujin_2010(), &FIGURES);
    let said = |row: usize, item: usize| match &found.rows[row].cells[item].1 {
        Counted::Points(points) => (points.sum.to_string(), points.most.as_ref().map(ToString::to_string)),
        Counted::Out(out) => (format!("{out:?}"), None),
    };
    assert_eq!(said(0, 0), ("40 × 108 ÷ 100".into(), None));
    assert_eq!(said(1, 0), ("40 × 24 ÷ 20".into(), Some("40 + 4".into())));
    assert_eq!(said(3, 2), ("NothingAllotted".into(), None));
    let total = found.rows[3].total.expect("assessed");
    assert!(total.is_scaled() && !found.rows[0].total.expect("assessed").is_scaled());
    assert_eq!((total.counted, total.of), (Ratio::whole(75), Ratio::HUNDRED));
}

/// One more team lifts 丙 to 101.50 and to place 2.
#[test]
fn the_least_change_that_lifts_is_found_or_said_to_be_out_of_reach() {
    let found = assessment(&wujin_2010(), &FIGURES);
    let lifted =
        |from: &str, to: &str, place| Some(Lift::At(Lifted { from: value(from), to: value(to), place }));
    assert_eq!(lift(&found, "xiuyan", 2), lifted("3", "4", 2));
    assert_eq!(lift(&found, "taian", 0), Some(Lift::First));
    assert_eq!(lift(&found, "tiedong", 2), Some(Lift::NoTarget));
    // 2.11 more points of 75 are needed; the cap gives 4 above 40, of which 1.33 are there.
    assert_eq!(lift(&found, "tiedong", 0), lifted("31", "33", 3));
    // The cap holds 甲 below 乙 whatever it adds there.
    assert_eq!(lift(&found, "haicheng", 0), Some(Lift::NotWithinTwice));
    assert_eq!(lift(&found, "lishan", 0), None, "it is not assessed");
    // What lifts does, and a step less does not.
    let with = |teams: &str| {
        let trial = Trial { weights: vec![], figures: vec![("xiuyan".into(), 2, value(teams))] };
        tried(&plan(), &ledger(&FIGURES), &wujin_2010(), day("2025-02-01"), &trial).expect("sound")
    };
    assert_eq!((scores(&with("4"))[2].as_str(), places(&with("4"))[2]), ("101.50", 2));
    assert_eq!(places(&with("3"))[2], 3);
}

#[test]
fn a_missing_figure_counts_as_the_rule_says_and_never_0_by_silence() {
    let mut figures = FIGURES;
    figures[0][0].0 = "";
    let of = |missing| assessment(&AssessmentRule { missing, ..wujin_2010() }, &figures).rows[0].clone();
    let zero = of(MissingFigure::CountsZero);
    assert_eq!((zero.cells[0].0.figure, zero.score()), (Figure::Zero, Some(Ratio::new(565, 10).unwrap())));
    let out = of(MissingFigure::LeftOut);
    assert_eq!(out.cells[0].1, Counted::Out(Out::NoFigure));
    assert_eq!(out.score(), Ratio::new(56_50, 60));
    // Nobody ever reported one: there is none to take.
    assert_eq!(of(MissingFigure::LastKnown).cells[0].1, Counted::Out(Out::NoFigure));
    let earlier = Batch {
        month: Month::parse("2024-09").expect("a month"),
        ..officer(3, "2024-10-02", [figure(ITEMS[0], Some(FOUR[0]), "90")])
    };
    let mut batches: Vec<Batch> = ledger(&figures).batches().cloned().collect();
    batches.push(earlier);
    let ledger = Ledger::new(batches);
    let of = |missing| {
        let rule = AssessmentRule { missing, ..wujin_2010() };
        assess(&plan(), &ledger, &rule, day("2025-02-01")).expect("sound").rows[0].cells[0].0.figure
    };
    let month = Month::parse("2024-09").expect("a month");
    assert_eq!(of(MissingFigure::LastKnown), Figure::Old { value: value("90"), month, age: 3 });
    assert_eq!((of(MissingFigure::CountsZero), of(MissingFigure::LeftOut)), (Figure::Zero, Figure::Missing));
}

#[test]
fn a_district_of_which_every_item_is_left_out_is_not_assessed_and_has_no_0() {
    let found = assessment(&AssessmentRule { missing: MissingFigure::LeftOut, ..wujin_2010() }, &FIGURES);
    let row = &found.rows[5];
    assert_eq!((row.total, row.place, row.grade.clone()), (None, None, None));
    assert!(row.cells.iter().all(|(_, counted)| matches!(counted, Counted::Out(_))));
}

#[test]
fn equal_scores_share_a_place_and_the_next_is_skipped_unless_the_rule_decides() {
    let mut figures = FIGURES;
    figures[2] = figures[0];
    // As many points from other items: 1 / 4 of 40 less, more of the contracts.
    let shared = assessment(&wujin_2010(), &figures);
    assert_eq!(places(&shared), [2, 1, 2, 4]);
    figures[0] = [("100", "100"), ("4", "5"), ("5", "5")];
    figures[2] = [("82.5", "100"), ("5", "5"), ("5", "5")];
    let shared = assessment(&wujin_2010(), &figures);
    assert_eq!((scores(&shared)[0].clone(), places(&shared)), (scores(&shared)[2].clone(), vec![2, 1, 2, 4]));
    let by = AssessmentRule { ties: TieBreak::By(ITEMS[1].into()), ..wujin_2010() };
    assert_eq!(places(&assessment(&by, &figures)), [3, 1, 2, 4]);
}

#[test]
fn classes_rank_apart_and_a_district_in_two_is_refused() {
    let two = vec![class("一类", &FOUR[..2]), class("二类", &FOUR[2..])];
    let found = assessment(&AssessmentRule { classes: two.clone(), ..wujin_2010() }, &FIGURES);
    assert_eq!(places(&found), [2, 1, 1, 2]);
    assert_eq!(found.rows[5].place, None, "it stands in no class");
    let mut twice = two;
    twice[1].districts.push(FOUR[0].into());
    let refused = assess(
        &plan(),
        &ledger(&FIGURES),
        &AssessmentRule { classes: twice, ..wujin_2010() },
        day("2025-02-01"),
    );
    assert_eq!(refused, Err(Refused::Rule(vec![RuleFault::TwoClasses(FOUR[0].into())])));
}

#[test]
fn a_grade_asks_for_points_and_perhaps_for_the_first_place() {
    let grade = |name: &str, from: &str, first_place_only| Grade {
        name: name.into(),
        from: value(from),
        first_place_only,
    };
    let grades = vec![grade("优秀", "90", true), grade("良好", "93", false), grade("合格", "60", false)];
    let found = assessment(&AssessmentRule { grades, ..wujin_2010() }, &FIGURES);
    let named: Vec<_> = found.rows[..4].iter().map(|row| row.grade.as_deref()).collect();
    assert_eq!(named, [Some("良好"), Some("良好"), Some("良好"), Some("合格")]);
    let grades = vec![grade("优秀", "90", true), grade("良好", "70", false)];
    let found = assessment(&AssessmentRule { grades, ..wujin_2010() }, &FIGURES);
    let named: Vec<_> = found.rows[..4].iter().map(|row| row.grade.as_deref()).collect();
    assert_eq!(named, [Some("良好"), Some("优秀"), Some("良好"), Some("良好")]);
}

#[test]
fn weights_that_do_not_make_100_are_scaled_by_choice_alone() {
    let mut of = rule(Scoring::Proportion, None);
    of.items[0].weight = value("20");
    let found = assessment(&of, &FIGURES);
    assert_eq!((found.weights, scores(&found)[0].as_str()), (Ratio::whole(80), "78.10"));
    of.sum = WeightSum::Scaled;
    assert_eq!(scores(&assessment(&of, &FIGURES))[0], "97.63");
}

#[test]
fn bonus_and_penalty_stand_beside_the_hundred_and_have_caps_of_their_own() {
    let mut of = rule(Scoring::Proportion, None);
    of.items[2].role = ItemRole::Bonus;
    (of.items[2].weight, of.items[2].cap) = (value("1"), Some(value("2")));
    let found = assessment(&of, &FIGURES);
    assert_eq!((found.weights, scores(&found)[0].as_str()), (Ratio::whole(75), "76.70"));
    assert_eq!(found.rows[1].points(2), Some(Ratio::whole(1)), "1 of at most 2");
    of.items[2].role = ItemRole::Penalty;
    assert_eq!(scores(&assessment(&of, &FIGURES))[0], "72.70");
}

#[test]
fn what_a_rule_cannot_mean_is_refused_by_its_row() {
    let faults = |change: &dyn Fn(&mut AssessmentRule)| {
        let mut rule = wujin_2010();
        change(&mut rule);
        super::faults(&plan(), &rule)
    };
    assert_eq!(faults(&|_| ()), []);
    assert_eq!(faults(&|rule| rule.items[1].weight = value("-1")), [RuleFault::NegativeWeight(1)]);
    assert_eq!(faults(&|rule| rule.items[2].cap = Some(value("-1"))), [RuleFault::NegativeCap(2)]);
    assert_eq!(faults(&|rule| rule.items[1].item = ITEMS[0].into()), [RuleFault::Twice(1)]);
    assert_eq!(faults(&|rule| rule.items[1].item = "none".into()), [RuleFault::UnknownItem(1)]);
    assert_eq!(faults(&|rule| rule.items.clear()), [RuleFault::NoWeight]);
    let unknown = |rule: &mut AssessmentRule| rule.classes = vec![class("一类", &["tenth"])];
    assert_eq!(faults(&unknown), [RuleFault::UnknownDistrict("tenth".into())]);
    let tie = |rule: &mut AssessmentRule| rule.ties = TieBreak::By("none".into());
    assert_eq!(faults(&tie), [RuleFault::TieItem("none".into())]);
    let same = Scoring::MinMax { low: value("1"), high: value("1") };
    assert_eq!(faults(&|rule| rule.scoring = same), [RuleFault::Scoring]);
    let step = Scoring::AroundAverage { step: Quantity::ZERO, points: value("1") };
    assert_eq!(faults(&|rule| rule.scoring = step), [RuleFault::Scoring]);
}

#[test]
fn the_same_seed_draws_the_same_spans_and_a_close_place_moves() {
    let found = assessment(&wujin_2010(), &FIGURES);
    let spans = |found: &Assessment, seed| {
        let mut spanning = Spanning::new(found, seed);
        let steps = (1..).find_map(|step| Some((step, spanning.step()?)));
        let (steps, spans): (usize, Spans) = steps.expect("an end");
        assert_eq!(steps, DRAWS);
        spans
    };
    let of = |seed| spans(&found, seed);
    assert_eq!(of(7), of(7));
    let span = |spans: &Spans, at: usize| spans[at].1.map(|span| (span.best, span.worst));
    assert_eq!(span(&of(7), 1), Some((1, 1)), "乙 is first by every weight");
    assert!(of(7)[5].1.is_none() || found.rows[5].place.is_some());
    let mut close = FIGURES;
    close[0][0].0 = "94";
    let close = assessment(&wujin_2010(), &close);
    let spans = spans(&close, 7);
    let moved = spans[..4].iter().filter(|(_, span)| span.is_some_and(|one| one.best < one.worst)).count();
    assert!(moved >= 2, "{spans:?}");
}

#[test]
fn places_are_compared_by_the_same_rule_of_the_same_items_alone() {
    let now = assessment(&wujin_2010(), &FIGURES);
    let mut before = FIGURES;
    before[2][2].0 = "4";
    let before = assessment(&AssessmentRule { year: Year(2024), ..wujin_2010() }, &before);
    assert_eq!(
        against(&before, &now).map(|all| all[..4].to_vec()),
        Some(vec![Some(1), Some(0), Some(-1), Some(0)])
    );
    let mut other = wujin_2010();
    other.items.pop();
    assert_eq!(against(&assessment(&other, &FIGURES), &now), None);
    assert_eq!(against(&assessment(&rule(Scoring::Proportion, None), &FIGURES), &now), None);
}

/// A penalty needs no target: it lifts by shrinking.
#[test]
fn a_smaller_penalty_can_lift_too() {
    let mut of = rule(Scoring::Proportion, None);
    of.items[2].role = ItemRole::Penalty;
    (of.items[2].weight, of.items[2].cap) = (value("3"), Some(value("20")));
    let found = assessment(&of, &FIGURES);
    // 74.70 − 15 for 甲, 76.50 − 9 for 丙 and 69.33 for 丁, scaled by nothing: three weights of 75 count.
    assert_eq!(places(&found), [4, 1, 3, 2]);
    let lifted = |district: &str| lift(&found, district, 2);
    assert_eq!(lifted("xiuyan"), Some(Lift::At(Lifted { from: value("3"), to: value("2"), place: 2 })));
    assert_eq!(lifted("haicheng"), Some(Lift::At(Lifted { from: value("5"), to: value("2"), place: 3 })));
    assert_eq!(lifted("tiedong"), Some(Lift::NotWithinTwice), "there is none that could shrink");
}

/// Fourteen items with targets that have nothing in common: their fractions have no common denominator that would fit.
#[test]
fn fractions_too_long_to_be_exact_keep_twelve_digits_instead_of_failing() {
    let targets = [997, 991, 983, 977, 971, 967, 953, 947, 941, 937, 929, 919, 911, 907];
    let mut of = wujin_2010();
    of.items = targets.iter().map(|_| item(0, "7.3", None)).collect();
    let inputs: Vec<Input> = targets
        .iter()
        .map(|target| {
            let month = Month::parse("2024-12").expect("a month");
            Input {
                figure: Figure::Reported { value: value("123.456789"), month },
                target: Quantity::of_digits(*target, 0),
            }
        })
        .collect();
    let inputs = Inputs { month: None, rows: vec![(FOUR[0].into(), inputs)] };
    let found = assessed(&of, &inputs, Ratio::HUNDRED).expect("a score");
    let score = found.rows[0].score().and_then(|score| score.fixed(2, &[]));
    assert_eq!(score.as_deref(), Some("12.98"));
}
