//! The about page in markup. Decides nothing.

use super::build::Build;
use super::diagnostics::{Device, diagnostics, digest};
use super::licences::{self, Licence};
use super::model::{Clause, Fact, Legend, QuestionRow, RoundRow, model};
use super::storage::PREFIX;
use super::words::{self, Words};
use crate::browser::{clipboard, device, document, fetch};
use crate::route::Route;
use crate::state::State;
use crate::text::{Link, Text};
use crate::ui::{links, page_title, said, sheet};
use leptos::prelude::*;

/// The page.
pub fn view(state: State) -> AnyView {
    let language = state.settings.with_untracked(|settings| settings.language);
    let words = words::of(language);
    let page = model(&state.plan(), Build::HERE, language);
    follow_part(state);
    let title = |words: &str| Text::plain(words);
    let chosen = Memo::new(move |_| match state.route.get() {
        Route::AboutPart(id) => Some(id),
        _ => None,
    });
    let requirements = page.requirements.into_iter().map(|one| clause(one, chosen)).collect::<Vec<_>>();
    let questions = page.questions.into_iter().map(|row| question(row, chosen, words, language));
    let questions = questions.collect::<Vec<_>>();
    let rounds = page.cycle.into_iter().map(|row| round(row, words)).collect::<Vec<_>>();
    let legends = page.legend.into_iter().map(legend).collect::<Vec<_>>();
    let stored = page.storage.map(|sentence| view! { <p>{sentence}</p> }).into_iter().collect::<Vec<_>>();
    let make_plan =
        view! { <div class="prose"><p><a href=Route::MakePlan.href()>{words.make_plan}</a></p></div> };
    let device = view! { <p><a href=Route::Device.href()>{words.device}</a></p> };
    view! {
        {page_title(Text::plain(page.heading), page.lede, ())}
        <div class="about">
            {sheet(title(words.questions), words.questions_note, view! { <ol class="questions">{questions}</ol> })}
            <div class="side">
                {sheet(title(words.document), (), view! { {facts(page.plan)} {make_plan} })}
                {sheet(title(words.cycle), (), view! { <ul class="rounds">{rounds}</ul> })}
                {sheet(title(words.requirements), (), view! { <ul class="clauses">{requirements}</ul> })}
                {sheet(title(words.legend), (), view! { <div class="legends">{legends}</div> })}
                {sheet(title(words.storage), (), view! { <div class="prose">{stored}{device}</div> {keys(page.keys)} })}
                {sheet(title(words.program), (), program(state, page.program, words))}
                {sheet(title(words.licences), (), licences(page.licences, words))}
            </div>
        </div>
    }
    .into_any()
}

/// Brings the part that the address names into view and gives it the focus.
fn follow_part(state: State) {
    Effect::new(move |_| {
        if let Route::AboutPart(id) = state.route.get() {
            // After the page has been drawn and has scrolled to its top.
            document::after_paint(move || document::after_paint(move || document::arrive_at(&id)));
        }
    });
}

fn facts(facts: Vec<Fact>) -> impl IntoView {
    let rows = facts.into_iter().map(|one| {
        let fact = match one.href {
            Some(href) => view! { <a href=href>{said(one.fact)}</a> }.into_any(),
            None => said(one.fact),
        };
        view! { <div><dt>{one.name}</dt><dd>{fact}</dd></div> }
    });
    view! { <dl class="facts">{rows.collect::<Vec<_>>()}</dl> }
}

