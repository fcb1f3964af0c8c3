//! Which page is shown, and its address. The only reader and writer of the hash.
//!
//! An address is `#/segment/identifier?name=value&…`. Addresses are handed around and printed: a
//! released one is read for ever. Start with [`Route`].

#![warn(missing_docs)]

mod address;
mod against;
mod board;
mod districts;
mod document;
mod examples;
mod indicators;
mod overlay;
mod part;
mod plain;
mod problems;

pub use address::Address;
pub use board::{BoardView, Order};
pub use districts::DistrictsView;
pub use document::DocumentKind;
pub use indicators::{IndicatorsView, Shape, Sort};
pub use overlay::Overlay;
pub use part::ViewPart;
pub use problems::ProblemsView;

use crate::ledger::kinds::Against;
use crate::plan::{Day, Month, Year};
use crate::text::Language;
use std::sync::Arc;

/// How a link that carries data begins. Pages begin with `/`.
const CARRIED: &str = "pLan";
/// How the address of a page of the districts begins.
const DISTRICTS: &str = "/districts";

/// A page with its selection.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Route {
    /// 总览: the plan on one board.
    #[default]
    Overview,
    /// 总览 with a selection of its rows; made by [`Route::board`].
    Board(BoardView),
    /// 指标: list, comparison, small multiples, of a selection.
    Indicators(IndicatorsView),
    /// One indicator, by identifier.
    Indicator(String),
    /// 任务: the plan as a tree, a list of tasks or a list of projects.
    Tasks(TasksView),
    /// 年度清单: the list of tasks, measures, projects and nodes of one year.
    Year(Year),
    /// One task (任务), by identifier.
    Task(String),
    /// One measure (举措), by identifier.
    Measure(String),
    /// One project (项目), by identifier.
    Project(String),
    /// 名单: every list with members that the plan orders or that proves a figure.
    Lists,
    /// One list with its members.
    List {
        /// Identifier of the list.
        id: String,
        /// The day as of which its members are shown; `None` is today.
        until: Option<Day>,
    },
    /// One milestone (节点目标), by identifier.
    Milestone(String),
    /// 责任: organisations by tasks.
    Responsibility(MatrixOrder),
    /// All that one organisation answers for.
    Organisation(String),
    /// 时间: milestones, targets and the dispatch calendar.
    Timeline,
    /// 调度: who owes what for a period, receipts and their review; without a month the current one.
    Dispatch(Option<Month>),
    /// 问题清单: every reported problem and how it stands, of a selection.
    Problems(ProblemsView),
    /// One reported problem, by the name of an entry that says it, as [`crate::ledger::kinds::Item::own_id`] writes it.
    Problem(String),
    /// 典型案例: the cases of the quarter that ends with the month; without one, of the last that is over.
    Cases(Option<Month>),
    /// 县区考核: allotments, scores and places of the districts, or the page of one; with what stands behind the word in the
    /// address, which [`DistrictsView`] reads.
    Districts(String),
    /// 填报: the monthly form of one organisation; without a month the current one.
    Form {
        /// Identifier of the organisation that reports.
        organisation: String,
        /// The month that is reported on; `None` is the current one.
        month: Option<Month>,
    },
    /// 基期和口径: baseline and basis of every indicator, in one table.
    Baselines,
    /// 目标调整: what was promised is changed by a paper; perhaps with the targets against which every page is to judge.
    Adjustments(Option<Against>),
    /// A document that the page writes; without a month that of the current period.
    Document(DocumentKind, Option<Month>),
    /// A document that was issued (印发), by the name of the entry that issues it, as
    /// [`crate::ledger::kinds::Item::own_id`] writes it.
    Issued(String),
    /// What a link that is looked at, or an earlier day, shows otherwise than one's own ledger.
    Compare,
    /// 本机数据: what is kept on this device, backups, earlier copies, who the user says he is.
    Device,
    /// A plan of one's own, made of its pasted text.
    MakePlan,
    /// A link that carries data, as it stands in the address.
    Carried(Arc<str>),
    /// The about page: the plan's document, its cycle, requirements and open questions, and the program.
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

/// In which order the organisations stand on the page of responsibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum MatrixOrder {
    /// Who leads most first.
    #[default]
    Leads,
    /// Whose lights are worst first.
    Lights,
}

impl MatrixOrder {
    /// Every order, as the page offers them.
    pub const ALL: [Self; 2] = [Self::Leads, Self::Lights];

