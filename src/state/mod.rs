//! The values that everything on the screen is a function of, and the one door for change.

pub mod clock;
pub mod desk;
mod on_demand;

pub use desk::{Desk, Me, OpenedLedger, Setup, Unkept, Viewing};
pub use on_demand::{BoardViews, Charts, Draw, Loaded, OnDemand};

pub use crate::route::Overlay;
pub use crate::settings::{Density, Settings, Theme};

use crate::plan::{Day, PlanIndex};
use crate::route::{Route, ViewPart};
use crate::standing::board::Board;
use crate::text::Language;
use leptos::prelude::*;
use std::sync::Arc;

/// Fetches a part of the program; the state then tells that it is here.
type Fetch = fn(State, ViewPart);

/// Plan and view, in one context.
#[derive(Clone, Copy)]
pub struct State {
    plan: StoredValue<Arc<PlanIndex>>,
    pub route: RwSignal<Route>,
    pub settings: RwSignal<Settings>,
    pub overlay: RwSignal<Option<Overlay>>,
    /// The parts that draw, each once it was asked for and has come or failed to.
    parts: [Loaded<Draw>; ViewPart::ALL.len()],
    /// How the app fetches one; none while prerendering.
    fetch: StoredValue<Option<Fetch>>,
    /// The part that says how charts are drawn.
    pub charts: RwSignal<OnDemand<Charts>>,
    /// The ledger, once its part has come; none while prerendering.
    pub desk: RwSignal<Option<Desk>>,
    /// Draws what stands over every page: a sample, a link that is looked at, records that could not be kept.
    pub notice: RwSignal<Option<fn() -> AnyView>>,
    /// What the ledger adds to the overview; none without records.
    pub board: RwSignal<Option<Arc<Board>>>,
    /// Draws what a board of records has besides; none as long as nobody has judged.
    pub board_views: RwSignal<Option<BoardViews>>,
    /// There are records, and `board` does not tell of them yet.
    pub is_judging: RwSignal<bool>,
    /// The day of today, or the one that was chosen; none while prerendering. It is changed by [`State::follow_day`]
    /// and [`State::choose_day`].
    pub today: RwSignal<Option<Day>>,
    /// The device did not keep the settings: they last as long as the page.
    pub are_settings_lost: RwSignal<bool>,
    /// A day was chosen, by looking back or by opening a snapshot: the clock leaves it alone.
    is_day_chosen: RwSignal<bool>,
}

impl State {
    pub fn new(plan: Arc<PlanIndex>, route: Route, settings: Settings, today: Option<Day>) -> Self {
        Self {
            plan: StoredValue::new(plan),
            route: RwSignal::new(route),
            settings: RwSignal::new(settings),
            overlay: RwSignal::new(None),
            parts: std::array::from_fn(|_| RwSignal::new(None)),
            fetch: StoredValue::new(None),
            charts: RwSignal::new(OnDemand::Unasked),
            desk: RwSignal::new(None),
            notice: RwSignal::new(None),
            board: RwSignal::new(None),
            board_views: RwSignal::new(None),
            is_judging: RwSignal::new(false),
            today: RwSignal::new(today),
            are_settings_lost: RwSignal::new(false),
            is_day_chosen: RwSignal::new(false),
        }
    }

    pub fn plan(&self) -> Arc<PlanIndex> {
        self.plan.get_value()
    }

    /// A part that draws; none as long as it was not asked for, or has not come.
    pub fn part(&self, part: ViewPart) -> Loaded<Draw> {
        self.parts[part as usize]
    }

    /// Asks for a part; [`State::part`] tells when it has come or failed to.
    pub fn ask_for(self, part: ViewPart) {
        if let Some(fetch) = self.fetch.get_value() {
            fetch(self, part);
        }
    }

    /// The app says how it fetches parts.
    pub fn fetch_by(&self, fetch: Fetch) {
        self.fetch.set_value(Some(fetch));
    }

    /// Shows the data up to a day until [`State::follow_day`].
    pub fn choose_day(&self, day: Day) {
        self.is_day_chosen.set(true);
        self.today.set(Some(day));
    }

    /// Shows the day that it is, from now on.
    pub fn follow_day(&self, today: Day) {
        self.is_day_chosen.set(false);
        self.day_is(today);
    }

    /// The clock says which day it is.
    pub fn day_is(&self, today: Day) {
        let shown = self.today.get_untracked();
        if let Some(day) = clock::moved(shown, self.is_day_chosen.get_untracked(), today) {
            self.today.set(Some(day));
        }
    }

    /// The language of the interface; a view that asks is drawn again when it changes.
    pub fn language(&self) -> Language {
        self.settings.with(|settings| settings.language)
    }

    /// The state of the page that is being drawn. The app provides it before it draws anything.
    pub fn here() -> Self {
        expect_context()
    }
}
