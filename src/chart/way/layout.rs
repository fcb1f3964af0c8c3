//! Where everything of the drawing stands in pixels: rows, names, lights, and each label beside what it names. Pure, so
//! that every plan and width can be tried by a test.

use super::{Drawing, FAR, Point, Row, Symbol, Way};
use crate::chart::place::{Area, LINE, Label, Place, Side, places};
use crate::chart::{Look, Width, measure};

/// The drawing at a width.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// What the axes span.
    pub plot: Area,
    /// The middle of each row's bar; of a head, of its words.
    pub rows: Vec<f64>,
    /// Places of labels in the order of their series' items; none for one that found no place.
    pub targets: Vec<Placed>,
    pub actuals: Vec<Placed>,
    pub forecasts: Vec<Placed>,
    pub starts: Vec<Placed>,
    /// Words that stand by themselves, with their left ends.
    pub names: Texts,
    pub lights: Texts,
    pub notes: Texts,
    pub heads: Texts,
    /// Symbols, each with its words behind it.
    pub legend: Vec<(Symbol, (f64, f64), &'static str)>,
}

/// Words at a place: the left end, and the middle of their height.
pub type Texts = Vec<((f64, f64), String)>;

/// A point of a row with its label's place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// In per cent, within the ends of the axis.
    pub share: f64,
    /// Beyond an end of the axis, on which it is drawn.
    pub is_beyond: bool,
    /// The middle of its row.
    pub y: f64,
    pub label: String,
    pub place: Option<Place>,
}

/// Lengths at a text of 16 px.
struct Lengths {
    row: f64,
    /// From a row's upper edge to the middle of its bar.
    bar: f64,
    /// Room for the names at the left, and for the lights at the right; none where they stand over the bar.
    left: f64,
    right: f64,
}

/// Half of a symbol.
const REACH: f64 = 6.0;
/// What stands over the bar keeps off the sign of what is expected, which points to it from above.
const LIFT: f64 = 6.0;
const HEAD: f64 = 30.0;
/// A line of the legend.
const LEGEND: f64 = 20.0;
/// Figures of the axis.
const AXIS: f64 = 24.0;
const FOOT: f64 = 6.0;
/// Size of small text.
const TEXT: f64 = 12.5;
/// From an edge of the drawing.
const EDGE: f64 = 8.0;

const UNDER: &[Side] = &[Side::BelowLeft, Side::Below, Side::BelowRight];
const UNDER_LAST: &[Side] = &[Side::Below, Side::BelowLeft, Side::BelowRight];
const OVER: &[Side] = &[Side::Above, Side::AboveLeft, Side::AboveRight];
const OVER_LEAD: &[Side] = &[Side::Above, Side::AboveRight, Side::AboveLeft];

fn lengths(width: Width) -> Lengths {
    width.pick(
        Lengths { row: 84.0, bar: 55.0, left: 0.0, right: 0.0 },
        Lengths { row: 62.0, bar: 34.0, left: 172.0, right: 136.0 },
        Lengths { row: 62.0, bar: 34.0, left: 244.0, right: 142.0 },
    )
}

/// How high the drawing is at a text of 16 px.
pub fn height(drawing: &Drawing, width: Width) -> f64 {
    // The least widths of the classes: more room never takes more lines.
    let least = width.pick(300.0, 456.0, 776.0);
    let rows: f64 = drawing.rows.iter().map(|row| row_height(row, width)).sum();
    f64::from(legend_lines(drawing, least)) * LEGEND + AXIS + rows + FOOT
}

fn row_height(row: &Row, width: Width) -> f64 {
    match row {
        Row::Area(_) => HEAD,
        Row::Indicator(way) => {
            lengths(width).row + [0.0, 18.0, 34.0, 50.0][lines_below(way, width).clamp(1, 4) - 1]
        }
    }
}

/// How many lines the words under a bar may take: what does not stand beside each other stands below.
fn lines_below(way: &Way, width: Width) -> usize {
    let points = || way.targets.iter().chain(&way.start);
    let count = points().count();
    // Only on a phone the note is among them.
    let note = if width == Width::Narrow { way.note.as_str() } else { "" };
    let wide = points().map(|point| measure::ems(&point.label)).sum::<f64>() + measure::ems(note);
    let is_close = points().zip(points().skip(1)).any(|(one, next)| (one.share - next.share).abs() < 15.0);
    let is_crowded =
        width.pick(count > 1 && !note.is_empty() || wide > 15.0, count > 1, is_close || wide > 30.0);
    match way.targets.len() {
        lines @ 3.. => lines,
        _ if is_crowded => 2,
        _ => 1,
    }
}

