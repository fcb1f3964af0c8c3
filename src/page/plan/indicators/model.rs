//! What the page of all indicators shows, as data.

use super::comparison::{self, Comparison, comparison};
use super::filter::{self, Field, Filter, filters};
use super::list;
use super::multiples::{Multiple, multiples};
use super::selection::sorted;
use super::standings::Standings;
use super::words;
use crate::plan::{Basis, Indicator, Place, PlanIndex, Year};
use crate::route::{IndicatorsView, Shape, Sort};
use crate::standing::Bases;
use crate::text::{Language, Link, Table, Text};

/// Everything that stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicators {
    /// The selection that is shown.
    pub view: IndicatorsView,
    /// The selection in one sentence.
    pub headline: String,
    pub lede: String,
    pub filters: Vec<Filter>,
    /// The filters that are in force.
    pub chosen: Vec<Chosen>,
    /// The selection without filters, when there are any.
    pub reset: Option<IndicatorsView>,
    pub sorts: Vec<(Sort, &'static str)>,
    pub shapes: Vec<Tab>,
    pub content: Content,
}

/// A filter in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    pub name: String,
    pub value: Text,
    /// What taking it away is called.
    pub remove: String,
    pub without: IndicatorsView,
}

/// A way to look at the selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    pub label: &'static str,
    pub href: String,
    pub is_current: bool,
}

/// What the selection comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The plan does not have what the address asks for.
    Unknown {
        sentences: Vec<String>,
        /// The selection without what is not known.
        without: Link,
    },
    /// No indicator meets all conditions.
    Nothing {
        reset: Link,
    },
    List(Table),
    /// The targets of all that is left, on one axis.
    Way {
        /// Identifiers, in the order shown.
        ids: Vec<String>,
        /// They stand in the plan's order, so that areas can head them.
        has_heads: bool,
    },
    Compare(Comparison),
    Multiples(Vec<Multiple>),
}

/// The page of a selection, as the plan alone has it.
pub fn model(plan: &PlanIndex, view: &IndicatorsView, language: Language) -> Indicators {
    model_with(plan, view, &Standings::default(), language)
}

/// The page of a selection with how each indicator stands.
pub fn model_with(
    plan: &PlanIndex,
    view: &IndicatorsView,
    standings: &Standings,
    language: Language,
) -> Indicators {
    let mut left = sorted(plan, view, standings.bases(), language);
    left.retain(|place| standings.leaves(place, view));
    let reset = filter::reset(view);
    let content = content(plan, view, &left, standings, language);
    let (headline, lede) = match &content {
        Content::Unknown { .. } => (words::of(language).unknown_title.into(), String::new()),
        Content::Nothing { .. } => {
            (words::of(language).nothing_title.into(), words::of(language).nothing.into())
        }
        Content::List(_) | Content::Way { .. } | Content::Compare(_) | Content::Multiples(_) => {
            said(plan, &left, standings.bases(), language)
        }
    };
    Indicators {
        headline,
        lede,
        filters: filters(plan, view, standings, language),
        chosen: chosen(plan, view, language),
        reset: Field::ALL.into_iter().any(|field| field.chosen(view).is_some()).then_some(reset),
        sorts: Sort::ALL.map(|sort| (sort, words::sort(language, sort))).into(),
        shapes: Shape::ALL.map(|shape| tab(view, shape, language)).into(),
        content,
        view: view.clone(),
    }
}

fn content(
    plan: &PlanIndex,
    view: &IndicatorsView,
    left: &[Place<Indicator>],
    standings: &Standings,
    language: Language,
) -> Content {
    let unknown = unknown(plan, view, language);
    if !unknown.is_empty() {
        let text = Text::plain(words::of(language).without_unknown);
        return Content::Unknown {
            sentences: unknown,
            without: Link { text, href: list::href(&known(plan, view, language)) },
        };
    }
    if left.is_empty() {
        let text = Text::plain(words::of(language).reset);
        return Content::Nothing { reset: Link { text, href: list::href(&filter::reset(view)) } };
    }
    match view.shape {
        Shape::List => Content::List(list::table(plan, left, standings, language)),
        Shape::Way => Content::Way {
            ids: left.iter().map(|place| place.item.id.clone()).collect(),
            has_heads: view.sort == Sort::Plan,
        },
        Shape::Compare => Content::Compare(comparison(plan, left, view, standings, language)),
        Shape::Multiples => Content::Multiples(multiples(plan, left, standings, language)),
    }
}

fn unknown(plan: &PlanIndex, view: &IndicatorsView, language: Language) -> Vec<String> {
    let filters = filter::unknown(plan, view, language);
    let filters = filters
        .into_iter()
        .map(|(field, slug)| words::unknown(language, words::field(language, field), &slug));
    let compared = comparison::unknown(plan, view)
        .into_iter()
        .map(|id| words::unknown(language, words::compared_id_unknown(language), &id));
    filters.chain(compared).collect()
}

/// The selection without what the plan does not know.
fn known(plan: &PlanIndex, view: &IndicatorsView, language: Language) -> IndicatorsView {
    let unknown = filter::unknown(plan, view, language);
    let mut known = unknown.iter().fold(view.clone(), |view, (field, _)| field.choose(&view, ""));
    known.compare.retain(|id| plan.indicator(id).is_some());
    known
}

fn said(plan: &PlanIndex, left: &[Place<Indicator>], bases: &Bases, language: Language) -> (String, String) {
    let figures = left.iter().map(|place| place.item.targets.len()).sum();
    let count = |year: Year| left.iter().filter(|place| place.item.target(year).is_some()).count();
    let years: Vec<(Year, usize)> = plan.period.iter().map(|year| (year, count(year))).collect();
    let unstated = left.iter().filter(|place| place.item.basis == Basis::Unstated).count();
    let decided = left.iter().filter(|place| bases.is_decided(place.item)).count();
    (
        words::headline(language, left.len(), plan.indicators().count(), figures),
        words::lede(language, &years, unstated, decided),
    )
}

fn chosen(plan: &PlanIndex, view: &IndicatorsView, language: Language) -> Vec<Chosen> {
    Field::ALL
        .into_iter()
        .filter_map(|field| {
            let slug = field.chosen(view)?;
            let name = words::field(language, field);
            Some(Chosen {
                name: words::condition(language, name),
                value: field.name_of(plan, &slug, language).unwrap_or_else(|| Text::plain(slug)),
                remove: words::remove(language, name),
                without: field.choose(view, ""),
            })
        })
        .collect()
}

fn tab(view: &IndicatorsView, shape: Shape, language: Language) -> Tab {
    Tab {
        label: words::shape(language, shape),
        href: list::href(&IndicatorsView { shape, ..view.clone() }),
        is_current: view.shape == shape,
    }
}
