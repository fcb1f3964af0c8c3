use super::describe::Subject;
use super::*;
use crate::gate::Here;
use crate::ledger::samples::august::{batch, day, figure, month, morning, officer, plan, report};
use crate::ledger::samples::{entry, value};
use crate::ledger::{Entry, EntryId, Ledger, Report, Said, Slot, Stage};
use crate::link::edition::Edition;
use crate::link::fingerprint::Code;
use crate::link::stamp::Stamp;
use crate::plan::PlanIndex;
use crate::standing::AsOf;
use crate::text::Language::{self, En, Zh};

const ON: &str = "2024-09-03";

fn as_of<'a>(plan: &'a PlanIndex, ledger: &'a Ledger, language: Language) -> AsOf<'a> {
    AsOf { plan, ledger, today: day("2024-09-10"), offset: 480, language }
}

/// The page that reviews, on the morning of the tenth.
fn here() -> Here {
    Here { writer: 4242, now: morning("2024-09-10") }
}

fn one(batches: impl IntoIterator<Item = Batch>) -> Received {
    Received { batches: batches.into_iter().collect(), stamp: Stamp::default(), source: "pLanR1…".into() }
}

fn look(ledger: &Ledger, received: &[Received]) -> Review {
    review(as_of(&plan(), ledger, Zh), here(), received)
}

/// The only receipt of what was received.
fn only(ledger: &Ledger, received: &[Received]) -> Receipt {
    let mut receipts = look(ledger, received).receipts;
    assert_eq!(receipts.len(), 1);
    receipts.remove(0)
}

fn share(writer: u64, on: &str, text: &str) -> Batch {
    batch(writer, on, "haicheng", [figure("alliances", Some("haicheng"), text), Said::Submission])
}

fn by(person: &str, batch: Batch) -> Batch {
    Batch { person: person.into(), ..batch }
}

#[test]
fn an_entry_is_new_the_same_or_changed_with_the_old_value_beside() {
    let fresh = only(&Ledger::default(), &[one([share(1, ON, "3")])]);
    assert_eq!(fresh.items.len(), 1, "a submission is no item");
    assert_eq!((fresh.items[0].kind, fresh.items[0].met.clone()), (Kind::New, None));
    assert_eq!(fresh.items[0].says.value, "3");
    assert!(fresh.is_clear() && fresh.apart.is_empty() && fresh.flags.is_empty(), "{fresh:?}");
    let ledger = Ledger::new([share(1, ON, "3")]);
    let same = only(&ledger, &[one([by("李工", share(2, "2024-09-04", "3"))])]);
    assert_eq!(same.items[0].kind, Kind::Same);
    let changed = only(&ledger, &[one([share(2, "2024-09-04", "4")])]);
    assert_eq!(changed.items[0].kind, Kind::Changed, "the same person later");
    assert_eq!(changed.items[0].met.as_ref().unwrap().value, "3");
    let older = only(&ledger, &[one([share(2, "2024-09-02", "4")])]);
    assert_eq!(older.items[0].kind, Kind::Older, "what is here was written later");
}

#[test]
fn another_hand_with_another_value_is_a_conflict_unless_it_names_what_it_corrects() {
    let ledger = Ledger::new([share(1, ON, "3")]);
    let other = by("李工", share(2, "2024-09-04", "4"));
    let receipt = only(&ledger, &[one([other.clone()])]);
    assert_eq!(receipt.items[0].kind, Kind::Conflicting);
    assert_eq!(receipt.items[0].met_by.as_deref(), Some("王工"));
    assert!(!receipt.is_clear());
    let mut correction = other.clone();
    correction.entries[0].replaces = Some(EntryId { batch: share(1, ON, "3").id, index: 0 });
    assert_eq!(only(&ledger, &[one([correction])]).items[0].kind, Kind::Changed);
    let both = look(&Ledger::default(), &[one([share(1, ON, "3")]), one([other])]);
    assert!(both.receipts.iter().all(|one| one.items[0].kind == Kind::Conflicting), "two received ones");
}

#[test]
fn nobody_is_in_conflict_without_a_name_by_chance() {
    let ledger = Ledger::new([by("", share(1, ON, "3"))]);
    let receipt = only(&ledger, &[one([by("", share(2, "2024-09-04", "4"))])]);
    assert_eq!(receipt.items[0].kind, Kind::Conflicting, "two who do not say who they are may be two");
}

#[test]
fn the_review_does_not_depend_on_the_order_of_pasting() {
    let correction = {
        let mut later = share(4, "2024-09-05", "5");
        later.entries[0].replaces = Some(EntryId { batch: share(1, ON, "3").id, index: 0 });
        by("赵工", later)
    };
    let mut all = vec![
        one([share(1, ON, "3")]),
        one([by("李工", share(2, "2024-09-04", "4"))]),
        one([correction]),
        Received { source: "pLanR1aaa".into(), ..one([share(1, ON, "3")]) },
        one([report(5, ON, "taian"), batch(6, ON, "nobody", [Said::Submission])]),
        one([batch(7, ON, "taian", [figure("alliances", Some("haicheng"), "9")])]),
    ];
    let ledger = Ledger::new([by("钱工", share(9, "2024-09-01", "2"))]);
    let expected = look(&ledger, &all);
    for _ in 0..all.len() {
        all.rotate_left(1);
        assert_eq!(look(&ledger, &all), expected);
        let mut reversed = all.clone();
        reversed.reverse();
        assert_eq!(look(&ledger, &reversed), expected);
    }
    assert_eq!(expected.receipts.iter().map(|one| one.copies).max(), Some(2));
}

