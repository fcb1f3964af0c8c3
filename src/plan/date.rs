//! Days, months and years as the plan writes them. The calendar's arithmetic is chrono's.

use chrono::{Datelike, Months, NaiveDate};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A calendar year, four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Year(pub u16);

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    month: u8,
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Month {
    /// The month, if there is such a one; `month` counts from 1.
    pub fn new(year: Year, month: u8) -> Option<Self> {
        ((1..=12).contains(&month) && year.0 >= 1000 && year.0 <= 9999)
            .then_some(Self { year: year.0, month })
    }

    /// Reads `2023-08`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        Self::new(Year(digits(year, 4)?), digits(month, 2)? as u8)
    }

    /// The year that the month lies in.
    pub fn year(self) -> Year {
        Year(self.year)
    }

    /// 1 to 12.
    pub fn number(self) -> u8 {
        self.month
    }

    /// The month that lies so many months later (or earlier, when negative).
    pub fn plus(self, months: i32) -> Self {
        let count = (self.count() + months).max(0);
        Self { year: (count / 12) as u16, month: (count % 12) as u8 + 1 }
    }

    /// Whole months from the other month to this one; negative when this one is earlier.
    pub fn since(self, other: Self) -> i32 {
        self.count() - other.count()
    }

    /// The given day of the month, if the month has it.
    pub fn day(self, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(i32::from(self.year), u32::from(self.month), day).map(Day)
    }

    fn count(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month) - 1
    }
}

impl Day {
    /// 1970-01-01.
    pub const EPOCH: Self = Self(NaiveDate::from_ymd_opt(1970, 1, 1).unwrap());

    /// The day, if there is such a one.
    pub fn new(year: Year, month: u8, day: u8) -> Option<Self> {
        Month::new(year, month)?.day(u32::from(day))
    }

    /// Reads `2023-07-25`.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.rsplit_once('-')?;
        Month::parse(month)?.day(u32::from(digits(day, 2)?))
    }

    /// The month that the day lies in.
    pub fn month(self) -> Month {
        Month { year: self.0.year() as u16, month: self.0.month() as u8 }
    }

    /// The year that the day lies in.
    pub fn year(self) -> Year {
        Year(self.0.year() as u16)
    }

    /// 1 to 31.
    pub fn number(self) -> u32 {
        self.0.day()
    }

    /// Last day of this day's month.
    pub fn month_end(self) -> Self {
        let next = self.0.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
        Self(next.and_then(|next| next.pred_opt()).unwrap_or(self.0))
    }

    /// The day that lies so many days later (or earlier, when negative); the same day beyond the calendar's end.
    pub fn plus(self, days: i64) -> Self {
        let moved = chrono::TimeDelta::try_days(days).and_then(|days| self.0.checked_add_signed(days));
        Self(moved.unwrap_or(self.0))
    }

    /// A Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        // The epoch was a Thursday.
        matches!((self.since(Self::EPOCH) + 3).rem_euclid(7), 5 | 6)
    }

    /// Days from the other day to this one; negative when this one is earlier.
    pub fn since(self, other: Self) -> i64 {
        (self.0 - other.0).num_days()
    }
}

/// Exactly `len` ASCII digits.
fn digits(text: &str, len: usize) -> Option<u16> {
    let sound = text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    sound.then(|| text.bytes().fold(0, |sum, b| sum * 10 + u16::from(b - b'0')))
}

impl std::fmt::Display for Year {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// `2023-08`.
impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// `2023-07-25`.
impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}-{:02}", self.month(), self.number())
    }
}

/// Serde, and the schema, of a type that is written as a string with `Display` and read with `parse`.
macro_rules! written_as_text {
    ($type:ident, $pattern:literal, $example:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl Visitor<'_> for Text {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                        f.write_str($example)
                    }

                    fn visit_str<E: Error>(self, text: &str) -> Result<$type, E> {
                        $type::parse(text).ok_or_else(|| E::custom($example))
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "description": concat!("Written like ", $example, "."),
                    "type": "string",
                    "pattern": $pattern
                })
            }
        }
    };
}

written_as_text!(Month, "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$", "2023-08");
written_as_text!(Day, "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "2023-07-25");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_read_back_as_written() {
        assert_eq!(Day::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
        assert_eq!(Month::parse("2023-08").unwrap().to_string(), "2023-08");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "2023-02-29",
            "2023-13-01",
            "2023-1-1",
            "20230101",
            "",
            "0999-01-01",
            "２０２３-01-01",
            "2023-01-00",
        ] {
            assert_eq!(Day::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn months_count_across_years() {
        let august = Month::parse("2023-08").unwrap();
        assert_eq!(august.plus(5).to_string(), "2024-01");
        assert_eq!(august.plus(-8).to_string(), "2022-12");
        assert_eq!(august.plus(29).since(august), 29);
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        for (day, end) in [("2024-02-10", "2024-02-29"), ("2023-12-01", "2023-12-31")] {
            assert_eq!(Day::parse(day).unwrap().month_end().to_string(), end);
        }
        let of = |text| Day::parse(text).unwrap();
        assert_eq!(of("2024-03-01").since(of("2024-02-28")), 2);
    }

    #[test]
    fn a_month_has_a_year_of_four_digits() {
        let month = |year| Month::new(Year(year), 1).is_some();
        assert_eq!([999, 1000, 9999, 10_000].map(month), [false, true, true, false]);
        let number = |number| Month::new(Year(2024), number).is_some();
        assert_eq!([0, 1, 12, 13].map(number), [false, true, true, false]);
    }

    #[test]
    fn beyond_the_end_of_the_calendar_a_day_stays() {
        for days in [i64::MAX, i64::MIN, 1 << 40] {
            assert_eq!(Day::EPOCH.plus(days), Day::EPOCH);
        }
    }
}
