//! Drafts as they are kept on the device: JSON with a version, and limits on reading.

use super::answers::{Answer, Reply};
use super::draft::{Choice, Draft, Figure, Problem, Step};
use crate::ledger::codec::Numbered;
use crate::ledger::{BatchId, EntryId, Moment, Stage};
use serde::{Deserialize, Serialize};

/// The version that this release writes.
const VERSION: u32 = 1;

/// Longest text that is read, in bytes: what storage keeps of a note, each unit a Chinese letter.
const MOST_BYTES: usize = 3 * crate::storage::MAX_NOTE_UNITS;
/// Most items of one sort.
const MOST_ITEMS: usize = 1_000;

/// A kept draft cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A newer release wrote it.
    Newer,
    Damaged,
}

#[derive(Serialize, Deserialize)]
struct Head {
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    person: String,
    figures: Vec<StoredFigure>,
    steps: Vec<StoredStep>,
    problems: Vec<StoredProblem>,
    /// Drafts of earlier releases have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    answers: Vec<StoredAnswer>,
    /// When it was kept, in seconds since 1970; drafts of earlier releases have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<u64>,
    /// How many items are filled in, for whoever only says that there is a draft: `page::keep::banner`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    filled: Option<usize>,
}

#[derive(Serialize, Deserialize)]
struct StoredFigure {
    id: String,
    choice: String,
    text: String,
    evidence: String,
    note: String,
}

#[derive(Serialize, Deserialize)]
struct StoredStep {
    id: String,
    /// 0 not started, 1 under way, 2 done.
    stage: Option<u8>,
    note: String,
}

#[derive(Serialize, Deserialize)]
struct StoredProblem {
    text: String,
    who: String,
    until: String,
    subject: Option<String>,
    replaces: Option<StoredName>,
    withdrawn: bool,
}

#[derive(Serialize, Deserialize)]
struct StoredAnswer {
    problem: String,
    reply: Option<String>,
    text: String,
    evidence: String,
    until: String,
    replaces: Option<StoredName>,
}

/// Writer in hexadecimal (JSON's numbers end at 53 bits), sequence, index.
type StoredName = (String, u32, u32);

impl Draft {
    /// The draft as text to keep.
    pub fn write(&self) -> String {
        self.written(None)
    }

    /// The draft as text to keep, with the moment at which it is kept.
    pub fn write_at(&self, now: Moment) -> String {
        self.written(Some(now.0))
    }

    /// When a draft that [`Draft::read`] reads was kept; none where it does not say so, or names no moment of the
    /// calendar.
    pub fn kept_at(text: &str) -> Option<Moment> {
        Stored::read(text).ok()?.at.map(Moment).filter(|at| !at.is_beyond())
    }

    fn written(&self, at: Option<u64>) -> String {
        let stored = Stored {
            version: VERSION,
            person: self.person.clone(),
            figures: self.figures.iter().map(|(id, figure)| StoredFigure::of(id, figure)).collect(),
            steps: self.steps.iter().map(|(id, step)| StoredStep::of(id, step)).collect(),
            problems: self.problems.iter().map(StoredProblem::of).collect(),
            answers: self.answers.iter().map(|(number, answer)| StoredAnswer::of(number, answer)).collect(),
            at,
            filled: at.map(|_| self.filled()),
        };
        // Strings and small numbers: nothing in it can fail to be written.
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// Reads a kept draft.
    ///
    /// # Errors
    /// See [`Unread`]. The caller begins with an empty draft and says so.
    pub fn read(text: &str) -> Result<Self, Unread> {
        Stored::read(text)?.draft().ok_or(Unread::Damaged)
    }
}

impl Stored {
    fn read(text: &str) -> Result<Self, Unread> {
        if text.len() > MOST_BYTES {
            return Err(Unread::Damaged);
        }
        let head: Head = serde_json::from_str(text).map_err(|_| Unread::Damaged)?;
        if head.version > VERSION {
            return Err(Unread::Newer);
        }
        serde_json::from_str(text).map_err(|_| Unread::Damaged)
    }

