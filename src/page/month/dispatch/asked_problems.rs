//! The open problems of an organisation in a fill-in link: what they are, how they stand, and under which name the records
//! of whoever asks know them, so that an answer finds its problem.
//!
//! Each is an entry that words the problem anew: by its `replaces` it is known under the name with which it began. Names of
//! people stay away.

use crate::ledger::kinds::{ProblemState, ProblemStep};
use crate::ledger::{Batch, Entry, Id, Ledger, Said};
use crate::plan::Month;
use crate::standing::problems::{Problem, problems};

/// So many problems go with a link, what presses most first: it is still to fit into a chat.
pub const MOST_PROBLEMS: usize = 12;
/// So many letters of each text.
const MOST_LETTERS_ASKED: usize = 200;
/// Most steps that are read of each problem.
const MOST_STEPS: usize = 4;

/// The entries of the problems that an organisation reported or sees to and that are open at a month's end.
pub fn entries(ledger: &Ledger, organisation: &str, until: Month) -> Vec<Entry> {
    let all = problems(ledger, until);
    let is_asked = |one: &&Problem| {
        let is_own = one.organisation == organisation || one.handler() == organisation;
        is_own && one.is_open() && one.life.state != ProblemState::Suspended && !one.text.trim().is_empty()
    };
    let asked = all.iter().filter(is_asked).take(MOST_PROBLEMS);
    asked.flat_map(|problem| of(ledger, problem, organisation)).collect()
}

/// Whether the entries are of this sort, and not more than such a link holds.
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

fn of(ledger: &Ledger, problem: &Problem, organisation: &str) -> Vec<Entry> {
    // A problem names at least one entry; the last is how it is worded now.
    let Some(last) = problem.ids.last() else { return vec![] };
    let origin = ledger.origin(*last);
    let told = Said::Problem {
        subject: problem.subject.map(Into::into),
        text: short(problem.text),
        who: String::new(),
        until: problem.until,
    };
    let step = |step, text: &str| Entry {
        replaces: None,
        said: Said::ProblemStep { of: origin, step, text: short(text), document: String::new() },
    };
    let handed = (problem.handler() == organisation && problem.life.assigned.is_some())
        .then(|| step(ProblemStep::Assigned { to: Id::from(organisation), until: None }, ""));
    let asked = problem.life.asked.map(|asked| step(ProblemStep::ExtensionAsked { until: asked.until }, ""));
    let since = problem.life.since.map(|found| match &found.entry.said {
        Said::ProblemStep { text, .. } => text.as_str(),
        _ => "",
    });
    let stands = steps_to(problem.life.state);
    let steps = stands.into_iter().map(|one| step(one, since.unwrap_or_default()));
    std::iter::once(Entry { replaces: Some(*last), said: told })
        .chain(handed)
        .chain(steps)
        .chain(asked)
        .collect()
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
    use crate::ledger::{BatchId, EntryId, codec};

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
        let asked = || ProblemStep::CloseOutAsked { evidence: "照片".into() };
        let lives: [(ProblemState, Vec<ProblemStep>); 7] = [
            (ProblemState::New, vec![]),
            (ProblemState::Received, vec![ProblemStep::Received]),
            (ProblemState::Underway, vec![ProblemStep::Received, ProblemStep::Answered]),
            (ProblemState::CloseOutAsked, vec![ProblemStep::Received, asked()]),
            (ProblemState::Checking, vec![ProblemStep::Received, asked(), ProblemStep::CheckBegun]),
            (ProblemState::SentBack, vec![ProblemStep::Received, asked(), ProblemStep::SentBack]),
            (
                ProblemState::Reopened,
                vec![ProblemStep::Received, asked(), ProblemStep::Closed, ProblemStep::Reopened],
            ),
        ];
        for (state, steps) in lives {
            let steps = steps.into_iter().map(|one| step(1, one));
            let ledger = Ledger::new([
                batch(1, "2024-09-02", "haicheng", [problem("缺地")]),
                officer(2, "2024-09-03", steps),
            ]);
            let there = lent(entries(&ledger, "haicheng", month("2024-09")));
            let all = problems(&there, month("2024-09"));
            let [one] = all.as_slice() else { panic!("{state:?} {all:?}") };
            assert_eq!(
                (one.life.state, one.text, one.who, one.until),
                (state, "缺地", "", Some(day("2024-09-30")))
            );
            assert_eq!(there.origin(one.ids[0]), at(1), "{state:?}");
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
        let there = lent(entries(&ledger, "haicheng", month("2024-09")));
        let all = problems(&there, month("2024-09"));
        let [one] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((one.text, one.handler(), one.until), ("交来的", "haicheng", Some(day("2024-10-31"))));
    }

    #[test]
    fn so_many_problems_go_with_a_link_and_no_more_letters_than_a_chat_holds() {
        let many =
            (0..=MOST_PROBLEMS).map(|at| problem(&format!("{at} {}", "字".repeat(MOST_LETTERS_ASKED))));
        let ledger = Ledger::new([batch(1, "2024-09-02", "haicheng", many)]);
        let all = entries(&ledger, "haicheng", month("2024-09"));
        assert_eq!(all.len(), MOST_PROBLEMS);
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
        let named = Batch { entries: vec![entry(problem("带姓名的"))], ..full };
        assert!(!is_sound(&named), "it is no problem of the records of whoever asks");
    }
}
