//! The lights.

use crate::ledger::Claim;
use crate::text::{Language, Piece};

/// What a light shows of one indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// Behind the expected progress by more than the rule allows, or the level is not held.
    Red,
    /// Behind, within what the rule calls slow.
    Amber,
    /// On or above the expected progress, or below it by less than the rule calls slow.
    Green,
    /// The target is met.
    Met,
    /// The target is missed: its year is over, or a limit that cannot be regained is broken.
    Missed,
    /// Nobody has reported a figure.
    NoData,
    /// The latest figure is older than its frequency allows.
    Outdated,
    /// Progress cannot be computed: nobody has said where it started.
    BaselineMissing,
    /// There is nothing to judge by; the reason says why.
    NotJudged,
}

impl Light {
    /// Every light, worst first: so lists offer them.
    pub const ALL: [Self; 9] = [
        Self::Missed,
        Self::Red,
        Self::Amber,
        Self::Outdated,
        Self::NoData,
        Self::BaselineMissing,
        Self::NotJudged,
        Self::Green,
        Self::Met,
    ];

    /// Whether the figure is behind its target or has missed it.
    pub fn needs_attention(self) -> bool {
        matches!(self, Self::Missed | Self::Red | Self::Amber)
    }

    /// Whether the figure is behind, or the year is over and the target was missed: to whoever asks since when something is
    /// red, both are.
    pub fn is_red(self) -> bool {
        matches!(self, Self::Missed | Self::Red)
    }

    /// Whether somebody has to see to it: the figure is behind, or it is overdue.
    pub fn is_pressing(self) -> bool {
        self.needs_attention() || self == Self::Outdated
    }

    /// The word in addresses and in `data-light`; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::NoData => "none",
            Self::Outdated => "outdated",
            Self::BaselineMissing => "no-baseline",
            Self::NotJudged => "not-judged",
        }
    }

    /// The word for people.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Red => language.pick("滞后", "behind"),
            Self::Amber => language.pick("偏慢", "slow"),
            Self::Green => language.pick("正常", "on track"),
            Self::Met => language.pick("达成", "met"),
            Self::Missed => language.pick("未达成", "missed"),
            Self::NoData => language.pick("未报", "no data"),
            Self::Outdated => language.pick("数据陈旧", "outdated"),
            Self::BaselineMissing => language.pick("缺基期", "no baseline"),
            Self::NotJudged => language.pick("未判", "not judged"),
        }
    }
}

/// A light that a person set.
impl From<Claim> for Light {
    fn from(claim: Claim) -> Self {
        match claim {
            Claim::Red => Self::Red,
            Claim::Amber => Self::Amber,
            Claim::Green => Self::Green,
            Claim::Met => Self::Met,
        }
    }
}

/// A light: its name in the markup and its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Lit {
    /// Its name in `data-light`: a slug of [`Light::slug`].
    pub light: &'static str,
    /// The word for people.
    pub word: &'static str,
}

impl From<Lit> for Piece {
    fn from(Lit { light, word }: Lit) -> Self {
        Self::Light { light, word }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_light_has_words_of_its_own() {
        let distinct = |words: fn(Light) -> &'static str| {
            Light::ALL.into_iter().map(words).collect::<std::collections::HashSet<_>>().len()
        };
        assert_eq!(distinct(Light::slug), Light::ALL.len());
        assert_eq!(distinct(|light| light.words(Language::Zh)), Light::ALL.len());
        assert_eq!(distinct(|light| light.words(Language::En)), Light::ALL.len());
    }
}
