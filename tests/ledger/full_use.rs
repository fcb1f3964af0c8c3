//! A ledger as a busy bureau would have it after three years: every indicator reported every month by the city
//! and by every district, each figure with a note, hundreds of problems, every report from a fresh page.

use planboard::ledger::kinds::{
    Adjustment, AdjustmentChange, Aim, Item, ItemChange, ItemKind, ItemLine, Listing, Member, ProblemStep,
    ReasonClass, Status,
};
use planboard::ledger::{Batch, BatchId, Entry, EntryId, Moment, Report, Said, Stage};
use planboard::plan::{Comparator, Day, Modality, Month, PlanIndex, Quantity, Year, Years};
use planboard::standing::duty;

pub const MONTHS: usize = 36;
const ORGANISATIONS: usize = 13;
const PROBLEMS: usize = 300;
/// Of each year's own list.
const ITEMS: usize = 40;
/// On all lists together, pasted in columns.
const MEMBERS: usize = 1_200;
const COLUMN: usize = 300;
const ADJUSTMENTS: usize = 30;
/// Letters of a note.
const NOTE: usize = 20;

/// The batches of all three years, in the order in which they are written, about a plan with enough of everything.
pub fn full_use(plan: &PlanIndex) -> Vec<Batch> {
    let mut pen = Pen { plan, chance: 20_230_801, written: 1_690_862_400, batches: vec![] };
    let is_district = |id: &&str| plan.districts.iter().any(|district| district == id);
    let reporters: Vec<&str> = duty::reporters(plan).into_iter().filter(|id| !is_district(id)).collect();
    let others = plan.organisations.iter().map(|one| one.id.as_str()).filter(|id| !is_district(id));
    let others = others.filter(|id| !reporters.contains(id));
    let organisations: Vec<&str> = reporters.iter().copied().chain(others).take(ORGANISATIONS).collect();
    assert_eq!(
        (organisations.len(), plan.districts.len(), plan.indicators().count()),
        (ORGANISATIONS, 9, 17)
    );
    for at in 0..MONTHS {
        let month = plan.cycle.first_month.plus(at as i32);
        let first = pen.batches.len();
        for (place, organisation) in organisations.iter().enumerate() {
            pen.report(organisation, month, (place == 0, None));
        }
        for district in &plan.districts {
            pen.report(district, month, (false, Some(district)));
        }
        let accepted: Vec<BatchId> = pen.batches[first..].iter().map(|batch| batch.id).collect();
        let verdicts = accepted.iter().map(|of| Said::Acceptance { of: *of }).map(entry).collect();
        pen.write(organisations[0], month, verdicts);
        pen.write(organisations[0], month, vec![entry(Said::Lock { accepted })]);
    }
    pen.batches
}

struct Pen<'a> {
    plan: &'a PlanIndex,
    chance: u64,
    /// Seconds since 1970.
    written: u64,
    batches: Vec<Batch>,
}

