//! A page as markup, made without a browser.

use super::{pages, shell};
use crate::plan::PlanIndex;
use crate::route::Route;
use crate::settings::{Density, Settings, Theme};
use crate::state::{Desk, Setup, State};
use crate::storage::{Memory, Place};
use crate::text::Language;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

/// The whole page of a plan at a route, of no day and without records; without the marks that hydration would need.
///
/// Dispatch asks for the day and for the records: it gets today's, and none.
pub fn rendered(plan: &Arc<PlanIndex>, route: Route, language: Language) -> String {
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    let html = Owner::new().with(|| {
        let needs_records = matches!(route, Route::Dispatch(_));
        let state = State::new(plan.clone(), route, settings, None);
        if needs_records {
            let place = Place::new(&plan.id, "/");
            let port = Rc::new(Memory::default());
            state.desk.set(Some(Desk::new(Setup { port, place, clock: now, writer: 0, offset: 0 })));
        }
        pages::bring(state);
        shell(state).to_html()
    });
    html.replace("<!>", "")
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}
