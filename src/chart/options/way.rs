//! Rows over an axis of per cents: bars to the latest actuals, a cross per target, dotted lines to forecasts. The other
//! axis is one of pixels, so that heads and rows of several heights stand on it; the layout knows each place.

use super::*;
use crate::chart::way::{Drawing, FAR, LIGHTS, Layout, NAMES, Placed, Symbol as Sign, Texts, Way, layout};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{LineStyle, LineStyleType, Symbol};
use charming::series::{Line, Scatter};

pub(super) fn options(drawing: &Drawing, look: &Look) -> Value {
    let palette = look.palette();
    let drawn = layout(drawing, look);
    let plot = drawn.plot;
    let high = plot.bottom - plot.top;
    let at = |(share, y): (f64, f64)| vec![CompositeValue::from(share), (y - plot.top).into()];
    let points = |placed: &[Placed], sign: Sign| {
        let item = |one: &Placed| DataPointItem::new(at((one.share, one.y))).name(one.label.clone());
        signs(sign, look)
            .emphasis(emphasis(&palette))
            .label(label(look, palette.ink).show(false).formatter("{b}"))
            .data(placed.iter().map(item).collect::<Vec<_>>())
    };
    // Words stand at a place across in pixels: on the axis they are per cents, beyond its ends too.
    let share = |x: f64| {
        drawing.low + (x - plot.left) / (plot.right - plot.left).max(1.0) * (drawing.top - drawing.low)
    };
    let words = |texts: &Texts, color: &str| {
        let item = |((x, y), words): &((f64, f64), String)| {
            DataPointItem::new(at((share(*x), *y))).name(words.clone())
        };
        // A label is as opaque as its sign, which by default is not wholly.
        Scatter::new()
            .symbol_size(0.0)
            .item_style(ItemStyle::new().opacity(1))
            .label(label(look, color).formatter("{b}"))
            .data(texts.iter().map(item).collect::<Vec<_>>())
    };
    let rows: Vec<(&Way, f64)> =
        drawing.rows.iter().zip(&drawn.rows).filter_map(|(row, y)| Some((row.way()?, *y))).collect();
    let expected = rows.iter().filter_map(|(way, y)| Some((way.expected?, *y - look.px(8.5))));
    let expected: Vec<DataPointItem> = expected.map(|place| DataPointItem::new(at(place))).collect();
    let mut chart = Chart::new()
        .grid(
            Grid::new()
                .top(plot.top)
                .right(f64::from(look.width) - plot.right)
                .bottom((f64::from(look.height) - plot.bottom).max(0.0))
                .left(plot.left),
        )
        .x_axis(
            Axis::new()
                .type_(AxisType::Value)
                .min(drawing.low)
                .max(drawing.top)
                .interval(drawing.step)
                .axis_label(AxisLabel::new().color(palette.ink_3).font_size(size(look)).formatter("{value}%"))
                .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.line))),
        )
        .y_axis(bare_axis(AxisType::Value).inverse(true).min(0).max(high))
        .series(points(&drawn.targets, Sign::Target))
        .series(points(&drawn.actuals, Sign::Actual))
        .series(points(&drawn.forecasts, Sign::Forecast))
        .series(points(&drawn.starts, Sign::Start))
        .series(words(&drawn.names, palette.ink))
        .series(words(&drawn.notes, palette.ink_3))
        .series(words(&drawn.lights, palette.ink_2))
        .series(words(&drawn.heads, palette.ink_2))
        .series(signs(Sign::Expected, look).data(expected));
    for (sign, place, name) in &drawn.legend {
        let item = DataPointItem::new(at((share(place.0), place.1))).name(*name);
        chart = chart
            .series(signs(*sign, look).label(label(look, palette.ink_2).formatter("{b}")).data(vec![item]));
    }
    let first_line = 9 + drawn.legend.len();
    let lines = lines(&rows, &palette, look);
    let is_drawn = |line: &&(Vec<Segment>, Stroke)| !line.0.is_empty();
    for (segments, stroke) in lines.iter().filter(is_drawn) {
        chart = chart.series(line(segments, stroke, plot.top, look));
    }
    let mut options = of(&chart);
    put(&mut options, "/xAxis", json!({ "position": "top" }));
    let series = options["series"].as_array().map_or(0, Vec::len);
    for silent in 6..series {
        put(&mut options, &format!("/series/{silent}"), json!({ "silent": true }));
    }
    // Lines lie under the signs, and names reach out of the plot.
    for at in 0..series {
        let z = if at < first_line { 3 } else { 2 };
        put(&mut options, &format!("/series/{at}"), json!({ "z": z, "clip": false }));
    }
    for at in NAMES..first_line {
        let align = json!({
            "position": ["50%", "50%"],
            "align": "left",
            "verticalAlign": "middle",
            "lineHeight": size(look) * LINE,
        });
        put(&mut options, &format!("/series/{at}/label"), align);
    }
    for at in 9..first_line {
        put(&mut options, &format!("/series/{at}/label"), json!({ "offset": [look.px(12.0), 0] }));
    }
    put(&mut options, "/series/7/label", json!({ "fontWeight": "bold" }));
    turn(&mut options, &drawn, look);
    for (index, (_, words)) in drawn.lights.iter().enumerate() {
        if let Some(color) = color_of(words, &palette) {
            put(
                &mut options,
                &format!("/series/{LIGHTS}/data/{index}"),
                json!({ "label": { "color": color } }),
            );
        }
    }
    options
}

