//! The name in a cell: without numbering, brackets, units and what else tables put around it, and which of the
//! indicators it names.

use super::place::Item;
use super::{MOST_LETTERS, figure, head};
use crate::plan::unit;

/// A name as a cell has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// As it stands there, without spaces around it.
    raw: String,
    /// Without more and more of its numbering, in half-width letters.
    forms: Vec<String>,
    /// Which of the forms is the first without 其中 before it: that may be a part of what stands above.
    of_which: Option<usize>,
    /// The unit in its last brackets or behind it: 技术合同成交额（万元）.
    pub unit: Option<String>,
}

/// How well a name fits; the first is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Exact,
    /// But for numbering, quotes, spaces and letter widths.
    Same,
    Alias,
    /// But for words in brackets.
    WithoutBrackets,
    /// But for 全市, 总数 and the like, and for short forms in use.
    Core,
    /// Nearly: worth asking, never taken.
    Near,
}

impl Named {
    pub fn of(cell: &str) -> Self {
        let raw: String = cell.trim_matches(figure::is_space).chars().take(MOST_LETTERS).collect();
        let narrow: String = raw.chars().map(figure::narrow).collect();
        let (name, unit) = without_unit(without_mark(narrow.trim()));
        let mut forms = vec![name.to_owned()];
        let mut of_which = None;
        let mut rest = name;
        while let Some(bare) = unnumbered(rest).filter(|bare| !bare.is_empty() && forms.len() < 6) {
            if of_which.is_none() && rest.trim_start().starts_with("其中") {
                of_which = Some(forms.len());
            }
            forms.push(bare.to_owned());
            rest = bare;
        }
        // A number right before a word, as 1高企: only where nothing else fits.
        let glued = rest.trim_start_matches(|one: char| one.is_ascii_digit());
        let number = rest.strip_suffix(glued).unwrap_or_default();
        if !number.is_empty() && !is_year(number) && glued.chars().next().is_some_and(|one| !one.is_ascii()) {
            forms.push(glued.to_owned());
        }
        Self { raw, forms, of_which, unit }
    }

    /// Whether any form is one of the words.
    pub fn is_one_of(&self, words: &[String]) -> bool {
        self.forms
            .iter()
            .map(|form| squeezed(form))
            .any(|form| words.iter().any(|word| squeezed(word) == form))
    }

    /// Every form without spaces and signs.
    pub fn squeezed(&self) -> Vec<String> {
        self.forms.iter().map(|form| squeezed(form)).collect()
    }

    /// The indicators that have the name, by place, with how well it fits; those of the best fit only.
    pub fn matches(&self, known: &Known) -> Option<(Fit, Vec<usize>)> {
        if self.raw.is_empty() || matches!(figure::split(&self.raw, &[]), Ok(Some(_))) {
            return None;
        }
        let those = |is: &dyn Fn(&Forms) -> bool| -> Vec<usize> {
            known.0.iter().enumerate().filter(|(_, item)| is(item)).map(|(at, _)| at).collect()
        };
        let found = |fit, all: Vec<usize>| (!all.is_empty()).then_some((fit, all));
        let exact = those(&|item| item.exact.contains(&self.raw));
        if let Some(found) = found(Fit::Exact, exact) {
            return Some(found);
        }
        let by = |fit, shape: fn(&str) -> String, of: fn(&Forms) -> &Vec<String>| {
            let sure = self.forms.iter().take(self.of_which.unwrap_or(usize::MAX));
            sure.map(|form| (form, shape(form))).filter(|(_, shaped)| !shaped.is_empty()).find_map(
                |(form, shaped)| {
                    let is_it = |item: &Forms| of(item).contains(&shaped) && !item.is_qualified(form);
                    found(fit, those(&is_it))
                },
            )
        };
        by(Fit::Same, squeezed, |item| &item.names)
            .or_else(|| by(Fit::Alias, squeezed, |item| &item.aliases))
            .or_else(|| by(Fit::WithoutBrackets, bare, |item| &item.bare))
            .or_else(|| by(Fit::WithoutBrackets, bare, |item| &item.bare_aliases))
            .or_else(|| by(Fit::Core, core, |item| &item.core))
            .or_else(|| by(Fit::Core, core, |item| &item.core_aliases))
            .or_else(|| {
                // But for words that may make another figure of it: （2023年）, （新增）, 其中.
                let shaped = self.forms.iter().map(|form| (squeezed(form), core(form)));
                shaped.filter(|(_, core)| !core.is_empty()).find_map(|(form, core)| {
                    let is_it = |item: &Forms| {
                        item.aliases.contains(&form)
                            || item.core.contains(&core)
                            || item.core_aliases.contains(&core)
                    };
                    found(Fit::Near, those(&is_it))
                })
            })
            .or_else(|| {
                let form = self.forms.last().map(|form| core(form))?;
                found(Fit::Near, those(&|item| item.core.iter().any(|name| is_near(&form, name))))
            })
    }
}

