//! A ledger as a busy bureau would have it after three years: every indicator reported every month by the city
//! and by every district, each figure with a note, hundreds of problems, every report from a fresh page.

use planboard::ledger::{Batch, BatchId, Entry, Moment, Report, Said, Stage};
use planboard::plan::{Month, PlanIndex, Quantity};
use planboard::standing::duty;

pub const MONTHS: usize = 36;
const ORGANISATIONS: usize = 13;
const PROBLEMS: usize = 300;
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

fn entry(said: Said) -> Entry {
    Entry { replaces: None, said }
}
