//! The life of a problem.

use super::*;

#[test]
fn the_table_of_steps_is_kept_and_says_whose_turn_it_is() {
    use ProblemState as S;
    let asked = || ProblemStep::CloseOutAsked { evidence: "照片".into() };
    for state in S::ALL {
        assert_eq!(
            state.after(&ProblemStep::Closed).is_some(),
            matches!(state, S::CloseOutAsked | S::Checking),
            "closing needs somebody who asked: {state:?}"
        );
        assert_eq!(state.after(&ProblemStep::Reopened).is_some(), state == S::Closed);
        assert_eq!(state.after(&asked()).is_some(), state.next() == Actor::Organisation && state != S::New);
        assert_eq!(state.next() == Actor::Nobody, state == S::Closed);
    }
    let life = |steps: &[ProblemStep]| steps.iter().try_fold(S::New, |state, step| state.after(step));
    let whole = [
        ProblemStep::Received,
        ProblemStep::Answered,
        asked(),
        ProblemStep::CheckBegun,
        ProblemStep::SentBack,
        asked(),
        ProblemStep::Closed,
        ProblemStep::Reopened,
        ProblemStep::Suspended,
        ProblemStep::Resumed,
    ];
    assert_eq!(life(&whole), Some(S::Underway));
}

#[test]
fn a_problem_is_followed_from_its_report_to_its_closing_and_back() {
    let until = |on: &str| ProblemStep::ExtensionAsked { until: day(on) };
    let mut ledger = Ledger::new([batch(1, "2024-09-01", "haicheng", [problem(Some("2024-09-30"))])]);
    let mut on = |writer: u64, date: &str, one: ProblemStep| {
        let said = [step(at(1, 0), one.clone())];
        ledger.add(if one.is_reported() {
            batch(writer, date, "taian", said)
        } else {
            officer(writer, date, said)
        });
        ledger.clone()
    };
    let assigned =
        on(2, "2024-09-02", ProblemStep::Assigned { to: "taian".into(), until: Some(day("2024-10-15")) });
    let steps = assigned.problem_steps();
    let life = steps.life(at(1, 0));
    assert_eq!(
        (life.state, life.next, life.assigned.map(|id| &**id)),
        (ProblemState::New, Actor::Organisation, Some("taian"))
    );
    assert_eq!((life.due, life.first_due), (Some(day("2024-10-15")), Some(day("2024-09-30"))));
    on(3, "2024-09-03", ProblemStep::Received);
    let late = on(4, "2024-10-16", until("2024-11-30"));
    let life = late.problem_steps().life(at(1, 0));
    assert_eq!(
        (life.due, life.next),
        (Some(day("2024-10-15")), Actor::Officer),
        "it changes nothing until it is decided"
    );
    assert!(life.asked.expect("asked").is_late(480));
    let raised = ProblemStep::Raised { to: "局长".into(), paper: "提示函".into(), sent: None };
    on(5, "2024-10-17", ProblemStep::ExtensionGranted { until: day("2024-11-15") });
    on(6, "2024-11-16", raised);
    on(7, "2024-11-18", ProblemStep::CloseOutAsked { evidence: "照片".into() });
    let closed = on(8, "2024-11-20", ProblemStep::Closed);
    let life = closed.problem_steps().life(at(1, 0));
    assert_eq!(
        (life.state, life.due, life.first_due),
        (ProblemState::Closed, Some(day("2024-11-15")), Some(day("2024-09-30")))
    );
    assert_eq!((life.since.map(|found| found.id.batch.writer), life.raised.len()), (Some(8), 1));
    assert!(life.irregular.is_empty() && life.conflicts.is_empty(), "{life:?}");
    let again = on(9, "2025-02-01", ProblemStep::Reopened);
    let life = again.problem_steps().life(at(1, 0));
    assert_eq!((life.is_open(), life.was_closed, life.reopened), (true, true, 1), "closed once, and not now");
    assert!(life.conflicts.is_empty(), "two months later whoever reopens it has seen that it was closed");
}

#[test]
fn a_problem_that_is_worded_anew_keeps_its_steps() {
    let anew = Entry { replaces: Some(at(1, 0)), said: problem(Some("2024-12-31")) };
    let ledger = Ledger::new([
        batch(1, "2024-09-01", "haicheng", [problem(None)]),
        officer(2, "2024-09-02", [step(at(1, 0), ProblemStep::Closed)]),
        Batch { entries: vec![anew], ..batch(3, "2024-09-03", "haicheng", []) },
    ]);
    let steps = ledger.problem_steps();
    assert!(!steps.life(at(3, 0)).is_open() && !steps.life(at(1, 0)).is_open());
    assert_eq!(steps.life(at(3, 0)).irregular, [at(2, 0)], "nobody had asked for it");
}

