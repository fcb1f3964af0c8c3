//! How one indicator stands: what records add to its page, as data.

mod heading;
pub mod history;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use history::{Reported, reported};

use crate::chart::{Chart, Sentence, trajectory};
use crate::ledger::{Found, Ledger, Said};
use crate::page::shared::recorded;
use crate::plan::{Basis, Day, Indicator, Month, PlanIndex};
use crate::standing::{
    self, AsOf, Bases, Forecast, Judgement, Light, Lit, Method, Ratio, Rule, duty, reading,
};
use crate::text::{Language, Text};

/// Everything that records add to the page of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub head: Head,
    /// The basis as the bureau decided it, by whom and when; empty where it did not.
    pub basis: Vec<Text>,
    /// Why, in a few words.
    pub reason: String,
    /// The whole arithmetic of the light, in pieces, and as it is copied.
    pub sentence: Vec<Text>,
    pub copied: String,
    /// Attainment and expected progress: what, and how much.
    pub numbers: Vec<(&'static str, String)>,
    /// Gap, pace, last chance, forecast: a sentence each.
    pub outlook: Vec<String>,
    /// A light that a person set for the period; it stands beside the computed one.
    pub by_person: Option<ByPerson>,
    /// What is missing for a judgement.
    pub asks_for: Vec<&'static str>,
    /// The targets with what was reported.
    pub trajectory: Chart,
    pub reported: Reported,
}

/// What is said below the title.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    pub lit: Lit,
    /// What is missing to the target or is beyond it; where nothing can be judged, why.
    pub gap: String,
    /// Since when the light is one that somebody has to see to; empty where it is not.
    pub since: String,
    /// The figure beside what was expected; pieces without anything between them.
    pub lede: Vec<Text>,
}

/// A light set by judgement.
#[derive(Clone, Debug, PartialEq)]
pub struct ByPerson {
    pub lit: Lit,
    pub reason: Text,
    /// Who set it and when: organisation, person, day.
    pub who: Vec<Text>,
}

/// The standing of an indicator; none where the plan does not have it.
pub fn standing(as_of: AsOf, id: &str) -> Option<Standing> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let indicator = plan.indicator(id)?.item;
    let rule = reading::rule(ledger);
    let judgement = reading::judged(plan, ledger, indicator, as_of.today, &rule);
    let told = judgement
        .latest
        .or(judgement.beyond)
        .and_then(|one| reading::told(plan, ledger, indicator, one.month, as_of.offset, language));
    let sentence = standing::words::sentence(&judgement, indicator, plan, &rule, told, language);
    Some(Standing {
        head: Head {
            lit: recorded::lit(judgement.light, language),
            gap: [
                standing::words::gap(&judgement, indicator, plan, &rule, language),
                words::as_issued(language, judgement.as_issued),
            ]
            .concat(),
            since: standing::words::since(
                judgement.light,
                &reading::lights(plan, ledger, indicator, as_of.today, &rule),
                language,
            ),
            lede: heading::lede(&judgement, indicator, plan, language),
        },
        basis: decided(as_of, indicator),
        reason: standing::words::reason(&judgement, &rule, language),
        copied: standing::words::copied(&sentence),
        sentence,
        numbers: numbers(&judgement, &rule, language),
        outlook: outlook(&judgement, indicator, plan, language),
        by_person: by_person(as_of, id),
        asks_for: asks_for(&judgement, language),
        trajectory: chart(plan, ledger, indicator, &judgement, &rule, language)?,
        reported: reported(as_of, indicator),
    })
}

fn chart(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    judgement: &Judgement,
    rule: &Rule,
    language: Language,
) -> Option<Chart> {
    let heading: Sentence = heading::heading(judgement, indicator, plan, rule, language);
    let records = trajectory::Records {
        judgement,
        figures: &reading::figures(plan, ledger, indicator),
        expected: &reading::expected(plan, ledger, indicator, rule),
        set_targets: &reading::set_targets(ledger, indicator),
        adjusted: &reading::adjusted_targets(ledger, indicator),
        heading: &heading,
    };
    let bases = Bases::new(plan, ledger);
    let bare = trajectory::chart_with(plan, &bases, &indicator.id, language)?;
    Some(trajectory::with_records(bare, plan, indicator, records, language))
}

