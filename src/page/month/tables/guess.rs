//! Whose table a file is and of which month, by what stands over it or in its name. A guess is shown, and can be changed.

use crate::plan::{Month, PlanIndex, Year};
use crate::rows::BookSheet;
use crate::rows::figure::narrow;

/// How many rows over a table may say whose it is.
const HEADING_ROWS: usize = 5;
/// What stands before the name of whoever reports.
const OWN_NAME: [&str; 6] = ["填报单位", "报送单位", "填表单位", "单位名称", "上报单位", "reported by"];

/// The organisation that is named: after 填报单位 first, then in the name of the file, then in the heading. Of several names
/// the longest; `None` where none is named, or two as long.
pub(super) fn organisation(plan: &PlanIndex, of: &[&str], name: &str, sheet: &BookSheet) -> Option<String> {
    let cells = || sheet.grid.rows.iter().flatten().map(String::as_str);
    let says_own = |cell: &&str| OWN_NAME.iter().any(|words| plain(cell).contains(&plain(words)));
    let own = cells().filter(says_own);
    // The name may stand in the next cell.
    let beside = sheet.grid.rows.iter().flat_map(|row| row.windows(2)).filter_map(|pair| match pair {
        [one, next] if says_own(&one.as_str()) => Some(next.as_str()),
        _ => None,
    });
    let heading = sheet.grid.rows.iter().take(HEADING_ROWS).flatten().map(String::as_str);
    let named = |texts: Vec<&str>| longest(plan, of, &texts);
    named(own.chain(beside).collect())
        .or_else(|| named(vec![name]))
        .or_else(|| named(vec![&sheet.name]))
        .or_else(|| named(heading.collect()))
}

fn longest(plan: &PlanIndex, of: &[&str], texts: &[&str]) -> Option<String> {
    let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    let mut found: Vec<(usize, &str)> = vec![];
    for id in of {
        let Some(one) = plan.organisation(id) else { continue };
        let names = one.name.wordings().chain(one.aliases.iter().map(String::as_str));
        let names = names.map(plain).filter(|name| name.chars().count() > 1);
        let best = names
            .filter(|name| texts.iter().any(|text| text.contains(name.as_str())))
            .map(|name| name.chars().count());
        found.extend(best.max().map(|length| (length, *id)));
    }
    let most = found.iter().map(|(length, _)| *length).max()?;
    let mut best = found.iter().filter(|(length, _)| *length == most);
    let (_, id) = best.next()?;
    best.next().is_none().then(|| (*id).to_owned())
}

/// The month that is named: `2024年8月`, `2024-08`, `202408`, or `8月` of the year that is being reported on.
pub(super) fn month(now: Month, name: &str, sheet: &BookSheet) -> Option<Month> {
    let heading = sheet.grid.rows.iter().take(HEADING_ROWS).flatten().map(String::as_str);
    let texts: Vec<&str> = [name, sheet.name.as_str()].into_iter().chain(heading).collect();
    let whole = texts.iter().find_map(|text| with_year(&digits(text)));
    whole.or_else(|| {
        texts.iter().find_map(|text| alone(text)).and_then(|number| Month::new(now.year(), number))
    })
}

/// The numbers of a text, each with what stands directly behind it.
fn digits(text: &str) -> Vec<(String, Option<char>)> {
    let mut found: Vec<(String, Option<char>)> = vec![];
    let mut number = String::new();
    for letter in text.chars().map(narrow).chain([' ']) {
        if letter.is_ascii_digit() {
            number.push(letter);
        } else if !number.is_empty() {
            found.push((std::mem::take(&mut number), Some(letter)));
        }
    }
    found
}

fn with_year(numbers: &[(String, Option<char>)]) -> Option<Month> {
    let year = |text: &str| text.parse().ok().filter(|year| (2000..2100).contains(year)).map(Year);
    let of = |year: Option<Year>, month: &str| Month::new(year?, month.parse().ok()?);
    // Eight digits are a day, and so is a month with a number behind it: the day on which somebody filled it in.
    let joined = numbers.iter().filter(|(text, _)| text.len() == 6);
    let joined = joined.clone().find_map(|(text, _)| of(year(text.get(..4)?), text.get(4..6)?));
    let pair = (0..numbers.len()).find_map(|at| match numbers.get(at..)? {
        [(_, _), (_, Some('-' | '.' | '/' | '~' | '至')), (third, _), ..] if third.len() <= 2 => None,
        [(_, _), (_, Some('月')), (_, Some('日' | '号')), ..] => None,
        [(first, Some('年' | '-' | '.' | '/' | '_')), (second, behind), ..]
            if first.len() == 4 && second.len() <= 2 && !matches!(behind, Some('日' | '号')) =>
        {
            of(year(first), second)
        }
        _ => None,
    });
    joined.or(pair)
}

/// A month without its year; of 1-8月 the last.
fn alone(text: &str) -> Option<u8> {
    let months = digits(text).into_iter().filter(|(text, behind)| text.len() <= 2 && *behind == Some('月'));
    months.filter_map(|(text, _)| text.parse().ok()).find(|number| (1..=12).contains(number))
}

fn plain(text: &str) -> String {
    let kept = text.chars().map(narrow).filter(|letter| !letter.is_whitespace());
    kept.flat_map(char::to_lowercase).collect()
}
