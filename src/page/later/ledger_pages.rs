//! The pages that stand on the ledger: they are drawn once the desk is open.

use crate::browser::{address, device as browser_device};
use crate::ledger::Batch;
use crate::link::{self, Kind, capacity, carry, text_form};
use crate::page::keep::{compare, device};
use crate::page::month::form::{self, Receipt};
use crate::page::month::{carried, dispatch};
use crate::plan::Month;
use crate::route::Route;
use crate::sample;
use crate::standing::duty;
use crate::state::{Desk, State};
use leptos::prelude::*;

/// The page of a route that needs the ledger; none for the others.
pub fn page(state: State, route: &Route) -> Option<AnyView> {
    match route.clone() {
        Route::Compare => Some(drawn(state, compare::page)),
        Route::Device => Some(drawn(state, device_page)),
        Route::Dispatch(_) => Some(drawn(state, dispatch::view::page)),
        Route::Form { organisation, month } => Some(drawn(state, move |state, desk| {
            let today = state.today.get_untracked().unwrap_or_else(|| desk.now().day(desk.offset()));
            let month = month.or_else(|| duty::current(&state.plan(), today));
            form_page(state, desk, &organisation, month.unwrap_or_else(|| today.month()))
        })),
        Route::Carried(link) => Some(drawn(state, move |state, desk| carried::page(state, desk, &link))),
        _ => None,
    }
}

fn drawn(state: State, draw: impl Fn(State, Desk) -> AnyView + Send + Sync + 'static) -> AnyView {
    (move || state.desk.get().map(|desk| draw(state, desk))).into_any()
}

/// What is kept on this device; what the browser says of itself is asked here.
fn device_page(state: State, desk: Desk) -> AnyView {
    let is_blocked = desk.kept().is_err();
    let facts = RwSignal::new(device::Facts { agent: browser_device::agent(), quota: None, is_blocked });
    leptos::task::spawn_local(async move {
        let quota = browser_device::quota().await;
        // The page may have been left meanwhile.
        let _ = facts.try_update(|facts| facts.quota = quota);
    });
    device::page(state, desk, facts)
}

/// The form of an organisation; its receipt is a link, and a text for the chat.
pub fn form_page(state: State, desk: Desk, organisation: &str, month: Month) -> AnyView {
    form::page(state, desk, organisation, month, move |batches, answered| {
        receipt(state, desk, batches, answered)
    })
}

/// `answered` says how much of what was asked it answers: whoever gets the text reads it above the letters.
fn receipt(state: State, desk: Desk, batches: &[Batch], answered: Option<&str>) -> Receipt {
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
    let title = form::words::receipt_title(language, stamp.unread, names, answered);
    let mark = if is_sample { dispatch::words::of(language).sample_within } else { "" };
    let made_by = stamp.edition.as_ref().zip(desk.edition());
    let made_by = made_by.map(|(by, now)| link::words::edition(language, Some(by), &now));
    let receipt =
        Receipt { made_by, lacking: form::words::lacking(language, stamp.unread), ..Receipt::default() };
    let fragment = match carry::stamped(Kind::Receipt, &plan, &stamp, batches) {
        Ok(fragment) => fragment,
        // A batch that a form made is far below the limit; whatever is wrong is told in place of the link.
        Err(fault) => {
            let why = link::words::not_made(&fault, language);
            return Receipt { link: Err(why.clone()), text: why, ..receipt };
        }
    };
    let link = capacity::link(&address::page(), &fragment);
    let link = link.map_err(|fault| link::words::not_made(&fault, language));
    Receipt { text: text_form::text_form(&[mark, &title].concat(), &fragment), link, ..receipt }
}
