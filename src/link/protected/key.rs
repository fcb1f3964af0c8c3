//! From a passphrase to a key. It takes half a second and 32 MiB on purpose, so that guessing is dear; in a browser
//! it is done beside the page (`browser::worker`), which would stand still meanwhile.

use super::{HEADER, LONGEST_PASSPHRASE, ProtectedFault, SALT, SHORTEST_PASSPHRASE};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::KeyInit;

/// Bytes of a key.
pub const KEY: usize = 32;

/// What making the key costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cost {
    pub mebibytes: u8,
    pub passes: u8,
}

impl Cost {
    /// Above OWASP's least (19 MiB, two passes), within reach of a phone with 2 GB: half a second or so.
    pub const USUAL: Self = Self { mebibytes: 32, passes: 3 };
    /// More than ever was written; four times the usual work.
    pub const MOST: Self = Self { mebibytes: 64, passes: 6 };
    /// OWASP's least: a link that asks for less was not made by this page, and guessing it is cheap.
    pub const LEAST: Self = Self { mebibytes: 19, passes: 2 };

    fn is_dear_enough(self) -> bool {
        self.mebibytes >= Self::LEAST.mebibytes && self.passes >= Self::LEAST.passes
    }

    fn is_within_reach(self) -> bool {
        self.mebibytes <= Self::MOST.mebibytes && self.passes <= Self::MOST.passes
    }
}

/// All that a key is made from, checked: whoever makes the key has nothing more to refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRecipe {
    /// As it is used; see [`normalised`].
    pub passphrase: String,
    /// Random bytes that stand in the link, so that no two links share a key.
    pub salt: [u8; SALT],
    /// Memory that is filled.
    pub mebibytes: u8,
    /// How often it is filled.
    pub passes: u8,
}

impl KeyRecipe {
    /// # Errors
    /// When the passphrase will not do, or the cost is not within limits: a link cannot hold up the device.
    pub(super) fn new(cost: Cost, passphrase: &str, salt: [u8; SALT]) -> Result<Self, ProtectedFault> {
        let Cost { mebibytes, passes } = cost;
        if !cost.is_within_reach() {
            return Err(ProtectedFault::TooCostly { mebibytes, passes });
        }
        if !cost.is_dear_enough() {
            return Err(ProtectedFault::TooCheap { mebibytes, passes });
        }
        Ok(Self { passphrase: normalised(passphrase)?, salt, mebibytes, passes })
    }

    /// The same, for sealing: what seals has to be harder to guess than what is tried.
    pub(super) fn for_sealing(passphrase: &str, salt: [u8; SALT]) -> Result<Self, ProtectedFault> {
        let recipe = Self::new(Cost::USUAL, passphrase, salt)?;
        let least = SHORTEST_PASSPHRASE;
        if recipe.passphrase.chars().count() < least {
            return Err(ProtectedFault::PassphraseTooShort { least });
        }
        Ok(recipe)
    }

    /// Makes the key: Argon2id, version 1.3, one lane ([RFC 9106](https://www.rfc-editor.org/rfc/rfc9106)).
    ///
    /// # Errors
    /// When the device does not give the memory.
    pub fn key(&self) -> Result<Key, ProtectedFault> {
        let none = ProtectedFault::NoMemory { mebibytes: self.mebibytes };
        let parameters = Params::new(u32::from(self.mebibytes) << 10, self.passes.into(), 1, Some(KEY));
        let parameters = parameters.map_err(|_| none.clone())?;
        // Asked for in a way that can fail: a phone without the memory gets a sentence, not a dead page.
        let mut memory: Vec<argon2::Block> = Vec::new();
        memory.try_reserve_exact(parameters.block_count()).map_err(|_| none.clone())?;
        memory.resize(parameters.block_count(), argon2::Block::default());
        let mut key = [0; KEY];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
            .hash_password_into_with_memory(self.passphrase.as_bytes(), &self.salt, &mut key, &mut memory)
            .map_err(|_| none)?;
        Ok(Key(key))
    }
}

/// What opens and seals.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(pub [u8; KEY]);

impl Key {
    pub(super) fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&chacha20poly1305::Key::from(self.0))
    }
}

/// The passphrase as it is used: without spaces around it, and with full-width letters, digits and signs as plain
/// ones, since Chinese keyboards give either without asking. Capitals and spaces inside count.
///
/// # Errors
/// When it is longer than [`LONGEST_PASSPHRASE`] or nothing is left.
pub fn normalised(passphrase: &str) -> Result<String, ProtectedFault> {
    let most = LONGEST_PASSPHRASE;
    if passphrase.chars().count() > most {
        return Err(ProtectedFault::PassphraseTooLong { most });
    }
    let plain = |character: char| match character {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        _ => character,
    };
    let plain: String = passphrase.chars().map(plain).collect();
    let trimmed = plain.trim();
    if trimmed.is_empty() { Err(ProtectedFault::NoPassphrase) } else { Ok(trimmed.to_owned()) }
}

/// The cost that a header asks for, and its salt.
pub(super) fn asked(header: &[u8; HEADER]) -> (Cost, [u8; SALT]) {
    let [mebibytes, passes, rest @ ..] = *header;
    let mut salt = [0; SALT];
    salt.copy_from_slice(&rest[..SALT]);
    (Cost { mebibytes, passes }, salt)
}
