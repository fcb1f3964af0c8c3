//! One of several codes: parts wait on the device until the last one has come.

use super::view::{sentence, show_link};
use super::words;
use crate::browser::address;
use crate::link::envelope::plan_digest;
use crate::link::sequence::{Gathering, Part};
use crate::link::{Envelope, Fault, carry};
use crate::route::Route;
use crate::state::{Desk, State};
use crate::text::Text;
use crate::ui::page_title;
use leptos::prelude::*;

/// Keeps the part beside those that came before; shows the whole once it is there.
pub fn page(state: State, desk: Desk, part: Part) -> AnyView {
    let language = state.language();
    let name = format!("parts-{:08x}", part.set);
    let known = desk.draft(&name).unwrap_or_default();
    let mut gathering = Gathering::new(part.clone());
    for link in known.lines() {
        if let Ok(other) = Part::decode(link) {
            gathering.add(other);
        }
    }
    if gathering.missing().is_empty() {
        // The parts have done their work; a failure to remove them leaves a few kilobytes behind.
        let _ = desk.keep_draft(&name, "");
        return match whole(state, &gathering) {
            Ok((link, carried)) => {
                // A reload has the whole to open, not the part that came last.
                address::replace(&Route::Carried(link.as_str().into()));
                show_link(state, desk, carried, &link)
            }
            Err(fault) => sentence(state, fault.sentence(language)),
        };
    }
    if let Ok(link) = part.encode()
        && !known.lines().any(|line| line == link)
    {
        // Without room each part has to be pasted by hand, which the dispatch page takes as well.
        let _ = desk.keep_draft(&name, &[known.as_str(), "\n", &link].concat());
    }
    let words = words::of(language);
    view! {
        {page_title(Text::plain(words.part_title), Text::plain(gathering.sentence(language)), ())}
        <section class="sheet sentence"><p>{words.part_more}</p></section>
    }
    .into_any()
}

fn whole(state: State, gathering: &Gathering) -> Result<(String, carry::Carried), Fault> {
    let plan = state.plan();
    let frame = gathering.join()?;
    let envelope = Envelope::open(&frame, plan_digest(&plan.id))?;
    Ok((envelope.encode()?, carry::unfold(envelope, &plan)?))
}
