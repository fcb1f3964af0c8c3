//! What asks for a look before anything is taken.

use super::*;

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
    assert_eq!(words::flag(Zh, flag), "36 项中已报 11 项，缺 25 项");
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

/// field 4: what looks like a slip stands at its line, and such a receipt is not among those that one press accepts.
#[test]
fn what_looks_like_a_slip_stands_at_its_line() {
    let text = include_str!("../../../../../tests/plans/binjiang.json");
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
    let text = include_str!("../../../../../public/plan.json");
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
        assert!(look.summary.contains("1 份须核对后再定"), "{}", look.summary);
    }
}
