//! The pages that stand on the ledger: they are drawn once the desk is open.

use crate::page::{compare, dispatch};
use crate::route::Route;
use crate::state::{Desk, State};
use leptos::prelude::*;

/// The page of a route that needs the ledger; none for the others.
pub fn page(state: State, route: &Route) -> Option<AnyView> {
    let drawn = |draw: fn(State, Desk) -> AnyView| {
        (move || state.desk.get().map(|desk| draw(state, desk))).into_any()
    };
    match route {
        Route::Compare => Some(drawn(compare::page)),
        Route::Dispatch(_) => Some(drawn(dispatch::page)),
        _ => None,
    }
}
