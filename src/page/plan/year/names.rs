//! What people call things in a cell: organisations, tasks, kinds. A name is found whole, as the plan or the list has it;
//! nothing is guessed.

use crate::ledger::Id;
use crate::ledger::kinds::ItemKind;
use crate::ledger::known::Listed;
use crate::plan::PlanIndex;
use crate::standing::duty;
use crate::text::Language;

/// Names in a cell, as people put them beside each other.
pub fn several(cell: &str) -> impl Iterator<Item = &str> {
    let parts = cell.split(['、', ',', '，', ';', '；', '\n']);
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// Whether two names are the same but for spaces and the width of brackets.
pub fn is_same(one: &str, other: &str) -> bool {
    bare(one) == bare(other)
}

/// A name without what people leave out or write in another width.
pub fn bare(name: &str) -> String {
    let narrow = |letter: char| match letter {
        '（' => '(',
        '）' => ')',
        '＂' | '“' | '”' => '"',
        other => other,
    };
    name.chars().filter(|letter| !letter.is_whitespace()).map(narrow).collect()
}

/// The organisation of a name, short name, alias or identifier.
pub fn organisation(plan: &PlanIndex, name: &str) -> Option<Id> {
    let found = plan.organisations.iter().find(|one| {
        let short = one.short_name.iter().flat_map(|name| name.wordings());
        let mut names = one.name.wordings().chain(short).chain(one.aliases.iter().map(String::as_str));
        one.id == name || names.any(|known| is_same(known, name))
    });
    found.map(|one| one.id.as_str().into())
}

/// Whether anybody would be asked of something that an organisation leads: it reports, or one of its members does.
pub fn reports(plan: &PlanIndex, id: &str) -> bool {
    let reporters = duty::reporters(plan);
    let members = plan.organisation(id).map(|one| one.members.as_slice()).unwrap_or_default();
    reporters.contains(&id) || members.iter().any(|member| reporters.contains(&member.as_str()))
}

/// What a line belongs to: a task of the plan by title or section, a measure or project by name, or a line of the list.
pub fn parent(plan: &PlanIndex, listed: &[Listed], name: &str) -> Option<Id> {
    let is = |known: &str| is_same(known, name);
    let task =
        plan.tasks().find(|(_, one)| one.id == name || is(&one.section) || one.title.wordings().any(is));
    let measure =
        || plan.measures().find(|place| place.item.id == name || place.item.title.wordings().any(is));
    let project = || plan.projects.iter().find(|one| one.id == name || one.name.wordings().any(is));
    let line = || listed.iter().find(|one| one.line.is_some_and(|line| is(&line.title)));
    task.map(|(_, one)| one.id.as_str().into())
        .or_else(|| measure().map(|place| place.item.id.as_str().into()))
        .or_else(|| project().map(|one| one.id.as_str().into()))
        .or_else(|| line().map(|one| one.id.clone()))
}

/// The kind of a word, in either language.
pub fn kind(word: &str) -> Option<ItemKind> {
    let kinds = [ItemKind::Task, ItemKind::Measure, ItemKind::Project, ItemKind::Node];
    let is = |kind: &ItemKind| {
        let mut words = Language::ALL.map(|language| kind.words(language)).into_iter();
        words.any(|known| known.eq_ignore_ascii_case(word.trim()))
    };
    kinds.into_iter().find(is).or((word.trim() == "节点").then_some(ItemKind::Node))
}
