//! What stands before the first heading: title, who issues, number, day; and the years of the plan.

use super::figures::{self, What};
use super::outline::Outline;
use super::quotes;
use super::source::{Source, Span};
use crate::plan::{Day, Year, Years};
use crate::text::Language;

/// What the head of the text says; empty where it says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Head {
    /// The title as issued.
    pub title: String,
    /// A quoted name in the title, by which people call the plan.
    pub short_title: String,
    /// Who issues it.
    pub issuer: String,
    /// The number of the document.
    pub number: String,
    /// The day that the text bears.
    pub date: Option<Day>,
    /// First and last year.
    pub period: Option<Years>,
    /// What the plan is for: its first paragraph.
    pub purpose: String,
}

/// How titles of plans end.
const KINDS: [&str; 12] =
    ["方案", "计划", "规划", "纲要", "意见", "通知", "要点", "办法", "行动", "措施", "Plan", "Strategy"];
/// How names of those who issue plans end.
const ISSUERS: [&str; 16] = [
    "局",
    "委",
    "委员会",
    "办",
    "办公室",
    "政府",
    "厅",
    "部",
    "院",
    "Council",
    "Department",
    "Office",
    "Bureau",
    "Authority",
    "Government",
    "Board",
];
/// A line of a title or of a name is no longer.
const LONGEST_LINE: usize = 60;
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The language in which the text is written, by its letters.
pub fn language(source: &Source) -> Language {
    let letters = source.narrow(source.all());
    let han = letters.iter().filter(|one| ('\u{4e00}'..='\u{9fff}').contains(*one)).count();
    if han * 5 > letters.iter().filter(|one| one.is_alphabetic()).count() {
        Language::Zh
    } else {
        Language::En
    }
}

/// Reads the head.
pub fn head(source: &Source, outline: &Outline) -> Head {
    let lines: Vec<Span> = outline.head.clone();
    let day = lines.iter().position(|line| day(&source.words(*line)).is_some());
    let is_short = |line: &&Span| line.to - line.from <= LONGEST_LINE;
    let before = lines.iter().take(day.unwrap_or(lines.len())).take_while(is_short);
    let mut title = String::new();
    let mut issuer = String::new();
    for line in before {
        let words = source.raw(*line);
        let is_label = words.starts_with("附件") || number_of(&words).is_some();
        let is_whole = KINDS.iter().any(|end| title.ends_with(end)) || title.is_ascii() && !title.is_empty();
        if is_label {
            continue;
        } else if !is_whole {
            title.push_str(&words);
        } else if issuer.is_empty() && ISSUERS.iter().any(|end| words.ends_with(end)) {
            issuer = words.trim_start_matches("Issued by ").to_owned();
        }
    }
    let behind = day.and_then(|at| lines.get(at + 1));
    let purpose = behind.or_else(|| lines.iter().find(|line| line.to - line.from > LONGEST_LINE));
    let whole = source.all();
    let quoted = quotes::quoted(&Source::new(&title), Span::new(0, title.chars().count()));
    let short_title = quoted.first().map(|one| Source::new(&title).raw(one.inner)).unwrap_or_default();
    Head {
        short_title: if short_title.is_empty() { title.clone() } else { short_title },
        title,
        issuer,
        number: lines.iter().find_map(|line| number_of(&source.raw(*line))).unwrap_or_default(),
        date: day.and_then(|at| lines.get(at)).and_then(|line| self::day(&source.words(*line))),
        period: period(source, whole),
        purpose: purpose.map(|line| source.raw(*line)).unwrap_or_default(),
    }
}

/// 鞍科办〔2023〕17号 on a line of its own.
fn number_of(line: &str) -> Option<String> {
    let is_number = line.ends_with('号') && line.contains(['〔', '［', '[']) && line.chars().count() < 30;
    is_number.then(|| line.to_owned())
}

/// A line that is nothing but a day: 2023年7月25日, 2023-07-25, 25 July 2023, July 25, 2023.
fn day(line: &str) -> Option<Day> {
    let line = line.trim().trim_matches(['（', '）', '(', ')']);
    let plain = line.replace(['年', '月'], "-").replace(['日', ' '], "");
    let mut parts = plain.split('-');
    let numbers: Option<Vec<u32>> = parts.by_ref().map(|part| part.parse().ok()).collect();
    if let Some(numbers) = numbers
        && let [year, month, day] = *numbers.as_slice()
    {
        return of_numbers(year, month, day);
    }
    let words: Vec<&str> = line.split([' ', ',']).filter(|one| !one.is_empty()).collect();
    let [first, second, third] = *words.as_slice() else { return None };
    let year = third.parse().ok()?;
    let month = |word: &str| {
        let lower = word.to_ascii_lowercase();
        MONTHS.iter().position(|month| lower.starts_with(month)).and_then(|at| u32::try_from(at + 1).ok())
    };
    match (month(first), month(second)) {
        (None, Some(month)) => of_numbers(year, month, first.parse().ok()?),
        (Some(month), None) => of_numbers(year, month, second.parse().ok()?),
        _ => None,
    }
}

fn of_numbers(year: u32, month: u32, day: u32) -> Option<Day> {
    Day::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// The span of years that the text writes most often; without one, from the first to the last year that it promises for.
fn period(source: &Source, whole: Span) -> Option<Years> {
    let mut spans: Vec<(Years, usize)> = Vec::new();
    let mut single: Vec<Year> = Vec::new();
    for number in figures::numbers(source, whole, &[]) {
        let What::Years(years) = number.what else { continue };
        if years.from == years.to {
            single.push(years.from);
            continue;
        }
        match spans.iter_mut().find(|(known, _)| *known == years) {
            Some((_, count)) => *count += 1,
            None => spans.push((years, 1)),
        }
    }
    // Of spans that stand equally often the first.
    let most = spans.iter().map(|(_, count)| *count).max();
    let span = spans.into_iter().find(|(_, count)| Some(*count) == most).map(|(years, _)| years);
    let all = || Some(Years { from: single.iter().min().copied()?, to: single.iter().max().copied()? });
    span.or_else(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Head {
        let source = Source::new(text);
        head(&source, &Outline::of(&source))
    }

    #[test]
    fn the_head_is_read_though_the_title_stands_on_two_lines() {
        let head = read(
            "附件\n滨海市交通运输局关于推进“畅行工程”\n的行动方案\n滨交发〔2026〕3号\n滨海市交通运输局\n2026年3月2日\n一、要求\n到2030年，完成（2026—2030年）。",
        );
        assert_eq!(head.title, "滨海市交通运输局关于推进“畅行工程”的行动方案");
        assert_eq!((&*head.short_title, &*head.issuer), ("畅行工程", "滨海市交通运输局"));
        assert_eq!(head.number, "滨交发〔2026〕3号");
        assert_eq!(head.date, Day::parse("2026-03-02"));
        assert_eq!(head.period, Some(Years { from: Year(2026), to: Year(2030) }));
    }

    #[test]
    fn english_days_are_read_and_what_is_none_is_not() {
        for (line, expected) in [
            ("25 July 2023", Some("2023-07-25")),
            ("July 25, 2023", Some("2023-07-25")),
            ("2023-07-25", Some("2023-07-25")),
            ("2023年7月25日", Some("2023-07-25")),
            ("2023年2月30日", None),
            ("By 2030 we will", None),
        ] {
            assert_eq!(day(line).map(|day| day.to_string()).as_deref(), expected, "{line}");
        }
    }
}
