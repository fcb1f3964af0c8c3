//! From a drawing to what ECharts is told, by `charming`. No JavaScript functions among the options: every
//! label is a string that was made in Rust.
//!
//! ECharts knows a few settings that `charming` has no field for; [`put`] writes them into the JSON.

mod comparison;
mod flow;
mod lines;
mod milestones;
mod profile;
mod structure;
mod trajectory;
mod way;

use super::look::{FONT, Palette};
use super::place::{LINE, Place};
use super::{Drawing, Look};
use charming::Chart;
use charming::component::{Axis, Grid};
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, Emphasis, EmphasisFocus, ItemStyle, Label, SplitLine,
};
use serde_json::{Value, json};

/// How long things move, in milliseconds, where they may.
const MOMENT: u32 = 140;

/// The options as JSON.
pub fn json(drawing: &Drawing, look: Look) -> String {
    value(drawing, look).to_string()
}

fn value(drawing: &Drawing, look: Look) -> Value {
    let mut options = match drawing {
        Drawing::Trajectory(drawing) => trajectory::options(drawing, &look),
        Drawing::Comparison(drawing) => comparison::options(drawing, &look),
        Drawing::Way(drawing) => way::options(drawing, &look),
        Drawing::Profile(drawing) => profile::options(drawing, &look),
        Drawing::Flow(drawing) => flow::options(drawing, &look),
        Drawing::Structure(drawing) => structure::options(drawing, &look),
        Drawing::Milestones(drawing) => milestones::options(drawing, &look),
    };
    put(
        &mut options,
        "",
        json!({
            "textStyle": { "fontFamily": FONT, "fontSize": size(&look), "color": look.palette().ink_2 },
            "animation": look.is_moving,
            "animationDuration": MOMENT,
            "animationDurationUpdate": 0,
            "stateAnimation": { "duration": if look.is_moving { MOMENT } else { 0 } },
        }),
    );
    options
}

/// The chart as JSON. Its parts are strings, numbers and lists, for which serialising cannot fail.
fn of(chart: &Chart) -> Value {
    serde_json::to_value(chart).unwrap_or_default()
}

/// Adds fields to the object at a JSON pointer.
fn put(options: &mut Value, at: &str, fields: Value) {
    if let (Some(object), Value::Object(fields)) =
        (options.pointer_mut(at).and_then(Value::as_object_mut), fields)
    {
        object.extend(fields);
    }
}

/// Size of small text, which is all that stands in a drawing.
fn size(look: &Look) -> f64 {
    look.px(12.5)
}

/// How many text sizes of small text go into a length in pixels.
fn ems(look: &Look, length: f64) -> f64 {
    length / size(look)
}

fn label(look: &Look, color: &str) -> Label {
    Label::new().show(true).color(color).font_size(size(look))
}

/// A grid of the given margins: top, right, bottom, left, in pixels at a text of 16 px.
fn grid(look: &Look, margins: [f64; 4]) -> Grid {
    let [top, right, bottom, left] = margins.map(|margin| look.px(margin));
    Grid::new().top(top).right(right).bottom(bottom).left(left)
}

/// An axis that only counts: neither line, nor ticks, nor labels.
fn bare_axis(axis_type: AxisType) -> Axis {
    Axis::new()
        .type_(axis_type)
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().show(false))
        .split_line(SplitLine::new().show(false))
}

/// What is pointed at gets an edge of ink; nothing else changes.
fn emphasis(palette: &Palette) -> Emphasis {
    Emphasis::new()
        .focus(EmphasisFocus::None)
        .item_style(ItemStyle::new().color("inherit").border_color(palette.ink).border_width(2))
}

/// Tells a label where it stands, from a point of its item.
fn set_label(
    options: &mut Value,
    (series, index): (usize, usize),
    from: [&str; 2],
    place: &Place,
    look: &Look,
) {
    let (across, down) = place.offset;
    let label = json!({
        "show": true,
        "position": from,
        "offset": [across, down],
        "align": place.align,
        "verticalAlign": "middle",
        "lineHeight": size(look) * LINE,
        "textBorderColor": look.palette().sheet,
        "textBorderWidth": 3,
    });
    put(options, &format!("/series/{series}/data/{index}"), json!({ "label": label }));
}

/// Drawn as nothing, hit by nothing: what pushes another bar to its place.
const CLEAR: &str = "rgba(0,0,0,0)";

/// Symbol of a target: a cross.
const CROSS: &str = "path://M1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5L0,1Z";

#[cfg(test)]
pub(super) mod tests;
