//! The rule in markup. Decides nothing.

use super::model::{Typed, current, written};
use super::words;
use crate::page::month::dispatch::view::Page;
use crate::storage;
use leptos::prelude::*;

/// The rule in force, and the form that changes it.
pub fn rule(page: Page) -> AnyView {
    let language = page.state.language();
    let words = words::of(language);
    let now = current(&page.desk.ledger(), language);
    let typed = RwSignal::new(now.typed);
    let faults = RwSignal::new(Vec::<String>::new());
    let save = move |_| {
        let ledger = untrack(|| page.desk.ledger());
        let entry = match written(&ledger, &typed.get_untracked(), language) {
            Ok(entry) => entry,
            Err(found) => return faults.set(found),
        };
        let month = page.month.get_untracked().unwrap_or_else(|| page.today().month());
        page.desk.sign(move || {
            let kept = page.record(month, vec![entry]);
            page.told.set(match kept {
                Ok(()) => words.saved.to_owned(),
                Err(failure) => storage::words::failure(language, failure),
            });
        });
    };
    let field = move |name: &'static str, of: fn(&mut Typed) -> &mut String| {
        let value = move || typed.with_untracked(|typed| of(&mut typed.clone()).clone());
        let change = move |event| typed.update(|typed| *of(typed) = event_target_value(&event));
        view! { <label><span>{name}</span><input type="text" value=value() on:input=change/></label> }
    };
    let told = move || {
        let faults = faults.get().into_iter().map(|fault| view! { <li>{fault}</li> }).collect::<Vec<_>>();
        view! { <div role="alert"><ul class="wrong">{faults}</ul></div> }
    };
    let change = (!page.is_only_looking()).then(|| {
        view! {
            <details>
                <summary>{words.change}</summary>
                <div class="change">
                    {field(words.amber, |typed| &mut typed.amber)}
                    {field(words.red, |typed| &mut typed.red)}
                    {field(words.curve, |typed| &mut typed.curve)}
                    {field(words.reason, |typed| &mut typed.reason)}
                    {told}
                    <button type="button" on:click=save>{words.save}</button>
                </div>
            </details>
        }
    });
    view! {
        <section class="sheet rule">
            <header><h2>{words.title}</h2></header>
            <p>{now.sentence}</p>
            {change}
        </section>
    }
    .into_any()
}
