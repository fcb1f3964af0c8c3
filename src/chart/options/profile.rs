//! A row per area, a column of bars per kind: one stack whose clear pieces push each bar to its column.

use super::*;
use crate::chart::profile::Drawing;
use crate::chart::{Width, measure};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{LabelAlign, LabelPosition};
use charming::series::{Bar, Scatter};

pub(super) fn options(drawing: &Drawing, look: &Look) -> Value {
    let palette = look.palette();
    let names_above = look.class() == Width::Narrow;
    let left = if names_above { 8.0 } else { 230.0 };
    // A column holds the longest bar and the figure behind it.
    let column = drawing.most.max(1) as f64 * 1.45;
    let rows: Vec<String> = (0..=drawing.rows.len()).map(|row| row.to_string()).collect();
    let mut chart = Chart::new()
        .grid(grid(look, [4.0, 4.0, 8.0, left]))
        .x_axis(bare_axis(AxisType::Value).min(0).max(column * drawing.kinds.len() as f64))
        .y_axis(bare_axis(AxisType::Category).inverse(true).data(rows));
    for kind in 0..drawing.kinds.len() {
        let counts = || drawing.rows.iter().map(move |row| row.counts[kind] as f64);
        chart = chart
            .series(
                bar(look, counts().collect(), palette.steel_2).label(
                    label(look, palette.ink)
                        .position(LabelPosition::Right)
                        .formatter("{@[0]}")
                        .distance(look.px(4.0)),
                ),
            )
            .series(bar(look, counts().map(|count| column - count).collect(), CLEAR));
    }
    let heads =
        drawing.kinds.iter().enumerate().map(|(at, kind)| (at as f64 * column, 0, (*kind).to_owned()));
    let lines = if names_above { 1 } else { 2 };
    let room = if names_above { f64::from(look.width) - look.px(20.0) } else { look.px(left - 20.0) };
    let names = drawing
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| (0.0, at + 1, measure::wrap(&row.name, ems(look, room), lines)));
    let across = f64::from(look.width) - look.px(left + 4.0);
    let beside = label(look, palette.ink_3)
        .font_size(head_size(drawing, across, look))
        .position(LabelPosition::Right)
        .distance(0);
    let name = if names_above {
        label(look, palette.ink_2).position(LabelPosition::Right).distance(0).offset((0.0, -look.px(18.0)))
    } else {
        label(look, palette.ink_2)
            .position(LabelPosition::Left)
            .distance(look.px(12.0))
            .align(LabelAlign::Right)
    };
    chart = chart.series(texts(heads, beside)).series(texts(names, name));
    let mut options = of(&chart);
    for kind in 0..drawing.kinds.len() {
        // Category 0 is the heads'.
        for series in [2 * kind, 2 * kind + 1] {
            shift(&mut options, series);
        }
        put(&mut options, &format!("/series/{}", 2 * kind + 1), json!({ "silent": true }));
    }
    for series in [2 * drawing.kinds.len(), 2 * drawing.kinds.len() + 1] {
        put(&mut options, &format!("/series/{series}"), json!({ "silent": true }));
    }
    options
}

/// The widest head fits over its column, with a gap to the next one.
fn head_size(drawing: &Drawing, across: f64, look: &Look) -> f64 {
    let widest = drawing.kinds.iter().map(|kind| measure::ems(kind)).fold(0.0, f64::max);
    let column = across / drawing.kinds.len().max(1) as f64;
    (column / (widest + 0.4)).min(size(look))
}

fn bar(look: &Look, counts: Vec<f64>, fill: &str) -> Bar {
    Bar::new()
        .stack("columns")
        .bar_width(look.px(14.0))
        .item_style(ItemStyle::new().color(fill))
        .emphasis(emphasis(&look.palette()))
        .data(counts)
}

/// Gives each bar the row below the heads: `[count, row]` instead of the count alone.
fn shift(options: &mut Value, series: usize) {
    let data = options.pointer_mut(&format!("/series/{series}/data")).and_then(Value::as_array_mut);
    for (row, count) in data.into_iter().flatten().enumerate() {
        *count = json!([count, (row + 1).to_string()]);
    }
}

fn texts(texts: impl Iterator<Item = (f64, usize, String)>, label: Label) -> Scatter {
    let item = |(x, row, words): (f64, usize, String)| {
        DataPointItem::new(vec![CompositeValue::from(x), row.to_string().into()]).name(words)
    };
    Scatter::new().symbol_size(0.0).label(label.formatter("{b}")).data(texts.map(item).collect::<Vec<_>>())
}
