//! What is printed: the conditions, a line per start, and the figures beside what was promised.

use crate::Start;
use crate::measure::{DOWN_BYTES, Figures, LATENCY_MS, SLOWER, UP_BYTES};
use planboard_browser_tests::Look;
use std::collections::BTreeSet;
use std::process::Command;

/// Jobs that wanted the processor on average over the last minute, as the system says; empty where it says nothing.
pub fn load() -> String {
    let line = said("uptime", &[]);
    let averages = line.rsplit_once(": ").map(|(_, averages)| averages).unwrap_or_default();
    averages.split([',', ' ']).next().unwrap_or_default().to_owned()
}

/// Machine, browser, date, and how it was measured.
pub fn conditions(browser: &str, runs: usize, load_before: &str) {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let megabits = |bytes: u32| f64::from(bytes) * 8.0 / 1e6;
    println!("\nmachine   {cores} cores, {}, {}", processor(), said("uname", &["-sm"]));
    println!(
        "load      {load_before} before, {} after; above the number of cores, times are too long",
        load()
    );
    println!("browser   {browser}, a fresh profile each run, brotli");
    println!(
        "line      slow 4G: {LATENCY_MS} ms a request, {} Mbit/s down, {} up; processor {SLOWER} times slower",
        megabits(DOWN_BYTES),
        megabits(UP_BYTES)
    );
    let Look { width, height, .. } = Look::DESKTOP;
    println!("window    {width} x {height}; phone {} x {}", Look::PHONE.width, Look::PHONE.height);
    println!(
        "command   make bench: median of {runs} runs (least-most), of shifts the worst; ms and KB of 1000"
    );
    println!("date      {}", said("date", &["-u", "+%Y-%m-%d"]));
}

/// A line per start.
pub fn table(starts: &[Start], figures: &[Vec<Figures>]) {
    let heads = [
        "start",
        "painted",
        "interactive",
        "chart stands",
        "load",
        "shift",
        "blocked",
        "in all",
        "KB",
        "in all",
    ];
    let rows = starts.iter().zip(figures).map(|(start, runs)| {
        let ms = |of: fn(&Figures) -> f64| whole(median(runs, of));
        let kb = |of: fn(&Figures) -> f64| format!("{:.1}", median(runs, of) / 1000.0);
        [
            start.name.to_owned(),
            spread(runs, |run| Some(run.painted)),
            spread(runs, |run| run.interactive),
            spread(runs, |run| run.chart),
            ms(|run| run.load),
            shift(worst_shift(runs)),
            ms(|run| run.blocked),
            ms(|run| run.blocked_in_all),
            kb(|run| run.bytes),
            kb(|run| run.bytes_in_all),
        ]
    });
    print(&[vec![heads.map(str::to_owned)], rows.collect()].concat());
    for (start, runs) in starts.iter().zip(figures) {
        let moved: BTreeSet<&String> = runs.iter().flat_map(|run| &run.moved).collect();
        // The first few say which part of the page it was.
        for what in moved.iter().take(3) {
            println!("moved on \"{}\": {what}", start.name);
        }
    }
}

/// The figures of the first three starts (ours, static, React) beside what was promised of ours.
pub fn promises(figures: &[Vec<Figures>]) {
    let [ours, plain, react, ..] = figures else { return };
    let painted = |runs: &[Figures]| median(runs, |run| run.painted) / median(plain, |run| run.painted);
    let interactive = |runs: &[Figures]| {
        median(runs, |run| run.interactive.unwrap_or(f64::NAN)) / median(plain, |run| run.load)
    };
    let ratio = |value: f64| format!("{value:.2}");
    let row = |name: &str, ours: String, promised: &str, react: String| {
        [name.to_owned(), ours, promised.to_owned(), react]
    };
    let starts = figures.iter().enumerate().filter(|(at, _)| ![1, 2].contains(at)).map(|(_, runs)| runs);
    print(&[
        row("", "measured".into(), "promised", "React".into()),
        row("first paint / that of the static page", ratio(painted(ours)), "<= 1.05", ratio(painted(react))),
        row(
            "interactive / load of the static page",
            ratio(interactive(ours)),
            "<= 2",
            ratio(interactive(react)),
        ),
        row(
            "layout shift, the worst of all starts",
            shift(starts.map(|runs| worst_shift(runs)).fold(0.0, f64::max)),
            "0",
            shift(worst_shift(react)),
        ),
        row(
            "blocked from first paint to interactive, ms",
            whole(median(ours, |run| run.blocked)),
            "< 150",
            whole(median(react, |run| run.blocked)),
        ),
    ]);
}

fn median(runs: &[Figures], of: impl Fn(&Figures) -> f64) -> f64 {
    let mut values: Vec<f64> = runs.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 { values[middle] } else { (values[middle - 1] + values[middle]) / 2.0 }
}

/// Median, least and most; a dash where there is no such thing on the page.
fn spread(runs: &[Figures], of: fn(&Figures) -> Option<f64>) -> String {
    let known: Option<Vec<f64>> = runs.iter().map(of).collect();
    let Some(known) = known else { return "-".into() };
    let least = known.iter().copied().fold(f64::INFINITY, f64::min);
    let most = known.iter().copied().fold(0.0, f64::max);
    let middle = median(runs, |run| of(run).unwrap_or(f64::NAN));
    format!("{} ({}-{})", whole(middle), whole(least), whole(most))
}

fn worst_shift(runs: &[Figures]) -> f64 {
    runs.iter().map(|run| run.shift).fold(0.0, f64::max)
}

/// Never rounded down to nothing: a shift of 0.00004 is not 0.
fn shift(value: f64) -> String {
    if value == 0.0 { "0".into() } else { format!("{:.4}", value.max(0.0001)) }
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

/// The first column to the left, the others to the right.
pub fn print<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) {
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or_default();
    println!();
    for row in rows {
        let cells = row.iter().enumerate().map(|(column, cell)| match column {
            0 => format!("{cell:<0$}", width(column)),
            _ => format!("{cell:>0$}", width(column)),
        });
        println!("{}", cells.collect::<Vec<_>>().join("  "));
    }
}

fn processor() -> String {
    let linux = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = linux.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    match named {
        Some((_, name)) => name.trim().to_owned(),
        None => said("sysctl", &["-n", "machdep.cpu.brand_string"]),
    }
}

/// What a program of the system prints; empty where there is none of that name.
fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_moved_is_rounded_away() {
        assert_eq!(shift(0.0), "0");
        assert_ne!(shift(0.00004), "0");
        assert_ne!(shift(0.000_000_4), "0");
    }
}
