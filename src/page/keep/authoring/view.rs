//! The page in markup. Decides nothing: what is chosen and typed goes to [`super::model`].

mod rows;
mod tables;

use super::kept::{self, What};
use super::outcome::{Outcome, Ready, outcome};
use super::words::{self, Words};
use crate::authoring::{Authoring, Decisions, Field, short};
use crate::browser::{document, download, ignored};
use crate::state::{Desk, State, Unkept};
use crate::storage::{Failure, Kind};
use crate::text::{Language, Text};
use crate::ui::{page_title, table};
use leptos::html;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Here {
    desk: Desk,
    language: Language,
    words: &'static Words,
    /// The text as it stands in the field.
    text: RwSignal<String>,
    work: RwSignal<Option<Authoring>>,
    told: RwSignal<String>,
    told_at: NodeRef<html::P>,
}

/// The page.
pub fn page(state: State, desk: Desk) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let text = kept::joined(|at| desk.draft(&What::Text.name(at)));
    let decisions = kept::joined(|at| desk.draft(&What::Decisions.name(at)));
    // What another release wrote and this one cannot read is decided anew; the text stays.
    let decisions: Decisions = serde_json::from_str(&decisions).unwrap_or_default();
    let here = Here {
        desk,
        language,
        words,
        work: RwSignal::new(Authoring::of(&text, decisions).ok()),
        text: RwSignal::new(text),
        told: RwSignal::default(),
        told_at: NodeRef::new(),
    };
    let is_read = Memo::new(move |_| here.work.with(Option::is_some));
    view! {
        <article class="authoring">
            {page_title(Text::plain(words.heading), Text::plain(words.lede), ())}
            {tables::section(state, here)}
            {field(here)}
            <p class="told" role="status" tabindex="-1" node_ref=here.told_at>{here.told}</p>
            {move || is_read.get().then(|| work(here))}
        </article>
    }
    .into_any()
}