/// The names of the items, as they are held against those of a table: made once, for a table has many cells.
pub(super) struct Known(Vec<Forms>);

/// The names of an item in every shape.
struct Forms {
    exact: Vec<String>,
    names: Vec<String>,
    aliases: Vec<String>,
    bare: Vec<String>,
    bare_aliases: Vec<String>,
    core: Vec<String>,
    core_aliases: Vec<String>,
    units: Vec<String>,
}

impl Forms {
    /// Whether a name has words in brackets that make another figure of it, and that the item has not.
    fn is_qualified(&self, form: &str) -> bool {
        let is_own = |words: &String| {
            self.units.contains(words)
                || self.names.iter().chain(&self.aliases).any(|name| name.contains(words.as_str()))
        };
        brackets(form).iter().any(|words| tells(words) && !is_own(words))
    }
}

impl Known {
    pub fn of(items: &[Item]) -> Self {
        let shaped =
            |words: &[String], shape: fn(&str) -> String| words.iter().map(|one| shape(one)).collect();
        let forms = |item: &Item| Forms {
            exact: item.names.clone(),
            names: shaped(&item.names, squeezed),
            aliases: shaped(&item.aliases, squeezed),
            bare: shaped(&item.names, bare),
            bare_aliases: shaped(&item.aliases, bare),
            core: shaped(&item.names, core),
            core_aliases: shaped(&item.aliases, core),
            units: shaped(&item.units, squeezed),
        };
        Self(items.iter().map(forms).collect())
    }
}

fn bare(text: &str) -> String {
    squeezed(&without_brackets(text))
}

/// Words that make another indicator of a name.
const TELLING: [&str; 20] = [
    "新增",
    "净增",
    "国家",
    "省级",
    "市级",
    "县级",
    "率",
    "速",
    "比",
    "额",
    "户",
    "项目",
    "团队",
    "人",
    "规上",
    "规模以上",
    "new",
    "share",
    "rate",
    "per",
];

/// Whether words in brackets make another figure of the name before them.
fn tells(words: &str) -> bool {
    const MORE: [&str; 13] =
        ["月", "季", "半年", "全省", "全国", "不含", "除", "万", "亿", "千", "yuan", "month", "excluding"];
    words.contains(|one: char| one.is_ascii_digit())
        || TELLING.iter().chain(&MORE).any(|word| words.contains(word))
        || head::is_other_figure(words)
}

/// Two names that differ in little, and in nothing that makes another indicator of it.
fn is_near(one: &str, other: &str) -> bool {
    let tells = |word: &str| one.contains(word) != other.contains(word);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if TELLING.iter().any(|word| tells(word)) || digits(one) != digits(other) {
        return false;
    }
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (mine, theirs) = (pairs(one), pairs(other));
    let shared = mine.iter().filter(|pair| theirs.contains(pair)).count();
    // Seven tenths of both names.
    !mine.is_empty() && 20 * shared >= 7 * (mine.len() + theirs.len())
}

/// The name without the mark of a note behind it: 高企总数①.
fn without_mark(name: &str) -> &str {
    let is_mark = |one: char| matches!(one, '\u{2460}'..='\u{2473}' | '*' | '※');
    match name.trim_end_matches(is_mark).trim_end() {
        "" => name,
        bare => bare,
    }
}

/// The name without the unit in its last brackets or behind it, and the unit.
fn without_unit(name: &str) -> (&str, Option<String>) {
    let Some((before, inside)) = name.strip_suffix(')').and_then(|open| open.rsplit_once('(')) else {
        return unit_behind(name).map_or((name, None), |(before, unit)| (before, Some(unit)));
    };
    let inside = inside.trim();
    let inside = inside.strip_prefix("单位").map_or(inside, |rest| rest.trim_start_matches([':', ' ']));
    match unit_in(inside).filter(|_| !before.trim().is_empty()) {
        Some(unit) => (before.trim_end(), Some(unit)),
        None => (name, None),
    }
}

