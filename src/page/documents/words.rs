//! What stands around every document on its page.

use crate::plan::{Day, Month, Year};
use crate::standing::AsOf;
use crate::standing::reconciliation::reconciliation;
use crate::text::{Language, Term};

/// A target that the bureau set where the plan has none.
pub const SET_LATER: Term = Term { zh: "另行下达", en: "set later" };
/// Before what a paper made of a target.
pub const ADJUSTED_TO: Term = Term { zh: "调整为", en: "adjusted: " };
/// What a paper made of it where nothing is promised any more.
pub const NOTHING_MORE: Term = Term { zh: "不再要求", en: "nothing any more" };

pub struct Words {
    pub print: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub back: &'static str,
    pub no_period_title: &'static str,
    pub no_period: &'static str,
}

const ZH: Words = Words {
    print: "打印",
    copy: "复制文字",
    copied: "已复制，可以粘贴到文档或群里。",
    not_copied: "浏览器不允许复制，请选中文字自行复制。",
    back: "返回调度",
    no_period_title: "没有这一期",
    no_period: "方案的调度安排里没有这一期，或者地址有误，没有文件可显示。",
};

const EN: Words = Words {
    print: "Print",
    copy: "Copy as text",
    copied: "Copied; paste it into a document or a chat.",
    not_copied: "The browser does not allow copying. Select the text and copy it yourself.",
    back: "Back to reports",
    no_period_title: "No such period",
    no_period: "The plan's cycle has no such period, or the address is wrong: there is no document for it.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// Who issues a document, data up to which day, and known on which; an invented ledger is called so.
pub fn masthead(language: Language, is_sample: bool, issuer: &str, day: Day, known: Day) -> String {
    let mark =
        if is_sample { language.pick("【示例，均为虚构】", "[Sample, all invented] ") } else { "" };
    let (of, at) = (self::day(language, day), self::day(language, known));
    match language {
        Language::Zh if day == known => format!("{mark}{issuer}　数据截至{of}"),
        Language::Zh => format!("{mark}{issuer}　数据截至{of}，{at}汇总"),
        Language::En if day == known => format!("{mark}{issuer} · data up to {day}"),
        Language::En => format!("{mark}{issuer} · data up to {day}, as known on {known}"),
    }
}

/// A day as papers write it: without spaces.
pub fn day(language: Language, day: Day) -> String {
    let (year, month) = (day.year(), day.month().number());
    language.pick(format!("{year}年{month}月{}日", day.number()), day.to_string())
}

/// A month as papers write it: without spaces.
pub fn month(language: Language, month: Month) -> String {
    language.pick(format!("{}年{}月", month.year(), month.number()), month.to_string())
}

/// The year of a document that is made once a year: that of the address, else the last one that is over. None of a year for
/// which nothing is reconciled.
pub fn year(as_of: AsOf, month: Option<Month>) -> Option<Year> {
    let period = as_of.plan.period;
    let over = Year(as_of.today.year().0.saturating_sub(1)).clamp(period.from, period.to);
    Some(month.map_or(over, Month::year)).filter(|year| period.contains(*year) || is_after(as_of, *year))
}

/// The years that are reconciled: those of the plan, and the one after it where something was carried on to it.
pub fn years(as_of: AsOf) -> Vec<Year> {
    let after = Some(Year(as_of.plan.period.to.0 + 1)).filter(|year| is_after(as_of, *year));
    as_of.plan.period.iter().chain(after).collect()
}

fn is_after(as_of: AsOf, year: Year) -> bool {
    year.0 == as_of.plan.period.to.0 + 1 && !reconciliation(as_of, year).brought.is_empty()
}

/// The name of a year's reconciliation beside those of others.
pub fn reconciliation_of(language: Language, year: Year) -> String {
    language.pick(format!("{year}年对账"), year.to_string())
}
