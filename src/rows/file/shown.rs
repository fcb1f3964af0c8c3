//! A number as its cell shows it: the format code of ECMA-376 part 1, section 18.8.31, as far as codes occur that people
//! choose for figures. What a code cannot be followed in (fractions, powers of ten, figures by the thousand) is shown with
//! all its digits.

/// Digits that Excel keeps of a number, and shows at most.
const DIGITS: usize = 15;

/// A number with all its digits, without the noise of a binary fraction: `17.6` for 17.600000000000001.
pub(super) fn exact(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let scientific = format!("{value:.*e}", DIGITS - 1);
    let (mantissa, power) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let power: i32 = power.parse().unwrap_or_default();
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let point = power + 1;
    let (whole, fraction) = if point <= 0 {
        ("0".to_owned(), "0".repeat(point.unsigned_abs() as usize) + &digits)
    } else {
        let point = point as usize;
        let padded = format!("{digits:0<point$}");
        let (whole, fraction) = padded.split_at_checked(point).unwrap_or((&padded, ""));
        (whole.to_owned(), fraction.to_owned())
    };
    let fraction = fraction.trim_end_matches('0');
    let number = if fraction.is_empty() { whole } else { [&whole, ".", fraction].concat() };
    if number == "0" { number } else { [sign, &number].concat() }
}

/// A number as its cell shows it.
pub(super) fn number(value: f64, code: &str) -> String {
    // Chinese Excel and WPS write their word for General into the file.
    let code = &code.replace("G/通用格式", "General");
    match Pattern::of(code, value) {
        Some(pattern) => pattern.shown(value),
        // With its code behind it no figure is read of it, and a person sees why.
        None if changes_scale(code) => [&exact(value), " [", code, "]"].concat(),
        None => exact(value),
    }
}

/// Whether a code that is not followed shows another figure than the cell holds, or puts a unit behind it: thousands, 万元.
fn changes_scale(code: &str) -> bool {
    let sections = sections(code);
    let Some(first) = sections.first() else { return false };
    let mut was_digit = false;
    let mut letters = first.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '[' => letters.by_ref().take_while(|inner| *inner != ']').for_each(drop),
            ',' if was_digit && !matches!(letters.peek(), Some('0' | '#' | '?')) => return true,
            _ if !letter.is_ascii() => return true,
            _ => was_digit = matches!(letter, '0' | '#' | '?'),
        }
    }
    false
}

/// What a code says of one sort of number.
#[derive(Debug, Default, PartialEq, Eq)]
struct Pattern {
    before: String,
    after: String,
    decimals: usize,
    /// Decimals that are shown where they are zero: `0.0#` shows one of two.
    fixed: usize,
    is_percent: bool,
    /// The code has a section of its own for negative numbers, which says how they look.
    has_own_sign: bool,
    /// All digits that there are: `General`.
    is_general: bool,
}

