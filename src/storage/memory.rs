//! The twin of the browser's storage, in memory: counts its quota like a browser, and fails or stops on demand.
//!
//! It proves this room without a browser, and holds the records of a page whose storage is blocked.

use super::port::{Blocked, Port, SetFailure, units};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Storage in memory. Clones share one content, as tabs do.
#[derive(Clone, Debug, Default)]
pub struct Memory(Rc<RefCell<Inner>>);

/// What goes wrong, and when. Calls of [`Port`] are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The call has no effect, nor has any after it: the tab was killed just before.
    CrashBefore(usize),
    /// The call has its effect, and none after it: the tab was killed just after.
    CrashAfter(usize),
    /// This one call fails as blocked.
    Blocked(usize),
    /// This one call, if it sets, fails for want of room.
    Full(usize),
}

#[derive(Debug, Default)]
struct Inner {
    content: BTreeMap<String, String>,
    quota: Option<usize>,
    calls: usize,
    trouble: Option<Trouble>,
}

impl Memory {
    /// Limits keys and values together to so many UTF-16 code units; browsers give 5,242,880, WebKit half.
    pub fn set_quota(&self, units: Option<usize>) {
        self.0.borrow_mut().quota = units;
    }

    /// Counts calls from 0 again, and lets this go wrong from now on.
    pub fn set_trouble(&self, trouble: Option<Trouble>) {
        let mut inner = self.0.borrow_mut();
        inner.calls = 0;
        inner.trouble = trouble;
    }

    /// Calls since the trouble was set.
    pub fn calls(&self) -> usize {
        self.0.borrow().calls
    }

    /// Code units in use, keys included.
    pub fn used(&self) -> usize {
        self.0.borrow().content.iter().map(|(key, value)| units(key, value)).sum()
    }

    /// Everything that is stored.
    pub fn content(&self) -> BTreeMap<String, String> {
        self.0.borrow().content.clone()
    }

    /// Storage of its own with the same content, without quota and trouble.
    pub fn copy(&self) -> Self {
        Self(Rc::new(RefCell::new(Inner { content: self.content(), ..Inner::default() })))
    }

    fn call(&self) -> Result<bool, Blocked> {
        let mut inner = self.0.borrow_mut();
        let call = inner.calls;
        inner.calls += 1;
        match inner.trouble {
            Some(Trouble::CrashBefore(at)) if call >= at => Err(Blocked),
            Some(Trouble::CrashAfter(at)) if call > at => Err(Blocked),
            Some(Trouble::Blocked(at)) if call == at => Err(Blocked),
            Some(Trouble::Full(at)) if call == at => Ok(false),
            _ => Ok(true),
        }
    }
}

impl Port for Memory {
    fn keys(&self) -> Result<Vec<String>, Blocked> {
        self.call()?;
        Ok(self.0.borrow().content.keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Blocked> {
        self.call()?;
        Ok(self.0.borrow().content.get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), SetFailure> {
        if !self.call().map_err(|Blocked| SetFailure::Blocked)? {
            return Err(SetFailure::Full);
        }
        // Counting everything takes its time: only where there is a quota.
        let quota = self.0.borrow().quota;
        let used = quota.map_or(0, |_| self.used());
        let mut inner = self.0.borrow_mut();
        let before = inner.content.get(key).map_or(0, |old| units(key, old));
        if quota.is_some_and(|quota| used - before + units(key, value) > quota) {
            return Err(SetFailure::Full);
        }
        inner.content.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Blocked> {
        self.call()?;
        self.0.borrow_mut().content.remove(key);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quota_counts_keys_and_utf_16_units_and_a_failure_keeps_the_old_value() {
        let memory = Memory::default();
        memory.set_quota(Some(5));
        assert_eq!(memory.set("ab", "灯灯灯"), Ok(()));
        assert_eq!(memory.used(), 5);
        assert_eq!(memory.set("ab", "灯灯𠀀"), Err(SetFailure::Full));
        assert_eq!(memory.get("ab"), Ok(Some("灯灯灯".into())));
        assert_eq!(memory.set("ab", "灯"), Ok(()));
        assert_eq!(memory.set("c", "1"), Ok(()));
        assert_eq!(memory.set("d", ""), Err(SetFailure::Full));
    }

    #[test]
    fn after_a_crash_nothing_has_an_effect() {
        for (trouble, left) in [(Trouble::CrashBefore(1), 1), (Trouble::CrashAfter(1), 2)] {
            let memory = Memory::default();
            memory.set_trouble(Some(trouble));
            for key in ["a", "b", "c", "d"] {
                let _ = memory.set(key, "");
            }
            assert_eq!(memory.content().len(), left);
        }
    }
}
