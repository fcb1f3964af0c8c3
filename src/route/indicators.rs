//! The selection of the indicators page: what is filtered, sorted, compared, and how it is shown.

use super::Address;
use crate::plan::{Basis, Comparator, Indicator, Modality, Place, PlanIndex, Target, Year};
use crate::standing::{Bases, Light};

/// The selection of the indicators page. All of it stands in the address.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct IndicatorsView {
    /// Only indicators of the area with this identifier.
    pub area: Option<String>,
    /// Only indicators of tasks for which the organisation with this identifier answers (牵头, 责任), also through a
    /// group.
    pub organisation: Option<String>,
    /// Only indicators with a target of this year.
    pub year: Option<Year>,
    /// Only indicators with this basis (口径), by the plan or as the bureau decided.
    pub basis: Option<Basis>,
    /// Only indicators with a target that has this comparator.
    pub comparator: Option<Comparator>,
    /// Only indicators with a target that is promised this firmly.
    pub modality: Option<Modality>,
    /// Only indicators that show this light.
    pub light: Option<Light>,
    /// The order of what the filters leave.
    pub sort: Sort,
    /// How what the filters leave is shown.
    pub shape: Shape,
    /// Indicators chosen for comparison; empty means all that the filters leave.
    pub compare: Vec<String>,
}

impl IndicatorsView {
    /// Where the chart of all targets is: as it stands, for the first view, which does without what would write it.
    pub const WAY: &str = "#/indicators?view=way";

    /// What the filters leave, in the order of the plan. That of lights is not among them: it needs records.
    pub fn selected<'a>(&self, plan: &'a PlanIndex, bases: &Bases) -> Vec<Place<'a, Indicator>> {
        plan.indicators().filter(|place| self.selects(plan, place, bases)).collect()
    }

    /// Whether the filters leave the indicator. Year, comparator and modality must hold for one and the same
    /// target: "≥ in 2023" is not met by a bare number in 2023 and a ≥ in 2025.
    pub fn selects(&self, plan: &PlanIndex, place: &Place<Indicator>, bases: &Bases) -> bool {
        let of_target = |target: &Target| {
            self.year.is_none_or(|year| target.year == year)
                && self.comparator.is_none_or(|comparator| target.comparator == comparator)
                && self.modality.is_none_or(|modality| target.modality == modality)
        };
        self.area.as_ref().is_none_or(|area| place.area.id == *area)
            && self.organisation.as_ref().is_none_or(|id| plan.role(place.task, id).is_some())
            && self.basis.is_none_or(|basis| bases.of(place.item) == basis)
            && place.item.targets.iter().any(of_target)
    }
}

/// Order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// The order of the plan's text.
    #[default]
    Plan,
    /// By name, in the order of [`crate::text::order`].
    Name,
    /// By the step from the first target to the last, in proportion.
    Step,
    /// By basis.
    Basis,
}

/// How the selection is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shape {
    /// A table with a row for each indicator.
    #[default]
    List,
    /// How far each is on its way to the targets, on one axis.
    Way,
    /// One normalised axis.
    Compare,
    /// A small chart for each.
    Multiples,
}

impl Sort {
    /// Every order, as the page offers them.
    pub const ALL: [Self; 4] = [Self::Plan, Self::Name, Self::Step, Self::Basis];

    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Name => "name",
            Self::Step => "step",
            Self::Basis => "basis",
        }
    }
}

impl Shape {
    /// Every shape, as the page offers them.
    pub const ALL: [Self; 4] = [Self::List, Self::Way, Self::Compare, Self::Multiples];

    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Way => "way",
            Self::Compare => "compare",
            Self::Multiples => "multiples",
        }
    }
}

/// Most indicators that an address may choose for comparison.
const MOST_COMPARED: usize = 50;

