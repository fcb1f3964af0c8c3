//! The page as data, over a store in memory.

use super::{Device, Facts, Forgets, InApp, Seen, Way, model, words};
use crate::ledger::BatchId;
use crate::ledger::samples::{actual, batch};
use crate::plan::PlanIndex;
use crate::storage::{
    BackedUp, BatchCodec, Cleared, Failure, Freeable, Kind, Memory, Millis, Place, Reason, Saved, Shelf,
    Store,
};
use crate::text::Language::{self, En, Zh};
use std::sync::Arc;

const MORNING: Millis = Millis(1_725_930_000_000);

fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
}

fn place() -> Place {
    Place::new("plan", "/")
}

fn open(memory: &Memory) -> Store<Memory, BatchCodec> {
    Store::open(memory.clone(), BatchCodec, place(), Shelf::Own, 7)
}

fn write(store: &mut Store<Memory, BatchCodec>, sequence: u32) -> Result<(), Failure> {
    let batch = batch(BatchId { writer: 7, sequence }, 1, 8, [actual("alliances", "11")]);
    store.append([Arc::new(batch)], MORNING).map(drop)
}

fn page(store: &Store<Memory, BatchCodec>, plan: &PlanIndex, language: Language) -> Device {
    model(Seen {
        plan,
        language,
        offset: 480,
        shelf: store.shelf(),
        batches: store.count(),
        saved: store.saved(),
        backed_up: store.backed_up(),
        copies: store.generations(),
        faults: store.faults().to_vec(),
        aside: store.quarantined().unwrap_or_default(),
        kept: Ok(vec![(Kind::Ledger, 2), (Kind::Desk, 1)]),
        facts: Facts::default(),
    })
}

#[test]
fn the_lights_go_with_what_was_saved_and_what_was_backed_up() {
    let (memory, plan) = (Memory::default(), plan());
    let mut store = open(&memory);
    let colors = |page: &Device| page.lights.clone().map(|light| light.color);
    let empty = page(&store, &plan, Zh);
    assert_eq!((colors(&empty), &*empty.heading), (["none", "none"], "本机还没有填报"));
    write(&mut store, 0).expect("room");
    let kept = page(&store, &plan, Zh);
    assert_eq!((colors(&kept), &*kept.heading), (["green", "red"], "本机有 1 次填报，其中 1 次没有备份"));
    assert_eq!(kept.lights[0].at.as_deref(), Some("2024-09-10 09:00"));
    let backup = store.backup(MORNING, "").expect("a small ledger");
    store.note_backup(backup.mark).expect("room");
    let safe = page(&store, &plan, Zh);
    assert_eq!((colors(&safe), &*safe.heading), (["green", "green"], "本机有 1 次填报，都已备份"));
    write(&mut store, 1).expect("room");
    let more = page(&store, &plan, En);
    assert_eq!(
        (colors(&more), &*more.heading),
        (["green", "amber"], "2 records on this device, 1 not backed up")
    );
    assert_eq!(more.not_backed_up, 1);
}

/// walk16 A14: of the sample nothing is claimed to be backed up.
#[test]
fn the_sample_is_not_called_backed_up() {
    let (memory, plan) = (Memory::default(), plan());
    let store: Store<Memory, BatchCodec> = Store::open(memory, BatchCodec, place(), Shelf::Sample, 7);
    for (language, name) in [(Zh, "备份"), (En, "Backup")] {
        let [_, light] = page(&store, &plan, language).lights;
        assert_eq!((light.color, light.name), ("none", name));
        assert!(light.sentence.contains(words::of(language).sample_not_backed_up));
    }
}

