//! A forger: valid links with lying content, by every door. He knows the victim's names, moments and entries, and says
//! anything of anybody; what one press takes must still be nothing but units' own reported words, must change nothing
//! that somebody honest said without its being told, and must be undone whole.

use crate::every_kind::whole_loop::About;
use planboard::gate::{Door, Here, Passage, pass};
use planboard::ledger::{
    Batch, BatchId, Claim, Entry, EntryId, Ledger, Moment, ProblemStep, Report, RuleChange, Said, Slot, Stage,
};
use planboard::link::Kind;
use planboard::link::message::{self, Message, SnapshotHeader};
use planboard::page::month::review::{Choice, Kind as Item, Received, accept, review};
use planboard::plan::{Basis, Day, Month, PlanIndex, Quantity, Year};
use planboard::standing::AsOf;
use planboard::storage::{BatchCodec, Memory, Place, Reason, Shelf, Store};
use planboard::text::Language;
use std::sync::Arc;

const ROUNDS: u64 = 400;
/// The victim's own page, and its clock: the morning of 2024-09-10.
const PAGE: u64 = 4242;
const NOW: u64 = 1_725_926_400;

fn plan() -> PlanIndex {
    planboard::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
}

/// Numbers that look like chance and are the same each time (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((value ^ (value >> 31)) % bound.max(1) as u64) as usize
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

fn entry(said: Said) -> Entry {
    Entry { replaces: None, said }
}

fn figure(indicator: &str, district: Option<&str>, digits: i64) -> Said {
    Said::Actual {
        indicator: indicator.into(),
        district: district.map(Into::into),
        report: Report::Value(Quantity::of_digits(digits, 0).expect("a figure")),
        evidence: String::new(),
        note: "记".into(),
    }
}

/// What honest people have said so far: reports, verdicts, a lock of July.
fn honest() -> Vec<Batch> {
    let of = |writer, organisation: &str, period: &str, said: Vec<Said>| Batch {
        id: BatchId { writer, sequence: 0 },
        written: Moment(NOW - 400_000 + writer),
        organisation: organisation.into(),
        person: "王工".into(),
        month: month(period),
        entries: said.into_iter().map(entry).collect(),
    };
    let report = |writer, id: &str, period: &str| {
        of(writer, id, period, vec![figure("alliances", Some(id), 3), Said::Submission])
    };
    let (one, two) = (report(1, "haicheng", "2024-08"), report(2, "taian", "2024-08"));
    let july = report(3, "haicheng", "2024-07");
    let verdicts = vec![Said::Acceptance { of: one.id }, Said::Return { of: two.id, reason: "改".into() }];
    vec![
        of(4, "science-bureau", "2024-08", verdicts),
        of(5, "science-bureau", "2024-07", vec![Said::Lock { accepted: vec![july.id] }]),
        of(PAGE, "science-bureau", "2024-08", vec![figure("alliances", None, 9)]),
        one,
        two,
        july,
    ]
}

/// A batch that is true in all but at most one of its fields: so that the lies come to where they are looked at.
fn nearly_true(chance: &mut Chance, known: &[Batch]) -> Batch {
    let organisation = chance.one(&["haicheng", "taian"]);
    let mut said =
        vec![figure(chance.one(&["alliances", "carriers"]), Some(organisation), 7), Said::Submission];
    if chance.below(3) == 0 {
        said.push(Said::Problem { subject: None, text: "问".into(), who: String::new(), until: None });
    }
    let mut batch = Batch {
        id: BatchId { writer: 77 + chance.below(1_000) as u64, sequence: chance.below(2) as u32 },
        written: Moment(NOW - 10 - chance.below(1_000) as u64),
        organisation: organisation.into(),
        person: "王工".into(),
        month: month("2024-08"),
        entries: said.into_iter().map(entry).collect(),
    };
    let lie = forged(chance, known);
    match chance.below(8) {
        0 => batch.id = lie.id,
        1 => batch.written = lie.written,
        2 => batch.organisation = lie.organisation,
        3 => batch.month = lie.month,
        4 => batch.entries.extend(lie.entries),
        5 => batch.entries[0].replaces = lie.entries[0].replaces,
        _ => {}
    }
    batch
}

