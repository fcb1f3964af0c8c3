//! The fold by cases that people meet, and by a property: what is shown does not depend on the order
//! in which batches arrive, nor on how often.

use super::*;
use crate::ledger::samples::{actual, batch, entry, value};
use crate::ledger::{Id, Report, Said, Stage};
use proptest::prelude::*;

fn id(writer: u64, sequence: u32) -> BatchId {
    BatchId { writer, sequence }
}

fn first_of(batch: BatchId) -> EntryId {
    EntryId { batch, index: 0 }
}

fn figure(ledger: &Ledger) -> Option<String> {
    let slot = Slot::Actual { indicator: "cores".into(), district: None, month: month(8) };
    match &ledger.at(&slot)?.entry.said {
        Said::Actual { report: Report::Value(value), .. } => Some(value.to_string()),
        _ => None,
    }
}

fn month(number: u8) -> Month {
    Month::new(crate::plan::Year(2024), number).unwrap()
}

/// Every order in which the batches can arrive shows the same figure.
fn always(batches: &[Batch], expected: Option<&str>) {
    for_each_order(batches.len(), &mut |order| {
        let mut ledger = Ledger::default();
        for at in order {
            ledger.add(batches[*at].clone());
        }
        assert_eq!(figure(&ledger).as_deref(), expected, "in the order {order:?}");
    });
}

fn for_each_order(count: usize, act: &mut impl FnMut(&[usize])) {
    fn further(order: &mut Vec<usize>, count: usize, act: &mut impl FnMut(&[usize])) {
        if order.len() == count {
            act(order);
        }
        for at in 0..count {
            if !order.contains(&at) {
                order.push(at);
                further(order, count, act);
                order.pop();
            }
        }
    }
    further(&mut Vec::new(), count, act);
}

fn original() -> Batch {
    batch(id(1, 0), 100, 8, [actual("cores", "12")])
}

fn correction(of: EntryId, by: BatchId, written: u64, figure: &str) -> Batch {
    batch(by, written, 8, [Entry { replaces: Some(of), ..actual("cores", figure) }])
}

fn withdrawal(of: EntryId, by: BatchId, written: u64) -> Batch {
    batch(by, written, 8, [Entry { replaces: Some(of), said: Said::Withdrawal { reason: "错报".into() } }])
}

#[test]
fn the_figure_that_was_written_last_is_shown() {
    always(&[original(), batch(id(2, 0), 200, 8, [actual("cores", "13")])], Some("13"));
}

#[test]
fn a_correction_holds_though_its_clock_was_behind() {
    always(&[original(), correction(first_of(id(1, 0)), id(2, 0), 50, "11")], Some("11"));
}

#[test]
fn a_correction_of_a_correction_leaves_the_original_corrected() {
    let first = correction(first_of(id(1, 0)), id(2, 0), 90, "11");
    let second = correction(first_of(id(2, 0)), id(3, 0), 80, "10");
    always(&[original(), first, second], Some("10"));
}

#[test]
fn withdrawing_a_correction_brings_the_original_back() {
    let first = correction(first_of(id(1, 0)), id(2, 0), 200, "11");
    always(&[original(), first.clone(), withdrawal(first_of(id(2, 0)), id(3, 0), 300)], Some("12"));
    let again = withdrawal(first_of(id(3, 0)), id(4, 0), 400);
    always(&[original(), first, withdrawal(first_of(id(2, 0)), id(3, 0), 300), again], Some("11"));
}

#[test]
fn what_was_withdrawn_is_not_shown() {
    always(&[original(), withdrawal(first_of(id(1, 0)), id(2, 0), 10)], None);
}

#[test]
fn a_returned_batch_counts_only_once_it_is_accepted() {
    let returned = Said::Return { of: id(1, 0), reason: "缺依据".into() };
    let returned = batch(id(9, 0), 300, 8, [entry(returned)]);
    always(&[original(), returned.clone()], None);
    let accepted = batch(id(9, 1), 400, 8, [entry(Said::Acceptance { of: id(1, 0) })]);
    always(&[original(), returned.clone(), accepted], Some("12"));
    let undone = withdrawal(first_of(id(9, 0)), id(9, 2), 500);
    always(&[original(), returned, undone], Some("12"));
}

