//! What was typed into the form so far, as it was typed. Nothing here says whether it is right: see `check`.

use super::answers::Answer;
use crate::ledger::{Batch, EntryId, Report, Said, Stage};
use std::collections::BTreeMap;

/// What was typed for one organisation and period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Who fills in, as they call themselves.
    pub person: String,
    /// By identifier of the indicator.
    pub figures: BTreeMap<String, Figure>,
    /// By identifier of the measure or milestone.
    pub steps: BTreeMap<String, Step>,
    pub problems: Vec<Problem>,
    /// What is said of problems that wait for an answer, by their numbers.
    pub answers: BTreeMap<String, Answer>,
}

/// What was typed about an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    pub choice: Choice,
    /// The figure as typed; it counts only where the choice is [`Choice::Value`].
    pub text: String,
    pub evidence: String,
    pub note: String,
}

/// What is reported in place of a figure, or that it is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    #[default]
    Value,
    NoChange,
    NothingToReport,
    NotYetPublished,
}

/// What was chosen for a measure or milestone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    pub stage: Option<Stage>,
    pub note: String,
}

/// A problem as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// Tells the problems of a draft apart while some are taken out; no two have the same.
    pub number: u32,
    pub text: String,
    pub who: String,
    /// A day, as typed: `2024-09-30`.
    pub until: String,
    /// The indicator, measure or milestone that it is about.
    pub subject: Option<String>,
    /// The entry of an earlier receipt that this one takes the place of.
    pub replaces: Option<EntryId>,
    /// It was in an earlier receipt and is taken back.
    pub is_withdrawn: bool,
}

impl Choice {
    pub const ALL: [Self; 4] = [Self::Value, Self::NoChange, Self::NothingToReport, Self::NotYetPublished];

    /// The word in markup and in stored drafts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::NoChange => "no-change",
            Self::NothingToReport => "nothing",
            Self::NotYetPublished => "not-yet",
        }
    }

    pub fn of(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.slug() == slug)
    }
}

impl Figure {
    /// Whether anything is reported; evidence and note alone report nothing.
    pub fn is_filled(&self) -> bool {
        self.choice != Choice::Value || !self.text.trim().is_empty()
    }

    fn is_blank(&self) -> bool {
        !self.is_filled() && self.evidence.trim().is_empty() && self.note.trim().is_empty()
    }
}

impl Step {
    fn is_blank(&self) -> bool {
        self.stage.is_none() && self.note.trim().is_empty()
    }
}

impl Problem {
    /// Whether nothing was typed into it.
    pub fn is_blank(&self) -> bool {
        [&self.text, &self.who, &self.until].iter().all(|text| text.trim().is_empty())
    }
}

impl Draft {
    /// Whether a stage was chosen for a measure or milestone, or a sentence typed about it.
    pub fn says_of(&self, id: &str) -> bool {
        self.steps.get(id).is_some_and(|step| !step.is_blank())
    }

    /// Whether anything was typed or chosen about an indicator.
    pub fn tells_of(&self, id: &str) -> bool {
        self.figures.get(id).is_some_and(|figure| !figure.is_blank())
    }

    /// What a batch holds, to go on from it: of a receipt that was returned, or to correct one.
    pub fn from_batch(batch: &Batch) -> Self {
        let mut draft = Self { person: batch.person.clone(), ..Self::default() };
        for (id, entry) in batch.named() {
            match &entry.said {
                Said::Actual { indicator, report, evidence, note, .. } => {
                    let (choice, text) = match report {
                        Report::Value(value) => (Choice::Value, value.to_string()),
                        Report::NoChange => (Choice::NoChange, String::new()),
                        Report::NothingToReport => (Choice::NothingToReport, String::new()),
                        Report::NotYetPublished => (Choice::NotYetPublished, String::new()),
                    };
                    let figure = Figure { choice, text, evidence: evidence.clone(), note: note.clone() };
                    draft.figures.insert(indicator.to_string(), figure);
                }
                Said::Progress { subject, stage, note } => {
                    let step = Step { stage: Some(*stage), note: note.clone() };
                    draft.steps.insert(subject.to_string(), step);
                }
                Said::Problem { subject, text, who, until } => {
                    draft.problems.push(Problem {
                        number: draft.next_number(),
                        text: text.clone(),
                        who: who.clone(),
                        until: until.map(|day| day.to_string()).unwrap_or_default(),
                        subject: subject.as_deref().map(str::to_owned),
                        replaces: Some(id),
                        is_withdrawn: false,
                    });
                }
                // A receipt holds nothing else that is filled in here.
                Said::Submission
                | Said::Baseline { .. }
                | Said::Acceptance { .. }
                | Said::Return { .. }
                | Said::Lock { .. }
                | Said::YearTarget { .. }
                | Said::Judgement { .. }
                | Said::BasisDecision { .. }
                | Said::Rule(_)
                | Said::Withdrawal { .. }
                | Said::Redaction { .. }
                | Said::ProblemStep { .. }
                | Said::Window { .. }
                | Said::StartOfUse { .. }
                | Said::Item(_)
                | Said::Member(_)
                | Said::Adjustment(_)
                | Said::Allotment { .. }
                | Said::AssessmentRule(_)
                | Said::Verdict(_)
                | Said::Case(_)
                | Said::Issue(_)
                | Said::Decision(_) => {}
            }
        }
        draft
    }

