//! What the head of a column says of the figures below it.

use super::place::{Item, Scope, Whose};
use super::{figure, name, place};
use crate::plan::unit;

/// A column by its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Its storeys, one after another.
    pub words: String,
    pub kind: Kind,
    pub unit: Option<String>,
    pub whose: Whose,
    /// It is a 小计: of a part, where another column has the whole.
    pub is_part: bool,
}

/// Which figures a column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Targets, other periods, notes: never taken.
    Other,
    /// A share or a change: taken only for an indicator that is a rate itself.
    Derived,
    /// The unit of each row.
    Unit,
    /// Since January.
    SinceJanuary,
    /// Since the plan began, or longer.
    SinceStart,
    /// Cumulative, without saying since when.
    Cumulative,
    /// What there is at the end.
    AtEnd,
    /// The month of the period, by its name.
    NamedMonth,
    /// Of the month alone.
    OneMonth,
    /// An amount, not a rate.
    Amount,
    /// Nothing of all this.
    Plain,
}

const OTHER: [&str; 52] = [
    "目标",
    "计划",
    "任务",
    "上年",
    "去年",
    "上月",
    "上期",
    "同期",
    "排名",
    "位次",
    "名次",
    "差额",
    "缺口",
    "差距",
    "备注",
    "说明",
    "责任",
    "牵头",
    "联系",
    "电话",
    "预计",
    "预期",
    "预测",
    "下月",
    "下一",
    "考核",
    "得分",
    "分值",
    "权重",
    "基期",
    "基数",
    "年份",
    "来源",
    "序号",
    "编号",
    "日期",
    "负责",
    "填报人",
    "问题",
    "下步",
    "target",
    "plan",
    "previous",
    "last year",
    "last month",
    "rank",
    "note",
    "remark",
    "responsible",
    "forecast",
    "baseline",
    "change on",
];
const DERIVED: [&str; 22] = [
    "%", "同比", "环比", "增幅", "增速", "增长", "增减", "增量", "占比", "比重", "比例", "百分", "率",
    "进度", "比上", "较上", "yoy", "growth", "share", "percent", "per cent", "change",
];

impl Head {
    /// What the storeys of a head say, from the upper to the lower one.
    pub fn of(storeys: &[&str], scope: &Scope) -> Self {
        let mut said: Vec<&str> = vec![];
        for storey in storeys.iter().map(|one| one.trim()) {
            if !storey.is_empty() && !said.contains(&storey) {
                said.push(storey);
            }
        }
        let words = said.join(" ");
        // A storey may be the unit alone: 万元 below 完成.
        let of_storey = |one: &&str| name::unit_in(one).filter(|unit| !unit::is_counted(unit));
        let told: Vec<&str> = said.iter().copied().filter(|one| of_storey(one).is_none()).collect();
        let narrow: String = told.join(" ").chars().map(figure::narrow).collect();
        let (bare, unit) = unit_of(&narrow.to_ascii_lowercase());
        let unit = said.iter().rev().find_map(of_storey).or(unit);
        let whose = said.iter().rev().map(|one| scope.whose(one)).find(|one| *one != Whose::Unsaid);
        let is_part = said.iter().any(|one| place::is_part(one));
        let kind = match unit.is_none()
            && matches!(name::squeezed(&bare).as_str(), "单位" | "计量单位" | "unit" | "units")
        {
            true => Kind::Unit,
            false => kind(&bare, scope),
        };
        Self { words, kind, unit, whose: whose.unwrap_or_default(), is_part }
    }

    /// The head with what the row says of its figures; none where the figures are not what is looked for.
    pub fn with(&self, of_row: &Self) -> Option<Self> {
        let kind = match (self.kind, of_row.kind) {
            (_, Kind::Other) => return None,
            (Kind::Plain | Kind::Amount, kind) => kind,
            (Kind::Unit | Kind::Other, _) | (_, Kind::Plain) => self.kind,
            (_, Kind::Derived) => Kind::Derived,
            _ => self.kind,
        };
        let words = [self.words.as_str(), &of_row.words].join(" ").trim().to_owned();
        Some(Self { kind, words, unit: of_row.unit.clone().or(self.unit.clone()), ..self.clone() })
    }

