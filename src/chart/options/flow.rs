//! Three columns and the bands between them. Bands to the left of the tasks are darker than those to the right;
//! what they are is said by the column that they come from.

use super::*;
use crate::chart::flow::{Drawing, Node, Side};
use crate::chart::{Width, measure};
use charming::element::{LabelPosition, LineStyle};
use charming::series::{Sankey, SankeyLink, SankeyNode};

pub(super) fn options(drawing: &Drawing, look: &Look) -> Value {
    let palette = look.palette();
    let fill = |side| match side {
        Side::Lead => palette.steel,
        Side::Task => palette.ink_2,
        Side::Responsible => palette.steel_2,
    };
    let nodes = drawing.nodes.iter().map(|node| {
        SankeyNode::new(node.key.clone())
            .depth(depth(node.side))
            .item_style(ItemStyle::new().color(fill(node.side)))
    });
    let key = |at: usize| drawing.nodes[at].key.clone();
    let bands = drawing.bands.iter().map(|band| SankeyLink::from((key(band.from), key(band.to), 1.0)));
    let chart = Chart::new().series(
        Sankey::new()
            .left(look.px(4.0))
            .right(look.px(4.0))
            .top(look.px(26.0))
            .bottom(look.px(8.0))
            .label(label(look, palette.ink).font_size(text(look)))
            .line_style(LineStyle::new().color(palette.steel_2).opacity(0.22).curveness(0.5))
            .nodes(nodes.collect())
            .links(bands.collect::<Vec<_>>()),
    );
    let mut options = of(&chart);
    // What `charming` has no fields for: gaps, labels of single nodes and a halo that keeps them readable on bands.
    put(
        &mut options,
        "/series/0",
        json!({
            "nodeGap": look.px(if look.class() == Width::Narrow { 12.0 } else { 10.0 }),
            "nodeWidth": look.px(8.0),
            "draggable": false,
            "emphasis": { "focus": "adjacency", "lineStyle": { "opacity": 0.5 } },
            "blur": { "label": { "opacity": 0.35 } },
        }),
    );
    put(&mut options, "/series/0/label", json!({ "textBorderColor": palette.sheet, "textBorderWidth": 3 }));
    for (at, node) in drawing.nodes.iter().enumerate() {
        put(
            &mut options,
            &format!("/series/0/data/{at}"),
            json!({ "label": {
                "formatter": name(node, look),
                "position": if node.side == Side::Responsible { LabelPosition::Left } else { LabelPosition::Right },
            }}),
        );
    }
    for (at, band) in drawing.bands.iter().enumerate() {
        if drawing.nodes[band.from].side == Side::Lead {
            put(
                &mut options,
                &format!("/series/0/links/{at}"),
                json!({ "lineStyle": { "color": palette.steel, "opacity": 0.34 } }),
            );
        }
    }
    heads(&mut options, drawing, look);
    options
}

fn depth(side: Side) -> f64 {
    match side {
        Side::Lead => 0.0,
        Side::Task => 1.0,
        Side::Responsible => 2.0,
    }
}

/// Two lines of a name have to fit between two nodes where it is narrow.
fn text(look: &Look) -> f64 {
    if look.class() == Width::Narrow { look.px(10.5) } else { size(look) }
}

/// The name in the room that its column has.
fn name(node: &Node, look: &Look) -> String {
    let width = f64::from(look.width);
    let (share, lines) = match (look.class(), node.side) {
        (Width::Narrow, Side::Lead) => (0.26, 2),
        (Width::Narrow, Side::Task) => (0.2, 2),
        (Width::Narrow, Side::Responsible) => (0.24, 2),
        (_, Side::Task) => (0.26, 1),
        (_, _) => (0.22, 2),
    };
    measure::wrap(&node.name, width * share / text(look), lines)
}

/// The heads of the columns stand on an axis of their own above the flow.
fn heads(options: &mut Value, drawing: &Drawing, look: &Look) {
    let align = ["left", "center", "right"];
    let places = [0.0, 0.5, 1.0];
    let data: Vec<Value> = drawing
        .heads
        .iter()
        .enumerate()
        .map(|(at, head)| json!({ "value": [places[at], 0], "name": head, "label": { "align": align[at] } }))
        .collect();
    let axis = json!({ "type": "value", "min": 0, "max": 1, "show": false });
    put(
        options,
        "",
        json!({
            "grid": { "left": look.px(4.0), "right": look.px(4.0), "top": look.px(12.0), "height": 1 },
            "xAxis": axis,
            "yAxis": axis,
        }),
    );
    if let Some(series) = options.pointer_mut("/series").and_then(Value::as_array_mut) {
        series.push(json!({
            "type": "scatter",
            "silent": true,
            "symbolSize": 0,
            "label": { "show": true, "position": "inside", "formatter": "{b}", "color": look.palette().ink_3, "fontSize": size(look) },
            "data": data,
        }));
    }
}
