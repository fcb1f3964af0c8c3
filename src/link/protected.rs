//! An envelope behind a passphrase: Argon2id makes the key, ChaCha20-Poly1305 closes and signs.
//!
//! Body of a version 1 protected envelope: memory in MiB, passes (a byte each), salt (16), nonce (12), then the
//! sealed inner kind and body. What stands before the sealed part and the plan's digest are authenticated too, so
//! nothing of it can be exchanged. Salt and nonce are random bytes handed in; with a new salt every link has a key
//! of its own. Numbers that a link asks for are checked before any work, so that no link can hold up the page.

use super::envelope::{self, Envelope, Kind};
use super::fault::Fault;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};

/// Random bytes that sealing asks for: salt, then nonce.
pub const RANDOM: usize = SALT + NONCE;
/// Shortest passphrase that seals, in characters. Whoever has the link can try as many as he likes.
pub const SHORTEST_PASSPHRASE: usize = 8;
/// Longest passphrase, in characters.
pub const LONGEST_PASSPHRASE: usize = 256;

const SALT: usize = 16;
const NONCE: usize = 12;
const HEADER: usize = 2 + SALT + NONCE;

/// What making the key costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cost {
    mebibytes: u8,
    passes: u8,
}

impl Cost {
    /// Above OWASP's least (19 MiB, two passes), within reach of a phone with 2 GB: half a second or so.
    const USUAL: Self = Self { mebibytes: 32, passes: 3 };
    /// More than ever was written; four times the usual work.
    const MOST: Self = Self { mebibytes: 64, passes: 6 };
    const LEAST: Self = Self { mebibytes: 1, passes: 1 };

    fn is_within_limits(self) -> bool {
        (Self::LEAST.mebibytes..=Self::MOST.mebibytes).contains(&self.mebibytes)
            && (Self::LEAST.passes..=Self::MOST.passes).contains(&self.passes)
    }
}

/// Why nothing was sealed or opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProtectedFault {
    /// Nothing was typed.
    NoPassphrase,
    PassphraseTooShort {
        least: usize,
    },
    PassphraseTooLong {
        most: usize,
    },
    /// Either the passphrase is another one or the sealed part was changed: nobody can tell which.
    WrongOrChanged,
    /// The link asks for more work or memory than any of ours, and none of it was done.
    TooCostly {
        mebibytes: u8,
        passes: u8,
    },
    /// This device does not give the memory that the key needs.
    NoMemory {
        mebibytes: u8,
    },
    /// A protected link within a protected link, or one without protection where one is expected.
    WrongKind,
    /// What was or would be sealed has a fault of its own.
    Link(Fault),
}

/// Seals an envelope.
pub fn seal(
    envelope: &Envelope,
    passphrase: &str,
    random: &[u8; RANDOM],
) -> Result<Envelope, ProtectedFault> {
    let least = SHORTEST_PASSPHRASE;
    let passphrase = normalised(passphrase)?;
    if passphrase.chars().count() < least {
        return Err(ProtectedFault::PassphraseTooShort { least });
    }
    seal_at(Cost::USUAL, envelope, &passphrase, random)
}

/// Opens a protected envelope.
pub fn open(protected: &Envelope, passphrase: &str) -> Result<Envelope, ProtectedFault> {
    if protected.kind != Kind::Protected {
        return Err(ProtectedFault::WrongKind);
    }
    let damaged = ProtectedFault::Link(Fault::Damaged);
    let (header, sealed) = protected.body.split_first_chunk::<HEADER>().ok_or(damaged.clone())?;
    let [mebibytes, passes, ..] = *header;
    let cost = Cost { mebibytes, passes };
    if !cost.is_within_limits() {
        return Err(ProtectedFault::TooCostly { mebibytes, passes });
    }
    let passphrase = normalised(passphrase)?;
    let payload = Payload { msg: sealed, aad: &authenticated(protected.plan, header) };
    let opened = cipher(cost, &passphrase, header)?
        .decrypt(&nonce(header), payload)
        .map_err(|_| ProtectedFault::WrongOrChanged)?;
    let (&letter, packed) = opened.split_first().ok_or(damaged)?;
    let kind =
        Kind::of(letter).ok_or(ProtectedFault::Link(Fault::UnknownKind { kind: char::from(letter) }))?;
    if kind == Kind::Protected {
        return Err(ProtectedFault::WrongKind);
    }
    let body = envelope::unpacked(packed, envelope::LARGEST_BODY).map_err(ProtectedFault::Link)?;
    Ok(Envelope { kind, plan: protected.plan, body })
}

