//! The title of the window for each page.

use super::words;
use crate::ledger::words::{CASE, ISSUE, PROBLEM};
use crate::page::shared::names;
use crate::plan::PlanIndex;
use crate::route::Route;
use crate::text::Language;

/// Page and plan, for tabs, bookmarks and shared links.
pub fn title(plan: &PlanIndex, route: &Route, language: Language) -> String {
    let plan_title = plan.say(&plan.short_title, language).words;
    [&page_title(plan, route, language), " · ", &plan_title].concat()
}

fn page_title(plan: &PlanIndex, route: &Route, language: Language) -> String {
    let words = words::of(language);
    let named = match route {
        Route::Indicator(id) => plan.indicator(id).map(|place| &place.item.name),
        Route::Task(id) => plan.task(id).map(|(_, task)| &task.title),
        Route::Measure(id) => plan.measure(id).map(|place| &place.item.title),
        Route::Project(id) => plan.project(id).map(|project| &project.name),
        Route::List { id, .. } => plan.list(id).map(|list| &list.name),
        Route::Milestone(id) => plan.milestone(id).map(|place| &place.item.name),
        Route::Organisation(id) => plan.organisation(id).map(|organisation| &organisation.name),
        Route::Form { organisation, .. } => {
            let name = plan.organisation(organisation).map(|one| plan.say(&one.name, language).words);
            return name.map_or_else(|| words.unknown.to_owned(), |name| [words.form, " · ", &name].concat());
        }
        Route::Year(year) => return names::year_list(*year, language),
        Route::Problems(_) => return words.problems.into(),
        Route::Districts(rest) => return districts(plan, rest, language),
        Route::Cases(_) => return CASE.words(language).into(),
        Route::Problem(_) => return PROBLEM.words(language).into(),
        Route::Lists => return words.lists.into(),
        Route::Baselines => return words.baselines.into(),
        Route::Adjustments(_) => return words.adjustments.into(),
        Route::Document(kind, _) => return kind.words(language).into(),
        Route::Issued(_) => return ISSUE.words(language).into(),
        Route::Compare => return words.compare.into(),
        Route::Device => return words.device.into(),
        Route::MakePlan => return words.make_plan.into(),
        Route::Carried(_) => return words.carried.into(),
        Route::About | Route::AboutPart(_) => return words.about.into(),
        Route::Unknown(_) => return words.unknown.into(),
        Route::Overview
        | Route::Board(_)
        | Route::Indicators(_)
        | Route::Tasks(_)
        | Route::Responsibility(_)
        | Route::Timeline
        | Route::Dispatch(_) => {
            return route.tab().map_or(words.unknown, |tab| tab.words(language)).into();
        }
    };
    named.map_or_else(|| words.unknown.to_owned(), |name| plan.say(name, language).words)
}

/// A page of the districts: whose it is, and its year. What else is selected is read by the page, which is not in the first wasm.
fn districts(plan: &PlanIndex, rest: &str, language: Language) -> String {
    let mut parts = rest.split('?').next().unwrap_or_default().split('/').skip(1);
    let (year, district) = (parts.next(), parts.next());
    let name = names::districts(language);
    let district =
        district.and_then(|id| plan.organisation(id)).map(|one| plan.say(&one.name, language).words);
    let of_year = match year {
        Some(year) => language.pick([year, "年", name].concat(), [name, " ", year].concat()),
        None => name.to_owned(),
    };
    match district {
        Some(district) => [&district, " · ", &of_year].concat(),
        None => of_year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::plan;

    #[test]
    fn a_page_of_the_districts_is_named_by_district_and_year() {
        let plan = plan();
        let of = |address: &str, language: Language| page_title(&plan, &Route::parse(address), language);
        for (address, zh, en) in [
            ("#/districts", "县区考核", "Districts"),
            ("#/districts/2025?rule=r2", "2025年县区考核", "Districts 2025"),
            ("#/districts/2025/haicheng?seed=2", "海城市 · 2025年县区考核", "Haicheng City · Districts 2025"),
            ("#/districts/2025/nowhere", "2025年县区考核", "Districts 2025"),
        ] {
            assert_eq!((of(address, Language::Zh).as_str(), of(address, Language::En).as_str()), (zh, en));
        }
    }
}
