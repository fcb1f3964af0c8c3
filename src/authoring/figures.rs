//! Every number of a paragraph: amounts with their units, years, days, and numbers that are part of a name.

use super::han;
use super::source::{Source, Span};
use crate::plan::{Quantity, Year, Years, unit};

/// A number of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The number with its unit, as written.
    pub span: Span,
    /// What it is.
    pub what: What,
}

/// What a number is, by how it is written.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A figure.
    Amount {
        /// Exactly; `None` where it has more digits than a figure may have.
        value: Option<Quantity>,
        /// The unit as written; empty for a bare number.
        unit: String,
        /// Whether it is written in Chinese characters, as turns of speech are.
        is_han: bool,
    },
    /// A year or a span of years: the one of what follows.
    Years(Years),
    /// A number within a name, such as SF6, or a number of a document.
    Code,
}

/// Letters of the longest unit that is looked for.
const LONGEST_UNIT: usize = 8;
/// Most words of an English unit: new affordable homes.
const MOST_WORDS: usize = 4;
/// Letters behind a year that belong to it.
const YEAR_ENDS: [&str; 6] = ["年底前", "年底", "年末", "年前", "年初", "年"];

/// The numbers of a paragraph, in its order. What stands within `names`, which are
/// in order, belongs to a name and is no number of its own.
pub fn numbers(source: &Source, paragraph: Span, names: &[Span]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = paragraph.from;
    while at < paragraph.to {
        let next = names.partition_point(|name| name.to <= at);
        if let Some(named) = names.get(next).filter(|name| name.from <= at) {
            at = named.to;
            continue;
        }
        let rest = Span::new(at, paragraph.to);
        match number(source, paragraph, rest) {
            Some(number) => {
                at = number.span.to.max(at + 1);
                found.push(number);
            }
            None => at += 1,
        }
    }
    found
}

fn number(source: &Source, paragraph: Span, rest: Span) -> Option<Number> {
    let first = source.at(rest.from)?;
    if first.is_ascii_digit() {
        return code(source, paragraph, rest)
            .or_else(|| years(source, rest))
            .or_else(|| amount(source, rest));
    }
    han_amount(source, paragraph, rest)
}

fn run(source: &Source, span: Span, is_kind: impl Fn(char) -> bool) -> usize {
    source.narrow(span).iter().take_while(|one| is_kind(**one)).count()
}

/// SF6, 5G, 〔2023〕17号: digits that touch Latin letters or number a document.
fn code(source: &Source, paragraph: Span, rest: Span) -> Option<Number> {
    let is_latin = |place: Option<usize>| {
        place.and_then(|place| source.at(place)).is_some_and(|one| one.is_ascii_alphabetic())
    };
    let digits = run(source, rest, |one| one.is_ascii_digit());
    let end = rest.from + digits;
    let before = rest.from.checked_sub(1).filter(|place| *place >= paragraph.from);
    let is_in_brackets = before.and_then(|place| source.at(place)) == Some('〔');
    let is_numbered = source.at(end) == Some('号');
    let is_named = is_latin(before) || is_latin(Some(end)) && !is_unit_at(source, Span::new(end, rest.to));
    (is_named || is_in_brackets || is_numbered)
        .then(|| Number { span: Span::new(rest.from, end + usize::from(is_numbered)), what: What::Code })
}

fn is_unit_at(source: &Source, rest: Span) -> bool {
    let word = run(source, rest, |one| one.is_ascii_alphabetic());
    unit::is_unit(&source.words(Span::new(rest.from, rest.from + word)).to_ascii_lowercase())
}

/// 2023年, 2023-2025年, 2023年至2025年, 2023年12月底前; in English a year stands alone.
fn years(source: &Source, rest: Span) -> Option<Number> {
    let (from, mut end) = year(source, rest)?;
    let has_word = source.at(end) == Some('年');
    let behind = end + usize::from(has_word);
    let joint = joint(source, Span::new(behind, rest.to));
    let until = year(source, Span::new(behind + joint, rest.to)).filter(|(to, _)| joint > 0 && *to >= from);
    let to = match until {
        Some((to, until)) => {
            end = until;
            to
        }
        None => from,
    };
    let words = source.words(Span::new(end, (end + 3).min(rest.to)));
    let ending = YEAR_ENDS.into_iter().find(|ending| words.starts_with(ending));
    // 2000家 and 2000 trees are no years.
    let is_apart = source.at(end).is_none_or(|one| !one.is_alphanumeric() && one != '%');
    let is_counted = !unit_at(source, Span::new(end, rest.to)).0.is_empty();
    if ending.is_none() && until.is_none() && (!is_apart || is_counted) {
        return None;
    }
    end += ending.map_or(0, |ending| ending.chars().count());
    Some(Number {
        span: Span::new(rest.from, end + day(source, Span::new(end, rest.to))),
        what: What::Years(Years { from, to }),
    })
}

