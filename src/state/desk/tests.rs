//! A desk over the twin of the browser's storage.

use super::*;
use crate::plan::Day;
use crate::sample;
use crate::storage::{Memory, OnlyShown, Place, Port};
use std::rc::Rc;

fn month() -> Month {
    Month::parse("2024-08").expect("a month")
}

fn desk(memory: &Memory, writer: u64) -> Desk {
    let place = Place::new("plan", "/");
    Desk::new(Setup {
        port: Rc::new(memory.clone()),
        place,
        clock: || 1_725_000_000_000,
        writer,
        offset: 480,
    })
}

fn written(desk: Desk) -> Batch {
    let entry = Entry { replaces: None, said: crate::ledger::Said::Submission };
    let (batch, kept) = desk.write("tax-bureau".into(), month(), vec![entry]);
    assert_eq!(kept, Ok(()));
    batch
}

#[test]
fn what_is_written_while_the_sample_is_on_bears_its_name_and_goes_with_it() {
    Owner::new_root(None).with(|| {
        let memory = Memory::default();
        let before = written(desk(&memory, 1));
        let first = desk(&memory, 2);
        assert_eq!(first.show_sample(vec![]), Ok(()));
        let invented = written(first);
        assert!(sample::is_sample(invented.id) && !sample::is_sample(before.id));
        // Another load of the page whose number falls on the same name does not write over it.
        let again = written(desk(&memory, 2));
        assert!(sample::is_sample(again.id) && again.id != invented.id);
        let last = desk(&memory, 3);
        assert_eq!((last.viewing(), last.own().batches().count()), (Viewing::Sample, 2));
        last.remove_sample();
        assert_eq!(last.own().batches().collect::<Vec<_>>(), [&before]);
        assert!(!sample::is_sample(written(last).id));
    });
}

#[test]
fn looking_back_at_the_sample_still_shows_a_sample() {
    Owner::new_root(None).with(|| {
        let desk = desk(&Memory::default(), 1);
        let day = Day::parse("2024-08-31").expect("a day");
        let is_marked = |desk: Desk| match desk.viewing() {
            Viewing::Opened(opened) => opened.is_own_past && opened.is_sample,
            _ => panic!("nothing is looked at"),
        };
        desk.look_back(day, day);
        assert!(!is_marked(desk));
        assert_eq!(desk.show_sample(vec![]), Ok(()));
        desk.look_back(day, day);
        assert!(is_marked(desk));
    });
}

#[test]
fn figures_of_later_periods_are_not_in_a_look_back_and_decisions_are() {
    Owner::new_root(None).with(|| {
        let desk = desk(&Memory::default(), 1);
        let report = written(desk);
        let reason = "复核".to_owned();
        let basis = crate::ledger::Said::BasisDecision {
            indicator: "contract-value".into(),
            basis: crate::plan::Basis::YearlyFlow,
            reason,
        };
        let (decision, _) =
            desk.write("science-bureau".into(), month(), vec![Entry { replaces: None, said: basis }]);
        let shown = |up_to: &str| {
            let known_on = Day::parse("2030-01-01").expect("a day");
            desk.look_back(Day::parse(up_to).expect("a day"), known_on);
            desk.ledger().batches().map(|batch| batch.id).collect::<Vec<_>>()
        };
        assert_eq!(shown("2024-08-31"), [report.id, decision.id]);
        assert_eq!(shown("2024-07-31"), [decision.id]);
    });
}

#[test]
fn taking_in_can_be_undone_once() {
    Owner::new_root(None).with(|| {
        let memory = Memory::default();
        let desk = desk(&memory, 1);
        let own = written(desk);
        let other = Batch { id: crate::ledger::BatchId { writer: 9, sequence: 0 }, ..own.clone() };
        assert_eq!(desk.take_in(vec![other]), Ok(()));
        assert!(desk.can_undo() && desk.own().batches().count() == 2);
        assert_eq!(desk.undo(), Ok(()));
        assert!(!desk.can_undo());
        assert_eq!(desk.own().batches().collect::<Vec<_>>(), [&own]);
    });
}

