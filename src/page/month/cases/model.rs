//! The page of cases, as data.

use super::typed::{Part, Typed};
use super::words;
use crate::ledger::kinds::{self, Cited};
use crate::ledger::known::{CaseLife, CaseState};
use crate::ledger::{Batch, EntryId, Said};
use crate::page::shared::names;
use crate::plan::{Month, Quantity};
use crate::route::{DocumentKind, Route};
use crate::standing::bulletin::{ending, round};
use crate::standing::due::{Due, series};
use crate::standing::{AsOf, Lit, duty, reading};
use crate::text::{Language, Link, Text, isolated};

/// The cases of a round of the plan's cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases {
    /// The round.
    pub due: Due,
    /// What it asks for, and how many have handed one in.
    pub lede: String,
    /// Lead organisations without one, as links; the plan does not say who owes one.
    pub without: Vec<Link>,
    /// The cases, in the order in which they were told first.
    pub cases: Vec<Case>,
    /// Where the round's paper stands.
    pub paper: Link,
    /// The pages of the rounds before and after.
    pub around: [Option<Link>; 2],
}

/// A case.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The entry that told it first: by it every act names it.
    pub id: EntryId,
    /// Its title, as typed. Untrusted, as are its parts.
    pub title: Text,
    /// Whose it is.
    pub organisation: Link,
    /// What it is about, if that is said.
    pub subject: Option<Link>,
    /// How it stands.
    pub lit: Lit,
    /// Why it was given back; empty where it was not.
    pub reason: Text,
    /// The paper in which it was printed.
    pub printed: Option<Link>,
    /// What its figures come to now.
    pub effects: Vec<Effect>,
    /// Its parts with their names.
    pub parts: Vec<(&'static str, Text)>,
    /// Whether an officer may adopt it or give it back.
    pub is_open: bool,
    /// What the form begins with to work it over; none of a case that was not given back.
    pub again: Option<Typed>,
}

/// A figure before and after, taken from the ledger as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The indicator.
    pub indicator: Link,
    /// 2023 年 6 月 8 → 2023 年 12 月 21, or which figure is not there.
    pub sentence: String,
    /// A figure was changed after the case was told.
    pub is_changed: bool,
}

/// The cases of the round that ends with a month, or of the last one that is over; none where the plan has no quarters.
pub fn model(as_of: AsOf, month: Option<Month>) -> Option<Cases> {
    let AsOf { plan, ledger, language, today, .. } = as_of;
    let round = round(plan, 3)?;
    let due = ending(plan, ledger, round, month, today)?;
    let of_round = ledger.cases_of(due.from..=due.to);
    let has = |id: &str| {
        of_round.iter().any(|one| one.state != CaseState::Returned && *one.told.batch.organisation == *id)
    };
    let leads: Vec<&str> = duty::reporters(plan)
        .into_iter()
        .filter(|id| plan.tasks().any(|(_, task)| task.lead.iter().any(|lead| lead == id)))
        .collect();
    let without: Vec<Link> = leads
        .iter()
        .filter(|id| !has(id))
        .filter_map(|id| plan.organisation(id))
        .map(|one| names::organisation(plan, one, language))
        .collect();
    let at = |months: i32| {
        let to = due.to.plus(months);
        let is_one = series(plan, round).any(|other| other.to == to);
        let text = Text::plain(words::quarter(language, to));
        is_one.then(|| Link { text, href: Route::Cases(Some(to)).href() })
    };
    let handed = leads.len() - without.len();
    Some(Cases {
        due,
        lede: words::lede(
            language,
            [&round.name, &round.purpose]
                .map(|one| plan.say(one, language).words)
                .each_ref()
                .map(String::as_str),
            due.to,
            of_round.len(),
            leads.len(),
            handed,
        ),
        without,
        cases: of_round.iter().map(|one| case(as_of, one)).collect(),
        paper: Link {
            text: plan.say(&round.name, language),
            href: Route::Document(DocumentKind::Bulletin, Some(due.to)).href(),
        },
        around: [at(-3), at(3)],
    })
}