#[test]
fn a_duplicate_is_told_and_changes_nothing() {
    let sent = share(1, ON, "3");
    let ledger = Ledger::new([sent.clone()]);
    let receipt = only(&ledger, &[one([sent.clone(), sent.clone()]), one([sent.clone()])]);
    assert_eq!(receipt.flags, [Flag::Duplicate]);
    assert_eq!((receipt.copies, receipt.batches.len(), receipt.items[0].kind), (2, 1, Kind::Same));
    let mut after = ledger.clone();
    accepted(&receipt, Extent::Allowed).into_iter().for_each(|one| {
        after.add(one);
    });
    assert_eq!(after, ledger);
}

/// walk a4, a30: the review says of how many items how many were answered; a receipt that answers nothing is not taken by
/// one press.
#[test]
fn what_there_is_to_know_is_flagged() {
    let ledger = Ledger::default();
    let flags = |batch: Batch| only(&ledger, &[one([batch])]).flags;
    assert_eq!(
        flags(share(1, "2024-09-08", "3")),
        [Flag::Late { closes: day("2024-09-05"), source: crate::standing::window::Source::Assumed }]
    );
    assert!(flags(share(1, "2024-09-20", "3")).contains(&Flag::Ahead { written: day("2024-09-20") }));
    assert_eq!(flags(batch(1, ON, "nobody", [Said::Submission])), [Flag::UnknownOrganisation]);
    assert_eq!(flags(report(1, ON, "northeastern-university")), [Flag::OwesNothing]);
    assert_eq!(flags(Batch { month: month("2026-01"), ..report(1, ON, "haicheng") }), [Flag::OutsidePeriods]);
    for batch in [
        batch(1, ON, "nobody", [Said::Submission]),
        Batch { month: month("2026-01"), ..report(1, ON, "haicheng") },
    ] {
        let receipt = only(&ledger, &[one([batch])]);
        assert!(!receipt.is_clear() && accepted(&receipt, Extent::Allowed).is_empty());
    }
    assert!(flags(Batch { month: month("2024-09"), ..share(1, ON, "3") }).contains(&Flag::NotOver));
    let figure = figure("alliances", Some("haicheng"), "3");
    assert_eq!(flags(batch(1, ON, "haicheng", [figure])), [Flag::NotSubmitted]);
    let quarter = Batch { month: month("2024-06"), ..share(1, "2024-07-02", "3") };
    assert_eq!(flags(quarter), [Flag::Incomplete { asked: 2, answered: 1 }]);
    let flag = Flag::Incomplete { asked: 36, answered: 11 };
    assert_eq!(words::flag(Zh, flag), "36 项中报了 11 项，缺 25 项");
    assert!(!flag.asks_for_a_look() && Flag::Incomplete { asked: 36, answered: 0 }.asks_for_a_look());
}

#[test]
fn a_lock_and_earlier_verdicts_are_told() {
    let sent = share(1, ON, "3");
    let mut ledger = Ledger::new([sent.clone()]);
    let lock = crate::page::month::dispatch::lock::lock_entry(&ledger, month("2024-08"));
    ledger.add(officer(8, "2024-09-06", [lock.said, Said::Acceptance { of: sent.id }]));
    assert_eq!(only(&ledger, &[one([sent.clone()])]).flags, [Flag::Duplicate, Flag::Accepted]);
    let late = only(&ledger, &[one([share(2, ON, "4")])]);
    assert_eq!(late.flags, [Flag::AfterLock]);
    assert!(!late.is_clear());
    ledger.add(officer(9, "2024-09-07", [Said::Return { of: sent.id, reason: "改".into() }]));
    assert!(only(&ledger, &[one([sent])]).flags.contains(&Flag::Returned));
}

/// Everything that a receipt may not contain, with the reason.
fn hostile() -> Vec<(Said, Why)> {
    let id = share(77, ON, "1").id;
    let progress =
        |subject: &str| Said::Progress { subject: subject.into(), stage: Stage::Done, note: String::new() };
    let plan = plan();
    let measure = plan.measures().next().unwrap().item.id.clone();
    let duty = crate::standing::duty::answerable(&plan, "haicheng", month("2024-08"));
    let is_own = |id: &str| duty.indicators.iter().any(|owed| owed.indicator.id == id);
    let foreign = plan.indicators().find(|place| !is_own(&place.item.id)).unwrap().item.id.clone();
    vec![
        (Said::Lock { accepted: vec![] }, Why::OfficersWord),
        (Said::Acceptance { of: id }, Why::OfficersWord),
        (Said::Return { of: id, reason: "x".into() }, Why::OfficersWord),
        (Said::Redaction { of: EntryId { batch: id, index: 0 } }, Why::OfficersWord),
        (Said::Withdrawal { reason: "x".into() }, Why::OfficersWord),
        (
            Said::Baseline {
                indicator: "alliances".into(),
                at: month("2022-12"),
                value: value("1"),
                source: String::new(),
            },
            Why::OfficersWord,
        ),
        (figure("alliances", None, "9"), Why::OthersDistrict),
        (figure("alliances", Some("taian"), "9"), Why::OthersDistrict),
        (figure(&foreign, Some("haicheng"), "9"), Why::OthersItem),
        (figure("?1a2b", Some("haicheng"), "9"), Why::Unknown),
        (figure("alliances", Some("?1a2b"), "9"), Why::Unknown),
        (progress(&measure), Why::OthersItem),
        (progress("?1a2b"), Why::Unknown),
    ]
}