#[test]
fn a_name_has_at_most_as_many_letters_as_the_ledger_takes() {
    let most = crate::ledger::codec::MOST_ID_LETTERS;
    let named = |letters: usize| Me::named(&"名".repeat(letters)).chars().count();
    assert_eq!((named(most), named(most + 1)), (most, most));
    let read = Me::read(&["tax-bureau\n", &"名".repeat(most + 1)].concat());
    assert_eq!(read.person.chars().count(), most);
}

/// walk a28: whoever acts is asked once, at the first act that signs something; nothing is signed before.
#[test]
fn the_first_act_that_signs_asks_for_a_name_and_waits_for_it() {
    Owner::new_root(None).with(|| {
        let memory = Memory::default();
        let at = desk(&memory, 1);
        let sign = |desk: Desk| desk.sign(move || drop(written(desk)));
        let people = |desk: Desk| desk.own().batches().map(|batch| batch.person.clone()).collect::<Vec<_>>();
        sign(at);
        assert!(at.is_asking_name() && at.own().is_empty(), "it was written before anybody signed");
        at.signed(Signature::GivenUp);
        assert!(!at.is_asking_name() && at.own().is_empty(), "given up is done all the same");
        sign(at);
        at.signed(Signature::Name("李科".into()));
        sign(at);
        assert!(!at.is_asking_name(), "it asks twice");
        assert_eq!(people(at), ["李科", "李科"]);
        // Kept on the device, and another one can be given.
        let again = desk(&memory, 2);
        sign(again);
        again.ask_name();
        assert!(again.is_asking_name());
        again.signed(Signature::Name("王工".into()));
        sign(again);
        assert_eq!(people(again), ["李科", "李科", "李科", "王工"]);
    });
}

/// walk a28: without a name only knowingly, and then it is not asked for at every act.
#[test]
fn going_on_without_a_name_is_a_choice() {
    Owner::new_root(None).with(|| {
        let desk = desk(&Memory::default(), 1);
        desk.sign(move || drop(written(desk)));
        desk.signed(Signature::Unsigned);
        desk.sign(move || drop(written(desk)));
        assert!(!desk.is_asking_name());
        assert_eq!(desk.own().batches().map(|batch| batch.person.as_str()).collect::<Vec<_>>(), ["", ""]);
    });
}

/// walk a29: the bar that offers to undo goes when it is closed; the next act offers anew.
#[test]
fn the_offer_to_undo_is_put_away_and_comes_back_with_the_next_act() {
    Owner::new_root(None).with(|| {
        let desk = desk(&Memory::default(), 1);
        assert!(!desk.offers_undo());
        let own = written(desk);
        let other = |writer| Batch { id: crate::ledger::BatchId { writer, sequence: 0 }, ..own.clone() };
        assert_eq!(desk.take_in(vec![other(9)]), Ok(()));
        assert!(desk.offers_undo());
        desk.put_undo_away();
        assert!(
            !desk.offers_undo() && desk.can_undo(),
            "what was done can still be undone where it was done"
        );
        assert_eq!(desk.take_in(vec![other(10)]), Ok(()));
        assert!(desk.offers_undo());
    });
}

/// hostile 4: a page whose name somebody else has taken, also at its very end, writes under another, and what it writes is
/// in the ledger, before and after a reload.
#[test]
fn a_page_whose_name_is_taken_draws_another() {
    for (taken, sequence) in [(2, u32::MAX), (2, 0), (2, 7), (2, u32::MAX - 1)] {
        Owner::new_root(None).with(|| {
            let memory = Memory::default();
            let first = desk(&memory, 2);
            let own = written(first);
            let id = crate::ledger::BatchId { writer: taken, sequence };
            if id != own.id {
                let forged = Batch { id, organisation: "haicheng".into(), ..own.clone() };
                assert_eq!(first.take_in(vec![forged]), Ok(()));
            }
            let next = written(first);
            let after = written(first);
            assert!(next.id != id && after.id.writer == next.id.writer && after.id > next.id);
            assert_eq!(first.here().writer, next.id.writer);
            for ledger in [first.own(), desk(&memory, 3).own()] {
                for batch in [&own, &next, &after] {
                    assert_eq!(ledger.batch(batch.id), Some(batch), "{sequence}");
                }
            }
        });
    }
}

