//! The open problems of an organisation in a fill-in link: what they are, how they stand, and under which name the records
//! of whoever asks know them, so that an answer finds its problem.
//!
//! Each is an entry that words the problem anew: by its `replaces` it is known under the name with which it began. Names of
//! people stay away.

use crate::ledger::kinds::{ProblemState, ProblemStep};
use crate::ledger::known::ProblemSteps;
use crate::ledger::{Batch, Entry, EntryId, Id, Ledger, Said};
use crate::plan::Month;
use crate::standing::problems::{Problem, officers_words, problems};
use std::collections::BTreeSet;

/// So many problems go with a link, what presses most first: it is still to fit into a chat.
pub const MOST_PROBLEMS: usize = 12;
/// So many steps say which problems are not to be answered any more.
const MOST_SETTLED: usize = 24;
/// So many letters of each text.
const MOST_LETTERS_ASKED: usize = 200;
/// Most steps that are read of each problem.
const MOST_STEPS: usize = 6;

/// What a link says of problems.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The open problems that the organisation sees to, worded anew, with the steps to where they stand.
    pub open: Vec<Entry>,
    /// That others which it knows are closed, put aside or handed on: its own device has not heard of that.
    pub settled: Vec<Entry>,
    /// How many more it has to answer than go with the link.
    pub left_out: usize,
}

/// What a link says of the problems that an organisation reported or sees to, as they stand at a month's end.
pub fn asked(ledger: &Ledger, organisation: &str, until: Month) -> Asked {
    let (all, steps) = (problems(ledger, until), ledger.problem_steps());
    let is_asked = |one: &&Problem| {
        let is_open = one.is_open() && one.life.state != ProblemState::Suspended;
        one.handler() == organisation && is_open && !one.text.trim().is_empty()
    };
    let (open, others): (Vec<&Problem>, Vec<&Problem>) =
        all.iter().filter(|one| one.concerns(organisation)).partition(is_asked);
    let asked = open.iter().take(MOST_PROBLEMS);
    let settled = others.into_iter().flat_map(|problem| settled(ledger, problem));
    Asked {
        left_out: open.len().saturating_sub(MOST_PROBLEMS),
        open: asked.flat_map(|problem| of(&steps, problem)).collect(),
        settled: settled.take(MOST_SETTLED).collect(),
    }
}

/// Whether the entries are the open problems of a link, and not more than such a link holds.
pub fn is_sound(batch: &Batch) -> bool {
    let is_problem = |entry: &&Entry| matches!(entry.said, Said::Problem { .. });
    let count = batch.entries.iter().filter(is_problem).count();
    let is_one = |entry: &Entry| match &entry.said {
        Said::Problem { who, .. } => entry.replaces.is_some() && who.is_empty(),
        Said::ProblemStep { .. } => entry.replaces.is_none(),
        _ => false,
    };
    count > 0
        && count <= MOST_PROBLEMS
        && batch.entries.len() <= MOST_PROBLEMS * (MOST_STEPS + 1)
        && batch.entries.iter().all(is_one)
}

/// Whether the entries are what a link says of problems that are not to be answered any more.
pub fn is_settled(batch: &Batch) -> bool {
    let is_one = |entry: &Entry| match &entry.said {
        Said::ProblemStep { step, .. } => entry.replaces.is_none() && !step.is_reported(),
        _ => false,
    };
    batch.entries.len() <= MOST_SETTLED && batch.entries.iter().all(is_one)
}

fn step(of: EntryId, step: ProblemStep, text: &str, document: &str) -> Entry {
    let said = Said::ProblemStep { of, step, text: short(text), document: short(document) };
    Entry { replaces: None, said }
}

