//! What a row of the board opens to, as data.

use crate::page::shared::recorded::lit;
use crate::plan::{Indicator, Month, PlanIndex, Task};
use crate::route::Route;
use crate::standing::{self, AsOf, Lit, reading};
use crate::text::{Language, Link, Text};

/// So many of the last reported months show their lights.
const MOST_LIGHTS: usize = 12;

/// Everything that an opened row says.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Since when the light is one that somebody has to see to; empty where it is not, or nothing was reported.
    pub since: String,
    /// The light's sentence, with every number.
    pub sentence: Vec<Text>,
    pub lead: Vec<Link>,
    pub responsible: Vec<Link>,
    /// The last reported months with their lights, oldest first.
    pub lights: Vec<(String, Lit)>,
    /// What is left to do.
    pub next: String,
    pub spark: Spark,
    /// Address of the indicator's page.
    pub href: String,
}

/// The reported figures in small, as places in thousandths of the width and the height, from below.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Spark {
    pub figures: Vec<(u16, u16)>,
    pub targets: Vec<(u16, u16)>,
}

/// What the row of an indicator opens to; none where the plan has no such indicator.
pub fn model(as_of: AsOf, id: &str) -> Option<Opened> {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let place = plan.indicator(id)?;
    let (indicator, rule) = (place.item, reading::rule(ledger));
    let judged = reading::judged(plan, ledger, indicator, today, &rule);
    let lights = reading::lights(plan, ledger, indicator, today, &rule);
    let told = judged
        .latest
        .or(judged.beyond)
        .and_then(|latest| reading::told(plan, ledger, indicator, latest.month, as_of.offset, language));
    let outlook = standing::words::outlook(&judged, indicator, plan, language);
    let skipped = lights.len().saturating_sub(MOST_LIGHTS);
    Some(Opened {
        since: standing::words::since(judged.light, &lights, language),
        sentence: standing::words::sentence(&judged, indicator, plan, &rule, told, language),
        lead: organisations(plan, &place.task.lead, language),
        responsible: organisations(plan, responsible(place.task), language),
        lights: lights
            .iter()
            .skip(skipped)
            .map(|(month, light)| (month.to_string(), lit(*light, language)))
            .collect(),
        next: outlook.join(language.pick("", " ")),
        spark: spark(as_of, indicator),
        href: Route::Indicator(indicator.id.clone()).href(),
    })
}

fn responsible(task: &Task) -> &[String] {
    &task.responsible
}

fn organisations(plan: &PlanIndex, ids: &[String], language: Language) -> Vec<Link> {
    let link = |id: &String| {
        let organisation = plan.organisation(id)?;
        let href = Route::Organisation(organisation.id.clone()).href();
        Some(Link { text: plan.say(&organisation.name, language), href })
    };
    ids.iter().filter_map(link).collect()
}

/// Figures and targets within the years of the plan.
fn spark(as_of: AsOf, indicator: &Indicator) -> Spark {
    let AsOf { plan, ledger, today, .. } = as_of;
    let (Some(first), Some(last)) = (Month::new(plan.period.from, 1), Month::new(plan.period.to, 12)) else {
        return Spark::default();
    };
    let months = f64::from(last.since(first)).max(1.0);
    let of = |month: Month, value: f64| (f64::from(month.since(first)) / months, value);
    let is_within = |month: Month| first <= month && month <= last && month <= today.month();
    let figures = reading::figures(plan, ledger, indicator).into_iter().filter(|one| is_within(one.month));
    let figures: Vec<_> = figures.map(|one| of(one.month, one.value.approximate())).collect();
    let targets = indicator.targets.iter();
    let targets: Vec<_> = targets
        .filter_map(|target| Some(of(Month::new(target.year, 12)?, target.value.approximate())))
        .collect();
    let values = || figures.iter().chain(&targets).map(|(_, value)| *value);
    let (low, high) = (values().fold(f64::MAX, f64::min).min(0.0), values().fold(0.0, f64::max));
    let range = if high > low { high - low } else { 1.0 };
    let thousandths = |share: f64| (share.clamp(0.0, 1.0) * 1000.0) as u16;
    let place = |(x, value): (f64, f64)| (thousandths(x), thousandths((value - low) / range));
    Spark {
        figures: figures.into_iter().map(place).collect(),
        targets: targets.into_iter().map(place).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Ledger;
    use crate::ledger::samples::august::{day, plan};

    #[test]
    fn only_the_last_twelve_lights_are_shown() {
        let (plan, today) = (plan(), day("2026-11-29"));
        let ledger = Ledger::new(crate::sample::until(&plan, today));
        let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset: 480, language: Language::Zh };
        let opened: Vec<Opened> =
            plan.indicators().filter_map(|place| model(as_of, &place.item.id)).collect();
        assert_eq!(opened.len(), plan.indicators().count());
        let most = opened.iter().map(|one| one.lights.len()).max();
        assert_eq!(most, Some(MOST_LIGHTS));
        assert!(opened.iter().all(|one| one.lights.is_sorted_by_key(|(month, _)| month.clone())));
        assert_eq!(model(as_of, "no-such-indicator"), None);
    }
}
