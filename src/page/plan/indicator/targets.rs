//! The targets of one indicator as the text has them: every year of the plan, with the words that carry it.

use crate::page::shared::asked;
use crate::plan::unit;
use crate::plan::{Indicator, PlanIndex, Target};
use crate::text::{Language, Text};

/// A year and what the plan sets for it.
#[derive(Clone, Debug, PartialEq)]
pub struct YearTarget {
    pub year: String,
    /// None: the plan sets no target for the year.
    pub target: Option<Quoted>,
}

/// A target with the words of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// Comparator sign, or word, before the figure; empty for a bare number.
    pub mark: &'static str,
    pub value: String,
    pub unit: Text,
    /// What stands between figure and unit.
    pub gap: &'static str,
    /// What the sign and the word of promise mean, in words: 力争突破.
    pub means: Option<String>,
    /// Section of the plan.
    pub section: Text,
    pub as_written: Text,
}

/// Every year of the plan's period.
pub fn years(plan: &PlanIndex, indicator: &Indicator, language: Language) -> Vec<YearTarget> {
    let quoted = |target| quoted(plan, indicator, target, language);
    plan.period
        .iter()
        .map(|year| YearTarget { year: year.to_string(), target: indicator.target(year).map(quoted) })
        .collect()
}

fn quoted(plan: &PlanIndex, indicator: &Indicator, target: &Target, language: Language) -> Quoted {
    let unit = plan.say(&indicator.unit, language);
    let means = [asked::modality(target, language), Some(target.comparator.words(language))];
    let means: Vec<&str> = means.into_iter().flatten().collect();
    let value = target.value.to_string();
    let (value, gap, unit) = match unit::is_yuan(&unit.words) && unit.language.is_none() {
        true => (unit::written(&value, &unit.words), "", Text::default()),
        false => (value, unit::gap(&unit.words), unit),
    };
    Quoted {
        mark: target.comparator.mark(language),
        value,
        gap,
        unit,
        means: Some(means.join(language.pick("、", ", "))).filter(|means| !means.is_empty()),
        section: plan.quote(&target.section, language),
        as_written: plan.quote(&target.as_written, language),
    }
}
