//! The list of problems, as data.

use super::words;
use crate::page::shared::names;
use crate::route::{ProblemsView, Route, Tab};
use crate::standing::AsOf;
use crate::standing::Lit;
use crate::standing::board::Todo;
use crate::standing::problems::{Closing, Problem, problems_on};
use crate::standing::red_again::RedAgain;
use crate::text::{Language, Link, Text};

/// So many problems stand on the overview.
pub const MOST_ON_OVERVIEW: usize = 2;

/// Which problems are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About<'a> {
    Everything,
    /// What an organisation reported, and what was handed to it.
    Organisation(&'a str),
    /// What was reported about any of these things of the plan.
    Things(&'a [&'a str]),
}

/// The problems, what presses most first.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Problems {
    /// What the list is, with its day: a page of an earlier month lists them as they stand now.
    pub title: String,
    /// How many there are, in a sentence; empty where none was ever reported.
    pub summary: String,
    pub open: Vec<Row>,
    /// What was closed; the latest first.
    pub closed: Vec<Row>,
}

/// A problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What people wrote, which leads to the page of the problem. Untrusted, as is everything that people typed.
    pub text: Link,
    pub organisation: Link,
    /// Who sees to it; empty where nobody is named.
    pub who: Text,
    /// What it is about, if that is said.
    pub subject: Option<Link>,
    /// Until when it is to be settled.
    pub until: String,
    pub lit: Lit,
    /// How far it has come: 已签收.
    pub stage: &'static str,
    /// How it stands with its day: 逾期 12 天.
    pub state: String,
    /// Why it is first though no day presses: nobody is named, or no day; empty where both are.
    pub lacks: &'static str,
    /// Since which period it is known.
    pub since: String,
    /// What is to be said of the report in which it stands; empty for nothing.
    pub receipt: &'static str,
    /// How it was settled, by whom and when.
    pub closing: Option<Text>,
}

/// The problems that were reported up to the month of today.
pub fn list(as_of: AsOf, about: About) -> Problems {
    let all = problems_on(as_of);
    let is_listed = |problem: &&Problem| match about {
        About::Everything => true,
        About::Organisation(id) => problem.concerns(id),
        About::Things(ids) => problem.subject.is_some_and(|subject| ids.contains(&subject)),
    };
    let (open, closed): (Vec<&Problem>, Vec<&Problem>) =
        all.iter().filter(is_listed).partition(|problem| problem.is_open());
    let overdue = open.iter().filter(|problem| problem.overdue(as_of.today).is_some()).count();
    let rows = |of: Vec<&Problem>| of.into_iter().map(|problem| row(as_of, problem)).collect();
    Problems {
        title: words::title_on(as_of.language, as_of.today),
        summary: words::summary(as_of.language, open.len(), overdue, closed.len()),
        open: rows(open),
        closed: rows(closed),
    }
}

/// An organisation as a link; one that the plan does not have, as it was written.
pub fn organisation(as_of: AsOf, id: &str) -> Link {
    let AsOf { plan, language, .. } = as_of;
    plan.organisation(id).map_or_else(
        || Link { text: Text::typed(id, language), href: Tab::Responsibility.route().href() },
        |one| names::organisation(plan, one, language),
    )
}

/// The page of a problem.
pub fn page(problem: &Problem) -> Route {
    Route::Problem(problem.number())
}

/// What people wrote, and a word where it was deleted.
pub fn text(language: Language, problem: &str) -> Text {
    match problem.trim() {
        "" => Text::plain(words::of(language).deleted),
        text => Text::typed(text, language),
    }
}

/// A problem as a row.
pub fn row(as_of: AsOf, problem: &Problem) -> Row {
    let AsOf { plan, today, language, .. } = as_of;
    let overdue = problem.overdue(today);
    let (light, word) = words::light(language, problem.is_open(), overdue);
    Row {
        text: Link { text: text(language, problem.text), href: page(problem).href() },
        organisation: organisation(as_of, problem.handler()),
        who: if problem.who.is_empty() { Text::default() } else { Text::typed(problem.who, language) },
        subject: problem.subject.and_then(|id| names::told(plan, as_of.ledger, id, language)),
        until: words::until(language, problem.until),
        lit: Lit { light, word },
        stage: if problem.is_open() { problem.life.state.words(language) } else { "" },
        state: words::state(language, problem.is_open(), problem.until, today),
        lacks: words::lacks(language, problem.lacks_owner(), problem.lacks_day()),
        since: words::since(language, problem.since),
        receipt: if problem.is_open() { words::receipt(language, problem.receipt) } else { "" },
        closing: problem.closing.map(|closing| closed(as_of, closing)),
    }
}

/// Why the rule asks to open a problem again that was closed out; `None` where it does not.
pub fn reopen<'a>(as_of: AsOf<'a>, problem: &Problem<'a>) -> Option<String> {
    RedAgain::new(as_of).of(problem).map(|months| words::red_again(as_of.language, &months))
}

fn closed(as_of: AsOf, closing: Closing) -> Text {
    let batch = closing.step.batch;
    let sentence = words::closed(
        as_of.language,
        batch.written.day(as_of.offset),
        &batch.person,
        closing.text,
        closing.document,
    );
    Text::guessed(sentence, as_of.language)
}

/// The open problems that press most, as rows for the overview; the last row says how many more there are. No title
/// where nothing is open.
pub fn brief(as_of: AsOf) -> (String, Vec<Todo>) {
    let language = as_of.language;
    let Problems { open, .. } = list(as_of, About::Everything);
    if open.is_empty() {
        return (String::new(), vec![]);
    }
    // What is closed presses nobody, and the title has little room.
    let overdue = open.iter().filter(|row| row.lit.light == "red").count();
    let summary = words::summary(language, open.len(), overdue, 0);
    let more = open.len().saturating_sub(MOST_ON_OVERVIEW);
    let rows = open.into_iter().take(MOST_ON_OVERVIEW).map(|row| Todo {
        lit: row.lit,
        sentence: words::brief(language, &row.organisation.text.words, &row.state, row.lacks),
        quoted: Some(row.text.text),
        href: row.text.href,
    });
    let more = (more > 0).then(|| Todo {
        lit: Lit { light: "none", word: words::light(language, true, None).1 },
        sentence: words::more(language, more),
        quoted: None,
        href: Route::Problems(ProblemsView::default()).href(),
    });
    (words::headed(language, &summary), rows.chain(more).collect())
}
