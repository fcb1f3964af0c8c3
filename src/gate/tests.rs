//! The hostile cases at the gate, each by its number.

mod loop_kinds;

use super::*;
use crate::ledger::samples::august::{batch, day, figure, month, morning, officer, plan, report};
use crate::ledger::samples::value;
use crate::ledger::{Batch, BatchId, Entry, EntryId, Ledger, RuleChange, Said, Stage};
use crate::sample;

fn here() -> Here {
    Here { writer: 4242, now: morning("2024-09-10") }
}

fn at(ledger: &Ledger, door: Door, batches: &[Batch]) -> Passage {
    pass(&plan(), ledger, here(), door, batches)
}

fn ids(batches: &[Batch]) -> Vec<u64> {
    batches.iter().map(|batch| batch.id.writer).collect()
}

fn held(list: &[Held]) -> Vec<(u64, Vec<Why>)> {
    list.iter().map(|held| (held.batch.id.writer, held.why.clone())).collect()
}

fn own(writer: u64, text: &str) -> Batch {
    batch(writer, "2024-09-03", "haicheng", [figure("alliances", Some("haicheng"), text), Said::Submission])
}

fn returned(writer: u64, of: BatchId) -> Batch {
    officer(writer, "2024-09-06", [Said::Return { of, reason: "缺附件".into() }])
}

/// Everything that only an officer says, one of each kind.
fn officers_words(of: BatchId) -> Vec<Said> {
    let target = EntryId { batch: of, index: 0 };
    let text = String::new;
    let rule = RuleChange { amber: value("1"), red: value("2"), curve: vec![], reason: text() };
    let of_the_loop = crate::ledger::samples::loop_kinds::every_kind(target);
    let mut words = vec![
        Said::Acceptance { of },
        Said::Lock { accepted: vec![] },
        Said::Rule(rule),
        Said::Redaction { of: target },
        Said::Baseline {
            indicator: "alliances".into(),
            at: month("2022-12"),
            value: value("9"),
            source: text(),
        },
        Said::YearTarget {
            indicator: "alliances".into(),
            year: crate::plan::Year(2024),
            value: value("1"),
            reason: text(),
            document: text(),
        },
        Said::Judgement { subject: "alliances".into(), claim: crate::ledger::Claim::Green, reason: text() },
        Said::BasisDecision {
            indicator: "alliances".into(),
            basis: crate::plan::Basis::YearlyFlow,
            reason: text(),
        },
        Said::Window { opens: day("2024-01-01"), closes: day("2030-01-01"), reason: text() },
        Said::StartOfUse { reason: text() },
    ];
    words.extend(of_the_loop.into_iter().filter(|said| !said.is_reported()));
    words
}

/// hostile 1: of a return only the report that it names and the return; everything else is apart and off.
#[test]
fn of_a_return_only_the_named_report_and_the_return_are_taken() {
    let victim = batch(1111, "2024-09-02", "tax-bureau", [Said::Submission]);
    let ledger = Ledger::new([victim.clone()]);
    let named = own(3333, "3");
    let verdict = returned(4444, named.id);
    let mut hostile = officers_words(victim.id);
    hostile.push(figure("alliances", None, "99"));
    let third = Batch {
        id: BatchId { writer: 4444, sequence: 1 },
        ..batch(4444, "2024-09-06", "tax-bureau", hostile)
    };
    let passed = at(&ledger, Door::Return, &[named.clone(), verdict.clone(), third.clone()]);
    assert_eq!(ids(&passed.taken), [3333, 4444]);
    assert_eq!(passed.apart.iter().map(|held| held.batch.id).collect::<Vec<_>>(), [third.id]);
    assert!(passed.apart[0].why.contains(&Why::OfficersWord));
    // Each kind by itself as well, whoever it is said to be from, and beside other reports.
    for said in officers_words(victim.id) {
        for organisation in ["science-bureau", "haicheng", "tax-bureau"] {
            let extra = batch(5555, "2024-09-06", organisation, [said.clone()]);
            let passed = at(&ledger, Door::Return, &[named.clone(), verdict.clone(), extra]);
            assert_eq!(ids(&passed.taken), [3333, 4444], "{said:?} of {organisation}");
        }
    }
    let stranger = batch(6666, "2024-09-03", "taian", [figure("alliances", Some("taian"), "3")]);
    let passed = at(&ledger, Door::Return, &[named.clone(), verdict, stranger]);
    assert_eq!(held(&passed.apart), [(6666, vec![Why::NotNamed])]);
    // A lock beside the return: no batch is split.
    let mixed = officer(
        4444,
        "2024-09-06",
        [Said::Return { of: named.id, reason: "缺".into() }, Said::Lock { accepted: vec![] }],
    );
    let passed = at(&ledger, Door::Return, &[named.clone(), mixed]);
    assert!(passed.taken.is_empty(), "{passed:?}");
    // The report with what is not its organisation's, and what was accepted here.
    let bad = batch(3333, "2024-09-03", "haicheng", [figure("alliances", Some("taian"), "3")]);
    assert!(at(&ledger, Door::Return, &[bad.clone(), returned(4444, bad.id)]).taken.is_empty());
    let mut accepted = Ledger::new([named.clone()]);
    accepted.add(officer(7, "2024-09-05", [Said::Acceptance { of: named.id }]));
    let passed = at(&accepted, Door::Return, &[named.clone(), returned(4444, named.id)]);
    assert_eq!(held(&passed.apart), [(4444, vec![Why::AcceptedHere])]);
}

