//! What the browser's storage can do, as the rest of this room sees it.

/// Key and value storage of one origin. `browser::storage` has the real one, [`super::Memory`] the twin.
pub trait Port {
    /// Every key of the origin, also those of other programs, in no particular order.
    ///
    /// # Errors
    /// When the browser does not let us.
    fn keys(&self) -> Result<Vec<String>, Blocked>;

    /// The value under a key.
    ///
    /// # Errors
    /// When the browser does not let us.
    fn get(&self, key: &str) -> Result<Option<String>, Blocked>;

    /// Puts a value under a key. When it fails, the value from before is still there.
    ///
    /// # Errors
    /// When there is no room, or the browser does not let us.
    fn set(&self, key: &str, value: &str) -> Result<(), SetFailure>;

    /// Takes a key and its value away; no key is no error.
    ///
    /// # Errors
    /// When the browser does not let us.
    fn remove(&self, key: &str) -> Result<(), Blocked>;

    /// Whether the page only shows what is there; see [`OnlyShown`].
    fn only_shows(&self) -> bool {
        false
    }
}

/// Storage of a page that stands in a frame of another one: what is pressed there may have been covered up by whoever
/// holds the frame. Reading is as ever; nothing is written or removed.
#[derive(Clone, Debug)]
pub struct OnlyShown<P>(pub P);

impl<P: Port> Port for OnlyShown<P> {
    fn keys(&self) -> Result<Vec<String>, Blocked> {
        self.0.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, Blocked> {
        self.0.get(key)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), SetFailure> {
        Err(SetFailure::Framed)
    }

    fn remove(&self, _: &str) -> Result<(), Blocked> {
        Err(Blocked)
    }

    fn only_shows(&self) -> bool {
        true
    }
}

impl<P: Port + ?Sized> Port for std::rc::Rc<P> {
    fn keys(&self) -> Result<Vec<String>, Blocked> {
        (**self).keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, Blocked> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), SetFailure> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), Blocked> {
        (**self).remove(key)
    }

    fn only_shows(&self) -> bool {
        (**self).only_shows()
    }
}

/// The browser does not let the page use its storage (setting, private window, policy).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked;

/// Why a value was not put under its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetFailure {
    /// The quota of the origin is used up.
    Full,
    /// See [`Blocked`].
    Blocked,
    /// The page stands in a frame; see [`OnlyShown`].
    Framed,
}

/// How much a key and its value take of the quota, in UTF-16 code units.
pub fn units(key: &str, value: &str) -> usize {
    key.encode_utf16().count() + value.encode_utf16().count()
}
