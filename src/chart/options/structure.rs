//! Rings: areas, tasks, leaves. A leaf shows a letter for its kind.

use super::*;
use crate::chart::structure::{Branch, Drawing, Kind, Leaf};
use crate::chart::{Width, measure};
use charming::series::{Sunburst, SunburstNode};

/// Outer ends of the rings, in hundredths of half the drawing's smaller side.
const RINGS: [f64; 4] = [12.0, 42.0, 82.0, 97.0];

pub(super) fn options(drawing: &Drawing, look: &Look) -> Value {
    let palette = look.palette();
    let height = look.class().pick(340.0, 520.0, 620.0);
    let radius = f64::from(look.width).min(look.px(height)) / 2.0;
    // How many text sizes fit between two rings.
    let room = |ring: usize| ems(look, (RINGS[ring + 1] - RINGS[ring]) / 100.0 * radius) - 0.8;
    let areas = drawing.areas.iter().map(|area| {
        let tasks = area.branches.iter().map(|task| self::task(task, &palette, room(1)));
        SunburstNode::new(measure::wrap(&area.name, room(0), 3))
            .item_style(ItemStyle::new().color(palette.steel))
            .children(tasks.collect())
    });
    let chart = Chart::new().series(Sunburst::new().data(areas.collect::<Vec<_>>()));
    let mut options = of(&chart);
    let percent = |at: usize| format!("{}%", RINGS[at]);
    let text = size(look);
    let small = look.px(11.0);
    // A leaf too small for its letter goes without one.
    let least = (small / (radius * 0.9)).to_degrees();
    let ring = |at: usize, label: Value| json!({ "r0": percent(at), "r": percent(at + 1), "label": label });
    put(
        &mut options,
        "/series/0",
        json!({
            "radius": ["0%", "97%"],
            "nodeClick": false,
            "blur": { "itemStyle": { "opacity": 0.55 }, "label": { "opacity": 0.7 } },
            "sort": null,
            "itemStyle": { "borderColor": palette.sheet, "borderWidth": 1 },
            "emphasis": { "focus": "ancestor", "itemStyle": { "color": "inherit", "borderColor": palette.ink, "borderWidth": 2 } },
            "levels": [
                {},
                ring(0, json!({ "color": palette.sheet, "fontSize": text, "rotate": "tangential" })),
                ring(1, json!({ "color": palette.ink, "fontSize": if look.class() == Width::Narrow { small } else { text }, "rotate": "radial" })),
                ring(2, json!({ "fontSize": small, "rotate": 0, "minAngle": least })),
            ],
        }),
    );
    options
}

fn task(task: &Branch, palette: &Palette, room: f64) -> SunburstNode {
    let leaf = |leaf: &Leaf| {
        let fill = match leaf.kind {
            Kind::Measure => palette.sunken,
            Kind::Indicator => palette.steel_wash,
            Kind::Milestone => palette.line,
        };
        SunburstNode::new(leaf.letter).value(1.0).item_style(ItemStyle::new().color(fill))
    };
    let node = SunburstNode::new(measure::wrap(&task.name, room, 2))
        .item_style(ItemStyle::new().color(palette.steel_wash));
    match task.leaves.is_empty() {
        // Without a size of its own it would not be drawn.
        true => node.value(1.0),
        false => node.children(task.leaves.iter().map(leaf).collect()),
    }
}