impl Pen<'_> {
    /// Figures with notes (of the city from the lead alone, of a district from itself), progress, problems.
    fn report(&mut self, organisation: &str, month: Month, (leads, district): (bool, Option<&String>)) {
        let mut entries = Vec::new();
        if leads || district.is_some() {
            for place in self.plan.indicators() {
                let digits = self.below(100_000) as i64;
                entries.push(entry(Said::Actual {
                    indicator: place.item.id.as_str().into(),
                    district: district.map(|id| id.as_str().into()),
                    report: Report::Value(Quantity::of_digits(digits, (digits % 3) as u8).expect("a figure")),
                    evidence: String::new(),
                    note: self.text(NOTE),
                }));
            }
        }
        for (_, measure) in duty::answerable(self.plan, organisation, month).measures {
            let (subject, note) = (measure.id.as_str().into(), self.text(NOTE));
            entries.push(entry(Said::Progress { subject, stage: Stage::Underway, note }));
        }
        let reports = (ORGANISATIONS + self.plan.districts.len()) * MONTHS;
        for _ in 0..PROBLEMS.div_ceil(reports) {
            if self.below(reports as u64) < PROBLEMS as u64 {
                let (text, who) = (self.text(2 * NOTE), self.text(3));
                let until = month.plus(2).day(15);
                entries.push(entry(Said::Problem { subject: None, text, who, until }));
            }
        }
        entries.push(entry(Said::Submission));
        self.write(organisation, month, entries);
    }

    fn write(&mut self, organisation: &str, month: Month, entries: Vec<Entry>) {
        let id = BatchId { writer: self.next(), sequence: 0 };
        self.written += 1 + self.below(90_000);
        let person = self.text(3);
        self.batches.push(Batch {
            id,
            written: Moment(self.written),
            organisation: organisation.into(),
            person,
            month,
            entries,
        });
    }

    /// Letters without any pattern: harder to keep than what people write.
    fn text(&mut self, letters: usize) -> String {
        (0..letters).filter_map(|_| char::from_u32(0x4e00 + self.below(3_000) as u32)).collect()
    }

    fn below(&mut self, many: u64) -> u64 {
        self.next() % many
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014).
    fn next(&mut self) -> u64 {
        self.chance = self.chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.chance ^ (self.chance >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

/// The same with the kinds of the whole loop: each year its own list, members, steps of every problem, adjustments.
#[allow(dead_code)] // The benchmark shares this file.
pub fn full_use_of_the_loop(plan: &PlanIndex) -> Vec<Batch> {
    let mut batches = full_use(plan);
    let problems: Vec<EntryId> = batches
        .iter()
        .flat_map(|batch| batch.named().map(|(id, entry)| (id, &entry.said)))
        .filter(|(_, said)| matches!(said, Said::Problem { .. }))
        .map(|(id, _)| id)
        .collect();
    let mut pen = Pen { plan, chance: 20_240_101, written: 1_800_000_000, batches: vec![] };
    let officer = plan.issuer.as_str();
    let month = plan.cycle.first_month;
    for of in problems {
        let to = plan.districts[0].as_str().into();
        let until = month.day(15);
        for step in [
            ProblemStep::Assigned { to, until },
            ProblemStep::Received,
            ProblemStep::Answered,
            ProblemStep::CloseOutAsked { evidence: pen.text(NOTE) },
            ProblemStep::Closed,
        ] {
            let (text, document) = (pen.text(NOTE), pen.text(10));
            pen.write(officer, month, vec![entry(Said::ProblemStep { of, step, text, document })]);
        }
    }
    for year in plan.period.iter() {
        let items = (0..ITEMS).map(|_| pen.item(year)).collect();
        pen.write(officer, month, items);
    }
    // A column of names is pasted at once; a state later is an entry of its own.
    for _ in 0..MEMBERS / COLUMN {
        let column = (0..COLUMN).map(|_| pen.member()).collect();
        pen.write(officer, month, column);
        let named = pen.batches.last().map(|batch| batch.id).expect("just written");
        let changed =
            (0..COLUMN as u32 / 2).map(|index| pen.state(EntryId { batch: named, index })).collect();
        pen.write(officer, month, changed);
    }
    for _ in 0..ADJUSTMENTS {
        let adjustment = pen.adjustment();
        pen.write(officer, month, vec![adjustment]);
    }
    batches.append(&mut pen.batches);
    batches
}

impl Pen<'_> {
    fn item(&mut self, year: Year) -> Entry {
        let id = Item::own_id(EntryId {
            batch: BatchId { writer: self.next(), sequence: 0 },
            index: self.below(ITEMS as u64) as u32,
        });
        let lead = vec![self.plan.districts[self.below(9) as usize].as_str().into()];
        let line = ItemLine {
            kind: ItemKind::Node,
            parent: None,
            title: self.text(2 * NOTE),
            years: Years { from: year, to: year },
            lead,
            responsible: vec![],
            begins: None,
            due: Month::new(year, 10).and_then(|month| month.day(28)),
            origin: None,
        };
        let (reason, document) = (String::new(), self.text(10));
        entry(Said::Item(Box::new(Item { id, change: ItemChange::Listed(line), reason, document })))
    }

    fn member(&mut self) -> Entry {
        let district = Some(self.plan.districts[self.below(9) as usize].as_str().into());
        let who = Listing::Named { name: self.text(12), district, host: String::new() };
        self.standing(who, "入库")
    }

    fn state(&mut self, of: EntryId) -> Entry {
        self.standing(Listing::Known { of }, "认定")
    }

    fn standing(&mut self, who: Listing, state: &str) -> Entry {
        let from = Day::EPOCH.plus(19_600 + self.below(1_000) as i64);
        let (document, note) = (self.text(10), String::new());
        let (list, state) = ("high-tech".into(), Some(state.into()));
        entry(Said::Member(Box::new(Member { list, who, state, from, document, note })))
    }

    fn adjustment(&mut self) -> Entry {
        let place = self.plan.indicators().next().expect("an indicator").item;
        let aim = |digits| Aim {
            value: Quantity::of_digits(digits, 0).expect("a figure"),
            comparator: Comparator::AtLeast,
            modality: Modality::None,
        };
        entry(Said::Adjustment(Box::new(Adjustment {
            subject: place.id.as_str().into(),
            year: self.plan.period.to,
            change: AdjustmentChange::Target { old: Some(aim(20)), new: Some(aim(15)) },
            class: ReasonClass::Policy,
            reason: self.text(2 * NOTE),
            document: self.text(10),
            dated: Some(Day::EPOCH.plus(19_900)),
            decided_by: self.text(4),
            effective: Day::EPOCH.plus(19_900 + self.below(300) as i64),
            status: Status::Decided,
        })))
    }
}

fn entry(said: Said) -> Entry {
    Entry { replaces: None, said }
}
