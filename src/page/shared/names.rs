//! Names as the pages show them: links to what the plan has.

use crate::ledger::Ledger;
use crate::plan::{Area, Indicator, Organisation, PlanIndex, Task, Year};
use crate::route::Route;
use crate::text::{Language, Link, Text};

/// What the list of a year is called on every page.
pub fn year_list(year: Year, language: Language) -> String {
    language.pick(format!("{year} 年清单"), format!("List of {year}"))
}

/// What the page of the districts is called everywhere.
pub fn districts(language: Language) -> &'static str {
    language.pick("县区考核", "Districts")
}

/// Mark and title of an area: 一 优化创新生态. The mark is the plan's own and stays away from a title in
/// another language.
pub fn area(plan: &PlanIndex, area: &Area, language: Language) -> Text {
    let title = plan.say(&area.title, language);
    if title.language.unwrap_or(language) != plan.language {
        return title;
    }
    // "C A liveable shore" would read as words of one sentence.
    let between = if area.mark.is_ascii() { " · " } else { " " };
    Text { words: [&area.mark, between, &title.words].concat(), language: title.language }
}

pub fn task(plan: &PlanIndex, task: &Task, language: Language) -> Link {
    Link { text: plan.say(&task.title, language), href: Route::Task(task.id.clone()).href() }
}

pub fn indicator(plan: &PlanIndex, indicator: &Indicator, language: Language) -> Link {
    Link { text: plan.say(&indicator.name, language), href: Route::Indicator(indicator.id.clone()).href() }
}

pub fn organisation(plan: &PlanIndex, one: &Organisation, language: Language) -> Link {
    Link { text: plan.say(&one.name, language), href: Route::Organisation(one.id.clone()).href() }
}

/// Whatever reports can be about: something of the plan, or a line of a year's list, which stands on its list.
pub fn told(plan: &PlanIndex, ledger: &Ledger, id: &str, language: Language) -> Option<Link> {
    thing(plan, id, language).or_else(|| {
        let line = ledger.item_line(id)?;
        Some(Link { text: Text::typed(&line.title, language), href: Route::Year(line.years.from).href() })
    })
}

/// Whatever of the plan reports can be about: an indicator, a measure, a milestone, a project, a task.
pub fn thing(plan: &PlanIndex, id: &str, language: Language) -> Option<Link> {
    let say = |name, route: Route| Link { text: plan.say(name, language), href: route.href() };
    if let Some(place) = plan.indicator(id) {
        return Some(indicator(plan, place.item, language));
    }
    if let Some(place) = plan.measure(id) {
        return Some(say(&place.item.title, Route::Measure(id.into())));
    }
    if let Some(place) = plan.milestone(id) {
        return Some(say(&place.item.name, Route::Milestone(id.into())));
    }
    if let Some(project) = plan.project(id) {
        return Some(say(&project.name, Route::Project(id.into())));
    }
    plan.task(id).map(|(_, one)| task(plan, one, language))
}
