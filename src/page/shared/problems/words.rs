//! What the list of problems says of its own.

use crate::ledger::words as names;
use crate::plan::{Day, Month};
use crate::standing::problems::Receipt;
use crate::text::{Language, isolated};

pub struct Words {
    pub title: &'static str,
    pub caption: &'static str,
    pub problem: &'static str,
    pub organisation: &'static str,
    pub subject: &'static str,
    pub until: &'static str,
    pub state: &'static str,
    pub since: &'static str,
    pub deleted: &'static str,
    pub closed: &'static str,
    pub rest: &'static str,
    pub all: &'static str,
}

const ZH: Words = Words {
    title: "问题清单",
    caption: "未解决的在前",
    problem: "问题",
    organisation: "单位、责任人",
    subject: "涉及事项",
    until: "完成时限",
    state: "状态",
    since: "首报期次",
    deleted: "（文字已删除）",
    closed: names::CLOSED_OUT.zh,
    rest: "其余未解决的问题",
    all: "查看全部并办理",
};

const EN: Words = Words {
    title: "Reported problems",
    caption: "Open ones first",
    problem: "Problem",
    organisation: "Organisation, person",
    subject: "About",
    until: "Due",
    state: "State",
    since: "Since",
    deleted: "(words redacted)",
    closed: "Closed out",
    rest: "The other open ones",
    all: "See all and act",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What the list is, of which day.
pub fn title_on(language: Language, today: Day) -> String {
    language.pick(format!("目前的问题清单（{today}）"), format!("Reported problems as of {today}"))
}

/// How many are open and how many of those are overdue; nothing where none was ever reported.
pub fn summary(language: Language, open: usize, overdue: usize, closed: usize) -> String {
    if open + closed == 0 {
        return String::new();
    }
    let mut parts = vec![match language {
        Language::Zh if open == 0 => "没有未解决的问题".to_owned(),
        Language::Zh => format!("{open} 个未解决"),
        Language::En => format!("{open} open"),
    }];
    if overdue > 0 {
        parts.push(language.pick(format!("其中 {overdue} 个逾期"), format!("{overdue} overdue")));
    }
    if closed > 0 {
        parts.push(language.pick(format!("已销号 {closed} 个"), format!("{closed} closed out")));
    }
    parts.join(language.pick("，", ", "))
}

/// The light of a problem and its word.
pub fn light(language: Language, is_open: bool, overdue: Option<i64>) -> (&'static str, &'static str) {
    match (is_open, overdue) {
        (false, _) => ("met", names::CLOSED_OUT.words(language)),
        (true, Some(_)) => ("red", language.pick("逾期", "overdue")),
        (true, None) => ("underway", language.pick("未解决", "open")),
    }
}

pub fn until(language: Language, day: Option<Day>) -> String {
    day.map_or_else(|| language.pick("未定", "no day set").to_owned(), |day| day.to_string())
}

/// How an open problem stands with its day: 逾期 12 天, 还有 3 天.
pub fn state(language: Language, is_open: bool, until: Option<Day>, today: Day) -> String {
    let Some(until) = until.filter(|_| is_open) else { return String::new() };
    match (language, until.since(today)) {
        (Language::Zh, 0) => "今天到期".to_owned(),
        (Language::Zh, left) if left < 0 => format!("逾期 {} 天", -left),
        (Language::Zh, left) => format!("还有 {left} 天"),
        (Language::En, 0) => "due today".to_owned(),
        (Language::En, left) if left < 0 => format!("{} overdue", days(-left)),
        (Language::En, left) => format!("{} left", days(left)),
    }
}

fn days(count: i64) -> String {
    format!("{count} day{}", if count == 1 { "" } else { "s" })
}

/// Why the rule asks to open a problem again.
pub fn red_again(language: Language, months: &[Month]) -> String {
    let each = months.iter().map(|month| since(language, *month)).collect::<Vec<_>>();
    let each = each.join(language.pick("、", ", "));
    language.pick(
        format!("销号后锁定的 {each}，所涉指标均为红灯，按本页规则应重新打开。"),
        format!("In the periods locked since it was closed out ({each}) its indicator is red: by this page's rule it is to be reopened."),
    )
}

/// The period in which it was reported first.
pub fn since(language: Language, month: Month) -> String {
    match language {
        Language::Zh => format!("{}年{}月", month.year(), month.number()),
        Language::En => month.to_string(),
    }
}

/// The same where no head says what it is.
pub fn since_line(language: Language, since: &str) -> String {
    language.pick(format!("自{since}起"), format!("since {since}"))
}

/// What is to be said of the report in which a problem stands; of an accepted one, nothing.
pub fn receipt(language: Language, receipt: Receipt) -> &'static str {
    match receipt {
        Receipt::Accepted => "",
        Receipt::Waiting => language.pick("所在回执未接收", "its report is not accepted yet"),
        Receipt::Returned => language.pick("所在回执已退回", "its report was returned"),
        Receipt::AfterLock => language.pick("所在回执锁定后才送到", "its report came after the lock"),
    }
}

/// How a problem was settled, when and by whom; the words are as somebody typed them, isolated.
pub fn closed(language: Language, on: Day, by: &str, text: &str, document: &str) -> String {
    let by = isolated(if by.is_empty() { language.pick("未署名", "unsigned") } else { by });
    let (text, document) = (isolated(text), isolated(document));
    let document = match document.as_str() {
        "" => String::new(),
        document => language.pick(format!("（{document}）"), format!(" ({document})")),
    };
    language.pick(
        format!("{on} {by}销号：{text}{document}"),
        format!("closed out {on} by {by}: {text}{document}"),
    )
}

/// What nobody has said of an open problem yet.
pub fn lacks(language: Language, owner: bool, day: bool) -> &'static str {
    match (owner, day) {
        (true, true) => language.pick("未明确责任人和时限", "no owner and no due day"),
        (true, false) => language.pick("未明确责任人", "no owner"),
        (false, true) => language.pick("未明确时限", "no due day"),
        (false, false) => "",
    }
}

/// A problem on the overview, before its words: whose it is, how it stands with its day, and what nobody has said yet.
pub fn brief(language: Language, organisation: &str, state: &str, lacks: &str) -> String {
    let said = [organisation, state, lacks].into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>();
    [said.join(language.pick("，", ", ")).as_str(), language.pick("：", ": ")].concat()
}

/// What leads from the most urgent ones to the full list.
pub fn more(language: Language, count: usize) -> String {
    language.pick(format!("另有 {count} 个，见问题清单"), format!("{count} more, on the list of problems"))
}

/// Head of the most urgent ones. In Chinese it breaks between its phrases alone, and no figure ends a line.
pub fn headed(language: Language, summary: &str) -> String {
    let summary = match language {
        Language::Zh => summary.replace(' ', "\u{a0}"),
        Language::En => summary.to_owned(),
    };
    [of(language).title, language.pick("：", ": "), &summary].concat()
}
