use super::key::Cost;
use super::*;

const CHEAP: Cost = Cost { mebibytes: 1, passes: 1 };
const RANDOM_BYTES: [u8; RANDOM] = [42; RANDOM];

fn snapshot() -> Envelope {
    Envelope { kind: Kind::Snapshot, plan: 5, body: "台账".repeat(40).into() }
}

fn sealed() -> Envelope {
    seal_at(CHEAP, &snapshot(), &cheap_key(), &RANDOM_BYTES).unwrap()
}

fn cheap_key() -> Key {
    cheap(&header(CHEAP, &RANDOM_BYTES), "correct horse").unwrap().key().unwrap()
}

fn cheap(header: &[u8; HEADER], passphrase: &str) -> Result<KeyRecipe, ProtectedFault> {
    let (Cost { mebibytes, passes }, salt) = key::asked(header);
    Ok(KeyRecipe { passphrase: key::normalised(passphrase)?, salt, mebibytes, passes })
}

/// All steps of sealing one after another.
fn seal(envelope: &Envelope, passphrase: &str, random: &[u8; RANDOM]) -> Result<Envelope, ProtectedFault> {
    super::seal(envelope, &recipe_to_seal(passphrase, random)?.key()?, random)
}

/// All steps of opening one after another.
fn open(envelope: &Envelope, passphrase: &str) -> Result<Envelope, ProtectedFault> {
    let recipe = match recipe_to_open(envelope, passphrase) {
        // No page makes such a key; these tests do, so as to be quick.
        Err(ProtectedFault::TooCheap { .. }) => cheap(parts(envelope)?.0, passphrase)?,
        recipe => recipe?,
    };
    super::open(envelope, &recipe.key()?)
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
    for (mebibytes, passes) in [(255, 1), (1, 255), (255, 255), (most.mebibytes + 1, 1)] {
        let mut hostile = sealed();
        hostile.body[..2].copy_from_slice(&[mebibytes, passes]);
        // Without a recipe there is no key, and so no work.
        let refused = recipe_to_open(&hostile, "correct horse");
        assert_eq!(refused, Err(ProtectedFault::TooCostly { mebibytes, passes }));
    }
}

/// hostile passphrase: a link that is quickly tried through is told, not opened.
#[test]
fn a_cost_below_the_floor_is_refused_as_weak() {
    let least = Cost::LEAST;
    for (mebibytes, passes) in [(0, 0), (1, 1), (1, 6), (64, 1), (least.mebibytes - 1, least.passes)] {
        let mut weak = sealed();
        weak.body[..2].copy_from_slice(&[mebibytes, passes]);
        assert_eq!(
            recipe_to_open(&weak, "correct horse"),
            Err(ProtectedFault::TooCheap { mebibytes, passes })
        );
    }
    let mut just = sealed();
    just.body[..2].copy_from_slice(&[least.mebibytes, least.passes]);
    assert!(recipe_to_open(&just, "correct horse").is_ok());
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
    let header = header(CHEAP, &RANDOM_BYTES);
    let inner = [&[kind.letter()], &envelope::packed(body)[..]].concat();
    let payload = Payload { msg: &inner, aad: &authenticated(5, &header) };
    let sealed = cheap_key().cipher().encrypt(&nonce(&header), payload).unwrap();
    Envelope { kind: Kind::Protected, plan: 5, body: [&header[..], &sealed].concat() }
}

#[test]
fn a_protected_link_in_a_protected_one_is_refused() {
    let inner = sealed();
    assert_eq!(open(&forged(Kind::Protected, &inner.body), "correct horse"), Err(ProtectedFault::WrongKind));
    assert!(open(&forged(Kind::Snapshot, &inner.body), "correct horse").is_ok());
}

#[test]
fn a_sealed_bomb_is_refused_too() {
    let bomb = forged(Kind::Snapshot, &vec![0; envelope::LARGEST_BODY + 1]);
    let limit = envelope::LARGEST_BODY;
    assert_eq!(open(&bomb, "correct horse"), Err(ProtectedFault::Link(Fault::InflatesTooFar { limit })));
}