/// Attainment; beside it the share of the way that points are counted by, wherever it is another number.
fn numbers(judgement: &Judgement, rule: &Rule, language: Language) -> Vec<(&'static str, String)> {
    let words = words::of(language);
    let percent = |number: Ratio| number.decimal().unwrap_or_else(|| number.say(&[])) + "%";
    let attainment = judgement.attainment().map(|one| one.say(&[Ratio::ZERO, Ratio::HUNDRED]) + "%");
    let attainment = attainment.map(|one| (words.attainment, one));
    let Some(progress) = judgement.progress else { return attainment.into_iter().collect() };
    let shown = progress.shown(rule);
    let expected = (words.expected, percent(shown.expected));
    let way = percent(shown.attainment);
    match progress.method {
        Method::Within => vec![(words.used, way), (words.may_use, expected.1)],
        _ if progress.is_from_baseline() => {
            attainment.into_iter().chain([(words.from_baseline, way), expected]).collect()
        }
        _ => vec![(words.attainment, way), expected],
    }
}

/// What is left to do; where no forecast can be made, that and why.
fn outlook(
    judgement: &Judgement,
    indicator: &Indicator,
    plan: &PlanIndex,
    language: Language,
) -> Vec<String> {
    let mut sentences = standing::words::outlook(judgement, indicator, plan, language);
    let forecasts = [judgement.outlook.year_end, judgement.outlook.plan_end];
    let is_known = |forecast: &Forecast| matches!(forecast, Forecast::Known { .. });
    let words = words::of(language);
    if judgement.latest.is_some() && forecasts.iter().all(Option::is_none) {
        sentences
            .push(if judgement.basis == Basis::Level { words.no_forecast } else { words.no_basis }.into());
    } else if forecasts.iter().flatten().any(|one| !is_known(one)) {
        sentences.push(words.forecast_method.into());
    }
    sentences
}

fn asks_for(judgement: &Judgement, language: Language) -> Vec<&'static str> {
    let words = words::of(language);
    let mut asks = Vec::new();
    if judgement.wants_baseline || judgement.light == Light::BaselineMissing {
        asks.push(words.asks_baseline);
    }
    if judgement.basis == Basis::Unstated {
        asks.push(words.asks_basis);
    }
    asks
}

/// The period of which somebody judges or writes on a day.
pub fn period(plan: &PlanIndex, today: Day) -> Option<Month> {
    duty::current(plan, today)
}

fn by_person(as_of: AsOf, id: &str) -> Option<ByPerson> {
    let found = as_of.ledger.judgement(id, period(as_of.plan, as_of.today)?)?;
    let Said::Judgement { claim, reason, .. } = &found.entry.said else { return None };
    Some(ByPerson {
        lit: recorded::lit(Light::from(*claim), as_of.language),
        reason: Text::typed(reason, as_of.language),
        who: who(as_of, found),
    })
}

/// The decided basis, who decided it and when, and that the plan is silent.
fn decided(as_of: AsOf, indicator: &Indicator) -> Vec<Text> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let Some((basis, found)) = standing::decision(ledger, indicator) else { return Vec::new() };
    let (day, words) = (found.batch.written.day(as_of.offset), words::of(language));
    let organisation = plan.organisation_name(&found.batch.organisation, language);
    vec![
        Text::plain([basis.words(language), language.pick("（", " (decided by ")].concat()),
        organisation,
        Text::plain([language.pick(" ", " on "), &day.to_string(), words.decided].concat()),
    ]
}

/// Organisation, person and day of an entry, with what stands between them.
fn who(as_of: AsOf, found: Found) -> Vec<Text> {
    let AsOf { plan, language, .. } = as_of;
    let mut who = vec![plan.organisation_name(&found.batch.organisation, language)];
    if !found.batch.person.is_empty() {
        who.extend([Text::plain(" "), Text::typed(&found.batch.person, language)]);
    }
    who.push(Text::plain(language.pick("，", ", ")));
    who.push(Text::plain(found.batch.written.day(as_of.offset).to_string()));
    who
}

#[cfg(test)]
mod tests;