/// hostile 1b: of a ledger that somebody else keeps, the plain reports; what only officers say, what lies ahead and what
/// is about others stands apart and is off, kind by kind.
#[test]
fn of_a_snapshot_officers_words_and_redactions_are_apart_and_off() {
    let mine = own(1, "3");
    let ledger = Ledger::new([mine.clone()]);
    let plain = batch(2, "2024-09-04", "taian", [figure("alliances", Some("taian"), "5"), Said::Submission]);
    for door in [Door::Ledger, Door::Backup] {
        for said in officers_words(mine.id) {
            for organisation in ["science-bureau", "haicheng"] {
                let extra = batch(3, "2024-09-05", organisation, [said.clone()]);
                let passed = at(&ledger, door, &[plain.clone(), extra]);
                assert_eq!(ids(&passed.taken), [2], "{said:?}");
                assert_eq!(held(&passed.apart), [(3, vec![Why::OfficersWord])], "{said:?}");
                assert_eq!(passed.batches(true).len(), 2);
            }
        }
        let ahead = batch(4, "2024-09-11", "taian", [Said::Submission]);
        let foreign = batch(5, "2024-09-04", "taian", [figure("alliances", Some("haicheng"), "9")]);
        let passed = at(&ledger, door, &[ahead, foreign]);
        assert_eq!(held(&passed.apart), [(4, vec![Why::Ahead]), (5, vec![Why::OthersDistrict])]);
        // What answers something that is left out is left out too.
        let first = batch(6, "2024-09-11", "taian", [figure("alliances", Some("taian"), "5")]);
        let mut second = batch(7, "2024-09-05", "taian", [figure("alliances", Some("taian"), "6")]);
        second.entries[0].replaces = Some(EntryId { batch: first.id, index: 0 });
        let passed = at(&ledger, door, &[first, second]);
        assert!(passed.taken.is_empty(), "{passed:?}");
    }
    // A backup brings everything back to a device that holds nothing.
    let all = [plain, officer(8, "2024-09-05", officers_words(mine.id))];
    assert_eq!(at(&Ledger::default(), Door::Backup, &all).taken.len(), 2);
    assert_eq!(at(&Ledger::default(), Door::Ledger, &all).taken.len(), 1);
}

