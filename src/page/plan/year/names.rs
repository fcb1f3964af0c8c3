//! What people call things in a cell: organisations, tasks, kinds. A name is found whole, as the plan or the list has it;
//! nothing is guessed.

use crate::ledger::Id;
use crate::ledger::kinds::ItemKind;
use crate::ledger::known::Listed;
use crate::plan::{Organisation, PlanIndex};
use crate::standing::duty;
use crate::text::Language;

/// Marks that people put between names, and that also stand within some: 各县（市）区、开发区.
const BETWEEN: [char; 6] = ['、', ',', '，', ';', '；', '\n'];

/// Names in a cell, as people put them beside each other. A name that has such a mark itself is found first, whole.
pub fn several<'a>(plan: &PlanIndex, cell: &'a str) -> Vec<&'a str> {
    let marks = |name: &str| name.matches(BETWEEN).count();
    let longest = plan.organisations.iter().flat_map(wordings).map(marks).max().unwrap_or(0);
    let mut names = vec![];
    let mut rest = cell;
    while !rest.is_empty() {
        let ends: Vec<usize> = rest
            .match_indices(BETWEEN)
            .map(|(at, _)| at)
            .chain([rest.len()])
            .take(longest.saturating_add(1))
            .collect();
        let known = ends.iter().rev().find(|end| organisation(plan, rest[..**end].trim()).is_some());
        let end = known.or(ends.first()).copied().unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        names.push(name.trim());
        rest = after.trim_start_matches(BETWEEN);
    }
    names.retain(|name| !name.is_empty());
    names
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

/// Everything that an organisation is called.
fn wordings(one: &Organisation) -> impl Iterator<Item = &str> {
    let short = one.short_name.iter().flat_map(|name| name.wordings());
    one.name.wordings().chain(short).chain(one.aliases.iter().map(String::as_str))
}

/// The organisation of a name, short name, alias or identifier.
pub fn organisation(plan: &PlanIndex, name: &str) -> Option<Id> {
    let found = plan
        .organisations
        .iter()
        .find(|one| one.id == name || wordings(one).any(|known| is_same(known, name)));
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