/// One lying batch.
fn forged(chance: &mut Chance, known: &[Batch]) -> Batch {
    let organisations =
        ["haicheng", "taian", "science-bureau", "tax-bureau", "海城市", "nobody", "all-districts"];
    let writers = [1, 2, 3, 4, 5, PAGE, 77, 78, 79, u64::MAX];
    let sequences = [0, 0, 1, 9_999, u32::MAX - 1, u32::MAX];
    let moments = [
        NOW,
        NOW - 1,
        NOW + 1,
        NOW + 3_600,
        NOW + 40_000_000,
        NOW - 500_000,
        NOW - 40_000_000,
        1,
        u64::MAX,
        4_102_444_800,
    ];
    let months = ["2024-08", "2024-08", "2024-07", "2024-06", "2024-09", "2031-01"];
    let count = 1 + chance.below(4);
    let id = BatchId { writer: chance.one(&writers), sequence: chance.one(&sequences) };
    Batch {
        id,
        written: Moment(chance.one(&moments)),
        organisation: chance.one(&organisations).into(),
        person: chance.one(&["王工", "", "李科"]).into(),
        month: month(chance.one(&months)),
        entries: (0..count).map(|_| lie(chance, known)).collect(),
    }
}

fn lie(chance: &mut Chance, known: &[Batch]) -> Entry {
    let batch = chance.one(known);
    let of = BatchId { sequence: batch.id.sequence + chance.below(2) as u32, ..batch.id };
    let target = EntryId { batch: of, index: chance.below(3) as u32 };
    let districts = [None, Some("haicheng"), Some("taian")];
    let indicators = ["alliances", "carriers", "gazelles", "nothing"];
    let (indicator, text) = (chance.one(&indicators), String::new);
    let said = match chance.below(24) {
        0..5 => figure(indicator, chance.one(&districts), chance.below(1_000) as i64),
        5 => Said::Submission,
        6 => Said::Acceptance { of },
        7 => Said::Return { of, reason: "退".into() },
        8 => Said::Lock { accepted: vec![of] },
        9 => Said::Redaction { of: target },
        10 => Said::Withdrawal { reason: text() },
        11 => Said::Rule(RuleChange {
            amber: Quantity::ZERO,
            red: Quantity::ZERO,
            curve: vec![],
            reason: text(),
        }),
        12 => Said::Baseline {
            indicator: indicator.into(),
            at: month("2022-12"),
            value: Quantity::ZERO,
            source: text(),
        },
        13 => Said::YearTarget {
            indicator: indicator.into(),
            year: Year(2024),
            value: Quantity::ZERO,
            reason: text(),
            document: text(),
        },
        14 => Said::Judgement { subject: indicator.into(), claim: Claim::Green, reason: text() },
        15 => Said::BasisDecision { indicator: indicator.into(), basis: Basis::Stock, reason: text() },
        16 => Said::ProblemStep { of: target, step: ProblemStep::Closed, text: text(), document: text() },
        17 => Said::Window { opens: Day::EPOCH, closes: Day::EPOCH, reason: text() },
        20..24 => chance.one(&whole_loop(target)),
        18 => Said::Progress { subject: indicator.into(), stage: Stage::Done, note: text() },
        _ => Said::Problem { subject: None, text: "问".into(), who: text(), until: None },
    };
    Entry { replaces: (chance.below(3) == 0).then_some(target), said }
}

/// Every kind of the whole loop, of things that there are.
fn whole_loop(of: EntryId) -> Vec<Said> {
    let about = About {
        indicator: "alliances",
        district: "haicheng",
        measure: "carriers",
        unknown: "nothing",
        entry: of,
        words: "伪",
    };
    about.officers().into_iter().chain(about.reported()).collect()
}

/// What a link carries after its way, or nothing where it is refused.
fn sent(plan: &PlanIndex, kind: Kind, batches: &[Batch]) -> Option<Vec<Batch>> {
    let link = match kind {
        Kind::Snapshot => {
            let slip = SnapshotHeader::whole("某人", Day::EPOCH, Day::EPOCH);
            message::snapshot(plan, &slip, batches).encode().ok()?
        }
        kind => message::seal(kind, plan, batches).ok()?,
    };
    match message::open(&link, plan)?.ok()? {
        Message::Receipt(batches, _) | Message::Returned(batches, _) | Message::Snapshot(_, batches) => {
            Some(batches)
        }
        _ => None,
    }
}

