//! Which page is shown, and its address. The only reader and writer of the hash.
//!
//! An address is `#/segment/identifier?name=value&…`. Addresses are handed around and printed: a
//! released one is read for ever. Start with [`Route`].

mod address;
mod examples;
mod indicators;
mod overlay;

pub use address::Address;
pub use indicators::{IndicatorsView, Shape, Sort};
pub use overlay::Overlay;

/// A page with its selection.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Route {
    /// 总览: the plan on one board.
    #[default]
    Overview,
    /// 指标: list, comparison, small multiples, of a selection.
    Indicators(IndicatorsView),
    /// One indicator, by identifier.
    Indicator(String),
    /// 任务: the plan as a tree, a list of tasks or a list of projects.
    Tasks(TasksView),
    Task(String),
    Measure(String),
    Project(String),
    Milestone(String),
    /// 责任: organisations by tasks.
    Responsibility,
    /// All that one organisation answers for.
    Organisation(String),
    /// 时间: milestones, targets and the dispatch calendar.
    Timeline,
    About,
    /// A requirement or an open question of the plan, by identifier; it stands on the about page.
    AboutPart(String),
    /// An address that no page has.
    Unknown(String),
}

/// How the tasks page lays out the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TasksView {
    /// Area → task → measure → project.
    #[default]
    Tree,
    /// 任务清单.
    Tasks,
    /// 项目清单.
    Projects,
}

/// The page that a tab of the navigation stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Overview,
    Indicators,
    Tasks,
    Responsibility,
    Timeline,
}

impl Tab {
    pub const ALL: [Self; 5] =
        [Self::Overview, Self::Indicators, Self::Tasks, Self::Responsibility, Self::Timeline];

    /// The route that the tab opens.
    pub fn route(self) -> Route {
        match self {
            Self::Overview => Route::Overview,
            Self::Indicators => Route::Indicators(IndicatorsView::default()),
            Self::Tasks => Route::Tasks(TasksView::default()),
            Self::Responsibility => Route::Responsibility,
            Self::Timeline => Route::Timeline,
        }
    }
}

impl TasksView {
    pub const ALL: [Self; 3] = [Self::Tree, Self::Tasks, Self::Projects];

    fn slug(self) -> &'static str {
        match self {
            Self::Tree => "tree",
            Self::Tasks => "tasks",
            Self::Projects => "projects",
        }
    }
}

impl Route {
    /// The tab under which the page stands, if under one.
    pub fn tab(&self) -> Option<Tab> {
        match self {
            Self::Overview => Some(Tab::Overview),
            Self::Indicators(_) | Self::Indicator(_) => Some(Tab::Indicators),
            Self::Tasks(_) | Self::Task(_) | Self::Measure(_) | Self::Project(_) => Some(Tab::Tasks),
            Self::Responsibility | Self::Organisation(_) => Some(Tab::Responsibility),
            Self::Timeline | Self::Milestone(_) => Some(Tab::Timeline),
            Self::About | Self::AboutPart(_) | Self::Unknown(_) => None,
        }
    }

    /// The page without its selection: two routes with the same page differ only in what is selected on it.
    pub fn page(&self) -> Self {
        match self {
            Self::Indicators(_) => Self::Indicators(IndicatorsView::default()),
            Self::Tasks(_) => Self::Tasks(TasksView::default()),
            Self::AboutPart(_) => Self::About,
            page => page.clone(),
        }
    }