/// The unit that words are, if they are nothing else: 人民币万元 is 万元, and English money is told in words that nothing here
/// converts.
pub(super) fn unit_in(words: &str) -> Option<String> {
    let narrow: String = words.chars().map(figure::narrow).collect();
    let bare = narrow.trim().trim_start_matches("人民币").trim_start_matches([':', ' ']);
    // 增幅% is more than a unit.
    if unit::is_unit(bare) && (bare == "%" || !bare.contains('%')) {
        return Some(bare.to_owned());
    }
    const MONEY: [&str; 8] = ["yuan", "rmb", "cny", "usd", "dollars", "euros", "million", "billion"];
    const BESIDE: [&str; 7] = ["in", "of", "thousand", "100", "1,000", "10,000", "10000"];
    let lower = bare.to_ascii_lowercase();
    let is_money = lower.split(' ').any(|word| MONEY.contains(&word))
        && lower.split(' ').all(|word| MONEY.contains(&word) || BESIDE.contains(&word));
    is_money.then(|| bare.to_owned())
}

/// The words before a unit that stands behind a sign or a space, and the unit: 成交额/万元. What is counted is no unit
/// there, for 户数 and 人次 are names too.
pub(super) fn unit_behind(words: &str) -> Option<(&str, String)> {
    let signs = words.match_indices([' ', '/', ',', ':']);
    signs.filter(|(at, _)| *at > 0).find_map(|(at, sign)| {
        let (before, rest) = (words.get(..at)?, words.get(at + sign.len()..)?);
        let unit = unit_in(rest).filter(|unit| !unit::is_counted(unit))?;
        Some((before.trim_end(), unit))
    })
}

/// What stands behind one numbering, if there is one.
fn unnumbered(name: &str) -> Option<&str> {
    let name = name.trim_matches(figure::is_space);
    let first = name.chars().next()?;
    let after = name.get(first.len_utf8()..)?.trim_start();
    if matches!(
        first,
        '•' | '●'
            | '○'
            | '◆'
            | '◇'
            | '■'
            | '□'
            | '▪'
            | '▲'
            | '△'
            | '★'
            | '☆'
            | '※'
            | '*'
            | '#'
            | '·'
            | '-'
            | '—'
    ) {
        return Some(after);
    }
    if matches!(first, '\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{3229}' | '\u{3280}'..='\u{3289}')
    {
        return Some(after.trim_start_matches(['.', ',', ' ']));
    }
    if let Some(rest) = name.strip_prefix("其中") {
        return Some(rest.trim_start_matches([':', ',', ' ']));
    }
    if let Some(close) = match first {
        '(' => Some(')'),
        '[' => Some(']'),
        '【' => Some('】'),
        '〔' => Some('〕'),
        _ => None,
    } {
        let (inside, rest) = after.split_once(close)?;
        return is_numeral(inside.trim()).then_some(rest.trim_start_matches([',', '.', ' ']));
    }
    if let Some(rest) = name.strip_prefix('第') {
        let end = rest.find(|one: char| !is_chinese_numeral(one) && !one.is_ascii_digit())?;
        let (numeral, rest) = rest.split_at(end);
        let bare = rest.trim_start_matches(['项', '条', '类', '款', ',', '.', ':', ' ']);
        return (!numeral.is_empty() && bare.len() < rest.len()).then_some(bare);
    }
    let is_part = |one: char| one.is_ascii_digit() || one == '.' || is_chinese_numeral(one);
    let end = name.find(|one| !is_part(one)).unwrap_or(name.len());
    let (numeral, rest) = name.split_at(end);
    let digits = numeral.trim_end_matches('.');
    let bare = rest.strip_prefix('是').unwrap_or(rest).trim_start_matches([',', ')', ':', ' ', '.']);
    let is_apart = bare.len() < rest.len() || digits.len() < numeral.len();
    if is_year(digits) {
        return None;
    }
    if !digits.is_empty() && digits.chars().count() <= 6 && is_apart {
        return Some(bare);
    }
    // Dotted parts stand apart by themselves: 1.1高企.
    let dotted = digits.contains('.') && digits.chars().all(|one| one.is_ascii_digit() || one == '.');
    if dotted {
        return Some(rest);
    }
    // A letter or a Roman number.
    let (letter, rest) = name.split_once(['.', ')', ','])?;
    is_numeral(letter).then_some(rest.trim_start())
}

fn is_chinese_numeral(letter: char) -> bool {
    matches!(letter, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '零' | '〇')
}

/// Whether digits are a year, which says whose figure it is, and no number of a row.
fn is_year(digits: &str) -> bool {
    digits.parse().is_ok_and(|year: u32| (1990..2100).contains(&year))
}

