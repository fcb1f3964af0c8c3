//! The dispatch page in markup. Decides nothing.

mod codes;
mod locking;
mod outgoing;
mod strip;
mod table;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod timing;

pub use outgoing::{Outbox, Outgoing, hand_out, link_text, outgoing};

use super::handout::Card;
use super::reminded::{self, Reminded};
use super::words::{self, Words};
use super::{Dispatch, Listing, Lock, Row, model};
use crate::ledger::{Entry, Id};
use crate::page::month::superior::view::Filling;
use crate::page::month::workbook::saving;
use crate::page::month::{problems, rule};
use crate::page::shared::names;
use crate::page::shared::records::with_as_of;
use crate::page::shared::todo::Todo;
use crate::plan::{Day, Month};
use crate::route::{DocumentKind, Route, ViewPart};
use crate::standing::AsOf;
use crate::standing::duty;
use crate::state::desk::my_organisation;
use crate::state::{Desk, State, Viewing};
use crate::storage::Failure;
use crate::text::Text;
use crate::ui::{link, page_title, part as view_part, said};
use leptos::html;
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Page {
    pub state: State,
    pub desk: Desk,
    /// The period that is shown; none for a plan without monthly dispatch.
    pub month: Memo<Option<Month>>,
    /// The text that is being handed out.
    pub outbox: Outbox,
    /// Asks for what makes a fill-in workbook.
    pub fill_in: saving::Fetch,
    /// Who was reminded when.
    pub reminded: RwSignal<Reminded>,
    /// The codes to print, while they are laid out.
    pub codes: RwSignal<Vec<Card>>,
    /// Whose receipts wait in the review, and of which periods.
    pub waiting: RwSignal<Vec<(Id, Month)>>,
    /// What came of the last act, to be heard.
    pub told: RwSignal<String>,
    /// Where that stands: it takes the focus of a button that is gone with its act.
    pub told_at: NodeRef<html::P>,
}

impl Page {
    /// The page of the route's period.
    pub fn new(state: State, desk: Desk, fill_in: saving::Fetch) -> Self {
        // A receipt that was opened as a link is looked at in its own period.
        let received = desk.inbox_month();
        // While another page is being opened the period stays what it was.
        let asked = Memo::new(move |before: Option<&Option<Month>>| match &*state.route.read() {
            Route::Dispatch(month) => *month,
            _ => before.copied().unwrap_or(received),
        });
        let today = move || state.today.get().unwrap_or_else(|| desk.now().day(desk.offset()));
        let month = Memo::new(move |_| asked.get().or_else(|| duty::current(&state.plan(), today())));
        let outbox = Outbox::new(None);
        // A link that tells of what was undone, here or by the banner, must not go out any more.
        Effect::new(move |could: Option<bool>| {
            let can = desk.can_undo();
            if could == Some(true) && !can {
                outbox.set(None);
            }
            can
        });
        Self {
            state,
            desk,
            month,
            outbox,
            fill_in,
            reminded: RwSignal::new(kept(desk)),
            codes: RwSignal::new(vec![]),
            waiting: RwSignal::new(vec![]),
            told: RwSignal::new(String::new()),
            told_at: NodeRef::new(),
        }
    }

