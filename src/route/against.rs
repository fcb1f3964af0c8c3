//! Against which targets is judged, in an address: `against=issued` or `against=adjusted`. Kept for ever.

use super::Address;
use crate::ledger::kinds::Against;

/// Both, in the order in which a page offers them.
const BOTH: [Against; 2] = [Against::Adjusted, Against::Issued];

/// The word in addresses.
pub(super) fn slug(against: Against) -> &'static str {
    match against {
        Against::Issued => "issued",
        Against::Adjusted => "adjusted",
    }
}

/// Which of the two a word names.
pub(super) fn of(word: &str) -> Option<Against> {
    BOTH.into_iter().find(|one| slug(*one) == word)
}

/// What an address says that says nothing else; `Some(None)` where it says nothing.
pub(super) fn read(address: &Address) -> Option<Option<Against>> {
    if address.names().any(|name| name != "against") {
        return None;
    }
    match address.get("against") {
        Some(word) => of(word).map(Some),
        None => Some(None),
    }
}
