//! Who signs what is written down: asked once, at the first act that signs something, and never passed over in silence.

use super::{Desk, Me};
use leptos::prelude::*;

/// The act that waits for a name, and whether one is asked for.
#[derive(Clone, Copy)]
pub(super) struct Signing {
    waiting: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    is_asking: RwSignal<bool>,
    /// Somebody chose to go on without a name: nobody asks again until the page is loaded anew.
    is_unsigned: RwSignal<bool>,
}

impl Signing {
    pub(super) fn new() -> Self {
        Self {
            waiting: StoredValue::new_local(None),
            is_asking: RwSignal::new(false),
            is_unsigned: RwSignal::new(false),
        }
    }
}

/// What came of asking for a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    Name(String),
    /// Knowingly without one.
    Unsigned,
    /// The act is given up.
    GivenUp,
}

impl Desk {
    /// Does what signs something: at once where it is known who acts, else when a name has been given. Every act that
    /// records something under a name goes through here.
    pub fn sign(&self, act: impl FnOnce() + 'static) {
        if self.may_act().is_err() {
            return;
        }
        let is_named = self.me.with_untracked(|me| !me.person.is_empty());
        if is_named || self.signing.is_unsigned.get_untracked() {
            act();
            return;
        }
        self.signing.waiting.set_value(Some(Box::new(act)));
        self.signing.is_asking.set(true);
    }

    /// Asks for another name, without an act that waits for it.
    pub fn ask_name(&self) {
        if self.may_act().is_err() {
            return;
        }
        self.signing.is_asking.set(true);
    }

    /// Whether somebody is being asked for a name.
    pub fn is_asking_name(&self) -> bool {
        self.signing.is_asking.get()
    }

    /// Goes on with what waited for a name.
    pub fn signed(&self, signature: Signature) {
        self.signing.is_asking.set(false);
        let waiting = self.signing.waiting.try_update_value(Option::take).flatten();
        match signature {
            Signature::GivenUp => return,
            Signature::Unsigned => {
                self.signing.is_unsigned.set(true);
                // Also where a name stood before.
                self.name(String::new());
            }
            Signature::Name(name) => {
                self.signing.is_unsigned.set(false);
                self.name(name);
            }
        }
        if let Some(act) = waiting {
            act();
        }
    }

    fn name(&self, person: String) {
        let me = self.me.get_untracked();
        if me.person != person {
            self.set_me(Me { person, ..me });
        }
    }
}
