//! Exact fractions, so that a light never depends on how a number was rounded.

use crate::plan::Quantity;
use std::cmp::Ordering;

/// Most digits behind the point that a fraction is written with before it is written as a fraction.
const MOST_DECIMALS: u32 = 18;

/// An exact fraction in lowest terms. What would not fit is `None`, never a wrong number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    over: i128,
    /// Always positive.
    under: i128,
}

impl Ratio {
    /// Nothing, as a number or in per cent.
    pub const ZERO: Self = Self { over: 0, under: 1 };
    /// A hundred: the whole in per cent.
    pub const HUNDRED: Self = Self { over: 100, under: 1 };

    /// `over / under`; `None` for a division by nothing and for what does not fit.
    pub fn new(over: i128, under: i128) -> Option<Self> {
        let divisor = common_divisor(over, under)?;
        let sign = if under < 0 { -1 } else { 1 };
        Some(Self { over: over / divisor * sign, under: under / divisor * sign })
    }

    /// A whole number as a fraction.
    pub fn whole(number: i32) -> Self {
        Self { over: i128::from(number), under: 1 }
    }

    /// The sum; `None` where it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.over.checked_mul(other.under)?;
        let right = other.over.checked_mul(self.under)?;
        Self::new(left.checked_add(right)?, self.under.checked_mul(other.under)?)
    }

    /// The difference; `None` where it does not fit.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negative())
    }

    /// The product; `None` where it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        // Reducing crosswise first keeps the products small.
        let first = Self::new(self.over, other.under)?;
        let second = Self::new(other.over, self.under)?;
        Self::new(first.over.checked_mul(second.over)?, first.under.checked_mul(second.under)?)
    }

    /// The quotient; `None` where the other is zero or the result does not fit.
    pub fn by(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.under, other.over)?)
    }

    /// The same number with the other sign.
    pub fn negative(self) -> Self {
        Self { over: -self.over, under: self.under }
    }

    /// The number without its sign.
    pub fn size(self) -> Self {
        if self.over < 0 { self.negative() } else { self }
    }

    /// The largest whole number that is not above this.
    pub fn floor(self) -> i128 {
        self.over.div_euclid(self.under)
    }

    /// The smallest whole number that is not below this.
    pub fn ceiling(self) -> i128 {
        -(-self.over).div_euclid(self.under)
    }

    /// Rounded to so many digits behind the point, halves away from zero.
    pub(in crate::standing) fn rounded(self, decimals: u32) -> Option<Self> {
        let power = 10_i128.checked_pow(decimals)?;
        let doubled = self.over.abs().checked_mul(power)?.checked_mul(2)?.checked_add(self.under)?;
        let digits = doubled.div_euclid(self.under.checked_mul(2)?);
        Self::new(if self.over < 0 { -digits } else { digits }, power)
    }

    /// The number with so many digits behind the point, at least, halves away from zero, and as many more as it takes to
    /// stand on the same side of every one of the bounds as the exact number. `None` where it does not fit.
    pub fn fixed(self, decimals: u32, bounds: &[Self]) -> Option<String> {
        let stays = |shown: &Self| bounds.iter().all(|bound| shown.cmp(bound) == self.cmp(bound));
        let near = |decimals: &u32| self.rounded(*decimals).is_some_and(|shown| stays(&shown));
        let decimals = (decimals..=MOST_DECIMALS).find(near).unwrap_or(decimals);
        let digits = self.rounded(decimals)?.decimal()?;
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let width = decimals as usize;
        Some(if decimals == 0 { whole.to_owned() } else { format!("{whole}.{fraction:0<width$}") })
    }

    /// The number in words: with one digit behind the point, or as many as it takes to stand on the same side of
    /// every one of the bounds as the exact number; trailing zeros are left out.
    pub fn say(self, bounds: &[Self]) -> String {
        let stays = |shown: &Self| bounds.iter().all(|bound| shown.cmp(bound) == self.cmp(bound));
        let shown = (1..=MOST_DECIMALS).filter_map(|decimals| self.rounded(decimals)).find(stays);
        match shown.and_then(Self::decimal) {
            Some(words) => words,
            None => format!("{}/{}", self.over, self.under),
        }
    }

    /// The number rounded up to two digits that count, at least to one behind the point: what is needed must not be
    /// said too small, nor a small one as a tenth.
    pub fn say_up(self) -> String {
        self.by_magnitude(Self::ceiling)
    }

    /// The number rounded down in the same way: what is allowed must not be said too large.
    pub fn say_down(self) -> String {
        self.by_magnitude(Self::floor)
    }

    fn by_magnitude(self, round: fn(Self) -> i128) -> String {
        let power = |decimals: &u32| 10_i128.checked_pow(*decimals);
        let scaled = |power: i128| self.times(Self { over: power, under: 1 });
        let counts = |decimals: &u32| {
            let digits = power(decimals).and_then(scaled);
            digits.is_some_and(|digits| digits.over == 0 || digits.size() >= Self::whole(10))
        };
        let power = (1..=MOST_DECIMALS).find(counts).and_then(|decimals| power(&decimals));
        let shown = power.and_then(|power| Self::new(round(scaled(power)?), power));
        shown.and_then(Self::decimal).unwrap_or_else(|| self.say(&[]))
    }

    /// The number as a binary one, for lengths only.
    pub fn approximate(self) -> f64 {
        self.over as f64 / self.under as f64
    }

    /// The number with all its digits; `None` where they never end or are too many.
    pub fn decimal(self) -> Option<String> {
        let decimals = (0..=MOST_DECIMALS).find(|decimals| self.rounded(*decimals) == Some(self))?;
        let power = 10_i128.pow(decimals);
        let digits = self.over.abs().checked_mul(power)? / self.under;
        let sign = if self.over < 0 { "-" } else { "" };
        if decimals == 0 {
            return Some(format!("{sign}{digits}"));
        }
        let width = decimals as usize;
        Some(format!("{sign}{}.{:0width$}", digits / power, digits % power))
    }
}

