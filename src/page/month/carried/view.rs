//! An opened link in markup.

use super::{is_guest, words};
use super::{parts, protected, returned, snapshot};
use crate::browser::{address, document, storage};
use crate::gate::{self, Door};
use crate::ledger::Batch;
use crate::link::Kind;
use crate::link::message::{self, Message};
use crate::link::stamp::Stamp;
use crate::page::month::dispatch;
use crate::page::month::form::FormOf;
use crate::page::month::passage;
use crate::route::{Route, ViewPart};
use crate::sample;
use crate::state::{Desk, State};
use crate::text::Text;
use crate::ui::{page_title, part, said};
use leptos::prelude::*;

/// What the link in the address carries.
pub fn page(state: State, desk: Desk, link: &str) -> AnyView {
    let language = state.language();
    match message::open(link, &state.plan()) {
        Some(Ok(carried)) => show_link(state, desk, carried, link),
        Some(Err(fault)) => sentence(state, fault.sentence(language)),
        None => sentence(state, words::of(language).empty.into()),
    }
}

/// Draws what a link carries, and notes it if a reload is to come back to it: a snapshot. What a passphrase keeps
/// closed is written down nowhere, and whatever else is opened ends the looking.
pub(super) fn show_link(state: State, desk: Desk, carried: Message, link: &str) -> AnyView {
    let looked_at = matches!(carried, Message::Snapshot(..)).then_some(link);
    storage::note_looked_at(&state.plan().id, &storage::folder(), looked_at);
    show(state, desk, carried)
}

/// Draws what was carried.
pub(super) fn show(state: State, desk: Desk, carried: Message) -> AnyView {
    match (desk.is_sample(), asks_of_sample(&carried)) {
        (true, Some(false)) => return sample_first(state, desk, carried),
        (false, Some(true)) => return sentence(state, words::of(state.language()).from_sample.into()),
        _ => {}
    }
    match carried {
        Message::FillIn(batches, stamp) => match dispatch::fill_in::read_fill_in(&batches) {
            Some(asked) if gate::admit(&batches).is_ok() => {
                desk.lend(gate::lent(&untrack(|| desk.own()), desk.here(), asked.last));
                let told = told_of(state, desk, Kind::FillIn, &stamp);
                if is_guest(&untrack(|| desk.own()), &asked.organisation) {
                    document::receive_guest(true);
                    on_cleanup(|| document::receive_guest(false));
                }
                provide_context(FormOf { organisation: asked.organisation.to_string(), month: asked.month });
                view! { {told}{part(state, ViewPart::Form)} }.into_any()
            }
            _ => sentence(state, words::of(state.language()).empty.into()),
        },
        Message::Receipt(batches, stamp) => match gate::admit(&batches) {
            Ok(()) => {
                desk.put_in_inbox(batches, stamp);
                part(state, ViewPart::Dispatch)
            }
            Err(too_much) => sentence(state, gate::words::too_much(state.language(), too_much)),
        },
        Message::Returned(batches, stamp) => came_back(state, desk, batches, &stamp),
        Message::Snapshot(header, batches) => snapshot::page(state, desk, header, batches),
        Message::Protected(envelope) => protected::page(state, desk, envelope),
        Message::Part(part) => parts::page(state, desk, part),
    }
}

/// Whether a link that leads to writing something down came from a sample ledger; none for what is looked at
/// only, and for receipts, of which the review says it one by one.
fn asks_of_sample(carried: &Message) -> Option<bool> {
    match carried {
        Message::FillIn(batches, _) | Message::Returned(batches, _) => {
            Some(batches.iter().any(|batch| sample::is_sample(batch.id)))
        }
        Message::Receipt(..) | Message::Snapshot(..) | Message::Protected(_) | Message::Part(_) => None,
    }
}

/// Asks to remove the sample first: what is reported into it would go with it.
fn sample_first(state: State, desk: Desk, carried: Message) -> AnyView {
    let words = words::of(state.language());
    let is_removed = RwSignal::new(false);
    let remove = move |_| {
        desk.remove_sample();
        is_removed.set(true);
    };
    (move || match is_removed.get() {
        true => show(state, desk, carried.clone()),
        false => view! {
            <div class="sheet sentence">
                <h1 tabindex="-1">{words.sample_title}</h1>
                <p>{words.sample_first}</p>
                <p><button data-main="" on:click=remove>{words.remove_sample}</button></p>
            </div>
        }
        .into_any(),
    })
    .into_any()
}

