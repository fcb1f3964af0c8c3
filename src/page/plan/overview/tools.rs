//! Over the board of records: the day up to which data count, the order of the rows, and what changed since a month
//! ago. In the part that judges. Decides nothing.

use super::view::{choose, is_over};
use super::words;
use crate::ledger::kinds::Against;
use crate::plan::{Day, Month};
use crate::route::{BoardView, DocumentKind, Order, Route};
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
    let account = untrack(|| is_over(state)).then(|| {
        let href = Route::Document(DocumentKind::Account, None).href();
        view! { <a class="button" href=href>{words.account}</a> }
    });
    view! {
        {account}
        {state.desk.get_untracked().map(|desk| up_to(state, desk, chosen, words.up_to))}
        {against(state, chosen, words)}
        <label>{words.order}<select on:change=sort>{Order::ALL.into_iter().map(option).collect::<Vec<_>>()}</select></label>
        <button aria-pressed=is_pressed on:click=press>{words.changed}" "<b class="figure">{changes}</b></button>
    }
    .into_any()
}

/// The targets as adjusted or as issued, where a paper adjusted one.
fn against(state: State, chosen: RwSignal<BoardView>, words: &'static words::ToolWords) -> Option<AnyView> {
    let (desk, today) = (state.desk.get_untracked()?, state.today.get_untracked()?);
    if untrack(|| desk.ledger()).count_in_force(today) == 0 {
        return None;
    }
    let all = [Against::Adjusted, Against::Issued];
    let option = |(at, one): (usize, Against)| {
        let is_it = move || desk.against() == one;
        view! { <option value=at.to_string() selected=is_it>{words.againsts[at]}</option> }
    };
    let judge = move |event| {
        let at = event_target_value(&event).parse().unwrap_or(0_usize);
        choose(|view| view.against = all.get(at).copied(), chosen, state);
        desk.judge_against(all.get(at).copied().unwrap_or(Against::Adjusted));
    };
    let options = (0..).zip(all).map(option).collect::<Vec<_>>();
    Some(view! { <label>{words.against}<select on:change=judge>{options}</select></label> }.into_any())
}

/// The months of the plan that are past: the board as it was at the end of one, by what is known today.
fn up_to(state: State, desk: Desk, chosen: RwSignal<BoardView>, label: &'static str) -> Option<AnyView> {
    let known = known_on(state, desk.viewing())?;
    let language = state.language();
    let shown = state.today.get_untracked()?;
    let months = past(state, known);
    let option = |month: &Month| {
        view! { <option value=month.to_string() selected=*month == shown.month()>{words::whole_month(language, *month)}</option> }
    };
    let look = move |event| {
        let month = Month::parse(&event_target_value(&event));
        choose(|view| view.until = month, chosen, state);
        if month.is_none() {
            desk.look_away();
            state.follow_day(known);
        } else {
            look_until(state, desk, month);
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

/// The months of the plan that are past.
fn past(state: State, known: Day) -> Vec<Month> {
    duty::periods(&state.plan()).into_iter().filter(|month| *month < known.month()).collect()
}

/// The day of today, also while an earlier one is shown; none where what is looked at is not one's own.
fn known_on(state: State, viewing: Viewing) -> Option<Day> {
    match viewing {
        Viewing::Opened(opened) => opened.is_own_past.then_some(opened.known_on),
        Viewing::Own | Viewing::Sample => state.today.get_untracked(),
    }
}

/// Shows the figures up to the end of a month of the plan that is past, by what is known today; does nothing where that
/// is so already, and for any other month.
pub fn look_until(state: State, desk: Desk, month: Option<Month>) {
    let viewing = untrack(|| desk.viewing());
    let Some((month, known)) = month.zip(known_on(state, viewing)) else { return };
    let Some(end) = month.day(1).map(Day::month_end) else { return };
    if past(state, known).contains(&month) && state.today.get_untracked() != Some(end) {
        state.choose_day(end);
        desk.look_back(end, known);
    }
}
