//! The sentences at a field.

use super::super::model::Message;
use super::super::spot::Spot;
use super::Here;
use leptos::prelude::*;

/// What is said at a field. While its item is being typed into, nothing new is said; what was put right goes at once.
pub fn messages(here: Here, spot: Spot) -> Memo<Vec<Message>> {
    Memo::new(move |before: Option<&Vec<Message>>| {
        let now: Vec<Message> =
            here.messages.with(|all| all.iter().filter(|message| message.spot == spot).cloned().collect());
        let is_typing =
            here.typing.with(|typing| typing.as_ref().is_some_and(|typing| typing.is_beside(&spot)));
        match before {
            Some(before) if is_typing => now.into_iter().filter(|one| before.contains(one)).collect(),
            None if is_typing => vec![],
            _ => now,
        }
    })
}

/// The place of a field's sentences, which the field names in `aria-describedby`.
pub fn said(here: Here, spot: Spot) -> AnyView {
    let id = spot.message();
    let messages = messages(here, spot);
    view! { <div class="said" id=id>{move || messages.get().into_iter().map(sentence).collect::<Vec<_>>()}</div> }
        .into_any()
}

/// Whether a field has a fault.
pub fn is_wrong(here: Here, spot: Spot) -> Memo<bool> {
    let messages = messages(here, spot);
    Memo::new(move |_| messages.with(|all| all.iter().any(|message| message.is_fault)))
}

fn sentence(message: Message) -> AnyView {
    match message.is_fault {
        true => view! { <p role="alert" data-fault="">{message.words}</p> }.into_any(),
        false => view! { <p role="status">{message.words}</p> }.into_any(),
    }
}
