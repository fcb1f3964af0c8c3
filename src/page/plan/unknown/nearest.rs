//! Which things of a plan an address may have meant.

use super::words as unknown;
use crate::page::plan::subject::{Linker, Listed, words as shared};
use crate::plan::Name;
use crate::route::{Route, Tab};
use crate::text::{Language, Link, Text};

/// Most things that are offered.
const MOST: usize = 6;
/// Least likeness, in thousandths, that is worth offering.
const LEAST: u32 = 350;
/// Least likeness by single letters that is worth offering.
const FEW_SLIPS: u32 = 700;
/// How much more alike something of another kind has to be.
const SAME_KIND: u32 = 250;
/// Most letters of a text that are compared.
const MOST_LETTERS: usize = 200;

/// The nearest things by identifier, name and alias, likeliest first; those of the kind that was asked for stand before
/// others that are a little more alike. The pages themselves are among them, by the word in their address.
pub fn nearest(linker: Linker, asked: &str, wanted: Option<&str>) -> Vec<Listed> {
    let asked = Written::of(asked);
    let mut found: Vec<(u32, Listed)> = Vec::new();
    let mut weigh = |names: &mut dyn Iterator<Item = &str>, kind: &'static str, link: Link| {
        let likeness = names.map(|name| asked.likeness(&Written::of(name))).max().unwrap_or_default();
        if likeness >= LEAST {
            let weight = likeness + if wanted == Some(kind) { SAME_KIND } else { 0 };
            let remarks = vec![Text::plain(kind)];
            found.push((weight, Listed { link, lit: None, remarks, text: Text::default() }));
        }
    };
    let language = linker.language;
    for (route, words) in pages(language) {
        let (address, link) = (route.address(), Link { text: Text::plain(words), href: route.href() });
        weigh(&mut [address.as_str(), words].into_iter(), unknown::of(language).page, link);
    }
    each_thing(linker, |thing| {
        let names = thing.name.wordings().chain(thing.aliases.iter().map(String::as_str));
        weigh(&mut std::iter::once(thing.id).chain(names), thing.kind, thing.link);
    });
    // A stable sort: equals stay in the order of the plan.
    found.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    found.into_iter().take(MOST).map(|(_, listed)| listed).collect()
}

/// Every page that stands for itself, with its name.
pub fn pages(language: Language) -> Vec<(Route, &'static str)> {
    let words = unknown::of(language);
    let mut pages: Vec<_> = Tab::ALL.into_iter().map(|tab| (tab.route(), tab.words(language))).collect();
    pages.extend([(Route::Device, words.device), (Route::About, words.about)]);
    pages
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

/// A text as it is compared: its letters and digits, whatever their case, and the pairs of neighbours among them.
struct Written {
    letters: Vec<char>,
    pairs: Vec<(char, char)>,
}

impl Written {
    fn of(text: &str) -> Self {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).map(|one| one.to_ascii_lowercase());
        let letters: Vec<char> = letters.take(MOST_LETTERS).collect();
        let mut pairs: Vec<_> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort();
        pairs.dedup();
        Self { letters, pairs }
    }

    /// Pairs find a piece and words in another order; slips of single letters are counted, which pairs overrate in
    /// short words.
    fn likeness(&self, other: &Self) -> u32 {
        self.in_pairs(other).max(self.by_slips(other))
    }

    /// In thousandths, how much stays of the longer text without the letters that are wrong, missing, too many or
    /// changed places; nothing below [`FEW_SLIPS`].
    fn by_slips(&self, other: &Self) -> u32 {
        let (own, others) = (self.letters.len(), other.letters.len());
        let (longest, difference) = (own.max(others), own.abs_diff(others));
        let kept = |slips: usize| (1000 * longest.saturating_sub(slips) / longest.max(1)) as u32;
        // What differs so much in length need not be compared.
        if longest == 0 || kept(difference) < FEW_SLIPS {
            return 0;
        }
        let slips = slips(&self.letters, &other.letters);
        Some(kept(slips)).filter(|kept| *kept >= FEW_SLIPS).unwrap_or_default()
    }

    /// Dice's coefficient, in thousandths: twice what both have, of all that they have. What is
    /// wholly contained in the other counts at least 600, so that a piece of a name finds it.
    fn in_pairs(&self, other: &Self) -> u32 {
        let both = self.pairs.iter().filter(|pair| other.pairs.binary_search(pair).is_ok()).count();
        let all = self.pairs.len() + other.pairs.len();
        if both == 0 {
            return 0;
        }
        let dice = (2000 * both / all) as u32;
        let is_contained = both == self.pairs.len() && both >= 2;
        if is_contained { dice.max(600) } else { dice }
    }
}

/// How many letters are wrong, missing, too many, or have changed places with their neighbour (optimal string alignment).
fn slips(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, with) in other.iter().enumerate() {
            let changed = above[column] + usize::from(letter != with);
            let mut least = changed.min(above[column + 1] + 1).min(line[column] + 1);
            let is_swapped = row > 0 && column > 0 && one[row - 1] == *with && *letter == other[column - 1];
            if is_swapped {
                least = least.min(before[column - 1] + 1);
            }
            line.push(least);
        }
        before = std::mem::replace(&mut above, line);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(asked: &str) -> usize {
        let plan = crate::plan::read::from_json(include_str!("../../../../public/plan.json"));
        let plan = plan.expect("the shipped plan");
        nearest(Linker::new(&plan, Language::Zh), asked, None).len()
    }

    #[test]
    fn a_few_are_offered_of_many_and_none_that_are_hardly_alike() {
        assert_eq!(offered("bureau"), MOST, "more than that have it in their names");
        assert!(offered("alliances") > 0);
        assert_eq!(offered("alxqzw"), 0, "one pair of letters in common");
    }

    #[test]
    fn slips_of_single_letters_are_counted() {
        let count = |one: &str, other: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            slips(&letters(one), &letters(other))
        };
        let pairs = [
            ("gazelles", "gazelles", 0),
            ("gazeles", "gazelles", 1),
            ("agzelles", "gazelles", 1),
            ("", "abc", 3),
        ];
        for (one, other, expected) in pairs {
            assert_eq!((count(one, other), count(other, one)), (expected, expected), "{one} {other}");
        }
        assert_eq!(count("高薪技术", "高新技术"), 1);
    }

    #[test]
    fn of_an_address_only_so_many_letters_are_compared() {
        let letters: String = (0..500).filter_map(|at| char::from_u32(0x4e00 + at)).collect();
        assert_eq!(Written::of(&letters).letters.len(), MOST_LETTERS);
    }
}