#[test]
fn who_close_and_reopen_at_once_are_both_kept_the_later_decides_and_the_conflict_is_listed() {
    let asked = ProblemStep::CloseOutAsked { evidence: "照片".into() };
    let begun = [
        batch(1, "2024-09-01", "haicheng", [problem(None)]),
        batch(2, "2024-09-02", "haicheng", [step(at(1, 0), ProblemStep::Received), step(at(1, 0), asked)]),
    ];
    let two = |one: ProblemStep, other: ProblemStep| {
        let both = [officer(3, "2024-09-05", [step(at(1, 0), one)]), {
            let later = officer(4, "2024-09-05", [step(at(1, 0), other)]);
            Batch { written: Moment(later.written.0 + 60), ..later }
        }];
        Ledger::new(begun.iter().cloned().chain(both))
    };
    let closed_first = two(ProblemStep::Closed, ProblemStep::SentBack);
    let life = closed_first.problem_steps().life(at(1, 0));
    assert_eq!((life.state, life.conflicts), (ProblemState::SentBack, vec![(at(3, 0), at(4, 0))]));
    let sent_back_first = two(ProblemStep::SentBack, ProblemStep::Closed);
    let life = sent_back_first.problem_steps().life(at(1, 0));
    assert_eq!((life.state, life.conflicts), (ProblemState::Closed, vec![(at(3, 0), at(4, 0))]));
    // What an organisation says does not open what is closed.
    let mut answered = two(ProblemStep::Closed, ProblemStep::Closed);
    answered.add(batch(6, "2024-09-07", "haicheng", [step(at(1, 0), ProblemStep::Answered)]));
    let life = answered.problem_steps().life(at(1, 0));
    assert_eq!((life.state, life.irregular.len()), (ProblemState::Closed, 2));
}

/// Whoever writes later comes later, though a clock is behind: in all that lives on in several entries.
#[test]
fn a_step_from_a_clock_that_is_behind_comes_after_what_it_answers() {
    let mut ledger = Ledger::new([
        batch(1, "2024-09-01", "haicheng", [problem(None)]),
        officer(2, "2024-09-20", [step(at(1, 0), ProblemStep::Closed)]),
    ]);
    let mut reopened = officer(3, "2024-09-10", [step(at(1, 0), ProblemStep::Reopened)]);
    reopened.written = ledger.moment_for(&reopened);
    ledger.add(reopened);
    assert!(ledger.problem_steps().life(at(1, 0)).is_open());
}

/// Once it is handed to somebody, nobody else's answer counts, not even that of whoever reported it; it stays on record.
#[test]
fn only_who_sees_to_a_problem_answers_it() {
    let asked = || step(at(1, 0), ProblemStep::CloseOutAsked { evidence: "照片".into() });
    let begun = [
        batch(1, "2024-09-01", "haicheng", [problem(None)]),
        batch(2, "2024-09-02", "haicheng", [step(at(1, 0), ProblemStep::Answered)]),
        officer(3, "2024-09-03", [step(at(1, 0), ProblemStep::Assigned { to: "taian".into(), until: None })]),
    ];
    let stands = |who: &str| {
        let ledger = Ledger::new(begun.iter().cloned().chain([batch(4, "2024-09-04", who, [asked()])]));
        let steps = ledger.problem_steps();
        let life = steps.life(at(1, 0));
        (life.state, life.irregular.len(), steps.steps_of(&[at(1, 0)]).len())
    };
    assert_eq!(stands("haicheng"), (ProblemState::Underway, 1, 3));
    assert_eq!(stands("taian"), (ProblemState::CloseOutAsked, 0, 3));
}

/// Looked back at a day, what was done after it is not known; every request for more time is noted with the day it met.
#[test]
fn what_was_done_after_a_day_is_not_known_on_it() {
    let until = |on: &str| ProblemStep::ExtensionAsked { until: day(on) };
    let said = |writer, on: &str, one| batch(writer, on, "haicheng", [step(at(1, 0), one)]);
    let ledger = Ledger::new([
        batch(1, "2024-09-01", "haicheng", [problem(Some("2024-09-30"))]),
        said(2, "2024-09-20", until("2024-10-31")),
        officer(3, "2024-09-25", [step(at(1, 0), ProblemStep::ExtensionRefused)]),
        said(4, "2024-10-02", until("2024-11-30")),
    ]);
    let on = |text: &str| {
        let steps = ledger.problem_steps_until(day(text), 480);
        let life = steps.life(at(1, 0));
        let late: Vec<bool> = life.requests.iter().map(|one| one.is_late(480)).collect();
        (late, life.asked.is_some())
    };
    assert_eq!(on("2024-09-19"), (vec![], false));
    assert_eq!(on("2024-09-20"), (vec![false], true));
    assert_eq!(on("2024-10-01"), (vec![false], false));
    assert_eq!(on("2024-10-02"), (vec![false, true], true));
}

/// Whatever was said of a problem is told: wordings in between, steps and that they were taken back.
#[test]
fn everything_that_was_said_of_a_problem_is_told_in_its_order() {
    let anew = |writer, on: &str, of, said| Batch {
        entries: vec![Entry { replaces: Some(of), said }],
        ..batch(writer, on, "haicheng", [])
    };
    let back = || Said::Withdrawal { reason: "误".into() };
    let ledger = Ledger::new([
        batch(1, "2024-09-01", "haicheng", [problem(None)]),
        anew(2, "2024-09-02", at(1, 0), problem(Some("2024-10-01"))),
        batch(3, "2024-09-03", "haicheng", [step(at(1, 0), ProblemStep::Answered)]),
        anew(4, "2024-09-04", at(3, 0), back()),
        anew(5, "2024-09-05", at(2, 0), problem(Some("2024-11-01"))),
        batch(6, "2024-09-06", "taian", [problem(None)]),
        anew(7, "2024-09-07", at(6, 0), back()),
    ]);
    let told: Vec<u64> = ledger.told_of_problem(&[at(5, 0)]).iter().map(|one| one.id.batch.writer).collect();
    assert_eq!(told, [1, 2, 3, 4, 5]);
}
