//! Clearing the device of one plan and folder, at the user's word.

use super::envelope::{Content, wrap};
use super::identity::Millis;
use super::keys::{Kind, Place};
use super::port::{Blocked, Port};

/// How many keys of each kind were removed; kinds without any are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleared(pub Vec<(Kind, usize)>);

/// Removes everything that is kept for this plan and folder, and nothing else. The page drops its [`super::Store`]
/// afterwards; one that lives on would write its memory back when asked to.
///
/// Segments go last, and by one record all at once: a crash leaves the ledger whole or gone. Without room for that
/// record they are removed one by one. What a later release wrote goes too: the user asked for it.
///
/// # Errors
/// When the browser does not let us.
pub fn clear(port: &impl Port, place: &Place, writer: u64, now: Millis) -> Result<Cleared, Blocked> {
    let mut cleared = Cleared::default();
    for kind in Kind::ALL {
        if !matches!(kind, Kind::Ledger | Kind::Removal) {
            cleared.note(kind, remove_all(port, place, kind)?);
        }
    }
    let prefix = place.prefix(Kind::Ledger);
    let keys = port.keys()?;
    let names: Vec<&str> = keys.iter().filter_map(|key| key.strip_prefix(&prefix)).collect();
    if names.len() > 1 {
        let record = wrap(Content::Removal, place.plan(), now, names.join("\n").as_bytes());
        #[expect(
            clippy::let_underscore_must_use,
            reason = "the record only helps to finish after a crash; everything is removed without it, too"
        )]
        let _ = port.set(&place.removal(writer), &record);
    }
    cleared.note(Kind::Ledger, remove_all(port, place, Kind::Ledger)?);
    remove_all(port, place, Kind::Removal)?;
    Ok(cleared)
}

/// Whether there is a sample ledger.
pub fn has_sample(port: &(impl Port + ?Sized), place: &Place) -> bool {
    let prefix = place.prefix(Kind::Sample);
    port.keys().is_ok_and(|keys| keys.iter().any(|key| key.starts_with(&prefix)))
}

/// Removes the sample ledger; says how many keys.
///
/// # Errors
/// When the browser does not let us.
pub fn remove_sample(port: &impl Port, place: &Place) -> Result<usize, Blocked> {
    remove_all(port, place, Kind::Sample)
}

impl Cleared {
    fn note(&mut self, kind: Kind, count: usize) {
        if count > 0 {
            self.0.push((kind, count));
        }
    }
}

fn remove_all(port: &impl Port, place: &Place, kind: Kind) -> Result<usize, Blocked> {
    let prefix = place.prefix(kind);
    let mut count = 0;
    for key in port.keys()?.iter().filter(|key| key.starts_with(&prefix)) {
        port.remove(key)?;
        count += 1;
    }
    Ok(count)
}
