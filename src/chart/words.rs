//! What charts say in common.

use super::Sentence;
use crate::plan::{Indicator, Modality, PlanIndex, Target, Year, unit};
use crate::text::{Language, Text};

/// 未设.
pub fn unset(language: Language) -> &'static str {
    language.pick("未设", "not set")
}

/// The figure with its comparator, without the unit. A word stands apart from the figure in English.
pub fn figure(target: &Target, language: Language) -> String {
    let mark = target.comparator.mark(language);
    [mark, after(mark), &target.value.to_string()].concat()
}

fn after(mark: &str) -> &'static str {
    if mark.is_ascii() && mark.len() > 1 { " " } else { "" }
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
    let mark = match target.comparator.mark(language) {
        "达" => "达 ".to_owned(),
        mark => [mark, after(mark)].concat(),
    };
    let figure = unit::written(&target.value.to_string(), &unit.words);
    Text { words: [modality, space, &mark, &figure].concat(), language: unit.language }
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

/// An axis from `low`, which is zero or less, to at least `high`: its lower end, the distance of its ticks and its upper
/// end. All distances are alike and there are at most six; what is counted has whole ticks.
pub fn axis(low: f64, high: f64, is_whole: bool) -> (f64, f64, f64) {
    let least = if is_whole { 1.0 } else { 0.0 };
    let range = (high - low).max(least);
    if range <= 0.0 || !range.is_finite() {
        return (0.0, 1.0, 1.0);
    }
    let ends = |step: f64| ((low / step + 1e-9).floor().min(0.0), (high / step - 1e-9).ceil().max(0.0));
    let count = |step: f64| {
        let (low, high) = ends(step);
        high - low
    };
    let power = 10_f64.powf((range / 5.0).log10().floor());
    let is_round = |step: f64| !is_whole || (step >= 1.0 && step.fract().abs() < 1e-9);
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0].map(|step| step * power);
    let step = steps.into_iter().find(|&step| is_round(step) && count(step) <= 6.0).unwrap_or(range);
    let (low, high) = ends(step);
    // Three times 0.1 is 0.3 here, and nothing is `-0`.
    let clean = |value: f64| (value * 1e9).round() / 1e9 + 0.0;
    (clean(low * step), clean(step), clean((high * step).max(step)))
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The plan that the page carries.
    pub fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json"))
            .expect("public/plan.json is sound")
    }

    /// walk a19, field 21: even ticks, and whole ones where things are counted.
    #[test]
    fn ticks_are_even_and_whole_where_things_are_counted() {
        for (low, high, is_whole, expected) in [
            (0.0, 750.0, true, (0.0, 200.0, 800.0)),
            (0.0, 26.4, true, (0.0, 5.0, 30.0)),
            (0.0, 0.0, true, (0.0, 1.0, 1.0)),
            (0.0, 1.25, true, (0.0, 1.0, 2.0)),
            (0.0, 2.5, true, (0.0, 1.0, 3.0)),
            (0.0, 1.25, false, (0.0, 0.25, 1.25)),
            (0.0, 0.0, false, (0.0, 1.0, 1.0)),
            (-3.0, 112.5, true, (-25.0, 25.0, 125.0)),
        ] {
            let (from, step, to) = axis(low, high, is_whole);
            let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
            assert!(
                near(from, expected.0) && near(step, expected.1) && near(to, expected.2),
                "{low} to {high}: {from} {step} {to}"
            );
        }
        for at in 1..4000 {
            let high = f64::from(at) * 0.37;
            for is_whole in [true, false] {
                let (from, step, to) = axis(0.0, high, is_whole);
                assert!(from == 0.0 && to >= high - 1e-6 && ((to / step).round() * step - to).abs() < 1e-6);
                assert!(to / step < 6.5 && (!is_whole || step.fract() == 0.0), "{high}: {step}");
            }
        }
    }

    #[test]
    fn a_source_names_each_section_once() {
        let words = source(&plan(), vec!["一", "二", "一"], Language::Zh).words();
        assert!(words.starts_with("来源：") && words.ends_with("，一、二"), "{words}");
    }
}
