//! What follows the desk on every page: what stands over it, the lights of the overview, and what is looked at. A part
//! of the program of its own: whoever fills in a form needs it only when that stands.

use crate::browser::{clock, keyboard, slices};
use crate::page::keep::banner;
use crate::page::plan::overview;
use crate::route::Route;
use crate::snapshot::excerpt;
use crate::standing::AsOf;
use crate::state::{BoardViews, Desk, State, Viewing};
use leptos::prelude::*;
use std::sync::Arc;

/// From now on.
pub fn follow(state: State, desk: Desk) {
    state.notice.set(Some(banner::view));
    state.board_views.set(Some(BoardViews { tools: overview::tools, opened: overview::opened::view }));
    follow_until(state, desk);
    follow_against(state, desk);
    follow_board(state, desk);
    follow_part(state, desk);
    follow_day(state, desk);
    keyboard::on_undo_key(move || desk.undo_last());
}

/// The address of the board may say up to which month figures count. An address that says nothing changes nothing: what
/// is looked at stays on the way from page to page.
fn follow_until(state: State, desk: Desk) {
    let until = Memo::new(move |_| state.route.with(Route::board_view).and_then(|view| view.until));
    Effect::new(move |_| overview::look_until(state, desk, until.get()));
}

/// An address may say against which targets is judged; one that does not changes nothing.
fn follow_against(state: State, desk: Desk) {
    let against = Memo::new(move |_| state.route.with(Route::against));
    Effect::new(move |_| {
        if let Some(against) = against.get() {
            desk.judge_against(against);
        }
    });
}

/// A part that is looked at shows on the pages of that part alone.
fn follow_part(state: State, desk: Desk) {
    Effect::new(move |_| {
        let Viewing::Opened(opened) = desk.viewing() else { return };
        let Some(held) = &opened.part else { return };
        let shown = state.route.with(|route| excerpt(&state.plan(), &opened.ledger, route, opened.up_to));
        desk.cover(shown.is_some_and(|shown| held.covers(&shown)));
    });
}

/// Whatever was looked at had a day of its own: with it gone, the page shows today again.
fn follow_day(state: State, desk: Desk) {
    Effect::new(move |was_aside: Option<bool>| {
        let is_aside = matches!(desk.viewing(), Viewing::Opened(_));
        if was_aside == Some(true) && !is_aside {
            state.follow_day(clock::today(&state.plan().time_zone));
        }
        is_aside
    });
}

/// The overview follows the ledger. It is computed here, so that the first view need not know how; judging and drawing
/// are a task each, and neither holds up whatever the ledger has just grown by.
fn follow_board(state: State, desk: Desk) {
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let ledger = desk.ledger();
        let me = desk.me.with(|me| me.organisation.clone());
        let (today, language) = (state.today.get().filter(|_| !ledger.is_empty()), state.language());
        state.is_judging.set(today.is_some());
        turn.update_value(|turn| *turn += 1);
        let this = turn.get_value();
        leptos::task::spawn_local(async move {
            slices::breath().await;
            let is_last = || turn.try_get_value() == Some(this);
            if !is_last() {
                return;
            }
            let board = today.map(|today| {
                let plan = state.plan();
                let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset: desk.offset(), language };
                Arc::new(overview::board(as_of, me.as_deref()))
            });
            slices::breath().await;
            if is_last() {
                state.board.set(board);
                state.is_judging.set(false);
            }
        });
    });
}