/// The places of the legend's entries at a text of 16 px: left end, and line.
fn legend(drawing: &Drawing, width: f64) -> Vec<(f64, u32)> {
    let (mut across, mut line) = (EDGE, 0);
    let entry = |(_, words): &(Symbol, &str)| {
        let wide = 18.0 + measure::ems(words) * TEXT;
        if across > EDGE && across + wide > width - EDGE {
            (across, line) = (EDGE, line + 1);
        }
        let at = across;
        across += wide + 16.0;
        (at, line)
    };
    drawing.legend.iter().map(entry).collect()
}

fn legend_lines(drawing: &Drawing, width: f64) -> u32 {
    legend(drawing, width).last().map_or(0, |(_, line)| line + 1)
}

/// The drawing at a width and a size of text.
pub fn layout(drawing: &Drawing, look: &Look) -> Layout {
    let class = look.class();
    let lengths = lengths(class);
    let width = f64::from(look.width);
    let is_stacked = class == Width::Narrow;
    let size = look.px(TEXT);
    let least = class.pick(300.0, 456.0, 776.0);
    let top = look.px(f64::from(legend_lines(drawing, least)) * LEGEND + AXIS);
    let bottom = top + drawing.rows.iter().map(|row| look.px(row_height(row, class))).sum::<f64>();
    let (left, right) = match is_stacked {
        true => (look.px(12.0), width - look.px(44.0)),
        false => (look.px(lengths.left), width - look.px(lengths.right)),
    };
    let mut drawn = Layout {
        plot: Area { left, top, right, bottom },
        rows: Vec::new(),
        targets: Vec::new(),
        actuals: Vec::new(),
        forecasts: Vec::new(),
        starts: Vec::new(),
        names: Vec::new(),
        lights: Vec::new(),
        notes: Vec::new(),
        heads: Vec::new(),
        legend: Vec::new(),
    };
    let entries = legend(drawing, width * 16.0 / look.text);
    for ((symbol, words), (across, line)) in drawing.legend.iter().zip(entries) {
        let at = (look.px(across + 6.0), look.px(f64::from(line) * LEGEND + LEGEND / 2.0));
        drawn.legend.push((*symbol, at, words));
    }
    let edge = look.px(EDGE);
    let mut upper = top;
    for row in &drawing.rows {
        let lower = upper + look.px(row_height(row, class));
        match row {
            Row::Area(name) => {
                let middle = (upper + lower) / 2.0;
                drawn.rows.push(middle);
                let name = measure::cut(name, (width - 2.0 * edge) / size);
                drawn.heads.push(((edge, middle), name));
            }
            Row::Indicator(way) => {
                let y = upper + look.px(lengths.bar);
                drawn.rows.push(y);
                let line = size * LINE;
                let note = match is_stacked {
                    true => {
                        let over = upper + line * 0.75;
                        let light = width - edge - measure::ems(&way.light) * size;
                        drawn.lights.push(((light, over), way.light.clone()));
                        let room = (light - 2.0 * edge) / size;
                        drawn.names.push(((edge, over), one_line(way, room)));
                        let note = measure::cut(&way.note, (width - 2.0 * edge) / size);
                        ((edge, y + look.px(REACH) + line * 0.75), note)
                    }
                    false => {
                        let room = (left - 2.0 * edge) / size;
                        drawn.names.push(((edge, y), measure::wrap(&way.name, room, 3)));
                        // Light and note are a block in the middle of the row.
                        let across = right + look.px(16.0);
                        let note = measure::wrap(&way.note, (width - across - 2.0) / size, 2);
                        let below = note.lines().count() as f64 * line / 2.0;
                        let above = if way.light.is_empty() { 0.0 } else { line / 2.0 };
                        drawn.lights.push(((across, y - below), way.light.clone()));
                        ((across, y + above), note)
                    }
                };
                if !note.1.is_empty() {
                    drawn.notes.push(note);
                }
                let band = Area { left: 2.0, top: upper, right: width - 2.0, bottom: lower };
                place(&mut drawn, drawing, way, y, band, look);
            }
        }
        upper = lower;
    }
    drawn
}

/// The name on one line. A row that is read the other way round says so even where the name is cut.
fn one_line(way: &Way, room: f64) -> String {
    match &way.short {
        Some((name, better)) if measure::ems(&way.name) > room => {
            measure::cut(name, room - measure::ems(better)) + better
        }
        _ => measure::cut(&way.name, room),
    }
}