/// hostile 1, 1b: undone, a merge that held a lock and a redaction leaves no lock, after a reload neither.
#[test]
fn undoing_a_merge_unlocks_what_it_locked() {
    use crate::ledger::{BatchId, Entry, EntryId, Said, Slot};
    Owner::new_root(None).with(|| {
        let memory = Memory::default();
        let desk_of = desk(&memory, 1);
        let own = written(desk_of);
        let of = EntryId { batch: own.id, index: 0 };
        let entry = |said| Entry { replaces: None, said };
        let entries = vec![entry(Said::Redaction { of }), entry(Said::Lock { accepted: vec![] })];
        let id = BatchId { writer: 44, sequence: 0 };
        assert_eq!(desk_of.take_in(vec![Batch { id, entries, ..own.clone() }]), Ok(()));
        let lock = Slot::Lock { month: month() };
        assert!(desk_of.own().shown(&lock).is_some());
        assert_eq!(desk_of.undo(), Ok(()));
        for ledger in [desk_of.own(), desk(&memory, 2).own()] {
            assert!(ledger.shown(&lock).is_none());
            assert!(ledger.submission("tax-bureau", month()).is_some());
        }
    });
}

/// hostile 6: in a frame nothing that is pressed is done, kept or signed; what is there is shown.
#[test]
fn in_a_frame_no_act_is_done() {
    Owner::new_root(None).with(|| {
        let memory = Memory::default();
        let before = desk(&memory, 1);
        before.write("office".into(), month(), vec![]).1.expect("kept");
        let all = |memory: &Memory| {
            let keys = memory.keys().expect("keys");
            let mut all: Vec<_> = keys
                .into_iter()
                .map(|key| (memory.get(&key), key))
                .map(|(value, key)| (key, value.expect("a value")))
                .collect();
            all.sort();
            all
        };
        let kept = all(&memory);
        let framed = Desk::new(Setup {
            port: Rc::new(OnlyShown(memory.clone())),
            place: Place::new("plan", "/"),
            clock: || 1_725_000_000_000,
            writer: 2,
            offset: 480,
        });
        assert!(framed.only_shows() && !framed.was_refused() && !before.only_shows());
        assert_eq!(framed.own().batches().count(), 1);
        let (batch, outcome) = framed.write("office".into(), month(), vec![]);
        assert_eq!(outcome, Err(Failure::Framed));
        assert!(framed.was_refused());
        assert_eq!(framed.take_in(vec![batch.clone()]), Err(Failure::Framed));
        assert_eq!(framed.take_in_backup(vec![batch.clone()], &Editions::default()), Err(Failure::Framed));
        assert_eq!(framed.take_in_judged(vec![batch], &"office".into(), vec![]).1, Err(Failure::Framed));
        assert_eq!(framed.keep_draft("form", "typed"), Err(Failure::Framed));
        assert_eq!(framed.show_sample(vec![]), Err(Failure::Framed));
        assert_eq!(framed.clear().map(drop), Err(Failure::Framed));
        assert_eq!(framed.remove_copies(), Err(Failure::Framed));
        assert_eq!(framed.remove_damaged(), Err(Failure::Framed));
        framed.set_me(Me { person: "somebody".into(), ..Me::default() });
        framed.sign(|| panic!("nothing is signed in a frame"));
        framed.retry();
        assert!(!framed.is_asking_name() && !framed.can_undo() && framed.me.get_untracked() == Me::default());
        assert_eq!((framed.own().batches().count(), framed.viewing()), (1, Viewing::Own));
        assert_eq!(all(&memory), kept);
    });
}

