//! The words around a figure: how it compares, how firmly it is promised, how it is counted. What the words do not say
//! stays unsaid: nothing is guessed.

use crate::plan::{Basis, Comparator, Modality, unit};

/// How a figure compares, with the words that say it. `>` is never `≥`: each word has one meaning.
const BEFORE: [(&str, Comparator); 46] = [
    ("不少于", Comparator::AtLeast),
    ("不低于", Comparator::AtLeast),
    ("不小于", Comparator::AtLeast),
    ("不得少于", Comparator::AtLeast),
    ("不得低于", Comparator::AtLeast),
    ("至少", Comparator::AtLeast),
    ("≥", Comparator::AtLeast),
    ("不超过", Comparator::AtMost),
    ("不高于", Comparator::AtMost),
    ("不多于", Comparator::AtMost),
    ("不大于", Comparator::AtMost),
    ("不得超过", Comparator::AtMost),
    ("控制在", Comparator::AtMost),
    ("≤", Comparator::AtMost),
    ("突破", Comparator::GreaterThan),
    ("超过", Comparator::GreaterThan),
    ("大于", Comparator::GreaterThan),
    ("高于", Comparator::GreaterThan),
    ("多于", Comparator::GreaterThan),
    (">", Comparator::GreaterThan),
    ("低于", Comparator::LessThan),
    ("少于", Comparator::LessThan),
    ("小于", Comparator::LessThan),
    ("<", Comparator::LessThan),
    ("达到", Comparator::Reach),
    ("提高到", Comparator::Reach),
    ("提升到", Comparator::Reach),
    ("提升至", Comparator::Reach),
    ("提高至", Comparator::Reach),
    ("增加到", Comparator::Reach),
    ("增至", Comparator::Reach),
    ("达", Comparator::Reach),
    ("no fewer than", Comparator::AtLeast),
    ("no less than", Comparator::AtLeast),
    ("not less than", Comparator::AtLeast),
    ("at least", Comparator::AtLeast),
    ("no more than", Comparator::AtMost),
    ("not more than", Comparator::AtMost),
    ("at most", Comparator::AtMost),
    ("more than", Comparator::GreaterThan),
    ("over", Comparator::GreaterThan),
    ("above", Comparator::GreaterThan),
    ("fewer than", Comparator::LessThan),
    ("less than", Comparator::LessThan),
    ("below", Comparator::LessThan),
    ("to", Comparator::Reach),
];
const BEHIND: [(&str, Comparator); 6] = [
    ("以上", Comparator::AtLeast),
    ("及以上", Comparator::AtLeast),
    ("以内", Comparator::AtMost),
    ("之内", Comparator::AtMost),
    ("以下", Comparator::AtMost),
    ("or more", Comparator::AtLeast),
];
const MODALITIES: [(&str, Modality); 9] = [
    ("确保", Modality::Ensure),
    ("力争", Modality::Strive),
    ("努力", Modality::Strive),
    ("争取", Modality::Seek),
    ("ensure that", Modality::Ensure),
    ("ensure", Modality::Ensure),
    ("strive to", Modality::Strive),
    ("aim to", Modality::Strive),
    ("seek to", Modality::Seek),
];
/// What stands before or behind a name and says nothing of it.
const FILLERS: [&str; 14] = [
    "全市", "我市", "全区", "我区", "全县", "我县", "全省", "累计", "共", "总计", "预计", "分别", "要",
    "其中",
];
const COUNTED_SO: [(&str, Basis); 15] = [
    ("累计", Basis::RunningTotal),
    ("cumulative", Basis::RunningTotal),
    ("in total", Basis::RunningTotal),
    ("新增", Basis::YearlyFlow),
    ("每年", Basis::YearlyFlow),
    ("年均", Basis::YearlyFlow),
    ("当年", Basis::YearlyFlow),
    ("a year", Basis::YearlyFlow),
    ("each year", Basis::YearlyFlow),
    ("总数", Basis::Stock),
    ("总量", Basis::Stock),
    ("保有量", Basis::Stock),
    ("存量", Basis::Stock),
    ("注册数", Basis::Stock),
    ("拥有", Basis::Stock),
];

