//! Which pages a snapshot may open.

use crate::route::Route;

/// Whether a snapshot that names the page opens there: only where somebody looks at what it holds. A page that acts on
/// the device, or on one's own ledger, never opens because somebody else says so.
pub fn opens(page: &Route) -> bool {
    match page {
        Route::Overview
        | Route::Board(_)
        | Route::Indicators(_)
        | Route::Indicator(_)
        | Route::Tasks(_)
        | Route::Year(_)
        | Route::Districts(_)
        | Route::Task(_)
        | Route::Measure(_)
        | Route::Project(_)
        | Route::Lists
        | Route::List { .. }
        | Route::Milestone(_)
        | Route::Responsibility(_)
        | Route::Organisation(_)
        | Route::Timeline
        | Route::About
        | Route::AboutPart(_) => true,
        Route::Dispatch(_)
        | Route::Problems(_)
        | Route::Problem(_)
        | Route::Cases(_)
        | Route::Form { .. }
        | Route::Baselines
        | Route::Adjustments(_)
        | Route::Document(..)
        | Route::Issued(_)
        | Route::Compare
        | Route::MakePlan
        | Route::Device
        | Route::Carried(_)
        | Route::Unknown(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// hostile 9: no snapshot opens 本机 or another page that acts.
    #[test]
    fn a_page_that_acts_never_opens_from_a_snapshot() {
        let plan =
            crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the plan");
        for page in Route::examples(&plan) {
            let acts =
                ["device", "form", "compare", "dispatch", "baselines", "adjustments", "problem", "cases"];
            let address = page.address();
            let is_acting = acts.iter().any(|one| address.trim_start_matches('/').starts_with(one));
            assert!(!(is_acting && opens(&page)), "{address}");
        }
        assert!(!opens(&Route::parse("/device")) && opens(&Route::parse("/indicator/alliances")));
    }
}