#[test]
fn what_a_receipt_may_not_contain_stands_apart_and_is_refused_by_default() {
    for (said, why) in hostile() {
        let honest = share(1, ON, "3");
        let bad = batch(2, ON, "haicheng", [said.clone()]);
        let receipt = only(&Ledger::default(), &[one([honest.clone(), bad.clone()])]);
        let apart: Vec<(Why, EntryId)> = receipt.apart.iter().map(|one| (one.why, one.entry)).collect();
        assert_eq!(apart, [(why, EntryId { batch: bad.id, index: 0 })], "{said:?}");
        assert!(!receipt.is_clear());
        assert_eq!(accepted(&receipt, Extent::Allowed), std::slice::from_ref(&honest), "{said:?}");
        assert_eq!(accepted(&receipt, Extent::Whole).len(), 2);
        assert_eq!(returned(&receipt), [honest], "a return takes nothing forbidden in");
        assert_eq!(decision::refused(&receipt), [bad.id]);
    }
}

#[test]
fn invented_and_real_never_meet_not_even_on_the_officers_word() {
    let invented = share(crate::sample::writer(7), ON, "3");
    let real = share(1, ON, "4");
    let sample = Ledger::new([share(crate::sample::writer(8), ON, "5")]);
    for (ledger, received, why) in
        [(Ledger::new([real.clone()]), invented, Why::Sample), (sample, share(2, ON, "4"), Why::NotSample)]
    {
        let receipt = only(&ledger, &[one([received])]);
        assert!(!receipt.apart.is_empty() && receipt.apart.iter().all(|one| one.why == why), "{receipt:?}");
        assert!(accepted(&receipt, Extent::Whole).is_empty() && returned(&receipt).is_empty());
    }
}

#[test]
fn a_batch_is_taken_whole_or_not_at_all() {
    let mixed = batch(
        1,
        ON,
        "haicheng",
        [figure("alliances", Some("haicheng"), "3"), Said::Lock { accepted: vec![] }],
    );
    let receipt = only(&Ledger::default(), &[one([mixed.clone()])]);
    assert_eq!((receipt.items.len(), receipt.apart.len()), (1, 1));
    assert!(accepted(&receipt, Extent::Allowed).is_empty());
    assert_eq!(accepted(&receipt, Extent::Whole), [mixed]);
}

#[test]
fn nothing_is_said_of_what_others_wrote() {
    let theirs = batch(1, ON, "taian", [figure("alliances", Some("taian"), "3")]);
    let target = EntryId { batch: theirs.id, index: 0 };
    let reply = |writer, said| {
        let entry = Entry { replaces: Some(target), said };
        Batch { entries: vec![entry], ..batch(writer, ON, "haicheng", []) }
    };
    let withdrawal = reply(2, Said::Withdrawal { reason: "x".into() });
    let correction = reply(3, figure("alliances", Some("haicheng"), "9"));
    for batch in [withdrawal, correction] {
        let unseen = only(&Ledger::default(), &[one([batch.clone()])]);
        assert!(unseen.apart.is_empty() && unseen.flags.contains(&Flag::Unseen) && !unseen.is_clear());
        // Once both are here it is seen, whoever came first.
        let victim = only(&Ledger::new([batch.clone()]), &[one([theirs.clone()])]);
        assert!(victim.flags.contains(&Flag::Overruled) && !victim.is_clear());
        let seen = only(&Ledger::new([theirs.clone()]), &[one([batch.clone()])]);
        assert_eq!(seen.apart[0].why, Why::OthersEntry);
        let pasted = look(&Ledger::default(), &[one([batch]), one([theirs.clone()])]);
        let why: Vec<Why> = pasted.receipts.iter().flat_map(|one| &one.apart).map(|one| one.why).collect();
        assert_eq!(why, [Why::OthersEntry]);
    }
}

#[test]
fn ones_own_is_withdrawn_but_an_officers_word_is_not() {
    let own = share(1, ON, "3");
    let reply = |writer, target| {
        let entry = Entry { replaces: Some(target), said: Said::Withdrawal { reason: "误报".into() } };
        Batch { entries: vec![entry], ..batch(writer, "2024-09-04", "haicheng", []) }
    };
    let first = reply(2, EntryId { batch: own.id, index: 0 });
    let again = reply(3, EntryId { batch: first.id, index: 0 });
    let ledger = Ledger::new([own]);
    let receipt = only(&ledger, &[one([first.clone(), again])]);
    assert!(receipt.apart.is_empty());
    assert_eq!(receipt.items[0].kind, Kind::Changed);
    assert_eq!(receipt.items[0].met.as_ref().unwrap().value, "3");
    // A district cannot lift a lock even if the lock's batch bears its name.
    let lock = batch(5, ON, "haicheng", [Said::Lock { accepted: vec![] }]);
    let lifts = reply(6, EntryId { batch: lock.id, index: 0 });
    let receipt = only(&Ledger::new([lock]), &[one([lifts])]);
    assert_eq!(receipt.apart[0].why, Why::OfficersWord);
}

#[test]
fn a_clerk_corrects_what_he_never_sent() {
    let unsent = share(1, ON, "3");
    let corrected = |writer, sequence| {
        let mut batch = share(writer, "2024-09-04", "4");
        batch.id.sequence = sequence;
        batch.entries[0].replaces = Some(EntryId { batch: unsent.id, index: 0 });
        batch
    };
    let same_load = only(&Ledger::default(), &[one([corrected(1, 1)])]);
    assert_eq!(same_load.flags, [Flag::Unseen], "told under the same writer too");
    let later_load = only(&Ledger::default(), &[one([corrected(2, 0)])]);
    assert_eq!(later_load.flags, [Flag::Unseen]);
    assert_eq!(accepted(&later_load, Extent::Allowed).len(), 1, "the officer decides");
}

