//! What comes of the decisions: what is left, what stands in the way, or the plan with its file.

use super::words;
use crate::authoring::{Authoring, made, written};
use crate::plan::Plan;
use crate::plan::faults::{self, Sentences};
use crate::text::{Cell, Column, Language, Piece, Table, Text};

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// So many things are left.
    Left(usize),
    /// What was decided does not go together; what to look at, by its key, where it is one thing.
    Wrong(Vec<(Option<String>, String)>),
    /// The file would not be taken: where, and what is to be done, in the words of the page of faults.
    Faulty(Vec<(String, Sentences)>),
    /// A plan.
    Ready(Box<Ready>),
}

/// A plan that can be handed out.
#[derive(Clone, Debug, PartialEq)]
pub struct Ready {
    /// What it holds: name and number.
    pub counts: Vec<(&'static str, usize)>,
    /// Areas, tasks, indicators and milestones.
    pub overview: Table,
    /// The text of `plan.json`.
    pub file: String,
}

/// What comes of the decisions.
pub fn outcome(work: &Authoring, language: Language) -> Outcome {
    let left = work.left();
    if left > 0 {
        return Outcome::Left(left);
    }
    let plan = match made(work, None) {
        Ok(plan) => plan,
        Err(faults) => {
            let each = faults.into_iter().map(|one| {
                let item = one.key.as_ref().and_then(|key| work.items.iter().find(|item| item.key == *key));
                let sentence = words::problem(language, &one.problem);
                let named = item.map(|item| words::about(language, &item.words, &sentence));
                (one.key, named.unwrap_or(sentence))
            });
            return Outcome::Wrong(each.collect());
        }
    };
    let file = written(&plan);
    let faults = faults::find(&file);
    if !faults.is_empty() {
        return Outcome::Faulty(faults.iter().map(|one| (one.path.clone(), one.say(language))).collect());
    }
    Outcome::Ready(Box::new(Ready::of(&plan, file, language)))
}

impl Ready {
    /// A plan with the text of its file.
    pub fn of(plan: &Plan, file: String, language: Language) -> Self {
        Self { counts: counts(plan, language), overview: overview(plan, language), file }
    }
}

fn counts(plan: &Plan, language: Language) -> Vec<(&'static str, usize)> {
    let tasks = || plan.areas.iter().flat_map(|area| &area.tasks);
    let indicators = || tasks().flat_map(|task| &task.indicators);
    let numbers = [
        plan.areas.len(),
        tasks().count(),
        tasks().map(|task| task.measures.len()).sum(),
        indicators().count(),
        indicators().map(|one| one.targets.len()).sum(),
        tasks().map(|task| task.milestones.len()).sum(),
        plan.organisations.len(),
        plan.projects.len(),
    ];
    words::counted(language).into_iter().zip(numbers).collect()
}

fn overview(plan: &Plan, language: Language) -> Table {
    let own = plan.language;
    let said = |name: &crate::plan::Name| name.say(language, own).words.to_owned();
    let quoted = |words: String| Text::marked(words, own, language);
    let plain = |words: String| Cell { pieces: vec![Piece::Plain(quoted(words))] };
    let mut rows = Vec::new();
    for (area, task) in plan.areas.iter().flat_map(|area| area.tasks.iter().map(move |task| (area, task))) {
        let place = || plain([&area.mark, "　", &said(&task.title)].concat());
        for one in &task.indicators {
            let unit = said(&one.unit);
            let targets = one.targets.iter().map(|target| {
                let figure = crate::plan::unit::written(&target.value.to_string(), &unit);
                let mark = target.comparator.mark(language);
                let gap = if mark.is_empty() { "" } else { " " };
                format!("{} {mark}{gap}{figure}", target.year)
            });
            let targets = targets.collect::<Vec<_>>().join(language.pick("；", "; "));
            rows.push(vec![plain(said(&one.name)), plain(targets), place()]);
        }
        for one in &task.milestones {
            rows.push(vec![plain(said(&one.name)), plain(one.years.to_string()), place()]);
        }
        if task.indicators.is_empty() && task.milestones.is_empty() {
            rows.push(vec![plain("—".to_owned()), plain("—".to_owned()), place()]);
        }
    }
    let [name, targets, task] = words::overview_columns(language);
    Table {
        caption: Text::plain(words::overview_caption(language)),
        columns: vec![Column::text(name), Column::text(targets), Column::text(task)],
        rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authoring::{Choice, Decisions};

    const TEXT: &str = include_str!("../../../../tests/texts/binhai-2026-2030.txt");

    fn confirmed() -> Authoring {
        let mut work = Authoring::of(TEXT, Decisions::default()).expect("a text with headings");
        let keys: Vec<String> = work.items.iter().map(|one| one.key.clone()).collect();
        work.confirm(&keys.iter().map(String::as_str).collect::<Vec<_>>());
        work
    }

    #[test]
    fn the_file_is_there_only_when_nothing_is_left() {
        let mut work = confirmed();
        assert_eq!(outcome(&work, Language::Zh), Outcome::Left(1), "the head");
        work.confirm_head();
        let Outcome::Ready(ready) = outcome(&work, Language::Zh) else { panic!("it is complete") };
        let counts: Vec<usize> = ready.counts.iter().map(|(_, count)| *count).collect();
        assert_eq!(counts[..6], [2, 4, 3, 7, 9, 1]);
        assert_eq!(ready.overview.rows.len(), 8, "seven indicators and a milestone");
        assert!(crate::plan::read::from_json(&ready.file).is_some());
    }

    #[test]
    fn what_stands_in_the_way_is_said_of_the_thing_and_in_the_words_of_the_page_of_faults() {
        let mut work = confirmed();
        work.confirm_head();
        let figure = work.items.iter().find(|one| one.words == "85%").expect("a figure").clone();
        let Choice::Target(mut target) = work.choice(&figure).clone() else { panic!("a target") };
        target.value = "八十五".into();
        work.decide(&figure.key, Choice::Target(target.clone()));
        let Outcome::Wrong(wrong) = outcome(&work, Language::Zh) else { panic!("it is no figure") };
        assert_eq!(wrong.len(), 1);
        assert!(wrong[0].1.contains("85%"), "{}", wrong[0].1);
        target.value = "85".into();
        (target.from, target.to) = (2040, 2040);
        work.decide(&figure.key, Choice::Target(target));
        let Outcome::Faulty(faulty) = outcome(&work, Language::Zh) else { panic!("the year lies outside") };
        assert!(faulty[0].0.contains("targets"), "{faulty:?}");
    }
}
