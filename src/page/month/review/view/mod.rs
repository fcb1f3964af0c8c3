//! Where receipts are pasted, looked at, accepted and returned. Decides nothing.

mod acts;
mod list;

use super::act::{self, Done, Key};
use super::paste::{Pasted, paste};
use super::words::{self, Words};
use super::{Kept, Receipt, Received, Review, review};
use crate::browser::file;
use crate::browser::{dialog, document, storage};
use crate::ledger::Batch;
use crate::page::month::dispatch::view::{Page, outgoing};
use crate::page::month::scan;
use crate::page::month::tables::view::{Taking, entry};
use crate::route::ViewPart;
use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;

/// The name under which a tab keeps what lies here.
const KEPT: &str = "review";

/// The place of the link that goes back, for [`outgoing`].
const BACK: &str = "/back";
/// The identifier of the field that receipts are pasted into.
const FIELD: &str = "receipts";

/// What lies open for review, and what was chosen of it.
#[derive(Clone, Copy)]
struct Reviewing {
    page: Page,
    /// What was pasted.
    text: RwSignal<String>,
    /// Receipts that were opened as links: they stay beside whatever is pasted.
    opened: StoredValue<Vec<Received>>,
    pasted: RwSignal<Pasted>,
    /// Receipts that were dealt with, by their batches.
    handled: RwSignal<Vec<Key>>,
    /// What came of the last act.
    done: RwSignal<Option<Done>>,
    /// The receipt that is being returned, and why: kept here, so that a new drawing of the list loses nothing.
    returning: RwSignal<Option<Key>>,
    reason: RwSignal<String>,
    /// Receipts that are to be taken whole.
    whole: RwSignal<Vec<Key>>,
    /// Receipts of which what an earlier one held is not to be kept.
    let_go: RwSignal<Vec<Key>>,
    bar: NodeRef<html::Div>,
}

impl Reviewing {
    fn new(page: Page, kept: Kept) -> Self {
        let language = page.state.settings.with_untracked(|settings| settings.language);
        let Kept { text, opened, handled } = kept;
        let mut pasted = paste(&page.state.plan(), &text, language);
        pasted.received.splice(0..0, opened.clone());
        Self {
            page,
            text: RwSignal::new(text),
            opened: StoredValue::new(opened),
            pasted: RwSignal::new(pasted),
            handled: RwSignal::new(handled),
            done: RwSignal::new(None),
            returning: RwSignal::new(None),
            reason: RwSignal::new(String::new()),
            whole: RwSignal::new(Vec::new()),
            let_go: RwSignal::new(Vec::new()),
            bar: NodeRef::new(),
        }
    }

    fn words(&self) -> &'static Words {
        words::of(self.page.state.settings.with_untracked(|settings| settings.language))
    }

    fn look(&self) {
        let language = self.page.state.settings.with_untracked(|settings| settings.language);
        let handled = untrack(|| self.handled());
        self.opened.update_value(|opened| *opened = act::still_open(std::mem::take(opened), &handled));
        let mut pasted = self.text.with_untracked(|text| paste(&self.page.state.plan(), text, language));
        pasted.received.splice(0..0, self.opened.get_value());
        self.handled.set(Vec::new());
        self.whole.set(Vec::new());
        self.let_go.set(Vec::new());
        self.returning.set(None);
        self.done.set(None);
        self.page.outbox.set(None);
        self.pasted.set(pasted);
        self.keep();
        // With something to look at, the review stands over the rows and takes the field along.
        if cfg!(feature = "csr") {
            document::after_paint(|| dialog::reveal(FIELD));
        }
    }

    /// Keeps for this tab what lies here, so that a reload or a detour loses nothing.
    fn keep(&self) {
        if cfg!(feature = "csr") {
            let plan = self.page.state.plan();
            storage::keep_by_tab(&plan.id, KEPT, &self.kept().written(&plan));
        }
    }

    fn kept(&self) -> Kept {
        Kept {
            text: self.text.get_untracked(),
            opened: self.opened.get_value(),
            handled: untrack(|| self.handled()),
        }
    }

    /// Frees the field of what is being dealt with.
    fn clear_text(&self) {
        let mut kept = self.kept();
        self.pasted.with_untracked(|pasted| kept.clear_text(pasted));
        self.opened.set_value(kept.opened);
        self.text.set(kept.text);
    }

    /// Adds a text that was read from a code, as if it had been pasted below the others.
    fn add(&self, read: &str) {
        self.text.update(|text| {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(read);
        });
        self.look();
    }

    /// Puts down receipts that were made of files, each with where it comes from.
    fn put_down(&self, made: Vec<(Batch, String)>) {
        let stamp = self.page.desk.stamp();
        let received = made.into_iter().map(|(batch, source)| Received {
            batches: vec![batch],
            stamp: stamp.clone(),
            source,
        });
        self.opened.update_value(|opened| opened.extend(received));
        self.look();
    }

    fn clear(&self) {
        self.opened.set_value(Vec::new());
        self.text.set(String::new());
        self.look();
    }

    /// What came of the last act, as long as it stands: the banner over the page undoes it as well.
    fn done(&self) -> Option<Done> {
        act::standing(self.done.get(), self.page.desk.can_undo())
    }

    /// Receipts that were dealt with: not those of an act that was undone, here or while another page was open.
    fn handled(&self) -> Vec<Key> {
        let can_undo = self.page.desk.can_undo();
        let handled = self.done.with(|done| act::handled(self.handled.get(), done.as_ref(), can_undo));
        act::still_handled(handled, &self.page.desk.own())
    }

    /// What is left to deal with.
    fn review(&self) -> Review {
        let here = self.page.desk.here();
        let review =
            self.pasted.with(|pasted| self.page.with_as_of(|as_of| review(as_of, here, &pasted.received)));
        let handled = self.handled();
        let is_open = |one: &Receipt| !handled.contains(&one.key());
        let receipts = review.receipts.into_iter().filter(is_open).collect::<Vec<_>>();
        let summary = words::summary(self.page.state.language(), &receipts);
        Review { receipts, summary }
    }
}

