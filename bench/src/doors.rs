//! Every door into the page, side by side with an earlier release of it: how soon its content can be read, when the app is
//! in charge, when its chart stands, and what that costs. Prints; never judges.
//!
//! The earlier release is a built folder that `tools/bench.sh` names in `PLANBOARD_BASE`.

use crate::in_browser;
use crate::measure::slowed;
use crate::pages::Host;
use crate::report;
use planboard::plan::PlanIndex;
use planboard::route::{IndicatorsView, MatrixOrder, Route, TasksView};
use planboard_browser_tests::{Look, Page};
use serde::Deserialize;

/// A link that somebody opens for the first time.
struct Door {
    name: &'static str,
    fragment: String,
    /// The heading that the reader waits for, at the base and now.
    headings: [String; 2],
    /// What else has to stand before the page is one's own.
    stands: &'static str,
}

/// Milliseconds since the navigation began, and bytes of bodies over the wire.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Took {
    /// First contentful paint.
    painted: f64,
    /// The page's own heading can be seen, prerendered or not.
    readable: f64,
    /// The app is in charge of the page and can handle the next event.
    there: f64,
    /// The chart stands; 0 on a page without one.
    chart: f64,
    /// What came until then.
    bytes: f64,
    /// How many answers brought it.
    requests: f64,
}

/// Prints for each door both releases and the ratio of the new one to the base.
pub fn print(plan: &PlanIndex, release: &Host, base: &Host, runs: usize) {
    let doors = doors(plan, base, release);
    let mut took: Vec<[Vec<Took>; 2]> = doors.iter().map(|_| [Vec::new(), Vec::new()]).collect();
    // By turns, so that whatever else the machine does falls upon both; the first turn warms it and does not count.
    for turn in 0..=runs {
        eprintln!("   doors, turn {turn} of {runs}{}", if turn == 0 { ", not counted" } else { "" });
        for (door, both) in doors.iter().zip(&mut took) {
            for ((host, heading), one) in [base, release].into_iter().zip(&door.headings).zip(both.iter_mut())
            {
                let measured = open(door, host, heading);
                if turn > 0 {
                    one.push(measured);
                }
            }
        }
    }
    let heads = [
        "door (base / now = ratio)",
        "painted ms",
        "readable ms",
        "there ms",
        "chart ms",
        "KB until there",
        "requests",
    ];
    let mut rows = vec![heads.map(str::to_owned)];
    let of: [fn(&Took) -> f64; 6] = [
        |one| one.painted,
        |one| one.readable,
        |one| one.there,
        |one| one.chart,
        |one| one.bytes / 1000.0,
        |one| one.requests,
    ];
    for (door, [base, now]) in doors.iter().zip(&took) {
        let mut row = vec![door.name.to_owned()];
        row.extend(of.map(|of| pair(median(base, of), median(now, of))));
        rows.push(row.try_into().unwrap_or_default());
    }
    report::print(&rows);
}

fn doors(plan: &PlanIndex, base: &Host, release: &Host) -> Vec<Door> {
    let first = |ids: Vec<&String>| ids.first().map(|id| id.to_string()).expect("a plan has one of each");
    let indicator = first(plan.indicators().map(|place| &place.item.id).collect());
    let task = first(plan.tasks().map(|(_, task)| &task.id).collect());
    let organisation = first(plan.organisations.iter().map(|one| &one.id).collect());
    let month = planboard::plan::Month::parse("2024-08");
    let page = |name, route: Route, stands| {
        let fragment = if route == Route::Overview { String::new() } else { route.href() };
        let headings = [base, release].map(|host| {
            let page = Page::new(Look::PHONE);
            page.go(&host.address(&fragment));
            page.wait_for(
                "the app",
                "!!document.querySelector('[data-app]:not([data-plan-digest]) main h1')",
            );
            page.heading()
        });
        Door { name, headings, fragment, stands }
    };
    let h1 = "main h1";
    let mut doors = vec![
        page("overview", Route::Overview, h1),
        page("an indicator", Route::Indicator(indicator), h1),
        page("indicators", Route::Indicators(IndicatorsView::default()), h1),
        page("task list", Route::Tasks(TasksView::Tasks), h1),
        page("a task", Route::Task(task), h1),
        page("responsibility", Route::Responsibility(MatrixOrder::default()), h1),
        page("an organisation", Route::Organisation(organisation.clone()), h1),
        page("timeline", Route::Timeline, h1),
        page("dispatch of a month", Route::Dispatch(month), h1),
        page("a form", Route::Form { organisation, month }, "main input[id^=form-]"),
    ];
    let link = in_browser::link(plan, &crate::ledger::of_size(plan, 1_000));
    doors.push(Door {
        name: "snapshot link, 1,025 entries",
        fragment: ["#", &link].concat(),
        headings: Default::default(),
        stands: in_browser::LIT,
    });
    doors
}

/// Resolves once all that the door is opened for stands and was painted.
const WATCH: &str = "
    const seen = {};
    const note = (name, isThere) => {
        const look = () => {
            if (!isThere()) return requestAnimationFrame(look);
            requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => { seen[name] = performance.now(); };
                port2.postMessage('');
            });
        };
        look();
    };
    const shown = (selector) => [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
    note('readable', () => { const one = shown(heading ? 'main h1' : stands); return one && (!heading || one.innerText === heading); });
    note('there', () => {
        const app = shown('[data-app]:not([data-plan-digest])');
        return app && app.querySelector(stands) && !app.querySelector('main .loading') && (!heading || app.querySelector('main h1')?.innerText === heading);
    });
    note('chart', () => shown('figure.chart .canvas svg'));
    self.took = new Promise((done) => {
        const look = () => {
            const hasAll = seen.readable && seen.there && (seen.chart || !document.querySelector('figure.chart'));
            const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
            if (!hasAll || !painted) return setTimeout(look, 100);
            const loads = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter((load) => load.transferSize && load.responseEnd && load.responseEnd <= seen.there);
            done({ painted, chart: 0, ...seen, requests: loads.length,
                bytes: loads.reduce((sum, load) => sum + load.encodedBodySize, 0) });
        };
        look();
    });
";

fn open(door: &Door, host: &Host, heading: &str) -> Took {
    let page = Page::new(Look::PHONE);
    page.before_load(&format!(
        "if (location.protocol !== 'about:') {{ const heading = {:?}, stands = {:?}; {WATCH} }}",
        heading, door.stands
    ));
    slowed(&page);
    page.go(&host.address(&door.fragment));
    let took = page.try_evaluate("self.took").unwrap_or_else(|error| panic!("{}: {error}", door.name));
    serde_json::from_value(took).expect("the script gives all of it")
}

fn median(runs: &[Took], of: fn(&Took) -> f64) -> f64 {
    let mut all: Vec<f64> = runs.iter().map(of).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn pair(base: f64, now: f64) -> String {
    if base == 0.0 { "-".into() } else { format!("{base:.0} / {now:.0} = {:.2}", now / base) }
}
