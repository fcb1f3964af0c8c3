//! How what was received is listed: new, the same, changed, in conflict.

use super::*;

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
fn a_review_in_english_has_no_chinese_of_its_own() {
    let text = include_str!("../../../../../tests/plans/harbour-city.json");
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

/// walk16 A8: a receipt that carries what it corrects is listed as it stands in the end, each item once.
#[test]
fn a_correction_is_listed_with_one_line_for_each_item() {
    let first = whole(1, ON);
    let of = |index| Some(EntryId { batch: first.id, index });
    let correction = {
        let mut later = whole(1, "2024-09-05");
        later.id.sequence += 1;
        later.entries[0] = Entry { replaces: of(0), said: figure("alliances", Some("haicheng"), "4") };
        later.entries[2].replaces = of(2);
        later
    };
    let sent = [one([first.clone(), correction.clone()])];
    let kinds = |receipt: &Receipt| receipt.items.iter().map(|item| item.kind).collect::<Vec<_>>();
    let fresh = only(&Ledger::default(), &sent);
    assert_eq!(kinds(&fresh), [Kind::New, Kind::New, Kind::New], "{fresh:?}");
    let says: Vec<&str> = fresh.items.iter().map(|item| item.says.value.as_str()).collect();
    assert_eq!(says[..2], ["4", "47"]);
    let receipt = only(&Ledger::new([first.clone()]), &sent);
    assert_eq!(kinds(&receipt), [Kind::Changed, Kind::Same, Kind::Changed]);
    assert_eq!(receipt.items[0].met.as_ref().map(|met| met.value.as_str()), Some("3"));
    assert_eq!(words::counts(Zh, &receipt), "改 2 项，同 1 项");
    let accepting = accept(&[(&receipt, Choice::default())], "");
    assert_eq!(
        (accepting.items, accepting.batches.len()),
        (3, 2),
        "all of it is taken, and each item counted once"
    );
    // What is refused takes nothing back: the line of what is taken stays.
    let mut refused = correction;
    refused.entries.push(Entry { replaces: None, said: Said::Lock { accepted: vec![] } });
    let receipt = only(&Ledger::default(), &[one([first, refused])]);
    assert_eq!((receipt.items.len(), receipt.apart.len()), (6, 1));
}

/// walk16 A8: the same link opened and pasted is said to be open, not pasted twice.
#[test]
fn what_is_open_and_pasted_is_said_to_be_open() {
    let opened = Received { source: String::new(), ..one([share(1, ON, "3")]) };
    let review = look(&Ledger::default(), &[opened.clone(), one([share(1, ON, "3")])]);
    assert!(review.summary.contains("粘贴的链接中有 1 份已在下面打开"), "{}", review.summary);
    let alone = look(&Ledger::default(), &[opened]);
    assert!(!alone.summary.contains("已在下面打开"), "{}", alone.summary);
    let twice = look(&Ledger::default(), &[one([share(1, ON, "3")]), one([share(1, ON, "3")])]);
    assert!(!twice.summary.contains("已在下面打开") && twice.receipts[0].copies == 2);
}
