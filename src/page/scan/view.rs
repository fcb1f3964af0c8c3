//! The dialog in markup, and what keeps it going: the camera, the pictures that are handed in, the worker.

use super::model::{Act, Lens, MOST_BYTES, Purpose, Scan, Told, Way};
use super::words::{self, Words};
use crate::browser::camera::Camera;
use crate::browser::file::{self, Chosen};
use crate::browser::grey::Grey;
use crate::browser::photo::{self, PhotoFault};
use crate::browser::worker::{self, WorkerFault};
use crate::browser::{address, dialog, document, media};
use crate::link::envelope::plan_digest;
use crate::page::carried::parts;
use crate::route::Route;
use crate::state::{Desk, State};
use crate::text::Language;
use gloo::timers::future::TimeoutFuture;
use leptos::ev::{DragEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use std::rc::{Rc, Weak};

/// Milliseconds from one answer of the worker to the next look of the camera: four looks a second at most.
const PAUSE: u32 = 250;

/// The dialog and what it works with.
#[derive(Clone, Copy)]
struct Booth {
    state: State,
    desk: Desk,
    scan: RwSignal<Scan>,
    /// Takes what is put into the field.
    paste: Callback<String>,
    /// The pointer is a finger: a phone, which takes photographs.
    is_touch: bool,
    node: NodeRef<html::Dialog>,
    video: NodeRef<html::Video>,
    /// The only hold on the camera: it goes off with the dialog, however that goes.
    camera: StoredValue<Option<Rc<Camera>>, LocalStorage>,
    /// Counts openings of the camera, so that a late one is told from the one that is wanted.
    turn: StoredValue<u32>,
}

/// A button that opens one link by its code.
pub fn to_open(state: State, desk: Desk) -> AnyView {
    let words = words::of(state.settings.with_untracked(|settings| settings.language));
    entry(state, desk, Purpose::Open, words.open, Callback::new(|_| ()))
}

/// A button that takes in one code after another; each text goes to `paste` as if it had been pasted.
pub fn to_collect(state: State, desk: Desk, paste: Callback<String>) -> AnyView {
    let words = words::of(state.settings.with_untracked(|settings| settings.language));
    entry(state, desk, Purpose::Collect, words.collect, paste)
}

fn entry(
    state: State,
    desk: Desk,
    purpose: Purpose,
    label: &'static str,
    paste: Callback<String>,
) -> AnyView {
    let is_open = RwSignal::new(false);
    let shown = move || is_open.get().then(|| opened(state, desk, purpose, paste, is_open));
    view! {
        <button type="button" aria-haspopup="dialog" on:click=move |_| is_open.set(true)>{label}</button>
        {shown}
    }
    .into_any()
}

fn opened(
    state: State,
    desk: Desk,
    purpose: Purpose,
    paste: Callback<String>,
    is_open: RwSignal<bool>,
) -> AnyView {
    let here = address::whole(&Route::Overview);
    let here = here.split('#').next().unwrap_or_default();
    let booth = Booth {
        state,
        desk,
        scan: RwSignal::new(Scan::new(purpose, plan_digest(&state.plan().id), here)),
        paste,
        is_touch: media::matches(media::TOUCH),
        node: NodeRef::new(),
        video: NodeRef::new(),
        camera: StoredValue::new_local(None),
        turn: StoredValue::new(0),
    };
    booth.node.on_load(move |node| {
        dialog::open(&node);
        booth.open_camera();
    });
    // Out of sight nobody holds a code before it, and another program may want the camera.
    let hidden = document::on_hidden(move || booth.rest());
    StoredValue::new_local(hidden);
    Effect::new(move |before: Option<Route>| {
        let route = state.route.get();
        if before.is_some_and(|before| before != route) {
            booth.close();
        }
        route
    });
    drawn(booth, is_open)
}

fn drawn(booth: Booth, is_open: RwSignal<bool>) -> AnyView {
    let language = booth.state.settings.with_untracked(|settings| settings.language);
    let words = words::of(language);
    let left = move |_| {
        booth.rest();
        is_open.set(false);
    };
    let dropped = move |event: DragEvent| {
        // The page behind takes files of its own.
        event.stop_propagation();
        booth.look_at(file::dropped_all(&event));
    };
    view! {
        <dialog
            node_ref=booth.node
            class="scan"
            aria-label=words.title
            on:close=left
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
            on:paste=move |event| booth.look_at(file::pasted(event.as_ref()))
            on:dragover=move |event: DragEvent| event.prevent_default()
            on:drop=dropped
        >
            <div>
                <header>
                    <h2>{words.title}</h2>
                    <button type="button" on:click=|event: MouseEvent| dialog::close_around(&event)>
                        {words.close}
                    </button>
                </header>
                {finder(booth, words, language)}
                {outcome(booth, language)}
                {pictures(booth, words)}
                <p class="muted">{words.private}</p>
            </div>
        </dialog>
    }
    .into_any()
}

/// What the camera sees, or why it sees nothing.
fn finder(booth: Booth, words: &'static Words, language: Language) -> AnyView {
    let lens = Memo::new(move |_| booth.scan.with(|scan| scan.lens));
    let is_dark = move || lens.get() != Lens::Live;
    let again = move || {
        let is_off = matches!(lens.get(), Lens::Off | Lens::None(_));
        is_off.then(|| {
            view! { <button type="button" on:click=move |_| booth.open_camera()>{words.again}</button> }
        })
    };
    view! {
        <div class="finder">
            <video node_ref=booth.video aria-label=words.view playsinline="" hidden=is_dark></video>
            <p class="muted" hidden=is_dark>{words.hint}</p>
            <p role="status">{move || words::lens(language, lens.get())}</p>
            {again}
        </div>
    }
    .into_any()
}

/// What was read, to be heard as well.
fn outcome(booth: Booth, language: Language) -> AnyView {
    let told = Memo::new(move |_| booth.scan.with(|scan| scan.told.clone()));
    let elsewhere = move || match told.get() {
        Told::Elsewhere(text) => Some(view! { <code>{text}</code> }),
        _ => None,
    };
    let collects = booth.scan.with_untracked(|scan| scan.purpose == Purpose::Collect);
    let count = move || booth.scan.with(|scan| words::taken(language, scan));
    view! {
        <div class="outcome">
            <p class="told" role="status">{move || words::told(language, &told.get())}{elsewhere}</p>
            {collects.then(|| view! { <p class="count">{count}</p> })}
        </div>
    }
    .into_any()
}

/// The way that works everywhere.
fn pictures(booth: Booth, words: &'static Words) -> AnyView {
    let chosen = move |event: leptos::ev::Event| booth.look_at(file::chosen_all(&event));
    // Elsewhere it would be the same as choosing.
    let photograph = booth.is_touch.then(|| {
        view! {
            <label class="button">
                <span>{words.photograph}</span>
                <input type="file" accept="image/*" capture="environment" on:change=chosen/>
            </label>
        }
    });
    view! {
        <fieldset class="pictures">
            <legend>{words.picture}</legend>
            <div class="acts">
                {photograph}
                <label class="button">
                    <span>{words.choose}</span>
                    <input type="file" accept="image/*" multiple=true on:change=chosen/>
                </label>
            </div>
            <p class="muted">{words.drop_here}</p>
        </fieldset>
    }
    .into_any()
}

impl Booth {
    fn open_camera(self) {
        let Some(turn) = self.next_turn() else { return };
        self.lens(Lens::Asking);
        leptos::task::spawn_local(async move {
            let opened = Camera::open().await;
            if !self.is_turn(turn) {
                // The dialog was closed meanwhile: the camera goes off with the value.
                return;
            }
            match opened {
                Ok(camera) => self.look_through(camera, turn).await,
                Err(why) => self.lens(Lens::None(why)),
            }
        });
    }

    /// Looks until a code was opened, the dialog is closed, or the camera goes.
    async fn look_through(self, camera: Camera, turn: u32) {
        let Some(video) = self.video.get_untracked() else { return };
        let camera = Rc::new(camera);
        camera.show_in(&video);
        let held = Rc::downgrade(&camera);
        if self.camera.try_set_value(Some(camera)).is_some() {
            return;
        }
        self.lens(Lens::Live);
        loop {
            TimeoutFuture::new(PAUSE).await;
            let Some(camera) = self.still(&held, turn) else { return };
            if !camera.is_on() {
                self.rest();
                return;
            }
            let seen = camera.look(&video).await;
            drop(camera);
            if let Some(seen) = seen
                && !self.read(Way::Camera, seen).await
            {
                self.rest();
                return;
            }
        }
    }

    fn still(self, held: &Weak<Camera>, turn: u32) -> Option<Rc<Camera>> {
        held.upgrade().filter(|_| self.is_turn(turn))
    }

    /// Reads one picture after another that was handed in.
    fn look_at(self, files: Vec<Chosen>) {
        if files.is_empty() {
            return;
        }
        self.tell(Told::Reading);
        leptos::task::spawn_local(async move {
            for file in files {
                let grey = match file.size() {
                    0..=MOST_BYTES => photo::grey(&file).await,
                    _ => Err(PhotoFault::TooLarge),
                };
                match grey {
                    Ok(grey) => {
                        if !self.read(Way::Picture, grey).await {
                            return;
                        }
                    }
                    Err(PhotoFault::TooLarge) => self.tell(Told::TooLarge),
                    Err(PhotoFault::NoPicture) => self.tell(Told::NoPicture),
                }
            }
        });
    }

    /// Has a picture read and does what follows. Whether to go on.
    async fn read(self, way: Way, picture: Grey) -> bool {
        let Grey { luma, width, height } = picture;
        let texts = match worker::codes(luma, width, height).await {
            Ok(texts) => texts,
            Err(WorkerFault::CannotStart) => {
                self.tell(Told::NoReader);
                return false;
            }
            Err(WorkerFault::Stopped) => {
                self.tell(Told::ReaderStopped);
                return true;
            }
        };
        let desk = self.desk;
        let acts = self.scan.try_update_untracked(|scan| {
            let (before, purpose) = (scan.clone(), scan.purpose);
            let acts = scan.read(way, &texts, |set| match purpose {
                Purpose::Open => parts::waiting(desk, set),
                Purpose::Collect => Vec::new(),
            });
            (acts, *scan != before)
        });
        // Closed meanwhile.
        let Some((acts, has_changed)) = acts else { return false };
        if has_changed {
            self.scan.notify();
        }
        acts.into_iter().all(|act| self.act(act))
    }

    /// Whether to go on.
    fn act(self, act: Act) -> bool {
        match act {
            Act::Paste(text) => self.paste.run(text),
            Act::Keep(part) => parts::keep(self.desk, &part),
            Act::Forget(set) => parts::forget(self.desk, set),
            Act::Open(fragment) => {
                self.close();
                address::go(&Route::parse(&fragment));
                return false;
            }
        }
        true
    }

    /// Switches the camera off.
    fn rest(self) {
        if self.next_turn().is_none() {
            return;
        }
        if let Some(Some(camera)) = self.camera.try_update_value(Option::take) {
            camera.stop();
        }
        worker::rest();
        if self.scan.with_untracked(|scan| matches!(scan.lens, Lens::Asking | Lens::Live)) {
            self.lens(Lens::Off);
        }
    }

    fn close(self) {
        if let Some(node) = self.node.get_untracked() {
            // The browser gives the focus back to where it was, and tells the dialog.
            node.close();
        }
    }

    fn lens(self, lens: Lens) {
        // None once the dialog is gone.
        let _ = self.scan.try_update(|scan| scan.lens = lens);
    }

    fn tell(self, told: Told) {
        let _ = self.scan.try_update(|scan| scan.told = told);
    }

    fn next_turn(self) -> Option<u32> {
        self.turn.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        })
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