/// The lines of a receipt that people read: the title of each case in it, with how long it is.
pub fn letter(batch: &Batch, language: Language) -> Vec<String> {
    let told = batch.entries.iter().filter_map(|entry| match &entry.said {
        Said::Case(case) => match &**case {
            kinds::Case::Told(text) => Some(text),
            _ => None,
        },
        _ => None,
    });
    let each = told.map(|text| {
        let letters = Part::ALL.iter().map(|part| part.of(text).chars().count()).sum();
        words::letter(language, &isolated(&text.title), letters)
    });
    each.collect()
}

fn case(as_of: AsOf, life: &CaseLife) -> Case {
    let AsOf { plan, ledger, language, .. } = as_of;
    let organisation = &life.told.batch.organisation;
    let organisation = match plan.organisation(organisation) {
        Some(one) => names::organisation(plan, one, language),
        None => Link { text: Text::typed(organisation, language), href: Route::Overview.href() },
    };
    let light = match life.state {
        CaseState::HandedIn => "none",
        CaseState::Returned => "amber",
        CaseState::Adopted => "green",
        CaseState::TakenUp => "met",
    };
    let text = life.text;
    let part = |part: Part| {
        let typed = Text::typed(part.of(text), language);
        (!typed.words.is_empty()).then(|| (words::part(language, part), typed))
    };
    let printed = life.issue.and_then(|id| {
        let found = ledger.find(id)?;
        let Said::Issue(issue) = &found.entry.said else { return None };
        let text = Text::plain(words::printed(language, issue.number));
        Some(Link { text, href: Route::Issued(crate::ledger::kinds::Item::own_id(id).to_string()).href() })
    });
    Case {
        id: life.id,
        title: Text::typed(&text.title, language),
        organisation,
        subject: text.subject.as_deref().and_then(|id| names::told(plan, ledger, id, language)),
        lit: Lit { light, word: life.state.words(language) },
        reason: Text::typed(life.reason.unwrap_or(""), language),
        printed,
        effects: text.cited.iter().filter_map(|cited| effect(as_of, life, cited)).collect(),
        parts: Part::ALL.into_iter().filter_map(part).collect(),
        is_open: matches!(life.state, CaseState::HandedIn),
        again: (life.state == CaseState::Returned).then(|| Typed::again(life)),
    }
}

/// What a cited figure comes to now, and whether that is what it was when the case was told.
fn effect(as_of: AsOf, life: &CaseLife, cited: &Cited) -> Option<Effect> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let indicator = plan.indicator(&cited.indicator)?.item;
    let of = |ledger: &crate::ledger::Ledger| {
        let figures = reading::figures(plan, ledger, indicator);
        let at = |month: Month| figures.iter().find(|one| one.month == month).map(|one| one.value);
        (at(cited.before), at(cited.after))
    };
    let now: (Option<Quantity>, Option<Quantity>) = of(ledger);
    let then = of(&ledger.known_on(life.told.batch.written));
    Some(Effect {
        indicator: names::indicator(plan, indicator, language),
        sentence: words::effect(language, (cited.before, now.0), (cited.after, now.1)),
        is_changed: now != then,
    })
}

/// The months of which an indicator has a figure, the earliest first: what a case may cite.
pub fn months(as_of: AsOf, indicator: &str) -> Vec<(String, Text)> {
    let Some(place) = as_of.plan.indicator(indicator) else { return vec![] };
    let figures = reading::figures(as_of.plan, as_of.ledger, place.item);
    let language: Language = as_of.language;
    let each = figures.iter().map(|one| {
        let words = words::figure(language, one.month, Some(one.value));
        (one.month.to_string(), Text::plain(words))
    });
    each.collect()
}
