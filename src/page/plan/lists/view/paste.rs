//! Pasting a column of names: what would happen row by row, the decisions on what is nearly the same, and the act.

use super::super::against::Against;
use super::super::column::{Block, Reading, day, read};
use super::super::decided::{Decisions, Leaving, Outcome, Settled};
use super::super::words;
use super::Here;
use super::fields::{line, select, sure};
use super::offer::{self, field_of};
use crate::browser::{clipboard, document, ignored};
use crate::page::shared::table_files::{self, Read, Reader};
use crate::rows;
use crate::text::Text;
use crate::ui::{said, sheet};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The most rows of one sort that stand on the page at once; a press shows as many more.
pub(super) const MOST_ROWS: usize = 50;

/// What is pasted, what was decided, and what both come to.
#[derive(Clone)]
pub(super) struct Look {
    pub here: Here,
    pub block: RwSignal<Block>,
    pub decisions: RwSignal<Decisions>,
    pub takes_out: RwSignal<bool>,
    pub against: Memo<Arc<Against>>,
    pub reading: Memo<Reading>,
    pub settled: Memo<Vec<Settled>>,
    pub shown: RwSignal<usize>,
}

/// The section of the page.
pub(super) fn section(here: Here, against: Memo<Arc<Against>>) -> AnyView {
    let (state, words, id) = (here.state, here.words, here.id.clone());
    let first = state.plan().list(&id).and_then(|list| list.states.first().map(|one| one.key.clone()));
    let today = here.today();
    let block = Block { state: first.unwrap_or_default(), day: today.to_string(), ..Block::default() };
    let block = RwSignal::new(block);
    let reading = Memo::new(move |_| {
        let plan = state.plan();
        let read =
            |list| block.with(|block| against.with(|against| read(&plan, list, against, block, today)));
        plan.list(&id).filter(|_| block.with(Block::has_rows)).map(read).unwrap_or_default()
    });
    let decisions = RwSignal::new(Decisions::new());
    let settled = Memo::new(move |_| {
        reading.with(|reading| {
            decisions.with(|decisions| against.with(|against| reading.settled(against, decisions)))
        })
    });
    let (takes_out, shown) = (RwSignal::new(false), RwSignal::new(MOST_ROWS));
    let look = Look { here, block, decisions, takes_out, against, reading, settled, shown };
    let is_idle = move || reading.with(|reading| reading.lines.is_empty());
    let submit = {
        let look = look.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            record(&look);
        }
    };
    let content = view! {
        <form on:submit=submit>
            <p class="muted">{words.paste_how}</p>
            {of_all(&look)}
            {field(&look)}
            {summary(look.clone())}
            {offer::near(look.clone())}
            {offer::rows(look.clone())}
            {take_out(look)}
            <div class="acts"><button type="submit" data-main="" disabled=is_idle>{words.record}</button></div>
        </form>
    };
    view! { <div class="paste-list">{sheet(Text::plain(words.paste), (), content)}</div> }.into_any()
}

/// State, day and document of every row that says none.
fn of_all(look: &Look) -> AnyView {
    let Look { here: Here { state, id, language, words, .. }, block, .. } = look.clone();
    let plan = state.plan();
    let states = plan.list(&id).map(|list| list.states.clone()).unwrap_or_default();
    let options = states.iter().map(|one| (one.key.clone(), plan.say(&one.name, language))).collect();
    let first = block.with_untracked(|block| block.state.clone());
    let by_state = select(words.state, options, &first, move |value| {
        block.update(|block| block.state = value);
    });
    view! {
        <fieldset class="of-all">
            <legend>{words.of_all}</legend>
            {by_state}
            {line(words.day, "date", block, |block| &mut block.day)}
            {line(words.document, "text", block, |block| &mut block.document)}
        </fieldset>
    }
    .into_any()
}

