//! The board from the ledger. In the part that loads on demand: the first view only draws what comes of it.

use super::words;
use crate::page::shared::recorded::{self, lit};
use crate::page::shared::todo::{self, Kind};
use crate::page::shared::{lights, problems};
use crate::plan::{Indicator, PlanIndex};
use crate::standing::board::{Board, BoardRow, Group, LightCount, Todo};
use crate::standing::reading::Now;
use crate::standing::window::Source;
use crate::standing::{self, AsOf, Judgement, Light, Lit, Ratio, Reason, Rule, duty, reading, window};
use crate::text::{Language, Text};

/// An indicator and how it stands.
struct Stands<'a> {
    indicator: &'a Indicator,
    lead: Option<&'a str>,
    now: Now,
}

/// The board of a plan with a ledger; `me` is the organisation that the user says they are.
pub fn board(as_of: AsOf, me: Option<&str>) -> Board {
    let AsOf { plan, ledger, language, .. } = as_of;
    let rule = reading::rule(ledger);
    let all: Vec<Stands> = plan
        .tasks()
        .flat_map(|(_, task)| task.indicators.iter().map(move |one| (task, one)))
        .map(|(task, indicator)| Stands {
            indicator,
            lead: task.lead.first().map(String::as_str),
            now: reading::now(plan, ledger, indicator, as_of.today, &rule),
        })
        .collect();
    let judged: Vec<(&Indicator, &Judgement)> =
        all.iter().map(|one| (one.indicator, &one.now.judgement)).collect();
    let (todo_title, todo) = todo(as_of, me);
    let (problems_title, problems) = problems::brief(as_of);
    Board {
        headline: headline(plan, &judged, language),
        lede: words::judged_lede(
            language,
            as_of.today,
            &rule,
            standing::words::against(ledger, as_of.today, language),
        ),
        lights: lights(&all, 0..all.len(), language),
        rows: all.iter().map(|one| row(as_of, one, &rule)).collect(),
        groups: groups(plan, &all, language),
        milestones: plan
            .milestones()
            .map(|place| recorded::milestone(ledger, place.item, as_of.today, language))
            .collect(),
        todo,
        todo_title,
        problems,
        problems_title,
        due: super::model::due_rows(plan, Some(as_of.today), language, |due| window::moved(ledger, due)),
    }
}

/// How many of some rows show which light, worst first; a light that none shows is left out.
fn lights(all: &[Stands], rows: impl Iterator<Item = usize>, language: Language) -> Vec<LightCount> {
    let shown = rows.filter_map(|row| all.get(row)).map(|one| one.now.judgement.light);
    lights::count(shown.map(|light| (light, lit(light, language))))
}

/// The rows for each order of the route.
fn groups(plan: &PlanIndex, all: &[Stands], language: Language) -> [Vec<Group>; 3] {
    let group = |title: Text, rows: Vec<usize>| {
        let lights = lights(all, rows.iter().copied(), language);
        Group { mark: Text::default(), title, lights, rows }
    };
    let mut by_area = super::model::areas(plan, language);
    for area in &mut by_area {
        area.lights = lights(all, area.rows.iter().copied(), language);
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|row| all.get(*row).map(urgency));
    let of_light = |light: Light| {
        let has = |row: &usize| all.get(*row).is_some_and(|one| one.now.judgement.light == light);
        let rows: Vec<usize> = order.iter().copied().filter(has).collect();
        (!rows.is_empty()).then(|| group(Text::plain(light.words(language)), rows))
    };
    let mut leads: Vec<Option<&str>> = Vec::new();
    for lead in order.iter().filter_map(|row| all.get(*row)).map(|one| one.lead) {
        if !leads.contains(&lead) {
            leads.push(lead);
        }
    }
    let of_lead = |lead: Option<&str>| {
        let title = match lead.and_then(|id| plan.organisation(id)) {
            Some(organisation) => plan.say(&organisation.name, language),
            None => Text::plain(words::of(language).no_lead),
        };
        let has = |row: &usize| all.get(*row).is_some_and(|one| one.lead == lead);
        group(title, order.iter().copied().filter(has).collect())
    };
    [by_area, Light::ALL.into_iter().filter_map(of_light).collect(), leads.into_iter().map(of_lead).collect()]
}

/// What is worse comes first: by light, then by how far it is behind.
fn urgency(one: &Stands) -> (usize, Option<Ratio>) {
    let judgement = &one.now.judgement;
    let light = Light::ALL.iter().position(|light| *light == judgement.light);
    (light.unwrap_or(Light::ALL.len()), judgement.progress.map(|progress| progress.lead))
}

fn row(as_of: AsOf, one: &Stands, rule: &Rule) -> BoardRow {
    let AsOf { plan, today, language, .. } = as_of;
    let Stands { indicator, now, .. } = one;
    let judged = &now.judgement;
    let most = indicator.targets.iter().map(|target| target.value.approximate()).fold(0.0, f64::max);
    let place = |value: f64| ((value.max(0.0) / most * 960.0 + 0.5).min(1000.0)) as u16;
    let latest = judged.latest;
    BoardRow {
        actual: latest.map(|actual| actual.value.to_string()).unwrap_or_default(),
        month: latest.map(|actual| words::month(language, actual.month, today)).unwrap_or_default(),
        is_stale: judged.reason == Reason::Overdue,
        change: latest
            .zip(now.before)
            .map(|(latest, before)| words::change(before, latest.value))
            .unwrap_or_default(),
        lit: lit(judged.light, language),
        was: (now.was != judged.light).then(|| now.was.words(language)),
        gap: standing::words::gap(judged, indicator, plan, rule, language),
        needs_attention: judged.light.is_pressing(),
        fill: latest.filter(|_| most > 0.0).map(|actual| place(actual.value.approximate())),
        // Once the verdict is there, nobody asks where the figure should be.
        expected: standing::expected_value(judged)
            .filter(|_| most > 0.0 && !matches!(judged.light, Light::Met | Light::Missed))
            .map(|value| place(value.approximate())),
    }
}

/// The page in one sentence: what is worst and what else is not as it should be, or how much could be judged.
fn headline(plan: &PlanIndex, judged: &[(&Indicator, &Judgement)], language: Language) -> String {
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
fn judgeable(judged: &[(&Indicator, &Judgement)]) -> words::Judged {
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

/// What to do now: for the organisation that the user says they are; without one, what the bureau waits for.
fn todo(as_of: AsOf, me: Option<&str>) -> (String, Vec<Todo>) {
    let AsOf { plan, language, .. } = as_of;
    let Some(month) = duty::current(plan, as_of.today) else { return (String::new(), vec![]) };
    let who = me.unwrap_or(&plan.issuer);
    let name = plan.organisation(who).map(|one| plan.short_name(one, language).words).unwrap_or_default();
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
