//! From JSON to a sound plan, in few bytes: the first wasm carries this. It only says *whether* the
//! plan is sound; [`super::faults`], which loads later, says what is wrong with it.

use super::rules::{self, Report, Rule, Step};
use super::*;

/// The most bytes that a `plan.json` may have.
pub const MOST_BYTES: usize = 2_000_000;

impl Plan {
    /// The plan with its places, unless it breaks a rule that every page relies on.
    pub fn indexed(self) -> Option<PlanIndex> {
        let mut soundness = Soundness { is_sound: true };
        rules::check(&self, &mut soundness);
        soundness.is_sound.then(|| PlanIndex::new(self))
    }
}

/// Reads the text of a `plan.json`, for the command line and for parts that load later: a browser's
/// first view parses with `JSON.parse` instead, which costs no bytes.
///
/// `None` exactly where [`faults::find`] finds something, with two exceptions that serde lets pass and
/// the form does not: fields that nobody knows, and an object written as the list of its values.
pub fn from_json(text: &str) -> Option<PlanIndex> {
    if text.len() > MOST_BYTES {
        return None;
    }
    serde_json::from_str::<Plan>(without_mark(text)).ok()?.indexed()
}

/// Without the byte order mark that some editors put before the text.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The reader of the rules that asks for nothing, so that paths and sentences stay out of the first wasm.
struct Soundness {
    is_sound: bool,
}

impl Report for Soundness {
    fn enter(&mut self, _: Step<'static>) {}

    fn leave(&mut self) {}

    fn broken(&mut self, _: impl FnOnce() -> Rule) {
        self.is_sound = false;
    }
}
