//! The only way to the port. Reading is always open; writing needs a pen, and there is none as soon as a value of
//! a later release was seen: then no code path can write.

use super::envelope::Refusal;
use super::port::{Blocked, Port, SetFailure};

/// Why an act was not kept. What it added is still in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser does not let the page use its storage.
    Blocked,
    /// The page stands in a frame of another one and only shows: the act was not done at all.
    Framed,
    /// The quota is used up; so much could be freed.
    Full(Freeable),
    /// A later release wrote here: this one only looks.
    Newer,
    /// One act is larger than what can be read again.
    TooLarge,
    /// What was written was not found again, or changed in between.
    Unconfirmed,
    /// Somebody removed what was stored while the page was open.
    Vanished,
    /// The copy to be restored cannot be read.
    Unreadable(Refusal),
}

/// What takes room besides the records themselves, in UTF-16 code units of the quota.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Freeable {
    /// Copies from before merges and imports.
    pub generations: usize,
    /// The sample ledger.
    pub sample: usize,
    /// Values that could not be read, moved aside.
    pub damaged: usize,
    /// Segments of other page loads, which merging makes smaller.
    pub segments: usize,
}

impl From<Blocked> for Failure {
    fn from(_: Blocked) -> Self {
        Self::Blocked
    }
}

impl From<SetFailure> for Failure {
    fn from(failure: SetFailure) -> Self {
        match failure {
            SetFailure::Full => Self::Full(Freeable::default()),
            SetFailure::Blocked => Self::Blocked,
            SetFailure::Framed => Self::Framed,
        }
    }
}

pub(super) struct Access<P> {
    port: P,
    newer: bool,
}

impl<P: Port> Access<P> {
    pub fn new(port: P) -> Self {
        Self { port, newer: false }
    }

    pub fn keys(&self) -> Result<Vec<String>, Blocked> {
        self.port.keys()
    }

    pub fn get(&self, key: &str) -> Result<Option<String>, Blocked> {
        self.port.get(key)
    }

    /// Takes the pen away for good.
    pub fn forbid(&mut self) {
        self.newer = true;
    }

    pub fn is_newer(&self) -> bool {
        self.newer
    }

    pub fn pen(&self) -> Result<Pen<'_, P>, Failure> {
        if self.newer { Err(Failure::Newer) } else { Ok(Pen(&self.port)) }
    }
}

pub(super) struct Pen<'a, P>(&'a P);

impl<P: Port> Pen<'_, P> {
    pub fn set(&self, key: &str, value: &str) -> Result<(), SetFailure> {
        self.0.set(key, value)
    }

    pub fn remove(&self, key: &str) -> Result<(), Blocked> {
        self.0.remove(key)
    }

    /// Removes a key only if it still holds what was read from it.
    pub fn remove_unchanged(&self, key: &str, value: &str) -> Result<bool, Blocked> {
        if self.0.get(key)?.as_deref() != Some(value) {
            return Ok(false);
        }
        self.remove(key).map(|()| true)
    }
}
