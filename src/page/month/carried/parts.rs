//! One of several codes: parts wait on the device until the last one has come.

use super::view::{sentence, show_link};
use super::words;
use crate::browser::address;
use crate::link::envelope::plan_digest;
use crate::link::sequence::{Gathering, Part};
use crate::link::{Envelope, Fault, message};
use crate::page::month::scan;
use crate::route::Route;
use crate::state::{Desk, State, Unkept};
use crate::text::Text;
use crate::ui::page_title;
use leptos::prelude::*;

/// Keeps the part beside those that came before; shows the whole once it is there.
pub fn page(state: State, desk: Desk, part: Part) -> AnyView {
    let language = state.language();
    let mut gathering = Gathering::new(part.clone());
    for other in waiting(desk, part.set) {
        gathering.add(other);
    }
    if gathering.missing().is_empty() {
        forget(desk, part.set);
        return match whole(state, &gathering) {
            Ok((link, carried)) => {
                // A reload has the whole to open, not the part that came last.
                address::replace(&Route::Carried(link.as_str().into()));
                show_link(state, desk, carried, &link)
            }
            Err(fault) => sentence(state, fault.sentence(language)),
        };
    }
    keep(desk, &part);
    let words = words::of(language);
    view! {
        {page_title(Text::plain(words.part_title), Text::plain(gathering.sentence(language)), ())}
        <section class="sheet sentence">
            <p>{words.part_more}</p>
            <p>{scan::view::to_open(state, desk)}</p>
        </section>
    }
    .into_any()
}

/// The parts of a set that wait on this device.
pub fn waiting(desk: Desk, set: u32) -> Vec<Part> {
    let known = desk.draft(&name(set)).unwrap_or_default();
    known.lines().filter_map(|link| Part::decode(link).ok()).filter(|part| part.set == set).collect()
}

/// Keeps a part until the others have come.
pub fn keep(desk: Desk, part: &Part) {
    let known = desk.draft(&name(part.set)).unwrap_or_default();
    if let Ok(link) = part.encode()
        && !known.lines().any(|line| line == link)
    {
        // Where it is not kept, each part has to be pasted by hand, which the dispatch page takes as well.
        let kept = desk.keep_draft(&name(part.set), &[known.as_str(), "\n", &link].concat());
        desk.tell_unkept(Unkept::Part, kept);
    }
}

/// The parts of a set have done their work.
pub fn forget(desk: Desk, set: u32) {
    if desk.draft(&name(set)).is_some() {
        #[expect(
            clippy::let_underscore_must_use,
            reason = "parts that stay take a few kilobytes and are never shown"
        )]
        let _ = desk.keep_draft(&name(set), "");
    }
}

fn name(set: u32) -> String {
    format!("parts-{set:08x}")
}

fn whole(state: State, gathering: &Gathering) -> Result<(String, message::Message), Fault> {
    let plan = state.plan();
    let frame = gathering.join()?;
    let envelope = Envelope::open(&frame, plan_digest(&plan.id))?;
    Ok((envelope.encode()?, message::unfold(envelope, &plan)?))
}
