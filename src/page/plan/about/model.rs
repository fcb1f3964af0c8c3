//! What the about page shows, as data.

use super::build::Build;
use super::licences::{self, Licence};
use super::{storage, words};
use crate::plan::{Basis, Comparator, MilestoneKind, Modality, PlanIndex, Question, Round};
use crate::route::Route;
use crate::text::{Language, Link, Text};

/// Everything on the about page.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub heading: String,
    pub lede: Text,
    /// The document of the plan and its file.
    pub plan: Vec<Fact>,
    pub cycle: Vec<RoundRow>,
    pub requirements: Vec<Clause>,
    pub questions: Vec<QuestionRow>,
    /// How the plan's figures are written.
    pub legend: Vec<Legend>,
    /// What is kept on the device.
    pub storage: [&'static str; 3],
    /// How its keys begin, and what is under each.
    pub keys: Vec<(String, &'static str)>,
    pub program: Vec<Fact>,
    pub licences: &'static [Licence],
}

/// A name and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub name: &'static str,
    pub fact: Text,
    /// Where it leads, inside the app.
    pub href: Option<String>,
}

/// A round of the cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundRow {
    pub name: Text,
    /// The text's own words, where they are unusual.
    pub as_written: Option<Text>,
    pub purpose: Text,
    /// When reports are due.
    pub window: String,
}

/// A requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    pub id: String,
    pub section: Text,
    pub title: Text,
    pub text: Text,
}

/// An open question with the reading that the file took.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionRow {
    pub id: String,
    pub section: Text,
    pub question: Text,
    pub reading: Text,
    pub concerns: Vec<Link>,
    /// What stands for the links until they are asked for, where there are too many to read at once.
    pub folded: Option<String>,
}

/// One notion of the plan's figures and how it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    pub title: &'static str,
    pub note: &'static str,
    /// What stands on the board, and what it means.
    pub rows: Vec<(&'static str, &'static str)>,
}

/// The page.
pub fn model(plan: &PlanIndex, build: Build, language: Language) -> About {
    About {
        heading: words::heading(language, plan.questions.len()),
        lede: plan.say(&plan.purpose, language),
        plan: document(plan, language),
        cycle: plan.cycle.rounds.iter().map(|round| round_row(plan, round, language)).collect(),
        requirements: requirements(plan, language),
        questions: plan.questions.iter().map(|question| question_row(plan, question, language)).collect(),
        legend: legend(language),
        storage: storage::sentences(language),
        keys: storage::keys(language),
        program: program(build, language),
        licences: licences::SHIPPED,
    }
}

fn fact(name: &'static str, fact: Text) -> Fact {
    Fact { name, fact, href: None }
}

fn document(plan: &PlanIndex, language: Language) -> Vec<Fact> {
    let words = words::of(language);
    let document = &plan.document;
    let issuer = plan.organisation(&plan.issuer).map(|issuer| Fact {
        name: words.issuer,
        fact: plan.say(&issuer.name, language),
        href: Some(Route::Organisation(issuer.id.clone()).href()),
    });
    let quoted =
        |name, words: &Option<String>| words.as_ref().map(|words| fact(name, plan.quote(words, language)));
    let notice = document.notice_date.map(|day| fact(words.notice_date, Text::plain(day.to_string())));
    let facts = [
        Some(fact(words.title, plan.say(&plan.title, language))),
        issuer,
        quoted(words.number, &document.number),
        Some(fact(words.date, Text::plain(document.date.to_string()))),
        notice,
        quoted(words.published_at, &document.published_at),
        Some(fact(words.period, Text::plain(plan.period.to_string()))),
        Some(fact(words.time_zone, Text::plain(plan.time_zone.clone()))),
        Some(fact(words.file, Text::plain(words::file(language, plan)))),
    ];
    facts.into_iter().flatten().collect()
}

fn round_row(plan: &PlanIndex, round: &Round, language: Language) -> RoundRow {
    RoundRow {
        name: plan.say(&round.name, language),
        as_written: round.as_written.as_ref().map(|words| plan.quote(words, language)),
        purpose: plan.say(&round.purpose, language),
        window: words::window(language, &round.window),
    }
}

fn requirements(plan: &PlanIndex, language: Language) -> Vec<Clause> {
    let clause = |one: &crate::plan::Requirement| Clause {
        id: one.id.clone(),
        section: plan.quote(&one.section, language),
        title: plan.say(&one.title, language),
        text: plan.say(&one.text, language),
    };
    plan.requirements.iter().map(clause).collect()
}

/// More links than these are folded away.
const MOST_LINKS: usize = 6;

fn question_row(plan: &PlanIndex, question: &Question, language: Language) -> QuestionRow {
    let concerns: Vec<Link> =
        question.concerns.iter().filter_map(|id| concerned(plan, id, language)).collect();
    let is_long = concerns.len() > MOST_LINKS;
    QuestionRow {
        folded: is_long.then(|| words::folded(language, concerns.len())),
        concerns,
        id: question.id.clone(),
        section: plan.quote(&question.section, language),
        question: plan.say(&question.question, language),
        reading: plan.say(&question.reading, language),
    }
}

