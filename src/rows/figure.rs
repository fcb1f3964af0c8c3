//! From what was typed to an exact figure: full-width digits, thousands separators and the unit behind it
//! are taken as meant; anything that could mean two figures is not read.

use crate::plan::{Quantity, unit};

/// A text is no figure that can be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not written as a number, or could mean two, as `1,5` does.
    NotANumber,
    /// More than nine digits before the point or six after it.
    TooManyDigits,
    /// A unit stands behind it that measures something else.
    OtherUnit(String),
}

/// Longest text that is looked at, in bytes; a figure of 15 digits is far shorter.
const MOST_BYTES: usize = 200;

/// Reads a typed figure; none for an empty field. `units` are the wordings of the unit, one of which may stand
/// behind it; another one that measures the same is converted, exactly: `12.5亿` and `125000万元` are 12.5 亿元.
///
/// # Errors
/// See [`Unreadable`].
pub fn read(text: &str, units: &[String]) -> Result<Option<Quantity>, Unreadable> {
    let Some((value, found)) = split(text, units)? else { return Ok(None) };
    let Some(found) = found else { return Ok(Some(value)) };
    let converted = units.iter().find_map(|unit| unit::convert(value, &found, unit));
    converted.map(Some).ok_or(Unreadable::OtherUnit(found))
}

/// The figure of a text as it stands there, with the unit behind it where that is another than the given ones; none
/// for an empty text.
///
/// # Errors
/// See [`Unreadable`].
pub fn split(text: &str, units: &[String]) -> Result<Option<(Quantity, Option<String>)>, Unreadable> {
    let text = text.trim_matches(is_space);
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() > MOST_BYTES {
        return Err(Unreadable::TooManyDigits);
    }
    // A month above its total in one cell is two figures, though the end of a line might pass for a space between thousands.
    let has_digits = |line: &&str| line.chars().map(narrow).any(|one| one.is_ascii_digit());
    if text.split(['\n', '\r', '\t']).filter(has_digits).nth(1).is_some() {
        return Err(Unreadable::NotANumber);
    }
    let narrow: String = text.chars().map(narrow).collect();
    let own = units.iter().map(|unit| unit.chars().map(self::narrow).collect::<String>());
    let own =
        own.filter(|unit| !unit.is_empty()).find_map(|unit| narrow.strip_suffix(&unit).map(str::to_owned));
    match own.as_deref().map(number) {
        None | Some(Err(Unreadable::NotANumber)) => {}
        Some(read) => return read.map(|value| Some((value, None))),
    }
    let is_of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '.' | ',' | ' ');
    let end = narrow.find(|letter| !is_of_number(letter)).unwrap_or(narrow.len());
    let (bare, found) = narrow.split_at(end);
    let found = found.trim_matches(is_space);
    if found.is_empty() {
        return number(bare).map(|value| Some((value, None)));
    }
    if !unit::is_unit(found) || bare.trim_matches(is_space).is_empty() {
        return Err(Unreadable::NotANumber);
    }
    number(bare).map(|value| Some((value, Some(found.to_owned()))))
}

fn number(text: &str) -> Result<Quantity, Unreadable> {
    let number = text.trim_matches(is_space);
    let (sign, number) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start_matches(is_space)),
        None => ("", number),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let whole = ungrouped(whole).ok_or(Unreadable::NotANumber)?;
    let fraction = fraction.unwrap_or("");
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(&whole) || !is_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(Unreadable::NotANumber);
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let plain = [sign, whole, point, fraction].concat();
    Quantity::parse(&plain).ok_or(Unreadable::TooManyDigits)
}

/// The half-width form of a letter as input methods write it.
pub fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '−' | '–' | '﹣' => '-',
        '。' => '.',
        '、' | '٬' => ',',
        letter if is_space(letter) => ' ',
        letter => letter,
    }
}

