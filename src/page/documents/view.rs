//! Every document on its page. Decides nothing.

use super::{monthly, words};
use crate::browser::{clipboard, share};
use crate::plan::Month;
use crate::route::{DocumentKind, Route};
use crate::standing::{AsOf, duty};
use crate::state::{Desk, State};
use crate::text::Text;
use crate::ui::{self, page_title};
use leptos::prelude::*;

/// The document of a period; without one, of that which is reported on now. It follows the records.
pub fn page(state: State, desk: Desk, kind: DocumentKind, month: Option<Month>) -> AnyView {
    let told = RwSignal::new("");
    let language = move || state.language();
    let made = Memo::new(move |_| {
        let (plan, ledger) = (state.plan(), desk.ledger());
        let today = state.today.get().unwrap_or_else(|| desk.now().day(desk.offset()));
        let month = month.or_else(|| duty::current(&plan, today))?;
        if !duty::periods(&plan).contains(&month) {
            return None;
        }
        let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset: desk.offset(), language: language() };
        Some(match kind {
            DocumentKind::Monthly => monthly::model(as_of, month),
        })
    });
    let copy = move |_| {
        let words = words::of(language());
        let text = made.with_untracked(|made| made.as_ref().map(|document| document.text()));
        leptos::task::spawn_local(async move {
            let is_copied = clipboard::copy(&text.unwrap_or_default()).await;
            told.set(if is_copied { words.copied } else { words.not_copied });
        });
    };
    let drawn = move || {
        let words = words::of(language());
        let Some(document) = made.get() else {
            return page_title(Text::plain(words.no_period), Text::default(), ());
        };
        view! {
            <div class="document-bar actions">
                <a class="button" href=Route::Dispatch(month).href()>{words.back}</a>
                <button on:click=move |_| share::print()>{words.print}</button>
                <button on:click=copy>{words.copy}</button>
            </div>
            <p class="told" role="status">{move || told.get()}</p>
            {ui::document(document)}
        }
        .into_any()
    };
    drawn.into_any()
}
