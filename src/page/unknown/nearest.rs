//! Which things of a plan an address may have meant.

use crate::page::subject::{Linker, Listed, words as shared};
use crate::plan::Name;
use crate::text::{Link, Text};

/// Most things that are offered.
const MOST: usize = 6;
/// Least likeness, in thousandths, that is worth offering.
const LEAST: u32 = 350;
/// Most letters of a text that are compared.
const MOST_LETTERS: usize = 200;

/// The nearest things by identifier, name and alias, likeliest first.
pub fn nearest(linker: Linker, asked: &str) -> Vec<Listed> {
    let asked = Pairs::of(asked);
    let mut found: Vec<(u32, Listed)> = Vec::new();
    each_thing(linker, |thing| {
        let names = thing.name.wordings().chain(thing.aliases.iter().map(String::as_str));
        let likeness = std::iter::once(thing.id).chain(names).map(|name| asked.likeness(&Pairs::of(name)));
        let likeness = likeness.max().unwrap_or_default();
        if likeness >= LEAST {
            let remarks = vec![Text::plain(thing.kind)];
            found.push((likeness, Listed { link: thing.link, remarks, text: Text::default() }));
        }
    });
    // A stable sort: equals stay in the order of the plan.
    found.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    found.into_iter().take(MOST).map(|(_, listed)| listed).collect()
}

/// Something of the plan that has a page.
struct Thing<'a> {
    id: &'a str,
    name: &'a Name,
    aliases: &'a [String],
    kind: &'static str,
    link: Link,
}

fn each_thing(linker: Linker, mut tell: impl FnMut(Thing)) {
    let (plan, words) = (linker.plan, shared::of(linker.language));
    let mut one = |id, name, aliases, kind, link| tell(Thing { id, name, aliases, kind, link });
    for place in plan.indicators() {
        let item = place.item;
        one(&item.id, &item.name, &item.aliases, words.indicator, linker.indicator(item));
    }
    for (_, task) in plan.tasks() {
        one(&task.id, &task.title, &[], words.task, linker.task(task));
    }
    for place in plan.measures() {
        one(&place.item.id, &place.item.title, &[], words.measure, linker.measure(place.item));
    }
    for place in plan.milestones() {
        one(&place.item.id, &place.item.name, &[], words.milestone, linker.milestone(place.item));
    }
    for project in &plan.projects {
        one(&project.id, &project.name, &project.aliases, words.project, linker.project(project));
    }
    for organisation in &plan.organisations {
        let link = linker.organisation(organisation);
        one(&organisation.id, &organisation.name, &organisation.aliases, words.organisation, link);
    }
}

/// The neighbouring pairs of letters and digits of a text, whatever their case.
struct Pairs(Vec<(char, char)>);

impl Pairs {
    fn of(text: &str) -> Self {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        let letters: Vec<char> = letters.take(MOST_LETTERS).collect();
        let mut pairs: Vec<_> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort();
        pairs.dedup();
        Self(pairs)
    }

    /// Dice's coefficient, in thousandths: twice what both have, of all that they have. What is
    /// wholly contained in the other counts at least 600, so that a piece of a name finds it.
    fn likeness(&self, other: &Self) -> u32 {
        let both = self.0.iter().filter(|pair| other.0.binary_search(pair).is_ok()).count();
        let all = self.0.len() + other.0.len();
        if both == 0 {
            return 0;
        }
        let dice = (2000 * both / all) as u32;
        let is_contained = both == self.0.len() && both >= 2;
        if is_contained { dice.max(600) } else { dice }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn offered(asked: &str) -> usize {
        let plan = crate::plan::read::from_json(include_str!("../../../public/plan.json"));
        let plan = plan.expect("the shipped plan");
        nearest(Linker::new(&plan, Language::Zh), asked).len()
    }

    #[test]
    fn a_few_are_offered_of_many_and_none_that_are_hardly_alike() {
        assert_eq!(offered("bureau"), MOST, "more than that have it in their names");
        assert!(offered("alliances") > 0);
        assert_eq!(offered("alxqzw"), 0, "one pair of letters in common");
    }

    #[test]
    fn of_an_address_only_so_many_letters_are_compared() {
        let letters: String = (0..500).filter_map(|at| char::from_u32(0x4e00 + at)).collect();
        assert_eq!(Pairs::of(&letters).0.len(), MOST_LETTERS - 1);
    }
}
