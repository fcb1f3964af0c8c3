//! The sentences of warnings, in both languages.

use super::{Against, Kind, Of, Warning};
use crate::plan::unit;
use crate::plan::{Basis, Month, PlanIndex, Quantity};
use crate::text::Language;

/// The sentence of a warning, with the unit where the plan has it in this language.
pub fn of(language: Language, plan: &PlanIndex, warning: &Warning) -> String {
    let unit = plan.indicator(&warning.item).map(|place| plan.say(&place.item.unit, language));
    let unit = unit.filter(|unit| unit.language.is_none()).map(|unit| unit.words).unwrap_or_default();
    sentence(language, &warning.kind, &unit, warning.month)
}

/// The sentence of a kind, about a figure in a unit for a month. The unit may be empty.
pub fn sentence(language: Language, kind: &Kind, unit: &str, now: Month) -> String {
    let plain = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    let of = |against: &Against| (whose(language, against.of, now), figure(against.value, unit));
    match kind {
        Kind::Tenfold(against) => {
            let (whose, value) = of(against);
            match language {
                Language::Zh => format!("是{whose}（{value}）的十倍以上：请核对位数和单位。"),
                Language::En => {
                    format!("At least ten times {value} ({whose}): a digit too many, or another unit?")
                }
            }
        }
        Kind::Tenth(against) => {
            let (whose, value) = of(against);
            match language {
                Language::Zh => format!("不到{whose}（{value}）的十分之一：请核对位数和单位。"),
                Language::En => {
                    format!("At most a tenth of {value} ({whose}): a digit missing, or another unit?")
                }
            }
        }
        Kind::Hundredth(against, meant) => {
            let (whose, value) = of(against);
            match (language, meant) {
                (Language::Zh, Some(meant)) => {
                    format!("约为{whose}（{value}）的百分之一：单位是{unit}，应填的是否为 {meant}？")
                }
                (Language::Zh, None) => {
                    format!("约为{whose}（{value}）的百分之一：请核对小数点和单位。")
                }
                (Language::En, Some(meant)) => {
                    format!("About a hundredth of {value} ({whose}): the unit is {unit}, was {meant} meant?")
                }
                (Language::En, None) => {
                    format!("About a hundredth of {value} ({whose}): a misplaced point, or another unit?")
                }
            }
        }
        Kind::Thousandfold(against) => {
            let (whose, value) = of(against);
            match (language, unit) {
                (Language::Zh, "") => {
                    format!("与{whose}（{value}）相差上千倍：请核对是否混淆“万”和“亿”。")
                }
                (Language::Zh, unit) => {
                    format!("与{whose}（{value}）相差上千倍：单位是{unit}，请核对是否混淆“万”和“亿”。")
                }
                (Language::En, "") => {
                    format!("More than a thousand times apart from {value} ({whose}): is the unit right?")
                }
                (Language::En, unit) => format!(
                    "More than a thousand times apart from {value} ({whose}): the unit here is {unit}; were ten thousand and a hundred million mixed up?"
                ),
            }
        }
        Kind::Fraction => match (language, unit) {
            (Language::Zh, "") => plain("本项按个数计，应为整数：请核对小数点和单位。", ""),
            (Language::Zh, unit) => format!("本项按“{unit}”计，应为整数：请核对小数点和单位。"),
            (Language::En, _) => plain(
                "",
                "This is counted and should be a whole number: check the decimal point and the unit.",
            ),
        },
        Kind::Falls { basis, last, by } => {
            let (before, last, by) = (month(language, last.0, now), figure(last.1, unit), figure(*by, unit));
            match language {
                Language::Zh => format!(
                    "比{before}的 {last}少 {by}。{}：确有更正请在附注写明，否则请核对。",
                    why(language, *basis)
                ),
                Language::En => format!(
                    "{by} less than {last} ({before}). {}: if it is a correction, say so in the note; otherwise check it.",
                    why(language, *basis)
                ),
            }
        }
        Kind::ExceedsLater { basis, later, by } => {
            let (after, later, by) =
                (month(language, later.0, now), figure(later.1, unit), figure(*by, unit));
            match language {
                Language::Zh => format!(
                    "比{after}已报的 {later}还多 {by}。{}：请核对这两个月的数。",
                    why(language, *basis)
                ),
                Language::En => format!(
                    "{by} more than {later}, reported for the later {after}. {}: check both months.",
                    why(language, *basis)
                ),
            }
        }
        Kind::StockMoved(against) => {
            let (whose, value) = of(against);
            match language {
                Language::Zh => format!("与{whose}的 {value}相差一半以上。时点存量很少这样变：请核对。"),
                Language::En => format!(
                    "Differs by more than half from {value} ({whose}). A stock seldom moves so much: check it."
                ),
            }
        }
        Kind::AboveHundred => plain(
            "超过 100%，此前没有过：确属如此请在附注写明，否则请核对。",
            "Above 100%, for the first time: if that is right, say so in the note; otherwise check it.",
        ),
        Kind::BelowZero => plain(
            "是负数，此前没有过：确属如此请在附注写明，否则请核对。",
            "Below zero, for the first time: if that is right, say so in the note; otherwise check it.",
        ),
        Kind::FellBack => plain(
            "此前报的进展更靠前。确有变化请写明，否则请核对。",
            "An earlier report was further on. If that changed, say why; otherwise check it.",
        ),
    }
}

fn why(language: Language, basis: Basis) -> &'static str {
    match basis {
        Basis::RunningTotal => language.pick("累计数一般不减", "A running total seldom falls"),
        Basis::YearlyFlow => language.pick("年初以来的数一般不减", "A figure since January seldom falls"),
        Basis::Stock | Basis::Level | Basis::Unstated => {
            language.pick("同一年里的数一般不减", "A count seldom falls within a year")
        }
    }
}

fn whose(language: Language, of: Of, now: Month) -> String {
    match (language, of) {
        (_, Of::Month(of)) => month(language, of, now),
        (Language::Zh, Of::Target(year)) => format!("{year} 年目标"),
        (Language::En, Of::Target(year)) => format!("the target of {year}"),
        (Language::Zh, Of::CityTarget(year)) => format!("全市 {year} 年目标"),
        (Language::En, Of::CityTarget(year)) => format!("the city's target of {year}"),
    }
}

/// 上月, 7 月 or 2023 年 12 月.
fn month(language: Language, of: Month, now: Month) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = NAMES.get(usize::from(of.number()).wrapping_sub(1)).copied().unwrap_or("");
    match language {
        Language::Zh if now.since(of) == 1 => "上月".to_owned(),
        Language::En if now.since(of) == 1 => "last month".to_owned(),
        Language::Zh if of.year() == now.year() => format!("{} 月", of.number()),
        Language::Zh => format!("{} 年 {} 月", of.year(), of.number()),
        Language::En => format!("{name} {}", of.year()),
    }
}

/// A figure with its unit, where that is in the page's language.
fn figure(value: Quantity, unit: &str) -> String {
    [value.to_string().as_str(), unit::gap(unit), unit].concat()
}