    /// The page that an address (the hash, with or without `#`) names. Never fails: what no page
    /// has becomes [`Route::Unknown`].
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        if hash.is_empty() || hash == "/" {
            return Self::Overview;
        }
        Address::parse(hash)
            .and_then(|address| Self::read(&address))
            .unwrap_or_else(|| Self::Unknown(hash.chars().take(200).collect()))
    }

    fn read(address: &Address) -> Option<Self> {
        let identified: fn(String) -> Self = match (address.page(), address.identifier()) {
            ("indicators", None) => return IndicatorsView::read(address).map(Self::Indicators),
            ("tasks", None) => {
                let shape = address.get("view");
                let known = TasksView::ALL.into_iter().find(|view| Some(view.slug()) == shape);
                return match (known, shape) {
                    (Some(view), _) => Some(Self::Tasks(view)),
                    (None, None) => Some(Self::Tasks(TasksView::Tree)),
                    (None, Some(_)) => None,
                };
            }
            ("responsibility", None) => return Some(Self::Responsibility),
            ("timeline", None) => return Some(Self::Timeline),
            ("about", None) => return Some(Self::About),
            ("about", Some(_)) => Self::AboutPart,
            ("indicator", Some(_)) => Self::Indicator,
            ("task", Some(_)) => Self::Task,
            ("measure", Some(_)) => Self::Measure,
            ("project", Some(_)) => Self::Project,
            ("milestone", Some(_)) => Self::Milestone,
            ("organisation", Some(_)) => Self::Organisation,
            _ => return None,
        };
        address.identifier().map(|id| identified(id.to_owned()))
    }

    /// The page's address, to be put behind `#`.
    pub fn address(&self) -> String {
        let identified = |page: &str, id: &str| {
            let mut address = String::from("/");
            address.push_str(page);
            address.push('/');
            address.push_str(id);
            address
        };
        match self {
            Self::Overview => "/".into(),
            Self::Indicators(view) => view.address(),
            Self::Tasks(TasksView::Tree) => "/tasks".into(),
            Self::Tasks(view) => ["/tasks?view=", view.slug()].concat(),
            Self::Responsibility => "/responsibility".into(),
            Self::Timeline => "/timeline".into(),
            Self::About => "/about".into(),
            Self::AboutPart(id) => identified("about", id),
            Self::Indicator(id) => identified("indicator", id),
            Self::Task(id) => identified("task", id),
            Self::Measure(id) => identified("measure", id),
            Self::Project(id) => identified("project", id),
            Self::Milestone(id) => identified("milestone", id),
            Self::Organisation(id) => identified("organisation", id),
            Self::Unknown(hash) => hash.clone(),
        }
    }

    /// The address as the value of a link.
    pub fn href(&self) -> String {
        ["#", &self.address()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_reads_back_as_its_page() {
        let pages = [
            Route::Overview,
            Route::Indicators(IndicatorsView::default()),
            Route::Indicator("technical-contracts".into()),
            Route::Tasks(TasksView::Tree),
            Route::Tasks(TasksView::Tasks),
            Route::Tasks(TasksView::Projects),
            Route::Task("alliances".into()),
            Route::Measure("m-1".into()),
            Route::Project("p-1".into()),
            Route::Milestone("ms-1".into()),
            Route::Responsibility,
            Route::Organisation("science-bureau".into()),
            Route::Timeline,
            Route::About,
            Route::AboutPart("question-2024".into()),
        ];
        for page in pages {
            assert_eq!(Route::parse(&page.href()), page, "{}", page.href());
        }
    }

    #[test]
    fn the_bare_page_is_the_overview() {
        for hash in ["", "#", "#/", "/"] {
            assert_eq!(Route::parse(hash), Route::Overview, "{hash:?}");
        }
    }

    #[test]
    fn an_address_that_no_page_has_is_unknown_and_kept() {
        for hash in [
            "/nothing",
            "/indicator",
            "/indicator/a/b",
            "/tasks?view=other",
            "/indicator/<b>",
            "x",
            "//",
            "/about?",
        ] {
            match Route::parse(hash) {
                Route::Unknown(kept) => assert_eq!(kept, hash),
                page => panic!("{hash} was read as {page:?}"),
            }
        }
        let long = "/".repeat(5000);
        assert_eq!(Route::parse(&long), Route::Unknown(long[..200].into()));
    }
}
