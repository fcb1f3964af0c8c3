//! The ledger's figures, natively: how long it takes to read, to fold, to add to and to merge, and how many bytes an
//! entry takes, beside what people would use instead. Prints; never judges.
//!
//! - [`Ours`] the column codec and the fold, as the page has them
//! - [`Plain`] one JSON text with everything in it, as a page with one key would keep
//! - [`Document`] the same JSON as an Automerge document

mod document;
#[path = "../../../tests/ledger/full_use.rs"]
mod full_use;
#[path = "../../../tests/ledger/json.rs"]
mod json;
mod ours;
mod plain;
mod sizes;

use crate::report;
use document::Document;
use ours::Ours;
use plain::Plain;
use planboard::ledger::{Batch, BatchId, Entry, Moment, Report, Said};
use planboard::plan::{PlanIndex, Quantity};
pub use sizes::of_size;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// So many entries, more or less: a batch is not cut.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// How often one more entry is added; the median counts.
const ADDED: usize = 21;
/// How often everything else is done; the median counts.
const TIMES: usize = 3;

/// A way to keep batches.
trait Way: Sized {
    const NAME: &str;
    /// What lies in storage, of a device that has the first `known` batches and of one that went on to have all.
    fn kept(batches: &[Batch], known: usize) -> [Vec<u8>; 2];
    /// What is in memory once it was read.
    type Read;
    fn read(kept: &[u8]) -> Self::Read;
    /// Everything that a page shows, from what was read; its size, so that nothing is left out.
    fn folded(read: Self::Read) -> Self;
    fn shown(&self) -> usize;
    /// One more batch with one figure, made ready to be kept, and what its indicator shows then.
    fn add(&mut self, batch: &Batch, plan: &PlanIndex) -> usize;
    /// All that another device has.
    fn merge(&mut self, other: &mut Self);
}

/// Prints a line for each way and size.
pub fn print(plan: &PlanIndex) {
    println!("\nthe ledger, natively: ms but for one more entry (µs, with what it shows then), median");
    let heads = ["", "entries", "read", "fold", "one more", "merge", "bytes an entry"];
    let mut rows = vec![heads.map(str::to_owned)];
    for size in SIZES {
        let batches = of_size(plan, size);
        rows.push(figures::<Ours>(&batches, plan));
        rows.push(figures::<Plain>(&batches, plan));
        rows.push(figures::<Document>(&batches, plan));
    }
    report::print(&rows);
    println!(
        "\nread and fold: from the bytes to what is shown; merge: with a device that has the last tenth more"
    );
}

fn figures<W: Way>(batches: &[Batch], plan: &PlanIndex) -> [String; 7] {
    let entries: usize = batches.iter().map(|batch| batch.entries.len()).sum();
    eprintln!("   {} with {entries} entries", W::NAME);
    let [part, kept] = W::kept(batches, batches.len() * 9 / 10);
    let read = median(TIMES, |_| timed(|| W::read(&kept)).1);
    let fold = median(TIMES, |_| {
        let read = W::read(&kept);
        let (folded, took) = timed(|| W::folded(read));
        assert!(folded.shown() > 0);
        took
    });
    let mut whole = W::folded(W::read(&kept));
    let shown = whole.shown();
    let merge = median(TIMES, |_| {
        let mut mine = W::folded(W::read(&part));
        let took = timed(|| mine.merge(&mut whole)).1;
        assert_eq!(mine.shown(), shown, "{}", W::NAME);
        took
    });
    let add = median(ADDED, |at| {
        let batch = one_more(plan, at);
        timed(|| whole.add(&batch, plan)).1
    });
    let milliseconds = |took: Duration| format!("{:.1}", took.as_secs_f64() * 1e3);
    [
        W::NAME.to_owned(),
        entries.to_string(),
        milliseconds(read),
        milliseconds(fold),
        format!("{:.0}", add.as_secs_f64() * 1e6),
        milliseconds(merge),
        format!("{:.1}", kept.len() as f64 / entries as f64),
    ]
}

/// The figure of an indicator for the last month, from a page that was just loaded.
fn one_more(plan: &PlanIndex, at: usize) -> Batch {
    let indicator = plan.indicators().next().expect("the plan has indicators").item;
    let said = Said::Actual {
        indicator: indicator.id.as_str().into(),
        district: None,
        report: Report::Value(Quantity::of_digits(at as i64, 1).expect("a figure")),
        evidence: String::new(),
        note: "较上月新增两家".into(),
    };
    Batch {
        id: BatchId { writer: 1 + at as u64, sequence: 0 },
        written: Moment(1_800_000_000 + at as u64),
        organisation: "science-bureau".into(),
        person: "王工".into(),
        month: plan.cycle.first_month.plus(full_use::MONTHS as i32 - 1),
        entries: vec![Entry { replaces: None, said }],
    }
}

fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = black_box(act());
    (made, start.elapsed())
}

fn median(times: usize, measure: impl FnMut(usize) -> Duration) -> Duration {
    let mut all: Vec<Duration> = (0..times).map(measure).collect();
    all.sort();
    all[times / 2]
}
