//! 需答复的问题: the open problems that an organisation sees to, and what it says of each: an answer, that it asks to close
//! it out, or that it asks for more time.

use super::draft::Draft;
use super::sheet::Sheet;
use super::words::answers as words;
use crate::ledger::kinds::{Item, ProblemState, ProblemStep};
use crate::ledger::{Batch, Entry, EntryId, Found, Ledger, Said};
use crate::plan::{Day, Month};
use crate::rows;
use crate::standing::problems::{officers_words, problems};
use crate::text::{Language, Text};
use std::collections::BTreeSet;

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
    /// What the officer said last of each sort: what is asked, why more time was refused, why it was sent back. Untrusted.
    pub said: Vec<Text>,
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

impl AskedProblem {
    /// A problem of which the form knows nothing but its number: what is said of it can be taken out, and nothing else.
    pub fn left(number: &str, language: Language) -> Self {
        Self {
            of: Item::entry_of(number).unwrap_or(EntryId::FIRST),
            number: number.to_owned(),
            text: Text::guessed(words::not_here(language, number), language),
            about: words::why_not_here(language).to_owned(),
            said: vec![],
            state: ProblemState::New,
            due: None,
            replies: vec![],
        }
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

/// The open problems that an organisation sees to and something can be said of, what presses most first.
pub fn asked(ledger: &Ledger, organisation: &str, month: Month, language: Language) -> Vec<AskedProblem> {
    let steps = ledger.problem_steps();
    // Once it is handed to somebody else, that one answers.
    let own = problems(ledger, month).into_iter().filter(|one| one.handler() == organisation);
    own.filter_map(|problem| {
        let state = problem.life.state;
        let replies: Vec<Reply> = Reply::ALL.into_iter().filter(|reply| reply.is_possible(state)).collect();
        let said =
            || officers_words(&steps.steps_of(&problem.ids)).iter().map(|one| said(one, language)).collect();
        (problem.is_open() && !replies.is_empty()).then(|| AskedProblem {
            of: problem.name,
            number: problem.number(),
            text: match problem.text.trim() {
                "" => Text::plain(words::deleted(language)),
                text => Text::typed(text, language),
            },
            about: words::about(language, state, problem.until),
            said: said(),
            state,
            due: problem.until,
            replies,
        })
    })
    .collect()
}

fn said(found: &Found, language: Language) -> Text {
    match &found.entry.said {
        Said::ProblemStep { step, text, document, .. } => {
            Text::guessed(words::said(language, step, text, document), language)
        }
        _ => Text::default(),
    }
}

/// Whether two problems may be one: most pairs of neighbouring letters of the shorter text are in the other one too.
pub fn resembles(one: &str, other: &str) -> bool {
    let pairs = |text: &str| -> BTreeSet<(char, char)> {
        let letters: Vec<char> = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
        letters.iter().copied().zip(letters.iter().copied().skip(1)).collect()
    };
    let (one, other) = (pairs(one), pairs(other));
    let shared = one.intersection(&other).count();
    let is_same = one == other && !one.is_empty();
    is_same || (shared > 2 && shared * 10 >= one.len().min(other.len()) * 6)
}

/// What the draft says of problems that the sheet does not ask about, by their numbers: they are settled, put aside or
/// handed on by now, or the form was opened without the link that brought them.
pub fn left<'a>(sheet: &'a Sheet, draft: &'a Draft) -> impl Iterator<Item = (&'a str, &'a Answer)> {
    let is_left = |number: &str| sheet.asked_problems.iter().all(|asked| asked.number != number);
    let said = draft.answers.iter().map(|(number, answer)| (number.as_str(), answer));
    said.filter(move |(number, answer)| !answer.is_blank() && is_left(number))
}

/// The entries of an answer to a problem that the sheet does not ask about. One that an earlier receipt said is said again
/// as it was, or taken back; a new one has no place here, and the check of the form says so.
pub fn entries_of_left(number: &str, answer: &Answer, taken_back: &str) -> Vec<Entry> {
    match Item::entry_of(number).filter(|_| answer.replaces.is_some()) {
        Some(of) => said_again(of, false, answer, taken_back),
        None => vec![],
    }
}

/// The entries of an answer; none where nothing is said. One that an earlier receipt said and this one does not is taken
/// back.
pub fn entries(asked: &AskedProblem, answer: &Answer, taken_back: &str) -> Vec<Entry> {
    let is_first = answer.reply.is_some_and(|reply| {
        let is_new = asked.state.after(&ProblemStep::Received).is_some();
        is_new && asked.state.after(&reply.step(Day::EPOCH, "")).is_none()
    });
    said_again(asked.of, is_first, answer, taken_back)
}

/// `is_first`: it has to be received by that. Of a receipt that was returned that it was received came back too.
fn said_again(of: EntryId, is_first: bool, answer: &Answer, taken_back: &str) -> Vec<Entry> {
    let entry = |replaces, step, text: &str| Entry {
        replaces,
        said: Said::ProblemStep { of, step, text: text.trim().into(), document: String::new() },
    };
    match (answer.reply, answer.replaces) {
        (None, None) => vec![],
        (None, Some(_)) => {
            vec![Entry { replaces: answer.replaces, said: Said::Withdrawal { reason: taken_back.into() } }]
        }
        (Some(reply), replaces) => {
            let day = rows::day(&answer.until).ok().flatten().unwrap_or(Day::EPOCH);
            let step = reply.step(day, answer.evidence.trim());
            let received = is_first.then(|| entry(None, ProblemStep::Received, ""));
            received.into_iter().chain([entry(replaces, step, &answer.text)]).collect()
        }
    }
}

/// What an organisation has said of problems in a period, whatever became of it.
pub fn answered(ledger: &Ledger, organisation: &str, month: Month) -> Vec<EntryId> {
    let own = ledger.of_month(month).filter(|batch| *batch.organisation == *organisation);
    let is_step = |entry: &Entry| matches!(entry.said, Said::ProblemStep { .. });
    own.flat_map(Batch::named).filter(|(_, entry)| is_step(entry)).map(|(id, _)| id).collect()
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