/// hostile 2: what lies ahead compares seconds; what lies outside the plan's years never enters, by no door.
#[test]
fn a_moment_ahead_is_told_by_the_second_and_one_that_cannot_be_never_enters() {
    let now = here().now.0;
    let of = |written: u64| Batch { written: Moment(written), ..own(1, "3") };
    for door in [Door::Receipt, Door::Return, Door::Ledger, Door::Backup] {
        let mut sent = [of(now)];
        let is_return = door == Door::Return;
        let wrap = |report: &Batch| {
            let mut all = vec![report.clone()];
            if is_return {
                all.push(returned(2, report.id));
            }
            all
        };
        assert_eq!(at(&Ledger::default(), door, &wrap(&sent[0])).apart, [], "{door:?}");
        sent[0] = of(now + 1);
        let passed = at(&Ledger::new([report(9, "2024-09-01", "taian")]), door, &wrap(&sent[0]));
        assert!(passed.apart.iter().any(|held| held.why == [Why::Ahead]), "{door:?}");
        for impossible in [0, u64::MAX, Moment::BEYOND.0, 4_102_444_800] {
            let passed = at(&Ledger::default(), door, &wrap(&of(impossible)));
            assert_eq!(held(&passed.refused), [(1, vec![Why::OutOfTime])], "{door:?} {impossible}");
            assert!(!ids(&passed.batches(true)).contains(&1));
        }
    }
    // One's own store keeps what it has.
    let strange = of(u64::MAX);
    assert!(at(&Ledger::new([strange.clone()]), Door::Backup, &[strange]).is_empty());
}

/// hostile 3: a month asks for fewer than a hundred items.
#[test]
fn a_receipt_holds_no_more_than_anybody_reports() {
    let of = |batches: usize, entries: usize| {
        let one = |at: usize| batch(at as u64, "2024-09-03", "haicheng", vec![Said::Submission; entries]);
        (0..batches).map(one).collect::<Vec<_>>()
    };
    assert_eq!(admit(&of(MOST_BATCHES, 10)), Ok(()));
    assert_eq!(admit(&of(1, MOST_ENTRIES)), Ok(()));
    assert_eq!(admit(&of(MOST_BATCHES + 1, 1)), Err(TooMuch { batches: MOST_BATCHES + 1, entries: 61 }));
    assert_eq!(admit(&of(1, MOST_ENTRIES + 1)), Err(TooMuch { batches: 1, entries: MOST_ENTRIES + 1 }));
    assert!(admit(&of(10, 4_000)).is_err());
    let plan = plan();
    let asked = crate::standing::duty::reporters(&plan).into_iter().map(|id| {
        let duty = crate::standing::duty::answerable(&plan, id, month("2025-12"));
        duty.indicators.len() + duty.measures.len() + duty.milestones.len()
    });
    let report = asked.max().unwrap_or(0) * 5;
    assert!(report < MOST_ENTRIES, "a report and its corrections fit");
    // M40 5: a column of 600 names goes along with it.
    assert_eq!(admit(&[of(1, report + 1), of(1, 600)].concat()), Ok(()));
}

/// hostile 4: what claims this page's writer, or a name that is held with another content, never enters.
#[test]
fn a_name_that_is_this_pages_or_taken_never_enters() {
    let claims = |sequence| Batch { id: BatchId { writer: 4242, sequence }, ..own(1, "3") };
    let last = Batch { id: BatchId { writer: 77, sequence: u32::MAX }, ..own(1, "3") };
    let held_here = own(5, "3");
    let ledger = Ledger::new([held_here.clone(), claims(0)]);
    for door in [Door::Receipt, Door::Return, Door::Ledger, Door::Backup] {
        for hostile in [claims(1), claims(u32::MAX), last.clone()] {
            let passed = at(&ledger, door, std::slice::from_ref(&hostile));
            assert_eq!(passed.refused[0].why, [Why::OwnName], "{door:?}");
            assert!(passed.batches(true).is_empty());
        }
        let passed = at(&ledger, door, &[own(5, "9")]);
        assert_eq!(passed.refused[0].why, [Why::Double], "{door:?}");
        assert!(
            at(&ledger, door, &[held_here.clone(), claims(0)]).is_empty(),
            "what is one's own comes back"
        );
        let twice = at(&Ledger::default(), door, &[own(6, "1"), own(6, "2")]);
        assert_eq!((twice.taken.len(), twice.refused.len()), (0, 2), "{door:?}");
        let invented = Batch { id: BatchId { writer: sample::writer(1), sequence: 0 }, ..own(1, "3") };
        assert_eq!(at(&ledger, door, &[invented]).refused[0].why, [Why::Sample]);
    }
    assert!(lent(&ledger, here(), vec![own(5, "9"), claims(7)]).is_empty(), "beside a form neither");
}