/// walk a35: what has just come out of a backup file is backed up; what is here beside it is counted, and a smaller
/// file that is opened later hides nothing.
#[test]
fn what_came_out_of_a_backup_file_is_backed_up() {
    let (there, here, plan) = (Memory::default(), Memory::default(), plan());
    let mut old = open(&there);
    for sequence in 0..9 {
        write(&mut old, sequence).expect("room");
    }
    let file = |store: &Store<Memory, BatchCodec>| {
        let bytes = store.backup(MORNING, "").expect("a small ledger").bytes;
        crate::storage::open_backup(&BatchCodec, "plan", &bytes).expect("a backup file")
    };
    let whole = file(&old);
    let mut new = open(&here);
    let ids = |file: &crate::storage::Restored<_>| {
        let batches: &Vec<std::sync::Arc<crate::ledger::Batch>> = &file.batches;
        batches.iter().map(|batch| batch.id).collect::<Vec<_>>()
    };
    new.append(whole.batches.clone(), MORNING).expect("room");
    new.note_file(whole.at, ids(&whole).into_iter()).expect("room");
    let restored = page(&new, &plan, Zh);
    assert_eq!(&*restored.heading, "本机有 9 次填报，都已备份");
    assert_eq!((restored.lights[1].color, restored.not_backed_up), ("green", 0));
    // It stays so with the next load, and what is written afterwards is told.
    assert_eq!(page(&open(&here), &plan, Zh).not_backed_up, 0);
    write(&mut new, 20).expect("room");
    assert_eq!(page(&new, &plan, Zh).not_backed_up, 1);
    // An older file with less in it was opened: the better one still counts.
    let few = Memory::default();
    let mut small = open(&few);
    write(&mut small, 0).expect("room");
    let less = file(&small);
    new.note_file(less.at, ids(&less).into_iter()).expect("room");
    assert_eq!(page(&new, &plan, Zh).not_backed_up, 1);
}

#[test]
fn a_full_device_says_what_is_only_in_memory_and_offers_what_there_is_to_free() {
    let (memory, plan) = (Memory::default(), plan());
    let mut store = open(&memory);
    write(&mut store, 0).expect("room");
    memory.set_quota(Some(memory.used()));
    assert!(write(&mut store, 1).is_err());
    let full = page(&store, &plan, Zh);
    assert_eq!(full.lights[0].color, "red");
    assert_eq!(full.heading, "有 1 次填报未能存下");
    assert_eq!(full.ways.first(), Some(&Way::Backup));
    assert_eq!(full.ways.last(), Some(&Way::Retry));
    assert!(!full.ways.contains(&Way::RemoveCopies), "there are none");
    let of = |freeable| {
        let saved = Saved::No { batches: 1, why: Failure::Full(freeable) };
        super::model::ways(saved)
    };
    let all = Freeable { generations: 1, sample: 1, damaged: 1, segments: 1 };
    let every =
        [Way::Backup, Way::RemoveCopies, Way::RemoveSample, Way::RemoveDamaged, Way::Merge, Way::Retry];
    assert_eq!(of(all), every);
    assert_eq!(
        of(Freeable { sample: 9, ..Freeable::default() }),
        [Way::Backup, Way::RemoveSample, Way::Retry]
    );
}

#[test]
fn a_later_release_is_only_looked_at_and_what_was_removed_can_be_written_back() {
    let ways = |why| super::model::ways(Saved::No { batches: 1, why });
    assert_eq!(ways(Failure::Newer), [Way::Reload, Way::Backup]);
    assert_eq!(ways(Failure::Vanished), [Way::WriteBack, Way::Backup]);
    assert_eq!(ways(Failure::Blocked), [Way::Backup, Way::Retry]);
    assert_eq!(super::model::ways(Saved::Yes { at: None }), []);
}

#[test]
fn a_damaged_value_stays_in_the_list_with_later_loads_until_it_is_removed() {
    let (memory, plan) = (Memory::default(), plan());
    let key = [place().prefix(Kind::Ledger), "0000000000000001:0".into()].concat();
    crate::storage::Port::set(&memory, &key, "nonsense").expect("room");
    let found = page(&open(&memory), &plan, Zh).damaged;
    let mut later = open(&memory);
    let again = page(&later, &plan, Zh).damaged;
    assert_eq!(found.len(), 1);
    assert_eq!(again.len(), 1);
    assert_eq!(found[0].key, again[0].key);
    assert_ne!(found[0].sentence, again[0].sentence);
    assert_eq!(later.remove_quarantined(), Ok(1));
    assert_eq!(page(&later, &plan, Zh).damaged, []);
    assert_eq!(memory.content().len(), 0);
}