/// A year of four digits that touches no other digit.
fn year(source: &Source, rest: Span) -> Option<(Year, usize)> {
    let digits = run(source, rest, |one| one.is_ascii_digit());
    let end = rest.from + digits;
    let year: u16 = source.words(Span::new(rest.from, end)).parse().ok().filter(|_| digits == 4)?;
    let goes_on = source.at(end) == Some('.') && source.at(end + 1).is_some_and(|one| one.is_ascii_digit());
    ((1900..2200).contains(&year) && !goes_on).then_some((Year(year), end))
}

/// How many letters join two years to a span.
fn joint(source: &Source, rest: Span) -> usize {
    const JOINTS: [&str; 5] = ["--", "-", "至", "到", " to "];
    let words = source.words(Span::new(rest.from, (rest.from + 4).min(rest.to)));
    JOINTS.into_iter().find(|joint| words.starts_with(joint)).map_or(0, |joint| joint.chars().count())
}

/// How many letters of month and day follow a year: 7月25日, 12月底前.
fn day(source: &Source, rest: Span) -> usize {
    let mut length = 0;
    for word in ["月", "日"] {
        let from = rest.from + length;
        let digits = run(source, Span::new(from, rest.to), |one| one.is_ascii_digit());
        let is_part =
            (1..=2).contains(&digits) && source.at(from + digits).is_some_and(|one| word.contains(one));
        length += if is_part { digits + 1 } else { break };
    }
    let words = source.words(Span::new(rest.from + length, (rest.from + length + 2).min(rest.to)));
    let ending =
        ["底前", "末前", "底", "末", "前"].into_iter().find(|ending| length > 0 && words.starts_with(ending));
    length + ending.map_or(0, |ending| ending.chars().count())
}

fn amount(source: &Source, rest: Span) -> Option<Number> {
    let mut end = rest.from + run(source, rest, |one| one.is_ascii_digit());
    let mut digits = source.words(Span::new(rest.from, end));
    // Groups of three behind a comma belong to the number.
    while source.at(end) == Some(',')
        && run(source, Span::new(end + 1, rest.to), |one| one.is_ascii_digit()) == 3
    {
        digits.push_str(&source.words(Span::new(end + 1, end + 4)));
        end += 4;
    }
    let fraction = run(source, Span::new(end + 1, rest.to), |one| one.is_ascii_digit());
    if source.at(end) == Some('.') && fraction > 0 {
        digits.push_str(&source.words(Span::new(end, end + 1 + fraction)));
        end += 1 + fraction;
    }
    let value = Quantity::parse(&digits);
    let about = usize::from(source.at(end).is_some_and(|one| matches!(one, '余' | '多')));
    let (unit, length) = unit_at(source, Span::new(end + about, rest.to));
    let span = Span::new(rest.from, end + about + length);
    Some(Number { span, what: What::Amount { value, unit, is_han: false } })
}

/// 一家, 三十项, 百分之六十; a numeral without a unit is a word like any other.
fn han_amount(source: &Source, paragraph: Span, rest: Span) -> Option<Number> {
    let before = rest.from.checked_sub(1).filter(|place| *place >= paragraph.from);
    // 第一个 counts nothing.
    if before.and_then(|place| source.at(place)) == Some('第') {
        return None;
    }
    let per_cent = source.words(Span::new(rest.from, (rest.from + 3).min(rest.to))) == "百分之";
    let from = rest.from + if per_cent { 3 } else { 0 };
    let length = run(source, Span::new(from, rest.to), han::is_of_number);
    let end = from + length;
    let value = han::number(source.narrow(Span::new(from, end)))?;
    let value = Quantity::parse(&value.to_string());
    if per_cent {
        return Some(Number {
            span: Span::new(rest.from, end),
            what: What::Amount { value, unit: "%".into(), is_han: true },
        });
    }
    let (unit, units) = unit_at(source, Span::new(end, rest.to));
    let is_counted = !unit.is_empty() && !unit.is_ascii();
    is_counted.then(|| Number {
        span: Span::new(rest.from, end + units),
        what: What::Amount { value, unit, is_han: true },
    })
}

