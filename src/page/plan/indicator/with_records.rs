//! What records add to the page of an indicator, as one value: whatever reads a ledger for it, and draws what was read,
//! is in a part of the program that only a device with records fetches.

use super::standing::{self, Reported, Standing, view, words};
use crate::page::plan::{lists as lists_page, subject};
use crate::page::shared::problems::About;
use crate::standing::AsOf;
use crate::text::{Language, Text};
use crate::ui::{link, sheet};
use leptos::prelude::*;

/// What reads a ledger for the page, and draws what was read.
#[derive(Clone, Copy)]
pub struct WithRecords {
    /// [`standing::standing`].
    pub standing: fn(AsOf, &str) -> Option<Standing>,
    /// Why the light is what it is.
    pub why: fn(&Standing, Language) -> AnyView,
    /// What is left to do, and where it leads.
    pub outlook: fn(&Standing, Language) -> Option<AnyView>,
    /// What was reported and decided.
    pub reported: fn(Reported, Language) -> AnyView,
    /// What was reported as a problem of it.
    pub problems: fn(AsOf, &str) -> Option<AnyView>,
    /// The lists that prove its figure.
    pub lists: fn(AsOf, &str) -> Option<AnyView>,
}

/// All of it. Whoever names this has it in their part.
pub const WITH_RECORDS: WithRecords = WithRecords {
    standing: standing::standing,
    why: |standing, language| view::why(standing, words::of(language)),
    outlook: |standing, language| view::outlook(standing.outlook.clone(), words::of(language)),
    reported: |reported, language| view::reported(reported, words::of(language)),
    problems,
    lists,
};

fn problems(as_of: AsOf, id: &str) -> Option<AnyView> {
    let section = subject::problems::section(as_of, About::Things(&[id]));
    section.has_content().then(|| {
        sheet(Text::plain(section.title), section.note, subject::view::body(section.body, as_of.language))
    })
}

fn lists(as_of: AsOf, id: &str) -> Option<AnyView> {
    let lists = lists_page::one::of_indicator(as_of, id);
    let each = lists.into_iter().map(|(list, said)| view! { <li>{link(list)}" "<small>{said}</small></li> });
    let each = each.collect::<Vec<_>>();
    let title = lists_page::words::of(as_of.language).proved_by;
    (!each.is_empty()).then(|| sheet(Text::plain(title), (), view! { <ul class="proved-by">{each}</ul> }))
}
