//! What a target asks, in words: for headings, for ears, for tables. The comparator and the modality are
//! the plan's own; a bare number stays bare and a year without a target is called unset.

use crate::plan::{Comparator, Indicator, Modality, PlanIndex, Target, Year};
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
        put(&mut pieces, &yearly(target, language));
        put(&mut pieces, gap(&unit.words));
        match unit.language {
            None => put(&mut pieces, &unit.words),
            Some(_) => pieces.push(unit.clone()),
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
    let value = target.value.to_string();
    match language {
        Language::Zh => {
            let words = [chinese_modality(target.modality), chinese_comparator(target.comparator)].concat();
            if words.is_empty() { value } else { [&words, " ", &value].concat() }
        }
        Language::En => english(target.modality, target.comparator, &value),
    }
}

/// Comparator sign and figure, as they stand on a board: `≥ 30`.
pub fn short(target: &Target, language: Language) -> String {
    match target.comparator.mark(language) {
        "" => target.value.to_string(),
        mark => [mark, " ", &target.value.to_string()].concat(),
    }
}

/// The word of promise, where the text has one.
pub fn modality(target: &Target, language: Language) -> Option<&'static str> {
    (target.modality != Modality::None).then(|| target.modality.words(language))
}

/// What stands between a figure and its unit.
pub fn gap(unit: &str) -> &'static str {
    match unit.chars().next() {
        None | Some('%' | '‰') => "",
        // A unit such as "100 million yuan" would otherwise read as a part of the figure.
        Some(digit) if digit.is_ascii_digit() => " × ",
        Some(_) => " ",
    }
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

fn yearly(target: &Target, language: Language) -> String {
    let (year, figure) = (target.year, figure(target, language));
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
    fn a_unit_never_runs_into_its_figure() {
        for (unit, between) in [("%", ""), ("家", " "), ("100 million yuan", " × "), ("", "")] {
            assert_eq!(gap(unit), between, "{unit}");
        }
    }
}
