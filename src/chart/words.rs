//! What charts say in common.

use super::Sentence;
use crate::plan::{Indicator, Modality, PlanIndex, Target, Year};
use crate::text::{Language, Text};

/// 未设.
pub fn unset(language: Language) -> &'static str {
    language.pick("未设", "not set")
}

/// The figure with its comparator, without the unit. A word stands apart from the figure in English.
pub fn figure(target: &Target, language: Language) -> String {
    let mark = target.comparator.mark(language);
    let space = if mark.is_ascii() && mark.len() > 1 { " " } else { "" };
    [mark, space, &target.value.to_string()].concat()
}

/// 力争 and its like; empty where the text has no such word.
pub fn modality(target: &Target, language: Language) -> &'static str {
    match target.modality {
        Modality::None => "",
        modality => modality.words(language),
    }
}

/// Modality, comparator, figure and unit: `力争 >60 %`.
pub fn target(plan: &PlanIndex, indicator: &Indicator, target: &Target, language: Language) -> Text {
    let unit = plan.say(&indicator.unit, language);
    let modality = modality(target, language);
    let space = if modality.is_empty() { "" } else { " " };
    // 达 belongs to the figure as a word does: 2025 年达 30 家, not 2025 年 达30 家.
    let figure = match target.comparator.mark(language) {
        "达" => ["达 ", &target.value.to_string()].concat(),
        _ => figure(target, language),
    };
    Text { words: [modality, space, &figure, " ", &unit.words].concat(), language: unit.language }
}

/// The year, before its target.
pub fn in_year(year: Year, language: Language) -> String {
    language.pick(format!("{year} 年"), format!("{year}: "))
}

/// A target behind its year: Chinese sets a space between Han characters and figures.
pub fn after_year(mut target: Text, language: Language) -> Text {
    if language == Language::Zh && target.words.starts_with(|first: char| !first.is_alphabetic()) {
        target.words.insert(0, ' ');
    }
    target
}

/// Title and number of the plan, and the sections, each once.
pub fn source(plan: &PlanIndex, mut sections: Vec<&str>, language: Language) -> Sentence {
    let mut seen: Vec<&str> = Vec::new();
    sections.retain(|section| {
        let is_new = !seen.contains(section);
        seen.push(section);
        is_new
    });
    let mut said =
        Sentence::plain(language.pick("来源：", "Source: ")).name(plan.say(&plan.short_title, language));
    if let Some(number) = &plan.document.number {
        said = said.then(language.pick("，", ", ")).name(plan.quote(number, language));
    }
    let sections: Vec<Text> = sections.iter().map(|section| plan.quote(section, language)).collect();
    if sections.is_empty() { said } else { said.then(language.pick("，", ", ")).names(sections, language) }
}

/// The next round figure: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.
pub fn round_up(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 1.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    let steps = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    steps.iter().map(|step| step * power).find(|&round| round >= value * 0.999_999).unwrap_or(value)
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The plan that the page carries.
    pub fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json"))
            .expect("public/plan.json is sound")
    }

    #[test]
    fn an_axis_ends_on_a_round_figure() {
        for (value, round) in
            [(26.4, 30.0), (780.0, 800.0), (0.0, 1.0), (1.0, 1.0), (81.0, 100.0), (22.88, 25.0)]
        {
            assert!((round_up(value) - round).abs() < 1e-9, "{value}: {}", round_up(value));
        }
    }

    #[test]
    fn a_source_names_each_section_once() {
        let words = source(&plan(), vec!["一", "二", "一"], Language::Zh).words();
        assert!(words.starts_with("来源：") && words.ends_with("，一、二"), "{words}");
    }
}