/// Whether all that is taken may be: units' own reported words of now, under names that nobody has.
fn is_plain(own: &Ledger, taken: &[Batch], door: Door) -> Result<(), String> {
    for batch in taken {
        let returns = |entry: &Entry| matches!(entry.said, Said::Return { .. });
        let is_verdict = door == Door::Return && batch.entries.iter().all(returns);
        let is_plain =
            |entry: &Entry| entry.said.is_reported() || matches!(entry.said, Said::Withdrawal { .. });
        if !is_verdict && !batch.entries.iter().all(is_plain) {
            return Err(format!("an officer's word: {batch:?}"));
        }
        if batch.written > Moment(NOW) || batch.id.writer == PAGE || batch.id.sequence == u32::MAX {
            return Err(format!("a name or a moment that is none: {batch:?}"));
        }
        if own.batch(batch.id).is_some_and(|here| here != batch) {
            return Err(format!("another content: {batch:?}"));
        }
        for entry in &batch.entries {
            if let Said::Actual { district: Some(district), .. } = &entry.said
                && *district != batch.organisation
            {
                return Err(format!("another's district: {batch:?}"));
            }
            if let Some(target) = entry.replaces {
                let theirs = own.batch(target.batch).or(taken.iter().find(|one| one.id == target.batch));
                if theirs.is_none_or(|theirs| theirs.organisation != batch.organisation) {
                    return Err(format!("another's entry: {batch:?}"));
                }
            }
        }
    }
    Ok(())
}

/// Every slot that shows otherwise is one of which a taken batch of the same organisation speaks.
fn changes_only_its_own(own: &Ledger, taken: &[Batch]) -> Result<(), String> {
    let mut merged = own.clone();
    for batch in taken {
        merged.add(batch.clone());
    }
    for (slot, id) in own.slots() {
        let after = merged.shown(slot);
        if after == Some(id) {
            continue;
        }
        let before = own.batch(id.batch).expect("shown").organisation.clone();
        let is_returned = taken
            .iter()
            .flat_map(|one| &one.entries)
            .any(|entry| matches!(&entry.said, Said::Return { of, .. } if *of == id.batch));
        let is_own = taken.iter().any(|one| one.organisation == before);
        // Several leads may report one of the city's figures: that is told as a conflict.
        let is_citys = matches!(slot, Slot::Actual { district: None, .. } | Slot::Progress { .. });
        if !is_own && !is_returned && !is_citys {
            return Err(format!("{slot:?} was {id:?}, is {after:?}"));
        }
    }
    Ok(())
}

/// Takes in, goes back; the standing is what it was, here and after a reload.
fn undone(own: &[Batch], taken: &[Batch]) {
    let memory = Memory::default();
    let place = || Place::new("anshan", "/");
    let at = planboard::storage::Millis;
    let mut store = Store::open(memory.clone(), BatchCodec, place(), Shelf::Own, PAGE);
    store.append(own.iter().cloned().map(Arc::new), at(1)).expect("room");
    let before = Ledger::new(store.batches().cloned());
    store.keep_generation(Reason::Merge, at(2)).expect("room");
    let key = store.generations().expect("copies")[0].key.clone();
    store.append(taken.iter().cloned().map(Arc::new), at(3)).expect("room");
    store.restore(&key, at(4)).expect("the copy");
    let reloaded = Store::open(memory, BatchCodec, place(), Shelf::Own, 5);
    for after in [Ledger::new(store.batches().cloned()), Ledger::new(reloaded.batches().cloned())] {
        assert!(after.slots().eq(before.slots()), "undone, the standing is as it was");
        for batch in own {
            assert_eq!(after.verdict(batch.id), before.verdict(batch.id));
        }
    }
}

