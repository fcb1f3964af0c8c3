//! One start of a page, measured by the browser's own clocks.

use crate::Start;
use planboard_browser_tests::Page;
use serde::Deserialize;
use serde_json::{Value, json};

/// Round trip of a request, and bytes per second: Lighthouse's "slow 4G".
pub const LATENCY_MS: u32 = 150;
pub const DOWN_BYTES: u32 = 1_600_000 / 8;
pub const UP_BYTES: u32 = 750_000 / 8;
/// How many times slower the processor is made.
pub const SLOWER: u32 = 4;

/// What was measured. Times are milliseconds since the navigation began.
#[derive(Clone, Debug, Deserialize)]
pub struct Figures {
    /// First contentful paint.
    pub painted: f64,
    /// The app stands, its frame was painted and the next event can be handled. None on a page that is no app.
    pub interactive: Option<f64>,
    /// The chart of the page stands and was painted. None on a page without one.
    pub chart: Option<f64>,
    /// End of the load event.
    pub load: f64,
    /// Sum of all layout shifts, from the start until nothing happened for two seconds.
    pub shift: f64,
    /// What moved, as markup.
    pub moved: Vec<String>,
    /// What long tasks lasted beyond 50 ms each, from the first paint until the page was interactive (or loaded).
    pub blocked: f64,
    /// The same until nothing happened for two seconds.
    pub blocked_in_all: f64,
    /// Bytes of bodies, as they came over the wire, until the page was interactive (or loaded).
    pub bytes: f64,
    /// The same until nothing happened for two seconds.
    pub bytes_in_all: f64,
}

/// Runs before any script of the page: notes when what a person waits for stands. The driver itself notes what moves,
/// in `self.shifts`.
const WATCH: &str = "
    self.seen = { tasks: [] };
    new PerformanceObserver(list => {
        for (const { startTime, duration } of list.getEntries()) seen.tasks.push([startTime, startTime + duration]);
    }).observe({ type: 'longtask', buffered: true });
    self.watch = (name, selector) => {
        const observer = new MutationObserver(() => {
            if (!document.querySelector(selector)) return;
            observer.disconnect();
            // After the frame in which it is painted, when the next event has its turn.
            requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => { seen[name] = performance.now(); };
                port2.postMessage('');
            });
        });
        observer.observe(document, { childList: true, subtree: true });
    };
    // The prerendered view bears the digest of its plan; the app that takes its place does not.
    watch('interactive', '[data-app]:not([data-plan-digest]) main h1');
    watch('chart', 'figure.chart .canvas svg');
";

/// Resolves to the figures once all has come and nothing happened for two seconds.
const FIGURES: &str = "
    new Promise((done, fail) => setInterval(() => {
        const now = performance.now();
        const [navigation] = performance.getEntriesByType('navigation');
        const loads = [navigation, ...performance.getEntriesByType('resource')];
        const missing = !navigation.loadEventEnd ? 'the load event'
            : becomesApp && (!seen.interactive || document.querySelector('main .loading')) ? 'the app'
            : document.querySelector('figure.chart') && !seen.chart ? 'the chart' : '';
        if (missing && now > 50000) fail(new Error(missing + ' did not come; the page says: ' + document.body?.innerText));
        const ends = [...loads.map(load => load.responseEnd), ...seen.tasks.map(([, end]) => end), seen.interactive ?? 0, seen.chart ?? 0];
        if (missing || now - Math.max(...ends) < 2000) return;

        const painted = performance.getEntriesByName('first-contentful-paint')[0].startTime;
        const stands = becomesApp ? seen.interactive : navigation.loadEventEnd;
        // The part of each task after its first 50 ms, as far as it lies in the span.
        const blocked = until => seen.tasks
            .map(([start, end]) => Math.min(end, until) - Math.max(start + 50, painted))
            .reduce((sum, over) => sum + Math.max(0, over), 0);
        // Nothing was transferred where the page asked again for what it had.
        const bytes = until => loads.filter(load => load.transferSize && load.responseEnd <= until)
            .reduce((sum, load) => sum + load.encodedBodySize, 0);
        const moves = shifts.filter(shift => !shift.afterInput);
        done({
            painted, interactive: becomesApp ? seen.interactive : null, chart: seen.chart ?? null,
            load: navigation.loadEventEnd,
            shift: moves.reduce((sum, { value }) => sum + value, 0), moved: moves.flatMap(({ what }) => what ?? 'what is gone again'),
            blocked: blocked(stands), blocked_in_all: blocked(now), bytes: bytes(stands), bytes_in_all: bytes(now),
        });
    }, 250))
";

/// Opens the page in a fresh profile, slowed down, and measures it.
///
/// # Panics
/// When something of the page does not come, or it complains on its console.
pub fn measure(start: &Start) -> Figures {
    let page = opened(start, true);
    serde_json::from_value(figures(&page, start)).expect("the script gives every figure")
}

/// The first place where two pages say different words, if they do.
pub fn different_words(one: &Start, other: &Start) -> Option<String> {
    let [one, other] = [one, other].map(|start| {
        let page = opened(start, false);
        figures(&page, start);
        page.words()
    });
    let [one, other] = [&one, &other].map(|words| words.split_whitespace().collect::<Vec<_>>());
    let at = (0..one.len().max(other.len())).find(|&at| one.get(at) != other.get(at))?;
    let from = at.saturating_sub(2);
    let excerpt = |words: &[&str]| words.iter().skip(from).take(6).copied().collect::<Vec<_>>().join(" ");
    Some(format!("\"{}\", not \"{}\"", excerpt(&other), excerpt(&one)))
}

fn opened(start: &Start, is_slow: bool) -> Page {
    let page = Page::new(start.look);
    page.before_load(start.device);
    page.before_load(WATCH);
    if is_slow {
        slowed(&page);
    }
    page.go(&start.address);
    page
}

/// Puts a page on the slow line and the slow processor.
pub fn slowed(page: &Page) {
    page.call(
        "Network.emulateNetworkConditions",
        json!({ "offline": false, "latency": LATENCY_MS, "downloadThroughput": DOWN_BYTES, "uploadThroughput": UP_BYTES }),
    );
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
}

fn figures(page: &Page, start: &Start) -> Value {
    let script = format!("(becomesApp => {FIGURES})({})", start.becomes_app);
    page.try_evaluate(&script).unwrap_or_else(|error| panic!("{}: {error}", start.name))
}
