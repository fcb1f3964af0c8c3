//! What storage promises, in a real browser with its real `localStorage`.
//!
//! What is on the screen is asked of the page. What is kept is read out of the browser and decoded here, as a page
//! that is loaded now would read it; and what was kept before is put there the same way.

mod cleared;
mod clock;
mod crash;
mod quota;
mod tabs;

use crate::plans;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use crash::accepting;
use planboard::ledger::{Batch, BatchId, Entry, Ledger, Moment, Report, Said};
use planboard::plan::{Month, Quantity};
use planboard::storage::{self, BatchCodec, Kind, Memory, Notes, Place, Port, Shelf, Store};
use planboard_browser_tests::{Page, Site};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// What a browser keeps of this program, by key.
pub type Content = BTreeMap<String, String>;

pub fn content(page: &Page) -> Content {
    let own =
        "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('planboard:')))";
    serde_json::from_str(&page.text(&format!("JSON.stringify({own})"))).expect("keys and values are texts")
}

/// The release, beside a document in which no program runs.
fn site() -> Site {
    Site::release().with("empty.html", "<!doctype html><link rel=icon href=data:,><title>empty</title>")
}

/// What is kept, asked before any program of the page has seen it.
fn content_untouched(page: &Page, site: &Site) -> Content {
    page.go(&site.address("empty.html"));
    page.wait_for("the document", "document.title === 'empty'");
    content(page)
}

/// The shipped plan on a site without folders.
fn place() -> Place {
    Place::new(&plans::shipped().id, "/")
}

fn opened(content: &Content) -> Store<Memory, BatchCodec> {
    let memory = Memory::default();
    for (key, value) in content {
        memory.set(key, value).expect("a memory without limit");
    }
    opened_in(&memory, u64::MAX)
}

fn opened_in(memory: &Memory, writer: u64) -> Store<Memory, BatchCodec> {
    Store::open(memory.clone(), BatchCodec, place(), Shelf::Own, writer)
}

/// The ledger as a page that is loaded now would read it.
///
/// # Panics
/// When anything would have to be moved aside, or was.
pub fn ledger(content: &Content) -> Ledger {
    let store = opened(content);
    assert_eq!(store.faults(), [], "everything that is kept can be read");
    assert_eq!(store.quarantined(), Ok(vec![]), "nothing was ever moved aside");
    Ledger::new(store.batches().map(|batch| Batch::clone(batch)))
}

/// What a ledger says, without when and by which load of the page it was written.
fn said(ledger: &Ledger) -> BTreeSet<String> {
    let each = ledger
        .batches()
        .map(|one| format!("{:?}", (&one.organisation, &one.person, one.month, &one.entries)));
    each.collect()
}

/// What is kept of one kind.
fn of_kind(content: &Content, kind: Kind) -> Content {
    let prefix = place().prefix(kind);
    content.clone().into_iter().filter(|(key, _)| key.starts_with(&prefix)).collect()
}

/// What a device keeps on which others wrote before, each batch on a load of the page of its own.
fn device(batches: &[Batch]) -> Content {
    let memory = Memory::default();
    for batch in batches {
        let mut store = opened_in(&memory, batch.id.writer);
        let kept = store.append([Arc::new(batch.clone())], storage::Millis(batch.written.0 * 1000));
        assert_eq!(kept, Ok(1));
    }
    memory.content()
}

/// The same on a device whose user has given a name already: nobody is asked who acts.
pub fn signed(content: Content) -> Content {
    let memory = Memory::default();
    for (key, value) in content {
        memory.set(&key, &value).expect("room");
    }
    Notes::new(&memory, &place()).keep_desk("\n李科").expect("room");
    memory.content()
}

/// Puts it there before the first document of the tab.
pub fn keep(page: &Page, content: &Content) {
    page.before_load(&format!(
        "try {{
            if (!sessionStorage.getItem('kept')) {{
                sessionStorage.setItem('kept', '1');
                Object.entries({}).forEach(([key, value]) => localStorage.setItem(key, value));
            }}
        }} catch {{}}",
        json!(content)
    ));
}

/// Keeps what the tab hands out as files from now on, in `files`.
fn keep_files(page: &Page) {
    page.before_load(
        "self.files = [];
        const name = URL.createObjectURL;
        URL.createObjectURL = blob => { self.files.push(blob); return name.call(URL, blob); };",
    );
}

/// The backup file that the banner offers, opened as another device would.
fn backup(page: &Page) -> Ledger {
    page.evaluate("void (files.length = 0)");
    page.press("button", "导出备份");
    page.wait_for("the file", "files.length === 1");
    let bytes = "files[0].arrayBuffer().then(all => btoa(String.fromCharCode(...new Uint8Array(all))))";
    let bytes = STANDARD.decode(page.text(bytes)).expect("Base64");
    let opened = storage::open_backup(&BatchCodec, place().plan(), &bytes).expect("a backup file");
    Ledger::new(opened.batches.into_iter().map(Arc::unwrap_or_clone))
}

/// The report of an organisation for a month: one figure, written so many seconds ago by the true clock.
fn reported(writer: u64, organisation: &str, month: &str, figure: &str, ago: u64) -> Batch {
    let is_district = organisation != "science-bureau";
    let actual = Said::Actual {
        indicator: "alliances".into(),
        district: is_district.then(|| organisation.into()),
        report: Report::Value(Quantity::parse(figure).expect("a figure")),
        evidence: String::new(),
        note: String::new(),
    };
    Batch {
        id: BatchId { writer, sequence: 0 },
        written: Moment(now() - ago),
        organisation: organisation.into(),
        person: "王工".into(),
        month: Month::parse(month).expect("a month"),
        entries: [actual, Said::Submission].map(|said| Entry { replaces: None, said }).into(),
    }
}

/// What was there before.
fn earlier() -> Vec<Batch> {
    vec![reported(1, "science-bureau", "2024-06", "11", 900), reported(2, "haicheng", "2024-06", "3", 800)]
}

/// Seconds since 1970, by the true clock.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970").as_secs()
}

/// What the page about the device says: all is there, all is kept, nothing was unreadable.
///
/// # Panics
/// When it says anything else.
fn sees_all_kept(page: &Page, batches: usize) {
    page.wait_for(
        &format!("{batches} batches"),
        &format!("/^本机有 {batches} 次填报/.test(document.querySelector('h1')?.innerText)"),
    );
    assert_eq!(page.evaluate("document.querySelectorAll('.damaged, .banner[data-kind=unsaved]').length"), 0);
}