    /// Whether a share or change of this name is what an item is itself: 增速 of 投资增速, but no 完成率 of 转化率.
    pub fn is_of(&self, item: &Item) -> bool {
        const UNITS: [&str; 4] = ["%", "百分", "percent", "per cent"];
        let head = name::squeezed(&self.words);
        let names: Vec<String> = item.names.iter().map(|one| name::squeezed(one)).collect();
        let is_named = |word: &str| names.iter().any(|name| name.contains(word));
        let mut words =
            DERIVED.iter().filter(|word| !UNITS.contains(word) && head.contains(**word)).peekable();
        words.peek().is_none()
            || words.any(|word| match *word {
                // Every rate ends in it: with what stands before it, it tells which one it is.
                "率" => head.match_indices('率').any(|(end, _)| {
                    let before = head.get(..end).unwrap_or_default();
                    let from = before.char_indices().rev().nth(1).map_or(0, |(from, _)| from);
                    before.chars().count() > 1 && head.get(from..end + word.len()).is_some_and(is_named)
                }),
                word => is_named(word),
            })
    }

    /// Whether the words are those of a head, and not of a row.
    pub fn is_telling(&self) -> bool {
        !matches!(self.kind, Kind::Plain)
            || ["完成", "实际", "数值", "填报", "本期", "actual", "value", "数量"]
                .iter()
                .any(|word| self.words.contains(word))
    }
}

/// What words between a name and its figure say of the figure: 目标, 累计, 1-8月. None where they are anything else, as a
/// department, a kind of indicator or how often it is reported.
pub(super) fn of_row(words: &str, scope: &Scope) -> Option<Head> {
    const SAID: [&str; 57] = [
        "目标",
        "目标值",
        "目标数",
        "年度目标",
        "全年目标",
        "年度目标值",
        "计划",
        "计划数",
        "计划值",
        "年度计划",
        "全年计划",
        "任务",
        "任务数",
        "目标任务",
        "年度任务",
        "上年",
        "去年",
        "上月",
        "上年同期",
        "去年同期",
        "同期",
        "同期数",
        "预计",
        "预计数",
        "基数",
        "排名",
        "差额",
        "同比",
        "环比",
        "同比增长",
        "增长",
        "增幅",
        "增速",
        "占比",
        "完成率",
        "完成进度",
        "完成比例",
        "本月",
        "当月",
        "本月数",
        "本月完成",
        "当月完成",
        "累计",
        "累计数",
        "累计完成",
        "本年累计",
        "年初累计",
        "年初至今",
        "完成",
        "完成数",
        "完成值",
        "实际",
        "实际完成",
        "实际数",
        "target",
        "actual",
        "plan",
    ];
    let bare = name::squeezed(words);
    let is_short = bare.chars().count() <= 10;
    let is_period = is_short && bare.contains('月') && bare.contains(|one: char| one.is_ascii_digit());
    let has_english = matches!(bare.as_str(), "thismonth" | "yeartodate" | "lastyear" | "previousyear");
    (is_period || has_english || SAID.contains(&bare.as_str())).then(|| Head::of(&[words], scope))
}

/// Whether a row says who filled a table in, when, and in which unit, and is no storey of its head: `填报单位：…`, or
/// `填报日期` beside a day.
pub(super) fn is_caption(words: &[&str]) -> bool {
    const LABELS: [&str; 22] = [
        "填报单位",
        "报送单位",
        "填表单位",
        "上报单位",
        "单位名称",
        "单位负责人",
        "填报人",
        "填表人",
        "制表人",
        "制表",
        "审核人",
        "审核",
        "联系人",
        "联系电话",
        "填报日期",
        "填报时间",
        "报送日期",
        "制表日期",
        "填表日期",
        "日期",
        "单位",
        "表号",
    ];
    let is_label = |words: &str| LABELS.contains(&name::squeezed(words).as_str());
    let says = |words: &&str| {
        let narrow: String = words.chars().map(figure::narrow).collect();
        narrow.split_once(':').is_some_and(|(label, _)| is_label(label))
    };
    // 日期 may be a column, whose head stands among others.
    let is_dated = match words {
        [label, day] => {
            label.ends_with(['期', '间']) && is_label(label) && matches!(super::day(day), Ok(Some(_)))
        }
        _ => false,
    };
    is_dated || words.iter().any(says)
}