/// The page of anything in the plan that has one.
fn concerned(plan: &PlanIndex, id: &str, language: Language) -> Option<Link> {
    let own = || id.to_owned();
    let (name, route) = None
        .or_else(|| plan.indicator(id).map(|place| (&place.item.name, Route::Indicator(own()))))
        .or_else(|| plan.milestone(id).map(|place| (&place.item.name, Route::Milestone(own()))))
        .or_else(|| plan.measure(id).map(|place| (&place.item.title, Route::Measure(own()))))
        .or_else(|| plan.task(id).map(|(_, task)| (&task.title, Route::Task(own()))))
        .or_else(|| plan.project(id).map(|project| (&project.name, Route::Project(own()))))
        .or_else(|| plan.organisation(id).map(|one| (&one.name, Route::Organisation(own()))))?;
    Some(Link { text: plan.say(name, language), href: route.href() })
}

fn legend(language: Language) -> Vec<Legend> {
    let words = words::of(language);
    let comparator = |one: Comparator| {
        let mark = one.mark(language);
        (if mark.is_empty() { words.bare } else { mark }, words::meaning(language, one))
    };
    let modality = |one: Modality| match one {
        Modality::None => (words.none, words.no_modality),
        word => (word.words(language), words::firmness(language, word)),
    };
    let kind = |one: MilestoneKind| (one.words(language), words::kind(language, one));
    vec![
        Legend {
            title: words.basis,
            note: words.basis_note,
            rows: Basis::ALL.map(|one| (one.words(language), words::basis(language, one))).into(),
        },
        Legend {
            title: words.comparator,
            note: words.comparator_note,
            rows: Comparator::ALL.map(comparator).into(),
        },
        Legend { title: words.modality, note: words.modality_note, rows: Modality::ALL.map(modality).into() },
        Legend {
            title: words.milestone,
            note: words.milestone_note,
            rows: [MilestoneKind::State, MilestoneKind::Direction].map(kind).into(),
        },
    ]
}

fn program(build: Build, language: Language) -> Vec<Fact> {
    let words = words::of(language);
    vec![
        fact(words.version, Text::plain(["planboard ", build.version].concat())),
        fact(words.build, Text::plain(build.commit)),
        fact(words.reads, Text::plain(["schema ", &crate::plan::SCHEMA.to_string()].concat())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::read::from_json;

    const BUILD: Build = Build { version: "1.2.3", commit: "abc" };

    fn page(language: Language) -> About {
        let plan = from_json(include_str!("../../../../tests/plans/small.json")).expect("a sound plan");
        model(&plan, BUILD, language)
    }

    #[test]
    fn every_open_question_links_to_all_it_concerns() {
        let page = page(Language::En);
        let hrefs: Vec<_> = page.questions[0].concerns.iter().map(|link| link.href.as_str()).collect();
        assert_eq!(
            hrefs,
            [
                "#/indicator/fish",
                "#/milestone/clean-banks",
                "#/measure/plant-trees",
                "#/task/banks",
                "#/project/tree-nursery",
                "#/organisation/council",
                "#/organisation/east",
                "#/organisation/all-towns",
            ]
        );
    }

    #[test]
    fn many_links_are_folded_under_their_number() {
        assert_eq!(page(Language::En).questions[0].folded.as_deref(), Some("Concerns 8 parts of the plan"));
    }

    #[test]
    fn words_of_the_plan_in_the_other_language_are_marked() {
        let page = page(Language::Zh);
        assert_eq!(page.requirements[0].title.language, Some(Language::En));
        assert_eq!(page.cycle[0].as_written.as_ref().unwrap().language, Some(Language::En));
    }

    #[test]
    fn an_assumed_window_says_so_and_a_stated_one_does_not() {
        let page = page(Language::En);
        assert!(!page.cycle[0].window.contains("assumed"), "{}", page.cycle[0].window);
        assert!(page.cycle[1].window.contains("assumed"), "{}", page.cycle[1].window);
    }

    #[test]
    fn the_legend_knows_every_word_that_a_target_may_have() {
        let page = page(Language::Zh);
        let lengths: Vec<_> = page.legend.iter().map(|legend| legend.rows.len()).collect();
        assert_eq!(lengths, [Basis::ALL.len(), Comparator::ALL.len(), Modality::ALL.len(), 2]);
        let at_least = page.legend[1].rows.iter().find(|(mark, _)| *mark == "≥");
        assert!(at_least.is_some_and(|(_, meaning)| meaning.contains("不少于")));
    }

    #[test]
    fn version_and_build_stand_on_the_page() {
        let facts: Vec<_> = page(Language::En).program.into_iter().map(|fact| fact.fact.words).collect();
        assert_eq!(facts, ["planboard 1.2.3", "abc", "schema 1"]);
    }
}