impl IndicatorsView {
    /// The selection that an address names, unless it names something that does not exist.
    pub(super) fn read(address: &Address) -> Option<Self> {
        let known = [
            "area",
            "organisation",
            "year",
            "basis",
            "comparator",
            "modality",
            "light",
            "sort",
            "view",
            "compare",
        ];
        if address.names().any(|name| !known.contains(&name)) {
            return None;
        }
        let compare: Vec<String> = address
            .get("compare")
            .map(|list| list.split(',').map(str::to_owned).collect())
            .unwrap_or_default();
        if compare.len() > MOST_COMPARED {
            return None;
        }
        Some(Self {
            area: address.get("area").map(str::to_owned),
            organisation: address.get("organisation").map(str::to_owned),
            year: read(address, "year", |text| text.parse().ok().map(Year))?,
            basis: read(address, "basis", |slug| Basis::ALL.into_iter().find(|one| one.slug() == slug))?,
            comparator: read(address, "comparator", |slug| {
                Comparator::ALL.into_iter().find(|one| one.slug() == slug)
            })?,
            modality: read(address, "modality", |slug| {
                Modality::ALL.into_iter().find(|one| one.slug() == slug)
            })?,
            light: read(address, "light", |slug| Light::ALL.into_iter().find(|one| one.slug() == slug))?,
            sort: read(address, "sort", |slug| Sort::ALL.into_iter().find(|one| one.slug() == slug))?
                .unwrap_or_default(),
            shape: read(address, "view", |slug| Shape::ALL.into_iter().find(|one| one.slug() == slug))?
                .unwrap_or_default(),
            compare,
        })
    }

    /// The address of the selection.
    pub(super) fn address(&self) -> String {
        let year = self.year.map(|year| year.to_string());
        let compare = (!self.compare.is_empty()).then(|| self.compare.join(","));
        Address::new("indicators")
            .with("area", self.area.as_deref())
            .with("organisation", self.organisation.as_deref())
            .with("year", year.as_deref())
            .with("basis", self.basis.map(Basis::slug))
            .with("comparator", self.comparator.map(Comparator::slug))
            .with("modality", self.modality.map(Modality::slug))
            .with("light", self.light.map(Light::slug))
            .with("sort", (self.sort != Sort::default()).then(|| self.sort.slug()))
            .with("view", (self.shape != Shape::default()).then(|| self.shape.slug()))
            .with("compare", compare.as_deref())
            .text()
    }
}

/// `Some(None)` when the name is absent, `None` when its value means nothing.
fn read<T>(address: &Address, name: &str, value: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match address.get(name) {
        None => Some(None),
        Some(text) => value(text).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;

    #[test]
    fn a_selection_reads_back_from_its_address() {
        let view = IndicatorsView {
            area: Some("ecology".into()),
            organisation: Some("science-bureau".into()),
            year: Some(Year(2025)),
            basis: Some(Basis::RunningTotal),
            comparator: Some(Comparator::GreaterThan),
            modality: Some(Modality::Strive),
            light: Some(Light::Red),
            sort: Sort::Step,
            shape: Shape::Compare,
            compare: vec!["a".into(), "b".into()],
        };
        assert_eq!(Route::parse(&view.address()), Route::Indicators(view));
    }

    #[test]
    fn the_address_of_the_chart_of_all_targets_is_its_own() {
        let way = IndicatorsView { shape: Shape::Way, ..IndicatorsView::default() };
        assert_eq!(Route::Indicators(way).href(), IndicatorsView::WAY);
    }

    #[test]
    fn a_selection_that_means_nothing_is_an_unknown_address() {
        for query in ["basis=heap", "light=blue", "year=next", "colour=red", "sort=", "view=pie"] {
            let hash = format!("/indicators?{query}");
            assert!(matches!(Route::parse(&hash), Route::Unknown(_)), "{hash}");
        }
    }

    #[test]
    fn so_many_can_be_compared_and_no_more() {
        let of = |count: usize| Route::parse(&["/indicators?compare=", &vec!["a"; count].join(",")].concat());
        assert!(matches!(of(MOST_COMPARED), Route::Indicators(view) if view.compare.len() == MOST_COMPARED));
        assert!(matches!(of(MOST_COMPARED + 1), Route::Unknown(_)));
    }
}
