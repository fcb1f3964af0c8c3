//! A QR code in markup.

use crate::link::qr::Code;
use leptos::prelude::*;

/// The code, spoken as `label`. Dark on white in either theme: many readers fail on a light code on dark.
pub fn code(code: &Code, label: &'static str) -> AnyView {
    let side = code.side().to_string();
    let area = ["0 0 ", &side, " ", &side].concat();
    view! {
        <svg role="img" aria-label=label viewBox=area shape-rendering="crispEdges">
            <rect width=side.clone() height=side fill="#fff"></rect>
            <path fill="#000" d=code.path()></path>
        </svg>
    }
    .into_any()
}