#[test]
fn what_comes_after_the_lock_does_not_count_until_a_lock_names_it() {
    let lock = |by, written, accepted: &[BatchId]| {
        batch(by, written, 8, [entry(Said::Lock { accepted: accepted.to_vec() })])
    };
    let late = batch(id(2, 0), 900, 8, [actual("cores", "15")]);
    let first = lock(id(9, 0), 500, &[id(1, 0)]);
    always(&[original(), first.clone(), late.clone()], Some("12"));
    let second = lock(id(9, 1), 1000, &[id(1, 0), id(2, 0)]);
    always(&[original(), first.clone(), late.clone(), second], Some("15"));
    // Neither a correction nor a withdrawal gets round the lock by speaking of another month.
    let mut around = withdrawal(first_of(id(1, 0)), id(3, 0), 950);
    around.month = month(9);
    always(&[original(), first.clone(), around], Some("12"));
    let opened = withdrawal(first_of(id(9, 0)), id(9, 3), 1100);
    always(&[original(), first, late, opened], Some("15"));
}

#[test]
fn circles_that_only_tampering_makes_end() {
    let one = correction(first_of(id(2, 0)), id(1, 0), 1, "1");
    let other = correction(first_of(id(1, 0)), id(2, 0), 2, "2");
    always(&[one, other], None);
    always(
        &[
            withdrawal(first_of(id(2, 0)), id(1, 0), 1),
            withdrawal(first_of(id(1, 0)), id(2, 0), 2),
            original_as(3),
        ],
        Some("12"),
    );
}

#[test]
fn what_became_of_an_entry_in_a_circle_is_told() {
    let round = [withdrawal(first_of(id(2, 0)), id(1, 0), 1), withdrawal(first_of(id(1, 0)), id(2, 0), 2)];
    let ledger = Ledger::new(round);
    for writer in [1, 2] {
        assert_eq!(ledger.change(first_of(id(writer, 0))), Some(Change::Withdrawn));
    }
}

/// A figure, and so many replies after it, each to the one before: in batches as large as a link may have.
fn chain(length: u32, said: impl Fn(u32) -> Said) -> Vec<Batch> {
    let most = crate::ledger::codec::MOST_ENTRIES as u32;
    let name = |at: u32| EntryId { batch: id(1, at / most), index: at % most };
    let reply = |at: u32| Entry { replaces: at.checked_sub(1).map(name), said: said(at) };
    let batches = (0..=length).step_by(most as usize);
    batches
        .map(|first| batch(id(1, first / most), 100, 8, (first..=length.min(first + most - 1)).map(reply)))
        .collect()
}

fn said(figure: &str) -> Said {
    actual("cores", figure).said
}

#[test]
fn a_chain_of_replies_of_any_length_ends_and_takes_no_time_by_the_square() {
    let withdrawals = |at| match at {
        0 => said("12"),
        _ => Said::Withdrawal { reason: String::new() },
    };
    let corrections = |at: u32| said(&at.to_string());
    // By recursion each of these would end the program; by the square each would take hours.
    assert_eq!(figure(&Ledger::new(chain(100_000, corrections))).as_deref(), Some("100000"));
    let mut one_by_one = Ledger::default();
    for batch in chain(20_000, withdrawals).into_iter().rev() {
        one_by_one.add(batch);
    }
    assert_eq!(one_by_one.len(), 20_001);
    let _ = figure(&Ledger::new(chain(100_000, withdrawals)));
}

#[test]
fn withdrawals_of_withdrawals_are_followed_so_deep_and_no_deeper() {
    let shown = |length: usize| {
        let withdrawals = |at| match at {
            0 => said("12"),
            _ => Said::Withdrawal { reason: String::new() },
        };
        figure(&Ledger::new(chain(length as u32, withdrawals))).is_some()
    };
    // An even number of them leaves the figure as it was.
    assert!((0..=DEEPEST).all(|length| shown(length) == (length % 2 == 0)));
    assert_eq!(shown(DEEPEST + 1), shown(DEEPEST), "one more changes nothing");
}

#[test]
fn of_the_verdicts_on_a_batch_so_many_are_looked_at_and_no_more() {
    let is_returned = |withdrawn: u32| {
        let report = batch(id(1, 0), 1, 8, [actual("cores", "11")]);
        let back = entry(Said::Return { of: id(1, 0), reason: String::new() });
        let later = (0..withdrawn).flat_map(|at| {
            let accepted = batch(id(8, at), 3, 8, [entry(Said::Acceptance { of: id(1, 0) })]);
            let said = Said::Withdrawal { reason: String::new() };
            let withdrawal = Entry { replaces: Some(first_of(accepted.id)), said };
            [accepted, batch(id(9, at), 4, 8, [withdrawal])]
        });
        let ledger = Ledger::new([report, batch(id(7, 0), 2, 8, [back])].into_iter().chain(later));
        figure(&ledger).is_none()
    };
    let most = DEEPEST as u32;
    assert_eq!([0, 1, most - 1, most].map(is_returned), [true, true, true, false]);
}

