//! What is to be done, in sentences.

use crate::plan::{Day, Month};
use crate::standing::window::Source;
use crate::standing::words::{lacking, window_source};
use crate::text::Language;

pub fn awaited(language: Language, about: Month, closes: Option<Day>, today: Day) -> String {
    let name = about.words(language);
    let Some(closes) = closes else {
        return language.pick(format!("报 {name}"), format!("Report for {name}"));
    };
    match (language, closes.since(today)) {
        (Language::Zh, 0) => format!("报 {name}，今天截止"),
        (Language::Zh, left) => format!("报 {name}，{closes} 截止，还有 {left} 天"),
        (Language::En, 0) => format!("Report for {name}: closes today"),
        (Language::En, left) => format!("Report for {name} by {closes}, {} left", days(left)),
    }
}

pub fn late(language: Language, last: Month, earlier: usize, is_assumed: bool) -> String {
    let name = last.words(language);
    let assumed = if is_assumed { window_source(language, Source::Assumed) } else { "" };
    match (language, earlier) {
        (Language::Zh, 0) => format!("{name}未报，已逾期{assumed}"),
        (Language::Zh, _) => format!("{name}未报，已逾期{assumed}；此前另有 {earlier} 期未报"),
        (Language::En, 0) => format!("The report for {name} is overdue{assumed}"),
        (Language::En, _) => {
            format!(
                "The report for {name} is overdue{assumed}, and so are those for {}",
                plural(earlier, "earlier period")
            )
        }
    }
}

pub fn partial(language: Language, about: Month, missing: usize) -> String {
    let name = about.words(language);
    let lacks = lacking(language, missing).unwrap_or_default();
    language.pick(format!("{name}已报，{lacks}"), format!("The report for {name} has come, {lacks}"))
}

/// The reason follows.
pub fn returned(language: Language, about: Month) -> String {
    let name = about.words(language);
    language.pick(format!("{name}的回执被退回："), format!("The report for {name} was returned: "))
}

pub fn review(language: Language, about: Month, count: usize) -> String {
    let name = about.words(language);
    match language {
        Language::Zh => format!("{name}有 {count} 家的回执待核对"),
        Language::En if count == 1 => format!("1 report for {name} awaits review"),
        Language::En => format!("{count} reports for {name} await review"),
    }
}

pub fn baseline(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("{count} 项存量指标缺基期值，补齐后方可评判"),
        Language::En => {
            let needs = if count == 1 { "needs a baseline before it" } else { "need baselines before they" };
            format!("{} {needs} can be judged", plural(count, "indicator"))
        }
    }
}

pub fn basis(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("{count} 项指标口径未载明，请认定"),
        Language::En => {
            format!("Decide the basis of {}, which the plan leaves open", plural(count, "indicator"))
        }
    }
}

fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// How many days, in English.
fn days(count: i64) -> String {
    plural(usize::try_from(count).unwrap_or_default(), "day")
}
