//! The parts that stand on the ledger: they are drawn once the desk is open.

use crate::app::pages::workbooks;
use crate::browser::{address, device as browser_device};
use crate::ledger::Batch;
use crate::link::{self, Kind, capacity, message, text_form};
use crate::page::documents as documents_page;
use crate::page::keep::{authoring as authoring_page, compare as compare_page, device as device_page};
use crate::page::month::form::{FormOf, Receipt};
use crate::page::month::review as review_page;
use crate::page::month::superior::view::Filling;
use crate::page::month::{
    carried as carried_page, cases as cases_page, dispatch as dispatch_page, form as form_page,
    problems as problems_page, superior, tables as tables_page,
};
use crate::page::plan::{
    adjustments as adjustments_page, baselines, indicator, lists as lists_page, year as year_page,
};
use crate::route::{DocumentKind, Route};
use crate::sample;
use crate::standing::duty;
use crate::state::{Desk, State};
use leptos::prelude::*;

/// What stands on the desk, as soon as there is one.
fn drawn(draw: impl Fn(State, Desk) -> AnyView + Send + Sync + 'static) -> AnyView {
    let state = State::here();
    (move || state.desk.get().map(|desk| draw(state, desk))).into_any()
}

/// Who owes what for the period of the route.
pub fn dispatch() -> AnyView {
    drawn(|state, desk| dispatch_page::view::page(state, desk, workbooks::fill_in))
}

/// The list of problems, or the one of the route.
pub fn problems() -> AnyView {
    drawn(|state, desk| match state.route.get_untracked() {
        Route::Problems(_) => problems_page::register::view::page(state, desk),
        Route::Problem(id) => problems_page::one::view::page(state, desk, &id),
        _ => ().into_any(),
    })
}

/// The receipts of the dispatch page that stands around it.
pub fn review() -> AnyView {
    review_page::view::desk(expect_context::<dispatch_page::view::Page>())
}

/// What may be written down about the indicator of the route, or of all baselines and bases.
pub fn acts() -> AnyView {
    drawn(|state, desk| match state.route.get_untracked() {
        Route::Indicator(id) => indicator::acts::view::acts(state, &id, state.language()).into_any(),
        Route::Baselines => baselines::view::page(state, desk),
        _ => ().into_any(),
    })
}

/// What was adjusted.
pub fn adjustments() -> AnyView {
    drawn(adjustments_page::view::page)
}

/// Every list, or the one of the route.
pub fn lists() -> AnyView {
    drawn(|state, desk| match state.route.get_untracked() {
        Route::Lists => lists_page::view::all(state, desk),
        Route::List { id, .. } => lists_page::view::one(state, desk, &id),
        _ => ().into_any(),
    })
}

/// The list of the route's year; another year is another page of the same shape.
pub fn year() -> AnyView {
    drawn(|state, desk| match state.route.get_untracked() {
        Route::Year(year) => year_page::view::page(state, desk, year),
        _ => ().into_any(),
    })
}

/// The cases of a round; what is handed in goes on as a receipt does.
pub fn cases() -> AnyView {
    drawn(|state, desk| match state.route.get() {
        Route::Cases(month) => cases_page::view::page(state, desk, month, |state, desk, batches| {
            let language = state.settings.with_untracked(|settings| settings.language);
            let said = batches.last().map(|batch| cases_page::letter(batch, language)).unwrap_or_default();
            receipt(state, desk, batches, None, &said).text
        }),
        _ => ().into_any(),
    })
}

/// The districts of a year, or one of them, what is selected in the address; and the paper of a year.
pub fn districts() -> AnyView {
    drawn(|state, desk| match state.route.get() {
        Route::Document(DocumentKind::Districts, month) => {
            documents_page::districts::view::paper_page(state, desk, month, workbooks::makers)
        }
        _ => documents_page::districts::view::page(state, desk),
    })
}

/// What is issued of a round, and each paper as it was issued.
pub fn papers() -> AnyView {
    drawn(|state, desk| match state.route.get() {
        Route::Document(kind, month) => {
            documents_page::bulletin::view::page(state, desk, kind, month, workbooks::makers)
        }
        Route::Issued(id) => documents_page::bulletin::view::issued_page(state, desk, &id, workbooks::makers),
        _ => ().into_any(),
    })
}

/// The document of the route.
pub fn documents() -> AnyView {
    drawn(|state, desk| match state.route.get() {
        Route::Document(kind, month) => {
            documents_page::view::page(state, desk, kind, month, workbooks::makers)
        }
        _ => ().into_any(),
    })
}

