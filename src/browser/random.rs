//! Random numbers from the browser. `getRandomValues` is there on plain http too, `randomUUID` is not.

use super::window;

/// A fresh writer of batches: 64 random bits, so that two of a million page loads are the same once in about
/// 37 million such millions. None where the browser has no source; nothing can then be recorded.
pub fn writer() -> Option<u64> {
    let mut bytes = [0; 8];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(u64::from_le_bytes(bytes))
}

/// Fresh random bytes; none where the browser has no source.
pub fn bytes<const COUNT: usize>() -> Option<[u8; COUNT]> {
    let mut bytes = [0; COUNT];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