    fn draft(self) -> Option<Draft> {
        let most = [self.figures.len(), self.steps.len(), self.problems.len(), self.answers.len()];
        if self.version != VERSION || most.iter().any(|count| *count > MOST_ITEMS) {
            return None;
        }
        let problems = self.problems.into_iter().zip(0..);
        Some(Draft {
            person: self.person,
            figures: self.figures.into_iter().map(StoredFigure::figure).collect::<Option<_>>()?,
            steps: self.steps.into_iter().map(StoredStep::step).collect::<Option<_>>()?,
            problems: problems.map(|(problem, number)| problem.problem(number)).collect::<Option<_>>()?,
            answers: self.answers.into_iter().map(StoredAnswer::answer).collect::<Option<_>>()?,
        })
    }
}

impl StoredFigure {
    fn of(id: &str, figure: &Figure) -> Self {
        Self {
            id: id.into(),
            choice: figure.choice.slug().into(),
            text: figure.text.clone(),
            evidence: figure.evidence.clone(),
            note: figure.note.clone(),
        }
    }

    fn figure(self) -> Option<(String, Figure)> {
        let choice = Choice::of(&self.choice)?;
        Some((self.id, Figure { choice, text: self.text, evidence: self.evidence, note: self.note }))
    }
}

impl StoredStep {
    fn of(id: &str, step: &Step) -> Self {
        Self { id: id.into(), stage: step.stage.map(Numbered::number), note: step.note.clone() }
    }

    fn step(self) -> Option<(String, Step)> {
        let stage = match self.stage {
            Some(number) => Some(Stage::of(number)?),
            None => None,
        };
        Some((self.id, Step { stage, note: self.note }))
    }
}

impl StoredProblem {
    fn of(problem: &Problem) -> Self {
        Self {
            text: problem.text.clone(),
            who: problem.who.clone(),
            until: problem.until.clone(),
            subject: problem.subject.clone(),
            replaces: problem.replaces.map(stored_name),
            withdrawn: problem.is_withdrawn,
        }
    }

    fn problem(self, number: u32) -> Option<Problem> {
        let replaces = read_name(self.replaces)?;
        let Self { text, who, until, subject, withdrawn, .. } = self;
        Some(Problem { number, text, who, until, subject, replaces, is_withdrawn: withdrawn })
    }
}

impl StoredAnswer {
    fn of(number: &str, answer: &Answer) -> Self {
        Self {
            problem: number.into(),
            reply: answer.reply.map(|reply| reply.slug().into()),
            text: answer.text.clone(),
            evidence: answer.evidence.clone(),
            until: answer.until.clone(),
            replaces: answer.replaces.map(stored_name),
        }
    }