#[test]
fn another_content_under_a_known_name_is_refused() {
    let here = share(1, ON, "3");
    let ledger = Ledger::new([here.clone()]);
    let tampered = share(1, ON, "9");
    let receipt = only(&ledger, &[one([tampered.clone()])]);
    assert!(receipt.apart.iter().all(|one| one.why == Why::Double) && receipt.apart.len() == 2);
    assert!(accepted(&receipt, Extent::Allowed).is_empty());
    let pasted = look(&Ledger::default(), &[one([here.clone()]), one([tampered])]);
    assert!(pasted.receipts.iter().all(|one| one.items.is_empty()), "nobody can tell which is the right one");
    // What was struck out here meets its older self as the same.
    let mut struck = ledger.clone();
    struck.add(officer(9, "2024-09-06", [Said::Redaction { of: EntryId { batch: here.id, index: 0 } }]));
    assert_eq!(only(&struck, &[one([here])]).flags, [Flag::Duplicate]);
}

#[test]
fn what_does_not_belong_there_is_no_rival() {
    let honest = share(1, ON, "3");
    let hostile = batch(2, ON, "taian", [figure("alliances", Some("haicheng"), "9")]);
    let review = look(&Ledger::default(), &[one([honest]), one([hostile])]);
    let receipt = review.receipts.iter().find(|one| &*one.organisation == "haicheng").unwrap();
    assert_eq!(receipt.items[0].kind, Kind::New);
    assert!(receipt.is_clear());
}

#[test]
fn a_link_for_two_organisations_is_two_receipts() {
    let review = look(&Ledger::default(), &[one([report(1, ON, "taian"), report(2, ON, "haicheng")])]);
    let all: Vec<&str> = review.receipts.iter().map(|one| &*one.organisation).collect();
    assert_eq!(all, ["haicheng", "taian"], "in the order of the plan");
}

#[test]
fn accepting_and_returning_move_the_standing() {
    use crate::standing::duty;
    let plan = plan();
    let sent = share(1, ON, "3");
    let receipt = only(&Ledger::default(), &[one([sent.clone()])]);
    let after = |taken: Vec<Batch>, entries: Vec<Entry>| {
        let mut ledger = Ledger::new(taken);
        ledger.add(Batch { entries, ..officer(9, "2024-09-06", []) });
        let standing = duty::report(&plan, &ledger, "haicheng", month("2024-08"), day("2024-09-10"), 480);
        let slot = Slot::Actual {
            indicator: "alliances".into(),
            district: Some("haicheng".into()),
            month: month("2024-08"),
        };
        (standing, ledger.shown(&slot).is_some())
    };
    let taken = accepted(&receipt, Extent::Allowed);
    let accepting = accept(&[(&receipt, Choice::default())], "");
    assert_eq!(accepting.batches, taken);
    let entries = accepting.verdicts.into_iter().flat_map(|(_, entries)| entries).collect();
    let accepted = duty::ReportStatus::Accepted { batch: sent.id, is_late: false };
    assert_eq!(after(taken, entries), (accepted, true));
    let back = return_entries(&receipt, " 缺附件 ").unwrap();
    assert_eq!(back, [entry(Said::Return { of: sent.id, reason: "缺附件".into() })]);
    let (standing, counts) = after(returned(&receipt), back);
    assert!(matches!(standing, duty::ReportStatus::Returned { .. }) && !counts);
    assert_eq!(return_entries(&receipt, " \n"), None, "no return without a reason");
}

#[test]
fn what_was_typed_stays_text() {
    let markup = "<img src=x onerror=alert(1)>";
    let formula = "=HYPERLINK(\"http://x\")";
    let said = Said::Actual {
        indicator: "alliances".into(),
        district: Some("haicheng".into()),
        report: Report::NoChange,
        evidence: formula.into(),
        note: markup.into(),
    };
    let problem = Said::Problem { subject: None, text: markup.into(), who: formula.into(), until: None };
    let receipt = only(&Ledger::default(), &[one([by(markup, batch(1, ON, "haicheng", [said, problem]))])]);
    assert_eq!(receipt.person, markup);
    assert_eq!(receipt.items[0].says.words, [formula, markup]);
    assert_eq!(receipt.items[0].says.value, "无变化");
    assert_eq!((receipt.items[1].sort, &receipt.items[1].subject), ("问题", &Subject::None));
    let unknown = only(&Ledger::default(), &[one([batch(1, ON, markup, [Said::Submission])])]);
    assert_eq!(unknown.name.words, ["方案没有的单位：", markup].concat());
}

#[test]
fn a_lead_may_report_the_city_and_a_responsible_one_a_problem_of_its_task() {
    let plan = plan();
    let (_, task) =
        plan.tasks().find(|(_, task)| task.responsible.iter().any(|id| id == "tax-bureau")).unwrap();
    let problem = |subject: &str| Said::Problem {
        subject: Some(subject.into()),
        text: "资金未到".into(),
        who: String::new(),
        until: Some(day("2024-10-01")),
    };
    let own = only(&Ledger::default(), &[one([batch(1, ON, "tax-bureau", [problem(&task.id)])])]);
    assert!(own.apart.is_empty());
    let foreign = plan.tasks().find(|(_, task)| plan.role(task, "tax-bureau").is_none()).unwrap().1;
    let other = only(&Ledger::default(), &[one([batch(1, ON, "tax-bureau", [problem(&foreign.id)])])]);
    assert_eq!(other.apart[0].why, Why::OthersItem);
    let lead =
        only(&Ledger::default(), &[one([batch(1, ON, "science-bureau", [figure("alliances", None, "9")])])]);
    assert!(lead.apart.is_empty());
}