/// A plan of one's own.
pub fn author() -> AnyView {
    drawn(authoring_page::page)
}

/// What differs from one's own ledger.
pub fn compare() -> AnyView {
    drawn(compare_page::page)
}

/// What an opened link carries.
pub fn carried() -> AnyView {
    let route = State::here().route.get_untracked();
    drawn(move |state, desk| match &route {
        Route::Carried(link) => carried_page::page(state, desk, link),
        _ => ().into_any(),
    })
}

/// What is kept on this device; what the browser says of itself is asked here.
pub fn device() -> AnyView {
    drawn(|state, desk| {
        let is_blocked = desk.kept().is_err();
        let facts =
            RwSignal::new(device_page::Facts { agent: browser_device::agent(), quota: None, is_blocked });
        leptos::task::spawn_local(async move {
            let quota = browser_device::quota().await;
            // The page may have been left meanwhile.
            let _ = facts.try_update(|facts| facts.quota = quota);
        });
        device_page::page(state, desk, facts, workbooks::makers)
    })
}

/// The form that a fill-in link asks for, else that of the route; its receipt is a link, and a text for the chat.
pub fn form() -> AnyView {
    let (asked, route) = (use_context::<FormOf>(), State::here().route.get_untracked());
    drawn(move |state, desk| {
        let (organisation, month) = match (&asked, &route) {
            (Some(asked), _) => (asked.organisation.as_str(), Some(asked.month)),
            (None, Route::Form { organisation, month }) => (organisation.as_str(), *month),
            _ => return ().into_any(),
        };
        let today = state.today.get_untracked().unwrap_or_else(|| desk.now().day(desk.offset()));
        let month = month.or_else(|| duty::current(&state.plan(), today)).unwrap_or_else(|| today.month());
        form_page::page(
            state,
            desk,
            organisation,
            month,
            workbooks::fill_in,
            move |batches, answered, said| receipt(state, desk, batches, answered, said),
        )
    })
}

/// The dialog that takes a pasted table into the form that stands around it.
pub fn paste() -> AnyView {
    form_page::paste_dialog()
}

/// The dialog that takes files of tables beside the receipts of the page that stands around it, or the one that fills a
/// superior's: whichever it has asked for.
pub fn tables() -> AnyView {
    match use_context::<Filling>() {
        Some(filling) => superior::view::opened(filling),
        None => tables_page::view::opened(workbooks::makers),
    }
}

/// `answered` says how much of what was asked it answers, `said` what it says: whoever gets the text reads both above the
/// letters.
fn receipt(state: State, desk: Desk, batches: &[Batch], answered: Option<&str>, said: &[String]) -> Receipt {
    // The new one stands last; before it what it corrects.
    let Some(batch) = batches.last() else {
        return Receipt::default();
    };
    let (plan, language) = (state.plan(), state.settings.with_untracked(|settings| settings.language));
    let name = plan.organisation(&batch.organisation).map(|one| plan.say(&one.name, language).words);
    let plan_name = plan.say(&plan.short_title, language).words;
    let month = batch.month.to_string();
    let is_sample = batches.iter().any(|batch| sample::is_sample(batch.id));
    let stamp = desk.stamp_of(batch);
    let names = [plan_name.as_str(), name.as_deref().unwrap_or_default(), &month];
    let title = form_page::words::receipt_title(language, stamp.unread, names, answered);
    let mark = if is_sample { dispatch_page::words::of(language).sample_within } else { "" };
    let made_by = stamp.edition.as_ref().zip(desk.edition());
    let made_by = made_by.map(|(by, now)| link::words::edition(language, Some(by), &now));
    let receipt =
        Receipt { made_by, lacking: form_page::words::lacking(language, stamp.unread), ..Receipt::default() };
    let fragment = match message::stamped(Kind::Receipt, &plan, &stamp, batches) {
        Ok(fragment) => fragment,
        // A batch that a form made is far below the limit; whatever is wrong is told in place of the link.
        Err(fault) => {
            let why = link::words::not_made(&fault, language);
            return Receipt { link: Err(why.clone()), text: why, ..receipt };
        }
    };
    let link = capacity::link(&address::page(), &fragment);
    let link = link.map_err(|fault| link::words::not_made(&fault, language));
    Receipt { text: text_form::text_form(&[mark, &title].concat(), said, &fragment), link, ..receipt }
}