/// The problem, then what the officer said of it, such that the last step leads to where it stands.
fn of(steps: &ProblemSteps, problem: &Problem) -> Vec<Entry> {
    let told = Said::Problem {
        subject: problem.subject.map(Into::into),
        text: short(problem.text),
        who: String::new(),
        until: problem.until,
    };
    let (mut decided, mut words) = (None, None);
    let (mut order, mut since) = (("", ""), ("", ""));
    for found in officers_words(&steps.steps_of(&problem.ids)) {
        let Said::ProblemStep { step: one, text, document, .. } = &found.entry.said else { continue };
        match one {
            ProblemStep::Assigned { .. } => order = (text, document),
            ProblemStep::ExtensionGranted { .. } | ProblemStep::ExtensionRefused => {
                decided = Some(step(problem.name, one.clone(), text, document));
            }
            _ if problem.life.since.is_some_and(|since| since.id == found.id) => since = (text, document),
            _ => words = Some(step(problem.name, one.clone(), text, document)),
        }
    }
    let handed = problem.life.assigned.map(|to| {
        // The day that holds, whatever was granted before it was handed over.
        let assigned = ProblemStep::Assigned { to: to.clone(), until: problem.until };
        step(problem.name, assigned, order.0, order.1)
    });
    let mut stands = steps_to(problem.life.state);
    let last = stands.pop().map(|one| step(problem.name, one, since.0, since.1));
    let stands = stands.into_iter().map(|one| step(problem.name, one, "", "")).chain(last);
    let asked = problem
        .life
        .asked
        .map(|asked| step(problem.name, ProblemStep::ExtensionAsked { until: asked.until }, "", ""));
    let problem = Entry { replaces: Some(problem.name), said: told };
    let before = [Some(problem), decided, handed, words].into_iter().flatten();
    before.chain(stands).chain(asked).collect()
}

/// That a problem is closed, put aside or handed on, of each report that says it; the form shows none of it, so that no
/// word of it has to find room.
fn settled(ledger: &Ledger, problem: &Problem) -> Vec<Entry> {
    let said = match problem.life.state {
        ProblemState::Closed => ProblemStep::Closed,
        ProblemState::Suspended => ProblemStep::Suspended,
        _ => ProblemStep::Assigned { to: Id::from(problem.handler()), until: None },
    };
    let begun: BTreeSet<EntryId> = problem.ids.iter().map(|id| ledger.origin(*id)).collect();
    begun.into_iter().map(|of| step(of, said.clone(), "", "")).collect()
}

/// The steps after which a problem stands so, by the table; the fewest there are.
fn steps_to(state: ProblemState) -> Vec<ProblemStep> {
    let asked = || ProblemStep::CloseOutAsked { evidence: String::new() };
    match state {
        ProblemState::New => vec![],
        ProblemState::Received => vec![ProblemStep::Received],
        ProblemState::Underway => vec![ProblemStep::Answered],
        ProblemState::CloseOutAsked => vec![asked()],
        ProblemState::Checking => vec![asked(), ProblemStep::CheckBegun],
        ProblemState::SentBack => vec![ProblemStep::SentBack],
        ProblemState::Closed => vec![ProblemStep::Closed],
        ProblemState::Suspended => vec![ProblemStep::Suspended],
        ProblemState::Reopened => vec![ProblemStep::Closed, ProblemStep::Reopened],
    }
}

