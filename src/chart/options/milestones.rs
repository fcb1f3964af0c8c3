//! Years as columns, a bar per milestone: a state ends in a square, a direction in an arrow.

use super::*;
use crate::chart::measure;
use crate::chart::milestones::{Drawing, Row};
use crate::plan::MilestoneKind;
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{LabelPosition, LineStyle, Symbol};
use charming::series::{Bar, Scatter};

pub(super) fn options(drawing: &Drawing, look: &Look) -> Value {
    let palette = look.palette();
    let rows: Vec<String> = (0..=drawing.rows.len()).map(|row| row.to_string()).collect();
    let spans = |kind: MilestoneKind, fill: &str| {
        let span = |row: &Row| if row.kind == kind { (row.to + 1 - row.from) as f64 } else { 0.0 };
        bar(look, drawing.rows.iter().map(span).collect(), fill)
    };
    let head = drawing.years.iter().enumerate().map(|(at, year)| {
        DataPointItem::new(vec![CompositeValue::from(at as f64 + 0.5), "0".into()]).name(year.clone())
    });
    let head = Scatter::new()
        .symbol_size(0.0)
        .label(label(look, palette.ink_3).position(LabelPosition::Inside).formatter("{b}"))
        .data(head.collect::<Vec<_>>());
    let chart = Chart::new()
        .grid(grid(look, [0.0, 18.0, 4.0, 8.0]))
        .x_axis(
            bare_axis(AxisType::Value)
                .min(0)
                .max(drawing.years.len() as f64)
                .interval(1)
                .split_line(SplitLine::new().show(true).line_style(LineStyle::new().color(palette.line))),
        )
        .y_axis(bare_axis(AxisType::Category).inverse(true).data(rows))
        .series(bar(look, drawing.rows.iter().map(|row| row.from as f64).collect(), CLEAR))
        .series(spans(MilestoneKind::State, palette.steel_2))
        .series(spans(MilestoneKind::Direction, palette.steel_wash))
        .series(ends(drawing, look, MilestoneKind::State, Symbol::Rect))
        .series(ends(drawing, look, MilestoneKind::Direction, Symbol::Custom(ARROW.into())))
        .series(head)
        .series(names(drawing, look));
    let mut options = of(&chart);
    for series in 0..3 {
        shift(&mut options, series);
    }
    for series in [0, 3, 4, 5, 6] {
        put(&mut options, &format!("/series/{series}"), json!({ "silent": true }));
    }
    put(
        &mut options,
        "/series/2/itemStyle",
        json!({ "borderColor": palette.steel_2, "borderWidth": 1, "borderType": "dashed" }),
    );
    options
}

/// An arrow to the right.
const ARROW: &str = "path://M0,0L10,5L0,10Z";

fn bar(look: &Look, values: Vec<f64>, fill: &str) -> Bar {
    Bar::new()
        .stack("span")
        .bar_width(look.px(8.0))
        .item_style(ItemStyle::new().color(fill))
        .emphasis(emphasis(&look.palette()))
        .data(values)
}

/// Row 0 is the years'.
fn shift(options: &mut Value, series: usize) {
    let data = options.pointer_mut(&format!("/series/{series}/data")).and_then(Value::as_array_mut);
    for (row, value) in data.into_iter().flatten().enumerate() {
        *value = json!([value, (row + 1).to_string()]);
    }
}

/// Where the spans end.
fn ends(drawing: &Drawing, look: &Look, kind: MilestoneKind, symbol: Symbol) -> Scatter {
    let item = |(at, row): (usize, &Row)| {
        DataPointItem::new(vec![CompositeValue::from(row.to as f64 + 1.0), (at + 1).to_string().into()])
    };
    let rows = drawing.rows.iter().enumerate().filter(|(_, row)| row.kind == kind);
    Scatter::new()
        .symbol(symbol)
        .symbol_size(look.px(12.0))
        .item_style(ItemStyle::new().color(look.palette().steel).opacity(1))
        .data(rows.map(item).collect::<Vec<_>>())
}

/// The names stand above the spans, from the left edge: they are sentences and need the width.
fn names(drawing: &Drawing, look: &Look) -> Scatter {
    let room = ems(look, f64::from(look.width) - look.px(28.0));
    let item =
        |(at, row): (usize, &Row)| {
            let words = format!("{} · {}", row.name, row.kind_word);
            DataPointItem::new(vec![CompositeValue::from(0.0), (at + 1).to_string().into()])
                .name(measure::wrap(&words, room, look.class().pick(2, 1, 1)))
        };
    let lift = look.px(look.class().pick(24.0, 17.0, 17.0));
    Scatter::new()
        .symbol_size(0.0)
        .label(
            label(look, look.palette().ink_2)
                .position(LabelPosition::Right)
                .distance(0)
                .offset((0.0, -lift))
                .formatter("{b}"),
        )
        .data(drawing.rows.iter().enumerate().map(item).collect::<Vec<_>>())
}
