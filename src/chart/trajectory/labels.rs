//! Where everything of the drawing stands in pixels, and its labels beside it.

use super::{Drawing, Lines};
use crate::chart::Look;
use crate::chart::measure;
use crate::chart::place::{Area, Label, Place, Side, Stroke, places};

/// The plot: what ECharts is told to leave free around it, and how values become pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    pub area: Area,
    /// Of the whole drawing.
    pub size: (f64, f64),
    months: f64,
    low: f64,
    high: f64,
}

/// Labels by what they name; none for one that found no place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// One for each year: its target, or that there is none.
    pub years: Vec<Option<Place>>,
    /// By the index of their dot.
    pub actuals: Vec<(usize, Place)>,
    pub forecast: Vec<(usize, Place)>,
    pub expected: Vec<(usize, Place)>,
}

/// Size of a target's cross.
pub const CROSS: f64 = 13.0;
/// Size of the dot of an actual.
pub const DOT: f64 = 5.0;
/// Above, right, below and left of the plot, at a text of 16 px.
const MARGINS: [f64; 4] = [30.0, 12.0, 28.0, 48.0];

const OVER: &[Side] = &[
    Side::Above,
    Side::Left,
    Side::AboveLeft,
    Side::AboveRight,
    Side::Right,
    Side::Below,
    Side::BelowLeft,
    Side::BelowRight,
];
const UNDER: &[Side] = &[
    Side::Below,
    Side::BelowRight,
    Side::Right,
    Side::Above,
    Side::AboveLeft,
    Side::Left,
    Side::BelowLeft,
    Side::AboveRight,
];
const DOWN: &[Side] = &[Side::Below];

impl Plot {
    pub fn of(drawing: &Drawing, look: &Look) -> Self {
        let [top, right, bottom, left] = MARGINS.map(|margin| look.px(margin));
        // Beside figures the last target stands on the right edge.
        let right = if drawing.lines.is_some() { right + look.px(28.0) } else { right };
        let (width, height) = (f64::from(look.width), f64::from(look.height));
        // An axis of six figures needs its room.
        let widest = [drawing.top, drawing.step].map(figure_width).into_iter().fold(0.0, f64::max);
        let left = left.max(widest * look.px(12.5) + look.px(12.0));
        Self {
            area: Area { left, top, right: width - right, bottom: height - bottom },
            size: (width, height),
            months: (drawing.years.len() * 12) as f64,
            low: drawing.lines.as_ref().map_or(0.0, |lines| lines.bottom),
            high: drawing.top,
        }
    }

    fn at(&self, month: f64, value: f64) -> (f64, f64) {
        let Area { left, top, right, bottom } = self.area;
        let across = left + month / self.months * (right - left);
        let up = (value - self.low) / (self.high - self.low) * (bottom - top);
        (across, bottom - up)
    }

    /// Where a target stands: beside figures at the end of its year, else in the middle.
    fn target(&self, drawing: &Drawing, year: usize, value: f64) -> (f64, f64) {
        let month = if drawing.lines.is_some() { (year + 1) * 12 } else { year * 12 + 6 };
        self.at(month as f64, value)
    }
}

/// Width of a figure at the axis, in text sizes; ECharts sets a comma behind each three digits.
fn figure_width(value: f64) -> f64 {
    let figure = value.to_string();
    let whole = figure.split('.').next().unwrap_or_default().len();
    measure::ems(&figure) + (whole.saturating_sub(1) / 3) as f64 * measure::ems(",")
}