    pub fn words(&self) -> &'static Words {
        words::of(self.state.language())
    }

    /// The same for what is done once.
    pub fn words_untracked(&self) -> &'static Words {
        words::of(self.state.settings.with_untracked(|settings| settings.language))
    }

    pub fn today(&self) -> Day {
        self.state.today.get().unwrap_or_else(|| self.desk.now().day(self.desk.offset()))
    }

    /// Something opened from elsewhere is on the screen: it can be looked at, not changed.
    pub fn is_only_looking(&self) -> bool {
        matches!(self.desk.viewing(), Viewing::Opened(_))
    }

    /// Notes on this device that somebody was reminded.
    pub fn note_reminded<'a>(&self, month: Month, ids: impl Iterator<Item = &'a str>) {
        let today = untrack(|| self.today());
        // Anew, with what other tabs have noted meanwhile.
        let mut all = kept(self.desk);
        ids.for_each(|id| all.note(month, id, today));
        self.desk.note(reminded::KEPT, &all.written());
        self.reminded.set(all);
    }

    /// Hands plan, ledger and day to what is computed of them.
    pub fn with_as_of<T>(&self, ask: impl FnOnce(AsOf) -> T) -> T {
        with_as_of(self.state, self.desk, ask)
    }

    /// For which organisation the officer writes.
    pub fn officer(&self) -> Id {
        untrack(|| self.desk.officer(&self.state.plan()))
    }

    /// Writes down what the officer says, as one act.
    ///
    /// # Errors
    /// As [`Desk::write`].
    pub fn record(&self, month: Month, entries: Vec<Entry>) -> Result<(), Failure> {
        self.desk.record(&self.state.plan(), month, entries)
    }
}

/// Who was reminded, as this device keeps it.
fn kept(desk: Desk) -> Reminded {
    desk.noted(reminded::KEPT).map(|text| Reminded::read(&text)).unwrap_or_default()
}

/// The page. The period is a selection on it: another one is drawn into the same page.
pub fn page(state: State, desk: Desk, fill_in: saving::Fetch) -> AnyView {
    let page = Page::new(state, desk, fill_in);
    let by_ledger = Memo::new(move |_| {
        let me = my_organisation(desk, &state.plan());
        page.month.get().map(|month| page.with_as_of(|as_of| model(as_of, month, me.as_deref())))
    });
    let shown = Memo::new(move |_| {
        // Beside a ledger that is only looked at, nothing is reviewed.
        let waiting = if page.is_only_looking() { vec![] } else { page.waiting.get() };
        by_ledger.get().map(|all| page.with_as_of(|as_of| all.with_waiting(as_of, &waiting)))
    });
    // Only whether there is something to show: else whatever changes would draw the whole page anew, and what
    // was pasted would be gone.
    let is_period = Memo::new(move |_| shown.with(Option::is_some));
    (move || match is_period.get() {
        true => drawn(page, shown),
        false => page_title(Text::plain(page.words().no_dispatch), Text::default(), ()),
    })
    .into_any()
}

fn drawn(page: Page, shown: Memo<Option<Dispatch>>) -> AnyView {
    // The review asks for it.
    provide_context(page);
    let is_looking = Memo::new(move |_| page.is_only_looking());
    let filling = Filling::new(page);
    let looking =
        move || is_looking.get().then(|| view! { <p class="sheet looking">{page.words().only_looking}</p> });
    let has_told = move || page.told.with(|told| !told.is_empty()).then_some("");
    view! {
        <div class="dispatch" data-codes=move || page.codes.with(|codes| !codes.is_empty()).then_some("")>
            {part(shown, |all| (all.heading, all.lede, all.is_period), move |(heading, lede, is_period)| head(page, filling, heading, lede, is_period))}
            {filling.dialog()}
            {part(shown, |all| all.list, |list| list.map(listing).into_any())}
            {looking}
            <p class="told" role="status" tabindex="-1" data-told=has_told node_ref=page.told_at>{move || page.told.get()}</p>
            <div class="work">
                {part(shown, |all| all.todo, move |list| list.map(|list| todo(page, list)).into_any())}
                {part(shown, |all| all.years, move |years| strip::strip(page, years))}
                {move || (!is_looking.get()).then(|| view_part(page.state, ViewPart::Review))}
                {part(shown, |all| (all.month, ids(all.rows)), move |(month, ids)| table::table(page, shown, month, ids))}
            </div>
            {part(shown, |all| all.problems, move |list| problems::view::sheet(page.state.language(), list))}
            {part(shown, |all| all.timing, move |one| timing::timing(page, one))}
            {part(shown, locked, move |locked| locked.map(|(month, lock, question)| locking::locking(page, month, lock, question)).into_any())}
            {move || rule::rule(page)}
            {part(shown, |all| all.assumed, move |sentences| assumed(page, sentences))}
        </div>
    }
    .into_any()
}