/// hostile 7: whatever page is open, and whatever is printed or sent, knows that something could not be read.
#[test]
fn damaged_records_are_known_until_they_are_removed() {
    Owner::new_root(None).with(|| {
        let memory = Memory::default();
        written(desk(&memory, 1));
        let key = memory.keys().expect("keys").into_iter().next().expect("a record");
        assert_eq!(desk(&memory, 2).unreadable(), 0);
        memory.set(&key, "nonsense").expect("room");
        assert_eq!(desk(&memory, 3).unreadable(), 1, "found now");
        let later = desk(&memory, 4);
        assert_eq!(later.unreadable(), 1, "moved aside by an earlier load");
        assert_eq!(later.stamp().unread, 1, "hostile 7b: what is sent says so");
        assert_eq!(later.remove_damaged(), Ok(1));
        assert_eq!(later.unreadable(), 0);
    });
}

/// field 6b: a receipt says by which version of the plan it was written, also when it is shown again under another one;
/// what is sent now says the one that judges.
#[test]
fn what_is_sent_says_by_which_version_of_the_plan_it_was_made() {
    use crate::link::fingerprint::Code;
    Owner::new_root(None).with(|| {
        let memory = Memory::default();
        let edition = |code: &[u8]| Edition { code: Code::of(code), version: "1".into() };
        let first = desk(&memory, 1);
        assert_eq!(first.stamp(), Stamp::default(), "before it is known which plan it is");
        first.judge_by(edition(b"14"));
        let batch = written(first);
        assert_eq!(first.stamp_of(&batch).edition, Some(edition(b"14")));
        let later = desk(&memory, 2);
        later.judge_by(edition(b"16"));
        assert_eq!(later.stamp().edition, Some(edition(b"16")));
        assert_eq!(later.stamp_of(&batch).edition, Some(edition(b"14")));
    });
}

/// field 6b: a backup file says by which versions of the plan it was made, and what came out of it is not taken for made by
/// the one on the screen.
#[test]
fn a_backup_says_by_which_versions_of_the_plan_it_was_made() {
    use crate::link::fingerprint::Code;
    Owner::new_root(None).with(|| {
        let edition = |code: &[u8]| Edition { code: Code::of(code), version: "1".into() };
        let first = desk(&Memory::default(), 1);
        first.judge_by(edition(b"14"));
        let batch = written(first);
        let file = first.read_backup(&first.backup().expect("small")).expect("whole");
        let made_by = Editions::read(&file.note);
        assert_eq!(made_by.others(&edition(b"16")), [&edition(b"14")]);
        let other = desk(&Memory::default(), 2);
        other.judge_by(edition(b"16"));
        assert_eq!(other.take_in_backup(file.batches, &made_by), Ok(()));
        assert_eq!(other.stamp_of(&batch).edition, Some(edition(b"14")));
        assert_eq!(other.editions().changed(&edition(b"16")), Some(&edition(b"14")));
        // What an older release saved does not say, and nothing is claimed of it.
        let third = desk(&Memory::default(), 3);
        third.judge_by(edition(b"16"));
        assert_eq!(third.take_in_backup(vec![batch.clone()], &Editions::default()), Ok(()));
        assert_eq!(third.stamp_of(&batch).edition, None);
    });
}

#[test]
fn what_is_not_kept_beside_the_records_is_told_until_it_is_kept() {
    Owner::new_root(None).with(|| {
        let memory = Memory::default();
        memory.set_quota(Some(0));
        let desk = desk(&memory, 1);
        let me = |person: &str| Me { organisation: None, person: person.into() };
        desk.set_me(me("王"));
        assert!(matches!(desk.unkept(), Some((Unkept::Note(Kind::Desk), Failure::Full(_)))));
        assert_eq!(desk.me.get_untracked(), me("王"), "it lasts as long as the page");
        desk.tell_unkept(Unkept::Part, Ok(()));
        assert!(desk.unkept().is_some(), "another thing that was kept takes nothing back");
        memory.set_quota(Some(10_000));
        desk.set_me(me("李"));
        assert_eq!(desk.unkept(), None);
        desk.tell_unkept(Unkept::Undo, Err(Failure::Vanished));
        desk.put_unkept_away();
        assert_eq!(desk.unkept(), None);
    });
}

