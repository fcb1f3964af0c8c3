//! Exact decimals. A target of 17.6 is seventeen point six, never a binary neighbour of it.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;

/// Most digits before and after the point that a figure may have.
const MOST_WHOLE: usize = 9;
const MOST_DECIMALS: usize = 6;

/// An exact decimal number, in the unit of whatever carries it.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    digits: i64,
    decimals: u8,
}

impl Quantity {
    /// 0, without digits behind the point.
    pub const ZERO: Self = Self { digits: 0, decimals: 0 };

    /// Reads `-?digits[.digits]`, at most 9 digits before the point and 6 after it.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let has_point = unsigned.len() != whole.len();
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty()
            || (has_point && fraction.is_empty())
            || fraction.len() > MOST_DECIMALS
            || whole.len() > MOST_WHOLE
            || !all_digits(whole)
            || !all_digits(fraction)
        {
            return None;
        }
        let digits =
            whole.bytes().chain(fraction.bytes()).fold(0_i64, |sum, b| sum * 10 + i64::from(b - b'0'));
        Some(Self { digits: if negative { -digits } else { digits }, decimals: fraction.len() as u8 })
    }

    /// All digits as a whole number: 176 for 17.6.
    pub fn digits(self) -> i64 {
        self.digits
    }

    /// The value as a binary number, for charts and lengths only.
    pub fn approximate(self) -> f64 {
        self.digits as f64 / 10_i64.pow(u32::from(self.decimals)) as f64
    }

    /// How much more this is than the other; exact.
    pub fn minus(self, other: Self) -> Self {
        let decimals = self.decimals.max(other.decimals);
        let at = |one: Self| one.digits * 10_i64.pow(u32::from(decimals - one.decimals));
        Self { digits: at(self) - at(other), decimals }
    }

    /// The sum; exact. None where it has more digits than a figure may have.
    pub fn plus(self, other: Self) -> Option<Self> {
        let decimals = self.decimals.max(other.decimals);
        let at = |one: Self| one.digits * 10_i64.pow(u32::from(decimals - one.decimals));
        Self::of_digits(at(self) + at(other), decimals)
    }

    /// How many digits stand behind the point, as it was written.
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// The value in millionths, exact: what sums and ratios are computed with.
    pub fn millionths(self) -> i128 {
        i128::from(self.digits) * 10_i128.pow(MOST_DECIMALS as u32 - u32::from(self.decimals))
    }

    /// So many units of the last of `decimals` digits behind the point: `(176, 1)` is 17.6. `None` where it has
    /// more digits than a figure may have.
    pub fn of_digits(digits: i64, decimals: u8) -> Option<Self> {
        let fits = usize::from(decimals) <= MOST_DECIMALS
            && digits.unsigned_abs() < 10_u64.pow(MOST_WHOLE as u32 + u32::from(decimals));
        fits.then_some(Self { digits, decimals })
    }
}

/// The number as it was written.
impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let power = 10_u64.pow(u32::from(self.decimals));
        let size = self.digits.unsigned_abs();
        if self.digits < 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", size / power)?;
        if self.decimals > 0 {
            write!(f, ".{:0width$}", size % power, width = usize::from(self.decimals))?;
        }
        Ok(())
    }
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.millionths() == other.millionths()
    }
}

impl Eq for Quantity {}

impl Ord for Quantity {
    fn cmp(&self, other: &Self) -> Ordering {
        self.millionths().cmp(&other.millionths())
    }
}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digits;
        impl Visitor<'_> for Digits {
            type Value = Quantity;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a decimal number written as a string")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Quantity, E> {
                Quantity::parse(text).ok_or_else(|| E::custom("quantity"))
            }
        }
        deserializer.deserialize_str(Digits)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Quantity {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An exact decimal number written as a string, for example \"17.6\".",
            "type": "string",
            "pattern": r"^-?[0-9]{1,9}(\.[0-9]{1,6})?$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_shown_as_it_was_written() {
        for text in ["0", "17.6", "1300", "-0.5", "20.30", "0.000001", "123456789.123456"] {
            assert_eq!(Quantity::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_not_a_plain_decimal_is_refused() {
        for text in
            ["", "-", ".5", "5.", "1e3", "１２", "1,000", " 1", "+1", "1.2.3", "0.1234567", "1234567890"]
        {
            assert_eq!(Quantity::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_difference_is_exact() {
        let minus = |a, b| Quantity::parse(a).unwrap().minus(Quantity::parse(b).unwrap()).to_string();
        assert_eq!(minus("20.3", "17.6"), "2.7");
        assert_eq!(minus("17.6", "20"), "-2.4");
        assert_eq!(minus("600", "500"), "100");
    }

    #[test]
    fn digits_make_a_figure_within_its_bounds() {
        assert_eq!(Quantity::of_digits(176, 1).unwrap().to_string(), "17.6");
        assert_eq!(Quantity::of_digits(-5, 2).unwrap().to_string(), "-0.05");
        assert_eq!(Quantity::parse("17.6").unwrap().millionths(), 17_600_000);
        for (digits, decimals) in [(1_000_000_000, 0), (i64::MIN, 6), (1, 7), (10_000_000_000, 1)] {
            assert_eq!(Quantity::of_digits(digits, decimals), None, "{digits} {decimals}");
        }
    }

    #[test]
    fn figures_compare_by_value_not_by_wording() {
        let of = |text| Quantity::parse(text).unwrap();
        assert_eq!(of("20.3"), of("20.30"));
        assert!(of("17.6") < of("20.3") && of("-1") < of("0.5"));
        assert_eq!(of("17.6").approximate(), 17.6);
    }
}
