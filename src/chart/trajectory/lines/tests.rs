//! What is joined, and what is not.

use super::*;
use crate::chart::trajectory;
use crate::chart::words::tests::plan;
use crate::ledger::samples::{actual, batch, entry, value};
use crate::ledger::{BatchId, Ledger, Said};
use crate::plan::{Day, Year};
use crate::standing::{Rule, reading};

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn ledger(indicator: &str, figures: &[(&str, &str)], decided: Option<Basis>) -> Ledger {
    let figures = (0..).zip(figures).map(|(sequence, (at, figure))| {
        let mut one = batch(BatchId { writer: 1, sequence }, 1, 1, [actual(indicator, figure)]);
        one.month = month(at);
        one
    });
    let decision = decided.map(|basis| {
        let said = Said::BasisDecision { indicator: indicator.into(), basis, reason: "会议".into() };
        batch(BatchId { writer: 2, sequence: 0 }, 1, 1, [entry(said)])
    });
    Ledger::new(figures.chain(decision))
}

fn lines(indicator: &str, ledger: &Ledger, language: Language) -> (Lines, Chart) {
    let plan = plan();
    let item = plan.indicator(indicator).unwrap().item;
    let rule = Rule::default();
    let judgement = reading::judged(&plan, ledger, item, Day::parse("2024-09-03").unwrap(), &rule);
    let records = Records {
        judgement: &judgement,
        figures: &reading::figures(&plan, ledger, item),
        expected: &reading::expected(&plan, ledger, item, &rule),
        set_targets: &reading::set_targets(ledger, item),
        adjusted: &reading::adjusted_targets(ledger, item),
        heading: &Sentence::plain("x"),
    };
    let bare = trajectory::chart(&plan, indicator, language).unwrap();
    let chart = with_records(bare, &plan, item, records, language);
    match &chart.drawing {
        AnyDrawing::Trajectory(drawing) => (drawing.lines.clone().unwrap(), chart),
        other => panic!("{other:?}"),
    }
}

fn places(dots: &[Option<Dot>]) -> Vec<Option<f64>> {
    dots.iter().map(|dot| dot.as_ref().map(|dot| dot.at)).collect()
}

#[test]
fn a_running_total_is_one_line_with_its_path_and_forecast() {
    let figures = [("2023-12", "9"), ("2024-06", "11"), ("2024-07", "12"), ("2024-08", "12")];
    let ledger = ledger("technologies-mastered", &figures, Some(Basis::RunningTotal));
    let (lines, chart) = lines("technologies-mastered", &ledger, Language::Zh);
    assert_eq!(places(&lines.actuals), [Some(12.0), Some(18.0), Some(19.0), Some(20.0)]);
    assert_eq!(lines.actuals[3].as_ref().unwrap().label, "12 · 2024-08");
    // From zero over 10 at the end of 2023 to 30, without a break.
    assert!(lines.expected.iter().all(Option::is_some) && lines.expected.len() == 37);
    assert_eq!(lines.expected[12].as_ref().map(|dot| (dot.at, dot.value)), Some((12.0, 10.0)));
    // From the latest figure to the ends of its year and of the plan.
    assert_eq!(lines.forecast.iter().map(|dot| dot.at).collect::<Vec<_>>(), [20.0, 24.0, 36.0]);
    assert_eq!(lines.range.len(), 2);
    assert!(
        lines.range[0].value <= lines.forecast[2].value && lines.forecast[2].value <= lines.range[1].value
    );
    let rows: Vec<String> = chart.table.rows.iter().map(|row| format!("{:?}", row[0])).collect();
    assert!(rows.len() == 6 && rows[3].contains("2024-08") && rows[5].contains("2025-12"), "{rows:?}");
}

#[test]
fn years_of_a_flow_are_never_joined() {
    let ledger = ledger("new-platforms", &[("2023-11", "20"), ("2023-12", "26"), ("2024-01", "2")], None);
    let (lines, _) = lines("new-platforms", &ledger, Language::Zh);
    assert_eq!(places(&lines.actuals), [Some(11.0), Some(12.0), None, Some(13.0)]);
    // 2023 alone has a target, and no later year has one.
    assert_eq!(lines.expected.last().unwrap().as_ref().unwrap().at, 12.0);
}

#[test]
fn without_a_decided_basis_figures_stand_alone() {
    let ledger =
        ledger("technologies-mastered", &[("2024-06", "11"), ("2024-07", "12"), ("2024-08", "12")], None);
    let (lines, _) = lines("technologies-mastered", &ledger, Language::Zh);
    assert!(!lines.is_joined && lines.expected.is_empty() && lines.forecast.is_empty());
    assert_eq!(lines.actuals.len(), 3);
}

#[test]
fn two_figures_are_no_forecast() {
    let ledger = ledger("alliances", &[("2024-03", "11"), ("2024-06", "12")], None);
    let (lines, chart) = lines("alliances", &ledger, Language::En);
    assert!(lines.forecast.is_empty() && lines.range.is_empty());
    assert!(!chart.source.words().contains("Theil"), "{}", chart.source.words());
    assert!(!chart.description.words().contains("dotted"));
}