impl Pattern {
    /// `None` where the code says nothing of figures, or something that is not followed here.
    fn of(code: &str, value: f64) -> Option<Self> {
        let sections = sections(code);
        let has_own_sign = value < 0.0 && sections.len() > 1;
        // A nought is told as one, also where its own section shows a dash.
        let at = usize::from(has_own_sign);
        let mut pattern = Self { has_own_sign, ..Self::default() };
        let mut letters = sections.get(at)?.chars().peekable();
        let (mut has_digits, mut is_behind_point, mut was_comma) = (false, false, false);
        while let Some(letter) = letters.next() {
            let is_digit = matches!(letter, '0' | '#' | '?');
            // A comma behind the digits means thousands: 12345 shows as 12.
            if was_comma && !is_digit && !matches!(letter, ',') {
                return None;
            }
            match letter {
                '0' | '#' | '?' => {
                    has_digits = true;
                    was_comma = false;
                    pattern.decimals += usize::from(is_behind_point);
                    pattern.fixed += usize::from(is_behind_point && letter == '0');
                }
                '.' if has_digits || letters.peek() == Some(&'0') => is_behind_point = true,
                ',' if has_digits && !is_behind_point => was_comma = true,
                ',' if has_digits => return None,
                '%' => {
                    pattern.is_percent = true;
                    pattern.literal(has_digits, '%');
                }
                '"' => {
                    while let Some(quoted) = letters.next().filter(|quoted| *quoted != '"') {
                        pattern.literal(has_digits, quoted);
                    }
                }
                '\\' | '!' => pattern.literal(has_digits, letters.next()?),
                // As wide as the next letter, or filled with it: neither is seen as words.
                '_' | '*' => {
                    letters.next();
                }
                '[' => {
                    let inner: String = letters.by_ref().take_while(|inner| *inner != ']').collect();
                    // [$¥-804] shows ¥; a colour or a condition shows nothing.
                    let currency = inner.strip_prefix('$').map(|rest| rest.split('-').next().unwrap_or(rest));
                    currency
                        .into_iter()
                        .flat_map(str::chars)
                        .for_each(|one| pattern.literal(has_digits, one));
                }
                'G' | 'g' if is_general(&mut letters) => {
                    has_digits = true;
                    pattern.is_general = true;
                }
                '/' | 'E' | 'e' | '@' | 'G' | 'g' => return None,
                letter => pattern.literal(has_digits, letter),
            }
        }
        (has_digits && !was_comma).then_some(pattern)
    }

    fn literal(&mut self, is_after: bool, letter: char) {
        if is_after { self.after.push(letter) } else { self.before.push(letter) }
    }

    fn shown(&self, value: f64) -> String {
        // 15 digits move over the point exactly, where a multiplication would add noise.
        let digits = if self.is_percent { moved(&exact(value)) } else { exact(value) };
        // A section of its own that says nothing of the sign shows it by colour alone, which no words keep.
        let shows_sign =
            self.has_own_sign && self.before.contains(['-', '－', '−', '(', '（', '负', '△', '▲']);
        let (sign, digits) = match digits.strip_prefix('-') {
            Some(rest) => (if shows_sign { "" } else { "-" }, rest.to_owned()),
            None => ("", digits),
        };
        if self.is_general {
            return [sign, &self.before, &digits, &self.after].concat();
        }
        let mut rounded = rounded(&digits, self.decimals);
        while rounded.split_once('.').is_some_and(|(_, fraction)| fraction.len() > self.fixed)
            && rounded.ends_with('0')
        {
            rounded.pop();
        }
        let rounded = rounded.trim_end_matches('.');
        // In brackets, as accountants write it, a figure is negative.
        let words = match (self.before.trim(), self.after.trim()) {
            ("(", ")") if self.has_own_sign => ["-", rounded].concat(),
            (before, after) => [before, rounded, after].concat(),
        };
        let is_zero = rounded.chars().all(|letter| matches!(letter, '0' | '.'));
        [if is_zero { "" } else { sign }, &words].concat()
    }
}

/// Whether the rest of the word General follows, which is taken then.
fn is_general(letters: &mut std::iter::Peekable<std::str::Chars>) -> bool {
    let rest: String = letters.clone().take("eneral".len()).collect();
    let is_so = rest.eq_ignore_ascii_case("eneral");
    if is_so {
        letters.by_ref().take("eneral".len()).for_each(drop);
    }
    is_so
}

/// The sections of a code: positive, negative, zero, text.
fn sections(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut is_quoted = false;
    let mut is_escaped = false;
    for letter in code.chars() {
        let is_plain = !is_quoted && !is_escaped;
        is_escaped = is_plain && letter == '\\';
        is_quoted ^= letter == '"' && (is_plain || is_quoted);
        match (letter, sections.last_mut()) {
            (';', _) if is_plain => sections.push(String::new()),
            (letter, Some(section)) => section.push(letter),
            (_, None) => {}
        }
    }
    sections
}

/// A hundred times as much: the point two places to the right.
fn moved(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{fraction:0<2}");
    let (up, rest) = padded.split_at_checked(2).unwrap_or((&padded, ""));
    let whole = [whole, up].concat();
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { [sign, whole].concat() } else { [sign, whole, ".", rest].concat() }
}

