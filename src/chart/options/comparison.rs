//! A row per indicator: a band over the step, a cross per target.

use super::*;
use crate::chart::comparison::{Drawing, Point, Row, Side};
use crate::chart::{Width, measure};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{LabelAlign, LabelPosition, LineStyle, Symbol};
use charming::series::{Bar, Scatter};

pub(super) fn options(drawing: &Drawing, look: &Look) -> Value {
    let palette = look.palette();
    let names_above = look.class() == Width::Narrow;
    // Room for the names at the left, and for the last label at the right.
    let left = if names_above { 8.0 } else { 250.0 };
    let rows: Vec<String> = (0..drawing.rows.len()).map(|row| row.to_string()).collect();
    let bar = |values: Vec<f64>, fill: &str| {
        Bar::new()
            .stack("step")
            .bar_width(look.px(10.0))
            .item_style(ItemStyle::new().color(fill))
            .data(values)
    };
    let least = |row: &Row| shares(row).fold(f64::INFINITY, f64::min);
    let most = |row: &Row| shares(row).fold(f64::NEG_INFINITY, f64::max);
    let start = |row: &Row| if row.points.is_empty() { 0.0 } else { least(row) };
    let step = |row: &Row| if row.points.is_empty() { 0.0 } else { most(row) - least(row) };
    let mut chart = Chart::new()
        .grid(grid(look, [if names_above { 14.0 } else { 4.0 }, room_behind(drawing), 30.0, left]))
        .x_axis(
            Axis::new()
                .type_(AxisType::Value)
                .min(0)
                .max(drawing.top)
                .interval(drawing.step)
                .axis_label(AxisLabel::new().color(palette.ink_3).font_size(size(look)).formatter("{value}%"))
                .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.line))),
        )
        .y_axis(bare_axis(AxisType::Category).inverse(true).data(rows))
        .series(bar(drawing.rows.iter().map(start).collect(), CLEAR))
        .series(bar(drawing.rows.iter().map(step).collect(), palette.steel_wash));
    for side in Side::ALL {
        chart = chart.series(points(drawing, side, look));
    }
    let chart = chart.series(names(drawing, look, names_above, left));
    let mut options = of(&chart);
    for series in ["/series/0", "/series/1", "/series/5"] {
        put(&mut options, series, json!({ "silent": true }));
    }
    options
}

/// Room for what stands behind the last points, at a text of 16 px.
fn room_behind(drawing: &Drawing) -> f64 {
    let points = drawing.rows.iter().flat_map(|row| &row.points);
    let behind = points.filter(|point| point.side == Side::Right && point.share * 1.5 > drawing.top);
    behind.map(|point| measure::ems(&point.label) * 12.5 + 12.0).fold(92.0, f64::max)
}

fn shares(row: &Row) -> impl Iterator<Item = f64> {
    row.points.iter().map(|point| point.share)
}

/// The targets whose labels stand on one side.
fn points(drawing: &Drawing, side: Side, look: &Look) -> Scatter {
    let palette = look.palette();
    let item = |(row, point): (usize, &Point)| {
        DataPointItem::new(vec![CompositeValue::from(point.share), row.to_string().into()])
            .name(point.label.clone())
    };
    let points = drawing
        .rows
        .iter()
        .enumerate()
        .flat_map(|(row, each)| each.points.iter().map(move |point| (row, point)));
    let label = label(look, palette.ink).position(LabelPosition::Bottom).formatter("{b}");
    let label = match side {
        Side::Left => label.align(LabelAlign::Right),
        Side::Right => label.align(LabelAlign::Left),
        Side::Unlabelled => label.show(false),
    };
    Scatter::new()
        .symbol(Symbol::Custom(CROSS.into()))
        .symbol_size(look.px(11.0))
        .item_style(ItemStyle::new().color(palette.steel).opacity(1))
        .emphasis(emphasis(&palette))
        .label(label)
        .data(points.filter(|(_, point)| point.side == side).map(item).collect::<Vec<_>>())
}

/// The names: at the left of the rows, or above them where it is narrow.
fn names(drawing: &Drawing, look: &Look, above: bool, left: f64) -> Scatter {
    let room = if above { f64::from(look.width) - look.px(20.0) } else { look.px(left - 16.0) };
    let lines = if above { 1 } else { 2 };
    let item = |(row, each): (usize, &Row)| {
        DataPointItem::new(vec![CompositeValue::from(0), row.to_string().into()]).name(measure::wrap(
            &each.name,
            ems(look, room),
            lines,
        ))
    };
    let label = label(look, look.palette().ink_2).formatter("{b}");
    let label = if above {
        label.position(LabelPosition::Right).offset((0.0, -look.px(19.0))).distance(0)
    } else {
        label.position(LabelPosition::Left).distance(look.px(10.0))
    };
    Scatter::new()
        .symbol_size(0.0)
        .label(label)
        .data(drawing.rows.iter().enumerate().map(item).collect::<Vec<_>>())
}