/// The passphrase as it is used: without spaces around it, and with full-width letters, digits and signs as plain
/// ones, since Chinese keyboards give either without asking. Capitals and spaces inside count.
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

fn seal_at(
    cost: Cost,
    envelope: &Envelope,
    passphrase: &str,
    random: &[u8; RANDOM],
) -> Result<Envelope, ProtectedFault> {
    if envelope.kind == Kind::Protected {
        return Err(ProtectedFault::WrongKind);
    }
    if envelope.body.len() > envelope::LARGEST_BODY {
        let fault = Fault::TooLong { length: envelope.body.len(), limit: envelope::LARGEST_BODY };
        return Err(ProtectedFault::Link(fault));
    }
    let mut header = [0; HEADER];
    let (parameters, rest) = header.split_at_mut(2);
    parameters.copy_from_slice(&[cost.mebibytes, cost.passes]);
    rest.copy_from_slice(random);
    // Packed before it is sealed: what is sealed cannot be made shorter.
    let inner = [&[envelope.kind.letter()], &envelope::packed(&envelope.body)[..]].concat();
    let payload = Payload { msg: &inner, aad: &authenticated(envelope.plan, &header) };
    let sealed = cipher(cost, passphrase, &header)?
        .encrypt(&nonce(&header), payload)
        .map_err(|_| ProtectedFault::Link(Fault::Damaged))?;
    Ok(Envelope { kind: Kind::Protected, plan: envelope.plan, body: [&header[..], &sealed].concat() })
}

fn cipher(cost: Cost, passphrase: &str, header: &[u8; HEADER]) -> Result<ChaCha20Poly1305, ProtectedFault> {
    let none = ProtectedFault::NoMemory { mebibytes: cost.mebibytes };
    let parameters = Params::new(u32::from(cost.mebibytes) << 10, cost.passes.into(), 1, Some(32));
    let parameters = parameters.map_err(|_| none.clone())?;
    // Asked for in a way that can fail: a phone without the memory gets a sentence, not a dead page.
    let mut memory: Vec<argon2::Block> = Vec::new();
    memory.try_reserve_exact(parameters.block_count()).map_err(|_| none.clone())?;
    memory.resize(parameters.block_count(), argon2::Block::default());
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
        .hash_password_into_with_memory(passphrase.as_bytes(), &header[2..2 + SALT], &mut key, &mut memory)
        .map_err(|_| none)?;
    Ok(ChaCha20Poly1305::new(&Key::from(key)))
}

fn nonce(header: &[u8; HEADER]) -> Nonce {
    let mut nonce = [0; NONCE];
    nonce.copy_from_slice(&header[2 + SALT..]);
    Nonce::from(nonce)
}