/// A sentence in place of what could not be opened.
pub(super) fn sentence(state: State, text: String) -> AnyView {
    let words = words::of(state.language());
    view! {
        <div class="sheet sentence" role="alert">
            <h1 tabindex="-1">{words.fault_title}</h1>
            <p>{text}</p>
            <p><a class="button" href=Route::Overview.href()>{words.overview}</a></p>
        </div>
    }
    .into_any()
}

/// Another edition of the plan made the link than the one that judges here.
fn told_of(state: State, desk: Desk, kind: Kind, stamp: &Stamp) -> Option<AnyView> {
    let told = words::made_otherwise(state.language(), kind, stamp.edition.as_ref(), &desk.edition()?)?;
    Some(view! { <p class="earlier" role="status" data-kind="edition">{told}</p> }.into_any())
}

fn came_back(state: State, desk: Desk, batches: Vec<Batch>, stamp: &Stamp) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let plan = state.plan();
    if let Err(too_much) = gate::admit(&batches) {
        return sentence(state, gate::words::too_much(language, too_much));
    }
    let (own, here) = (untrack(|| desk.own()), untrack(|| desk.here()));
    let arrived = gate::pass(&plan, &own, here, Door::Return, &batches);
    // Only what may be taken is shown as the return.
    let is_refused = |batch: &&Batch| arrived.refused.iter().all(|held| held.batch != **batch);
    let honest: Vec<Batch> = batches.iter().filter(is_refused).cloned().collect();
    let Some(returned) = returned(&honest) else { return sentence(state, words.empty.into()) };
    let insists = RwSignal::new(false);
    let told = (!arrived.apart.is_empty() || !arrived.refused.is_empty())
        .then(|| passage::view::view(&plan, &arrived, insists, language));
    let name = plan.organisation_name(&returned.organisation, language).words;
    let lede = [&name, " · ", &returned.month.to_string()].concat();
    let report = returned.report.clone();
    let arrived = StoredValue::new(arrived);
    // Without the report there would be another form than the one that came back.
    let is_at_hand = {
        let (id, is_here) = (report.id, own.batch(report.id).is_some());
        move || is_here || arrived.with_value(|all| all.batches(insists.get()).iter().any(|one| one.id == id))
    };
    let correct = move |_| {
        #[expect(clippy::let_underscore_must_use, reason = "the banner says what could not be kept")]
        let _ = desk.take_in(arrived.with_value(|all| all.batches(insists.get_untracked())));
        address::go(&Route::Form {
            organisation: report.organisation.to_string(),
            month: Some(report.month),
        });
    };
    view! {
        {page_title(Text::plain(words.returned), Text::plain(lede), ())}
        {told_of(state, desk, Kind::Returned, stamp)}
        <section class="sheet sentence">
            <dl class="facts">
                <div><dt>{words.reason}</dt><dd>{said(Text::typed(&returned.reason, language))}</dd></div>
                <div><dt>{words.from}</dt><dd>{said(Text::typed(&returned.from, language))}</dd></div>
            </dl>
            <p class="muted">{words.claim}</p>
            {told}
            <p><button data-main="" prop:disabled=move || !is_at_hand() on:click=correct>{words.correct}</button></p>
        </section>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::ledger::Said;
    use crate::ledger::samples::august::{day, morning, officer, plan, report};
    use crate::settings::{Density, Settings, Theme};
    use crate::state::Setup;
    use crate::storage::{Memory, Place};
    use crate::text::Language;
    use std::rc::Rc;
    use std::sync::Arc;

    /// hostile 8b: a return names who returns and why.
    #[test]
    fn the_words_of_a_return_stand_apart_from_those_of_the_page() {
        let (name, fenced) = ("مريم 3", "\u{2068}مريم 3\u{2069}");
        for language in Language::ALL {
            let sent = report(1, "2024-09-04", name);
            let mut back = officer(2, "2024-09-06", [Said::Return { of: sent.id, reason: name.into() }]);
            back.person = name.into();
            let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
            let html = Owner::new().with(|| {
                let place = Place::new(&plan().id, "/");
                let clock = || morning("2024-09-10").0 * 1000;
                let port = Rc::new(Memory::default());
                let desk = Desk::new(Setup { port, place, clock, writer: 99, offset: 480 });
                let state = State::new(Arc::new(plan()), Route::Overview, settings, Some(day("2024-09-10")));
                came_back(state, desk, vec![sent, back], &Stamp::default()).to_html().replace("<!>", "")
            });
            assert!(html.matches(fenced).count() >= 3, "{html}");
            assert_eq!(html.matches(fenced).count(), html.matches(name).count(), "{html}");
        }
    }
}
