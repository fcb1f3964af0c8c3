//! An envelope behind a passphrase: Argon2id makes the key, ChaCha20-Poly1305 closes and signs.
//!
//! Body of a version 1 protected envelope: memory in MiB, passes (a byte each), salt (16), nonce (12), then the
//! sealed inner kind and body. What stands before the sealed part and the plan's digest are authenticated too, so
//! nothing of it can be exchanged. Salt and nonce are random bytes handed in; with a new salt every link has a key
//! of its own. Numbers that a link asks for are checked before any work, so that no link can hold up the page.
//!
//! Making the key is the slow step and stands apart: [`recipe_to_seal`] or [`recipe_to_open`], then
//! [`KeyRecipe::key`] wherever there is time, then [`seal`] or [`open`].

mod key;
#[cfg(test)]
mod tests;
mod worth;

pub use key::{KEY, Key, KeyRecipe};
pub use worth::{Worth, worth};

use super::envelope::{self, Envelope, Kind};
use super::fault::Fault;
use chacha20poly1305::Nonce;
use chacha20poly1305::aead::{Aead, Payload};
use key::Cost;

/// Random bytes that sealing asks for: salt, then nonce.
pub const RANDOM: usize = SALT + NONCE;
/// Shortest passphrase that seals, in characters. Whoever has the link can try as many as he likes.
pub const SHORTEST_PASSPHRASE: usize = 8;
/// Longest passphrase, in characters.
pub const LONGEST_PASSPHRASE: usize = 256;
/// Bytes of a salt.
pub const SALT: usize = 16;

const NONCE: usize = 12;
const HEADER: usize = 2 + SALT + NONCE;

/// Why nothing was sealed or opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProtectedFault {
    /// Nothing was typed.
    NoPassphrase,
    /// Too easy to guess; only sealing refuses it.
    PassphraseTooShort {
        /// Fewest characters that seal.
        least: usize,
    },
    /// Longer than any that is taken.
    PassphraseTooLong {
        /// Most characters of a passphrase.
        most: usize,
    },
    /// Either the passphrase is another one or the sealed part was changed: nobody can tell which.
    WrongOrChanged,
    /// The link asks for more work or memory than any of ours, and none of it was done.
    TooCostly {
        /// Memory that the link asks for, in MiB.
        mebibytes: u8,
        /// How often the link asks for it to be filled.
        passes: u8,
    },
    /// The link asks for less work than guards anything: whoever has it tries passphrases through quickly.
    TooCheap {
        /// Memory that the link asks for, in MiB.
        mebibytes: u8,
        /// How often the link asks for it to be filled.
        passes: u8,
    },
    /// This device does not give the memory that the key needs.
    NoMemory {
        /// Memory that the key needs, in MiB.
        mebibytes: u8,
    },
    /// What makes the key did not run to its end.
    KeyNotMade,
    /// A protected link within a protected link, or one without protection where one is expected.
    WrongKind,
    /// What was or would be sealed has a fault of its own.
    Link(Fault),
}

/// What the key for sealing is made from.
///
/// # Errors
/// When the passphrase is too short, too long or nothing.
pub fn recipe_to_seal(passphrase: &str, random: &[u8; RANDOM]) -> Result<KeyRecipe, ProtectedFault> {
    let (_, salt) = key::asked(&header(Cost::USUAL, random));
    KeyRecipe::for_sealing(passphrase, salt)
}

/// What the key for opening is made from.
///
/// # Errors
/// When the envelope is no protected one or asks for too much work, or the passphrase will not do.
pub fn recipe_to_open(protected: &Envelope, passphrase: &str) -> Result<KeyRecipe, ProtectedFault> {
    let (header, _) = parts(protected)?;
    let (cost, salt) = key::asked(header);
    KeyRecipe::new(cost, passphrase, salt)
}

/// Seals an envelope with the key from [`recipe_to_seal`] of the same random bytes.
///
/// # Errors
/// When the envelope is protected already, or its body is longer than any.
pub fn seal(envelope: &Envelope, key: &Key, random: &[u8; RANDOM]) -> Result<Envelope, ProtectedFault> {
    seal_at(Cost::USUAL, envelope, key, random)
}

/// Opens a protected envelope with the key from [`recipe_to_open`].
///
/// # Errors
/// When it is no protected envelope, the key is another, or what is inside has a fault.
pub fn open(protected: &Envelope, key: &Key) -> Result<Envelope, ProtectedFault> {
    let (header, sealed) = parts(protected)?;
    let payload = Payload { msg: sealed, aad: &authenticated(protected.plan, header) };
    let opened = key.cipher().decrypt(&nonce(header), payload).map_err(|_| ProtectedFault::WrongOrChanged)?;
    let (&letter, packed) = opened.split_first().ok_or(ProtectedFault::Link(Fault::Damaged))?;
    let kind =
        Kind::of(letter).ok_or(ProtectedFault::Link(Fault::UnknownKind { kind: char::from(letter) }))?;
    if kind == Kind::Protected {
        return Err(ProtectedFault::WrongKind);
    }
    let body = envelope::unpacked(packed, envelope::LARGEST_BODY).map_err(ProtectedFault::Link)?;
    Ok(Envelope { kind, plan: protected.plan, body })
}

fn seal_at(
    cost: Cost,
    envelope: &Envelope,
    key: &Key,
    random: &[u8; RANDOM],
) -> Result<Envelope, ProtectedFault> {
    if envelope.kind == Kind::Protected {
        return Err(ProtectedFault::WrongKind);
    }
    if envelope.body.len() > envelope::LARGEST_BODY {
        let fault = Fault::TooLong { length: envelope.body.len(), limit: envelope::LARGEST_BODY };
        return Err(ProtectedFault::Link(fault));
    }
    let header = header(cost, random);
    // Packed before it is sealed: what is sealed cannot be made shorter.
    let inner = [&[envelope.kind.letter()], &envelope::packed(&envelope.body)[..]].concat();
    let payload = Payload { msg: &inner, aad: &authenticated(envelope.plan, &header) };
    let sealed =
        key.cipher().encrypt(&nonce(&header), payload).map_err(|_| ProtectedFault::Link(Fault::Damaged))?;
    Ok(Envelope { kind: Kind::Protected, plan: envelope.plan, body: [&header[..], &sealed].concat() })
}

fn header(cost: Cost, random: &[u8; RANDOM]) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    let (parameters, rest) = header.split_at_mut(2);
    parameters.copy_from_slice(&[cost.mebibytes, cost.passes]);
    rest.copy_from_slice(random);
    header
}

fn parts(protected: &Envelope) -> Result<(&[u8; HEADER], &[u8]), ProtectedFault> {
    if protected.kind != Kind::Protected {
        return Err(ProtectedFault::WrongKind);
    }
    protected.body.split_first_chunk::<HEADER>().ok_or(ProtectedFault::Link(Fault::Damaged))
}

fn nonce(header: &[u8; HEADER]) -> Nonce {
    let mut nonce = [0; NONCE];
    nonce.copy_from_slice(&header[2 + SALT..]);
    Nonce::from(nonce)
}

fn authenticated(plan: u32, header: &[u8; HEADER]) -> Vec<u8> {
    [&plan.to_be_bytes()[..], &[envelope::VERSION], header].concat()
}
