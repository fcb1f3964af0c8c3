//! What accepting and returning do to the standing.

use super::*;

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
fn a_reason_for_returning_is_cut_where_the_ledger_takes_no_more() {
    let most = crate::ledger::codec::MOST_LETTERS;
    let receipt = only(&Ledger::default(), &[one([share(1, ON, "3")])]);
    let reason = |letters| match &return_entries(&receipt, &"字".repeat(letters)).unwrap()[0].said {
        Said::Return { reason, .. } => reason.chars().count(),
        said => panic!("{said:?}"),
    };
    assert_eq!((reason(most), reason(most + 1)), (most, most));
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
    assert!(words::summary(Zh, std::slice::from_ref(&receipt)).contains("1 份须核对后再定"));
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

/// What was said of a problem is an item as a figure is: a correction that leaves it out does not take it away unseen, and
/// what the officer has read or closed by then is not told.
#[test]
fn an_answer_to_a_problem_does_not_drop_out_unseen() {
    use crate::ledger::kinds::ProblemStep;
    let problem = Said::Problem { subject: None, text: "缺地".into(), who: String::new(), until: None };
    let begun = Batch { month: month("2024-07"), ..batch(1, "2024-08-03", "haicheng", [problem]) };
    let of = EntryId { batch: begun.id, index: 0 };
    let step = |step, text: &str| Said::ProblemStep { of, step, text: text.into(), document: String::new() };
    let answer = |text: &str| step(ProblemStep::Answered, text);
    let figure = |value: &str| figure("alliances", Some("haicheng"), value);
    let first = batch(2, ON, "haicheng", [figure("3"), answer("正在办"), Said::Submission]);
    let correction = |said: Vec<Said>| batch(3, "2024-09-05", "haicheng", said);
    let dropped = |ledger: &Ledger, correction: Batch| -> Vec<EntryId> {
        only(ledger, &[one([correction])]).dropped.iter().map(|one| one.entry).collect()
    };
    let ledger = Ledger::new([begun, first.clone()]);
    let told = EntryId { batch: first.id, index: 1 };
    let without = || correction(vec![figure("4"), Said::Submission]);
    assert_eq!(dropped(&ledger, without()), [told]);
    assert!(dropped(&ledger, correction(vec![figure("4"), answer("已办妥"), Said::Submission])).is_empty());
    for dealt_with in [Said::Acceptance { of: first.id }, step(ProblemStep::Closed, "办结")] {
        let mut ledger = ledger.clone();
        ledger.add(officer(8, "2024-09-04", [dealt_with]));
        assert!(!dropped(&ledger, without()).contains(&told));
    }
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
