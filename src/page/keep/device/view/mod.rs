//! The page in markup. Decides nothing.

mod clear;
mod copies;
mod editions;
mod files;
mod lights;
mod sample;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod who;

use super::words::{self, Words};
use super::{Device, Facts, Opened, Seen, file_name, model};
use crate::browser::file;
use crate::page::month::scan;
use crate::page::shared::workbook;
use crate::plan::Day;
use crate::state::{Desk, State};
use crate::storage::{self, Failure};
use crate::text::{Language, Text};
use crate::ui::page_title;
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Page {
    pub state: State,
    pub desk: Desk,
    pub language: Language,
    pub words: &'static Words,
    /// What came of the last act, to be heard.
    pub told: RwSignal<String>,
    /// The backup file that is looked into.
    pub file: RwSignal<Option<Opened>>,
    /// What makes a workbook of the records.
    pub workbooks: workbook::Fetch,
    /// Counts acts on what the desk has no signal for: copies, values that could not be read.
    turn: RwSignal<u32>,
}

impl Page {
    /// After an act: says what came of it, and has the store asked again.
    pub fn done(&self, told: impl Into<String>) {
        self.told.set(told.into());
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
    }

    /// The same for an act that may have failed.
    pub fn outcome(&self, outcome: Result<String, Failure>) {
        self.done(outcome.unwrap_or_else(|failure| storage::words::failure(self.language, failure)));
    }

    /// The name of a file of today.
    pub fn file_name(&self, kind: &str) -> String {
        let today: Day = self.desk.now().day(self.desk.offset());
        file_name(&self.state.plan().id, today, kind)
    }

    fn see(&self, facts: Facts) -> Device {
        self.turn.track();
        let (plan, own, kept) = (self.state.plan(), self.desk.own(), self.desk.kept());
        let (saved, backed_up) = (self.desk.saved(), self.desk.backed_up());
        self.desk.with_store(|store| {
            model(Seen {
                plan: &plan,
                language: self.language,
                offset: self.desk.offset(),
                shelf: store.shelf(),
                batches: own.batches().count(),
                saved,
                backed_up,
                copies: store.generations(),
                faults: store.faults().to_vec(),
                aside: store.quarantined().unwrap_or_default(),
                kept,
                facts,
            })
        })
    }
}

/// The page. A backup file may be dropped anywhere on it.
pub fn page(state: State, desk: Desk, facts: RwSignal<Facts>, workbooks: workbook::Fetch) -> AnyView {
    let language = state.language();
    let page = Page {
        state,
        desk,
        language,
        words: words::of(language),
        told: RwSignal::new(String::new()),
        file: RwSignal::new(None),
        workbooks,
        turn: RwSignal::new(0),
    };
    let shown = Memo::new(move |_| page.see(facts.get()));
    let words = page.words;
    view! {
        <div
            class="device"
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| files::take_up(page, file::dropped(&event))
        >
            {part(shown, |all| all.heading, move |heading| head(page, heading))}
            {part(shown, |all| (all.lights, all.ways), move |(both, ways)| lights::lights(page, both, ways))}
            {part(shown, |all| all.damaged, move |list| lights::damaged(page, list))}
            {part(shown, |all| all.is_sample, move |is_sample| files::files(page, is_sample))}
            {part(shown, |all| (all.is_sample, all.copies, all.no_copies), move |(is_sample, rows, why)| {
                copies::copies(page, is_sample, rows, why)
            })}
            {part(shown, |all| all.organisations, move |list| who::who(page, list))}
            {part(shown, |all| all.is_sample, move |is_sample| sample::sample(page, is_sample))}
            {editions::editions(page)}
            {part(shown, |all| all.forgets, move |sentences| forgets(words, sentences))}
            {clear::clear(page, shown)}
            <p class="told" role="status">{move || page.told.get()}</p>
        </div>
    }
    .into_any()
}

/// A part of the page, drawn again only when what it shows has changed, so that the rest keeps the focus.
fn part<T: Clone + PartialEq + Send + Sync + 'static>(
    shown: Memo<Device>,
    pick: fn(Device) -> T,
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let part = Memo::new(move |_| pick(shown.get()));
    (move || draw(part.get())).into_any()
}

fn head(page: Page, heading: String) -> AnyView {
    let scan = scan::view::to_open(page.state, page.desk);
    page_title(Text::plain(heading), Text::plain(page.words.lede), scan)
}

fn forgets(words: &'static Words, sentences: Vec<String>) -> AnyView {
    let here = sentences.into_iter().map(|one| view! { <li><b>{one}</b></li> }).collect::<Vec<_>>();
    view! {
        <section class="sheet forgets">
            <header><h2>{words.forgets}</h2></header>
            <ul>{here}<li>{words.forgets_always}</li></ul>
        </section>
    }
    .into_any()
}
