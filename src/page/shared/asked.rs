//! What a target asks, in words: for headings, for ears, for tables. The comparator and the modality are
//! the plan's own; a bare number stays bare and a year without a target is called unset.

use crate::plan::unit;
use crate::plan::{Comparator, Indicator, Modality, PlanIndex, Quantity, Target, Year};
use crate::text::{Language, Text};

/// What the plan asks of an indicator, year by year, with the years that it leaves unset.
/// Pieces stand one after another without anything between them.
pub fn sentence(plan: &PlanIndex, indicator: &Indicator, language: Language) -> Vec<Text> {
    let unit = plan.say(&indicator.unit, language);
    let mut pieces = Vec::new();
    let put = |pieces: &mut Vec<Text>, words: &str| match pieces.last_mut() {
        Some(last) if last.language.is_none() => last.words.push_str(words),
        _ => pieces.push(Text::plain(words)),
    };
    for (index, target) in indicator.targets.iter().enumerate() {
        if index > 0 {
            put(&mut pieces, language.pick("，", "; "));
        }
        let value = target.value.to_string();
        match unit.language {
            None => put(&mut pieces, &yearly(target, &unit::written(&value, &unit.words), language)),
            Some(_) => {
                put(&mut pieces, &yearly(target, &value, language));
                put(&mut pieces, unit::gap(&unit.words));
                pieces.push(unit.clone());
            }
        }
    }
    let unset: Vec<Year> = plan.period.iter().filter(|&year| indicator.target(year).is_none()).collect();
    if !unset.is_empty() {
        put(&mut pieces, &without(&unset, language));
    }
    put(&mut pieces, language.pick("。", "."));
    pieces
}

/// Modality, comparator and figure of a target, without its unit: 力争突破 60.
pub fn figure(target: &Target, language: Language) -> String {
    with_figure(target, &target.value.to_string(), language)
}

/// The same of a figure that stands written out, with its unit perhaps.
fn with_figure(target: &Target, value: &str, language: Language) -> String {
    match language {
        Language::Zh => {
            let words = [chinese_modality(target.modality), chinese_comparator(target.comparator)].concat();
            if words.is_empty() { value.to_owned() } else { [&words, " ", value].concat() }
        }
        Language::En => english(target.modality, target.comparator, value),
    }
}

/// Comparator sign and figure, as they stand on a board: `≥ 30`.
pub fn short(target: &Target, language: Language) -> String {
    sign(target.comparator, target.value, language)
}

/// The same of a figure with its comparator.
pub fn sign(comparator: Comparator, value: Quantity, language: Language) -> String {
    match comparator.mark(language) {
        "" => value.to_string(),
        mark => [mark, " ", &value.to_string()].concat(),
    }
}

/// The word of promise, where the text has one.
pub fn modality(target: &Target, language: Language) -> Option<&'static str> {
    (target.modality != Modality::None).then(|| target.modality.words(language))
}

fn chinese_modality(modality: Modality) -> &'static str {
    match modality {
        Modality::None => "",
        named => named.words(Language::Zh),
    }
}

fn chinese_comparator(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Unstated => "",
        named => named.words(Language::Zh),
    }
}

fn english(modality: Modality, comparator: Comparator, value: &str) -> String {
    let before = match modality {
        Modality::None => "",
        Modality::Ensure => "ensure ",
        Modality::Strive if comparator == Comparator::Reach => "strive to ",
        Modality::Strive => "strive for ",
        Modality::Seek if comparator == Comparator::Reach => "seek to ",
        Modality::Seek => "seek ",
    };
    let word = match comparator {
        Comparator::GreaterThan => "more than ",
        Comparator::AtLeast => "at least ",
        Comparator::Reach if modality == Modality::Ensure => "reaching ",
        Comparator::Reach => "reach ",
        Comparator::AtMost => "at most ",
        Comparator::LessThan => "less than ",
        Comparator::Unstated => "",
    };
    [before, word, value].concat()
}

fn yearly(target: &Target, value: &str, language: Language) -> String {
    let (year, figure) = (target.year, with_figure(target, value, language));
    match language {
        Language::Zh if figure.starts_with(|first: char| first.is_ascii()) => format!("{year} 年 {figure}"),
        Language::Zh => format!("{year} 年{figure}"),
        Language::En => format!("{year}: {figure}"),
    }
}

fn without(years: &[Year], language: Language) -> String {
    let each: Vec<String> = years.iter().map(Year::to_string).collect();
    match language {
        Language::Zh => format!("；{} 年未设目标", each.join("、")),
        Language::En => format!("; no target for {}", each.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Quantity;
    use Language::{En, Zh};

    fn target(comparator: Comparator, modality: Modality) -> Target {
        Target {
            year: Year(2025),
            value: Quantity::parse("30").unwrap(),
            comparator,
            modality,
            section: String::new(),
            as_written: String::new(),
        }
    }

    #[test]
    fn a_target_is_said_with_its_own_comparator_and_modality() {
        for (comparator, modality, zh, en) in [
            (Comparator::Unstated, Modality::None, "30", "30"),
            (Comparator::Unstated, Modality::Strive, "力争 30", "strive for 30"),
            (Comparator::AtLeast, Modality::None, "不少于 30", "at least 30"),
            (Comparator::GreaterThan, Modality::Strive, "力争突破 30", "strive for more than 30"),
            (Comparator::Reach, Modality::None, "达到 30", "reach 30"),
            (Comparator::Reach, Modality::Ensure, "确保达到 30", "ensure reaching 30"),
            (Comparator::Reach, Modality::Seek, "争取达到 30", "seek to reach 30"),
            (Comparator::AtMost, Modality::Seek, "争取不超过 30", "seek at most 30"),
            (Comparator::LessThan, Modality::Ensure, "确保低于 30", "ensure less than 30"),
        ] {
            let target = target(comparator, modality);
            assert_eq!((figure(&target, Zh).as_str(), figure(&target, En).as_str()), (zh, en));
        }
    }

    #[test]
    fn english_writes_money_with_its_sign() {
        let plan = crate::plan::read::from_json(include_str!("../../../public/plan.json")).expect("sound");
        let indicator = plan.indicator("contract-value").expect("of the plan").item;
        let said = |language| {
            sentence(&plan, indicator, language).into_iter().map(|one| one.words).collect::<String>()
        };
        assert!(said(En).starts_with("2023: reach ¥1.76 billion; 2025: reach ¥2.03 billion"), "{}", said(En));
        assert!(said(Zh).starts_with("2023 年达到 17.6 亿元，"), "{}", said(Zh));
    }
}
