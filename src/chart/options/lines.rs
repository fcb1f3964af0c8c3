//! Actuals, expected progress and forecast over the targets: an axis of months behind the one of years.

use super::*;
use crate::chart::trajectory::{ACTUALS, DOT, Dot, Lines};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{LineStyle, LineStyleType, Symbol};
use charming::series::Line;

/// The axis of months, on which everything but the columns of years stands.
const MONTHS: f64 = 1.0;

/// A line's look.
struct Stroke {
    color: &'static str,
    width: f64,
    kind: LineStyleType,
    symbol_size: f64,
}

/// The chart with the lines, in the order that [`ACTUALS`] counts on.
pub(super) fn add(chart: Chart, lines: &Lines, look: &Look) -> Chart {
    let palette = look.palette();
    let (solid, dashed, dotted) = (LineStyleType::Solid, LineStyleType::Dashed, LineStyleType::Dotted);
    let quiet = |color, width, kind| Stroke { color, width, kind, symbol_size: 0.0 };
    let width = if lines.is_joined { 2.5 } else { 0.0 };
    let actuals = Stroke { color: palette.steel, width, kind: solid, symbol_size: DOT };
    chart
        .series(line(&lines.expected, quiet(palette.ink_3, 1.5, dashed), look).silent(true))
        .series(line(&whole(&lines.forecast), quiet(palette.steel_2, 1.5, dotted), look).silent(true))
        .series(line(&whole(&lines.range), quiet(palette.steel_2, 3.0, solid), look).silent(true))
        .series(line(&lines.actuals, actuals, look))
}

/// Tells the axes and the targets of the months.
pub(super) fn set_axes(options: &mut Value, lines: &Lines) {
    let months = json!({ "type": "value", "show": false, "min": 0, "max": lines.months });
    if let Some(years) = options.pointer("/xAxis").cloned() {
        put(options, "", json!({ "xAxis": [years, months] }));
    }
    put(options, "/yAxis", json!({ "min": lines.bottom }));
    put(options, "/series/1", json!({ "xAxisIndex": MONTHS }));
    debug_assert_eq!(options["series"].as_array().map(Vec::len), Some(ACTUALS + 1));
}

fn whole(dots: &[Dot]) -> Vec<Option<Dot>> {
    dots.iter().cloned().map(Some).collect()
}

fn line(dots: &[Option<Dot>], stroke: Stroke, look: &Look) -> Line {
    let palette = look.palette();
    let item = |dot: &Option<Dot>| match dot {
        Some(dot) => {
            DataPointItem::new(vec![CompositeValue::from(dot.at), dot.value.into()]).name(dot.label.clone())
        }
        // ECharts breaks a line at a dash.
        None => DataPointItem::new(CompositeValue::from("-")),
    };
    let style =
        LineStyle::new().color(stroke.color).width(look.px(stroke.width * 2.0) / 2.0).type_(stroke.kind);
    Line::new()
        .x_axis_index(MONTHS)
        .symbol(Symbol::Circle)
        .symbol_size(look.px(stroke.symbol_size))
        .show_symbol(true)
        .line_style(style)
        .item_style(ItemStyle::new().color(stroke.color))
        .emphasis(emphasis(&palette))
        .label(label(look, palette.ink_2).show(false).formatter("{b}"))
        .data(dots.iter().map(item).collect::<Vec<_>>())
}