/// Decimal digits without a sign, rounded half up as spreadsheets do, with as many decimals.
fn rounded(digits: &str, decimals: usize) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{fraction:0<decimals$}");
    let (kept, rest) = padded.split_at_checked(decimals).unwrap_or((&padded, ""));
    let mut number: Vec<u8> = whole.bytes().chain(kept.bytes()).collect();
    if rest.bytes().next().is_some_and(|first| first >= b'5') {
        let mut carries = true;
        for digit in number.iter_mut().rev() {
            if !carries {
                break;
            }
            carries = *digit == b'9';
            *digit = if carries { b'0' } else { *digit + 1 };
        }
        if carries {
            number.insert(0, b'1');
        }
    }
    let number: String = number.into_iter().map(char::from).collect();
    let (whole, fraction) = number.split_at_checked(number.len() - decimals).unwrap_or((&number, ""));
    if fraction.is_empty() { whole.to_owned() } else { [whole, ".", fraction].concat() }
}

/// A day or a month as its cell shows it; `None` where the code shows neither.
pub(super) fn is_day(code: &str) -> Option<bool> {
    let bare: String = sections(code).into_iter().next()?.to_lowercase();
    let mut letters = bare.chars();
    let mut found = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => letters.by_ref().take_while(|inner| *inner != '"').for_each(drop),
            '[' => letters.by_ref().take_while(|inner| *inner != ']').for_each(drop),
            '\\' => {
                letters.next();
            }
            letter => found.push(letter),
        }
    }
    let has = |letter| found.contains(letter);
    (has('y') || has('d') || has('e')).then(|| has('d') || !has('m'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_as_its_cell_shows_it() {
        let cases = [
            (0.176, "0.0%", "17.6%"),
            (0.6, "0%", "60%"),
            (0.6, "General", "0.6"),
            (0.1 + 0.2, "General", "0.3"),
            (17.6, "0.00_ ", "17.60"),
            (2.675, "0.00", "2.68"),
            (1234.5, "#,##0.00", "1234.50"),
            (512.0, "0\"家\"", "512家"),
            (512.0, "0\\家", "512家"),
            (10.8, "0.0\"亿元\"", "10.8亿元"),
            (-3.25, "0.0;[Red]-0.0", "-3.3"),
            (-3.0, "0_);(0)", "-3"),
            (0.0, "0.0;-0.0;\"—\"", "0.0"),
            (1.5, "0.0#", "1.5"),
            (99.995, "0.00", "100.00"),
            (-0.001, "0.0", "0.0"),
            (12345.0, "0.0,", "12345 [0.0,]"),
            (125000.0, "0!.0,\"万元\"", "125000 [0!.0,\"万元\"]"),
            (2100.0, "General\"万元\"", "2100万元"),
            (16.0, "G/通用格式\"个\"", "16个"),
            (16.5, "G/通用格式", "16.5"),
            (-2.5, "general", "-2.5"),
            (-3.25, "0.00;[Red]0.00", "-3.25"),
            (-3.25, "0.00;[Red]\"负\"0.00", "负3.25"),
            (12.0, "[DBNum1]General", "12"),
            (0.5, "# ?/?", "0.5"),
            (1.0e20, "General", "100000000000000000000"),
            (45132.0, "General", "45132"),
            (20.5, "[$¥-804]#,##0.0", "¥20.5"),
            (33.0, "[>100]0;0.0", "33"),
        ];
        for (value, code, words) in cases {
            assert_eq!(number(value, code), words, "{value} as {code}");
        }
        assert_eq!(exact(f64::NAN), "");
        assert_eq!(exact(-0.0), "0");
        assert_eq!(exact(0.000123), "0.000123");
    }

    #[test]
    fn a_code_shows_a_day_a_month_or_neither() {
        let cases = [
            ("yyyy-mm-dd", Some(true)),
            ("yyyy\"年\"m\"月\"", Some(false)),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", Some(true)),
            ("yyyy", Some(true)),
            ("h:mm", None),
        ];
        for (code, day) in cases {
            assert_eq!(is_day(code), day, "{code}");
        }
    }
}
