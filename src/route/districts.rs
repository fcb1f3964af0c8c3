//! What is selected on the pages of the districts: the year, a rule, and a what-if. All of it stands in the address.
//!
//! [`Route::Districts`] keeps what stands behind the word, so that nothing of this is in the first wasm.

use super::Route;
use super::address::is_plain;
use crate::plan::{Quantity, Year};

/// Most changes of a what-if.
const MOST_CHANGES: usize = 40;

/// A page of the districts with its selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DistrictsView {
    /// The year; `None` is the last of the plan's that is over.
    pub year: Option<Year>,
    /// Identifier of the district whose page it is; `None`: all of them.
    pub district: Option<String>,
    /// The name of the rule; `None` is the first.
    pub rule: Option<String>,
    /// Other weights, by the place of the item in the rule.
    pub weights: Vec<(usize, Quantity)>,
    /// Other figures: district, place of the item in the rule, figure.
    pub figures: Vec<(String, usize, Quantity)>,
    /// The seed of the drawn weights; `None` is 1.
    pub seed: Option<u32>,
}

impl DistrictsView {
    /// All districts of a year, without a selection.
    pub fn of(year: Year) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    /// Whether something is tried: then nothing on the page is a result.
    pub fn is_trial(&self) -> bool {
        !self.weights.is_empty() || !self.figures.is_empty()
    }

    /// The same without what is tried.
    pub fn untried(&self) -> Self {
        Self { weights: vec![], figures: vec![], ..self.clone() }
    }

    /// The page of a selection.
    pub fn route(&self) -> Route {
        let mut rest = String::new();
        if let Some(year) = self.year {
            rest = ["/", &year.to_string()].concat();
            if let Some(district) = &self.district {
                rest.push('/');
                rest.push_str(district);
            }
        }
        let weights = self.weights.iter().map(|(at, weight)| format!("{at},{weight}")).collect::<Vec<_>>();
        let figures = self.figures.iter().map(|(district, at, value)| format!("{district},{at},{value}"));
        let figures = figures.collect::<Vec<_>>();
        let some = |text: String| (!text.is_empty()).then_some(text);
        let query = [
            ("rule", self.rule.clone()),
            ("weights", some(weights.join("_"))),
            ("figures", some(figures.join("_"))),
            ("seed", self.seed.map(|seed| seed.to_string())),
        ];
        let query = query.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
        let query = query.collect::<Vec<_>>().join("&");
        if !query.is_empty() {
            rest.push('?');
            rest.push_str(&query);
        }
        Route::Districts(rest)
    }

    /// The selection of what stands behind the word in the address; none of what means nothing.
    pub fn read(rest: &str) -> Option<Self> {
        let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
        let mut view = Self::default();
        let mut segments = path.split('/').skip(1);
        if let Some(year) = segments.next() {
            let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
            view.year = Some(Year(year.parse().ok().filter(|_| is_year)?));
        }
        view.district = segments.next().map(str::to_owned);
        if segments.next().is_some() || view.district.as_deref().is_some_and(|id| !is_plain(id)) {
            return None;
        }
        for pair in query.into_iter().flat_map(|query| query.split('&')) {
            let (name, value) = pair.split_once('=').filter(|(_, value)| is_plain(value))?;
            match name {
                "rule" if view.rule.is_none() => view.rule = Some(value.to_owned()),
                "weights" if view.weights.is_empty() => view.weights = all(value, weight)?,
                "figures" if view.figures.is_empty() => view.figures = all(value, figure)?,
                "seed" if view.seed.is_none() => view.seed = Some(value.parse().ok()?),
                _ => return None,
            }
        }
        Some(view)
    }
}

fn all<T>(value: &str, one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let changes: Vec<&str> = value.split('_').collect();
    if changes.len() > MOST_CHANGES {
        return None;
    }
    changes.into_iter().map(one).collect()
}

fn weight(change: &str) -> Option<(usize, Quantity)> {
    let (at, value) = change.split_once(',')?;
    Some((at.parse().ok()?, Quantity::parse(value)?))
}

fn figure(change: &str) -> Option<(String, usize, Quantity)> {
    let (district, change) = change.split_once(',')?;
    let (at, value) = weight(change)?;
    (!district.is_empty()).then(|| (district.to_owned(), at, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Quantity {
        Quantity::parse(text).expect("a figure")
    }

    #[test]
    fn a_selection_reads_back_from_its_address() {
        let all = DistrictsView {
            year: Some(Year(2025)),
            district: Some("high-tech-zone".into()),
            rule: Some("r-1".into()),
            weights: vec![(0, value("50")), (2, value("10.5"))],
            figures: vec![("taian".into(), 1, value("-3"))],
            seed: Some(7),
        };
        let year = DistrictsView::of(Year(2024));
        for (view, address) in [
            (all, "/districts/2025/high-tech-zone?rule=r-1&weights=0,50_2,10.5&figures=taian,1,-3&seed=7"),
            (year, "/districts/2024"),
            (DistrictsView::default(), "/districts"),
        ] {
            let route = view.route();
            assert_eq!((route.address().as_str(), Route::parse(address)), (address, route.clone()));
            let Route::Districts(rest) = route else { panic!("a page of districts") };
            assert_eq!(DistrictsView::read(&rest), Some(view));
        }
    }

    #[test]
    fn what_means_nothing_is_no_selection() {
        for rest in [
            "/25",
            "/2025/a/b",
            "/2025/",
            "/2025?rule=",
            "/2025?weights=0",
            "/2025?weights=0,a",
            "/2025?figures=taian,0",
            "/2025?seed=-1",
            "/2025?seed=1&seed=2",
            "/2025?other=1",
        ] {
            assert_eq!(DistrictsView::read(rest), None, "{rest}");
        }
        let many = |count| format!("/2025?weights={}", vec!["0,1"; count].join("_"));
        assert!(DistrictsView::read(&many(MOST_CHANGES)).is_some());
        assert_eq!(DistrictsView::read(&many(MOST_CHANGES + 1)), None);
        assert!(matches!(Route::parse("/districtsx"), Route::Unknown(_)));
        let long = ["/districts/2025?rule=", &"a".repeat(1000)].concat();
        assert!(matches!(Route::parse(&long), Route::Unknown(_)), "no page has an address so long");
    }

    #[test]
    fn what_is_tried_is_no_page_of_its_own() {
        let tried = DistrictsView { weights: vec![(0, value("1"))], ..DistrictsView::of(Year(2025)) };
        assert!(tried.is_trial() && !tried.untried().is_trial());
        assert_eq!(tried.route().page(), DistrictsView::of(Year(2025)).route());
    }
}
