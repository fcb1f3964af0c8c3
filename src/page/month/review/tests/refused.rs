//! What a receipt may not contain, and who may say what.

use super::*;

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
