//! The refused plan in markup. Each sentence is marked with its language.

use super::model::{FaultRow, Refused, Said};
use super::words;
use crate::browser::device;
use crate::text::Language;
use leptos::prelude::*;

/// The page.
pub fn view(page: Refused) -> AnyView {
    let said = page.said.into_iter().enumerate().map(|(index, said)| section(said, index == 0));
    let said = said.collect::<Vec<_>>();
    let faults = page.faults.into_iter().map(fault).collect::<Vec<_>>();
    let list = (!faults.is_empty()).then(|| view! { <ol class="faults">{faults}</ol> });
    view! { <main class="refused"><div class="said">{said}</div>{list}</main> }.into_any()
}

fn section(said: Said, is_first: bool) -> impl IntoView {
    let heading = match is_first {
        true => view! { <h1 tabindex="-1">{said.heading}</h1> }.into_any(),
        false => view! { <h2>{said.heading}</h2> }.into_any(),
    };
    let steps = said.steps.into_iter().map(|step| view! { <li>{step}</li> }).collect::<Vec<_>>();
    view! {
        <section class="sheet" lang=said.language.tag()>
            {heading}
            <p>{said.sentence}</p>
            <ul>{steps}</ul>
            <button type="button" on:click=|_| device::reload()>{said.reload}</button>
        </section>
    }
}

fn fault(fault: FaultRow) -> impl IntoView {
    let place = match fault.path {
        Some(path) => view! { <code class="path">{path}</code> }.into_any(),
        None => Language::ALL
            .map(|language| view! { <span lang=language.tag()>{words::whole_file(language)}</span> })
            .into_iter()
            .collect_view()
            .into_any(),
    };
    let item = fault.item.map(|item| view! { <small>{item}</small> });
    let quotation = fault.quotation.map(|words| view! { <q lang=tag_of(&words)>{words.clone()}</q> });
    let said = fault.said.into_iter().map(|(language, sentences)| {
        let told = [sentences.found, sentences.allowed, sentences.advice];
        let told = words::columns(language).into_iter().zip(told);
        let told = told.map(|(name, words)| view! { <div><dt>{name}</dt><dd>{words}</dd></div> });
        view! { <dl lang=language.tag()>{told.collect::<Vec<_>>()}</dl> }
    });
    view! {
        <li class="sheet">
            <p>{place}{item}{quotation}</p>
            <div class="said">{said.collect::<Vec<_>>()}</div>
        </li>
    }
}

/// The file's own characters are in no known language; those that are Chinese are marked so.
fn tag_of(words: &str) -> &'static str {
    if words.chars().any(|letter| matches!(letter, '\u{2e80}'..='\u{9fff}')) {
        Language::Zh.tag()
    } else {
        ""
    }
}