#[test]
fn a_review_in_english_has_no_chinese_of_its_own() {
    let text = include_str!("../../../../tests/plans/harbour-city.json");
    let plan = crate::plan::read::from_json(text).expect("the second plan");
    let ledger = Ledger::default();
    let all = hostile().into_iter().map(|(said, _)| said).chain([Said::Submission]);
    let batch = Batch { person: "Ann".into(), ..batch(1, ON, &plan.issuer, all) };
    let review = review(as_of(&plan, &ledger, En), here(), &[one([batch])]);
    let mut said = format!("{review:?}");
    for receipt in &review.receipts {
        said += &words::counts(En, receipt);
        receipt.flags.iter().for_each(|flag| said += &words::flag(En, *flag));
        receipt.apart.iter().for_each(|apart| said += words::why(En, apart.why));
    }
    let han = said.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c));
    assert_eq!(han, None, "{said}");
}

#[test]
fn a_reason_for_returning_is_cut_where_the_ledger_takes_no_more() {
    let most = crate::ledger::codec::MOST_LETTERS;
    let receipt = only(&Ledger::default(), &[one([share(1, ON, "3")])]);
    let reason = |letters| match &return_entries(&receipt, &"字".repeat(letters)).unwrap()[0].said {
        Said::Return { reason, .. } => reason.chars().count(),
        said => panic!("{said:?}"),
    };
    assert_eq!((reason(most), reason(most + 1)), (most, most));
}

#[test]
fn a_circle_of_withdrawals_ends() {
    let (first, second) = (share(1, ON, "3").id, share(2, ON, "3").id);
    let round = |id: crate::ledger::BatchId, of: crate::ledger::BatchId| {
        let said = Said::Withdrawal { reason: String::new() };
        let replaces = Some(EntryId { batch: of, index: 0 });
        Batch { entries: vec![Entry { replaces, said }], ..share(id.writer, ON, "3") }
    };
    let receipt = only(&Ledger::default(), &[one([round(first, second), round(second, first)])]);
    assert!(receipt.items.is_empty() && receipt.apart.len() == 2, "{receipt:?}");
    assert!(receipt.apart.iter().all(|apart| apart.why == Why::OfficersWord));
}

/// A report of several items: two figures, a problem, and that it is all.
fn whole(writer: u64, on: &str) -> Batch {
    let problem = Said::Problem { subject: None, text: "缺设备".into(), who: String::new(), until: None };
    let carriers = figure("carriers", Some("haicheng"), "47");
    batch(
        writer,
        on,
        "haicheng",
        [figure("alliances", Some("haicheng"), "3"), carriers, problem, Said::Submission],
    )
}

/// The ledger after an act of the review, in whatever order its batches arrive.
fn after(ledger: &Ledger, accepting: Accepting, writer: u64, on: &str) -> Ledger {
    let verdicts = accepting.verdicts.into_iter().enumerate().map(|(at, (month, entries))| {
        let id = crate::ledger::BatchId { writer, sequence: at as u32 };
        Batch { id, month, entries, ..officer(writer, on, []) }
    });
    let mut all: Vec<Batch> = ledger.batches().cloned().chain(accepting.batches).chain(verdicts).collect();
    let expected = Ledger::new(all.clone());
    for _ in 0..all.len() {
        all.rotate_left(1);
        let mut one_by_one = Ledger::default();
        all.iter().for_each(|batch| {
            one_by_one.add(batch.clone());
        });
        assert!(one_by_one.slots().eq(expected.slots()), "the order of arrival does not matter");
    }
    expected
}

/// What counts of Haicheng's alliances and carriers, and how many problems.
fn standing(ledger: &Ledger) -> (Option<String>, Option<String>, usize) {
    let of = |indicator: &str| {
        let actuals = ledger.actuals(indicator);
        let shown = actuals.get(&Some("haicheng".into()))?.get(&month("2024-08"))?;
        match &shown.entry.said {
            Said::Actual { report, .. } => report.value().map(|value| value.to_string()),
            _ => None,
        }
    };
    (of("alliances"), of("carriers"), ledger.problems(month("2024-08")).len())
}

fn some(alliances: &str, carriers: &str, problems: usize) -> (Option<String>, Option<String>, usize) {
    (Some(alliances.into()), Some(carriers.into()), problems)
}

/// walk a2: a correction that mends the one field named in the reason drops nothing: what it leaves out is listed, no
/// single press takes it, and accepted it stays in the standing, through the lock too.
#[test]
fn what_a_correction_does_not_mention_stays_in_the_standing() {
    let first = whole(1, ON);
    let returned = officer(8, "2024-09-04", [Said::Return { of: first.id, reason: "联盟数有误".into() }]);
    let ledger = Ledger::new([first.clone(), returned]);
    assert_eq!(standing(&ledger), (None, None, 0));
    let correction = share(2, "2024-09-05", "4");
    let receipt = only(&ledger, &[one([correction.clone()])]);
    let dropped: Vec<EntryId> = receipt.dropped.iter().map(|one| one.entry).collect();
    let of = |index| EntryId { batch: first.id, index };
    assert_eq!(dropped, [of(1), of(2)], "the figure and the problem, not what it mends");
    assert!(receipt.dropped.iter().all(|one| !one.is_standing));
    assert!(!receipt.is_clear(), "no single press takes it");
    assert!(words::summary(Zh, std::slice::from_ref(&receipt)).contains("1 份要看一看"));
    assert_eq!(words::dropped(Zh, 2), "上次报过、这次没有的 2 项");
    let kept = accept(&[(&receipt, Choice::default())], "");
    assert_eq!((kept.items, kept.kept), (1, 2));
    let mut then = after(&ledger, kept, 9, "2024-09-06");
    assert_eq!(standing(&then), some("4", "47", 1));
    // The lock names both; what is there before it is there after it.
    let lock = crate::page::month::dispatch::lock::lock_entry(&then, month("2024-08"));
    then.add(officer(10, "2024-09-07", [lock.said]));
    assert_eq!(standing(&then), some("4", "47", 1));
    // Returning the correction returns what counts only because of it.
    let again = only(&then, &[one([correction.clone()])]);
    assert_eq!(again.revived, [first.id]);
    let back = return_entries(&again, "再核").unwrap();
    let mut then = after(&ledger, accept(&[(&receipt, Choice::default())], ""), 9, "2024-09-06");
    then.add(Batch { entries: back, ..officer(11, "2024-09-08", []) });
    assert_eq!(standing(&then), (None, None, 0));
    // Without keeping it counts what the correction says.
    let choice = Choice { keeps: false, ..Choice::default() };
    let bare = after(&ledger, accept(&[(&receipt, choice)], ""), 9, "2024-09-06");
    assert_eq!(standing(&bare), (Some("4".into()), None, 0));
}

