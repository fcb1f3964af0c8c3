//! 需答复的问题: open problems that an organisation reported or that were handed to it, and what it says of each: an
//! answer, that it asks to close it out, or that it asks for more time.

use super::check::until;
use super::words::answers as words;
use crate::ledger::kinds::{Item, ProblemState, ProblemStep};
use crate::ledger::{Batch, Entry, EntryId, Found, Ledger, Said};
use crate::plan::{Day, Month};
use crate::standing::problems::{Problem, problems};
use crate::text::{Language, Text};

/// A problem that waits for an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedProblem {
    /// The entry with which it began: an answer names it.
    pub of: EntryId,
    /// The same as text, by which a draft knows it.
    pub number: String,
    /// Untrusted.
    pub text: Text,
    /// How far it has come, and until when it is to be settled.
    pub about: String,
    /// What the officer said last, such as why it was sent back. Untrusted; may be empty.
    pub said: Text,
    pub state: ProblemState,
    pub due: Option<Day>,
    /// What can be said of it now.
    pub replies: Vec<Reply>,
}

/// What is said of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reply {
    /// How far it has come (答复).
    Answer,
    /// That it is to be closed out (申请销号).
    CloseOut,
    /// That it takes longer (申请延期).
    MoreTime,
}

/// What was typed about a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// `None` where nothing is said of it.
    pub reply: Option<Reply>,
    pub text: String,
    /// What proves that it is settled; it counts only with [`Reply::CloseOut`].
    pub evidence: String,
    /// A day, as typed; it counts only with [`Reply::MoreTime`].
    pub until: String,
    /// The entry of an earlier receipt that this one takes the place of.
    pub replaces: Option<EntryId>,
}

impl Reply {
    pub const ALL: [Self; 3] = [Self::Answer, Self::CloseOut, Self::MoreTime];

    /// The word in markup and in stored drafts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::CloseOut => "close-out",
            Self::MoreTime => "more-time",
        }
    }

    pub fn of(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reply| reply.slug() == slug)
    }

    fn step(self, until: Day, evidence: &str) -> ProblemStep {
        match self {
            Self::Answer => ProblemStep::Answered,
            Self::CloseOut => ProblemStep::CloseOutAsked { evidence: evidence.into() },
            Self::MoreTime => ProblemStep::ExtensionAsked { until },
        }
    }

    /// Whether the table of steps allows it; who asks to close out what is new has received it by that.
    fn is_possible(self, state: ProblemState) -> bool {
        let received = state.after(&ProblemStep::Received).unwrap_or(state);
        let step = self.step(Day::EPOCH, "");
        state.after(&step).or_else(|| received.after(&step)).is_some()
    }
}

impl Answer {
    pub fn is_blank(&self) -> bool {
        self.reply.is_none() && self.replaces.is_none()
    }

    /// What an entry of a receipt said, to go on from it, with the problem that it is about.
    pub fn of(id: EntryId, entry: &Entry) -> Option<(String, Self)> {
        let Said::ProblemStep { of, step, text, .. } = &entry.said else { return None };
        let answer = Self { text: text.clone(), replaces: Some(id), ..Self::default() };
        let answer = match step {
            ProblemStep::Answered => Self { reply: Some(Reply::Answer), ..answer },
            ProblemStep::CloseOutAsked { evidence } => {
                Self { reply: Some(Reply::CloseOut), evidence: evidence.clone(), ..answer }
            }
            ProblemStep::ExtensionAsked { until } => {
                Self { reply: Some(Reply::MoreTime), until: until.to_string(), ..answer }
            }
            _ => return None,
        };
        Some((Item::own_id(*of).to_string(), answer))
    }
}

/// The open problems of an organisation that something can be said of, what presses most first.
pub fn asked(ledger: &Ledger, organisation: &str, month: Month, language: Language) -> Vec<AskedProblem> {
    let steps = ledger.problem_steps();
    let own = problems(ledger, month).into_iter().filter(|one| is_own(one, organisation));
    own.filter_map(|problem| {
        let last = steps.steps_of(&problem.ids).into_iter().rev().find(is_officers_word);
        let of = ledger.origin(*problem.ids.last()?);
        let state = problem.life.state;
        let replies: Vec<Reply> = Reply::ALL.into_iter().filter(|reply| reply.is_possible(state)).collect();
        (problem.is_open() && !replies.is_empty()).then(|| AskedProblem {
            of,
            number: Item::own_id(of).to_string(),
            text: match problem.text.trim() {
                "" => Text::plain(words::deleted(language)),
                text => Text::typed(text, language),
            },
            about: words::about(language, state, problem.until),
            said: last.map_or_else(Text::default, |found| said(&found, language)),
            state,
            due: problem.until,
            replies,
        })
    })
    .collect()
}

/// Whether the organisation reported it or sees to it.
pub fn is_own(problem: &Problem, organisation: &str) -> bool {
    problem.organisation == organisation || problem.handler() == organisation
}

fn is_officers_word(found: &Found) -> bool {
    match &found.entry.said {
        Said::ProblemStep { step, text, .. } => !step.is_reported() && !text.trim().is_empty(),
        _ => false,
    }
}

fn said(found: &Found, language: Language) -> Text {
    match &found.entry.said {
        Said::ProblemStep { step, text, .. } => {
            Text::guessed(words::said(language, step.words(language), text), language)
        }
        _ => Text::default(),
    }
}

/// The entries of an answer; none where nothing is said. One that an earlier receipt said and this one does not is taken
/// back.
pub fn entries(asked: &AskedProblem, answer: &Answer, taken_back: &str) -> Vec<Entry> {
    let entry = |replaces, step, text: &str| Entry {
        replaces,
        said: Said::ProblemStep { of: asked.of, step, text: text.trim().into(), document: String::new() },
    };
    match (answer.reply, answer.replaces) {
        (None, None) => vec![],
        (None, Some(_)) => {
            vec![Entry { replaces: answer.replaces, said: Said::Withdrawal { reason: taken_back.into() } }]
        }
        (Some(reply), replaces) => {
            let day = until(&answer.until).ok().flatten().unwrap_or(Day::EPOCH);
            let step = reply.step(day, answer.evidence.trim());
            let is_first = asked.state.after(&step).is_none() && replaces.is_none();
            let received = is_first.then(|| entry(None, ProblemStep::Received, ""));
            received.into_iter().chain([entry(replaces, step, &answer.text)]).collect()
        }
    }
}

/// What an organisation said of problems in a receipt that can still be changed: it came back, or nothing has happened
/// since.
pub fn open_answers(ledger: &Ledger, batch: &Batch) -> Vec<(String, Answer)> {
    let verdict = ledger.verdict(batch.id).and_then(|id| ledger.entry(id)).map(|entry| &entry.said);
    if matches!(verdict, Some(Said::Acceptance { .. })) {
        return vec![];
    }
    let is_returned = matches!(verdict, Some(Said::Return { .. }));
    let steps = ledger.problem_steps();
    let is_last = |id: EntryId, entry: &Entry| match &entry.said {
        Said::ProblemStep { of, .. } => steps.steps_of(&[*of]).last().is_some_and(|last| last.id == id),
        _ => false,
    };
    let named = batch.named().filter(|(id, entry)| is_returned || is_last(*id, entry));
    named.filter_map(|(id, entry)| Answer::of(id, entry)).collect()
}

#[cfg(test)]
mod tests;