#[test]
fn whatever_a_forger_sends_one_press_takes_only_units_own_reported_words() {
    let (plan, own) = (plan(), honest());
    let ledger = Ledger::new(own.clone());
    let here = Here { writer: PAGE, now: Moment(NOW) };
    let (mut arrived, mut taken_in_all, mut told) = (0, 0, 0);
    for seed in 0..ROUNDS {
        let mut chance = Chance(seed);
        let mut known = own.clone();
        let mut batches = Vec::new();
        for _ in 0..1 + chance.below(4) {
            let draw = if chance.below(3) == 0 { forged } else { nearly_true };
            let lie = draw(&mut chance, &known);
            known.push(Batch {
                id: BatchId { sequence: lie.id.sequence.min(9_999), ..lie.id },
                ..lie.clone()
            });
            batches.push(lie);
        }
        // Half of them with nothing in it that the link itself refuses.
        if seed % 2 == 0 {
            batches
                .iter_mut()
                .for_each(|one| one.written = Moment(one.written.0.clamp(NOW - 900_000, NOW + 40_000_000)));
        }
        for (kind, door) in [
            (Kind::Receipt, Door::Receipt),
            (Kind::Returned, Door::Return),
            (Kind::Snapshot, Door::Ledger),
            (Kind::Snapshot, Door::Backup),
        ] {
            let Some(batches) = sent(&plan, kind, &batches) else { continue };
            arrived += 1;
            let Passage { taken, apart, refused } = pass(&plan, &ledger, here, door, &batches);
            is_plain(&ledger, &taken, door).unwrap_or_else(|why| panic!("{seed} {door:?}: {why}"));
            changes_only_its_own(&ledger, &taken).unwrap_or_else(|why| panic!("{seed} {door:?}: {why}"));
            taken_in_all += taken.len();
            told += apart.len() + refused.len();
            undone(&own, &taken);
            // Also where somebody insists on what is told apart.
            let insisted: Vec<Batch> =
                taken.into_iter().chain(apart.into_iter().map(|held| held.batch)).collect();
            assert!(insisted.iter().all(|one| one.id.writer != PAGE || ledger.batch(one.id).is_some()));
            undone(&own, &insisted);
        }
    }
    assert!(arrived > 300 && taken_in_all > 20 && told > 500, "{arrived} {taken_in_all} {told}");
}

#[test]
fn one_press_of_the_review_takes_nothing_but_that_and_tells_what_changes() {
    let (plan, own) = (plan(), honest());
    let ledger = Ledger::new(own.clone());
    let here = Here { writer: PAGE, now: Moment(NOW) };
    let today = Day::parse("2024-09-10").expect("a day");
    let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset: 480, language: Language::Zh };
    let mut pressed = 0;
    for seed in 0..ROUNDS {
        let mut chance = Chance(seed ^ 0x00f0_0000);
        let mut known = own.clone();
        let mut received = Vec::new();
        for _ in 0..1 + chance.below(3) {
            let draw = if chance.below(3) == 0 { forged } else { nearly_true };
            let lie = draw(&mut chance, &known);
            known.push(Batch { id: BatchId { sequence: 0, ..lie.id }, ..lie.clone() });
            let honest_month = Batch { month: month("2024-08"), written: Moment(NOW - 10), ..lie.clone() };
            let lie = if chance.below(2) == 0 { honest_month } else { lie };
            if let Some(batches) = sent(&plan, Kind::Receipt, &[lie]) {
                received.push(Received { batches, stamp: Default::default(), source: String::new() });
            }
        }
        let looked = review(as_of, here, &received);
        let clear: Vec<_> =
            looked.receipts.iter().filter(|one| one.is_clear()).map(|one| (one, Choice::default())).collect();
        let accepting = accept(&clear, "");
        pressed += accepting.receipts.len();
        is_plain(&ledger, &accepting.batches, Door::Receipt).unwrap_or_else(|why| panic!("{seed}: {why}"));
        changes_only_its_own(&ledger, &accepting.batches).unwrap_or_else(|why| panic!("{seed}: {why}"));
        // Whatever shows otherwise afterwards stands in a line that says so.
        let mut merged = ledger.clone();
        accepting.batches.iter().for_each(|one| {
            merged.add(one.clone());
        });
        let changed: Vec<&Slot> = ledger
            .slots()
            .filter(|(slot, id)| merged.shown(slot) != Some(*id))
            .map(|(slot, _)| slot)
            .collect();
        let lines =
            clear.iter().flat_map(|(one, _)| &one.items).filter(|item| item.kind == Item::Changed).count();
        let submissions = changed.iter().filter(|slot| matches!(slot, Slot::Submission { .. })).count();
        assert!(changed.len() - submissions <= lines, "{seed}: {changed:?}");
    }
    assert!(pressed > 5, "{pressed}: the forger must sometimes get through, else nothing is tested");
}
