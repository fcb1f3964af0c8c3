//! The words of a line as its cells have them, for whoever words it anew: read again unchanged, they are the same line.

use super::typed::{Cells, Column};
use crate::ledger::kinds::ItemKind;
use crate::ledger::known::Listed;
use crate::ledger::{Id, Ledger};
use crate::page::shared::names;
use crate::plan::{PlanIndex, Year};
use crate::standing::AsOf;
use crate::text::Language;

/// The cells of a line on a year's list, of one that waits for it, or of a measure of the plan. As it was typed: what a
/// page shows of it may have marks around it that nobody typed.
pub fn worded(as_of: AsOf, year: Year, id: &Id) -> Cells {
    let AsOf { plan, ledger, language, .. } = as_of;
    let listed = found(ledger, year, id);
    let due = listed.as_ref().and_then(|one| one.due).map(|due| due.to_string()).unwrap_or_default();
    let parent = parent(plan, ledger, year, id).map(|id| name(plan, ledger, &id, language));
    let cells = match listed.and_then(|one| one.line) {
        Some(line) => {
            let begins = line.begins.map(|day| day.to_string()).unwrap_or_default();
            let of = |ids: &[Id]| organisations(plan, ids.iter().map(|id| &**id), language);
            Cells::of(line.kind, language)
                .with(Column::Title, &line.title)
                .with(Column::Lead, &of(&line.lead))
                .with(Column::Responsible, &of(&line.responsible))
                .with(Column::Begins, &begins)
        }
        None => {
            let Some(place) = plan.measure(id) else { return Cells::of(ItemKind::Measure, language) };
            let of = |ids: &[String]| organisations(plan, ids.iter().map(String::as_str), language);
            Cells::of(ItemKind::Measure, language)
                .with(Column::Title, &plan.say(&place.item.title, language).words)
                .with(Column::Lead, &of(&place.task.lead))
                .with(Column::Responsible, &of(&place.task.responsible))
        }
    };
    cells.with(Column::Parent, &parent.unwrap_or_default()).with(Column::Due, &due)
}

/// To what a line belongs already.
fn parent(plan: &PlanIndex, ledger: &Ledger, year: Year, id: &Id) -> Option<Id> {
    match found(ledger, year, id).and_then(|one| one.line) {
        Some(line) => line.parent.clone(),
        None => Some(plan.measure(id)?.task.id.as_str().into()),
    }
}

/// The same, and how its cell may name it.
pub fn kept(plan: &PlanIndex, ledger: &Ledger, year: Year, id: &Id) -> Option<(Vec<String>, Id)> {
    let parent = parent(plan, ledger, year, id)?;
    let called = Language::ALL.map(|language| name(plan, ledger, &parent, language));
    Some((called.into(), parent))
}

fn name(plan: &PlanIndex, ledger: &Ledger, id: &str, language: Language) -> String {
    let of_plan = names::thing(plan, id, language).map(|link| link.text.words);
    let own = || ledger.item_line(id).map(|line| line.title.clone());
    of_plan.or_else(own).unwrap_or_else(|| id.to_owned())
}

fn found<'a>(ledger: &'a Ledger, year: Year, id: &Id) -> Option<Listed<'a>> {
    let all = ledger.list_of(year).into_iter().chain(ledger.to_take_over(year));
    all.into_iter().find(|one| one.id == id)
}

fn organisations<'n>(plan: &PlanIndex, ids: impl Iterator<Item = &'n str>, language: Language) -> String {
    let name = |id: &str| match plan.organisation(id) {
        Some(one) => plan.say(&one.name, language).words,
        None => id.to_owned(),
    };
    ids.map(name).collect::<Vec<_>>().join("、")
}
