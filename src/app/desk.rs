//! Opens the desk over the browser's storage. A part of the program that loads on demand: without records of
//! one's own, nothing of it is needed for the first view.

use super::parts;
use crate::browser::{LoadFailure, clock, document, random, slices, storage};
use crate::link::edition::Edition;
use crate::state::desk::Opening;
use crate::state::{Setup, State};
use crate::storage::{OnlyShown, Place, Port};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

/// After how many milliseconds old segments are merged.
const IDLE_AFTER: u32 = 15_000;

/// After how many milliseconds what did not come is asked for again.
pub(super) const AGAIN_AFTER: u32 = 10_000;

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
    let mut opening = Opening::new(Setup {
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
    let owner = owner.clone();
    // For what may stand over the page.
    drop(document::dressed());
    leptos::task::spawn_local(async move {
        // Without it the page is as usable as before; so it may come late.
        loop {
            match parts::following().await {
                Ok(follow) => return owner.with(|| follow(state, desk)),
                Err(LoadFailure) => state.is_judging.set(false),
            }
            gloo::timers::future::TimeoutFuture::new(AGAIN_AFTER).await;
        }
    });
    // By then the page has been drawn and whoever opened it is reading. A failure is none of his business: every
    // batch is still stored, and the next load tries again.
    gloo::timers::callback::Timeout::new(IDLE_AFTER, move || {
        #[expect(
            clippy::let_underscore_must_use,
            reason = "what could not be merged stays as it is, in more pieces"
        )]
        let _ = desk.compact();
    })
    .forget();
}
