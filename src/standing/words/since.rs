//! Since when a light has been shown.

use crate::plan::Month;
use crate::standing::{Light, reading};
use crate::text::Language;

/// Since when the light of the last reported month has been one that somebody has to see to, and by how many reports
/// running; empty where it is none. `lights` are those of the reported months, in order of time.
pub fn since(light: Light, lights: &[(Month, Light)], language: Language) -> String {
    let from = reading::since(lights, |one| one == light).filter(|_| light.needs_attention());
    let Some(from) = from else { return String::new() };
    let reports = |from: Month| lights.iter().filter(|(month, _)| *month >= from).count();
    // Behind in one year and missed at its end, and so on: one spell.
    let red = reading::since(lights, Light::is_red).filter(|red| light.is_red() && *red < from);
    match red {
        Some(red) => red_since(language, red, reports(red), light, from),
        None => one_since(language, light, from, reports(from)),
    }
}

fn one_since(language: Language, light: Light, from: Month, reports: usize) -> String {
    let word = light.words(language);
    match language {
        Language::Zh if reports > 1 => format!("自 {}起{word}，连续 {reports} 次报送", from.words(language)),
        Language::Zh => format!("自 {}起{word}", from.words(language)),
        Language::En if reports > 1 => format!("{word} since {from}, {reports} reports running"),
        Language::En => format!("{word} since {from}"),
    }
}

fn red_since(language: Language, red: Month, reports: usize, light: Light, from: Month) -> String {
    let [behind, missed, word] = [Light::Red, Light::Missed, light].map(|light| light.words(language));
    match language {
        Language::Zh => format!(
            "自 {}起{behind}或{missed}，连续 {reports} 次报送；{}起{word}",
            red.words(language),
            from.words(language)
        ),
        Language::En => {
            format!("{behind} or {missed} since {red}, {reports} reports running; {word} since {from}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_and_missed_are_one_spell() {
        use Light::{Amber, Green, Missed, Red};
        let said = |lights: &[Light]| {
            let first = Month::parse("2024-10").expect("a month");
            let lights: Vec<_> = (0..).zip(lights).map(|(at, light)| (first.plus(at), *light)).collect();
            let last = lights.last().expect("a light").1;
            Language::ALL.map(|language| since(last, &lights, language))
        };
        let [zh, en] = said(&[Green, Red, Red, Missed, Missed]);
        assert_eq!(zh, "自 2024 年 11 月起滞后或未达成，连续 4 次报送；2025 年 1 月起未达成");
        assert_eq!(en, "behind or missed since 2024-11, 4 reports running; missed since 2025-01");
        assert_eq!(
            said(&[Amber, Missed, Red])[0],
            "自 2024 年 11 月起滞后或未达成，连续 2 次报送；2024 年 12 月起滞后"
        );
        assert_eq!(said(&[Red, Amber, Red, Red])[0], "自 2024 年 12 月起滞后，连续 2 次报送");
        assert_eq!(said(&[Red, Amber])[0], "自 2024 年 11 月起偏慢");
        assert_eq!(said(&[Red, Green])[0], "");
    }
}