/// The head without the unit in its brackets or behind it, and the unit.
fn unit_of(head: &str) -> (String, Option<String>) {
    let mut bare = String::new();
    let mut found = None;
    for (at, part) in head.split('(').enumerate() {
        let (inside, rest) = match at {
            0 => ("", part),
            _ => part.split_once(')').unwrap_or((part, "")),
        };
        let inside = inside.trim().trim_start_matches("单位").trim_start_matches([':', ' ']);
        if let Some(unit) = name::unit_in(inside) {
            found = Some(unit);
        } else {
            bare.push_str(inside);
        }
        bare.push_str(rest);
    }
    if let Some(rest) = bare.trim_end().strip_suffix('%') {
        return (rest.trim_end().to_owned(), Some("%".to_owned()));
    }
    if let Some((before, unit)) = name::unit_behind(&bare).filter(|_| found.is_none()) {
        return (before.to_owned(), Some(unit));
    }
    (bare, found)
}

/// Whether words beside a name speak of targets, shares, changes or other periods.
pub(super) fn is_other_figure(words: &str) -> bool {
    OTHER.iter().chain(&DERIVED).any(|word| words.contains(word))
}

fn kind(head: &str, scope: &Scope) -> Kind {
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    let is_done = has(&["任务完成", "目标完成", "计划完成", "任务实际"]);
    let is_derived = has(&DERIVED);
    if has(&OTHER) && (!is_done || is_derived) {
        return Kind::Other;
    }
    if is_derived {
        return Kind::Derived;
    }
    match period(head, scope) {
        Period::Other => return Kind::Other,
        Period::SinceStart => return Kind::SinceStart,
        Period::SinceJanuary => return Kind::SinceJanuary,
        Period::Quarter => return Kind::OneMonth,
        Period::Month if has(&["截至", "截止", "累计", "末", "底"]) => return Kind::Cumulative,
        Period::Month => return Kind::NamedMonth,
        Period::Unsaid => {}
    }
    if has(&["年初", "今年", "本年", "当年", "年内", "ytd", "year to date", "since january"]) {
        return Kind::SinceJanuary;
    }
    if has(&["历年", "以来", "总累计", "累计总", "since "]) {
        return Kind::SinceStart;
    }
    if has(&["累计", "至今", "截至", "截止", "cumulative", "to date", "running total"]) {
        return Kind::Cumulative;
    }
    if has(&["月末", "期末", "现有", "存量", "总数", "总量", "在册", "在库", "at the end"]) {
        return Kind::AtEnd;
    }
    if has(&["本月", "当月", "单月", "本季", "当季", "this month", "in the month", "monthly"]) {
        return Kind::OneMonth;
    }
    if has(&["绝对", "金额", "amount"]) {
        return Kind::Amount;
    }
    Kind::Plain
}

enum Period {
    Unsaid,
    Other,
    Month,
    /// A quarter that ends with the month.
    Quarter,
    SinceJanuary,
    SinceStart,
}

/// The period that a head names.
fn period(head: &str, scope: &Scope) -> Period {
    let head = since_january(&arabic(head).replace("个月", "月"));
    let (year, month) = (scope.month.year(), u32::from(scope.month.number()));
    let mut years: Vec<u32> = numbers(&head)
        .into_iter()
        .filter(|(one, _)| (1990..2100).contains(one))
        .map(|(one, _)| one)
        .chain(short_years(&head))
        .collect();
    years.dedup();
    if !years.is_empty() {
        let is_from = head.contains("以来") || head.contains("至今") || head.contains("since");
        if is_from && !years.contains(&u32::from(year.0)) || years.len() > 1 {
            return Period::SinceStart;
        }
        if is_from {
            return Period::SinceJanuary;
        }
        if !years.contains(&u32::from(year.0)) {
            return Period::Other;
        }
    }
    if head.contains("上半年") || head.contains("全年") || head.contains("年度") {
        let ends = if head.contains("上半年") { 6 } else { 12 };
        return if month == ends { Period::SinceJanuary } else { Period::Other };
    }
    if let Some(quarter) = quarter(&head) {
        return match (quarter * 3 == month, head.contains('前') || head.contains("累计")) {
            (false, _) => Period::Other,
            (true, true) => Period::SinceJanuary,
            (true, false) => Period::Quarter,
        };
    }
    let months: Vec<u32> = numbers(&head)
        .into_iter()
        .filter(|(one, unit)| (1..=12).contains(one) && *unit)
        .map(|(one, _)| one)
        .collect();
    match months.as_slice() {
        [] => match english(&head, month) {
            // The year alone is what there is of it so far.
            Period::Unsaid if !years.is_empty() => Period::SinceJanuary,
            said => said,
        },
        [one] if *one == month => Period::Month,
        [1, .., last] if *last == month => Period::SinceJanuary,
        _ => Period::Other,
    }
}