/// walk a2, its kind: earlier receipts that were accepted, not judged, or only pasted beside; a correction that mentions
/// everything; one that takes something back by name.
#[test]
fn what_drops_out_is_told_whatever_became_of_the_earlier_receipt() {
    let first = whole(1, ON);
    let correction = share(2, "2024-09-05", "4");
    let accepted_before = officer(8, "2024-09-04", [Said::Acceptance { of: first.id }]);
    for ledger in [Ledger::new([first.clone()]), Ledger::new([first.clone(), accepted_before])] {
        let receipt = only(&ledger, &[one([correction.clone()])]);
        assert_eq!(receipt.dropped.len(), 2);
        assert!(receipt.dropped.iter().all(|one| one.is_standing) && !receipt.is_clear());
        let kept = after(&ledger, accept(&[(&receipt, Choice::default())], ""), 9, "2024-09-06");
        assert_eq!(standing(&kept), some("4", "47", 1));
        let gone = Choice { keeps: false, ..Choice::default() };
        let gone = after(&ledger, accept(&[(&receipt, gone)], "不再报"), 9, "2024-09-06");
        assert_eq!(standing(&gone), (Some("4".into()), None, 0));
    }
    // Both pasted at once: the later one alone, accepted, keeps the earlier.
    let both = look(&Ledger::default(), &[one([correction.clone()]), one([first.clone()])]);
    let [earlier, later] = &both.receipts[..] else { panic!("{both:?}") };
    assert!(earlier.dropped.is_empty() && later.dropped.len() == 2);
    let kept = after(&Ledger::default(), accept(&[(later, Choice::default())], ""), 9, "2024-09-06");
    assert_eq!(standing(&kept), some("4", "47", 1));
    // A whole correction drops nothing, and is taken by one press.
    let whole_one = only(&Ledger::new([first.clone()]), &[one([whole(2, "2024-09-05")])]);
    assert!(whole_one.dropped.is_empty() && whole_one.is_clear(), "{whole_one:?}");
    // Who takes a problem back says so.
    let mut named = whole(2, "2024-09-05");
    named.entries[2] = Entry {
        replaces: Some(EntryId { batch: first.id, index: 2 }),
        said: Said::Withdrawal { reason: "已解决".into() },
    };
    assert!(only(&Ledger::new([first.clone()]), &[one([named])]).dropped.is_empty());
    // What another organisation, another month or a receipt that does not belong there held is none of it.
    let hostile =
        batch(7, "2024-09-04", "haicheng", [figure("gazelles", None, "9"), Said::Lock { accepted: vec![] }]);
    let receipt = look(&Ledger::new([first]), &[one([whole(2, "2024-09-05")]), one([hostile])]);
    assert!(receipt.receipts.iter().all(|one| one.earlier.iter().all(|batch| batch.id.writer != 7)));
}

/// walk a30: the count is that of the lines that the reader saw.
#[test]
fn accepting_counts_what_was_listed() {
    let both = look(&Ledger::default(), &[one([whole(1, ON)]), one([report(3, ON, "taian")])]);
    let chosen: Vec<_> = both.receipts.iter().map(|one| (one, Choice::default())).collect();
    let accepting = accept(&chosen, "");
    let listed: usize = both.receipts.iter().map(|one| one.items.len()).sum();
    assert_eq!((accepting.receipts.len(), accepting.items, listed), (2, 3, 3));
    assert_eq!(words::accepted(Zh, 2, 3, 0), "已接收 2 份回执，3 项。");
    assert_eq!(accepting.verdicts.len(), 1, "one month, one batch of verdicts");
    assert_eq!(accept(&[], ""), Accepting::default());
}

/// hostile 2: a receipt from a clock that is ahead by a second is not among those that one press accepts; afterwards the
/// honest one counts, whichever was accepted first.
#[test]
fn a_receipt_that_is_ahead_by_a_second_asks_for_a_look() {
    let ahead = Batch { written: crate::ledger::Moment(here().now.0 + 1), ..share(2222, ON, "99") };
    let receipt = only(&Ledger::default(), &[one([ahead.clone()])]);
    assert!(receipt.flags.contains(&Flag::Ahead { written: day("2024-09-10") }) && !receipt.is_clear());
    let on_time = Batch { written: here().now, ..ahead };
    assert!(only(&Ledger::default(), &[one([on_time])]).is_clear());
    let far = Batch { written: morning("2025-09-20"), ..share(2222, ON, "99") };
    let honest = share(2223, ON, "55");
    let press = |ledger: &Ledger, batch: &Batch, writer| {
        let receipt = only(ledger, &[one([batch.clone()])]);
        after(ledger, accept(&[(&receipt, Choice::default())], ""), writer, "2024-09-10")
    };
    for pair in [[&far, &honest], [&honest, &far]] {
        let first = press(&Ledger::default(), pair[0], 9);
        let both = press(&first, pair[1], 10);
        assert_eq!(standing(&both).0.as_deref(), Some("55"));
    }
}