fn keys(keys: Vec<(String, &'static str)>) -> impl IntoView {
    let rows =
        keys.into_iter().map(|(key, what)| view! { <div><dt><code>{key}</code></dt><dd>{what}</dd></div> });
    view! { <dl class="facts keys">{rows.collect::<Vec<_>>()}</dl> }
}

fn round(row: RoundRow, words: &'static Words) -> impl IntoView {
    let as_written = row.as_written.map(|text| {
        view! { <small>{words.as_written}" "<q>{said(text)}</q></small> }
    });
    view! {
        <li><b>{said(row.name)}</b>{as_written}<span>{said(row.purpose)}</span><small>{row.window}</small></li>
    }
}

fn clause(clause: Clause, chosen: Memo<Option<String>>) -> impl IntoView {
    let id = clause.id.clone();
    let current = move || chosen.with(|chosen| chosen.as_ref() == Some(&id)).then_some("true");
    view! {
        <li id=clause.id tabindex="-1" aria-current=current>
            <b>{said(clause.title)}</b>
            <small>{said(clause.section)}</small>
            <span>{said(clause.text)}</span>
        </li>
    }
}

fn question(
    row: QuestionRow,
    chosen: Memo<Option<String>>,
    words: &'static Words,
    language: crate::text::Language,
) -> impl IntoView {
    let id = row.id.clone();
    let current = move || chosen.with(|chosen| chosen.as_ref() == Some(&id)).then_some("true");
    view! {
        <li id=row.id tabindex="-1" aria-current=current>
            <h3>{said(row.question)}<small>{said(row.section)}</small></h3>
            <p><span class="muted">{words.reading}</span>" "{said(row.reading)}</p>
            {concerned(row.concerns, row.folded, words, language)}
        </li>
    }
}

fn concerned(
    concerns: Vec<Link>,
    folded: Option<String>,
    words: &'static Words,
    language: crate::text::Language,
) -> Option<AnyView> {
    if concerns.is_empty() {
        return None;
    }
    let links = links(concerns, language);
    Some(match folded {
        Some(count) => {
            view! { <details class="concerns"><summary>{count}</summary><p>{links}</p></details> }.into_any()
        }
        None => {
            view! { <p class="concerns"><span class="muted">{words.concerns}</span>" "{links}</p> }.into_any()
        }
    })
}

fn legend(legend: Legend) -> impl IntoView {
    let rows = legend.rows.into_iter().map(|(mark, meaning)| {
        view! { <div><dt>{mark}</dt><dd>{meaning}</dd></div> }
    });
    view! {
        <section>
            <h3>{legend.title}</h3>
            <p class="muted">{legend.note}</p>
            <dl class="facts">{rows.collect::<Vec<_>>()}</dl>
        </section>
    }
}

fn program(state: State, rows: Vec<Fact>, words: &'static Words) -> impl IntoView {
    let report = RwSignal::new(String::new());
    let told = RwSignal::new("");
    let copy = move |_| {
        leptos::task::spawn_local(async move {
            let digest = fetch::plan_text().await.ok().map(|text| digest(&text));
            let device = Device {
                agent: device::agent(),
                size: device::size(),
                stored: device::stored(PREFIX),
                plan_digest: digest,
            };
            let text = diagnostics(Build::HERE, &state.plan(), &device);
            told.set(if clipboard::copy(&text).await { words.copied } else { words.not_copied });
            report.set(text);
        });
    };
    view! {
        {facts(rows)}
        <div class="prose">
            <p class="muted">{words.diagnostics_note}</p>
            <button type="button" on:click=copy>{words.copy}</button>
            <p role="status">{told}</p>
            <pre
                class="report"
                tabindex="0"
                aria-label=words.diagnostics
                hidden=move || report.with(String::is_empty)
            >
                <code lang="en">{report}</code>
            </pre>
        </div>
    }
}

fn licences(shipped: &'static [Licence], words: &'static Words) -> impl IntoView {
    let rows = shipped.iter().map(|one| view! { <div><dt>{one.name}</dt><dd>{one.licence}</dd></div> });
    view! {
        <div class="prose">
            <p class="muted">{words.licences_note}" "<a href=licences::FILE>{words.licences_file}</a></p>
        </div>
        <dl class="facts licences" lang="en">{rows.collect::<Vec<_>>()}</dl>
    }
}