    fn answer(self) -> Option<(String, Answer)> {
        let reply = match self.reply {
            Some(slug) => Some(Reply::of(&slug)?),
            None => None,
        };
        let replaces = read_name(self.replaces)?;
        let Self { problem, text, evidence, until, .. } = self;
        Some((problem, Answer { reply, text, evidence, until, replaces }))
    }
}

fn stored_name(id: EntryId) -> StoredName {
    (format!("{:x}", id.batch.writer), id.batch.sequence, id.index)
}

/// None where the name is no name.
fn read_name(name: Option<StoredName>) -> Option<Option<EntryId>> {
    let Some((writer, sequence, index)) = name else { return Some(None) };
    let writer = u64::from_str_radix(&writer, 16).ok()?;
    Some(Some(EntryId { batch: BatchId { writer, sequence }, index }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Draft {
        let mut draft = Draft { person: "王工".into(), ..Draft::default() };
        *draft.figure_mut("a") = Figure {
            choice: Choice::Value,
            text: "１２，３".into(),
            evidence: "\"名单\"".into(),
            note: "\n".into(),
        };
        draft.figure_mut("b").choice = Choice::NotYetPublished;
        *draft.step_mut("m") = Step { stage: Some(Stage::Done), note: "<b>".into() };
        draft.step_mut("n").note = "只写了字".into();
        draft.add_problem();
        let number = draft.add_problem();
        let problem = draft.problem_mut(number).unwrap();
        problem.until = "明天".into();
        problem.subject = Some("a".into());
        problem.is_withdrawn = true;
        problem.replaces = Some(EntryId { batch: BatchId { writer: u64::MAX, sequence: 7 }, index: 3 });
        *draft.answer_mut("3f.2.1") = Answer {
            reply: Some(Reply::MoreTime),
            text: "等待批复".into(),
            until: "2024-10-31".into(),
            ..Answer::default()
        };
        let answer = draft.answer_mut("3f.2.2");
        answer.evidence = "照片".into();
        answer.replaces = Some(EntryId { batch: BatchId { writer: 1, sequence: 7 }, index: 4 });
        draft
    }

    #[test]
    fn a_draft_reads_back_as_it_was_typed() {
        assert_eq!(Draft::read(&full().write()), Ok(full()));
        assert_eq!(Draft::read(&Draft::default().write()), Ok(Draft::default()));
    }

    /// walk a34: a draft says when it was kept, and is the same draft.
    #[test]
    fn a_draft_knows_when_it_was_kept() {
        let text = full().write_at(Moment(1_725_345_120));
        assert_eq!((Draft::read(&text), Draft::kept_at(&text)), (Ok(full()), Some(Moment(1_725_345_120))));
        assert_eq!(Draft::kept_at(&full().write()), None);
        let of = |at: &str| Draft::kept_at(&text.replace("1725345120", at));
        assert_eq!((of("7258118399"), of("7258118400"), of("-1")), (Some(Moment(7_258_118_399)), None, None));
        let long = full().write_at(Moment(1)).replace("王工", &"王".repeat(MOST_BYTES));
        assert_eq!(Draft::kept_at(&long), None);
    }

    /// What version 1 wrote is read for ever.
    #[test]
    fn the_first_version_is_read() {
        let kept = r#"{"version":1,"person":"王工","figures":[{"id":"a","choice":"value","text":"14","evidence":"","note":""}],"steps":[{"id":"m","stage":1,"note":""}],"problems":[{"text":"缺","who":"","until":"","subject":null,"replaces":["ff",0,2],"withdrawn":false}]}"#;
        let draft = Draft::read(kept).unwrap();
        assert_eq!(draft.figures["a"].text, "14");
        assert_eq!(draft.steps["m"].stage, Some(Stage::Underway));
        assert_eq!(draft.problems[0].replaces.unwrap().batch.writer, 255);
        assert_eq!(draft.write(), kept);
    }

    #[test]
    fn what_is_newer_or_damaged_is_told_apart() {
        let good = full().write();
        let cases = [
            (String::new(), Unread::Damaged),
            ("null".into(), Unread::Damaged),
            (good[..good.len() - 1].into(), Unread::Damaged),
            (good.replace("\"version\":1", "\"version\":2"), Unread::Newer),
            (r#"{"version":9,"all":"other"}"#.into(), Unread::Newer),
            (good.replace("\"version\":1", "\"version\":0"), Unread::Damaged),
            (good.replace("not-yet", "perhaps"), Unread::Damaged),
            (good.replace("more-time", "perhaps"), Unread::Damaged),
            (good.replace("\"stage\":2", "\"stage\":3"), Unread::Damaged),
            (good.replace("ffffffffffffffff", "1ffffffffffffffff"), Unread::Damaged),
            (good.replace("王工", &"王".repeat(MOST_BYTES)), Unread::Damaged),
            ("[".repeat(100_000), Unread::Damaged),
        ];
        for (text, unread) in cases {
            assert_eq!(Draft::read(&text), Err(unread), "{}", &text[..text.len().min(80)]);
        }
    }

    #[test]
    fn more_items_than_any_form_has_are_refused() {
        let all: [fn(&mut Draft, usize); 4] = [
            |draft, number| *draft.figure_mut(&number.to_string()) = Figure::default(),
            |draft, number| *draft.step_mut(&number.to_string()) = Step::default(),
            |draft, _| _ = draft.add_problem(),
            |draft, number| *draft.answer_mut(&number.to_string()) = Answer::default(),
        ];
        for add in all {
            let many = |count: usize| {
                let mut draft = Draft::default();
                (0..count).for_each(|number| add(&mut draft, number));
                Draft::read(&draft.write()).is_ok()
            };
            assert!(many(MOST_ITEMS) && !many(MOST_ITEMS + 1));
        }
    }
}
