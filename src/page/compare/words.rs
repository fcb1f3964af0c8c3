//! What the comparison says.

use crate::plan::Day;
use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub mine: &'static str,
    pub theirs: &'static str,
    pub lede_link: &'static str,
    pub lede_days: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub look_back: &'static str,
    pub note: &'static str,
}

const ZH: Words = Words {
    title: "两边有什么不同",
    mine: "我的台账",
    theirs: "链接里的",
    lede_link: "左边是你自己的台账，右边是链接里的。看过再决定是否并入；你的台账此刻没有变动。",
    lede_days: "按“当时已知”比较两天：左边是较早一天已写下的，右边是较晚一天已写下的。",
    earlier: "较早一天",
    later: "较晚一天",
    look_back: "用较晚一天回看所有页面",
    note: "“数据截至”说的是数字讲到哪一天，“当时已知”说的是哪一天以前写下的，两者不同。",
};

const EN: Words = Words {
    title: "What differs",
    mine: "My ledger",
    theirs: "In the link",
    lede_link: "Left is your own ledger, right what the link holds. Look first, then decide whether to merge; nothing of yours has changed.",
    lede_days: "Two days compared by what was known: left what had been written down by the earlier day, right by the later.",
    earlier: "Earlier day",
    later: "Later day",
    look_back: "Look back on all pages as of the later day",
    note: "Data up to says of which day the figures speak; known on says by which day they had been written down.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The heading for so many differences.
pub fn headline(language: Language, count: usize) -> String {
    match (language, count) {
        (_, 0) => of(language).title.to_owned(),
        (Language::Zh, _) => format!("两边有 {count} 处不同"),
        (Language::En, 1) => "One difference".to_owned(),
        (Language::En, _) => format!("{count} differences"),
    }
}

/// The head of a column: known on a day.
pub fn known_on(language: Language, day: Day) -> String {
    match language {
        Language::Zh => format!("{day} 已知"),
        Language::En => format!("known on {day}"),
    }
}