fn is_numeral(text: &str) -> bool {
    if is_year(text) {
        return false;
    }
    let letters = text.chars().count();
    let is_roman = |one: char| matches!(one, 'I' | 'V' | 'X' | 'i' | 'v' | 'x' | '\u{2160}'..='\u{217f}');
    let all = |is: &dyn Fn(char) -> bool| text.chars().all(is);
    (1..=5).contains(&letters)
        && (all(&|one| one.is_ascii_digit() || one == '.')
            || all(&is_chinese_numeral)
            || all(&is_roman)
            || (letters == 1 && all(&|one| one.is_ascii_alphabetic())))
}

fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    let narrow = name.chars().map(figure::narrow);
    let kept = narrow.filter(|letter| match letter {
        '(' | '[' | '【' | '〔' => {
            depth += 1;
            false
        }
        ')' | ']' | '】' | '〕' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    kept.collect()
}

/// The words in the brackets of a name, without spaces and signs.
fn brackets(name: &str) -> Vec<String> {
    let narrow: String = name.chars().map(figure::narrow).collect();
    let parts = narrow.split(['(', '[', '【', '〔']).skip(1);
    parts.map(|part| squeezed(part.split([')', ']', '】', '〕']).next().unwrap_or_default())).collect()
}

/// Letters and digits alone, in lower case and half width.
pub(super) fn squeezed(name: &str) -> String {
    let narrow = name.chars().map(figure::narrow);
    narrow.filter(|one| one.is_alphanumeric() || *one == '%').map(|one| one.to_ascii_lowercase()).collect()
}

/// What is left of a name without the words that tables add or leave out.
fn core(name: &str) -> String {
    const SHORT: [(&str, &str); 6] = [
        ("高企", "高新技术企业"),
        ("规上", "规模以上"),
        ("固投", "固定资产投资"),
        ("一般预算收入", "一般公共预算收入"),
        ("科技型中小微企业", "科技型中小企业"),
        ("市场主体", "经营主体"),
    ];
    const BEFORE: [&str; 11] =
        ["全市", "全区", "全县", "本市", "我市", "我区", "本区", "累计", "本年度", "本年", "当年"];
    const BEHIND: [&str; 14] = [
        "完成情况",
        "情况",
        "总数量",
        "总数",
        "总量",
        "数量",
        "个数",
        "家数",
        "户数",
        "项数",
        "人数",
        "总计",
        "数",
        "total",
    ];
    let mut name = squeezed(&without_brackets(name));
    name.retain(|one| !matches!(one, '的' | '和' | '与' | '及'));
    for (short, long) in SHORT {
        if !name.contains(long) {
            name = name.replace(short, long);
        }
    }
    let mut rest = name.as_str();
    while let Some(bare) =
        BEFORE.iter().find_map(|word| rest.strip_prefix(word)).filter(|bare| !bare.is_empty())
    {
        rest = bare;
    }
    while let Some(bare) =
        BEHIND.iter().find_map(|word| rest.strip_suffix(word)).filter(|bare| bare.chars().count() > 1)
    {
        rest = bare;
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_a_note_is_no_part_of_a_name() {
        for name in ["高企总数①", "高企总数（户）②", "高企总数 *", "高企总数**", "高企总数※"]
        {
            assert_eq!(Named::of(name).squeezed(), ["高企总数"], "{name}");
        }
        assert_eq!(Named::of("①").squeezed(), ["①"]);
    }

    #[test]
    fn numbering_of_every_usual_manner_is_no_part_of_a_name() {
        for numbering in [
            "一、",
            "（一）",
            "(一)",
            "1.",
            "1．",
            "1、",
            "1 ",
            "(1)",
            "（1）",
            "①",
            "⑴",
            "⒈",
            "㈠",
            "第一、",
            "第1项 ",
            "1.1 ",
            "1.1.2",
            "1）",
            "A.",
            "a)",
            "Ⅰ、",
            "II. ",
            "其中：",
            "  其中:",
            "一是",
            "●",
            "- ",
            "# ",
            "一、（一）",
            "（一）1.",
            "1",
            "01",
            "十二、",
            "【1】",
            "12、",
        ] {
            let named = Named::of(&[numbering, "高新技术企业总数（户）"].concat());
            assert!(named.squeezed().contains(&"高新技术企业总数".to_owned()), "{numbering}: {named:?}");
            assert_eq!(named.unit.as_deref(), Some("户"), "{numbering}");
        }
        for name in ["一般公共预算收入", "第三产业增加值", "5G基站数", "2024年新增规上企业"]
        {
            assert!(Named::of(name).squeezed()[0].starts_with(&squeezed(name)), "{name}");
        }
    }
}
