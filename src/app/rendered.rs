//! A page as markup, made without a browser.

use super::{pages, shell};
use crate::plan::PlanIndex;
use crate::route::Route;
use crate::settings::{Density, Settings, Theme};
use crate::state::State;
use crate::text::Language;
use leptos::prelude::*;
use std::sync::Arc;

/// The whole page of a plan at a route, of no day and without records; without the marks that hydration would need.
pub fn rendered(plan: &Arc<PlanIndex>, route: Route, language: Language) -> String {
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    let html = Owner::new().with(|| {
        let state = State::new(plan.clone(), route, settings, None);
        pages::bring(state);
        shell(state).to_html()
    });
    html.replace("<!>", "")
}