/// hostile 3: many entries for one item are told, and more than a receipt holds is not read.
#[test]
fn many_entries_for_one_item_are_told_and_too_many_are_not_read() {
    let of = |count: usize| {
        let said = (0..count).map(|at| figure("alliances", Some("haicheng"), &at.to_string()));
        batch(1, ON, "haicheng", said.chain([Said::Submission]))
    };
    let crowded = only(&Ledger::default(), &[one([of(5)])]);
    assert!(crowded.flags.contains(&Flag::Crowded { count: 5 }) && !crowded.is_clear());
    assert!(
        !only(&Ledger::default(), &[one([of(4)])])
            .flags
            .iter()
            .any(|flag| matches!(flag, Flag::Crowded { .. }))
    );
    let plan = plan();
    let sealed = |batch: &Batch| {
        let kind = crate::link::Kind::Receipt;
        let sealed = crate::link::message::seal(kind, &plan, std::slice::from_ref(batch)).unwrap();
        ["https://example.org/#", &sealed].concat()
    };
    let pasted = paste::paste(&plan, &sealed(&of(3_999)), Zh);
    assert!(pasted.received.is_empty() && pasted.faults[0].contains("超过一份回执的上限"), "{pasted:?}");
    let many: Vec<String> = (0..20u64)
        .map(|writer| sealed(&Batch { id: crate::ledger::BatchId { writer, sequence: 0 }, ..of(599) }))
        .collect();
    let pasted = paste::paste(&plan, &many.join("\n"), Zh);
    assert_eq!((pasted.received.len(), pasted.faults.len()), (16, 4), "{:?}", pasted.faults);
    assert!(pasted.faults[0].contains("一次最多核对 10000 条"));
}

/// hostile 4: a receipt that claims this page's own writer is never taken, not even as a whole.
#[test]
fn a_receipt_under_this_pages_own_name_is_refused() {
    for sequence in [0, 1, u32::MAX] {
        let id = crate::ledger::BatchId { writer: here().writer, sequence };
        let receipt = only(&Ledger::default(), &[one([Batch { id, ..share(1, ON, "3") }])]);
        assert!(receipt.apart.iter().all(|one| one.why == Why::OwnName) && !receipt.is_clear());
        assert!(accepted(&receipt, Extent::Whole).is_empty());
        assert_eq!(accept(&[(&receipt, Choice::default())], "").receipts.len(), 0);
    }
}

/// hostile 9: an organisation whose identifier is a real one's name, and a figure that replaces an acceptance.
#[test]
fn a_false_name_is_told_and_a_figure_replaces_no_acceptance() {
    let plan = plan();
    let real = plan.say(&plan.organisation("haicheng").unwrap().name, Zh).words;
    for claimed in [real.to_string(), [" ", &real, "\u{200b}"].concat()] {
        let receipt = only(&Ledger::default(), &[one([batch(1, ON, &claimed, [Said::Submission])])]);
        assert_eq!(receipt.flags, [Flag::UnknownOrganisation, Flag::FalseName]);
        assert!(receipt.name.words.starts_with("方案没有的单位：") && !receipt.is_clear());
    }
    let first = share(1, ON, "3");
    let verdict =
        Batch { organisation: "haicheng".into(), ..officer(2, ON, [Said::Acceptance { of: first.id }]) };
    let mut sent = share(3, "2024-09-05", "9");
    sent.entries[0].replaces = Some(EntryId { batch: verdict.id, index: 0 });
    let receipt = only(&Ledger::new([first, verdict]), &[one([sent])]);
    assert_eq!(receipt.apart[0].why, Why::OtherKind);
    assert!(accepted(&receipt, Extent::Whole).is_empty());
}

/// field 4: what looks like a slip stands at its line, and such a receipt is not among those that one press accepts.
#[test]
fn what_looks_like_a_slip_stands_at_its_line() {
    let text = include_str!("../../../../tests/plans/binjiang.json");
    let plan = crate::plan::read::from_json(text).expect("the plan of Binjiang");
    let issuer = plan.issuer.clone();
    let of = |month: &str, writer: u64, on: &str, figures: [(&str, &str); 3]| Batch {
        month: self::month(month),
        ..batch(writer, on, &issuer, figures.map(|(id, value)| figure(id, None, value)))
    };
    let june = of("2024-06", 1, "2024-07-03", [("revenue", "5.8"), ("net-firms", "120"), ("energy", "0.53")]);
    let july = of("2024-07", 2, "2024-08-03", [("revenue", "66"), ("net-firms", "98"), ("energy", "0.053")]);
    let ledger = Ledger::new([june]);
    let review = review(as_of(&plan, &ledger, Zh), here(), &[one([july])]);
    let [receipt] = &review.receipts[..] else { panic!("{review:?}") };
    let warned: Vec<bool> = receipt.items.iter().map(|item| !item.warnings.is_empty()).collect();
    assert_eq!(warned, [true, true, true], "{receipt:?}");
    assert!(!receipt.is_clear());
}

