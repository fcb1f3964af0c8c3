//! Identifiers made of names: Chinese by sound, Latin by words. What an earlier edition of the plan calls by the same name
//! keeps its identifier, and what it gave to something else is not given again.

use crate::plan::{Plan, rules::most};
use crate::text::order::SOUNDS;
use std::collections::{BTreeMap, BTreeSet};

/// What an identifier stands for. Its word stands where a name has nothing to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The plan itself.
    Plan,
    /// An area.
    Area,
    /// A task.
    Task,
    /// A measure.
    Measure,
    /// An indicator.
    Indicator,
    /// A milestone.
    Milestone,
    /// An organisation.
    Organisation,
    /// A project.
    Project,
    /// A requirement.
    Requirement,
    /// A question.
    Question,
    /// A round.
    Round,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Area => "area",
            Self::Task => "task",
            Self::Measure => "measure",
            Self::Indicator => "indicator",
            Self::Milestone => "milestone",
            Self::Organisation => "organisation",
            Self::Project => "project",
            Self::Requirement => "requirement",
            Self::Question => "question",
            Self::Round => "round",
        }
    }
}

/// Most words or syllables of an identifier.
const MOST_WORDS: usize = 6;
/// English words that tell nothing.
const STOPS: [&str; 10] = ["the", "a", "an", "of", "and", "for", "to", "in", "on", "by"];

/// Gives identifiers, each once.
pub struct Ids {
    sounds: Vec<(char, &'static str)>,
    taken: BTreeSet<String>,
    /// What the earlier edition has, by kind and name.
    earlier: BTreeMap<(Kind, String), String>,
    /// Everything that the earlier edition gave out.
    reserved: BTreeSet<String>,
}

impl Ids {
    /// With those of an earlier edition, if there is one.
    pub fn new(earlier: Option<&Plan>) -> Self {
        let han = SOUNDS.lines().flat_map(|line| {
            let syllable = line.trim_end_matches(|one: char| !one.is_ascii());
            line.chars().filter(|one| !one.is_ascii()).map(move |one| (one, syllable))
        });
        let mut sounds: Vec<(char, &'static str)> = han.collect();
        sounds.sort_unstable();
        let known = earlier.map(known).unwrap_or_default();
        let reserved = known.iter().map(|(_, id)| id.clone()).collect();
        // Of two things with one name the first keeps its identifier.
        let earlier = known.into_iter().rev().collect();
        Self { sounds, taken: BTreeSet::new(), earlier, reserved }
    }

    /// An identifier for a name.
    pub fn give(&mut self, kind: Kind, name: &str) -> String {
        let kept = self.earlier.get(&(kind, name.to_owned())).filter(|id| !self.taken.contains(*id));
        let id = kept.cloned().unwrap_or_else(|| self.fresh(kind, name));
        self.taken.insert(id.clone());
        id
    }

    /// Keeps an identifier from being given: somebody has it already.
    pub fn keep(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    fn fresh(&self, kind: Kind, name: &str) -> String {
        let is_free = |id: &String| !self.taken.contains(id) && !self.reserved.contains(id);
        let spelt = self.spelt(name);
        let base = if spelt.is_empty() { kind.word().to_owned() } else { spelt };
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        std::iter::once(base.clone()).chain(numbered).find(is_free).unwrap_or(base)
    }

    fn spelt(&self, name: &str) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut is_open = false;
        for letter in name.chars() {
            let is_latin = letter.is_ascii_alphanumeric();
            match self.sound(letter) {
                Some(sound) => words.push(sound.to_owned()),
                None if is_latin && is_open => {
                    if let Some(last) = words.last_mut() {
                        last.push(letter.to_ascii_lowercase());
                    }
                }
                None if is_latin => words.push(letter.to_ascii_lowercase().to_string()),
                None => {}
            }
            is_open = is_latin;
        }
        // A Chinese name has syllables that look like them: 鞍 is read an.
        if name.is_ascii() {
            words.retain(|word| !STOPS.contains(&word.as_str()));
        }
        words.truncate(MOST_WORDS);
        let mut id = words.join("-");
        id.truncate(most::ID - 8);
        id.trim_end_matches('-').to_owned()
    }

    fn sound(&self, letter: char) -> Option<&'static str> {
        let at = self.sounds.binary_search_by_key(&letter, |(one, _)| *one).ok()?;
        let sound = self.sounds.get(at).map(|(_, sound)| *sound)?;
        sound.bytes().all(|byte| byte.is_ascii_lowercase()).then_some(sound)
    }
}

/// Every identifier of a plan with its kind and name.
fn known(plan: &Plan) -> Vec<((Kind, String), String)> {
    let own = plan.language;
    let named = |kind, name: &crate::plan::Name, id: &String| {
        ((kind, name.say(own, own).words.to_owned()), id.clone())
    };
    let mut all = vec![((Kind::Plan, String::new()), plan.id.clone())];
    all.extend(plan.cycle.rounds.iter().map(|one| named(Kind::Round, &one.name, &one.id)));
    all.extend(plan.requirements.iter().map(|one| named(Kind::Requirement, &one.title, &one.id)));
    all.extend(plan.questions.iter().map(|one| named(Kind::Question, &one.question, &one.id)));
    all.extend(plan.organisations.iter().map(|one| named(Kind::Organisation, &one.name, &one.id)));
    all.extend(plan.projects.iter().map(|one| named(Kind::Project, &one.name, &one.id)));
    for area in &plan.areas {
        all.push(named(Kind::Area, &area.title, &area.id));
        for task in &area.tasks {
            all.push(named(Kind::Task, &task.title, &task.id));
            all.extend(task.measures.iter().map(|one| named(Kind::Measure, &one.title, &one.id)));
            all.extend(task.indicators.iter().map(|one| named(Kind::Indicator, &one.name, &one.id)));
            all.extend(task.milestones.iter().map(|one| named(Kind::Milestone, &one.name, &one.id)));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::read::from_json;

    #[test]
    fn names_are_spelt_as_they_sound_and_none_is_given_twice() {
        let mut ids = Ids::new(None);
        for (name, id) in [
            ("科技成果转化率", "ke-ji-cheng-guo-zhuan-hua"),
            ("科技成果转化率二", "ke-ji-cheng-guo-zhuan-hua-2"),
            ("磁力耦合SF6压缩机", "ci-li-ou-he-sf6-ya"),
            ("鞍山市", "an-shan-shi"),
            ("Restore the Market Hall", "restore-market-hall"),
            ("……", "indicator"),
            ("！！", "indicator-2"),
        ] {
            assert_eq!(ids.give(Kind::Indicator, name), id, "{name}");
        }
    }

    #[test]
    fn an_earlier_edition_keeps_its_identifiers_and_lends_none() {
        let earlier = from_json(include_str!("../../public/plan.json")).expect("the plan");
        let mut ids = Ids::new(Some(&earlier));
        assert_eq!(ids.give(Kind::Indicator, "科技成果转化率"), "conversion-rate");
        assert_eq!(ids.give(Kind::Indicator, "Conversion rate"), "conversion-rate-2", "it is another thing");
    }
}