/// The colour of a light by the shape before its word; none of one that is no verdict.
fn color_of(light: &str, palette: &Palette) -> Option<&'static str> {
    Some(match light.chars().next()? {
        '◆' | '✕' => palette.red,
        '▲' => palette.amber,
        '●' | '✓' => palette.green,
        _ => return None,
    })
}

/// Labels at their places, and what lies beyond the axis as an arrow out of it.
fn turn(options: &mut Value, drawn: &Layout, look: &Look) {
    let series = [&drawn.targets, &drawn.actuals, &drawn.forecasts, &drawn.starts];
    for (series, placed) in series.into_iter().enumerate() {
        for (index, one) in placed.iter().enumerate() {
            if let Some(place) = &one.place {
                set_label(options, (series, index), ["50%", "50%"], place, look);
            }
            if one.is_beyond {
                let rotate = if one.share < 0.0 { 90 } else { -90 };
                let arrow =
                    json!({ "symbol": "triangle", "symbolRotate": rotate, "symbolSize": look.px(11.0) });
                put(options, &format!("/series/{series}/data/{index}"), arrow);
            }
        }
    }
    for at in 0..9 + drawn.legend.len() {
        let is_expected =
            at == 8 || at >= 9 && drawn.legend.get(at - 9).is_some_and(|one| one.0 == Sign::Expected);
        if is_expected {
            put(options, &format!("/series/{at}"), json!({ "symbolRotate": 180 }));
        }
    }
}

/// A series whose items are drawn as a sign.
fn signs(sign: Sign, look: &Look) -> Scatter {
    let palette = look.palette();
    let (symbol, size, fill, edge) = match sign {
        Sign::Target => (Symbol::Custom(CROSS.into()), 11.0, palette.ink, palette.ink),
        Sign::Actual => (Symbol::Circle, 10.0, palette.steel, palette.steel),
        Sign::Start => (Symbol::Circle, 8.0, palette.sheet, palette.ink_2),
        Sign::Expected => (Symbol::Triangle, 7.0, palette.ink_2, palette.ink_2),
        Sign::Forecast => (Symbol::Diamond, 11.0, palette.sheet, palette.steel),
    };
    let hollow = if fill == palette.sheet { 1.5 } else { 0.0 };
    Scatter::new()
        .symbol(symbol)
        .symbol_size(look.px(size))
        .item_style(ItemStyle::new().color(fill).border_color(edge).border_width(hollow).opacity(1))
}

/// From one point to another: a share and a height in pixels.
type Segment = ((f64, f64), (f64, f64));

struct Stroke {
    color: &'static str,
    width: f64,
    kind: LineStyleType,
}

/// Bars, and forecasts with their ranges between two short uprights. A range that goes on beyond the axis has no upright
/// there: it does not end there.
fn lines(rows: &[(&Way, f64)], palette: &Palette, look: &Look) -> [(Vec<Segment>, Stroke); 3] {
    let ends = |share: f64| share.clamp(FAR.0, FAR.1);
    let bars = rows.iter().filter(|(way, _)| way.is_bar);
    let bars = bars.filter_map(|(way, y)| Some(((0.0, *y), (ends(way.actual.as_ref()?.share), *y))));
    let leads = rows.iter().filter_map(|(way, y)| Some((way.forecast.as_ref()?, *y, way)));
    let ways = leads.clone().filter_map(|(lead, y, way)| {
        Some(((ends(way.actual.as_ref()?.share), y), (ends(lead.middle.share), y)))
    });
    let up = look.px(5.0);
    let ranges = leads.flat_map(|(lead, y, _)| {
        let is_within = |share: &f64| (FAR.0..=FAR.1).contains(share);
        let uprights = [lead.low, lead.high].into_iter().filter(is_within);
        let uprights = uprights.map(move |share| ((share, y - up), (share, y + up)));
        uprights.chain([((ends(lead.low), y), (ends(lead.high), y))])
    });
    let stroke = |color, width, kind| Stroke { color, width, kind };
    [
        (bars.collect(), stroke(palette.steel_2, 8.0, LineStyleType::Solid)),
        (ways.collect(), stroke(palette.steel_2, 2.0, LineStyleType::Dotted)),
        (ranges.collect(), stroke(palette.steel_2, 1.5, LineStyleType::Solid)),
    ]
}

fn line(segments: &[Segment], stroke: &Stroke, top: f64, look: &Look) -> Line {
    let point =
        |(share, y): (f64, f64)| DataPointItem::new(vec![CompositeValue::from(share), (y - top).into()]);
    // ECharts breaks a line at a dash.
    let broken =
        |(from, to): &Segment| [point(*from), point(*to), DataPointItem::new(CompositeValue::from("-"))];
    let style =
        LineStyle::new().color(stroke.color).width(look.px(stroke.width * 2.0) / 2.0).type_(stroke.kind);
    Line::new()
        .show_symbol(false)
        .line_style(style)
        .data(segments.iter().flat_map(broken).collect::<Vec<_>>())
}