impl From<Quantity> for Ratio {
    fn from(quantity: Quantity) -> Self {
        // Neither is too big: a figure has at most fifteen digits.
        Self::new(quantity.millionths(), 1_000_000).unwrap_or(Self::ZERO)
    }
}

impl Ord for Ratio {
    /// By continued fractions: no product, so nothing that could be too big.
    fn cmp(&self, other: &Self) -> Ordering {
        let whole = self.floor().cmp(&other.floor());
        if whole != Ordering::Equal {
            return whole;
        }
        let (left, right) = (self.over.rem_euclid(self.under), other.over.rem_euclid(other.under));
        if left == 0 || right == 0 {
            return left.cmp(&right);
        }
        Self { over: other.under, under: right }.cmp(&Self { over: self.under, under: left })
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The greatest common divisor; `None` where `under` is zero or a number has no negative.
fn common_divisor(over: i128, under: i128) -> Option<i128> {
    let (mut large, mut small) = (over.checked_abs()?, under.checked_abs()?);
    if small == 0 {
        return None;
    }
    while small != 0 {
        (large, small) = (small, large % small);
    }
    Some(large)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(over: i128, under: i128) -> Ratio {
        Ratio::new(over, under).unwrap()
    }

    #[test]
    fn fractions_are_exact() {
        assert_eq!(ratio(1, 3).plus(ratio(1, 6)), Some(ratio(1, 2)));
        assert_eq!(ratio(1, 3).minus(ratio(1, 3)), Some(Ratio::ZERO));
        assert_eq!(ratio(-2, 3).times(ratio(9, 4)), Some(ratio(-3, 2)));
        assert_eq!(ratio(1, 2).by(ratio(-1, 4)), Some(ratio(-2, 1)));
        assert_eq!(ratio(1, 2).by(Ratio::ZERO), None);
        assert_eq!((ratio(-7, 2).floor(), ratio(-7, 2).ceiling(), ratio(7, 2).ceiling()), (-4, -3, 4));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        let large = ratio(i128::MAX, 1);
        assert_eq!((large.plus(large), large.times(large)), (None, None));
        assert_eq!((Ratio::new(i128::MIN, 1), Ratio::new(1, 0)), (None, None));
        assert_eq!(large.cmp(&ratio(i128::MAX - 1, 1)), Ordering::Greater);
    }

    #[test]
    fn fractions_compare_by_value() {
        for (less, more) in
            [(ratio(1, 3), ratio(1, 2)), (ratio(-1, 2), ratio(-1, 3)), (ratio(99, 100), ratio(1, 1))]
        {
            assert_eq!((less.cmp(&more), more.cmp(&less)), (Ordering::Less, Ordering::Greater));
        }
        assert_eq!(ratio(2, 4).cmp(&ratio(1, 2)), Ordering::Equal);
    }

    #[test]
    fn a_number_is_said_with_as_many_digits_as_its_bounds_need() {
        assert_eq!(ratio(125, 3).say(&[]), "41.7");
        assert_eq!(ratio(6, 1).say(&[ratio(10, 1)]), "6");
        assert_eq!(ratio(29_999, 3000).say(&[ratio(10, 1)]), "9.9997");
        assert_eq!(ratio(-1, 300).say(&[Ratio::ZERO]), "-0.003");
        assert_eq!(
            (ratio(107, 6).say_up(), ratio(107, 6).say_down()),
            ("17.9".to_owned(), "17.8".to_owned())
        );
        assert_eq!((ratio(3, 2).say_up(), ratio(-1, 30).say_down()), ("1.5".to_owned(), "-0.034".to_owned()));
        assert_eq!(ratio(1, i128::MAX).say(&[Ratio::ZERO]), format!("1/{}", i128::MAX));
    }

    /// field 11: 0.2 in six months, 0.01 in six months.
    #[test]
    fn what_is_needed_is_said_in_its_own_magnitude() {
        let said = |over, under| ratio(over, under).say_up();
        assert_eq!((said(2, 60), said(1, 600), said(40, 1)), ("0.034".into(), "0.0017".into(), "40".into()));
        assert_eq!((said(1, 3), said(10_001, 100), said(0, 1)), ("0.34".into(), "100.1".into(), "0".into()));
    }

    #[test]
    fn points_have_two_digits_and_more_where_two_would_look_alike() {
        let said = |one: Ratio, bounds: &[Ratio]| one.fixed(2, bounds).unwrap();
        assert_eq!((said(ratio(216, 5), &[]), said(ratio(100, 1), &[])), ("43.20".into(), "100.00".into()));
        assert_eq!((said(ratio(208, 3), &[]), said(ratio(-1, 8), &[])), ("69.33".into(), "-0.13".into()));
        assert_eq!(said(ratio(20001, 200), &[ratio(10001, 100)]), "100.005");
    }

    #[test]
    fn a_number_of_more_than_eighteen_decimals_is_said_as_a_fraction() {
        let tenth_of = |zeros: u32| ratio(1, 10_i128.pow(zeros));
        assert_eq!(tenth_of(MOST_DECIMALS).say(&[Ratio::ZERO]), "0.000000000000000001");
        assert_eq!(tenth_of(MOST_DECIMALS + 1).say(&[Ratio::ZERO]), "1/10000000000000000000");
        assert!(
            tenth_of(MOST_DECIMALS).decimal().is_some() && tenth_of(MOST_DECIMALS + 1).decimal().is_none()
        );
    }
}
