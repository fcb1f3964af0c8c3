//! Every document on its page. Decides nothing.

use super::{account, monthly, reconciliation, words};
use crate::browser::{clipboard, ignored, share};
use crate::document::Document;
use crate::office::Format;
use crate::page::shared::records::with_as_of;
use crate::page::shared::workbook;
use crate::plan::{Day, Month, Year};
use crate::route::{DocumentKind, Route};
use crate::standing::{AsOf, duty};
use crate::state::{Desk, State, Viewing};
use crate::text::Text;
use crate::ui::{self, page_title};
use leptos::prelude::*;

/// The document of a period; without one, of that which is due now. It follows the records.
pub fn page(
    state: State,
    desk: Desk,
    kind: DocumentKind,
    month: Option<Month>,
    fetch: workbook::Fetch,
) -> AnyView {
    let year = Memo::new(move |_| with_as_of(state, desk, |as_of| words::year(as_of, month)));
    let made = Memo::new(move |_| {
        with_as_of(state, desk, |as_of| match kind {
            DocumentKind::Monthly => of_month(as_of, month),
            DocumentKind::Reconciliation => {
                year.get().map(|year| reconciliation::model(as_of, known(desk, as_of.today), year))
            }
            DocumentKind::Account => month.is_none().then(|| account::model(as_of, known(desk, as_of.today))),
            // Drawn by parts of their own (`Route::part`).
            DocumentKind::Bulletin | DocumentKind::Assessment | DocumentKind::Districts => None,
        })
    });
    let form = (kind == DocumentKind::Reconciliation)
        .then_some(move || year.get().map(|year| reconciliation::view::form(state, desk, year)));
    let years = Memo::new(move |_| with_as_of(state, desk, words::years));
    view! { {paper(state, made, fetch, move || ways(state, kind, month, (year, years)))} {form} }.into_any()
}

/// A document with its bar: ways to other pages, printing, copying, and its tables as a workbook. Without a document, that
/// the plan has no such period.
pub(super) fn paper<V: IntoView + 'static>(
    state: State,
    made: Memo<Option<Document>>,
    fetch: workbook::Fetch,
    ways: impl Fn() -> V + Send + Sync + 'static,
) -> AnyView {
    sheet(state, made, fetch, Box::new(move || ways().into_any()))
}

// Apart, so that the page has it once whatever the ways are.
fn sheet(
    state: State,
    made: Memo<Option<Document>>,
    fetch: workbook::Fetch,
    ways: Box<dyn Fn() -> AnyView + Send + Sync>,
) -> AnyView {
    let told = RwSignal::new("");
    let language = move || state.language();
    let copy = move |_| {
        let words = words::of(language());
        let text = made.with_untracked(|made| made.as_ref().map(|document| document.text()));
        leptos::task::spawn_local(async move {
            let is_copied = clipboard::copy(&text.unwrap_or_default()).await;
            // The page may have been left meanwhile.
            ignored(told.try_set(if is_copied { words.copied } else { words.not_copied }));
        });
    };
    let save = move |format: Format| {
        let (language, words) = (language(), workbook::words::of(language()));
        let Some(document) = made.get_untracked() else { return };
        told.set(words.making);
        leptos::task::spawn_local(async move {
            let outcome = workbook::save_document(fetch, &document, language, format).await;
            ignored(told.try_set(workbook::words::outcome(language, outcome)));
        });
    };
    let buttons = move || {
        Format::ALL.map(|format| {
            view! {
                <button on:click=move |_| save(format)>{workbook::words::button(language(), format)}</button>
            }
        })
    };
    let drawn = move || {
        let words = words::of(language());
        let Some(document) = made.get() else {
            return no_period(state);
        };
        view! {
            <div class="document-bar actions">
                {ways()}
                <button on:click=move |_| share::print()>{words.print}</button>
                <button on:click=copy>{words.copy}</button>
                {buttons()}
            </div>
            <p class="told" role="status">{move || told.get()}</p>
            {ui::document(document)}
        }
        .into_any()
    };
    drawn.into_any()
}

/// The page of an address whose document the plan does not have.
fn no_period(state: State) -> AnyView {
    let words = words::of(state.language());
    // Without a period there may be one: that of the last that is over.
    let latest = match state.route.get_untracked() {
        Route::Document(kind, Some(_)) => Some((kind.words(state.language()), Route::Document(kind, None))),
        _ => None,
    };
    let ways = latest.into_iter().chain([(words.back, Route::Dispatch(None))]);
    lost(words.no_period_title, words.no_period, ways.map(|(name, route)| (name.to_owned(), route)).collect())
}

/// A page that has nothing to show: what that is, why, and where one goes on from there.
pub(super) fn lost(heading: &'static str, why: &'static str, ways: Vec<(String, Route)>) -> AnyView {
    let way = |(name, route): (String, Route)| view! { <a class="button" href=route.href()>{name}</a> };
    let ways = ways.into_iter().map(way).collect::<Vec<_>>();
    page_title(Text::plain(heading), Text::plain(why), ways)
}

/// The day on which what is shown was known: of an opened link, that on which it was made.
pub(super) fn known(desk: Desk, today: Day) -> Day {
    match desk.viewing() {
        Viewing::Opened(opened) => opened.known_on,
        Viewing::Own | Viewing::Sample => today,
    }
}

fn of_month(as_of: AsOf, month: Option<Month>) -> Option<Document> {
    let month = month.or_else(|| duty::current(as_of.plan, as_of.today))?;
    duty::periods(as_of.plan).contains(&month).then(|| monthly::model(as_of, month))
}

/// Where one goes from a document: back to the work, or to the other papers of its sort.
fn ways(
    state: State,
    kind: DocumentKind,
    month: Option<Month>,
    (year, years): (Memo<Option<Year>>, Memo<Vec<Year>>),
) -> AnyView {
    let language = state.language();
    let way = |href: String, name: String, is_current: bool| {
        let current = is_current.then_some("page");
        view! { <a class="button" href=href aria-current=current>{name}</a> }
    };
    if kind == DocumentKind::Monthly {
        return way(Route::Dispatch(month).href(), words::of(language).back.to_owned(), false).into_any();
    }
    let years = years.get().into_iter().filter_map(|one| {
        let route = Route::Document(DocumentKind::Reconciliation, Some(Month::new(one, 12)?));
        let is_current = kind == DocumentKind::Reconciliation && year.get() == Some(one);
        Some(way(route.href(), words::reconciliation_of(language, one), is_current))
    });
    let years = years.collect::<Vec<_>>();
    let account = Route::Document(DocumentKind::Account, None).href();
    let is_account = kind == DocumentKind::Account;
    view! { {way(account, DocumentKind::Account.words(language).to_owned(), is_account)} {years} }.into_any()
}