    /// The word in addresses; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Lights => "lights",
        }
    }
}

/// The page that a tab of the navigation stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// 总览: the plan on one board.
    Overview,
    /// 指标: indicators with their targets.
    Indicators,
    /// 任务: tasks with their measures and projects.
    Tasks,
    /// 责任: organisations by tasks.
    Responsibility,
    /// 时间: milestones, targets and the dispatch calendar.
    Timeline,
    /// 调度: who owes what for a period.
    Dispatch,
}

impl Tab {
    /// Every tab, in the order of the navigation.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Indicators, Self::Tasks, Self::Responsibility, Self::Timeline, Self::Dispatch];

    /// The name of the tab.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Overview => language.pick("总览", "Overview"),
            Self::Indicators => language.pick("指标", "Indicators"),
            Self::Tasks => language.pick("任务", "Tasks"),
            Self::Responsibility => language.pick("责任", "Responsibility"),
            Self::Timeline => language.pick("时间", "Timeline"),
            Self::Dispatch => language.pick("调度", "Reports"),
        }
    }

    /// The route that the tab opens.
    pub fn route(self) -> Route {
        match self {
            Self::Overview => Route::Overview,
            Self::Indicators => Route::Indicators(IndicatorsView::default()),
            Self::Tasks => Route::Tasks(TasksView::default()),
            Self::Responsibility => Route::Responsibility(MatrixOrder::default()),
            Self::Timeline => Route::Timeline,
            Self::Dispatch => Route::Dispatch(None),
        }
    }
}

