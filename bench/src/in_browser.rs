//! The ledger's figures in Chromium: opening the page over a ledger of a given size, writing one more report into it,
//! and opening a snapshot link. Prints; never judges.

use crate::ledger::of_size;
use crate::measure::{SLOWER, slowed};
use crate::pages::Host;
use crate::report;
use planboard::ledger::Batch;
use planboard::link::message::{self, SnapshotHeader};
use planboard::plan::{Day, PlanIndex};
use planboard::storage::{BatchCodec, Memory, Millis, Place, Port, Shelf, Store};
use planboard_browser_tests::{Look, Page};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many entries, more or less: a batch is not cut.
const SIZES: [usize; 2] = [1_000, 10_000];
/// How many times slower the processor is made.
const RATES: [u32; 2] = [1, SLOWER];
/// How often each is measured; the median counts, of tasks the longest.
const TIMES: usize = 3;

/// A light that only a ledger gives.
pub const LIT: &str = "main .light[data-light]:not([data-light=none])";

/// Notes every task over 50 ms, and when something stands and was painted.
const WATCH: &str = "
    self.tasks = [];
    new PerformanceObserver(list => list.getEntries().forEach(({ duration }) => tasks.push(duration)))
        .observe({ type: 'longtask', buffered: true });
    self.stands = selector => new Promise(done => {
        const look = () => document.querySelector(selector) ? requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now());
            port2.postMessage('');
        }) : requestAnimationFrame(look);
        look();
    });
    // Long tasks are told a little later.
    self.rest = () => new Promise(done => setTimeout(done, 1500));
";

/// Milliseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Took {
    until: f64,
    /// Of the tasks over 50 ms the longest; 0 where there was none.
    longest: f64,
}

/// Prints a line for each size and processor, and one for each snapshot link.
pub fn print(plan: &PlanIndex, host: &Host) {
    let heads = [
        "the ledger in Chromium, ms",
        "entries",
        "slower",
        "lights stand",
        "longest task",
        "one more",
        "longest task",
    ];
    let mut rows = vec![heads.map(str::to_owned)];
    for size in SIZES {
        let batches = of_size(plan, size);
        let kept = json!(kept(plan, &batches));
        for rate in RATES {
            eprintln!("   the page over {size} entries, {rate} times slower");
            let runs: Vec<(Took, Took)> = (0..TIMES).map(|_| over(host, &kept, rate)).collect();
            let (open, more): (Vec<Took>, Vec<Took>) = runs.into_iter().unzip();
            let cells =
                [median(&open), longest(&open), median(&more), longest(&more)].map(|one| format!("{one:.0}"));
            let [stand, open, more, add] = cells;
            rows.push([
                "own ledger".into(),
                entries(&batches).to_string(),
                rate.to_string(),
                stand,
                open,
                more,
                add,
            ]);
        }
    }
    for size in SIZES {
        let batches = of_size(plan, size);
        let link = link(plan, &batches);
        eprintln!("   a snapshot link of {size} entries");
        let runs: Vec<Took> = (0..TIMES).map(|_| snapshot(host, &link)).collect();
        let name = format!("snapshot link of {} characters, slow phone and line", link.len());
        let dash = || "-".to_owned();
        let (stand, task) = (format!("{:.0}", median(&runs)), format!("{:.0}", longest(&runs)));
        rows.push([name, entries(&batches).to_string(), SLOWER.to_string(), stand, task, dash(), dash()]);
    }
    report::print(&rows);
}

/// The page over a ledger, and one more report.
fn over(host: &Host, kept: &Value, rate: u32) -> (Took, Took) {
    let page = Page::new(Look::DESKTOP);
    page.before_load(WATCH);
    page.before_load(&format!(
        "if (location.protocol !== 'about:' && !Object.keys(localStorage).some(key => key.startsWith('planboard:ledger'))) Object.entries({kept}).forEach(([key, value]) => localStorage.setItem(key, value))"
    ));
    // Once for nothing: writing all that into the storage is not part of opening it.
    page.open(&host.address(""));
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
    page.go("about:blank");
    page.go(&host.address(""));
    let open = took(&page, &format!("stands({LIT:?})"));
    page.go("about:blank");
    page.open(&host.address("#/form/science-bureau?month=2025-12"));
    page.wait_for("the form", "!!document.querySelector('input[id^=form-figure-]')");
    // Where the month has a figure already, another one needs a note.
    for (field, text) in [("note", "更正"), ("figure", "7")] {
        let field = format!("document.querySelector('input[id^=form-{field}-]')");
        page.evaluate(&format!("{field}.closest('details')?.setAttribute('open', '')"));
        page.evaluate(&format!("{field}.focus()"));
        page.evaluate(&format!("void document.execCommand('insertText', false, {text:?})"));
    }
    page.evaluate("rest().then(() => { tasks.length = 0 })");
    let more = took(
        &page,
        "(() => { const began = performance.now(); [...document.querySelectorAll('.send button')].at(-1).click();
            return stands('.receipt textarea').then(ended => ended - began) })()",
    );
    (open, more)
}

/// A snapshot link, opened from nothing on a phone with a slow line.
fn snapshot(host: &Host, link: &str) -> Took {
    let page = Page::new(Look::PHONE);
    page.before_load(WATCH);
    slowed(&page);
    page.go(&host.address(&["#", link].concat()));
    took(&page, &format!("stands('.banner[data-kind=aside]').then(() => stands({LIT:?}))"))
}

fn took(page: &Page, script: &str) -> Took {
    let script =
        format!("({script}).then(until => rest().then(() => ({{ until, longest: Math.max(0, ...tasks) }})))");
    serde_json::from_value(page.evaluate(&script)).expect("the script gives both")
}

/// What a device keeps of batches that came from a page of its own each, merged as an idle page merges them.
fn kept(plan: &PlanIndex, batches: &[Batch]) -> BTreeMap<String, String> {
    let (memory, place) = (Memory::default(), Place::new(&plan.id, "/"));
    let open =
        |memory: &Memory, writer| Store::open(memory.clone(), BatchCodec, place.clone(), Shelf::Own, writer);
    for batch in batches {
        let page = Memory::default();
        let mut store = open(&page, batch.id.writer);
        store.append([Arc::new(batch.clone())], Millis(batch.written.0 * 1000)).expect("room in memory");
        for (key, value) in page.content() {
            memory.set(&key, &value).expect("room in memory");
        }
    }
    let last = batches.iter().map(|batch| batch.written.0).max().unwrap_or_default();
    let mut store = open(&memory, 1);
    while store.compact(Millis((last + 30 * 86_400) * 1000)).expect("room in memory").removed > 0 {}
    memory.content()
}

/// A snapshot link of these batches, without `#`.
pub fn link(plan: &PlanIndex, batches: &[Batch]) -> String {
    let day = Day::parse("2025-12-31").expect("a day");
    message::snapshot(plan, &SnapshotHeader::whole("王工", day, day), batches)
        .encode()
        .expect("it fits a link")
}

fn entries(batches: &[Batch]) -> usize {
    batches.iter().map(|batch| batch.entries.len()).sum()
}

fn median(runs: &[Took]) -> f64 {
    let mut all: Vec<f64> = runs.iter().map(|one| one.until).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn longest(runs: &[Took]) -> f64 {
    runs.iter().map(|one| one.longest).fold(0.0, f64::max)
}
