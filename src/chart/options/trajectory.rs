//! Targets as crosses, labelled where they stand; years without one as a faint column that says so. With records,
//! their lines stand over them.

use super::*;
use crate::chart::trajectory::{ACTUALS, CROSS, Drawing, Labels, Plot, YearColumn, labels};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{LineStyle, Symbol};
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
    let plot = Plot::of(drawing, look);
    let labels = labels(drawing, look);
    let (width, height) = plot.size;
    let text = AxisLabel::new().color(palette.ink_3).font_size(size(look));
    let chart = Chart::new()
        .grid(
            Grid::new()
                .top(plot.area.top)
                .right(width - plot.area.right)
                .bottom(height - plot.area.bottom)
                .left(plot.area.left),
        )
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
                .interval(drawing.step)
                .name(drawing.unit.clone())
                .name_gap(look.px(10.0))
                .axis_label(text)
                .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.line))),
        )
        .series(
            Bar::new()
                .bar_width("100%")
                .item_style(ItemStyle::new().color(palette.sunken).border_radius(3))
                .emphasis(emphasis(&palette))
                .label(label(look, palette.ink_3).show(false).formatter("{b}"))
                .data(unset.collect()),
        )
        .series(
            Scatter::new()
                .symbol(Symbol::Custom(super::CROSS.into()))
                .symbol_size(look.px(CROSS))
                .item_style(ItemStyle::new().color(palette.steel).opacity(1))
                .emphasis(emphasis(&palette))
                .label(label(look, palette.ink).show(false).formatter("{b}"))
                .data(targets.collect()),
        );
    let chart = match &drawing.lines {
        Some(lines) => lines::add(chart, lines, look),
        None => chart,
    };
    let mut options = of(&chart);
    put(&mut options, "/xAxis/axisLine", json!({ "lineStyle": { "color": palette.line } }));
    put(
        &mut options,
        "/yAxis",
        json!({ "nameTextStyle": { "color": palette.ink_3, "align": "left", "padding": [0, 0, 0, look.px(4.0) - plot.area.left] } }),
    );
    if let Some(lines) = &drawing.lines {
        lines::set_axes(&mut options, lines);
    }
    set_labels(&mut options, drawing, &labels, look);
    options
}

/// Tells each label that has a place where it stands.
fn set_labels(options: &mut Value, drawing: &Drawing, labels: &Labels, look: &Look) {
    for (year, place) in labels.years.iter().enumerate() {
        let Some(place) = place else { continue };
        match drawing.years[year].target {
            Some(_) => set_label(options, (1, year), ["50%", "50%"], place, look),
            // From the upper edge of the year's column.
            None => set_label(options, (0, year), ["50%", "0%"], place, look),
        }
    }
    for (series, places) in [(2, &labels.expected), (3, &labels.forecast), (ACTUALS, &labels.actuals)] {
        for (index, place) in places {
            set_label(options, (series, *index), ["50%", "50%"], place, look);
        }
    }
}