/// A part of the page, drawn again only when what it shows has changed, so that the rest keeps the focus.
fn part<T: Clone + PartialEq + Send + Sync + 'static>(
    shown: Memo<Option<Dispatch>>,
    pick: fn(Dispatch) -> T,
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let part = Memo::new(move |_| shown.get().map(pick));
    (move || part.get().map(&draw)).into_any()
}

fn ids(rows: Vec<Row>) -> Vec<Id> {
    rows.into_iter().map(|row| row.id).collect()
}

/// What is shown of the lock of a period.
fn locked(all: Dispatch) -> Option<(Month, Lock, Option<String>)> {
    all.is_period.then_some((all.month, all.lock, all.lock_question))
}

fn head(page: Page, filling: Filling, heading: String, lede: String, is_period: bool) -> AnyView {
    let words = page.words();
    let language = page.state.language();
    let sheet = is_period.then(|| {
        let sheet = move || Route::Document(DocumentKind::Monthly, page.month.get()).href();
        view! { <a class="button" href=sheet>{DocumentKind::Monthly.words(language)}</a> }
    });
    let yearly = DocumentKind::Reconciliation;
    let plan = page.state.plan();
    let rounds = [DocumentKind::Bulletin, DocumentKind::Assessment].into_iter().filter(|_| is_period);
    let papers = rounds.filter_map(|kind| {
        let round = crate::standing::bulletin::round(&plan, kind.months()?)?;
        let (name, months) = (plan.say(&round.name, language), round.months);
        let href =
            move || Route::Document(kind, page.month.get().map(|month| round_end(month, months))).href();
        Some(view! { <a class="button" href=href>{said(name)}</a> })
    });
    let papers = papers.collect::<Vec<_>>();
    let actions = view! {
        <a class="button" href=Route::Baselines.href()>{words.baselines}</a>
        {sheet}
        {papers}
        {is_period.then(|| filling.button())}
        <a class="button" href=Route::Document(yearly, None).href()>{yearly.words(language)}</a>
        <a class="button" href=Route::Districts(String::new()).href()>{names::districts(language)}</a>
        <a class="button" href=Route::Compare.href()>{words.compare}</a>
        <a class="button" href=Route::Device.href()>{words.device}</a>
    };
    page_title(Text::plain(heading), Text::plain(lede), actions)
}

/// The last month of the round of a month, of which so many make one: a quarter, a half-year.
fn round_end(month: Month, months: u32) -> Month {
    let passed = (u32::from(month.number()) - 1) % months.max(1);
    month.plus((months.max(1) - 1 - passed) as i32)
}

/// The list of the year in a line.
fn listing(list: Listing) -> AnyView {
    let told = list.told.into_iter().map(said).collect::<Vec<_>>();
    view! { <p class="of-list">{link(list.link)}{told}</p> }.into_any()
}

fn todo(page: Page, list: Vec<Todo>) -> AnyView {
    let words = page.words();
    let content = match list.is_empty() {
        true => view! { <p class="muted">{words.nothing_to_do}</p> }.into_any(),
        false => {
            let each = list.into_iter().map(|one| {
                let slug = one.kind.slug();
                view! { <li data-todo=slug><a href=one.href>{one.text}{one.quoted.map(said)}</a></li> }
            });
            view! { <ul>{each.collect::<Vec<_>>()}</ul> }.into_any()
        }
    };
    view! { <section class="sheet to-do"><header><h2>{words.todo}</h2></header>{content}</section> }
        .into_any()
}

fn assumed(page: Page, sentences: Vec<String>) -> AnyView {
    let sentences = sentences.into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
    view! {
        <section class="assumed"><h2>{page.words().assumed}</h2><ul class="muted">{sentences}</ul></section>
    }
    .into_any()
}