/// A page draws between the steps: none of them may be long.
#[test]
fn a_step_takes_one_batch_in_or_looks_at_a_stretch_of_slots() {
    let batches: Vec<Batch> =
        (0..300).map(|at| batch(id(1, at), 1, 8, [actual(&format!("i-{at}"), "1")])).collect();
    let mut folding = Folding::new(batches);
    let steps = std::iter::from_fn(|| folding.step().is_none().then_some(())).count();
    // All in, no locks; of the stretches of slots the last gives the ledger.
    assert_eq!(steps, 300 + 1 + 1 + 7);
}

#[test]
fn corrections_are_followed_so_deep_and_no_deeper() {
    // None but the last holds: the others went back to whoever sent them.
    let corrected = |length: u32| {
        let name = |at: u32| first_of(id(u64::from(at) + 1, 0));
        let mut ledger = Ledger::default();
        for at in 0..=length {
            let entry = Entry { replaces: at.checked_sub(1).map(name), said: said(&at.to_string()) };
            ledger.add(batch(name(at).batch, 100, 8, [entry]));
            if (1..length).contains(&at) {
                let back = Said::Return { of: name(at).batch, reason: String::new() };
                ledger.add(batch(id(1_000 + u64::from(at), 0), 200, 8, [self::entry(back)]));
            }
        }
        ledger.change(name(0)) == Some(Change::Corrected)
    };
    let deepest = DEEPEST as u32;
    assert_eq!([1, 2, deepest, deepest + 1].map(corrected), [true, true, true, false]);
}

fn original_as(writer: u64) -> Batch {
    Batch { id: id(writer, 0), ..original() }
}

#[test]
fn a_redaction_takes_the_words_and_leaves_the_figure_for_good() {
    let mut said = actual("cores", "12");
    if let Said::Actual { note, .. } = &mut said.said {
        *note = "电话 13800000000".into();
    }
    let with_words = batch(id(1, 0), 100, 8, [said]);
    let redaction = batch(id(9, 0), 200, 8, [entry(Said::Redaction { of: first_of(id(1, 0)) })]);
    for_each_order(2, &mut |order| {
        let mut ledger = Ledger::default();
        for at in order {
            ledger.add([&with_words, &redaction][*at].clone());
        }
        assert_eq!(ledger.add(with_words.clone()), Met::Known, "the words do not come back");
        assert_eq!(figure(&ledger).as_deref(), Some("12"));
        let here = ledger.batch(id(1, 0)).unwrap();
        assert!(here.person.is_empty() && here.entries[0].said.words().concat().is_empty());
    });
}

#[test]
fn the_form_without_words_stays_in_every_order_though_its_redaction_is_unknown() {
    let mut said = actual("cores", "12");
    if let Said::Actual { note, evidence, .. } = &mut said.said {
        (*note, *evidence) = ("电话 13800000000".into(), "文件".into());
    }
    let whole = batch(id(1, 0), 100, 8, [said, actual("teams", "4")]);
    let bare = whole.struck(&BTreeSet::from([first_of(id(1, 0))])).expect("it has words");
    assert_eq!((bare.person.as_str(), bare.entries.len()), ("", 2));
    assert_eq!(bare.struck(&BTreeSet::from([first_of(id(1, 0))])), None, "nothing is left to take out");
    assert_eq!(whole.struck(&BTreeSet::from([EntryId { batch: id(1, 0), index: 2 }])), None);
    assert_eq!(whole.struck(&BTreeSet::from([first_of(id(1, 1))])), None);
    for_each_order(2, &mut |order| {
        let ledger = Ledger::new(order.iter().map(|at| [&whole, &bare][*at].clone()));
        assert_eq!(ledger.batch(id(1, 0)), Some(&bare), "in the order {order:?}");
    });
}

#[test]
fn two_batches_of_one_name_leave_the_same_one_in_every_order() {
    let other = batch(id(1, 0), 100, 8, [actual("cores", "99")]);
    let one = Ledger::new([original(), other.clone()]);
    let two = Ledger::new([other.clone(), original()]);
    assert_eq!(one, two);
    assert_eq!(figure(&one), figure(&two));
    assert_eq!(Ledger::new([original()]).add(other), Met::Differs);
}

#[test]
fn what_was_known_on_a_day_is_what_had_been_written_by_then() {
    let ledger = Ledger::new([original(), correction(first_of(id(1, 0)), id(2, 0), 200, "11")]);
    assert_eq!(figure(&ledger.known_on(Moment(150))).as_deref(), Some("12"));
    assert_eq!(figure(&ledger.known_on(Moment(200))).as_deref(), Some("11"));
    assert_eq!(figure(&ledger.known_on(Moment(99))), None);
}

