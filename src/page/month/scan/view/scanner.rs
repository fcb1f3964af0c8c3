//! What keeps the dialog going: the camera, the pictures that are handed in, the worker.

use super::super::model::{Act, Lens, MOST_BYTES, NoCamera, Purpose, Scan, Told, Way};
use crate::browser::camera::{Camera, Refused};
use crate::browser::file::Chosen;
use crate::browser::grey::Grey;
use crate::browser::photo::{self, PhotoFault};
use crate::browser::worker::{self, WorkerFault};
use crate::browser::{address, media};
use crate::link::envelope::plan_digest;
use crate::page::month::carried::parts;
use crate::route::Route;
use crate::state::{Desk, State};
use gloo::timers::future::TimeoutFuture;
use leptos::html;
use leptos::prelude::*;
use std::rc::{Rc, Weak};

/// Milliseconds from one answer of the worker to the next look of the camera: four looks a second at most.
const PAUSE: u32 = 250;

/// The dialog and what it works with.
#[derive(Clone, Copy)]
pub struct Scanner {
    pub state: State,
    desk: Desk,
    pub scan: RwSignal<Scan>,
    /// Takes what is put into the field.
    paste: Callback<String>,
    /// The pointer is a finger: a phone, which takes photographs.
    pub is_touch: bool,
    pub node: NodeRef<html::Dialog>,
    pub video: NodeRef<html::Video>,
    /// The only hold on the camera: it goes off with the dialog, however that goes.
    camera: StoredValue<Option<Rc<Camera>>, LocalStorage>,
    /// Counts openings of the camera, so that a late one is told from the one that is wanted.
    turn: StoredValue<u32>,
}

impl Scanner {
    /// For codes that are read to that purpose; each text that is to go into the field is handed to `paste`.
    pub fn new(state: State, desk: Desk, purpose: Purpose, paste: Callback<String>) -> Self {
        let here = address::whole(&Route::Overview);
        let here = here.split('#').next().unwrap_or_default();
        let scan = Scan::new(purpose, plan_digest(&state.plan().id), here);
        Self { is_touch: media::matches(media::TOUCH), ..Self::over(state, desk, scan, paste) }
    }

    /// Over what was read already.
    pub fn over(state: State, desk: Desk, scan: Scan, paste: Callback<String>) -> Self {
        Self {
            state,
            desk,
            scan: RwSignal::new(scan),
            paste,
            is_touch: false,
            node: NodeRef::new(),
            video: NodeRef::new(),
            camera: StoredValue::new_local(None),
            turn: StoredValue::new(0),
        }
    }

    pub fn open_camera(self) {
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
                Err(Refused { name, is_secure }) => {
                    self.lens(Lens::None(NoCamera::of(name.as_deref(), is_secure)));
                }
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
    pub fn look_at(self, files: Vec<Chosen>) {
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
    pub fn rest(self) {
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

    pub fn close(self) {
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
