//! Labels over every indicator of every plan that is carried here, at many widths and figures.

use super::*;
use crate::chart::trajectory::{Dot, chart};
use crate::chart::{Drawing as AnyDrawing, Paper, Width, words};
use crate::plan::PlanIndex;
use crate::text::Language;

fn look(width: u32, text: f64) -> Look {
    let look = Look { paper: Paper::Light, language: Language::Zh, width, height: 0, text, is_moving: false };
    let height = look.px(f64::from(look.class().pick(260, 280, 320)));
    Look { height: height as u32, ..look }
}

fn plans() -> Vec<PlanIndex> {
    let texts = [
        include_str!("../../../../public/plan.json"),
        include_str!("../../../../tests/plans/harbour-city.json"),
    ];
    texts.iter().map(|text| crate::plan::read::from_json(text).expect("a sound plan")).collect()
}

/// The drawing with figures that run up to a share of the last target by a month, with path and forecast.
fn with_figures(drawing: Drawing, last: usize, share: f64) -> Drawing {
    let months = drawing.years.len() * 12;
    let target =
        drawing.years.iter().rev().find_map(|column| column.target.as_ref()).map_or(1.0, |one| one.value);
    let dot = |at: usize, value: f64| Dot { at: at as f64, value, label: String::new() };
    let way = |at: usize| (target * share * at as f64 / months as f64).round();
    let mut actuals: Vec<Option<Dot>> = (1..=last).map(|at| Some(dot(at, way(at)))).collect();
    if let Some(Some(end)) = actuals.last_mut() {
        end.label = format!("{} · 2024-08", end.value);
    }
    let mut forecast = vec![dot(last, way(last)), dot(months, target * share * 0.9)];
    forecast[1].label = format!("约 {}", (target * share * 0.9).round());
    let mut expected: Vec<Option<Dot>> =
        (0..=months).map(|at| Some(dot(at, target * at as f64 / months as f64))).collect();
    if let Some(Some(one)) = expected.get_mut(months / 2) {
        one.label = "分解 18.9".into();
    }
    let range = vec![dot(months, target * share * 0.8), dot(months, target * share)];
    let high = target.max(target * share);
    let targets = drawing.years.iter().filter_map(|column| column.target.as_ref()).map(|one| one.value);
    let (bottom, step, top) = words::axis(0.0, targets.fold(high, f64::max) * 1.25, true);
    let lines = Lines { months: months as f64, bottom, actuals, is_joined: true, expected, forecast, range };
    Drawing { top, step, lines: Some(lines), ..drawing }
}

fn drawings() -> Vec<(String, Drawing)> {
    let mut drawings = Vec::new();
    for plan in plans() {
        for place in plan.indicators() {
            let AnyDrawing::Trajectory(drawing) = chart(&plan, &place.item.id, Language::Zh).unwrap().drawing
            else {
                panic!("another drawing")
            };
            for (last, share) in [(1, 0.0), (2, 0.5), (8, 0.9), (20, 0.6), (24, 1.0), (35, 0.7), (36, 1.05)] {
                let name = format!("{} with {last} figures to {share}", place.item.id);
                drawings.push((name, with_figures(drawing.clone(), last, share)));
            }
            drawings.push((place.item.id.clone(), drawing));
        }
    }
    drawings
}

fn shown(labels: &Labels) -> Vec<Place> {
    let lines = [&labels.actuals, &labels.expected, &labels.forecast];
    let beside = lines.into_iter().flatten().map(|(_, place)| *place);
    labels.years.iter().flatten().copied().chain(beside).collect()
}

/// walk a18, web F10: at every width labels stand apart, inside the drawing and off the axis.
#[test]
fn no_label_lies_over_another_one_or_over_the_axis() {
    for (name, drawing) in drawings() {
        for (width, text) in [(280, 16.0), (328, 16.0), (358, 16.0), (680, 16.0), (1000, 16.0), (1400, 24.0)]
        {
            let look = look(width, text);
            let plot = Plot::of(&drawing, &look);
            let places = shown(&labels(&drawing, &look));
            for (at, place) in places.iter().enumerate() {
                let area = place.area;
                assert!(
                    area.bottom <= plot.area.bottom && area.left >= plot.area.left,
                    "{name} at {width}: {area:?}"
                );
                assert!(area.right <= f64::from(width) && area.top >= 0.0, "{name} at {width}: {area:?}");
                let over = places[..at].iter().find(|other| other.area.overlaps(&area));
                assert_eq!(over, None, "{name} at {width}: {area:?}");
            }
        }
    }
}

/// walk a18: what has to be read is there, and no line of the drawing goes through the label of the last figure.
#[test]
fn targets_and_the_last_figure_are_named_off_their_lines() {
    for (name, drawing) in drawings() {
        for width in [328, 358, 680, 1000] {
            let look = look(width, 16.0);
            let plot = Plot::of(&drawing, &look);
            let labels = labels(&drawing, &look);
            assert!(labels.years.iter().all(Option::is_some), "{name} at {width}: {:?}", labels.years);
            let Some(lines) = &drawing.lines else { continue };
            assert_eq!(labels.actuals.len(), 1, "{name} at {width}");
            let (_, place) = labels.actuals[0];
            let own: Vec<Option<Dot>> = lines.actuals.clone();
            let only = Lines { actuals: own, is_joined: true, ..Lines::default() };
            let crossing = strokes(&only, &plot).into_iter().find(|stroke| place.area.is_crossed_by(stroke));
            assert_eq!(crossing, None, "{name} at {width}: {:?}", place.area);
        }
    }
}

#[test]
fn an_axis_of_many_digits_has_its_room() {
    let (_, drawing) = drawings().remove(0);
    let wide = Drawing { top: 12_000_000.0, ..drawing.clone() };
    let look = look(358, 16.0);
    assert!(Plot::of(&wide, &look).area.left > Plot::of(&drawing, &look).area.left);
    assert_eq!(look.class(), Width::Narrow);
}
