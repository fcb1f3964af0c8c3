//! Targets as crosses, labelled where they stand; years without one as a faint column that says so. With records,
//! their lines stand over them.

use super::*;
use crate::chart::trajectory::{Drawing, YearColumn};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{LabelPosition, LineStyle, Symbol};
use charming::series::{Bar, Scatter};

pub(super) fn options(drawing: &Drawing, look: &Look) -> Value {
    let palette = look.palette();
    let years: Vec<String> = drawing.years.iter().map(|column| column.year.clone()).collect();
    let unset = drawing.years.iter().map(|column| {
        let height = if column.target.is_none() { Some(drawing.top) } else { None };
        DataPointItem::new(CompositeValue::from(height)).name(drawing.unset)
    });
    // Beside figures a target stands where it has to be reached: at the end of its year.
    let place = |(index, column): (usize, &YearColumn)| match &drawing.lines {
        Some(_) => CompositeValue::from(((index + 1) * 12) as f64),
        None => CompositeValue::from(column.year.clone()),
    };
    let targets = drawing.years.iter().enumerate().map(|(index, column)| {
        let place = place((index, column));
        match &column.target {
            Some(point) => DataPointItem::new(vec![place, point.value.into()]).name(point.label.clone()),
            None => DataPointItem::new(vec![place, "-".into()]),
        }
    });
    // Room for the label of the last target.
    let right = if drawing.lines.is_some() { 56.0 } else { 12.0 };
    let text = AxisLabel::new().color(palette.ink_3).font_size(size(look));
    let chart = Chart::new()
        .grid(grid(look, [30.0, right, 28.0, 48.0]))
        .x_axis(
            Axis::new()
                .type_(AxisType::Category)
                .data(years)
                .axis_line(AxisLine::new().show(true))
                .axis_tick(AxisTick::new().show(false))
                .axis_label(text.clone()),
        )
        .y_axis(
            Axis::new()
                .type_(AxisType::Value)
                .min(0)
                .max(drawing.top)
                .split_number(3)
                .name(drawing.unit.clone())
                .name_gap(look.px(10.0))
                .axis_label(text)
                .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.line))),
        )
        .series(
            Bar::new()
                .bar_width("72%")
                .item_style(ItemStyle::new().color(palette.sunken).border_radius(3))
                .emphasis(emphasis(&palette))
                .label(label(look, palette.ink_3).position(LabelPosition::Inside).formatter("{b}"))
                .data(unset.collect()),
        )
        .series(
            Scatter::new()
                .symbol(Symbol::Custom(CROSS.into()))
                .symbol_size(look.px(13.0))
                .item_style(ItemStyle::new().color(palette.steel).opacity(1))
                .emphasis(emphasis(&palette))
                .label(label(look, palette.ink).position(LabelPosition::Top).formatter("{b}"))
                .data(targets.collect()),
        );
    let chart = match &drawing.lines {
        Some(lines) => lines::add(chart, lines, look),
        None => chart,
    };
    let mut options = of(&chart);
    put(&mut options, "/xAxis/axisLine", json!({ "lineStyle": { "color": palette.line } }));
    put(&mut options, "/yAxis", json!({ "nameTextStyle": { "color": palette.ink_3, "align": "right" } }));
    if let Some(lines) = &drawing.lines {
        lines::set_axes(&mut options, lines);
    }
    options
}