#[test]
fn a_figure_below_zero_and_one_above_the_targets_have_room() {
    let ledger = ledger("alliances", &[("2024-03", "-3"), ("2024-06", "90")], None);
    let (lines, chart) = lines("alliances", &ledger, Language::En);
    let AnyDrawing::Trajectory(drawing) = chart.drawing else { panic!() };
    assert!(lines.bottom <= -3.0 && drawing.top > 90.0, "{} {}", lines.bottom, drawing.top);
    assert_eq!(value("90").approximate(), 90.0);
}

#[test]
fn every_figure_can_be_pointed_at_across_the_breaks() {
    let ledger = ledger("new-platforms", &[("2023-12", "26"), ("2024-01", "2")], None);
    let (lines, chart) = lines("new-platforms", &ledger, Language::En);
    let marks: Vec<&Mark> = chart.marks.iter().filter(|mark| mark.item.series == ACTUALS).collect();
    assert_eq!(marks.iter().map(|mark| mark.item.index).collect::<Vec<_>>(), [0, 2]);
    assert!(marks[1].says.words().contains("actual of 2024-01: 2 platforms"), "{}", marks[1].says.words());
    assert!(lines.actuals[1].is_none());
}

/// walk a39: what the bureau set for a year that the plan leaves open is named where the path comes to it.
#[test]
fn a_decided_target_of_an_open_year_is_named_on_the_path() {
    // A place on the line between two targets is nobody's target.
    for indicator in ["technologies-mastered", "provincial-projects"] {
        let ledger = ledger(indicator, &[("2023-12", "9"), ("2024-06", "10")], Some(Basis::RunningTotal));
        let (lines, _) = lines(indicator, &ledger, Language::Zh);
        assert!(lines.expected.iter().flatten().all(|dot| dot.label.is_empty()), "{indicator}");
    }
    let mut ledger = ledger("technologies-mastered", &[("2023-12", "9")], Some(Basis::RunningTotal));
    let set = Said::YearTarget {
        indicator: "technologies-mastered".into(),
        year: crate::plan::Year(2024),
        value: value("18.9"),
        reason: "会议".into(),
        document: String::new(),
    };
    ledger.add(batch(BatchId { writer: 3, sequence: 0 }, 1, 1, [entry(set)]));
    for (language, label) in [(Language::Zh, "分解 ≥18.9"), (Language::En, "set ≥18.9")] {
        let (lines, _) = lines("technologies-mastered", &ledger, language);
        let named: Vec<(f64, &str)> = lines
            .expected
            .iter()
            .flatten()
            .filter(|dot| !dot.label.is_empty())
            .map(|dot| (dot.at, dot.label.as_str()))
            .collect();
        assert_eq!(named, [(24.0, label)]);
    }
}

/// M17: the path leads to the target as adjusted and names it; the target as issued stays a point of its own.
#[test]
fn an_adjusted_target_is_named_on_the_path_beside_the_issued_one() {
    use crate::ledger::kinds::{AdjustmentChange, Aim, Status};
    use crate::ledger::samples::august::officer;
    use crate::ledger::samples::loop_kinds::adjustment;
    let mut ledger = ledger("alliances", &[("2023-12", "9"), ("2024-06", "12")], None);
    let target = plan().indicator("alliances").expect("it").item.target(Year(2025)).map(Aim::from);
    let new = target.map(|aim| Aim { value: value("18"), ..aim });
    let mut said = adjustment(AdjustmentChange::Target { old: target, new }, "2024-01-01", Status::Decided);
    if let Said::Adjustment(one) = &mut said {
        one.year = Year(2025);
    }
    ledger.add(officer(9, "2024-02-01", [said]));
    let named = |ledger: &Ledger| -> Vec<(f64, String)> {
        let (lines, chart) = lines("alliances", ledger, Language::Zh);
        assert!(format!("{:?}", chart.drawing).contains("20"), "the issued target is drawn");
        let dots = lines.expected.into_iter().flatten().filter(|dot| !dot.label.is_empty());
        dots.map(|dot| (dot.value, dot.label)).collect()
    };
    assert_eq!(named(&ledger), [(18.0, "调整 ≥18".to_owned())]);
    assert_eq!(named(&ledger.as_issued()), []);
}

/// field 21: a figure of zero is named above the axis, whose ticks are whole.
#[test]
fn a_figure_of_zero_has_whole_ticks_and_a_label_off_the_axis() {
    use crate::chart::trajectory::{Plot, labels};
    let plan = plan();
    let smallest =
        plan.indicators().find(|place| place.item.targets.iter().any(|one| one.value == value("1")));
    let id = smallest.expect("an indicator with a target of 1").item.id.clone();
    let ledger = ledger(&id, &[("2023-09", "0")], None);
    let (_, chart) = lines(&id, &ledger, Language::Zh);
    let AnyDrawing::Trajectory(drawing) = chart.drawing else { panic!() };
    assert!(drawing.step.fract() == 0.0 && (drawing.top / drawing.step).fract() == 0.0, "{}", drawing.step);
    for width in [328, 358, 1000] {
        let look = crate::chart::Look {
            paper: crate::chart::Paper::Light,
            language: Language::Zh,
            width,
            height: 260,
            text: 16.0,
            is_moving: false,
        };
        let labels = labels(&drawing, &look);
        let bottom = Plot::of(&drawing, &look).area.bottom;
        assert!(labels.actuals.iter().all(|(_, place)| place.area.bottom < bottom), "{labels:?}");
        assert_eq!(labels.actuals.len(), 1);
    }
}
