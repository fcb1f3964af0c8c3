//! What an officer may write down about an indicator, and what becomes of what he typed. Pure: the form in
//! markup hands over what was typed, the desk writes what comes of it.

mod offer;
mod typed;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use offer::{Choice, Offer, offers};
pub use typed::{Fault, Field, MOST_LETTERS, Typed, written};

/// An act of the officer on the page of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Where a stock stood before the plan began.
    Baseline,
    /// How an indicator is read whose basis the plan does not state.
    Basis,
    /// A target of a year that the plan leaves open (年度分解).
    YearTarget,
    /// A light set by judgement; the computed one stays beside it.
    Light,
    /// Another figure in the place of a reported one.
    Correction,
    /// A reported figure does not hold.
    Withdrawal,
    /// Takes the words out of an entry for good.
    Redaction,
}

impl Act {
    pub const ALL: [Self; 7] = [
        Self::Baseline,
        Self::Basis,
        Self::YearTarget,
        Self::Light,
        Self::Correction,
        Self::Withdrawal,
        Self::Redaction,
    ];

    /// The fields of its form, in order.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Baseline => &[Field::Month, Field::Value, Field::Reason],
            Self::Basis | Self::Light | Self::Withdrawal => &[Field::Choice, Field::Reason],
            Self::YearTarget => &[Field::Choice, Field::Value, Field::Reason, Field::Document],
            Self::Correction => &[Field::Choice, Field::Value, Field::Reason, Field::Document],
            Self::Redaction => &[Field::Choice, Field::Sure],
        }
    }
}

#[cfg(test)]
mod tests;