fn short(text: &str) -> String {
    text.chars().take(MOST_LETTERS_ASKED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{batch, day, month, officer, plan};
    use crate::ledger::samples::entry;
    use crate::ledger::{BatchId, codec};
    use crate::text::Language::Zh;

    fn problem(text: &str) -> Said {
        let until = Some(day("2024-09-30"));
        Said::Problem { subject: Some("alliances".into()), text: text.into(), who: "李强".into(), until }
    }

    fn at(writer: u64) -> EntryId {
        EntryId { batch: BatchId { writer, sequence: 0 }, index: 0 }
    }

    fn step(writer: u64, step: ProblemStep) -> Said {
        Said::ProblemStep { of: at(writer), step, text: "写细一点".into(), document: String::new() }
    }

    /// A device that knows nothing but the link.
    fn lent(entries: Vec<Entry>) -> Ledger {
        let batch = Batch { entries, ..batch(77, "2024-09-05", "haicheng", []) };
        assert!(is_sound(&batch));
        let vocabulary = codec::Vocabulary::of(&plan());
        let read = codec::decode(&codec::encode(&[batch], Some(&vocabulary)), &vocabulary);
        Ledger::new(read.expect("it is short"))
    }

    /// Whatever the state, whoever gets the link sees it, with the due day and the name under which it is known.
    #[test]
    fn a_problem_arrives_in_its_state_under_the_name_with_which_it_began() {
        let apply = || ProblemStep::CloseOutAsked { evidence: "照片".into() };
        let lives: [(ProblemState, Vec<ProblemStep>); 7] = [
            (ProblemState::New, vec![]),
            (ProblemState::Received, vec![ProblemStep::Received]),
            (ProblemState::Underway, vec![ProblemStep::Received, ProblemStep::Answered]),
            (ProblemState::CloseOutAsked, vec![ProblemStep::Received, apply()]),
            (ProblemState::Checking, vec![ProblemStep::Received, apply(), ProblemStep::CheckBegun]),
            (ProblemState::SentBack, vec![ProblemStep::Received, apply(), ProblemStep::SentBack]),
            (
                ProblemState::Reopened,
                vec![ProblemStep::Received, apply(), ProblemStep::Closed, ProblemStep::Reopened],
            ),
        ];
        for (state, steps) in lives {
            let steps = steps.into_iter().map(|one| step(1, one));
            // Worded anew before anything was done with it: the number stays that of the first wording.
            let anew = Entry { replaces: Some(at(1)), said: problem("缺地") };
            let ledger = Ledger::new([
                batch(1, "2024-09-02", "haicheng", [problem("缺")]),
                Batch { entries: vec![anew], ..batch(8, "2024-09-02", "haicheng", []) },
                officer(2, "2024-09-03", steps),
            ]);
            let there = lent(asked(&ledger, "haicheng", month("2024-09")).open);
            let all = problems(&there, month("2024-09"));
            let [one] = all.as_slice() else { panic!("{state:?} {all:?}") };
            assert_eq!(
                (one.life.state, one.text, one.who, one.until),
                (state, "缺地", "", Some(day("2024-09-30")))
            );
            assert_eq!(one.name, at(1), "{state:?}");
        }
    }

    #[test]
    fn those_that_were_handed_to_it_go_with_it_and_what_is_settled_or_anothers_does_not() {
        let ledger = Ledger::new([
            batch(1, "2024-09-02", "taian", [problem("交来的")]),
            batch(2, "2024-09-02", "taian", [problem("别家的")]),
            batch(3, "2024-09-02", "haicheng", [problem("已销号的")]),
            batch(4, "2024-09-02", "haicheng", [problem("中止的")]),
            officer(
                5,
                "2024-09-03",
                [
                    step(1, ProblemStep::Assigned { to: "haicheng".into(), until: Some(day("2024-10-31")) }),
                    step(3, ProblemStep::Closed),
                    step(4, ProblemStep::Suspended),
                ],
            ),
        ]);
        let there = lent(asked(&ledger, "haicheng", month("2024-09")).open);
        let all = problems(&there, month("2024-09"));
        let [one] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((one.text, one.handler(), one.until), ("交来的", "haicheng", Some(day("2024-10-31"))));
    }

    /// What the officer said reaches whoever sees to it: what is asked, why more time was refused, why it came back; and
    /// that the last of it was answered meanwhile does not take it away.
    #[test]
    fn the_officers_reasons_go_with_the_link() {
        let said = |one, text: &str, document: &str| Said::ProblemStep {
            of: at(1),
            step: one,
            text: text.into(),
            document: document.into(),
        };
        let until = day("2024-12-31");
        let ledger = Ledger::new([
            batch(1, "2024-09-02", "taian", [problem("缺地")]),
            officer(
                2,
                "2024-09-03",
                [said(
                    ProblemStep::Assigned { to: "haicheng".into(), until: None },
                    "请与乡镇核对",
                    "督办〔2024〕3号",
                )],
            ),
            batch(3, "2024-09-04", "haicheng", [step(1, ProblemStep::ExtensionAsked { until })]),
            officer(4, "2024-09-05", [said(ProblemStep::ExtensionRefused, "年底前必须完成", "")]),
            batch(
                5,
                "2024-09-06",
                "haicheng",
                [step(1, ProblemStep::CloseOutAsked { evidence: "照片".into() })],
            ),
            officer(6, "2024-09-07", [said(ProblemStep::SentBack, "照片不清", "")]),
            batch(7, "2024-09-08", "haicheng", [step(1, ProblemStep::Answered)]),
        ]);
        let there = lent(asked(&ledger, "haicheng", month("2024-09")).open);
        let words: Vec<&str> = officers_words(&there.problem_steps().steps_of(&[at(1)]))
            .iter()
            .flat_map(|found| found.entry.said.words())
            .filter(|text| !text.is_empty())
            .collect();
        assert_eq!(words, ["年底前必须完成", "请与乡镇核对", "督办〔2024〕3号", "照片不清"]);
        let all = problems(&there, month("2024-09"));
        assert_eq!((all[0].life.state, all[0].until), (ProblemState::Underway, Some(day("2024-09-30"))));
        assert_eq!(asked(&ledger, "taian", month("2024-09")).open, [], "it was handed on");
    }

    /// A device that sent the reports itself, and has heard nothing since, asks about none that is closed, put aside or
    /// handed on.
    #[test]
    fn the_units_own_device_hears_what_is_not_to_be_answered_any_more() {
        let reports = [
            batch(1, "2024-09-02", "haicheng", [problem("已销号的")]),
            batch(2, "2024-09-02", "haicheng", [problem("中止的")]),
            batch(3, "2024-09-02", "haicheng", [problem("交出去的")]),
            batch(4, "2024-09-02", "haicheng", [problem("要答复的")]),
            Batch {
                month: month("2024-07"), ..batch(5, "2024-08-02", "haicheng", [problem("已销号的")])
            },
        ];
        let handed = ProblemStep::Assigned { to: "taian".into(), until: None };
        let done = [
            step(1, ProblemStep::Closed),
            step(5, ProblemStep::Closed),
            step(2, ProblemStep::Suspended),
            step(3, handed),
        ];
        let ledger = Ledger::new(reports.iter().cloned().chain([officer(6, "2024-09-03", done)]));
        let Asked { open, settled, left_out } = asked(&ledger, "haicheng", month("2024-09"));
        assert_eq!(left_out, 0);
        let to_answer = |link: [Vec<Entry>; 2]| -> Vec<String> {
            let mut own = Ledger::new(reports.iter().cloned());
            for (entries, writer) in link.into_iter().zip(70..) {
                own.add(Batch { entries, ..batch(writer, "2024-09-05", "haicheng", []) });
            }
            let all = crate::page::month::form::asked(&own, "haicheng", month("2024-09"), Zh);
            all.into_iter().map(|one| one.text.words).collect()
        };
        assert_eq!(to_answer([open.clone(), settled]), ["要答复的"]);
        assert_eq!(to_answer([open, vec![]]).len(), 4, "without that it would ask about all of them");
    }

    #[test]
    fn so_many_problems_go_with_a_link_and_no_more_letters_than_a_chat_holds() {
        let many =
            (0..=MOST_PROBLEMS).map(|at| problem(&format!("{at} {}", "字".repeat(MOST_LETTERS_ASKED))));
        let ledger = Ledger::new([batch(1, "2024-09-02", "haicheng", many)]);
        let Asked { open: all, left_out, .. } = asked(&ledger, "haicheng", month("2024-09"));
        assert_eq!((all.len(), left_out), (MOST_PROBLEMS, 1));
        let letters = all.iter().flat_map(|one| one.said.words()).map(|words| words.chars().count()).max();
        assert_eq!(letters, Some(MOST_LETTERS_ASKED));
        let full = Batch { entries: all.clone(), ..batch(9, "2024-09-05", "haicheng", []) };
        let more = [all.clone(), all[..1].to_vec()].concat();
        assert!(is_sound(&full) && !is_sound(&Batch { entries: more, ..full.clone() }));
        let steps = |count| std::iter::repeat_n(entry(step(1, ProblemStep::Received)), count);
        let with =
            |count| Batch { entries: all[..1].iter().cloned().chain(steps(count)).collect(), ..full.clone() };
        let most = MOST_PROBLEMS * (MOST_STEPS + 1) - 1;
        assert!(is_sound(&with(most)) && !is_sound(&with(most + 1)));
        let closed = |count| -> Batch {
            let steps = std::iter::repeat_n(entry(step(1, ProblemStep::Closed)), count);
            Batch { entries: steps.collect(), ..full.clone() }
        };
        assert!(is_settled(&closed(MOST_SETTLED)) && !is_settled(&closed(MOST_SETTLED + 1)));
        let many = (0..=MOST_SETTLED).map(|at| problem(&at.to_string()));
        let begun = batch(1, "2024-09-02", "haicheng", many);
        let done = (0..).zip(&begun.entries).map(|(index, _)| Said::ProblemStep {
            of: EntryId { index, ..at(1) },
            step: ProblemStep::Closed,
            text: "办结".into(),
            document: String::new(),
        });
        let done = officer(2, "2024-09-03", done);
        let settled = asked(&Ledger::new([begun, done]), "haicheng", month("2024-09")).settled;
        assert_eq!(settled.len(), MOST_SETTLED);
        let answer = Batch { entries: vec![entry(step(1, ProblemStep::Answered))], ..full.clone() };
        assert!(!is_settled(&answer), "what an organisation says for itself it says itself");
        let named = Batch { entries: vec![entry(problem("带姓名的"))], ..full };
        assert!(!is_sound(&named), "it is no problem of the records of whoever asks");
    }
}
