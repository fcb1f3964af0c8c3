//! The browser's `localStorage` as the port of [`crate::storage`]; and what the first view asks of it.

use super::{ignored, window};
use crate::storage::{Blocked, Kind, Notes, Place, Port, SetFailure};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage, StorageEvent};

/// `localStorage`; every call fails as blocked where there is none.
#[derive(Clone, Debug)]
pub struct Local(Option<Storage>);

impl Local {
    /// The storage of this page's origin.
    pub fn new() -> Self {
        Self(storage())
    }

    /// `sessionStorage`: what one tab keeps until it is closed, through reloads.
    pub fn of_tab() -> Self {
        Self(session())
    }

    fn storage(&self) -> Result<&Storage, Blocked> {
        self.0.as_ref().ok_or(Blocked)
    }
}

impl Default for Local {
    fn default() -> Self {
        Self::new()
    }
}

impl Port for Local {
    fn keys(&self) -> Result<Vec<String>, Blocked> {
        // All at once: counting through `key(n)` skips one when another tab removes one meanwhile.
        let keys = js_sys::Object::keys(self.storage()?);
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Blocked> {
        self.storage()?.get_item(key).map_err(|_| Blocked)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), SetFailure> {
        let storage = self.storage().map_err(|Blocked| SetFailure::Blocked)?;
        storage.set_item(key, value).map_err(|thrown| {
            let name = thrown.dyn_ref::<DomException>().map(DomException::name);
            match name.as_deref() {
                // The second is what Firefox before 136 says.
                Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => SetFailure::Full,
                _ => SetFailure::Blocked,
            }
        })
    }

    fn remove(&self, key: &str) -> Result<(), Blocked> {
        self.storage()?.remove_item(key).map_err(|_| Blocked)
    }
}

/// Whether this device has records of its own for this plan and folder: decides whether the part of the page that
/// reads them is loaded at once. Looks at keys only.
pub fn has_own_records(plan: &str, folder: &str) -> bool {
    has(&Place::new(plan, folder).prefix(Kind::Ledger))
}

/// Whether the sample ledger is on this device for this plan and folder.
pub fn has_sample(plan: &str, folder: &str) -> bool {
    has(&Place::new(plan, folder).prefix(Kind::Sample))
}

/// Whether a form was begun on this device and not sent.
pub fn has_draft(plan: &str, folder: &str) -> bool {
    has(&Place::new(plan, folder).prefix(Kind::Draft))
}

/// What this tab keeps under a name until it is closed.
pub fn kept_by_tab(plan: &str, name: &str) -> Option<String> {
    Notes::new(&Local::of_tab(), &Place::new(plan, &folder())).draft(name)
}

/// Keeps something for this tab; an empty text removes it. Where there is no room it is not kept: whoever closes the tab
/// loses it as well.
pub fn keep_by_tab(plan: &str, name: &str, text: &str) {
    if super::document::is_framed() {
        return;
    }
    ignored(Notes::new(&Local::of_tab(), &Place::new(plan, &folder())).keep_draft(name, text));
}

/// The link of the snapshot that this tab was looking at when it was loaded the last time.
pub fn looked_at(plan: &str, folder: &str) -> Option<String> {
    session()?.get_item(&Place::new(plan, folder).looked_at()).ok().flatten()
}

/// Notes the link of the snapshot that this tab looks at, or that it looks at none any more. It is forgotten with the
/// tab; where that is not allowed, a reload leads back to one's own ledger.
pub fn note_looked_at(plan: &str, folder: &str, link: Option<&str>) {
    let Some(session) = session().filter(|_| !super::document::is_framed()) else { return };
    let key = Place::new(plan, folder).looked_at();
    ignored(match link {
        Some(link) => session.set_item(&key, link),
        None => session.remove_item(&key),
    });
}

/// Calls back for what other tabs do, for as long as the page lives: the key, or none if everything was cleared,
/// and its new value, or none if it was removed.
pub fn on_storage(act: impl Fn(Option<String>, Option<String>) + 'static) {
    EventListener::new(&window(), "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        // The same event tells of `sessionStorage`.
        if event.storage_area() == storage() {
            act(event.key(), event.new_value());
        }
    })
    .forget();
}

/// The folder of the page, for [`Place`]: the path up to its last slash.
pub fn folder() -> String {
    let path = window().location().pathname().unwrap_or_default();
    path.rfind('/').and_then(|last| path.get(..=last)).unwrap_or("/").to_owned()
}

fn has(prefix: &str) -> bool {
    let Some(storage) = storage() else { return false };
    let count = storage.length().unwrap_or(0);
    (0..count).any(|at| storage.key(at).ok().flatten().is_some_and(|key| key.starts_with(prefix)))
}

fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