#[test]
fn in_a_frame_the_banner_of_the_frame_says_it() {
    Owner::new_root(None).with(|| {
        let desk = desk(&Memory::default(), 1);
        desk.tell_unkept(Unkept::Note(Kind::Edition), Err(Failure::Framed));
        assert_eq!(desk.unkept(), None);
    });
}

#[test]
fn only_the_very_last_act_is_undone_from_anywhere() {
    use crate::text::Language::Zh;
    Owner::new_root(None).with(|| {
        let desk = desk(&Memory::default(), 1);
        assert_eq!(desk.last_act(Zh), None);
        assert!(!desk.undo_last());
        let entry = || Entry { replaces: None, said: crate::ledger::Said::Lock { accepted: vec![] } };
        let lock = || desk.take_in_judged(vec![], &"tax-bureau".into(), vec![(month(), vec![entry()])]).1;
        assert_eq!(lock(), Ok(()));
        assert_eq!(desk.last_act(Zh).as_deref(), Some(entry().said.kind(Zh)));
        assert!(desk.undo_last() && desk.is_undone() && desk.own().is_empty());
        assert!(!desk.undo_last(), "once");
        // Going back to the copy would take this with it.
        assert_eq!(lock(), Ok(()));
        assert!(!desk.is_undone());
        written(desk);
        assert_eq!(desk.last_act(Zh), None);
        assert!(!desk.undo_last() && desk.own().batches().count() == 2);
    });
}

#[test]
fn what_another_tab_wrote_meanwhile_is_not_undone_from_anywhere() {
    use crate::text::Language::Zh;
    Owner::new_root(None).with(|| {
        let port = Memory::default();
        let (here, there) = (desk(&port, 1), desk(&port, 2));
        let entry = Entry { replaces: None, said: crate::ledger::Said::Lock { accepted: vec![] } };
        let lock = here.take_in_judged(vec![], &"tax-bureau".into(), vec![(month(), vec![entry])]).1;
        assert_eq!(lock, Ok(()));
        let before = port.keys().expect("a memory");
        written(there);
        for key in port.keys().expect("a memory").iter().filter(|key| !before.contains(key)) {
            let value = port.get(key).expect("a memory");
            here.heard(Some(key), value.as_deref());
        }
        assert_eq!(here.own().batches().count(), 2);
        assert_eq!(here.last_act(Zh), None);
        assert!(!here.undo_last() && here.own().batches().count() == 2);
    });
}

#[test]
fn what_is_noted_stays_on_the_device_until_that_is_cleared_and_the_samples_never() {
    Owner::new_root(None).with(|| {
        let memory = Memory::default();
        let desk = desk(&memory, 1);
        desk.note("reminded", "2024-08 taian 1 2024-09-06");
        assert_eq!(desk.noted("reminded").as_deref(), Some("2024-08 taian 1 2024-09-06"));
        assert_eq!(desk.kept(), Ok(vec![(Kind::Noted, 1)]));
        assert_eq!(desk.show_sample(vec![]), Ok(()));
        desk.note("reminded", "2024-08 haicheng 1 2024-09-06");
        assert_eq!(desk.noted("reminded"), None);
        desk.remove_sample();
        assert_eq!(desk.noted("reminded").as_deref(), Some("2024-08 taian 1 2024-09-06"));
        assert!(desk.clear().is_ok());
        assert_eq!((desk.noted("reminded"), memory.content().len()), (None, 0));
    });
}