fn authenticated(plan: u32, header: &[u8; HEADER]) -> Vec<u8> {
    [&plan.to_be_bytes()[..], &[envelope::VERSION], header].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    const CHEAP: Cost = Cost { mebibytes: 1, passes: 1 };
    const RANDOM_BYTES: [u8; RANDOM] = [42; RANDOM];

    fn snapshot() -> Envelope {
        Envelope { kind: Kind::Snapshot, plan: 5, body: "台账".repeat(40).into() }
    }

    fn sealed() -> Envelope {
        seal_at(CHEAP, &snapshot(), "correct horse", &RANDOM_BYTES).unwrap()
    }

    #[test]
    fn the_usual_cost_seals_and_opens_as_a_link() {
        let link = seal(&snapshot(), "鞍山 2024 调度", &RANDOM_BYTES).unwrap().encode().unwrap();
        let arrived = Envelope::decode(&link, 5).unwrap();
        assert_eq!(open(&arrived, " 鞍山　２０２４ 调度 ").unwrap(), snapshot());
    }

    #[test]
    fn the_form_is_kept_for_ever() {
        assert_eq!(sealed().encode().unwrap(), FROZEN);
        assert_eq!(open(&Envelope::decode(FROZEN, 5).unwrap(), "correct horse").unwrap(), snapshot());
    }
    /// Opened once with another implementation of both ciphers (Python's `cryptography`).
    const FROZEN: &str = "pLanP1AABSQ9fUCoXgAAAAUAAQEqKioqKioqKioqKioqKioqKioqKioqKioqKioqSK1BHIaPuPgSLU5C-Kq9GLrYpOr5hCW8V3qj3i7iLWhx6iBlRcARw5quFAZ";

    #[test]
    fn another_passphrase_opens_nothing() {
        assert_eq!(open(&sealed(), "correct horse").unwrap(), snapshot());
        for wrong in ["Correct horse", "correct  horse", "correct", "x"] {
            assert_eq!(open(&sealed(), wrong), Err(ProtectedFault::WrongOrChanged));
        }
        assert_eq!(open(&sealed(), " 　"), Err(ProtectedFault::NoPassphrase));
    }

    #[test]
    fn no_byte_can_be_changed_cut_or_moved_to_another_plan() {
        let sealed = sealed();
        for place in 0..sealed.body.len() {
            let mut changed = sealed.clone();
            changed.body[place] ^= if place < 2 { 3 } else { 1 };
            assert!(open(&changed, "correct horse").is_err(), "{place}");
        }
        for length in [0, 1, HEADER - 1, HEADER, HEADER + 5, sealed.body.len() - 1] {
            let mut cut = sealed.clone();
            cut.body.truncate(length);
            assert!(open(&cut, "correct horse").is_err(), "{length}");
        }
        let moved = Envelope { plan: 6, ..sealed };
        assert_eq!(open(&moved, "correct horse"), Err(ProtectedFault::WrongOrChanged));
    }

    #[test]
    fn a_hostile_cost_is_refused_before_any_work() {
        let most = Cost::MOST;
        for (mebibytes, passes) in [(255, 1), (1, 255), (255, 255), (0, 1), (1, 0), (most.mebibytes + 1, 1)] {
            let mut hostile = sealed();
            hostile.body[..2].copy_from_slice(&[mebibytes, passes]);
            let began = Instant::now();
            let refused = open(&hostile, "correct horse");
            assert_eq!(refused, Err(ProtectedFault::TooCostly { mebibytes, passes }));
            assert!(began.elapsed() < Duration::from_millis(50), "work was done");
        }
    }

    #[test]
    fn limits_of_passphrase_kind_and_size() {
        let refuse =
            |envelope: &Envelope, passphrase: &str| seal(envelope, passphrase, &RANDOM_BYTES).unwrap_err();
        assert_eq!(refuse(&snapshot(), "seven77"), ProtectedFault::PassphraseTooShort { least: 8 });
        assert_eq!(refuse(&snapshot(), &"z".repeat(257)), ProtectedFault::PassphraseTooLong { most: 256 });
        assert_eq!(open(&sealed(), &"z".repeat(257)), Err(ProtectedFault::PassphraseTooLong { most: 256 }));
        assert_eq!(refuse(&sealed(), "correct horse"), ProtectedFault::WrongKind, "nested");
        assert_eq!(open(&snapshot(), "correct horse"), Err(ProtectedFault::WrongKind));
        let huge = Envelope { body: vec![0; envelope::LARGEST_BODY + 1], ..snapshot() };
        assert!(matches!(refuse(&huge, "correct horse"), ProtectedFault::Link(Fault::TooLong { .. })));
    }

    /// What nobody of ours seals, sealed soundly.
    fn forged(kind: Kind, body: &[u8]) -> Envelope {
        let mut header = [7; HEADER];
        header[..2].copy_from_slice(&[1, 1]);
        let inner = [&[kind.letter()], &envelope::packed(body)[..]].concat();
        let payload = Payload { msg: &inner, aad: &authenticated(5, &header) };
        let sealed =
            cipher(CHEAP, "correct horse", &header).unwrap().encrypt(&nonce(&header), payload).unwrap();
        Envelope { kind: Kind::Protected, plan: 5, body: [&header[..], &sealed].concat() }
    }

    #[test]
    fn a_protected_link_in_a_protected_one_is_refused() {
        let inner = sealed();
        assert_eq!(
            open(&forged(Kind::Protected, &inner.body), "correct horse"),
            Err(ProtectedFault::WrongKind)
        );
        assert!(open(&forged(Kind::Snapshot, &inner.body), "correct horse").is_ok());
    }

    #[test]
    fn a_sealed_bomb_is_refused_too() {
        let bomb = forged(Kind::Snapshot, &vec![0; envelope::LARGEST_BODY + 1]);
        let limit = envelope::LARGEST_BODY;
        assert_eq!(open(&bomb, "correct horse"), Err(ProtectedFault::Link(Fault::InflatesTooFar { limit })));
    }
}