fn field(look: &Look) -> AnyView {
    let Look { here: Here { words, language, .. }, block, shown, .. } = look.clone();
    let changed = move |text: String, markup: Option<String>| {
        // What was decided is kept by the names: whoever corrects a row decides the others no second time.
        shown.set(MOST_ROWS);
        // What is typed has no markup beside it any more.
        block.update(|block| (block.text, block.markup) = (text, markup));
    };
    let pasted = move |event: leptos::ev::Event| {
        if let (Some(text), Some(markup)) = (clipboard::pasted(&event), clipboard::pasted_markup(&event)) {
            event.prevent_default();
            changed(text, Some(markup));
        }
    };
    // The first sheet comes into the field as if it had been pasted, and can be corrected there.
    let told = RwSignal::new("");
    let read = move |read: Read| match read.book {
        Ok(book) => {
            told.set("");
            let table = book.sheets.get(book.first());
            changed(table.map(|table| table.grid.tabbed()).unwrap_or_default(), None);
        }
        Err(fault) => told.set(rows::words::no_book(language, fault)),
    };
    let reader = Reader::new(language, Callback::new(read));
    view! {
        {table_files::field(reader, false)}
        <p role="status">{told}</p>
        <label class="block">
            <span>{words.paste_field}</span>
            <textarea
                rows="6"
                spellcheck="false"
                prop:value=move || block.with(|block| block.text.clone())
                on:input=move |event| changed(event_target_value(&event), None)
                on:paste=move |event| pasted(event.into())
            ></textarea>
        </label>
    }
    .into_any()
}

fn summary(look: Look) -> AnyView {
    let language = look.here.language;
    let is_blank = move || !look.block.with(Block::has_rows);
    let told = move || {
        if is_blank() {
            String::new()
        } else {
            look.reading
                .with(|reading| look.settled.with(|settled| words::dry_run(language, reading, settled)))
        }
    };
    view! { <p class="found" role="status">{move || said(Text::guessed(told(), language))}</p> }.into_any()
}

/// Whether whoever is gone leaves the list: off until somebody asks for it.
fn take_out(look: Look) -> AnyView {
    let (words, takes_out, language) = (look.here.words, look.takes_out, look.here.language);
    let has_gone = Memo::new(move |_| {
        look.reading.with(|reading| !reading.gone.is_empty() && !reading.lines.is_empty())
    });
    let names = move || {
        let (named, all) = look.reading.with(|reading| {
            let those = reading.gone.iter().take(look.shown.get());
            let named = those.map(|id| offer::name_of(&look, *id)).collect::<Vec<_>>();
            (named, reading.gone.len())
        });
        let rest = all.saturating_sub(named.len());
        let rest = (rest > 0).then(|| view! { <li>"… "{rest}</li> });
        let each = named.into_iter().map(|name| view! { <li>{said(Text::typed(&name, language))}</li> });
        view! { <ul>{each.collect::<Vec<_>>()}{rest}</ul> }
    };
    (move || {
        has_gone.get().then(|| {
            view! {
                <div class="gone">
                    {sure(words.take_out, move || takes_out.get(), move |ticked| takes_out.set(ticked))}
                    <details><summary>{words.name}</summary>{names.clone()}</details>
                </div>
            }
        })
    })
    .into_any()
}

/// All of it as one act.
fn record(look: &Look) {
    let Look { here, block, decisions, takes_out, reading, settled, .. } = look.clone();
    let (plan, language, words) = (here.state.plan(), here.language, here.words);
    let Some(list) = plan.list(&here.id) else { return };
    let typed = block.get_untracked();
    let leaving = takes_out
        .get_untracked()
        .then(|| Leaving { day: day(&typed.day, here.today()), document: &typed.document });
    let outcome = reading
        .with_untracked(|reading| settled.with_untracked(|settled| reading.entries(list, settled, leaving)));
    match outcome {
        Err(hindered) => {
            here.told.set(words::hindered(language, &hindered));
            // To the first row that waits for a decision.
            let first = reading.with_untracked(|reading| {
                settled.with_untracked(|settled| {
                    let mut rows = reading.lines.iter().zip(settled);
                    rows.find(|(_, one)| one.outcome == Outcome::Open).map(|(line, _)| line.row)
                })
            });
            if let Some(row) = first {
                document::after_paint(move || document::enter(&field_of(row)));
            }
        }
        Ok(entries) if entries.is_empty() => here.told.set(words.nothing.into()),
        Ok(entries) => {
            let count = entries.len();
            here.write(entries, words::recorded(language, count), move || {
                ignored(block.try_update(|block| (block.text, block.markup) = (String::new(), None)));
                ignored(decisions.try_set(Decisions::new()));
                ignored(takes_out.try_set(false));
            });
        }
    }
}