impl TasksView {
    /// Every layout, in the order in which the page offers them.
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
            Self::Overview | Self::Board(_) => Some(Tab::Overview),
            Self::Indicators(_) | Self::Indicator(_) | Self::Baselines | Self::Adjustments(_) => {
                Some(Tab::Indicators)
            }
            Self::Tasks(_)
            | Self::Year(_)
            | Self::Task(_)
            | Self::Measure(_)
            | Self::Project(_)
            | Self::Lists
            | Self::List { .. } => Some(Tab::Tasks),
            Self::Responsibility(_) | Self::Organisation(_) => Some(Tab::Responsibility),
            Self::Timeline | Self::Milestone(_) => Some(Tab::Timeline),
            Self::Dispatch(_)
            | Self::Problems(_)
            | Self::Problem(_)
            | Self::Cases(_)
            | Self::Districts(_)
            | Self::Form { .. }
            | Self::Document(..)
            | Self::Issued(_) => Some(Tab::Dispatch),
            Self::About
            | Self::AboutPart(_)
            | Self::Compare
            | Self::Device
            | Self::MakePlan
            | Self::Carried(_)
            | Self::Unknown(_) => None,
        }
    }

    /// Against which targets every page is to judge, where the address says so.
    pub fn against(&self) -> Option<Against> {
        match self {
            Self::Board(view) => view.against,
            Self::Adjustments(against) => *against,
            _ => None,
        }
    }

    /// The page without its selection: two routes with the same page differ only in what is selected on it.
    pub fn page(&self) -> Self {
        match self {
            Self::Board(_) => Self::Overview,
            Self::Indicators(_) => Self::Indicators(IndicatorsView::default()),
            Self::Tasks(_) => Self::Tasks(TasksView::default()),
            Self::Responsibility(_) => Self::Responsibility(MatrixOrder::default()),
            Self::Dispatch(_) => Self::Dispatch(None),
            Self::Adjustments(_) => Self::Adjustments(None),
            Self::Problems(_) => Self::Problems(ProblemsView::default()),
            Self::List { id, .. } => Self::List { id: id.clone(), until: None },
            Self::Districts(rest) => Self::Districts(rest.split('?').next().unwrap_or_default().to_owned()),
            Self::AboutPart(_) => Self::About,
            page => page.clone(),
        }
    }

    /// The overview with a selection; without one it is the plain overview.
    pub fn board(view: BoardView) -> Self {
        if view == BoardView::default() { Self::Overview } else { Self::Board(view) }
    }

    /// What is selected on the overview; none on another page.
    pub fn board_view(&self) -> Option<BoardView> {
        match self {
            Self::Overview => Some(BoardView::default()),
            Self::Board(view) => Some(view.clone()),
            _ => None,
        }
    }

    /// The page that an address (the hash, with or without `#`) names. Never fails: what no page
    /// has becomes [`Route::Unknown`].
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        if hash.is_empty() || hash == "/" {
            return Self::Overview;
        }
        if is_carried(hash) {
            return Self::Carried(hash.into());
        }
        if let Some(rest) = hash.strip_prefix(DISTRICTS)
            && hash.len() <= address::LONGEST
            && (rest.is_empty() || rest.starts_with(['/', '?']))
        {
            return Self::Districts(rest.to_owned());
        }
        if let Some(view) = BoardView::read(hash) {
            return Self::Board(view);
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
            ("year", Some(year)) => return Self::year(address, year),
            ("responsibility", None) => {
                let Some(slug) = address.get("sort") else {
                    return Some(Self::Responsibility(MatrixOrder::default()));
                };
                let known = MatrixOrder::ALL.into_iter().find(|order| order.slug() == slug);
                return known.map(Self::Responsibility);
            }
            ("timeline", None) => return Some(Self::Timeline),
            ("dispatch", None) => return month(address).map(Self::Dispatch),
            ("cases", None) => return month(address).map(Self::Cases),
            ("problems", None) => return ProblemsView::read(address).map(Self::Problems),
            ("form", Some(id)) => {
                return month(address).map(|month| Self::Form { organisation: id.to_owned(), month });
            }
            ("lists", None) => return Some(Self::Lists),
            ("list", Some(id)) => return until(address).map(|until| Self::List { id: id.to_owned(), until }),
            ("baselines", None) => return Some(Self::Baselines),
            ("adjustments", None) => return against::read(address).map(Self::Adjustments),
            ("document", Some(slug)) => {
                let kind = DocumentKind::ALL.into_iter().find(|kind| kind.slug() == slug)?;
                return month(address).map(|month| Self::Document(kind, month));
            }
            ("compare", None) => return Some(Self::Compare),
            ("device", None) => return Some(Self::Device),
            ("make-plan", None) => return Some(Self::MakePlan),
            ("about", None) => return Some(Self::About),
            ("about", Some(_)) => Self::AboutPart,
            ("indicator", Some(_)) => Self::Indicator,
            ("task", Some(_)) => Self::Task,
            ("measure", Some(_)) => Self::Measure,
            ("problem", Some(_)) => Self::Problem,
            ("issued", Some(_)) => Self::Issued,
            ("project", Some(_)) => Self::Project,
            ("milestone", Some(_)) => Self::Milestone,
            ("organisation", Some(_)) => Self::Organisation,
            _ => return None,
        };
        address.identifier().map(|id| identified(id.to_owned()))
    }

    /// The list of a year, written with four digits; a year that no plan has is still an address, and its page says so.
    fn year(address: &Address, text: &str) -> Option<Self> {
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = text.parse().ok().filter(|_| is_year && address.names().next().is_none());
        year.map(|year| Self::Year(Year(year)))
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
            Self::Board(view) => view.address(),
            Self::Indicators(view) => view.address(),
            Self::Tasks(TasksView::Tree) => "/tasks".into(),
            Self::Tasks(view) => ["/tasks?view=", view.slug()].concat(),
            Self::Year(year) => identified("year", &year.to_string()),
            Self::Responsibility(MatrixOrder::Leads) => "/responsibility".into(),
            Self::Responsibility(MatrixOrder::Lights) => {
                ["/responsibility?sort=", MatrixOrder::Lights.slug()].concat()
            }
            Self::Timeline => "/timeline".into(),
            Self::Dispatch(month) => with_month("/dispatch".into(), *month),
            Self::Cases(month) => with_month("/cases".into(), *month),
            Self::Districts(rest) => [DISTRICTS, rest].concat(),
            Self::Problems(view) => view.address(),
            Self::Problem(id) => identified("problem", id),
            Self::Issued(id) => identified("issued", id),
            Self::Form { organisation, month } => with_month(identified("form", organisation), *month),
            Self::Lists => "/lists".into(),
            Self::List { id, until: None } => identified("list", id),
            Self::List { id, until: Some(day) } => {
                [&identified("list", id), "?until=", &day.to_string()].concat()
            }
            Self::Baselines => "/baselines".into(),
            Self::Adjustments(None) => "/adjustments".into(),
            Self::Adjustments(Some(against)) => ["/adjustments?against=", against::slug(*against)].concat(),
            Self::Document(kind, month) => with_month(identified("document", kind.slug()), *month),
            Self::Compare => "/compare".into(),
            Self::Device => "/device".into(),
            Self::MakePlan => "/make-plan".into(),
            Self::Carried(link) => link.to_string(),
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

/// A link that carries data, also one of which somebody changed capitals to small letters: its reader says so.
fn is_carried(hash: &str) -> bool {
    const RECASED: usize = 24;
    let mark = hash.get(..CARRIED.len()).unwrap_or_default();
    mark == CARRIED || (hash.len() >= RECASED && mark.eq_ignore_ascii_case(CARRIED))
}

/// The month in an address; nothing but a sound month, or none, is a page.
fn month(address: &Address) -> Option<Option<Month>> {
    if address.names().any(|name| name != "month") {
        return None;
    }
    match address.get("month") {
        Some(text) => Month::parse(text).map(Some),
        None => Some(None),
    }
}

/// The day in an address; nothing but a sound day, or none, is a page.
fn until(address: &Address) -> Option<Option<Day>> {
    if address.names().any(|name| name != "until") {
        return None;
    }
    match address.get("until") {
        Some(text) => Day::parse(text).map(Some),
        None => Some(None),
    }
}

fn with_month(mut address: String, month: Option<Month>) -> String {
    if let Some(month) = month {
        address.push_str("?month=");
        address.push_str(&month.to_string());
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standing::Light;

    #[test]
    fn every_address_reads_back_as_its_page() {
        let pages = [
            Route::Overview,
            Route::Board(BoardView { light: Some(Light::Red), ..BoardView::default() }),
            Route::Board(BoardView { changed: true, ..BoardView::default() }),
            Route::Board(BoardView { until: Month::parse("2024-06"), ..BoardView::default() }),
            Route::Board(BoardView { against: Some(Against::Issued), ..BoardView::default() }),
            Route::Board(BoardView {
                until: Month::parse("2024-06"),
                against: Some(Against::Adjusted),
                light: Some(Light::NotJudged),
                order: Order::Lead,
                changed: true,
                open: Some("carriers".into()),
            }),
            Route::Indicators(IndicatorsView::default()),
            Route::Indicator("technical-contracts".into()),
            Route::Tasks(TasksView::Tree),
            Route::Tasks(TasksView::Tasks),
            Route::Tasks(TasksView::Projects),
            Route::Year(Year(2024)),
            Route::Task("alliances".into()),
            Route::Measure("m-1".into()),
            Route::Project("p-1".into()),
            Route::Lists,
            Route::List { id: "l-1".into(), until: None },
            Route::List { id: "l-1".into(), until: Day::parse("2024-09-30") },
            Route::Milestone("ms-1".into()),
            Route::Responsibility(MatrixOrder::Leads),
            Route::Responsibility(MatrixOrder::Lights),
            Route::Organisation("science-bureau".into()),
            Route::Timeline,
            Route::Dispatch(None),
            Route::Dispatch(Month::parse("2024-08")),
            Route::Problems(ProblemsView::default()),
            Route::Problem("3f.2.1".into()),
            Route::Issued("3f.2.1".into()),
            Route::Cases(None),
            Route::Cases(Month::parse("2024-09")),
            Route::Form { organisation: "science-bureau".into(), month: None },
            Route::Form { organisation: "science-bureau".into(), month: Month::parse("2024-08") },
            Route::Baselines,
            Route::Adjustments(None),
            Route::Adjustments(Some(Against::Issued)),
            Route::Adjustments(Some(Against::Adjusted)),
            Route::Document(DocumentKind::Monthly, None),
            Route::Document(DocumentKind::Monthly, Month::parse("2024-08")),
            Route::Compare,
            Route::Device,
            Route::Carried("pLanR1AADf8K".into()),
            Route::Carried("planr1aadf8kaaaaaaaaaaaaaaaa".into()),
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
            "/dispatch?month=2024-13",
            "/dispatch?year=2024",
            "/problem",
            "/problems/3f.2.1",
            "/form",
            "/adjustments?against=both",
            "/adjustments?for=issued",
            "/document",
            "/document/other",
            "/issued",
            "/cases?month=9",
            "planets",
            "/?light=blue",
            "/?until=2024-13",
            "/responsibility?sort=pie",
            "/year",
            "/year/24",
            "/year/20x4",
            "/year/+024",
            "/year/2024?view=tasks",
            "/?light=",
            "/?sort=area",
            "/?changed=0",
            "/?open=<b>",
            "/?open=",
            "/?",
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