fn english(head: &str, month: u32) -> Period {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let words = head.split(|one: char| !one.is_ascii_alphabetic()).filter(|word| word.len() >= 3);
    let months: Vec<u32> = words
        .filter_map(|word| NAMES.iter().zip(1..).find(|(name, _)| name.starts_with(word)))
        .map(|(_, number)| number)
        .collect();
    match months.as_slice() {
        [] => Period::Unsaid,
        [one] if *one == month => Period::Month,
        [1, last] if *last == month => Period::SinceJanuary,
        _ => Period::Other,
    }
}

fn quarter(head: &str) -> Option<u32> {
    let before = head.split_once("季度").map(|(before, _)| before);
    let digit = before.and_then(|before| before.chars().last()).and_then(|one| one.to_digit(10));
    let short = head
        .split(|one: char| !one.is_ascii_alphanumeric())
        .find_map(|word| word.strip_prefix('q')?.parse().ok());
    digit.or(short).filter(|quarter| (1..=4).contains(quarter))
}

/// The years of two digits: 23年1-8月.
fn short_years(head: &str) -> Vec<u32> {
    let before = head.match_indices('年').filter_map(|(at, _)| head.get(..at));
    let digits = before.filter_map(|before| {
        let end = before.trim_end_matches(|one: char| one.is_ascii_digit()).len();
        before.get(end..).filter(|digits| digits.len() == 2)
    });
    digits.filter_map(|digits| digits.parse::<u32>().ok()).map(|year| 2000 + year).collect()
}

/// The first months of a year as a span: 前7月 is 1-7月; some months that end or begin anywhere are none that is looked for.
fn since_january(head: &str) -> String {
    let Some((before, rest)) = head.split_once(['前', '近', '后']) else { return head.to_owned() };
    let digits = rest.len() - rest.trim_start_matches(|one: char| one.is_ascii_digit()).len();
    let (number, behind) = rest.split_at(digits);
    if number.is_empty() || !behind.starts_with('月') {
        return head.to_owned();
    }
    let from = if head.contains(['近', '后']) { "12" } else { "1" };
    [before, from, "-", number, behind].concat()
}

/// The numbers in a head, and whether 月 follows, or a stroke to one that it follows.
fn numbers(head: &str) -> Vec<(u32, bool)> {
    let mut found: Vec<(u32, bool)> = vec![];
    let letters: Vec<char> = head.chars().collect();
    let mut at = 0;
    while at < letters.len() {
        let digits: String = letters.iter().skip(at).take_while(|one| one.is_ascii_digit()).take(6).collect();
        if digits.is_empty() {
            at += 1;
            continue;
        }
        at += digits.len();
        let is_month = letters.get(at) == Some(&'月');
        let is_range = letters.get(at).is_some_and(|one| matches!(one, '-' | '—' | '~' | '至' | '到'))
            && letters.get(at + 1).is_some_and(char::is_ascii_digit);
        found.push((digits.parse().unwrap_or_default(), is_month || is_range));
    }
    found
}

