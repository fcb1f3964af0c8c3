//! A storage with which somebody else does something whenever it is asked.

use crate::storage::Memory;
use crate::storage::port::{Blocked, Port, SetFailure};

/// `keys` sees what is listed and says what is told; `get` comes before each value is read.
pub struct Meddled<K, G> {
    pub memory: Memory,
    pub keys: K,
    pub get: G,
}

impl<K: Fn(&Memory, Vec<String>) -> Vec<String>, G: Fn(&Memory, &str)> Port for Meddled<K, G> {
    fn keys(&self) -> Result<Vec<String>, Blocked> {
        Ok((self.keys)(&self.memory, self.memory.keys()?))
    }

    fn get(&self, key: &str) -> Result<Option<String>, Blocked> {
        (self.get)(&self.memory, key);
        self.memory.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), SetFailure> {
        self.memory.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), Blocked> {
        self.memory.remove(key)
    }
}
