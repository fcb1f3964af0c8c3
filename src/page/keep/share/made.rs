//! The last snapshot that was made on this device: when, and its code. Kept on this device only.

use crate::ledger::Moment;
use crate::link::fingerprint::Code;

/// The name under which it is kept.
pub const KEPT: &str = "snapshot";

/// A snapshot that was made here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    pub at: Moment,
    pub code: Code,
}

impl Made {
    /// Seconds and code.
    pub fn written(&self) -> String {
        [&self.at.0.to_string(), " ", &self.code.to_string()].concat()
    }

    /// The inverse of [`Made::written`]; none of a moment that no clock shows.
    pub fn read(text: &str) -> Option<Self> {
        let (at, code) = text.split_once(' ')?;
        let at = Moment(at.parse().ok()?);
        (!at.is_beyond()).then_some(Self { at, code: Code::parse(code)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_nothing_else_does() {
        let made = Made { at: Moment(1_725_600_000), code: Code::of(b"a") };
        assert_eq!(Made::read(&made.written()), Some(made));
        let code = made.code.to_string();
        let wrong = ["", "1725600000", "x y", &format!("-1 {code}"), "1725600000 12"];
        for wrong in wrong.into_iter().chain([format!("{} {code}", u64::MAX).as_str()]) {
            assert_eq!(Made::read(wrong), None, "{wrong}");
        }
    }
}