/// Chinese numerals before 月 and 季度 as digits.
fn arabic(head: &str) -> String {
    const NUMERALS: [(&str, &str); 12] = [
        ("十二", "12"),
        ("十一", "11"),
        ("十", "10"),
        ("一", "1"),
        ("二", "2"),
        ("三", "3"),
        ("四", "4"),
        ("五", "5"),
        ("六", "6"),
        ("七", "7"),
        ("八", "8"),
        ("九", "9"),
    ];
    if !head.contains('月') && !head.contains("季度") {
        return head.to_owned();
    }
    NUMERALS.iter().fold(head.to_owned(), |head, (numeral, digits)| head.replace(numeral, digits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Month;

    #[test]
    fn a_head_says_which_figures_stand_below_it() {
        let scope =
            Scope { month: Month::parse("2024-08").unwrap(), own: vec![], others: vec!["海城市".into()] };
        for (head, kind) in [
            ("完成值", Kind::Plain),
            ("本月", Kind::OneMonth),
            ("8月", Kind::NamedMonth),
            ("八月份完成", Kind::NamedMonth),
            ("2024年8月", Kind::NamedMonth),
            ("7月", Kind::Other),
            ("1-8月", Kind::SinceJanuary),
            ("1—8月累计", Kind::SinceJanuary),
            ("一至八月", Kind::SinceJanuary),
            ("1-7月", Kind::Other),
            ("前7个月", Kind::Other),
            ("前七个月累计", Kind::Other),
            ("前8个月", Kind::SinceJanuary),
            ("前八月", Kind::SinceJanuary),
            ("近8个月", Kind::Other),
            ("8个月", Kind::NamedMonth),
            ("23年1-8月", Kind::Other),
            ("24年1-8月", Kind::SinceJanuary),
            ("24年8月", Kind::NamedMonth),
            ("2024年1月-2024年8月", Kind::SinceJanuary),
            ("本年累计", Kind::SinceJanuary),
            ("年初以来累计", Kind::SinceJanuary),
            ("累计完成", Kind::Cumulative),
            ("2023年以来累计", Kind::SinceStart),
            ("历年累计", Kind::SinceStart),
            ("2024年", Kind::SinceJanuary),
            ("2023年", Kind::Other),
            ("2024年目标", Kind::Other),
            ("任务完成数", Kind::Plain),
            ("目标任务", Kind::Other),
            ("上年同期", Kind::Other),
            ("同比", Kind::Derived),
            ("增幅%", Kind::Derived),
            ("完成率（%）", Kind::Derived),
            ("占比", Kind::Derived),
            ("单位", Kind::Unit),
            ("责任单位", Kind::Other),
            ("三季度", Kind::Other),
            ("期末数", Kind::AtEnd),
            ("上半年", Kind::Other),
            ("Target", Kind::Other),
            ("Year to date", Kind::SinceJanuary),
            ("Aug 2024", Kind::NamedMonth),
            ("Jan-Aug", Kind::SinceJanuary),
            ("This month", Kind::OneMonth),
        ] {
            assert_eq!(Head::of(&[head], &scope).kind, kind, "{head}");
        }
        for storeys in [
            &["完成", "万元"][..],
            &["万元", "完成"],
            &["成交额/万元"],
            &["完成 万元"],
            &["完成（人民币万元）"],
            &["完成（单位：万元）"],
        ] {
            assert_eq!(Head::of(storeys, &scope).unit.as_deref(), Some("万元"), "{storeys:?}");
        }
        assert_eq!(Head::of(&["能耗 吨标准煤/万元"], &scope).unit.as_deref(), Some("吨标准煤/万元"));
        assert_eq!(Head::of(&["Actual (million yuan)"], &scope).unit.as_deref(), Some("million yuan"));
        assert_eq!(Head::of(&["户数"], &scope).unit, None);
        let head = Head::of(&["完成情况", "累计（万元）"], &scope);
        assert_eq!(
            (head.kind, head.unit.as_deref(), head.words.as_str()),
            (Kind::Cumulative, Some("万元"), "完成情况 累计（万元）")
        );
        for words in ["科技局", "发展计划科", "预期性", "考核指标", "年度", "季度", "增长类", "月报", "说明"]
        {
            assert_eq!(of_row(words, &scope), None, "{words}");
        }
        for (words, kind) in [
            ("目标", Kind::Other),
            ("1-8月", Kind::SinceJanuary),
            ("本月", Kind::OneMonth),
            ("完成", Kind::Plain),
        ] {
            assert_eq!(of_row(words, &scope).map(|head| head.kind), Some(kind), "{words}");
        }
        assert_eq!(Head::of(&["海城市"], &scope).whose, Whose::Other);
        assert_eq!(Head::of(&["合计"], &scope).whose, Whose::Whole);
    }
}
