//! The receipt that was made: link, code and text, to be sent in one of these ways.

use super::super::preview::Line;
use super::super::words::{self, Words};
use super::send::lines;
use crate::browser::{clipboard, share};
use crate::link::qr::Code;
use crate::plan::Month;
use crate::route::Route;
use crate::text::{Language, Text};
use crate::ui::{self, said as text};
use leptos::prelude::*;

/// A batch as it is handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The whole address, or why there is none that every browser opens.
    pub link: Result<String, String>,
    /// The same for a chat: a line for people, then the letters.
    pub text: String,
    /// By which version of the plan it was made, where that is known.
    pub made_by: Option<String>,
    /// What may be missing because records of this device could not be read.
    pub lacking: Option<String>,
}

impl Default for Receipt {
    fn default() -> Self {
        Self { link: Err(String::new()), text: String::new(), made_by: None, lacking: None }
    }
}

/// A receipt on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub receipt: Receipt,
    /// It was kept on the device.
    pub is_kept: bool,
    /// What was said when it was made, or that it was made before.
    pub says: String,
    /// How much of what was asked it answers.
    pub answered: Option<String>,
    /// What it says.
    pub lines: Vec<Line>,
    /// 核对码.
    pub code: String,
}

/// The receipt; `back` opens the form again to go on from what was sent.
pub fn view(
    made: Made,
    title: Vec<Text>,
    month: Month,
    back: impl Fn() + 'static,
    language: Language,
) -> AnyView {
    let words = words::of(language);
    let told = RwSignal::new("");
    let unkept = (!made.is_kept)
        .then(|| view! { <p class="unsaved" role="alert"><strong>{words.not_kept}</strong></p> });
    let Receipt { link, text: body, made_by, lacking } = made.receipt;
    let code = match link.as_deref().map(Code::encode) {
        Ok(Ok(code)) => drawing(&code, words),
        Ok(Err(_)) => view! { <p class="muted">{words.too_long_for_code}</p> }.into_any(),
        Err(_) => ().into_any(),
    };
    let spoken = Text::guessed(body.clone(), language).language.map(Language::tag);
    let linked = match &link {
        Ok(link) => view! {
            <label class="line"><span>{words.link}</span><input type="text" readonly value=link.clone()/></label>
        }
        .into_any(),
        Err(why) => view! { <p class="warning" role="alert">{why.clone()}</p> }.into_any(),
    };
    let title_words: String = title.iter().map(|piece| piece.words.as_str()).collect();
    view! {
        <div class="page-title form-title">
            <div>
                <h1 tabindex="-1">{title.into_iter().map(text).collect::<Vec<_>>()}</h1>
                <p>{made.says}{made.answered.map(|answered| [language.pick("（", " ("), &answered, language.pick("）", ")")].concat())}</p>
            </div>
            <div class="actions"></div>
        </div>
        <div class="form receipt">
            {unkept}
            {lacking.map(|lacking| view! { <p class="unsaved" role="alert"><strong>{lacking}</strong></p> })}
            <section class="sheet">
                <header><h2>{words.to_read}</h2><span class="muted">{words.to_read_note}</span></header>
                <label class="line">
                    <span class="spoken">{words.text_form}</span>
                    <textarea readonly rows="12" spellcheck="false" lang=spoken>{body.clone()}</textarea>
                </label>
                // A field would be cut where it ends on the screen.
                <pre class="printed" lang=spoken aria-hidden="true">{body.clone()}</pre>
                {actions(link.ok(), body.clone(), title_words, told, words)}
                <p class="told" role="status">{told}</p>
                {linked}
                <div class="check"><p class="muted">{words.check_code}</p><b class="figure">{made.code}</b>{code}</div>
                <p class="muted">{words.made_note}" "{words.claims}</p>
                {made_by.map(|made_by| view! { <p class="muted">{made_by}</p> })}
            </section>
            <section class="sheet">
                <header><h2>{words.reported}</h2></header>
                {lines(made.lines, words)}
            </section>
            <p class="actions">
                <button type="button" on:click=move |_| back()>{words.back}</button>
                <a class="button beyond" href=Route::Dispatch(Some(month)).href()>{words.to_dispatch}</a>
            </p>
        </div>
    }
    .into_any()
}

fn actions(
    link: Option<String>,
    body: String,
    title: String,
    told: RwSignal<&'static str>,
    words: &'static Words,
) -> AnyView {
    let copy = move |what: String| {
        leptos::task::spawn_local(async move {
            told.set(if clipboard::copy(&what).await { words.copied } else { words.not_copied });
        });
    };
    let sheet = link.clone().filter(|_| can_share()).map(|sent| {
        let send = move |_| {
            let (title, link) = (title.clone(), sent.clone());
            leptos::task::spawn_local(async move {
                share::share(&title, &link).await;
            });
        };
        view! { <button type="button" on:click=send>{words.send}</button> }
    });
    let copy_link = link.map(|link| {
        view! { <button type="button" on:click=move |_| copy(link.clone())>{words.copy}</button> }
    });
    view! {
        <div class="actions">
            <button type="button" data-main="" on:click=move |_| copy(body.clone())>{words.copy_text}</button>
            {copy_link}
            {sheet}
        </div>
    }
    .into_any()
}

/// There is no sheet where there is no browser.
fn can_share() -> bool {
    cfg!(feature = "csr") && share::is_available()
}

/// Dark on white in either theme: many readers fail on a light code on dark.
fn drawing(code: &Code, words: &'static Words) -> AnyView {
    view! {
        <figure class="code">
            {ui::code(code, words.code)}
            <figcaption class="muted">{words.code_note}</figcaption>
        </figure>
    }
    .into_any()
}
