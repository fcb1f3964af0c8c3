//! What a passphrase is worth against somebody who has the link and tries one after another.
//!
//! A small honest rule: letters of each sort that occurs, to the power of how many there are; what only goes on in
//! steps (1234, aaaa, 8642) counts once, and a date is one of some ten thousand. Words of a dictionary are not known
//! here: the sentence says *at most*.

/// How long it takes at most to try all passphrases of this kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// Less than two minutes.
    Seconds,
    /// Less than two days.
    Hours,
    /// Less than two years.
    Months,
    /// Less than a thousand years.
    Years,
    /// Beyond what anybody tries.
    Ages,
}

/// Tries in a second by a rented rack of graphics cards, at the cost of our links.
const TRIES: u64 = 10_000;
const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const YEAR: u64 = 365 * 24 * HOUR;
/// Days of a century: what looks like a date is tried first.
const DATES: u64 = 36_525;

/// What a passphrase is worth as it is used; see [`super::key::normalised`].
pub fn worth(passphrase: &str) -> Worth {
    let letters: Vec<char> = super::key::normalised(passphrase).unwrap_or_default().chars().collect();
    let seconds = choices(&letters) / TRIES;
    match seconds {
        _ if seconds < 2 * MINUTE => Worth::Seconds,
        _ if seconds < 48 * HOUR => Worth::Hours,
        _ if seconds < 2 * YEAR => Worth::Months,
        _ if seconds < 1000 * YEAR => Worth::Years,
        _ => Worth::Ages,
    }
}

fn choices(letters: &[char]) -> u64 {
    let is_number = letters.iter().all(char::is_ascii_digit);
    let begins = |head: &str| letters.iter().zip(head.chars()).all(|(one, other)| *one == other);
    if is_number && letters.len() == 8 && (begins("19") || begins("20")) {
        return DATES;
    }
    let any = |is: fn(&char) -> bool, count: u64| if letters.iter().any(is) { count } else { 0 };
    let each = any(char::is_ascii_digit, 10)
        + any(char::is_ascii_lowercase, 26)
        + any(char::is_ascii_uppercase, 26)
        + any(|letter| letter.is_ascii() && !letter.is_ascii_alphanumeric(), 33)
        // Of Chinese signs those in daily use.
        + any(|letter| !letter.is_ascii(), 2500);
    let step = |from: char, to: char| i64::from(u32::from(to)) - i64::from(u32::from(from));
    // A letter that goes on as the two before it adds nothing.
    let goes_on = |three: &&[char]| match **three {
        [first, second, third] => {
            step(first, second) == step(second, third) && step(second, third).abs() <= 2
        }
        _ => false,
    };
    let count = letters.len() - letters.windows(3).filter(goes_on).count();
    (0..count).fold(1, |choices: u64, _| choices.saturating_mul(each))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// hostile passphrase
    #[test]
    fn what_is_short_or_plain_is_worth_little() {
        let cases = [
            ("", Worth::Seconds),
            ("4711", Worth::Seconds),
            ("12345678", Worth::Seconds),
            ("aaaaaaaaaaaa", Worth::Seconds),
            ("20241001", Worth::Seconds),
            ("２０２４１００１", Worth::Seconds),
            ("83716529", Worth::Hours),
            ("kzqwmxbt", Worth::Months),
            ("鞍山调度会议", Worth::Ages),
            ("kT7!qz%M4w-x", Worth::Ages),
        ];
        for (passphrase, expected) in cases {
            assert_eq!(worth(passphrase), expected, "{passphrase}");
        }
    }
}
