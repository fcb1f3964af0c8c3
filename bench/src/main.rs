//! The figures of the release page in Chromium, on a slow line and a slow processor, side by side with what people
//! would use instead: a static page with the same content, and a React page. Prints; never judges.
//!
//! `make bench`, or with more runs `RUNS=9 make bench`. What is measured, and how: README.md beside this package.
//!
//! - [`pages`] the three pages, each in a folder, served in the same way
//! - [`measure`] one start of a page
//! - [`ledger`] the ledger natively: reading, folding, adding, merging, and bytes of an entry
//! - [`doors`] each door into the page beside an earlier release of it
//! - [`in_browser`] the ledger in Chromium: opening the page over it, writing into it, opening it as a link
//! - [`board`] what a press on the board costs
//! - [`report`] medians, ratios and the machine

mod board;
mod doors;
mod in_browser;
mod ledger;
mod measure;
mod pages;
mod report;

use measure::Figures;
use pages::Pages;
use planboard::route::{IndicatorsView, Route};
use planboard_browser_tests::{Browser, Look};

/// A start of one of the pages, as a person may meet it.
pub struct Start {
    pub name: &'static str,
    /// Where the page is.
    pub address: String,
    pub look: Look,
    /// A script that makes the device what it has to be.
    pub device: &'static str,
    /// The page becomes an app; the static one never does.
    pub becomes_app: bool,
}

fn main() {
    // `ONLY=starts`, `board`, `doors`, `ledger` or `browser` measures that alone: the starts take most of the time.
    let only = std::env::var("ONLY").ok();
    let is_asked = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let pages = Pages::build();
    if is_asked("starts") {
        starts_of(&pages);
    }
    if is_asked("board") {
        board::print(&pages);
    }
    if let Some(base) = std::env::var_os("PLANBOARD_BASE").filter(|_| is_asked("doors")) {
        let base = pages::Host::of(std::path::Path::new(&base));
        report::conditions(&Browser::shared().version(), runs(), &report::load());
        doors::print(&pages::plan(), &pages.release, &base, runs());
    }
    if is_asked("ledger") {
        ledger::print(&pages::plan());
    }
    if is_asked("browser") {
        in_browser::print(&pages::plan(), &pages.release);
    }
    println!();
    pages::budget();
}

/// How often each start is measured.
fn runs() -> usize {
    let runs = std::env::var("RUNS").map_or(5, |text| text.parse().expect("RUNS is a number of runs"));
    assert!(runs > 0, "RUNS is at least 1");
    runs
}

fn starts_of(pages: &Pages) {
    let runs = runs();
    let starts = starts(pages);
    let load = report::load();
    let different = measure::different_words(&starts[0], &starts[2]);

    let mut figures: Vec<Vec<Figures>> = starts.iter().map(|_| Vec::new()).collect();
    // By turns, so that whatever else the machine does falls upon all of them. The first turn warms it and does not
    // count.
    for turn in 0..=runs {
        eprintln!("   turn {turn} of {runs}{}", if turn == 0 { ", not counted" } else { "" });
        for (start, of_start) in starts.iter().zip(&mut figures) {
            let measured = measure::measure(start);
            if turn > 0 {
                of_start.push(measured);
            }
        }
    }

    report::conditions(&Browser::shared().version(), runs, &load);
    report::table(&starts, &figures);
    report::promises(&figures);
    if let Some(different) = different {
        println!("\nThe React page says other words than ours, so it is no fair comparison: {different}");
    }
}

/// The three that are compared come first: ours, the static one, React's.
fn starts(pages: &Pages) -> Vec<Start> {
    let plan = pages::plan();
    let ids: Vec<String> = plan.indicators().map(|place| place.item.id.clone()).collect();
    let indicator = ids.first().map_or_else(|| "#/".into(), |id| Route::Indicator(id.clone()).href());
    let list = Route::Indicators(IndicatorsView::default()).href();
    let long = format!("{list}?sort=step&view=compare&compare={}", ids.join(","));
    let start = |name, address: String| Start {
        name,
        address,
        look: Look::DESKTOP,
        device: "try { localStorage.removeItem('planboard:settings') } catch {}",
        becomes_app: true,
    };
    let ours = |name, fragment: &str| start(name, pages.release.address(fragment));
    vec![
        ours("this page", ""),
        Start { becomes_app: false, ..start("static page", pages.plain.address("")) },
        start("React page", pages.react.address("")),
        Start { look: Look::PHONE, ..ours("this page, phone", "") },
        Start { look: Look::DESKTOP.dark().english(), device: "", ..ours("this page, dark, English", "") },
        Start {
            device: "localStorage.setItem('planboard:ledger:bench', 'x')",
            ..ours("this page, own records", "")
        },
        ours("link to an indicator", &indicator),
        ours("long link, all indicators", &long),
    ]
}