/// hostile 5: what corrects something that is not there yet is told, under the same writer too.
#[test]
fn a_target_that_is_not_there_yet_is_told() {
    let of = |writer| {
        let replaces = Some(EntryId { batch: BatchId { writer: 1111, sequence: 1 }, index: 0 });
        let said = figure("alliances", Some("haicheng"), "1");
        let id = BatchId { writer, sequence: 9999 };
        Batch { id, entries: vec![Entry { replaces, said }], ..own(writer, "1") }
    };
    for door in [Door::Receipt, Door::Ledger, Door::Backup] {
        for writer in [1111, 2222] {
            let ledger = Ledger::new([report(9, "2024-09-01", "taian")]);
            assert_eq!(held(&at(&ledger, door, &[of(writer)]).apart), [(writer, vec![Why::Unseen])]);
        }
    }
    // An index that the batch does not have is not there either.
    let here = Batch { id: BatchId { writer: 1111, sequence: 1 }, ..own(1111, "3") };
    let mut beyond = of(1111);
    beyond.entries[0].replaces = Some(EntryId { batch: here.id, index: 7 });
    assert_eq!(held(&at(&Ledger::new([here]), Door::Ledger, &[beyond]).apart), [(1111, vec![Why::Unseen])]);
}

/// hostile 9: a figure replaces no acceptance, and nothing that is about something else.
#[test]
fn like_replaces_like_and_nothing_else() {
    let first = own(1, "3");
    let acceptance = batch(2, "2024-09-04", "haicheng", [Said::Acceptance { of: first.id }]);
    let carriers = batch(3, "2024-09-03", "haicheng", [figure("carriers", Some("haicheng"), "3")]);
    let july = Batch { month: month("2024-07"), ..own(4, "3") };
    let problem = Said::Problem { subject: None, text: "x".into(), who: String::new(), until: None };
    let problems = batch(5, "2024-09-03", "haicheng", [problem.clone()]);
    let all = [first.clone(), acceptance, carriers, july, problems];
    let ledger = Ledger::new(all.clone());
    for target in &all[1..] {
        let replaces = Some(EntryId { batch: target.id, index: 0 });
        let said = figure("alliances", Some("haicheng"), "1");
        let sent = Batch { entries: vec![Entry { replaces, said }], ..own(6, "1") };
        let passed = at(&ledger, Door::Ledger, &[sent]);
        assert_eq!(held(&passed.refused), [(6, vec![Why::OtherKind])], "{target:?}");
    }
    let replaces = Some(EntryId { batch: first.id, index: 0 });
    let same = Batch {
        entries: vec![Entry { replaces, said: figure("alliances", Some("haicheng"), "4") }],
        ..own(6, "1")
    };
    assert_eq!(at(&ledger, Door::Ledger, &[same]).taken.len(), 1);
    let step = Said::Progress { subject: "x".into(), stage: Stage::Done, note: String::new() };
    let sent = Batch { entries: vec![Entry { replaces, said: step }], ..own(6, "1") };
    assert!(at(&ledger, Door::Ledger, &[sent]).taken.is_empty());
    let mended = Batch {
        entries: vec![Entry { replaces: Some(EntryId { batch: all[4].id, index: 0 }), said: problem }],
        ..own(6, "1")
    };
    assert_eq!(at(&ledger, Door::Ledger, &[mended]).taken.len(), 1, "a problem in other words");
}

#[test]
fn what_an_arrival_comes_to_is_said_in_both_languages() {
    use crate::text::Language::{En, Zh};
    let passed = at(
        &Ledger::default(),
        Door::Ledger,
        &[own(1, "3"), officer(2, "2024-09-05", [Said::Lock { accepted: vec![] }])],
    );
    assert_eq!(words::passage(Zh, &passed), "可并入 1 份填报；另有 1 份默认不并入，原因见下。");
    assert!(words::passage(En, &passed).starts_with("1 can be merged; 1 are left out"));
    assert!(words::too_much(Zh, TooMuch { batches: 10, entries: 40_000 }).contains("40000"));
}
