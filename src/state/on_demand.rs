//! What the parts of the program that load on demand offer, once they are here.

use crate::browser::LoadFailure;
use crate::chart::{Drawing, Look};
use crate::route::BoardView;
use crate::state::State;
use leptos::prelude::{AnyView, RwSignal};

/// A part, once it was asked for and has come or failed to.
pub type Loaded<T> = RwSignal<Option<Result<T, LoadFailure>>>;

/// What a part that draws offers: it finds the state in the context.
pub type Draw = fn() -> AnyView;

/// A part that is asked for by whoever needs it first; the app fetches it.
#[derive(Clone, Copy)]
pub enum OnDemand<T> {
    Unasked,
    Asked,
    Here(T),
    Failed(LoadFailure),
}

/// What the part with the charts offers.
#[derive(Clone, Copy)]
pub struct Charts {
    /// What ECharts is to draw, as JSON.
    pub options: fn(&Drawing, Look) -> String,
}

/// What the part that judges draws on the board of records.
#[derive(Clone, Copy)]
pub struct BoardViews {
    /// Beside the heading: the day up to which data count, the order, what changed.
    pub tools: fn(State, RwSignal<BoardView>) -> AnyView,
    /// What the row of an indicator opens to, by its identifier.
    pub opened: fn(State, &str) -> AnyView,
}
