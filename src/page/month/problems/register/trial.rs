//! A rule for letters, tried on the list: which letters it would have sent up to today. Nothing of it is stored, and nobody
//! has adopted it.

use super::words;
use crate::ledger::EntryId;
use crate::page::shared::problems as shared;
use crate::plan::Day;
use crate::route::{ProblemsView, Route};
use crate::standing::AsOf;
use crate::standing::escalation::{Letter, Rule};
use crate::standing::problems::{Problem, steps_on};
use crate::text::{Link, Text, isolated};
use std::collections::BTreeSet;

/// So many letters are listed, the latest first.
pub const MOST_LETTERS: usize = 100;

/// What came of a trial.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// Each clause in a sentence; empty where the address holds no rule.
    pub clauses: Vec<String>,
    /// How many letters, in a sentence.
    pub summary: String,
    /// The latest first.
    pub letters: Vec<Proposed>,
    /// The days of each clause, to be changed.
    pub rule: Option<Rule>,
    /// The list without a trial.
    pub off: String,
}

/// A letter that the rule would have had sent; nobody sent it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    pub on: Day,
    pub due: Day,
    /// Which letter, by which clause.
    pub what: String,
    pub problem: Link,
    pub to: Link,
    /// The letter itself. Untrusted where it quotes.
    pub draft: Text,
}

/// The trial of the rule in the address.
pub fn trial(as_of: AsOf, all: &[Problem], view: &ProblemsView) -> Option<Trial> {
    let text = view.trial.as_deref()?;
    let language = as_of.language;
    let off = Route::Problems(ProblemsView { trial: None, ..view.clone() }).href();
    let Some(rule) = Rule::read(text) else {
        let summary = words::no_rule(language).to_owned();
        return Some(Trial { clauses: vec![], summary, letters: vec![], rule: None, off });
    };
    let steps = steps_on(as_of);
    let mut letters: Vec<(&Problem, Letter)> = Vec::new();
    for problem in all {
        let own = rule.letters(as_of.ledger, &steps, problem, as_of.today, as_of.offset);
        letters.extend(own.into_iter().map(|letter| (problem, letter)));
    }
    letters.sort_by_key(|(problem, letter)| (std::cmp::Reverse(letter.on), problem.name, letter.number));
    let about: BTreeSet<EntryId> = letters.iter().map(|(problem, _)| problem.name).collect();
    let summary = words::letters(language, letters.len(), about.len(), MOST_LETTERS, as_of.today);
    letters.truncate(MOST_LETTERS);
    let clauses = (1..).zip(&rule.clauses).map(|(number, clause)| words::clause(language, number, *clause));
    Some(Trial {
        clauses: clauses.collect(),
        summary,
        letters: letters.into_iter().map(|(problem, letter)| proposed(as_of, problem, letter)).collect(),
        rule: Some(rule),
        off,
    })
}

fn proposed(as_of: AsOf, problem: &Problem, letter: Letter) -> Proposed {
    let language = as_of.language;
    let text = shared::text(language, problem.text);
    let to = shared::organisation(as_of, letter.to);
    let number = problem.number();
    let draft = words::draft(language, letter, &isolated(&to.text.words), &isolated(&text.words), &number);
    Proposed {
        on: letter.on,
        due: letter.due,
        what: words::by_clause(language, letter),
        problem: Link { text, href: shared::page(problem).href() },
        to,
        draft: Text::guessed(draft, language),
    }
}
