//! What can be chosen in the filters: only what occurs in the plan, with how many indicators it would leave.

use super::standings::Standings;
use super::words;
use crate::page::shared::names;
use crate::plan::{Basis, Comparator, Modality, PlanIndex, Year};
use crate::route::IndicatorsView;
use crate::standing::Light;
use crate::text::order::Order;
use crate::text::{Language, Text};

/// One of the filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Area,
    Organisation,
    Year,
    Basis,
    Comparator,
    Modality,
    /// Only once there are records.
    Light,
}

/// A filter with all that can be chosen in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    pub field: Field,
    pub name: &'static str,
    /// The choice of not filtering.
    pub any: &'static str,
    pub choices: Vec<Choice>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What stands for it in the address.
    pub slug: String,
    /// Its name and how many indicators it would leave, the other filters being as they are.
    pub label: Text,
    pub is_chosen: bool,
}

impl Field {
    pub const ALL: [Self; 7] = [
        Self::Area,
        Self::Organisation,
        Self::Year,
        Self::Basis,
        Self::Comparator,
        Self::Modality,
        Self::Light,
    ];

    /// What the selection has chosen here.
    pub fn chosen(self, view: &IndicatorsView) -> Option<String> {
        match self {
            Self::Area => view.area.clone(),
            Self::Organisation => view.organisation.clone(),
            Self::Year => view.year.map(|year| year.to_string()),
            Self::Basis => view.basis.map(|basis| basis.slug().into()),
            Self::Comparator => view.comparator.map(|comparator| comparator.slug().into()),
            Self::Modality => view.modality.map(|modality| modality.slug().into()),
            Self::Light => view.light.map(|light| light.slug().into()),
        }
    }

    /// The selection with another choice here; an empty word, or one that means nothing, takes the filter away.
    pub fn choose(self, view: &IndicatorsView, slug: &str) -> IndicatorsView {
        let mut view = view.clone();
        let id = (!slug.is_empty()).then(|| slug.to_owned());
        match self {
            Self::Area => view.area = id,
            Self::Organisation => view.organisation = id,
            Self::Year => view.year = slug.parse().ok().map(Year),
            Self::Basis => view.basis = Basis::ALL.into_iter().find(|one| one.slug() == slug),
            Self::Comparator => view.comparator = Comparator::ALL.into_iter().find(|one| one.slug() == slug),
            Self::Modality => view.modality = Modality::ALL.into_iter().find(|one| one.slug() == slug),
            Self::Light => view.light = Light::ALL.into_iter().find(|one| one.slug() == slug),
        }
        view
    }

    /// What the plan calls a choice; none if it does not know it.
    pub fn name_of(self, plan: &PlanIndex, slug: &str, language: Language) -> Option<Text> {
        let plain = |words: &'static str| Text::plain(words);
        match self {
            Self::Area => plan.area(slug).map(|area| names::area(plan, area, language)),
            Self::Organisation => plan.organisation(slug).map(|one| plan.say(&one.name, language)),
            Self::Year => {
                let year = Year(slug.parse().ok()?);
                plan.period.contains(year).then(|| Text::plain(year.to_string()))
            }
            Self::Basis => {
                Basis::ALL.into_iter().find(|one| one.slug() == slug).map(|one| plain(one.words(language)))
            }
            Self::Comparator => Comparator::ALL
                .into_iter()
                .find(|one| one.slug() == slug)
                .map(|one| Text::plain(words::comparator(language, one))),
            Self::Modality => {
                Modality::ALL.into_iter().find(|one| one.slug() == slug).map(|one| plain(one.words(language)))
            }
            Self::Light => {
                Light::ALL.into_iter().find(|one| one.slug() == slug).map(|one| plain(one.words(language)))
            }
        }
    }

    /// Everything that occurs in the plan, in the order in which it is offered.
    fn occurring(self, plan: &PlanIndex, standings: &Standings) -> Vec<String> {
        let left = |slug: &str| {
            let only = self.choose(&IndicatorsView::default(), slug);
            plan.indicators()
                .any(|place| only.selects(plan, &place, standings.bases()) && standings.leaves(&place, &only))
        };
        let all: Vec<String> = match self {
            Self::Area => plan.areas.iter().map(|area| area.id.clone()).collect(),
            Self::Organisation => plan.organisations.iter().map(|one| one.id.clone()).collect(),
            Self::Year => plan.period.iter().map(|year| year.to_string()).collect(),
            Self::Basis => Basis::ALL.map(|one| one.slug().into()).into(),
            Self::Comparator => Comparator::ALL.map(|one| one.slug().into()).into(),
            Self::Modality => Modality::ALL.map(|one| one.slug().into()).into(),
            Self::Light if standings.is_empty() => vec![],
            Self::Light => Light::ALL.map(|one| one.slug().into()).into(),
        };
        all.into_iter().filter(|slug| left(slug)).collect()
    }
}

/// Every filter, as the selection has it. A filter in which the plan offers nothing is left out.
pub fn filters(
    plan: &PlanIndex,
    view: &IndicatorsView,
    standings: &Standings,
    language: Language,
) -> Vec<Filter> {
    Field::ALL
        .into_iter()
        .map(|field| Filter {
            field,
            name: words::field(language, field),
            any: words::of(language).any,
            choices: choices(plan, view, standings, field, language),
        })
        .filter(|filter| !filter.choices.is_empty())
        .collect()
}

/// The filters of the selection that the plan knows nothing of: another plan's address, or a wrong one.
pub fn unknown(plan: &PlanIndex, view: &IndicatorsView, language: Language) -> Vec<(Field, String)> {
    let chosen = Field::ALL.into_iter().filter_map(|field| field.chosen(view).map(|slug| (field, slug)));
    chosen.filter(|(field, slug)| field.name_of(plan, slug, language).is_none()).collect()
}

/// The selection without any filter, in the same shape and order.
pub fn reset(view: &IndicatorsView) -> IndicatorsView {
    IndicatorsView { sort: view.sort, shape: view.shape, ..IndicatorsView::default() }
}

fn choices(
    plan: &PlanIndex,
    view: &IndicatorsView,
    standings: &Standings,
    field: Field,
    language: Language,
) -> Vec<Choice> {
    let chosen = field.chosen(view);
    let name_of =
        |slug: &String| field.name_of(plan, slug, language).map(|name| name.words).unwrap_or_default();
    let mut slugs = field.occurring(plan, standings);
    // What the address chose is shown as chosen even where no indicator has it.
    slugs.extend(chosen.clone().filter(|slug| !slugs.contains(slug)));
    // Whoever filters looks for a name. Everything else has an order of its own.
    if field == Field::Organisation {
        Order::new().sort(&mut slugs, name_of);
    }
    slugs
        .into_iter()
        .filter_map(|slug| {
            let name = field.name_of(plan, &slug, language)?;
            let then = field.choose(view, &slug);
            let left = then
                .selected(plan, standings.bases())
                .iter()
                .filter(|place| standings.leaves(place, &then))
                .count();
            let label = Text { words: words::counted(language, &name.words, left), language: name.language };
            Some(Choice { is_chosen: chosen.as_deref() == Some(&slug), slug, label })
        })
        .collect()
}
