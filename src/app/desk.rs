//! Opens the desk over the browser's storage. A part of the program that loads on demand: without records of
//! one's own, nothing of it is needed for the first view.

use crate::browser::{clock, document, random, slices, storage};
use crate::link::edition::Edition;
use crate::page::keep::banner;
use crate::page::plan::overview;
use crate::snapshot::excerpt;
use crate::state::desk::Opening;
use crate::state::{Desk, Furniture, State, Viewing};
use crate::storage::{OnlyShown, Place, Port};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

/// After how many milliseconds old segments are merged.
const IDLE_AFTER: u32 = 15_000;

thread_local! {
    /// Somebody has asked for the desk already.
    static IS_OPENING: Cell<bool> = const { Cell::new(false) };
}

/// Reads what is kept on this device and listens to other tabs, between the frames. Once is enough: whoever asks again
/// waits for the first.
pub fn open(state: State) -> Opened {
    Box::pin(async move {
        if IS_OPENING.replace(true) {
            while state.desk.with_untracked(Option::is_none) {
                slices::breath().await;
            }
            return;
        }
        // The desk outlives whichever page asked for it first.
        let owner = Owner::new_root(None);
        furnish(state, &owner).await;
        std::mem::forget(owner);
    })
}

/// Done when the desk stands.
pub type Opened = Pin<Box<dyn Future<Output = ()>>>;

/// The browser's storage; in a frame of another page only to be read.
fn port() -> Rc<dyn Port> {
    let local = storage::Local::new();
    if document::is_framed() { Rc::new(OnlyShown(local)) } else { Rc::new(local) }
}

async fn furnish(state: State, owner: &Owner) {
    let plan = state.plan();
    let missed = Rc::new(RefCell::new(Vec::new()));
    let late = missed.clone();
    // Before the first value is read: what another tab writes meanwhile is heard when there is somebody to hear it.
    storage::on_storage(move |key, value| match state.desk.get_untracked() {
        Some(desk) => desk.heard(key.as_deref(), value.as_deref()),
        None => late.borrow_mut().push((key, value)),
    });
    // The first question about a time zone takes long: it has a task of its own.
    slices::breath().await;
    let offset = clock::offset_in(&plan.time_zone).unwrap_or_default();
    slices::breath().await;
    let mut opening = Opening::new(Furniture {
        port: port(),
        place: Place::new(&plan.id, &storage::folder()),
        clock: clock::now,
        // Without a source of chance the clock has to do: two pages would have to be loaded in one millisecond.
        writer: random::writer().unwrap_or_else(clock::now),
        offset,
    });
    let desk = slices::until(|| owner.with(|| opening.step())).await;
    desk.judge_by(Edition::of(&plan));
    state.desk.set(Some(desk));
    for (key, value) in missed.take() {
        desk.heard(key.as_deref(), value.as_deref());
    }
    state.notice.set(Some(banner::view));
    owner.with(|| {
        follow(state, desk);
        follow_part(state, desk);
        follow_day(state, desk);
    });
    // By then the page has been drawn and whoever opened it is reading. A failure is none of his business: every
    // batch is still stored, and the next load tries again.
    gloo::timers::callback::Timeout::new(IDLE_AFTER, move || {
        // What could not be merged stays as it is, in more pieces.
        let _ = desk.compact();
    })
    .forget();
}

/// A part that is looked at shows on the pages of that part alone.
fn follow_part(state: State, desk: Desk) {
    Effect::new(move |_| {
        let Viewing::Aside(aside) = desk.viewing() else { return };
        let Some(held) = &aside.part else { return };
        let shown = state.route.with(|route| excerpt(&state.plan(), &aside.ledger, route, aside.up_to));
        desk.cover(shown.is_some_and(|shown| held.covers(&shown)));
    });
}

/// Whatever was looked at had a day of its own: with it gone, the page shows today again.
fn follow_day(state: State, desk: Desk) {
    Effect::new(move |was_aside: Option<bool>| {
        let is_aside = matches!(desk.viewing(), Viewing::Aside(_));
        if was_aside == Some(true) && !is_aside {
            state.follow_day(clock::today(&state.plan().time_zone));
        }
        is_aside
    });
}

/// The overview follows the ledger. It is computed here, so that the first view need not know how; judging and drawing
/// are a task each, and neither holds up whatever the ledger has just grown by.
fn follow(state: State, desk: Desk) {
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
                let (now, offset) = (desk.now(), desk.offset());
                let asked = overview::Asked { today, now, offset, me: me.as_deref(), language };
                Arc::new(overview::board(&state.plan(), &ledger, asked))
            });
            slices::breath().await;
            if is_last() {
                state.board.set(board);
                state.is_judging.set(false);
            }
        });
    });
}