#[test]
fn copies_are_listed_the_newest_first_with_what_they_were_made_before() {
    let (memory, plan) = (Memory::default(), plan());
    let mut store = open(&memory);
    store.keep_generation(Reason::Merge, MORNING).expect("room");
    write(&mut store, 0).expect("room");
    store.keep_generation(Reason::Import, Millis(MORNING.0 + 60_000)).expect("room");
    let rows = page(&store, &plan, Zh).copies;
    let told: Vec<_> = rows.iter().map(|row| (&*row.made, &*row.before, row.batches)).collect();
    assert_eq!(
        told,
        [("2024-09-10 09:01", "并入备份文件前", 1), ("2024-09-10 09:00", "并入收到的填报前", 0)]
    );
    let broken = format!("{}zz", place().prefix(Kind::Generation));
    crate::storage::Port::set(&memory, &broken, "nonsense").expect("room");
    let rows = page(&store, &plan, Zh).copies;
    assert_eq!(rows.iter().filter(|row| row.can_open).count(), 2);
    assert_eq!(rows.iter().filter(|row| row.made == "读不出").count(), 1);
}

#[test]
fn the_issuer_and_every_reporter_can_say_who_they_are_once() {
    let plan = plan();
    let ids: Vec<String> =
        page(&open(&Memory::default()), &plan, Zh).organisations.into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids[0], plan.issuer);
    assert!(crate::standing::duty::reporters(&plan).iter().all(|id| ids.iter().any(|one| one == id)));
    let different: std::collections::BTreeSet<&String> = ids.iter().collect();
    assert_eq!(different.len(), ids.len());
}

#[test]
fn a_moment_is_told_in_the_plans_time_zone() {
    assert_eq!(Millis(0).words(480), "1970-01-01 08:00");
    assert_eq!(Millis(0).words(-60), "1969-12-31 23:00");
    assert_eq!(Millis(86_399_999).words(0), "1970-01-01 23:59");
}

#[test]
fn english_has_no_chinese_of_its_own_and_every_sentence_is_its_own() {
    let apps = [InApp::WeChat, InApp::WeCom, InApp::DingTalk, InApp::Qq, InApp::Feishu].map(Forgets::InApp);
    let ways_to_forget = [Forgets::Everything, Forgets::Private, Forgets::SevenDays].into_iter().chain(apps);
    let mut all: Vec<String> = ways_to_forget.map(|one| words::forgets(En, one).to_owned()).collect();
    all.extend(Kind::ALL.map(|kind| kind.words(En).to_owned()));
    all.extend(
        [Reason::Merge, Reason::Import, Reason::Restore, Reason::Clear]
            .map(|one| words::before(En, one).into()),
    );
    all.push(words::cleared(En, &Cleared(vec![(Kind::Draft, 2)])));
    all.push(words::cleared(En, &Cleared::default()));
    all.push(words::lost_with_it(En, 3));
    let different: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(different.len(), all.len());
    let text = include_str!("../../../../tests/plans/harbour-city.json");
    let plan = crate::plan::read::from_json(text).expect("the second plan");
    let memory = Memory::default();
    let mut store = open(&memory);
    write(&mut store, 0).expect("room");
    store.keep_generation(Reason::Merge, MORNING).expect("room");
    all.push(format!("{:?}", page(&store, &plan, En)));
    let saved = words::saved(En, Saved::No { batches: 0, why: Failure::Newer }, 0);
    all.push(format!("{saved}{:?}", BackedUp::Never));
    for text in all {
        assert!(!text.contains(|one| ('\u{3000}'..='\u{9fff}').contains(&one)), "{text}");
    }
}