/// The field, and what was found in it; what this tab had there before lies there again.
pub fn desk(page: Page) -> AnyView {
    let plan = page.state.plan();
    let kept = if cfg!(feature = "csr") { storage::kept_by_tab(&plan.id, KEPT) } else { None };
    let mut kept = kept.map(|text| Kept::read(&text, &plan)).unwrap_or_default();
    let opened = page.desk.empty_inbox().into_iter();
    let opened = opened.map(|(batches, stamp)| Received { batches, stamp, source: String::new() });
    let opened: Vec<Received> = opened.collect();
    opened.iter().for_each(|one| kept.open(one.clone()));
    let reviewing = Reviewing::new(page, kept);
    // Of a receipt that was dealt with nothing is listed: it is said, else its link would open to nothing.
    let handled = untrack(|| reviewing.handled());
    reviewing.done.set(untrack(|| page.with_as_of(|as_of| act::opened_again(as_of, &handled, &opened))));
    reviewing.keep();
    drawn(reviewing)
}

/// The same with something pasted already.
#[cfg(all(test, feature = "ssr"))]
pub fn with_pasted(page: Page, received: Vec<Received>) -> AnyView {
    drawn(Reviewing::new(page, Kept { opened: received, ..Kept::default() }))
}

fn drawn(reviewing: Reviewing) -> AnyView {
    let page = reviewing.page;
    let review = Memo::new(move |_| reviewing.review());
    // The title of the page counts what waits here.
    Effect::new(move |_| page.waiting.set(review.with(Review::waiting)));
    on_cleanup(move || page.waiting.set(vec![]));
    let words = reviewing.words();
    view! {
        <section class="sheet review">
            <header><h2>{words.title}</h2></header>
            {field(reviewing)}
            {move || faults(reviewing.pasted.get().faults, words)}
            {acts::bar(reviewing)}
            {outgoing(page.state, page.outbox, BACK.to_owned())}
            {move || list::list(reviewing, review.get())}
        </section>
    }
    .into_any()
}

fn field(reviewing: Reviewing) -> AnyView {
    let words = reviewing.words();
    // The field has what was pasted only after the event.
    let pasted = move |_| document::after_paint(move || reviewing.look());
    let read = Callback::new(move |text: String| reviewing.add(&text));
    let taking = Taking {
        page: reviewing.page,
        take: Callback::new(move |made| reviewing.put_down(made)),
        is_open: RwSignal::new(false),
        dropped: StoredValue::new_local(vec![]),
    };
    // A text that is dropped into the field is none of this.
    let dropped = move |event: DragEvent| {
        let files = file::dropped_all(&event);
        if !files.is_empty() {
            taking.dropped.set_value(files);
            taking.is_open.set(true);
        }
    };
    view! {
        <div class="paste" on:dragover=|event: DragEvent| event.prevent_default() on:drop=dropped>
            <label>
                <span>{words.paste}</span>
                <textarea
                    id=FIELD
                    rows="5"
                    spellcheck="false"
                    prop:value=reviewing.text
                    on:input:target=move |event| {
                        reviewing.text.set(event.target().value());
                        reviewing.keep();
                    }
                    on:paste=pasted
                ></textarea>
            </label>
            <p class="muted">{words.paste_note}</p>
            <span class="acts">
                <button type="button" data-main="" on:click=move |_| reviewing.look()>{words.look}</button>
                {scan::view::to_collect(reviewing.page.state, reviewing.page.desk, read)}
                {entry(taking, ViewPart::Tables)}
                <button type="button" on:click=move |_| reviewing.clear()>{words.clear}</button>
            </span>
        </div>
    }
    .into_any()
}

fn faults(faults: Vec<String>, words: &'static Words) -> AnyView {
    let is_empty = faults.is_empty();
    let each = faults.into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
    // It stands there from the start, else nobody hears what comes into it.
    view! {
        <div class="faults" role="status">
            {(!is_empty).then(|| view! { <h3>{words.faults}</h3><ul>{each}</ul> })}
        </div>
    }
    .into_any()
}