/// Everything that a page could show of a ledger.
fn shown(ledger: &Ledger) -> String {
    let mut lines: Vec<String> =
        ledger.slots.iter().map(|(slot, at)| format!("{slot:?}: {:?}", at.shown)).collect();
    for batch in ledger.batches() {
        lines.push(format!("{batch:?}"));
        lines.extend(batch.named().map(|(id, _)| format!("{id:?}: {:?}", ledger.change(id))));
    }
    lines.join("\n")
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let name = || (0_u64..4, 0_u32..3).prop_map(|(writer, sequence)| id(writer, sequence));
    let entry_name = move || (name(), 0_u32..3).prop_map(|(batch, index)| EntryId { batch, index });
    let indicator = || prop_oneof![Just(Id::from("cores")), Just(Id::from("teams"))];
    let said = prop_oneof![
        4 => (indicator(), 0_i64..50, words()).prop_map(|(indicator, digits, note)| Said::Actual {
            indicator,
            district: None,
            report: Report::Value(value(&digits.to_string())),
            evidence: String::new(),
            note,
        }),
        1 => Just(Said::Progress { subject: "m-1".into(), stage: Stage::Done, note: String::new() }),
        1 => Just(Said::Submission),
        1 => Just(Said::Problem { subject: None, text: "缺".into(), who: String::new(), until: None }),
        1 => name().prop_map(|of| Said::Acceptance { of }),
        1 => name().prop_map(|of| Said::Return { of, reason: "退".into() }),
        1 => proptest::collection::vec(name(), 0..6).prop_map(|accepted| Said::Lock { accepted }),
        3 => Just(Said::Withdrawal { reason: "撤".into() }),
        1 => entry_name().prop_map(|of| Said::Redaction { of }),
    ];
    (proptest::option::weighted(0.5, entry_name()), said)
        .prop_map(|(replaces, said)| Entry { replaces, said })
}

/// Also none at all, as after a redaction of which nobody knows.
fn words() -> impl Strategy<Value = String> {
    proptest::sample::select(vec!["", "注", "释"]).prop_map(str::to_owned)
}

fn any_batches() -> impl Strategy<Value = Vec<Batch>> {
    let entries = proptest::collection::vec(any_entry(), 1..4);
    let one = (0_u64..4, 0_u32..3, 0_u64..6, 8_u8..10, words(), entries);
    let one = one.prop_map(|(writer, sequence, written, month, person, entries)| Batch {
        person,
        ..batch(id(writer, sequence), written, month, entries)
    });
    proptest::collection::vec(one, 1..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn the_order_and_number_of_arrivals_do_not_matter(
        (batches, order) in any_batches().prop_flat_map(|batches| {
            let twice: Vec<usize> = (0..batches.len()).chain(0..batches.len()).collect();
            (Just(batches), Just(twice).prop_shuffle())
        }),
    ) {
        let at_once = Ledger::new(batches.clone());
        let mut one_by_one = Ledger::default();
        for at in order {
            one_by_one.add(batches[at].clone());
        }
        prop_assert_eq!(shown(&at_once), shown(&one_by_one));
    }
}

/// field 5d: of two organisations that report the same item, the second one's 零报告 takes no figure from the first; its
/// own figure would, and so does the first one's own 零报告.
#[test]
fn that_one_has_nothing_to_report_takes_no_figure_from_another() {
    use crate::ledger::samples::{actual, batch};
    use crate::ledger::{Entry, Report};
    let id = |writer| BatchId { writer, sequence: 0 };
    let of = |writer, organisation: &str, entry: Entry| Batch {
        organisation: organisation.into(),
        ..batch(id(writer), writer, 8, [entry])
    };
    let without = |report: Report| match actual("alliances", "1") {
        Entry { said: Said::Actual { indicator, district, evidence, note, .. }, replaces } => Entry {
            said: Said::Actual { indicator, district, report: report.clone(), evidence, note },
            replaces,
        },
        other => other,
    };
    let shown = |batches: &[Batch]| {
        let ledger = Ledger::new(batches.to_vec());
        let mut reversed = Ledger::default();
        batches.iter().rev().for_each(|one| {
            reversed.add(one.clone());
        });
        assert!(ledger.slots().eq(reversed.slots()));
        ledger.slots().map(|(_, id)| id.batch.writer).collect::<Vec<_>>()
    };
    let figure = of(1, "science-bureau", actual("alliances", "16"));
    for report in [Report::NothingToReport, Report::NoChange, Report::NotYetPublished] {
        let other = of(2, "tax-bureau", without(report.clone()));
        assert_eq!(shown(&[figure.clone(), other.clone()]), [1]);
        let own = of(3, "science-bureau", without(report.clone()));
        assert_eq!(shown(&[figure.clone(), own.clone()]), [3]);
        assert_eq!(shown(&[figure.clone(), other.clone(), own]), [3]);
        let later = of(4, "tax-bureau", actual("alliances", "17"));
        assert_eq!(shown(&[figure.clone(), other, later]), [4]);
    }
}
