//! What of the ledger goes into a link, and in which form it is handed around.

use super::Excerpt;
use crate::ledger::{Batch, BatchId, Entry, EntryId, Id, Ledger, Moment, Slot};
use crate::link::Envelope;
use crate::link::edition::Edition;
use crate::link::message::{self, SnapshotHeader};
use crate::plan::{Day, Month, PlanIndex};
use std::collections::BTreeMap;

/// How much goes into the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Extent {
    /// The page alone.
    #[default]
    Address,
    /// Of what counts now, that which the page shows: to look at and compare.
    Page,
    /// What counts now, without how it came about: to look at and compare.
    Shown,
    /// Every batch: whoever opens it can merge it.
    Whole,
}

/// What can be handed on. Of a part that came from a link no more than its own link: a new one would call it a whole.
/// What is only to be looked at cannot become something to merge.
pub fn offered(page_has_part: bool, is_part: bool, only_to_look: bool) -> Vec<Extent> {
    let is_offered = |extent: &Extent| match extent {
        Extent::Address => true,
        Extent::Page => page_has_part && !is_part,
        Extent::Shown => !is_part,
        Extent::Whole => !is_part && !only_to_look,
    };
    [Extent::Address, Extent::Page, Extent::Shown, Extent::Whole].into_iter().filter(is_offered).collect()
}

/// What the user chose in the dialog.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Choice {
    /// How much of the ledger goes along.
    pub extent: Extent,
    /// Takes out every text that a person typed into an entry.
    pub without_notes: bool,
    /// Takes out who reported, and who sees to a problem.
    pub without_names: bool,
    /// Empty for a link that whoever has it can read.
    pub passphrase: String,
}

/// Of whom and of when a snapshot is.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The sender, as they call themselves; may be empty. See [`from`].
    pub from: String,
    /// The day up to which data count.
    pub up_to: Day,
    /// The day on which that was known.
    pub known_on: Day,
    /// It is of the sample data, not of real records.
    pub is_sample: bool,
    /// Address of the page on which it is made, without `#`; empty for the overview.
    pub page: String,
}

/// From whom it is; where stored records could not be read, that stands before the name, for whoever opens it.
pub fn from(person: String, incomplete: Option<&str>) -> String {
    match incomplete {
        None => person,
        Some(told) if person.is_empty() => told.to_owned(),
        Some(told) => [told, " · ", &person].concat(),
    }
}

/// The envelope of a snapshot, not yet sealed. `part` is what the page shows.
pub fn envelope(
    plan: &PlanIndex,
    ledger: &Ledger,
    choice: &Choice,
    origin: &Origin,
    part: Option<&Excerpt>,
) -> Envelope {
    let slip = SnapshotHeader {
        from: origin.from.clone(),
        up_to: origin.up_to,
        known_on: origin.known_on,
        without_notes: choice.without_notes,
        without_names: choice.without_names,
        only_shown: matches!(choice.extent, Extent::Page | Extent::Shown),
        is_sample: origin.is_sample,
        page: origin.page.clone(),
        only_part: choice.extent == Extent::Page && part.is_some(),
        edition: Some(Edition::of(plan)),
    };
    message::snapshot(plan, &slip, &batches(ledger, choice, part))
}

/// The batches that go into a snapshot.
pub fn batches(ledger: &Ledger, choice: &Choice, part: Option<&Excerpt>) -> Vec<Batch> {
    let mut batches = match choice.extent {
        Extent::Address => vec![],
        Extent::Whole => ledger.batches().cloned().collect(),
        Extent::Page => shown(ledger, part),
        Extent::Shown => shown(ledger, None),
    };
    for batch in &mut batches {
        if choice.without_names {
            batch.person.clear();
        }
        for entry in &mut batch.entries {
            entry.said = match (choice.without_notes, choice.without_names) {
                (true, _) => entry.said.without_words(),
                (false, true) => entry.said.without_people(),
                (false, false) => continue,
            };
        }
    }
    batches
}

/// Of which period a new batch is, for which organisation, and by whom. What lives on in several entries keeps their order:
/// each batch that has any of it stays one of its own, by when it was surely written.
type Sender = (Option<(Moment, BatchId)>, Month, Id, String);