/// field 5d: two organisations report one item; the officer is told that the two differ, and by whom.
#[test]
fn two_organisations_that_report_one_item_are_told_apart() {
    let text = include_str!("../../../../public/plan.json");
    let mut document: serde_json::Value = serde_json::from_str(text).unwrap();
    // Whoever leads with the science bureau reports the same figures.
    for area in document["areas"].as_array_mut().unwrap() {
        for task in area["tasks"].as_array_mut().unwrap() {
            let leads = task["lead"].as_array_mut().unwrap();
            if !leads.iter().any(|one| one == "tax-bureau") {
                leads.push("tax-bureau".into());
            }
            if let Some(others) = task.get_mut("responsible").and_then(|one| one.as_array_mut()) {
                others.retain(|one| one != "tax-bureau");
            }
        }
    }
    let plan = crate::plan::read::from_json(&document.to_string()).expect("two leads");
    let none = match figure("alliances", None, "1") {
        Said::Actual { indicator, district, evidence, note, .. } => {
            Said::Actual { indicator, district, report: Report::NothingToReport, evidence, note }
        }
        said => said,
    };
    let first = batch(1, ON, "science-bureau", [figure("alliances", None, "16"), Said::Submission]);
    let second = batch(2, "2024-09-04", "tax-bureau", [none, Said::Submission]);
    let ledger = Ledger::new([first]);
    let review = review(as_of(&plan, &ledger, Zh), here(), &[one([second])]);
    let [receipt] = &review.receipts[..] else { panic!("{review:?}") };
    let item = &receipt.items[0];
    assert_eq!(item.kind, Kind::Conflicting);
    let name = plan.say(&plan.organisation("science-bureau").unwrap().name, Zh).words;
    assert_eq!(item.met_organisation.as_ref().map(|one| one.words.clone()), Some(name));
    assert!(!receipt.is_clear());
    let then = after(&ledger, accept(&[(receipt, Choice::default())], ""), 9, "2024-09-06");
    let actuals = then.actuals("alliances");
    let shown = actuals.get(&None).and_then(|one| one.get(&month("2024-08"))).unwrap();
    assert_eq!(shown.entry.said, figure("alliances", None, "16"), "the figure stays");
}

/// Late months that are pasted together are held against each other: a later one below an earlier one is told at both,
/// and one press takes neither.
#[test]
fn months_that_come_together_are_held_against_each_other() {
    let of = |writer, about: &str, text: &str| Batch {
        month: month(about),
        ..batch(
            writer,
            "2024-09-03",
            "haicheng",
            [figure("alliances", Some("haicheng"), text), Said::Submission],
        )
    };
    let look = |june: &str, july: &str| {
        let received = [one([of(1, "2024-06", june)]), one([of(2, "2024-07", july)])];
        look(&Ledger::default(), &received).receipts
    };
    let falls = look("9", "5");
    assert_eq!(falls.iter().map(Receipt::warnings).collect::<Vec<_>>(), [1, 1], "{falls:?}");
    assert!(falls.iter().all(|receipt| !receipt.is_clear()));
    assert!(look("5", "9").iter().all(|receipt| receipt.warnings() == 0));
}

/// What lacks something is taken by one press as long as nothing in it looks like a slip, and never where something does.
#[test]
fn one_press_never_takes_what_lacks_something_and_has_warnings() {
    let june = |text: &str| Batch {
        month: month("2024-06"),
        ..batch(1, "2024-07-03", "haicheng", [figure("alliances", Some("haicheng"), text), Said::Submission])
    };
    let plain = only(&Ledger::default(), &[one([june("3")])]);
    assert!(!plain.is_whole() && plain.is_clear());
    let odd = only(&Ledger::default(), &[one([june("3.5")])]);
    assert!(!odd.is_whole() && odd.warnings() > 0 && !odd.is_clear(), "{odd:?}");
}

/// field 6b: a receipt that was made by another version of the plan is told with both versions, and can be accepted; one
/// that was made by this version, or says nothing of it, is not.
#[test]
fn a_receipt_of_another_version_of_the_plan_is_told() {
    let edition = Edition::of(&plan());
    let other = Edition { code: Code::of(b"other"), version: "2022".into() };
    let by = |edition: &Edition| Received {
        stamp: Stamp { edition: Some(edition.clone()), ..Stamp::default() },
        ..one([share(1, ON, "3")])
    };
    let told = |received: &[Received]| only(&Ledger::default(), received);
    for quiet in [&[one([share(1, ON, "3")])][..], &[by(&edition)]] {
        assert_eq!(told(quiet).made_otherwise, None);
    }
    let said = told(&[by(&other)]);
    assert_eq!(said.flags, told(&[one([share(1, ON, "3")])]).flags, "no figure is another by it");
    let sentence = said.made_otherwise.expect("told");
    assert!(sentence.contains(&other.name(Zh)) && sentence.contains(&edition.name(Zh)), "{sentence}");
    let both = [by(&edition), by(&other)];
    assert_eq!(told(&both).made_otherwise, Some(sentence), "whatever else was pasted");
    let back = paste::paste(
        &plan(),
        &{
            let one = &both[1];
            crate::link::message::stamped(crate::link::Kind::Receipt, &plan(), &one.stamp, &one.batches)
                .unwrap()
        },
        Zh,
    );
    assert_eq!(back.received[0].stamp, both[1].stamp, "out of a pasted text");
}

/// hostile 7b: a receipt made where records could not be read is told with how many, and one press does not take it.
#[test]
fn a_receipt_of_a_device_with_unreadable_records_asks_for_a_look() {
    let sent = |unread| Received {
        stamp: Stamp { unread, ..Stamp::default() },
        ..one([report(1, "2024-09-03", "taian")])
    };
    let whole = only(&Ledger::default(), &[sent(0)]);
    assert!(whole.flags.iter().all(|flag| !matches!(flag, Flag::Unreadable { .. })));
    for received in [&[sent(2)][..], &[sent(0), sent(2)], &[sent(2), sent(0)]] {
        let receipt = only(&Ledger::default(), received);
        let flag = Flag::Unreadable { count: 2 };
        assert!(receipt.flags.contains(&flag) && flag.asks_for_a_look() && !receipt.is_clear());
        assert!(words::flag(Zh, flag).contains(" 2 ") && words::flag(En, flag).starts_with("2 "));
        let look = look(&Ledger::default(), received);
        assert!(look.summary.contains("1 份要看一看"), "{}", look.summary);
    }
}