/// The points of a row and their labels. What the plan asks is named before what is expected of it.
fn place(drawn: &mut Layout, drawing: &Drawing, way: &Way, y: f64, band: Area, look: &Look) {
    let size = look.px(TEXT);
    let taken: Vec<Area> = texts(drawn, band, size).collect();
    let frame = match look.class() {
        Width::Narrow => band,
        // Names and lights have their columns.
        _ => Area { left: drawn.plot.left - look.px(8.0), right: drawn.plot.right + look.px(18.0), ..band },
    };
    let lead = way.forecast.iter().map(|lead| &lead.middle);
    let points: Vec<(Kind, &Point)> = (way.targets.iter().map(|point| (Kind::Target, point)))
        .chain(way.actual.iter().map(|point| (Kind::Actual, point)))
        .chain(lead.map(|point| (Kind::Forecast, point)))
        .chain(way.start.iter().map(|point| (Kind::Start, point)))
        .collect();
    let targets = way.targets.len();
    let reach = look.px(REACH);
    // The first and the last target before those between, and what the plan asks before what came of it.
    let ends = (0..targets.min(1)).chain(targets.saturating_sub(1).max(1)..targets);
    let order = ends.chain(1..targets.saturating_sub(1)).chain(targets..points.len());
    let asked: Vec<(usize, Label)> = order
        .filter_map(|at| Some((at, points.get(at)?)))
        .map(|(at, (kind, point))| {
            let x = drawn.x(drawing, point.share);
            let (lift, tries) = match kind {
                Kind::Target if at + 1 == targets => (0.0, UNDER_LAST),
                Kind::Target => (0.0, UNDER),
                Kind::Actual => (look.px(LIFT), OVER),
                Kind::Forecast => (look.px(LIFT), OVER_LEAD),
                Kind::Start => (0.0, UNDER),
            };
            let is_needed = matches!(kind, Kind::Target | Kind::Actual);
            // A gap to the next label.
            let words = [&point.label, "  "].concat();
            (at, Label { words, at: (x, y - lift), reach, tries, is_needed })
        })
        .collect();
    let (order, asked): (Vec<usize>, Vec<Label>) = asked.into_iter().unzip();
    let found = places(&asked, &taken, &[], frame, size).into_iter().zip(&asked);
    let mut found: Vec<(usize, Option<Place>)> = (order.into_iter().zip(found))
        .map(|(at, (place, label))| {
            // Counted from the sign, not from where its label keeps off.
            let lift = label.at.1 - y;
            (at, place.map(|place| Place { offset: (place.offset.0, place.offset.1 + lift), ..place }))
        })
        .collect();
    found.sort_by_key(|(at, _)| *at);
    for ((kind, point), (_, place)) in points.into_iter().zip(found) {
        let share = point.share.clamp(FAR.0, FAR.1);
        let placed = Placed {
            share,
            is_beyond: (share - point.share).abs() > 1e-9,
            y,
            label: point.label.clone(),
            place,
        };
        match kind {
            Kind::Target => drawn.targets.push(placed),
            Kind::Actual => drawn.actuals.push(placed),
            Kind::Forecast => drawn.forecasts.push(placed),
            Kind::Start => drawn.starts.push(placed),
        }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Target,
    Actual,
    Forecast,
    Start,
}

/// What words by themselves take up within a band.
fn texts(drawn: &Layout, band: Area, size: f64) -> impl Iterator<Item = Area> {
    let all = drawn.names.iter().chain(&drawn.lights).chain(&drawn.notes);
    all.map(move |(at, words)| area(*at, words, size)).filter(move |area| area.overlaps(&band))
}

/// What words take up, given their left end and the middle of their height.
fn area((left, middle): (f64, f64), words: &str, size: f64) -> Area {
    let lines: Vec<f64> = words.lines().map(measure::ems).collect();
    let half = lines.len() as f64 * size * LINE / 2.0;
    let wide = lines.into_iter().fold(0.0, f64::max) * size;
    Area { left, top: middle - half, right: left + wide, bottom: middle + half }
}

impl Layout {
    /// Where a share stands across.
    pub fn x(&self, drawing: &Drawing, share: f64) -> f64 {
        let share = share.clamp(drawing.low, drawing.top);
        let part = (share - drawing.low) / (drawing.top - drawing.low);
        self.plot.left + part * (self.plot.right - self.plot.left)
    }

    /// Everything that bears words, for a test of overlaps.
    #[cfg(test)]
    pub fn areas(&self, look: &Look) -> Vec<(String, Area)> {
        let size = look.px(TEXT);
        let texts = self.names.iter().chain(&self.lights).chain(&self.notes).chain(&self.heads);
        let texts = texts.filter(|(_, words)| !words.is_empty());
        let texts = texts.map(|(at, words)| (words.clone(), area(*at, words, size)));
        let legend = self.legend.iter().map(|(_, (x, y), words)| {
            let words = (*words).to_owned();
            let area = area((x + look.px(12.0), *y), &words, size);
            (words, area)
        });
        let placed = [&self.targets, &self.actuals, &self.forecasts, &self.starts].into_iter().flatten();
        let placed = placed.filter_map(|one| Some((one.label.clone(), one.place?.area)));
        texts.chain(legend).chain(placed).collect()
    }
}