/// What counts now, as new batches, one for each organisation and month. It is cut after the fold, so that nothing
/// that was withdrawn comes back to life.
fn shown(ledger: &Ledger, part: Option<&Excerpt>) -> Vec<Batch> {
    let mut grouped: BTreeMap<Sender, (Moment, Vec<(EntryId, Entry)>)> = BTreeMap::new();
    for (slot, id) in ledger.slots() {
        let Some(found) = ledger.find(id).filter(|_| !matches!(slot, Slot::Lock { .. })) else { continue };
        if part.is_some_and(|part| !part.holds(ledger, slot, &found)) {
            continue;
        }
        let at = ledger.surely_written(found.batch);
        let ordered = slot.first_of_life().map(|_| (at, id.batch));
        let key = (ordered, found.batch.month, found.batch.organisation.clone(), found.batch.person.clone());
        let first = if ordered.is_some() { at } else { found.batch.written };
        let (written, entries) = grouped.entry(key).or_insert((first, vec![]));
        *written = (*written).max(first);
        entries.push((id, Entry { replaces: None, said: found.entry.said.clone() }));
    }
    for (_, entries) in grouped.iter_mut().filter(|(key, _)| key.0.is_some()).map(|(_, group)| group) {
        entries.sort_by_key(|(id, _)| *id);
    }
    let named = || grouped.iter().zip(0..).map(|(group, sequence)| (BatchId { writer: 0, sequence }, group));
    // The steps of a problem name it, and here it has another name; where it was corrected, that of its correction.
    let renamed: BTreeMap<EntryId, EntryId> = named()
        .flat_map(|(batch, (_, (_, entries)))| {
            let names = entries.iter().zip(0..);
            names.map(move |((id, _), index)| (ledger.origin(*id), EntryId { batch, index }))
        })
        .collect();
    let entry = |(_, entry): &(EntryId, Entry)| {
        let mut entry = entry.clone();
        for named in entry.said.named_mut() {
            *named = renamed.get(&ledger.origin(*named)).copied().unwrap_or(*named);
        }
        entry
    };
    named()
        .map(|(id, ((_, month, organisation, person), (written, entries)))| Batch {
            id,
            written: *written,
            organisation: Id::clone(organisation),
            person: String::clone(person),
            month: *month,
            entries: entries.iter().map(entry).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::ledger::{EntryId, Said};
    use crate::link::protected;
    use crate::route::Route;
    use crate::snapshot::excerpt;

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
    }

    fn ledger() -> Ledger {
        let first = BatchId { writer: 1, sequence: 0 };
        let wrong = EntryId { batch: first, index: 0 };
        let problem =
            Said::Problem { subject: None, text: "缺钱".into(), who: "张三".into(), until: None };
        Ledger::new([
            batch(first, 1_725_000_010, 8, [actual("alliances", "99"), entry(problem)]),
            batch(
                BatchId { writer: 2, sequence: 0 },
                1_725_000_020,
                8,
                [Entry { replaces: Some(wrong), ..actual("alliances", "12") }],
            ),
        ])
    }

    fn origin() -> Origin {
        let day = Day::parse("2024-09-05").unwrap();
        Origin {
            from: "王工".into(),
            up_to: day,
            known_on: day,
            is_sample: false,
            page: "/indicator/alliances".into(),
        }
    }

    fn opened(choice: &Choice) -> (SnapshotHeader, Vec<Batch>) {
        let plan = plan();
        arrived(&plan, envelope(&plan, &ledger(), choice, &origin(), None))
    }

    fn arrived(plan: &PlanIndex, envelope: Envelope) -> (SnapshotHeader, Vec<Batch>) {
        match message::open(&envelope.encode().unwrap(), plan) {
            Some(Ok(message::Message::Snapshot(slip, batches))) => (slip, batches),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_closed_problem_is_closed_in_the_snapshot_too() {
        let first = BatchId { writer: 7, sequence: 3 };
        let of = EntryId { batch: first, index: 1 };
        let problem = Said::Problem { subject: None, text: "缺钱".into(), who: String::new(), until: None };
        let closed = Said::ProblemStep {
            of,
            step: crate::ledger::ProblemStep::Closed,
            text: "已拨付".into(),
            document: String::new(),
        };
        let officer = BatchId { writer: 9, sequence: 0 };
        let ledger = Ledger::new([
            batch(first, 1_725_000_010, 8, [actual("alliances", "9"), entry(problem)]),
            batch(officer, 1_725_000_020, 9, [entry(closed)]),
        ]);
        let handed = Ledger::new(shown(&ledger, None));
        let month = Month::new(crate::plan::Year(2024), 12).expect("a month");
        let problems = handed.problems(month);
        assert_eq!(problems.len(), 1);
        assert!(!handed.problem_steps().life(problems[0].id).is_open(), "its state came along");
    }

    /// What lives on in several entries comes to the same where somebody only looks at it: steps in their order, though one
    /// officer took them in one month under names that sort otherwise; names that were corrected with their states.
    #[test]
    fn what_lives_on_in_several_entries_comes_to_the_same_in_the_snapshot() {
        use crate::ledger::kinds::{AdjustmentChange, AdjustmentKind, ItemChange, ProblemStep, Status};
        use crate::ledger::samples::august::{batch as august, day, officer};
        use crate::ledger::samples::loop_kinds::{adjustment, aim, item, line, named, state};
        let at = |writer, index| EntryId { batch: BatchId { writer, sequence: 0 }, index };
        let step =
            |step| Said::ProblemStep { of: at(50, 0), step, text: "句".into(), document: String::new() };
        let target = |figure: &str| AdjustmentChange::Target { old: None, new: Some(aim(figure)) };
        let problem =
            |text: &str| Said::Problem { subject: None, text: text.into(), who: String::new(), until: None };
        let reply = |writer, on, to, said| Batch {
            entries: vec![crate::ledger::Entry { replaces: Some(to), said }],
            ..august(writer, on, "haicheng", [])
        };
        let ledger = Ledger::new([
            august(
                50,
                "2024-09-01",
                "haicheng",
                [problem("缺地"), named("bases", "甲公司", "入库", "2024-01-10")],
            ),
            reply(40, "2024-09-02", at(50, 1), named("bases", "甲（鞍山）公司", "入库", "2024-01-10")),
            reply(39, "2024-09-02", at(50, 0), problem("缺地两处")),
            officer(
                30,
                "2024-09-03",
                [step(ProblemStep::Closed), state("bases", at(50, 1), Some("认定"), "2024-06-01")],
            ),
            officer(
                20,
                "2024-09-04",
                [step(ProblemStep::Reopened), adjustment(target("18"), "2024-07-01", Status::Decided)],
            ),
            officer(
                10,
                "2024-09-05",
                [
                    step(ProblemStep::Closed),
                    state("bases", at(40, 0), None, "2024-08-01"),
                    adjustment(target("16"), "2024-07-01", Status::Decided),
                    item("1f.0.3", ItemChange::Listed(line("节点", Some("2024-10-31")))),
                    item("1f.0.3", ItemChange::Moved { due: day("2024-12-31") }),
                ],
            ),
            officer(5, "2024-09-06", [item("1f.0.3", ItemChange::Moved { due: day("2024-11-30") })]),
        ]);
        let told = |ledger: &Ledger| {
            let steps = ledger.problem_steps();
            let problems = ledger.problems(crate::ledger::samples::august::month("2024-12"));
            let lives = problems.iter().map(|found| {
                let life = steps.life(found.id);
                format!(
                    "{:?} {:?} {} {}",
                    found.entry.said.words(),
                    life.state,
                    life.reopened,
                    life.irregular.len()
                )
            });
            let members = ledger.members("bases");
            let states = members.iter().map(|one| {
                let on = |on| one.state(day(on)).map(|id| id.to_string());
                format!("{} {:?} {:?} {:?}", one.name, on("2024-02-01"), on("2024-06-01"), on("2024-08-01"))
            });
            let force = ledger.in_force(
                "alliances",
                crate::plan::Year(2024),
                AdjustmentKind::Target,
                day("2024-12-31"),
            );
            let judged = force.judged.map(|one| one.adjustment.change.clone());
            let listed = ledger.list_of(crate::plan::Year(2024));
            let due = listed.iter().map(|one| one.due).collect::<Vec<_>>();
            let movements = listed.iter().map(|one| one.movements.len()).sum::<usize>();
            (
                lives.collect::<Vec<_>>(),
                states.collect::<Vec<_>>(),
                judged,
                force.conflicts.len(),
                due,
                movements,
            )
        };
        let expected = told(&ledger);
        assert_eq!(expected.0, ["[\"缺地两处\", \"\"] Closed 1 2"]);
        assert_eq!(expected.1, ["甲（鞍山）公司 Some(\"入库\") Some(\"认定\") None"]);
        assert_eq!((expected.3, expected.4.clone(), expected.5), (1, vec![Some(day("2024-11-30"))], 2));
        assert_eq!(told(&Ledger::new(shown(&ledger, None))), expected);
    }

    #[test]
    fn the_whole_ledger_can_be_merged() {
        let (slip, batches) = opened(&Choice { extent: Extent::Whole, ..Choice::default() });
        assert!(!slip.is_only_to_look());
        assert_eq!(Ledger::new(batches), ledger());
    }

    #[test]
    fn what_came_as_a_part_or_to_look_at_stays_that() {
        use Extent::*;
        assert_eq!(offered(true, false, false), [Address, Page, Shown, Whole]);
        assert_eq!(offered(false, false, true), [Address, Shown]);
        assert_eq!(offered(true, true, true), [Address]);
    }

    #[test]
    fn of_a_page_only_what_it_shows_goes_in() {
        let (plan, mut ledger) = (plan(), ledger());
        ledger.add(batch(BatchId { writer: 3, sequence: 0 }, 30, 8, [actual("relocation-projects", "3")]));
        let (today, choice) = (origin().up_to, Choice { extent: Extent::Page, ..Choice::default() });
        let part = excerpt(&plan, &ledger, &Route::parse("#/indicator/alliances"), today);
        let (slip, batches) = arrived(&plan, envelope(&plan, &ledger, &choice, &origin(), part.as_ref()));
        assert!(slip.only_part && slip.is_only_to_look() && slip.page == "/indicator/alliances");
        let text = format!("{batches:?}");
        assert!(text.contains("alliances") && !text.contains("relocation"), "{text}");
    }

    #[test]
    fn what_is_shown_brings_nothing_corrected_back_and_is_to_look_at_only() {
        let (slip, batches) = opened(&Choice { extent: Extent::Shown, ..Choice::default() });
        assert!(slip.is_only_to_look());
        let text = format!("{batches:?}");
        assert!(!text.contains("99") && text.contains("12"), "{text}");
    }

    #[test]
    fn notes_and_names_stay_out_when_they_are_taken_out() {
        for extent in [Extent::Shown, Extent::Whole] {
            let (slip, batches) = opened(&Choice { extent, without_names: true, ..Choice::default() });
            let text = format!("{batches:?}");
            assert!(
                slip.is_only_to_look()
                    && !text.contains("王工")
                    && !text.contains("张三")
                    && text.contains("缺钱")
            );
            let (_, batches) = opened(&Choice { extent, without_notes: true, ..Choice::default() });
            assert!(!format!("{batches:?}").contains("缺钱"));
        }
    }

    #[test]
    fn a_passphrase_closes_the_link() {
        let plan = plan();
        let choice = Choice { extent: Extent::Whole, ..Choice::default() };
        let (plain, random) = (envelope(&plan, &ledger(), &choice, &origin(), None), [7; protected::RANDOM]);
        let key = protected::recipe_to_seal("鞍山调度 2024", &random).unwrap().key().unwrap();
        let sealed = protected::seal(&plain, &key, &random).unwrap().encode().unwrap();
        let Some(Ok(message::Message::Protected(envelope))) = message::open(&sealed, &plan) else {
            panic!("{sealed}")
        };
        let key = protected::recipe_to_open(&envelope, "鞍山调度 2024").unwrap().key().unwrap();
        let inside = protected::open(&envelope, &key).unwrap();
        assert!(matches!(message::unfold(inside, &plan), Ok(message::Message::Snapshot(..))));
    }
}
