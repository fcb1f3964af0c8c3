//! What a press on the board costs, side by side with a static page that shows a hidden row. Prints; never judges.

use crate::in_browser::LIT;
use crate::measure::SLOWER;
use crate::pages::{Host, Pages};
use crate::report;
use planboard_browser_tests::{Look, Page};
use serde_json::json;

/// Presses of each kind on one page; the first does not count, of the others the median does.
const PRESSES: usize = 11;

/// Milliseconds from a press until its frame was painted and the next event can be handled.
const WATCH: &str = "
    self.timed = press => new Promise(done => requestAnimationFrame(() => setTimeout(() => {
        const began = performance.now();
        press();
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - began);
            port2.postMessage('');
        });
    })));
    self.turns = async (press, count) => {
        const times = [];
        for (let turn = 0; turn < count; turn++) times.push(await timed(() => press(turn)));
        return times.slice(1);
    };
";

/// What is pressed, by name; each press undoes the one before.
const PRESSED: [(&str, &str); 3] = [
    ("a row opened or closed", "document.querySelector('.board .row[data-hot] [aria-expanded]').click()"),
    ("the rows of one light, or all", "document.querySelector('.tally button').click()"),
    (
        "the rows in another order",
        "{ const order = document.querySelector('.front .actions label:last-of-type select');
            order.selectedIndex = (order.selectedIndex + 1) % order.options.length;
            order.dispatchEvent(new Event('change', { bubbles: true })) }",
    ),
];

/// The same table without a program: a row below the first one that is shown and hidden.
const PLAIN: &str = "(() => {
    const row = document.querySelector('.board tr.row'), more = document.createElement('tr');
    more.innerHTML = `<td colspan=\"12\">${'说明 '.repeat(60)}</td>`;
    more.hidden = true;
    row.after(more);
    self.press = () => { more.hidden = !more.hidden; };
})()";

/// Prints a line for each press, on a desk and on a phone.
pub fn print(pages: &Pages) {
    let heads = ["a press on the board, ms", "window", "this page", "a static page", "more"];
    let mut rows = vec![heads.map(str::to_owned)];
    for (window, look) in [("desk", Look::DESKTOP), ("phone", Look::PHONE)] {
        eprintln!("   presses on the board, {window}");
        let plain = opened(&pages.plain, look);
        plain.evaluate(PLAIN);
        slow(&plain);
        let of_plain = median(&plain, "press()");
        let page = opened(&pages.release, look);
        page.go(&pages.release.address("#/device"));
        page.press("button", look.pick("显示示例台账", "Show the sample ledger"));
        page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
        page.evaluate("void (location.hash = '#/')");
        page.wait_for("the lights", &format!("!!document.querySelector({LIT:?})")).settle();
        slow(&page);
        for (name, press) in PRESSED {
            let ours = median(&page, press);
            rows.push([
                name.to_owned(),
                window.to_owned(),
                format!("{ours:.1}"),
                format!("{of_plain:.1}"),
                format!("{:.1}", ours - of_plain),
            ]);
        }
    }
    report::print(&rows);
}

fn opened(host: &Host, look: Look) -> Page {
    let page = Page::new(look);
    page.before_load(WATCH);
    page.go(&host.address(""));
    page.wait_for("the board", "!!document.querySelector('.board .row')");
    page
}

fn slow(page: &Page) {
    page.call("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
}

fn median(page: &Page, press: &str) -> f64 {
    let times = page.evaluate(&format!("turns(() => {press}, {PRESSES})"));
    let mut times: Vec<f64> = serde_json::from_value(times).expect("the script gives times");
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