/// The field for the text.
fn field(here: Here) -> AnyView {
    let Here { words, text, .. } = here;
    view! {
        <section class="sheet paste">
            <header><h2>{words.text}</h2><div class="muted">{words.text_note}</div></header>
            <div class="body">
                <textarea
                    rows="8"
                    aria-label=words.text
                    prop:value=text
                    on:input:target=move |event| text.set(event.target().value())
                ></textarea>
                <div class="acts">
                    <button type="button" data-main="" on:click=move |_| read(here)>{words.read}</button>
                    <button type="button" on:click=move |_| clear(here)>{words.clear}</button>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// Reads what stands in the field; decisions about sentences that are still there stay.
fn read(here: Here) {
    let Here { language, text, work, .. } = here;
    let decisions = work.with_untracked(|work| work.as_ref().map(|work| work.decisions.clone()));
    match text.with_untracked(|text| Authoring::of(text, decisions.unwrap_or_default())) {
        Ok(read) => {
            let left = words::left(language, read.left());
            work.set(Some(read));
            keep(here, What::Text);
            keep(here, What::Decisions);
            tell(here, left);
        }
        Err(refused) => tell(here, words::refused(language, refused)),
    }
}

fn clear(here: Here) {
    here.work.set(None);
    here.text.set(String::new());
    keep(here, What::Text);
    keep(here, What::Decisions);
    tell(here, here.words.cleared.to_owned());
}

/// The device keeps the text and what was decided.
fn keep(here: Here, what: What) {
    let text = match what {
        What::Text => here.text.get_untracked(),
        What::Decisions => here.work.with_untracked(|work| {
            // Plain values in a map of strings: nothing in it can fail to be written.
            work.as_ref().and_then(|work| serde_json::to_string(&work.decisions).ok()).unwrap_or_default()
        }),
    };
    let outcome = kept::pieces(&text).ok_or(Failure::TooLarge).and_then(|pieces| {
        // What was longer before leaves no end behind.
        (0..kept::MOST_PIECES).try_for_each(|at| {
            let name = what.name(at);
            match pieces.get(at) {
                Some(piece) => here.desk.keep_draft(&name, piece),
                None if here.desk.draft(&name).is_some() => here.desk.keep_draft(&name, ""),
                None => Ok(()),
            }
        })
    });
    here.desk.tell_unkept(Unkept::Note(Kind::Draft), outcome);
}

fn tell(here: Here, words: String) {
    ignored(here.told.try_set(words));
    document::after_paint(move || {
        if let Some(told) = here.told_at.try_get_untracked().flatten() {
            ignored(told.focus());
        }
    });
}

/// Changes what was decided, and keeps it.
fn change(here: Here, change: impl FnOnce(&mut Authoring)) {
    here.work.update(|work| {
        if let Some(work) = work {
            change(work);
        }
    });
    keep(here, What::Decisions);
}

/// What was found, and what comes of it.
fn work(here: Here) -> AnyView {
    let Here { language, words, .. } = here;
    let left = Memo::new(move |_| here.work.with(|work| work.as_ref().map_or(0, Authoring::left)));
    view! {
        <p class="left" aria-live="polite" data-left=move || left.get().to_string()>
            {move || words::left(language, left.get())}
        </p>
        {head(here)}
        <section class="sheet groups">
            <header><h2>{words.found}</h2></header>
            {rows::groups(here)}
        </section>
        {move || result(here)}
    }
    .into_any()
}

fn head(here: Here) -> AnyView {
    let Here { language, words, work, .. } = here;
    let is_confirmed =
        Memo::new(move |_| work.with(|work| work.as_ref().is_some_and(|work| work.decisions.head.is_some())));
    let fields = Field::ALL.map(|field| {
        let read = move || {
            work.with(|work| work.as_ref().map(|work| work.head().field(field).to_owned()).unwrap_or_default())
        };
        let write = move |typed: String| {
            change(here, |work| {
                let mut head = work.head();
                *head.field_mut(field) = short(&typed);
                work.decisions.head = Some(head);
            });
        };
        view! {
            <label data-wide=matches!(field, Field::Title | Field::Purpose | Field::Districts).then_some("")>
                <span>{words::field(language, field)}</span>
                <input type="text" autocomplete="off" prop:value=read on:change:target=move |event| write(event.target().value())/>
            </label>
        }
    });
    let state = move || if is_confirmed.get() { words.head_confirmed } else { words.proposed };
    view! {
        <section class="sheet head">
            <header><h2>{words.head}</h2><div class="muted">{words.head_note}</div></header>
            <div class="body">
                <div class="fields">{fields.into_iter().collect::<Vec<_>>()}</div>
                <div class="acts">
                    <button type="button" on:click=move |_| change(here, Authoring::confirm_head)>{words.confirm_head}</button>
                    <span class="state" data-decided=move || is_confirmed.get().then_some("")>{state}</span>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// What comes of the decisions.
fn result(here: Here) -> Option<AnyView> {
    let Here { language, words, work, .. } = here;
    let found = work.with(|work| work.as_ref().map(|work| outcome(work, language)))?;
    let content = match found {
        Outcome::Left(_) => return None,
        Outcome::Wrong(wrong) => {
            let each = wrong.into_iter().map(|(_, sentence)| view! { <li>{sentence}</li> });
            view! { <div role="alert"><p>{words.wrong}</p><ul class="faults">{each.collect::<Vec<_>>()}</ul></div> }
                .into_any()
        }
        Outcome::Faulty(faults) => {
            let each = faults.into_iter().map(|(path, said)| {
                let told = [said.found, said.allowed, said.advice].join(language.pick("", " "));
                view! { <li><code class="path">{path}</code>" "{told}</li> }
            });
            view! { <div role="alert"><p>{words.faulty}</p><ul class="faults">{each.collect::<Vec<_>>()}</ul></div> }
                .into_any()
        }
        Outcome::Ready(ready) => preview(*ready, words),
    };
    Some(
        view! {
            <section class="sheet result"><header><h2>{words.preview}</h2></header><div class="body">{content}</div></section>
        }
        .into_any(),
    )
}

fn preview(ready: Ready, words: &'static Words) -> AnyView {
    let Ready { counts, overview, file } = ready;
    let counts = counts.into_iter().map(|(name, count)| {
        view! { <div><dt>{name}</dt><dd class="figure">{count}</dd></div> }
    });
    view! {
        <dl class="counts">{counts.collect::<Vec<_>>()}</dl>
        {table(overview)}
        <div class="acts">
            <button type="button" data-main="" on:click=move |_| download::text("plan.json", "application/json", &file)>
                {words.download}
            </button>
        </div>
        <p class="muted">{words.how}</p>
    }
    .into_any()
}
