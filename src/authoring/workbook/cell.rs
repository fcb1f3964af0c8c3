//! One cell as a value of `plan.json`.

use super::choices::Choices;
use super::names::{Found, Names, SEPARATORS};
use super::sheets::{Among, Kind};
use super::words::Problem;
use crate::plan::rules::nearest;
use crate::plan::{Day, Month};
use crate::rows::{self, figure};
use crate::text::Language;
use serde_json::Value;

/// The value of a cell with words.
///
/// # Errors
/// Why it has none; of a list with several faults, the first.
pub(super) fn value(kind: Kind, words: &str, names: &Names, language: Language) -> Result<Value, Problem> {
    match kind {
        Kind::Words | Kind::Id(_) | Kind::Name => Ok(Value::from(words)),
        Kind::Whole => whole(words).map(Value::from).ok_or_else(|| Problem::NotWhole(words.to_owned())),
        Kind::Figure => match figure::read(words, &[]) {
            Ok(Some(figure)) => Ok(Value::from(figure.to_string())),
            _ => Err(Problem::NotFigure(words.to_owned())),
        },
        Kind::Day => day(words).map(|day| Value::from(day.to_string())),
        Kind::Month => match month(words) {
            Some(month) => Ok(Value::from(month.to_string())),
            None => Err(Problem::NotMonth(words.to_owned())),
        },
        Kind::Days => {
            let days = parts(words, &SEPARATORS).map(|one| day(one).map(|day| Value::from(day.to_string())));
            days.collect::<Result<Vec<Value>, Problem>>().map(Value::from)
        }
        Kind::OneOf(choices) => choice(choices, words, language),
        Kind::Ref(among) => thing(among, words, names).map(Value::from),
        Kind::Refs(among) => {
            // A name may hold what stands between names.
            if let Found::One(id) = names.find(among, words) {
                return Ok(Value::from(vec![id]));
            }
            let ids = parts(words, &SEPARATORS).map(|one| thing(among, one, names).map(Value::from));
            ids.collect::<Result<Vec<Value>, Problem>>().map(Value::from)
        }
        Kind::Lines => Ok(Value::from(parts(words, &['\n']).collect::<Vec<_>>())),
        Kind::Keys => Ok(Value::from(parts(words, &SEPARATORS).collect::<Vec<_>>())),
    }
}

fn parts<'a>(words: &'a str, between: &'a [char]) -> impl Iterator<Item = &'a str> {
    words.split(between).map(str::trim).filter(|one| !one.is_empty())
}

/// 2025, in either width, and 2025年.
fn whole(words: &str) -> Option<u64> {
    let narrow: String = words.chars().map(figure::narrow).filter(|letter| *letter != ' ').collect();
    narrow.strip_suffix('年').unwrap_or(&narrow).parse().ok()
}

fn day(words: &str) -> Result<Day, Problem> {
    rows::day(words).ok().flatten().ok_or_else(|| Problem::NotDay(words.to_owned()))
}

/// 2023-08, 2023年8月, 2023.8, and a day of the month, into which spreadsheets turn what is typed.
fn month(words: &str) -> Option<Month> {
    if let Ok(Some(day)) = rows::day(words) {
        return Some(day.month());
    }
    let narrow: String = words.chars().map(figure::narrow).filter(|letter| *letter != ' ').collect();
    let bare = narrow.strip_suffix('月').unwrap_or(&narrow);
    let (year, month) = bare.split_once(['-', '年', '.', '/'])?;
    Month::parse(&format!("{year}-{month:0>2}"))
}

fn choice(choices: Choices, words: &str, language: Language) -> Result<Value, Problem> {
    match (choices, choices.slug(words)) {
        (Choices::YesNo, Some(slug)) => Ok(Value::from(slug == "true")),
        (_, Some(slug)) => Ok(Value::from(slug)),
        (_, None) => {
            let all = choices.all();
            let allowed: Vec<&'static str> = all.iter().map(|one| one.words(language)).collect();
            let meant = nearest(words, all.iter().flat_map(|one| [one.zh, one.en]));
            Err(Problem::NotOneOf { found: words.to_owned(), allowed, nearest: meant })
        }
    }
}

fn thing(among: Among, words: &str, names: &Names) -> Result<String, Problem> {
    match names.find(among, words) {
        Found::One(id) => Ok(id),
        Found::Many(count) => Err(Problem::Many { found: words.to_owned(), among, count }),
        Found::None => {
            let nearest = names.nearest(among, words);
            Err(Problem::NoSuch { found: words.to_owned(), among, nearest })
        }
    }
}
