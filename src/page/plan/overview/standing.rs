//! The board from the ledger. In the part that loads on demand: the first view only draws what comes of it.

use super::words;
use crate::ledger::Stage;
use crate::page::shared::problems;
use crate::page::shared::recorded::{self, lit};
use crate::page::shared::todo::{self, Kind};
use crate::plan::{Indicator, Milestone, MilestoneKind, PlanIndex};
use crate::standing::board::{Board, BoardRow, LightCount, Todo};
use crate::standing::window::Source;
use crate::standing::{self, AsOf, Bases, Judgement, Light, Lit, Reason, Rule, duty, reading, window};
use crate::text::Language;

/// The board of a plan with a ledger; `me` is the organisation that the user says they are.
pub fn board(as_of: AsOf, me: Option<&str>) -> Board {
    let AsOf { plan, ledger, .. } = as_of;
    let (rule, bases) = (reading::rule(ledger), Bases::new(plan, ledger));
    let judged: Vec<(&Indicator, Judgement)> = plan
        .indicators()
        .map(|place| (place.item, reading::judged(plan, ledger, place.item, as_of.today, &rule)))
        .collect();
    let counts = Light::ALL.map(|light| (light, judged.iter().filter(|(_, one)| one.light == light).count()));
    let (todo_title, todo) = todo(as_of, me);
    let (problems_title, problems) = problems::brief(as_of);
    Board {
        headline: headline(plan, &judged, as_of.language),
        lede: words::judged_lede(as_of.language, as_of.today, &rule),
        lights: counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(light, count)| LightCount { lit: lit(light, as_of.language), count })
            .collect(),
        rows: judged
            .iter()
            .map(|(indicator, one)| {
                let told = one.latest.or(one.beyond).and_then(|latest| {
                    reading::told(plan, ledger, indicator, latest.month, as_of.offset, as_of.language)
                });
                row(plan, &bases, indicator, one, &rule, told, as_of.language)
            })
            .collect(),
        milestones: plan.milestones().map(|place| milestone(as_of, place.item)).collect(),
        todo,
        todo_title,
        problems,
        problems_title,
        due: super::model::due_rows(plan, Some(as_of.today), as_of.language, |due| {
            window::moved(ledger, due)
        }),
    }
}

fn row(
    plan: &PlanIndex,
    bases: &Bases,
    indicator: &Indicator,
    judged: &Judgement,
    rule: &Rule,
    told: Option<standing::words::Told>,
    language: Language,
) -> BoardRow {
    let most = indicator.targets.iter().map(|target| target.value.approximate()).fold(0.0, f64::max);
    let fill = judged.latest.filter(|_| most > 0.0).map(|actual| {
        let place = actual.value.approximate().max(0.0) / most * 960.0 + 0.5;
        place.min(1000.0) as u16
    });
    BoardRow {
        actual: judged.latest.map(|actual| actual.value.to_string()).unwrap_or_default(),
        lit: lit(judged.light, language),
        basis: bases.words(indicator, language),
        reason: standing::words::reason(judged, rule, language),
        sentence: standing::words::sentence(judged, indicator, plan, rule, told, language),
        fill,
    }
}

/// The page in one sentence: what is worst and what else is not as it should be, or how much could be judged.
fn headline(plan: &PlanIndex, judged: &[(&Indicator, Judgement)], language: Language) -> String {
    let name = |indicator: &Indicator| plan.say(&indicator.name, language).words;
    let behind = |light: Light| {
        let mut found: Vec<_> = judged.iter().filter(|(_, one)| one.light == light).collect();
        found.sort_by_key(|(_, one)| one.progress.map(|progress| progress.lead));
        found
    };
    let worst = [Light::Red, Light::Missed, Light::Amber]
        .into_iter()
        .find_map(|light| behind(light).first().copied());
    let count = judgeable(judged);
    let Some((worst, light)) = worst.map(|(indicator, one)| (indicator.id.as_str(), one.light)) else {
        return words::nothing_behind(language, count);
    };
    let mut others = Vec::new();
    for light in [Light::Missed, Light::Red, Light::Amber] {
        let of_light = behind(light).into_iter().filter(|(indicator, _)| indicator.id != worst);
        others.extend(of_light.map(|(indicator, _)| (name(indicator), light)));
    }
    let first = plan.indicator(worst).map(|place| name(place.item)).unwrap_or_default();
    words::worst(language, &first, light, &others, count)
}

/// How many indicators were judged, and why the others were not.
fn judgeable(judged: &[(&Indicator, Judgement)]) -> words::Judged {
    let mut count = words::Judged { all: judged.len(), ..words::Judged::default() };
    for (_, one) in judged {
        let is_late = one.reason == Reason::Overdue
            || one.reason == Reason::NoFigure && one.dues.last.is_some() && !one.is_answered();
        count.is_assumed |= is_late && one.dues.source == Source::Assumed;
        match (one.light, one.reason) {
            (Light::Green | Light::Amber | Light::Red, _) => count.judged += 1,
            (Light::Met | Light::Missed, _) => {
                count.judged += 1;
                count.met += usize::from(one.light == Light::Met);
            }
            _ if is_late => count.overdue += 1,
            (_, Reason::BaselineMissing | Reason::BasisUndecided) => count.lacking += 1,
            _ => count.not_yet += 1,
        }
    }
    count
}

fn milestone(as_of: AsOf, milestone: &Milestone) -> Lit {
    let AsOf { ledger, language, .. } = as_of;
    match ledger.stage(&milestone.id, as_of.today.month()) {
        Some((_, Stage::Done, _)) => lit(Light::Met, language),
        // A direction has no end at which it could be missed.
        Some(_) if milestone.kind == MilestoneKind::State && as_of.today.year() > milestone.years.to => {
            lit(Light::Missed, language)
        }
        Some((_, stage, _)) => recorded::stage(stage, language),
        None => lit(Light::NoData, language),
    }
}

/// What to do now: for the organisation that the user says they are; without one, what the bureau waits for.
fn todo(as_of: AsOf, me: Option<&str>) -> (String, Vec<Todo>) {
    let AsOf { plan, language, .. } = as_of;
    let Some(month) = duty::current(plan, as_of.today) else { return (String::new(), vec![]) };
    let who = me.unwrap_or(&plan.issuer);
    let name = plan.organisation(who).map(|one| plan.say(&one.name, language).words).unwrap_or_default();
    let rows = todo::todo(as_of, who).into_iter().map(|one| {
        let light = match one.kind {
            Kind::Returned | Kind::Late => "red",
            Kind::Partial | Kind::Awaited | Kind::Baseline | Kind::Basis => "amber",
            Kind::Review => "none",
        };
        Todo {
            lit: Lit { light, word: words::todo_word(language, one.kind) },
            sentence: one.text,
            quoted: one.quoted,
            href: one.href,
        }
    });
    (words::todo_title(language, &name, month), rows.collect())
}

#[cfg(test)]
mod tests;