/// The unit behind a figure, with how many letters it takes: the longest that is one.
fn unit_at(source: &Source, rest: Span) -> (String, usize) {
    let letters = source.narrow(rest);
    if let Some(sign @ ('%' | '‰')) = letters.first() {
        return (sign.to_string(), 1);
    }
    let longest = LONGEST_UNIT.min(letters.len());
    for length in (1..=longest).rev() {
        let span = Span::new(rest.from, rest.from + length);
        let words = source.words(span);
        // Whatever has a per cent sign in it would be a rate.
        let is_word = !words.contains(|one: char| one.is_whitespace() || matches!(one, '%' | '‰'));
        if is_word && !words.is_ascii() && unit::is_unit(&words) {
            return (source.raw(span), length);
        }
    }
    match letters.first() {
        Some(' ') => english_unit(source, rest),
        Some(one) if one.is_ascii_alphabetic() && is_unit_at(source, rest) => {
            let length = run(source, rest, |one| one.is_ascii_alphabetic());
            (source.raw(Span::new(rest.from, rest.from + length)), length)
        }
        _ => (String::new(), 0),
    }
}

/// `new homes`, `per cent`, `km of cycle lanes`: up to the first word that is counted or measured.
fn english_unit(source: &Source, rest: Span) -> (String, usize) {
    let from = rest.from + 1;
    let mut end = from;
    for _ in 0..MOST_WORDS {
        let length = run(source, Span::new(end, rest.to), |one| one.is_ascii_alphabetic() || one == '-');
        if length == 0 {
            break;
        }
        let words = source.words(Span::new(from, end + length));
        let last = source.words(Span::new(end, end + length)).to_ascii_lowercase();
        if unit::is_rate(&words) || unit::is_unit(&words) || unit::is_counted(&last) {
            return (source.raw(Span::new(from, end + length)), end + length - rest.from);
        }
        end += length;
        if source.at(end) != Some(' ') {
            break;
        }
        end += 1;
    }
    (String::new(), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let source = Source::new(text);
        let each = numbers(&source, source.all(), &[]).into_iter().map(|one| {
            let what = match one.what {
                What::Amount { value, unit, .. } => {
                    format!("{} {unit}", value.map_or("?".into(), |one| one.to_string()))
                }
                What::Years(years) => years.to_string(),
                What::Code => "code".into(),
            };
            (source.raw(one.span), what)
        });
        each.collect()
    }

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|(words, what)| ((*words).to_owned(), (*what).to_owned())).collect()
    }

    #[test]
    fn a_figure_has_the_longest_unit_that_follows() {
        for (text, expected) in [
            ("成交额达到17.6亿元", ("17.6亿元", "17.6 亿元")),
            ("达到１，３００家", ("１，３００家", "")),
            ("培训300人次", ("300人次", "300 人次")),
            ("新增一家省级", ("一家", "1 家")),
            ("转化率突破60%；2023年", ("60%", "60 %")),
            ("增长百分之六十", ("百分之六十", "60 %")),
            ("提高2.5个百分点", ("2.5个百分点", "2.5 个百分点")),
            ("新增25个以上", ("25个", "25 个")),
            ("投资100余万元", ("100余万元", "100 万元")),
            ("Build 1,200 affordable homes now", ("1,200 affordable homes", "1200 affordable homes")),
            ("cut waste by 12 per cent", ("12 per cent", "12 per cent")),
            ("1234567890个", ("1234567890个", "? 个")),
        ] {
            let found: Vec<_> = read(text).into_iter().filter(|(words, _)| !words.ends_with('年')).collect();
            if expected.1.is_empty() {
                // A full-width comma parts clauses; the digits stay two numbers for a person to see.
                assert_eq!(found.len(), 2, "{text}");
            } else {
                assert_eq!(found, pairs(&[expected]), "{text}");
            }
        }
    }

    #[test]
    fn years_days_and_codes_are_no_figures() {
        for (text, expected) in [
            ("到2025年，达到", ("2025年", "2025")),
            ("力争2023-2025年，", ("2023-2025年", "2023–2025")),
            ("2026年至2030年", ("2026年至2030年", "2026–2030")),
            ("2026—2030年", ("2026—2030年", "2026–2030")),
            ("2024年12月底前", ("2024年12月底前", "2024")),
            ("2023年7月25日", ("2023年7月25日", "2023")),
            ("By 2030, plant", ("2030", "2030")),
            ("SF6全无油", ("6", "code")),
            ("〔2023〕第", ("2023", "code")),
        ] {
            assert_eq!(read(text), pairs(&[expected]), "{text}");
        }
        assert_eq!(read("达到2000家"), pairs(&[("2000家", "2000 家")]));
        assert_eq!(read("plant 2000 trees"), pairs(&[("2000 trees", "2000 trees")]));
    }

    #[test]
    fn turns_of_speech_without_a_unit_are_no_numbers() {
        for text in ["统一管理", "一体化", "进一步", "大众创业万众创新", "三位一体", "第一个", "千山湾"]
        {
            let found = read(text);
            assert!(found.iter().all(|(_, what)| what.ends_with('位')), "{text}: {found:?}");
        }
    }
}
