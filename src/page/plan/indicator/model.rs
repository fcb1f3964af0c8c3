//! What the page of one indicator shows, as data.

use super::targets::{YearTarget, years};
use super::words;
use crate::chart::{Chart, trajectory};
use crate::page::shared::{asked, names};
use crate::plan::{Basis, Indicator, Place, PlanIndex, Question, Related};
use crate::route::{IndicatorsView, Route, Shape};
use crate::text::{Language, Link, Text};

/// Everything that stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorPage {
    pub id: String,
    /// Area and task, as a path.
    pub path: Vec<Link>,
    pub name: Text,
    /// What the plan asks, in a sentence; pieces without anything between them.
    pub asks: Vec<Text>,
    /// The comparison with the other indicators of the area.
    pub compare: Link,
    /// The targets by year.
    pub trajectory: Chart,
    pub targets: Vec<YearTarget>,
    pub facts: Facts,
    pub reading: Option<Text>,
    pub apart: Vec<Apart>,
    pub questions: Vec<OpenQuestion>,
    pub previous: Option<Neighbour>,
    pub next: Option<Neighbour>,
}

/// How the figures are meant, and who answers for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub definition: Text,
    pub basis: &'static str,
    /// What is to be said where the text does not state the basis.
    pub basis_note: Option<&'static str>,
    pub unit: Text,
    pub frequency: &'static str,
    /// None in a plan without districts.
    pub districts: Option<&'static str>,
    pub lead: Organisations,
    pub responsible: Organisations,
    pub aliases: Vec<Text>,
}

/// Organisations as the text lists them.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisations {
    pub named: Vec<Link>,
    /// The text's 等: the list is open.
    pub and_others: Option<&'static str>,
}

/// Another indicator, and why no line joins it with this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    pub indicator: Link,
    pub reason: Text,
}

/// Something that the text leaves open about the indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenQuestion {
    pub question: Text,
    pub reading: Text,
}

/// The indicator before or after this one in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    pub label: &'static str,
    pub link: Link,
}

/// The page, if the plan has the indicator.
pub fn model(plan: &PlanIndex, id: &str, language: Language) -> Option<IndicatorPage> {
    let all: Vec<Place<Indicator>> = plan.indicators().collect();
    let at = all.iter().position(|place| place.item.id == id)?;
    let place = &all[at];
    let indicator = place.item;
    let words = words::of(language);
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    Some(IndicatorPage {
        id: indicator.id.clone(),
        path: path(plan, place, language),
        name: plan.say(&indicator.name, language),
        asks: asks(plan, indicator, language),
        compare: compare(place, words.compare),
        trajectory: trajectory::chart(plan, id, language)?,
        targets: years(plan, indicator, language),
        facts: facts(plan, place, language),
        reading: indicator.reading.as_ref().map(|reading| plan.say(reading, language)),
        apart: indicator.related.iter().filter_map(|related| apart(plan, related, language)).collect(),
        questions: questions(plan, id, language),
        previous: before.map(|place| neighbour(plan, place, words.previous, language)),
        next: all.get(at + 1).map(|place| neighbour(plan, place, words.next, language)),
    })
}

fn asks(plan: &PlanIndex, indicator: &Indicator, language: Language) -> Vec<Text> {
    let mut asks = vec![Text::plain(words::of(language).asks)];
    asks.extend(asked::sentence(plan, indicator, language));
    asks
}

fn path(plan: &PlanIndex, place: &Place<Indicator>, language: Language) -> Vec<Link> {
    let area = names::area(plan, place.area, language);
    vec![Link { text: area, href: area_href(place, Shape::List) }, names::task(plan, place.task, language)]
}

fn compare(place: &Place<Indicator>, words: &str) -> Link {
    Link { text: Text::plain(words), href: area_href(place, Shape::Compare) }
}

/// The page of all indicators, of those in the same area.
fn area_href(place: &Place<Indicator>, shape: Shape) -> String {
    let area = Some(place.area.id.clone());
    Route::Indicators(IndicatorsView { area, shape, ..IndicatorsView::default() }).href()
}

fn facts(plan: &PlanIndex, place: &Place<Indicator>, language: Language) -> Facts {
    let (indicator, task) = (place.item, place.task);
    let words = words::of(language);
    Facts {
        definition: plan.say(&indicator.definition, language),
        basis: indicator.basis.words(language),
        basis_note: (indicator.basis == Basis::Unstated).then_some(words.basis_open),
        unit: plan.say(&indicator.unit, language),
        frequency: indicator.frequency.words(language),
        districts: (!plan.districts.is_empty()).then(|| indicator.districts.words(language)),
        lead: Organisations { named: organisations(plan, &task.lead, language), and_others: None },
        responsible: Organisations {
            named: organisations(plan, &task.responsible, language),
            and_others: task.responsible_open.then_some(words.and_others),
        },
        aliases: indicator.aliases.iter().map(|alias| plan.quote(alias, language)).collect(),
    }
}

fn organisations(plan: &PlanIndex, ids: &[String], language: Language) -> Vec<Link> {
    let named = ids.iter().filter_map(|id| plan.organisation(id));
    named.map(|one| names::organisation(plan, one, language)).collect()
}

fn apart(plan: &PlanIndex, related: &Related, language: Language) -> Option<Apart> {
    let other = plan.indicator(&related.indicator)?;
    Some(Apart {
        indicator: names::indicator(plan, other.item, language),
        reason: plan.say(&related.reason, language),
    })
}

/// What concerns few stands first: it says more about this one.
fn questions(plan: &PlanIndex, id: &str, language: Language) -> Vec<OpenQuestion> {
    let mut concerning: Vec<&Question> =
        plan.questions.iter().filter(|question| question.concerns.iter().any(|one| one == id)).collect();
    concerning.sort_by_key(|question| question.concerns.len());
    concerning
        .into_iter()
        .map(|question| OpenQuestion {
            question: plan.say(&question.question, language),
            reading: plan.say(&question.reading, language),
        })
        .collect()
}

fn neighbour(
    plan: &PlanIndex,
    place: &Place<Indicator>,
    label: &'static str,
    language: Language,
) -> Neighbour {
    Neighbour { label, link: names::indicator(plan, place.item, language) }
}