/// White space, and what word processors leave that looks like none.
pub fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// Digits without the separators between their thousands; none where they do not stand between thousands, for
/// `1,5` may mean one and a half.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split([',', ' ']);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(units: &[&str]) -> Vec<String> {
        units.iter().map(|unit| (*unit).to_owned()).collect()
    }

    #[test]
    fn what_people_type_is_read_as_it_is_meant() {
        let units = units(&["亿元", "%", "100 million yuan"]);
        for (typed, read_as) in [
            ("14", "14"),
            ("１４", "14"),
            (" 17.6 ", "17.6"),
            ("１７．６", "17.6"),
            ("17。6", "17.6"),
            ("1,234", "1234"),
            ("1，234", "1234"),
            ("1，234，567.5", "1234567.5"),
            ("1 234", "1234"),
            ("\u{3000}12\u{a0}", "12"),
            ("-3", "-3"),
            ("－３", "-3"),
            ("− 3", "-3"),
            ("61.2%", "61.2"),
            ("６１．２％", "61.2"),
            ("17.6 亿元", "17.6"),
            ("17.6\n亿元", "17.6"),
            ("17.6 100 million yuan", "17.6"),
            ("007", "7"),
            ("0", "0"),
            ("000", "0"),
            (".5", "0.5"),
            ("5.", "5"),
            ("20.30", "20.30"),
            ("000000000000123", "123"),
            ("\u{feff}8", "8"),
        ] {
            let read = read(typed, &units);
            assert_eq!(read.map(|value| value.unwrap().to_string()), Ok(read_as.to_owned()), "{typed:?}");
        }
        for empty in ["", " ", "\u{3000}", "\t\r\n"] {
            assert_eq!(read(empty, &units), Ok(None), "{empty:?}");
        }
    }

    #[test]
    fn what_may_mean_two_figures_or_none_is_not_read() {
        let units = units(&["家", ""]);
        let many = "9".repeat(500);
        for (typed, why) in [
            ("十四", Unreadable::NotANumber),
            ("14亩", Unreadable::OtherUnit("亩".into())),
            ("14%", Unreadable::OtherUnit("%".into())),
            ("1,5", Unreadable::NotANumber),
            ("1,2345", Unreadable::NotANumber),
            ("1234,567", Unreadable::NotANumber),
            (",123", Unreadable::NotANumber),
            ("1.2.3", Unreadable::NotANumber),
            ("1.2,345", Unreadable::NotANumber),
            ("+5", Unreadable::NotANumber),
            ("1e3", Unreadable::NotANumber),
            ("约14", Unreadable::NotANumber),
            ("12-13", Unreadable::NotANumber),
            ("8\n512", Unreadable::NotANumber),
            ("8\r\n512家", Unreadable::NotANumber),
            ("1\t234", Unreadable::NotANumber),
            ("1/2", Unreadable::NotANumber),
            ("=SUM(A1)", Unreadable::NotANumber),
            ("-", Unreadable::NotANumber),
            (".", Unreadable::NotANumber),
            ("家", Unreadable::NotANumber),
            ("--3", Unreadable::NotANumber),
            ("１２３４５６７８９０", Unreadable::TooManyDigits),
            ("0.1234567", Unreadable::TooManyDigits),
            (&many, Unreadable::TooManyDigits),
        ] {
            assert_eq!(read(typed, &units), Err(why), "{typed:?}");
        }
    }

    /// field 3c: a short form of the unit, and another one of the same.
    #[test]
    fn a_figure_in_a_unit_of_the_same_is_converted_exactly() {
        let money = units(&["亿元", "100 million yuan"]);
        for (typed, read_as) in [
            ("12.5亿", "12.5"),
            ("12.5 亿", "12.5"),
            ("１２．５亿元", "12.5"),
            ("2100万元", "0.21"),
            ("2,100万", "0.21"),
        ] {
            assert_eq!(read(typed, &money).map(|value| value.unwrap().to_string()), Ok(read_as.to_owned()));
        }
        assert_eq!(read("1.2万家", &units(&["家"])), Ok(Quantity::parse("12000")));
        assert_eq!(read("14户", &units(&["家"])), Ok(Quantity::parse("14")));
        assert_eq!(read("14家", &money), Err(Unreadable::OtherUnit("家".into())));
        assert_eq!(read("1元", &money), Err(Unreadable::OtherUnit("元".into())));
    }

    #[test]
    fn a_text_longer_than_any_figure_is_not_looked_at() {
        let of = |zeros: usize| read(&["0".repeat(zeros).as_str(), "5"].concat(), &[]);
        assert_eq!(of(MOST_BYTES - 1), Ok(Quantity::parse("5")));
        assert_eq!(of(MOST_BYTES), Err(Unreadable::TooManyDigits));
    }
}
