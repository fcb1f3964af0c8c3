//! Over the board of records: the day up to which data count, the order of the rows, and what changed since a month
//! ago. In the part that judges. Decides nothing.

use super::view::choose;
use super::words;
use crate::plan::{Day, Month};
use crate::route::{BoardView, Order};
use crate::standing::duty;
use crate::state::{Desk, State, Viewing};
use leptos::prelude::*;

/// The tools; in place of the page's actions.
pub fn tools(state: State, chosen: RwSignal<BoardView>) -> AnyView {
    let language = state.language();
    let words = words::tools(language);
    let option = |order: Order| {
        let is_it = move || chosen.with(|view| view.order == order);
        view! { <option value=order.slug() selected=is_it>{words.orders[order as usize]}</option> }
    };
    let sort = move |event| {
        let slug = event_target_value(&event);
        if let Some(order) = Order::ALL.into_iter().find(|one| one.slug() == slug) {
            choose(|view| view.order = order, chosen, state);
        }
    };
    let changes = move || {
        state.board.with(|board| {
            board.as_ref().map_or(0, |board| board.rows.iter().filter(|row| row.was.is_some()).count())
        })
    };
    let is_pressed = move || if chosen.with(|view| view.changed) { "true" } else { "false" };
    let press = move |_| choose(|view| view.changed = !view.changed, chosen, state);
    view! {
        {state.desk.get_untracked().map(|desk| up_to(state, desk, words.up_to))}
        <label>{words.order}<select on:change=sort>{Order::ALL.into_iter().map(option).collect::<Vec<_>>()}</select></label>
        <button aria-pressed=is_pressed on:click=press>{words.changed}" "<b class="figure">{changes}</b></button>
    }
    .into_any()
}

/// The months of the plan that are past: the board as it was at the end of one, by what is known today.
fn up_to(state: State, desk: Desk, label: &'static str) -> Option<AnyView> {
    if matches!(desk.viewing(), Viewing::Opened(opened) if !opened.is_own_past) {
        return None;
    }
    let language = state.language();
    let shown = state.today.get_untracked()?;
    let known = match desk.viewing() {
        Viewing::Opened(opened) => opened.known_on,
        _ => shown,
    };
    let months: Vec<Month> =
        duty::periods(&state.plan()).into_iter().filter(|month| *month < known.month()).collect();
    let option = |month: &Month| {
        view! { <option value=month.to_string() selected=*month == shown.month()>{words::whole_month(language, *month)}</option> }
    };
    let look = move |event| {
        let end =
            Month::parse(&event_target_value(&event)).and_then(|month| month.day(1)).map(Day::month_end);
        match end {
            Some(day) => {
                state.choose_day(day);
                desk.look_back(day, known);
            }
            None => {
                desk.look_away();
                state.follow_day(known);
            }
        }
    };
    Some(
        view! {
            <label>
                {label}
                <select on:change=look>
                    <option value="">{known.to_string()}</option>
                    {months.iter().rev().map(option).collect::<Vec<_>>()}
                </select>
            </label>
        }
        .into_any(),
    )
}