/// What ends a stretch of words, the longest first; with the words without it.
fn ending<T: Copy>(words: &str, of: &[(&'static str, T)]) -> Option<(String, &'static str, T)> {
    let lower = words.to_ascii_lowercase();
    let hits = of.iter().filter(|(word, _)| ends_with_word(&lower, word));
    let (word, what) = hits.max_by_key(|(word, _)| word.len())?;
    Some((words.get(..words.len() - word.len())?.trim_end().to_owned(), word, *what))
}

fn beginning<T: Copy>(words: &str, of: &[(&'static str, T)]) -> Option<(String, &'static str, T)> {
    let lower = words.to_ascii_lowercase();
    let hits = of.iter().filter(|(word, _)| starts_with_word(&lower, word));
    let (word, what) = hits.max_by_key(|(word, _)| word.len())?;
    Some((words.get(word.len()..)?.trim_start().to_owned(), word, *what))
}

/// An English word ends where a blank stands: `over` is none in `cover`.
fn ends_with_word(words: &str, word: &str) -> bool {
    let Some(before) = words.strip_suffix(word) else { return false };
    let is_latin = word.starts_with(|one: char| one.is_ascii_alphabetic());
    !is_latin || before.is_empty() || before.ends_with(|one: char| !one.is_ascii_alphanumeric())
}

fn starts_with_word(words: &str, word: &str) -> bool {
    let Some(behind) = words.strip_prefix(word) else { return false };
    let is_latin = word.ends_with(|one: char| one.is_ascii_alphabetic());
    !is_latin || behind.is_empty() || behind.starts_with(|one: char| !one.is_ascii_alphanumeric())
}

/// How a figure compares: by the words that end before it, else by those behind its unit. The words as written come with
/// it, and what is left of the words before.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// What the words say.
    pub comparator: Comparator,
    /// The words; empty for a bare number.
    pub words: String,
    /// What stands before them.
    pub rest: String,
}

/// Reads the words around a figure.
pub fn compared(before: &str, behind: &str) -> Compared {
    let head = ending(before.trim_end(), &BEFORE);
    let tail = BEHIND.into_iter().find(|(word, _)| behind.trim_start().starts_with(word));
    let (rest, said) = match head {
        // 达到不低于, to below: the closer words decide, and neither belongs to the name.
        Some((rest, word, comparator)) => match ending(&rest, &BEFORE) {
            Some((shorter, _, Comparator::Reach)) => (shorter, Some((word, comparator))),
            _ => (rest, Some((word, comparator))),
        },
        None => (before.trim_end().to_owned(), None),
    };
    // 达到30家以上 is no bare 达到: the bound stands behind.
    let said = match (said, tail) {
        (None | Some((_, Comparator::Reach)), Some(tail)) => Some(tail),
        (said, _) => said,
    };
    let (words, comparator) = said.unwrap_or(("", Comparator::Unstated));
    Compared { comparator, words: words.to_owned(), rest }
}

/// What stands behind a unit and belongs to the comparison alone: 以上.
pub fn without_bound(behind: &str) -> &str {
    let behind = behind.trim_start();
    BEHIND.into_iter().find_map(|(word, _)| behind.strip_prefix(word)).unwrap_or(behind)
}

/// How firmly the words promise it: by the first of them.
pub fn modality(words: &str) -> Modality {
    let lower = words.to_ascii_lowercase();
    let first = MODALITIES.iter().filter_map(|(word, what)| Some((lower.find(word)?, what)));
    first.min_by_key(|(at, _)| *at).map_or(Modality::None, |(_, what)| *what)
}

/// A name out of the words before a figure: without what promises, compares and fills.
pub fn name(words: &str) -> String {
    let fillers = FILLERS.map(|word| (word, ()));
    let modalities = MODALITIES.map(|(word, _)| (word, ()));
    let mut name = words.trim().to_owned();
    loop {
        let before = name.clone();
        for list in [&fillers[..], &modalities[..]] {
            if let Some((rest, ..)) = beginning(&name, list) {
                name = rest;
            }
            if let Some((rest, ..)) = ending(&name, list) {
                name = rest;
            }
        }
        name =
            name.trim_matches(|one: char| one.is_whitespace() || "，,、：:；;。.".contains(one)).to_owned();
        if name == before {
            return name;
        }
    }
}

/// How the figures are counted, where the words say so.
pub fn basis(words: &str, of_unit: &str) -> Basis {
    let lower = words.to_ascii_lowercase();
    let said = COUNTED_SO.into_iter().find(|(word, _)| lower.contains(word)).map(|(_, basis)| basis);
    match said {
        _ if unit::is_rate(of_unit) => Basis::Level,
        Some(basis) => basis,
        None => Basis::Unstated,
    }
}

/// Whether what is promised without a number only points somewhere.
pub fn is_direction(words: &str) -> bool {
    const TOWARDS: [&str; 11] =
        ["迈进", "稳步", "向前", "不断", "持续", "积极", "逐步", "进一步", "towards", "continue", "keep "];
    let lower = words.to_ascii_lowercase();
    TOWARDS.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_is_never_at_least() {
        for (before, behind, comparator, words, rest) in [
            ("转化率突破", "", Comparator::GreaterThan, "突破", "转化率"),
            ("转化率>", "", Comparator::GreaterThan, ">", "转化率"),
            ("转化率≥", "", Comparator::AtLeast, "≥", "转化率"),
            ("项目不少于", "", Comparator::AtLeast, "不少于", "项目"),
            ("少于", "", Comparator::LessThan, "少于", ""),
            ("载体达到", "", Comparator::Reach, "达到", "载体"),
            ("载体达到", "以上", Comparator::AtLeast, "以上", "载体"),
            ("平台", "以上", Comparator::AtLeast, "以上", "平台"),
            ("能耗控制在", "以内", Comparator::AtMost, "控制在", "能耗"),
            ("技术", "", Comparator::Unstated, "", "技术"),
            ("Plant at least", "trees", Comparator::AtLeast, "at least", "Plant"),
            ("Plant more than", "trees", Comparator::GreaterThan, "more than", "Plant"),
            ("cut waste to below", "", Comparator::LessThan, "below", "cut waste"),
            ("Discover", "", Comparator::Unstated, "", "Discover"),
        ] {
            let found = compared(before, behind);
            assert_eq!(
                (found.comparator, &*found.words, &*found.rest),
                (comparator, words, rest),
                "{before}"
            );
        }
    }

    #[test]
    fn a_name_is_what_is_counted_and_nothing_around_it() {
        for (words, expected) in [
            ("力争省级“揭榜挂帅”等科技攻关项目", "省级“揭榜挂帅”等科技攻关项目"),
            ("雏鹰、瞪羚企业总数力争", "雏鹰、瞪羚企业总数"),
            ("争取累计入库省级典型联盟", "入库省级典型联盟"),
            ("“带土移植”项目总数累计", "“带土移植”项目总数"),
            ("我市创新载体", "创新载体"),
        ] {
            assert_eq!(name(words), expected);
        }
    }

    #[test]
    fn what_the_words_do_not_say_is_not_stated() {
        assert_eq!(basis("技术合同成交额", "亿元"), Basis::Unstated);
        assert_eq!(basis("累计新增平台", "个"), Basis::RunningTotal);
        assert_eq!(basis("转化率", "%"), Basis::Level);
        assert_eq!(modality("力争突破"), Modality::Strive);
        assert_eq!(modality("达到"), Modality::None);
    }
}