/// The labels of the drawing at a width and height.
pub fn labels(drawing: &Drawing, look: &Look) -> Labels {
    let plot = Plot::of(drawing, look);
    let size = look.px(12.5);
    let empty = Lines::default();
    let lines = drawing.lines.as_ref().unwrap_or(&empty);
    let mut asked: Vec<(Name, Label)> = Vec::new();
    for (year, column) in drawing.years.iter().enumerate() {
        if let Some(point) = &column.target {
            let at = plot.target(drawing, year, point.value);
            asked.push((Name::Year(year), label(&point.label, at, look.px(CROSS) / 2.0, OVER, true)));
        }
    }
    let named = |dots: Vec<(usize, &super::Dot)>, name: fn(usize) -> Name, reach: f64, tries, is_needed| {
        let labelled = dots.into_iter().filter(|(_, dot)| !dot.label.is_empty());
        let one = move |(index, dot): (usize, &super::Dot)| {
            (name(index), label(&dot.label, plot.at(dot.at, dot.value), reach, tries, is_needed))
        };
        labelled.map(one).collect::<Vec<_>>()
    };
    asked.extend(named(dots(&lines.actuals), Name::Actual, look.px(DOT) / 2.0, UNDER, true));
    asked.extend(named(dots(&lines.expected), Name::Expected, 1.0, OVER, false));
    asked.extend(named(lines.forecast.iter().enumerate().collect(), Name::Forecast, 1.0, OVER, false));
    for (year, column) in drawing.years.iter().enumerate() {
        if column.target.is_none() {
            let (x, _) = plot.at((year * 12 + 6) as f64, plot.high);
            asked.push((Name::Year(year), label(drawing.unset, (x, plot.area.top), 0.0, DOWN, true)));
        }
    }
    let (names, asked): (Vec<Name>, Vec<Label>) = asked.into_iter().unzip();
    let (width, _) = plot.size;
    // The unit of the axis stands above it; labels keep off the axis and its figures.
    let unit = (measure::ems(&drawing.unit) * size + look.px(8.0)).max(plot.area.left);
    let unit = Area { left: 0.0, top: 0.0, right: unit, bottom: plot.area.top - look.px(6.0) };
    let frame =
        Area { left: plot.area.left + 2.0, top: 0.0, right: width - 2.0, bottom: plot.area.bottom - 2.0 };
    let found = places(&asked, &[unit], &strokes(lines, &plot), frame, size);
    let mut labels = Labels { years: vec![None; drawing.years.len()], ..Labels::default() };
    for (name, place) in names.into_iter().zip(found) {
        let Some(place) = place else { continue };
        match name {
            Name::Year(year) => labels.years[year] = Some(place),
            Name::Actual(index) => labels.actuals.push((index, place)),
            Name::Forecast(index) => labels.forecast.push((index, place)),
            Name::Expected(index) => labels.expected.push((index, place)),
        }
    }
    labels
}

#[derive(Clone, Copy)]
enum Name {
    Year(usize),
    Actual(usize),
    Forecast(usize),
    Expected(usize),
}

fn label(words: &str, at: (f64, f64), reach: f64, tries: &'static [Side], is_needed: bool) -> Label {
    Label { words: words.to_owned(), at, reach, tries, is_needed }
}

fn dots(dots: &[Option<super::Dot>]) -> Vec<(usize, &super::Dot)> {
    dots.iter().enumerate().filter_map(|(index, dot)| Some((index, dot.as_ref()?))).collect()
}

fn strokes(lines: &Lines, plot: &Plot) -> Vec<Stroke> {
    let pair = |from: &super::Dot, to: &super::Dot| Stroke {
        from: plot.at(from.at, from.value),
        to: plot.at(to.at, to.value),
    };
    let broken = |dots: &[Option<super::Dot>]| {
        let pairs = dots.windows(2).filter_map(|two| Some(pair(two[0].as_ref()?, two[1].as_ref()?)));
        pairs.collect::<Vec<_>>()
    };
    let whole = |dots: &[super::Dot]| dots.windows(2).map(|two| pair(&two[0], &two[1])).collect::<Vec<_>>();
    let mut strokes = broken(&lines.expected);
    strokes.extend(whole(&lines.forecast));
    strokes.extend(whole(&lines.range));
    if lines.is_joined {
        strokes.extend(broken(&lines.actuals));
    } else {
        // Dots that stand alone are kept free as well.
        strokes.extend(dots(&lines.actuals).into_iter().map(|(_, dot)| pair(dot, dot)));
    }
    strokes
}

#[cfg(test)]
mod tests;
