//! Arithmetic as a value: what is computed is what is printed, so that anybody can compute it again.

use crate::plan::Quantity;
use crate::standing::Ratio;
use std::fmt::{Display, Formatter, Result};

/// A sum on paper: `40 × 108 ÷ 100`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    /// A figure, as it was written.
    Number(Quantity),
    /// The first and all others added up.
    Plus(Vec<Self>),
    /// The first less the second.
    Minus(Box<[Self; 2]>),
    /// The first times the second.
    Times(Box<[Self; 2]>),
    /// The first divided by the second.
    By(Box<[Self; 2]>),
}

impl Arithmetic {
    /// This less another.
    pub fn minus(self, other: Self) -> Self {
        Self::Minus(Box::new([self, other]))
    }

    /// This times another.
    pub fn times(self, other: Self) -> Self {
        Self::Times(Box::new([self, other]))
    }

    /// This divided by another.
    pub fn by(self, other: Self) -> Self {
        Self::By(Box::new([self, other]))
    }

    /// What it comes to, exact; `None` for a division by nothing and for what does not fit.
    pub fn value(&self) -> Option<Ratio> {
        match self {
            Self::Number(number) => Some(Ratio::from(*number)),
            Self::Plus(all) => all.iter().try_fold(Ratio::ZERO, |sum, one| sum.plus(one.value()?)),
            Self::Minus(pair) => pair[0].value()?.minus(pair[1].value()?),
            Self::Times(pair) => pair[0].value()?.times(pair[1].value()?),
            Self::By(pair) => pair[0].value()?.by(pair[1].value()?),
        }
    }

    /// How firmly its parts hang together: sums less than products.
    fn strength(&self) -> u8 {
        match self {
            Self::Plus(all) if all.len() > 1 => 1,
            Self::Minus(_) => 1,
            Self::Plus(all) => all.first().map_or(3, Self::strength),
            Self::Times(_) | Self::By(_) => 2,
            Self::Number(number) if *number < Quantity::ZERO => 0,
            Self::Number(_) => 3,
        }
    }

    fn within(&self, least: u8, f: &mut Formatter) -> Result {
        if self.strength() < least { write!(f, "({self})") } else { write!(f, "{self}") }
    }
}

impl From<Quantity> for Arithmetic {
    fn from(number: Quantity) -> Self {
        Self::Number(number)
    }
}

/// With as few brackets as the same result needs.
impl Display for Arithmetic {
    fn fmt(&self, f: &mut Formatter) -> Result {
        let (pair, sign, left, right) = match self {
            Self::Number(number) => return write!(f, "{number}"),
            Self::Plus(all) => {
                for (at, one) in all.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { " + " })?;
                    one.within(1, f)?;
                }
                return Ok(());
            }
            Self::Minus(pair) => (pair, " − ", 1, 2),
            Self::Times(pair) => (pair, " × ", 2, 3),
            Self::By(pair) => (pair, " ÷ ", 2, 3),
        };
        pair[0].within(left, f)?;
        f.write_str(sign)?;
        pair[1].within(right, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Arithmetic {
        Quantity::parse(text).expect("a figure").into()
    }

    #[test]
    fn what_is_printed_is_what_is_computed() {
        let of = |one: &Arithmetic| (one.to_string(), one.value().and_then(|value| value.fixed(2, &[])));
        let plain = number("40").times(number("108")).by(number("100"));
        assert_eq!(of(&plain), ("40 × 108 ÷ 100".into(), Some("43.20".into())));
        let average = Arithmetic::Plus(vec![number("1"), number("2")]).by(number("2"));
        let deviation = number("3").by(average).minus(number("1")).times(number("10"));
        assert_eq!(of(&deviation), ("(3 ÷ ((1 + 2) ÷ 2) − 1) × 10".into(), Some("10.00".into())));
        let less = number("1").minus(number("2").minus(number("-3")));
        assert_eq!(of(&less), ("1 − (2 − (-3))".into(), Some("-4.00".into())));
        assert_eq!(number("1").by(number("0")).value(), None);
    }
}