    /// The draft with what another one says; of what both say, the other's.
    pub fn with(mut self, other: Self) -> Self {
        self.figures.extend(other.figures);
        self.steps.extend(other.steps);
        self.problems.extend(other.problems);
        self.answers.extend(other.answers);
        Self { person: other.person, ..self }
    }

    /// How many figures, stages and problems something was typed or chosen for.
    pub fn filled(&self) -> usize {
        self.figures.values().filter(|figure| figure.is_filled()).count()
            + self.steps.values().filter(|step| !step.is_blank()).count()
            + self.problems.iter().filter(|problem| !problem.is_withdrawn && !problem.is_blank()).count()
            + self.answers.values().filter(|answer| answer.reply.is_some()).count()
    }

    /// Whether nothing was typed beside the name.
    pub fn is_blank(&self) -> bool {
        self.figures.values().all(Figure::is_blank)
            && self.steps.values().all(Step::is_blank)
            && self.problems.iter().all(|problem| problem.is_blank() && problem.replaces.is_none())
            && self.answers.values().all(Answer::is_blank)
    }

    /// What was typed about a problem that waits for an answer, to change it.
    pub fn answer_mut(&mut self, number: &str) -> &mut Answer {
        self.answers.entry(number.to_owned()).or_default()
    }

    /// Adds an empty problem and tells its number.
    pub fn add_problem(&mut self) -> u32 {
        let number = self.next_number();
        self.problems.push(Problem { number, ..Problem::default() });
        number
    }

    /// Takes a problem out. One that an earlier receipt told stays, as withdrawn, so that the next receipt
    /// takes it back.
    pub fn remove_problem(&mut self, number: u32) {
        self.problems.retain(|problem| problem.number != number || problem.replaces.is_some());
        if let Some(problem) = self.problem_mut(number) {
            problem.is_withdrawn = true;
        }
    }

    pub fn problem(&self, number: u32) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.number == number)
    }

    pub fn problem_mut(&mut self, number: u32) -> Option<&mut Problem> {
        self.problems.iter_mut().find(|problem| problem.number == number)
    }

    /// What was typed about an indicator, to change it.
    pub fn figure_mut(&mut self, indicator: &str) -> &mut Figure {
        self.figures.entry(indicator.to_owned()).or_default()
    }

    /// What was chosen for a measure or milestone, to change it.
    pub fn step_mut(&mut self, subject: &str) -> &mut Step {
        self.steps.entry(subject.to_owned()).or_default()
    }

    pub(super) fn next_number(&self) -> u32 {
        self.problems.iter().map(|problem| problem.number).max().map_or(0, |number| number.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::plan::Day;

    #[test]
    fn a_returned_receipt_comes_back_as_it_was_typed() {
        let report = |report| {
            entry(Said::Actual {
                indicator: "b".into(),
                district: Some("haicheng".into()),
                report,
                evidence: "名单".into(),
                note: "注".into(),
            })
        };
        let problem = Said::Problem {
            subject: Some("a".into()),
            text: "缺场地".into(),
            who: "张三".into(),
            until: Day::parse("2024-09-30"),
        };
        let progress = Said::Progress { subject: "m".into(), stage: Stage::Done, note: "成".into() };
        let id = BatchId { writer: 1, sequence: 2 };
        let entries = [
            actual("a", "17.60"),
            report(Report::NotYetPublished),
            entry(progress),
            entry(problem),
            entry(Said::Submission),
        ];
        let draft = Draft::from_batch(&batch(id, 3, 8, entries));
        assert_eq!(draft.person, "王工");
        assert_eq!(draft.figures["a"], Figure { text: "17.60".into(), ..Figure::default() });
        let b = &draft.figures["b"];
        assert_eq!((b.choice, b.evidence.as_str(), b.note.as_str()), (Choice::NotYetPublished, "名单", "注"));
        assert_eq!(draft.steps["m"], Step { stage: Some(Stage::Done), note: "成".into() });
        let told = &draft.problems[0];
        assert_eq!(told.replaces, Some(EntryId { batch: id, index: 3 }));
        assert_eq!((told.until.as_str(), told.subject.as_deref()), ("2024-09-30", Some("a")));
        assert!(!draft.is_blank());
    }

    #[test]
    fn a_problem_that_was_told_is_taken_back_and_a_new_one_just_goes() {
        let mut draft = Draft::default();
        let (first, second) = (draft.add_problem(), draft.add_problem());
        assert_ne!(first, second);
        let id = BatchId { writer: 1, sequence: 0 };
        draft.problem_mut(first).unwrap().replaces = Some(EntryId { batch: id, index: 0 });
        draft.remove_problem(first);
        draft.remove_problem(second);
        assert_eq!(draft.problems.len(), 1);
        assert!(draft.problems[0].is_withdrawn);
        assert_ne!(draft.add_problem(), first);
    }

    #[test]
    fn white_space_is_nothing_typed() {
        let mut draft = Draft::default();
        draft.figure_mut("a").text = " \u{3000}".into();
        draft.step_mut("m").note = " ".into();
        draft.add_problem();
        assert!(draft.is_blank());
        draft.figure_mut("a").choice = Choice::NothingToReport;
        assert!(!draft.is_blank());
    }
}
