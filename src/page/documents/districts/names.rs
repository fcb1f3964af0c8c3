//! Districts and indicators as people name them in a table. A name is found whole; nothing is guessed.

use crate::ledger::Id;
use crate::plan::{DistrictRule, Indicator, PlanIndex};
use crate::rows::figure::narrow;
use crate::text::{Language, Text};

/// The indicators of which districts have figures, in the order of the plan.
pub fn indicators(plan: &PlanIndex) -> Vec<&Indicator> {
    let all = plan.indicators().map(|place| place.item);
    all.filter(|one| one.districts != DistrictRule::None).collect()
}

/// What an item of a rule is called; of one that the plan does not have, its identifier.
pub fn item(plan: &PlanIndex, id: &str, language: Language) -> Text {
    match plan.indicator(id) {
        Some(place) => plan.say(&place.item.name, language),
        None => Text::typed(id, language),
    }
}

/// What a district is called; of one that the plan does not have, what was typed.
pub fn district(plan: &PlanIndex, id: &str, language: Language) -> Text {
    match plan.organisation(id) {
        Some(one) => plan.say(&one.name, language),
        None => Text::typed(id, language),
    }
}

/// The district of a name, short name, alias or identifier.
pub fn find_district(plan: &PlanIndex, name: &str) -> Option<Id> {
    let is = |known: &str| bare(known) == bare(name);
    let found = plan.districts.iter().find(|id| {
        let of = plan.organisation(id).is_some_and(|one| {
            let short = one.short_name.iter().flat_map(|name| name.wordings());
            one.name.wordings().chain(short).chain(one.aliases.iter().map(String::as_str)).any(is)
        });
        of || id.as_str() == name
    });
    found.map(|id| id.as_str().into())
}

/// The indicator of a name or alias, by its place among those of which districts have figures.
pub fn find_indicator(plan: &PlanIndex, name: &str) -> Option<usize> {
    let is = |known: &str| bare(known) == bare(name);
    indicators(plan).into_iter().position(|one| {
        one.id == name || one.name.wordings().chain(one.aliases.iter().map(String::as_str)).any(is)
    })
}

/// A name without spaces and in half-width letters.
fn bare(name: &str) -> String {
    let quotes = ['"', '“', '”', '＂'];
    name.chars().filter(|one| !one.is_whitespace() && !quotes.contains(one)).map(narrow).collect()
}
